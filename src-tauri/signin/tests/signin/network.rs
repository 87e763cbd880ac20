//! The proxy and the certificates that AWS's tools take.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, mpsc};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, Stream};
use signin::{SignInError, who_am_i};

use crate::support::{Server, World, inside, response};
use crate::way::{SignIn, configure};

const WHO: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult>\
                   <Arn>arn:aws:iam::123456789012:user/ann</Arn><UserId>A</UserId><Account>123456789012</Account>\
                   </GetCallerIdentityResult></GetCallerIdentityResponse>";

fn key() -> SignIn {
    SignIn::key("AKIAEXAMPLE", "testing")
}

#[test]
fn plain_calls_go_through_the_proxy_unless_their_host_is_left_out() {
    // The proxy answers in the server's place; a host that does not exist shows that it was asked.
    let world = || {
        let proxy = Server::answering(200, WHO);
        let url = proxy.url().to_owned();
        let mut world = World::default().var("HTTP_PROXY", url).var("NO_PROXY", "direct.invalid");
        world.servers.push(Box::new(proxy));
        world
    };
    inside(world, async || {
        let config = configure(&key(), Some("http://sts.invalid")).await.unwrap();
        assert_eq!(who_am_i(&config).await.unwrap().account, "123456789012");
        let config = configure(&key(), Some("http://direct.invalid")).await.unwrap();
        assert!(matches!(who_am_i(&config).await.unwrap_err(), SignInError::Unreachable { .. }));
    });
}

#[test]
fn encrypted_calls_ask_the_proxy_for_a_tunnel() {
    let world = || {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut head = [0; 512];
                let read = stream.read(&mut head).unwrap_or(0);
                let _ = tell.send(String::from_utf8_lossy(&head[..read]).into_owned());
                let _ = stream.write_all(b"HTTP/1.1 403 Forbidden\r\n\r\n");
            }
        });
        // The outer process checks what the proxy was asked when the inner one has ended.
        let asked = Asked(told);
        let mut world = World::default().var("HTTPS_PROXY", url);
        world.servers.push(Box::new(asked));
        world
    };
    inside(world, async || {
        let config = configure(&key(), None).await.unwrap();
        let error = who_am_i(&config).await.unwrap_err();
        assert!(matches!(error, SignInError::Unreachable { .. } | SignInError::ReplyLost { .. }), "{error:?}");
    });
}

/// What the proxy was asked.
struct Asked(mpsc::Receiver<String>);

impl Drop for Asked {
    fn drop(&mut self) {
        let asked = self.0.try_recv().unwrap_or_default();
        assert!(asked.starts_with("CONNECT sts.us-east-1.amazonaws.com:443"), "the proxy was asked: {asked:?}");
    }
}

#[test]
fn a_bundle_of_certificates_that_is_none_is_named() {
    let world = || World::default().var("AWS_CA_BUNDLE", "~/corporate.pem").file("corporate.pem", "not a certificate");
    inside(world, async || {
        let error = configure(&key(), None).await.unwrap_err();
        assert!(matches!(&error, SignInError::Unreadable { path, .. } if path.ends_with("corporate.pem")), "{error}");
    });
}

#[test]
fn a_profiles_own_bundle_is_taken_too() {
    let keys = "aws_access_key_id = A\naws_secret_access_key = s\n";
    let config = format!("[profile a]\n{keys}ca_bundle = /nowhere.pem\n");
    inside(
        || World::of(&config),
        async || {
            let error = configure(&SignIn::Profile { name: "a".into() }, None).await.unwrap_err();
            assert!(matches!(&error, SignInError::Unreadable { path, .. } if path == "/nowhere.pem"), "{error}");
        },
    );
}

#[test]
fn a_private_authority_is_trusted_where_the_bundle_names_it_and_else_not() {
    // Both processes run this; only the outer one's server and file are used.
    let server = TlsServer::answering(WHO);
    let (url, authority) = (server.url.clone(), server.authority.clone());
    let world = || {
        let mut world = World::default().var("SERVER", url).var("AWS_CA_BUNDLE", "~/ca.pem").file("ca.pem", authority);
        world.servers.push(Box::new(server));
        world
    };
    inside(world, async || {
        let url = std::env::var("SERVER").unwrap();
        let config = configure(&key(), Some(&url)).await.unwrap();
        assert_eq!(who_am_i(&config).await.unwrap().account, "123456789012");
    });
}

#[test]
fn a_private_authority_is_not_trusted_by_itself() {
    let server = TlsServer::answering(WHO);
    let url = server.url.clone();
    let world = || {
        let mut world = World::default().var("SERVER", url);
        world.servers.push(Box::new(server));
        world
    };
    inside(world, async || {
        let url = std::env::var("SERVER").unwrap();
        let error = who_am_i(&configure(&key(), Some(&url)).await.unwrap()).await.unwrap_err();
        assert!(error.to_string().contains("certificate"), "{error}");
    });
}

/// A server of a company, whose certificate an authority of that company has signed.
struct TlsServer {
    url: String,
    authority: String,
}

impl TlsServer {
    fn answering(body: &'static str) -> Self {
        let mut about = CertificateParams::new(Vec::new()).unwrap();
        about.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority_key = KeyPair::generate().unwrap();
        let authority = about.self_signed(&authority_key).unwrap();
        let key = KeyPair::generate().unwrap();
        let issuer = Issuer::new(about, authority_key);
        let certificate =
            CertificateParams::new(vec!["localhost".to_owned()]).unwrap().signed_by(&key, &issuer).unwrap();
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let config = Arc::new(config);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut connection = ServerConnection::new(config.clone()).unwrap();
                let mut stream = Stream::new(&mut connection, &mut stream);
                let mut head = [0; 4096];
                if stream.read(&mut head).is_ok() {
                    let _ = stream.write_all(response(200, body).as_bytes());
                    let _ = stream.flush();
                }
            }
        });
        Self { url, authority: authority.pem() }
    }
}
