//! Was a request handed to the network, and for whom?

use std::sync::{Arc, OnceLock};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

/// Notes the moment at which a call is signed and about to leave.
///
/// The SDK's error for a time-out is the same whether it waited for credentials or for an answer, and only the second
/// may have changed something. What happens before this moment was certainly not sent.
#[derive(Clone, Debug, Default)]
pub struct Probe(Arc<OnceLock<String>>);

impl Probe {
    /// Whom the request was addressed to, once it was handed to the network.
    pub fn handed_to(&self) -> Option<&str> {
        self.0.get().map(String::as_str)
    }
}

#[dyn_dispatch_hint]
impl Intercept for Probe {
    fn name(&self) -> &'static str {
        "Probe"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // A retry goes to the same place; the first note stands.
        self.0.get_or_init(|| origin(context.request().uri()));
        Ok(())
    }
}

/// `scheme://host:port` of an address, without what else it may carry.
fn origin(uri: &str) -> String {
    let (scheme, rest) = uri.split_once("://").unwrap_or(("https", uri));
    let authority = rest.split(['/', '?']).next().unwrap_or(rest);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    format!("{scheme}://{host}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_no_path_and_no_password() {
        assert_eq!(origin("https://cloudfront.amazonaws.com/2020-05-31/x?a=b"), "https://cloudfront.amazonaws.com");
        assert_eq!(origin("http://me:secret@127.0.0.1:5000/x"), "http://127.0.0.1:5000");
    }
}
