//! The stand-in against the service models: by a table of its answers, and by the models' own files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use portal::Operation;
use serde_json::Value;

use crate::exchanges::{self, Exchange};

/// What each operation answers: the error's name or `-`, the status, and the members of the body.
const ANSWERS: &[(&str, &str, u16, &str)] = &[
    ("RegisterClient", "-", 200, "clientId clientIdIssuedAt clientSecret clientSecretExpiresAt"),
    ("RegisterClient", "InternalServerException", 500, OIDC),
    ("RegisterClient", "InvalidClientMetadataException", 400, OIDC),
    ("RegisterClient", "InvalidRedirectUriException", 400, OIDC),
    ("RegisterClient", "InvalidRequestException", 400, OIDC),
    ("RegisterClient", "InvalidScopeException", 400, OIDC),
    ("RegisterClient", "SlowDownException", 400, OIDC),
    ("RegisterClient", "UnsupportedGrantTypeException", 400, OIDC),
    (
        "StartDeviceAuthorization",
        "-",
        200,
        "deviceCode expiresIn interval userCode verificationUri verificationUriComplete",
    ),
    ("StartDeviceAuthorization", "InvalidClientException", 401, OIDC),
    ("StartDeviceAuthorization", "InvalidRequestException", 400, OIDC),
    ("StartDeviceAuthorization", "UnauthorizedClientException", 400, OIDC),
    ("CreateToken", "-", 200, "accessToken expiresIn refreshToken tokenType"),
    ("CreateToken", "AccessDeniedException", 400, OIDC),
    ("CreateToken", "AuthorizationPendingException", 400, OIDC),
    ("CreateToken", "ExpiredTokenException", 400, OIDC),
    ("CreateToken", "InvalidClientException", 401, OIDC),
    ("CreateToken", "InvalidGrantException", 400, OIDC),
    ("CreateToken", "InvalidRequestException", 400, OIDC),
    ("CreateToken", "SlowDownException", 400, OIDC),
    ("CreateToken", "UnauthorizedClientException", 400, OIDC),
    ("CreateToken", "UnsupportedGrantTypeException", 400, OIDC),
    ("ListAccounts", "-", 200, "accountList"),
    ("ListAccounts", "-", 200, "accountList nextToken"),
    ("ListAccounts", "InvalidRequestException", 400, SSO),
    ("ListAccounts", "TooManyRequestsException", 429, SSO),
    ("ListAccounts", "UnauthorizedException", 401, SSO),
    ("ListAccountRoles", "-", 200, "nextToken roleList"),
    ("ListAccountRoles", "InvalidRequestException", 400, SSO),
    ("ListAccountRoles", "ResourceNotFoundException", 404, SSO),
    ("ListAccountRoles", "TooManyRequestsException", 429, SSO),
    ("ListAccountRoles", "UnauthorizedException", 401, SSO),
    ("GetRoleCredentials", "-", 200, "roleCredentials"),
    ("GetRoleCredentials", "ForbiddenException", 403, SSO),
    ("GetRoleCredentials", "InvalidRequestException", 400, SSO),
    ("GetRoleCredentials", "TooManyRequestsException", 429, SSO),
    ("GetRoleCredentials", "UnauthorizedException", 401, SSO),
    ("Logout", "-", 200, ""),
    ("Logout", "TooManyRequestsException", 429, SSO),
    ("Logout", "UnauthorizedException", 401, SSO),
];

/// The members of an error of `sso-oidc`, and of `sso`.
const OIDC: &str = "error error_description";
const SSO: &str = "__type message";

/// Answers of the real service that its model does not have.
const DEPARTURES: &[(&str, &str, u16)] = &[("GetRoleCredentials", "ForbiddenException", 403)];

#[tokio::test]
async fn every_answer_is_one_of_the_table_and_none_of_it_is_missing() {
    let row = |exchange: &Exchange| {
        let mut members: Vec<_> = exchange.body.as_object().into_iter().flat_map(|body| body.keys().cloned()).collect();
        members.sort();
        let error = exchange.error.clone().unwrap_or_else(|| "-".to_owned());
        (exchange.operation.name().to_owned(), error, exchange.status, members.join(" "))
    };
    let seen: BTreeSet<_> = exchanges::all().await.iter().map(row).collect();
    let wanted: BTreeSet<_> = ANSWERS
        .iter()
        .map(|(operation, error, status, members)| {
            ((*operation).to_owned(), (*error).to_owned(), *status, (*members).to_owned())
        })
        .collect();
    let (strange, missing): (Vec<_>, Vec<_>) = (seen.difference(&wanted).collect(), wanted.difference(&seen).collect());
    assert!(strange.is_empty() && missing.is_empty(), "strange: {strange:#?}\nmissing: {missing:#?}");
}

#[tokio::test]
async fn every_answer_fits_the_model_of_its_service() {
    for exchange in exchanges::all().await {
        let model = model(exchange.operation.service());
        let operation = &model["operations"][exchange.operation.name()];
        let told = format!("{exchange:?}");
        match &exchange.error {
            None => {
                assert_eq!(exchange.status, 200, "{told}");
                match operation["output"]["shape"].as_str() {
                    Some(output) => fits(&model, output, &exchange.body, &told),
                    None => assert_eq!(exchange.body, Value::Null, "{told}"),
                }
            }
            Some(error) if DEPARTURES.contains(&(exchange.operation.name(), error, exchange.status)) => {
                assert_eq!(model["shapes"].get(error), None, "the model has it now: {told}");
            }
            Some(error) => {
                let listed = operation["errors"].as_array().unwrap();
                assert!(listed.iter().any(|known| known["shape"] == **error), "not an error of the operation: {told}");
                assert_eq!(model["shapes"][error]["error"]["httpStatusCode"], exchange.status, "{told}");
                // The protocol's own member, which is in no shape (restJson1).
                let mut body = exchange.body.clone();
                if let Some(kind) = body.as_object_mut().unwrap().remove("__type") {
                    assert_eq!(kind, **error, "{told}");
                }
                fits(&model, error, &body, &told);
            }
        }
    }
}

#[test]
fn every_operation_is_where_its_model_says() {
    for operation in Operation::ALL {
        let http = &model(operation.service())["operations"][operation.name()]["http"];
        let (method, path) = operation.uri();
        assert_eq!((http["method"].as_str(), http["requestUri"].as_str()), (Some(method), Some(path)), "{operation}");
    }
}

/// Holds a value against a shape: no other members, and each of its JSON type.
#[track_caller]
fn fits(model: &Value, shape: &str, value: &Value, told: &str) {
    let definition = &model["shapes"][shape];
    match definition["type"].as_str() {
        Some("structure") => {
            let members = definition["members"].as_object().unwrap();
            let value = value.as_object().unwrap_or_else(|| panic!("{shape} is a structure: {told}"));
            for (name, value) in value {
                let member = members.get(name).unwrap_or_else(|| panic!("{shape} has no {name}: {told}"));
                fits(model, member["shape"].as_str().unwrap(), value, told);
            }
        }
        Some("list") => {
            let of = definition["member"]["shape"].as_str().unwrap();
            let value = value.as_array().unwrap_or_else(|| panic!("{shape} is a list: {told}"));
            value.iter().for_each(|value| fits(model, of, value, told));
        }
        Some("string") => assert!(value.is_string(), "{shape} is a string: {told}"),
        Some("integer") => {
            let value = value.as_i64().and_then(|value| i32::try_from(value).ok());
            assert!(value.is_some(), "{shape} is an integer: {told}");
        }
        Some("long") => assert!(value.is_i64(), "{shape} is a long: {told}"),
        other => panic!("{shape} is {other:?}, which no answer has: {told}"),
    }
}

/// A service's model, out of the botocore that is a part of the AWS CLI.
#[track_caller]
fn model(service: &str) -> Value {
    let path = data().join(service).join("2019-06-10/service-2.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

/// The folder of the models; its path has Python's version in it.
#[track_caller]
fn data() -> PathBuf {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/awscli/lib");
    let pythons = std::fs::read_dir(&library).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut places = pythons.map(|python| python.join("site-packages/awscli/botocore/data"));
    let found = places.find(|place| place.is_dir());
    found.unwrap_or_else(|| panic!("no botocore under {}: `cargo xtask test` installs it", library.display()))
}
