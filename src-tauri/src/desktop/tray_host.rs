//! Whether this desktop has a place where a program without a window can be found again.

/// Whether a tray icon would be seen. Always on Windows and macOS; on Linux where the library that
/// draws it can be loaded and the desktop shows such icons. Elsewhere nobody knows: no.
#[cfg(not(target_os = "linux"))]
pub fn is_there() -> bool {
    cfg!(any(windows, target_os = "macos"))
}

#[cfg(target_os = "linux")]
pub use linux::{has_host, is_there};

#[cfg(target_os = "linux")]
mod linux {
    use std::ops::Deref;
    use std::panic::catch_unwind;
    use std::path::Path;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use zbus::blocking::connection::Builder;
    use zbus::zvariant::OwnedValue;

    /// Whether a tray icon would be seen: the library that draws it can be loaded, and the desktop
    /// shows such icons.
    pub fn is_there() -> bool {
        library_loads() && has_host(None)
    }

    /// Either of them will do.
    const LIBRARIES: [&str; 2] = ["libayatana-appindicator3.so.1", "libappindicator3.so.1"];
    /// What the loader knows (ldconfig(8)): the names and paths of libraries, in plain letters.
    const LOADER_CACHE: &str = "/etc/ld.so.cache";

    /// Asked of the loader itself, since a library may be there and still lack others of its own.
    /// The binding panics where it finds none, so those who surely have none are not asked.
    fn library_loads() -> bool {
        may_be_installed()
            && catch_unwind(|| {
                let _library = libappindicator_sys::LIB.deref();
            })
            .is_ok()
    }

    fn may_be_installed() -> bool {
        let beside = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
        let in_own_folders = std::env::split_paths(&beside)
            .any(|folder| LIBRARIES.iter().any(|name| folder.join(name).exists()));
        // A system without such a cache keeps its libraries elsewhere: the loader is asked.
        in_own_folders
            || std::fs::read(Path::new(LOADER_CACHE)).map_or(true, |cache| {
                LIBRARIES.iter().any(|name| memchr::memmem::find(&cache, name.as_bytes()).is_some())
            })
    }

    const WATCHER: &str = "org.kde.StatusNotifierWatcher";
    /// A bus that hangs has no tray.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Whether somebody on the bus shows tray icons: a `StatusNotifierWatcher` at which a host is
    /// registered. `address` is the bus; none = the session's own.
    pub fn has_host(address: Option<&str>) -> bool {
        let (answer, answered) = channel();
        let address = address.map(str::to_owned);
        std::thread::spawn(move || {
            // Nobody listens any more when it took too long.
            let _ = answer.send(ask(address.as_deref()));
        });
        match answered.recv_timeout(PATIENCE) {
            Ok(Ok(found)) => found,
            Ok(Err(cause)) => {
                log::info!("no tray: {cause}");
                false
            }
            Err(_) => {
                log::info!("no tray: the bus does not answer");
                false
            }
        }
    }

    fn ask(address: Option<&str>) -> zbus::Result<bool> {
        let builder = match address {
            Some(address) => Builder::address(address)?,
            None => Builder::session()?,
        };
        let bus = builder.method_timeout(PATIENCE).build()?;
        // The bus knows who is there; asking the watcher at once might start one.
        let owned: bool = bus
            .call_method(
                Some("org.freedesktop.DBus"),
                "/org/freedesktop/DBus",
                Some("org.freedesktop.DBus"),
                "NameHasOwner",
                &WATCHER,
            )?
            .body()
            .deserialize()?;
        if !owned {
            return Ok(false);
        }
        let registered: OwnedValue = bus
            .call_method(
                Some(WATCHER),
                "/StatusNotifierWatcher",
                Some("org.freedesktop.DBus.Properties"),
                "Get",
                &(WATCHER, "IsStatusNotifierHostRegistered"),
            )?
            .body()
            .deserialize()?;
        Ok(bool::try_from(registered)?)
    }
}
