use std::sync::Arc;

use super::*;

async fn after(millis: u64) -> Result<(), Failure> {
    tokio::time::sleep(Duration::from_millis(millis)).await;
    Ok(())
}

fn throttled() -> Result<(), Failure> {
    Err(Failure::Throttled { detail: String::new() })
}

fn turnstile() -> Arc<Turnstile> {
    Arc::new(Turnstile::new(Pace::default()))
}

/// Makes calls at once, each of a second, and gives their names in the order in which they ended.
async fn order(turnstile: &Arc<Turnstile>, calls: &[(Turn, &'static str)]) -> Vec<&'static str> {
    let (said, mut done) = tokio::sync::mpsc::unbounded_channel();
    let mut tasks = Vec::new();
    for (turn, name) in calls.iter().copied() {
        let (turnstile, said) = (turnstile.clone(), said.clone());
        tasks.push(tokio::spawn(async move {
            turnstile.pass(turn, after(1_000)).await.expect("it goes well");
            said.send(name).expect("somebody listens");
        }));
        // Each in its place in the line before the next one comes.
        tokio::task::yield_now().await;
    }
    for task in tasks {
        task.await.expect("no panic");
    }
    std::iter::from_fn(|| done.try_recv().ok()).collect()
}

#[tokio::test(start_paused = true)]
async fn the_more_urgent_pass_those_who_came_before() {
    let turnstile = turnstile();
    let mut calls = vec![(Turn::Screen, "screen"); AT_ONCE];
    calls.extend([(Turn::Screen, "last"), (Turn::Track, "track")]);
    let done = order(&turnstile, &calls).await;
    assert_eq!(done[AT_ONCE..], ["track", "last"]);
}

#[tokio::test(start_paused = true)]
async fn a_submission_waits_for_no_read() {
    let turnstile = turnstile();
    let mut calls = vec![(Turn::Screen, "screen"); AT_ONCE * 2];
    calls.push((Turn::Submit, "submit"));
    let done = order(&turnstile, &calls).await;
    let place = done.iter().position(|name| *name == "submit").expect("it went");
    assert!(place <= AT_ONCE, "with the first of them: {done:?}");
}

#[tokio::test(start_paused = true)]
async fn throttling_makes_a_gap_that_grows_and_shrinks_again() {
    let turnstile = turnstile();
    assert_eq!(turnstile.submits_at(), None, "nothing is held back before AWS asks for it");
    let gap = |turnstile: &Turnstile| lock(&turnstile.state).submit.length;
    for expected in [2, 4, 8] {
        turnstile.pass(Turn::Submit, async { throttled() }).await.expect_err("throttled");
        assert_eq!(gap(&turnstile), Duration::from_secs(expected));
    }
    let begun = Instant::now();
    turnstile.pass(Turn::Submit, after(0)).await.expect("it goes well");
    assert!(begun.elapsed() >= Duration::from_secs(8), "{:?}", begun.elapsed());
    assert!(gap(&turnstile) < Duration::from_secs(8));
    for _ in 0..60 {
        turnstile.pass(Turn::Submit, after(0)).await.expect("it goes well");
    }
    assert_eq!(gap(&turnstile), Duration::ZERO, "forgotten in the end");
}

#[tokio::test(start_paused = true)]
async fn calls_that_were_throttled_together_widen_the_gap_once() {
    let turnstile = turnstile();
    let call = async || {
        tokio::time::sleep(Duration::from_millis(20)).await;
        throttled()
    };
    let together = (0..AT_ONCE).map(|_| turnstile.pass(Turn::Ledger, call()));
    futures::future::join_all(together).await;
    assert_eq!(lock(&turnstile.state).read.length, FIRST_GAP_OF_READS);
    turnstile.pass(Turn::Ledger, call()).await.expect_err("throttled");
    assert_eq!(lock(&turnstile.state).read.length, FIRST_GAP_OF_READS * 2);
}

#[tokio::test(start_paused = true)]
async fn the_gap_has_an_end() {
    let turnstile = turnstile();
    for _ in 0..20 {
        turnstile.pass(Turn::Screen, async { throttled() }).await.expect_err("throttled");
    }
    assert_eq!(lock(&turnstile.state).read.length, LONGEST_GAP);
    assert_eq!(turnstile.submits_at(), None, "submissions have a gap of their own");
}

#[tokio::test(start_paused = true)]
async fn whoever_goes_away_gives_up_the_place() {
    let turnstile = turnstile();
    turnstile.pass(Turn::Screen, async { throttled() }).await.expect_err("throttled");
    let gone = tokio::time::timeout(Duration::from_millis(100), turnstile.pass(Turn::Track, after(0))).await;
    assert!(gone.is_err(), "it waited for the gap");
    turnstile.pass(Turn::Screen, after(0)).await.expect("nobody is before it");
}
