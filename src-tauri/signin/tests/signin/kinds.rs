//! Every kind of profile that AWS's documentation shows (AWS SDKs and Tools Reference Guide, "Settings reference"), in one
//! pair of files: each works, or says exactly why not.

use engine::Failure;
use engine::ports::Session;

use crate::support::{Server, World, inside, response};
use crate::way::{SignIn, open};

const CONFIG: &str = "
[default]
region = eu-west-1
aws_access_key_id = AKIADEFAULT
aws_secret_access_key = s

[profile keys]
aws_access_key_id = AKIAKEYS
aws_secret_access_key = s

[profile region-only]
region = eu-central-1

[profile role]
role_arn = arn:aws:iam::123456789012:role/One
source_profile = keys
role_session_name = ann

[profile chained]
role_arn = arn:aws:iam::123456789012:role/Two
source_profile = role

[profile asked-for]
role_arn = arn:aws:iam::123456789012:role/External
source_profile = temporary
external_id = 7c9e
duration_seconds = 900

[profile environment]
role_arn = arn:aws:iam::123456789012:role/Environment
credential_source = Environment

[profile instance]
role_arn = arn:aws:iam::123456789012:role/R
credential_source = Ec2InstanceMetadata

[profile container]
role_arn = arn:aws:iam::123456789012:role/R
credential_source = EcsContainer

[profile staff]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = Publisher

[profile over-staff]
role_arn = arn:aws:iam::123456789012:role/OverStaff
source_profile = staff

[sso-session corp]
sso_region = eu-west-1
sso_start_url = https://corp.awsapps.com/start

[profile older-staff]
sso_start_url = https://corp.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 123456789012
sso_role_name = Publisher

[profile signed-out]
sso_session = elsewhere
sso_account_id = 123456789012
sso_role_name = Publisher

[sso-session elsewhere]
sso_region = eu-west-1
sso_start_url = https://elsewhere.awsapps.com/start

[profile lost-session]
sso_session = nowhere
sso_account_id = 123456789012
sso_role_name = Publisher

[profile web-identity]
role_arn = arn:aws:iam::123456789012:role/Web
web_identity_token_file = TOKEN_FILE
role_session_name = ann

[profile program]
credential_process = /opt/bin/creds --for web

[profile code]
role_arn = arn:aws:iam::123456789012:role/Code
source_profile = keys
mfa_serial = arn:aws:iam::123456789012:mfa/ann

[profile console]
login_session = arn:aws:iam::123456789012:user/ann

[profile circle]
role_arn = arn:aws:iam::123456789012:role/A
source_profile = round

[profile round]
role_arn = arn:aws:iam::123456789012:role/B
source_profile = circle

[profile nowhere]
role_arn = arn:aws:iam::123456789012:role/A
source_profile = missing

[profile half]
aws_access_key_id = AKIAHALF
";

const CREDENTIALS: &str = "
[in-credentials]
aws_access_key_id = AKIAINCREDENTIALS
aws_secret_access_key = s

[temporary]
aws_access_key_id = ASIATEMPORARY
aws_secret_access_key = s
aws_session_token = t
";

/// The AWS CLI's token caches: named by the SHA-1 of the session's name, or of the start URL.
const CORP: &str = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";
const CORP_URL: &str = ".aws/sso/cache/a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json";

/// What comes of a profile.
enum Then {
    /// One is in, signed with this key.
    Works(&'static str),
    /// It says why not, with these words in it.
    Says(&'static str),
    /// The window asks for something first.
    Asks(&'static str),
}

use Then::{Asks, Says, Works};

const KINDS: [(&str, Then); 23] = [
    ("default", Works("AKIADEFAULT")),
    ("keys", Works("AKIAKEYS")),
    ("in-credentials", Works("AKIAINCREDENTIALS")),
    ("temporary", Works("ASIATEMPORARY")),
    ("role", Works("ASIAOne")),
    ("chained", Works("ASIATwo")),
    ("asked-for", Works("ASIAExternal")),
    ("environment", Works("ASIAEnvironment")),
    ("staff", Works("ASIAPORTAL")),
    ("older-staff", Works("ASIAPORTAL")),
    ("over-staff", Works("ASIAOverStaff")),
    ("web-identity", Works("ASIAWeb")),
    ("code", Asks("mfaCodeWanted")),
    ("program", Asks("programNotAgreed")),
    ("signed-out", Says("run: aws sso login --profile signed-out. Without a terminal, add a connection")),
    ("console", Says("run: aws login --profile console")),
    ("instance", Says("Ec2InstanceMetadata")),
    ("container", Says("EcsContainer")),
    ("lost-session", Says("has no section [sso-session nowhere]")),
    ("region-only", Says("nothing in it says where its credentials come from")),
    ("circle", Says("go in a circle: circle → round → circle")),
    ("nowhere", Says("its source_profile \"missing\" does not exist")),
    ("half", Says("no aws_secret_access_key")),
];

/// A role's key is named after the role, so that one sees which it was; whoever calls is told their key.
fn aws(request: &str) -> Option<String> {
    let role = request.split_once("role%2F").map(|(_, rest)| rest.split(['&', '%', ' ']).next().unwrap_or_default());
    let credentials = format!(
        "<Credentials><AccessKeyId>ASIA{}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>\
         <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>",
        role.unwrap_or_default()
    );
    let body = if request.starts_with("GET /federation/credentials") {
        r#"{"roleCredentials":{"accessKeyId":"ASIAPORTAL","secretAccessKey":"s","sessionToken":"t","expiration":4102444800000}}"#
            .to_owned()
    } else if request.contains("Action=AssumeRoleWithWebIdentity") {
        format!(
            "<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult>{credentials}</AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>"
        )
    } else if request.contains("Action=AssumeRole") {
        format!("<AssumeRoleResponse><AssumeRoleResult>{credentials}</AssumeRoleResult></AssumeRoleResponse>")
    } else {
        let key = request.split_once("Credential=").map(|(_, rest)| rest.split('/').next().unwrap_or_default());
        format!(
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/{}</Arn>\
             <UserId>A</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>",
            key.unwrap_or_default()
        )
    };
    Some(response(200, &body))
}

#[test]
fn every_kind_of_profile_works_or_says_exactly_why_not() {
    let token = r#"{"accessToken":"tok","expiresAt":"2099-01-01T00:00:00Z","region":"eu-west-1","startUrl":"https://corp.awsapps.com/start"}"#;
    let world = || {
        let server = Server::with(aws);
        let token_file = std::env::temp_dir().join(format!("web-identity-{}", std::process::id()));
        std::fs::write(&token_file, "a token").unwrap();
        let config = CONFIG.replace("TOKEN_FILE", token_file.to_str().unwrap());
        let world = World::of(&config)
            .var("SERVER", server.url())
            .var("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT")
            .var("AWS_SECRET_ACCESS_KEY", "s")
            .file(CORP, token)
            .file(CORP_URL, token);
        World { credentials: CREDENTIALS.to_owned(), servers: vec![Box::new(server)], ..world }
    };
    inside(world, async || {
        let server = std::env::var("SERVER").unwrap();
        let mut wrong = Vec::new();
        for (name, then) in KINDS {
            let found = comes_of(name, &server).await;
            let right = match (&found, &then) {
                (Ok(key), Works(expected)) => key == expected,
                (Err(failure), Says(words)) => !failure.asks() && failure.detail().contains(words),
                (Err(failure), Asks(code)) => failure.asks() && failure.code() == *code,
                _ => false,
            };
            if !right {
                wrong.push(format!("{name}: {found:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// Which key one is in with, or why not.
async fn comes_of(name: &str, server: &str) -> Result<String, Failure> {
    let (_, session) = open(&SignIn::Profile { name: name.into() }, Some(server)).await?;
    let identity = session.who_am_i().await?;
    Ok(identity.arn.rsplit('/').next().unwrap_or_default().to_owned())
}
