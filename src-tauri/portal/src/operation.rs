//! The calls of the two services, by name, method and path.

use std::fmt;

/// An operation of `sso-oidc` or `sso`, both of 2019-06-10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// `POST /client/register`
    RegisterClient,
    /// `POST /device_authorization`
    StartDeviceAuthorization,
    /// `POST /token`
    CreateToken,
    /// `GET /assignment/accounts`
    ListAccounts,
    /// `GET /assignment/roles`
    ListAccountRoles,
    /// `GET /federation/credentials`
    GetRoleCredentials,
    /// `POST /logout`
    Logout,
}

impl Operation {
    /// Every one, in the order of the documentation of the two services.
    pub const ALL: [Self; 7] = [
        Self::RegisterClient,
        Self::StartDeviceAuthorization,
        Self::CreateToken,
        Self::ListAccounts,
        Self::ListAccountRoles,
        Self::GetRoleCredentials,
        Self::Logout,
    ];

    /// The name in the service model.
    pub fn name(self) -> &'static str {
        match self {
            Self::RegisterClient => "RegisterClient",
            Self::StartDeviceAuthorization => "StartDeviceAuthorization",
            Self::CreateToken => "CreateToken",
            Self::ListAccounts => "ListAccounts",
            Self::ListAccountRoles => "ListAccountRoles",
            Self::GetRoleCredentials => "GetRoleCredentials",
            Self::Logout => "Logout",
        }
    }

    /// The method and the path in the service model.
    pub fn uri(self) -> (&'static str, &'static str) {
        match self {
            Self::RegisterClient => ("POST", "/client/register"),
            Self::StartDeviceAuthorization => ("POST", "/device_authorization"),
            Self::CreateToken => ("POST", "/token"),
            Self::ListAccounts => ("GET", "/assignment/accounts"),
            Self::ListAccountRoles => ("GET", "/assignment/roles"),
            Self::GetRoleCredentials => ("GET", "/federation/credentials"),
            Self::Logout => ("POST", "/logout"),
        }
    }

    /// The service's name in the models' folders: `sso-oidc` or `sso`. It decides how an error is written.
    pub fn service(self) -> &'static str {
        match self {
            Self::RegisterClient | Self::StartDeviceAuthorization | Self::CreateToken => "sso-oidc",
            Self::ListAccounts | Self::ListAccountRoles | Self::GetRoleCredentials | Self::Logout => "sso",
        }
    }

    pub(crate) fn of(method: &str, path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.uri() == (method, path))
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A call that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The operation's name in its service model; `Authorize` and `Device` for the pages, `Upstream` for what was passed
    /// on.
    pub operation: &'static str,
    /// The HTTP status of the answer.
    pub status: u16,
}
