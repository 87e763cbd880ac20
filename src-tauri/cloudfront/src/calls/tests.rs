#![allow(clippy::unwrap_used)]

use domain::{Batch, Behavior, CallerReference, ConnectionMode, InvalidationStatus, Item, QueryStrings, Ttl};

use super::*;
use crate::replay::{Replay, Reply, error_xml, invalidation_xml};

fn distribution() -> Target {
    Target::Distribution(DistributionId::new("E1"))
}

fn tenant() -> Target {
    Target::Tenant(TenantId::new("dt_1"))
}

fn order(target: Target) -> Order {
    let items = vec![Item::as_sent("/b?x=1&y=2"), Item::as_sent("/a/*"), Item::as_sent("#tag")];
    Order { target, reference: CallerReference::from_stored("r-1".to_owned()), batch: Batch::new(items).unwrap() }
}

#[tokio::test]
async fn an_order_is_sent_as_it_stands() {
    for (target, path) in [(distribution(), "distribution/E1"), (tenant(), "distribution-tenant/dt_1")] {
        let replay = Replay::answering(201, invalidation_xml("I1", "r-1", &["/b?x=1&amp;y=2", "/a/*", "#tag"]));
        let order = order(target);
        let taken = replay.cloudfront().submit(&order).await.unwrap();
        assert_eq!(taken.id, InvalidationId::new("I1"));
        assert_eq!(taken.status, InvalidationStatus::InProgress);
        assert_eq!(taken.created.to_string(), "2026-11-22T10:15:30.25Z");
        assert_eq!(taken.reference, "r-1");
        assert_eq!(taken.items, order.batch.items());

        let [sent] = &replay.sent()[..] else { panic!("one request") };
        assert_eq!(sent.method, "POST");
        assert_eq!(sent.uri, format!("https://cloudfront.amazonaws.com/2020-05-31/{path}/invalidation"));
        assert!(sent.authorization.contains("/us-east-1/cloudfront/aws4_request"), "{}", sent.authorization);
        assert!(
            sent.body.contains(
                "<Paths><Quantity>3</Quantity><Items><Path>/b?x=1&amp;y=2</Path><Path>/a/*</Path>\
                 <Path>#tag</Path></Items></Paths><CallerReference>r-1</CallerReference>"
            ),
            "{}",
            sent.body
        );
    }
}

#[tokio::test]
async fn an_invalidation_is_read_from_its_own_target() {
    for (target, path) in [(distribution(), "distribution/E1"), (tenant(), "distribution-tenant/dt_1")] {
        let replay = Replay::answering(200, invalidation_xml("I1", "theirs", &["/caf%C3%A9", "/"]));
        let read = replay.cloudfront().invalidation(&target, &InvalidationId::new("I1")).await.unwrap();
        assert_eq!(read.items, [Item::as_sent("/caf%C3%A9"), Item::as_sent("/")]);
        assert_eq!(read.reference, "theirs");
        assert_eq!(replay.sent()[0].uri, format!("https://cloudfront.amazonaws.com/2020-05-31/{path}/invalidation/I1"));
    }
}

fn list(truncated: bool) -> String {
    format!(
        "<InvalidationList><Marker/><NextMarker>I1</NextMarker><MaxItems>2</MaxItems><IsTruncated>{truncated}\
         </IsTruncated><Quantity>2</Quantity><Items><InvalidationSummary><Id>I2</Id>\
         <CreateTime>2026-11-22T10:15:30Z</CreateTime><Status>COMPLETED</Status></InvalidationSummary>\
         <InvalidationSummary><Id>I1</Id><CreateTime>2026-11-21T10:15:30Z</CreateTime><Status>Paused</Status>\
         </InvalidationSummary></Items></InvalidationList>"
    )
}

#[tokio::test]
async fn a_list_is_read_page_by_page() {
    for (target, path) in [(distribution(), "distribution/E1"), (tenant(), "distribution-tenant/dt_1")] {
        let replay = Replay::new([Reply::Answer(200, list(true)), Reply::Answer(200, list(false))]);
        let cloudfront = replay.cloudfront();
        let page = cloudfront.invalidations(&target, None, 2).await.unwrap();
        assert_eq!(page.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["I2", "I1"]);
        assert_eq!(page.rows[0].status, InvalidationStatus::Completed);
        assert_eq!(page.rows[1].status.as_str(), "Paused");
        assert_eq!(page.next.as_deref(), Some("I1"));

        let last = cloudfront.invalidations(&target, page.next.as_deref(), 2).await.unwrap();
        assert_eq!(last.next, None, "what is not truncated has no next page, whatever marker it carries");
        let asked = replay.sent()[1].uri.clone();
        assert!(asked.contains(path) && asked.contains("Marker=I1") && asked.contains("MaxItems=2"), "{asked}");
    }
}

const SUMMARY: &str = "<DistributionList><Marker/><NextMarker>E1</NextMarker><MaxItems>1</MaxItems>\
    <IsTruncated>true</IsTruncated><Quantity>1</Quantity><Items><DistributionSummary><Id>E1</Id><ARN>arn</ARN>\
    <Status>Deployed</Status><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime>\
    <DomainName>d111111abcdef8.cloudfront.net</DomainName><Aliases><Quantity>1</Quantity><Items>\
    <CNAME>www.example.com</CNAME></Items></Aliases><Comment>The &amp; site</Comment><Enabled>true</Enabled>\
    <Staging>false</Staging><ConnectionMode>tenant-only</ConnectionMode></DistributionSummary></Items>\
    </DistributionList>";

#[tokio::test]
async fn distributions_are_listed() {
    let replay = Replay::answering(200, SUMMARY);
    let page = replay.cloudfront().distributions(Some("E0"), 1).await.unwrap();
    assert_eq!(page.next.as_deref(), Some("E1"));
    let [row] = &page.rows[..] else { panic!("one row") };
    assert_eq!((row.id.as_str(), row.description.as_str()), ("E1", "The & site"));
    assert_eq!((row.enabled, row.staging, row.mode), (true, false, ConnectionMode::TenantOnly));
    assert_eq!(row.aliases, ["www.example.com"]);
    assert!(replay.sent()[0].uri.contains("Marker=E0") && replay.sent()[0].uri.contains("MaxItems=1"));
}

fn behavior(cache_key: &str) -> String {
    format!("<TargetOriginId>o</TargetOriginId><ViewerProtocolPolicy>allow-all</ViewerProtocolPolicy>{cache_key}")
}

fn details() -> String {
    let older = |all: bool, keys: &str| {
        behavior(&format!("<ForwardedValues><QueryString>{all}</QueryString>{keys}</ForwardedValues>"))
    };
    let policy = |id: &str| behavior(&format!("<CachePolicyId>{id}</CachePolicyId>"));
    let keys = "<QueryStringCacheKeys><Quantity>1</Quantity><Items><Name>v</Name></Items></QueryStringCacheKeys>";
    let patterns: String = [
        ("/none", older(false, "")),
        ("/all", older(true, "")),
        ("/some", older(true, keys) + "<MinTTL>60</MinTTL><DefaultTTL>3600</DefaultTTL><MaxTTL>7200</MaxTTL>"),
        ("/policy", policy("p-except") + "<MinTTL>60</MinTTL>"),
        ("/denied", policy("p-denied")),
        ("/neither", behavior("")),
    ]
    .iter()
    .map(|(pattern, rest)| format!("<CacheBehavior><PathPattern>{pattern}</PathPattern>{rest}</CacheBehavior>"))
    .collect();
    let default = policy("p-some");
    format!(
        "<Distribution><Id>E1</Id><ARN>arn</ARN><Status>InProgress</Status>\
         <LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime>\
         <InProgressInvalidationBatches>2</InProgressInvalidationBatches><DomainName>d1.cloudfront.net</DomainName>\
         <DistributionConfig><CallerReference>c</CallerReference><Aliases><Quantity>1</Quantity><Items>\
         <CNAME>*.example.com</CNAME></Items></Aliases><DefaultRootObject>index.html</DefaultRootObject><Origins>\
         <Quantity>1</Quantity><Items><Origin><Id>o</Id><DomainName>origin.example.com</DomainName></Origin></Items>\
         </Origins><DefaultCacheBehavior>{default}</DefaultCacheBehavior><CacheBehaviors><Quantity>6</Quantity><Items>\
         {patterns}</Items></CacheBehaviors><Comment>c</Comment><PriceClass>PriceClass_100</PriceClass>\
         <Enabled>false</Enabled><CacheTagConfig><HeaderName>Cache-Tag</HeaderName></CacheTagConfig>\
         </DistributionConfig></Distribution>"
    )
}

fn cache_policy(name: &str, times: &str, query_strings: &str) -> String {
    format!(
        "<CachePolicy><Id>p</Id><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime><CachePolicyConfig>\
         <Name>{name}</Name>{times}<ParametersInCacheKeyAndForwardedToOrigin>\
         <EnableAcceptEncodingGzip>true</EnableAcceptEncodingGzip><QueryStringsConfig>\
         <QueryStringBehavior>{query_strings}</QueryStringBehavior><QueryStrings><Quantity>2</Quantity><Items>\
         <Name>w</Name><Name>h</Name></Items></QueryStrings></QueryStringsConfig>\
         </ParametersInCacheKeyAndForwardedToOrigin></CachePolicyConfig></CachePolicy>"
    )
}

#[tokio::test]
async fn a_distribution_is_read_with_each_of_its_cache_policies_once() {
    let replay = Replay::new([
        Reply::Answer(200, details()),
        Reply::Answer(403, error_xml("AccessDenied", "")),
        Reply::Answer(200, cache_policy("all-but", "<MinTTL>0</MinTTL>", "allExcept")),
        Reply::Answer(
            200,
            cache_policy("sizes", "<DefaultTTL>300</DefaultTTL><MaxTTL>600</MaxTTL><MinTTL>1</MinTTL>", "whitelist"),
        ),
    ]);
    let read = replay.cloudfront().distribution(&DistributionId::new("E1")).await.unwrap();
    assert_eq!(read.default_root_object.as_deref(), Some("index.html"));
    assert_eq!(read.cache_tag_header.as_deref(), Some("Cache-Tag"));
    assert_eq!((read.in_progress, read.price_class.as_str()), (2, "PriceClass_100"));
    assert_eq!(read.origins, ["origin.example.com"]);
    assert!(!read.distribution.enabled && read.distribution.serves("a.example.com"));
    let behavior = |path_pattern: &str, query_strings, cache_policy: Option<&str>, ttl: Option<[u64; 3]>| Behavior {
        path_pattern: path_pattern.to_owned(),
        cache_policy: cache_policy.map(str::to_owned),
        query_strings,
        ttl: ttl.map(|[min, default, max]| Ttl { min, default, max }),
    };
    let sizes = || vec!["w".to_owned(), "h".to_owned()];
    assert_eq!(
        read.behaviors,
        [
            behavior("/none", QueryStrings::None, None, None),
            behavior("/all", QueryStrings::All, None, None),
            behavior("/some", QueryStrings::Some(vec!["v".to_owned()]), None, Some([60, 3_600, 7_200])),
            // The behavior's own time counts for nothing beside a policy.
            behavior("/policy", QueryStrings::AllExcept(sizes()), Some("all-but"), Some([0, 86_400, 31_536_000])),
            behavior("/denied", QueryStrings::Unknown, None, None),
            behavior("/neither", QueryStrings::Unknown, None, None),
            behavior("*", QueryStrings::Some(sizes()), Some("sizes"), Some([1, 300, 600])),
        ]
    );
    let asked: Vec<String> =
        replay.sent().iter().map(|sent| sent.uri.rsplit_once("2020-05-31").unwrap().1.to_owned()).collect();
    assert_eq!(asked, ["/distribution/E1", "/cache-policy/p-denied", "/cache-policy/p-except", "/cache-policy/p-some"]);
}

#[tokio::test]
async fn tenants_are_listed_of_their_distribution_and_read_by_id() {
    let row = "<Id>dt_1</Id><DistributionId>E1</DistributionId><Name>shop</Name>";
    let rest = "<Domains><member><Domain>shop.example.com</Domain><Status>active</Status></member></Domains>\
                <CreatedTime>2026-01-01T00:00:00Z</CreatedTime><Enabled>false</Enabled><Status>Deployed</Status>";
    let replay = Replay::new([
        Reply::Answer(
            200,
            format!(
                "<ListDistributionTenantsResult><NextMarker>dt_1</NextMarker><DistributionTenantList>\
                 <DistributionTenantSummary>{row}<Arn>arn</Arn>{rest}</DistributionTenantSummary>\
                 </DistributionTenantList></ListDistributionTenantsResult>"
            ),
        ),
        Reply::Answer(200, format!("<DistributionTenant>{row}{rest}</DistributionTenant>")),
    ]);
    let cloudfront = replay.cloudfront();
    let page = cloudfront.tenants(&DistributionId::new("E1"), None, 50).await.unwrap();
    assert_eq!(page.next.as_deref(), Some("dt_1"));
    let one = cloudfront.tenant(&TenantId::new("dt_1")).await.unwrap();
    assert_eq!(page.rows, std::slice::from_ref(&one));
    assert_eq!((one.name.as_str(), one.enabled, one.status.as_str()), ("shop", false, "Deployed"));
    assert_eq!(one.domains, ["shop.example.com"]);
    let asked = &replay.sent()[0];
    assert!(asked.body.contains("<DistributionId>E1</DistributionId>"), "{}", asked.body);
    assert!(asked.body.contains("<MaxItems>50</MaxItems>"), "{}", asked.body);
}
