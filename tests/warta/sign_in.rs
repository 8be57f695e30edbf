//! Signing in with the browser: against an identity server and scripted mail servers of our own.
//! The real ones (Google, Microsoft) were not seen.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use warta::account::{self, AccountPatch, OauthFinish};
use warta::commands;
use warta::error::Code;
use warta::inbox::{self, FetchOrder};
use warta::job;
use warta::mail::smtp::{SmtpSession, Stage};

use crate::mail_server::identity_server::{IdentityServer, get};
use crate::mail_server::scripted::{Offered, Reaction, ScriptedServer, Step};
use crate::mail_server::scripted_imap::ScriptedImap;
use crate::office::Office;
use crate::sending_desk::SendingDesk;

fn account_of(desk: &SendingDesk, identity: &IdentityServer, set: serde_json::Value) -> i64 {
    let mut fields = json!({"from_address": "press@office.example.id", "auth": "oauth", "oauth_client_id": "warta-office",
        "oauth_auth_url": identity.auth_url(), "oauth_token_url": identity.token_url(), "oauth_scope": "mail offline_access"});
    fields.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
    let save = AccountPatch {
        set: fields.as_object().unwrap().clone(),
        client_secret: Some("of the office".to_owned()),
        ..AccountPatch::default()
    };
    desk.write(|db, ctx| account::save(db, ctx, save)).account.id
}

fn sign_in(desk: &SendingDesk, identity: &IdentityServer, id: i64) -> account::AccountDetail {
    let begun = commands::account_oauth_begin(&desk.door(), id).unwrap();
    let finish = OauthFinish { ticket: begun.ticket, wait_seconds: Some(20) };
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| commands::account_oauth_finish(&desk.door(), finish));
        let page = identity.sign_in(&begun.url);
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        waiting.join().unwrap().unwrap()
    })
}

#[test]
fn an_account_signs_in_with_the_browser_and_reads_and_sends_with_tokens() {
    let identity = IdentityServer::start();
    let mailbox = ScriptedImap::friendly();
    mailbox.put(
        "INBOX",
        "From: siti@news.example.com\r\nTo: press@office.example.id\r\nSubject: Halo\r\nMessage-ID: <o1@example.com>\r\n\r\nIsi\r\n",
    );
    let shown: Arc<Mutex<Vec<(String, String)>>> = Arc::default();
    let (seen, good) = (Arc::clone(&shown), Arc::new(Mutex::new(String::new())));
    let wanted = Arc::clone(&good);
    let offered =
        Offered { auth_plain: false, auth_login: false, auth_xoauth2: true, ..Offered::default() };
    let server = ScriptedServer::start(offered, move |step| {
        let Step::Auth(user, token) = step else { return Reaction::Usual };
        seen.lock().unwrap().push((user.to_owned(), token.to_owned()));
        if token == *wanted.lock().unwrap() {
            Reaction::Usual
        } else {
            Reaction::Say("535 5.7.8 Username and Token not accepted".to_owned())
        }
    });
    let desk = SendingDesk::new();
    let id = account_of(
        &desk,
        &identity,
        json!({"imap_url": mailbox.url(), "smtp_url": format!("smtp://press%40office.example.id@127.0.0.1:{}?tls=none", server.port)}),
    );
    let missing = desk.read(|db, _| db.get::<account::Account>(id)).smtp_login().unwrap_err();
    assert_eq!((missing.code, missing.text), (Code::NeedsLogin, "account-oauth-missing"));

    let detail = sign_in(&desk, &identity, id);
    assert_ne!(detail.password_kept, account::PasswordKept::Missing);
    let form = identity.forms().pop().unwrap();
    assert_eq!(form["client_id"], "warta-office");
    assert_eq!(form["client_secret"], "of the office");
    assert!(form["code_verifier"].len() >= 43, "PKCE");

    mailbox.wants_token(&identity.token());
    *good.lock().unwrap() = identity.token();
    let ctx = desk.ctx();
    let fetching = job::start(&desk.workspace, &ctx, "inbox_fetch").unwrap();
    let report = job::run(&desk.workspace, ctx, fetching, "inbox_fetch", None, |job| {
        inbox::fetch(job, FetchOrder::default())
    });
    assert_eq!(report.unwrap().added, 1);
    let login = desk.read(|db, _| db.get::<account::Account>(id)).smtp_login().unwrap();
    SmtpSession::connect(&login).map(SmtpSession::quit).unwrap();
    assert_eq!(
        shown.lock().unwrap().pop().unwrap(),
        ("press@office.example.id".to_owned(), "access-1".to_owned())
    );

    // The servers take no old token any more: it is fetched anew, once, without anybody noticing.
    *good.lock().unwrap() = "access-2".to_owned();
    SmtpSession::connect(&login).map(SmtpSession::quit).unwrap();
    assert_eq!(identity.token(), "access-2");
    mailbox.wants_token("access-3");
    let imap = desk.read(|db, _| db.get::<account::Account>(id)).imap_login().unwrap();
    assert!(warta::mail::imap::folders(&imap).is_ok());
    assert_eq!(identity.token(), "access-3");

    // A refusal keeps the server's own words.
    *good.lock().unwrap() = "never".to_owned();
    let refused = SmtpSession::connect(&login).map(|_| ()).unwrap_err();
    assert_eq!((refused.stage, refused.code), (Stage::Auth, Some(535)));
    assert!(refused.text.contains("Username and Token not accepted"), "{}", refused.text);
    assert!(refused.text.contains(r#"{"status":"401"}"#), "{}", refused.text);
    mailbox.wants_token("never");
    let refused = warta::mail::imap::folders(&imap).unwrap_err();
    assert_eq!((refused.code, refused.text), (Code::NeedsLogin, "error-mail-token"));
    assert!(refused.args["words"].contains("Invalid credentials"), "{refused:?}");
    assert!(refused.args["words"].contains("401"), "{refused:?}");

    identity.refuse();
    let refused = SmtpSession::connect(&login).map(|_| ()).unwrap_err();
    assert!(refused.text.contains("Token"), "{}", refused.text);
}

#[test]
fn only_the_browser_that_was_sent_is_believed() {
    let identity = IdentityServer::start();
    let desk = SendingDesk::new();
    let id = account_of(&desk, &identity, json!({}));
    let begun = commands::account_oauth_begin(&desk.door(), id).unwrap();
    let url = url::Url::parse(&begun.url).unwrap();
    let redirect =
        url.query_pairs().find(|(name, _)| name == "redirect_uri").unwrap().1.into_owned();
    assert!(redirect.starts_with("http://127.0.0.1:"), "{redirect}");
    let state = url.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
    let finish = OauthFinish { ticket: begun.ticket, wait_seconds: Some(20) };
    let outcome = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| commands::account_oauth_finish(&desk.door(), finish));
        let page = get(&redirect, &[("state", "another"), ("code", "stolen")]);
        assert!(page.starts_with("HTTP/1.1 404"), "{page}");
        std::thread::sleep(Duration::from_millis(100));
        assert!(!waiting.is_finished(), "still waits for the right one");
        get(
            &redirect,
            &[
                ("state", &state),
                ("error", "access_denied"),
                ("error_description", "no <b>thanks</b>"),
            ],
        );
        waiting.join().unwrap()
    });
    let refused = outcome.unwrap_err();
    assert_eq!((refused.code, refused.text), (Code::NeedsLogin, "oauth-refused"));
    assert!(refused.args["words"].contains("access_denied"));
    assert!(identity.forms().is_empty(), "nothing was asked for with a stolen code");
    let again = commands::account_oauth_finish(
        &desk.door(),
        OauthFinish { ticket: begun.ticket, wait_seconds: Some(1) },
    );
    assert_eq!(again.unwrap_err().code, Code::NotFound, "a ticket is good once");
    let nobody = commands::account_oauth_begin(&desk.door(), id).unwrap();
    let late = commands::account_oauth_finish(
        &desk.door(),
        OauthFinish { ticket: nobody.ticket, wait_seconds: Some(1) },
    );
    assert_eq!(late.unwrap_err().text, "oauth-nobody-came");
}

#[test]
fn tokens_travel_encrypted_only_and_need_a_client_id() {
    let identity = IdentityServer::start();
    let desk = SendingDesk::new();
    let id =
        account_of(&desk, &identity, json!({"oauth_token_url": "http://login.example.com/token"}));
    assert_eq!(commands::account_oauth_begin(&desk.door(), id).unwrap_err().text, "oauth-address");
    let id = account_of(&desk, &identity, json!({"oauth_client_id": ""}));
    let error = commands::account_oauth_begin(&desk.door(), id).unwrap_err();
    assert_eq!(
        (error.text, error.field.as_deref()),
        ("oauth-no-client-id", Some("oauth_client_id"))
    );
    let set = json!({"preset": "microsoft-365", "oauth_auth_url": "", "oauth_token_url": "", "oauth_scope": "", "oauth_tenant": "kota.example.id"});
    let id = account_of(&desk, &identity, set);
    let url = commands::account_oauth_begin(&desk.door(), id).unwrap().url;
    assert!(
        url.starts_with("https://login.microsoftonline.com/kota.example.id/oauth2/v2.0/authorize?"),
        "{url}"
    );
    assert!(
        url.contains("IMAP.AccessAsUser.All")
            && url.contains("SMTP.Send")
            && url.contains("offline_access")
    );
    assert!(url.contains("redirect_uri=http%3A%2F%2Flocalhost%3A"), "{url}");
}

#[test]
fn the_command_line_opens_the_browser_and_waits_for_the_way_back() {
    let identity = IdentityServer::start();
    let office = Office::new();
    office.json(&["account", "set", "--from", "press@office.example.id"]);
    // Stands for the person's browser: it is asked to open one address, and keeps it.
    let browser = office.write("xdg-open", "#!/bin/sh\nprintf '%s' \"$1\" > \"$HOME/opened.part\" && mv \"$HOME/opened.part\" \"$HOME/opened\"\n");
    std::fs::set_permissions(&browser, std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .unwrap();
    let path = format!("{}:{}", office.file("").display(), std::env::var("PATH").unwrap());
    let answer = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            let mut command = office.command();
            command.env("PATH", &path).arg("--workspace").arg(office.workspace()).args([
                "--json",
                "account",
                "oauth",
                "--client-id",
                "warta-office",
                "--auth-url",
                &identity.auth_url(),
                "--token-url",
                &identity.token_url(),
                "--scope",
                "mail offline_access",
                "--wait",
                "60",
            ]);
            command.output().unwrap()
        });
        let opened = office.file("opened");
        let started = std::time::Instant::now();
        while !opened.exists() {
            assert!(started.elapsed() < Duration::from_secs(60), "no browser was opened");
            std::thread::sleep(Duration::from_millis(50));
        }
        let page = identity.sign_in(&std::fs::read_to_string(opened).unwrap());
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        waiting.join().unwrap()
    });
    let said = String::from_utf8_lossy(&answer.stderr);
    assert!(answer.status.success(), "{said}");
    assert!(said.contains(&identity.auth_url()), "the address is told, too: {said}");
    let shown: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(shown["account"]["auth"], "oauth", "{shown}");
    assert_eq!(identity.forms().pop().unwrap()["client_id"], "warta-office");
}
