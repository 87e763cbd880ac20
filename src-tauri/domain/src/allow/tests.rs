use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::TenantId;
use crate::checks::{Known, check};

fn distribution(id: &str) -> Target {
    Target::Distribution(DistributionId::new(id))
}

fn prefixes(prefixes: &[&str]) -> Allow {
    Allow { prefixes: Some(prefixes.iter().map(|&prefix| prefix.to_owned()).collect()), ..Allow::default() }
}

fn refuses(allow: &Allow, item: &str) -> Option<Refusal> {
    allow.refuses(&distribution("E1"), None, &[Item::as_sent(item)])
}

#[test]
fn by_default_everything_is_allowed() {
    for item in ["/*", "/a", "#tag", "/a/../b"] {
        assert_eq!(refuses(&Allow::default(), item), None, "{item}");
    }
}

#[test]
fn a_distribution_is_allowed_by_its_id_and_a_tenant_by_either() {
    let allow = Allow { distributions: Some(vec!["E1".into(), "dt_2".into()]), ..Allow::default() };
    let tenant = |id: &str| Target::Tenant(TenantId::new(id));
    let (one, nine) = (DistributionId::new("E1"), DistributionId::new("E9"));
    let refuses = |target: Target, parent| allow.refuses(&target, parent, &[Item::as_sent("/a")]);
    assert_eq!(refuses(distribution("E1"), None), None);
    assert_eq!(refuses(tenant("dt_2"), None), None);
    assert_eq!(refuses(tenant("dt_2"), Some(&nine)), None);
    assert_eq!(refuses(tenant("dt_3"), Some(&one)), None);
    for (target, parent) in [(distribution("E9"), None), (distribution("e1"), None), (tenant("dt_3"), Some(&nine))] {
        let refusal = refuses(target.clone(), parent).expect("refused");
        assert!(matches!(refusal, Refusal::Target { .. }), "{refusal}");
        assert!(refusal.to_string().contains("E1, dt_2"), "{refusal}");
    }
    assert!(matches!(refuses(tenant("dt_3"), None), Some(Refusal::Tenant { .. })));
    // A distribution has no parent that could let it through.
    assert!(refuses(distribution("E9"), Some(&one)).is_some());
    let nothing = Allow { distributions: Some(Vec::new()), ..Allow::default() };
    let refusal = nothing.refuses(&distribution("E1"), None, &[]).expect("refused");
    assert_eq!(refusal.to_string(), "E1 may not be cleared; nothing may.");
}

#[test]
fn a_path_begins_with_a_prefix_as_it_is_sent() {
    let allow = prefixes(&["/blog/", "/café", "/a b%"]);
    for item in ["/blog/", "/blog/*", "/blog/x?y=/../z", "/blog/.well-known", "/caf%C3%A9s*", "/a%20b%25"] {
        assert_eq!(refuses(&allow, item), None, "{item}");
    }
    for item in ["/blog", "/blog*", "/*", "/", "/Blog/x", "/%62log/x", "/caf", "/cafe", "/x/blog/"] {
        assert!(matches!(refuses(&allow, item), Some(Refusal::Prefix { .. })), "{item}");
    }
    assert!(matches!(refuses(&allow, "#blog"), Some(Refusal::Tag { .. })));
}

#[test]
fn dots_are_refused_however_they_are_escaped() {
    let allow = prefixes(&["/blog/"]);
    for item in [
        "/blog/../x",
        "/blog/./x",
        "/blog/..",
        "/blog/%2e%2E/x",
        "/blog/.%2e/x",
        "/blog/%252e./x",
        "/blog/x%2F../../y",
        "/blog/..%5cx",
        "/blog/..*",
        "/blog/.*",
        "/blog/..?x",
        "/blog/..%3Fx",
        "/blog/../*",
        "/blog/..;/x",
    ] {
        assert!(matches!(refuses(&allow, item), Some(Refusal::Dots { .. })), "{item}");
    }
    for item in ["/blog/...", "/blog/a..b", "/blog/..a", "/blog/x.*"] {
        assert_eq!(refuses(&allow, item), None, "{item}");
    }
}

#[test]
fn everything_is_told_from_a_wildcard() {
    let allow = Allow { everything: false, ..Allow::default() };
    for item in ["/*", "/%2A", "/%2a", "/x/../*", "/./*", "/x/%2e%2e/*"] {
        assert_eq!(refuses(&allow, item), Some(Refusal::Everything), "{item}");
    }
    for item in ["/a*", "/", "/a/*", "#tag", "/a/../b", "//*"] {
        assert_eq!(refuses(&allow, item), None, "{item}");
    }
}

#[test]
fn a_long_list_is_not_read_out() {
    let allow = Allow { prefixes: Some((0..9).map(|n| format!("/{n}/")).collect()), ..Allow::default() };
    let said = refuses(&allow, "/x").expect("refused").to_string();
    assert_eq!(said, "/x may not be cleared; what begins with one of these may: /0/, /1/, /2/, /3/, /4/ and 4 more.");
}

#[test]
fn what_cannot_be_meant_is_told() {
    assert_eq!(Allow::default().problem(), None);
    assert_eq!(prefixes(&["/", "/blog"]).problem(), None);
    for prefix in ["", "blog", "/blog/*", " /blog", "/blog ", "/a/../b"] {
        assert!(prefixes(&[prefix]).problem().is_some(), "{prefix}");
    }
    let of = |id: &str| Allow { distributions: Some(vec![id.to_owned()]), ..Allow::default() };
    assert_eq!(of("E1").problem(), None);
    assert!(of("").problem().is_some() && of("*").problem().is_some());
}

/// What a cache may make of a path before it compares it: nothing; its escapes taken away; and its dots resolved too, as
/// browsers do (RFC 3986, section 5.2.4).
fn readings(path: &[u8]) -> Vec<Vec<u8>> {
    let decoded: Vec<u8> = percent_encoding::percent_decode(path).collect();
    let mut all = vec![path.to_vec(), decoded.clone(), resolved(path), resolved(&decoded)];
    all.dedup();
    all
}

fn resolved(path: &[u8]) -> Vec<u8> {
    let end = path.iter().position(|&byte| byte == b'?').unwrap_or(path.len());
    let mut kept: Vec<&[u8]> = Vec::new();
    let segments: Vec<&[u8]> = path[..end].split(|&byte| byte == b'/').skip(1).collect();
    for (at, segment) in segments.iter().enumerate() {
        match *segment {
            b".." => {
                kept.pop();
            }
            b"." => {}
            other => kept.push(other),
        }
        if at + 1 == segments.len() && matches!(*segment, b"." | b"..") {
            kept.push(b"");
        }
    }
    let mut whole = vec![b'/'];
    whole.extend(kept.join(&b'/'));
    whole.extend(&path[end..]);
    whole
}

/// Whether an item clears an object of this name, however either is read. A tag clears whatever has it, so anything.
fn clears(item: &str, object: &str) -> bool {
    if item.starts_with('#') {
        return true;
    }
    readings(item.as_bytes()).iter().any(|item| {
        readings(object.as_bytes()).iter().any(|object| match item.strip_suffix(b"*") {
            Some(stem) => object.starts_with(stem) || object == item,
            None => object == item,
        })
    })
}

/// Whether an object of this name is below one of the prefixes, in some reading of both.
fn is_below(object: &str, prefixes: &[String]) -> bool {
    prefixes.iter().any(|prefix| {
        let prefix = encoded(prefix);
        readings(object.as_bytes()).iter().any(|object| {
            let decoded: Vec<u8> = percent_encoding::percent_decode(prefix.as_bytes()).collect();
            object.starts_with(prefix.as_bytes()) || object.starts_with(&decoded)
        })
    })
}

/// Text in which what matters is frequent.
fn path() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("/"),
        Just("a"),
        Just("b"),
        Just("."),
        Just(".."),
        Just("%2e"),
        Just("%2F"),
        Just("%61"),
        Just("%"),
        Just("é"),
        Just("?"),
        Just(" "),
        Just("%25"),
        Just("/a/"),
        Just("\\"),
    ];
    vec(piece, 0..7).prop_map(|pieces| format!("/{}", pieces.concat()))
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        path(),
        path().prop_map(|path| format!("{path}*")),
        Just("#tag".to_owned()),
        // What begins like a prefix, so that something is allowed.
        path().prop_map(|path| format!("/a{path}")),
        path().prop_map(|path| format!("/a{path}*")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_allowed_clears_nothing_outside_the_prefixes(
        written in vec(prop_oneof![Just("/a".to_owned()), Just("/a/".to_owned()), path()], 1..3),
        lines in vec(line(), 1..4),
        objects in vec(path(), 1..12),
    ) {
        // Of those that could be meant: a file with others is broken.
        let written: Vec<String> = written.into_iter().filter(|one| prefixes(&[one]).problem().is_none()).collect();
        let allow = Allow { prefixes: Some(written.clone()), ..Allow::default() };
        // As the checks make them, and as another way in might bring them.
        let checked = check(&lines.join("\n"), &Known::default()).items;
        let raw = lines.iter().map(Item::as_sent);
        for item in checked.into_iter().chain(raw) {
            if allow.refuses(&distribution("E1"), None, std::slice::from_ref(&item)).is_some() {
                continue;
            }
            for object in &objects {
                let sent = encoded(object);
                prop_assert!(
                    !clears(item.as_str(), &sent) || is_below(&sent, &written),
                    "{item} clears {sent}, which is not below {written:?}"
                );
            }
        }
    }

    #[test]
    fn items_are_allowed_together_where_each_is_alone(lines in vec(line(), 0..6), everything: bool) {
        let allow = Allow { everything, ..prefixes(&["/a"]) };
        let items: Vec<_> = lines.iter().map(Item::as_sent).collect();
        let each = items.iter().all(|item| refuses(&allow, item.as_str()).is_none());
        prop_assert_eq!(allow.refuses(&distribution("E1"), None, &items).is_none(), each);
    }

    #[test]
    fn less_is_allowed_the_more_is_fixed(lines in vec(line(), 1..4)) {
        let items: Vec<_> = lines.iter().map(Item::as_sent).collect();
        let is_allowed = |allow: &Allow| allow.refuses(&distribution("E1"), None, &items).is_none();
        let wide = prefixes(&["/a", "/b"]);
        let narrow = Allow { everything: false, ..prefixes(&["/a"]) };
        prop_assert!(!is_allowed(&narrow) || is_allowed(&wide));
    }
}
