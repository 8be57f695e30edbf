//! Replies to what came back: threaded, sent once, kept as a draft when the server does not take
//! them, and both sides of the conversation.

use std::fs;

use serde_json::json;
use warta::commands;
use warta::db::Patch;
use warta::error::{Code, Result};
use warta::inbox::{self, ReadOrder};
use warta::job;
use warta::outbox::ReplyOrder;
use warta::response::reply::{self, NewReplyFile, ReplyShown, ReplyVerdict};
use warta::response::{self, ResponseFilter, ResponseRow};

use crate::mail_server::scripted::{Reaction, ScriptedServer, Step};
use crate::office::Office;
use crate::sending_desk::SendingDesk;

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
