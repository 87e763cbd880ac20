//! Each kind of profile, by the text of a config file.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::files::SharedFiles;

async fn of(config: &str, name: &str) -> Result<Chain, SignInError> {
    follow(&SharedFiles::of(config, "").parse(name).await.unwrap(), name)
}

async fn refused(config: &str, name: &str) -> String {
    of(config, name).await.expect_err("it was allowed").to_string()
}

fn chain(base: Base, base_profile: &str, roles: usize) -> Chain {
    Chain { base, base_profile: base_profile.to_owned(), roles, china: false }
}

#[tokio::test]
async fn keys_come_from_the_profile_itself() {
    let config = "[default]\naws_access_key_id = AKIA\naws_secret_access_key = s\n";
    assert_eq!(of(config, "default").await.unwrap(), chain(Base::Keys, "default", 0));
}

#[tokio::test]
async fn half_a_key_is_told_by_the_half_that_is_missing() {
    let text = refused("[profile a]\naws_access_key_id = AKIA\n", "a").await;
    assert!(text.contains("no aws_secret_access_key"), "{text}");
    let text = refused("[profile a]\naws_secret_access_key = hush\n", "a").await;
    assert!(text.contains("no aws_access_key_id") && !text.contains("hush"), "{text}");
}

#[tokio::test]
async fn roles_are_followed_through_source_profiles() {
    let config = "
[profile top]
role_arn = arn:aws:iam::111111111111:role/Top
source_profile = middle
[profile middle]
role_arn = arn:aws:iam::222222222222:role/Middle
source_profile = base
[profile base]
aws_access_key_id = AKIA
aws_secret_access_key = s
";
    let found = of(config, "top").await.unwrap();
    assert_eq!(found, chain(Base::Keys, "base", 2));
    assert!(found.makes_calls());
}

#[tokio::test]
async fn a_role_may_take_the_keys_of_its_own_profile() {
    let config = "[profile a]\nrole_arn = r\nsource_profile = a\naws_access_key_id = A\naws_secret_access_key = s\n";
    assert_eq!(of(config, "a").await.unwrap(), chain(Base::Keys, "a", 1));
}

#[tokio::test]
async fn a_broken_chain_says_where_it_breaks() {
    let text = refused("[profile a]\nrole_arn = r\nsource_profile = gone\n", "a").await;
    assert_eq!(text, "The profile \"a\" cannot be used: its source_profile \"gone\" does not exist.");
    let text = refused("[profile a]\nrole_arn = r\n", "a").await;
    assert!(text.contains("no source_profile"), "{text}");
    let text = refused("[profile a]\nrole_arn = r\nsource_profile = b\ncredential_source = Environment\n", "a").await;
    assert!(text.contains("keep one of them"), "{text}");
    let circle = "[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\nsource_profile = a\n";
    let text = refused(circle, "a").await;
    assert!(text.contains("a → b → a"), "{text}");
}

#[tokio::test]
async fn an_identity_center_session_is_known_in_both_its_forms() {
    let session = "
[profile staff]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Publisher
[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.awsapps.com/start
";
    assert_eq!(of(session, "staff").await.unwrap(), chain(Base::IdentityCenter, "staff", 0));
    let older = "
[profile staff]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 123456789012
sso_role_name = Publisher
[profile role]
role_arn = arn:aws:iam::111111111111:role/R
source_profile = staff
";
    assert_eq!(of(older, "role").await.unwrap(), chain(Base::IdentityCenter, "staff", 1));
    let text = refused("[profile staff]\nsso_session = corp\n", "staff").await;
    assert!(text.contains("no section [sso-session corp]"), "{text}");
    let text = refused(&session.replace("sso_role_name = Publisher\n", ""), "staff").await;
    assert!(text.contains("needs sso_role_name too; run: aws configure sso"), "{text}");
}

#[tokio::test]
async fn a_login_session_and_a_token_file_are_known() {
    let config = "[profile a]\nlogin_session = arn:aws:iam::123456789012:user/ann\n";
    assert_eq!(of(config, "a").await.unwrap(), chain(Base::Login, "a", 0));
    let config = "[profile a]\nrole_arn = r\nweb_identity_token_file = /tmp/t\n";
    assert_eq!(of(config, "a").await.unwrap(), chain(Base::WebIdentity, "a", 0));
    let text = refused("[profile a]\nweb_identity_token_file = /tmp/t\n", "a").await;
    assert!(text.contains("no role_arn"), "{text}");
}

#[tokio::test]
async fn a_program_is_not_run_and_is_named_without_its_arguments() {
    let config = "
[profile direct]
credential_process = /opt/bin/creds --password hunter2
[profile quoted]
credential_process = \"C:\\Program Files\\creds.exe\" hunter2
[profile through]
role_arn = r
source_profile = direct
";
    for (name, program, culprit) in [
        ("direct", "/opt/bin/creds (", "\"direct\""),
        ("quoted", "C:\\Program Files\\creds.exe (", "\"quoted\""),
        ("through", "/opt/bin/creds (", "\"direct\""),
    ] {
        let text = refused(config, name).await;
        assert!(text.contains(program) && text.contains(culprit), "{text}");
        assert!(!text.contains("hunter2"), "{text}");
    }
}

#[tokio::test]
async fn the_credentials_of_a_machine_are_refused() {
    for source in ["Ec2InstanceMetadata", "ec2instancemetadata", "EcsContainer"] {
        let config = format!("[profile a]\nrole_arn = r\ncredential_source = {source}\n");
        let Err(SignInError::NotSupported { name, what }) = of(&config, "a").await else { panic!("{source}") };
        assert_eq!(name, "a");
        assert!(what.contains(source), "{what}");
    }
    let through = "[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]\ncredential_source = EcsContainer\n";
    let text = refused(through, "a").await;
    assert!(text.contains("\"b\""), "{text}");
}

#[tokio::test]
async fn the_environment_may_be_a_source_and_an_unknown_one_may_not() {
    let config = "[profile a]\nrole_arn = r\ncredential_source = Environment\n";
    assert_eq!(of(config, "a").await.unwrap(), chain(Base::Environment, "a", 1));
    let text = refused("[profile a]\nrole_arn = r\ncredential_source = Moon\n", "a").await;
    assert!(text.contains("Moon"), "{text}");
}

#[tokio::test]
async fn a_role_that_asks_for_a_code_is_refused() {
    let config = "[profile a]\nrole_arn = r\nsource_profile = b\nmfa_serial = arn:aws:iam::1:mfa/ann\n[profile b]\n";
    let text = refused(config, "a").await;
    assert!(text.contains("MFA code"), "{text}");
}

#[tokio::test]
async fn a_profile_without_credentials_says_so() {
    let text = refused("[profile a]\nregion = eu-west-1\n", "a").await;
    assert!(text.contains("nothing in it says where its credentials come from"), "{text}");
}

#[tokio::test]
async fn china_shows_in_the_arns_and_in_the_sessions_region() {
    let keys = "aws_access_key_id = A\naws_secret_access_key = s\n";
    let role = format!("[profile a]\nrole_arn = arn:aws-cn:iam::1:role/R\nsource_profile = b\n[profile b]\n{keys}");
    assert!(of(&role, "a").await.unwrap().china);
    let session = "[profile a]\nsso_session = s\nsso_account_id = 1\nsso_role_name = R\n\
                   [sso-session s]\nsso_region = cn-north-1\nsso_start_url = https://start.example.cn\n";
    assert!(of(session, "a").await.unwrap().china);
    assert!(!of(&format!("[profile a]\n{keys}"), "a").await.unwrap().china);
}
