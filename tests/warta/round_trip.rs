//! What leaves as a file comes back whole: every field of the one list, of contacts and of
//! organisations, filled with made-up values, through CSV, workbook and cards.

use std::collections::BTreeMap;

use rand::rngs::StdRng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{Rng, SeedableRng};
use serde_json::{Map, Value as Json, json};

use crate::office::Office;

/// Fields that follow from others, from what was done, or that no flat file can carry: the user
/// guide names them.
const NOT_CARRIED: &[&str] = &[
    "photo_sha256",
    "followers",
    "outlet_type",
    "created_at",
    "updated_at",
    "last_contact_at",
    "next_step_on",
    "contacts",
    "bad_address",
    "left_outlet",
    "do_not_contact",
    "programmes",
    "times_quoted",
];

/// Fields that hang on the record and are made by [`Made`].
const HANGING: &[&str] = &[
    "outlet",
    "position",
    "department",
    "beats",
    "regions",
    "languages",
    "topics",
    "tags",
    "email",
    "phone",
    "whatsapp",
    "social_accounts",
    "memberships",
    "lists",
];

const OUTLETS: &[&str] =
    &["Harian Contoh", "Radio | Contoh FM", "Tabloid; Contoh", "Kabar \"Contoh\""];
const ASSOCIATIONS: &[&str] = &["PWI Contoh", "Aliansi, Contoh", "SMSI | Contoh"];

struct Made {
    rng: StdRng,
}

impl Made {
    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words.choose(&mut self.rng).unwrap()
    }

    fn maybe(&mut self, chance: f64) -> bool {
        self.rng.random_bool(chance)
    }

    fn word(&mut self) -> String {
        let length = self.rng.random_range(3..9);
        let letters = (0..length).map(|_| self.rng.random_range(b'a'..=b'z') as char);
        let mut word: String = letters.collect();
        word[..1].make_ascii_uppercase();
        word
    }

    /// A text with what tears files apart.
    fn text(&mut self) -> String {
        let (a, b) = (self.word(), self.word());
        let mark = self.one_of(&[
            " ",
            ", ",
            "; ",
            " | ",
            "\"",
            "'",
            "\\",
            " \\n ",
            " é ü ",
            ": ",
            " = ",
            " ☎ ",
            " -- ",
            "/",
            " ::: ",
            " [Angka] ",
        ]);
        match self.rng.random_range(0..12) {
            0 => format!("={a}({b})"),
            1 => format!("-{a}{mark}"),
            2 => format!("+{a}{mark}{b}"),
            3 => "0123".to_owned(),
            4 => "1.250,5".to_owned(),
            5 => format!("'{a}"),
            _ => format!("{a}{mark}{b}"),
        }
        .trim()
        .to_owned()
    }

    fn long_text(&mut self) -> String {
        let lines: Vec<String> = (0..self.rng.random_range(1..4)).map(|_| self.text()).collect();
        lines.join("\n")
    }

    fn day(&mut self) -> String {
        format!(
            "20{:02}-{:02}-{:02}",
            self.rng.random_range(1..30),
            self.rng.random_range(1..13),
            self.rng.random_range(1..29)
        )
    }

    /// A value for a field that is a column of the record.
    fn value(&mut self, field: &Json) -> Json {
        match field["kind"].as_str().unwrap() {
            "text" => json!(self.text()),
            "long_text" => json!(self.long_text()),
            "url" => json!(format!("https://{}.example.id/a;b?c=1,2", self.word().to_lowercase())),
            "number" => json!(self.rng.random_range(1..9_000_000_000_i64)),
            "date" => json!(self.day()),
            "birthday" if self.maybe(0.3) => json!("--02-29"),
            "birthday" => json!(self.day()),
            "choice" => field["choices"].as_array().unwrap().choose(&mut self.rng).unwrap().clone(),
            other => panic!("no value for a column of kind {other}: {field}"),
        }
    }

    fn labels(&mut self) -> Vec<String> {
        let mut labels: Vec<String> = (0..self.rng.random_range(0..4))
            .map(|n| {
                let (a, b) = (self.word(), self.word());
                let mark = self.one_of(&[" ", ", ", "; ", " | ", " \"", " ::: "]);
                format!("{a}{n}{mark}{b}")
            })
            .collect();
        labels.shuffle(&mut self.rng);
        labels
    }

    fn columns(&mut self, fields: &[Json], sparse: bool) -> Json {
        let mut set = Map::new();
        for field in fields {
            let key = field["key"].as_str().unwrap();
            let given = field["custom_field_id"] != 0
                || NOT_CARRIED.contains(&key)
                || HANGING.contains(&key)
                || key == "name";
            if given || sparse && self.maybe(0.7) && key != "kind" && key != "language" {
                continue;
            }
            assert_eq!(
                field["editable"], true,
                "a new field needs a place in the round trip: {field}"
            );
            set.insert(key.to_owned(), self.value(field));
        }
        Json::Object(set)
    }

    fn own(&mut self, fields: &[Json], sparse: bool) -> Json {
        let mut own = Vec::new();
        for field in fields.iter().filter(|field| field["custom_field_id"] != 0) {
            if sparse && self.maybe(0.6) {
                continue;
            }
            let value = match field["kind"].as_str().unwrap() {
                "text" => self.text(),
                "number" => {
                    ["12.5", "-3", "1250000", "0.125"].choose(&mut self.rng).unwrap().to_string()
                }
                "date" => self.day(),
                "choice" => field["choices"]
                    .as_array()
                    .unwrap()
                    .choose(&mut self.rng)
                    .unwrap()
                    .as_str()
                    .unwrap()
                    .to_owned(),
                "yes_no" => self.one_of(&["yes", "no"]).to_owned(),
                other => panic!("no value of an own field of kind {other}"),
            };
            own.push(json!({"custom_field_id": field["custom_field_id"], "value": value}));
        }
        Json::Array(own)
    }

    fn reaches(&mut self, name: &str) -> Json {
        let mut reaches =
            vec![json!({"kind": "email", "value": format!("{name}@example.id"), "label": ""})];
        for n in 0..self.rng.random_range(0..5) {
            let kind = self.one_of(&["email", "phone", "whatsapp"]);
            let value = match kind {
                "email" => format!("{name}.{n}@example.com"),
                _ => format!("08{}2 0000 {:04}", n + 1, self.rng.random_range(0..10_000)),
            };
            let label = self.one_of(&["", "", "work", "home", "mobile", "office", "other"]);
            reaches.push(json!({"kind": kind, "value": value, "label": label}));
        }
        if self.maybe(0.5) {
            reaches.shuffle(&mut self.rng);
        }
        Json::Array(reaches)
    }

    fn memberships(&mut self) -> Json {
        let mut memberships = Vec::new();
        for (n, association) in ASSOCIATIONS.iter().enumerate() {
            if self.maybe(0.5) {
                continue;
            }
            let detailed = self.maybe(0.6);
            let said = |made: &mut Self, text: &str| {
                if detailed && made.maybe(0.7) { text.to_owned() } else { String::new() }
            };
            let (role, number) = (said(self, "Ketua | bidang"), said(self, "No. 77\\8"));
            let (from, to) = (said(self, "2019-03-04"), said(self, "2024-05-06"));
            memberships.push(json!({"association": association, "role": role, "member_number": number, "started_on": from, "ended_on": to}));
            if n == 0 && from.is_empty() && to.is_empty() && self.maybe(0.5) {
                memberships.push(json!({"association": association, "role": "", "member_number": "", "started_on": "2001-01-01", "ended_on": "2002-02-02"}));
            }
        }
        Json::Array(memberships)
    }

    fn accounts(&mut self, name: &str) -> Json {
        let mut accounts = Vec::new();
        for platform in ["instagram", "x", "youtube", "blog"] {
            if self.maybe(0.4) {
                continue;
            }
            let detailed = self.maybe(0.5);
            let handle = format!("{name}.{platform}");
            let url =
                if detailed { format!("https://example.com/{handle}") } else { String::new() };
            let (followers, counted_on) = if detailed {
                (self.rng.random_range(0..500_000), self.day())
            } else {
                (0, String::new())
            };
            accounts.push(json!({"platform": platform, "handle": handle, "url": url, "followers": followers, "counted_on": counted_on}));
        }
        Json::Array(accounts)
    }

    fn stays(&mut self) -> Json {
        let mut stays = Vec::new();
        for n in 0..self.rng.random_range(0..4) {
            let ended = n > 0 && self.maybe(0.5);
            let position = if self.maybe(0.3) { String::new() } else { self.text() };
            stays.push(json!({
                "organisation": OUTLETS[n % OUTLETS.len()], "position": position,
                "department": if self.maybe(0.4) { self.text() } else { String::new() },
                "started_on": if self.maybe(0.4) { "2015-01-02" } else { "" },
                "ended_on": if ended { "2020-12-31" } else { "" },
            }));
        }
        if self.maybe(0.2) && !stays.is_empty() {
            // The same desk a second time, years ago.
            let mut again = stays[0].clone();
            again["started_on"] = json!("2001-01-01");
            again["ended_on"] = json!("2004-01-01");
            stays.push(again);
        }
        Json::Array(stays)
    }
}

fn call(office: &Office, command: &str, args: &Json) -> Json {
    office.json(&["call", command, &args.to_string()])
}

fn fields(office: &Office, owner: &str) -> Vec<Json> {
    call(office, "field_list", &json!(owner)).as_array().unwrap().clone()
}

/// An office with an own field of every kind for both, and some contacts and outlets.
fn made_up(seed: u64) -> Office {
    let office = Office::new();
    let mut made = Made { rng: StdRng::seed_from_u64(seed) };
    for owner in ["contact", "organisation"] {
        for kind in ["text", "number", "date", "choice", "yes_no"] {
            let choices =
                if kind == "choice" { "Merah\nBiru; muda\nKata \"satu\" | dua" } else { "" };
            let set = json!({"owner": owner, "name": format!("Isian {kind} {owner}, kantor"), "kind": kind, "choices": choices});
            call(&office, "custom_field_save", &json!({"set": set}));
        }
    }
    let of_outlets = fields(&office, "organisation");
    let names: Vec<&&str> = OUTLETS.iter().chain(ASSOCIATIONS).collect();
    let ids: Vec<Json> = names
        .iter()
        .map(|name| call(&office, "organisation_save", &json!({"patch": {"set": {"name": name}}}))["organisation"]["id"].clone())
        .collect();
    for (n, organisation) in ids.iter().enumerate() {
        let sparse = n % 3 == 1;
        let set = made.columns(&of_outlets, sparse);
        let id = format!("redaksi{n}");
        let mut outlet = json!({
            "patch": {"id": organisation, "set": set}, "reaches": made.reaches(&id), "custom": made.own(&of_outlets, sparse),
            "memberships": made.memberships(), "social_accounts": made.accounts(&id),
        });
        for labels in ["beats", "topics", "regions", "languages", "tags"] {
            outlet[labels] = json!(made.labels());
        }
        call(&office, "organisation_save", &outlet);
    }
    let of_contacts = fields(&office, "contact");
    office.json(&["list", "new", "Pokja, satu"]);
    office.json(&["list", "new", "Daftar \"dua\""]);
    for n in 0..6 {
        let sparse = n % 2 == 1;
        let mut set = made.columns(&of_contacts, sparse);
        let titled = made.one_of(&["", "", "Drs. ", "H. "]);
        set["name"] =
            json!(format!("{titled}{} {} {}", made.word(), made.word(), (b'A' + n as u8) as char));
        for title in ["name_prefix", "name_suffix"] {
            if set.get(title).is_none() {
                set[title] = json!("");
            }
        }
        let id = format!("orang{n}");
        let mut contact = json!({
            "patch": {"set": set}, "reaches": made.reaches(&id), "custom": made.own(&of_contacts, sparse),
            "memberships": made.memberships(), "social_accounts": made.accounts(&id), "affiliations": made.stays(),
        });
        for labels in ["beats", "topics", "regions", "languages", "tags"] {
            contact[labels] = json!(made.labels());
        }
        let id = call(&office, "contact_save", &contact)["contact"]["id"].clone();
        for list in ["Pokja, satu", "Daftar \"dua\""] {
            if made.maybe(0.5) {
                office.json(&["list", "add", list, &id.to_string()]);
            }
        }
        for (kind, chance) in [("do_not_contact", 0.4), ("bad_address", 0.4), ("away", 0.4)] {
            if made.maybe(chance) {
                let mut state =
                    json!({"contact_id": id, "kind": kind, "on": true, "reason": made.long_text()});
                if kind == "away" {
                    state["until"] = json!("2030-01-02");
                }
                call(&office, "contact_state_set", &state);
            }
        }
    }
    office
}

/// What stays of a record when numbers of rows and times of writing are taken off.
fn bare(json: &Json) -> Json {
    match json {
        Json::Object(map) => Json::Object(
            map.iter()
                .filter(|(key, _)| {
                    let key = key.as_str();
                    !(key == "id"
                        || key.ends_with("_id")
                        || matches!(
                            key,
                            "version"
                                | "created_at"
                                | "updated_at"
                                | "row"
                                | "history"
                                | "possible_duplicates"
                        ))
                })
                .map(|(key, value)| (key.clone(), bare(value)))
                .collect(),
        ),
        Json::Array(all) => Json::Array(all.iter().map(bare).collect()),
        other => other.clone(),
    }
}

/// Everything of an owner, by name.
fn portraits(office: &Office, owner: &str) -> BTreeMap<String, Json> {
    let (list, show) = match owner {
        "contact" => ("contact_list", "contact_show"),
        _ => ("organisation_list", "organisation_show"),
    };
    let own: BTreeMap<i64, Json> = fields(office, owner)
        .into_iter()
        .filter(|field| field["custom_field_id"] != 0)
        .map(|field| {
            let what = json!([field["name"], field["kind"], field["choices"]]);
            (field["custom_field_id"].as_i64().unwrap(), what)
        })
        .collect();
    let page = call(office, list, &json!({"limit": 1000}));
    let rows = page["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            let detail = call(office, show, &row["id"]);
            let mut bared = bare(&detail);
            let mut values: Vec<Json> = detail["custom"]
                .as_array()
                .unwrap()
                .iter()
                .map(|value| {
                    json!([
                        own[&value["custom_field_id"].as_i64().unwrap()],
                        value["value"],
                        value["number"]
                    ])
                })
                .collect();
            values.sort_by_key(ToString::to_string);
            bared["custom"] = json!(values);
            // One address may bounce for two who share it: the order of such rows says nothing.
            if let Some(states) = bared["states"].as_array_mut() {
                states.sort_by_key(ToString::to_string);
            }
            (detail[owner]["name"].as_str().unwrap().to_owned(), bared)
        })
        .collect()
}

fn export(office: &Office, what: &str, name: &str, more: &[&str]) -> String {
    let file = office.file(name).to_string_lossy().into_owned();
    let args: Vec<&str> = ["export", what, &file].into_iter().chain(more.iter().copied()).collect();
    office.json(&args);
    file
}

fn cells(file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(file).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn imported(office: &Office, file: &str) -> Json {
    let result = office.json(&["import", file]);
    assert_eq!(result["rejected"], json!([]), "{result}");
    assert_eq!(result["left_out"], json!([]), "{result}");
    result
}

#[track_caller]
fn same(before: &BTreeMap<String, Json>, after: &BTreeMap<String, Json>, told: &str) {
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "{told}");
    for (name, one) in before {
        for (key, value) in one.as_object().unwrap() {
            assert_eq!(value, &after[name][key], "{told}: {key} of {name}");
        }
    }
}

fn seed() -> u64 {
    let seed = std::env::var("WARTA_ROUND_TRIP_SEED").ok().and_then(|text| text.parse().ok());
    let seed = seed.unwrap_or_else(rand::random);
    println!("WARTA_ROUND_TRIP_SEED={seed}");
    seed
}

#[test]
fn every_field_of_contacts_and_organisations_comes_back_from_an_empty_workspace() {
    let seed = seed();
    let office = made_up(seed);
    let (outlets, contacts) = (portraits(&office, "organisation"), portraits(&office, "contact"));
    for format in ["csv", "xlsx"] {
        let media = export(&office, "organisations", &format!("media.{format}"), &[]);
        let people = export(&office, "contacts", &format!("kontak.{format}"), &[]);
        let other = Office::new();
        imported(&other, &media);
        imported(&other, &people);
        same(&outlets, &portraits(&other, "organisation"), &format!("seed {seed} {format}"));
        same(&contacts, &portraits(&other, "contact"), &format!("seed {seed} {format}"));
        // And out again, the same to the last cell.
        if format == "csv" {
            for (what, file) in [("organisations", &media), ("contacts", &people)] {
                let again = export(&other, what, &format!("{what}-lagi.csv"), &[]);
                let (first, second) = (cells(file), cells(&again));
                for (row, (one, other)) in first.iter().zip(&second).enumerate() {
                    for (column, (one, other)) in one.iter().zip(other).enumerate() {
                        assert_eq!(
                            one, other,
                            "seed {seed} {what}: row {row}, {}",
                            first[0][column]
                        );
                    }
                }
                assert_eq!(first, second, "seed {seed} {what}");
            }
        }
        // A second time is nothing new, and one undo each takes all of it back.
        let again = imported(&other, &people);
        assert_eq!(again["skipped"], json!(contacts.len()), "seed {seed} {format}: {again}");
        assert_eq!(imported(&other, &media)["outlets_updated"], 0, "seed {seed} {format}");
    }
}

#[test]
fn every_field_of_contacts_comes_back_from_cards() {
    let seed = seed();
    let office = made_up(seed);
    let contacts = portraits(&office, "contact");
    for version in ["4.0", "3.0"] {
        let cards = export(
            &office,
            "contacts",
            &format!("kartu{version}.vcf"),
            &["--card-version", version],
        );
        let other = Office::new();
        imported(&other, &export(&office, "organisations", "media.csv", &[]));
        imported(&other, &cards);
        same(&contacts, &portraits(&other, "contact"), &format!("seed {seed} vCard {version}"));
        assert_eq!(
            imported(&other, &cards)["skipped"],
            json!(contacts.len()),
            "seed {seed} vCard {version}"
        );
    }
}

#[test]
fn an_undo_takes_own_fields_states_and_memberships_back_too() {
    let office = made_up(7);
    let people = export(&office, "contacts", "kontak.csv", &[]);
    let other = Office::new();
    let import = imported(&other, &people)["import_id"].to_string();
    assert!(!fields(&other, "contact").iter().all(|field| field["custom_field_id"] == 0));
    let undone = other.json(&["import", "undo", &import]);
    assert_eq!(undone["left"]["count"], 0, "{undone}");
    assert!(fields(&other, "contact").iter().all(|field| field["custom_field_id"] == 0));
    assert_eq!(portraits(&other, "organisation").len(), 0);
    let database = rusqlite::Connection::open(other.workspace().join("warta.sqlite")).unwrap();
    for table in [
        "contact_states",
        "memberships",
        "custom_values",
        "social_accounts",
        "affiliations",
        "labels",
    ] {
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
