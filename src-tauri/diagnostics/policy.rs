//! The administrator's file: whether it holds, and how much is in it.

use engine::Housekeeper;

use super::files::from_home;

pub(super) fn tell(house: &Housekeeper) -> String {
    let path = from_home(&house.administrators_file());
    match house.administrators_policy() {
        Ok(None) => format!("File: {path}\nState: there is none\n"),
        // The problem may quote the file, which is the administrator's to show.
        Err(_) => format!("File: {path}\nState: cannot be relied on; nothing is sent until it is mended\n"),
        Ok(Some(policy)) => format!(
            "File: {path}\nState: in force\nBudget of the account: {}\nBudgets of targets: {}\n\
             Time to undo fixed: {}\nEverything may be cleared: {}\nDistributions allowed: {}\nPrefixes allowed: {}\n\
             Connections brought: {}\nNicknames brought: {}\nBatches brought: {}\n",
            yes(policy.account_budget.is_some()),
            policy.target_budgets.len(),
            yes(policy.undo.is_some()),
            yes(policy.allow.everything),
            count(policy.allow.distributions.as_deref()),
            count(policy.allow.prefixes.as_deref()),
            policy.connections.len(),
            policy.nicknames.len(),
            policy.batches.len(),
        ),
    }
}

fn yes(it_is: bool) -> &'static str {
    if it_is { "yes" } else { "no" }
}

fn count<T>(allowed: Option<&[T]>) -> String {
    allowed.map_or_else(|| "all".to_owned(), |allowed| allowed.len().to_string())
}
