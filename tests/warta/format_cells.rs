//! What columns are called, and what stands in cells and release files.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use warta::format::contact_columns::{self, Field};
use warta::format::{fold, markdown, person_name, phone};

fn guessed(headers: &str) -> Vec<(String, Field)> {
    let headers: Vec<String> = headers.split(',').map(|header| header.trim().to_owned()).collect();
    let fields = contact_columns::guess(&headers, &[]);
    headers.into_iter().zip(fields).filter(|(_, field)| *field != Field::Ignore).collect()
}

fn expect(headers: &str, expected: &[(&str, Field)]) {
    let found = guessed(headers);
    let found: Vec<(&str, Field)> =
        found.iter().map(|(header, field)| (header.as_str(), *field)).collect();
    assert_eq!(found, expected);
}

#[test]
fn layouts_of_address_books() {
    use Field::*;
    expect(
        "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - City,Address 1 - Country,Website 1 - Label,Website 1 - Value",
        &[
            ("First Name", FirstName),
            ("Middle Name", MiddleName),
            ("Last Name", LastName),
            ("Name Prefix", NamePrefix),
            ("Name Suffix", NameSuffix),
            ("Nickname", Nickname),
            ("Organization Name", Outlet),
            ("Organization Title", Position),
            ("Organization Department", Department),
            ("Birthday", Birthday),
            ("Notes", Notes),
            ("Labels", Tags),
            ("E-mail 1 - Value", Email),
            ("E-mail 2 - Value", Email),
            ("Phone 1 - Value", Phone),
            ("Address 1 - Formatted", OutletAddress),
            ("Address 1 - City", City),
            ("Website 1 - Value", OutletWebsite),
        ],
    );
    expect(
        "First Name,Middle Name,Last Name,Title,Suffix,Nickname,E-mail Address,E-mail 2 Address,Home Phone,Home Phone 2,Business Phone,Mobile Phone,Business Fax,Assistant's Phone,Job Title,Department,Company,Manager's Name,Business Street,Business City,Home City,Web Page,Notes",
        &[
            ("First Name", FirstName),
            ("Middle Name", MiddleName),
            ("Last Name", LastName),
            ("Title", NamePrefix),
            ("Suffix", NameSuffix),
            ("Nickname", Nickname),
            ("E-mail Address", Email),
            ("E-mail 2 Address", Email),
            ("Home Phone", Phone),
            ("Home Phone 2", Phone),
            ("Business Phone", Phone),
            ("Mobile Phone", Phone),
            ("Job Title", Position),
            ("Department", Department),
            ("Company", Outlet),
            ("Business Street", OutletAddress),
            ("Business City", City),
            ("Web Page", OutletWebsite),
            ("Notes", Notes),
        ],
    );
    expect(
        "Title,First Name,Last Name,Company,Job Title,E-mail Address,E-mail Type,E-mail Display Name,Categories",
        &[
            ("Title", NamePrefix),
            ("First Name", FirstName),
            ("Last Name", LastName),
            ("Company", Outlet),
            ("Job Title", Position),
            ("E-mail Address", Email),
            ("Categories", Tags),
        ],
    );
    expect(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Fax Number,Mobile Number,Home Address,Work Address,Work City,Job Title,Organization,Web Page 1,Birth Year,Custom 1,Notes,",
        &[
            ("First Name", FirstName),
            ("Last Name", LastName),
            ("Nickname", Nickname),
            ("Primary Email", Email),
            ("Secondary Email", Email),
            ("Work Phone", Phone),
            ("Mobile Number", Phone),
            ("Home Address", Address),
            ("Work Address", OutletAddress),
            ("Work City", City),
            ("Job Title", Position),
            ("Organization", Outlet),
            ("Web Page 1", OutletWebsite),
            ("Birth Year", BirthYear),
            ("Notes", Notes),
        ],
    );
}

#[test]
fn layouts_of_press_and_mailing_services() {
    use Field::*;
    expect(
        "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,LATITUDE,CC,REGION,LEID,NOTES,TAGS,UNSUB_TIME",
        &[
            ("Email Address", Email),
            ("First Name", FirstName),
            ("Last Name", LastName),
            ("NOTES", Notes),
            ("TAGS", Tags),
            ("UNSUB_TIME", DoNotContact),
        ],
    );
    expect(
        "email,outlet,first name,last name,city,zip,personal greetings,address,role,country,tag list,phone,Twitter,link",
        &[
            ("email", Email),
            ("outlet", Outlet),
            ("first name", FirstName),
            ("last name", LastName),
            ("city", City),
            ("zip", PostalCode),
            ("personal greetings", SalutationFamiliar),
            ("address", OutletAddress),
            ("role", Position),
            ("country", Country),
            ("tag list", Tags),
            ("phone", Phone),
            ("Twitter", Twitter),
        ],
    );
    expect(
        "First Name,Last Name,Email,Country,List(s)",
        &[
            ("First Name", FirstName),
            ("Last Name", LastName),
            ("Email", Email),
            ("Country", Country),
            ("List(s)", Lists),
        ],
    );
    expect(
        "Email,First name,Last name,Telephone,Organization,Department,Job title,Street,City,Tags",
        &[
            ("Email", Email),
            ("First name", FirstName),
            ("Last name", LastName),
            ("Telephone", Phone),
            ("Organization", Outlet),
            ("Department", Department),
            ("Job title", Position),
            ("Street", OutletAddress),
            ("City", City),
            ("Tags", Tags),
        ],
    );
    expect(
        "Status,Email,First name,Last name,Title,Outlet,Website,Location,Twitter,Linked-In,Phone,Mobile phone,Interests,Rating,Tracking",
        &[
            ("Email", Email),
            ("First name", FirstName),
            ("Last name", LastName),
            ("Title", Position),
            ("Outlet", Outlet),
            ("Website", OutletWebsite),
            ("Location", City),
            ("Twitter", Twitter),
            ("Linked-In", Linkedin),
            ("Phone", Phone),
            ("Mobile phone", Phone),
            ("Interests", Beats),
        ],
    );
    expect(
        "firstName,lastName,email,title,outlet,beats,countries,regions,languages,twitterHandle,instagramHandle,linkedinUrl,bio,authorLinks",
        &[
            ("firstName", FirstName),
            ("lastName", LastName),
            ("email", Email),
            ("title", Position),
            ("outlet", Outlet),
            ("beats", Beats),
            ("regions", Regions),
            ("languages", Languages),
            ("twitterHandle", Twitter),
            ("instagramHandle", Instagram),
            ("linkedinUrl", Linkedin),
            ("bio", Notes),
        ],
    );
    expect(
        "Contact Name,Primary Outlet,Role,Topics,Media Type,Coverage Area,Office Phone,Cell,X,List,Comments",
        &[
            ("Contact Name", Name),
            ("Primary Outlet", Outlet),
            ("Role", Position),
            ("Topics", Beats),
            ("Media Type", OutletType),
            ("Coverage Area", Regions),
            ("Office Phone", Phone),
            ("Cell", Phone),
            ("X", Twitter),
            ("List", Lists),
            ("Comments", Notes),
        ],
    );
}

#[test]
fn layouts_of_indonesian_offices() {
    use Field::*;
    expect(
        "No,Nama Media,Perusahaan/PT,Jenis Media,Skala,Website,Alamat,Pemred/Penanggung Jawab,Status Dewan Pers,Nama Wartawan,Jabatan,No. HP/WA,E-mail,NIK,No. KTA,Tingkat UKW,Masa Berlaku,Organisasi (PWI/AJI/IJTI),Surat Tugas,NPWP,Rekening,Keterangan",
        &[
            ("Nama Media", Outlet),
            ("Perusahaan/PT", OutletCompany),
            ("Jenis Media", OutletType),
            ("Skala", OutletScale),
            ("Website", OutletWebsite),
            ("Alamat", OutletAddress),
            ("Status Dewan Pers", OutletPressCouncilLevel),
            ("Nama Wartawan", Name),
            ("Jabatan", Position),
            ("No. HP/WA", Whatsapp),
            ("E-mail", Email),
            ("No. KTA", PressCardNumber),
            ("Tingkat UKW", UkwLevel),
            ("Masa Berlaku", UkwExpiresOn),
            ("Organisasi (PWI/AJI/IJTI)", Memberships),
            ("Keterangan", Notes),
        ],
    );
    expect(
        "NAMA LENGKAP,ALAMAT SUREL,NOMOR TELEPON,NO WA,MEDIA,DESK,KOTA,SAPAAN",
        &[
            ("NAMA LENGKAP", Name),
            ("ALAMAT SUREL", Email),
            ("NOMOR TELEPON", Phone),
            ("NO WA", Whatsapp),
            ("MEDIA", Outlet),
            ("DESK", Beats),
            ("KOTA", City),
            ("SAPAAN", SalutationFormal),
        ],
    );
    expect(
        "nama wartwan,Jabtan,Emial,No Telfon,Nama Meda",
        &[
            ("nama wartwan", Name),
            ("Jabtan", Position),
            ("Emial", Email),
            ("No Telfon", Phone),
            ("Nama Meda", Outlet),
        ],
    );
}

#[test]
fn contents_tell_where_headers_do_not() {
    let headers = ["A1", "B1", "C1", "Pers Sepeda"].map(str::to_owned);
    let samples = [
        ["Siti Rahma", "siti@example.com", "0812-0000-111", "ya"],
        ["Budi", "budi@example.com", "+62 000 0000 111", ""],
    ]
    .map(|row| row.map(str::to_owned).to_vec());
    assert_eq!(
        contact_columns::guess(&headers, &samples),
        [Field::Name, Field::Email, Field::Phone, Field::TagIfYes]
    );
}

#[test]
fn field_names_are_stable() {
    for field in Field::ALL {
        assert_eq!(field.name().parse(), Ok(*field));
    }
    assert_eq!("Do Not Contact".parse(), Ok(Field::DoNotContact));
    assert!("salary".parse::<Field>().is_err());
}

#[test]
fn several_values_in_a_cell() {
    assert_eq!(
        contact_columns::split_emails(
            "siti@example.com, budi@example.com;ani@example.com ::: SITI@example.com"
        ),
        ["siti@example.com", "budi@example.com", "ani@example.com"]
    );
    assert_eq!(
        contact_columns::split_emails("\"Siti, S.Sos\" <siti@example.com>"),
        ["siti@example.com"]
    );
    assert_eq!(
        contact_columns::split_emails("mailto:siti@example.com dan budi@example.com"),
        ["siti@example.com", "budi@example.com"]
    );
    assert_eq!(
        contact_columns::split_emails("siti@example.com\nbudi@example.com / -"),
        ["siti@example.com", "budi@example.com"]
    );
    assert_eq!(contact_columns::split_emails("siti(at)example.com"), ["siti(at)example.com"]);
    assert_eq!(
        contact_columns::split_phones("0812-0000-111 / 0813 0000 112"),
        ["0812-0000-111", "0813 0000 112"]
    );
    assert_eq!(
        contact_columns::split_phones("+62 000 0000 111 ::: (021) 555-0123 ext. 12"),
        ["+62 000 0000 111", "(021) 555-0123 ext. 12"]
    );
    assert_eq!(
        contact_columns::split_phones("081200000111 dan 081200000112"),
        ["081200000111", "081200000112"]
    );
    assert_eq!(
        contact_columns::split_labels("* Pers ::: Politik, \"Kota\"; Kota"),
        ["Pers", "Politik", "Kota"]
    );
}

#[test]
fn addresses_are_checked() {
    for good in
        ["siti@example.com", "a.b+c_d@media.example.id", "o'neil@example.com", "é@contoh.example"]
    {
        assert_eq!(contact_columns::email_problem(good), None, "{good}");
    }
    for bad in [
        "",
        "siti",
        "@example.com",
        "siti@",
        "siti@example",
        "siti@.com",
        "si ti@example.com",
        "a..b@example.com",
        "siti@exa_mple.com",
        "siti@example.1",
        "a@b@example.com",
    ] {
        assert!(contact_columns::email_problem(bad).is_some(), "{bad}");
    }
}

#[test]
fn phones_however_written() {
    for (raw, e164) in [
        ("0812-3456-789", "+628123456789"),
        ("628123456789", "+628123456789"),
        ("+62 812 3456 789", "+628123456789"),
        ("+62 (0)812-3456-789", "+628123456789"),
        ("62 0812 3456 789", "+628123456789"),
        ("00 62 812 3456 789", "+628123456789"),
        ("8123456789", "+628123456789"),
        ("HP: 0812.3456.789 (WA)", "+628123456789"),
        ("(021) 555 0123 ext. 45", "+62215550123"),
        ("021-5550123 pes 45", "+62215550123"),
        ("+62 000 0000 111", "+620000000111"),
        ("0000 0000 111", "+620000000111"),
        ("+65 6123 4567", "+6561234567"),
        ("'+62 000 0000 112", "+620000000112"),
    ] {
        assert_eq!(phone::normalise(raw).unwrap_or_else(|| panic!("{raw}")).e164, e164, "{raw}");
    }
    for bad in [
        "",
        "-",
        "abc",
        "123",
        "2026-11-22",
        "6.28E+12",
        "3201010101010001",
        "siti@example.com",
        "tidak ada",
        "+1234567890123456",
    ] {
        assert_eq!(phone::normalise(bad), None, "{bad}");
    }
    assert_eq!(phone::display("+628123456789"), "+62 812-3456-789");
    assert_eq!(phone::display("+62215550123"), "+62 21-5550-123");
    assert_eq!(phone::display("+620000000111"), "+62 000-0000-111");
    assert_eq!(
        phone::wa_link("+620000000111", "Halo, Ibu & Bapak"),
        "https://wa.me/620000000111?text=Halo%2C%20Ibu%20%26%20Bapak"
    );
}

#[test]
fn folding() {
    assert_eq!(fold::fold("  Café-Pos, JAKARTA!  "), "cafe pos jakarta");
    assert_eq!(fold::fold("Ma'ruf Ma’ruf"), "maruf maruf");
    assert_eq!(fold::fold("Straße Łódź Æon"), "strasse lodz aeon");
    assert_eq!(fold::fold("+62 812"), "62 812");
    assert_eq!(fold::fold("!!!"), "");
}

#[test]
fn names_are_taken_apart() {
    for (raw, prefix, name, suffix) in [
        ("Drs. H. Ahmad Fauzi, M.Si.", "Drs. H.", "Ahmad Fauzi", "M.Si."),
        ("Dr. Ir. Siti Rahma, S.T., M.T.", "Dr. Ir.", "Siti Rahma", "S.T., M.T."),
        ("Hj. Dewi Lestari S.Sos", "Hj.", "Dewi Lestari", "S.Sos"),
        ("BUDI SANTOSO, SH, MH", "", "BUDI SANTOSO", "SH, MH"),
        ("Budi Santoso S.I.Kom., M.I.Kom.", "", "Budi Santoso", "S.I.Kom., M.I.Kom."),
        ("Prof. Dr. Andi, Ph.D", "Prof. Dr.", "Andi", "Ph.D"),
        ("Ani Wijaya, A.Md", "", "Ani Wijaya", "A.Md"),
        ("Rahma, Siti", "", "Siti Rahma", ""),
        ("M. Rahman", "", "M. Rahman", ""),
        ("Ma Lin", "", "Ma Lin", ""),
        ("Se Hoon", "", "Se Hoon", ""),
        ("Ibu", "", "Ibu", ""),
        ("", "", "", ""),
    ] {
        let parts = person_name::split(raw);
        assert_eq!(
            (parts.prefix.as_str(), parts.name.as_str(), parts.suffix.as_str()),
            (prefix, name, suffix),
            "{raw}"
        );
    }
}

#[test]
fn names_agree_carefully() {
    for (a, b) in [
        ("Drs. H. Ahmad Fauzi, M.Si.", "ahmad fauzi"),
        ("M. Rahman", "Muhammad Rahman"),
        ("Moh. Rahman", "Muh Rahman"),
        ("Siti Rahma", "Rahma, Siti"),
        ("Nur Hayati", "Nurhayati"),
        ("José Ñu", "Jose Nu"),
        ("Budi Santoso", "Budi Santoso Wijaya"),
        ("Ma'ruf Amin", "Maruf Amin"),
        ("Siti R.", "Siti Rahma"),
    ] {
        assert!(person_name::agrees(a, b) && person_name::agrees(b, a), "{a} / {b}");
    }
    for (a, b) in [
        ("Siti Rahma", "Siti Dewi"),
        ("Budi", "Budi Santoso"),
        ("M. Rahman", "A. Rahman"),
        ("M. R.", "Muhammad Rahman"),
        ("", "Siti"),
        ("Muhammad Rahman", "Muhammad Fauzi"),
        ("M. Ali", "M. Fauzi"),
        ("Redaksi", "Siti Rahma"),
    ] {
        assert!(!person_name::agrees(a, b) && !person_name::agrees(b, a), "{a} / {b}");
    }
    assert_eq!(person_name::key("Hj. SITI Rahma, S.Sos."), person_name::key("rahma siti"));
    assert_eq!(person_name::key("Moh. Fauzi"), person_name::key("Mohammad Fauzi"));
}

#[test]
fn greetings() {
    use person_name::{Gender, salutations};
    let siti = salutations("Hj. Siti Rahma, S.Sos.", Gender::Unknown, "id");
    assert_eq!(
        (siti.formal.as_str(), siti.familiar.as_str()),
        ("Yth. Ibu Hj. Siti Rahma, S.Sos.", "Mbak Siti")
    );
    let budi = salutations("Budi Santoso", Gender::Unknown, "id");
    assert_eq!(
        (budi.formal.as_str(), budi.familiar.as_str()),
        ("Yth. Bapak/Ibu Budi Santoso", "Rekan Budi")
    );
    assert_eq!(salutations("Bapak M. Rahman", Gender::Unknown, "id").familiar, "Mas Rahman");
    assert_eq!(salutations("Siti Rahma", Gender::Woman, "en").formal, "Dear Ms Siti Rahma");
}

#[test]
fn a_release_from_markdown() {
    let draft = markdown::read_release(
        "---\nnumber: 12/SP/2026\npress_contact: \"Siti, +62 000 0000 111\"\ncovering: |\n  Yth. {{salutation}},\n\n  berikut rilis kami.\n---\n\n# Kota Contoh *Bersih*\n\nWali kota **membuka** acara.\n\n## Latar\n\n- satu\n- dua\n\n<script>alert(1)</script>\n\n[Laman](https://example.com) dan [jahat](javascript:alert(1))\n",
    )
    .unwrap();
    assert_eq!(draft.headline, "Kota Contoh Bersih");
    assert_eq!(draft.lead_html, "<p>Wali kota <strong>membuka</strong> acara.</p>");
    assert_eq!(draft.lead_text, "Wali kota membuka acara.");
    assert_eq!(draft.fields["number"], "12/SP/2026");
    assert_eq!(draft.fields["press_contact"], "Siti, +62 000 0000 111");
    assert_eq!(draft.fields["covering"].trim(), "Yth. {{salutation}},\n\nberikut rilis kami.");
    assert!(
        draft.body_html.contains("<h2>Latar</h2>") && draft.body_html.contains("<li>satu</li>"),
        "{}",
        draft.body_html
    );
    assert!(
        !draft.body_html.contains("script") && !draft.body_html.contains("alert"),
        "{}",
        draft.body_html
    );
    assert!(draft.body_html.contains("<a href=\"https://example.com\">Laman</a>"));
}

#[test]
fn a_release_from_plain_text() {
    let draft = markdown::read_release(
        "Kota Contoh Bersih\r\n\r\nWali kota membuka acara.\r\n\r\nSelanjutnya warga bekerja.\r\n",
    )
    .unwrap();
    assert_eq!(
        (draft.headline.as_str(), draft.lead_text.as_str()),
        ("Kota Contoh Bersih", "Wali kota membuka acara.")
    );
    assert_eq!(draft.body_html, "<p>Selanjutnya warga bekerja.</p>");
}

#[test]
fn paste_from_a_word_processor_is_cleaned() {
    let pasted = "<html><head><title>Judul</title><style>p{color:red}</style></head><body><!--[if mso]><xml>x</xml><![endif]--><h1 class=x>Judul</h1><p class=MsoNormal style='mso-x:1'><b>Tebal</b><o:p>&nbsp;</o:p> <span lang=IN>biasa</span> <i onclick=x()>miring</i></p><p>&nbsp;</p><img src='file:///C:/x.png' onerror=x()><img src='cid:logo' alt='Logo'><a href='http://example.com' target=_blank>tautan</a></body></html>";
    let clean = markdown::clean_html(pasted);
    assert_eq!(
        clean,
        "<h2>Judul</h2><p><strong>Tebal</strong>&nbsp; biasa <em>miring</em></p><img><img src=\"cid:logo\" alt=\"Logo\"><a href=\"http://example.com\">tautan</a>"
    );
    assert_eq!(markdown::clean_html(&clean), clean);
}

#[test]
fn html_as_text() {
    let html = "<h2>Judul</h2><p>Satu &amp; dua<br>tiga</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ol><li>x</li><li>y</li></ol><blockquote><p>Kutipan</p><p>kedua</p></blockquote><p><a href=\"https://example.com/a\">Laman</a> <a href=\"mailto:a@example.com\">a@example.com</a></p><table><tr><td>1</td><td>2</td></tr></table>";
    assert_eq!(
        markdown::text_of(html),
        "Judul\n\nSatu & dua\ntiga\n\n- a\n- b\n  - c\n\n1. x\n2. y\n\n> Kutipan\n>\n> kedua\n\nLaman (https://example.com/a) a@example.com\n\n1\t2"
    );
}
