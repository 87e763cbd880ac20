#![allow(clippy::unwrap_used)]

use domain::marks::Colour;
use domain::template::{Values, VariableKind};
use domain::{DistributionId, TenantId};
use engine::Failure;
use engine::ports::Batches;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::*;
use crate::Store;
use crate::samples::{NOON, after_noon};

fn content(name: &str, text: &str) -> BatchContent {
    BatchContent {
        name: name.to_owned(),
        description: String::new(),
        text: text.to_owned(),
        variables: Vec::new(),
        targets: Vec::new(),
        favourite: false,
        labels: Vec::new(),
        colour: Colour::None,
    }
}

fn query(filter: &str, sort: BatchColumn, descending: bool) -> BatchQuery {
    BatchQuery { filter: filter.to_owned(), sort, descending, limit: 100, ..BatchQuery::default() }
}

async fn names(store: &Store, query: &BatchQuery) -> Vec<String> {
    store.batches(query).await.unwrap().2.into_iter().map(|batch| batch.content.name).collect()
}

#[test]
fn whatever_is_in_a_batch_comes_back_as_it_was() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let store = runtime.block_on(Store::in_memory()).unwrap();
    let number = std::cell::Cell::new(0);
    let texts = || prop::collection::vec(any::<String>(), 0..4);
    let kinds = prop_oneof![
        Just(VariableKind::Text),
        Just(VariableKind::Date),
        texts().prop_map(|choices| VariableKind::OneOf { choices }),
        texts().prop_map(|choices| VariableKind::ManyOf { choices }),
    ];
    let variables = (any::<String>(), any::<String>(), kinds, texts())
        .prop_map(|(name, hint, kind, default)| Variable { name, hint, kind, default });
    let targets = prop_oneof![
        "[A-Z0-9]{1,14}".prop_map(|id| Target::Distribution(DistributionId::new(id))),
        "dt_[A-Za-z0-9]{1,27}".prop_map(|id| Target::Tenant(TenantId::new(id))),
    ]
    .prop_map(|target| BatchTarget { connection: ConnectionId::new("c1"), target });
    let cases = (
        any::<String>(),
        prop::collection::vec(variables, 0..3),
        prop::collection::vec(targets, 0..3),
        prop::collection::btree_map(any::<String>(), texts(), 0..3),
        (any::<bool>(), texts(), prop_oneof![Just(Colour::None), Just(Colour::Grey)]),
    );
    TestRunner::default()
        .run(&cases, |(description, variables, targets, values, (favourite, labels, colour))| {
            number.set(number.get() + 1);
            let text = format!("/{}\n\n/b", description.replace(['{', '}'], ""));
            let name = format!("{}", number.get());
            let content = BatchContent { name, description, text, variables, targets, favourite, labels, colour };
            let by = vec![ConnectionId::new("c1")];
            runtime.block_on(async {
                let added = store.add_batch(&content, NOON).await.unwrap();
                prop_assert_eq!(&added.content, &content);
                let run = BatchRun { at: after_noon(5), by: by.clone(), values: values.clone() };
                store.batch_was_run(added.id, &run).await.unwrap();
                let expected = SavedBatch { last_run: Some(run.at), last_run_by: by, last_values: values, ..added };
                prop_assert_eq!(store.batch(expected.id).await.unwrap(), Some(expected));
                Ok(())
            })
        })
        .unwrap();
}

#[tokio::test]
async fn a_list_is_filtered_by_all_words_and_sorted_with_favourites_first() {
    let store = Store::in_memory().await.unwrap();
    store.add_batch(&content("Zebra", "/100%/a_b\n/b\n/c"), NOON).await.unwrap();
    store.add_batch(&content("apple", "/a"), after_noon(1)).await.unwrap();
    let favourite = BatchContent { favourite: true, ..content("Mango", "/news/{slug}*\n/b") };
    let mango = store.add_batch(&favourite, after_noon(2)).await.unwrap();
    let run = BatchRun { at: NOON, by: Vec::new(), values: Values::new() };
    store.batch_was_run(mango.id, &run).await.unwrap();

    let by = |sort, descending| query("", sort, descending);
    assert_eq!(names(&store, &by(BatchColumn::Name, false)).await, ["Mango", "apple", "Zebra"]);
    assert_eq!(names(&store, &by(BatchColumn::Name, true)).await, ["Mango", "Zebra", "apple"]);
    assert_eq!(names(&store, &by(BatchColumn::Items, false)).await, ["Mango", "apple", "Zebra"]);
    assert_eq!(names(&store, &by(BatchColumn::Edited, true)).await, ["Mango", "apple", "Zebra"]);
    for (filter, found) in [
        ("NEWS mango", vec!["Mango"]),
        ("/b", vec!["Mango", "Zebra"]),
        ("0%/", vec!["Zebra"]),
        ("a_b", vec!["Zebra"]),
        ("axb", vec![]),
    ] {
        let query = query(filter, BatchColumn::Name, false);
        assert_eq!(names(&store, &query).await, found, "{filter}");
        let (total, matching, _) = store.batches(&BatchQuery { limit: 0, ..query }).await.unwrap();
        assert_eq!((total, matching as usize), (3, found.len()), "{filter}");
    }
}

#[tokio::test]
async fn a_list_is_filtered_by_label_and_to_favourites() {
    let store = Store::in_memory().await.unwrap();
    let labels = |labels: &[&str]| labels.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>();
    let of = |name, given: &[&str], favourite| BatchContent { labels: labels(given), favourite, ..content(name, "/a") };
    store.add_batch(&of("One", &["shop", "Ärger"], true), NOON).await.unwrap();
    store.add_batch(&of("Two", &["Shop-2", "Shop"], false), NOON).await.unwrap();
    let gone = store.add_batch(&of("Gone", &["gone"], true), NOON).await.unwrap();
    store.delete_batch(gone.id, Some(NOON)).await.unwrap();

    assert_eq!(store.batch_labels().await.unwrap(), ["Shop", "Shop-2", "Ärger"]);
    let all = BatchQuery { limit: 9, ..BatchQuery::default() };
    for (label, favourites, found) in [
        ("shop", false, vec!["One", "Two"]),
        ("Shop-2", false, vec!["Two"]),
        ("sho", false, vec![]),
        ("shop", true, vec!["One"]),
    ] {
        let query = BatchQuery { label: Some(label.to_owned()), favourites, ..all.clone() };
        assert_eq!(names(&store, &query).await, found, "{label}");
    }
    assert_eq!(names(&store, &BatchQuery { filter: "arger".to_owned(), ..all }).await, ["One"]);
}

#[test]
fn a_search_finds_what_has_every_word_somewhere() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let text = || "[/abAB\"*é -]{1,8}";
    let cases = (prop::collection::vec((text(), text()), 1..6), "[/abAB\"*é ()^:+-]{0,9}");
    // Far from the time that each case's own database takes, these are many.
    let config = ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new_with_rng(config, proptest::test_runner::TestRng::deterministic_rng(Default::default()))
        .run(&cases, |(texts, filter)| {
            runtime.block_on(async {
                let store = Store::in_memory().await.unwrap();
                let mut expected = Vec::new();
                for (number, (description, line)) in texts.iter().enumerate() {
                    let name = number.to_string();
                    let first = store.add_batch(&content(&name, "/before"), NOON).await.unwrap();
                    let batch =
                        BatchContent { description: description.clone(), ..content(&name, &format!("/{line}")) };
                    store.edit_batch(first.id, &batch, NOON).await.unwrap();
                    let folded = |text: &str| text.to_lowercase().replace('é', "e");
                    let (description, line) = (folded(&batch.description), folded(&batch.text));
                    let has = |word: &str| match word.chars().count() {
                        // Of short words, the marks count.
                        ..SHORTEST => {
                            let word = word.to_lowercase();
                            batch.description.to_lowercase().contains(&word)
                                || batch.text.to_lowercase().contains(&word)
                        }
                        _ => description.contains(&folded(word)) || line.contains(&folded(word)),
                    };
                    if filter.split_whitespace().all(has) {
                        expected.push(name);
                    }
                }
                prop_assert_eq!(names(&store, &query(&filter, BatchColumn::Name, false)).await, expected);
                Ok(())
            })
        })
        .unwrap();
}

#[tokio::test]
async fn several_are_kept_or_none() {
    let store = Store::in_memory().await.unwrap();
    let known = store.add_batch(&content("Known", "/a"), NOON).await.unwrap();
    let new = (None, content("New", "/b"));
    let edited = (Some(known.id), content("KNOWN", "/c"));
    let twice = (None, content("new", "/d"));
    let failure = store.keep_batches(&[new.clone(), edited.clone(), twice], NOON).await;
    assert!(matches!(failure, Err(Failure::Invalid { .. })));
    assert_eq!(store.batches_named(&["NEW", "known"]).await.unwrap(), std::slice::from_ref(&known));
    store.keep_batches(&[new, edited], after_noon(1)).await.unwrap();
    let named: Vec<_> = store.batches_named(&["NEW", "known", "x"]).await.unwrap();
    assert_eq!(named.iter().map(|it| &*it.content.text).collect::<Vec<_>>(), ["/c", "/b"]);
    assert_eq!((named[0].created, named[0].edited), (NOON, after_noon(1)));
    store.star_batch(known.id, true).await.unwrap();
    assert!(store.batch(known.id).await.unwrap().unwrap().content.favourite);
    assert_eq!(store.batch_versions(known.id).await.unwrap().len(), 1, "a star makes no version");
}

#[tokio::test]
async fn every_edit_keeps_what_was_before() {
    let store = Store::in_memory().await.unwrap();
    let first = store.add_batch(&content("News", "/a"), NOON).await.unwrap();
    store.edit_batch(first.id, &content("News", "/b"), after_noon(1)).await.unwrap();
    let last = store.edit_batch(first.id, &content("Daily news", "/c"), after_noon(2)).await.unwrap();
    assert_eq!(store.batch(first.id).await.unwrap(), Some(last));
    let versions = store.batch_versions(first.id).await.unwrap();
    let told: Vec<_> = versions.iter().map(|version| (version.at, &*version.content.text)).collect();
    assert_eq!(told, [(after_noon(1), "/b"), (NOON, "/a")]);
}

#[tokio::test]
async fn a_name_is_one_batch_s_alone_until_that_one_is_deleted() {
    let store = Store::in_memory().await.unwrap();
    let first = store.add_batch(&content("News", "/a"), NOON).await.unwrap();
    let other = store.add_batch(&content("Other", "/a"), NOON).await.unwrap();
    let taken = |answer: Result<SavedBatch, Failure>| {
        let failure = answer.unwrap_err();
        assert!(matches!(&failure, Failure::Invalid { detail } if detail.contains("of this name")), "{failure:?}");
    };
    taken(store.add_batch(&content("news", "/b"), NOON).await);
    taken(store.edit_batch(other.id, &content("NEWS", "/b"), NOON).await);
    assert!(store.batch_versions(other.id).await.unwrap().is_empty(), "what was not kept makes no version");

    store.delete_batch(first.id, Some(NOON)).await.unwrap();
    assert_eq!(store.batch(first.id).await.unwrap(), None);
    let second = store.add_batch(&content("News", "/b"), NOON).await.unwrap();
    assert!(matches!(store.delete_batch(first.id, None).await, Err(Failure::Invalid { .. })), "it is taken now");
    store.delete_batch(second.id, Some(NOON)).await.unwrap();
    store.delete_batch(first.id, None).await.unwrap();
    assert_eq!(store.batch(first.id).await.unwrap(), Some(first));
}

#[tokio::test]
async fn a_batch_that_is_not_there_is_not_found() {
    let store = Store::in_memory().await.unwrap();
    let nine = BatchId(9);
    assert_eq!(store.batch(nine).await.unwrap(), None);
    assert!(matches!(store.edit_batch(nine, &content("a", "/a"), NOON).await, Err(Failure::NotFound { .. })));
    assert!(matches!(store.delete_batch(nine, Some(NOON)).await, Err(Failure::NotFound { .. })));
}

#[tokio::test]
async fn what_an_administrator_brings_is_brought_once_whatever_becomes_of_it() {
    let store = Store::in_memory().await.unwrap();
    let news = content("News", "/news");
    assert!(store.bring_batch("news", &news, NOON).await.unwrap());
    assert!(!store.bring_batch("news", &news, after_noon(1)).await.unwrap());
    // A name that is taken brings nothing, and may be brought under another one.
    let taken = store.bring_batch("shop", &content("news", "/shop"), NOON).await;
    assert!(matches!(taken, Err(Failure::Invalid { .. })), "{taken:?}");
    assert!(store.bring_batch("shop", &content("Shop", "/shop"), NOON).await.unwrap());
    let all = query("", BatchColumn::Name, false);
    assert_eq!(names(&store, &all).await, ["News", "Shop"]);
    let kept = store.batches(&all).await.unwrap().2;
    store.edit_batch(kept[1].id, &content("Mine", "/mine"), NOON).await.unwrap();
    store.delete_batch(kept[0].id, Some(NOON)).await.unwrap();
    for key in ["news", "shop"] {
        assert!(!store.bring_batch(key, &content(key, "/x"), NOON).await.unwrap());
    }
    assert_eq!(names(&store, &all).await, ["Mine"]);
}
