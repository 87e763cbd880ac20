//! What may stand in the ARN of a policy without meaning more than itself.
//!
//! `*` and `?` are wildcards in a policy's resource, and `${…}` is a variable (IAM User Guide, "IAM JSON policy elements:
//! Resource" and "…: Variables and tags"). What people paste is therefore held to the characters that such ids have, rather
//! than searched for what is bad: none of these ends a JSON string, begins an escape, or starts another part of an ARN.

use thiserror::Error;

/// Something that does not belong into a policy, as it was given. Nothing is granted then: a policy without it would not
/// do what was asked for, and one with it might do more.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unfit {
    /// Not the name of a partition.
    #[error("{0:?} is not the name of an AWS partition")]
    Partition(String),
    /// Not the number of an account.
    #[error("{0:?} is not the 12-digit number of an AWS account")]
    Account(String),
    /// Not the id of a distribution.
    #[error("{0:?} is not the id of a distribution")]
    Distribution(String),
    /// Not the id of a distribution tenant.
    #[error("{0:?} is not the id of a distribution tenant")]
    Tenant(String),
    /// Not the ARN of an IAM user of the account that the policy is for.
    #[error("{0:?} is not the ARN of an IAM user of this account")]
    User(String),
}

/// Longer than any id, and short enough that nothing pasted by mistake becomes a policy.
const LONGEST_ID: usize = 128;

/// Whether it can be a partition: `aws`, `aws-cn`, `aws-us-gov`.
pub(super) fn partition(name: &str) -> bool {
    (1..=LONGEST_ID).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Whether it is the number of an account: twelve digits (AWS Account Management Reference Guide, "View AWS account
/// identifiers").
pub(super) fn account(number: &str) -> bool {
    number.len() == 12 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether it can be the id of a distribution or a tenant. The service documents no form; every id seen so far is of
/// letters, digits and, in tenants, an underscore. The hyphen is allowed for those of other makers of the same API.
pub(super) fn id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// Whether it is the ARN of an IAM user, `arn:PARTITION:iam::ACCOUNT:user/PATH/NAME`, of this partition and, where that is
/// known, of this account.
///
/// A name is of letters, digits and `_+=,.@-` (IAM API, `User`). A path may hold nearly anything, wildcards too; one that
/// does is refused, and so is whatever else is no user: the account's root, or somebody in a role.
pub(super) fn user(arn: &str, partition: &str, account: Option<&str>) -> bool {
    let parts: Vec<&str> = arn.split(':').collect();
    let ["arn", in_partition, "iam", "", number, user] = parts[..] else { return false };
    let Some(user) = user.strip_prefix("user/") else { return false };
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte);
    in_partition == partition
        && self::account(number)
        && account.is_none_or(|account| account == number)
        // A path has 512 characters at the most, a name 64 (IAM API, `User`).
        && user.len() <= 576
        && user.split('/').all(|step| !step.is_empty() && step.bytes().all(fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_of_letters_digits_underscores_and_hyphens() {
        for good in ["E1PRACTICE1234", "dt_2wjDZi3hD1ivOXf6rpZJOSNE1AB", "a-b"] {
            assert!(id(good), "{good}");
        }
        let long = "E".repeat(LONGEST_ID + 1);
        for bad in ["", "*", "E1*", "E?", "${aws:username}", "E1\"", "E1\\", "E1/x", "E1:x", "E 1", "É1", "E1\n", &long]
        {
            assert!(!id(bad), "{bad}");
        }
    }

    #[test]
    fn an_account_is_twelve_digits() {
        assert!(account("000000000001"));
        for bad in ["", "12345678901", "1234567890123", "*", "????????????", "１２３４", "ACCOUNT_ID"] {
            assert!(!account(bad), "{bad}");
        }
    }

    #[test]
    fn a_partition_is_a_short_name() {
        assert!(partition("aws") && partition("aws-us-gov"));
        for bad in ["", "*", "aws*", "a:b", "AWS", "a\""] {
            assert!(!partition(bad), "{bad}");
        }
    }

    #[test]
    fn a_user_is_one_user_of_this_account() {
        let account = Some("123456789012");
        for good in ["arn:aws:iam::123456789012:user/ann", "arn:aws:iam::123456789012:user/web/a/ann.b+c=d,e@f_g-h"] {
            assert!(user(good, "aws", account), "{good}");
            assert!(user(good, "aws", None), "{good}");
        }
        for bad in [
            "",
            "arn:aws:iam::123456789012:user/",
            "arn:aws:iam::123456789012:user/*",
            "arn:aws:iam::123456789012:user/a?n",
            "arn:aws:iam::123456789012:user/${aws:username}",
            "arn:aws:iam::123456789012:user/a//b",
            "arn:aws:iam::123456789012:user/a:b",
            "arn:aws:iam::123456789012:user/\"",
            "arn:aws:iam::123456789012:role/ann",
            "arn:aws:iam::123456789012:root",
            "arn:aws:iam::210987654321:user/ann",
            "arn:aws:iam::*:user/ann",
            "arn:aws-cn:iam::123456789012:user/ann",
            "arn:aws:s3::123456789012:user/ann",
            "arn:aws:iam:eu-west-1:123456789012:user/ann",
            "arn:aws:sts::123456789012:assumed-role/web/ann",
        ] {
            assert!(!user(bad, "aws", account), "{bad}");
        }
    }
}
