//! Files of other programs, with every column that they write, in their order: recognised, and each
//! value at its place.

use serde_json::{Value as Json, json};

use crate::office::Office;

const GOOGLE: &str = "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value";
const OLD_GOOGLE: &str = "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,Organization 1 - Department,Organization 1 - Symbol,Organization 1 - Location,Organization 1 - Job Description,Website 1 - Type,Website 1 - Value";
const OUTLOOK_COM: &str = "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Business Phone 2,Mobile Phone,Car Phone,Other Phone,Primary Phone,Pager,Business Fax,Home Fax,Other Fax,Company Main Phone,Callback,Radio Phone,Telex,TTY/TDD Phone,IMAddress,Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,Assistant's Phone,Company Yomi,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other City,Other State,Other Postal Code,Other Country/Region,Personal Web Page,Spouse,Schools,Hobby,Location,Web Page,Birthday,Anniversary,Notes";
const OUTLOOK: &str = "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home Street 2,Home Street 3,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Other Street 2,Other Street 3,Other City,Other State,Other Postal Code,Other Country/Region,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Account,Anniversary,Assistant's Name,Billing Information,Birthday,Business Address PO Box,Categories,Children,Directory Server,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,E-mail 3 Address,E-mail 3 Type,E-mail 3 Display Name,Gender,Government ID Number,Hobby,Home Address PO Box,Initials,Internet Free Busy,Keywords,Language,Location,Manager's Name,Mileage,Notes,Office Location,Organizational ID Number,Other Address PO Box,Priority,Private,Profession,Referred By,Sensitivity,Spouse,User 1,User 2,User 3,User 4,Web Page";
const THUNDERBIRD: &str = "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Work Address,Work Address 2,Work City,Work State,Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes,";
const MAILCHIMP: &str = "Email Address,First Name,Last Name,Address,Phone Number,Company,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LAST_CHANGED,LEID,EUID,NOTES,TAGS";
const PROWLY: &str = "email,outlet,first name,last name,city,zip,personal greetings,address,role,country,tag list,phone,Twitter,Vimeo,Facebook,LinkedIn,Instagram,Pinterest,YouTube,link";
const CISION: &str = "First Name,Last Name,Email,Country,List(s)";
const PRESSPAGE: &str = "Email,First name,Last name,Telephone,Organization,Department,Job title,Street,City,State/Province,ZIP,Country,Tags";
const VALOSAN: &str = "Status,Email,First name,Last name,Title,Outlet,Website,Location,Twitter,Linked-In,Phone,Mobile phone,Interests,Rating,Tracking";
const AKAMAOTTO: &str = "firstName,lastName,email,title,outlet,beats,countries,regions,languages,twitterHandle,instagramHandle,linkedinUrl,bio,notes,authorLinks";
const INDONESIAN: &str = "No,Nama Media,Perusahaan/PT,Jenis Media,Skala,Website,Alamat,Pemred/Penanggung Jawab,Status Dewan Pers,Nama Wartawan,Jabatan,No. HP/WA,E-mail,NIK,No. KTA,Tingkat UKW,No. UKW/kartu,Masa Berlaku,Organisasi (PWI/AJI/IJTI/…),Surat Tugas,NPWP,Rekening,Keterangan";

/// A file with this header and one row that holds these values.
fn file(office: &Office, headers: &str, values: &[(&str, &str)]) -> String {
    let names: Vec<&str> = headers.split(',').collect();
    for (name, _) in values {
        assert!(names.contains(name), "no column {name}");
    }
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(&names).unwrap();
    let of = |name: &&str| {
        values.iter().find(|(known, _)| known == name).map_or("", |(_, value)| *value)
    };
    out.write_record(names.iter().map(of)).unwrap();
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(out.into_inner().unwrap());
    office.write("daftar.csv", bytes)
}

/// Imports it; the person, and what was left out.
#[track_caller]
fn taken(layout: &str, headers: &str, values: &[(&str, &str)]) -> (Office, Json) {
    let office = Office::new();
    let file = file(&office, headers, values);
    let seen = office.json(&["call", "import_inspect", &json!({"file": file}).to_string()]);
    assert_eq!(seen["layout"], layout, "{seen}");
    let result = office.json(&["import", &file]);
    assert_eq!((&result["added"], &result["left_out"]), (&json!(1), &json!([])), "{result}");
    let siti = office.json(&["contact", "show", "siti@example.id"]);
    assert_eq!(siti["contact"]["name"], "Siti Rahma", "{siti}");
    (office, siti)
}

fn emails(siti: &Json) -> Vec<&str> {
    let reaches = siti["reaches"].as_array().unwrap().iter();
    reaches.filter(|one| one["kind"] == "email").map(|one| one["value"].as_str().unwrap()).collect()
}

#[track_caller]
fn works(siti: &Json, outlet: &str, position: &str) {
    assert_eq!(
        (&siti["affiliations"][0]["organisation"], &siti["affiliations"][0]["position"]),
        (&json!(outlet), &json!(position)),
        "{siti}"
    );
    assert_eq!(siti["affiliations"].as_array().unwrap().len(), 1, "{siti}");
}

#[test]
fn google_contacts_now_and_before() {
    let (_office, siti) = taken(
        "google",
        GOOGLE,
        &[
            ("First Name", "Siti"),
            ("Last Name", "Rahma"),
            ("Name Prefix", "Dra."),
            ("Name Suffix", "M.Si."),
            ("Nickname", "Siti"),
            ("Organization Name", "Harian Contoh"),
            ("Organization Title", "Redaktur"),
            ("Organization Department", "Kota"),
            ("Birthday", "--05-17"),
            ("Notes", "satu\ndua"),
            ("Labels", "* myContacts ::: Pokja"),
            ("E-mail 1 - Label", "* Work"),
            ("E-mail 1 - Value", "siti@example.id ::: siti2@example.id"),
            ("E-mail 2 - Label", "Home"),
            ("E-mail 2 - Value", "siti@example.com"),
            ("Phone 1 - Label", "Mobile"),
            ("Phone 1 - Value", "0812 0000 1111"),
            ("Address 1 - City", "Serang"),
            ("Website 1 - Value", "https://contoh.example.id"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    assert_eq!(emails(&siti), ["siti@example.id", "siti2@example.id", "siti@example.com"]);
    assert_eq!(siti["tags"], json!(["Pokja"]));
    let contact = &siti["contact"];
    assert_eq!(
        (&contact["name_prefix"], &contact["name_suffix"], &contact["birthday"], &contact["notes"]),
        (&json!("Dra."), &json!("M.Si."), &json!("--05-17"), &json!("satu\ndua"))
    );
    let (_office, siti) = taken(
        "google",
        OLD_GOOGLE,
        &[
            ("Name", "Siti Rahma"),
            ("Given Name", "Siti"),
            ("Family Name", "Rahma"),
            ("Birthday", "1988-05-17"),
            ("Sensitivity", "Normal"),
            ("Address 1 - City", "Serang"),
            ("Group Membership", "Pokja ::: * myContacts"),
            ("E-mail 1 - Type", "* Work"),
            ("E-mail 1 - Value", "siti@example.id"),
            ("Phone 1 - Type", "Mobile"),
            ("Phone 1 - Value", "+62 812-0000-1111"),
            ("Organization 1 - Name", "Harian Contoh"),
            ("Organization 1 - Title", "Redaktur"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    assert_eq!(
        (&siti["tags"], &siti["contact"]["birthday"]),
        (&json!(["Pokja"]), &json!("1988-05-17"))
    );
    assert_eq!(siti["contact"]["city"], "Serang");
}

#[test]
fn outlook_in_the_browser_and_on_the_desk() {
    let (_office, siti) = taken(
        "outlook",
        OUTLOOK_COM,
        &[
            ("First Name", "Siti"),
            ("Last Name", "Rahma"),
            ("Title", "Dra."),
            ("Suffix", "M.Si."),
            ("E-mail Address", "siti@example.id"),
            ("E-mail 2 Address", "siti@example.com"),
            ("Business Phone", "0254 000000"),
            ("Mobile Phone", "0812 0000 1111"),
            ("Business Fax", "0254 111111"),
            ("Job Title", "Redaktur"),
            ("Company", "Harian Contoh"),
            ("Business City", "Serang"),
            ("Birthday", "1988-05-17"),
            ("Notes", "catatan"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    assert_eq!(emails(&siti), ["siti@example.id", "siti@example.com"]);
    assert_eq!(
        (&siti["contact"]["name_prefix"], &siti["contact"]["city"]),
        (&json!("Dra."), &json!("Serang"))
    );
    assert_eq!(siti["row"]["phones"].as_array().unwrap().len(), 2, "a fax is no phone: {siti}");
    let (_office, siti) = taken(
        "outlook",
        OUTLOOK,
        &[
            ("First Name", "Siti"),
            ("Last Name", "Rahma"),
            ("Company", "Harian Contoh"),
            ("Job Title", "Redaktur"),
            ("Anniversary", "0/0/00"),
            ("Birthday", "0/0/00"),
            ("Categories", "Pokja;Humas"),
            ("E-mail Address", "siti@example.id"),
            ("E-mail Type", "SMTP"),
            ("E-mail Display Name", "Siti Rahma (siti@example.id)"),
            ("Gender", "Unspecified"),
            ("Mobile Phone", "0812 0000 1111"),
            ("Priority", "Normal"),
            ("Private", "False"),
            ("Sensitivity", "Normal"),
            ("Initials", "S.R."),
            ("Notes", "catatan"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    assert_eq!(
        (&siti["tags"], &siti["contact"]["birthday"]),
        (&json!(["Pokja", "Humas"]), &json!(""))
    );
    assert_eq!((&siti["contact"]["notes"], &siti["memberships"]), (&json!("catatan"), &json!([])));
}

#[test]
fn thunderbird_with_its_birthday_in_three_columns() {
    let (_office, siti) = taken(
        "thunderbird",
        THUNDERBIRD,
        &[
            ("First Name", "Siti"),
            ("Last Name", "Rahma"),
            ("Display Name", "Siti Rahma"),
            ("Primary Email", "siti@example.id"),
            ("Secondary Email", "siti@example.com"),
            ("Work Phone", "0254 000000"),
            ("Mobile Number", "0812 0000 1111"),
            ("Work City", "Serang"),
            ("Job Title", "Redaktur"),
            ("Organization", "Harian Contoh"),
            ("Birth Year", "1988"),
            ("Birth Month", "5"),
            ("Birth Day", "17"),
            ("Notes", "catatan"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    assert_eq!(
        (&siti["contact"]["birthday"], &siti["contact"]["city"]),
        (&json!("1988-05-17"), &json!("Serang"))
    );
    assert_eq!(emails(&siti).len(), 2);
}

#[test]
fn mailing_programs_and_media_databases() {
    let (_office, siti) = taken(
        "mailchimp",
        MAILCHIMP,
        &[
            ("Email Address", "siti@example.id"),
            ("First Name", "Siti"),
            ("Last Name", "Rahma"),
            ("Phone Number", "0812 0000 1111"),
            ("Company", "Harian Contoh"),
            ("MEMBER_RATING", "2"),
            ("OPTIN_TIME", "2024-01-01 10:00:00"),
            ("REGION", "bt"),
            ("CC", "id"),
            ("UNSUB_TIME", "2025-02-03 04:05:06"),
            ("LEID", "1"),
            ("TAGS", "\"Pokja\",\"Humas, kota\""),
        ],
    );
    assert_eq!(siti["tags"], json!(["Pokja", "Humas, kota"]));
    assert_eq!(siti["row"]["do_not_contact"], true, "who unsubscribed is not written to: {siti}");
    let (_office, siti) = taken(
        "prowly",
        PROWLY,
        &[
            ("email", "siti@example.id"),
            ("outlet", "Harian Contoh"),
            ("first name", "Siti"),
            ("last name", "Rahma"),
            ("city", "Serang"),
            ("personal greetings", "Mbak Siti"),
            ("role", "Redaktur"),
            ("country", "Indonesia"),
            ("tag list", "Pokja; Humas"),
            ("phone", "0812 0000 1111, 0813 0000 2222"),
            ("Twitter", "@siti"),
            ("Instagram", "siti.contoh"),
            ("YouTube", "https://youtube.com/@siti"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    assert_eq!(
        (&siti["tags"], &siti["contact"]["salutation_familiar"]),
        (&json!(["Pokja", "Humas"]), &json!("Mbak Siti"))
    );
    let platforms: Vec<&str> = siti["social_accounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["platform"].as_str().unwrap())
        .collect();
    assert_eq!(platforms, ["x", "instagram", "youtube"]);
    assert_eq!(siti["row"]["phones"].as_array().unwrap().len(), 2);
    let (_office, siti) = taken(
        "",
        CISION,
        &[
            ("First Name", "Siti"),
            ("Last Name", "Rahma"),
            ("Email", "siti@example.id"),
            ("Country", "Indonesia"),
            ("List(s)", "Pokja;Kota"),
        ],
    );
    assert_eq!(siti["lists"].as_array().unwrap().len(), 2, "{siti}");
    let (_office, siti) = taken(
        "presspage",
        PRESSPAGE,
        &[
            ("Email", "siti@example.id"),
            ("First name", "Siti"),
            ("Last name", "Rahma"),
            ("Telephone", "0812 0000 1111"),
            ("Organization", "Harian Contoh"),
            ("Job title", "Redaktur"),
            ("City", "Serang"),
            ("Tags", "Pokja"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    let (_office, siti) = taken(
        "valosan",
        VALOSAN,
        &[
            ("Status", "PITCHED"),
            ("Email", "siti@example.id"),
            ("First name", "Siti"),
            ("Last name", "Rahma"),
            ("Title", "Redaktur"),
            ("Outlet", "Harian Contoh"),
            ("Location", "Serang"),
            ("Linked-In", "https://www.linkedin.com/in/siti"),
            ("Mobile phone", "0812 0000 1111"),
            ("Interests", "Kesehatan"),
            ("Rating", "4"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    assert_eq!(
        (&siti["beats"], &siti["contact"]["city"]),
        (&json!(["Kesehatan"]), &json!("Serang"))
    );
    let (_office, siti) = taken(
        "",
        AKAMAOTTO,
        &[
            ("firstName", "Siti"),
            ("lastName", "Rahma"),
            ("email", "siti@example.id"),
            ("title", "Redaktur"),
            ("outlet", "Harian Contoh"),
            ("beats", "Kesehatan; Ekonomi"),
            ("regions", "Serang"),
            ("languages", "Indonesia, Sunda"),
            ("twitterHandle", "@siti"),
            ("linkedinUrl", "https://www.linkedin.com/in/siti"),
            ("notes", "catatan"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    assert_eq!(
        (&siti["regions"], &siti["languages"]),
        (&json!(["Serang"]), &json!(["Indonesia", "Sunda"]))
    );
}

#[test]
fn lists_of_indonesian_offices() {
    let (office, siti) = taken(
        "indonesian",
        INDONESIAN,
        &[
            ("No", "1"),
            ("Nama Media", "Harian Contoh"),
            ("Perusahaan/PT", "PT Contoh Pers"),
            ("Jenis Media", "Cetak"),
            ("Skala", "Regional"),
            ("Website", "contoh.example.id"),
            ("Alamat", "Jl. Contoh 1"),
            ("Pemred/Penanggung Jawab", "Budi Santoso"),
            ("Status Dewan Pers", "Terverifikasi Faktual"),
            ("Nama Wartawan", "Siti Rahma, S.Sos."),
            ("Jabatan", "Redaktur"),
            ("No. HP/WA", "0812 0000 1111"),
            ("E-mail", "siti@example.id"),
            ("NIK", "0000000000000000"),
            ("No. KTA", "KTA-7"),
            ("Tingkat UKW", "Madya"),
            ("No. UKW/kartu", "77-UKW"),
            ("Masa Berlaku", "31/12/2027"),
            ("Organisasi (PWI/AJI/IJTI/…)", "PWI"),
            ("Rekening", "000"),
            ("Keterangan", "catatan"),
        ],
    );
    works(&siti, "Harian Contoh", "Redaktur");
    let contact = &siti["contact"];
    assert_eq!(
        (
            &contact["ukw_level"],
            &contact["ukw_number"],
            &contact["ukw_expires_on"],
            &contact["press_card_number"],
            &contact["name_suffix"]
        ),
        (
            &json!("madya"),
            &json!("77-UKW"),
            &json!("2027-12-31"),
            &json!("KTA-7"),
            &json!("S.Sos.")
        )
    );
    assert_eq!(siti["memberships"][0]["association"], "PWI", "{siti}");
    let text = siti.to_string();
    assert!(!text.contains("0000000000000000"), "identity numbers are not taken: {siti}");
    let outlet = office.json(&["call", "organisation_show", &siti["row"]["outlet_id"].to_string()])
        ["organisation"]
        .clone();
    assert_eq!(
        (
            &outlet["media_type"],
            &outlet["scale"],
            &outlet["company"],
            &outlet["press_council_level"]
        ),
        (&json!("newspaper"), &json!("regional"), &json!("PT Contoh Pers"), &json!("factual"))
    );
}

#[test]
fn words_that_mean_nothing_here_are_told_by_card_row_column_and_value() {
    let office = Office::new();
    let csv = "Nama,Surel,Jenis Media,Nama Media,Skala,Bahasa,Jenis Kontak,Rilis\nSiti Rahma,siti@example.id,Papan tulis,Harian Contoh,Antariksa,Klingon,Astronaut,ya\nBudi Santoso,budi@example.id,Cetak,Harian Contoh,Lokal,Inggris,Wartawan,kadang\n";
    let result =
        office.json(&["import", &office.write("kata.csv", csv), "--map", "Rilis=tag_if_yes"]);
    assert_eq!(result["added"], 2, "{result}");
    let told: Vec<(i64, &str, &str, &str)> = result["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["row"].as_i64().unwrap(),
                one["column"].as_str().unwrap(),
                one["value"].as_str().unwrap(),
                one["reason"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, "Jenis Media", "Papan tulis", "not_a_choice"),
            (2, "Skala", "Antariksa", "not_a_choice"),
            (2, "Bahasa", "Klingon", "not_a_choice"),
            (2, "Jenis Kontak", "Astronaut", "not_a_choice"),
            (3, "Rilis", "kadang", "not_yes_no"),
        ]
    );
    let cards = "BEGIN:VCARD\nVERSION:4.0\nFN:Satu Contoh\nEMAIL:satu@example.id\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Dua Contoh\nEMAIL:dua@example.id\nBDAY:kemarin\nTEL:12\nX-WARTA-MEMBERSHIP-DETAILS:PWI | Ketua | | kemarin\nEND:VCARD\n";
    let result = office.json(&["import", &office.write("kartu.vcf", cards)]);
    assert_eq!(result["added"], 2, "{result}");
    let told: Vec<(i64, &str, &str)> = result["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["row"].as_i64().unwrap(),
                one["column"].as_str().unwrap(),
                one["reason"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, "TEL", "phone_not_valid"),
            (2, "BDAY", "not_a_day"),
            (2, "X-WARTA-MEMBERSHIP-DETAILS", "not_a_day")
        ]
    );
}
