//! Filters and recipient lists: that a filter finds whom it should, however it is asked; that what
//! is written is read; smart lists wherever a fixed one can stand.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use warta::commands::{self, Door};
use warta::contact::{self, ContactFilter, Filter, Op, Rule};
use warta::db::Source;
use warta::error::{Code, Error, Result};
use warta::workspace::Workspace;

use crate::office::Office;

struct Desk {
    office: Office,
    workspace: Workspace,
}

impl Desk {
    fn new() -> Self {
        let office = Office::without_workspace();
        Workspace::create(&office.workspace()).unwrap();
        let workspace = office.open();
        Self { office, workspace }
    }

    fn door(&self) -> Door<'_> {
        Door {
            workspace: &self.workspace,
            source: Source::Window,
            actor: "Rina".to_owned(),
            on_progress: None,
        }
    }

    fn try_call(&self, name: &str, args: Json) -> Result<Json> {
        commands::call_and_wait(&self.door(), name, args)
    }

    #[track_caller]
    fn call(&self, name: &str, args: Json) -> Json {
        self.try_call(name, args).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Five people who differ in all that the tests ask for.
    fn with_people() -> Self {
        let desk = Self::new();
        for (name, city, beats, email, outlet, kind) in [
            (
                "Siti Rahma",
                "Serang",
                json!(["Kesehatan"]),
                "siti@example.id",
                "Harian Contoh",
                "newspaper",
            ),
            (
                "Budi Santoso",
                "serang",
                json!(["Hukum", "Kesehatan"]),
                "budi@example.com",
                "Radio Contoh",
                "radio",
            ),
            ("Wayan Adi", "Depok", json!([]), "", "Radio Contoh", "radio"),
            ("Dewi Lestari", "", json!(["Hukum"]), "dewi@example.com", "", ""),
            (
                "Émile Ma'ruf",
                "Serang",
                json!(["Kesehatan Anak"]),
                "emile@example.id",
                "Harian Contoh",
                "newspaper",
            ),
        ] {
            let affiliations = if outlet.is_empty() {
                json!([])
            } else {
                json!([{"organisation": outlet, "position": "Reporter"}])
            };
            let reaches = if email.is_empty() {
                json!([{"kind": "whatsapp", "value": "+62 000 1111 2222"}])
            } else {
                json!([{"kind": "email", "value": email}])
            };
            desk.call("contact_save", json!({"patch": {"set": {"name": name, "city": city}}, "beats": beats, "reaches": reaches, "affiliations": affiliations}));
            if !outlet.is_empty() {
                let found =
                    desk.call("organisation_list", json!({"search": outlet}))["rows"][0]["id"]
                        .clone();
                desk.call(
                    "organisation_save",
                    json!({"patch": {"id": found, "set": {"media_type": kind}}}),
                );
            }
        }
        desk
    }

    fn id(&self, name: &str) -> i64 {
        self.call("contact_list", json!({"search": name}))["rows"][0]["id"].as_i64().unwrap()
    }

    fn read(&self, text: &str) -> Result<Filter> {
        Ok(commands::filter_read(&self.door(), text.to_owned())?.filter)
    }

    /// First names of those whom a written filter finds: as the first page, as the whole and as
    /// the count find them, which must be the same.
    #[track_caller]
    fn whom(&self, text: &str) -> Vec<String> {
        let filter = self.read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let asked = ContactFilter { filter: Some(filter), ..ContactFilter::default() };
        let names = |filter: ContactFilter| -> Vec<String> {
            let page = commands::contact_list(&self.door(), filter).unwrap();
            page.rows
                .into_iter()
                .map(|row| row.name.split(' ').next().unwrap().to_owned())
                .collect()
        };
        let walked = names(ContactFilter { without_total: Some(true), ..asked.clone() });
        let count = commands::contact_count(&self.door(), asked.clone()).unwrap();
        let kept = names(asked);
        assert_eq!(walked, kept, "{text}: both ways of asking");
        assert_eq!(count, walked.len() as i64, "{text}: count");
        walked
    }

    fn smart(&self, name: &str, text: &str) -> i64 {
        let filter = self.read(text).unwrap();
        self.call("list_save_smart", json!({"name": name, "filter": filter}))["id"]
            .as_i64()
            .unwrap()
    }

    fn on_list(&self, list: i64) -> Vec<String> {
        let detail = self.call("list_show", json!(list));
        detail["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["name"].as_str().unwrap().split(' ').next().unwrap().to_owned())
            .collect()
    }
}

#[test]
fn a_filter_finds_whom_it_names_however_it_is_asked() {
    let desk = Desk::with_people();
    for (text, expected) in [
        ("city = Serang", &["Budi", "Émile", "Siti"][..]),
        ("kota = serang dan desk = kesehatan", &["Budi", "Siti"]),
        ("beat ~ kesehatan", &["Budi", "Émile", "Siti"]),
        ("beat = (hukum, kesehatan)", &["Budi", "Dewi", "Siti"]),
        ("beat = kesehatan and not beat = hukum", &["Siti"]),
        ("beat != hukum", &["Émile", "Siti", "Wayan"]),
        ("beat is empty", &["Wayan"]),
        ("city is empty or outlet_type = radio", &["Budi", "Dewi", "Wayan"]),
        ("not (city = Serang or city = Depok)", &["Dewi"]),
        ("name = \"emile maruf\"", &["Émile"]),
        ("name begins s", &["Siti"]),
        ("outlet = \"Harian Contoh\"", &["Émile", "Siti"]),
        ("position = reporter and outlet is set", &["Budi", "Émile", "Siti", "Wayan"]),
        ("outlet is not set", &["Dewi"]),
        ("email ~ @example.com", &["Budi", "Dewi"]),
        ("phone = 00011112222 or whatsapp = \"+62 000-1111-2222\"", &["Wayan"]),
        ("no_email", &["Wayan"]),
        ("covers kesehatan in Serang", &["Budi", "Siti"]),
        ("answered 1 release", &[]),
        ("not answered", &["Budi", "Dewi", "Émile", "Siti", "Wayan"]),
        ("added within 1d", &["Budi", "Dewi", "Émile", "Siti", "Wayan"]),
        ("added before 2020-01-01", &[]),
        ("kind = journalist and language = id and city != Serang", &["Dewi", "Wayan"]),
        ("notes ~ \"100%\"", &[]),
    ] {
        assert_eq!(desk.whom(text), expected, "{text}");
    }
}

#[test]
fn activity_is_asked_by_day_and_by_release() {
    let desk = Desk::with_people();
    let long_ago = warta::clock::now() - chrono::Duration::days(120);
    for (name, at) in [("siti", warta::clock::now()), ("budi", long_ago)] {
        desk.call("interaction_log", json!({"contact_id": desk.id(name), "kind": "call", "direction": "out", "summary": "Telepon", "at": at.to_rfc3339()}));
    }
    assert_eq!(desk.whom("contacted 90d"), ["Siti"]);
    assert_eq!(desk.whom("not contacted 90d"), ["Budi", "Dewi", "Émile", "Wayan"]);
    assert_eq!(desk.whom("belum dihubungi 6 bulan"), ["Dewi", "Émile", "Wayan"]);
    assert_eq!(desk.whom("last_contact is empty"), ["Dewi", "Émile", "Wayan"]);
    assert_eq!(desk.whom("last_contact is set and last_contact not within 90 days"), ["Budi"]);
    let sorted = desk.call("contact_list", json!({"sort": "last_contact", "descending": true}));
    let first: Vec<&str> = sorted["rows"]
        .as_array()
        .unwrap()
        .iter()
        .take(2)
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    assert_eq!(first, ["Siti Rahma", "Budi Santoso"], "who was never contacted stands last");
    desk.call("undo_last", json!(null));
    assert_eq!(desk.whom("last_contact is set"), ["Siti"], "the activity follows an undo");
}

#[test]
fn the_order_is_the_same_page_by_page_and_as_a_whole() {
    let desk = Desk::with_people();
    for sort in ["name", "city", "outlet", "updated", "last_contact", "next_step"] {
        for descending in [false, true] {
            let page = |offset: i64, limit: i64| {
                desk.call("contact_list", json!({"sort": sort, "descending": descending, "offset": offset, "limit": limit, "without_total": true}))
            };
            let ids = |page: &Json| -> Vec<i64> {
                page["rows"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|row| row["id"].as_i64().unwrap())
                    .collect()
            };
            let walked: Vec<i64> = (0..5).flat_map(|at| ids(&page(at, 1))).collect();
            // A page from the middle works the whole out and keeps it.
            let filter = json!({"sort": sort, "descending": descending, "filter": {"all": []}});
            let whole = commands::contact_list(
                &desk.door(),
                ContactFilter { limit: Some(2_000), ..serde_json::from_value(filter).unwrap() },
            )
            .unwrap();
            let whole: Vec<i64> = whole.rows.iter().map(|row| row.id).collect();
            assert_eq!(walked.len(), 5, "{sort}");
            assert_eq!(walked, whole, "{sort} {descending}");
            let last = page(4, 1)["rows"][0].clone();
            match sort {
                "city" => assert_eq!(last["city"], "", "{sort} {descending}"),
                "outlet" => assert_eq!(last["outlet"], "", "{sort} {descending}"),
                _ => (),
            }
        }
    }
}

#[test]
fn a_kept_order_is_dropped_when_something_changes() {
    let desk = Desk::with_people();
    assert_eq!(desk.whom("beat = hukum"), ["Budi", "Dewi"]);
    desk.call(
        "contact_save",
        json!({"patch": {"id": desk.id("wayan"), "set": {}}, "beats": ["Hukum"]}),
    );
    assert_eq!(desk.whom("beat = hukum"), ["Budi", "Dewi", "Wayan"]);
    // Another process writes too.
    let id = desk.id("budi").to_string();
    let patch = json!({"patch": {"id": id.parse::<i64>().unwrap(), "set": {}}, "beats": []});
    desk.office.json(&["call", "contact_save", &patch.to_string()]);
    assert_eq!(desk.whom("beat = hukum"), ["Dewi", "Wayan"]);
}

#[test]
fn what_is_wrong_in_a_written_filter_is_named_with_its_place() {
    let desk = Desk::with_people();
    for (text, key, position) in [
        ("", "filter-text-empty", None),
        ("kota =", "filter-expected-value", Some("7")),
        ("kota Serang", "filter-expected-op", Some("6")),
        ("kota = Kota Serang", "filter-expected-and", Some("13")),
        ("warna = merah", "filter-expected-field", Some("1")),
        ("(kota = Serang", "filter-expected-close", Some("15")),
        ("kota = \"Serang", "filter-text-unclosed", Some("8")),
        ("kota = Serang; desk = x", "filter-text-letter", Some("14")),
        ("not contacted soon", "filter-expected-op", Some("15")),
        ("contacted 90q", "filter-expected-days", Some("11")),
        ("last_contact < kemarin", "filter-expected-day", Some("16")),
        ("answered release x", "filter-value-wrong", Some("18")),
        ("membalas rilis x", "filter-expected-number", Some("10")),
        ("in list", "filter-expected-value", Some("8")),
        ("in list \"Tidak Ada\"", "list-unknown", None),
        ("state = marah", "filter-value-wrong", Some("9")),
        ("kind ~ x", "filter-op-wrong", Some("8")),
    ] {
        let error = desk.read(text).unwrap_err();
        assert_eq!(error.text, key, "{text}");
        assert_eq!(error.args.get("position").map(String::as_str), position, "{text}");
    }
    let nested = format!("{}kota = x", "not (".repeat(500));
    assert_eq!(desk.read(&nested).unwrap_err().text, "filter-too-deep");
    let error = desk.try_call("contact_list", json!({"filter": {"rule": {"field": "notes; DROP TABLE contacts", "op": "is", "values": ["x"]}}})).unwrap_err();
    assert_eq!((error.code, error.text), (Code::Invalid, "filter-field-unknown"));
    assert_eq!(desk.whom("notes = \"'; DROP TABLE contacts; --\""), Vec::<String>::new());
}

#[test]
fn lists_of_lists_and_minus_a_list() {
    let desk = Desk::with_people();
    let fixed = desk.call("list_save", json!({"set": {"name": "Pokja"}}))["id"].as_i64().unwrap();
    desk.call(
        "list_add",
        json!({"list_id": fixed, "contact_ids": [desk.id("siti"), desk.id("wayan")]}),
    );
    let law = desk.smart("Hukum", "beat = hukum");
    let both = desk.smart("Keduanya", "in list Pokja or in list Hukum");
    assert_eq!(desk.on_list(both), ["Budi", "Dewi", "Siti", "Wayan"]);
    let minus = desk.smart("Tanpa pokja", "in list Keduanya and not in list Pokja");
    assert_eq!(desk.on_list(minus), ["Budi", "Dewi"]);

    let round = desk.read("in list \"Tanpa pokja\"").unwrap();
    let error = desk
        .try_call("list_save_smart", json!({"id": law, "name": "Hukum", "filter": round}))
        .unwrap_err();
    assert_eq!((error.text, error.args["name"].as_str()), ("list-within-itself", "Hukum"));
    let error = desk.try_call("list_delete", json!(law)).unwrap_err();
    assert_eq!((error.code, error.args["name"].as_str()), (Code::Conflict, "Keduanya"));
    let error = desk
        .try_call("list_add", json!({"list_id": law, "contact_ids": [desk.id("siti")]}))
        .unwrap_err();
    assert_eq!(error.text, "list-is-smart");
    let error = desk
        .try_call("list_save_smart", json!({"id": fixed, "name": "Pokja", "filter": {"all": []}}))
        .unwrap_err();
    assert_eq!(error.text, "list-is-fixed");

    let compared = desk.call("list_compare", json!({"a": fixed, "b": both, "part": "only_b"}));
    assert_eq!(
        (&compared["only_a"], &compared["both"], &compared["only_b"]),
        (&json!(0), &json!(2), &json!(2))
    );
    assert_eq!(compared["rows"][0]["name"], "Budi Santoso");
    let counts: Vec<(String, i64, bool)> = desk
        .call("list_all", json!(null))
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["name"].as_str().unwrap().to_owned(),
                row["members"].as_i64().unwrap(),
                row["smart"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        counts,
        [
            ("Hukum".to_owned(), 2, true),
            ("Keduanya".to_owned(), 4, true),
            ("Pokja".to_owned(), 2, false),
            ("Tanpa pokja".to_owned(), 2, true)
        ]
    );
}

#[test]
fn who_is_left_out_stays_out_with_the_reason_wherever_the_list_goes() {
    let desk = Desk::with_people();
    let list = desk.smart("Kesehatan", "beat ~ kesehatan");
    let siti = desk.id("siti");
    let order =
        json!({"list_id": list, "contact_ids": [siti], "reason": "Sudah diundang lewat PWI"});
    assert_eq!(desk.call("list_leave_out", order.clone()), json!(1));
    assert_eq!(desk.call("list_leave_out", order), json!(0), "for the same reason, once");
    assert_eq!(desk.on_list(list), ["Budi", "Émile"]);
    assert_eq!(
        desk.call("list_show", json!(list))["left_out"][0]["reason"],
        "Sudah diundang lewat PWI"
    );
    let error = desk
        .try_call("list_leave_out", json!({"list_id": list, "contact_ids": [siti], "reason": " "}))
        .unwrap_err();
    assert_eq!(error.text, "list-reason-missing");
    desk.smart("Luas", "in list Kesehatan or beat = hukum");
    assert_eq!(desk.whom("in list Luas"), ["Budi", "Dewi", "Émile"]);

    let release = desk
        .call("release_save", json!({"set": {"headline": "Judul", "lead": "Pembuka"}}))["release"]
        ["id"]
        .clone();
    let check = desk.call("audience_check", json!({"release_id": release, "lists": [list]}));
    let names: Vec<&str> = check["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .map(|to| to["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Budi Santoso", "Émile Ma'ruf"]);
    assert_eq!(check["excluded"][0]["reason"], "left_out");
    assert_eq!(check["excluded"][0]["note"], "Sudah diundang lewat PWI");
    let sent =
        desk.call("release_send", json!({"audience": {"release_id": release, "lists": [list]}}));
    assert_eq!(sent["exclusions"][0]["note"], "Sudah diundang lewat PWI");
    // Chosen by name, the person is meant.
    let check = desk.call(
        "audience_check",
        json!({"release_id": release, "lists": [list], "contacts": [siti]}),
    );
    assert_eq!(check["recipients"].as_array().unwrap().len(), 3);

    desk.call("list_take_back", json!({"list_id": list, "contact_ids": [siti]}));
    assert_eq!(desk.on_list(list), ["Budi", "Émile", "Siti"]);
}

#[test]
fn a_newer_question_ends_the_older_one() {
    let desk = Desk::with_people();
    let ask = |asker: &str, text: &str| {
        desk.call("contact_count", json!({"asker": asker, "filter": desk.read(text).unwrap()}))
    };
    assert_eq!(ask("contacts", "city = Serang"), json!(3));
    assert_eq!(ask("contacts", "city = Depok"), json!(1));
    assert_eq!(desk.call("question_give_up", json!("contacts")), json!(true));
    assert_eq!(desk.call("question_give_up", json!("contacts")), json!(false));
    assert_eq!(ask("contacts", "city = Serang"), json!(3), "asked again after it was given up");
}

#[test]
fn smart_lists_on_the_command_line() {
    let office = Office::with_contacts();
    let made = office.json(&["list", "smart", "Surel com", "--where", "email ~ example.com"]);
    assert_eq!((&made["members"], &made["rule"]), (&json!(1), &json!("email ~ example.com")));
    let shown = office.json(&["list", "show", "Surel com"]);
    assert_eq!(shown["rows"][0]["name"], "Dewi Lestari");
    office.json(&["list", "smart", "Surel com", "--where", "kota = Depok dan surel ~ example.com"]);
    assert_eq!(
        office.json(&["list", "all"])["lists"].as_array().unwrap().len(),
        2,
        "the rule was replaced"
    );
    office.json(&["list", "leave-out", "Pers Kota", "budi@example.id", "--reason", "Cuti panjang"]);
    let compared = office.json(&["list", "compare", "Pers Kota", "Surel com", "--part", "only-a"]);
    assert_eq!(compared["rows"].as_array().unwrap().len(), 2);
    let table = office.warta(&["list", "show", "Pers Kota"]);
    assert!(table.out.contains("Left out: 1") && table.out.contains("Cuti panjang"), "{table:?}");
    office
        .warta(&["list", "smart", "X", "--where", "kota = Kota Serang"])
        .failed_with("Position 13");
    office
        .warta(&["--language", "id", "contact", "list", "--where", "warna = 1"])
        .failed_with("\"warna\" bukan kolom");
    let found =
        office.json(&["contact", "list", "--where", "in list \"Surel com\" or name begins siti"]);
    assert_eq!(found["total"], 2);
    let file = office.file("serang.csv");
    office.json(&["export", "contacts", &file.to_string_lossy(), "--list", "Surel com"]);
    assert_eq!(
        std::fs::read_to_string(&file).unwrap().lines().count(),
        2,
        "a head and one contact"
    );
    office.json(&["list", "archive", "Surel com"]);
    assert_eq!(office.json(&["list", "all"])["lists"].as_array().unwrap().len(), 1);
    assert_eq!(office.json(&["list", "all", "--archived"])["lists"].as_array().unwrap().len(), 2);
    office.json(&["list", "unarchive", "Surel com"]);
    let release = office.write("siaran.md", "# Judul\n\nPembuka.\n");
    let release = office.json(&["release", "new", "--file", &release])["id"].to_string();
    let check =
        office.json(&["release", "send", &release, "--list", "Surel com", "--list", "Pers Kota"]);
    let people =
        check["recipients"].as_array().unwrap().len() + check["by_hand"].as_array().unwrap().len();
    assert_eq!(people, 3, "{check}");
}

fn values() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        "[A-Za-z \"(),=%_é-]{1,12}"
            .prop_filter("one quote at most", |text| !(text.trim().is_empty()
                || text.contains('"') && text.contains('\''))),
        Just("and".to_owned()),
        Just("kosong".to_owned())
    ]
}

fn rules() -> impl Strategy<Value = Filter> {
    let rule = |field: &'static str, op: Op, values: Vec<String>| {
        Filter::Rule(Rule { field: field.to_owned(), op, values })
    };
    let texts = (
        prop_oneof![
            Just("city"),
            Just("beats"),
            Just("outlet"),
            Just("email"),
            Just("position"),
            Just("notes")
        ],
        prop_oneof![
            Just(Op::Is),
            Just(Op::IsNot),
            Just(Op::Contains),
            Just(Op::ContainsNot),
            Just(Op::Begins)
        ],
        prop::collection::vec(values(), 1..3),
    )
        .prop_map(move |(field, op, values)| rule(field, op, values));
    let presence = (
        prop_oneof![Just("city"), Just("last_contact"), Just("tags")],
        prop_oneof![Just(Op::Empty), Just(Op::Set)],
    )
        .prop_map(move |(field, op)| rule(field, op, Vec::new()));
    let days = (prop_oneof![Just(Op::Within), Just(Op::NotWithin), Just(Op::Next)], 0..900_u32)
        .prop_map(move |(op, days)| rule("last_contact", op, vec![days.to_string()]));
    let dates = (prop_oneof![Just(Op::Before), Just(Op::Since), Just(Op::Is)], 1..28_u32)
        .prop_map(move |(op, day)| rule("updated_at", op, vec![format!("2026-02-{day:02}")]));
    let counts = (
        prop_oneof![Just("answered"), Just("sent")],
        prop_oneof![Just(Op::AtLeast), Just(Op::AtMost), Just(Op::Is), Just(Op::IsNot)],
        0..9_i64,
    )
        .prop_map(move |(field, op, count)| rule(field, op, vec![count.to_string()]));
    let states =
        prop_oneof![Just("away"), Just("no_email"), Just("duplicate"), Just("left_outlet")]
            .prop_map(move |state| rule("state", Op::IsNot, vec![state.to_owned()]));
    prop_oneof![texts, presence, days, dates, counts, states]
}

fn filters() -> impl Strategy<Value = Filter> {
    rules().prop_recursive(4, 24, 4, |inside| {
        prop_oneof![
            prop::collection::vec(inside.clone(), 2..4).prop_map(Filter::All),
            prop::collection::vec(inside.clone(), 2..4).prop_map(Filter::Any),
            inside.prop_map(|part| Filter::Not(Box::new(Filter::All(vec![part.clone(), part])))),
        ]
    })
}

/// The fields of an office that defined none of its own.
fn built_in() -> &'static [contact::FilterField] {
    static FIELDS: std::sync::OnceLock<Vec<contact::FilterField>> = std::sync::OnceLock::new();
    FIELDS.get_or_init(|| Desk::new().workspace.db.read(contact::all_filter_fields).unwrap())
}

fn no_list(_: &str) -> Result<i64> {
    Err(Error::new(Code::NotFound, "list-unknown"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_written_is_read_again(filter in filters()) {
        let text = contact::write_filter(&filter, &|id| id.to_string());
        let read = contact::parse_filter(&text, built_in(), &no_list);
        prop_assert!(read.is_ok(), "{text}: {read:?}");
        prop_assert_eq!(read.unwrap(), filter, "{}", text);
    }

    #[test]
    fn nothing_written_makes_the_reader_fall_over(text in "\\PC{0,60}") {
        let _ = contact::parse_filter(&text, built_in(), &no_list);
    }
}

#[test]
fn every_filter_can_be_asked_both_ways_with_the_same_answer() {
    let desk = Desk::with_people();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(60));
    runner
        .run(&filters(), |filter| {
            let asked = ContactFilter {
                filter: Some(filter),
                without_total: Some(true),
                ..ContactFilter::default()
            };
            let walked = commands::contact_list(&desk.door(), asked.clone()).unwrap();
            let found = commands::contact_count(&desk.door(), asked).unwrap();
            prop_assert_eq!(walked.rows.len() as i64, found);
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_letter_or_two_a_number_and_an_address_are_found_their_own_way() {
    let desk = Desk::with_people();
    let found = |text: &str| -> Vec<String> {
        let page = desk.call("contact_list", json!({"search": text}));
        let names: Vec<String> = page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["name"].as_str().unwrap().split(' ').next().unwrap().to_owned())
            .collect();
        assert_eq!(page["total"], json!(names.len()), "{text}");
        names
    };
    assert_eq!(found("bu"), ["Budi"]);
    assert_eq!(
        found("s").first().map(String::as_str),
        Some("Siti"),
        "names first, then other words"
    );
    for written in ["0000 1111 2222", "62 000 1111", "+62-000-1111"] {
        assert_eq!(found(written), ["Wayan"], "{written}");
    }
    assert_eq!(found("siti@exa"), ["Siti"]);
    assert_eq!(found("wayna"), ["Wayan"], "letters in the wrong order");
    assert_eq!(found("rahmma siti"), ["Siti"], "one letter too many");
    assert_eq!(found("kesehatn"), found("kesehatan"));
    assert_eq!(found("zzzz"), Vec::<String>::new());
    let capped = desk.call("contact_count", json!({"search": "contoh", "count_up_to": 2}));
    assert_eq!(capped, json!(3), "two and more");
}
