//! A release of two pages on the letterhead, beside Typst alone on the same source.

use serde_json::json;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use warta::commands::{self, Door};
use warta::db::{Patch, Source};
use warta::format::letterhead;
use warta::paper::{self, PaperOrder};
use warta::release::{Release, files_of};
use warta::workspace::{As, Workspace};
use warta::{contact, office, organisation};

use crate::measure::{Bench, median, timed};
use crate::report::Figure;

const MOST_OF_LIMIT: f64 = 1.2;
/// One paper takes some milliseconds: a round sets so many.
const PAPERS: usize = 20;

fn patch(set: serde_json::Value) -> Patch {
    serde_json::from_value(json!({"set": set})).unwrap()
}

pub fn figure(bench: &Bench) -> Figure {
    let folder = bench.workspace("letterhead");
    let workspace =
        Workspace::open(&folder, As::Owner, vec![&contact::SEARCH, &organisation::SEARCH]).unwrap();
    let door = Door {
        workspace: &workspace,
        source: Source::CommandLine,
        actor: "bench".to_owned(),
        on_progress: None,
    };
    let office = json!({"name": "Diskominfo Contoh", "city": "Depok", "address": "Jalan Contoh 1", "signatory_name": "Budi Contoh"});
    commands::office_save(&door, patch(office)).unwrap();
    let paragraph = "<p>Paragraf <strong>panjang</strong> tentang taman kota dan warga yang datang setiap hari untuk berjalan, bermain, dan <em>membaca</em> di bawah pohon.</p>";
    let body = format!("<h2>Jadwal</h2>{}<ul><li><p>Senin</p></li></ul>", paragraph.repeat(28));
    let made = commands::release_save(
        &door,
        patch(json!({"headline": "Taman kota dibuka", "number": "480/012/XI/2026", "lead": "Wali kota membuka taman.", "body_html": body})),
    )
    .unwrap();
    let id = made.release.id;
    let target = bench.path("letterhead.pdf");
    let order = || PaperOrder {
        release_id: id,
        file: Some(target.clone()),
        format: None,
        initials: false,
        language: None,
    };
    let sheet = workspace
        .db
        .read(|db| {
            let release: Release = db.get(id)?;
            let office = office::find(db)?.unwrap();
            Ok(paper::sheet_of(&folder, &release, &office, &files_of(db, id)?, false))
        })
        .unwrap();
    let source = letterhead::paper(&sheet).unwrap();
    let bare = || {
        let document = typst::compile::<PagedDocument>(&source).output.unwrap();
        assert_eq!(document.pages().len(), 2, "the release has two pages");
        typst_pdf::pdf(&document, &PdfOptions::default()).unwrap()
    };
    // What is made once (library, fonts) is made; nothing of a page is remembered.
    commands::release_export(&door, order()).unwrap();
    bare();
    let (mut ours, mut others) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds {
        let (mut own, mut other) = (0.0, 0.0);
        for _ in 0..PAPERS {
            typst::comemo::evict(0);
            own += timed(|| commands::release_export(&door, order()).unwrap()).0;
            typst::comemo::evict(0);
            other += timed(bare).0;
        }
        ours.push(own / PAPERS as f64);
        others.push(other / PAPERS as f64);
    }
    assert_eq!(std::fs::read(&target).unwrap().len(), bare().len(), "both write the same");
    let share = median(&ours) / median(&others);
    Figure {
        work: "letterhead PDF of a 2-page release".to_owned(),
        limit: String::new(),
        ours,
        others: vec![("typst::compile and typst_pdf on the same source".to_owned(), others)],
        result: format!("{share:.2} x"),
        must: format!("<= {MOST_OF_LIMIT} x"),
        reached: share <= MOST_OF_LIMIT,
        remarks: vec![
            "Warta reads the release from the database, makes blocks of it, sets it and writes the file to the disk".to_owned(),
        ],
    }
    .tell()
}
