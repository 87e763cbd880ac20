-- What came with more ways in; data from before it is there already.
INSERT INTO connection (id, name, way, portal_start_url, portal_region, portal_account, portal_role, colour, production, fips, dual_stack) VALUES
    ('c3', 'Portal', 'identityCenter', 'https://example.awsapps.com/start', 'eu-west-1', '123456789012', 'Editors', 'red', 1, 1, 1);
INSERT INTO connection (id, name, way, base, role_arn, external_id, session_name, mfa_serial) VALUES
    ('c4', 'Role', 'role', 'c1', 'arn:aws:iam::123456789012:role/Web', 'shared', 'ann', 'arn:aws:iam::123456789012:mfa/ann');
INSERT INTO permission_seen VALUES ('c1', 'cloudfront:CreateInvalidation', 'E1EXAMPLE12345', 0, 1795350600000);
UPDATE settings SET idle_lock_minutes = 15;
