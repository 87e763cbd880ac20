//! The credentials of one connection: got when they are first needed, and anew before they end.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use aws_credential_types::Credentials;
use aws_credential_types::provider::{self, ProvideCredentials, future};
use engine::ports::Lasts;
use jiff::Timestamp;
use secrecy::SecretString;

use crate::SignInError;

/// What time it is; tests step it.
pub(crate) type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

/// How long credentials must last when a call begins. AWS's own tools get new ones about five minutes ahead; a call of
/// this app is over in half a minute, and what is to be sent asks for more by itself.
const FOR_A_CALL: Duration = Duration::from_secs(60);

/// Credentials that end sooner than this are not worth a call.
const AT_THE_END: Duration = Duration::from_secs(10);

/// Where credentials come from.
#[async_trait]
pub(crate) trait Source: Send + Sync {
    /// New ones. `code` is that of an MFA device, where the person has entered one.
    async fn fetch(&self, code: Option<&SecretString>) -> Result<Credentials, SignInError>;

    /// Whether the next ones come without the person.
    fn renews(&self) -> bool;

    /// Whether getting them calls nobody, so that one may look each time whether they have changed.
    fn is_at_hand(&self) -> bool;

    /// Lets go of what it holds by itself.
    async fn let_go(&self) {}
}

/// Holds credentials, and gets new ones in time.
pub(crate) struct Wallet {
    source: Box<dyn Source>,
    clock: Clock,
    held: tokio::sync::Mutex<Option<Credentials>>,
    /// What of them may be told: their end and their public half.
    told: Mutex<(Lasts, Option<String>)>,
}

impl Wallet {
    pub(crate) fn new(source: impl Source + 'static, clock: Clock) -> Self {
        let told = Mutex::new((Lasts::Unopened, None));
        Self { source: Box::new(source), clock, held: tokio::sync::Mutex::default(), told }
    }

    /// Credentials that last so long.
    ///
    /// # Errors
    /// Whatever keeps new ones away where those at hand do not last.
    pub(crate) async fn good_for(&self, at_least: Duration) -> Result<Credentials, SignInError> {
        let mut held = self.held.lock().await;
        if let Some(credentials) = held.as_ref()
            && !self.source.is_at_hand()
            && self.lasts_for(credentials, at_least)
        {
            return Ok(credentials.clone());
        }
        self.fetch(&mut held, None).await
    }

    /// Credentials for a call. Where new ones cannot be had, those that have not quite ended serve once more.
    pub(crate) async fn for_a_call(&self) -> Result<Credentials, SignInError> {
        let new = self.good_for(FOR_A_CALL).await;
        match (new, self.held.lock().await.as_ref()) {
            (Err(error), Some(old)) if error.may_pass() && self.lasts_for(old, AT_THE_END) => Ok(old.clone()),
            (new, _) => new,
        }
    }

    /// New credentials with the code of an MFA device.
    pub(crate) async fn enter_code(&self, code: &SecretString) -> Result<(), SignInError> {
        let mut held = self.held.lock().await;
        self.fetch(&mut held, Some(code)).await.map(|_| ())
    }

    async fn fetch(
        &self,
        held: &mut Option<Credentials>,
        code: Option<&SecretString>,
    ) -> Result<Credentials, SignInError> {
        let credentials = self.source.fetch(code).await?;
        let lasts = match credentials.expiry().and_then(|end| Timestamp::try_from(end).ok()) {
            Some(at) => Lasts::Until { at, renews: self.source.renews() },
            None => Lasts::Endless,
        };
        *self.told() = (lasts, Some(credentials.access_key_id().to_owned()));
        *held = Some(credentials.clone());
        Ok(credentials)
    }

    fn lasts_for(&self, credentials: &Credentials, time: Duration) -> bool {
        credentials.expiry().is_none_or(|end| end > (self.clock)() + time)
    }

    /// How long they last, as far as is known.
    pub(crate) fn lasts(&self) -> Lasts {
        self.told().0.clone()
    }

    /// Their public half.
    pub(crate) fn mark(&self) -> Option<String> {
        self.told().1.clone()
    }

    /// Lets go of them.
    pub(crate) async fn let_go(&self) {
        *self.held.lock().await = None;
        *self.told() = (Lasts::Unopened, None);
        self.source.let_go().await;
    }

    fn told(&self) -> std::sync::MutexGuard<'_, (Lasts, Option<String>)> {
        // It is replaced as a whole, so one that a panic poisoned is still good.
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The wallet as the SDK asks for credentials.
#[derive(Clone)]
pub(crate) struct FromWallet(pub(crate) Arc<Wallet>);

impl FromWallet {
    async fn give(&self) -> provider::Result {
        self.0.for_a_call().await.map_err(SignInError::carried)
    }
}

impl ProvideCredentials for FromWallet {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.give())
    }
}

impl fmt::Debug for FromWallet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FromWallet")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

    use super::*;

    /// Credentials of ten minutes, as long as it is not stopped.
    struct Mint {
        clock: Clock,
        fetched: Arc<AtomicUsize>,
        stopped: Arc<Mutex<Option<SignInError>>>,
    }

    #[async_trait]
    impl Source for Mint {
        async fn fetch(&self, _: Option<&SecretString>) -> Result<Credentials, SignInError> {
            if let Some(error) = self.stopped.lock().unwrap().clone() {
                return Err(error);
            }
            let number = self.fetched.fetch_add(1, Ordering::SeqCst);
            let end = (self.clock)() + Duration::from_secs(600);
            Ok(Credentials::new(format!("ASIA{number}"), "s", Some("t".into()), Some(end), "test"))
        }

        fn renews(&self) -> bool {
            true
        }

        fn is_at_hand(&self) -> bool {
            false
        }
    }

    struct Stage {
        wallet: Wallet,
        seconds: Arc<AtomicU64>,
        fetched: Arc<AtomicUsize>,
        stopped: Arc<Mutex<Option<SignInError>>>,
    }

    fn stage() -> Stage {
        let seconds = Arc::new(AtomicU64::new(1_800_000_000));
        let (now, fetched, stopped) = (seconds.clone(), Arc::<AtomicUsize>::default(), Arc::default());
        let clock: Clock = Arc::new(move || SystemTime::UNIX_EPOCH + Duration::from_secs(now.load(Ordering::SeqCst)));
        let mint = Mint { clock: clock.clone(), fetched: fetched.clone(), stopped: Arc::clone(&stopped) };
        Stage { wallet: Wallet::new(mint, clock), seconds, fetched, stopped }
    }

    #[tokio::test]
    async fn credentials_are_got_once_and_anew_before_they_end() {
        let stage = stage();
        for (later, fetched) in [(0, 1), (300, 1), (239, 1), (2, 2)] {
            stage.seconds.fetch_add(later, Ordering::SeqCst);
            stage.wallet.for_a_call().await.unwrap();
            assert_eq!(stage.fetched.load(Ordering::SeqCst), fetched, "after {later} s more");
        }
    }

    #[tokio::test]
    async fn what_begins_gets_credentials_that_last_to_its_end() {
        let stage = stage();
        stage.wallet.good_for(Duration::from_secs(120)).await.unwrap();
        stage.seconds.fetch_add(481, Ordering::SeqCst);
        stage.wallet.for_a_call().await.unwrap();
        assert_eq!(stage.fetched.load(Ordering::SeqCst), 1, "119 s are enough for a call");
        stage.wallet.good_for(Duration::from_secs(120)).await.unwrap();
        assert_eq!(stage.fetched.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn while_new_ones_cannot_be_had_the_old_serve_to_their_end_but_begin_nothing_long() {
        let stage = stage();
        stage.wallet.for_a_call().await.unwrap();
        let down = SignInError::Throttled { detail: "Rate exceeded".into() };
        *stage.stopped.lock().unwrap() = Some(down.clone());
        stage.seconds.fetch_add(580, Ordering::SeqCst);
        assert_eq!(stage.wallet.for_a_call().await.unwrap().access_key_id(), "ASIA0");
        assert_eq!(stage.wallet.good_for(Duration::from_secs(120)).await.unwrap_err(), down);
        stage.seconds.fetch_add(15, Ordering::SeqCst);
        assert_eq!(stage.wallet.for_a_call().await.unwrap_err(), down);
    }

    #[tokio::test]
    async fn what_was_let_go_of_is_got_anew() {
        let stage = stage();
        stage.wallet.for_a_call().await.unwrap();
        assert!(matches!(stage.wallet.lasts(), Lasts::Until { renews: true, .. }));
        assert_eq!(stage.wallet.mark().as_deref(), Some("ASIA0"));
        stage.wallet.let_go().await;
        assert_eq!((stage.wallet.lasts(), stage.wallet.mark()), (Lasts::Unopened, None));
        stage.wallet.for_a_call().await.unwrap();
        assert_eq!(stage.wallet.mark().as_deref(), Some("ASIA1"));
    }
}
