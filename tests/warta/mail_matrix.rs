//! Rendered mails of every form, language and kind of content, as they leave: named rules for their
//! HTML, and their structure as a parser of others' making sees it.

use std::collections::BTreeMap;
use std::fs;

use mail_parser::{Message, MessageParser, MimeHeaders};
use serde_json::json;
use warta::distribution::{self, Audience, SendOrder};
use warta::mail::compose::{CLIPPED_ABOVE, text_of_html};
use warta::release::mail_form::{LIGHT_BELOW, MailForm};
use warta::release::{self, NewFile};

use crate::sending_desk::{SendingDesk, patch};

const ICON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icons/32x32.png");

/// A rule for the HTML of a mail: its name, and whether this HTML keeps it.
type Rule = (&'static str, fn(&str) -> bool);

/// docs/mail-setup.md names the same rules.
const RULES: &[Rule] = &[
    ("table-layout", |html| html.contains("role=\"presentation\"") && !html.contains("<div")),
    ("inline-css", |html| {
        ["<style", "<link", "class=", "@media", "@import"].iter().all(|one| !html.contains(one))
    }),
    ("no-flex-or-grid", |html| {
        ["flex", "display:grid", "grid-template", "float:", "position:", "calc(", "var("]
            .iter()
            .all(|one| !html.contains(one))
    }),
    ("600-pixels", |html| {
        html.contains("max-width:600px") && widths(html).iter().all(|width| *width <= 600)
    }),
    ("below-102-kb", |html| html.len() < CLIPPED_ABOVE),
    ("dark-mode-safe", |html| {
        html.contains("name=\"color-scheme\" content=\"light dark\"")
            && !html.contains("background")
            && !html.match_indices("color:").any(|(at, _)| !html[..at].ends_with('-'))
    }),
    ("nothing-remote-or-active", |html| {
        ["<script", "<form", "<video", "<iframe", "url(", "javascript:", "src=\"http"]
            .iter()
            .all(|one| !html.contains(one))
    }),
    ("images-described", |html| {
        html.match_indices("<img").all(|(at, _)| {
            html[at..].split('>').next().is_some_and(|image| image.contains(" alt=\""))
        })
    }),
];

fn widths(html: &str) -> Vec<u32> {
    html.match_indices("width=\"")
        .filter_map(|(at, word)| html[at + word.len()..].split('"').next()?.parse().ok())
        .collect()
}

/// The names of the rules that this HTML breaks.
fn broken(html: &str) -> Vec<&'static str> {
    let html = html.to_lowercase();
    RULES.iter().filter(|(_, keeps)| !keeps(&html)).map(|(name, _)| *name).collect()
}

#[test]
fn every_rule_of_html_can_be_broken() {
    let shell = "<table role=\"presentation\" width=\"600\" style=\"max-width:600px\"></table><meta name=\"color-scheme\" content=\"light dark\">";
    assert_eq!(broken(shell), [""; 0]);
    for (rule, more) in [
        ("table-layout", "<div>a</div>".to_owned()),
        ("inline-css", "<p class=\"a\">a</p>".to_owned()),
        ("no-flex-or-grid", "<p style=\"display:flex\">a</p>".to_owned()),
        ("600-pixels", "<table width=\"601\"></table>".to_owned()),
        ("below-102-kb", "a".repeat(CLIPPED_ABOVE)),
        ("dark-mode-safe", "<p style=\"color:#000\">a</p>".to_owned()),
        ("nothing-remote-or-active", "<p src=\"https://example.com/a.png\">".to_owned()),
        ("images-described", "<img src=\"cid:a\">".to_owned()),
    ] {
        assert_eq!(broken(&format!("{shell}{more}")), [rule]);
    }
}

/// Words in any order with how often they stand there; marks of lists are none.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()) {
        if word.chars().count() > 1 {
            *all.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    all
}

/// Every image of the HTML is a part, and every inline part is shown.
fn images_resolved(mail: &Message, html: &str) {
    let shown: Vec<&str> = html
        .match_indices("src=\"cid:")
        .filter_map(|(at, word)| html[at + word.len()..].split('"').next())
        .collect();
    let parts: Vec<&str> = mail.parts.iter().filter_map(|part| part.content_id()).collect();
    for cid in &shown {
        assert!(parts.contains(cid), "{cid} is not among {parts:?}");
    }
    assert_eq!(parts.len(), shown.len(), "{parts:?} {shown:?}");
}

fn structure(raw: &[u8]) {
    let text = std::str::from_utf8(raw).expect("UTF-8");
    assert!(text.is_ascii(), "everything is encoded");
    for line in text.split("\r\n") {
        assert!(!line.contains(['\r', '\n']), "only CRLF ends a line");
        assert!(line.len() <= 998, "a line of {} octets", line.len());
    }
    let head = text.split("\r\n\r\n").next().unwrap();
    for name in ["From:", "To:", "Subject:", "Date:", "Message-ID:", "MIME-Version:"] {
        let lines = head.split("\r\n").filter(|line| line.starts_with(name)).count();
        assert_eq!(lines, 1, "{name} in {head}");
    }
}

#[test]
fn mails_of_every_form_language_and_content_are_sound() {
    let desk = SendingDesk::new();
    let names = [
        ("Siti Rahma", "", ""),
        ("Ñgurah 日本 Åse 🎉 \"Paguyuban\", S.Sos.", "light", "Yth. Ibu Ñgurah <b>&amp;"),
        (
            "Dr. H. Raden Mas Ngabehi Soerjaningrat Kusumowardhani Danureja Notonegoro Prawirodihardjo",
            "no_files",
            "Yth. Bapak",
        ),
    ];
    let people: Vec<i64> = names
        .iter()
        .enumerate()
        .map(|(number, (name, form, greeting))| {
            let id = desk.reader(name, &format!("p{number}@news.example.com"));
            desk.sql(&format!("UPDATE contacts SET mail_form = '{form}', salutation_formal = '{greeting}' WHERE id = {id}"));
            id
        })
        .collect();
    let body = "<h2>Jadwal “taman”</h2><p>Isi <strong>tebal</strong> &amp; <em>miring</em>, <a href=\"https://example.id/taman?a=1&amp;b=2\">situs taman</a>.</p><ul><li><p>Senin</p></li><li><p>Selasa</p></li></ul><table><tbody><tr><th><p>Hari</p></th><th><p>Jam</p></th></tr><tr><td><p>Ahad</p></td><td><p>07.00</p></td></tr></tbody></table>";
    let mut mails = 0;
    for language in ["id", "en"] {
        for (with_files, embargo) in
            [(false, None), (true, None), (true, Some("2098-12-01 08:00 WIB"))]
        {
            let subject =
                format!("Réspons – {{{{full_name}}}}: {}", "pembukaan 📣 taman kota ".repeat(9));
            let made = desk.write(|db, ctx| {
                release::save(db, ctx, patch(json!({"headline": "Harga \"turun\" & warga senang – réspons", "lead": "Wali kota <membuka> taman.",
                    "language": language, "covering_subject": subject.trim(), "covering_text": "{{salutation|Yth. Rekan}},\n\nterlampir siaran pers.", "body_html": body})))
            });
            let id = made.release.id;
            if with_files {
                let inline = desk.write(|db, ctx| {
                    release::attach(
                        db,
                        ctx,
                        NewFile {
                            release_id: id,
                            file_name: "foto taman.png".to_owned(),
                            upload: None,
                            path: Some(ICON.into()),
                            inline: true,
                        },
                    )
                });
                desk.write(|db, ctx| {
                    release::attach(
                        db,
                        ctx,
                        NewFile {
                            release_id: id,
                            file_name: "Naskah – réspons 日本.png".to_owned(),
                            upload: None,
                            path: Some(ICON.into()),
                            inline: false,
                        },
                    )
                });
                let shown =
                    format!("{body}<p><img src=\"cid:{}\" alt=\"Wali kota\"></p>", inline.cid);
                let mut change = patch(json!({"body_html": shown}));
                change.id = Some(id);
                desk.write(|db, ctx| release::save(db, ctx, change));
            }
            let audience = Audience {
                release_id: id,
                contacts: people.clone(),
                embargo: embargo.map(str::to_owned),
                guard_days: Some(0),
                ..Audience::default()
            };
            let queued = desk.write(|db, ctx| {
                distribution::queue(db, ctx, SendOrder { audience, ..SendOrder::default() })
            });
            desk.run().unwrap();
            for (delivery, (name, form, _)) in desk.deliveries(queued.row.id).iter().zip(&names) {
                let file = desk.folder.path().join("outbox").join(format!("{}.eml", delivery.id));
                let raw = fs::read(&file)
                    .unwrap_or_else(|cause| panic!("{}: {cause} {delivery:?}", file.display()));
                structure(&raw);
                let mail = MessageParser::default().parse(&raw).unwrap();
                let shown_name = mail.to().unwrap().first().unwrap().name();
                assert_eq!(shown_name, Some(*name));
                let subject = mail.subject().unwrap();
                assert!(subject.contains(name) && subject.contains("📣"), "{subject}");
                let html = mail.body_html(0).unwrap();
                let text = mail.body_text(0).unwrap();
                assert_eq!(broken(&html), [""; 0], "{html}");
                assert!(!html.contains("{{") && !text.contains("{{"), "{text}");
                // The address of a link to answer stands in the text part alone.
                let said: Vec<&str> =
                    text.split_whitespace().filter(|word| !word.starts_with("mailto:")).collect();
                let (in_html, in_text) = (words(&text_of_html(&html)), words(&said.join(" ")));
                for word in in_html.keys() {
                    assert!(
                        in_text.contains_key(word),
                        "{word} is not in the text part of {language} {form}:\n{text}"
                    );
                }
                for word in in_text.keys() {
                    assert!(
                        in_html.contains_key(word),
                        "{word} is not in the HTML part of {language} {form}:\n{}",
                        text_of_html(&html)
                    );
                }
                images_resolved(&mail, &html);
                let attached = mail
                    .attachments()
                    .filter(|part| part.attachment_name().is_some() && part.content_id().is_none())
                    .count();
                let form = MailForm::named(form).unwrap_or(MailForm::Full);
                let expected = usize::from(with_files && form == MailForm::Full);
                assert_eq!(attached, expected, "{form:?}");
                let asks = html.contains("href=\"mailto:press-office@warta.invalid?subject=");
                assert_eq!(asks, with_files && form != MailForm::Full, "{form:?} {html}");
                if form == MailForm::Light {
                    assert!(
                        html.len() < LIGHT_BELOW && raw.len() < 2 * LIGHT_BELOW,
                        "{} {}",
                        html.len(),
                        raw.len()
                    );
                    assert!(!html.contains("<img") && !html.contains("cid:"), "{html}");
                    if with_files {
                        for named in ["foto taman.png", "Naskah – réspons 日本.png"] {
                            assert!(
                                html.contains(named) && text.contains(named),
                                "{named} in {text}"
                            );
                        }
                        let word = if language == "id" { "FOTO" } else { "PHOTOS" };
                        assert!(text.contains(&format!("?subject={word}%20")), "{text}");
                    }
                }
                if form == MailForm::NoFiles && with_files {
                    assert!(
                        html.contains("cid:")
                            && text.contains("Naskah – réspons 日本.png")
                            && !text.contains("foto taman.png"),
                        "{text}"
                    );
                }
                let mark = if language == "id" {
                    "EMBARGO sampai 1 Desember 2098"
                } else {
                    "EMBARGO until 1 December 2098"
                };
                assert_eq!(subject.starts_with(mark), embargo.is_some(), "{subject}");
                assert_eq!(text.trim_start().starts_with(mark), embargo.is_some(), "{text}");
                mails += 1;
            }
        }
    }
    assert_eq!(mails, 18);
}

#[test]
fn a_light_mail_for_all_is_a_choice_of_the_distribution() {
    let desk = SendingDesk::new();
    let release = desk.release().release.id;
    let people = desk.readers(2);
    let audience =
        Audience { release_id: release, contacts: people, light: true, ..Audience::default() };
    let check = desk.read(|db, ctx| distribution::preflight(db, ctx, audience.clone()));
    assert_eq!(check.forms.len(), 1);
    assert_eq!((check.forms[0].form, check.forms[0].people), (MailForm::Light, 2));
    assert!(check.forms[0].size_bytes < 20_000, "{:?}", check.forms);
    desk.write(|db, ctx| {
        distribution::queue(db, ctx, SendOrder { audience, ..SendOrder::default() })
    });
    assert_eq!(desk.number("SELECT COUNT(*) FROM deliveries WHERE form = 'light'"), 2);
    assert_eq!(desk.number("SELECT COUNT(*) FROM distribution_texts"), 1);
}
