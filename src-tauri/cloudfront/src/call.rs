//! One call under way: what it asks for, and what is known when it fails.

use aws_sdk_cloudfront::error::{ProvideErrorMetadata, SdkError};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use domain::{InvalidationId, Target};
use engine::Failure;
use mishaps::Probe;

use crate::failure;

/// What a call asks for, in the words of a failure, and how far it came.
#[derive(Debug)]
pub(crate) struct Call {
    /// Whether it changes something: then a lost reply is not the same as no reply.
    pub(crate) submits: bool,
    /// What it is about, such as `distribution E123`.
    pub(crate) about: String,
    /// The invalidation it is about, where it is about one.
    pub(crate) invalidation: Option<InvalidationId>,
    /// Where it is expected to go.
    pub(crate) endpoint: String,
    /// How far it came.
    pub(crate) probe: Probe,
}

impl Call {
    /// The failure as the person can act on it.
    pub(crate) fn failed<E>(&self, error: SdkError<E, HttpResponse>) -> Failure
    where
        E: std::error::Error + ProvideErrorMetadata + 'static,
    {
        let failure = failure::translate(&error, self);
        tracing::debug!(about = %self.about, failure = %failure.logged(), "CloudFront call failed");
        failure
    }

    /// An answer came whose XML could be read, but not what it says.
    pub(crate) fn unreadable(&self, what: &str) -> Failure {
        let detail = format!("the answer about {} could not be used: {what}", self.about);
        tracing::warn!(%detail, "CloudFront's answer was not understood");
        Failure::ReplyLost { detail }
    }
}

/// A target in the words of a failure.
pub(crate) fn name_of(target: &Target) -> String {
    match target {
        Target::Distribution(id) => format!("distribution {id}"),
        Target::Tenant(id) => format!("distribution tenant {id}"),
    }
}
