//! Broken files and texts through every importer: no panic, no hang, no growth of memory. Mutations
//! of good files; the seed is printed and can be given again as `WARTA_FUZZ_SEED`.
//! `WARTA_FUZZ_SECONDS` is the time for all targets together.
//!
//! Each target runs in a process of its own, beside the other tests, and is watched from outside.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::office::Office;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use warta::format::chat_export::{ChatFile, Entry};
use warta::format::table::{self, ReadPlan, Row};
use warta::format::{contact_columns, day, person_name, phone, signature, vcard};

/// What a single input may take, in a debug build on a busy machine.
const SLOWEST: Duration = Duration::from_secs(20);
/// Seconds for all targets together.
const SECONDS: u64 = 60;
/// What each target gets of them.
const TARGETS: &[(&str, f64)] = &[
    ("text", 0.2),
    ("cards", 0.1),
    ("workbooks", 0.2),
    ("signatures", 0.1),
    ("chats", 0.1),
    ("imports", 0.15),
    ("mails", 0.15),
];
/// The most that a target may ever hold, in kB: a debug build, SQLite's caches, an input of a
/// megabyte in its several forms.
const MOST_MEMORY: u64 = 300_000;
/// What it may hold more at its end than after its first third, in kB.
const MOST_GROWTH: u64 = 40_000;
/// Rows read of one input.
const MOST_ROWS: usize = 20_000;

const CSV: &[u8] = b"\xef\xbb\xbfNama;Media;No. HP/WA;E-mail;Desk\r\n\"Rahma; Siti, S.Sos.\";Harian Contoh;0812-0000-1111 / 0813 0000 2222;\"siti@example.id, s2@example.com\";Kesehatan\r\n\"Asep\nSunarya\";Radio;+62 812 0000 3333;asep@example.id;\"Ekonomi, \"\"Hukum\"\"\"\r\n";
const TSV: &[u8] = b"Name\tEmail\tTags\nBudi Santoso\tbudi@example.id\t* a ::: b\n";
const CARDS: &[u8] = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Rahm=C3=A1;Siti;;;S.Sos.\r\nFN;ENCODING=QUOTED-PRINTABLE:Siti=\r\n Rahma\r\nTEL;CELL:0812 0000 1111\r\nitem1.EMAIL;type=pref:siti@example.id\r\nADR;TYPE=WORK:;;Jl. Contoh 1;Serang;;42111;Indonesia\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:X\r\nEND:VCARD\r\nCATEGORIES:a,b\\,c\r\nX-WARTA-BEATS:x\r\nNOTE:satu\\ndua\r\n tiga\r\nEND:VCARD\r\nBEGIN:VCARD\nVERSION:4.0\nFN:Wayan\nTEL;VALUE=uri:tel:+628120000333\nBDAY:--0229\nEND:VCARD\n";
const SIGNATURE: &[u8] = b"Salam,\n\nSiti Rahma, S.Sos.\nRedaktur | Harian Contoh\nHP/WA: 0812-0000-1111 / 0813 0000 2222\nsiti@example.id | www.contoh.example.id\nJl. Contoh No. 1, Serang 42111\n";

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (line, row) in (0_u32..)
        .zip([["Nama", "Surel", "Tanggal lahir"], ["Siti Rahma", "siti@example.id", "17 Mei 1988"]])
    {
        for (column, cell) in (0_u16..).zip(row) {
            page.write_string(line, column, cell).unwrap();
        }
    }
    page.write_number(2, 0, 45_000.5).unwrap();
    book.save_to_buffer().unwrap()
}

const CHAT: &[u8] = b"\xef\xbb\xbf13/11/26 10.05 - Rina membuat grup \"Pers: Kota\"\r\n13/11/26 10.06 - Rina menambahkan Siti dan +62 000 1111 2222\r\n13/11/26 10.07 - Siti: Kapan?\r\nbaris dua\r\n13/11/26 10.08 - +62 000 1111 2222: <Media tidak disertakan>\r\n13/11/26 10.09 - Budi: Jadi <Pesan ini diedit>\r\n13/11/26 10.10 - Budi keluar\r\n";
const PHONE_CHAT: &[u8] = b"[11/13/26, 9:05:12\xe2\x80\xafAM] Pers Kota: \xe2\x80\x8eMessages and calls are end-to-end encrypted.\n[11/13/26, 9:06:00\xe2\x80\xafAM] ~\xc2\xa0Wayan: Who?\n\xe2\x80\x8e[11/13/26, 9:07:00\xe2\x80\xafPM] \xe2\x80\xaa+62 000 1111 2222\xe2\x80\xac: \xe2\x80\x8eimage omitted\n";

fn packed_chat() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("_chat.txt", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(CHAT).unwrap();
    zip.finish().unwrap().into_inner()
}

/// An exported chat through both passes.
fn read_chat(folder: &std::path::Path, bytes: &[u8]) {
    let path = folder.join("chat");
    std::fs::write(&path, bytes).unwrap();
    let latest = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let Ok(file) = ChatFile::open(&path) else { return };
    let Ok(layout) = file.survey(latest) else { return };
    let mut held = 0;
    let _ = file.read(&layout, |entry| {
        if let Entry::Message(message) = entry {
            held += message.text.len() + message.sender.len();
        }
        Ok(())
    });
    // What is no UTF-8 takes three bytes for one.
    if !bytes.starts_with(b"PK") {
        assert!(held <= bytes.len() * 3, "{held} bytes out of {}", bytes.len());
    }
}

/// An OpenDocument sheet with a repeated row and cell.
fn open_document() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default();
    zip.start_file("mimetype", plain).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    zip.start_file("content.xml", plain).unwrap();
    zip.write_all(br#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Media"><table:table-row><table:table-cell><text:p>Nama</text:p></table:table-cell><table:table-cell><text:p>Surel</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="3"><table:table-cell><text:p>Siti</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"><text:p>siti@example.id</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#).unwrap();
    zip.finish().unwrap().into_inner()
}

/// Pieces that tear readers apart.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\n",
    b"\r",
    b"\r\n ",
    b"=",
    b"=\r\n",
    b";",
    b",",
    b"\t",
    b":",
    b"\\",
    b"\0",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"BEGIN:VCARD\r\n",
    b"END:VCARD\r\n",
    b"ENCODING=QUOTED-PRINTABLE:",
    b"CHARSET=UTF-16:",
    b"=\"0812\"",
    b"sep=;\n",
    b" ::: ",
    b"<html>",
    b"99999999999999999999",
    b"table:number-rows-repeated=\"1000000000\"",
    b"\xf0\x9f\x93\xb0",
    b"\xcc\x81",
    b"--0230",
    b"17 Mei",
    b"@",
    b"<a@b.id>",
    b"https://",
    b"\xe2\x80\x8e",
    b"\n13/11/26 10.05 - ",
    b"\n[11/13/26, 9:05:12 AM] ",
    b": ",
    b" menambahkan ",
    b"<Pesan ini diedit>",
    b"\r\n\r\n",
    b"\r\n--b\r\n",
    b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
    b"Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822;a@b.id\r\nStatus: 5.1.1\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"=?utf-8?B?",
    b"> ",
    b"<blockquote>",
    b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n",
    b"2026-11-31",
    b"550 5.1.1 ",
    b"On Mon, 23 Nov 2026 A <a@b.id> wrote:\r\n",
];

fn mutated(rng: &mut StdRng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[rng.random_range(0..seeds.len())].clone();
    for _ in 0..rng.random_range(0..12) {
        let at = rng.random_range(0..=bytes.len());
        match rng.random_range(0..7) {
            0 if !bytes.is_empty() => {
                let at = at.min(bytes.len() - 1);
                bytes[at] ^= 1 << rng.random_range(0..8);
            }
            1 => bytes.truncate(at),
            2 => {
                let end = (at + rng.random_range(0..40)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let end = (at + rng.random_range(0..200)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                for _ in 0..rng.random_range(1..20) {
                    bytes.splice(at..at, copy.iter().copied());
                }
            }
            4 => {
                let other = &seeds[rng.random_range(0..seeds.len())];
                let from = rng.random_range(0..=other.len());
                bytes.splice(at..at, other[from..].iter().copied());
            }
            5 => {
                let noise: Vec<u8> = (0..rng.random_range(1..30)).map(|_| rng.random()).collect();
                bytes.splice(at..at, noise);
            }
            _ => {
                let piece = PIECES[rng.random_range(0..PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
        bytes.truncate(1 << 20);
    }
    bytes
}

/// A file through recognition, header, mapping and rows.
fn read_file(folder: &std::path::Path, bytes: &[u8]) {
    let path = folder.join("rusak");
    std::fs::write(&path, bytes).unwrap();
    let Ok(seen) = table::inspect(&path, None) else { return };
    let mapping = contact_columns::guess(&seen.headers, &seen.samples);
    assert!(mapping.len() >= seen.headers.len());
    let _ = contact_columns::of_card(&seen.headers);
    let Ok(mut rows) = table::rows(&path, &ReadPlan::from(&seen)) else { return };
    let (mut row, mut count) = (Row::default(), 0);
    while count < MOST_ROWS && matches!(rows.next_into(&mut row), Ok(true)) {
        count += 1;
        let held: usize = row.cells.iter().map(String::len).sum();
        // A workbook is packed and its cells repeat; a text's row cannot outgrow the text but for
        // its encoding.
        if !bytes.starts_with(b"PK") {
            assert!(held <= bytes.len() * 4 + 4096, "a row of {held} bytes out of {}", bytes.len());
        }
        assert!(row.cells.len() <= table::MAX_COLUMNS.max(1000));
        for cell in row.cells.iter().take(50) {
            read_cell(cell);
        }
    }
}

/// A cell through every small reader.
fn read_cell(cell: &str) {
    let cell: String = cell.chars().take(2000).collect();
    let emails = contact_columns::split_emails(&cell);
    let phones = contact_columns::split_phones(&cell);
    let labels = contact_columns::split_labels(&cell);
    assert!(emails.len() + phones.len() + labels.len() <= cell.len() * 3 + 3);
    for number in &phones {
        let _ = phone::normalise(number);
    }
    for written in [day::read(&cell), day::read_birthday(&cell)].into_iter().flatten() {
        assert_eq!(day::read_birthday(&written).as_deref(), Some(written.as_str()), "{cell:?}");
    }
    let _ = person_name::split(&cell);
    let again = contact_columns::quoted_label(&cell);
    if !cell.trim().is_empty()
        && cell.trim() == cell
        && !cell.starts_with(['*', '"'])
        && cell != "-"
    {
        assert!(contact_columns::split_labels(&again).len() <= 1, "{cell:?} is torn apart");
    }
    assert_eq!(vcard::components(&vcard::escaped(&cell.replace('\r', "")), ';').len(), 1);
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

fn fuzz(name: &str, seeds: &[Vec<u8>], target: impl Fn(&[u8])) {
    let share = TARGETS.iter().find(|(known, _)| *known == name).unwrap().1;
    let seconds = number("WARTA_FUZZ_SECONDS").unwrap_or(SECONDS) as f64 * share;
    let seed = number("WARTA_FUZZ_SEED").unwrap_or_else(rand::random);
    println!("fuzz {name}: WARTA_FUZZ_SEED={seed}");
    let mut rng = StdRng::seed_from_u64(seed);
    let started = Instant::now();
    let mut count = 0;
    while started.elapsed().as_secs_f64() < seconds {
        let bytes = mutated(&mut rng, seeds);
        let begun = Instant::now();
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| target(&bytes)));
        if let Err(cause) = outcome {
            let kept = std::env::temp_dir().join(format!("warta-fuzz-{name}-{seed}-{count}"));
            let _ = std::fs::write(&kept, &bytes);
            eprintln!("fuzz {name}: seed {seed}, input {count}, kept as {}", kept.display());
            std::panic::resume_unwind(cause);
        }
        assert!(
            begun.elapsed() < SLOWEST,
            "{name}: seed {seed}, input {count} took {:?}",
            begun.elapsed()
        );
        count += 1;
    }
    println!("fuzz {name}: {count} inputs");
    assert!(count > 0);
}

/// A line of `/proc/PID/status`, in kB; none where the system has no such file.
pub fn memory_of(process: u32, what: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':'))?;
    line.trim().split(' ').next()?.parse().ok()
}

/// Runs a target in a process of its own and watches how long it takes and what it holds.
fn watched(name: &str) {
    let share = TARGETS.iter().find(|(known, _)| *known == name).unwrap().1;
    let seconds = number("WARTA_FUZZ_SECONDS").unwrap_or(SECONDS) as f64 * share;
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["fuzz::inside", "--exact", "--ignored", "--nocapture"])
        .env("WARTA_FUZZ_TARGET", name)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let started = Instant::now();
    let (mut peak, mut warm, mut last) = (0, 0, 0);
    while child.try_wait().unwrap().is_none() {
        peak = peak.max(memory_of(child.id(), "VmHWM").unwrap_or(0));
        if let Some(now) = memory_of(child.id(), "VmRSS").filter(|kilobytes| *kilobytes > 0) {
            last = now;
            if started.elapsed().as_secs_f64() < seconds / 3.0 {
                warm = warm.max(now);
            }
        }
        let allowed = Duration::from_secs_f64(seconds) + SLOWEST * 2;
        if started.elapsed() > allowed {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{name} hangs: not through after {allowed:?}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let output = child.wait_with_output().unwrap();
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success(), "{name}: {said}");
    assert!(said.contains(&format!("fuzz {name}: ")), "{name} did not run: {said}");
    println!("{said}\nfuzz {name}: peak {peak} kB, {warm} kB when warm, {last} kB at the end");
    assert!(peak < MOST_MEMORY, "{name} held {peak} kB: {said}");
    assert!(last < warm + MOST_GROWTH, "{name} grew from {warm} to {last} kB: {said}");
}

#[test]
fn broken_text_files_do_no_harm() {
    watched("text");
}

#[test]
fn broken_cards_do_no_harm() {
    watched("cards");
}

#[test]
fn broken_workbooks_do_no_harm() {
    watched("workbooks");
}

#[test]
fn broken_signatures_do_no_harm() {
    watched("signatures");
}

#[test]
fn broken_chats_do_no_harm() {
    watched("chats");
}

#[test]
fn broken_files_can_be_imported_or_are_refused() {
    watched("imports");
}

#[test]
fn broken_mails_do_no_harm() {
    watched("mails");
}

/// The watched process.
#[test]
#[ignore = "started by the others with the name of a target"]
fn inside() {
    let Ok(name) = std::env::var("WARTA_FUZZ_TARGET") else { return };
    let folder = tempfile::TempDir::new().unwrap();
    match name.as_str() {
        "text" => {
            let seeds = [CSV.to_vec(), TSV.to_vec(), CARDS.to_vec(), SIGNATURE.to_vec()];
            fuzz(&name, &seeds, |bytes| read_file(folder.path(), bytes));
        }
        "cards" => fuzz(&name, &[CARDS.to_vec()], |bytes| read_file(folder.path(), bytes)),
        "workbooks" => {
            let seeds = [workbook(), open_document()];
            fuzz(&name, &seeds, |bytes| read_file(folder.path(), bytes));
        }
        "signatures" => {
            fuzz(&name, &[SIGNATURE.to_vec(), CSV.to_vec(), CARDS.to_vec()], |bytes| {
                let text = String::from_utf8_lossy(bytes);
                let _ = signature::kind_of(&text);
                let found = signature::read(&text);
                let (headers, row) = signature::as_table(&found);
                assert_eq!(headers.len(), row.len());
            });
        }
        "chats" => {
            let seeds = [CHAT.to_vec(), PHONE_CHAT.to_vec(), packed_chat()];
            fuzz(&name, &seeds, |bytes| read_chat(folder.path(), bytes));
        }
        "imports" => whole_imports(),
        "mails" => {
            let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
            fuzz(&name, &mails(), |bytes| read_mail(bytes, today));
        }
        other => panic!("no target {other}"),
    }
}

/// Every mail of the museum, and some made to be torn.
fn mails() -> Vec<Vec<u8>> {
    let folder = format!("{}/tests/mails", env!("CARGO_MANIFEST_DIR"));
    let mut all: Vec<Vec<u8>> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read(entry.unwrap().path()).unwrap())
        .collect();
    all.sort();
    let mut nested = Vec::new();
    for level in 0..60 {
        write!(nested, "Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n")
            .unwrap();
    }
    all.push(nested);
    all.push("Content-Type: message/rfc822\r\n\r\n".repeat(60).into_bytes());
    all.push(b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<div><blockquote type=3D\"cite\"><p>Ya=C3=A4</p></blockquote><table><tr><td>Pada 23 Nov 2026 A <a@b.id> menulis:</div>\r\n".to_vec());
    all
}

/// A mail through the classifier, the text and the harmless HTML.
fn read_mail(bytes: &[u8], today: chrono::NaiveDate) {
    use warta::mail::understand::{Kind, safe_html, understand, unreadable};
    let Ok((incoming, about)) = understand(bytes, today) else {
        let (_, about) = unreadable(bytes);
        assert_eq!(about.kind, Kind::Other);
        return;
    };
    assert!((0.0..=1.0).contains(&about.confidence));
    assert_eq!(about.permanent.is_some(), matches!(about.kind, Kind::Bounce | Kind::Delay));
    assert_eq!(about.rsvp.is_some(), about.kind == Kind::Rsvp);
    assert!(about.recipients.len() <= 200);
    // What is no UTF-8 takes three bytes for one, and a link's address stands twice.
    assert!(about.new_text.len() <= bytes.len() * 8 + 100, "{}", about.new_text.len());
    if let Some(html) = incoming.html {
        let safe = safe_html(&html).to_lowercase();
        assert!(!safe.contains("<script") && !safe.contains("<iframe"), "{safe}");
    }
}

/// A file as Warta exports it, with the columns of several parts.
const DETAILS: &str = "Name,Email,Outlet,All outlets,All addresses and numbers with their types,Memberships with role and period,Social accounts with address and followers,\"What holds sending back, since when and why\",Skor [Number],Ukuran [Choice: S; M]\nSiti Rahma,siti@example.id,Harian Contoh,\"Harian Contoh | Redaktur | Kota | 2020-01-01\nRadio \\| Contoh | | | 2001-02-03 | 2004-05-06\",\"email | siti@example.id | work\nwhatsapp | 0812 0000 1111\",PWI | Ketua | 7 | 2020-01-01,instagram | siti | https://example.com/siti | 1200 | 2024-01-01,\"do_not_contact | 2024-01-01T00:00:00.000Z | | minta\nbad_address | | | penuh | | siti@example.id\",12.5,M\n";

/// Files through a whole import, into a workspace: every count adds up, and one undo leaves nothing.
fn whole_imports() {
    let office = Office::new();
    let workspace = office.open();
    let door = warta::commands::Door {
        workspace: &workspace,
        source: warta::db::Source::CommandLine,
        actor: String::new(),
        on_progress: None,
    };
    let seeds = [CSV.to_vec(), CARDS.to_vec(), DETAILS.as_bytes().to_vec(), workbook()];
    let file = office.file("rusak");
    fuzz("imports", &seeds, |bytes| {
        std::fs::write(&file, bytes.get(..20_000).unwrap_or(bytes)).unwrap();
        let plan = serde_json::json!({"file": file, "all_sheets": true});
        let Ok(done) = warta::commands::import_run(&door, serde_json::from_value(plan).unwrap())
        else {
            return;
        };
        warta::commands::import_undo(&door, done.import_id).unwrap();
    });
    let database = rusqlite::Connection::open(office.workspace().join("warta.sqlite")).unwrap();
    for table in
        ["contacts", "organisations", "reaches", "labels", "custom_fields", "contact_states"]
    {
        let live: i64 = database
            .query_row(
                &format!("SELECT COUNT(*) FROM {table} WHERE deleted_at IS NULL"),
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(live, 0, "{table}");
    }
}
