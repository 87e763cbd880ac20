//! One reply to one request. It knows nothing of how either travels, nor where the time comes from.

use std::collections::VecDeque;

use bytes::Bytes;
use http::{Request, Response};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use crate::operation::{Call, Operation};
use crate::refusal::{Failure, Refusal};
use crate::rules::{Center, Page};
use crate::wire::{self, PortalRequest};
use crate::{pages, settings::Settings};

#[derive(Debug)]
pub(crate) struct Service {
    pub center: Center,
    pub calls: Vec<Call>,
    failures: VecDeque<(Operation, Failure)>,
}

impl Service {
    pub fn new(settings: Settings, url: String) -> Self {
        Self { center: Center::new(settings, url), calls: Vec::new(), failures: VecDeque::new() }
    }

    /// The next call of an operation fails like this, whatever it asks for, and changes nothing.
    pub fn refuse_next(&mut self, operation: Operation, failure: Failure) {
        self.failures.push_back((operation, failure));
    }

    /// The reply; nothing where the request is not Identity Center's.
    pub fn reply(&mut self, request: &Request<Bytes>, now: Timestamp) -> Option<Response<Bytes>> {
        let (method, path) = (request.method().as_str(), request.uri().path());
        let (name, reply) = match Operation::of(method, path) {
            Some(operation) => (operation.name(), self.operate(operation, request, now)),
            None => self.page(method, path, request.uri().query().unwrap_or_default(), now)?,
        };
        self.note(name, &reply);
        Some(reply)
    }

    /// Keeps a call that was answered, here or elsewhere.
    pub fn note(&mut self, operation: &'static str, reply: &Response<Bytes>) {
        self.calls.push(Call { operation, status: reply.status().as_u16() });
    }

    fn operate(&mut self, operation: Operation, request: &Request<Bytes>, now: Timestamp) -> Response<Bytes> {
        let next = self.failures.iter().position(|(known, _)| *known == operation);
        let reply = match next.and_then(|place| self.failures.remove(place)) {
            Some((_, failure)) => Err(failure.because("The test wants it so.")),
            None => self.ask(operation, request, now),
        };
        reply.unwrap_or_else(|refusal| wire::refused(operation, &refusal))
    }

    fn ask(
        &mut self,
        operation: Operation,
        request: &Request<Bytes>,
        now: Timestamp,
    ) -> Result<Response<Bytes>, Refusal> {
        let center = &mut self.center;
        Ok(match operation {
            Operation::RegisterClient => wire::done(&center.register_client(read(request)?, now)?),
            Operation::StartDeviceAuthorization => wire::done(&center.start_device_authorization(read(request)?, now)?),
            Operation::CreateToken => wire::done(&center.create_token(read(request)?, now)?),
            Operation::ListAccounts => wire::done(&center.list_accounts(&portal_request(request), now)?),
            Operation::ListAccountRoles => wire::done(&center.list_account_roles(&portal_request(request), now)?),
            Operation::GetRoleCredentials => wire::done(&center.get_role_credentials(&portal_request(request), now)?),
            Operation::Logout => {
                center.logout(&portal_request(request), now)?;
                wire::nothing()
            }
        })
    }

    fn page(
        &mut self,
        method: &str,
        path: &str,
        query: &str,
        now: Timestamp,
    ) -> Option<(&'static str, Response<Bytes>)> {
        let center = &mut self.center;
        let (name, page) = match (method, path) {
            ("GET", "/authorize") => ("Authorize", center.authorize(query, now)),
            ("GET", "/authorize/allow") => ("Authorize", center.answer_authorize(query, true, now)),
            ("GET", "/authorize/deny") => ("Authorize", center.answer_authorize(query, false, now)),
            ("GET", "/device") => ("Device", center.device_page(query, now)),
            ("GET", "/device/allow") => ("Device", center.answer_device(query, true, now)),
            ("GET", "/device/deny") => ("Device", center.answer_device(query, false, now)),
            _ => return None,
        };
        let reply = match page {
            Page::Ask { client, sentence, allow, deny } => pages::ask(&client, sentence, &allow, &deny),
            Page::AskForACode => pages::ask_for_a_code(),
            Page::Redirect(location) => pages::redirect(&location),
            Page::Tell { status, title, sentence } => pages::tell(status, title, sentence),
        };
        Some((name, reply))
    }
}

/// The body as a shape. What the shape does not have is passed over, as the services do.
fn read<T: DeserializeOwned>(request: &Request<Bytes>) -> Result<T, Refusal> {
    serde_json::from_slice(request.body())
        .map_err(|_| Failure::InvalidRequest.because("The request is not the JSON of this operation."))
}

fn portal_request(request: &Request<Bytes>) -> PortalRequest {
    let token = request.headers().get("x-amz-sso_bearer_token").and_then(|token| token.to_str().ok());
    let mut read = PortalRequest { access_token: token.map(str::to_owned), ..PortalRequest::default() };
    for (name, value) in form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()) {
        let member = match name.as_ref() {
            "account_id" => &mut read.account_id,
            "role_name" => &mut read.role_name,
            "next_token" => &mut read.next_token,
            "max_result" => &mut read.max_result,
            _ => continue,
        };
        *member = Some(value.into_owned());
    }
    read
}
