//! A portal of IAM Identity Center, and what stands behind it: moto, which serves every other call.

use std::time::Duration;

use portal::{Choice, Portal, Settings};
use tokio::runtime::{Builder, Runtime};

use super::Moto;

/// The portal, and the person's browser.
pub struct IdentityCenter {
    portal: Portal,
    // Serves the portal as long as it stands.
    runtime: Runtime,
}

impl IdentityCenter {
    /// Starts one whose accounts moto answers for. Whatever is secret of what it gives begins with `canary-`.
    #[track_caller]
    pub fn before(moto: &Moto) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let settings =
            Settings { upstream: Some(moto.endpoint()), interval: Duration::from_secs(1), ..Settings::default() };
        let portal = runtime.block_on(Portal::start(settings)).unwrap();
        Self { portal, runtime }
    }

    /// Where every call goes.
    pub fn endpoint(&self) -> String {
        self.portal.url()
    }

    /// Its page.
    pub fn start_url(&self) -> String {
        format!("{}/start", self.portal.url())
    }

    /// The person goes through a page of it, and the browser follows where that leads.
    #[track_caller]
    pub fn allow(&self, page: &str) -> String {
        let back = self.runtime.block_on(self.portal.visit(page, Choice::Allow)).unwrap();
        if back.starts_with("http://127.0.0.1") { self.runtime.block_on(get(&back)) } else { back }
    }

    /// The person compares the code and allows it.
    pub fn allow_code(&self, code: &str) {
        self.portal.allow_device(code);
    }

    /// Ends every session.
    pub fn end_every_session(&self) {
        self.portal.revoke_everything();
    }
}

/// Opens an address of this computer as a browser does. Gives the page.
async fn get(url: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let (host, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
    let head = format!("GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).await.unwrap();
    page
}
