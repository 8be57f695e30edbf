//! Duplicates: found with a reason, proposed once, decided for good.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};
use warta::commands::{self, Door};
use warta::db::Source;
use warta::workspace::Workspace;

use crate::duplicate_gold::{Half, Pair, Written, pairs};
use crate::office::Office;

/// An office in this process.
pub struct Desk {
    _office: Office,
    pub workspace: Workspace,
}

impl Desk {
    pub fn new() -> Self {
        let office = Office::without_workspace();
        Workspace::create(&office.workspace()).unwrap();
        let workspace = office.open();
        Self { _office: office, workspace }
    }

    pub fn door(&self) -> Door<'_> {
        Door {
            workspace: &self.workspace,
            source: Source::Window,
            actor: "Rina".to_owned(),
            on_progress: None,
        }
    }

    #[track_caller]
    pub fn call(&self, name: &str, args: Json) -> Json {
        commands::call_and_wait(&self.door(), name, args)
            .unwrap_or_else(|error| panic!("{name}: {error} {:?}", error.details))
    }

    pub fn write(&self, written: &Written) -> i64 {
        let emails = written.emails.iter().map(|value| json!({"kind": "email", "value": value}));
        let phones = written.phones.iter().map(|value| json!({"kind": "phone", "value": value}));
        let affiliations: Vec<Json> = Some(&written.outlet)
            .filter(|outlet| !outlet.is_empty())
            .map(|outlet| json!({"organisation": outlet}))
            .into_iter()
            .collect();
        let saved = self.call(
            "contact_save",
            json!({"patch": {"set": {"name": written.name, "city": written.city}},
                   "reaches": emails.chain(phones).collect::<Vec<_>>(), "affiliations": affiliations}),
        );
        saved["contact"]["id"].as_i64().unwrap()
    }

    /// Every open proposal of contacts: the two ids, score, reasons.
    pub fn proposals(&self) -> BTreeMap<(i64, i64), (i64, String)> {
        let page = self.call("duplicate_list", json!({"limit": 100_000}));
        let rows = page["rows"].as_array().unwrap();
        rows.iter()
            .map(|row| {
                let id = |at: usize| row["contacts"][at]["id"].as_i64().unwrap();
                ((id(0), id(1)), (row["score"].as_i64().unwrap(), row["reasons"].to_string()))
            })
            .collect()
    }
}

/// Writes all pairs of a half into one media list, scans it and compares with the labels.
fn precision_and_recall(half: Half) -> (f64, f64) {
    let desk = Desk::new();
    let written: Vec<(Pair, (i64, i64))> = pairs(half)
        .into_iter()
        .map(|pair| {
            let ids = (desk.write(&pair.a), desk.write(&pair.b));
            (pair, ids)
        })
        .collect();
    let report = desk.call("duplicate_scan", json!({}));
    let proposals = desk.proposals();
    let of_pairs: BTreeSet<(i64, i64)> = written.iter().map(|(_, ids)| *ids).collect();
    let elsewhere = proposals.keys().filter(|pair| !of_pairs.contains(pair)).count();
    let (mut right, mut wrong, mut missed) = (0.0, 0.0, 0.0);
    let mut told = String::new();
    for (pair, ids) in &written {
        let proposal = proposals.get(ids);
        match (pair.same, proposal) {
            (true, Some(_)) => right += 1.0,
            (true, None) => missed += 1.0,
            (false, Some(_)) => wrong += 1.0,
            (false, None) => continue,
        }
        // Nobody shall learn from the half that is held out.
        if half == Half::Open && pair.same != proposal.is_some() {
            told += &format!(
                "{}: {} {:?} | {:?} {proposal:?}\n",
                if pair.same { "missed" } else { "wrong" },
                pair.case,
                pair.a,
                pair.b
            );
        }
    }
    // A proposal between contacts of two different pairs is wrong too, as all pairs are of people
    // of their own.
    let precision = right / (right + wrong + elsewhere as f64);
    let recall = right / (right + missed);
    println!(
        "{half:?}: precision {precision:.3}, recall {recall:.3} over {} labelled pairs ({right} found, {missed} missed, {wrong} wrong, {elsewhere} wrong between pairs); {report}",
        written.len()
    );
    print!("{told}");
    if half == Half::Open {
        for (pair, proposal) in proposals.iter().filter(|(pair, _)| !of_pairs.contains(pair)) {
            println!("between pairs: {pair:?} {proposal:?}");
        }
    }
    (precision, recall)
}

#[test]
fn the_open_half_of_the_gold_set_is_found() {
    let (precision, recall) = precision_and_recall(Half::Open);
    assert!(precision >= 0.95 && recall >= 0.9, "precision {precision}, recall {recall}");
}

fn found(desk: &Desk, asked: Json) -> Vec<(String, i64, String)> {
    desk.call("duplicate_check", asked)
        .as_array()
        .unwrap()
        .iter()
        .map(|likely| {
            (
                likely["row"]["name"].as_str().unwrap().to_owned(),
                likely["score"].as_i64().unwrap(),
                likely["reasons"].to_string(),
            )
        })
        .collect()
}

#[test]
fn somebody_who_is_there_is_told_while_typing() {
    let desk = Desk::new();
    let id = desk.write(&Written {
        name: "Drs. Agustina Lubis".to_owned(),
        emails: vec!["tina@example.id".to_owned()],
        phones: vec!["0812 0000 1111".to_owned()],
        outlet: "Harian Contoh".to_owned(),
        city: "Serang".to_owned(),
    });
    for (asked, reason) in [
        (json!({"phones": ["+62 (812) 0000-1111"]}), "same_phone"),
        (json!({"name": "Tina", "emails": ["TINA@example.id"]}), "same_email"),
        (json!({"name": "Lubis, Agustina", "outlet": "Harian Contoh"}), "same_outlet"),
        (json!({"name": "Agustnia Lubis", "outlet": "harian contoh"}), "typing_slip"),
        (json!({"name": "Tina Lubis", "phones": ["62812 0000 1111"]}), "nickname"),
    ] {
        let likely = found(&desk, asked.clone());
        assert_eq!(likely.len(), 1, "{asked}");
        assert!(likely[0].2.contains(reason), "{asked}: {likely:?}");
    }
    for asked in [
        json!({"name": "Budi Santoso", "outlet": "Harian Contoh"}),
        json!({"name": "Agustina Lubis", "outlet": "Radio Lain", "phones": ["0813 0000 2222"], "emails": ["al@example.com"]}),
        json!({"id": id, "name": "Agustina Lubis", "phones": ["0812 0000 1111"]}),
        json!({"name": "", "phones": ["08"]}),
    ] {
        assert_eq!(found(&desk, asked.clone()), [], "{asked}");
    }
}

#[test]
fn what_was_decided_to_be_two_is_never_proposed_again() {
    let desk = Desk::new();
    let twin = |name: &str| {
        desk.write(&Written {
            name: name.to_owned(),
            phones: vec!["0812 0000 1111".to_owned()],
            ..Written::default()
        })
    };
    let (a, b) = (twin("Siti Rahma"), twin("Siti Rahmah"));
    let report = desk.call("duplicate_scan", json!({}));
    assert_eq!((&report["found"], &report["known"]), (&json!(1), &json!(0)));
    assert_eq!(desk.proposals().keys().collect::<Vec<_>>(), [&(a, b)]);
    assert_eq!(desk.call("today_show", json!(null))["freshness"]["duplicates"], 1);
    desk.call("duplicate_decide", json!({"kind": "contact", "ids": [b, a], "apart": true}));
    assert!(desk.proposals().is_empty());
    let again = desk.call("duplicate_scan", json!({}));
    assert_eq!((&again["found"], &again["known"]), (&json!(0), &json!(1)));
    assert!(desk.proposals().is_empty());
    assert_eq!(desk.call("contact_count", json!({"state": "duplicate"})), 0);
    assert_eq!(desk.call("today_show", json!(null))["freshness"]["duplicates"], 0);
    let apart = desk.call("duplicate_list", json!({"apart": true}));
    assert_eq!(apart["total"], 1);
    // Undo brings the proposal back, and a scan is taken back as a whole.
    desk.call("undo_last", json!(null));
    assert_eq!(desk.proposals().len(), 1);
    desk.call("undo_last", json!(null));
    assert!(desk.proposals().is_empty());
}

/// The held-out half is asked here and nowhere else.
#[test]
fn the_half_of_the_gold_set_that_was_held_out_is_found() {
    let (precision, recall) = precision_and_recall(Half::HeldOut);
    assert!(precision >= 0.95 && recall >= 0.9, "precision {precision}, recall {recall}");
}

#[test]
fn the_command_line_scans_lists_merges_and_takes_apart() {
    let office = Office::with_contacts();
    let twin = json!({"patch": {"set": {"name": "Rahma, Siti"}}, "reaches": [{"kind": "phone", "value": "0000 1111 0001"}], "affiliations": [{"organisation": "Harian Contoh"}]});
    let twin = office.json(&["call", "contact_save", &twin.to_string()])["contact"]["id"]
        .as_i64()
        .unwrap()
        .to_string();
    let scanned = office.warta(&["duplicates", "scan"]);
    assert!(scanned.out.contains("New proposals: 1"), "{scanned:?}");
    let listed = office.warta(&["duplicates", "list"]);
    assert!(
        listed.out.contains("Siti Rahma (Harian Contoh)") && listed.out.contains("same outlet"),
        "{listed:?}"
    );
    assert_eq!(
        office.json(&["duplicates", "list"])["rows"][0]["contacts"][1]["id"].to_string(),
        twin
    );
    let merged =
        office.json(&["duplicates", "merge", "siti@example.id", &twin, "--field", "name=absorbed"]);
    assert_eq!(office.json(&["contact", "list"])["total"], 4);
    assert_eq!(office.json(&["duplicates", "list"])["total"], 0);
    office
        .warta(&["duplicates", "merge", "siti@example.id", "siti@example.id"])
        .failed_with("itself");
    let merges = office.warta(&["duplicates", "merges"]);
    assert!(merges.out.contains("Siti Rahma"), "{merges:?}");
    let apart = office.warta(&["duplicates", "unmerge", &merged["merge_id"].to_string()]);
    assert!(apart.out.contains("is there again"), "{apart:?}");
    assert_eq!(office.json(&["contact", "list"])["total"], 5);
    office
        .warta(&["duplicates", "unmerge", &merged["merge_id"].to_string()])
        .failed_with("taken apart already");
    office.json(&["duplicates", "apart", "siti@example.id", &twin]);
    assert_eq!(office.json(&["duplicates", "list", "--apart"])["total"], 1);
    assert_eq!(office.json(&["duplicates", "list"])["total"], 0);
    let organisations = office.json(&["duplicates", "list", "--organisations"]);
    assert_eq!(organisations["total"], 0);
}

#[test]
fn the_review_queue_empties_as_it_is_worked_through() {
    let desk = Desk::new();
    let id = desk.write(&Written {
        name: "Siti Rahma".to_owned(),
        emails: vec!["siti@example.id".to_owned()],
        outlet: "Harian Contoh".to_owned(),
        ..Written::default()
    });
    let kinds = || -> Vec<String> {
        let page = desk.call("review_list", json!({}));
        let rows = page["rows"].as_array().unwrap();
        rows.iter()
            .flat_map(|row| row["reasons"].as_array().unwrap().iter())
            .map(|reason| reason["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    let share = || {
        let fresh = desk.call("today_show", json!(null))["freshness"].clone();
        (fresh["fresh"].as_i64().unwrap(), fresh["contacts"].as_i64().unwrap())
    };
    assert!(kinds().is_empty());
    assert_eq!(share(), (1, 1));
    desk.call(
        "contact_save",
        json!({"patch": {"id": id, "set": {"press_card_expires_on": "2020-01-31"}}}),
    );
    desk.call("contact_state_set", json!({"contact_id": id, "kind": "bad_address", "on": true}));
    let connection = rusqlite::Connection::open(desk.workspace.db.path()).unwrap();
    let put = |number: i64, kind: &str, auto: &str, from: &str| {
        connection
            .execute(
                "INSERT INTO responses (kind, auto_kind, from_address, successor, new_text, identity, received_at, contact_id, created_at, updated_at)
                 VALUES (?1, ?2, ?3, 'pengganti@example.id', 'Saya sudah pindah.', ?4, '2099-01-02T00:00:00.000Z', ?5, '2099-01-02T00:00:00.000Z', '2099-01-02T00:00:00.000Z')",
                rusqlite::params![kind, auto, from, format!("x{number}"), id],
            )
            .unwrap();
    };
    put(1, "auto_reply", "left", "siti@example.id");
    desk.call("organisation_save", json!({"patch": {"set": {"name": "Radio Baru", "kind": "outlet", "website": "https://www.radiobaru.example.com/"}}}));
    put(2, "reply", "", "siti@radiobaru.example.com");
    assert_eq!(kinds(), ["left", "job_change", "bounce", "expired"]);
    let page = desk.call("review_list", json!({}));
    let reasons = page["rows"][0]["reasons"].as_array().unwrap();
    assert_eq!(reasons[0]["address"], "pengganti@example.id");
    assert_eq!(reasons[1]["outlet"], "Radio Baru", "the address tells the outlet: {page}");
    assert_eq!(share(), (0, 1));
    // The mails are of long ago again, so that today is after them.
    connection
        .execute("UPDATE responses SET received_at = '2026-01-02T00:00:00.000Z'", [])
        .unwrap();
    connection
        .execute("UPDATE affiliations SET created_at = '2025-01-02T00:00:00.000Z'", [])
        .unwrap();
    connection.execute("UPDATE contact_states SET since = '2026-01-02T00:00:00.000Z'", []).unwrap();
    assert_eq!(kinds(), ["left", "job_change", "bounce", "expired"]);
    desk.call(
        "review_job_change",
        json!({"contact_id": id, "organisation": "Radio Baru", "position": "Penyiar", "email": "siti@radiobaru.example.com"}),
    );
    assert!(kinds().is_empty(), "{:?}", kinds());
    assert_eq!(share(), (1, 1));
    let shown = desk.call("contact_show", json!(id));
    assert_eq!(shown["row"]["outlet"], "Radio Baru");
    assert_eq!(shown["row"]["emails"][0]["address"], "siti@radiobaru.example.com");
    let old = shown["affiliations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|there| there["organisation"] == "Harian Contoh")
        .unwrap();
    assert_ne!(old["ended_on"], "");
    assert_eq!(shown["history"][0]["summary"], "Harian Contoh → Radio Baru");
    desk.call("undo_last", json!(null));
    assert_eq!(kinds(), ["left", "job_change", "bounce", "expired"]);
    desk.call("contact_verify", json!([id]));
    assert!(kinds().is_empty());
}

#[test]
fn an_import_flags_who_is_very_like_somebody_and_takes_the_flags_back() {
    let office = Office::with_contacts();
    let file = office.write(
        "daftar.csv",
        "Nama;Media;E-mail\nSitti Rahma;Harian Contoh;sr@example.com\nUcok Baru;Radio Lain;ucok@example.com\n",
    );
    let result = office.json(&["import", &file]);
    assert_eq!(
        (&result["added"], &result["possible_duplicates"]),
        (&json!(2), &json!(1)),
        "nearly the same name at the same outlet, though the address is another"
    );
    office.json(&["undo"]);
    let file =
        office.write("daftar.csv", "Nama;Media\nSitti Rahma;Harian Contoh\nUcok Baru;Radio Lain\n");
    let dry = office.json(&["import", &file, "--dry-run"]);
    assert_eq!(dry["possible_duplicates"], json!(1), "{dry}");
    assert_eq!(office.json(&["duplicates", "list"])["total"], 0);
    office.json(&["import", &file]);
    let listed = office.json(&["duplicates", "list"]);
    assert_eq!(listed["total"], 1);
    assert_eq!(listed["rows"][0]["contacts"][1]["name"], "Sitti Rahma");
    office.json(&["undo"]);
    assert_eq!(office.json(&["duplicates", "list"])["total"], 0);
}
