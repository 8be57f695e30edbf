//! What can go wrong, told three ways: a code that a screen acts on, a sentence in the person's
//! language (by its key in `assets/locales`), and a cause for the log.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use ts_rs::TS;

/// What a screen does about an error. A code exists only because some screen acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub enum Code {
    /// The record is gone, or never was.
    NotFound,
    /// The person's input is wrong; [`Error::field`] names where.
    Invalid,
    /// Someone else changed the record meanwhile.
    Conflict,
    /// A password is missing or was refused.
    NeedsLogin,
    /// A server cannot be reached, or did not answer in time.
    Offline,
    /// Another process holds what is needed; trying again later may work.
    Busy,
    /// The workspace was written by a newer Warta.
    TooNew,
    /// The person cancelled the work.
    Cancelled,
    /// Everything else: a defect or a broken machine.
    Internal,
}

/// An error as it travels to the screen, the command line and the log.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Error {
    /// What the screen does about it.
    pub code: Code,
    /// Key of the sentence in the errors.ftl of each language.
    pub text: &'static str,
    /// What the sentence names: file, row, server, value.
    pub args: BTreeMap<&'static str, String>,
    /// The input field at fault, by its name in the record or order.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The technical message for the "details" fold. Never holds addresses, bodies or passwords.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
}

/// The result of everything that can fail in Warta.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with the sentence `text` and no more.
    pub fn new(code: Code, text: &'static str) -> Self {
        Self { code, text, args: BTreeMap::new(), field: None, details: None }
    }

    /// Wrong input in `field`.
    pub fn invalid(field: impl Into<String>, text: &'static str) -> Self {
        let mut error = Self::new(Code::Invalid, text);
        error.field = Some(field.into());
        error
    }

    /// A defect or a broken machine, with its cause for the log.
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self::new(Code::Internal, "error-internal").because(cause)
    }

    /// Names something in the sentence.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.insert(name, value.to_string());
        self
    }

    /// Adds the technical cause, with its whole chain when alternate formatting gives one.
    #[must_use]
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.details = Some(format!("{cause:#}"));
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.text)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        if let Some(details) = &self.details {
            write!(f, " ({details})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<std::io::Error> for Error {
    fn from(cause: std::io::Error) -> Self {
        use std::io::ErrorKind::{PermissionDenied, StorageFull, TimedOut};
        match cause.kind() {
            StorageFull => Self::new(Code::Internal, "error-disk-full").because(cause),
            PermissionDenied => Self::new(Code::Internal, "error-permission").because(cause),
            TimedOut => Self::new(Code::Offline, "error-timeout").because(cause),
            _ => Self::internal(cause),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(cause: serde_json::Error) -> Self {
        Self::internal(cause)
    }
}

impl From<anyhow::Error> for Error {
    fn from(cause: anyhow::Error) -> Self {
        Self::internal(cause)
    }
}
