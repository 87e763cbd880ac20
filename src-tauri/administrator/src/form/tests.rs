use domain::{Item, Target, TenantId};
use engine::{ConnectionId, Way};
use proptest::prelude::*;

use super::*;

/// The document for administrators.
const DOCUMENT: &str = include_str!("../../../../docs/policy.md");

fn example() -> &'static str {
    let (_, after) = DOCUMENT.split_once("```toml\n").expect("there is an example");
    after.split("```").next().expect("it ends")
}

#[test]
fn the_example_of_the_document_says_what_it_seems_to_say() {
    let policy = read(example()).expect("it is right");
    assert_eq!(policy.account_budget, Some(Budget { warn_above: Some(800), refuse_above: Some(1_000) }));
    assert_eq!(
        policy.target_budgets,
        [("E1A2B3C4D5E6F7".into(), Budget { refuse_above: Some(300), warn_above: None })]
    );
    assert_eq!(policy.undo, Some(Duration::from_secs(20)));
    let ids: Vec<_> = policy.connections.iter().map(|connection| connection.id.as_str()).collect();
    assert_eq!(ids, ["administrator/editors", "administrator/shop", "administrator/staging"]);
    assert!(policy.connections.iter().all(|connection| connection.id.is_administrators()));
    let [editors, shop, staging] = &policy.connections[..] else { panic!("{ids:?}") };
    assert!(matches!(&editors.way, Way::IdentityCenter { role, .. } if role == "HousekeeperEditors"));
    assert!(matches!(&shop.way, Way::Role { base, .. } if *base == editors.id) && shop.about.production);
    assert_eq!(staging.way, Way::Profile { name: "staging".into(), agreed_program: None });
    assert_eq!(policy.nicknames, [(DistributionId::new("E1A2B3C4D5E6F7"), "The shop".to_owned())]);
    let (key, news) = &policy.batches[0];
    assert_eq!((key.as_str(), &*news.text), ("news", "/blog/\n/blog/{locale}/*"));
    assert_eq!(news.targets[0].connection, ConnectionId::new("administrator/editors"));
    assert_eq!(news.variables[0].name, "locale");

    let shop = Target::Distribution(DistributionId::new("E1A2B3C4D5E6F7"));
    let refuses = |target: &Target, item: &str| policy.allow.refuses(target, None, &[Item::as_sent(item)]).is_some();
    assert!(!refuses(&shop, "/blog/*"));
    assert!(refuses(&shop, "/*") && refuses(&shop, "/shop/") && refuses(&shop, "#tag"));
    assert!(refuses(&Target::Tenant(TenantId::new("dt_1")), "/blog/"));
}

#[test]
fn every_key_stands_in_the_document() {
    // What serde would take, told by its own complaint.
    for (table, wrong) in [
        ("", "x = 1"),
        ("[budget]", "x = 1"),
        ("[budget.account]", "x = 1"),
        ("[[budget.distribution]]", "x = 1"),
        ("[allow]", "x = 1"),
        ("[undo]", "x = 1"),
        ("[[connection]]", "x = 1"),
        ("[[nickname]]", "x = 1"),
        ("[[batch]]", "x = 1"),
        ("[[batch]]\nkey = 'a'\nname = 'a'\nlines = []\n[[batch.targets]]", "x = 1"),
    ] {
        let problem = read(&format!("version = 1\n{table}\n{wrong}\n")).expect_err("x is no key");
        assert!(problem.contains("unknown field `x`"), "{problem}");
        let (_, expected) = problem.split_once("expected").expect("it says what it expects");
        for key in expected.split('`').skip(1).step_by(2) {
            let is_told =
                [format!("`{key}`"), format!("[{key}"), format!(".{key}]")].iter().any(|it| DOCUMENT.contains(it));
            assert!(is_told, "{key}");
        }
    }
}

#[test]
fn the_least_file_fixes_nothing() {
    assert_eq!(read("version = 1"), Ok(Policy::default()));
    assert_eq!(read("version = 1\n[allow]\n"), Ok(Policy::default()));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let portal = "kind = 'identity-center'\nstart_url = 'https://a'\nregion = 'r'\n";
    for (text, line, words) in [
        ("", None, "missing field `version`"),
        ("version = 2\nfuture = true", Some(1), "version 2"),
        ("version = 1\nverion = 1", Some(2), "unknown field `verion`"),
        ("version = 1\n[allow]\nprefix = []", Some(3), "unknown field `prefix`"),
        ("version = 1\n[allow\n", Some(2), ""),
        ("version = 1\nversion = 1", Some(2), "duplicate"),
        ("version = 1\n[allow]\nprefixes = '/a'", Some(3), "sequence"),
        ("version = 1\n[allow]\nprefixes = ['/a', '/b/*']", Some(3), "“/b/*”"),
        ("version = 1\n[allow]\ndistributions = ['*']", Some(3), "whole id"),
        ("version = 1\n[budget.account]\nwarn_above = 2\nrefuse_above = 1", None, "never comes to warn"),
        ("version = 1\n[budget.account]\nwarn_above = -1", Some(3), "-1"),
        ("version = 1\n[budget.account]", None, "warn_above, refuse_above or both"),
        ("version = 1\n[[budget.distribution]]\nid = 'E1'", Some(3), "or both"),
        ("version = 1\n[undo]\nseconds = 61", Some(3), "60 seconds"),
        ("version = 1\n[[nickname]]\ndistribution = 'E1'\nname = ' '", Some(4), "a name"),
        ("version = 1\n[[connection]]\nid = 'a/b'\nname = 'A'\nkind = 'profile'", Some(3), "letters"),
        ("version = 1\n[[connection]]\nid = 'a'\nname = 'A'\nkind = 'access-key'", Some(5), "no place for a secret"),
        ("version = 1\n[[connection]]\nid = 'a'\nname = 'A'\nkind = 'profile'", Some(3), "has a profile"),
        ("version = 1\n[[connection]]\nid = 'a'\nname = 'A'\nkind = 'profile'\nbase = 'b'", Some(6), "has no base"),
        ("version = 1\n[[connection]]\nid = 'a'\nname = 'A'\nsecret_access_key = 'x'", Some(5), "unknown field"),
        (
            "version = 1\n[[connection]]\nid = 'a'\nname = 'A'\nkind = 'role'\nrole_arn = 'arn:aws:iam::1:role/x'\nbase = 'a'",
            Some(7),
            "no connection before this one",
        ),
        ("version = 1\n[[batch]]\nkey = 'a'\nname = 'A'\nlines = ['/{x']", Some(3), "brace"),
        ("version = 1\n[[batch]]\nkey = 'a'\nname = 'A'\nlines = []", Some(3), "at least one line"),
        ("version = 1\n[[batch]]\nkey = 'a'\nname = 'A'\nlines = [\"/a\\n/b\"]", Some(5), "each line"),
        (
            "version = 1\n[[batch]]\nkey = 'a'\nname = 'A'\nlines = ['/a']\ntargets = [{ connection = 'x', tenant = 'd' }]",
            Some(6),
            "no connection of this file",
        ),
        (
            &*format!(
                "version = 1\n[[connection]]\nid = 'a'\nname = 'A'\n{portal}account = '12'\npermission_set = 'p'"
            ),
            Some(8),
            "12 digits",
        ),
    ] {
        let problem = read(text).expect_err(text);
        assert!(problem.contains(words), "{text}\n{problem}");
        if let Some(line) = line {
            assert!(problem.starts_with(&format!("Line {line}: ")), "{text}\n{problem}");
        }
        assert!(problem.ends_with('.') && !problem.contains('\n'), "{problem}");
    }
}

#[test]
fn nothing_is_there_twice() {
    let twice = |table: &str| format!("version = 1\n{table}\n{table}\n");
    for table in [
        "[[budget.distribution]]\nid = 'E1'\nwarn_above = 1",
        "[[nickname]]\ndistribution = 'E1'\nname = 'A'",
        "[[connection]]\nid = 'a'\nname = 'A'\nkind = 'profile'\nprofile = 'p'",
        "[[batch]]\nkey = 'a'\nname = 'A'\nlines = ['/a']",
    ] {
        assert!(read(&format!("version = 1\n{table}")).is_ok(), "{table}");
        assert!(read(&twice(table)).expect_err("twice").contains("already"), "{table}");
    }
    let name = |id: &str, name: &str| {
        format!("[[connection]]\nid = '{id}'\nname = '{name}'\nkind = 'profile'\nprofile = 'p'\n")
    };
    assert!(read(&format!("version = 1\n{}{}", name("a", "A"), name("b", "A"))).is_err());
    assert!(read(&format!("version = 1\n{}", name("a", "Practice account"))).is_err());
}

proptest! {
    /// Whatever somebody does to a file, it is a policy or a sentence; and a piece cut off its end, as by a torn copy, is
    /// never one that allows more without being told: at least its version is there.
    #[test]
    fn no_text_is_too_strange(cut in 0_usize..2_500, at in 0_usize..2_500, with in "[\\PC\n]{0,4}") {
        let example = example();
        let end = example.floor_char_boundary(cut.min(example.len()));
        let _ = read(&example[..end]);
        let at = example.floor_char_boundary(at.min(example.len()));
        let _ = read(&format!("{}{with}{}", &example[..at], &example[at..]));
        prop_assert!(!with.is_empty() || read(example).is_ok());
    }
}
