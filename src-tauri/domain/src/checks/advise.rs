//! What a line by itself became, and what of it may not do what was meant.

use super::encoding::{self, Traits};
use super::invisible::{code_point, is_invisible};
use super::line::{Ready, trim, with_slash};
use super::{Finding, Fix, Rule, dots};

/// Adds what is to be said of one line that can be sent. Says whether its path is doubtful in itself, so that there is
/// no sense in speaking of what else might belong to it.
pub(super) fn on_line(line: u32, ready: &Ready<'_>, findings: &mut Vec<Finding>) -> bool {
    let Ready { item, body, path, traits, adjusted, unknown } = ready;
    for (rule, part) in adjusted {
        findings.push(Finding::new(*rule, line, part).with_becomes(item));
    }
    findings.extend(unknown.as_deref().cloned());

    let before = findings.len();
    if traits.any(Traits::PERCENT) {
        if let Some(needless) = encoding::needless_escapes(item) {
            let fix = needless.decoded.map(Fix::line);
            findings.push(Finding::new(Rule::NeedlessEscape, line, needless.first).with_fix(fix));
        }
        if let Some(tilde) = encoding::encoded_tilde(item) {
            let fix = Fix::line(encoding::wildcard_before(item));
            findings.push(Finding::new(Rule::EncodedTilde, line, tilde).with_fix(fix));
        }
    }
    if traits.any(Traits::DOT_FIRST)
        && let Some(segment) = dots::dot_segment(item)
    {
        findings.push(Finding::new(Rule::DotSegments, line, segment).with_fix(Fix::line(dots::resolved(item))));
    }
    if !body.is_ascii()
        && let Some(first) = body.chars().find(|&c| is_invisible(c))
    {
        let seen: String = body.chars().filter(|&c| !is_invisible(c)).collect();
        let fix = Fix::line(trim(&seen));
        findings.push(Finding::new(Rule::InvisibleCharacter, line, &code_point(first)).with_fix(fix));
    }
    if traits.any(Traits::BACKSLASH) {
        let fix = Fix::line(with_slash(&path.replace('\\', "/")));
        findings.push(Finding::new(Rule::Backslash, line, "\\").with_fix(fix));
    }
    findings.len() > before
}
