//! One reading: where it works, who may stop it, who hears how far it is.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::db::Ctx;
use crate::error::{Code, Error, Result};
use crate::workspace::Workspace;

/// What a reading needs of whoever runs it: a job, or the watch over a mailbox.
pub struct Reading<'a> {
    /// Where it works.
    pub workspace: &'a Workspace,
    /// When it began, and in whose name.
    pub ctx: Ctx,
    /// Whether somebody gave up.
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Hears the phase, how many messages are done and how many there are (0 = not known).
    pub tell: &'a (dyn Fn(&'static str, i64, i64) + Sync),
    /// How many messages are known to come; mailbox files do not tell.
    pub expected: AtomicUsize,
}

impl<'a> Reading<'a> {
    /// A reading that begins now.
    pub fn new(
        workspace: &'a Workspace,
        ctx: Ctx,
        stop: &'a (dyn Fn() -> bool + Sync),
        tell: &'a (dyn Fn(&'static str, i64, i64) + Sync),
    ) -> Self {
        Self { workspace, ctx, stop, tell, expected: AtomicUsize::new(0) }
    }

    /// A Cancelled error once somebody gave up.
    pub fn check(&self) -> Result<()> {
        if (self.stop)() { Err(Error::new(Code::Cancelled, "job-cancelled")) } else { Ok(()) }
    }

    /// Tells how many messages are done.
    pub fn progress(&self, done: i64) {
        let expected = i64::try_from(self.expected.load(Ordering::Relaxed)).unwrap_or(0);
        (self.tell)("phase-reading-mail", done, if expected < done { 0 } else { expected });
    }
}
