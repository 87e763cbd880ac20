//! The practice account as others use it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aws_smithy_runtime_api::client::http::SharedHttpClient;
use http::Request;
use jiff::Timestamp;
use thiserror::Error;

use crate::account::Account;
use crate::content::ids;
use crate::disk::Disk;
use crate::faults::Faults;
use crate::rules::progress::Speed;
use crate::service::{Reply, Service};
use crate::{connector, content};

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// Why the practice account could not be opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// Its folder could not be made, read or written.
    #[error("the practice account's folder {} cannot be used: {source}", folder.display())]
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Its speed is not a number from 0.01 to 1,000,000.
    #[error("the practice account's speed must be a number from 0.01 to 1000000, not {0}")]
    Speed(f64),
}

/// Whom the account takes every caller for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The partition.
    pub partition: &'static str,
    /// The account's number.
    pub account: &'static str,
    /// The user's ARN.
    pub arn: &'static str,
}

/// The simulated account. Clones share it.
#[derive(Clone)]
pub struct Practice {
    service: Arc<Service>,
    clock: Clock,
}

impl Practice {
    /// The account's number: one that AWS's own documents use, so that nobody's real account is meant.
    pub const ACCOUNT: &str = "123456789012";

    /// The user whom the account takes every caller for.
    pub const USER_ARN: &str = "arn:aws:iam::123456789012:user/practice";

    /// The main distribution: `www.example.com`, whose default root object is `index.html`.
    pub const SITE: &str = ids::SITE;
    /// The distribution that has cache tags.
    pub const SHOP: &str = ids::SHOP;
    /// The distribution with 12,000 past invalidations.
    pub const ASSETS: &str = ids::ASSETS;
    /// The distribution on which nothing was ever invalidated.
    pub const BLOG: &str = ids::BLOG;
    /// The multi-tenant distribution.
    pub const PARTNERS: &str = ids::PARTNERS;
    /// A tenant of [`Self::PARTNERS`].
    pub const TENANT: &str = content::TENANTS[0].id;
    /// The disabled distribution.
    pub const CAMPAIGN: &str = ids::CAMPAIGN;
    /// The distribution on which creating is denied, and whose cache policy may not be read.
    pub const PRESS: &str = ids::PRESS;
    /// The distribution whose paths under `/rehearse/` make failures happen.
    pub const REHEARSAL: &str = ids::REHEARSAL;

    /// Opens the account. With a folder its state is kept there and found again; without one it is new every time.
    ///
    /// `speed` is how many times quicker than in life its own delays pass: an invalidation's seconds, and the wait
    /// after too many calls. Dates are always the clock's.
    ///
    /// # Errors
    /// When the folder cannot be used, or the speed is none.
    pub fn open(folder: Option<&Path>, clock: Clock, speed: f64) -> Result<Self, OpenError> {
        let pace = Speed::new(speed).ok_or(OpenError::Speed(speed))?;
        let now = clock();
        let service = match folder {
            None => Service::new(Account::new(now, pace), None, now),
            Some(folder) => Self::from_disk(folder, now, pace)
                .map_err(|source| OpenError::Folder { folder: folder.to_owned(), source })?,
        };
        Ok(Self { service: Arc::new(service), clock })
    }

    fn from_disk(folder: &Path, now: Timestamp, speed: Speed) -> io::Result<Service> {
        let disk = Disk::open(folder)?;
        let mut account = Account::new(disk.opened(now)?, speed);
        disk.invalidations()?.into_iter().for_each(|kept| account.record(kept));
        Ok(Service::new(account, Some(disk), now))
    }

    /// The HTTP client that makes the real SDK talk to this account, for
    /// `aws_sdk_cloudfront::Config::builder().http_client(…)`. Any key will do; the region must be `us-east-1`.
    pub fn http_client(&self) -> SharedHttpClient {
        connector::http_client(self.clone())
    }

    /// Answers one request now. For whoever serves the account over a socket.
    pub fn reply(&self, request: &Request<Vec<u8>>) -> Reply {
        self.service.reply(request, (self.clock)())
    }

    /// Whom the account takes every caller for.
    pub fn identity(&self) -> Identity {
        Identity { partition: "aws", account: Self::ACCOUNT, arn: Self::USER_ARN }
    }

    /// Failures on demand, for tests.
    pub fn faults(&self) -> &Faults {
        &self.service.faults
    }

    /// Lets CreateInvalidation be called as quickly as one likes, for tests whose clock stands still.
    pub fn lift_throttle(&self) {
        self.service.lift_throttle();
    }
}

impl fmt::Debug for Practice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Practice").finish_non_exhaustive()
    }
}
