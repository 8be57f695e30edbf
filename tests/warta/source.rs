//! The directory of sources, quotes, and members of associations from both sides.

use serde_json::{Value as Json, json};
use warta::commands;

use crate::media_list::Desk;
use crate::office::Office;

fn source(desk: &Desk, name: &str, set: Json, topics: &[&str]) -> i64 {
    let mut fields = json!({"name": name, "kind": "source"});
    for (key, value) in set.as_object().unwrap() {
        fields[key] = value.clone();
    }
    desk.call("contact_save", json!({"patch": {"set": fields}, "topics": topics}))["contact"]["id"]
        .as_i64()
        .unwrap()
}

#[test]
fn sources_are_found_by_topic_and_put_in_order_by_rank_and_quotes() {
    let desk = Desk::new();
    let head = source(
        &desk,
        "dr. Ani Contoh, M.Kes.",
        json!({"source_level": "director", "source_rank": "Kepala Dinas Kesehatan", "source_clearance": "free",
               "source_short_notice": "yes", "source_cleared_for": "Imunisasi", "source_cleared_until": "2020-12-31"}),
        &["Kesehatan", "Imunisasi"],
    );
    let mayor = source(
        &desk,
        "Zaki Contoh",
        json!({"source_level": "leader", "source_rank": "Wali Kota", "source_clearance": "ask_first"}),
        &["Kesehatan"],
    );
    let expert =
        source(&desk, "Bayu Contoh", json!({"source_clearance": "not_cleared"}), &["Gempa"]);
    desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    for (who, day) in [(head, "2026-01-02"), (head, "2026-02-03"), (expert, "2026-03-04")] {
        desk.call(
            "quote_save",
            json!({"patch": {"set": {"contact_id": who, "quoted_on": day, "topic": "Imunisasi"}}, "outlet": "Harian Contoh"}),
        );
    }
    let ids = |filter: Json| -> Vec<i64> {
        desk.call("source_list", filter)["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["id"].as_i64().unwrap())
            .collect()
    };
    assert_eq!(ids(json!({})), [head, expert, mayor]);
    assert_eq!(ids(json!({"topic": "kesehatan"})), [head, mayor]);
    assert_eq!(ids(json!({"search": "imuni"})), [head]);
    assert_eq!(ids(json!({"search": "wali kota"})), [mayor]);
    assert_eq!(ids(json!({"sort": "rank"})), [mayor, head, expert]);
    assert_eq!(ids(json!({"sort": "quoted"})), [head, expert, mayor]);
    assert_eq!(ids(json!({"short_notice": true})), [head]);
    // The leave of the first one has run out, the last one has none.
    assert_eq!(ids(json!({"clearance": "now"})), [mayor]);
    let all = desk.call("source_list", json!({}));
    assert_eq!(all["topics"][0], json!({"name": "Kesehatan", "count": 2}));
    let row = &all["rows"][0];
    assert_eq!(row["name"], "dr. Ani Contoh, M.Kes.");
    assert_eq!(
        (&row["quoted"], &row["last_quoted_on"], &row["clearance_over"]),
        (&json!(2), &json!("2026-02-03"), &json!(true))
    );
    let filter = desk.call("filter_read", json!("source_level = director"))["filter"].clone();
    assert_eq!(desk.call("contact_count", json!({"filter": filter})), 1);
    let values = desk.call(
        "field_values",
        json!({"owner": "contact", "ids": [head], "keys": ["times_quoted", "source_short_notice"]}),
    );
    assert!(values.to_string().contains("\"2\"") && values.to_string().contains("yes"), "{values}");
}

#[test]
fn a_quote_says_where_or_about_what() {
    let desk = Desk::new();
    let id = source(&desk, "Ani Contoh", json!({}), &[]);
    let empty = commands::call_and_wait(
        &desk.door(),
        "quote_save",
        json!({"patch": {"set": {"contact_id": id}}}),
    )
    .unwrap_err();
    assert_eq!(empty.text, "quote-empty");
    let wrong = commands::call_and_wait(
        &desk.door(),
        "quote_save",
        json!({"patch": {"set": {"contact_id": id, "quoted_on": "kemarin", "topic": "x"}}}),
    )
    .unwrap_err();
    assert_eq!(wrong.field.as_deref(), Some("quoted_on"));
    let saved = desk.call(
        "quote_save",
        json!({"patch": {"set": {"contact_id": id, "words": "Datanya lengkap."}}, "outlet": "Radio Baru"}),
    );
    assert_eq!(saved["outlet"], "Radio Baru");
    assert_eq!(saved["quote"]["quoted_on"].as_str().unwrap().len(), 10, "today, unless said");
    desk.call("quote_delete", json!([saved["quote"]["id"]]));
    desk.call("bin_restore", json!([{"table": "quotes", "id": saved["quote"]["id"]}]));
    assert_eq!(desk.call("quote_list", json!({"contact_id": id})).as_array().unwrap().len(), 1);
}

#[test]
fn quotes_and_posts_stand_in_the_contact_history() {
    let desk = Desk::new();
    let id = source(&desk, "Ani Contoh", json!({"source_cleared_until": "2020-01-01"}), &["Gizi"]);
    desk.call(
        "quote_save",
        json!({"patch": {"set": {"contact_id": id, "quoted_on": "2026-02-03", "topic": "Gizi", "words": "Cukup."}}, "outlet": "Radio Baru"}),
    );
    let programme = desk.call("programme_save", json!({"patch": {"set": {"name": "Relawan"}}}));
    desk.call(
        "post_log",
        json!({"programme_id": programme["programme"]["id"], "contact_id": id, "url": "https://x.com/a.contoh/status/1",
               "posted_on": "2026-02-04", "theme": "Gizi"}),
    );
    let items = |filter: Json| desk.call("stream_list", filter)["items"].clone();
    let all = items(json!({"contact_id": id}));
    let of = |source: &str| {
        all.as_array().unwrap().iter().find(|item| item["source"] == source).unwrap().clone()
    };
    assert_eq!(
        (&of("quote")["text"], &of("quote")["body"]),
        (&json!("Gizi Radio Baru"), &json!("Cukup."))
    );
    assert_eq!((&of("post")["text"], &of("post")["kind"]), (&json!("Relawan: Gizi"), &json!("x")));
    assert_eq!(items(json!({"contact_id": id, "source": "quote"})).as_array().unwrap().len(), 1);
    assert!(
        all.as_array().unwrap().iter().all(|item| item["kind"] != "quote_save"),
        "a quote stands there once"
    );
}

#[test]
fn members_are_kept_from_the_association_s_side_too() {
    let desk = Desk::new();
    let siti = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let outlet = desk.call("contact_show", json!(siti))["row"]["outlet_id"].clone();
    let pwi = desk.call(
        "organisation_save",
        json!({"patch": {"set": {"name": "PWI Contoh", "kind": "journalists_association"}}}),
    )["organisation"]["id"]
        .clone();
    let made = desk.call(
        "membership_save",
        json!({"association_id": pwi, "contact_id": siti, "role": "Anggota", "started_on": "2024-01-01"}),
    );
    desk.call("membership_save", json!({"association_id": pwi, "organisation_id": outlet}));
    let members = desk.call("organisation_show", pwi.clone())["members"].clone();
    assert_eq!(members.as_array().unwrap().len(), 2);
    assert_eq!(desk.call("contact_show", json!(siti))["memberships"][0]["role"], "Anggota");
    let twice = commands::call_and_wait(
        &desk.door(),
        "membership_save",
        json!({"association_id": pwi, "contact_id": siti}),
    )
    .unwrap_err();
    assert_eq!(twice.text, "membership-twice");
    let own = commands::call_and_wait(
        &desk.door(),
        "membership_save",
        json!({"association_id": pwi, "organisation_id": pwi}),
    )
    .unwrap_err();
    assert_eq!(own.text, "membership-own");
    desk.call("membership_save", json!({"id": made["id"], "ended_on": "2026-01-01"}));
    desk.call(
        "membership_save",
        json!({"association_id": pwi, "contact_id": siti, "role": "Ketua"}),
    );
    assert_eq!(desk.call("contact_show", json!(siti))["memberships"].as_array().unwrap().len(), 2);
    desk.call("membership_delete", json!([made["id"]]));
    assert_eq!(desk.call("contact_show", json!(siti))["memberships"].as_array().unwrap().len(), 1);
}

#[test]
fn sources_and_members_on_the_command_line() {
    let office = Office::with_contacts();
    office.json(&[
        "contact",
        "new",
        "Ani Contoh",
        "--set",
        "kind=source",
        "--set",
        "email=ani@example.id",
        "--set",
        "topics=Kesehatan; Gizi",
        "--set",
        "source_level=director",
        "--set",
        "outlet=Dinas Kesehatan",
        "--set",
        "position=Kepala dinas",
    ]);
    office.json(&[
        "source",
        "quote",
        "ani@example.id",
        "--outlet",
        "Harian Contoh",
        "--topic",
        "Gizi",
        "--on",
        "2026-02-03",
    ]);
    let found = office.json(&["source", "list", "--topic", "gizi", "--sort", "quoted"]);
    assert_eq!((&found["rows"][0]["quoted"], &found["total"]), (&json!(1), &json!(1)));
    assert!(office.warta(&["source", "list"]).out.contains("Kesehatan, Gizi"));
    assert_eq!(
        office.json(&["source", "quotes", "ani@example.id"])["quotes"][0]["outlet"],
        "Harian Contoh"
    );
    let unit = office.warta(&["organisation", "show", "Dinas Kesehatan"]);
    assert!(unit.out.contains("Ani Contoh") && unit.out.contains("Kepala dinas"), "{unit:?}");

    office.json(&["organisation", "new", "PWI Contoh", "--kind", "journalists_association"]);
    office.json(&[
        "organisation",
        "join",
        "PWI Contoh",
        "siti@example.id",
        "--role",
        "Sekretaris",
        "--number",
        "12.3",
        "--from",
        "2024-05-01",
    ]);
    office.json(&["organisation", "join", "PWI Contoh", "--member", "Harian Contoh"]);
    let shown = office.warta(&["organisation", "show", "PWI Contoh"]);
    assert!(shown.out.contains("Sekretaris") && shown.out.contains("Harian Contoh"), "{shown:?}");
    office.json(&["organisation", "leave", "PWI Contoh", "siti@example.id", "--on", "2026-01-01"]);
    let member = office.json(&["organisation", "show", "PWI Contoh"])["members"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["member"] == "Siti Rahma")
        .unwrap()
        .clone();
    assert_eq!(member["ended_on"], "2026-01-01");
    office
        .warta(&["organisation", "leave", "PWI Contoh", "siti@example.id"])
        .failed_with("no membership that still stands");
}
