//! Import and export, complete: every way in, the same out again, and back in without loss.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value as Json, json};

use crate::office::Office;

fn imported(office: &Office, name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> Json {
    let file = office.file(name);
    std::fs::write(&file, bytes).unwrap();
    let file = file.to_string_lossy().into_owned();
    let args: Vec<&str> =
        ["import", file.as_str()].into_iter().chain(more.iter().copied()).collect();
    office.json(&args)
}

fn shown(office: &Office, who: &str) -> Json {
    office.json(&["contact", "show", who])
}

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Rahm=C3=A1;Siti;;;S.Sos.\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Siti Rahm=C3=A1, S.=\r\nSos.\r\nTEL;CELL:0812 0000 1111\r\nEMAIL;INTERNET:siti@example.id\r\nORG:Radio Contoh FM;Berita\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Drs. H. Asep Sunarya\\, M.Si.\r\nN:Sunarya;Asep;;Drs. H.;M.Si.\r\nitem1.EMAIL;type=INTERNET;type=pref:asep@example.id\r\nTEL;TYPE=CELL:+62 812-0000-2222\r\nORG:Harian Contoh\r\nTITLE:Redaktur\r\nCATEGORIES:Pokja,Ekonomi\\, bisnis\r\nNOTE:Baris satu\\nbaris dua yang panjang sekali supaya dilipat oleh program pe\r\n nulisnya\r\nBDAY:1975-08-17\r\nADR;TYPE=WORK:;;Jl. Contoh 1;Serang;Banten;42111;Indonesia\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRg==\r\nEND:VCARD\r\n\
BEGIN:VCARD\nVERSION:4.0\nFN:Wayan Contoh\nTEL;VALUE=uri;TYPE=\"voice,cell\":tel:+628120000333\nIMPP:whatsapp:+628120000333\nX-WARTA-BEATS:Budaya\\; seni\nNOTE:tanpa surel\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:4.0\nFN:Salah Surel\nEMAIL:bukan-alamat\nEND:VCARD\n";

#[test]
fn cards_of_every_version_are_read() {
    let office = Office::new();
    let result = imported(&office, "kontak.vcf", CARDS, &[]);
    assert_eq!(result["added"], 3, "{result}");
    assert_eq!(
        (
            &result["rejected"][0]["row"],
            &result["rejected"][0]["column"],
            &result["rejected"][0]["value"]
        ),
        (&json!(4), &json!("EMAIL"), &json!("bukan-alamat"))
    );
    let siti = shown(&office, "siti@example.id");
    assert_eq!(
        (&siti["contact"]["name"], &siti["contact"]["name_suffix"]),
        (&json!("Siti Rahmá"), &json!("S.Sos."))
    );
    assert_eq!(siti["affiliations"][0]["department"], "Berita");
    let asep = shown(&office, "asep@example.id");
    assert_eq!(asep["contact"]["name"], "Asep Sunarya");
    assert_eq!(asep["contact"]["name_prefix"], "Drs. H.");
    assert_eq!(asep["tags"], json!(["Pokja", "Ekonomi, bisnis"]));
    assert_eq!(
        asep["contact"]["notes"],
        "Baris satu\nbaris dua yang panjang sekali supaya dilipat oleh program penulisnya"
    );
    assert_eq!(asep["contact"]["birthday"], "1975-08-17");
    assert_eq!(
        (&asep["contact"]["city"], &asep["contact"]["postal_code"]),
        (&json!("Serang"), &json!("42111"))
    );
    let wayan = shown(&office, "+628120000333");
    assert_eq!(wayan["row"]["phones"][0]["whatsapp"], true, "{wayan}");
    assert_eq!(wayan["row"]["phones"].as_array().map(Vec::len), Some(1));
    assert_eq!(wayan["beats"], json!(["Budaya", "seni"]));
    // UTF-16, as old phones write it.
    let wide: Vec<u8> = "\u{feff}BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Made Lebar\r\nTEL:0812 0000 9999\r\nEND:VCARD\r\n"
        .encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(imported(&office, "lebar.vcf", wide, &[])["added"], 1);
}

/// Layout, header line, one row, and what must come of it.
const LAYOUTS: &[(&str, &str, &str)] = &[
    (
        "google",
        "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - City,Website 1 - Value",
        "Siti,,Rahma,,,S.Sos.,Siti,,Harian Contoh,Redaktur,,1988-05-17,\"catatan\nkedua\",,Pokja ::: * myContacts,* Work,siti@example.id,Home,siti.rahma@example.com ::: siti3@example.com,Mobile,0812 0000 1111 ::: 0812 0000 1112,Serang,",
    ),
    (
        "outlook",
        "First Name,Middle Name,Last Name,Title,Suffix,E-mail Address,E-mail 2 Address,Home Phone,Business Phone,Mobile Phone,Business Fax,Job Title,Department,Company,Business Street,Business City,Web Page,Birthday,Notes,Categories",
        "Siti,,Rahma,,S.Sos.,siti@example.id,siti.rahma@example.com,,,0812 0000 1111,0254 000000,Redaktur,,Harian Contoh,Jl. Contoh 1,Serang,,17/05/1988,catatan,Pokja",
    ),
    (
        "thunderbird",
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Mobile Number,Work City,Job Title,Department,Organization,Birth Year,Birth Month,Birth Day,Notes",
        "Siti,Rahma,\"Siti Rahma, S.Sos.\",,siti@example.id,siti.rahma@example.com,,,,,0812 0000 1111,Serang,Redaktur,,Harian Contoh,,,,catatan",
    ),
    (
        "mailchimp",
        "Email Address,First Name,Last Name,Phone Number,Company,MEMBER_RATING,OPTIN_TIME,LEID,EUID,NOTES,TAGS",
        "siti@example.id,Siti,Rahma,0812 0000 1111,Harian Contoh,2,2024-01-01,1,2,catatan,Pokja",
    ),
    (
        "prowly",
        "email,outlet,first name,last name,city,personal greetings,role,tag list,phone,Twitter,Instagram",
        "siti@example.id,Harian Contoh,Siti,Rahma,Serang,Mbak Siti,Redaktur,\"Pokja, Humas\",0812 0000 1111,@siticontoh,",
    ),
    (
        "indonesian",
        "No,Nama Media,Perusahaan/PT,Jenis Media,Skala,Website,Alamat,Nama Wartawan,Jabatan,No. HP/WA,E-mail,No. KTA,Tingkat UKW,No. UKW,Masa Berlaku,Status Dewan Pers,Organisasi Profesi,Keterangan",
        "1,Harian Contoh,PT Contoh Pers,Online,Lokal,https://contoh.example.id,Jl. Contoh 1,\"Siti Rahma, S.Sos.\",Redaktur,0812 0000 1111,siti@example.id,KTA-77,Madya,1234-UKW,31 Desember 2027,Terverifikasi Administratif dan Faktual,PWI,catatan",
    ),
];

#[test]
fn layouts_of_other_programs_are_recognised_by_their_headers() {
    for (layout, headers, row) in LAYOUTS {
        let office = Office::new();
        let file = office.write("daftar.csv", format!("{headers}\n{row}\n"));
        let seen = office.json(&["call", "import_inspect", &json!({"file": file}).to_string()]);
        assert_eq!(seen["layout"], *layout, "{seen}");
        let result = office.json(&["import", &file]);
        assert_eq!(
            (&result["added"], &result["left_out_count"]),
            (&json!(1), &json!(0)),
            "{layout}: {result}"
        );
        let siti = shown(&office, "siti@example.id");
        assert_eq!(siti["contact"]["name"], "Siti Rahma", "{layout}: {siti}");
        assert_eq!(siti["row"]["outlet"], "Harian Contoh", "{layout}: {siti}");
        assert!(siti["row"]["phones"][0]["e164"] == "+6281200001111", "{layout}: {siti}");
        match *layout {
            "google" => {
                assert_eq!(siti["tags"], json!(["Pokja"]));
                assert_eq!(siti["row"]["emails"].as_array().map(Vec::len), Some(3));
                assert_eq!(siti["row"]["phones"].as_array().map(Vec::len), Some(2));
                assert_eq!(siti["contact"]["birthday"], "1988-05-17");
                assert_eq!(siti["contact"]["notes"], "catatan\nkedua");
            }
            "outlook" => assert_eq!(siti["contact"]["birthday"], "1988-05-17"),
            "prowly" => {
                assert_eq!(siti["tags"], json!(["Pokja", "Humas"]));
                assert_eq!(siti["social_accounts"][0]["platform"], "x", "{siti}");
            }
            "indonesian" => {
                assert_eq!(siti["contact"]["ukw_level"], "madya", "{siti}");
                assert_eq!(siti["contact"]["ukw_expires_on"], "2027-12-31");
                assert_eq!(siti["contact"]["press_card_number"], "KTA-77");
                assert_eq!(siti["memberships"][0]["association"], "PWI");
                let outlet = siti["row"]["outlet_id"].to_string();
                let outlet = office.json(&["call", "organisation_show", &outlet]);
                assert_eq!(outlet["organisation"]["press_council_level"], "factual", "{outlet}");
                assert_eq!(outlet["organisation"]["company"], "PT Contoh Pers");
            }
            _ => {}
        }
    }
}

#[test]
fn a_bad_value_stays_out_and_the_rest_of_its_row_goes_in() {
    let office = Office::new();
    let csv =
        "Nama,Surel,No HP,Tanggal Lahir,Tingkat UKW\nSiti Rahma,siti@example.id,12,kemarin,juara\n";
    let result = imported(&office, "salah.csv", csv, &[]);
    assert_eq!((&result["added"], &result["rejected"]), (&json!(1), &json!([])), "{result}");
    let left: Vec<(&Json, &Json, &Json, &Json)> = result["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["row"], &one["column"], &one["value"], &one["reason"]))
        .collect();
    let two = json!(2);
    assert_eq!(
        left,
        [
            (&two, &json!("No HP"), &json!("12"), &json!("phone_not_valid")),
            (&two, &json!("Tanggal Lahir"), &json!("kemarin"), &json!("not_a_day")),
            (&two, &json!("Tingkat UKW"), &json!("juara"), &json!("not_a_choice")),
        ]
    );
    assert_eq!(result["left_out_count"], 3);
}

#[test]
fn yes_columns_become_tags_and_the_choice_is_remembered_for_these_columns() {
    let office = Office::new();
    let csv = "Nama,Surel,Rilis,Undangan\nSiti Rahma,siti@example.id,ya,x\nBudi Santoso,budi@example.id,tidak,\n";
    let more = ["--map", "Undangan=beat_if_yes"];
    let result = imported(&office, "matriks.csv", csv, &more);
    assert_eq!(result["added"], 2, "{result}");
    assert_eq!(shown(&office, "siti@example.id")["tags"], json!(["Rilis"]));
    assert_eq!(shown(&office, "siti@example.id")["beats"], json!(["Undangan"]));
    assert_eq!(shown(&office, "budi@example.id")["tags"], json!([]));
    // The same columns in another order: what was chosen is chosen again.
    let again = "Undangan,Surel,Nama,Rilis\nx,made@example.id,Made Contoh,ya\n";
    let file = office.write("lagi.csv", again);
    let seen = office.json(&["call", "import_inspect", &json!({"file": file}).to_string()]);
    assert_eq!(seen["remembered"], true);
    assert_eq!(seen["mapping"], json!(["beat_if_yes", "email", "name", "tag_if_yes"]));
    office.json(&["import", &file]);
    assert_eq!(shown(&office, "made@example.id")["beats"], json!(["Undangan"]));
}

#[test]
fn rules_say_what_happens_to_people_who_are_there() {
    let office = Office::new();
    imported(
        &office,
        "a.csv",
        "Nama,Surel,Kota,Desk,Media,Catatan\nSiti Rahma,siti@example.id,Serang,Kesehatan,Harian Contoh,lama\n",
        &[],
    );
    let csv = "Nama,Surel,Kota,Desk,Media,Catatan\nSiti Rahma,siti@example.id,Cilegon,Ekonomi,Radio Contoh FM,baru\n";
    let rules = [
        "--rule",
        "city=replace",
        "--rule",
        "beats=replace",
        "--rule",
        "outlet=replace",
        "--rule",
        "notes=add",
    ];
    let result = imported(&office, "b.csv", csv, &rules);
    assert_eq!(result["updated"], 1, "{result}");
    let siti = shown(&office, "siti@example.id");
    assert_eq!(siti["contact"]["city"], "Cilegon");
    assert_eq!(siti["beats"], json!(["Ekonomi"]));
    assert_eq!(siti["contact"]["notes"], "lama\nbaru");
    assert_eq!(siti["row"]["outlet"], "Radio Contoh FM");
    let ended = siti["affiliations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|stay| stay["organisation"] == "Harian Contoh")
        .unwrap();
    assert_ne!(ended["ended_on"], "", "the old stay ends, its history stays");
    // The rules are remembered with the columns; an undo brings all of it back.
    let seen = office.json(&[
        "call",
        "import_inspect",
        &json!({"file": office.file("b.csv")}).to_string(),
    ]);
    assert_eq!(seen["rules"].as_array().map(Vec::len), Some(4));
    let id = office.json(&["import", "list"])["imports"][0]["id"].to_string();
    let undone = office.json(&["import", "undo", &id]);
    assert_eq!(undone["left"]["count"], 0, "{undone}");
    let siti = shown(&office, "siti@example.id");
    assert_eq!(
        (&siti["contact"]["city"], &siti["beats"], &siti["row"]["outlet"]),
        (&json!("Serang"), &json!(["Kesehatan"]), &json!("Harian Contoh"))
    );
    assert_eq!(office.json(&["import", "list"])["imports"][0]["state"], "undone");
}

fn workbook(office: &Office, sheets: &[(&str, &[&[&str]])]) -> String {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let page = book.add_worksheet();
        page.set_name(*name).unwrap();
        for (line, row) in (0_u32..).zip(*rows) {
            for (column, cell) in (0_u16..).zip(*row) {
                page.write_string(line, column, *cell).unwrap();
            }
        }
    }
    let file = office.file("buku.xlsx");
    book.save(&file).unwrap();
    file.to_string_lossy().into_owned()
}

#[test]
fn several_sheets_come_in_one_go_and_faults_name_their_sheet() {
    let office = Office::new();
    let file = workbook(
        &office,
        &[
            ("Sampul", &[&["Daftar media Kota Contoh"], &["tahun 2026"]]),
            (
                "Cetak",
                &[&["Nama", "Surel", "Media"], &["Siti Rahma", "siti@example.id", "Harian Contoh"]],
            ),
            (
                "Radio",
                &[
                    &["Nama Wartawan", "No HP", "Radio"],
                    &["Budi Santoso", "0812 0000 2222", "Radio Contoh FM"],
                    &["Tanpa Nomor", "12", ""],
                ],
            ),
        ],
    );
    let result = office.json(&["import", &file, "--all-sheets"]);
    assert_eq!(result["added"], 2, "{result}");
    let bad = &result["rejected"][0];
    assert_eq!(
        (&bad["sheet"], &bad["row"], &bad["column"], &bad["value"], &bad["reason"]),
        (&json!("Radio"), &json!(3), &json!("No HP"), &json!("12"), &json!("phone_not_valid"))
    );
    office.json(&["undo"]);
    assert_eq!(office.json(&["contact", "list"])["total"], 0, "one undo for all sheets");
    let result = office.json(&["import", &file, "--sheet", "Radio", "--sheet", "Cetak"]);
    assert_eq!(result["added"], 2);
}

#[test]
fn rows_of_outlets_alone_make_outlets_with_their_columns() {
    let office = Office::new();
    let csv = "Nama Media,Jenis Media,Perusahaan/PT,Kota Media,Tiras\nHarian Contoh,Cetak,PT Contoh,Serang,12.500\nRadio Contoh FM,Radio,,Cilegon,\n";
    let result = imported(&office, "media.csv", csv, &[]);
    assert_eq!(
        (&result["added"], &result["new_outlets"], &result["outlets_only"]),
        (&json!(0), &json!(2), &json!(2)),
        "{result}"
    );
    let outlets = office.json(&["call", "organisation_list", "{}"]);
    let id = outlets["rows"][0]["id"].to_string();
    let outlet = office.json(&["call", "organisation_show", &id])["organisation"].clone();
    assert_eq!(
        (&outlet["name"], &outlet["city"], &outlet["reach_value"], &outlet["media_type"]),
        (&json!("Harian Contoh"), &json!("Serang"), &json!(12500), &json!("newspaper")),
        "{outlet}"
    );
}

#[test]
fn a_signature_and_rows_are_taken_from_what_was_pasted() {
    let office = Office::new();
    let signature = "Salam hangat,\n\nSiti Rahma, S.Sos.\nRedaktur Pelaksana | Harian Contoh\nHP/WA: 0812-0000-1111\nsiti@example.id | www.contoh.example.id\nJl. Contoh No. 1, Serang 42111\n";
    let read = office.json(&["call", "signature_read", &json!(signature).to_string()]);
    assert_eq!(
        (&read["name"], &read["name_suffix"], &read["position"], &read["outlet"]),
        (
            &json!("Siti Rahma"),
            &json!("S.Sos."),
            &json!("Redaktur Pelaksana"),
            &json!("Harian Contoh")
        ),
        "{read}"
    );
    assert_eq!(
        (&read["emails"], &read["city"]),
        (&json!(["siti@example.id"]), &json!("Serang")),
        "{read}"
    );
    assert_eq!(read["phones"][0]["whatsapp"], true, "{read}");
    let paste =
        |text: &str| office.json(&["call", "import_paste", &json!({"text": text}).to_string()]);
    assert_eq!(paste(signature)["kind"], "person");
    assert_eq!(paste(CARDS)["kind"], "cards");
    let rows = paste("Nama\tSurel\nBudi Santoso\tbudi@example.id\n");
    assert_eq!(rows["kind"], "rows");
    let plan = json!({"upload": rows["upload"], "file_name": "tempelan"});
    assert_eq!(office.json(&["call", "import_run", &plan.to_string()])["added"], 1);
    let taken = office.warta_with_input(&["--json", "import", "-"], signature);
    assert_eq!(taken.json()["added"], 1, "{taken:?}");
    assert_eq!(shown(&office, "siti@example.id")["row"]["outlet"], "Harian Contoh");
    office
        .warta(&["call", "import_paste", &json!({"text": " \n"}).to_string()])
        .failed_with("Nothing was pasted");
}

/// A contact as a whole, in what an export can carry.
fn portrait(office: &Office, id: i64) -> Json {
    let detail = office.json(&["contact", "show", &id.to_string()]);
    let mut contact = detail["contact"].clone();
    for gone in ["id", "version", "name_key", "birthday_key", "photo_sha256"] {
        contact.as_object_mut().unwrap().remove(gone);
    }
    let sorted = |list: &Json| {
        let mut texts: Vec<String> =
            list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect();
        texts.sort();
        texts
    };
    let reaches: Vec<Json> = ["email", "phone", "whatsapp"]
        .iter()
        .flat_map(|kind| {
            detail["reaches"].as_array().unwrap().iter().filter(move |reach| reach["kind"] == *kind)
        })
        .map(|reach| json!([reach["kind"], reach["value_key"]]))
        .collect();
    let mut stays: Vec<Json> = detail["affiliations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|stay| {
            json!([
                stay["organisation"],
                stay["position"],
                stay["department"],
                stay["started_on"],
                stay["ended_on"]
            ])
        })
        .collect();
    stays.sort_by_key(ToString::to_string);
    let mut custom: Vec<&Json> =
        detail["custom"].as_array().unwrap().iter().map(|value| &value["value"]).collect();
    custom.sort_by_key(ToString::to_string);
    let lists: Vec<&Json> =
        detail["lists"].as_array().unwrap().iter().map(|list| &list["name"]).collect();
    json!({
        "contact": contact, "reaches": reaches, "stays": stays, "custom": custom, "lists": lists,
        "beats": sorted(&detail["beats"]), "tags": sorted(&detail["tags"]), "regions": sorted(&detail["regions"]),
        "languages": sorted(&detail["languages"]), "topics": sorted(&detail["topics"]),
        "memberships": detail["memberships"].as_array().unwrap().iter().map(|one| one["association"].clone()).collect::<Vec<_>>(),
        "do_not_contact": detail["row"]["do_not_contact"],
    })
}

/// Everybody by name.
fn portraits(office: &Office) -> Vec<Json> {
    let page = office.json(&["contact", "list", "--limit", "1000"]);
    let mut all: Vec<Json> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| portrait(office, row["id"].as_i64().unwrap()))
        .collect();
    all.sort_by_key(|one| one["contact"]["name"].as_str().unwrap().to_owned());
    all
}

fn word() -> impl Strategy<Value = String> {
    "[A-Z][a-z]{3,9}"
}

fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        word(),
        ("[A-Z][a-z]{2,6}", "[,;|]", "[a-z]{2,6}")
            .prop_map(|(a, mark, b)| format!("{a}{mark} {b}")),
        "[A-Z][a-z]{2,5} \"[a-z]{2,5}\""
    ]
}

fn free_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[=+@-][A-Za-z(),;:\\\\]{2,12}",
        "[A-Za-z,;:\"'\\\\ ]{3,40}".prop_map(|text| format!("x{}x", text.trim())),
        ("[a-z]{3,9}", "[a-zéüñ]{3,9}").prop_map(|(a, b)| format!("{a}\n{b}; {a}")),
    ]
}

fn person(n: usize) -> impl Strategy<Value = Json> {
    (
        (word(), word(), prop::collection::vec(label(), 0..3), prop::collection::vec(label(), 0..3)),
        (free_text(), free_text(), any::<bool>(), any::<bool>(), 0_u8..4),
        (prop::sample::select(vec!["", "muda", "madya", "utama"]), prop::sample::select(vec!["", "1988-05-17", "--02-29", "2001-12-31"]), prop::sample::select(vec!["journalist", "activist", "source", "liaison", "community_manager"])),
    )
        .prop_map(move |((first, last, beats, tags), (notes, pitch, whatsapp, ended, stays), (ukw, birthday, kind))| {
            let outlets = ["Harian Contoh", "Radio Contoh FM", "Tabloid; Contoh", "Kabar \"Contoh\""];
            let affiliations: Vec<Json> = (0..usize::from(stays))
                .map(|at| json!({"organisation": outlets[at % 4], "position": if at == 1 { "" } else { "Redaktur, desk" },
                    "started_on": if ended { "2020-01-01" } else { "" }, "ended_on": if ended && at > 0 { "2023-06-30" } else { "" }, "department": if at == 2 { "Berita" } else { "" }}))
                .collect();
            let mut reaches = vec![json!({"kind": "email", "value": format!("orang{n}@example.id")})];
            if whatsapp {
                reaches.push(json!({"kind": "phone", "value": format!("0812 0000 {n:04}")}));
                reaches.push(json!({"kind": "whatsapp", "value": format!("0813 0000 {n:04}")}));
            }
            json!({
                "patch": {"set": {"name": format!("{first} {last} Contoh"), "name_prefix": if ended { "Drs. H." } else { "" }, "name_suffix": if whatsapp { "S.Sos., M.Si." } else { "" },
                    "kind": kind, "notes": notes.trim(), "pitch_notes": pitch.trim(), "city": "Serang", "ukw_level": ukw, "birthday": birthday, "nickname": first,
                    "language": if ended { "en" } else { "id" }, "website": "https://contoh.example.id/a;b", "verified_on": "2026-01-31", "lawful_basis": "public_interest", "salutation_formal": "Yth. Contoh"}},
                "reaches": reaches, "beats": beats, "tags": tags, "topics": if ended { json!(["Air, tanah"]) } else { json!([]) }, "regions": ["Serang"],
                "affiliations": affiliations, "memberships": if whatsapp { json!([{"association": "PWI Contoh", "role": "", "member_number": "", "started_on": "", "ended_on": ""}]) } else { json!([]) },
                "custom": [{"custom_field_id": 1, "value": if ended { "12,5" } else { "" }}, {"custom_field_id": 2, "value": if whatsapp { "yes" } else { "no" }}],
            })
        })
}

fn office_with_fields() -> Office {
    let office = Office::new();
    for (name, kind) in [("Skor", "number"), ("Pernah tur", "yes_no")] {
        office.json(&[
            "call",
            "custom_field_save",
            &json!({"set": {"owner": "contact", "name": name, "kind": kind}}).to_string(),
        ]);
    }
    office
}

#[test]
fn what_is_exported_comes_back_without_loss() {
    let mut runner = TestRunner::new(Config { cases: 3, max_shrink_iters: 0, ..Config::default() });
    let people: Vec<_> = (0..5).map(person).collect();
    runner
        .run(&people, |people| {
            let office = office_with_fields();
            for (n, person) in people.iter().enumerate() {
                let id =
                    office.json(&["call", "contact_save", &person.to_string()])["contact"]["id"]
                        .clone();
                if n % 2 == 0 {
                    office.warta(&["list", "new", "Pokja, satu"]);
                    office.json(&["list", "add", "Pokja, satu", &id.to_string()]);
                    office.json(&[
                        "call",
                        "contact_state_set",
                        &json!({"contact_id": id, "kind": "do_not_contact", "on": true})
                            .to_string(),
                    ]);
                }
            }
            let before = portraits(&office);
            for (format, version) in [("csv", ""), ("xlsx", ""), ("vcf", "4.0"), ("vcf", "3.0")] {
                let file = office
                    .file(&format!("ekspor{version}.{format}"))
                    .to_string_lossy()
                    .into_owned();
                let mut args = vec!["export", "contacts", file.as_str()];
                if !version.is_empty() {
                    args.extend(["--card-version", version]);
                }
                prop_assert_eq!(&office.json(&args)["rows"], &json!(people.len()));
                let other = office_with_fields();
                let result = other.json(&["import", &file]);
                prop_assert_eq!(&result["added"], &json!(people.len()), "{}", result);
                prop_assert_eq!(&result["left_out_count"], &json!(0), "{}", result);
                let after = portraits(&other);
                for (a, b) in before.iter().zip(&after) {
                    for (key, value) in a.as_object().unwrap() {
                        prop_assert_eq!(value, &b[key], "{} {}: {}", format, version, key);
                    }
                }
                let again = other.json(&["import", &file]);
                prop_assert_eq!(
                    &again["skipped"],
                    &json!(people.len()),
                    "a second time is nothing new: {}",
                    again
                );
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn outlets_come_back_without_loss_and_columns_can_be_chosen() {
    let office = Office::new();
    let outlet = json!({"patch": {"set": {"name": "Harian Contoh", "media_type": "online", "scale": "local", "company": "PT Contoh", "city": "Serang", "region": "Banten", "tier": "1",
        "press_council_level": "factual", "press_council_on": "2024-03-02", "frequency": "daily", "reach_value": 12500, "reach_unit": "copies", "rss": "https://contoh.example.id/rss", "notes": "=1+1\nbaris"}},
        "reaches": [{"kind": "email", "value": "redaksi@example.id"}]});
    office.json(&["call", "organisation_save", &outlet.to_string()]);
    let about = |office: &Office| {
        let rows = office.json(&["call", "organisation_list", "{}"])["rows"].clone();
        let detail = office.json(&["call", "organisation_show", &rows[0]["id"].to_string()]);
        let mut record = detail["organisation"].clone();
        record.as_object_mut().unwrap().retain(|key, _| !matches!(key.as_str(), "id" | "version"));
        (record, detail["reaches"][0]["value"].clone())
    };
    for format in ["csv", "xlsx"] {
        let file = office.file(&format!("media.{format}")).to_string_lossy().into_owned();
        assert_eq!(office.json(&["export", "organisations", &file])["rows"], 1);
        let other = Office::new();
        let result = other.json(&["import", &file]);
        assert_eq!(result["new_outlets"], 1, "{result}");
        assert_eq!(about(&other), about(&office), "{format}");
    }
    let contacts = Office::with_contacts();
    let file = contacts.file("pilihan.csv");
    contacts.json(&["export", "contacts", &file.to_string_lossy(), "--columns", "email,name"]);
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().next().unwrap().trim_start_matches('\u{feff}'), "Email,Name");
    contacts
        .warta(&["export", "contacts", &file.to_string_lossy(), "--columns", "nama"])
        .failed_with("nama");
}
