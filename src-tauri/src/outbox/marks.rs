//! The disk's part of a mark. Its transaction is committed; the final dot goes out when it would
//! survive a power cut too. One way to the disk serves all marks that were committed before it.

use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use super::committer::{Answer, Reply};
use crate::db::LogFile;
use crate::error::Result;

/// A connection's mark as committed, and whom to tell.
pub type Marked = (Reply, Answer);

/// A disk that takes longer than about a message on its way to a server nearby: the marks of all
/// connections shall share its time.
const SLOW: Duration = Duration::from_millis(1);
/// The longest that a mark waits for those of the others.
const PATIENCE: Duration = Duration::from_millis(3);

/// Answers marks until nobody makes any more. An error is the disk's: no mark is answered from
/// then on, so that nothing is sent that might be sent again.
pub fn sync(log: &LogFile, connections: usize, waiting: &Receiver<Marked>) -> Result<()> {
    let mut takes = Duration::ZERO;
    while let Ok(first) = waiting.recv() {
        let mut marked = vec![first];
        marked.extend(waiting.try_iter());
        let began = Instant::now();
        while takes > SLOW
            && marked.len() < connections
            && let Ok(another) = waiting.recv_timeout(PATIENCE.saturating_sub(began.elapsed()))
        {
            marked.push(another);
        }
        let began = Instant::now();
        log.sync()?;
        takes = began.elapsed();
        for (reply, answer) in marked {
            // A connection that is gone has left its claim to the recovery.
            let _ = reply.try_send(answer);
        }
    }
    Ok(())
}
