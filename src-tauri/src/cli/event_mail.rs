//! Mails to the guests of a press event on the command line, and its calendar file.

use std::fs;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use super::event::named;
use super::event_guests::{self, list_of};
use super::terminal::Terminal;
use super::{queued, sending};
use crate::calendar::CalendarExport;
use crate::commands::{self, Door};
use crate::distribution::{EventMail, When};
use crate::error::{Error, Result};
use crate::event_guest::GuestsAdd;
use crate::invitation::{self, EventMailOrder, EventMailPreflight};
use crate::paper::{EventLettersOrder, KitAttach};
use crate::release::NewFile;
use crate::{account, event_reply, kit};

/// What every mail to guests takes.
#[derive(Args)]
pub struct MailArgs {
    #[arg(value_name = "EVENT")]
    event: String,
    #[arg(long = "guest", value_name = "GUEST", num_args = 1..)]
    guests: Vec<i64>,
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
    #[arg(long, value_name = "FILE.txt")]
    text: Option<PathBuf>,
    #[arg(long, value_name = "RELEASE", conflicts_with_all = ["subject", "text"])]
    release: Option<i64>,
    #[arg(long, value_name = "KIT")]
    kit: Option<String>,
    #[arg(long = "attach", value_name = "FILE")]
    attach: Vec<PathBuf>,
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    #[arg(long, value_name = "TIME", conflicts_with = "when_online")]
    at: Option<String>,
    #[arg(long)]
    when_online: bool,
    #[arg(long)]
    keep_recent: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, conflicts_with = "dry_run")]
    yes: bool,
}

#[derive(Subcommand)]
pub enum EventMails {
    Invite {
        #[arg(long, value_name = "NAME")]
        list: Vec<String>,
        #[arg(long, value_name = "NAME")]
        minus: Vec<String>,
        #[command(flatten)]
        mail: Box<MailArgs>,
    },
    Remind(Box<MailArgs>),
    Notify(Box<MailArgs>),
    CallOff(Box<MailArgs>),
    Thanks(Box<MailArgs>),
    Missed(Box<MailArgs>),
    Letter {
        #[arg(value_name = "EVENT")]
        event: String,
    },
    Letters {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.pdf")]
        file: Option<PathBuf>,
        #[arg(long = "guest", value_name = "GUEST", num_args = 1..)]
        guests: Vec<i64>,
    },
    Ics {
        #[arg(value_name = "EVENT")]
        event: String,
        #[arg(value_name = "FILE.ics")]
        file: Option<PathBuf>,
    },
}

/// A mail to guests, or the calendar file.
pub fn mail(door: &Door, terminal: &Terminal, verb: EventMails) -> Result<()> {
    match verb {
        EventMails::Invite { list, minus, mail } => {
            let adding = match list.as_slice() {
                [] => None,
                list => put_on(door, terminal, &mail, list, &minus)?,
            };
            send(door, terminal, *mail, EventMail::Invitation, adding)
        }
        EventMails::Remind(args) => send(door, terminal, *args, EventMail::Reminder, None),
        EventMails::Notify(args) => send(door, terminal, *args, EventMail::Update, None),
        EventMails::CallOff(args) => send(door, terminal, *args, EventMail::Cancellation, None),
        EventMails::Thanks(args) => send(door, terminal, *args, EventMail::Thanks, None),
        EventMails::Missed(args) => send(door, terminal, *args, EventMail::Missed, None),
        EventMails::Letter { event } => {
            let id = commands::event_letter_new(door, named(door, &event)?)?;
            terminal.result(&json!({"id": id}), |_| {
                terminal.words("cli-event-letter-made", &[("id", &id.to_string())])
            })
        }
        EventMails::Letters { event, file, guests } => {
            let event_id = named(door, &event)?;
            let order = EventLettersOrder { event_id, letter_id: None, guests, file };
            terminal.result(&commands::event_letters_export(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
        EventMails::Ics { event, file } => {
            let event_id = Some(named(door, &event)?);
            let order = CalendarExport { file, event_id, ..CalendarExport::default() };
            terminal.result(&commands::calendar_export(door, order)?, |written| {
                terminal.words("paper-saved", &[("file", &written.file.display().to_string())])
            })
        }
    }
}

/// Puts the people of recipient lists on the event's list before they are invited; without `--yes`
/// it only says who would come onto it, and hands back what is still to be done.
fn put_on(
    door: &Door,
    terminal: &Terminal,
    args: &MailArgs,
    lists: &[String],
    minus: &[String],
) -> Result<Option<GuestsAdd>> {
    let order = GuestsAdd {
        event_id: named(door, &args.event)?,
        lists: list_of(door, lists)?,
        minus_lists: list_of(door, minus)?,
        ..GuestsAdd::default()
    };
    let found = if args.yes {
        commands::event_guest_add(door, order.clone())?
    } else {
        commands::event_guest_check(door, order.clone())?
    };
    // Standard output holds what the mail came to, for scripts.
    terminal.note(&event_guests::told(terminal, &found, !args.yes));
    Ok((!args.yes).then_some(order))
}

/// What a mail would come to once these people are guests; nothing of it stays.
fn rehearse(door: &Door, adding: GuestsAdd, order: EventMailOrder) -> Result<EventMailPreflight> {
    let ctx = door.ctx();
    let mut seen = None;
    let ended = door.workspace.db.write(&ctx, "event_guest_add", true, |db| -> Result<()> {
        event_reply::add_guests(db, &ctx, adding)?;
        seen = Some(invitation::check(db, &ctx, order)?);
        Err(Error::internal("a rehearsal is not kept"))
    });
    match (seen, ended) {
        (Some(seen), _) => Ok(seen),
        (None, Err(error)) => Err(error),
        (None, Ok(())) => Err(Error::internal("a rehearsal shows something")),
    }
}

/// What goes along with a mail.
struct Enclosed {
    kit: Option<i64>,
    files: Vec<PathBuf>,
}

impl Enclosed {
    fn is_empty(&self) -> bool {
        self.kit.is_none() && self.files.is_empty()
    }

    /// Bytes that go along with each mail, as mails carry them; a kit's releases come on top.
    fn size(&self, door: &Door) -> Result<i64> {
        let mut bytes = 0;
        if let Some(kit) = self.kit {
            let contents = door.workspace.db.read(|db| kit::contents(db, kit))?;
            bytes += contents.iter().map(|content| content.size).sum::<i64>();
        }
        for path in &self.files {
            let found = fs::metadata(path).map_err(|cause| {
                Error::invalid("attach", "release-file-unreadable")
                    .arg("file", path.display())
                    .because(cause)
            })?;
            bytes += i64::try_from(found.len()).unwrap_or(i64::MAX);
        }
        // Base64: four letters for three bytes, and an end of line after 76.
        Ok((bytes + 56) / 57 * 78)
    }

    fn put_into(&self, door: &Door, release: Option<i64>) -> Result<()> {
        let Some(release_id) = release else { return Ok(()) };
        if let Some(kit_id) = self.kit {
            commands::kit_attach(door, KitAttach { kit_id, release_id, formats: Vec::new() })?;
        }
        for path in &self.files {
            let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            commands::release_attach(
                door,
                NewFile {
                    release_id,
                    file_name: file_name.unwrap_or_default(),
                    path: Some(path.clone()),
                    ..NewFile::default()
                },
            )?;
        }
        Ok(())
    }
}

/// Shows whom a mail concerns; queues it only with `--yes`.
fn send(
    door: &Door,
    terminal: &Terminal,
    args: MailArgs,
    mail: EventMail,
    adding: Option<GuestsAdd>,
) -> Result<()> {
    let text = args.text.as_deref().map(super::text_file::read);
    let kit = args.kit.as_deref().map(|name| door.workspace.db.read(|db| kit::named(db, name)));
    let enclosed = Enclosed { kit: kit.transpose()?.map(|kit| kit.id), files: args.attach };
    let mut order = EventMailOrder {
        event_id: named(door, &args.event)?,
        mail,
        guests: args.guests,
        subject: args.subject,
        text: text.transpose()?,
        release_id: args.release,
        when: When { at: args.at, when_online: args.when_online },
        account_id: args
            .account
            .as_deref()
            .map(|name| door.workspace.db.read(|db| account::named(db, name)))
            .transpose()?
            .map(|account| account.id),
        keep_recent: args.keep_recent,
        ..EventMailOrder::default()
    };
    if args.yes {
        // A text of its own holds what goes along; one that does not leave is not left behind.
        let own = order.release_id.is_none() && !enclosed.is_empty();
        if own {
            order.release_id = Some(commands::event_mail_draft(door, order.clone())?);
        }
        let sent = enclosed
            .put_into(door, order.release_id)
            .and_then(|()| commands::event_mail_send(door, order.clone()));
        if let (Err(_), true, Some(release)) = (&sent, own, order.release_id) {
            commands::release_delete(door, release)?;
        }
        let detail = sent?;
        queued::tell(door, terminal, &detail)?;
        if detail.to_folder {
            terminal.remark("cli-folder-only", &[]);
        }
        return Ok(());
    }
    let mut check = match adding {
        Some(adding) => rehearse(door, adding, order)?,
        None => commands::event_mail_check(door, order)?,
    };
    check.preflight.size_bytes += enclosed.size(door)?;
    terminal.result(&check, |check| {
        let mut parts = vec![sending::preflight_report(terminal, &check.preflight)];
        if !check.left_out.is_empty() {
            let rows: Vec<Vec<String>> = check
                .left_out
                .iter()
                .map(|left| {
                    let why = format!("event-mail-left-{}", left.reason.as_str());
                    vec![left.guest_id.to_string(), left.name.clone(), terminal.words(&why, &[])]
                })
                .collect();
            parts.push(format!(
                "{}\n{}",
                terminal.words("cli-event-mail-left", &[]),
                terminal.table(&["id", "name", "reason"], &rows)
            ));
        }
        parts.join("\n\n")
    })?;
    if !args.dry_run {
        terminal.remark("cli-send-confirm", &[]);
    }
    Ok(())
}
