//! What CloudFront takes and what it refuses, as functions of what was sent, what there is, and the time.

pub(crate) mod paths;
pub(crate) mod progress;
pub(crate) mod quotas;
pub(crate) mod references;
pub(crate) mod throttle;
