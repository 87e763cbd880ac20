//! A large account's answers as CloudFront writes them (Amazon CloudFront API Reference, 2020-05-31).

use jiff::Timestamp;
use quick_xml::escape::escape;

use super::Page;
use super::records::{Distribution, Invalidation};

/// A whole document.
fn document(root: &str, content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <{root} xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">{content}</{root}>"
    )
}

fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
}

/// `DistributionList`.
pub(super) fn distributions(page: &Page<'_, Distribution>) -> String {
    list("DistributionList", page, |one| {
        let id = &one.id;
        format!(
            "<DistributionSummary><Id>{id}</Id><ARN>arn:aws:cloudfront::111122223333:distribution/{id}</ARN>\
             <Status>Deployed</Status><LastModifiedTime>2026-01-01T00:00:00.000Z</LastModifiedTime>\
             <DomainName>d{id}.cloudfront.net</DomainName><Aliases><Quantity>0</Quantity></Aliases>\
             <Origins><Quantity>1</Quantity><Items><Origin><Id>site</Id>\
             <DomainName>site.s3.amazonaws.com</DomainName></Origin></Items></Origins>\
             <DefaultCacheBehavior><TargetOriginId>site</TargetOriginId>\
             <ViewerProtocolPolicy>redirect-to-https</ViewerProtocolPolicy></DefaultCacheBehavior>\
             <CacheBehaviors><Quantity>0</Quantity></CacheBehaviors><Comment></Comment>\
             <PriceClass>PriceClass_All</PriceClass><Enabled>true</Enabled><HttpVersion>http2</HttpVersion>\
             <IsIPV6Enabled>true</IsIPV6Enabled><Staging>false</Staging><ConnectionMode>direct</ConnectionMode>\
             </DistributionSummary>"
        )
    })
}

/// `InvalidationList`.
pub(super) fn invalidations(page: &Page<'_, Invalidation>) -> String {
    list("InvalidationList", page, |one| {
        let (id, created) = (&one.id, time(one.created));
        format!(
            "<InvalidationSummary><Id>{id}</Id><CreateTime>{created}</CreateTime><Status>Completed</Status>\
             </InvalidationSummary>"
        )
    })
}

/// `Invalidation`.
pub(super) fn invalidation(one: &Invalidation) -> String {
    let items: String = one.items.iter().map(|item| format!("<Path>{}</Path>", escape(item))).collect();
    let (id, created, quantity, reference) = (&one.id, time(one.created), one.items.len(), escape(&one.reference));
    let content = format!(
        "<Id>{id}</Id><Status>Completed</Status><CreateTime>{created}</CreateTime><InvalidationBatch>\
         <Paths><Quantity>{quantity}</Quantity><Items>{items}</Items></Paths>\
         <CallerReference>{reference}</CallerReference></InvalidationBatch>"
    );
    document("Invalidation", &content)
}

/// `ErrorResponse`, by the client's own doing.
pub(super) fn refused(code: &str, message: &str) -> String {
    let error = format!("<Error><Type>Sender</Type><Code>{code}</Code><Message>{}</Message></Error>", escape(message));
    document("ErrorResponse", &format!("{error}<RequestId>estate</RequestId>"))
}

fn list<T>(root: &str, page: &Page<'_, T>, row: impl Fn(&T) -> String) -> String {
    let next = page.next.map(|next| format!("<NextMarker>{next}</NextMarker>")).unwrap_or_default();
    let rows: String = page.rows.iter().map(|one| row(one)).collect();
    let items = if rows.is_empty() { String::new() } else { format!("<Items>{rows}</Items>") };
    let content = format!(
        "<Marker>{}</Marker>{next}<MaxItems>{}</MaxItems><IsTruncated>{}</IsTruncated><Quantity>{}</Quantity>{items}",
        escape(page.marker),
        page.most,
        page.next.is_some(),
        page.rows.len()
    );
    document(root, &content)
}
