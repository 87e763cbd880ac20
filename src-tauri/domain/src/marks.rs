//! Labels and colours: what a person sorts batches by. They mean nothing to CloudFront.

use serde::{Deserialize, Serialize};

/// The most labels that one thing carries: what has more is not sorted by any of them.
pub const MOST_LABELS: usize = 20;

/// The longest label, in characters: it stands in a row of a list.
pub const LONGEST_LABEL: usize = 50;

/// A colour, beside the name of what it marks and never instead of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Colour {
    /// Not marked.
    #[default]
    None,
    /// Blue.
    Blue,
    /// Green.
    Green,
    /// Orange.
    Orange,
    /// Red.
    Red,
    /// Purple.
    Purple,
    /// Grey.
    Grey,
}

/// Why labels cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLabels {
    /// There are more than [`MOST_LABELS`].
    #[error("There are too many labels: {MOST_LABELS} are the most.")]
    TooMany,
    /// One has more than [`LONGEST_LABEL`] characters.
    #[error("The label {0} is too long: {LONGEST_LABEL} characters are the most.")]
    TooLong(String),
    /// One has a comma, which parts labels where a person types them, or a character that is not seen.
    #[error("The label {0} has a comma or a control character. Take it out.")]
    BadCharacter(String),
}

/// Labels as they are kept: without blanks around them, without empty ones, and each once, whatever its case.
///
/// # Errors
/// The first thing that is wrong with them.
pub fn tidy_labels(labels: &[String]) -> Result<Vec<String>, BadLabels> {
    let mut tidy: Vec<String> = Vec::new();
    for label in labels.iter().map(|label| label.trim()).filter(|label| !label.is_empty()) {
        if label.chars().count() > LONGEST_LABEL {
            return Err(BadLabels::TooLong(label.chars().take(LONGEST_LABEL).collect()));
        }
        if label.contains(|character: char| character == ',' || character.is_control()) {
            return Err(BadLabels::BadCharacter(label.to_owned()));
        }
        if tidy.iter().any(|known| known.to_lowercase() == label.to_lowercase()) {
            continue;
        }
        if tidy.len() == MOST_LABELS {
            return Err(BadLabels::TooMany);
        }
        tidy.push(label.to_owned());
    }
    Ok(tidy)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn labels(labels: &[&str]) -> Vec<String> {
        labels.iter().map(|label| (*label).to_owned()).collect()
    }

    #[test]
    fn a_label_is_kept_once_and_without_blanks() {
        assert_eq!(tidy_labels(&labels(&[" News", "news ", "", "Ö", "ö", "a b"])), Ok(labels(&["News", "Ö", "a b"])));
    }

    #[test]
    fn what_is_no_label_is_told() {
        let long = "x".repeat(LONGEST_LABEL + 1);
        assert!(matches!(tidy_labels(&labels(&[&long])), Err(BadLabels::TooLong(_))));
        assert!(tidy_labels(&labels(&[&long[1..]])).is_ok());
        for bad in ["a,b", "a\nb", "a\0"] {
            assert_eq!(tidy_labels(&labels(&[bad])), Err(BadLabels::BadCharacter(bad.to_owned())));
        }
        let many: Vec<_> = (0..=MOST_LABELS).map(|number| number.to_string()).collect();
        assert_eq!(tidy_labels(&many), Err(BadLabels::TooMany));
        assert!(tidy_labels(&many[1..]).is_ok());
    }

    proptest! {
        #[test]
        fn tidy_labels_are_tidy(labels in prop::collection::vec(".{0,8}", 0..30)) {
            if let Ok(tidy) = tidy_labels(&labels) {
                prop_assert_eq!(tidy_labels(&tidy), Ok(tidy.clone()));
            }
        }
    }
}
