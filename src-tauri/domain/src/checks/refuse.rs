//! What of a path cannot be sent.

use super::encoding::{self, LONGEST_PATH, Traits};
use super::invisible::code_point;
use super::line::trim;
use super::{Finding, Fix, Rule};

/// Every reason why a path cannot be sent. CloudFront itself names none of them ("Your request contains one or more
/// invalid invalidation paths"), nor the path.
pub(super) fn path(line: u32, item: &str, body: &str, path: &str, traits: Traits, errors: &mut Vec<Finding>) {
    if traits.any(Traits::STAR)
        && let Some(star) = item.find('*')
        && star + 1 < item.len()
    {
        let wildcard = encoding::wildcard_before(item);
        // Someone who wrote `/*.jpg` wanted far less than everything.
        let fix = (wildcard != "/*").then(|| Fix::line(wildcard));
        errors.push(Finding::new(Rule::WildcardInside, line, &item[star..]).with_fix(fix));
    }
    if item.len() > LONGEST_PATH {
        errors.push(Finding::new(Rule::TooLong, line, item));
    }
    if traits.any(Traits::CONTROL) || traits.any(Traits::NOT_ASCII) {
        control_character(line, body, path, errors);
    }
    if traits.any(Traits::TILDE) {
        let fix = Fix::line(encoding::wildcard_before(item));
        errors.push(Finding::new(Rule::Tilde, line, "~").with_fix(fix));
    }
}

/// Control characters go at a click; a tab parts what a spreadsheet had side by side.
fn control_character(line: u32, body: &str, path: &str, errors: &mut Vec<Finding>) {
    let Some(first) = path.chars().find(|c| c.is_control()) else { return };
    let replacement = body
        .split('\t')
        .map(|part| part.chars().filter(|c| !c.is_control()).collect::<String>())
        .map(|part| trim(&part).to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    errors.push(Finding::new(Rule::ControlCharacter, line, &code_point(first)).with_fix(Fix { replacement }));
}
