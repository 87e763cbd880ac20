//! Where the question goes, and for which region it is signed.

use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;

use crate::server::{Server, month, page};
use crate::{config, of};

/// Goes nowhere, and notes where it would have gone and what the request is signed for.
#[derive(Clone, Debug, Default)]
struct Note(Arc<Mutex<Vec<(String, String)>>>);

impl HttpConnector for Note {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let signed = request.headers().get("authorization").unwrap_or_default().to_owned();
        self.0.lock().unwrap().push((request.uri().to_owned(), signed));
        HttpConnectorFuture::ready(Err(ConnectorError::io("nowhere".into())))
    }
}

#[tokio::test]
async fn each_partition_has_one_endpoint_and_is_signed_for_its_region() {
    for (region, endpoint, signed) in [
        ("eu-west-1", "https://ce.us-east-1.amazonaws.com/", "/us-east-1/ce/aws4_request"),
        ("us-east-1", "https://ce.us-east-1.amazonaws.com/", "/us-east-1/ce/aws4_request"),
        ("cn-north-1", "https://ce.cn-northwest-1.amazonaws.com.cn/", "/cn-northwest-1/ce/aws4_request"),
    ] {
        let note = Note::default();
        let connector = SharedHttpConnector::new(note.clone());
        let client = http_client_fn(move |_, _| connector.clone());
        let config = config(region, None).into_builder().http_client(client).build();
        of(&config).await.expect_err("it goes nowhere");
        let noted = note.0.lock().unwrap();
        let [(uri, authorization)] = &noted[..] else { panic!("{region}: {noted:?}") };
        assert_eq!(uri, endpoint, "{region}");
        assert!(authorization.contains(signed), "{region}: {authorization}");
    }
}

#[tokio::test]
async fn a_custom_endpoint_serves_it_and_is_signed_for_the_same_region() {
    for (region, signed) in [("eu-west-1", "/us-east-1/ce/"), ("cn-north-1", "/cn-northwest-1/ce/")] {
        let server = Server::answering([page(month(&[], false), None)]);
        of(&config(region, Some(&server.url))).await.unwrap();
        let head = &server.asked()[0].head;
        assert!(head.contains(signed), "{region}: {head}");
    }
}

#[tokio::test]
async fn nothing_billed_in_china_is_nothing_in_yuan() {
    let server = Server::answering([page(month(&[], false), None)]);
    assert_eq!(of(&config("cn-north-1", Some(&server.url))).await.unwrap().currency, "CNY");
}
