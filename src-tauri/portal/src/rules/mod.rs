//! What Identity Center does: shapes and a time in, shapes or a refusal out. Nothing here knows HTTP or looks at a clock.

mod access;
mod clients;
mod codes;
mod devices;
mod tokens;

use std::collections::HashMap;

use crate::mint::Mint;
use crate::settings::Settings;
use clients::Client;
use codes::{Asked, Code};
use devices::Device;
use tokens::Session;

/// One Identity Center instance, with one person who uses it.
#[derive(Debug)]
pub(crate) struct Center {
    settings: Settings,
    /// Where the stand-in is, for the addresses of its pages.
    url: String,
    mint: Mint,
    clients: HashMap<String, Client>,
    devices: Vec<Device>,
    /// Pages of the authorization code flow that nobody has answered, by the number that is in their links.
    asked: HashMap<String, Asked>,
    codes: HashMap<String, Code>,
    sessions: Vec<Session>,
}

/// What a page's rules decide that a browser gets.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Page {
    /// A question, with the addresses on this server of its two answers.
    Ask { client: String, sentence: &'static str, allow: String, deny: String },
    /// The question for a user code.
    AskForACode,
    /// On to somewhere else.
    Redirect(String),
    /// A sentence.
    Tell { status: u16, title: &'static str, sentence: &'static str },
}

impl Center {
    pub fn new(settings: Settings, url: String) -> Self {
        Self {
            settings,
            url,
            mint: Mint::new(),
            clients: HashMap::new(),
            devices: Vec::new(),
            asked: HashMap::new(),
            codes: HashMap::new(),
            sessions: Vec::new(),
        }
    }

    /// Ends every session, with its access and refresh tokens, and everything that could become one. Clients stay.
    pub fn revoke_everything(&mut self) {
        self.devices.clear();
        self.asked.clear();
        self.codes.clear();
        self.sessions.clear();
    }

    /// Forgets every registration.
    pub fn forget_clients(&mut self) {
        self.clients.clear();
    }
}
