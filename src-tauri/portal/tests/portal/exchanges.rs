//! Every answer that the stand-in gives, over plain HTTP: what the table and the models are held against.

use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, response};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use portal::{Failure, Operation};
use serde_json::{Value, json};

use crate::bench::{Bench, DEVICE, REDIRECT, SCOPE, START, VERIFIER};

/// An answer as it came.
#[derive(Debug)]
pub struct Exchange {
    pub operation: Operation,
    pub status: u16,
    /// The header `x-amzn-errortype`.
    pub error: Option<String>,
    /// `Null` where there was no body.
    pub body: Value,
}

/// Sends a request, and gives what came back.
pub async fn send(request: Request<Bytes>) -> (response::Parts, Bytes) {
    let client = Client::builder(TokioExecutor::new()).build_http();
    let (parts, body) = client.request(request.map(Full::new)).await.unwrap().into_parts();
    (parts, body.collect().await.unwrap().to_bytes())
}

struct Wire {
    bench: Bench,
    seen: Vec<Exchange>,
}

impl Wire {
    async fn call(&mut self, operation: Operation, query: &str, token: &str, body: Value) -> Value {
        let (method, path) = operation.uri();
        let uri = format!("{}{path}?{query}", self.bench.portal.url());
        let request = Request::builder().method(method).uri(uri).header("x-amz-sso_bearer_token", token);
        let body = if method == Method::POST && !body.is_null() { body.to_string() } else { String::new() };
        let (parts, body) = send(request.body(body.into()).unwrap()).await;
        let error = parts.headers.get("x-amzn-errortype").map(|name| name.to_str().unwrap().to_owned());
        if !body.is_empty() {
            assert_eq!(parts.headers["content-type"], "application/json");
        }
        let body = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).unwrap() };
        self.seen.push(Exchange { operation, status: parts.status.as_u16(), error, body: body.clone() });
        body
    }

    async fn oidc(&mut self, operation: Operation, body: Value) -> Value {
        self.call(operation, "", "", body).await
    }

    async fn sso(&mut self, operation: Operation, query: &str, token: &str) -> Value {
        self.call(operation, query, token, Value::Null).await
    }
}

/// One after another, all that can be asked and all that can be wrong with it.
pub async fn all() -> Vec<Exchange> {
    let mut wire = Wire { bench: Bench::new().await, seen: Vec::new() };
    let client = registrations(&mut wire).await;
    let token = tokens(&mut wire, &client).await;
    portal(&mut wire, &token).await;
    wire.seen
}

/// A value with members changed; null takes one away.
fn but(value: &Value, changes: Value) -> Value {
    let mut value = value.clone();
    for (name, change) in changes.as_object().unwrap() {
        value[name] = change.clone();
    }
    value.as_object_mut().unwrap().retain(|_, member| !member.is_null());
    value
}

async fn registrations(wire: &mut Wire) -> Value {
    use Operation::{RegisterClient, StartDeviceAuthorization};
    let whole = json!({
        "clientName": "A test", "clientType": "public", "scopes": [SCOPE], "issuerUrl": START,
        "grantTypes": ["authorization_code", DEVICE, "refresh_token"],
        "redirectUris": ["http://127.0.0.1/oauth/callback"],
    });
    for change in [
        json!({ "clientName": null }),
        json!({ "clientName": 7 }),
        json!({ "clientType": "confidential" }),
        json!({ "scopes": ["everything"] }),
        json!({ "redirectUris": ["https://example.com/"] }),
        json!({ "grantTypes": ["password"] }),
    ] {
        wire.oidc(RegisterClient, but(&whole, change)).await;
    }
    for failure in [Failure::SlowDown, Failure::InternalServer] {
        wire.bench.portal.refuse_next(RegisterClient, failure);
        wire.oidc(RegisterClient, whole.clone()).await;
    }
    let refreshes = wire.oidc(RegisterClient, but(&whole, json!({ "grantTypes": ["refresh_token"] }))).await;
    let client = wire.oidc(RegisterClient, whole).await;

    let start = json!({ "clientId": client["clientId"], "clientSecret": client["clientSecret"], "startUrl": START });
    for change in [
        json!({ "startUrl": null }),
        json!({ "startUrl": "nowhere" }),
        json!({ "clientSecret": "strange" }),
        json!({ "clientId": refreshes["clientId"], "clientSecret": refreshes["clientSecret"] }),
    ] {
        wire.oidc(StartDeviceAuthorization, but(&start, change)).await;
    }
    but(&start, json!({ "startUrl": null }))
}

async fn tokens(wire: &mut Wire, client: &Value) -> String {
    use Operation::{CreateToken, RegisterClient, StartDeviceAuthorization};
    let start = but(client, json!({ "startUrl": START }));
    let device = wire.oidc(StartDeviceAuthorization, start.clone()).await;
    let poll = but(client, json!({ "grantType": DEVICE, "deviceCode": device["deviceCode"] }));
    for change in [
        json!({}),
        json!({}),
        json!({ "grantType": null }),
        json!({ "deviceCode": null }),
        json!({ "grantType": "password" }),
        json!({ "clientSecret": "strange" }),
        json!({ "deviceCode": "strange" }),
    ] {
        wire.oidc(CreateToken, but(&poll, change)).await;
    }
    let plain = wire.oidc(RegisterClient, json!({ "clientName": "Old", "clientType": "public" })).await;
    let code = json!({ "clientId": plain["clientId"], "clientSecret": plain["clientSecret"],
        "grantType": "authorization_code", "code": "any", "redirectUri": REDIRECT, "codeVerifier": VERIFIER });
    wire.oidc(CreateToken, code).await;

    let denied = wire.oidc(StartDeviceAuthorization, start.clone()).await;
    wire.bench.portal.deny_device(denied["userCode"].as_str().unwrap());
    wire.oidc(CreateToken, but(&poll, json!({ "deviceCode": denied["deviceCode"] }))).await;
    wire.bench.clock.step(Duration::from_secs(600));
    wire.oidc(CreateToken, poll.clone()).await;

    let text = |name: &str| client[name].as_str().unwrap().to_owned();
    let known = crate::bench::Client { id: text("clientId"), secret: text("clientSecret") };
    let code = wire.bench.code(&known).await;
    let by_code = json!({ "grantType": "authorization_code", "code": code, "redirectUri": REDIRECT,
        "codeVerifier": VERIFIER });
    let token = wire.oidc(CreateToken, but(client, by_code)).await;
    let refresh = json!({ "grantType": "refresh_token", "refreshToken": token["refreshToken"] });
    wire.oidc(CreateToken, but(client, refresh.clone())).await;
    wire.oidc(CreateToken, but(client, refresh)).await;
    token["accessToken"].as_str().unwrap().to_owned()
}

async fn portal(wire: &mut Wire, token: &str) {
    use Operation::{GetRoleCredentials, ListAccountRoles, ListAccounts, Logout};
    for query in ["", "max_result=1", "max_result=many", "next_token=strange"] {
        wire.sso(ListAccounts, query, token).await;
    }
    for query in ["account_id=345678901234&max_result=1", "account_id=1", "account_id=999999999999"] {
        wire.sso(ListAccountRoles, query, token).await;
    }
    for query in ["account_id=123456789012&role_name=ReadOnly", "role_name=ReadOnly", "account_id=123456789012"] {
        wire.sso(GetRoleCredentials, query, token).await;
    }
    wire.sso(GetRoleCredentials, "account_id=123456789012&role_name=Other", token).await;
    for operation in [ListAccounts, ListAccountRoles, GetRoleCredentials, Logout] {
        wire.bench.portal.refuse_next(operation, Failure::TooManyRequests);
        wire.sso(operation, "", token).await;
        wire.sso(operation, "", "strange").await;
    }
    wire.sso(Logout, "", token).await;
    wire.sso(Logout, "", token).await;
}
