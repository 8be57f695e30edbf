//! Files that come into the window: contact lists of any size, releases, mails; by the file field
//! and by dropping them.

use std::fmt::Write;

use serde_json::json;

use super::{Window, contacts, settled};
use crate::office::Office;

const ROWS: usize = 60_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_large_import_shows_its_progress_and_a_cancelled_one_leaves_nothing() {
    let office = Office::new();
    settled(&office);
    let mut text = "Nama Wartawan;Nama Media;E-mail;No. WA\n".to_owned();
    for number in 0..ROWS {
        let outlet = number % 300;
        writeln!(
            text,
            "Orang Contoh {number};Media Contoh {outlet};orang{number}@news.example.com;"
        )
        .unwrap();
    }
    let file = office.write("besar.csv", text);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/import?list=Semua%20orang").await;
    window.give_file(file.as_ref()).await;
    window.press("Check the outcome").await;
    window.wait("the progress of the check", PROGRESS, vec![]).await;
    window.moment("import-progress").await;
    window.press("Cancel").await;
    window.sees("Cancelled. Nothing was saved.").await;
    window.press("Check the outcome").await;
    window.press(&format!("Import {},000 contacts", ROWS / 1000)).await;
    window.wait("the progress of the import", PROGRESS, vec![]).await;
    assert!(contacts(&office) > 0, "rows arrive while the import goes on");
    window.press("Cancel").await;
    let idle = "return !document.querySelector('main [role=progressbar]')";
    window.wait("the import to end", idle, vec![]).await;
    window.sees("Cancelled. Nothing was saved.").await;
    window.moment("import-cancelled").await;
    assert_eq!(contacts(&office), 0);
    assert_eq!(office.json(&["call", "list_all", "null"]), json!([]));
    let organisations = office.json(&["call", "organisation_list", "{}"]);
    assert_eq!(organisations["total"], json!(0), "{organisations}");
    // The person may try again at once: the file and its columns are still there.
    window.sees(&format!("Import {},000 contacts", ROWS / 1000)).await;
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_undo_shows_its_progress_and_can_be_stopped() {
    let office = Office::new();
    settled(&office);
    let mut text = "Nama;E-mail;Media;Desk\n".to_owned();
    for number in 0..UNDONE_ROWS {
        let (outlet, desk) = (number % 300, number % 20);
        writeln!(
            text,
            "Orang Contoh {number};orang{number}@news.example.com;Media Contoh {outlet};Desk {desk}"
        )
        .unwrap();
    }
    let file = office.write("besar.csv", text);
    assert_eq!(office.json(&["import", &file])["added"], json!(UNDONE_ROWS));
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/import").await;
    window.press("Undo the import of besar.csv").await;
    window.wait("the progress of the undo", PROGRESS, vec![]).await;
    window.moment("undo-progress").await;
    window.press("Cancel").await;
    window.sees("Nothing was undone: what had been taken is back.").await;
    assert_eq!(contacts(&office), UNDONE_ROWS);
    // From the history it tells of itself at the foot of the window.
    window.go("/settings/history").await;
    window.press("Undo: Import a list").await;
    window.sees_in(".toast.busy", "Undoing").await;
    window.moment("undo-toast").await;
    window.sees("Undone: Import a list").await;
    assert_eq!(contacts(&office), 0);
    window.close_clean().await;
}

/// So many that the undo is seen.
const UNDONE_ROWS: i64 = 60_000;

/// Some part is done, and it is neither nothing nor all.
const PROGRESS: &str = r"
    const bar = document.querySelector('main [role=progressbar]');
    const now = Number(bar?.getAttribute('aria-valuenow')), most = Number(bar?.getAttribute('aria-valuemax'));
    return now > 0 && now < most;";

const LIST: &str = "Nama Wartawan;Nama Media;E-mail;No. WA\n\
    Anna Contoh;Harian Contoh;anna@news.example.com;\n\
    Omar Contoh;Radio Contoh;omar@news.example.com;\n\
    ;TV Contoh;bukan surel;\n";

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_dropped_undone_and_its_rejected_rows_are_saved() {
    let office = Office::new();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/import").await;
    window.drop_files(".drop", &[("foto.png", "no list")]).await;
    window.sees("foto.png is not of a kind that can be read here").await;
    window.drop_files(".drop", &[("daftar.csv", LIST)]).await;
    window.press("Check the outcome").await;
    window.press("Import 2 contacts").await;
    window.sees("daftar.csv has been imported").await;
    window.press("Save the rejected rows").await;
    window.sees("warta-rejected-").await;
    window.moment("import-done").await;
    let saved = std::fs::read_dir(office.workspace())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_string_lossy().starts_with("warta-rejected-"))
        .unwrap();
    let saved = std::fs::read_to_string(saved).unwrap();
    assert!(saved.contains("bukan surel") && saved.contains("Reason"), "{saved}");
    assert_eq!(contacts(&office), 2);

    window.press("Undo").await;
    window.sees("The import of daftar.csv was undone").await;
    assert_eq!(contacts(&office), 0);

    // Again, and taken back from the history.
    window.press("Import another file").await;
    window.drop_files(".drop", &[("daftar.csv", LIST)]).await;
    window.press("Check the outcome").await;
    window.press("Import 2 contacts").await;
    window.sees("daftar.csv has been imported").await;
    assert_eq!(contacts(&office), 2);
    window.go("/settings/history").await;
    window.press("Undo: Import a list").await;
    window.sees("Undone: Import a list").await;
    assert_eq!(contacts(&office), 0);
    window.moment("history").await;
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn releases_and_mails_come_in_as_files() {
    let office = Office::with_contacts();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/releases").await;
    window.sees("No releases yet").await;
    let markdown = "---\nnumber: 480/1/XI/2026\n---\n# Taman kota dibuka\n\nTaman dibuka hari ini.\n\n## Jadwal\n\nIsi **tebal**.\n";
    window.drop_files(".place", &[("taman.md", markdown)]).await;
    window.sees("1 release imported").await;
    let title = "return document.querySelector('[name=headline]')?.value === 'Taman kota dibuka' && document.querySelector('[name=number]')?.value === '480/1/XI/2026'";
    window.wait("the headline and number of the file", title, vec![]).await;
    window
        .sees_in("[data-testid=release-editor] h2, [data-testid=release-editor] h3", "Jadwal")
        .await;
    window.go("/releases").await;
    let plain =
        office.write("pasar.txt", "Pasar Rakyat dibuka\n\nPasar dibuka hari ini.\n\nIsi.\n");
    window.give_file_to("input[name=release-file]", plain.as_ref()).await;
    let title = "return document.querySelector('[name=headline]')?.value === 'Pasar Rakyat dibuka'";
    window.wait("the headline of the text file", title, vec![]).await;
    let releases = office.json(&["call", "release_list", "{}"]);
    assert_eq!(releases.as_array().unwrap().len(), 2);

    window.go("/responses").await;
    window.sees("No responses yet").await;
    let mail = "From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nSubject: Re: Pasar Rakyat\nMessage-ID: <one@example.id>\nDate: Sun, 22 Nov 2026 08:00:00 +0700\n\nTerima kasih, kami muat besok.\n";
    let file = office.write("balasan.eml", mail);
    window.give_file_to("input[name=mail-files]", file.as_ref()).await;
    window.sees("kami muat besok").await;
    window.sees("Siti Rahma").await;
    let rows = |count: usize| {
        format!("return document.querySelectorAll('[data-testid=response-row]').length === {count}")
    };
    window.wait("one response", &rows(1), vec![]).await;
    let second = mail.replace("siti@", "orang-baru@").replace("Siti Rahma", "Orang Baru");
    let mailbox = format!(
        "From - Sun Nov 22 08:00:00 2026\n{}\nFrom - Sun Nov 22 08:01:00 2026\n{}",
        second.replace("one@", "two@"),
        mail.replace("one@", "three@")
    );
    window.drop_files(".panes", &[("kotak.mbox", &mailbox)]).await;
    window.wait("the mails of the mailbox", &rows(3), vec![]).await;
    window.press("Read mail files").await;
    window.give_file_to("[role=dialog] input[type=file]", file.as_ref()).await;
    window.sees("Nothing new").await;
    window.wait("no mail twice", &rows(3), vec![]).await;
    window.moment("responses-files").await;
    window.close_clean().await;
}
