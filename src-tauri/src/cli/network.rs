//! Community programmes, sources and quotes on the command line.

use std::io::Read;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Map, Value as Json, json};

use super::terminal::Terminal;
use super::{contacts, records};
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Error, Result};
use crate::export::ExportOrder;
use crate::history::BinItem;
use crate::programme::{
    self, LoggedLines, NewMembers, NewPost, NewReading, PostFilter, PostLines, PostRow,
    ProgrammeDetail, ProgrammeFilter, ProgrammePatch, ProgrammeRow, Totals,
};
use crate::quote::{QuoteFilter, QuotePatch};
use crate::source::SourceFilter;
use crate::{field, organisation, reach};

/// What can be said about a programme.
#[derive(Args)]
pub struct About {
    #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
    kind: Option<String>,
    #[arg(long, value_name = "STATE", value_parser = STATES, hide_possible_values = true)]
    state: Option<String>,
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    #[arg(long, value_name = "TEXT")]
    brief: Option<String>,
    #[arg(long, value_name = "TEXT")]
    message: Option<String>,
    #[arg(long, value_name = "TEXT")]
    hashtags: Option<String>,
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
}

const KINDS: [&str; 5] =
    ["digital_volunteers", "content_makers", "information_groups", "community", "other"];
const STATES: [&str; 3] = ["planned", "running", "done"];

/// What was read of a post.
#[derive(Args)]
pub struct Numbers {
    #[arg(long, value_name = "N")]
    views: Option<i64>,
    #[arg(long, value_name = "N")]
    likes: Option<i64>,
    #[arg(long, value_name = "N")]
    comments: Option<i64>,
    #[arg(long, value_name = "N")]
    shares: Option<i64>,
}

#[derive(Subcommand)]
pub enum Programme {
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[command(flatten)]
        about: About,
    },
    Edit {
        #[arg(value_name = "PROGRAMME")]
        which: String,
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[command(flatten)]
        about: About,
    },
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
        kind: Option<String>,
        #[arg(long, value_name = "STATE", value_parser = STATES, hide_possible_values = true)]
        state: Option<String>,
        #[arg(long, value_name = "WHO")]
        who: Option<String>,
    },
    Show {
        #[arg(value_name = "PROGRAMME")]
        which: String,
    },
    Join {
        #[arg(value_name = "PROGRAMME")]
        which: String,
        #[arg(value_name = "WHO")]
        who: Vec<String>,
        #[arg(long, value_name = "NAME")]
        community: Vec<String>,
        #[arg(long, value_name = "TEXT")]
        role: Option<String>,
        #[arg(long, value_name = "DAY")]
        from: Option<String>,
    },
    Leave {
        #[arg(value_name = "PROGRAMME")]
        which: String,
        #[arg(value_name = "WHO")]
        who: Option<String>,
        #[arg(long, value_name = "NAME", conflicts_with = "who")]
        community: Option<String>,
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
    },
    Post {
        #[arg(value_name = "PROGRAMME")]
        which: String,
        #[arg(value_name = "URL", required_unless_present = "platform")]
        url: Option<String>,
        #[arg(long, value_name = "WHO")]
        who: Option<String>,
        #[arg(long, value_name = "NAME", conflicts_with = "who")]
        community: Option<String>,
        #[arg(long, value_name = "PLATFORM")]
        platform: Option<String>,
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
        #[arg(long, value_name = "TEXT")]
        theme: Option<String>,
        #[command(flatten)]
        numbers: Numbers,
    },
    Reach {
        #[arg(value_name = "POST")]
        post: String,
        #[command(flatten)]
        numbers: Numbers,
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
    },
    Paste {
        #[arg(value_name = "PROGRAMME")]
        which: String,
        #[arg(value_name = "FILE|-", default_value = "-")]
        file: PathBuf,
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
        #[arg(long, value_name = "TEXT")]
        theme: Option<String>,
        #[arg(long)]
        dry_run: bool,
    },
    Posts {
        #[arg(value_name = "PROGRAMME")]
        which: Option<String>,
        #[arg(long, value_name = "WHO")]
        who: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 200)]
        limit: i64,
    },
    Export {
        #[arg(value_name = "PROGRAMME")]
        which: String,
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Delete {
        #[arg(value_name = "PROGRAMME")]
        which: String,
    },
    Restore {
        #[arg(value_name = "ID")]
        id: i64,
    },
}

#[derive(Subcommand)]
pub enum Source {
    List {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
        #[arg(long, value_name = "TEXT")]
        topic: Option<String>,
        #[arg(long, value_name = "CLEARANCE", value_parser = ["now", "free", "ask_first", "background_only", "not_cleared"], hide_possible_values = true)]
        clearance: Option<String>,
        #[arg(long)]
        short_notice: bool,
        #[arg(
            long,
            value_enum,
            value_name = "name|rank|quoted",
            default_value = "name",
            hide_possible_values = true
        )]
        sort: Order,
    },
    Quote {
        #[arg(value_name = "WHO")]
        who: String,
        #[arg(long, value_name = "NAME")]
        outlet: Option<String>,
        #[arg(long, value_name = "TEXT")]
        place: Option<String>,
        #[arg(long, value_name = "TEXT")]
        topic: Option<String>,
        #[arg(long, value_name = "TEXT")]
        words: Option<String>,
        #[arg(long, value_name = "URL")]
        url: Option<String>,
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
    },
    Quotes {
        #[arg(value_name = "WHO")]
        who: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 100)]
        limit: i64,
    },
}

/// By what the directory is put in order.
#[derive(Clone, Copy, ValueEnum)]
pub enum Order {
    Name,
    Rank,
    Quoted,
}

impl Order {
    fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Rank => "rank",
            Self::Quoted => "quoted",
        }
    }
}

fn day(name: &str, typed: Option<String>) -> Result<Option<String>> {
    typed
        .map(|typed| {
            field::day_of(&typed)
                .ok_or_else(|| Error::invalid(name, "error-wrong-day").arg("value", typed))
        })
        .transpose()
}

fn programme_of(door: &Door, text: &str) -> Result<i64> {
    door.workspace.db.read(|db| programme::which(db, text))
}

fn contact_of(door: &Door, who: Option<&str>) -> Result<Option<i64>> {
    who.map(|who| door.workspace.db.read(|db| reach::who(db, who))).transpose()
}

fn organisation_of(door: &Door, name: Option<&str>) -> Result<Option<i64>> {
    name.map(|name| door.workspace.db.read(|db| organisation::which(db, name))).transpose()
}

/// A patch of what was said.
fn patch(id: Option<i64>, said: Vec<(&str, Option<String>)>) -> Patch {
    let set: Map<String, Json> = said
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), Json::from(value?))))
        .collect();
    Patch { id, set, ..Patch::default() }
}

fn save(
    door: &Door,
    id: Option<i64>,
    name: Option<String>,
    about: About,
) -> Result<ProgrammeDetail> {
    let patch = patch(
        id,
        vec![
            ("name", name),
            ("kind", about.kind),
            ("state", about.state),
            ("brief", about.brief),
            ("message", about.message),
            ("hashtags", about.hashtags),
            ("started_on", day("from", about.from)?),
            ("ended_on", day("until", about.until)?),
        ],
    );
    if id.is_some() && patch.set.is_empty() && about.organisation.is_none() {
        return Err(Error::invalid("name", "cli-programme-nothing"));
    }
    commands::programme_save(door, ProgrammePatch { patch, organisation: about.organisation })
}

/// Community programmes: who takes part, what was posted, whom it reached.
pub fn programme(door: &Door, terminal: &Terminal, verb: Programme) -> Result<()> {
    let said = |detail: ProgrammeDetail| {
        terminal.result(&detail, |detail| {
            let id = detail.programme.id.to_string();
            terminal.words("cli-programme-saved", &[("name", &detail.programme.name), ("id", &id)])
        })
    };
    match verb {
        Programme::New { name, about } => said(save(door, None, Some(name), about)?),
        Programme::Edit { which, name, about } => {
            said(save(door, Some(programme_of(door, &which)?), name, about)?)
        }
        Programme::List { search, kind, state, who } => {
            let contact_id = contact_of(door, who.as_deref())?;
            let filter =
                ProgrammeFilter { search, kind, state, contact_id, ..ProgrammeFilter::default() };
            let rows = commands::programme_list(door, filter)?;
            terminal.result(&json!({"programmes": rows}), |_| programme_table(terminal, &rows))
        }
        Programme::Show { which } => show(door, terminal, programme_of(door, &which)?),
        Programme::Join { which, who, community, role, from } => {
            let organisation_ids = community
                .iter()
                .map(|name| door.workspace.db.read(|db| organisation::which(db, name)))
                .collect::<Result<Vec<_>>>()?;
            let new = NewMembers {
                programme_id: programme_of(door, &which)?,
                contact_ids: contacts(door, &who)?,
                organisation_ids,
                role,
                started_on: day("from", from)?,
            };
            let count = commands::programme_join(door, new)?;
            terminal.result(&json!({"joined": count}), |_| {
                terminal.words("cli-programme-joined", &[("count", &count.to_string())])
            })
        }
        Programme::Leave { which, who, community, on } => {
            leave(door, terminal, &which, who.as_deref(), community.as_deref(), on)
        }
        Programme::Export { which, file } => {
            let order = ExportOrder {
                what: "posts".to_owned(),
                file: Some(file),
                programme_id: Some(programme_of(door, &which)?),
                ..ExportOrder::default()
            };
            let exported = commands::export_run(door, order)?;
            terminal.result(&exported, |exported| {
                let rows = exported.rows.to_string();
                let file = exported.file.display().to_string();
                terminal.words("cli-export-done", &[("rows", &rows), ("file", &file)])
            })
        }
        Programme::Delete { which } => {
            let id = programme_of(door, &which)?;
            let count = commands::programme_delete(door, vec![id])?;
            terminal.result(&json!({"id": id, "deleted": count}), |_| {
                let (count, id) = (count.to_string(), id.to_string());
                terminal.words("cli-records-deleted", &[("count", &count), ("ids", &id)])
            })
        }
        Programme::Restore { id } => {
            let item = BinItem { table: "programmes".to_owned(), id };
            let count = commands::bin_restore(door, vec![item])?;
            terminal.result(&json!({"id": id, "restored": count}), |_| {
                terminal.words("cli-records-restored", &[("count", &count.to_string())])
            })
        }
        posts => of_posts(door, terminal, posts),
    }
}

/// Ends a membership; without a day, today's is the last.
fn leave(
    door: &Door,
    terminal: &Terminal,
    which: &str,
    who: Option<&str>,
    community: Option<&str>,
    on: Option<String>,
) -> Result<()> {
    let id = programme_of(door, which)?;
    let ids = (contact_of(door, who)?, organisation_of(door, community)?);
    let members = commands::programme_show(door, id)?.members;
    let member = members
        .into_iter()
        .find(|member| {
            (member.contact_id, member.organisation_id) == ids && member.ended_on.is_empty()
        })
        .ok_or_else(|| Error::invalid("who", "cli-programme-no-member"))?;
    let today = door.ctx().now.with_timezone(&terminal.zone).format("%Y-%m-%d").to_string();
    let edit = programme::MemberEdit {
        id: member.id,
        role: member.role,
        started_on: member.started_on,
        ended_on: day("on", on)?.unwrap_or(today),
    };
    let saved = commands::programme_member_save(door, edit)?;
    terminal.result(&saved, |saved| {
        terminal.words("cli-programme-left", &[("name", &member.name), ("day", &saved.ended_on)])
    })
}

fn of_posts(door: &Door, terminal: &Terminal, verb: Programme) -> Result<()> {
    match verb {
        Programme::Post { which, url, who, community, platform, on, theme, numbers } => {
            let new = NewPost {
                programme_id: programme_of(door, &which)?,
                contact_id: contact_of(door, who.as_deref())?,
                organisation_id: organisation_of(door, community.as_deref())?,
                url,
                platform,
                posted_on: day("on", on)?,
                theme,
                views: numbers.views,
                likes: numbers.likes,
                comments: numbers.comments,
                shares: numbers.shares,
            };
            let logged = commands::post_log(door, new)?;
            terminal.result(&logged, |logged| {
                let id = logged.row.id.to_string();
                let key =
                    if logged.row.name.is_empty() { "cli-post-unknown" } else { "cli-post-logged" };
                terminal.words(key, &[("id", &id), ("name", &logged.row.name)])
            })
        }
        Programme::Reach { post, numbers, on } => {
            let post_id = door.workspace.db.read(|db| programme::which_post(db, &post))?;
            let reading = NewReading {
                post_id,
                read_on: day("on", on)?,
                views: numbers.views,
                likes: numbers.likes,
                comments: numbers.comments,
                shares: numbers.shares,
            };
            let saved = commands::post_reading_save(door, reading)?;
            terminal.result(&saved, |saved| {
                let id = saved.post_id.to_string();
                terminal.words("cli-reading-logged", &[("id", &id), ("day", &saved.read_on)])
            })
        }
        Programme::Paste { which, file, on, theme, dry_run } => {
            let text = if file.as_os_str() == "-" {
                let mut text = String::new();
                std::io::stdin().read_to_string(&mut text)?;
                text
            } else {
                std::fs::read_to_string(&file)?
            };
            let order = PostLines {
                programme_id: programme_of(door, &which)?,
                text,
                posted_on: day("on", on)?,
                theme,
                ..PostLines::default()
            };
            let pasted = if dry_run {
                commands::post_paste_read(door, order)?
            } else {
                commands::post_paste(door, order)?
            };
            terminal.result(&pasted, |pasted| paste_report(terminal, pasted))
        }
        Programme::Posts { which, who, limit } => {
            let filter = PostFilter {
                programme_id: which.map(|which| programme_of(door, &which)).transpose()?,
                contact_id: contact_of(door, who.as_deref())?,
                limit: Some(limit),
                ..PostFilter::default()
            };
            let page = commands::post_list(door, filter)?;
            terminal.result(&page, |page| post_table(terminal, &page.rows))
        }
        _ => Ok(()),
    }
}

fn paste_report(terminal: &Terminal, pasted: &LoggedLines) -> String {
    let numbers = [
        ("posts", pasted.posts.to_string()),
        ("readings", pasted.readings.to_string()),
        ("rejected", pasted.rejected.to_string()),
    ];
    let words: Vec<(&str, &str)> =
        numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
    let mut text = terminal.words("cli-pasted", &words);
    for line in pasted.lines.iter().filter(|line| line.outcome == "rejected") {
        let number = line.line.to_string();
        let reason = terminal.words(&line.reason, &[("value", &line.value)]);
        let words = [("line", number.as_str()), ("reason", reason.as_str())];
        text.push_str(&format!("\n{}", terminal.words("cli-paste-rejected", &words)));
    }
    text
}

fn choice(terminal: &Terminal, prefix: &str, word: &str) -> String {
    records::words_of_choice(terminal, prefix, word)
}

fn programme_table(terminal: &Terminal, rows: &[ProgrammeRow]) -> String {
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            vec![
                row.id.to_string(),
                row.name.clone(),
                choice(terminal, "programme-kind", &row.kind),
                choice(terminal, "programme-state", &row.state),
                row.members.to_string(),
                row.totals.posts.to_string(),
                row.totals.views.to_string(),
            ]
        })
        .collect();
    terminal.table(&["id", "name", "kind", "state", "members", "posts", "views"], &rows)
}

fn numbers_of(totals: &Totals) -> [String; 5] {
    [totals.posts, totals.views, totals.likes, totals.comments, totals.shares]
        .map(|number| number.to_string())
}

fn show(door: &Door, terminal: &Terminal, id: i64) -> Result<()> {
    let detail = commands::programme_show(door, id)?;
    terminal.result(&detail, |detail| {
        let programme = &detail.programme;
        let facts = [
            ("id", programme.id.to_string()),
            ("name", programme.name.clone()),
            ("kind", choice(terminal, "programme-kind", &programme.kind)),
            ("state", choice(terminal, "programme-state", &programme.state)),
            ("organisation", detail.organisation.clone()),
            ("from", programme.started_on.clone()),
            ("until", programme.ended_on.clone()),
            ("brief", programme.brief.clone()),
            ("message", programme.message.clone()),
            ("hashtags", programme.hashtags.clone()),
        ];
        let mut text: Vec<String> = facts
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| {
                format!("{}: {value}", terminal.words(&format!("cli-column-{name}"), &[]))
            })
            .collect();
        let mut rows: Vec<Vec<String>> = detail
            .members
            .iter()
            .map(|member| {
                let mut row =
                    vec![member.name.clone(), member.role.clone(), member.ended_on.clone()];
                row.extend(numbers_of(&member.totals));
                row
            })
            .collect();
        let mut total =
            vec![terminal.words("cli-programme-total", &[]), String::new(), String::new()];
        total.extend(numbers_of(&detail.totals));
        rows.push(total);
        text.push(String::new());
        text.push(terminal.table(
            &["name", "role", "until", "posts", "views", "likes", "comments", "shares"],
            &rows,
        ));
        text.join("\n")
    })
}

fn post_table(terminal: &Terminal, rows: &[PostRow]) -> String {
    let number = |count: Option<i64>| count.map(|count| count.to_string()).unwrap_or_default();
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            vec![
                row.id.to_string(),
                row.posted_on.clone(),
                row.name.clone(),
                choice(terminal, "platform", &row.platform),
                row.theme.clone(),
                number(row.views),
                number(row.likes),
                row.read_on.clone(),
                row.url.clone(),
            ]
        })
        .collect();
    terminal.table(
        &["id", "day", "name", "platform", "theme", "views", "likes", "read-on", "url"],
        &rows,
    )
}

/// The directory of sources, and where they were quoted.
pub fn source(door: &Door, terminal: &Terminal, verb: Source) -> Result<()> {
    match verb {
        Source::List { search, topic, clearance, short_notice, sort } => {
            let filter = SourceFilter {
                search,
                topic,
                clearance,
                short_notice: short_notice.then_some(true),
                sort: Some(sort.word().to_owned()),
            };
            let directory = commands::source_list(door, filter)?;
            terminal.result(&directory, |directory| {
                let rows: Vec<Vec<String>> = directory
                    .rows
                    .iter()
                    .map(|row| {
                        vec![
                            row.id.to_string(),
                            row.name.clone(),
                            row.rank.clone(),
                            row.topics.join(", "),
                            row.hours.clone(),
                            choice(terminal, "source-clearance", &row.clearance),
                            row.cleared_until.clone(),
                            row.quoted.to_string(),
                        ]
                    })
                    .collect();
                terminal.table(
                    &["id", "name", "rank", "topics", "hours", "clearance", "until", "quoted"],
                    &rows,
                )
            })
        }
        Source::Quote { who, outlet, place, topic, words, url, on } => {
            let mut patch = patch(
                None,
                vec![
                    ("place", place),
                    ("topic", topic),
                    ("words", words),
                    ("url", url),
                    ("quoted_on", day("on", on)?),
                ],
            );
            let contact_id = door.workspace.db.read(|db| reach::who(db, &who))?;
            patch.set.insert("contact_id".to_owned(), Json::from(contact_id));
            let saved = commands::quote_save(door, QuotePatch { patch, outlet })?;
            terminal.result(&saved, |saved| {
                let id = saved.quote.id.to_string();
                terminal.words("cli-quote-logged", &[("name", &saved.name), ("id", &id)])
            })
        }
        Source::Quotes { who, limit } => {
            let contact_id = contact_of(door, who.as_deref())?;
            let rows = commands::quote_list(
                door,
                QuoteFilter { contact_id, limit: Some(limit), ..QuoteFilter::default() },
            )?;
            terminal.result(&json!({"quotes": rows}), |_| {
                let lines: Vec<Vec<String>> = rows
                    .iter()
                    .map(|row| {
                        vec![
                            row.quote.id.to_string(),
                            row.quote.quoted_on.clone(),
                            row.name.clone(),
                            row.outlet.clone(),
                            row.quote.topic.clone(),
                            row.quote.words.clone(),
                        ]
                    })
                    .collect();
                terminal.table(&["id", "day", "name", "outlet", "topic", "words"], &lines)
            })
        }
    }
}
