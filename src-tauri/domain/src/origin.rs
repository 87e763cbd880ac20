//! Who made an invalidation, as far as its caller reference tells.

use crate::caller_reference::LONGEST_PURPOSE;

/// Who made an invalidation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// This app, on whatever machine.
    Housekeeper,
    /// The AWS command line, given `--paths`.
    Cli,
    /// Anything else: the console, a deployment, a script.
    Other,
}

impl Origin {
    /// The origin that a caller reference has the shape of. Anybody may write a reference of any shape; this is a hint
    /// for people, and nothing may depend on it.
    pub fn of(reference: &str) -> Self {
        if purpose(reference).is_some() {
            Self::Housekeeper
        } else if is_made_by_cli(reference) {
            Self::Cli
        } else {
            Self::Other
        }
    }
}

/// The purpose in a reference that [`crate::CallerReference::mint`] made: of `spring-20261122T120000Z-000102fdfeff` it
/// is `spring`. `None` where the reference has another shape.
pub fn purpose(reference: &str) -> Option<&str> {
    let (rest, chance) = reference.rsplit_once('-')?;
    let (purpose, stamp) = rest.rsplit_once('-')?;
    let is_chance =
        chance.len() == 12 && chance.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let is_stamp = stamp.len() == 16
        && stamp.bytes().enumerate().all(|(at, byte)| match at {
            8 => byte == b'T',
            15 => byte == b'Z',
            _ => byte.is_ascii_digit(),
        });
    let is_purpose = (1..=LONGEST_PURPOSE).contains(&purpose.len())
        && purpose.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    (is_chance && is_stamp && is_purpose).then_some(purpose)
}

/// `cli-EPOCH-CHANCE`: "'%s-%s-%s' % (prefix, int(time.time()), random.randint(1, 1000000))" with the prefix `cli`
/// (aws/aws-cli, `awscli/customizations/cloudfront.py`, `unique_string`). So chance has one to seven digits.
fn is_made_by_cli(reference: &str) -> bool {
    let is_digits =
        |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    reference
        .strip_prefix("cli-")
        .and_then(|rest| rest.split_once('-'))
        .is_some_and(|(epoch, chance)| is_digits(epoch, 20) && is_digits(chance, 7))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;
    use crate::{CallerReference, slug};

    #[test]
    fn the_command_line_is_known_by_its_shape() {
        for reference in ["cli-1795348800-1", "cli-1795348800-123456", "cli-1795348800-1000000"] {
            assert_eq!(Origin::of(reference), Origin::Cli, "{reference}");
        }
        for reference in [
            "cli-1795348800",
            "cli--1",
            "cli-1795348800-",
            "cli-1795348800-12345678",
            "cli-x-1",
            "Cli-1795348800-1",
            "cli-1-1-1",
        ] {
            assert_eq!(Origin::of(reference), Origin::Other, "{reference}");
        }
    }

    #[test]
    fn what_is_nearly_ours_is_not() {
        for reference in [
            "",
            "spring",
            "-20261122T120000Z-000102fdfeff",
            "spring-20261122T120000Z-000102FDFEFF",
            "spring-20261122T120000Z-000102fdfef",
            "spring-20261122T120000-000102fdfeff",
            "spring-20261122 120000Z-000102fdfeff",
            "spring sale-20261122T120000Z-000102fdfeff",
            "1795348800123",
            "terraform-20261122120000",
        ] {
            assert_eq!(Origin::of(reference), Origin::Other, "{reference:?}");
        }
    }

    proptest! {
        #[test]
        fn every_reference_that_is_minted_is_ours_and_gives_its_purpose_back(
            words in "\\PC{0,90}|[a-z0-9 _.-]{0,90}",
            // The years that are written with four digits.
            seconds in 0i64..253_370_000_000,
            chance: [u8; 6],
        ) {
            let now = Timestamp::from_second(seconds).expect("in range");
            let reference = CallerReference::mint(&words, now, chance);
            prop_assert_eq!(Origin::of(reference.as_str()), Origin::Housekeeper);
            let slug = slug(&words);
            prop_assert_eq!(purpose(reference.as_str()), Some(slug.as_str()));
        }

        #[test]
        fn any_text_has_an_origin(text in "\\PC*") {
            let _ = Origin::of(&text);
        }
    }
}
