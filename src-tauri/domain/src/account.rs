//! Which account something belongs to.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What an invalidation, a nickname or a month's bill belongs to: one AWS account behind one endpoint.
///
/// Two connections into the same account share it. Where AWS did not say which account a connection leads to, the
/// connection stands for itself, so that nothing of two accounts is ever mixed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AccountKey(String);

impl AccountKey {
    /// The key of a known account: its partition (`aws`, `aws-cn`), its 12-digit number, and the endpoint where that
    /// is not AWS's own.
    pub fn known(partition: &str, number: &str, endpoint: Option<&str>) -> Self {
        Self(format!("{partition}/{number}/{}", endpoint.unwrap_or("")))
    }

    /// The key of a connection whose account AWS would not name.
    pub fn of_connection(connection: &str, endpoint: Option<&str>) -> Self {
        Self(format!("connection/{connection}/{}", endpoint.unwrap_or("")))
    }

    /// A key as it was stored.
    pub fn from_stored(stored: String) -> Self {
        Self(stored)
    }

    /// The key as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_account_behind_two_endpoints_is_two_accounts() {
        let real = AccountKey::known("aws", "123456789012", None);
        let local = AccountKey::known("aws", "123456789012", Some("http://127.0.0.1:5000"));
        assert_ne!(real, local);
    }

    #[test]
    fn an_unknown_account_is_never_a_known_one() {
        assert_ne!(AccountKey::of_connection("123456789012", None), AccountKey::known("aws", "123456789012", None));
    }
}
