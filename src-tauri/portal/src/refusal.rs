//! Every refusal: its name and HTTP status in the service models, and its words.

use std::borrow::Cow;

/// An error of `sso-oidc` or `sso`, both of 2019-06-10. The statuses are the models' `httpStatusCode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the service models describe them; see `name`")]
pub enum Failure {
    AccessDenied,
    AuthorizationPending,
    ExpiredToken,
    InternalServer,
    InvalidClient,
    InvalidClientMetadata,
    InvalidGrant,
    InvalidRedirectUri,
    InvalidRequest,
    InvalidScope,
    SlowDown,
    UnauthorizedClient,
    UnsupportedGrantType,
    /// Not in the model: what GetRoleCredentials answers for a role that is not assigned (aws/aws-sam-cli#2129).
    Forbidden,
    ResourceNotFound,
    TooManyRequests,
    Unauthorized,
}

impl Failure {
    /// The name in the service model, as in the header `x-amzn-errortype`.
    pub fn name(self) -> &'static str {
        match self {
            Self::AccessDenied => "AccessDeniedException",
            Self::AuthorizationPending => "AuthorizationPendingException",
            Self::ExpiredToken => "ExpiredTokenException",
            Self::InternalServer => "InternalServerException",
            Self::InvalidClient => "InvalidClientException",
            Self::InvalidClientMetadata => "InvalidClientMetadataException",
            Self::InvalidGrant => "InvalidGrantException",
            Self::InvalidRedirectUri => "InvalidRedirectUriException",
            Self::InvalidRequest => "InvalidRequestException",
            Self::InvalidScope => "InvalidScopeException",
            Self::SlowDown => "SlowDownException",
            Self::UnauthorizedClient => "UnauthorizedClientException",
            Self::UnsupportedGrantType => "UnsupportedGrantTypeException",
            Self::Forbidden => "ForbiddenException",
            Self::ResourceNotFound => "ResourceNotFoundException",
            Self::TooManyRequests => "TooManyRequestsException",
            Self::Unauthorized => "UnauthorizedException",
        }
    }

    /// The HTTP status in the service model.
    pub fn status(self) -> u16 {
        match self {
            Self::InvalidClient | Self::Unauthorized => 401,
            Self::Forbidden => 403,
            Self::ResourceNotFound => 404,
            Self::TooManyRequests => 429,
            Self::InternalServer => 500,
            _ => 400,
        }
    }

    /// The member `error` of `sso-oidc`: the code of RFC 6749, section 5.2, RFC 7591, section 3.2.2, or RFC 8628,
    /// section 3.5, that the exception is named after.
    pub(crate) fn oauth(self) -> &'static str {
        match self {
            Self::AccessDenied | Self::Forbidden | Self::Unauthorized => "access_denied",
            Self::AuthorizationPending => "authorization_pending",
            Self::ExpiredToken => "expired_token",
            Self::InternalServer => "server_error",
            Self::InvalidClient => "invalid_client",
            Self::InvalidClientMetadata => "invalid_client_metadata",
            Self::InvalidGrant => "invalid_grant",
            Self::InvalidRedirectUri => "invalid_redirect_uri",
            Self::InvalidRequest | Self::ResourceNotFound => "invalid_request",
            Self::InvalidScope => "invalid_scope",
            Self::SlowDown | Self::TooManyRequests => "slow_down",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
        }
    }

    /// A refusal of this kind that says why.
    pub(crate) fn because(self, words: impl Into<Cow<'static, str>>) -> Refusal {
        Refusal { failure: self, words: words.into() }
    }
}

/// An answer that is an error. Its words never repeat what was sent, since that may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub failure: Failure,
    pub words: Cow<'static, str>,
}
