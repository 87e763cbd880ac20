//! Each kind of profile, by the text of a config file.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::files::SharedFiles;

async fn of(config: &str, name: &str) -> Result<Chain, SignInError> {
    follow(&SharedFiles::of(config, "").parse(name).await.unwrap(), name)
}

/// The same, whatever its roles are called.
async fn shape(config: &str, name: &str) -> Chain {
    let mut chain = of(config, name).await.unwrap();
    chain.roles.iter_mut().for_each(|role| role.arn = "r".to_owned());
    chain
}

async fn refused(config: &str, name: &str) -> String {
    of(config, name).await.expect_err("it was allowed").to_string()
}

fn chain(base: Base, base_profile: &str, roles: usize) -> Chain {
    let role =
        |_| RoleStep { arn: "r".into(), external_id: None, session_name: None, mfa_serial: None, duration: None };
    Chain { base, base_profile: base_profile.to_owned(), roles: (0..roles).map(role).collect(), china: false }
}

#[tokio::test]
async fn keys_come_from_the_profile_itself() {
    let config = "[default]\naws_access_key_id = AKIA\naws_secret_access_key = s\n";
    assert_eq!(shape(config, "default").await, chain(Base::Keys, "default", 0));
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
    let found = shape(config, "top").await;
    assert_eq!(found, chain(Base::Keys, "base", 2));
    assert!(!found.makes_calls(), "roles are assumed by this crate");
}

#[tokio::test]
async fn a_role_may_take_the_keys_of_its_own_profile() {
    let config = "[profile a]\nrole_arn = r\nsource_profile = a\naws_access_key_id = A\naws_secret_access_key = s\n";
    assert_eq!(shape(config, "a").await, chain(Base::Keys, "a", 1));
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
    assert_eq!(shape(session, "staff").await, chain(Base::IdentityCenter, "staff", 0));
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
    assert_eq!(shape(older, "role").await, chain(Base::IdentityCenter, "staff", 1));
    let text = refused("[profile staff]\nsso_session = corp\n", "staff").await;
    assert!(text.contains("no section [sso-session corp]"), "{text}");
    let text = refused(&session.replace("sso_role_name = Publisher\n", ""), "staff").await;
    assert!(text.contains("needs sso_role_name too; run: aws configure sso"), "{text}");
}

#[tokio::test]
async fn a_login_session_and_a_token_file_are_known() {
    let config = "[profile a]\nlogin_session = arn:aws:iam::123456789012:user/ann\n";
    assert_eq!(shape(config, "a").await, chain(Base::Login, "a", 0));
    let config = "[profile a]\nrole_arn = r\nweb_identity_token_file = /tmp/t\n";
    assert_eq!(shape(config, "a").await, chain(Base::WebIdentity, "a", 0));
    let text = refused("[profile a]\nweb_identity_token_file = /tmp/t\n", "a").await;
    assert!(text.contains("no role_arn"), "{text}");
}

#[tokio::test]
async fn a_program_is_found_as_it_stands_there_and_not_run() {
    let config = "[profile direct]\ncredential_process =  /opt/bin/creds --for web \n\
                  [profile through]\nrole_arn = r\nsource_profile = direct\n";
    let program = Base::Program("/opt/bin/creds --for web".to_owned());
    assert_eq!(shape(config, "direct").await, chain(program.clone(), "direct", 0));
    assert_eq!(shape(config, "through").await, chain(program, "direct", 1));
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
    assert_eq!(shape(config, "a").await, chain(Base::Environment, "a", 1));
    let text = refused("[profile a]\nrole_arn = r\ncredential_source = Moon\n", "a").await;
    assert!(text.contains("Moon"), "{text}");
}

#[tokio::test]
async fn roles_are_assumed_from_the_source_on_with_what_each_asks_for() {
    let config = "[profile top]\nrole_arn = t\nsource_profile = middle\nexternal_id = x\nduration_seconds = 900\n\
                  [profile middle]\nrole_arn = m\nsource_profile = keys\nmfa_serial = arn:aws:iam::1:mfa/ann\n\
                  role_session_name = ann\n[profile keys]\naws_access_key_id = A\naws_secret_access_key = s\n";
    let chain = of(config, "top").await.unwrap();
    let arns: Vec<_> = chain.roles.iter().map(|role| role.arn.as_str()).collect();
    assert_eq!(arns, ["m", "t"]);
    assert_eq!(chain.mfa_serial(), Some("arn:aws:iam::1:mfa/ann"));
    assert_eq!(chain.roles[0].session_name.as_deref(), Some("ann"));
    assert_eq!((chain.roles[1].external_id.as_deref(), chain.roles[1].duration), (Some("x"), Some(900)));
    let text = refused(&config.replace("duration_seconds = 900", "duration_seconds = long"), "top").await;
    assert!(text.contains("long"), "{text}");
    let text = refused(&config.replace("external_id = x", "mfa_serial = arn:aws:iam::1:mfa/bob"), "top").await;
    assert!(text.contains("one code cannot serve both"), "{text}");
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
