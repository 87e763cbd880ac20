//! From a request to a reply: the account's rules behind CloudFront's wire format, with the failures in between.

use std::sync::Mutex;

use http::{Request, Response};
use jiff::Timestamp;

use crate::account::{Account, Verdict};
use crate::chance::Chance;
use crate::disk::Disk;
use crate::faults::{Fault, Faults};
use crate::operation::{Call, Target};
use crate::refusal::Refusal;
use crate::rehearsal::Rehearsal;
use crate::wire::configuration::etag;
use crate::wire::{Answer, VERSION, configuration, lists, requests, route, single};

/// What comes of a request. Who carries it — the SDK in this process, or a socket — makes the best of each.
#[derive(Debug)]
pub enum Reply {
    /// An answer, good or bad.
    Answer(Response<Vec<u8>>),
    /// The connection could not be made.
    Unreachable,
    /// The connection broke after the request was acted upon.
    Lost,
    /// Nothing will ever come.
    Silence,
}

/// The simulated service.
#[derive(Debug)]
pub(crate) struct Service {
    account: Mutex<Account>,
    rehearsal: Mutex<Rehearsal>,
    disk: Option<Disk>,
    pub(crate) faults: Faults,
    request_ids: Mutex<Chance>,
}

impl Service {
    pub(crate) fn new(account: Account, disk: Option<Disk>, opened: Timestamp) -> Self {
        let request_ids = Mutex::new(Chance::of(&["request", &opened.to_string()]));
        let (account, rehearsal) = (Mutex::new(account), Mutex::default());
        Self { account, rehearsal, disk, faults: Faults::default(), request_ids }
    }

    pub(crate) fn lift_throttle(&self) {
        crate::lock(&self.account).lift_throttle();
    }

    /// Answers one request at one time.
    pub(crate) fn reply(&self, request: &Request<Vec<u8>>, now: Timestamp) -> Reply {
        let request_id = crate::lock(&self.request_ids).uuid();
        let result = (|| {
            let uri = request.uri();
            let call = route::route(request.method().as_str(), uri.path(), uri.query().unwrap_or_default())?;
            check_signature(request)?;
            Ok(call)
        })();
        let refuse = |refusal: &Refusal| Reply::Answer(Answer::refused(refusal, &request_id).into_http(&request_id));
        let call = match result {
            Ok(call) => call,
            Err(refusal) => return refuse(&refusal),
        };
        let act = || match self.act(&call, request.body(), now) {
            Ok(answer) => answer,
            Err(refusal) => Answer::refused(&refusal, &request_id),
        };
        let fault = self.faults.take(call.operation()).or_else(|| self.rehearsed(&call, request.body()));
        match fault {
            None => Reply::Answer(act().into_http(&request_id)),
            Some(Fault::Refuse(refusal)) => refuse(&refusal),
            Some(Fault::Denied) => refuse(&Refusal::access_denied(&call)),
            Some(Fault::Unreachable) => Reply::Unreachable,
            Some(Fault::LostReply) => {
                act();
                Reply::Lost
            }
            Some(Fault::Silence) => {
                act();
                Reply::Silence
            }
            Some(Fault::Malformed) => {
                let mut answer = act();
                answer.body.truncate(answer.body.len() / 2);
                Reply::Answer(answer.into_http(&request_id))
            }
        }
    }

    fn rehearsed(&self, call: &Call, body: &[u8]) -> Option<Fault> {
        let Call::CreateInvalidation(target) = call else { return None };
        crate::lock(&self.rehearsal).fault(target, &requests::batch(body).ok()?)
    }

    fn act(&self, call: &Call, body: &[u8], now: Timestamp) -> Result<Answer, Refusal> {
        let mut account = crate::lock(&self.account);
        account.authorise(call)?;
        Ok(match call {
            Call::CreateInvalidation(target) => self.create(&mut account, target, body, now)?,
            Call::GetInvalidation(target, id) => {
                Answer::ok(single::invalidation(account.invalidation(target, id)?, now))
            }
            Call::ListInvalidations(target, asked) => {
                Answer::ok(lists::invalidations(&account.invalidations(target, asked)?, asked, now))
            }
            Call::ListDistributions(asked) => {
                Answer::ok(lists::distributions(&account.distributions(asked)?, asked, &account))
            }
            Call::GetDistribution(id) => {
                let in_progress = account.in_progress(id, now)?;
                let body = configuration::distribution(account.distribution(id)?, &account, in_progress);
                Answer::ok(body).with("etag", etag(id))
            }
            Call::GetDistributionConfig(id) => {
                Answer::ok(configuration::config(account.distribution(id)?)).with("etag", etag(id))
            }
            Call::GetCachePolicy(id) => {
                Answer::ok(single::cache_policy(account.cache_policy(id)?, &account)).with("etag", etag(id))
            }
            Call::ListDistributionTenants => {
                let (distribution, asked) = requests::tenants(body)?;
                Answer::ok(lists::tenants(&account.tenants(distribution.as_deref(), &asked)?, &account))
            }
            Call::GetDistributionTenant(id) => {
                let tenant = account.tenant(id)?;
                Answer::ok(single::tenant(tenant, &account)).with("etag", etag(tenant.id))
            }
        })
    }

    fn create(&self, account: &mut Account, target: &Target, body: &[u8], now: Timestamp) -> Result<Answer, Refusal> {
        account.pace(now)?;
        let (id, body) = match account.judge(target, requests::batch(body)?, now)? {
            Verdict::Before(before) => (before.id.clone(), single::invalidation(before, now)),
            Verdict::New(invalidation) => {
                // Stored before it is told: what a caller was promised must be there after a restart.
                if let Some(disk) = &self.disk {
                    disk.keep(&invalidation).map_err(|error| {
                        tracing::error!(%error, id = invalidation.id, "the practice account could not be stored");
                        Refusal::internal_error()
                    })?;
                }
                let told = (invalidation.id.clone(), single::invalidation(&invalidation, now));
                account.record(invalidation);
                told
            }
        };
        let (kind, owner) = (target.kind(), target.id());
        let location = format!("https://cloudfront.amazonaws.com/{VERSION}/{kind}/{owner}/invalidation/{id}");
        Ok(Answer { status: 201, headers: vec![("location", location)], body })
    }
}

/// Whether the request is signed for where CloudFront is: `us-east-1`. Any key will do, and the signature itself is
/// not computed again.
fn check_signature(request: &Request<Vec<u8>>) -> Result<(), Refusal> {
    let header = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    let signed = header.and_then(|value| value.strip_prefix("AWS4-HMAC-SHA256 "));
    let credential = signed.and_then(|fields| fields.split(", ").find_map(|field| field.strip_prefix("Credential=")));
    // Key id, day, region, service, and a fixed word (AWS General Reference, "Signature Version 4").
    match credential.map(|credential| credential.split('/').collect::<Vec<_>>()).as_deref() {
        Some([_, _, "us-east-1", "cloudfront", "aws4_request"]) => Ok(()),
        Some([_, _, "us-east-1", ..]) => Err(Refusal::wrong_scope("cloudfront")),
        Some(_) => Err(Refusal::wrong_scope("us-east-1")),
        None => Err(Refusal::missing_authentication_token()),
    }
}
