//! Press releases: writing, files, import, preview.

use serde_json::json;
use warta::db::Patch;
use warta::error::Code;
use warta::release::{self, ImportText, NewFile, PreviewOrder, ReleaseFilter, ReleaseState};

use crate::sending_desk::{SendingDesk, patch};

#[test]
fn a_new_release_begins_with_what_the_office_always_writes() {
    let desk = SendingDesk::new();
    let detail = desk.release();
    assert_eq!(detail.release.boilerplate, "Kantor contoh.");
    assert_eq!(detail.release.place, "Wonosari");
    assert!(
        detail.release.covering_text.contains("{{salutation|Yth. Bapak/Ibu}}"),
        "{}",
        detail.release.covering_text
    );
    assert_eq!(detail.release.covering_subject, "Siaran pers: {{headline}}");
    assert_eq!(detail.release.body_html, "<p>Isi <strong>tebal</strong>.</p>");
    assert_eq!(detail.row.state, ReleaseState::Draft);
    let english = desk.write(|db, ctx| release::save(db, ctx, patch(json!({"language": "en"}))));
    assert!(english.release.covering_text.contains("press release"));
}

#[test]
fn a_save_on_an_old_version_is_a_conflict() {
    let desk = SendingDesk::new();
    let id = desk.release().release.id;
    let change = |version| Patch {
        id: Some(id),
        version: Some(version),
        ..patch(json!({"headline": "Baru"}))
    };
    assert_eq!(desk.write(|db, ctx| release::save(db, ctx, change(1))).release.version, 2);
    assert_eq!(
        desk.try_write(|db, ctx| release::save(db, ctx, change(1))).unwrap_err().code,
        Code::Conflict
    );
}

#[test]
fn the_preview_greets_the_person_in_html_and_text() {
    let desk = SendingDesk::new();
    let id = desk.release().release.id;
    let person = desk.reader("Siti <Rahma>", "siti@news.example.com");
    let preview = desk.read(|db, ctx| {
        warta::distribution::preview(
            db,
            ctx,
            PreviewOrder { release_id: id, contact_id: Some(person), form: None, language: None },
        )
    });
    assert_eq!(preview.subject, "Siaran pers: Taman kota dibuka");
    assert!(preview.html.contains("Yth. Siti &lt;Rahma&gt;"), "{}", preview.html);
    assert!(preview.text.starts_with("Yth. Siti <Rahma>,\n"), "{}", preview.text);
    assert!(
        preview
            .text
            .contains("Wonosari, 22 November 2026 – Taman baru dibuka hari ini.\n\nIsi tebal."),
        "{}",
        preview.text
    );
    assert!(preview.text.contains("BERHENTI") && !preview.text.contains("{{"));
    assert_eq!(preview.missing, [""; 0]);
    assert_eq!(preview.to_address, "siti@news.example.com");
    let sample = desk.read(|db, ctx| {
        warta::distribution::preview(
            db,
            ctx,
            PreviewOrder { release_id: id, contact_id: None, form: None, language: None },
        )
    });
    assert!(sample.text.starts_with("Yth. Ibu Siti Rahma,"));
}

#[test]
fn files_are_kept_once_by_their_content() {
    let desk = SendingDesk::new();
    let id = desk.release().release.id;
    std::fs::write(desk.folder.path().join("uploads/u-1"), b"%PDF made up").unwrap();
    let attach = |name: &str, upload: &str, inline| {
        let new = NewFile {
            release_id: id,
            file_name: name.to_owned(),
            upload: Some(upload.to_owned()),
            path: None,
            inline,
        };
        desk.try_write(|db, ctx| release::attach(db, ctx, new))
    };
    let file = attach("C:\\Users\\rina\\Siaran Pers.pdf", "u-1", false).unwrap();
    assert_eq!(
        (file.file_name.as_str(), file.mime.as_str(), file.size),
        ("Siaran Pers.pdf", "application/pdf", 12)
    );
    assert!(desk.folder.path().join("files").join(&file.sha256).is_file());
    assert!(!desk.folder.path().join("uploads/u-1").exists());
    std::fs::write(desk.folder.path().join("uploads/u-2"), b"%PDF made up").unwrap();
    assert_eq!(attach("Siaran Pers.pdf", "u-2", false).unwrap().id, file.id);
    assert_eq!(attach("x.pdf", "../warta.sqlite", false).unwrap_err().code, Code::Invalid);
    std::fs::write(desk.folder.path().join("uploads/u-3"), b"text").unwrap();
    assert_eq!(attach("x.txt", "u-3", true).unwrap_err().text, "release-image-kind");
    assert!(desk.write(|db, ctx| release::detach(db, ctx, file.id)));
    assert!(desk.read(|db, ctx| release::show(db, ctx, id)).files.is_empty());
}

#[test]
fn only_files_of_releases_are_given_out_and_only_whole() {
    let desk = SendingDesk::new();
    let id = desk.release().release.id;
    let uploads = desk.folder.path().join("uploads");
    std::fs::write(uploads.join("u1"), b"a picture").unwrap();
    let new = NewFile {
        release_id: id,
        file_name: "taman.png".to_owned(),
        upload: Some("u1".to_owned()),
        path: None,
        inline: true,
    };
    let file = desk.write(|db, ctx| release::attach(db, ctx, new));
    let ask = |sha256: &str| {
        let ctx = desk.ctx();
        desk.workspace.db.read(|db| warta::stored_file::stored(db, &ctx, sha256))
    };
    let found = ask(&file.sha256).unwrap();
    assert_eq!((found.mime.as_str(), found.bytes.as_slice()), ("image/png", &b"a picture"[..]));
    // A file off the release can come back by undo: its bytes stay known.
    desk.write(|db, ctx| release::detach(db, ctx, file.id));
    assert!(ask(&file.sha256).is_ok());
    // Mail lies in the same folder.
    let mail = "ab".repeat(32);
    std::fs::write(desk.folder.path().join("files").join(&mail), b"From: a reader").unwrap();
    for other in [mail.as_str(), "../warta.sqlite", ""] {
        assert_eq!(ask(other).unwrap_err().code, Code::NotFound, "{other}");
    }
    std::fs::write(desk.folder.path().join("files").join(&file.sha256), b"bitrot").unwrap();
    assert_eq!(ask(&file.sha256).unwrap_err().text, "release-file-unreadable");
}

#[test]
fn markdown_becomes_a_release() {
    let desk = SendingDesk::new();
    let text = "---\nnumber: 12/HM/2026\ndate: 22 November 2026\nplace: Bantul\nsubject: \"Undangan: {{headline}}\"\n---\n# Panen raya\n\nPetani memanen padi.\n\nIsi **kedua**.\n";
    let import = ImportText {
        file_name: "panen.md".to_owned(),
        text: text.to_owned(),
        ..ImportText::default()
    };
    let release = desk.write(|db, ctx| release::import_text(db, ctx, import)).release;
    assert_eq!(
        (release.headline.as_str(), release.lead.as_str()),
        ("Panen raya", "Petani memanen padi.")
    );
    assert_eq!(
        (release.number.as_str(), release.dated_on.as_str(), release.place.as_str()),
        ("12/HM/2026", "2026-11-22", "Bantul")
    );
    assert_eq!(release.covering_subject, "Undangan: {{headline}}");
    assert!(release.body_html.contains("<strong>kedua</strong>"));
    let empty = desk.try_write(|db, ctx| {
        release::import_text(
            db,
            ctx,
            ImportText {
                file_name: "x.md".to_owned(),
                text: " ".to_owned(),
                ..ImportText::default()
            },
        )
    });
    assert_eq!(empty.unwrap_err().text, "release-file-empty");
}

#[test]
fn a_release_with_attachments_is_one_action() {
    let desk = SendingDesk::new();
    let kept = desk.folder.path().join("Lampiran.pdf");
    std::fs::write(&kept, b"%PDF made up").unwrap();
    let import = |attach: Vec<std::path::PathBuf>| ImportText {
        file_name: "panen.md".to_owned(),
        text: "# Panen raya\n\nPetani memanen padi.\n".to_owned(),
        attach,
        ..ImportText::default()
    };
    let made = desk.write(|db, ctx| release::import_text(db, ctx, import(vec![kept.clone()])));
    assert_eq!(made.files.len(), 1);
    let actions = "SELECT COUNT(*) FROM actions WHERE undoable = 1";
    let before = desk.number(actions);
    let made = desk.write(|db, ctx| release::import_text(db, ctx, import(vec![kept.clone()])));
    assert_eq!(desk.number(actions), before + 1);
    warta::commands::undo_last(&desk.door(), ()).unwrap();
    assert_eq!(
        desk.number("SELECT COUNT(*) FROM release_files WHERE deleted_at IS NULL"),
        1,
        "the attachment goes with its release"
    );
    let live = "SELECT COUNT(*) FROM releases WHERE deleted_at IS NULL";
    assert_eq!(desk.number(live), 1);
    let missing = desk.folder.path().join("tidak ada.pdf");
    let error = desk
        .try_write(|db, ctx| release::import_text(db, ctx, import(vec![kept, missing])))
        .unwrap_err();
    assert_eq!(error.text, "release-file-unreadable");
    assert_eq!(desk.number(live), 1, "all or nothing");
    assert_ne!(made.release.id, 0);
}

#[test]
fn the_list_tells_how_far_each_has_come() {
    let desk = SendingDesk::new();
    let sent = desk.release().release.id;
    desk.release();
    let people = desk.readers(2);
    desk.queue(sent, &people);
    let filter =
        |state| ReleaseFilter { state, text: Some("taman".to_owned()), ..ReleaseFilter::default() };
    let sending =
        desk.read(|db, ctx| release::list(db, ctx, filter(Some(ReleaseState::Distributing))));
    assert_eq!((sending.len(), sending[0].counts.recipients, sending[0].counts.waiting), (1, 2, 2));
    assert_eq!(
        desk.try_write(|db, ctx| release::delete(db, ctx, sent)).unwrap_err().text,
        "release-is-being-sent"
    );
    desk.run().unwrap();
    let row = desk
        .read(|db, ctx| release::list(db, ctx, filter(Some(ReleaseState::Distributed))))
        .remove(0);
    assert_eq!((row.id, row.counts.reached, row.counts.waiting), (sent, 2, 0));
}
