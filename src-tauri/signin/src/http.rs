//! The connections to AWS's servers: through the proxy and with the certificates that AWS's tools take too.

use std::path::PathBuf;

use aws_runtime::fs_util::{Os, home_dir};
use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_http_client::{Builder, Connector};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_types::os_shim_internal::{Env, Fs};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::SignInError;

/// The HTTP client of a connection.
///
/// The proxy is that of `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in capitals or not. The certificates
/// are those of `AWS_CA_BUNDLE`, else of the profile's `ca_bundle`, which take the place of the system's (AWS SDKs and
/// Tools Reference Guide, "General configuration settings"); else the system's.
///
/// # Errors
/// [`SignInError::Unreadable`] where the bundle cannot be read, or holds no certificate.
pub(crate) async fn client(env: &Env, ca_bundle: Option<&str>) -> Result<SharedHttpClient, SignInError> {
    let named = env.get("AWS_CA_BUNDLE").ok().filter(|path| !path.is_empty());
    let trusted = match named.as_deref().or(ca_bundle) {
        Some(path) => bundle(env, path).await?,
        None => TrustStore::default(),
    };
    let tls = TlsContext::builder()
        .with_trust_store(trusted)
        .build()
        .map_err(|error| SignInError::Unexpected { code: "TlsContext".to_owned(), detail: error.to_string() })?;
    // The SDK's own builder with a proxy takes no settings of time-outs, so its connectors are made here.
    Ok(Builder::new().build_with_connector_fn(move |settings, components| {
        let mut connector = Connector::builder().proxy_config(ProxyConfig::from_env());
        connector.set_connector_settings(settings.cloned());
        connector.set_sleep_impl(components.and_then(|components| components.sleep_impl()));
        connector.tls_provider(Provider::Rustls(CryptoMode::AwsLc)).tls_context(tls.clone()).build()
    }))
}

async fn bundle(env: &Env, path: &str) -> Result<TrustStore, SignInError> {
    let path = match (path.strip_prefix("~/"), home_dir(env, Os::real())) {
        (Some(below_home), Some(home)) => PathBuf::from(home).join(below_home),
        _ => PathBuf::from(path),
    };
    let refuse = |detail: String| SignInError::Unreadable { path: path.display().to_string(), detail };
    let pem = Fs::real()
        .read_to_end(&path)
        .await
        .map_err(|error| refuse(format!("{error} (AWS_CA_BUNDLE, or ca_bundle)")))?;
    check(&pem).map_err(refuse)?;
    Ok(TrustStore::empty().with_pem_certificate(pem))
}

/// The SDK would stop the whole app at a certificate that it cannot read, so each is read here first.
fn check(pem: &[u8]) -> Result<(), String> {
    let mut trusted = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|error| format!("a certificate in it is broken ({error})"))?;
        trusted.add(certificate).map_err(|error| format!("a certificate in it cannot be used ({error})"))?;
    }
    match trusted.is_empty() {
        true => Err("it holds no certificate in the PEM form".to_owned()),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_that_is_none_is_told_and_stops_nothing() {
        assert!(check(b"").is_err_and(|why| why.contains("no certificate")));
        assert!(check(b"hello").is_err_and(|why| why.contains("no certificate")));
        let broken = b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assert!(check(broken).is_err_and(|why| why.contains("cannot be used")));
        let torn = b"-----BEGIN CERTIFICATE-----\nAAAA\n";
        assert!(check(torn).is_err());
    }
}
