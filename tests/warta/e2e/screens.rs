//! Every screen in both languages and both themes, and with nothing, one thing and very much on
//! it, in small windows too: no console error, nothing that axe finds, nothing that sticks out.

use std::path::PathBuf;

use serde_json::json;

use super::{Window, contacts, release, settled};
use crate::office::Office;
use crate::photo::camera_photo;

/// The rooms of the demo office, and the names of their pictures.
const ROOMS: &[(&str, &str)] = &[
    ("/today", "today"),
    ("/contacts", "contacts"),
    ("/contacts/1", "contact"),
    ("/outlets", "outlets"),
    ("/outlets/1", "outlet"),
    ("/organisations", "organisations"),
    ("/organisations/61", "association"),
    ("/organisations/73", "unit"),
    ("/sources", "sources"),
    ("/sources/351", "source"),
    ("/programmes", "programmes"),
    ("/programmes/1", "programme"),
    ("/lists", "lists"),
    ("/lists/1", "list"),
    ("/chats", "chats"),
    ("/chats/1", "chat"),
    ("/chats/1?tab=members", "chat-members"),
    ("/chats/1?tab=senders", "chat-senders"),
    ("/chats/1?tab=sent", "chat-sent"),
    ("/chats/3", "chat-empty"),
    ("/duplicates", "duplicates"),
    ("/duplicates/contact/1/2", "merge"),
    ("/duplicates/merges/1", "unmerge"),
    ("/review", "review"),
    ("/import", "import"),
    ("/releases", "releases"),
    ("/releases/1", "release"),
    ("/releases/8?text=en", "release-english"),
    ("/releases/1/history", "release-history"),
    ("/releases/2/history", "release-history-corrected"),
    ("/releases/1/distribution/1", "distribution"),
    ("/releases/1/distribution/1/report", "distribution-report"),
    ("/releases/8/distribution/8/report", "distribution-report-languages"),
    ("/photos", "photos"),
    ("/photos/1", "photo"),
    ("/photos/kits", "kits"),
    ("/photos/kits/1", "kit"),
    ("/letters", "letters"),
    ("/letters/1", "letter"),
    ("/letters/3", "letter-void"),
    ("/letters/4", "letter-draft"),
    ("/letters/templates", "letter-templates"),
    ("/letters/templates/2", "letter-template"),
    ("/releases/1/distribution/1?tab=by_hand", "distribution-by-hand"),
    ("/responses", "responses"),
    ("/responses/1", "response"),
    ("/enquiries", "enquiries"),
    ("/enquiries?tab=all", "enquiries-all"),
    ("/enquiries/1", "enquiry"),
    ("/enquiries/3", "enquiry-answered"),
    ("/enquiries/statements", "statements"),
    ("/enquiries/statements/1", "statement"),
    ("/events", "events"),
    ("/events?tab=all", "events-all"),
    ("/events/1", "event"),
    ("/events/2/checklist", "event-checklist"),
    ("/events/2/rundown", "event-rundown"),
    ("/events/1/costs", "event-costs"),
    ("/events/1/files", "event-files"),
    ("/events/3/guests", "event-guests"),
    ("/events/1/door", "event-door"),
    ("/events/1/checkin", "event-checkin"),
    ("/events/2/tour", "event-tour"),
    ("/events/templates", "event-templates"),
    ("/events/templates/id-tour", "event-template"),
    ("/calendar", "calendar"),
    ("/calendar?view=week", "calendar-week"),
    ("/calendar?view=agenda", "calendar-agenda"),
    ("/coverage", "coverage"),
    ("/coverage/1", "coverage-piece"),
    ("/events/1/evaluation", "event-evaluation"),
    ("/events/fairness", "events-fairness"),
    ("/reports", "reports"),
    ("/settings", "settings"),
    ("/settings/fields", "settings-fields"),
    ("/settings/office", "settings-office"),
    ("/settings/staff", "settings-staff"),
    ("/settings/account", "settings-account"),
    ("/settings/account/new", "settings-account-new"),
    ("/settings/sending", "settings-sending"),
    ("/settings/backups", "settings-backups"),
    ("/settings/history", "settings-history"),
    ("/settings/bin", "settings-bin"),
    ("/settings/protection", "settings-protection"),
    ("/setup/next", "setup"),
];

/// The rooms of an office that has only begun.
const LISTS: &[(&str, &str)] = &[
    ("/today", "today"),
    ("/contacts", "contacts"),
    ("/outlets", "outlets"),
    ("/organisations", "organisations"),
    ("/sources", "sources"),
    ("/programmes", "programmes"),
    ("/lists", "lists"),
    ("/chats", "chats"),
    ("/releases", "releases"),
    ("/letters", "letters"),
    ("/photos", "photos"),
    ("/photos/kits", "kits"),
    ("/responses", "responses"),
    ("/enquiries", "enquiries"),
    ("/enquiries/statements", "statements"),
    ("/events", "events"),
    ("/events/notes", "event-notes"),
    ("/calendar?view=month", "calendar"),
    ("/coverage", "coverage"),
    ("/events/fairness", "events-fairness"),
    ("/reports", "reports"),
    ("/settings/history", "settings-history"),
];

/// A room is drawn once its text stands still; a heading alone may be the last room's. Numbers may
/// go on counting, as they do on the desk while a distribution is being sent.
const DRAWN: &str = r"
    const text = document.querySelector('main')?.innerText ?? '';
    const place = arguments[0] + text.replace(/[\d.,]+/g, '');
    const now = performance.now();
    if (window.__drawn?.place !== place) window.__drawn = { place, since: now };
    return text.length > 30 && location.hash.startsWith('#' + arguments[0]) && now - window.__drawn.since > 300
        && !document.querySelector('[aria-busy=true], [data-testid=skeleton]');";

/// What was found wrong on the way.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    /// Visits rooms of an open window. Pictures are named by the room and `way`.
    async fn visit(&mut self, window: &Window, rooms: &[(&str, &str)], way: &str) {
        let pictures = std::env::var_os("WARTA_SCREENSHOTS").map(PathBuf::from);
        for (path, name) in rooms {
            window.go(path).await;
            window.wait(&format!("{path} to be drawn"), DRAWN, vec![json!(path)]).await;
            if let Some(folder) = &pictures {
                window.picture(&folder.join(format!("{name}-{way}.png"))).await;
            }
            for (judge, found) in
                [("axe", window.axe().await), ("overflow", window.overflow().await)]
            {
                if !found.is_empty() {
                    self.0.push(format!("{way} {path}, {judge}: {found}"));
                }
            }
        }
        let errors = window.errors().await;
        if !errors.is_empty() {
            self.0.push(format!("{way}, console: {errors}"));
        }
    }

    fn none(self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n\n"));
    }
}

fn looks(office: &Office, language: &str, theme: &str) {
    for (key, value) in [("language", language), ("theme", theme)] {
        office.json(&["call", "setting_set", &json!({"key": key, "value": value}).to_string()]);
    }
}

/// A release that was approved, commented on and changed since, and one with a correction.
fn approved(office: &Office) {
    office.json(&["release", "comment", "1", "Cek lagi angkanya", "--about", "1"]);
    office.json(&[
        "release",
        "edit",
        "1",
        "--set",
        "lead=Kota Contoh membuka dua belas ruang publik baru mulai Senin pekan depan.",
    ]);
    office.json(&["release", "submit", "1", "--note", "Mohon dicek"]);
    office.json(&["release", "correct", "2"]);
    // Nobody goes on telling it: what is still to be done by hand is cancelled first.
    for row in office.json(&["distribution", "list"])["distributions"].as_array().unwrap() {
        if row["release_id"] == 2 && row["state"] != "cancelled" {
            office.json(&["distribution", "cancel", &row["id"].to_string()]);
        }
    }
    office.json(&["release", "withdraw", "2", "--reason", "Keliru"]);
}

fn demo() -> Office {
    let office = Office::without_workspace();
    let made = office.warta(&["--language", "id", "init", "--demo"]);
    assert_eq!(made.code, 0, "{made:?}");
    office.json(&["duplicates", "scan"]);
    office.json(&["duplicates", "merge", "3", "4"]);
    approved(&office);
    office
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_in_both_languages_and_themes() {
    let office = demo();
    let mut faults = Faults::default();
    for language in ["id", "en"] {
        for theme in ["light", "dark"] {
            looks(&office, language, theme);
            let way = format!("{language}-{theme}");
            let window = Window::open(&office.workspace(), &office.file(&way)).await;
            faults.visit(&window, ROOMS, &way).await;
            window.close().await;
        }
    }
    faults.none();
}

#[tokio::test(flavor = "multi_thread")]
async fn screens_in_small_windows() {
    let office = demo();
    let mut faults = Faults::default();
    for (language, width, height) in [("id", 900, 600), ("en", 1024, 640)] {
        looks(&office, language, "light");
        let way = format!("{language}-{width}");
        let window = Window::open(&office.workspace(), &office.file(&way)).await;
        window.resize(width, height).await;
        faults.visit(&window, ROOMS, &way).await;
        window.close().await;
    }
    faults.none();
}

#[tokio::test(flavor = "multi_thread")]
async fn screens_with_nothing_and_with_one() {
    let office = Office::new();
    let mut faults = Faults::default();
    looks(&office, "id", "dark");
    let window = Window::open(&office.workspace(), &office.file("begun")).await;
    faults.visit(&window, &[("/setup", "setup-begun")], "id-dark").await;
    window.close().await;

    settled(&office);
    looks(&office, "id", "light");
    let window = Window::open(&office.workspace(), &office.file("empty")).await;
    faults.visit(&window, LISTS, "empty").await;

    let one =
        office.write("satu.csv", "Nama;Media;E-mail\nSiti Rahma;Harian Contoh;siti@example.id\n");
    office.json(&["import", &one, "--list", "Pers Kota"]);
    let id = release(&office, "Pasar Rakyat dibuka");
    office.json(&["release", "send", &id.to_string(), "--list", "Pers Kota", "--yes"]);
    office.json(&["letter", "new", "--kind", "invitation", "--set", "subject=Undangan jumpa pers"]);
    office.json(&["photo", "add", &office.write("pasar.jpg", camera_photo(20))]);
    let mail = office.write(
        "balasan.eml",
        "From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nSubject: Re: Jadwal\nMessage-ID: <one@example.id>\n\nKami muat besok.\n",
    );
    office.warta(&["inbox", "read", &mail]);
    let more =
        [LISTS, &[("/contacts/1", "contact"), ("/releases/1/distribution/1", "distribution")]];
    faults.visit(&window, &more.concat(), "one").await;
    window.close().await;
    faults.none();
}

#[tokio::test(flavor = "multi_thread")]
async fn screens_with_very_much_and_very_long_names() {
    let office = Office::new();
    settled(&office);
    let mut text = "Nama;Media;Jabatan;E-mail;No. WA;Kota\n".to_owned();
    let name = "Raden Ajeng Sri Wahyuningsih Kusumaningtyas Prawirodihardjo-Notonegoro";
    let outlet = "Perkumpulan Pewarta Media Siber Independen Kabupaten Kepulauan Contoh Sejahtera";
    text += &format!(
        "{name};{outlet};Koordinator Liputan Khusus Pemerintahan dan Pembangunan Daerah;sri.wahyuningsih.kusumaningtyas.prawirodihardjo@redaksi.kepulauan-contoh.example.id;+62 000 1111 2222;Kepulauan Contoh Sejahtera Selatan\n"
    );
    text +=
        "Tanpa_Spasi_Sama_Sekali_Dan_Sangat_Panjang_Sekali_Hingga_Tidak_Muat_Di_Mana_Pun;;;;;\n";
    for number in 0..6_000 {
        let outlet = number % 900;
        text += &format!(
            "Orang Contoh {number};Media Contoh {outlet};Reporter;orang{number}@news.example.com;;Depok\n"
        );
    }
    let list = "Kelompok penerima untuk seluruh wartawan pemerintahan, ekonomi, dan olahraga se-Kepulauan Contoh";
    let file = office.write("banyak.csv", text);
    office.json(&["import", &file, "--list", list]);
    assert!(contacts(&office) > 6_000);
    let headline = "Pemerintah Kabupaten Kepulauan Contoh Sejahtera meresmikan Pasar Rakyat, Taman Kota, dan Jembatan Penyeberangan Antarpulau dalam satu hari";
    let id = release(&office, headline);
    let id = id.to_string();
    office.json(&["release", "send", &id, "--list", list, "--yes"]);
    letters_and_photos(&office, headline, name);
    let mail = office.write(
        "balasan.eml",
        format!("From: {name} <sri.wahyuningsih.kusumaningtyas.prawirodihardjo@redaksi.kepulauan-contoh.example.id>\nTo: humas@example.id\nSubject: Re: {headline}\nMessage-ID: <one@example.id>\n\n{}\n", "Terima kasih banyak. ".repeat(300)),
    );
    office.warta(&["inbox", "read", &mail]);
    let long = office.json(&[
        "contact",
        "show",
        "sri.wahyuningsih.kusumaningtyas.prawirodihardjo@redaksi.kepulauan-contoh.example.id",
    ])["contact"]["id"]
        .to_string();
    let panel = format!("/contacts/{long}");
    let rooms = [
        ("/today", "today"),
        ("/contacts", "contacts"),
        (panel.as_str(), "contact"),
        ("/outlets", "outlets"),
        ("/lists", "lists"),
        ("/lists/1", "list"),
        ("/releases", "releases"),
        ("/releases/1", "release"),
        ("/releases/1/distribution/1", "distribution"),
        ("/releases/1/distribution/1/report", "distribution-report"),
        ("/letters", "letters"),
        ("/letters/40", "letter"),
        ("/photos", "photos"),
        ("/photos/1", "photo"),
        ("/responses", "responses"),
        ("/settings/history", "settings-history"),
    ];
    let mut faults = Faults::default();
    for (language, theme, width, height) in [("id", "light", 1360, 860), ("en", "dark", 900, 600)] {
        looks(&office, language, theme);
        let way = format!("many-{language}-{width}");
        let window = Window::open(&office.workspace(), &office.file(&way)).await;
        window.resize(width, height).await;
        faults.visit(&window, &rooms, &way).await;
        window.close().await;
    }
    faults.none();
}

/// Many letters and photos, the last of each with words that fit nowhere.
fn letters_and_photos(office: &Office, long: &str, name: &str) {
    for number in 0..40_u8 {
        let photo = office.write(&format!("foto-{number}.jpg"), camera_photo(number * 6));
        office.json(&["photo", "add", &photo]);
        let subject = format!("subject=Undangan ke-{number}");
        office.json(&["letter", "new", "--kind", "invitation", "--set", &subject]);
    }
    let last = office.json(&["letter", "list"])["letters"][0]["id"].to_string();
    let set = |field: &str, words: &str| format!("{field}={words}");
    office.json(&[
        "letter",
        "edit",
        &last,
        "--set",
        &set("subject", long),
        "--set",
        &set("recipients", name),
    ]);
    office.json(&[
        "letter",
        "issue",
        &last,
        "--number",
        "005/0012/Diskominfo-Kepulauan-Contoh-Sejahtera/XI/2026",
        "--anyway",
    ]);
    office.json(&[
        "photo",
        "edit",
        "1",
        "--set",
        &set("caption", long),
        "--set",
        &set("people", name),
        "--set",
        &set("credit", name),
    ]);
}
