//! Secrets of mail accounts: in the operating system's keychain, and where there is none, in this
//! process alone and only until it ends.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::channel;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use super::PasswordKept;

const SERVICE: &str = "warta";
/// A locked keychain asks the person; until they answer, nothing may hang on it.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a secret is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// With the workspace, so that no other finds it.
    pub now: String,
    /// As it was called before names had the workspace; none where it never was.
    pub before: Option<String>,
}

/// The secret kept under a name, and where it is.
pub fn find(name: &Name) -> Option<(String, PasswordKept)> {
    SECRETS.find(name)
}

/// Keeps a secret; says where it is now.
pub fn keep(name: &Name, secret: &str) -> PasswordKept {
    SECRETS.keep(name, secret)
}

/// Forgets a secret.
pub fn forget(name: &Name) {
    SECRETS.forget(name);
}

static SECRETS: LazyLock<Secrets<System>> = LazyLock::new(|| Secrets::of(System));

/// The keychain is locked, missing or silent: nobody knows what is in it.
struct Unreachable;

/// Where secrets lie under plain names.
trait Chain {
    fn read(&self, name: &str) -> Result<Option<String>, Unreachable>;
    /// Whether it is there now.
    fn write(&self, name: &str, secret: &str) -> bool;
    fn remove(&self, name: &str);
}

/// The keychain, and what this process knows without it.
struct Secrets<C> {
    chain: C,
    /// Those that no keychain would take, and those already fetched.
    known: Mutex<BTreeMap<String, (String, PasswordKept)>>,
    /// Old names under which nothing stands any more: they are looked up once.
    moved: Mutex<BTreeSet<String>>,
}

impl<C: Chain> Secrets<C> {
    fn of(chain: C) -> Self {
        Self { chain, known: Mutex::default(), moved: Mutex::default() }
    }

    fn find(&self, name: &Name) -> Option<(String, PasswordKept)> {
        let known =
            self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&name.now).cloned();
        if known.is_some() {
            return known;
        }
        let found = match self.chain.read(&name.now).ok()? {
            Some(secret) => (secret, PasswordKept::Keychain),
            None => self.take_over(name)?,
        };
        self.known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(name.now.clone(), found.clone());
        Some(found)
    }

    /// Brings a secret from its old name to the new one. The old one goes only when the new one is
    /// there: a keychain that takes nothing must not lose what it has.
    fn take_over(&self, name: &Name) -> Option<(String, PasswordKept)> {
        let before = name.before.as_ref().filter(|before| !self.has_moved(before))?;
        let Some(secret) = self.chain.read(before).ok()? else {
            self.note_moved(before);
            return None;
        };
        if self.chain.write(&name.now, &secret) {
            self.remove_old(before);
            log::info!("a secret in the keychain now carries the workspace's name");
        }
        Some((secret, PasswordKept::Keychain))
    }

    fn keep(&self, name: &Name, secret: &str) -> PasswordKept {
        let kept = if self.chain.write(&name.now, secret) {
            // What stood under the old name is out of date.
            if let Some(before) = name.before.as_ref().filter(|before| !self.has_moved(before)) {
                self.remove_old(before);
            }
            PasswordKept::Keychain
        } else {
            PasswordKept::Session
        };
        self.known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(name.now.clone(), (secret.to_owned(), kept));
        kept
    }

    fn forget(&self, name: &Name) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).remove(&name.now);
        self.chain.remove(&name.now);
        if let Some(before) = name.before.as_ref().filter(|before| !self.has_moved(before)) {
            self.remove_old(before);
        }
    }

    fn remove_old(&self, before: &str) {
        self.chain.remove(before);
        self.note_moved(before);
    }

    fn has_moved(&self, before: &str) -> bool {
        self.moved.lock().unwrap_or_else(PoisonError::into_inner).contains(before)
    }

    fn note_moved(&self, before: &str) {
        self.moved.lock().unwrap_or_else(PoisonError::into_inner).insert(before.to_owned());
    }
}

/// The operating system's keychain.
struct System;

impl Chain for System {
    fn read(&self, name: &str) -> Result<Option<String>, Unreachable> {
        let asked = name.to_owned();
        let found = ask(move || match keyring::Entry::new(SERVICE, &asked)?.get_password() {
            Err(keyring::Error::NoEntry) => Ok(None),
            found => found.map(Some),
        });
        found.ok_or(Unreachable)
    }

    fn write(&self, name: &str, secret: &str) -> bool {
        let (asked, given) = (name.to_owned(), secret.to_owned());
        ask(move || keyring::Entry::new(SERVICE, &asked)?.set_password(&given)).is_some()
    }

    fn remove(&self, name: &str) {
        let asked = name.to_owned();
        ask(move || keyring::Entry::new(SERVICE, &asked)?.delete_credential());
    }
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    /// A keychain that outlives the processes that use it.
    #[derive(Clone, Default)]
    struct StandIn(Rc<Held>);

    #[derive(Default)]
    struct Held {
        secrets: Mutex<BTreeMap<String, String>>,
        takes_nothing: Mutex<bool>,
        locked: Mutex<bool>,
    }

    impl StandIn {
        fn holding(name: &str, secret: &str) -> Self {
            let chain = Self::default();
            chain.0.secrets.lock().unwrap().insert(name.to_owned(), secret.to_owned());
            chain
        }

        fn names(&self) -> Vec<String> {
            self.0.secrets.lock().unwrap().keys().cloned().collect()
        }

        fn takes(&self, takes: bool) {
            *self.0.takes_nothing.lock().unwrap() = !takes;
        }
    }

    impl Chain for StandIn {
        fn read(&self, name: &str) -> Result<Option<String>, Unreachable> {
            if *self.0.locked.lock().unwrap() {
                return Err(Unreachable);
            }
            Ok(self.0.secrets.lock().unwrap().get(name).cloned())
        }

        fn write(&self, name: &str, secret: &str) -> bool {
            let takes = !*self.0.takes_nothing.lock().unwrap();
            if takes {
                self.0.secrets.lock().unwrap().insert(name.to_owned(), secret.to_owned());
            }
            takes
        }

        fn remove(&self, name: &str) {
            self.0.secrets.lock().unwrap().remove(name);
        }
    }

    fn name(workspace: &str, older: bool) -> Name {
        let secret = "1:humas@example.id";
        Name { now: format!("{workspace}:{secret}"), before: older.then(|| secret.to_owned()) }
    }

    fn kept(secret: &str) -> Option<(String, PasswordKept)> {
        Some((secret.to_owned(), PasswordKept::Keychain))
    }

    #[test]
    fn two_workspaces_with_the_same_account_keep_their_own_secrets() {
        let chain = StandIn::default();
        let first = Secrets::of(chain.clone());
        first.keep(&name("a", false), "satu");
        first.keep(&name("b", false), "dua");
        let later = Secrets::of(chain.clone());
        assert_eq!(later.find(&name("a", false)), kept("satu"));
        assert_eq!(later.find(&name("b", false)), kept("dua"));
        later.forget(&name("a", false));
        assert_eq!(later.find(&name("a", false)), None);
        assert_eq!(later.find(&name("b", false)), kept("dua"));
    }

    #[test]
    fn a_secret_under_its_old_name_is_moved_once() {
        let chain = StandIn::holding("1:humas@example.id", "satu");
        assert_eq!(Secrets::of(chain.clone()).find(&name("a", true)), kept("satu"));
        assert_eq!(chain.names(), ["a:1:humas@example.id"]);
        assert_eq!(Secrets::of(chain.clone()).find(&name("a", true)), kept("satu"));
        assert_eq!(Secrets::of(chain).find(&name("b", true)), None, "another workspace asks anew");
    }

    #[test]
    fn a_new_account_takes_nothing_that_stands_under_an_old_name() {
        let chain = StandIn::holding("1:humas@example.id", "of another workspace");
        assert_eq!(Secrets::of(chain.clone()).find(&name("b", false)), None);
        Secrets::of(chain.clone()).keep(&name("b", false), "dua");
        Secrets::of(chain.clone()).forget(&name("b", false));
        assert_eq!(chain.names(), ["1:humas@example.id"]);
    }

    #[test]
    fn a_keychain_that_takes_nothing_keeps_what_it_has() {
        let chain = StandIn::holding("1:humas@example.id", "satu");
        chain.takes(false);
        assert_eq!(Secrets::of(chain.clone()).find(&name("a", true)), kept("satu"));
        assert_eq!(chain.names(), ["1:humas@example.id"]);
        chain.takes(true);
        assert_eq!(Secrets::of(chain.clone()).find(&name("a", true)), kept("satu"));
        assert_eq!(chain.names(), ["a:1:humas@example.id"]);
    }

    #[test]
    fn one_that_was_locked_at_first_still_gives_what_stands_under_the_old_name() {
        let chain = StandIn::holding("1:humas@example.id", "satu");
        let secrets = Secrets::of(chain.clone());
        *chain.0.locked.lock().unwrap() = true;
        assert_eq!(secrets.find(&name("a", true)), None);
        *chain.0.locked.lock().unwrap() = false;
        assert_eq!(secrets.find(&name("a", true)), kept("satu"));
    }

    #[test]
    fn a_changed_or_removed_password_leaves_nothing_under_the_old_name() {
        let chain = StandIn::holding("1:humas@example.id", "satu");
        assert_eq!(
            Secrets::of(chain.clone()).keep(&name("a", true), "baru"),
            PasswordKept::Keychain
        );
        assert_eq!(chain.names(), ["a:1:humas@example.id"]);
        let chain = StandIn::holding("1:humas@example.id", "satu");
        Secrets::of(chain.clone()).forget(&name("a", true));
        assert!(chain.names().is_empty());
    }

    #[test]
    fn what_no_keychain_takes_is_known_until_the_process_ends() {
        let chain = StandIn::default();
        chain.takes(false);
        let secrets = Secrets::of(chain.clone());
        assert_eq!(secrets.keep(&name("a", false), "satu"), PasswordKept::Session);
        assert_eq!(
            secrets.find(&name("a", false)),
            Some(("satu".to_owned(), PasswordKept::Session))
        );
        assert_eq!(Secrets::of(chain).find(&name("a", false)), None);
    }
}
