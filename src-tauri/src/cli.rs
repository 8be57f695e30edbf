//! The command line: the same table of commands as the window, in verbs that scripts and people
//! type. Works without a display.

mod accounts;
mod afterwards;
mod calendar;
mod care;
mod channels;
mod chats;
mod coverage;
mod duplicates;
mod enclosures;
mod enquiries;
mod event;
mod event_after;
mod event_door;
mod event_guests;
mod event_mail;
mod event_tour;
mod exchange;
mod folders;
mod help;
mod house;
mod interrupt;
mod kits;
mod letters;
mod lifecycle;
mod lists;
mod media;
mod network;
mod photos;
mod queued;
mod receiving;
mod records;
mod sender;
mod sending;
mod terminal;
mod text_file;
mod texts;
mod timing;

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::bus::JobNews;
use crate::commands::{self, Door};
use crate::db::Source;
use crate::error::Result;
use crate::workspace::{self, As, Workspace};
use crate::{reach, settings, staff, text};
use terminal::Terminal;

#[derive(Parser)]
#[command(name = "warta", version, disable_help_subcommand = true)]
struct Arguments {
    #[arg(long, global = true, value_name = "DIR")]
    workspace: Option<PathBuf>,
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true, value_name = "id|en", value_parser = ["id", "en"], hide_possible_values = true)]
    language: Option<String>,
    #[arg(long = "as", global = true, value_name = "NAME")]
    staff: Option<String>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    Init(house::Init),
    Import(exchange::Import),
    Export(exchange::Export),
    #[command(subcommand)]
    Contact(media::Contact),
    #[command(subcommand)]
    Organisation(records::Organisation),
    #[command(subcommand)]
    Field(records::OwnField),
    #[command(subcommand)]
    List(lists::List),
    #[command(subcommand)]
    Programme(network::Programme),
    #[command(subcommand)]
    Source(network::Source),
    #[command(subcommand)]
    Chat(chats::Chat),
    #[command(subcommand)]
    Duplicates(duplicates::Duplicates),
    #[command(subcommand)]
    Account(accounts::Account),
    #[command(subcommand)]
    Release(sending::Release),
    #[command(subcommand)]
    Letter(letters::Letter),
    #[command(subcommand)]
    Quote(texts::Quote),
    #[command(subcommand)]
    Template(texts::Template),
    #[command(subcommand)]
    Boilerplate(texts::Boilerplate),
    #[command(subcommand)]
    Photo(photos::Photo),
    #[command(subcommand)]
    Kit(kits::Kit),
    #[command(subcommand)]
    Distribution(timing::Distribution),
    #[command(subcommand)]
    Outbox(sending::Outbox),
    #[command(subcommand)]
    Inbox(receiving::Inbox),
    #[command(subcommand)]
    Response(receiving::Response),
    #[command(subcommand)]
    Enquiry(enquiries::Enquiry),
    #[command(subcommand)]
    Statement(enquiries::Statement),
    #[command(subcommand)]
    Coverage(coverage::Coverage),
    #[command(subcommand)]
    Event(event::Event),
    Quality(coverage::Quality),
    #[command(subcommand)]
    Calendar(calendar::Calendar),
    Log(care::Log),
    #[command(subcommand)]
    FollowUp(care::FollowUp),
    #[command(subcommand)]
    Subject(care::Subject),
    #[command(subcommand)]
    Bin(care::Bin),
    Undo(house::Undo),
    Redo,
    History(house::History),
    Backup(house::Backup),
    Restore(house::Restore),
    Call(house::Call),
}

/// What the arguments asked for.
pub enum Asked {
    /// The window, as no verb was given.
    Window {
        /// Its workspace; none = the usual one.
        workspace: Option<PathBuf>,
        /// Its language; none = as it was set.
        language: Option<String>,
    },
    /// A verb, which has been carried out: 0 = done, 1 = failed, 2 = not understood.
    Done(ExitCode),
}

/// Reads the arguments and carries out the verb, if there is one.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Asked {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = asked_language(&arguments).unwrap_or_else(|| text::of_the_machine().to_owned());
    let parsed = help::in_words(Arguments::command(), &language, "")
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Err(refusal) => {
            let _ = match help::said(&refusal, &language) {
                Some(text) if refusal.use_stderr() => write!(std::io::stderr(), "{text}"),
                Some(text) => write!(std::io::stdout(), "{text}"),
                None => refusal.print(),
            };
            Asked::Done(if refusal.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS })
        }
        Ok(Arguments { verb: None, workspace, language, .. }) => {
            Asked::Window { workspace, language }
        }
        Ok(Arguments { verb: Some(verb), workspace, json, language: asked, staff }) => {
            let mut terminal = Terminal { json, language, zone: chrono_tz::Asia::Jakarta };
            let place = Place { folder: workspace, language: asked, staff };
            Asked::Done(match carry_out(verb, &place, &mut terminal) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    terminal.complain(&error);
                    ExitCode::from(1)
                }
            })
        }
    }
}

/// Says why no window can open.
pub fn no_window(key: &str, language: Option<String>) -> ExitCode {
    let language = language.unwrap_or_else(|| text::of_the_machine().to_owned());
    Terminal { json: false, language, zone: chrono_tz::UTC }.remark(key, &[]);
    ExitCode::from(1)
}

/// The language named in the arguments, before they are understood: their help speaks it.
fn asked_language(arguments: &[OsString]) -> Option<String> {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    let joined = words.iter().find_map(|word| word.strip_prefix("--language="));
    let apart = || words.iter().skip_while(|word| **word != "--language").nth(1).copied();
    joined.or_else(apart).filter(|language| text::LANGUAGES.contains(language)).map(str::to_owned)
}

/// Which workspace, in which language, by whom.
struct Place {
    folder: Option<PathBuf>,
    language: Option<String>,
    staff: Option<String>,
}

impl Place {
    fn folder(&self) -> PathBuf {
        self.folder.clone().unwrap_or_else(workspace::default_folder)
    }

    /// Opens the workspace and hands the verb its door.
    fn open(
        &self,
        terminal: &mut Terminal,
        verb: impl FnOnce(&Door, &Terminal) -> Result<()>,
    ) -> Result<()> {
        let workspace = Workspace::open(&self.folder(), As::OwnerOrGuest, commands::searchables())?;
        self.enter(workspace, terminal, verb)
    }

    /// For who stays: waits where others keep the workspace closed for a while, and leaves room for
    /// the window, which wants to be the owner.
    fn open_to_stay(
        &self,
        terminal: &mut Terminal,
        verb: impl FnOnce(&Door, &Terminal) -> Result<()>,
    ) -> Result<()> {
        let mut workspace = sender::patiently(terminal, || {
            Workspace::open(&self.folder(), As::OwnerOrGuest, commands::searchables())
        })?;
        workspace.step_back();
        self.enter(workspace, terminal, verb)
    }

    fn enter(
        &self,
        workspace: Workspace,
        terminal: &mut Terminal,
        verb: impl FnOnce(&Door, &Terminal) -> Result<()>,
    ) -> Result<()> {
        terminal.zone = workspace.zone()?;
        if self.language.is_none() {
            terminal.language =
                workspace.db.read(|db| settings::value(db, "language", &terminal.language))?;
        }
        terminal.warn_of_network(&workspace);
        let actor = match &self.staff {
            Some(name) => workspace.db.read(|db| staff::named(db, name))?.name,
            None => workspace.actor()?,
        };
        let terminal: &Terminal = terminal;
        let progress = |news: &JobNews| terminal.progress(news);
        let door = Door {
            workspace: &workspace,
            source: Source::CommandLine,
            actor,
            on_progress: Some(&progress),
        };
        let before = last_action(&door)?;
        verb(&door, terminal)?;
        // What others subscribe to follows what a verb has changed.
        if last_action(&door)? != before
            && let Err(error) = calendar_file(&door)
        {
            terminal.complain(&error);
        }
        Ok(())
    }
}

fn last_action(door: &Door) -> Result<i64> {
    door.workspace.db.read(|db| db.number("SELECT COALESCE(MAX(id), 0) FROM actions", &[]))
}

fn calendar_file(door: &Door) -> Result<bool> {
    door.workspace.db.read(|db| crate::calendar::rewrite(db, &door.ctx()))
}

fn carry_out(verb: Verb, place: &Place, terminal: &mut Terminal) -> Result<()> {
    match verb {
        Verb::Init(init) => house::init(init, place, terminal),
        Verb::Restore(restore) => house::restore(&restore, &place.folder(), terminal),
        Verb::Inbox(receiving::Inbox::Read(read)) if read.classify_only => {
            receiving::classify(&read, terminal)
        }
        Verb::Outbox(run @ sending::Outbox::Run { until_empty: false }) => {
            place.open_to_stay(terminal, |door, terminal| sending::outbox(door, terminal, run))
        }
        verb => place.open(terminal, |door, terminal| match verb {
            Verb::Import(import) => exchange::import(door, terminal, import),
            Verb::Export(export) => exchange::export(door, terminal, export),
            Verb::Contact(contact) => media::contact(door, terminal, contact),
            Verb::Organisation(verb) => records::organisation(door, terminal, verb),
            Verb::Field(verb) => records::own_field(door, terminal, verb),
            Verb::List(list) => lists::list(door, terminal, list),
            Verb::Programme(verb) => network::programme(door, terminal, verb),
            Verb::Source(verb) => network::source(door, terminal, verb),
            Verb::Chat(verb) => chats::chat(door, terminal, verb),
            Verb::Duplicates(verb) => duplicates::duplicates(door, terminal, verb),
            Verb::Account(account) => accounts::account(door, terminal, account),
            Verb::Release(release) => sending::release(door, terminal, release),
            Verb::Quote(verb) => texts::quote(door, terminal, verb),
            Verb::Template(verb) => texts::template(door, terminal, verb),
            Verb::Boilerplate(verb) => texts::boilerplate(door, terminal, verb),
            Verb::Kit(verb) => kits::kit(door, terminal, verb),
            Verb::Coverage(verb) => coverage::coverage(door, terminal, verb),
            Verb::Event(verb) => event::event(door, terminal, verb),
            Verb::Calendar(verb) => calendar::calendar(door, terminal, verb),
            Verb::Quality(asked) => coverage::quality(door, terminal, asked),
            Verb::Photo(verb) => photos::photo(door, terminal, verb),
            Verb::Enquiry(verb) => enquiries::enquiry(door, terminal, verb),
            Verb::Statement(verb) => enquiries::statement(door, terminal, verb),
            Verb::Letter(verb) => letters::letter(door, terminal, verb),
            Verb::Distribution(verb) => timing::distribution(door, terminal, verb),
            Verb::Outbox(outbox) => sending::outbox(door, terminal, outbox),
            Verb::Inbox(inbox) => receiving::inbox(door, terminal, inbox),
            Verb::Response(response) => receiving::response(door, terminal, response),
            Verb::Log(log) => care::log(door, terminal, log),
            Verb::FollowUp(follow_up) => care::follow_up(door, terminal, follow_up),
            Verb::Subject(subject) => care::subject(door, terminal, subject),
            Verb::Bin(bin) => care::bin(door, terminal, bin),
            Verb::Redo => house::redo(door, terminal),
            Verb::Undo(undo) => house::undo(door, terminal, &undo),
            Verb::History(history) => house::history(door, terminal, history),
            Verb::Backup(backup) => house::backup(door, terminal, backup),
            Verb::Call(call) => house::call(door, &call),
            Verb::Init(_) | Verb::Restore(_) => Ok(()),
        }),
    }
}

/// The contacts that the person means by these ids, addresses or numbers.
fn contacts(door: &Door, who: &[String]) -> Result<Vec<i64>> {
    door.workspace.db.read(|db| who.iter().map(|who| reach::who(db, who)).collect())
}
