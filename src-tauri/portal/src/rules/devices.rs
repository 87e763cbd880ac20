//! The device flow (RFC 8628): StartDeviceAuthorization, what the person answers, and the pace of polling.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use url::form_urlencoded;

use super::clients::{Grant, required, web_address};
use super::{Center, Page};
use crate::refusal::{Failure, Refusal};
use crate::wire::{StartDeviceAuthorizationRequest, StartDeviceAuthorizationResponse};

/// By how much the interval grows with every poll that came too early (RFC 8628, section 3.5).
const SLOWER: Duration = Duration::from_secs(5);

/// A device that wants access.
#[derive(Debug)]
pub(super) struct Device {
    code: String,
    user_code: String,
    client: String,
    expires: Timestamp,
    interval: Duration,
    polled: Option<Timestamp>,
    /// What the person said.
    allowed: Option<bool>,
}

impl Center {
    pub fn start_device_authorization(
        &mut self,
        request: StartDeviceAuthorizationRequest,
        now: Timestamp,
    ) -> Result<StartDeviceAuthorizationResponse, Refusal> {
        let start = required(request.start_url)?;
        let client = self.client(request.client_id, request.client_secret, now)?;
        web_address(&start)?;
        client.may(Grant::DeviceCode)?;
        let (code, user_code) = (self.mint.text(&self.settings.secrets.device_code), self.mint.user_code());
        let (life, interval) = (self.settings.code_life, self.settings.interval);
        self.devices.push(Device {
            code: code.clone(),
            user_code: user_code.clone(),
            client: client.id,
            expires: now + life,
            interval,
            polled: None,
            allowed: None,
        });
        let page = format!("{}/device", self.url);
        Ok(StartDeviceAuthorizationResponse {
            device_code: code,
            verification_uri_complete: format!("{page}?user_code={user_code}"),
            verification_uri: page,
            user_code,
            expires_in: life.as_secs(),
            interval: interval.as_secs(),
        })
    }

    /// What a device is told that polls. Once allowed, its code is used up.
    ///
    /// The pace is asked of a device that waits only: an answer of the person's is told whenever it is asked for.
    pub(super) fn poll(&mut self, client: &str, code: &str, now: Timestamp) -> Result<(), Refusal> {
        let known = self.devices.iter().position(|device| device.code == code && device.client == client);
        let place = known.ok_or_else(|| Failure::InvalidGrant.because("The device code is not valid."))?;
        let device = &mut self.devices[place];
        if now >= device.expires {
            return Err(Failure::ExpiredToken.because("The device code has expired."));
        }
        match device.allowed {
            Some(true) => {
                self.devices.remove(place);
                Ok(())
            }
            Some(false) => Err(Failure::AccessDenied.because("The person denied access.")),
            None => Err(device.wait(now)),
        }
    }

    /// Answers for the person. Says whether a device waits under that code; an answer that was given is not taken back.
    pub fn decide_device(&mut self, user_code: &str, allowed: bool, now: Timestamp) -> bool {
        let device = self.waiting(user_code, now);
        device.map(|device| device.allowed = Some(allowed)).is_some()
    }

    /// The page at `verificationUri`, with or without `user_code`.
    pub fn device_page(&mut self, query: &str, now: Timestamp) -> Page {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        let Some((_, user_code)) = pairs.find(|(name, _)| name == "user_code") else { return Page::AskForACode };
        let Some(device) = self.waiting(&user_code, now) else { return NO_DEVICE };
        let (code, client) = (device.user_code.clone(), device.client.clone());
        let link = |answer: &str| format!("/device/{answer}?user_code={code}");
        let (allow, deny) = (link("allow"), link("deny"));
        let client = self.clients.get(&client).map(|client| client.name.clone()).unwrap_or_default();
        Page::Ask { client, sentence: "Allow it only if your device shows the same code.", allow, deny }
    }

    /// What follows a click on that page.
    pub fn answer_device(&mut self, query: &str, allowed: bool, now: Timestamp) -> Page {
        let user_code = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "user_code");
        let known = user_code.is_some_and(|(_, code)| self.decide_device(&code, allowed, now));
        match (known, allowed) {
            (false, _) => NO_DEVICE,
            (true, true) => Page::Tell { status: 200, title: "Allowed", sentence: "You can close this window." },
            (true, false) => Page::Tell { status: 200, title: "Denied", sentence: "You can close this window." },
        }
    }

    fn waiting(&mut self, user_code: &str, now: Timestamp) -> Option<&mut Device> {
        let mine = |device: &&mut Device| device.user_code.eq_ignore_ascii_case(user_code.trim());
        self.devices.iter_mut().find(mine).filter(|device| device.allowed.is_none() && now < device.expires)
    }
}

const NO_DEVICE: Page =
    Page::Tell { status: 400, title: "Not possible", sentence: "No device waits for an answer under this code." };

impl Device {
    /// Every poll counts, also one that came too early.
    fn wait(&mut self, now: Timestamp) -> Refusal {
        let before = self.polled.replace(now);
        let interval = SignedDuration::try_from(self.interval).unwrap_or(SignedDuration::MAX);
        if before.is_some_and(|before| now.duration_since(before) < interval) {
            self.interval += SLOWER;
            return Failure::SlowDown.because("The device polls too quickly.");
        }
        Failure::AuthorizationPending.because("The person has not answered yet.")
    }
}
