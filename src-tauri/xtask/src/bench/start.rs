//! The app's start and memory beside an empty window's.

use anyhow::Result;
use bench::{RUNS, Row, Unit, median};

use super::launch::{Candidate, Desk};
use super::released;
use crate::driver::FIRST_ROW;

/// The most that start and memory may be of the empty window's.
const GOAL: f64 = 1.3;

/// The empty window's only link is there with its page.
const AT_ONCE: &str = "return document.querySelector('a') !== null";

/// The first distribution's link.
const FIRST_LINK: &str = "tbody tr a";

/// Prints the rows of the start, of the memory, or of both.
pub fn measure(start: bool, memory: bool) -> Result<()> {
    let desk = Desk::lay()?;
    let empty = Candidate::learn(&desk, &released("empty-window"), &desk.data("empty"), AT_ONCE, "a")?;
    let (program, data) = (released("housekeeper"), desk.data("data"));
    let app = Candidate::learn(&desk, &program, &data, FIRST_ROW, FIRST_LINK)?;
    if start {
        let (mut ours, mut theirs, mut opened) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS + 2 {
            let usable = app.until_usable()?;
            ours.push(usable.after.as_secs_f64());
            opened.push(usable.opened.as_secs_f64());
            theirs.push(empty.until_usable()?.after.as_secs_f64());
        }
        let theirs = median(theirs);
        let row =
            |name, ours, goal, note| Row { name, ours, peer: "empty window", theirs, unit: Unit::Seconds, goal, note };
        row("start to usable window", median(ours), Some(GOAL), "records exist, practice account").print();
        row("start to the opened distribution", median(opened), None, "").print();
        let (look, mut first) = (app.first_look()?, Vec::new());
        for _ in 0..RUNS {
            first.push(app.first_start(&look)?.as_secs_f64());
        }
        row("first start to what it shows first", median(first), None, "records are made").print();
    }
    if memory {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            ours.push(app.memory()?);
            theirs.push(empty.memory()?);
        }
        for (name, which) in [("memory when usable", 0), ("memory when settled", 1)] {
            let pick = |all: &[(f64, f64)]| median(all.iter().map(|both| if which == 0 { both.0 } else { both.1 }));
            Row {
                name,
                ours: pick(&ours),
                peer: "empty window",
                theirs: pick(&theirs),
                unit: Unit::Bytes,
                goal: Some(GOAL),
                note: "PSS of all processes",
            }
            .print();
        }
    }
    Ok(())
}
