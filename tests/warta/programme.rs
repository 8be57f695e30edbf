//! Community programmes: members, posts, readings of reach over time, many lines at once, export.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Code;

use crate::media_list::Desk;
use crate::office::Office;

/// A programme with two volunteers and a community, whose accounts are known.
struct Volunteers {
    desk: Desk,
    programme: i64,
    siti: i64,
    budi: i64,
    kim: i64,
}

fn volunteers() -> Volunteers {
    let desk = Desk::new();
    let siti = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let budi = desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    for (id, handle) in [(siti, "instagram.com/siti.contoh"), (budi, "tiktok.com/@budicontoh")] {
        desk.call(
            "contact_save",
            json!({"patch": {"id": id, "set": {}}, "social_accounts": [{"handle": handle}]}),
        );
    }
    let kim = desk.call(
        "organisation_save",
        json!({"patch": {"set": {"name": "KIM Mekar", "kind": "community"}},
               "social_accounts": [{"handle": "https://facebook.com/kimmekar"}]}),
    )["organisation"]["id"]
        .as_i64()
        .unwrap();
    let made = desk.call(
        "programme_save",
        json!({"patch": {"set": {"name": "Relawan Digital", "kind": "digital_volunteers",
                                 "hashtags": "#KotaContoh", "started_on": "2026-01-05"}},
               "organisation": "Forum Relawan"}),
    );
    let programme = made["programme"]["id"].as_i64().unwrap();
    assert_eq!(made["organisation"], "Forum Relawan");
    let joined = desk.call(
        "programme_join",
        json!({"programme_id": programme, "contact_ids": [siti, budi], "organisation_ids": [kim],
               "role": "Relawan", "started_on": "2026-01-05"}),
    );
    assert_eq!(joined, 3);
    Volunteers { desk, programme, siti, budi, kim }
}

fn refused(desk: &Desk, command: &str, args: Json) -> warta::error::Error {
    commands::call_and_wait(&desk.door(), command, args).unwrap_err()
}

#[test]
fn a_post_knows_by_its_address_who_posted_it_and_where() {
    let Volunteers { desk, programme, siti, budi, kim } = volunteers();
    let log = |url: &str| desk.call("post_log", json!({"programme_id": programme, "url": url}));
    let reel = log("https://www.instagram.com/siti.contoh/reel/C1/?igsh=abc");
    assert_eq!(
        (reel["row"]["contact_id"].as_i64(), &reel["row"]["platform"]),
        (Some(siti), &json!("instagram"))
    );
    assert_eq!(reel["row"]["handle"], "siti.contoh");
    assert_eq!(log("tiktok.com/@budicontoh/video/7")["row"]["contact_id"].as_i64(), Some(budi));
    let page = log("https://facebook.com/kimmekar/posts/9");
    assert_eq!(page["row"]["organisation_id"].as_i64(), Some(kim));
    let unknown = log("https://www.youtube.com/watch?v=zz");
    assert_eq!(unknown["row"]["name"], "");
    assert_eq!(desk.call("programme_show", json!(programme))["unknown_posts"], 1);

    let again = refused(
        &desk,
        "post_log",
        json!({"programme_id": programme, "url": "http://instagram.com/siti.contoh/reel/C1"}),
    );
    assert_eq!((again.code, again.text), (Code::Invalid, "programme-post-twice"));
    let wrong =
        refused(&desk, "post_log", json!({"programme_id": programme, "url": "bukan alamat"}));
    assert_eq!(wrong.field.as_deref(), Some("url"));
    let nothing = refused(&desk, "post_log", json!({"programme_id": programme}));
    assert_eq!(nothing.text, "programme-post-nothing");
    // A status or a broadcast has no address.
    let spoken = desk.call(
        "post_log",
        json!({"programme_id": programme, "contact_id": budi, "platform": "whatsapp_channel", "views": 40}),
    );
    assert_eq!(spoken["row"]["views"], 40);
}

#[test]
fn the_last_number_read_of_each_kind_counts_and_adds_up() {
    let Volunteers { desk, programme, siti, budi, .. } = volunteers();
    let log = |url: &str, day: &str, theme: &str, views: i64| {
        desk.call(
            "post_log",
            json!({"programme_id": programme, "url": url, "posted_on": day, "theme": theme, "views": views}),
        )["row"]["id"]
            .as_i64()
            .unwrap()
    };
    let first = log("instagram.com/siti.contoh/p/1", "2026-02-01", "Vaksin", 100);
    log("instagram.com/siti.contoh/p/2", "2026-02-10", "Vaksin", 50);
    log("tiktok.com/@budicontoh/video/1", "2026-02-03", "Pasar", 1_000);
    for (day, args) in [
        ("2026-02-02", json!({"views": 60, "likes": 7})),
        ("2030-01-01", json!({"views": 900, "shares": 3})),
        // One more of the same day adds to it.
        ("2030-01-01", json!({"comments": 4})),
    ] {
        let mut args = args;
        args["post_id"] = json!(first);
        args["read_on"] = json!(day);
        desk.call("post_reading_save", args);
    }
    let post = desk.call("post_show", json!(first));
    assert_eq!(post["readings"].as_array().unwrap().len(), 3);
    let row = &post["row"];
    assert_eq!(
        [&row["views"], &row["likes"], &row["comments"], &row["shares"], &row["read_on"]],
        [&json!(900), &json!(7), &json!(4), &json!(3), &json!("2030-01-01")]
    );
    let shown = desk.call("programme_show", json!(programme));
    assert_eq!(shown["totals"]["views"], 1_950);
    assert_eq!(shown["totals"]["posts"], 3);
    assert_eq!(shown["totals"]["last_posted_on"], "2026-02-10");
    let of = |contact: i64| {
        let members = shown["members"].as_array().unwrap();
        let member = members.iter().find(|member| member["contact_id"] == contact).unwrap();
        (member["totals"]["posts"].as_i64().unwrap(), member["totals"]["views"].as_i64().unwrap())
    };
    assert_eq!((of(siti), of(budi)), ((2, 950), (1, 1_000)));
    let themes: Vec<(&str, i64)> = shown["themes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|share| (share["name"].as_str().unwrap(), share["totals"]["views"].as_i64().unwrap()))
        .collect();
    assert_eq!(themes, [("Pasar", 1_000), ("Vaksin", 950)]);
    let early = refused(
        &desk,
        "post_reading_save",
        json!({"post_id": first, "read_on": "2026-01-31", "views": 1}),
    );
    assert_eq!(early.text, "programme-read-before-posted");
    let none = refused(&desk, "post_reading_save", json!({"post_id": first}));
    assert_eq!(none.text, "programme-reading-empty");
    let negative = refused(&desk, "post_reading_save", json!({"post_id": first, "views": -1}));
    assert_eq!(negative.field.as_deref(), Some("views"));
}

#[test]
fn many_lines_are_read_and_what_is_not_understood_is_named() {
    let Volunteers { desk, programme, siti, .. } = volunteers();
    desk.call(
        "post_log",
        json!({"programme_id": programme, "url": "instagram.com/siti.contoh/p/1", "posted_on": "2026-02-01"}),
    );
    let text = "Tautan; tayangan\n\
        https://instagram.com/siti.contoh/p/1, 1.200, 30\n\
        https://www.tiktok.com/@budicontoh/video/5\t12,5 rb\t40\t2\t1\t20 Februari 2026\n\
        \n\
        youtube.com/watch?v=ab KIM Mekar\n\
        https://youtu.be/q1; 55; KIM Mekar\n\
        https://www.tiktok.com/@budicontoh/video/5?_r=1, 9\n\
        terima kasih semua\n\
        https://x.com/contoh/status/1, 1, 2, 3, 4, 5\n\
        https://x.com/contoh/status/2; banyak sekali";
    let order = json!({"programme_id": programme, "text": text, "theme": "Vaksin", "posted_on": "2026-02-15"});
    let before = desk.rows();
    let would = desk.call("post_paste_read", order.clone());
    assert_eq!(desk.rows(), before, "a look changes nothing");
    let did = desk.call("post_paste", order.clone());
    assert_eq!(would, did, "what is shown is what happens");
    assert_eq!(
        (&did["posts"], &did["readings"], &did["rejected"]),
        (&json!(2), &json!(3), &json!(5))
    );
    let rejected: Vec<(i64, &str, &str)> = did["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["outcome"] == "rejected")
        .map(|line| {
            (
                line["line"].as_i64().unwrap(),
                line["reason"].as_str().unwrap(),
                line["value"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        rejected,
        [
            (5, "programme-paste-cell", "KIM"),
            (7, "programme-paste-twice", "3"),
            (8, "programme-paste-no-address", "terima kasih semua"),
            (9, "programme-paste-too-many", "5"),
            (10, "programme-paste-cell", "banyak sekali"),
        ]
    );
    let posts = desk.call("post_list", json!({"programme_id": programme}));
    let summary: Vec<(&str, &str, Option<i64>)> = posts["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["name"].as_str().unwrap(),
                row["posted_on"].as_str().unwrap(),
                row["views"].as_i64(),
            )
        })
        .collect();
    assert_eq!(
        summary,
        [
            ("Budi Santoso", "2026-02-20", Some(12_500)),
            ("KIM Mekar", "2026-02-15", Some(55)),
            ("Siti Rahma", "2026-02-01", Some(1_200)),
        ]
    );
    assert_eq!(desk.call("post_list", json!({"contact_id": siti}))["total"], 1);
    desk.call("undo_last", json!(null));
    assert_eq!(desk.rows(), before, "one undo takes all lines back");
    let empty = refused(&desk, "post_paste", json!({"programme_id": programme, "text": " \n"}));
    assert_eq!(empty.text, "programme-paste-empty");
}

#[test]
fn a_programme_is_found_by_its_words_its_people_and_by_filters() {
    let Volunteers { desk, programme, siti, kim, .. } = volunteers();
    desk.call("programme_save", json!({"patch": {"set": {"name": "KIM Bercerita", "kind": "information_groups", "state": "done"}}}));
    let names = |filter: Json| -> Vec<String> {
        desk.call("programme_list", filter)
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(json!({})), ["Relawan Digital", "KIM Bercerita"]);
    assert_eq!(names(json!({"search": "kotacontoh"})), ["Relawan Digital"]);
    assert_eq!(names(json!({"search": "forum rel"})), ["Relawan Digital"]);
    assert_eq!(names(json!({"state": "done"})), ["KIM Bercerita"]);
    assert_eq!(names(json!({"contact_id": siti})), ["Relawan Digital"]);
    assert_eq!(names(json!({"organisation_id": kim})), ["Relawan Digital"]);
    let count = |rule: &str| {
        let filter = desk.call("filter_read", json!(rule))["filter"].clone();
        desk.call("contact_count", json!({"filter": filter}))
    };
    assert_eq!(count("programmes = \"Relawan Digital\""), 2);
    let member = desk.call("programme_show", json!(programme))["members"][0].clone();
    desk.call(
        "programme_member_save",
        json!({"id": member["id"], "role": "Koordinator", "started_on": "2026-01-05", "ended_on": "2026-03-01"}),
    );
    assert_eq!(
        count("programmes = \"Relawan Digital\""),
        if member["contact_id"].is_null() { 2 } else { 1 }
    );
    let twice =
        refused(&desk, "programme_save", json!({"patch": {"set": {"name": "relawan  digital"}}}));
    assert_eq!(twice.text, "programme-name-twice");
    let backwards = refused(
        &desk,
        "programme_save",
        json!({"patch": {"id": programme, "set": {"ended_on": "2025-12-31"}}}),
    );
    assert_eq!(backwards.field.as_deref(), Some("ended_on"));
}

#[test]
fn a_merge_takes_programmes_and_quotes_along() {
    let Volunteers { desk, programme, siti, budi, .. } = volunteers();
    let log = |url: &str| desk.call("post_log", json!({"programme_id": programme, "url": url}));
    log("instagram.com/siti.contoh/p/1");
    log("tiktok.com/@budicontoh/video/5");
    for contact in [siti, budi] {
        desk.call("quote_save", json!({"patch": {"set": {"contact_id": contact, "quoted_on": "2026-02-01", "topic": "Vaksin"}}}));
    }
    let before = desk.rows();
    let merged = desk
        .call("merge_run", json!({"kind": "contact", "survivor_id": siti, "absorbed_id": budi}));
    let shown = desk.call("programme_show", json!(programme));
    let of_siti: Vec<&Json> = shown["members"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|member| member["contact_id"] == siti)
        .collect();
    assert_eq!(of_siti.len(), 1, "nobody takes part twice");
    assert_eq!(of_siti[0]["totals"]["posts"], 2);
    assert_eq!(desk.call("quote_list", json!({"contact_id": siti})).as_array().unwrap().len(), 2);
    desk.call("merge_undo", json!({"merge_id": merged["merge_id"]}));
    let after = desk.rows();
    for table in ["programme_members", "programme_posts", "post_readings", "quotes"] {
        assert_eq!(after[table], before[table], "{table}");
    }
}

#[test]
fn an_erased_volunteer_leaves_only_numbers() {
    let Volunteers { desk, programme, siti, .. } = volunteers();
    desk.call(
        "post_log",
        json!({"programme_id": programme, "url": "instagram.com/siti.contoh/p/1", "views": 70}),
    );
    desk.call("quote_save", json!({"patch": {"set": {"contact_id": siti, "topic": "Vaksin"}}}));
    let held = desk.call("subject_show", json!(siti))["held"].to_string();
    for table in ["programme_members", "programme_posts", "quotes"] {
        assert!(held.contains(table), "{table} is not in the copy: {held}");
    }
    desk.call("subject_erase", json!({"contact_id": siti}));
    let shown = desk.call("programme_show", json!(programme));
    assert_eq!((&shown["totals"]["views"], &shown["unknown_posts"]), (&json!(70), &json!(1)));
    assert_eq!(shown["members"].as_array().unwrap().len(), 2);
    let post = &desk.call("post_list", json!({"programme_id": programme}))["rows"][0];
    assert_eq!(
        (&post["url"], &post["name"], &post["handle"]),
        (&json!(""), &json!(""), &json!(""))
    );
    assert_eq!(desk.call("quote_list", json!({})), json!([]));
}

#[test]
fn a_programme_on_the_command_line() {
    let office = Office::with_contacts();
    let made = office.json(&[
        "programme",
        "new",
        "Pembuat Konten",
        "--kind",
        "content_makers",
        "--message",
        "Ayo ke pasar",
        "--hashtags",
        "#PasarRakyat",
        "--from",
        "2026-02-01",
    ]);
    let id = made["programme"]["id"].to_string();
    office.json(&["organisation", "new", "KIM Mekar", "--kind", "community"]);
    let joined = office.json(&[
        "programme",
        "join",
        "pembuat konten",
        "siti@example.id",
        "budi@example.id",
        "--community",
        "KIM Mekar",
        "--role",
        "Pembuat konten",
    ]);
    assert_eq!(joined["joined"], 3);
    let post = office.json(&[
        "programme",
        "post",
        &id,
        "https://www.instagram.com/p/abc/",
        "--who",
        "siti@example.id",
        "--on",
        "05/02/2026",
        "--theme",
        "Pasar",
        "--views",
        "150",
        "--likes",
        "20",
    ]);
    assert_eq!(post["row"]["posted_on"], "2026-02-05");
    let read = office.json(&[
        "programme",
        "reach",
        "instagram.com/p/abc",
        "--views",
        "300",
        "--on",
        "2030-02-07",
    ]);
    assert_eq!(read["views"], 300);
    let lines = "https://www.tiktok.com/@a/video/1, 90\nbukan alamat\n";
    let pasted = office
        .warta_with_input(&["--json", "programme", "paste", &id, "--theme", "Pasar"], lines)
        .json();
    assert_eq!((&pasted["posts"], &pasted["rejected"]), (&json!(1), &json!(1)));
    let human = office.warta_with_input(&["programme", "paste", &id, "--dry-run"], lines);
    assert!(human.out.contains("Line 2: There is no web address"), "{human:?}");
    let shown = office.warta(&["programme", "show", &id]);
    assert!(shown.out.contains("In all") && shown.out.contains("390"), "{shown:?}");
    let listed = office.json(&["programme", "list", "--who", "siti@example.id"]);
    assert_eq!(listed["programmes"][0]["totals"]["views"], 390);
    office.json(&["programme", "leave", &id, "budi@example.id", "--on", "2030-02-28"]);
    assert_eq!(office.json(&["programme", "list"])["programmes"][0]["members"], 2);

    let csv = office.file("unggahan.csv");
    office.json(&["programme", "export", &id, csv.to_str().unwrap()]);
    let text = std::fs::read_to_string(&csv).unwrap();
    assert!(
        text.contains("Posted by") && text.contains("Siti Rahma") && text.contains(",300,"),
        "{text}"
    );
    let xlsx = office.file("unggahan.xlsx");
    assert_eq!(office.json(&["programme", "export", &id, xlsx.to_str().unwrap()])["rows"], 2);
    let sheet = warta::format::table::inspect(&xlsx, None).unwrap();
    assert_eq!(sheet.headers[0], "Programme");

    office.json(&["programme", "edit", &id, "--state", "done"]);
    assert_eq!(office.json(&["programme", "show", &id])["programme"]["state"], "done");
    office.json(&["programme", "delete", &id]);
    assert_eq!(office.json(&["programme", "list"])["programmes"], json!([]));
    office.json(&["programme", "restore", &id]);
    assert_eq!(office.json(&["programme", "posts", &id])["total"], 2);
    office.warta(&["programme", "show", "tidak ada"]).failed_with("There is no programme");
}
