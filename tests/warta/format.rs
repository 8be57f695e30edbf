//! Awkward files, and what stands in their cells.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};
use tempfile::TempDir;
use warta::error::Error;
use warta::format::contact_columns::{self, Field};
use warta::format::table::{self, FileKind, ReadPlan, Row, TableInfo};
use warta::format::{csv, fold, markdown, person_name, phone, workbook};

struct Scratch(TempDir);

impl Scratch {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

fn read(path: &Path) -> (TableInfo, Vec<Row>) {
    let info = table::inspect(path, None).unwrap();
    let rows = table::rows(path, &ReadPlan::from(&info)).unwrap().map(Result::unwrap).collect();
    (info, rows)
}

fn read_bytes(name: &str, bytes: impl AsRef<[u8]>) -> (TableInfo, Vec<Row>) {
    let scratch = Scratch::new();
    let path = scratch.file(name, bytes);
    read(&path)
}

fn refused(name: &str, bytes: impl AsRef<[u8]>) -> Error {
    let scratch = Scratch::new();
    let path = scratch.file(name, bytes);
    table::inspect(&path, None).unwrap_err()
}

fn cells(row: &Row) -> Vec<&str> {
    row.cells.iter().map(String::as_str).collect()
}

fn utf_16(text: &str, big: bool, bom: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    for unit in bom.then_some(0xfeff).into_iter().chain(text.encode_utf16()) {
        bytes.extend(if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
    }
    bytes
}

const LIST: &str = "Nama,Media,Surel\nSiti Rahma,Kabar Contoh,siti@example.com\nJosé Ñu,Café Pos,jose@example.com\n";

#[test]
fn utf_8_with_and_without_mark() {
    for text in [LIST.to_owned(), format!("\u{feff}{LIST}")] {
        let (info, rows) = read_bytes("a.csv", text);
        assert_eq!(info.headers, ["Nama", "Media", "Surel"]);
        assert_eq!(info.encoding, "UTF-8");
        assert_eq!(
            (info.kind, info.delimiter, info.header_row),
            (FileKind::Delimited, Some(','), Some(0))
        );
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].number, rows[1].cells[0].as_str()), (2, "José Ñu"));
    }
}

#[test]
fn utf_16_in_both_orders_with_and_without_mark() {
    for (big, bom) in [(false, true), (true, true), (false, false), (true, false)] {
        let (info, rows) = read_bytes("a.csv", utf_16(LIST, big, bom));
        assert_eq!(info.encoding, if big { "UTF-16BE" } else { "UTF-16LE" });
        assert_eq!(info.headers[0], "Nama", "big {big} bom {bom}");
        assert_eq!(rows[1].cells[1], "Café Pos");
    }
}

#[test]
fn windows_1252() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(LIST);
    let (info, rows) = read_bytes("a.csv", bytes);
    assert_eq!(info.encoding, "windows-1252");
    assert_eq!(cells(&rows[1]), ["José Ñu", "Café Pos", "jose@example.com"]);
}

#[test]
fn windows_1252_far_below_a_plain_beginning() {
    let mut bytes = b"Nama,Surel\n".to_vec();
    for place in 0..20_000 {
        bytes.extend(format!("Orang {place},orang{place}@example.com\n").bytes());
    }
    bytes.extend(b"Jos\xe9,jose@example.com\n");
    let (info, rows) = read_bytes("a.csv", bytes);
    assert_eq!(info.encoding, "UTF-8");
    assert_eq!(rows.last().unwrap().cells[0], "José");
}

#[test]
fn every_delimiter() {
    for delimiter in [',', ';', '\t', '|'] {
        let text = format!(
            "Nama{delimiter}Gelar{delimiter}Surel\n\"Siti{delimiter} S.Sos\"{delimiter}\"a, b; c | d\"{delimiter}siti@example.com\n"
        );
        let (info, rows) = read_bytes("a.csv", text);
        assert_eq!(info.delimiter, Some(delimiter));
        assert_eq!(rows[0].cells[0], format!("Siti{delimiter} S.Sos"));
        assert_eq!(rows[0].cells[1], "a, b; c | d");
    }
}

#[test]
fn semicolons_with_commas_inside_unquoted_cells() {
    let (info, rows) = read_bytes(
        "a.csv",
        "Nama;Jabatan;Surel\nSiti, S.Sos., M.Si.;Redaktur;siti@example.com\nBudi, S.H.;Reporter;budi@example.com\n",
    );
    assert_eq!(info.delimiter, Some(';'));
    assert_eq!(rows[0].cells[0], "Siti, S.Sos., M.Si.");
}

#[test]
fn sep_line() {
    let (info, rows) = read_bytes("a.csv", "sep=;\r\nNama;Surel\r\nSiti;siti@example.com\r\n");
    assert_eq!((info.delimiter, info.header_row), (Some(';'), Some(0)));
    assert_eq!(cells(&rows[0]), ["Siti", "siti@example.com"]);
}

#[test]
fn quoted_newlines_and_quotes() {
    let (_, rows) = read_bytes(
        "a.csv",
        "Nama,Catatan,Surel\n\"Siti \"\"Ita\"\" Rahma\",\"baris 1\nbaris 2\r\nbaris 3\",siti@example.com\nBudi,,budi@example.com\n",
    );
    assert_eq!(rows[0].cells[0], "Siti \"Ita\" Rahma");
    assert_eq!(rows[0].cells[1], "baris 1\nbaris 2\r\nbaris 3");
    assert_eq!(rows[1].number, 3, "a spreadsheet shows records, not lines");
}

#[test]
fn lone_carriage_returns() {
    let (_, rows) = read_bytes("a.csv", "Nama,Surel\rSiti,siti@example.com\rBudi,budi@example.com");
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[1].number, cells(&rows[1])), (3, vec!["Budi", "budi@example.com"]));
}

#[test]
fn ragged_rows() {
    let (_, rows) = read_bytes(
        "a.csv",
        "Nama,Surel,Kota\nSiti\nBudi,budi@example.com,Contoh,lebih,dari\n\nAni,ani@example.com,\n",
    );
    assert_eq!(
        rows.iter().map(|row| (row.number, row.cells.len())).collect::<Vec<_>>(),
        [(2, 1), (3, 5), (5, 3)]
    );
}

#[test]
fn header_only_gives_no_rows() {
    let (info, rows) = read_bytes("a.csv", "Nama,Surel\n");
    assert_eq!((info.headers.len(), rows.len()), (2, 0));
}

#[test]
fn no_header_at_all() {
    let (info, rows) = read_bytes(
        "a.csv",
        "Siti Rahma,siti@example.com,0812-0000-111\nBudi Santoso,budi@example.com,0812-0000-112\n",
    );
    assert_eq!((info.header_row, rows.len()), (None, 2));
    assert_eq!(info.headers, ["A", "B", "C"]);
    assert_eq!(
        contact_columns::guess(&info.headers, &info.samples),
        [Field::Name, Field::Email, Field::Phone]
    );
}

#[test]
fn one_column_of_addresses() {
    let (info, rows) = read_bytes("a.txt", "siti@example.com\nbudi@example.com\n");
    assert_eq!((info.header_row, rows.len()), (None, 2));
    let (info, rows) = read_bytes("a.csv", "Email Address\nsiti@example.com\n");
    assert_eq!((info.header_row, rows.len()), (Some(0), 1));
}

#[test]
fn title_rows_blank_rows_and_counted_columns() {
    let text = "DAFTAR MEDIA,,\nTahun 2026,,\n,,\nNama Wartawan,Nama Media,No. HP\n1,2,3\nSiti Rahma,Kabar Contoh,0812-0000-111\n,,\nBudi,Warta Contoh,0812-0000-112\n";
    let (info, rows) = read_bytes("a.csv", text);
    assert_eq!(info.header_row, Some(3));
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [6, 8]);
}

#[test]
fn duplicate_headers_and_fifty_columns() {
    let headers: Vec<String> = (0..50)
        .map(|place| if place % 2 == 0 { "Email".to_owned() } else { format!("Kolom {place}") })
        .collect();
    let row: Vec<String> = (0..50).map(|place| format!("orang{place}@example.com")).collect();
    let (info, rows) = read_bytes("a.csv", format!("{}\n{}\n", headers.join(","), row.join(",")));
    assert_eq!((info.headers.len(), rows[0].cells.len()), (50, 50));
    assert!(
        contact_columns::guess(&info.headers, &info.samples)
            .iter()
            .all(|field| *field == Field::Email)
    );
}

#[test]
fn emoji_and_a_cell_of_a_megabyte() {
    let long = "panjang 🗞️ ".repeat(70_000);
    let (_, rows) = read_bytes("a.csv", format!("Nama,Catatan\nSiti 📰,\"{long}\"\n"));
    assert_eq!(rows[0].cells[0], "Siti 📰");
    assert!(rows[0].cells[1].len() > 1_000_000);
    assert_eq!(rows[0].cells[1], long);
}

#[test]
fn values_that_spreadsheets_protect() {
    let (_, rows) =
        read_bytes("a.csv", "Nama,HP\n'=Siti,\"=\"\"081200000111\"\"\"\n'abc,'+62 000\n");
    assert_eq!(cells(&rows[0]), ["=Siti", "081200000111"]);
    assert_eq!(cells(&rows[1]), ["'abc", "+62 000"]);
}

#[test]
fn empty_files() {
    for bytes in ["", "\n\n\n", "\u{feff}", "  \r\n"] {
        assert_eq!(refused("a.csv", bytes).text, "error-file-empty", "{bytes:?}");
    }
}

#[test]
fn binary_junk_is_no_table() {
    let noise: Vec<u8> =
        (0..5_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    assert_eq!(refused("a.csv", &noise).text, "error-file-not-table");
    assert_eq!(refused("a.xlsx", b"\x89PNG\r\n\x1a\n rest").text, "error-file-not-table");
    assert_eq!(refused("a.csv", b"%PDF-1.7\n1 0 obj").text, "error-file-not-table");
    assert_eq!(
        refused("a.csv", b"Nama,Surel\nSiti\0,a@example.com\n").text,
        "error-file-not-table"
    );
}

#[test]
fn zero_bytes_far_below_name_their_row() {
    let mut bytes = b"Nama,Surel\n".to_vec();
    for place in 0..20_000 {
        bytes.extend(format!("Orang {place},orang{place}@example.com\n").bytes());
    }
    bytes.extend(b"Siti\0,a@example.com\n");
    let scratch = Scratch::new();
    let path = scratch.file("a.csv", bytes);
    let plan = ReadPlan::from(&table::inspect(&path, None).unwrap());
    let error = table::rows(&path, &plan).unwrap().find_map(Result::err).unwrap();
    assert_eq!((error.text, error.args["row"].as_str()), ("error-row-binary", "20002"));
}

#[test]
fn an_unclosed_quote_names_its_row() {
    let scratch = Scratch::new();
    let path = scratch.file(
        "a.csv",
        "Nama,Surel\nSiti,siti@example.com\n\"Budi,budi@example.com\nAni,ani@example.com\n",
    );
    let plan = ReadPlan::from(&table::inspect(&path, None).unwrap());
    let error = table::rows(&path, &plan).unwrap().find_map(Result::err).unwrap();
    assert_eq!((error.text, error.args["row"].as_str()), ("error-quote-open", "3"));
}

#[test]
fn a_missing_file_and_a_web_page() {
    assert_eq!(
        table::inspect(Path::new("/nowhere/at/all.csv"), None).unwrap_err().text,
        "error-file-missing"
    );
    assert_eq!(
        refused("a.xls", "<html><body><table><tr><td>Nama</td></tr></table>").text,
        "error-file-web-page"
    );
}

#[test]
fn a_csv_named_xls_and_tsv_are_read_by_content() {
    assert_eq!(read_bytes("a.xls", LIST).0.kind, FileKind::Delimited);
    assert_eq!(
        read_bytes("a.tsv", "Nama\tSurel\nSiti\tsiti@example.com\n").0.delimiter,
        Some('\t')
    );
}

#[test]
fn two_hundred_thousand_rows_stream() {
    let mut text = String::from("Nama,Surel,Telepon\n");
    for place in 0..200_000 {
        text.push_str(&format!("Orang Nomor {place},orang{place}@example.com,0812-0000-{place}\n"));
    }
    let scratch = Scratch::new();
    let path = scratch.file("a.csv", &text);
    let info = table::inspect(&path, None).unwrap();
    assert!(
        (150_000..250_000).contains(&info.sheets[0].rows_estimate),
        "{}",
        info.sheets[0].rows_estimate
    );
    let mut rows = table::rows(&path, &ReadPlan::from(&info)).unwrap();
    let (mut row, mut count) = (Row::default(), 0);
    while rows.next_into(&mut row).unwrap() {
        count += 1;
    }
    assert_eq!((count, row.number), (200_000, 200_001));
    assert_eq!(rows.bytes_read(), rows.size());
}

fn xlsx(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

#[test]
fn xlsx_with_merged_title_merged_outlets_and_all_kinds_of_cells() {
    let bytes = xlsx(|book| {
        let page = book.add_worksheet();
        let plain = Format::new();
        page.merge_range(0, 0, 1, 5, "DAFTAR WARTAWAN", &plain).unwrap();
        for (column, header) in (0..).zip([
            "Nama Media",
            "Nama Wartawan",
            "No. HP/WA",
            "E-mail",
            "Masa Berlaku",
            "Aktif",
        ]) {
            page.write(3, column, header).unwrap();
        }
        page.merge_range(4, 0, 5, 0, "Kabar Contoh", &plain).unwrap();
        page.write(4, 1, "Siti Rahma").unwrap();
        page.write(4, 2, 6_281_200_000_111_f64).unwrap();
        page.write_formula(
            4,
            3,
            Formula::new("=\"siti\"&\"@example.com\"").set_result("siti@example.com"),
        )
        .unwrap();
        page.write_with_format(
            4,
            4,
            rust_xlsxwriter::ExcelDateTime::from_ymd(2027, 3, 1).unwrap(),
            &Format::new().set_num_format("dd/mm/yyyy"),
        )
        .unwrap();
        page.write(4, 5, true).unwrap();
        page.write(5, 1, "Budi Santoso").unwrap();
        page.write(5, 2, "0812 0000 112").unwrap();
        page.write(5, 4, 1.5).unwrap();
        page.write(8, 0, "Warta Contoh").unwrap();
        page.write(8, 1, "Ani").unwrap();
    });
    let (info, rows) = read_bytes("a.xlsx", bytes);
    assert_eq!((info.kind, info.header_row), (FileKind::Xlsx, Some(3)));
    assert_eq!(
        cells(&rows[0]),
        ["Kabar Contoh", "Siti Rahma", "6281200000111", "siti@example.com", "2027-03-01", "TRUE"]
    );
    assert_eq!(cells(&rows[1]), ["Kabar Contoh", "Budi Santoso", "0812 0000 112", "", "1.5"]);
    assert_eq!((rows[2].number, rows[2].cells[1].as_str()), (9, "Ani"));
    assert_eq!(rows.len(), 3);
}

#[test]
fn xlsx_with_a_header_of_two_rows() {
    let bytes = xlsx(|book| {
        let page = book.add_worksheet();
        let plain = Format::new();
        page.merge_range(0, 0, 1, 0, "Nama", &plain).unwrap();
        page.merge_range(0, 1, 0, 2, "Kontak", &plain).unwrap();
        page.write(1, 1, "HP").unwrap();
        page.write(1, 2, "Email").unwrap();
        page.write(2, 0, "Siti").unwrap();
        page.write(2, 2, "siti@example.com").unwrap();
    });
    let (info, rows) = read_bytes("a.xlsx", bytes);
    assert_eq!(
        (info.header_row, info.headers),
        (Some(1), vec!["Nama".to_owned(), "HP".to_owned(), "Email".to_owned()])
    );
    assert_eq!(rows.len(), 1);
}

#[test]
fn xlsx_with_several_sheets() {
    let bytes = xlsx(|book| {
        book.add_worksheet().set_name("Kosong").unwrap();
        for name in ["Cetak", "Daring"] {
            let page = book.add_worksheet().set_name(name).unwrap();
            page.write(0, 0, "Nama")
                .unwrap()
                .write(0, 1, "Media")
                .unwrap()
                .write(1, 0, "Siti")
                .unwrap()
                .write(1, 1, name)
                .unwrap();
        }
    });
    let scratch = Scratch::new();
    let path = scratch.file("a.xls", bytes);
    let info = table::inspect(&path, None).unwrap();
    assert_eq!(info.kind, FileKind::Xlsx, "by content, whatever the name");
    assert_eq!(
        info.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(),
        ["Kosong", "Cetak", "Daring"]
    );
    assert_eq!(info.sheet.as_deref(), Some("Cetak"));
    assert_eq!(table::inspect(&path, Some("Daring")).unwrap().samples[0][1], "Daring");
    assert_eq!(table::inspect(&path, Some("Radio")).unwrap_err().text, "error-sheet-unknown");
}

#[test]
fn xlsx_without_any_cell() {
    assert_eq!(
        refused("a.xlsx", xlsx(|book| drop(book.add_worksheet().set_name("Kosong")))).text,
        "error-file-empty"
    );
}

#[test]
fn xlsx_cut_short() {
    let bytes = xlsx(|book| drop(book.add_worksheet().write(0, 0, "Nama")));
    assert_eq!(refused("a.xlsx", &bytes[..bytes.len() / 2]).text, "error-file-damaged");
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// States another unpacked size for the first part in the archive's directory.
fn with_stated_size(mut bytes: Vec<u8>, size: u32) -> Vec<u8> {
    let directory = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    bytes[directory + 24..directory + 28].copy_from_slice(&size.to_le_bytes());
    bytes
}

#[test]
fn a_sheet_bomb_is_refused() {
    let sheet = vec![b' '; 2_000_000];
    let parts: [(&str, &[u8]); 2] =
        [("xl/worksheets/sheet1.xml", &sheet), ("xl/workbook.xml", b"<workbook/>")];
    let error = refused("a.xlsx", with_stated_size(zipped(&parts), 400 * 1024 * 1024));
    assert_eq!((error.text, error.args["limit"].as_str()), ("error-file-too-big", "300"));
    assert_eq!(
        refused("a.xlsx", with_stated_size(zipped(&parts), 1_000)).text,
        "error-file-damaged",
        "the directory lies"
    );
}

#[test]
fn a_cell_at_the_far_corner_needs_no_memory() {
    let bytes = xlsx(|book| {
        let page = book.add_worksheet();
        page.write(0, 0, "Nama").unwrap().write(0, 1, "Surel").unwrap();
        page.write(1, 0, "Siti").unwrap();
        page.write(1_048_575, 1, "akhir@example.com").unwrap();
    });
    let (_, rows) = read_bytes("a.xlsx", bytes);
    assert_eq!((rows.len(), rows[1].number), (2, 1_048_576));
    let wide = xlsx(|book| drop(book.add_worksheet().write(0, 16_383, "Nama")));
    assert_eq!(refused("a.xlsx", wide).text, "error-row-too-wide");
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"Media\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn ods_row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>")).collect();
    format!(
        "<table:table-row>{cells}<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
    )
}

#[test]
fn ods_rows() {
    let body = format!(
        "{}{}<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        ods_row(&["Nama", "Surel"]),
        ods_row(&["Siti &amp; Rahma", "siti@example.com"])
    );
    let (info, rows) = read_bytes("a.xlsx", ods(&body));
    assert_eq!((info.kind, info.sheet.as_deref()), (FileKind::Ods, Some("Media")));
    assert_eq!(cells(&rows[0]), ["Siti & Rahma", "siti@example.com"]);
}

#[test]
fn an_ods_bomb_of_repeated_cells_is_refused() {
    let body = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    assert_eq!(refused("a.ods", ods(body)).text, "error-file-too-many-cells");
}

#[test]
fn xls_rows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/journalists.xls");
    let scratch = Scratch::new();
    let renamed = scratch.file("renamed.xlsx", fs::read(&path).unwrap());
    for path in [path, renamed] {
        let (info, rows) = read(&path);
        assert_eq!((info.kind, info.header_row), (FileKind::Xls, Some(2)));
        assert_eq!(
            cells(&rows[0]),
            ["Siti Rahma", "Kabar Contoh", "620000000111", "siti@example.com", "2027-03-01"]
        );
        assert_eq!((rows[1].number, rows[1].cells[2].as_str()), (5, "0000 0000 112"));
    }
}

#[test]
fn a_workbook_with_password_says_so() {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(1_024, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4_096, 0);
    assert_eq!(refused("a.xlsx", bytes).text, "error-file-locked");
}

#[test]
fn damaged_and_foreign_archives() {
    assert_eq!(
        refused("a.xls", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[7; 600]].concat()).text,
        "error-file-damaged"
    );
    assert_eq!(
        refused("a.docx", zipped(&[("word/document.xml", b"<w/>")])).text,
        "error-file-not-table"
    );
    assert_eq!(
        refused("a.xlsb", zipped(&[("xl/workbook.bin", b"x")])).text,
        "error-file-binary-workbook"
    );
    assert_eq!(
        refused("a.xlsx", zipped(&[("xl/workbook.xml", b"<<<<")])).text,
        "error-file-damaged"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_crash_the_reader(head in 0..6_usize, tail in proptest::collection::vec(any::<u8>(), 0..600)) {
        let heads: [&[u8]; 6] = [b"", b"Nama,Surel\n\"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"sep=;\n"];
        let scratch = Scratch::new();
        let path = scratch.file("a.bin", [heads[head], &tail].concat());
        if let Ok(info) = table::inspect(&path, None) {
            let count = table::rows(&path, &ReadPlan::from(&info)).unwrap().take(1_000).count();
            prop_assert!(count <= 1_000);
        }
    }

    #[test]
    fn no_text_crashes_the_cell_readers(text in ".{0,60}", other in ".{0,30}") {
        let _ = (fold::fold(&text), phone::normalise(&text), person_name::split(&text), person_name::agrees(&text, &other));
        let _ = (contact_columns::split_emails(&text), contact_columns::split_phones(&text), contact_columns::guess(std::slice::from_ref(&text), &[vec![other]]));
        let _ = (markdown::read_release(&text), markdown::text_of(&markdown::clean_html(&text)), markdown::text_of(&text));
    }

    #[test]
    fn written_cells_come_back(cells in proptest::collection::vec("[a-z=+@'\"\n,; 0-9-]{0,12}", 2..5)) {
        prop_assume!(cells.iter().any(|cell| !cell.trim().is_empty()));
        // An apostrophe before a sign is taken for the protection, as spreadsheets do.
        prop_assume!(!cells.iter().any(|cell| cell.starts_with('\'') || cell.starts_with("=\"")));
        let mut bytes = Vec::new();
        csv::write_safe(&mut bytes, &["Nama", "Surel"], [Ok(cells.clone())], true).unwrap();
        let scratch = Scratch::new();
        let path = scratch.file("a.csv", bytes);
        let plan = ReadPlan { header_row: Some(0), delimiter: Some(','), ..ReadPlan::default() };
        let rows: Vec<Row> = table::rows(&path, &plan).unwrap().map(Result::unwrap).collect();
        prop_assert_eq!(&rows[0].cells, &cells);
    }
}

#[test]
fn formulas_are_defused_but_phones_stay() {
    for (cell, written) in [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+62 000-0000-111", "+62 000-0000-111"),
        ("-5", "-5"),
        ("-", "'-"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("\tx", "'\tx"),
        ("biasa", "biasa"),
    ] {
        assert_eq!(csv::safe_cell(cell), written);
    }
}

#[test]
fn written_workbooks_come_back() {
    let scratch = Scratch::new();
    let path = scratch.0.path().join("a.xlsx");
    let rows = [Ok(vec!["Siti", "0812-0000-111"]), Ok(vec!["=1+1", ""])];
    workbook::write_xlsx(&path, "Kontak/2026", &["Nama", "HP"], rows).unwrap();
    let (info, rows) = read(&path);
    assert_eq!((info.sheet.as_deref(), info.headers.len()), (Some("Kontak 2026"), 2));
    assert_eq!((rows[0].cells[1].as_str(), rows[1].cells[0].as_str()), ("0812-0000-111", "=1+1"));
}
