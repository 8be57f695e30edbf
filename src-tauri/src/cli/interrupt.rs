//! Ctrl+C, the system's wish to end the program (SIGTERM), and the closing of its console: what is
//! being handed over is finished first. Asked a second time, it ends at once.

use std::io::Write as _;

use tokio::runtime::Builder;

use crate::job;

/// As shells name a program that was ended by Ctrl+C.
const INTERRUPTED: i32 = 130;

/// Watches from now on; `words` are said when the wish comes.
pub fn watch(words: String) {
    let watching = std::thread::Builder::new().name("interrupt".to_owned()).spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build();
        if let Err(cause) = runtime.and_then(|runtime| runtime.block_on(hear(&words))) {
            log::warn!("the system's wish to end is not heard: {cause}");
        }
    });
    if let Err(cause) = watching {
        log::warn!("the system's wish to end is not heard: {cause}");
    }
}

async fn hear(words: &str) -> std::io::Result<()> {
    let mut wishes = Wishes::listen()?;
    wishes.next().await;
    job::end_all();
    let _ = writeln!(std::io::stderr(), "{words}");
    wishes.next().await;
    std::process::exit(INTERRUPTED)
}

#[cfg(unix)]
struct Wishes([tokio::signal::unix::Signal; 3]);

#[cfg(unix)]
impl Wishes {
    fn listen() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self([
            signal(SignalKind::interrupt())?,
            signal(SignalKind::terminate())?,
            signal(SignalKind::hangup())?,
        ]))
    }

    async fn next(&mut self) {
        let [interrupt, terminate, hangup] = &mut self.0;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
        }
    }
}

/// The system gives a program whose console is closed, or whose user logs off, some seconds: the
/// library keeps its answer back until the process has ended.
#[cfg(windows)]
struct Wishes {
    c: tokio::signal::windows::CtrlC,
    pause: tokio::signal::windows::CtrlBreak,
    close: tokio::signal::windows::CtrlClose,
    logoff: tokio::signal::windows::CtrlLogoff,
    shutdown: tokio::signal::windows::CtrlShutdown,
}

#[cfg(windows)]
impl Wishes {
    fn listen() -> std::io::Result<Self> {
        use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close, ctrl_logoff, ctrl_shutdown};
        Ok(Self {
            c: ctrl_c()?,
            pause: ctrl_break()?,
            close: ctrl_close()?,
            logoff: ctrl_logoff()?,
            shutdown: ctrl_shutdown()?,
        })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.c.recv() => {}
            _ = self.pause.recv() => {}
            _ = self.close.recv() => {}
            _ = self.logoff.recv() => {}
            _ = self.shutdown.recv() => {}
        }
    }
}
