//! Secrets of mail accounts: in the operating system's keychain, and where there is none, in this
//! process alone and only until it ends.

use std::collections::BTreeMap;
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::PasswordKept;

const SERVICE: &str = "warta";
/// A locked keychain asks the person; until they answer, nothing may hang on it.
const PATIENCE: Duration = Duration::from_secs(5);

/// Secrets of this process: those that no keychain would take, and those already fetched.
static KNOWN: Mutex<BTreeMap<String, (String, PasswordKept)>> = Mutex::new(BTreeMap::new());

/// The secret kept under a name, and where it is.
pub fn find(name: &str) -> Option<(String, PasswordKept)> {
    if let Some(known) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned() {
        return Some(known);
    }
    let asked = name.to_owned();
    let secret = ask(move || keyring::Entry::new(SERVICE, &asked)?.get_password())?;
    let found = (secret, PasswordKept::Keychain);
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), found.clone());
    Some(found)
}

/// Keeps a secret; says where it is now.
pub fn keep(name: &str, secret: &str) -> PasswordKept {
    let (asked, given) = (name.to_owned(), secret.to_owned());
    let stored = ask(move || keyring::Entry::new(SERVICE, &asked)?.set_password(&given));
    let kept = if stored.is_some() { PasswordKept::Keychain } else { PasswordKept::Session };
    let known = (secret.to_owned(), kept);
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), known);
    kept
}

/// Forgets a secret.
pub fn forget(name: &str) {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    let asked = name.to_owned();
    ask(move || keyring::Entry::new(SERVICE, &asked)?.delete_credential());
}

/// Asks the keychain, but never waits long for it; none where it fails or does not answer.
fn ask<T: Send + 'static>(
    question: impl FnOnce() -> keyring::Result<T> + Send + 'static,
) -> Option<T> {
    let (answer, answered) = channel();
    std::thread::spawn(move || {
        // Nobody listens any more when it took too long.
        let _ = answer.send(question());
    });
    match answered.recv_timeout(PATIENCE) {
        Ok(Ok(value)) => Some(value),
        Ok(Err(keyring::Error::NoEntry)) => None,
        Ok(Err(cause)) => {
            log::info!("the keychain cannot be used: {cause}");
            None
        }
        Err(_) => {
            log::warn!("the keychain did not answer in time");
            None
        }
    }
}
