//! What a session reaches: accounts, roles, and a role's credentials.

use jiff::Timestamp;

use super::Center;
use crate::refusal::{Failure, Refusal};
use crate::wire::{
    AccountInfo, GetRoleCredentialsResponse, ListAccountRolesResponse, ListAccountsResponse, PortalRequest,
    RoleCredentials, RoleInfo,
};

/// How many rows a page has at most, and unless it is asked for fewer (the model's `MaxResultType` goes to 100).
const ROWS: usize = 100;

impl Center {
    pub fn list_accounts(&self, request: &PortalRequest, now: Timestamp) -> Result<ListAccountsResponse, Refusal> {
        self.session(request, now)?;
        let (accounts, next_token) = page(&self.settings.accounts, request)?;
        let row = |account: &crate::Account| AccountInfo {
            account_id: account.id.clone(),
            account_name: account.name.clone(),
            email_address: account.email.clone(),
        };
        Ok(ListAccountsResponse { next_token, account_list: accounts.iter().map(row).collect() })
    }

    /// An account that is not assigned is not found.
    pub fn list_account_roles(
        &self,
        request: &PortalRequest,
        now: Timestamp,
    ) -> Result<ListAccountRolesResponse, Refusal> {
        self.session(request, now)?;
        let id = account_id(request)?;
        let account = self.settings.accounts.iter().find(|account| account.id == id);
        let account = account.ok_or_else(|| Failure::ResourceNotFound.because("The account is not assigned."))?;
        let (roles, next_token) = page(&account.roles, request)?;
        let row = |role: &String| RoleInfo { role_name: role.clone(), account_id: id.to_owned() };
        Ok(ListAccountRolesResponse { next_token, role_list: roles.iter().map(row).collect() })
    }

    /// A role that is not assigned, or is none, is forbidden with the real portal's words (aws/aws-sam-cli#2129).
    pub fn get_role_credentials(
        &mut self,
        request: &PortalRequest,
        now: Timestamp,
    ) -> Result<GetRoleCredentialsResponse, Refusal> {
        self.session(request, now)?;
        let id = account_id(request)?;
        let role = request.role_name.as_ref().filter(|name| !name.is_empty());
        let role = role.ok_or_else(|| Failure::InvalidRequest.because("The role's name is missing."))?;
        let mut accounts = self.settings.accounts.iter();
        if !accounts.any(|account| account.id == id && account.roles.contains(role)) {
            return Err(Failure::Forbidden.because("No access"));
        }
        let secrets = &self.settings.secrets;
        let role_credentials = RoleCredentials {
            access_key_id: self.mint.access_key_id(),
            secret_access_key: self.mint.text(&secrets.secret_access_key),
            session_token: self.mint.text(&secrets.session_token),
            expiration: (now + self.settings.role_life).as_millisecond(),
        };
        Ok(GetRoleCredentialsResponse { role_credentials })
    }
}

/// Twelve digits.
fn account_id(request: &PortalRequest) -> Result<&str, Refusal> {
    let good = |id: &&str| id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_digit());
    let id = request.account_id.as_deref().filter(good);
    id.ok_or_else(|| Failure::InvalidRequest.because("The account's id is missing or not twelve digits."))
}

/// The rows that are asked for, and the token for those after them.
fn page<'a, T>(rows: &'a [T], request: &PortalRequest) -> Result<(&'a [T], Option<String>), Refusal> {
    let invalid = |words: &'static str| Failure::InvalidRequest.because(words);
    let count = match &request.max_result {
        Some(text) => text.parse().ok().filter(|count| (1..=ROWS).contains(count)),
        None => Some(ROWS),
    };
    let count = count.ok_or_else(|| invalid("max_result is not between 1 and 100."))?;
    let start = match &request.next_token {
        Some(token) => token.strip_prefix("from-").and_then(|at| at.parse().ok()).filter(|at| *at < rows.len()),
        None => Some(0),
    };
    let start = start.ok_or_else(|| invalid("next_token is not one of this list."))?;
    let end = rows.len().min(start + count);
    Ok((&rows[start..end], (end < rows.len()).then(|| format!("from-{end}"))))
}
