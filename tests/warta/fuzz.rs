//! Broken files and texts through every importer: no panic, no hang, no memory beyond the input's
//! own size. Mutations of good files; the seed is printed and can be given again as
//! `WARTA_FUZZ_SEED`. `WARTA_FUZZ_SECONDS` is the time for all targets together.

use std::io::Write;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use warta::format::table::{self, ReadPlan, Row};
use warta::format::{contact_columns, day, person_name, phone, signature, vcard};

/// What a single input may take, in a debug build on a busy machine.
const SLOWEST: Duration = Duration::from_secs(20);
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

fn fuzz(name: &str, share: f64, seeds: &[Vec<u8>], target: impl Fn(&[u8])) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let seconds = number("WARTA_FUZZ_SECONDS").unwrap_or(8) as f64 * share;
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

#[test]
fn broken_text_files_do_no_harm() {
    let folder = tempfile::TempDir::new().unwrap();
    let seeds = [CSV.to_vec(), TSV.to_vec(), CARDS.to_vec(), SIGNATURE.to_vec()];
    fuzz("text", 0.4, &seeds, |bytes| read_file(folder.path(), bytes));
}

#[test]
fn broken_cards_do_no_harm() {
    let folder = tempfile::TempDir::new().unwrap();
    fuzz("cards", 0.2, &[CARDS.to_vec()], |bytes| read_file(folder.path(), bytes));
}

#[test]
fn broken_workbooks_do_no_harm() {
    let folder = tempfile::TempDir::new().unwrap();
    let seeds = [workbook(), open_document()];
    fuzz("workbooks", 0.25, &seeds, |bytes| read_file(folder.path(), bytes));
}

#[test]
fn broken_signatures_do_no_harm() {
    fuzz("signatures", 0.15, &[SIGNATURE.to_vec(), CSV.to_vec(), CARDS.to_vec()], |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let _ = signature::kind_of(&text);
        let found = signature::read(&text);
        let (headers, row) = signature::as_table(&found);
        assert_eq!(headers.len(), row.len());
    });
}
