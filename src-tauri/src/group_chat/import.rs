//! An exported chat: read once from end to end, then written in one action. Senders are
//! recognised, members follow from who wrote, came and went, and messages that may be worth keeping
//! become proposals. Nothing else of the chat is kept.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;

use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::meaning::{self, Headlines, Meaning};
use super::recognise::{Who, is_number, key_of, who};
use super::{ChatMember, ChatProposal, ChatSender, GroupChat, ProposalCounts};
use crate::clock;
use crate::db::{Ctx, Reader, Writer};
use crate::erased::{Guard, Trait, name_at};
use crate::error::{Error, Result};
use crate::format::chat_export::{
    ChatFile, DateOrder, Entry, Layout, Message, NoticeKind, group_name,
};
use crate::import::{self, Inspect};
use crate::job::Job;
use crate::office;

/// A file to read into a group.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ChatImport {
    /// The group; none = the one of the name in `new_chat`.
    pub group_chat_id: Option<i64>,
    /// The name of a group, which is made when it is missing; none = as the file is named.
    pub new_chat: Option<String>,
    /// A file on this machine (command line).
    pub file: Option<PathBuf>,
    /// An uploaded file (window); removed once it was read in.
    pub upload: Option<String>,
    /// The file's own name, for an upload.
    pub file_name: Option<String>,
    /// Propose nothing that is older than this day, `YYYY-MM-DD`.
    pub since: Option<String>,
    /// How the file writes a day: `dmy`, `mdy` or `ymd`; none = as the whole file suggests.
    pub date_order: Option<String>,
}

/// A sender of the file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SeenSender {
    /// As the file names them.
    pub sender: String,
    /// `found` (by number, or decided before), `by_name`, `ours`, `ignored` or `unknown`.
    pub state: String,
    /// The contact's name, or empty.
    pub name: String,
    /// The contact, when found.
    pub contact_id: Option<i64>,
    /// Messages of theirs in the file.
    pub messages: i64,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ChatImported {
    /// The group; 0 while it is only looked at.
    pub group_chat_id: i64,
    /// Its name.
    pub name: String,
    /// Messages of people in the file.
    pub messages: i64,
    /// Lines that belong to no message.
    pub stray: i64,
    /// The first message, UTC.
    pub first_at: String,
    /// The last message, UTC.
    pub last_at: String,
    /// `dmy`, `mdy` or `ymd`.
    pub date_order: String,
    /// Whether the file itself decides it; else it is the likelier of two.
    pub date_order_sure: bool,
    /// Who wrote, those with the most messages first.
    pub senders: Vec<SeenSender>,
    /// Contacts that became members.
    pub members_added: i64,
    /// Members who left.
    pub members_left: i64,
    /// New proposals.
    pub proposals: ProposalCounts,
    /// Messages that would be proposed, had they not been before.
    pub known: i64,
    /// Older proposals left out because there are too many.
    pub left_out: i64,
}

/// Proposals of one file; nobody works through more.
const MOST_PROPOSALS: usize = 10_000;
/// Senders of one file; the largest groups have a thousand members.
const MOST_SENDERS: usize = 20_000;
/// Characters of a message that a proposal keeps.
const MOST_TEXT: usize = 2_000;

/// A sender or member as the file shows them.
struct Person {
    sender: String,
    is_own_name: bool,
    messages: i64,
    /// The day of coming, as far as the file tells.
    came: Option<NaiveDateTime>,
    /// The last word or coming.
    present: Option<NaiveDateTime>,
    left: Option<NaiveDateTime>,
    is_admin: bool,
}

/// A message that proposes something.
struct Found {
    at: NaiveDateTime,
    key: String,
    sender: String,
    text: String,
    is_edited: bool,
    meaning: Meaning,
}

/// What the file says, before anybody is recognised.
struct Seen {
    layout: Layout,
    people: BTreeMap<String, Person>,
    found: VecDeque<Found>,
    messages: i64,
    stray: i64,
    first: Option<NaiveDateTime>,
    last: Option<NaiveDateTime>,
    left_out: i64,
}

/// The office's clock and releases, and which part of the file counts.
struct Reading {
    zone: Tz,
    headlines: Headlines,
    since: Option<NaiveDateTime>,
}

/// Says what an import would do; nothing is written.
pub fn preview(job: &Job, order: ChatImport) -> Result<ChatImported> {
    let (seen, reading) = seen(job, &order)?;
    job.workspace.db.read(|db| Ok(plan(db, &job.ctx, &order, &seen, &reading)?.report))
}

/// Reads an exported chat into a group, in one action.
pub fn run(job: &Job, order: ChatImport) -> Result<ChatImported> {
    let (seen, reading) = seen(job, &order)?;
    job.check_cancelled()?;
    let imported = job.workspace.db.write(&job.ctx, "group_chat_import", true, |db| {
        apply(db, plan(db, &job.ctx, &order, &seen, &reading)?, &seen, &reading)
    })?;
    if order.upload.is_some() {
        // The conversation is not kept; a leftover would be cleared at the next start.
        let (path, _) = import::resolve(job.workspace.folder(), &inspected(&order))?;
        let _ = std::fs::remove_file(path);
    }
    Ok(imported)
}

fn inspected(order: &ChatImport) -> Inspect {
    Inspect {
        file: order.file.clone(),
        upload: order.upload.clone(),
        file_name: order.file_name.clone(),
        sheet: None,
    }
}

/// Reads the file.
fn seen(job: &Job, order: &ChatImport) -> Result<(Seen, Reading)> {
    job.progress("phase-reading", 0, 0);
    let (path, name) = import::resolve(job.workspace.folder(), &inspected(order))?;
    // Uploads carry a number for a name; the person knows the file by its own.
    let named = |mut error: Error| {
        error.args.insert("file", name.clone());
        error
    };
    let reading = job.workspace.db.read(|db| {
        Ok(Reading {
            zone: office::zone(db)?,
            headlines: headlines(db)?,
            since: order.since.as_deref().filter(|day| !day.is_empty()).map(day_of).transpose()?,
        })
    })?;
    let today = job.ctx.now.with_timezone(&reading.zone).date_naive();
    let file = ChatFile::open(&path).map_err(named)?;
    let mut layout = file.survey(today).map_err(named)?;
    if let Some(word) = order.date_order.as_deref().filter(|word| !word.is_empty()) {
        layout.order = DateOrder::from_word(word).ok_or_else(|| {
            Error::invalid("date_order", "error-wrong-value").arg("field", "date_order")
        })?;
        layout.is_sure = true;
    }
    let mut seen = Seen {
        layout,
        people: BTreeMap::new(),
        found: VecDeque::new(),
        messages: 0,
        stray: 0,
        first: None,
        last: None,
        left_out: 0,
    };
    let mut count = 0;
    let stray = file.read(&layout, |entry| {
        count += 1;
        if count % 5_000 == 0 {
            job.check_cancelled()?;
            job.progress("phase-reading", count, 0);
        }
        seen.see(entry, &reading);
        Ok(())
    });
    seen.stray = i64::try_from(stray.map_err(named)?).unwrap_or(i64::MAX);
    Ok((seen, reading))
}

fn day_of(day: &str) -> Result<NaiveDateTime> {
    let day = crate::format::day::read(day)
        .ok_or_else(|| Error::invalid("since", "error-wrong-value").arg("field", "since"))?;
    format!("{day}T00:00:00").parse().map_err(|cause| {
        Error::invalid("since", "error-wrong-value").arg("field", "since").because(cause)
    })
}

/// Releases with when they went out: the first distribution, else when they were written. One in
/// two languages is known by both headlines.
fn headlines(db: &Reader) -> Result<Headlines> {
    let releases: Vec<(i64, String, String)> = db.rows(
        "SELECT r.id, h.headline, COALESCE((SELECT MIN(d.created_at) FROM distributions d WHERE d.release_id = r.id), r.created_at)
         FROM releases r
         JOIN (SELECT id AS release_id, headline FROM releases
               UNION ALL
               SELECT release_id, headline FROM release_translations WHERE deleted_at IS NULL) h ON h.release_id = r.id
         WHERE r.deleted_at IS NULL AND h.headline <> ''",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok(Headlines::of(releases))
}

impl Reading {
    /// A moment on the phone's clock, which is the office's, in UTC.
    fn utc(&self, at: NaiveDateTime) -> String {
        let local = self.zone.from_local_datetime(&at);
        let at = local.earliest().map_or_else(|| at.and_utc(), |at| at.to_utc());
        clock::to_text(at)
    }
}

impl Seen {
    fn see(&mut self, entry: Entry, reading: &Reading) {
        match entry {
            Entry::Message(message) => self.message(message, reading),
            Entry::Notice(notice) => {
                for name in &notice.who {
                    let Some(person) = self.person(name, true) else { continue };
                    match notice.kind {
                        NoticeKind::Joined | NoticeKind::Added | NoticeKind::Created => {
                            person.came.get_or_insert(notice.at);
                            person.present = person.present.max(Some(notice.at));
                        }
                        NoticeKind::Left | NoticeKind::Removed => person.left = Some(notice.at),
                        NoticeKind::Admin => person.is_admin = true,
                        NoticeKind::Other => {}
                    }
                }
            }
        }
    }

    /// The one of this name or number; none where there are too many or nothing names them.
    fn person(&mut self, sender: &str, is_own_name: bool) -> Option<&mut Person> {
        let key = key_of(sender)?;
        if self.people.len() >= MOST_SENDERS && !self.people.contains_key(&key) {
            return None;
        }
        Some(self.people.entry(key).or_insert_with(|| Person {
            sender: sender.to_owned(),
            is_own_name,
            messages: 0,
            came: None,
            present: None,
            left: None,
            is_admin: false,
        }))
    }

    fn message(&mut self, message: Message, reading: &Reading) {
        let Message { at, sender, is_own_name, text, is_edited, .. } = message;
        let Some(key) = key_of(&sender) else { return };
        let Some(person) = self.person(&sender, is_own_name) else { return };
        person.messages += 1;
        person.is_own_name &= is_own_name;
        person.present = person.present.max(Some(at));
        self.messages += 1;
        self.first = Some(self.first.map_or(at, |first| first.min(at)));
        self.last = Some(self.last.map_or(at, |last| last.max(at)));
        if reading.since.is_some_and(|since| at < since) {
            return;
        }
        let Some(meaning) = meaning::of(&text, &reading.utc(at), &reading.headlines) else {
            return;
        };
        if self.found.len() >= MOST_PROPOSALS {
            self.found.pop_front();
            self.left_out += 1;
        }
        let text = text.chars().take(MOST_TEXT).collect();
        self.found.push_back(Found { at, key, sender, text, is_edited, meaning });
    }
}

/// What an import writes.
struct Plan {
    chat: GroupChat,
    senders: Vec<ChatSender>,
    members: Vec<ChatMember>,
    proposals: Vec<ChatProposal>,
    report: ChatImported,
}

/// The group of the order; without one, the group that the file is named for.
fn target(db: &Reader, order: &ChatImport) -> Result<GroupChat> {
    let file = order.file.as_ref().and_then(|file| file.file_name());
    let named = || {
        let name = order.new_chat.as_deref().map(str::trim).filter(|name| !name.is_empty());
        name.map(str::to_owned)
            .or_else(|| group_name(order.file_name.as_deref()?))
            .or_else(|| group_name(&file?.to_string_lossy()))
    };
    let chat = match order.group_chat_id {
        Some(id) => db.get::<GroupChat>(id)?,
        None => {
            let name = named().ok_or_else(|| Error::invalid("new_chat", "group-chat-which"))?;
            super::find_named(db, &name)?.unwrap_or_else(|| GroupChat {
                name,
                platform: "whatsapp".to_owned(),
                ..GroupChat::default()
            })
        }
    };
    if chat.platform != "whatsapp" {
        return Err(
            Error::invalid("group_chat_id", "group-chat-not-whatsapp").arg("name", chat.name)
        );
    }
    Ok(chat)
}

/// Works out what the file means, without writing anything.
fn plan(
    db: &Reader,
    ctx: &Ctx,
    order: &ChatImport,
    seen: &Seen,
    reading: &Reading,
) -> Result<Plan> {
    let chat = target(db, order)?;
    let guard = Guard::of(db, &ctx.folder)?;
    let mut plan = Plan {
        senders: Vec::new(),
        members: Vec::new(),
        proposals: Vec::new(),
        report: ChatImported {
            group_chat_id: chat.id,
            name: chat.name.clone(),
            messages: seen.messages,
            stray: seen.stray,
            first_at: seen.first.map(|at| reading.utc(at)).unwrap_or_default(),
            last_at: seen.last.map(|at| reading.utc(at)).unwrap_or_default(),
            date_order: seen.layout.order.as_str().to_owned(),
            date_order_sure: seen.layout.is_sure,
            left_out: seen.left_out,
            ..ChatImported::default()
        },
        chat,
    };
    let mut known: BTreeMap<&str, Who> = BTreeMap::new();
    for (key, person) in &seen.people {
        // Whoever was erased does not come back by this way.
        let was_erased = if is_number(key) {
            guard.erased_at(Trait::of_reach("phone"), key)?
        } else {
            guard.erased_at(Trait::Name, &name_at(key, &plan.chat.name))?
        };
        if was_erased.is_some() {
            continue;
        }
        let who = who(db, plan.chat.id, &person.sender, key, person.is_own_name)?;
        plan.person(db, key, person, &who)?;
        known.insert(key, who);
    }
    plan.report.senders.sort_by_key(|sender| std::cmp::Reverse(sender.messages));
    plan.propose(db, seen, reading, &known)?;
    Ok(plan)
}

impl Plan {
    /// What follows from one sender or member: an entry of their own where it takes a decision,
    /// membership where they are known.
    fn person(&mut self, db: &Reader, key: &str, person: &Person, who: &Who) -> Result<()> {
        let (state, contact_id) = match who {
            Who::Contact(id) => ("found", Some(*id)),
            Who::ByName(id) => ("by_name", Some(*id)),
            Who::Ours => ("ours", None),
            Who::Ignored => ("ignored", None),
            Who::Unknown => ("unknown", None),
        };
        let name = match contact_id {
            Some(id) => db.get::<crate::contact::Contact>(id)?.name,
            None => String::new(),
        };
        let is_there = |left: NaiveDateTime| person.present.is_some_and(|present| present > left);
        let left = person.left.filter(|left| !is_there(*left));
        if person.messages > 0 {
            self.report.senders.push(SeenSender {
                sender: person.sender.clone(),
                state: state.to_owned(),
                name,
                contact_id,
                messages: person.messages,
            });
        }
        let decided = match who {
            Who::ByName(_) => Some("linked"),
            Who::Unknown if person.messages > 0 => Some("open"),
            _ => None,
        };
        if let Some(state) = decided
            && !has_entry(db, self.chat.id, key)?
        {
            self.senders.push(ChatSender {
                group_chat_id: self.chat.id,
                contact_id,
                sender: person.sender.clone(),
                sender_key: key.to_owned(),
                state: state.to_owned(),
                ..ChatSender::default()
            });
        }
        if let Some(contact) = contact_id {
            self.member(db, contact, person, left)?;
        }
        Ok(())
    }

    fn member(
        &mut self,
        db: &Reader,
        contact: i64,
        person: &Person,
        left: Option<NaiveDateTime>,
    ) -> Result<()> {
        let day =
            |at: Option<NaiveDateTime>| at.map(|at| at.date().to_string()).unwrap_or_default();
        // The same person may write from two numbers.
        if self.members.iter().any(|member| member.contact_id == contact) {
            return Ok(());
        }
        match super::member(db, self.chat.id, contact)? {
            None => {
                let role = if person.is_admin { "admin" } else { "member" };
                self.report.members_added += 1;
                self.members.push(ChatMember {
                    group_chat_id: self.chat.id,
                    contact_id: contact,
                    role: role.to_owned(),
                    started_on: day(person.came),
                    ended_on: day(left),
                    ..ChatMember::default()
                });
            }
            // What a person entered since is newer than the file.
            Some(mut member) if member.ended_on.is_empty() && left.is_some() => {
                let day = day(left);
                if day > member.started_on {
                    member.ended_on = day;
                    self.report.members_left += 1;
                    self.members.push(member);
                }
            }
            Some(_) => {}
        }
        Ok(())
    }

    fn propose(
        &mut self,
        db: &Reader,
        seen: &Seen,
        reading: &Reading,
        known: &BTreeMap<&str, Who>,
    ) -> Result<()> {
        let mut before = Before::of(db, self.chat.id)?;
        for found in &seen.found {
            let contact_id = match known.get(found.key.as_str()) {
                None | Some(Who::Ours | Who::Ignored) => continue,
                Some(Who::Contact(id) | Who::ByName(id)) => Some(*id),
                Some(Who::Unknown) => None,
            };
            let at = reading.utc(found.at);
            let content = hash(&[&minute(found.at), &squeezed(&found.text)]);
            let identity = hash(&[&minute(found.at), &found.key, &squeezed(&found.text)]);
            if before.has(&identity, &content, contact_id)
                || found.is_edited && before.moments.contains(&(at.clone(), found.key.clone()))
            {
                self.report.known += 1;
                continue;
            }
            before.identities.insert(identity.clone());
            let counts = &mut self.report.proposals;
            match found.meaning.kind {
                "question" => counts.question += 1,
                "link" => counts.link += 1,
                _ => counts.reply += 1,
            }
            counts.unknown += i64::from(contact_id.is_none());
            self.proposals.push(ChatProposal {
                group_chat_id: self.chat.id,
                contact_id,
                kind: found.meaning.kind.to_owned(),
                state: "open".to_owned(),
                at,
                sender: found.sender.clone(),
                sender_key: found.key.clone(),
                text: found.text.clone(),
                url: found.meaning.url.clone(),
                release_id: found.meaning.release_id,
                identity,
                content,
                ..ChatProposal::default()
            });
        }
        Ok(())
    }
}

fn has_entry(db: &Reader, chat: i64, key: &str) -> Result<bool> {
    Ok(db.number(
        "SELECT COUNT(*) FROM group_chat_senders WHERE group_chat_id = :chat AND sender_key = :key AND deleted_at IS NULL",
        named_params! {":chat": chat, ":key": key},
    )? > 0)
}

/// Messages of the chat that were proposed before, whatever became of them.
struct Before {
    identities: BTreeSet<String>,
    /// By content: whose they are.
    contents: BTreeMap<String, Vec<Option<i64>>>,
    /// By time and sender, for messages that were changed since.
    moments: BTreeSet<(String, String)>,
}

impl Before {
    fn of(db: &Reader, chat: i64) -> Result<Self> {
        let rows: Vec<(String, String, Option<i64>, String, String)> = db.rows(
            "SELECT identity, content, contact_id, at, sender_key FROM group_chat_proposals
             WHERE group_chat_id = :chat AND deleted_at IS NULL",
            named_params! {":chat": chat},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
        )?;
        let mut before = Self {
            identities: BTreeSet::new(),
            contents: BTreeMap::new(),
            moments: BTreeSet::new(),
        };
        for (identity, content, contact, at, key) in rows {
            before.identities.insert(identity);
            before.contents.entry(content).or_default().push(contact);
            before.moments.insert((at, key));
        }
        Ok(before)
    }

    /// A phone that has learnt a name since writes it in the place of the number: the same words at
    /// the same time are the same message unless both are known to be somebody else's.
    fn has(&self, identity: &str, content: &str, contact: Option<i64>) -> bool {
        self.identities.contains(identity)
            || self.contents.get(content).is_some_and(|whose| {
                whose.iter().any(|other| other.is_none() || contact.is_none() || *other == contact)
            })
    }
}

/// Android tells no seconds.
fn minute(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M").to_string()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn hash(parts: &[&str]) -> String {
    hex::encode(Sha256::digest(parts.join("\n")))
}

/// Writes what was worked out.
fn apply(db: &Writer, plan: Plan, seen: &Seen, reading: &Reading) -> Result<ChatImported> {
    let Plan { mut chat, senders, members, proposals, mut report } = plan;
    let until = seen.last.map(|at| reading.utc(at)).unwrap_or_default();
    if until > chat.read_until {
        chat.read_until = until;
    }
    let chat = super::keep(db, chat)?;
    for mut sender in senders {
        sender.group_chat_id = chat.id;
        db.insert(&mut sender)?;
    }
    for mut member in members {
        member.group_chat_id = chat.id;
        if member.id == 0 {
            db.insert(&mut member)?;
        } else {
            db.update(&mut member)?;
        }
    }
    for mut proposal in proposals {
        proposal.group_chat_id = chat.id;
        db.insert(&mut proposal)?;
    }
    report.group_chat_id = chat.id;
    Ok(report)
}
