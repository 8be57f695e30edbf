//! Whether a folder lies on another machine: SQLite's locks are not reliable there.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf, Prefix};

/// File systems that reach another machine, or the machine around a virtual one.
const REMOTE: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "davfs",
    "9p",
    "vboxsf",
    "vmhgfs",
];
/// The same through FUSE, after `fuse.`.
const REMOTE_FUSE: &[&str] = &[
    "sshfs",
    "gvfsd-fuse",
    "rclone",
    "s3fs",
    "davfs2",
    "smbnetfs",
    "glusterfs",
    "curlftpfs",
    "vmhgfs-fuse",
];

/// The kind of network share that a folder lies on, such as `nfs4`; none for a disk of this
/// machine, and where the system does not tell.
pub fn share_of(folder: &Path) -> Option<String> {
    // On Windows a mapped drive letter turns into the share behind it.
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    if let Some(Component::Prefix(prefix)) = folder.components().next()
        && matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    {
        return Some("SMB".to_owned());
    }
    let mounts = std::fs::read_to_string("/proc/self/mounts").ok()?;
    remote_mount(&mounts, &folder)
}

/// As [`share_of`], from the lines of `/proc/self/mounts` (`fstab(5)`): the mount nearest to the
/// folder decides, of two at one place the later.
pub fn remote_mount(mounts: &str, folder: &Path) -> Option<String> {
    let mut nearest: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut fields = line.split(' ').skip(1);
        let (Some(place), Some(kind)) = (fields.next(), fields.next()) else { continue };
        let place = PathBuf::from(OsString::from(unescaped(place)));
        let depth = place.components().count();
        if folder.starts_with(&place) && nearest.is_none_or(|(known, _)| depth >= known) {
            nearest = Some((depth, kind));
        }
    }
    let (_, kind) = nearest?;
    let remote = match kind.strip_prefix("fuse.") {
        Some(through) => REMOTE_FUSE.contains(&through),
        None => REMOTE.contains(&kind),
    };
    remote.then(|| kind.to_owned())
}

/// Blanks, tabs, line ends and backslashes stand as three octal digits.
fn unescaped(field: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(field.to_owned(), |text, (escape, letter)| text.replace(escape, letter))
}
