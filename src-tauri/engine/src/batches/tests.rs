use domain::DistributionId;
use domain::submission::State;
use domain::template::VariableKind;

use super::*;
use crate::ports::Records;
use crate::testing::Stage;

fn on(id: &str) -> BatchTarget {
    BatchTarget { connection: ConnectionId::practice(), target: Target::Distribution(DistributionId::new(id)) }
}

fn news() -> BatchContent {
    let locale = Variable {
        name: "locale".to_owned(),
        hint: String::new(),
        kind: VariableKind::ManyOf { choices: vec!["de".to_owned(), "fr".to_owned()] },
        default: Vec::new(),
    };
    BatchContent {
        name: " News ".to_owned(),
        description: String::new(),
        text: "/{locale}/news*\n/index.html".to_owned(),
        variables: vec![locale.clone(), Variable { name: "gone".to_owned(), ..locale }],
        targets: vec![on("E1"), on("E2")],
        favourite: false,
        labels: Vec::new(),
        colour: Colour::None,
    }
}

/// A batch of a name and lines alone.
pub(super) fn content(name: &str, text: &str) -> BatchContent {
    let (name, text) = (name.to_owned(), text.to_owned());
    BatchContent { name, text, variables: Vec::new(), targets: Vec::new(), ..news() }
}

fn values(locales: &[&str]) -> Values {
    Values::from([("locale".to_owned(), locales.iter().map(|locale| (*locale).to_owned()).collect())])
}

async fn saved(stage: &Stage) -> BatchId {
    stage.house.save_batch(None, news()).await.expect("saved").id
}

#[tokio::test(start_paused = true)]
async fn what_is_saved_is_tidied_and_what_is_no_batch_is_refused_with_a_sentence() {
    let stage = Stage::new();
    let kept = stage.house.batch(saved(&stage).await).await.expect("there").content;
    assert_eq!(kept.name, "News");
    assert_eq!(kept.variables.len(), 1, "a variable that no line has is dropped");
    let undescribed = content("Undescribed", "/{a}/{b}/{a}");
    let kept = stage.house.save_batch(None, undescribed).await.expect("kept").content;
    let names: Vec<_> = kept.variables.iter().map(|variable| &*variable.name).collect();
    assert_eq!(names, ["a", "b"], "one that a line has and nothing describes is a text");
    for (content, sentence) in [
        (BatchContent { name: "  ".to_owned(), ..news() }, "name"),
        (BatchContent { name: "x".repeat(201), ..news() }, "too long"),
        (BatchContent { text: "/a\n/{open".to_owned(), ..news() }, "Line 2"),
        (BatchContent { text: "\n  \n".to_owned(), ..news() }, "at least one line"),
        (news(), "taken"),
    ] {
        let failure = stage.house.save_batch(None, content).await.expect_err("refused");
        assert!(matches!(&failure, Failure::Invalid { detail } if detail.contains(sentence)), "{failure:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_run_on_several_targets_is_one_run_and_goes_out_on_each() {
    let stage = Stage::new();
    let id = saved(&stage).await;
    let first = stage.house.run_batch(id, &values(&["de", "fr"]), &news().targets).await.expect("stored");
    let parts = stage.records.parts(first.run).await.expect("parts");
    assert_eq!(parts.len(), 2);
    assert!(parts.iter().all(|part| matches!(part.state, State::Waiting(_))), "both can be undone");
    tokio::time::sleep(std::time::Duration::from_secs(20)).await;
    let orders = stage.cloudfront.orders();
    let targets: Vec<&str> = orders.iter().map(|order| order.target.id()).collect();
    assert_eq!(targets, ["E1", "E2"]);
    for order in &orders {
        let items: Vec<&str> = order.batch.items().iter().map(|item| item.as_str()).collect();
        assert_eq!(items, ["/de/news*", "/fr/news*", "/index.html"]);
    }
    let batch = stage.house.batch(id).await.expect("there");
    assert_eq!((batch.last_run.is_some(), batch.last_values), (true, values(&["de", "fr"])));
}

#[tokio::test(start_paused = true)]
async fn two_runs_of_one_batch_have_references_of_their_own() {
    let stage = Stage::new();
    let id = saved(&stage).await;
    let mut references = Vec::new();
    for _ in 0..2 {
        let run = stage.house.run_batch(id, &values(&["de"]), &[on("E1")]).await.expect("stored");
        references.push(run.order.reference);
    }
    assert_ne!(references[0], references[1]);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_stored_of_a_run_that_cannot_be_sent_everywhere() {
    let stage = Stage::new();
    let id = saved(&stage).await;
    for (values, targets) in
        [(Values::new(), news().targets), (values(&["*/x"]), news().targets), (values(&["de"]), Vec::new())]
    {
        stage.house.run_batch(id, &values, &targets).await.expect_err("refused");
        assert!(stage.records.submissions.lock().expect("not poisoned").is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn a_review_counts_the_free_items_of_an_account_once() {
    let stage = Stage::new();
    let lines: String = (0..600).map(|n| format!("/{n}\n")).collect();
    let content = BatchContent { text: lines, variables: Vec::new(), ..news() };
    let id = stage.house.save_batch(None, content).await.expect("saved").id;
    let review = stage.house.review_run(id, &Values::new(), &news().targets).await.expect("reviewed");
    let [(_, Reckoned { cost, .. })] = &*review.costs else { panic!("one account: {:?}", review.costs) };
    // 1,200 items, of which 1,000 may be free: the month was never counted.
    assert_eq!((cost.items, cost.least.to_string(), cost.most.to_string()), (1_200, "1".to_owned(), "6".to_owned()));
    assert_eq!(review.targets.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_review_says_which_values_are_missing() {
    let stage = Stage::new();
    let review = stage.house.review_run(saved(&stage).await, &Values::new(), &news().targets).await.expect("reviewed");
    assert_eq!(review.lines, Err(Unfilled::Missing(vec!["locale".to_owned()])));
    assert!(review.targets.is_empty() && review.costs.is_empty());
}

#[tokio::test(start_paused = true)]
async fn copies_have_names_of_their_own() {
    let stage = Stage::new();
    let id = saved(&stage).await;
    for name in ["News (copy)", "News (copy 2)"] {
        assert_eq!(stage.house.duplicate_batch(id).await.expect("copied").content.name, name);
    }
}
