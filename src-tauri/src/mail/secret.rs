//! What proves to a server who logs in: a password, or a token that an identity server gave.

use std::fmt;
use std::sync::Arc;

use crate::error::Result;

/// Where access tokens come from.
pub trait Tokens: Send + Sync {
    /// A token that is still good; `renewed`: the one given last was refused, fetch another.
    fn token(&self, renewed: bool) -> Result<String>;
}

/// What proves who logs in.
#[derive(Clone)]
pub enum Secret {
    /// A password, or an app password.
    Password(String),
    /// Access tokens (OAuth 2.0, RFC 6749), shown to the server by XOAUTH2.
    Token(Arc<dyn Tokens>),
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Password(_) => "Password",
            Self::Token(_) => "Token",
        })
    }
}

impl From<String> for Secret {
    fn from(password: String) -> Self {
        Self::Password(password)
    }
}

impl From<&str> for Secret {
    fn from(password: &str) -> Self {
        Self::Password(password.to_owned())
    }
}

/// What a client says in XOAUTH2, before base64.
pub fn xoauth2(user: &str, token: &str) -> String {
    format!("user={user}\x01auth=Bearer {token}\x01\x01")
}
