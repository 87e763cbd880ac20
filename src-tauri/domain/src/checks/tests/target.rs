//! What depends on the target, and on the other lines of the batch.

use jiff::{SignedDuration, Timestamp};

use super::super::{Recent, Rule::*, Severity};
use super::*;
use crate::Item;

fn unknown() -> Known {
    Known::default()
}

#[test]
fn a_url_must_be_of_the_target() {
    for url in [
        "https://www.example.com/x.html",
        "HTTP://WWW.EXAMPLE.COM./x.html",
        "https://user:pass@www.example.com:8443/x.html#top",
        "https://shop.example.org/x.html",
        "https://a.b.example.org/x.html",
        "https://d111111abcdef8.cloudfront.net/x.html",
        "//www.example.com/x.html",
    ] {
        let report = checked(url);
        assert_eq!(items(&report), ["/x.html"], "{url}");
        assert_eq!(rules(&report), [UrlReduced], "{url}");
    }
    for url in ["https://example.com/x.html", "https://example.org/x.html", "https://www.example.com.evil.test/x.html"]
    {
        let report = checked(url);
        assert_eq!(items(&report), [""; 0], "{url}");
        assert_eq!(rules(&report), [ForeignHost], "{url}");
        assert_eq!(replacement(&report.findings[0]), Some(vec!["/x.html"]));
    }
    assert_eq!(only(&checked("https://example.com:80/"), ForeignHost).subject, "example.com");
}

#[test]
fn a_url_without_a_path_is_the_root() {
    for (url, item) in [
        ("https://www.example.com", "/"),
        ("https://www.example.com/", "/"),
        ("https://www.example.com#top", "/"),
        ("https://www.example.com?x=1", "/?x=1"),
    ] {
        assert_eq!(items(&checked(url)), [item], "{url}");
    }
}

#[test]
fn where_the_hosts_are_not_known_a_url_is_only_doubtful() {
    let report = check("https://www.example.com/x.html", &unknown());
    assert_eq!(items(&report), ["/x.html"]);
    assert_eq!(rules(&report), [UrlReduced, ForeignHost]);
    assert_eq!(only(&report, ForeignHost).severity, Severity::Warning);
    assert_eq!(only(&check("https://", &unknown()), ForeignHost).severity, Severity::Error, "no host is none of it");
}

#[test]
fn without_a_scheme_a_host_is_a_directory() {
    let report = checked("www.example.com/x.html");
    assert_eq!(items(&report), ["/www.example.com/x.html"]);
    for path in ["//cdn.elsewhere.test/x.html", "//images/x.html"] {
        let report = checked(path);
        assert_eq!((items(&report), rules(&report)), (vec![path], vec![]));
    }
    assert_eq!(items(&check("//www.example.com/x.html", &unknown())), ["//www.example.com/x.html"]);
}

#[test]
fn other_schemes_are_refused_and_a_colon_alone_is_not() {
    for (line, scheme, fix) in [
        ("s3://bucket/a/b.jpg", "s3:", Some(vec!["/a/b.jpg"])),
        ("ftp://www.example.com", "ftp:", None),
        ("mailto:a@example.com", "mailto:", None),
        ("Foo+bar://x/y.html", "Foo+bar:", Some(vec!["/y.html"])),
    ] {
        let report = checked(line);
        assert_eq!(rules(&report), [OtherScheme], "{line}");
        assert_eq!(report.findings[0].subject, scheme);
        assert_eq!(replacement(&report.findings[0]), fix, "{line}");
    }
    assert_eq!(items(&checked("/a:b.html\na:c.html")), ["/a:b.html", "/a:c.html"]);
}

#[test]
fn tags_need_a_distribution_that_has_them() {
    let mut known = known();
    known.cache_tags = Some(false);
    let report = check("#product:tv\n#bad tag", &known);
    assert!(report.items.is_empty());
    assert_eq!(rules(&report), [TagsNotEnabled, MalformedTag, TagsNotEnabled]);
    known.cache_tags = None;
    let report = check("#product:tv", &known);
    assert_eq!(items(&report), ["#product:tv"]);
    assert_eq!(only(&report, TagsNotEnabled).severity, Severity::Warning);
}

#[test]
fn what_a_wildcard_covers_can_go() {
    let report = checked("/images/a.jpg\n/images/*\n/images/b/*\n/images\n/images/\n#tag");
    let covered: Vec<_> = report
        .findings
        .iter()
        .filter(|finding| finding.rule == CoveredByWildcard)
        .map(|finding| (finding.line, finding.other_line, replacement(finding)))
        .collect();
    assert_eq!(covered, [(1, Some(2), Some(vec![])), (3, Some(2), Some(vec![])), (5, Some(2), Some(vec![]))]);
    assert_eq!(report.items.len(), 6, "it is only advice");
}

#[test]
fn a_refused_wildcard_covers_nothing() {
    assert_eq!(rules(&checked("/a/x.html\n/a/*~*")), [WildcardInside, Tilde]);
}

#[test]
fn a_prefix_that_bleeds_is_parted_in_two() {
    let report = checked("/dir*");
    assert_eq!(rules(&report), [PrefixBleed]);
    assert_eq!(replacement(only(&report, PrefixBleed)), Some(vec!["/dir", "/dir/*"]));
    assert_eq!(rules(&checked("/dir\n/dir/*")), []);
    for meant in ["/dir/*", "/x.jpg*", "/x.html?v=*", "/2026-*"] {
        assert_eq!(rules(&checked(meant)), [], "{meant}");
    }
}

#[test]
fn a_directory_is_missed_only_where_nothing_stands_for_it() {
    let report = checked("/dir");
    assert_eq!(rules(&report), [MissingSlashTwin]);
    assert_eq!(replacement(only(&report, MissingSlashTwin)), Some(vec!["/dir", "/dir/"]));
    for settled in ["/dir\n/dir/", "/dir/\n/dir", "/dir\n/dir/*", "/dir/", "/a.html", "/dir?x=1", "/"] {
        assert!(!rules(&checked(settled)).contains(&MissingSlashTwin), "{settled}");
    }
    assert!(rules(&checked("/v1.2")).contains(&MissingSlashTwin));
    let longest = format!("/{}", "x".repeat(3_999));
    assert_eq!(rules(&checked(&longest)), [], "with a slash more it could not be sent");
}

#[test]
fn the_root_goes_with_its_default_object() {
    let report = checked("/");
    assert_eq!(rules(&report), [RootWithoutDefaultObject]);
    assert_eq!(replacement(only(&report, RootWithoutDefaultObject)), Some(vec!["/", "/index.html"]));
    assert_eq!(rules(&checked("/\n/index.html")), []);
    assert_eq!(rules(&checked("/\n/index.html*")), []);
    assert_eq!(rules(&check("/", &unknown())), []);
    let none = Known { default_root_object: Some(None), ..known() };
    assert_eq!(rules(&check("/", &none)), []);
}

#[test]
fn everything_is_pointed_out() {
    let report = checked("/*\n/a.html\n#tag");
    assert_eq!(rules(&report), [Everything, CoveredByWildcard, CoveredByWildcard]);
}

#[test]
fn a_query_that_is_in_no_cache_key_is_pointed_out() {
    let report = checked("/static/a.css?v=1\n/static/b.css?v=*\n/page.html?v=1\n/static/c.css");
    let found: Vec<_> =
        report.findings.iter().map(|finding| (finding.line, finding.rule, finding.subject.as_str())).collect();
    assert_eq!(found, [(1, QueryStringIgnored, "?v=1"), (2, QueryStringIgnored, "?v=*")]);
    assert_eq!(replacement(&report.findings[0]), Some(vec!["/static/a.css"]));
    let names = vec!["v".to_owned()];
    for query_strings in
        [QueryStrings::Some(names.clone()), QueryStrings::AllExcept(names), QueryStrings::All, QueryStrings::Unknown]
    {
        let path_pattern = "*".to_owned();
        let behaviors = Some(vec![Behavior { path_pattern, cache_policy: None, query_strings, ttl: None }]);
        assert_eq!(rules(&check("/static/a.css?v=1", &Known { behaviors, ..known() })), []);
    }
}

#[test]
fn what_was_just_sent_is_pointed_out() {
    let noon = Timestamp::constant(1_795_348_800, 0);
    let recent = |minutes, in_progress| Recent { sent: noon - SignedDuration::from_mins(minutes), in_progress };
    let sent = [("/a.html", recent(30, true)), ("#Tag", recent(3, false))];
    let known = Known { recent: sent.map(|(item, recent)| (Item::as_sent(item), recent)).into(), ..known() };
    let report = check("/a.html\n#tag\n/c.html", &known);
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.line, finding.rule)).collect();
    assert_eq!(found, [(1, StillInProgress), (2, SentRecently)]);
    assert!(report.findings.iter().all(|finding| replacement(finding) == Some(vec![])));
}

#[test]
fn the_first_wildcard_without_room_is_pointed_out() {
    let text: String = (0..20).map(|n| format!("/page-{n}.html\n/{n}/*\n")).collect();
    let report = checked(&text);
    let finding = only(&report, TooManyWildcards);
    assert_eq!((finding.line, finding.subject.as_str()), (32, "/15/*"));
    let busy = Known { wildcards_in_progress: 10, ..known() };
    assert_eq!(only(&check(&text, &busy), TooManyWildcards).line, 12);
    let full = Known { wildcards_in_progress: 99, ..known() };
    assert_eq!(only(&check(&text, &full), TooManyWildcards).line, 2);
    let few: String = (0..15).map(|n| format!("/{n}/*\n")).collect();
    assert_eq!(rules(&checked(&few)), []);
}
