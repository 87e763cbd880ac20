#![allow(clippy::unwrap_used)]

use domain::template::VariableKind;
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
    }
}

fn query(filter: &str, sort: BatchColumn, descending: bool) -> BatchQuery {
    BatchQuery { filter: filter.to_owned(), sort, descending, offset: 0, limit: 100 }
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
        any::<bool>(),
    );
    TestRunner::default()
        .run(&cases, |(description, variables, targets, values, favourite)| {
            number.set(number.get() + 1);
            let text = format!("/{}\n\n/b", description.replace(['{', '}'], ""));
            let name = format!("{}", number.get());
            let content = BatchContent { name, description, text, variables, targets, favourite };
            runtime.block_on(async {
                let added = store.add_batch(&content, NOON).await.unwrap();
                prop_assert_eq!(&added.content, &content);
                store.batch_was_run(added.id, &values, after_noon(5)).await.unwrap();
                let expected = SavedBatch { last_run: Some(after_noon(5)), last_values: values, ..added };
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
    store.batch_was_run(mango.id, &Values::new(), NOON).await.unwrap();

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
