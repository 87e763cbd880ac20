//! The AWS CLI's command for an order, quoted for the shell that it is pasted into.

use domain::Target;

/// A shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// Any POSIX shell.
    Sh,
    /// PowerShell, of Windows or any other system.
    PowerShell,
    /// The command prompt of Windows.
    Cmd,
}

/// The command that sends a batch file to a target; `endpoint` is one that is not AWS's.
pub fn create_invalidation(shell: Shell, target: &Target, file: &str, endpoint: Option<&str>) -> String {
    let (operation, option) = match target {
        Target::Distribution(_) => ("create-invalidation", "--distribution-id"),
        Target::Tenant(_) => ("create-invalidation-for-distribution-tenant", "--id"),
    };
    let file = format!("file://{file}");
    let mut words = vec!["aws", "cloudfront", operation, option, target.id(), "--invalidation-batch", &file];
    if let Some(endpoint) = endpoint {
        words.extend(["--endpoint-url", endpoint]);
    }
    words.into_iter().map(|word| quote(shell, word)).collect::<Vec<_>>().join(" ")
}

/// A word as a shell takes it for itself.
fn quote(shell: Shell, word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    match shell {
        // Within single quotes nothing is special but the quote itself (POSIX, "Shell Command Language", 2.2.2).
        Shell::Sh => format!("'{}'", word.replace('\'', r"'\''")),
        // The same, and a quote is written twice (about_Quoting_Rules).
        Shell::PowerShell => format!("'{}'", word.replace('\'', "''")),
        // Double quotes keep the blanks; within them `%` still begins a variable, and a quote ends them.
        Shell::Cmd => format!("\"{}\"", word.replace('%', "%%").replace('"', "\"\"")),
    }
}

#[cfg(test)]
mod tests {
    use domain::{DistributionId, TenantId};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_needs_no_quotes_has_none() {
        let target = Target::Distribution(DistributionId::new("E1EXAMPLE12345"));
        assert_eq!(
            create_invalidation(Shell::Sh, &target, "invbatch-Spring-sale.json", None),
            "aws cloudfront create-invalidation --distribution-id E1EXAMPLE12345 --invalidation-batch \
             file://invbatch-Spring-sale.json"
        );
    }

    #[test]
    fn a_tenant_has_an_operation_of_its_own() {
        let target = Target::Tenant(TenantId::new("dt_1"));
        let command = create_invalidation(Shell::Cmd, &target, "f.json", Some("http://127.0.0.1:5000"));
        assert_eq!(
            command,
            "aws cloudfront create-invalidation-for-distribution-tenant --id dt_1 --invalidation-batch file://f.json \
             --endpoint-url http://127.0.0.1:5000"
        );
    }

    #[test]
    fn each_shell_has_its_quotes() {
        let quoted = |shell| quote(shell, "it's 5 %x% \"a\"");
        assert_eq!(quoted(Shell::Sh), r#"'it'\''s 5 %x% "a"'"#);
        assert_eq!(quoted(Shell::PowerShell), r#"'it''s 5 %x% "a"'"#);
        assert_eq!(quoted(Shell::Cmd), r#""it's 5 %%x%% ""a""""#);
    }

    proptest! {
        #[test]
        fn sh_reads_a_quoted_word_as_it_was(word in "[^\0]{1,20}") {
            let printed = std::process::Command::new("sh")
                .args(["-c", &format!("printf %s {}", quote(Shell::Sh, &word))])
                .output();
            // Elsewhere than on a POSIX system there is no sh to ask.
            if let Ok(printed) = printed {
                prop_assert_eq!(String::from_utf8_lossy(&printed.stdout), word);
            }
        }
    }
}
