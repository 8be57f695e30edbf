//! Replies to what came back: threaded, sent once, kept as a draft when the server does not take
//! them, and both sides of the conversation.

use std::fs;

use serde_json::json;
use warta::commands;
use warta::db::Patch;
use warta::enquiry::{self, EnquiryMail, EnquiryPatch, EnquiryState};
use warta::error::{Code, Result};
use warta::inbox::{self, ReadOrder};
use warta::job;
use warta::outbox::{EnquirySend, MailPurpose, ReplyOrder};
use warta::response::reply::{self, NewReplyFile, ReplyShown, ReplyVerdict};
use warta::response::{self, ResponseFilter, ResponseRow};
use warta::snippet::{self, SnippetUse};

use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::office::Office;
use crate::sending_desk::{SendingDesk, patch};

const QUESTION: &str = "From: Anna Wijaya <anna@news.example.com>\r\nTo: press@office.example.id\r\nSubject: Data anggaran\r\nMessage-ID: <q2@news.example.com>\r\nReferences: <q0@news.example.com> <q1@news.example.com>\r\nDate: Sat, 21 Nov 2026 09:00:00 +0700\r\n\r\nBoleh minta datanya?\r\n";

impl SendingDesk {
    /// Reads one mail; its row.
    fn mail(&self, name: &str, text: &str) -> ResponseRow {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        let ctx = self.ctx();
        let id = job::start(&self.workspace, &ctx, "inbox_read").unwrap();
        let order = ReadOrder { paths: vec![path], ..ReadOrder::default() };
        job::run(&self.workspace, ctx, id, "inbox_read", None, |job| {
            inbox::read_each(job, order, &mut |_| {})
        })
        .unwrap();
        let page = self.read(|db, ctx| response::list(db, ctx, ResponseFilter::default()));
        page.rows.into_iter().max_by_key(|row| row.id).unwrap()
    }

    fn draft(&self, response_id: i64, body: &str) -> ReplyShown {
        let set = json!({"response_id": response_id, "body": body}).as_object().unwrap().clone();
        self.write(|db, ctx| reply::save(db, ctx, Patch { set, ..Patch::default() }))
    }

    fn send_reply(&self, response_id: i64) -> Result<ReplyShown> {
        commands::reply_send(&self.door(), ReplyOrder { response_id, done: true })
    }
}

#[test]
fn a_reply_is_threaded_quoted_sent_once_and_answered_again() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let anna = desk.reader("Anna Wijaya", "anna@news.example.com");
    let question = desk.mail("q.eml", QUESTION).id;
    let empty = desk.send_reply(question).unwrap_err();
    assert_eq!(empty.text, "reply-empty");
    let begun = desk.draft(question, "Baik, Bu.");
    assert_eq!(begun.reply.subject, "Re: Data anggaran");
    assert_eq!(begun.from_address, "press@office.example.id");
    let file = desk.folder.path().join("anggaran.csv");
    fs::write(&file, "pos;jumlah\n").unwrap();
    let new = NewReplyFile { response_id: question, path: Some(file), ..NewReplyFile::default() };
    desk.write(|db, ctx| reply::attach(db, ctx, new));
    let again = desk.draft(question, "Baik, Bu Anna. Datanya terlampir.");
    assert_eq!((again.reply.id, again.files.len()), (begun.reply.id, 1));

    let sent = desk.send_reply(question).unwrap();
    assert_eq!(sent.reply.state, "sent");
    let messages = server.messages();
    let [(to, bytes)] = messages.as_slice() else { panic!("one message: {messages:?}") };
    assert_eq!(to, &["anna@news.example.com"]);
    let parsed = mail_parser::MessageParser::default().parse(bytes).unwrap();
    assert_eq!(parsed.subject(), Some("Re: Data anggaran"));
    assert_eq!(parsed.in_reply_to().as_text(), Some("q2@news.example.com"));
    assert_eq!(
        parsed.references().as_text_list().unwrap(),
        ["q0@news.example.com", "q1@news.example.com", "q2@news.example.com"]
    );
    let text = parsed.body_text(0).unwrap();
    assert!(text.starts_with("Baik, Bu Anna. Datanya terlampir."), "{text}");
    assert!(text.contains("> Boleh minta datanya?"), "{text}");
    assert_eq!(parsed.attachment_count(), 1);

    // Not twice: there is no draft any more.
    assert_eq!(desk.send_reply(question).unwrap_err().text, "reply-empty");
    assert_eq!(server.messages().len(), 1);
    let shown = desk.read(|db, ctx| response::show(db, ctx, question));
    assert_eq!(shown.row.state, "done");
    assert!(shown.history.iter().any(|line| line.direction == "out" && line.contact_id == anna));

    // They answer the reply, from another address that nobody knows.
    let answer = format!(
        "From: Anna <anna@home.example.net>\r\nTo: press@office.example.id\r\nSubject: Re: Data anggaran\r\nMessage-ID: <q3@home.example.net>\r\nIn-Reply-To: <{}>\r\nDate: Mon, 23 Nov 2026 09:00:00 +0700\r\n\r\nTerima kasih.\r\n",
        sent.reply.message_id
    );
    let answer = desk.mail("a.eml", &answer);
    assert_eq!((answer.thread_id, answer.contact_id), (question, anna));
    let talk = desk.read(|db, ctx| response::show(db, ctx, answer.id)).conversation;
    let kinds: Vec<&str> = talk.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds.len(), 3, "{talk:?}");
    assert_eq!(kinds.iter().filter(|kind| **kind == "reply").count(), 1);
}

#[test]
fn what_a_server_refuses_stays_as_a_draft_with_its_words() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Rcpt(_) => Reaction::Say("550 5.1.1 No such user here".into()),
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let question = desk.mail("q.eml", QUESTION).id;
    desk.draft(question, "Baik.");
    let refused = desk.send_reply(question).unwrap_err();
    assert_eq!(refused.text, "reply-refused");
    let draft = desk.read(|db, ctx| reply::draft(db, ctx, question));
    assert_eq!((draft.reply.state.as_str(), draft.reply.body.as_str()), ("draft", "Baik."));
    assert!(draft.reply.words.contains("No such user here"), "{draft:?}");
    assert_eq!(desk.read(|db, ctx| response::show(db, ctx, question)).row.state, "new");
}

#[test]
fn a_reply_that_may_have_left_is_never_sent_again_by_itself() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Message(_) => Reaction::TakeAndCut,
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let question = desk.mail("q.eml", QUESTION).id;
    let id = desk.draft(question, "Baik.").reply.id;
    assert_eq!(desk.send_reply(question).unwrap_err().text, "reply-unsure");
    assert_eq!(desk.send_reply(question).unwrap_err().text, "reply-empty");
    assert_eq!(server.messages().len(), 1);
    let talk = desk.read(|db, ctx| response::show(db, ctx, question)).conversation;
    assert!(talk.iter().any(|entry| entry.state == "unsure"), "{talk:?}");
    let verdict = ReplyVerdict { id, arrived: false };
    let back = desk.write(|db, ctx| reply::settle(db, ctx, verdict));
    assert_eq!((back.reply.state.as_str(), back.reply.message_id.as_str()), ("draft", ""));
    let known = desk.try_write(|db, ctx| reply::settle(db, ctx, verdict)).unwrap_err();
    assert_eq!(known.code, Code::Conflict);
}

#[test]
fn without_an_account_a_reply_goes_into_the_folder() {
    let office = Office::with_contacts();
    let mail = office.write("q.eml", QUESTION);
    office.warta(&["inbox", "read", &mail]);
    let draft = office.warta(&["inbox", "reply", "1", "--text", "Baik, Bu."]);
    assert_eq!(draft.code, 0, "{draft:?}");
    let written = || fs::read_dir(office.workspace().join("outbox")).map_or(0, Iterator::count);
    assert_eq!(written(), 0);
    let sent = office.json(&["inbox", "reply", "1", "--keep-open", "--yes"]);
    assert_eq!(sent["reply"]["state"], "sent", "{sent}");
    assert_eq!(written(), 1);
    let list = office.json(&["response", "list", "--state", "new"]);
    assert_eq!(list["total"], 1, "{list}");
}

#[test]
fn a_snippet_is_filled_and_an_open_field_keeps_the_reply_here() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    desk.reader("Anna Wijaya", "anna@news.example.com");
    let question = desk.mail("q.eml", QUESTION).id;
    let keep = |text: &str| {
        let set = json!({"name": "Jawab", "text": text}).as_object().unwrap().clone();
        desk.try_write(|db, ctx| snippet::save(db, ctx, Patch { set, ..Patch::default() }))
    };
    let unknown = keep("Yth. {{nama}}").unwrap_err();
    assert_eq!((unknown.text, unknown.field.as_deref()), ("snippet-unknown-field", Some("text")));
    let id = keep("Yth. {{name}} ({{headline}}), salam {{outlet|redaksi}}.").unwrap().id;
    let filled =
        desk.read(|db, ctx| snippet::fill(db, ctx, SnippetUse { id, response_id: question }));
    assert_eq!(filled.missing, ["headline"]);
    assert!(filled.text.starts_with("Yth. Anna Wijaya ({{headline}}), salam "), "{filled:?}");
    desk.draft(question, &filled.text);
    assert_eq!(desk.send_reply(question).unwrap_err().text, "reply-field-left");
    assert_eq!(server.messages().len(), 0);
    desk.draft(question, &filled.text.replace("{{headline}}", "Anggaran"));
    desk.send_reply(question).unwrap();
    assert_eq!(server.messages().len(), 1);
}

#[test]
fn the_unit_is_asked_and_the_asker_answered_by_mail_and_the_sends_make_the_log() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let anna = desk.reader("Anna Wijaya", "anna@news.example.com");
    let question = desk.mail("q.eml", QUESTION).id;
    let order = EnquiryMail { response_id: question, due: None };
    let made = desk.write(|db, ctx| enquiry::from_response(db, ctx, order)).row.id;
    let send = |purpose, to: Option<&str>, text: Option<&str>| {
        let order = EnquirySend {
            id: made,
            purpose,
            to: to.map(str::to_owned),
            text: text.map(str::to_owned),
            ..EnquirySend::default()
        };
        commands::enquiry_mail(&desk.door(), order)
    };
    assert_eq!(send(MailPurpose::Unit, None, None).unwrap_err().text, "enquiry-unit-missing");
    desk.write(|db, ctx| {
        let patch = Patch { id: Some(made), ..Patch::default() };
        let unit = Some("Dinas Contoh".to_owned());
        enquiry::save(db, ctx, EnquiryPatch { patch, unit, ..EnquiryPatch::default() })
    });
    assert_eq!(send(MailPurpose::Unit, None, None).unwrap_err().text, "enquiry-mail-nobody");
    let asked = send(MailPurpose::Unit, Some("Dinas@kota.example.id"), None).unwrap();
    assert_eq!(asked.row.state, EnquiryState::Waiting);
    assert_eq!(asked.steps.len(), 1);
    assert_eq!(asked.steps[0].step.channel, "mail");
    assert!(asked.steps[0].step.text.contains("Boleh minta datanya?"), "{asked:?}");

    let answered = send(MailPurpose::Answer, None, Some("Datanya 40 rumah.")).unwrap();
    assert_eq!(answered.row.state, EnquiryState::Answered);
    assert_eq!(answered.enquiry.answer_channel, "mail");
    let messages = server.messages();
    let [(unit, _), (asker, reply)] = messages.as_slice() else { panic!("{messages:?}") };
    assert_eq!(
        (unit[0].as_str(), asker[0].as_str()),
        ("dinas@kota.example.id", "anna@news.example.com")
    );
    let parsed = mail_parser::MessageParser::default().parse(reply).unwrap();
    assert_eq!(parsed.in_reply_to().as_text(), Some("q2@news.example.com"));
    assert!(parsed.body_text(0).unwrap().starts_with("Datanya 40 rumah."));
    let shown = desk.read(|db, ctx| response::show(db, ctx, question));
    assert!(shown.conversation.iter().any(|entry| entry.kind == "reply" && entry.state == "sent"));
    assert!(shown.history.iter().any(|line| line.direction == "out" && line.contact_id == anna));
}

#[test]
fn a_request_that_the_server_refuses_is_not_logged() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::start(Default::default(), |step: Step<'_>| match step {
        Step::Rcpt(_) => Reaction::Say("550 5.1.1 No such user here".into()),
        _ => Reaction::Usual,
    });
    desk.server(server.port);
    let patch = patch(json!({"question": "Benarkah?"}));
    let unit = Some("Dinas Contoh".to_owned());
    let save = EnquiryPatch { patch, unit, ..EnquiryPatch::default() };
    let id = desk.write(|db, ctx| enquiry::save(db, ctx, save)).row.id;
    for _ in 0..2 {
        let to = Some("dinas@kota.example.id".to_owned());
        let order = EnquirySend { id, to, ..EnquirySend::default() };
        let refused = commands::enquiry_mail(&desk.door(), order).unwrap_err();
        assert_eq!(refused.text, "reply-refused");
    }
    let shown = desk.read(|db, ctx| enquiry::show(db, ctx, id));
    assert_eq!((shown.row.state, shown.steps.len()), (EnquiryState::New, 0));
}

#[test]
fn what_the_office_passes_on_to_itself_is_filed_under_its_first_author() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    let anna = desk.reader("Anna Wijaya", "anna@news.example.com");
    let passed = "From: Rina <rina@office.example.id>\r\nTo: press@office.example.id\r\nSubject: Fwd: Data anggaran\r\nMessage-ID: <f1@office.example.id>\r\nDate: Mon, 23 Nov 2026 09:00:00 +0700\r\n\r\nMohon dibantu.\r\n\r\n---------- Pesan terusan ---------\r\nDari: Anna Wijaya <anna@news.example.com>\r\nTanggal: Sab, 21 Nov 2026 pukul 09.00\r\nSubjek: Data anggaran\r\nKepada: <rina@office.example.id>\r\n\r\nBoleh minta datanya?\r\n";
    let row = desk.mail("f.eml", passed);
    assert_eq!((row.from_address.as_str(), row.contact_id), ("anna@news.example.com", anna));
    let shown = desk.read(|db, ctx| response::show(db, ctx, row.id));
    assert_eq!(
        (shown.forwarded_by.as_str(), shown.forward_note.as_str(), shown.new_text.as_str()),
        ("Rina", "Mohon dibantu.", "Boleh minta datanya?")
    );
    assert_eq!(shown.row.received_at.get(..16), Some("2026-11-21T02:00"));
    assert!(shown.mail.text.contains("Pesan terusan"), "the whole mail is kept as it came");
    // What a journalist passes on is their own mail.
    let theirs = passed
        .replace("rina@office.example.id>\r\nTo", "budi@koran.example.com>\r\nTo")
        .replace("f1@", "f2@");
    assert_eq!(desk.mail("g.eml", &theirs).from_address, "budi@koran.example.com");
}
