//! A release on paper and in other programs: PDF, Word, text, web page, mail, chat.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;
use warta::format::blocks;
use warta::format::word::read;
use warta::format::{letterhead, word};
use warta::mail::compose::{self, CLIPPED_ABOVE};
use warta::office::{self, NewLogo};
use warta::paper::{self, PaperFormat, PaperOrder};
use warta::release::TextAsk;
use warta::release::letter::Template;
use warta::release::{self, ImportText, NewFile, ReleaseDetail, files_of};

use crate::office::Office;
use crate::sending_desk::{SendingDesk, patch};

pub const ICON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icons/32x32.png");
const BODY: &str = "<h2>Jadwal taman</h2><p>Isi <strong>tebal</strong>, <em>miring</em>, <strong><em>keduanya</em></strong> dan <a href=\"https://example.id/taman?a=1&amp;b=2\">situs taman</a>.</p>\
    <ul><li><p>Senin</p></li><li><p>Selasa</p><ol><li><p>pagi</p></li><li><p>sore</p></li></ol></li></ul>\
    <blockquote><p>Taman milik warga.</p></blockquote>\
    <table><tbody><tr><th><p>Hari</p></th><th><p>Jam</p></th></tr><tr><td><p>Ahad</p></td><td><p>07.00</p></td></tr></tbody></table>\
    <p>Baris satu<br>baris dua.</p>";

fn desk() -> (SendingDesk, ReleaseDetail) {
    let desk = SendingDesk::new();
    desk.write(|db, ctx| {
        office::save(
            db,
            ctx,
            patch(json!({"parent": "Pemerintah Kota Contoh", "unit": "Bidang Informasi", "address": "Jalan Contoh 1", "contact_line": "humas@example.id",
                "signatory_name": "Budi Contoh, M.Si.", "signatory_position": "Kepala Dinas", "signatory_number": "19700101 199001 1 001"})),
        )?;
        let new = NewLogo { file_name: "logo.png".to_owned(), upload: None, path: Some(ICON.into()) };
        office::set_logo(db, ctx, new)
    });
    let made = desk.write(|db, ctx| {
        release::save(
            db,
            ctx,
            patch(json!({"headline": "Taman kota dibuka", "number": "480/012/XI/2026", "dated_on": "2026-11-22", "lead": "Wali kota membuka taman.", "kind": "media_advisory", "body_html": BODY})),
        )
    });
    (desk, made)
}

fn saved(desk: &SendingDesk, id: i64, set: serde_json::Value) -> ReleaseDetail {
    let mut change = patch(set);
    change.id = Some(id);
    desk.write(|db, ctx| release::save(db, ctx, change))
}

fn sheet(desk: &SendingDesk, id: i64, initials: bool) -> warta::format::sheet::Sheet {
    let (release, office, files) = desk
        .workspace
        .db
        .read(|db| {
            let release: release::Release = db.get(id)?;
            Ok((release, office::find(db)?.unwrap(), files_of(db, id)?))
        })
        .unwrap();
    paper::sheet_of(desk.workspace.folder(), &release, &office, &files, initials)
}

/// What a reader of PDF files finds on each page, without white space: lines break anywhere.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let numbers: Vec<u32> = document.get_pages().keys().copied().collect();
    numbers.into_iter().map(|page| squeezed(&document.extract_text(&[page]).unwrap())).collect()
}

pub fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn import(desk: &SendingDesk, name: &str, bytes: &[u8]) -> warta::error::Result<ReleaseDetail> {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let order =
        ImportText { file_name: name.to_owned(), path: Some(path), ..ImportText::default() };
    desk.try_write(|db, ctx| release::import_text(db, ctx, order))
}

fn asked(release_id: i64) -> TextAsk {
    TextAsk { release_id, language: None }
}

#[test]
fn a_release_stands_on_the_letterhead() {
    let (desk, made) = desk();
    let id = made.release.id;
    let image = NewFile {
        release_id: id,
        file_name: "taman.png".to_owned(),
        upload: None,
        path: Some(ICON.into()),
        inline: true,
    };
    let image = desk.write(|db, ctx| release::attach(db, ctx, image));
    let long = "<p>Paragraf panjang tentang taman kota dan warga yang datang setiap hari untuk berjalan, bermain, dan membaca di bawah pohon.</p>".repeat(14);
    let body = format!("{BODY}<img src=\"cid:{}\" alt=\"Pintu taman\">{long}", image.cid);
    saved(&desk, id, json!({"body_html": body}));
    let pdf = letterhead::pdf(&sheet(&desk, id, false)).unwrap();
    let found = pages(&pdf);
    assert_eq!(found.len(), 2, "{found:?}");
    let all = found.concat();
    for said in [
        "PEMERINTAH KOTA CONTOH",
        "DISKOMINFO CONTOH",
        "Bidang Informasi",
        "Jalan Contoh 1, Wonosari",
        "humas@example.id",
        "Nomor: 480/012/XI/2026",
        "Taman kota dibuka",
        "Wonosari, 22 November 2026 – Wali kota membuka taman.",
        "Isi tebal, miring, keduanya dan situs taman.",
        "pagi",
        "Taman milik warga.",
        "07.00",
        "Baris satu baris dua.",
        "Pintu taman",
        "Kantor contoh.",
        "+62 000 0000 001",
        "Kepala Dinas",
        "Budi Contoh, M.Si.",
        "NIP 19700101 199001 1 001",
    ] {
        assert!(all.contains(&squeezed(said)), "{said:?} is not in {all}");
    }
    assert!(found[0].contains("Halaman1dari2") && found[1].contains("Halaman2dari2"), "{found:?}");
    assert!(!all.contains("Parafpersetujuan"));
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let images = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .filter(|stream| {
            stream.dict.get(b"Subtype").and_then(|kind| kind.as_name()).ok() == Some(b"Image")
        })
        .count();
    assert!(images >= 1, "logo and photo are there (the same picture once)");
    assert!(String::from_utf8_lossy(&pdf).contains("example.id/taman"), "the link can be clicked");

    let draft = pages(&letterhead::pdf(&sheet(&desk, id, true)).unwrap()).concat();
    assert!(draft.contains("Parafpersetujuan") && draft.contains("KONSEP"), "{draft}");
}

/// Signs by which Typst, WhatsApp, XML or a terminal would do something.
const SIGNS: &str = "#eval(\"1+1\") *tebal* _miring_ $x^2$ = Judul // komentar /* lain */ <label> @rujuk \\ ~ `kode` [isi] {isi} & ' \" -- #sys.version #import \"a.typ\"";

#[test]
fn nothing_in_a_text_is_code() {
    let (desk, made) = desk();
    let id = made.release.id;
    let plain = "n".repeat(SIGNS.chars().count());
    saved(&desk, id, json!({"headline": plain, "lead": plain, "boilerplate": plain}));
    let usual = pages(&letterhead::pdf(&sheet(&desk, id, false)).unwrap()).len();
    let hostile = format!("\u{202e}{SIGNS}\u{2066}");
    let mut escaped = String::new();
    warta::format::markdown::push_html_text(&mut escaped, &hostile);
    saved(
        &desk,
        id,
        json!({"headline": hostile, "lead": hostile, "boilerplate": hostile, "press_contact": hostile, "number": hostile, "place": hostile,
            "body_html": format!("<p>{escaped}</p><ul><li>{escaped}</li></ul><h2>{escaped}</h2>")}),
    );
    desk.write(|db, ctx| {
        office::save(db, ctx, patch(json!({"name": hostile, "signatory_name": hostile})))
    });
    let found = pages(&letterhead::pdf(&sheet(&desk, id, false)).unwrap());
    let all = found.concat();
    let count = all.matches(&squeezed(SIGNS)).count();
    // Headline, lead, body, item, heading, boilerplate, press contact, number, place, signatory.
    assert!(count >= 10, "{count} times in {all}");
    assert!(found.len() <= usual + 1, "{} pages instead of {usual}", found.len());
    assert!(!all.contains('\u{202e}'));
}

#[test]
fn a_damaged_photo_does_not_keep_a_release_from_paper() {
    let (desk, made) = desk();
    let id = made.release.id;
    let file = desk.folder.path().join("rusak.png");
    let whole = std::fs::read(ICON).unwrap();
    std::fs::write(&file, &whole[..60]).unwrap();
    let new = NewFile {
        release_id: id,
        file_name: "rusak.png".to_owned(),
        upload: None,
        path: Some(file),
        inline: true,
    };
    let image = desk.write(|db, ctx| release::attach(db, ctx, new));
    saved(
        &desk,
        id,
        json!({"body_html": format!("<p>Isi.</p><img src=\"cid:{}\" alt=\"Foto rusak\">", image.cid)}),
    );
    let all = pages(&letterhead::pdf(&sheet(&desk, id, false)).unwrap()).concat();
    assert!(all.contains("Isi.") && all.contains("Fotorusak"), "{all}");
}

#[test]
fn what_goes_to_word_comes_back() {
    let (desk, made) = desk();
    let bytes = word::write(&sheet(&desk, made.release.id, false)).unwrap();
    let again = import(&desk, "taman.docx", &bytes).unwrap().release;
    let first = made.release;
    assert_eq!(again.kind, first.kind);
    assert_eq!(again.headline, first.headline);
    assert_eq!(again.number, first.number);
    assert_eq!(again.place, first.place);
    assert_eq!(again.dated_on, first.dated_on);
    assert_eq!(again.lead, first.lead);
    assert_eq!(again.boilerplate, first.boilerplate);
    assert_eq!(again.press_contact, first.press_contact);
    // What Word has no sign for: a head of columns is bold there.
    let expected = first
        .body_html
        .replace("<th><p>Hari</p></th>", "<td><p><strong>Hari</strong></p></td>")
        .replace("<th><p>Jam</p></th>", "<td><p><strong>Jam</strong></p></td>");
    assert_eq!(again.body_html, expected);
}

#[test]
fn images_of_a_word_file_come_along() {
    let (desk, made) = desk();
    let id = made.release.id;
    let image = NewFile {
        release_id: id,
        file_name: "taman.png".to_owned(),
        upload: None,
        path: Some(ICON.into()),
        inline: true,
    };
    let image = desk.write(|db, ctx| release::attach(db, ctx, image));
    let body =
        format!("<p>Lihat:</p><img src=\"cid:{}\" alt=\"Pintu taman\"><p>Selesai.</p>", image.cid);
    saved(&desk, id, json!({"body_html": body}));
    let bytes = word::write(&sheet(&desk, id, false)).unwrap();
    let again = import(&desk, "taman.docx", &bytes).unwrap();
    assert_eq!(again.release.body_html, body, "the same picture has the same name");
    assert_eq!(again.files.len(), 1);
    assert_eq!(again.files[0].mime, "image/png");
}

/// Words with everything that could be taken for a sign, and what must vanish.
fn words() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[a-zA-Zé*#$_~<>&\"'\\\\\\[\\]{}=/@`\u{202e}\u{7}\u{a0}中🙂-][a-zA-Z0-9 *#$_~<>&\"'\\\\\\[\\]{}=/@`.,:–-]{0,60}")
        .unwrap()
}

#[test]
fn any_text_goes_to_word_and_back_and_onto_paper() {
    let (desk, made) = desk();
    let base = sheet(&desk, made.release.id, false);
    let mut runner =
        TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let given = (
        words(),
        words(),
        proptest::collection::vec((words(), any::<bool>(), any::<bool>()), 1..6),
    );
    runner
        .run(&given, |(headline, lead, runs)| {
            let mut html = String::from("<p>");
            for (text, bold, italic) in &runs {
                let mut inner = String::new();
                warta::format::markdown::push_html_text(&mut inner, text);
                if *bold {
                    inner = format!("<strong>{inner}</strong>");
                }
                if *italic {
                    inner = format!("<em>{inner}</em>");
                }
                html.push_str(&inner);
                html.push(' ');
            }
            html.push_str("</p>");
            let mut one = base.clone();
            one.headline = blocks::visible(headline.trim());
            one.lead = blocks::visible(lead.trim());
            one.body = blocks::of_html(&html);
            prop_assume!(!one.headline.trim().is_empty() && !one.lead.trim().is_empty());
            let pdf =
                letterhead::pdf(&one).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert!(!pages(&pdf).is_empty());
            let again = import(&desk, "acak.docx", &word::write(&one).unwrap()).unwrap().release;
            let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(squeeze(&again.headline), squeeze(&one.headline));
            prop_assert_eq!(squeeze(&again.lead), squeeze(&one.lead));
            let back = blocks::of_html(&again.body_html);
            let said =
                |blocks: &[blocks::Block]| squeeze(&blocks::words_of(&blocks::in_one(blocks)));
            prop_assert_eq!(said(&back), said(&one.body));
            Ok(())
        })
        .unwrap();
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{body}</w:body></w:document>").into_bytes()
}

#[test]
fn a_word_file_of_another_office_is_understood() {
    let styles = b"<w:styles xmlns:w=\"x\"><w:style w:styleId=\"Judul\"><w:name w:val=\"Title\"/></w:style><w:style w:styleId=\"Judul2\"><w:name w:val=\"heading 2\"/></w:style></w:styles>";
    let numbering = b"<w:numbering xmlns:w=\"x\"><w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>";
    let rels = b"<Relationships><Relationship Id=\"rId9\" Target=\"https://example.id/a?b=1&amp;c=2\"/></Relationships>";
    let p = |style: &str, runs: &str| format!("<w:p><w:pPr>{style}</w:pPr>{runs}</w:p>");
    let r = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let item = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>";
    let body = [
        p("", &r("SIARAN PERS")),
        p("", &r("Nomor : 480/77/XI/2026")),
        p("<w:pStyle w:val=\"Judul\"/>", &r("Pasar &amp; taman dibuka")),
        p("", &r("DEPOK, 22 November 2026 – Wali kota membuka pasar.")),
        p("", &format!("{}<w:r><w:rPr><w:b/></w:rPr><w:t>tebal</w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\"> dan </w:t></w:r><w:hyperlink r:id=\"rId9\">{}</w:hyperlink>", r("Isi "), r("situs"))),
        p("", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.id/lama\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>lama</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:del><w:r><w:delText>hapus</w:delText><w:t>hapus</w:t></w:r></w:del>"),
        p("<w:pStyle w:val=\"Judul2\"/>", &r("Jadwal")),
        p(item, &r("satu")),
        p(item, &r("dua")),
    ]
    .concat();
    let bytes = archive(&[
        ("word/document.xml", &document(&body)),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
        ("word/_rels/document.xml.rels", rels),
    ]);
    let desk = SendingDesk::new();
    let made = import(&desk, "lain.docx", &bytes).unwrap().release;
    assert_eq!(made.headline, "Pasar & taman dibuka");
    assert_eq!(made.number, "480/77/XI/2026");
    assert_eq!((&*made.place, &*made.dated_on), ("DEPOK", "2026-11-22"));
    assert_eq!(made.lead, "Wali kota membuka pasar.");
    assert_eq!(
        made.body_html,
        "<p>Isi <strong>tebal</strong> dan <a href=\"https://example.id/a?b=1&amp;c=2\">situs</a></p>\
         <p><a href=\"https://example.id/lama\">lama</a></p><h2>Jadwal</h2><ol><li><p>satu</p></li><li><p>dua</p></li></ol>"
    );
    assert_eq!(made.boilerplate, "Kantor contoh.", "the office's own stays");
}

#[test]
fn hostile_word_files_are_refused_by_name() {
    let desk = SendingDesk::new();
    let before = desk.number("SELECT COUNT(*) FROM releases");
    let refused = |name: &str, bytes: &[u8], key: &str| {
        let error = import(&desk, name, bytes).unwrap_err();
        assert_eq!(error.text, key, "{name}: {error:?}");
        for language in ["id", "en"] {
            let said = warta::text::of_error(language, &error);
            assert!(said.contains(name), "{said}");
        }
    };
    refused("a.docx", b"bukan arsip", "release-word-damaged");
    refused("b.doc", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], "release-word-old");
    refused("c.docx", &archive(&[("mimetype", b"application/vnd.oasis")]), "release-word-other");
    let whole = archive(&[("word/document.xml", &document("<w:p/>"))]);
    refused("d.docx", &whole[..whole.len() / 2], "release-word-damaged");
    refused(
        "e.docx",
        &archive(&[("word/document.xml", b"<w:document><w:body></w:p>")]),
        "release-word-damaged",
    );
    refused(
        "f.docx",
        &archive(&[("word/document.xml", b"\xff\xfe<w:p/>")]),
        "release-word-damaged",
    );
    // 60 MB of spaces pack into some kilobytes.
    let bomb = document(&" ".repeat(60 * 1024 * 1024));
    refused("g.docx", &archive(&[("word/document.xml", &bomb)]), "release-word-too-large");
    let long = document(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "n".repeat(600_000)));
    refused("h.docx", &archive(&[("word/document.xml", &long)]), "release-word-too-long");
    let deep = document(&"<w:p><w:r>".repeat(200_000));
    refused("i.docx", &archive(&[("word/document.xml", &deep)]), "release-word-damaged");
    refused(
        "j.docx",
        &archive(&[("word/document.xml", &document("<w:p/>"))]),
        "release-file-empty",
    );
    // Entities that grow are not followed.
    let laughs = b"<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>Judul &b;</w:t></w:r></w:p></w:body></w:document>";
    let made = import(&desk, "k.docx", &archive(&[("word/document.xml", laughs)])).unwrap();
    assert_eq!(made.release.headline, "Judul");
    assert_eq!(desk.number("SELECT COUNT(*) FROM releases"), before + 1);
    let link = document(
        "<w:p><w:r><w:t>Judul</w:t></w:r></w:p><w:p><w:r><w:t>Pembuka.</w:t></w:r></w:p><w:p><w:r><w:instrText>HYPERLINK \"x\"</w:instrText></w:r><w:fldSimple w:instr=\"HYPERLINK &quot;javascript:alert(1)&quot;\"><w:r><w:t>klik &lt;script&gt;</w:t></w:r></w:fldSimple></w:p>",
    );
    let made = import(&desk, "l.docx", &archive(&[("word/document.xml", &link)])).unwrap();
    assert!(
        !made.release.body_html.contains("javascript")
            && !made.release.body_html.contains("<script"),
        "{}",
        made.release.body_html
    );
}

#[test]
fn a_chat_gets_its_own_signs_and_no_others() {
    let (desk, made) = desk();
    let id = made.release.id;
    let chat = desk.workspace.db.read(|db| paper::chat_text(db, &desk.ctx(), asked(id))).unwrap();
    for said in [
        "*Taman kota dibuka*",
        "*Wonosari, 22 November 2026* – Wali kota",
        "*Jadwal taman*",
        "Isi *tebal*, _miring_, *_keduanya_* dan situs taman (https://example.id/taman?a=1&b=2).",
        "- Senin",
        "1. pagi",
        "> Taman milik warga.",
        "+62 000 0000 001",
    ] {
        assert!(chat.text.contains(said), "{said:?} is not in\n{}", chat.text);
    }
    assert!(!chat.shortened);
    assert_eq!(chat.characters, chat.text.chars().count());
    saved(&desk, id, json!({"headline": "Diskon *50* _besar_ ~coret~ `kode` nama_berkas"}));
    let chat = desk.workspace.db.read(|db| paper::chat_text(db, &desk.ctx(), asked(id))).unwrap();
    let line = chat.text.lines().find(|line| line.contains("Diskon")).unwrap();
    assert_eq!(line.matches('*').count(), 2, "{line}");
    assert!(line.contains("nama_berkas") && !line.contains(['~', '`']), "{line}");
    assert_eq!(line.matches('_').count(), 1, "{line}");

    let long = "<p>Kalimat panjang tentang taman kota.</p>".repeat(400);
    saved(&desk, id, json!({"body_html": long}));
    let chat = desk.workspace.db.read(|db| paper::chat_text(db, &desk.ctx(), asked(id))).unwrap();
    assert!(
        chat.shortened && chat.characters <= 4_000 && chat.characters > 3_500,
        "{}",
        chat.characters
    );
    assert!(chat.text.contains("Naskah lengkap") && chat.text.contains("+62 000 0000 001"));
}

/// docs/mail-setup.md names the same rules.
#[test]
fn a_release_mail_keeps_the_rules_of_mail_programs() {
    let (desk, made) = desk();
    let office = desk.workspace.db.read(office::find).unwrap().unwrap();
    let html = Template::of(&made.release, &office).html;
    let lower = html.to_lowercase();
    for never in [
        "flex",
        "display:grid",
        "grid-template",
        "float:",
        "position:",
        "<style",
        "<link",
        "<script",
        "class=",
        "javascript",
        "<form",
        "<video",
        "url(",
        "@media",
        "@import",
        "calc(",
        "var(",
    ] {
        assert!(!lower.contains(never), "{never} in {html}");
    }
    // A layout of tables, for readers of screens no tables; 600 pixels at most.
    assert!(lower.contains("role=\"presentation\"") && lower.contains("max-width:600px"));
    let widths: Vec<u32> = lower
        .match_indices("width=\"")
        .filter_map(|(at, word)| lower[at + word.len()..].split('"').next()?.parse().ok())
        .collect();
    assert!(!widths.is_empty() && widths.iter().all(|width| *width <= 600), "{widths:?}");
    // Dark mode: declared, and no colour of letters or ground that the other half would swallow.
    assert!(lower.contains("name=\"color-scheme\" content=\"light dark\""));
    assert!(!lower.contains("background"), "{html}");
    let colours: Vec<&str> = lower
        .match_indices("color:")
        .filter(|(at, _)| !lower[..*at].ends_with('-'))
        .map(|(_, word)| word)
        .collect();
    assert!(colours.is_empty(), "{html}");
    assert!(html.len() < CLIPPED_ABOVE);
    // Four thousand words stay below what Gmail clips.
    let long = saved(
        &desk,
        made.release.id,
        json!({"body_html": "<p>kata kata kata kata kata kata kata kata kata kata</p>".repeat(400)}),
    );
    let html = Template::of(&long.release, &office).html;
    assert!(html.len() < CLIPPED_ABOVE, "{}", html.len());
    assert!(compose::text_of_html(&html).contains("kata kata"));
}

#[test]
fn the_command_line_writes_every_kind() {
    let office = Office::new();
    let path = |name: &str| office.file(name).to_string_lossy().into_owned();
    office.json(&[
        "call",
        "office_save",
        &json!({"set": {"name": "Diskominfo Contoh", "city": "Depok"}}).to_string(),
    ]);
    let text = office.write("taman.md", "---\nnumber: 480/1/XI/2026\n---\n# Taman kota dibuka\n\nTaman dibuka hari ini.\n\nIsi **tebal**.\n");
    let id = office.json(&["release", "new", "--file", &text])["id"].to_string();
    for ending in ["pdf", "docx", "txt", "html", "eml"] {
        let file = path(&format!("taman.{ending}"));
        let written = office.json(&["release", "export", &id, &file]);
        let bytes = std::fs::read(&file).unwrap();
        assert_eq!(written["size"].as_u64().unwrap(), bytes.len() as u64);
        let said = match ending {
            "pdf" => pages(&bytes).concat(),
            "docx" => {
                let pieces = read::read("taman.docx", &bytes).unwrap().pieces;
                format!("{pieces:?}")
            }
            "eml" => {
                let mail = mail_parser::MessageParser::new().parse(&bytes).unwrap();
                assert!(mail.subject().unwrap().contains("Taman kota dibuka"), "{mail:?}");
                assert!(!mail.body_html(0).unwrap().contains("{{"));
                mail.body_text(0).unwrap().into_owned()
            }
            _ => String::from_utf8(bytes).unwrap(),
        };
        assert!(squeezed(&said).contains("Tamandibukahariini."), "{ending}: {said}");
    }
    let chat = office.warta(&["release", "export", &id, "--format", "whatsapp"]);
    assert!(chat.out.contains("*Taman kota dibuka*") && chat.out.contains("*tebal*"), "{chat:?}");
    let again = office.json(&["release", "new", "--file", &path("taman.docx")]);
    assert_eq!(again["headline"], "Taman kota dibuka");
    assert_eq!(again["number"], "480/1/XI/2026");
    office.warta(&["release", "export", &id, &path("taman.xyz")]).failed_with(".docx");
    office.warta(&["release", "export", &id, &path("taman.txt"), "--initials"]).failed_with("PDF");
    let initials = path("paraf.pdf");
    office.json(&["release", "export", &id, &initials, "--initials"]);
    assert!(pages(&std::fs::read(&initials).unwrap()).concat().contains("Initials"));
    assert!(PaperFormat::ALL.len() == 6);
    let order = json!({"release_id": id.parse::<i64>().unwrap(), "format": "pdf"});
    let written = office.json(&["call", "release_export", &order.to_string()]);
    let file = written["file"].as_str().unwrap();
    assert!(file.ends_with("480-1-XI-2026 Taman kota dibuka.pdf"), "{file}");
    std::fs::remove_file(file).unwrap();
    let _ = serde_json::from_value::<PaperOrder>(order).unwrap();
}
