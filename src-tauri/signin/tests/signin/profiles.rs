//! Profiles as they stand in people's files.

use aws_credential_types::provider::ProvideCredentials;
use signin::{SignInError, profiles, who_am_i};

use crate::way::{SignIn, configure};

use crate::support::{Server, World, inside, response};

const KEYS: &str = "aws_access_key_id = AKIAINFILE\naws_secret_access_key = hush-in-file\n";

fn by(name: &str) -> SignIn {
    SignIn::Profile { name: name.to_owned() }
}

#[test]
fn both_files_are_read_and_their_profiles_listed() {
    inside(
        || World {
            config: "[default]\nregion = eu-west-1\n[profile web]\nregion = eu-west-2\n[sso-session s]\n".into(),
            credentials: format!("[web]\n{KEYS}[archive]\n{KEYS}"),
            ..World::default()
        },
        async || {
            assert_eq!(profiles().await.unwrap(), ["archive", "default", "web"]);
            let config = configure(&by("web"), None).await.unwrap();
            assert_eq!(config.region().unwrap().as_ref(), "eu-west-2");
            let credentials = config.credentials_provider().unwrap().provide_credentials().await.unwrap();
            assert_eq!(credentials.access_key_id(), "AKIAINFILE");
            assert_eq!(config.app_name().unwrap().to_string(), "housekeeper");
            let shown = format!("{config:?}");
            assert!(!shown.contains("hush-in-file"), "{shown}");
        },
    );
}

#[test]
fn no_files_at_all_hold_no_profiles() {
    let nowhere = || {
        World::default()
            .var("AWS_CONFIG_FILE", "/does/not/exist/config")
            .var("AWS_SHARED_CREDENTIALS_FILE", "~/nor-this")
    };
    inside(nowhere, async || {
        assert!(profiles().await.unwrap().is_empty());
        let error = configure(&by("web"), None).await.unwrap_err().to_string();
        assert!(error.contains("/does/not/exist/config") && error.contains("nor-this"), "{error}");
        assert!(!error.contains('~'), "{error}");
    });
}

#[test]
fn the_variables_say_where_the_files_are() {
    inside(
        || {
            World::of("[profile elsewhere]\n")
                .file("other/config", "[profile mine]\nregion = ap-south-1\n")
                .file("other/credentials", format!("[mine]\n{KEYS}"))
                .var("AWS_CONFIG_FILE", "~/other/config")
                .var("AWS_SHARED_CREDENTIALS_FILE", "~/other/credentials")
        },
        async || {
            assert_eq!(profiles().await.unwrap(), ["mine"]);
            let config = configure(&by("mine"), None).await.unwrap();
            assert_eq!(config.region().unwrap().as_ref(), "ap-south-1");
        },
    );
}

#[test]
fn a_file_that_cannot_be_understood_is_named() {
    inside(
        || World::of("[profile a\nregion = eu-west-1\n"),
        async || {
            for error in [profiles().await.unwrap_err(), configure(&by("a"), None).await.unwrap_err()] {
                let SignInError::Unreadable { path, detail } = &error else { panic!("{error:?}") };
                assert!(path.ends_with(".aws/config"), "{path}");
                assert!(detail.starts_with("on line 1: "), "{detail}");
            }
        },
    );
}

#[test]
fn a_file_that_is_not_text_or_not_a_file_is_named() {
    inside(
        || World::default().file("folder/inside", "").var("AWS_CONFIG_FILE", "~/folder"),
        async || {
            let error = profiles().await.unwrap_err();
            assert!(matches!(&error, SignInError::Unreadable { path, .. } if path.ends_with("folder")), "{error}");
            let latin = std::env::home_dir().unwrap().join(".aws/credentials");
            std::fs::remove_dir_all(std::env::home_dir().unwrap().join("folder")).unwrap();
            std::fs::write(latin, b"[caf\xe9]\n").unwrap();
            let error = profiles().await.unwrap_err().to_string();
            assert!(error.contains("UTF-8"), "{error}");
        },
    );
}

#[test]
fn a_byte_order_mark_does_not_hide_the_first_profile() {
    inside(
        || World::of("\u{feff}[profile web]\r\nregion = eu-west-1\r\n"),
        async || assert_eq!(profiles().await.unwrap(), ["web"]),
    );
}

#[test]
fn the_environments_profile_and_keys_are_not_used_in_place_of_the_one_named() {
    inside(
        || {
            World::of(&format!("[profile web]\n{KEYS}[profile other]\nregion = ap-south-1\n"))
                .var("AWS_PROFILE", "other")
                .var("AWS_ACCESS_KEY_ID", "AKIAINENV")
                .var("AWS_SECRET_ACCESS_KEY", "env")
        },
        async || {
            let config = configure(&by("web"), None).await.unwrap();
            assert_eq!(config.region().unwrap().as_ref(), "us-east-1");
            let credentials = config.credentials_provider().unwrap().provide_credentials().await.unwrap();
            assert_eq!(credentials.access_key_id(), "AKIAINFILE");
        },
    );
}

#[test]
fn keys_that_were_renewed_in_the_file_are_taken_up() {
    inside(
        || World { credentials: format!("[web]\n{KEYS}"), ..World::default() },
        async || {
            let config = configure(&by("web"), None).await.unwrap();
            let file = std::env::home_dir().unwrap().join(".aws/credentials");
            let provider = config.credentials_provider().unwrap();
            std::fs::write(&file, format!("[web]\n{KEYS}").replace("AKIAINFILE", "AKIARENEWED")).unwrap();
            assert_eq!(provider.provide_credentials().await.unwrap().access_key_id(), "AKIARENEWED");
            std::fs::write(&file, "[web]\ncredential_process = /bin/true\n").unwrap();
            let error = provider.provide_credentials().await.unwrap_err();
            let within = SignInError::within(&error);
            assert!(matches!(within, Some(SignInError::ProgramNotAgreed { .. })), "{error:?}");
        },
    );
}

/// A program that leaves a trace and gives a key.
const PROGRAM: &str = "sh -c \"touch ran; echo '{\\\"Version\\\":1,\\\"AccessKeyId\\\":\\\"AKIAPROGRAM\\\",\\\"SecretAccessKey\\\":\\\"hush\\\"}'\"";

#[test]
fn a_program_runs_once_the_person_has_agreed_to_that_very_program() {
    let config = format!("[profile direct]\ncredential_process = {PROGRAM}\n");
    inside(
        || World::of(&config),
        async || {
            std::env::set_current_dir(std::env::home_dir().unwrap()).unwrap();
            let ran = || std::path::Path::new("ran").exists();
            for way in [by("direct"), SignIn::Agreed { name: "direct".into(), program: "sh -c true".into() }] {
                let provider = configure(&way, None).await.unwrap().credentials_provider().unwrap();
                let error = provider.provide_credentials().await.unwrap_err();
                let Some(SignInError::ProgramNotAgreed { program, .. }) = SignInError::within(&error) else {
                    panic!("{error:?}")
                };
                assert_eq!(program, PROGRAM, "the person sees it as it stands there");
                assert!(!ran());
            }
            let agreed = SignIn::Agreed { name: "direct".into(), program: PROGRAM.into() };
            let provider = configure(&agreed, None).await.unwrap().credentials_provider().unwrap();
            assert_eq!(provider.provide_credentials().await.unwrap().access_key_id(), "AKIAPROGRAM");
            assert!(ran());
        },
    );
}

/// A profile of IAM Identity Center; `TOKEN_CACHE` is where the AWS CLI keeps its token (the SHA-1 of the session's
/// name).
const STAFF: &str = "
[profile staff]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Publisher
[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.awsapps.com/start
";
const TOKEN_CACHE: &str = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

fn token(expires: &str) -> String {
    format!(
        r#"{{"accessToken":"tok","expiresAt":"{expires}","region":"eu-west-1","startUrl":"https://corp.awsapps.com/start"}}"#
    )
}

const CALLER: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult>\
    <Arn>arn:aws:sts::123456789012:assumed-role/Publisher/ann</Arn><UserId>A:ann</UserId>\
    <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

fn portal(head: &str) -> Option<String> {
    let body = match head.starts_with("GET /federation/credentials") {
        true => {
            r#"{"roleCredentials":{"accessKeyId":"ASIAPORTAL","secretAccessKey":"s","sessionToken":"t","expiration":4102444800000}}"#
        }
        false if head.contains("Credential=ASIAPORTAL/") => CALLER,
        false => return Some(response(403, "")),
    };
    Some(response(200, body))
}

#[test]
fn an_identity_center_session_signs_in_and_its_portal_too_is_behind_the_custom_endpoint() {
    inside(
        || {
            let server = Server::with(portal);
            let world = World::of(STAFF).file(TOKEN_CACHE, token("2099-01-01T00:00:00Z")).var("SERVER", server.url());
            World { servers: vec![Box::new(server)], ..world }
        },
        async || {
            let config = configure(&by("staff"), Some(&std::env::var("SERVER").unwrap())).await.unwrap();
            let identity = who_am_i(&config).await.unwrap();
            assert_eq!(identity.arn, "arn:aws:sts::123456789012:assumed-role/Publisher/ann");
        },
    );
}

#[test]
fn a_session_that_ended_or_never_began_names_the_command() {
    let config = format!(
        "{STAFF}[profile top]\nrole_arn = arn:aws:iam::1:role/R\nsource_profile = staff\n\
         [profile console]\nlogin_session = arn:aws:iam::123456789012:user/ann\n"
    );
    inside(
        || World::of(&config),
        async || {
            let cache = std::env::home_dir().unwrap().join(TOKEN_CACHE);
            for (name, command) in [
                ("staff", "aws sso login --profile staff"),
                ("top", "aws sso login --profile staff"),
                ("console", "aws login --profile console"),
            ] {
                let config = configure(&by(name), None).await.unwrap();
                let error = who_am_i(&config).await.unwrap_err();
                assert!(
                    matches!(&error, SignInError::SignInAgain { command: told, .. } if told == command),
                    "{error:?}"
                );
            }
            std::fs::create_dir_all(cache.parent().unwrap()).unwrap();
            std::fs::write(cache, token("2020-01-01T00:00:00Z")).unwrap();
            let config = configure(&by("staff"), None).await.unwrap();
            let error = who_am_i(&config).await.unwrap_err();
            let SignInError::SignInAgain { detail, .. } = &error else { panic!("{error:?}") };
            assert!(detail.contains("expired") && !detail.contains("tok\""), "{detail}");
        },
    );
}
