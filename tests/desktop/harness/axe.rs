//! axe, which finds what keeps people from using a page.

use std::fmt;
use std::fs;

use serde_json::Value;

use super::Window;

/// axe-core as the UI's packages have it.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/node_modules/axe-core/axe.min.js");

/// What Cloudscape itself causes and we cannot mend: the rule, a part of the element's HTML, and the issue that tells
/// of it. Anything else is ours.
const CAUSED_BY_CLOUDSCAPE: &[(&str, &str, &str)] = &[];

/// A rule of axe that the page breaks.
#[derive(Debug)]
pub struct Violation {
    rule: String,
    help: String,
    elements: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}\n    {}", self.rule, self.help, self.elements.join("\n    "))
    }
}

impl Window {
    /// Runs axe's rules for WCAG 2.2 A and AA and its best practices over the page.
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        if self.execute("return typeof window.axe", vec![]).unwrap() != "object" {
            let axe = fs::read_to_string(AXE).unwrap_or_else(|error| panic!("{AXE}: {error}"));
            self.execute(&axe, vec![]).unwrap();
        }
        // Texts that are still fading in have too little contrast, for a moment; and what has just come begins to fade in
        // with the frame after the next. Something else, such as a countdown, moves all the time.
        let script = "const done = arguments[0]; \
             const frame = () => new Promise(next => requestAnimationFrame(next)); \
             const atRest = async (rounds) => { \
               await frame(); await frame(); \
               const moving = document.getAnimations().filter(a => a.effect.getComputedTiming().iterations !== Infinity); \
               if (moving.length === 0 || rounds === 0) return; \
               await Promise.all(moving.map(a => a.finished.catch(() => {}))); \
               return atRest(rounds - 1); }; \
             atRest(5).then(() => axe.run(document, { resultTypes: ['violations'] })) \
             .then(result => done(result.violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.map(n => n.html) }))), \
                   error => done(String(error)))";
        let result = self.execute_async(script, vec![]).unwrap();
        let Some(violations) = result.as_array() else { panic!("axe failed: {result}") };
        violations.iter().filter_map(ours).collect()
    }
}

/// The violation without the elements that Cloudscape answers for; none if nothing is left.
fn ours(violation: &Value) -> Option<Violation> {
    let rule = violation["id"].as_str().unwrap_or_default();
    let elements: Vec<String> = violation["nodes"]
        .as_array()?
        .iter()
        .filter_map(Value::as_str)
        .filter(|html| !CAUSED_BY_CLOUDSCAPE.iter().any(|(known, part, _)| *known == rule && html.contains(part)))
        .map(str::to_owned)
        .collect();
    let help = violation["help"].as_str().unwrap_or_default();
    (!elements.is_empty()).then(|| Violation { rule: rule.to_owned(), help: help.to_owned(), elements })
}
