//! Surroundings that fail: a network share, a full disk, a damaged database.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use warta::workspace::network::{remote_mount, share_of};

use crate::office::Office;

const MOUNTS: &str = "\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/kantor fuseblk rw 0 0
//server/bagian /mnt/humas\\040bersama cifs rw,vers=3.0 0 0
server:/ekspor /srv/nfs nfs4 rw 0 0
/dev/vdb /srv/nfs/lokal ext4 rw 0 0
rina@server: /home/rina/jauh fuse.sshfs rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
tmpfs /srv/nfs/lokal/ram tmpfs rw 0 0
";

#[test]
fn a_network_share_is_told_from_a_disk() {
    let kind = |folder: &str| remote_mount(MOUNTS, Path::new(folder));
    for local in [
        "/home/rina/Documents/Warta",
        "/media/kantor/Warta",
        "/srv/nfs/lokal/Warta",
        "/srv/nfs/lokal/ram",
        "/srv/nfsx",
        "/mnt/humas",
        "/run/user/1000/doc/Warta",
    ] {
        assert_eq!(kind(local), None, "{local}");
    }
    for (remote, expected) in [
        ("/mnt/humas bersama/Warta", "cifs"),
        ("/srv/nfs/Warta", "nfs4"),
        ("/home/rina/jauh", "fuse.sshfs"),
    ] {
        assert_eq!(kind(remote).as_deref(), Some(expected), "{remote}");
    }
    // Of two mounts at one place the later one is seen.
    let again = format!("{MOUNTS}server:/x /media/kantor nfs rw 0 0\n");
    assert_eq!(remote_mount(&again, Path::new("/media/kantor/Warta")).as_deref(), Some("nfs"));
    assert_eq!(share_of(&std::env::temp_dir()), None);
}

/// Runs a shell script in a mount namespace of its own, as root or as root of its own user
/// namespace; none where the system allows neither.
fn in_own_mounts(script: &str, args: &[&str]) -> Option<Output> {
    let run = |flags: &[&str], script: &str| {
        Command::new("unshare")
            .args(flags)
            .args(["sh", "-c", script, "sh"])
            .args(args)
            .env("LANG", "en_US.UTF-8")
            .env_remove("LC_ALL")
            .output()
            .ok()
    };
    [&["--mount"][..], &["--mount", "--map-root-user"][..]].into_iter().find_map(|flags| {
        run(flags, "mount -t tmpfs -o size=1m tmpfs /mnt")
            .filter(|tried| tried.status.success())?;
        run(flags, script)
    })
}

#[test]
fn a_full_disk_is_told_and_nothing_is_half_done() {
    let office = Office::without_workspace();
    let mut list = "Nama;Media;E-mail;Kota\n".to_owned();
    for number in 0..30_000 {
        list.push_str(&format!(
            "Wartawan Nomor {number};Media {};w{number}@media{}.example.id;Kota {}\n",
            number % 500,
            number % 500,
            number % 90
        ));
    }
    let file = office.write("besar.csv", list);
    let disk = office.file("disk");
    fs::create_dir_all(&disk).unwrap();
    let script = r#"
        set -u
        warta=$1; disk=$2; file=$3
        mount -t tmpfs -o size=9m tmpfs "$disk" || exit 90
        w() { "$warta" --language en --json --workspace "$disk/Warta" "$@"; }
        w init >/dev/null || exit 91
        printf 'Nama;E-mail\nAnna Contoh;anna@example.id\n' > "$disk/satu.csv"
        w import "$disk/satu.csv" >/dev/null || exit 92
        w import "$file" --list Besar; echo "import=$?"
        mount -o remount,size=200m "$disk" || exit 93
        echo "after=$(w contact list --limit 1)"
        echo "lists=$(w call list_all)"
        w import "$file" >/dev/null; echo "again=$?"
        echo "all=$(w contact list --limit 1)"
    "#;
    let warta = env!("CARGO_BIN_EXE_warta");
    let Some(output) = in_own_mounts(script, &[warta, &disk.to_string_lossy(), &file]) else {
        eprintln!("no mount namespaces here: the full disk was not tried");
        return;
    };
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    );
    assert!(output.status.success(), "{out}\n{err}");
    assert!(out.contains("import=1"), "{out}\n{err}");
    assert!(err.contains("The disk is full"), "{out}\n{err}");
    let line = |name: &str| {
        let found = out.lines().find_map(|line| line.strip_prefix(name));
        serde_json::from_str::<serde_json::Value>(found.unwrap()).unwrap()
    };
    assert_eq!(line("after=")["total"], 1, "nothing of the import stays: {out}");
    assert_eq!(line("lists=").as_array().map(Vec::len), Some(0), "nor its list: {out}");
    assert!(out.contains("again=0"), "{out}\n{err}");
    assert_eq!(line("all=")["total"], 30_001);
}

#[test]
fn a_workspace_on_a_share_is_warned_about() {
    let office = Office::new();
    let mounts = office.write(
        "mounts",
        format!("/dev/vda / ext4 rw 0 0\nserver:/x {} nfs4 rw 0 0\n", office.file("").display()),
    );
    // The table of mounts of this very process is covered by a made-up one.
    let script = r#"
        mount --bind "$2" "/proc/$$/mounts" || exit 90
        exec "$1" --language en --workspace "$3" contact list
    "#;
    let (warta, workspace) = (env!("CARGO_BIN_EXE_warta"), office.workspace());
    match in_own_mounts(script, &[warta, &mounts, &workspace.to_string_lossy()]) {
        Some(output) if output.status.code() != Some(90) => {
            let err = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{err}");
            assert!(err.contains("lies on another machine (nfs4)"), "{err}");
        }
        _ => eprintln!("mounts cannot be made here: the warning was not tried"),
    }
    let quiet = office.warta(&["--language", "en", "contact", "list"]);
    assert!(!quiet.err.contains("another machine"), "{quiet:?}");
}

#[test]
fn a_damaged_database_is_kept_and_a_backup_put_in_its_place() {
    let office = Office::with_contacts();
    let backup = office.file("cadangan.zip").to_string_lossy().into_owned();
    assert_eq!(office.warta(&["backup", &backup]).code, 0);
    damage(&office);
    office.warta(&["--language", "en", "contact", "list"]).failed_with("is damaged");
    let restored = office.warta(&["restore", &backup]);
    assert_eq!(restored.code, 0, "{restored:?}");
    assert_eq!(office.json(&["contact", "list"])["total"], 4);
    let kept = fs::read_dir(office.workspace().join("backups"))
        .unwrap()
        .any(|entry| entry.unwrap().file_name().to_string_lossy().starts_with("damaged-"));
    assert!(kept, "what is damaged is kept");
}

/// Writes nonsense over the database of an office.
pub fn damage(office: &Office) {
    for leftover in ["warta.sqlite-wal", "warta.sqlite-shm"] {
        let _ = fs::remove_file(office.workspace().join(leftover));
    }
    fs::write(office.workspace().join("warta.sqlite"), "not a database at all ".repeat(100))
        .unwrap();
}

#[test]
fn a_backup_that_was_broken_off_leaves_no_copy_of_the_data() {
    let office = Office::new();
    let backups = office.workspace().join("backups");
    let left = ["daily-2026-01-05.4000000.sqlite", "daily-2026-01-05.4000000.part"];
    for name in left {
        std::fs::write(backups.join(name), "a copy of everybody").unwrap();
    }
    let workspace = office.open();
    workspace.back_up_daily().unwrap();
    for name in left {
        assert!(!backups.join(name).exists(), "{name} is still there");
    }
    let written = std::fs::read_dir(&backups).unwrap().count();
    assert_eq!(written, 1, "the backup of the day alone");
}
