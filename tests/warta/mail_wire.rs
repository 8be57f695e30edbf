//! Mail on the wire: SMTP and IMAP against real and scripted servers.

use std::ops::ControlFlow;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use mail_parser::MessageParser;
use warta::error::Code;
use warta::mail::address_url::{Scheme, Security, parse};
use warta::mail::compose::{build, plus_address};
use warta::mail::imap::{self, Cursor, ImapLogin};
use warta::mail::probe::{ProbeStage, ProbeStep};
use warta::mail::smtp::{self, Class, Envelope, Outcome, SmtpLogin, SmtpSession, Stage, Timeouts};

use crate::mail_compose::outgoing;
use crate::mail_server::scripted::{Offered, Reaction, ScriptedServer, Step};
use crate::mail_server::{MailServer, PASSWORD, SmtpSink, header_value};

/// One pair of servers for all tests here; it ends with the process.
static SERVER: LazyLock<MailServer> = LazyLock::new(MailServer::start);

const PATIENCE: Duration = Duration::from_secs(30);

fn short() -> Timeouts {
    let second = Duration::from_secs(1);
    Timeouts { connect: 3 * second, reply: 3 * second, after_dot: 3 * second }
}

fn login(url: &str, password: &str, ca: Option<Vec<u8>>) -> SmtpLogin {
    let url = parse(url, Scheme::Smtp).unwrap();
    SmtpLogin { url, secret: Some(password.into()), ca, timeouts: short() }
}

fn scripted(server: &ScriptedServer) -> SmtpLogin {
    login(&format!("smtp://sender%40press.test@127.0.0.1:{}?tls=none", server.port), PASSWORD, None)
}

fn real(scheme: &str, port: u16) -> SmtpLogin {
    let url = format!("{scheme}://sender%40press.test@localhost:{port}");
    let mut login = login(&url, PASSWORD, Some(SERVER.ca()));
    login.timeouts = Timeouts::default();
    login
}

fn mailbox(user: &str) -> ImapLogin {
    let url = format!("imaps://{}@localhost:{}", user.replace('@', "%40"), SERVER.imaps);
    ImapLogin {
        url: parse(&url, Scheme::Imap).unwrap(),
        secret: PASSWORD.into(),
        ca: Some(SERVER.ca()),
        timeout: Duration::from_secs(20),
    }
}

fn send(session: &mut SmtpSession, to: &str, message_id: &str) -> Outcome {
    let body = build(&outgoing(to, message_id)).unwrap();
    let envelope = Envelope { from: "sender@press.test", to, envelope_id: Some(message_id) };
    match session.begin(&envelope, &body) {
        Ok(ready) => session.finish(ready),
        Err(refusal) => refusal,
    }
}

fn refused_connection(login: &SmtpLogin) -> Outcome {
    SmtpSession::connect(login).err().expect("the connection is refused")
}

fn failed_step(steps: &[ProbeStep]) -> (ProbeStage, &'static str) {
    let last = steps.last().expect("at least one step");
    assert!(!last.ok, "a step fails: {steps:?}");
    assert!(steps.iter().rev().skip(1).all(|step| step.ok), "only the last fails: {steps:?}");
    (last.stage, last.text)
}

// --- SMTP against a scripted server

#[test]
fn the_whole_dialogue_is_pipelined_with_notices_asked_for() {
    let server = ScriptedServer::friendly();
    let mut session = SmtpSession::connect(&scripted(&server)).unwrap();
    assert!(session.offers().pipelining && session.offers().size == Some(30_000_000));
    let done = send(&mut session, "anna@news.test", "<id=1+x@press.test>");
    assert_eq!(
        (done.class, done.code, done.enhanced.as_deref()),
        (Class::Accepted, Some(250), Some("2.0.0"))
    );
    session.quit();
    let commands = server.commands();
    let mail = commands.iter().find(|line| line.starts_with("MAIL")).unwrap();
    assert!(mail.starts_with("MAIL FROM:<sender@press.test> SIZE="), "{mail}");
    assert!(mail.ends_with("RET=HDRS ENVID=<id+3D1+2Bx@press.test>"), "{mail}");
    assert!(commands.contains(
        &"RCPT TO:<anna@news.test> NOTIFY=FAILURE,DELAY ORCPT=rfc822;anna@news.test".to_owned()
    ));
    let (recipients, message) = server.messages().remove(0);
    assert_eq!(recipients, ["anna@news.test"]);
    let expected = build(&outgoing("anna@news.test", "<id=1+x@press.test>")).unwrap();
    let body = |raw: &[u8]| {
        MessageParser::default().parse(raw).unwrap().body_text(0).unwrap().into_owned()
    };
    assert_eq!(body(&message), body(&expected), "dots at line starts arrive as they were");
}

#[test]
fn a_server_that_offers_nothing_is_asked_in_turn() {
    let offered = Offered {
        pipelining: false,
        size: None,
        dsn: false,
        eight_bit: false,
        smtputf8: false,
        auth_plain: false,
        auth_login: true,
        auth_xoauth2: false,
    };
    let server = ScriptedServer::start(offered, |step| match step {
        Step::Rcpt("gone@news.test") => Reaction::Say("550 5.1.1 No\n5.1.1 such user".into()),
        _ => Reaction::Usual,
    });
    let mut session = SmtpSession::connect(&scripted(&server)).unwrap();
    let refused = send(&mut session, "gone@news.test", "<s1@press.test>");
    assert_eq!((refused.class, refused.stage), (Class::Permanent, Stage::Rcpt));
    assert_eq!((refused.code, refused.enhanced.as_deref()), (Some(550), Some("5.1.1")));
    assert!(
        refused.text.contains("such user"),
        "all lines of the reply are kept: {}",
        refused.text
    );
    assert_eq!(send(&mut session, "anna@news.test", "<s2@press.test>").class, Class::Accepted);
    assert_eq!((server.connections(), server.count("<s2@press.test>")), (1, 1));
    assert!(server.commands().contains(&"RSET".to_owned()));
}

#[test]
fn a_refused_recipient_costs_neither_the_connection_nor_the_next_message() {
    let server = ScriptedServer::with_recipients(&[
        ("grey@news.test", &["450 4.2.0 Greylisted", "250 2.1.5 Ok"]),
        ("gone@news.test", &["550 5.1.1 No such user here"]),
    ]);
    let mut session = SmtpSession::connect(&scripted(&server)).unwrap();
    let soft = send(&mut session, "grey@news.test", "<r1@press.test>");
    assert_eq!((soft.class, soft.stage, soft.code), (Class::Temporary, Stage::Rcpt, Some(450)));
    assert_eq!(send(&mut session, "gone@news.test", "<r2@press.test>").class, Class::Permanent);
    assert_eq!(send(&mut session, "grey@news.test", "<r1@press.test>").class, Class::Accepted);
    assert!(session.is_usable());
    assert_eq!((server.connections(), server.count("<r1@press.test>")), (1, 1));
}

#[test]
fn data_opened_without_a_recipient_is_closed_with_an_empty_message() {
    let server = ScriptedServer::start(Offered::default(), |step| match step {
        Step::Rcpt("gone@news.test") => Reaction::Say("550 5.1.1 No such user".into()),
        Step::Data(0) => Reaction::Say("354 Go ahead".into()),
        _ => Reaction::Usual,
    });
    let mut session = SmtpSession::connect(&scripted(&server)).unwrap();
    let refused = send(&mut session, "gone@news.test", "<e1@press.test>");
    assert_eq!((refused.class, refused.stage), (Class::Permanent, Stage::Rcpt));
    assert_eq!(send(&mut session, "anna@news.test", "<e2@press.test>").class, Class::Accepted);
    assert_eq!(server.counts().len(), 1, "only the second message was taken");
    assert_eq!(server.connections(), 1);
}

#[test]
fn only_a_cut_after_the_final_dot_leaves_doubt() {
    for (name, reaction, class) in [
        ("taken, then cut", Reaction::TakeAndCut, Class::Ambiguous),
        ("cut", Reaction::Cut, Class::Ambiguous),
        ("silence", Reaction::Wait(Duration::from_secs(5)), Class::Ambiguous),
        ("nonsense", Reaction::Say("what?".into()), Class::Ambiguous),
        ("closing", Reaction::SayAndClose("421 4.3.2 Shutting down".into()), Class::Temporary),
        ("refused", Reaction::Say("554 5.7.1 Spam".into()), Class::Permanent),
        ("full", Reaction::Say("452 4.3.1 Insufficient storage".into()), Class::Temporary),
    ] {
        let server = ScriptedServer::start(Offered::default(), move |step| match step {
            Step::Message(_) => reaction.clone(),
            _ => Reaction::Usual,
        });
        let mut session = SmtpSession::connect(&scripted(&server)).unwrap();
        let outcome = send(&mut session, "anna@news.test", "<a1@press.test>");
        assert_eq!((outcome.class, outcome.stage), (class, Stage::Dot), "{name}");
        let goes_on = matches!(outcome.code, Some(554 | 452));
        assert_eq!(session.is_usable(), goes_on, "{name}");
    }
}

#[test]
fn a_cut_before_the_final_dot_is_safe_to_repeat() {
    fn cut(at: &'static str) -> ScriptedServer {
        ScriptedServer::start(Offered::default(), move |step| {
            let here = match step {
                Step::Connect(_) => "connect",
                Step::Hello => "hello",
                Step::Mail(_) => "mail",
                Step::Rcpt(_) => "rcpt",
                Step::Data(_) => "data",
                _ => "",
            };
            if here == at { Reaction::Cut } else { Reaction::Usual }
        })
    }
    for at in ["connect", "hello"] {
        let outcome = refused_connection(&scripted(&cut(at)));
        assert_eq!(outcome.class, Class::Network, "{at}: {outcome}");
        assert!(outcome.is_connection_trouble());
    }
    for (at, stage) in [("mail", Stage::Mail), ("rcpt", Stage::Rcpt), ("data", Stage::Data)] {
        let server = cut(at);
        let mut session = SmtpSession::connect(&scripted(&server)).unwrap();
        let outcome = send(&mut session, "anna@news.test", "<n1@press.test>");
        assert_eq!((outcome.class, outcome.stage), (Class::Network, stage), "{outcome}");
        assert!(!session.is_usable());
    }
    let nobody = login("smtp://127.0.0.1:1?tls=none", "", None);
    assert_eq!(refused_connection(&nobody).class, Class::Network);
}

#[test]
fn a_server_that_refuses_the_connection_blames_no_recipient() {
    let greeting = |said: &'static str| {
        ScriptedServer::start(Offered::default(), move |step| match step {
            Step::Connect(_) => Reaction::SayAndClose(said.into()),
            _ => Reaction::Usual,
        })
    };
    let busy = refused_connection(&scripted(&greeting("421 4.7.0 Too many connections\nfrom you")));
    assert_eq!((busy.class, busy.stage, busy.code), (Class::Temporary, Stage::Greeting, Some(421)));
    assert!(busy.is_connection_trouble());
    let banned = refused_connection(&scripted(&greeting("554 5.7.1 Go away")));
    assert_eq!(
        (banned.class, banned.enhanced.as_deref()),
        (Class::ConnectionRefused, Some("5.7.1"))
    );
    let hello = ScriptedServer::start(Offered::default(), |step| match step {
        Step::Hello => Reaction::Say("550 Bad name".into()),
        _ => Reaction::Usual,
    });
    assert_eq!(refused_connection(&scripted(&hello)).class, Class::ConnectionRefused);
    let server = ScriptedServer::friendly();
    let mut wrong = scripted(&server);
    wrong.secret = Some("salah".into());
    let refused = refused_connection(&wrong);
    assert_eq!(
        (refused.class, refused.stage, refused.code),
        (Class::ConnectionRefused, Stage::Auth, Some(535))
    );
    let later = ScriptedServer::start(Offered::default(), |step| match step {
        Step::Mail(_) => Reaction::Say("530 5.7.0 Authentication required".into()),
        _ => Reaction::Usual,
    });
    let mut session = SmtpSession::connect(&scripted(&later)).unwrap();
    assert!(send(&mut session, "anna@news.test", "<c1@press.test>").is_connection_trouble());
}

#[test]
fn starttls_is_never_done_without() {
    let server = ScriptedServer::friendly();
    let login = login(
        &format!("smtp://sender%40press.test@localhost:{}", server.port),
        PASSWORD,
        Some(SERVER.ca()),
    );
    let refused = refused_connection(&login);
    assert_eq!((refused.class, refused.stage), (Class::ConnectionRefused, Stage::Tls));
    assert!(
        !server.commands().iter().any(|line| line.starts_with("AUTH")),
        "no password in plain text"
    );
    assert_eq!(
        failed_step(&smtp::probe(&login, "sender@press.test").unwrap().steps),
        (ProbeStage::Tls, "probe-no-starttls")
    );
}

#[test]
fn addresses_beyond_ascii_and_too_large_messages_are_refused_before_the_wire() {
    let offered = Offered { size: Some(100), ..Offered::default() };
    let server = ScriptedServer::start(offered, |_| Reaction::Usual);
    let mut session = SmtpSession::connect(&scripted(&server)).unwrap();
    let large = send(&mut session, "anna@news.test", "<l1@press.test>");
    assert_eq!((large.class, large.enhanced.as_deref()), (Class::Permanent, Some("5.3.4")));
    let mut refuse = |to: &str| {
        let envelope = Envelope { from: "sender@press.test", to, envelope_id: None };
        session
            .begin(&envelope, b"x\r\n")
            .map(|ready| session.finish(ready))
            .unwrap_or_else(|refusal| refusal)
    };
    assert_eq!(refuse("añña@news.test").enhanced.as_deref(), Some("5.6.7"));
    assert_eq!(refuse("a@b.test>\r\nRCPT TO:<c@d.test").enhanced.as_deref(), Some("5.1.3"));
    assert_eq!(refuse("anna@bücher.example").class, Class::Accepted);
    assert!(server.commands().contains(&"RCPT TO:<anna@xn--bcher-kva.example>".to_owned()));
}

#[test]
fn smtp_sink_takes_messages_and_plays_the_doubtful_case() {
    let sink = SmtpSink::start(&[]);
    let url = format!("smtp://127.0.0.1:{}?tls=none", sink.port);
    let mut session = SmtpSession::connect(&login(&url, "", None)).unwrap();
    let begun = Instant::now();
    for number in 0..50 {
        assert_eq!(
            send(&mut session, "anna@news.test", &format!("<k{number}@press.test>")).class,
            Class::Accepted
        );
    }
    assert!(
        begun.elapsed() < Duration::from_millis(50 * 30),
        "no 40 ms stall per message: {:?}",
        begun.elapsed()
    );
    let cutting = SmtpSink::start(&["-q", "."]);
    let url = format!("smtp://127.0.0.1:{}?tls=none", cutting.port);
    let mut session = SmtpSession::connect(&login(&url, "", None)).unwrap();
    assert_eq!(send(&mut session, "anna@news.test", "<k@press.test>").class, Class::Ambiguous);
}

// --- the real servers

#[test]
fn a_real_server_takes_refuses_and_goes_on() {
    for (scheme, port) in [("smtp", SERVER.submission), ("smtps", SERVER.smtps)] {
        let mut session = SmtpSession::connect(&real(scheme, port)).unwrap();
        let said = |session: &mut SmtpSession, to| {
            let outcome = send(session, to, "<w0@press.test>");
            (outcome.class, outcome.stage, outcome.code.unwrap(), outcome.enhanced.unwrap())
        };
        assert_eq!(
            said(&mut session, "grey@news.test"),
            (Class::Temporary, Stage::Rcpt, 450, "4.2.0".into())
        );
        assert_eq!(
            said(&mut session, "gone@news.test"),
            (Class::Permanent, Stage::Rcpt, 550, "5.1.1".into())
        );
        assert_eq!(
            said(&mut session, "blocked@news.test"),
            (Class::Permanent, Stage::Rcpt, 554, "5.7.1".into())
        );
        let id = format!("<w-{scheme}@press.test>");
        let taken = send(&mut session, "anna@news.test", &id);
        assert_eq!(taken.class, Class::Accepted, "{taken}");
        session.quit();
        SERVER.wait_for("anna@news.test", PATIENCE, |raw| raw.contains(&id));
        assert_eq!(SERVER.count_message_id("anna@news.test", &id), 1);
    }
}

#[test]
fn the_connection_test_explains_failures() {
    let good = smtp::probe(&real("smtp", SERVER.submission), "sender@press.test").unwrap().steps;
    let stages: Vec<ProbeStage> = good.iter().map(|step| step.stage).collect();
    use ProbeStage::{Auth, Connect, Dns, Greeting, Tls, Use};
    assert_eq!(stages, [Dns, Connect, Greeting, Tls, Auth, Use], "{good:?}");
    assert!(good.iter().all(|step| step.ok), "{good:?}");
    let probe =
        |login: &SmtpLogin| failed_step(&smtp::probe(login, "sender@press.test").unwrap().steps);
    let mut wrong = real("smtps", SERVER.smtps);
    wrong.secret = Some("salah".into());
    assert_eq!(probe(&wrong), (Auth, "probe-wrong-password"));
    assert_eq!(refused_connection(&wrong).class, Class::ConnectionRefused);
    for (scheme, port) in [("smtp", SERVER.submission), ("smtps", SERVER.smtps)] {
        let mut stranger = real(scheme, port);
        // Trusts another authority, which is none of the server's.
        stranger.ca = Some(other_authority());
        assert_eq!(probe(&stranger), (Tls, "probe-certificate-untrusted"), "{scheme}");
        let refused = refused_connection(&stranger);
        assert_eq!(
            (refused.class, refused.stage),
            (Class::ConnectionRefused, Stage::Tls),
            "{refused}"
        );
    }
    assert_eq!(probe(&real("smtps", SERVER.submission)), (Tls, "probe-needs-starttls"));
    let mut plain = real("smtp", SERVER.smtps);
    plain.timeouts = short();
    assert_eq!(probe(&plain), (Greeting, "probe-needs-tls"));
    let mut nowhere = real("smtps", SERVER.smtps);
    nowhere.url.host = "mail.invalid".into();
    assert_eq!(probe(&nowhere), (Dns, "probe-host-unknown"));
    assert_eq!(probe(&real("smtps", 1)), (Connect, "probe-connection-refused"));
    let mut broken = real("smtps", SERVER.smtps);
    broken.ca = Some(b"no certificate".to_vec());
    assert_eq!(smtp::probe(&broken, "sender@press.test").unwrap_err().text, "error-ca-file");

    let reading = |change: &dyn Fn(&mut ImapLogin)| {
        let mut login = mailbox("anna@news.test");
        login.timeout = Duration::from_secs(3);
        change(&mut login);
        imap::probe(&login).unwrap()
    };
    let good = reading(&|_| ());
    assert!(good.iter().all(|step| step.ok), "{good:?}");
    let starttls = |login: &mut ImapLogin| {
        (login.url.security, login.url.port) = (Security::StartTls, SERVER.imap)
    };
    let steps = reading(&starttls);
    assert_eq!(
        steps.iter().map(|step| step.stage).collect::<Vec<_>>(),
        [Dns, Connect, Greeting, Tls, Auth, Use]
    );
    assert_eq!(
        failed_step(&reading(&|login| login.secret = "salah".into())),
        (Auth, "probe-wrong-password")
    );
    assert_eq!(
        failed_step(&reading(&|login| login.ca = Some(other_authority()))),
        (Tls, "probe-certificate-untrusted")
    );
    assert_eq!(
        failed_step(&reading(&|login| login.url.port = SERVER.imap)),
        (Tls, "probe-needs-starttls")
    );
    assert_eq!(
        failed_step(&reading(&|login| login.url.security = Security::StartTls)),
        (Greeting, "probe-needs-tls")
    );
}

/// A certificate authority that signed nothing here.
fn other_authority() -> Vec<u8> {
    static OTHER: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let done = std::process::Command::new("openssl")
            .args("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=other -keyout /dev/null".split(' '))
            .output()
            .unwrap();
        done.stdout
    });
    OTHER.clone()
}

fn read(login: &ImapLogin, cursor: Cursor) -> (Vec<imap::Fetched>, Cursor) {
    let mut all = Vec::new();
    let end = imap::fetch_new(login, "INBOX", cursor, &mut |message| {
        all.push(message);
        Ok(ControlFlow::Continue(()))
    })
    .unwrap();
    (all, end)
}

#[test]
fn a_mailbox_is_read_once_in_order_and_without_a_trace() {
    let login = mailbox("bert@news.test");
    let mut session = SmtpSession::connect(&real("smtps", SERVER.smtps)).unwrap();
    for number in 1..=3 {
        let id = format!("<m{number}@press.test>");
        assert_eq!(send(&mut session, "bert@news.test", &id).class, Class::Accepted);
        SERVER.wait_for("bert@news.test", PATIENCE, |raw| raw.contains(&id));
    }
    let (all, end) = read(&login, Cursor::default());
    let ids: Vec<_> =
        all.iter().map(|message| header_value(&message.raw, "message-id").unwrap()).collect();
    assert_eq!(ids, ["<m1@press.test>", "<m2@press.test>", "<m3@press.test>"]);
    assert!(all.iter().all(|message| message.internal_date.is_some() && !message.headers_only));
    assert_eq!(all.last().unwrap().cursor, end);
    assert!(read(&login, end).0.is_empty(), "nothing new");
    let (again, _) = read(&login, Cursor { uidnext: end.uidnext - 1, ..end });
    assert_eq!(again.len(), 1, "only what the cursor has not passed");
    let (strange, same) = read(&login, Cursor { uidvalidity: end.uidvalidity + 1, uidnext: 99 });
    assert_eq!((strange.len(), same), (3, end), "another UIDVALIDITY means all over again");
    let mut seen = 0;
    let stopped = imap::fetch_new(&login, "INBOX", Cursor::default(), &mut |_| {
        seen += 1;
        Ok(if seen == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })
    .unwrap();
    assert_eq!((seen, read(&login, stopped).0.len()), (2, 1), "the rest comes next time");
    assert!(imap::search_message_id(&login, "INBOX", "<m2@press.test>").unwrap());
    assert!(!imap::search_message_id(&login, "INBOX", "<m9@press.test>").unwrap());
    let folders = imap::folders(&login).unwrap();
    assert_eq!(imap::sent_folder(&folders).unwrap().name, "Sent", "{folders:?}");
    let mut wrong = login.clone();
    wrong.secret = "salah".into();
    let refused =
        imap::fetch_new(&wrong, "INBOX", Cursor::default(), &mut |_| Ok(ControlFlow::Continue(())));
    assert_eq!(refused.unwrap_err().code, Code::NeedsLogin);
    assert!(SERVER.unread("bert@news.test") >= 3, "reading has marked nothing as read");
}

#[test]
fn bounces_and_automatic_answers_come_back_to_be_read() {
    let mut session = SmtpSession::connect(&real("smtp", SERVER.submission)).unwrap();
    let body = build(&outgoing("nobody@news.test", "<b1@press.test>")).unwrap();
    let from = plus_address("sender@press.test", "b1").unwrap();
    let envelope = Envelope { from: &from, to: "nobody@news.test", envelope_id: Some("env-b1") };
    let ready = session.begin(&envelope, &body).unwrap();
    assert_eq!(session.finish(ready).class, Class::Accepted);
    assert_eq!(send(&mut session, "ooo@news.test", "<b2@press.test>").class, Class::Accepted);
    session.quit();
    SERVER.wait_for("sender@press.test", PATIENCE, |raw| {
        raw.contains("message/delivery-status") && raw.contains("b1@press.test")
    });
    SERVER.wait_for("sender@press.test", PATIENCE, |raw| raw.contains("I am away until Monday"));
    let (all, _) = read(&mailbox("sender@press.test"), Cursor::default());
    let text: Vec<String> =
        all.iter().map(|message| String::from_utf8_lossy(&message.raw).into_owned()).collect();
    let bounce = text.iter().find(|raw| raw.contains("message/delivery-status")).unwrap();
    assert!(
        bounce.contains("Status: 5.1.1") && bounce.contains("Original-Envelope-Id: env-b1"),
        "{bounce}"
    );
    assert!(bounce.contains("Original-Recipient: rfc822;nobody@news.test"), "{bounce}");
    assert!(
        text.iter().any(|raw| raw.contains("Auto-Submitted: auto-replied")),
        "the vacation answer"
    );
}
