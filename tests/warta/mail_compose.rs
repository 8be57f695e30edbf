//! Mail as bytes: addresses of servers, presets, messages as they are built.

use chrono::{DateTime, FixedOffset};
use mail_parser::{MessageParser, MimeHeaders};
use warta::error::Code;
use warta::mail::address_url::{Scheme, Security, ServerUrl, parse};
use warta::mail::compose::{
    CLIPPED_ABOVE, FilePart, Inline, MailParts, Outgoing, Prepared, Stencil, build, html_mail,
    merge, plus_address, text_of_html,
};
use warta::mail::presets::{PRESETS, preset, preset_of_address};

use crate::mail_server::header_value;

fn date() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-02T09:15:00+07:00").unwrap()
}

/// A message to a person, for tests that need any.
pub fn outgoing<'a>(to: &'a str, message_id: &'a str) -> Outgoing<'a> {
    Outgoing {
        from_name: "Humas Kota Contoh",
        from_address: "sender@press.test",
        to_name: "Siti Rahma",
        to_address: to,
        reply_to: None,
        subject: "Siaran pers: pasar murah",
        text: "Yth. Ibu Siti Rahma,\n\nterlampir siaran pers kami.\n.titik di awal baris\n",
        html: "<p>Yth. Ibu Siti Rahma,</p><p>terlampir siaran pers kami.</p>",
        message_id,
        date: date(),
        list_unsubscribe: None,
        one_click: false,
        language: "id",
        files: &[],
        calendar: None,
    }
}

// --- addresses of servers, presets

#[test]
fn server_urls_say_host_port_and_protection() {
    let read = |url, scheme| parse(url, scheme).unwrap();
    let gmail = read("smtps://humas%40example.id@smtp.example.com", Scheme::Smtp);
    assert_eq!(
        gmail,
        ServerUrl {
            scheme: Scheme::Smtp,
            host: "smtp.example.com".into(),
            port: 465,
            security: Security::Tls,
            user: Some("humas@example.id".into()),
        }
    );
    assert_eq!(gmail.to_string(), "smtps://humas%40example.id@smtp.example.com:465");
    assert_eq!(read("smtp://mail.example.id", Scheme::Smtp).port, 587);
    assert_eq!(read("imaps://mail.example.id/", Scheme::Imap).port, 993);
    assert_eq!(read("imap://mail.example.id", Scheme::Imap).port, 143);
    let bare = read("smtp://humas@example.id@Mail.Example.ID:2525", Scheme::Smtp);
    assert_eq!(
        (bare.user.as_deref(), bare.host.as_str()),
        (Some("humas@example.id"), "mail.example.id")
    );
    let local = read("imap://[::1]:1143?tls=none", Scheme::Imap);
    assert_eq!((local.host.as_str(), local.security), ("::1", Security::None));
    assert_eq!(parse(&local.to_string(), Scheme::Imap).unwrap(), local);
}

#[test]
fn server_urls_that_are_wrong_or_unsafe_are_refused() {
    let refused = |url, scheme| parse(url, scheme).unwrap_err();
    let secret = refused("smtps://humas:rahasia@mail.example.id", Scheme::Smtp);
    assert_eq!(secret.text, "error-server-url-password");
    assert!(!format!("{secret}").contains("rahasia"), "the password shows up nowhere");
    assert!(!format!("{}", refused("smtps://humas:rahasia@", Scheme::Smtp)).contains("rahasia"));
    assert_eq!(
        refused("smtp://mail.example.id?tls=none", Scheme::Smtp).text,
        "error-server-url-unprotected"
    );
    assert_eq!(refused("imaps://mail.example.id", Scheme::Smtp).text, "error-server-url-scheme");
    for url in [
        "",
        "mail.example.id",
        "smtp://",
        "smtp://a b",
        "smtp://host:0",
        "smtp://host:99999",
        "smtp://h?x=1",
        "smtp://%zz@h",
        "smtp://u%0d@h",
    ] {
        assert_eq!(refused(url, Scheme::Smtp).code, Code::Invalid, "{url}");
    }
}

#[test]
fn presets_are_found_and_their_servers_can_be_read() {
    for known in PRESETS.iter().filter(|known| !known.smtp.is_empty()) {
        parse(known.smtp, Scheme::Smtp).unwrap();
        parse(known.imap, Scheme::Imap).unwrap();
    }
    assert_eq!(preset("gmail").unwrap().limits.per_day, Some(500));
    assert_eq!(preset_of_address("humas.contoh@Gmail.com").unwrap().id, "gmail");
    assert!(preset_of_address("humas@example.id").is_none());
}

// --- building messages

#[test]
fn a_message_has_the_structure_and_headers_that_mail_asks_for() {
    let prepared = Prepared::new(
        &[Inline { cid: "emblem@warta", mime: "image/png", bytes: b"\x89PNG not really" }],
        &[FilePart {
            file_name: "Siaran pers – réspons naïf 日本.pdf",
            mime: "application/pdf",
            bytes: &[7; 5000],
        }],
    )
    .unwrap();
    let mut message = outgoing("siti@example.com", "<d1.abc@press.test>");
    message.reply_to = Some("sender+t0k3n@press.test");
    message.list_unsubscribe = Some("<mailto:sender+out@press.test>, <https://example.id/out?t=1>");
    message.one_click = true;
    let raw = prepared.build(&message).unwrap();
    let parsed = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(parsed.message_id(), Some("d1.abc@press.test"));
    assert_eq!(parsed.subject(), Some("Siaran pers: pasar murah"));
    let to: Vec<_> = parsed.to().unwrap().iter().collect();
    assert_eq!(to.len(), 1, "exactly one recipient");
    assert_eq!((to[0].name(), to[0].address()), (Some("Siti Rahma"), Some("siti@example.com")));
    assert_eq!(
        parsed.reply_to().unwrap().first().unwrap().address(),
        Some("sender+t0k3n@press.test")
    );
    assert!(parsed.cc().is_none(), "no Cc");
    assert!(parsed.header("Auto-Submitted").is_none(), "a person sends this");
    assert_eq!(header_value(&raw, "Date").as_deref(), Some("Mon, 2 Mar 2026 09:15:00 +0700"));
    assert_eq!(
        header_value(&raw, "List-Unsubscribe-Post").as_deref(),
        Some("List-Unsubscribe=One-Click")
    );
    let types: Vec<String> = parsed
        .parts
        .iter()
        .map(|part| {
            part.content_type().map_or("?".into(), |kind| {
                format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("?"))
            })
        })
        .collect();
    assert_eq!(
        types,
        [
            "multipart/mixed",
            "multipart/related",
            "multipart/alternative",
            "text/plain",
            "text/html",
            "image/png",
            "application/pdf"
        ]
    );
    assert_eq!(
        parsed.body_text(0).unwrap().replace("\r\n", "\n").trim_end(),
        message.text.trim_end()
    );
    let file = parsed.attachments().find(|part| part.attachment_name().is_some()).unwrap();
    assert_eq!(file.attachment_name(), Some("Siaran pers – réspons naïf 日本.pdf"));
    assert_eq!(file.contents(), [7; 5000]);
    let image = &parsed.parts[5];
    assert_eq!(image.content_id(), Some("emblem@warta"));
    assert_lines(&raw);
}

fn assert_lines(raw: &[u8]) {
    let text = std::str::from_utf8(raw).expect("UTF-8");
    assert!(text.is_ascii(), "everything is encoded");
    for line in text.split("\r\n") {
        assert!(!line.contains(['\r', '\n']), "only CRLF ends a line");
        assert!(line.len() <= 998, "a line of {} bytes", line.len());
    }
}

#[test]
fn long_names_emoji_and_long_lines_survive_the_way() {
    let name = "Dr. H. Raden Mas Ngabehi Soerjaningrat Kusumowardhani Danureja, S.Sos., M.I.Kom. 🎉 (Ketua) \"Paguyuban\"";
    let subject = format!("Undangan liputan 📣 {}", "pasar murah bagi warga kota – ".repeat(12));
    let text = "kata ".repeat(2000);
    let html = format!("<p>{}</p>", "á<b>é</b>".repeat(3000));
    let mut message = outgoing("siti@example.com", "<d2@press.test>");
    message.to_name = name;
    message.subject = subject.trim_end();
    message.text = &text;
    message.html = &html;
    let raw = build(&message).unwrap();
    assert_lines(&raw);
    let parsed = MessageParser::default().parse(&raw).unwrap();
    assert_eq!(parsed.to().unwrap().first().unwrap().name(), Some(name));
    assert_eq!(parsed.subject(), Some(message.subject));
    assert_eq!(parsed.body_text(0).unwrap().trim_end(), text.trim_end());
    assert_eq!(parsed.body_html(0).unwrap().trim_end(), html);
}

#[test]
fn names_and_subjects_cannot_add_headers() {
    let mut message = outgoing("siti@example.com", "<d3@press.test>");
    message.to_name = "Siti\r\nBcc: semua@example.com";
    message.from_name = "Humas\nX-Evil: 1\u{2028}x";
    message.subject = "Halo\r\n\r\nisi palsu\u{0}";
    let raw = build(&message).unwrap();
    let parsed = MessageParser::default().parse(&raw).unwrap();
    assert!(parsed.bcc().is_none() && parsed.header("X-Evil").is_none());
    assert_eq!(parsed.subject(), Some("Halo isi palsu"));
    let file =
        FilePart { file_name: "a\r\nX-Evil: 1.pdf", mime: "application/pdf\r\nX: 1", bytes: b"x" };
    let raw = Prepared::new(&[], &[file]).unwrap().build(&message).unwrap();
    assert!(!String::from_utf8(raw).unwrap().contains("\nX"), "no header from a file name or type");
    for (field, change) in [
        (
            "to_address",
            (|m: &mut Outgoing<'_>| m.to_address = "a@example.com\r\nBcc: b@example.com")
                as fn(&mut Outgoing<'_>),
        ),
        ("reply_to", |m| m.reply_to = Some("x")),
        ("list_unsubscribe", |m| m.list_unsubscribe = Some("<mailto:a@example.com>\r\nX: 1")),
    ] {
        let mut message = outgoing("siti@example.com", "<d3@press.test>");
        change(&mut message);
        assert_eq!(build(&message).unwrap_err().field.as_deref(), Some(field));
    }
    assert!(build(&outgoing("siti@example.com", "<d3@press.test>\r\nX: 1")).is_err());
}

#[test]
fn merge_fields_are_filled_escaped_and_missing_ones_named() {
    let fields = |name: &str| match name {
        "salutation" => Some(String::new()),
        "name" => Some("Siti <Rahma> & {{outlet}}".to_owned()),
        "outlet" => Some("Harian Contoh".to_owned()),
        _ => None,
    };
    let (html, missing) = merge(
        "<p>{{salutation|Yth. Bapak/Ibu}} {{&nbsp;name }} di {{outlet}} {{umur}} {{umur}}</p>",
        &fields,
        true,
    );
    assert_eq!(
        html,
        "<p>Yth. Bapak/Ibu Siti &lt;Rahma&gt; &amp; {{outlet}} di Harian Contoh  </p>"
    );
    assert_eq!(missing, ["umur"]);
    let (text, missing) = merge("{{name}} {{salutation}}", &fields, false);
    assert_eq!(
        (text.as_str(), missing),
        ("Siti <Rahma> & {{outlet}} ", vec!["salutation".to_owned()])
    );
    let (kept, missing) = merge("a {{<b>name</b>}} {{name", &fields, true);
    assert_eq!(kept, "a {{<b>name</b>}} {{name");
    assert_eq!(missing, ["{{<b>name</b>}}", "{{"]);
}

#[test]
fn html_becomes_readable_text() {
    let html = "<h1>Pasar murah</h1><p>Kota Contoh, 2 Maret 2026 &ndash; {{salutation|Yth. Bapak/Ibu}} warga <b>senang</b>.</p>\
                <ul><li>beras</li><li>minyak</li></ul><p>Lihat <a href=\"https://example.id/x\">laman kami</a><br>baris kedua</p>";
    assert_eq!(
        text_of_html(html),
        "Pasar murah\n\nKota Contoh, 2 Maret 2026 – {{salutation|Yth. Bapak/Ibu}} warga senang.\n\
         - beras\n- minyak\n\nLihat laman kami (https://example.id/x)\nbaris kedua"
    );
    let long = format!("<p>{}</p>", "kata ".repeat(800));
    assert_eq!(text_of_html(&long).lines().count(), 1, "paragraphs are not broken");
}

#[test]
fn the_html_shell_is_a_safe_small_table() {
    let body = "<p>Isi <b>siaran</b></p>".repeat(100);
    let covering = ["Yth. {{salutation}},".to_owned(), "terlampir <siaran> pers.".to_owned()];
    let html = html_mail(&MailParts {
        language: "id",
        title: "Pasar murah",
        covering: &covering,
        office: "Diskominfo Kota Contoh",
        emblem_cid: Some("emblem"),
        kicker: "Siaran pers 12/2026",
        headline: "Harga \"turun\" & warga senang",
        date_line: "Kota Contoh, 2 Maret 2026",
        lead: "Pemerintah kota membuka pasar murah.",
        body_html: &body,
        boilerplate_heading: "Tentang kami",
        boilerplate: "Kantor komunikasi.",
        press_contact_heading: "Narahubung",
        press_contact: &["Budi, +62 000 0000".to_owned()],
        footer: "Balas BERHENTI bila tidak ingin menerima lagi.",
        ..MailParts::default()
    });
    assert!(
        html.len() < CLIPPED_ABOVE
            && html.contains("width=\"600\"")
            && html.contains("{{salutation}}")
    );
    assert!(
        html.contains("terlampir &lt;siaran&gt; pers.")
            && html.contains("Harga &quot;turun&quot; &amp; warga")
    );
    for unknown in ["flex", "grid", "<style", "<script", "http:"] {
        assert!(!html.contains(unknown), "{unknown}");
    }
    assert!(
        text_of_html(&html).contains("Kota Contoh, 2 Maret 2026 – Pemerintah kota"),
        "{}",
        text_of_html(&html)
    );
}

#[test]
fn plus_addresses_carry_a_token() {
    assert_eq!(plus_address("press@example.id", "d7").as_deref(), Some("press+d7@example.id"));
    assert_eq!(plus_address("press", "d7"), None);
}

#[test]
fn every_text_comes_back_from_its_encoding() {
    let cases = [
        "",
        "a",
        " ",
        "a \nb\t\n\n",
        "a=b\u{a0}é 日本 🎉",
        "From x\n.\n..",
        "x\r\ny\rz",
        &"é".repeat(200),
        &format!("{} ", "x".repeat(73)),
        &format!("{} ", "x".repeat(75)),
        &"x".repeat(76),
        &format!("{}é", "x".repeat(74)),
        &"spasi ".repeat(40),
    ]
    .map(str::to_owned);
    for text in cases {
        let mut message = outgoing("siti@example.com", "<q@press.test>");
        message.text = &text;
        let raw = build(&message).unwrap();
        assert_lines(&raw);
        assert!(
            raw.split(|byte| *byte == b'\n').all(|line| line.len() <= 78),
            "short lines: {text:?}"
        );
        let parsed = MessageParser::default().parse(&raw).unwrap();
        let came = parsed.parts[1].text_contents().unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(came, text.replace("\r\n", "\n").replace('\r', "\n"));
    }
}

#[test]
fn a_stencil_gives_the_same_message_as_merging_it_whole() {
    let fields = |name: &str| match name {
        "name" => Some("Siti <Rahma> & Rekan".to_owned()),
        "long" => Some("kata ".repeat(40)),
        "lines" => Some("satu\r\ndua \n.tiga".to_owned()),
        _ => None,
    };
    let prepared = Prepared::new(
        &[],
        &[FilePart { file_name: "a.pdf", mime: "application/pdf", bytes: b"a file" }],
    )
    .unwrap();
    for template in [
        "",
        "\n",
        "{{name}}",
        "Yth. {{name}},\n\nterlampir siaran pers.\n",
        "a \n{{lines}}\n\n{{ long | x }} {{name}} b\t\nÜber = 1\n",
        "{{unknown|baris satu\nbaris dua}} c\nd {{unknown}}\n",
        "{{ not a field }}\n{{\n{{name}}\n}}\n{{open",
        "x\r\ny\rz {{name}}\r\n\0w",
    ] {
        for escape_html in [false, true] {
            let (text, _) = merge(template, &fields, false);
            let (html, _) = merge(template, &fields, escape_html);
            let mut whole = outgoing("siti@example.com", "<d4@press.test>");
            (whole.text, whole.html) = (&text, &html);
            let expected = prepared.build(&whole).unwrap();
            let merged = prepared
                .build_merged(
                    &outgoing("siti@example.com", "<d4@press.test>"),
                    &Stencil::new(template, false),
                    &Stencil::new(template, escape_html),
                    &fields,
                )
                .unwrap();
            assert_eq!(
                String::from_utf8_lossy(&merged),
                String::from_utf8_lossy(&expected),
                "{template:?}"
            );
        }
    }
}
