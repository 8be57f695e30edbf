//! One enum of events, and who hears them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;

/// Something that happened. Events carry ids and table names, never rows.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A commit changed these tables; `*` = anything may have changed.
    Changed {
        /// Table names.
        tables: Vec<String>,
    },
    /// Long work went on or ended.
    Job(JobNews),
    /// A sentence for the person.
    Notice {
        /// Key of the sentence in the locales.
        text: String,
        /// What it names.
        args: std::collections::BTreeMap<String, String>,
    },
    /// Somebody wants to close the window while mail is leaving: the window asks what then.
    Closing {
        /// Messages that have not left.
        messages: i64,
        /// Whether the window can go on in the tray.
        tray: bool,
        /// Whether it will be asked the next time too.
        asks_again: bool,
    },
    /// Events were lost; ask everything again.
    Overflow,
}

/// Where a job stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobNews {
    /// The job.
    pub id: i64,
    /// The command that it runs.
    pub kind: String,
    /// `running`, `done`, `failed` or `cancelled`.
    pub state: String,
    /// Key of the phase's name in the locales.
    pub phase: String,
    /// Steps done.
    pub done: i64,
    /// Steps in all; 0 = unknown.
    pub total: i64,
    /// What went wrong.
    #[ts(optional, type = "unknown")]
    pub error: Option<serde_json::Value>,
    /// The command's result when it is done.
    #[ts(optional, type = "unknown")]
    pub result: Option<serde_json::Value>,
}

impl JobNews {
    /// The error as a screen reads it.
    pub fn error_json(error: &Error) -> Option<serde_json::Value> {
        serde_json::to_value(error).ok()
    }
}

struct Listener {
    sender: SyncSender<Event>,
    lost: AtomicBool,
}

/// Hands every event to every listener, without ever waiting for one.
#[derive(Default)]
pub struct Bus {
    listeners: Mutex<Vec<Listener>>,
}

const MOST_WAITING: usize = 1000;

impl Bus {
    /// A new listener. One that falls behind hears [`Event::Overflow`].
    pub fn listen(&self) -> Receiver<Event> {
        let (sender, receiver) = sync_channel(MOST_WAITING);
        self.listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(Listener { sender, lost: AtomicBool::new(false) });
        receiver
    }

    /// Tells everybody.
    pub fn send(&self, event: Event) {
        let mut listeners = self.listeners.lock().unwrap_or_else(PoisonError::into_inner);
        listeners.retain(|listener| {
            if listener.lost.load(Ordering::Relaxed) {
                match listener.sender.try_send(Event::Overflow) {
                    Ok(()) => listener.lost.store(false, Ordering::Relaxed),
                    Err(TrySendError::Full(_)) => return true,
                    Err(TrySendError::Disconnected(_)) => return false,
                }
            }
            match listener.sender.try_send(event.clone()) {
                Ok(()) => true,
                Err(TrySendError::Full(_)) => {
                    listener.lost.store(true, Ordering::Relaxed);
                    true
                }
                Err(TrySendError::Disconnected(_)) => false,
            }
        });
    }
}
