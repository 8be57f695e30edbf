//! The rules of the house that a compiler does not check: who may use whom, where time comes
//! from, that both languages say the same, that generated files are current, and that every
//! question names the tables it depends on.
//!
//! `WARTA_WRITE_TYPES=1` writes the generated files instead of comparing them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use warta::commands::{self, Kind};
use warta::db::{Ctx, Reader, Source, connect_reader, migrate};
use warta::owner::OwnerKind;
use warta::{
    account, accreditation, calendar, change_suggestion, check_in, clock, contact, coverage,
    distribution, duplicate, enquiry, evaluation, event_answer, event_guest, event_note, export,
    field, follow_up, group_chat, history, holiday, import, interaction, invitation, kit, letter,
    merge, office, organisation, paper, photo, press_event, programme, quality, quote,
    recipient_list, release, response, review, settings, source, staff, statement, stream, subject,
    today, tour,
};

use crate::office::Office;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The source files with their module (the noun that they belong to) and their text without
/// comments and unit tests.
fn sources() -> Vec<(PathBuf, String, String)> {
    let folder = root().join("src-tauri/src");
    files(&folder, "rs")
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&folder).unwrap();
            let module =
                inside.iter().next().unwrap().to_string_lossy().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            let code = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect::<Vec<_>>()
                .join("\n");
            (path, module, code)
        })
        .collect()
}

/// The modules that a text names after `crate::`, groups in braces included.
fn used(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            let mut path_begun = false;
            for letter in group.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        found.insert(std::mem::take(&mut word));
                        path_begun = false;
                    }
                    ':' if depth == 0 => path_begun = true,
                    letter
                        if depth == 0
                            && !path_begun
                            && (letter.is_alphanumeric() || letter == '_') =>
                    {
                        word.push(letter)
                    }
                    _ => (),
                }
            }
            found.insert(word);
        } else {
            found.insert(
                rest.chars()
                    .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                    .collect(),
            );
        }
    }
    found.retain(|name| !name.is_empty() && !matches!(name.as_str(), "record" | "choice"));
    found
}

/// Nouns in their order: each uses only its own group and the groups before it.
const NOUNS: &[&[&str]] = &[
    &["settings", "office", "staff", "owner", "stored_file", "register", "holiday"],
    &[
        "organisation",
        "affiliation",
        "reach",
        "label",
        "membership",
        "social_account",
        "record_file",
        "custom_field",
        "field",
        "contact",
        "interaction",
        "follow_up",
        "erased",
    ],
    &["programme", "quote", "source"],
    &["photo"],
    &["recipient_list"],
    &["duplicate", "merge"],
    &["import", "export"],
    &["account"],
    &["release"],
    &["letter"],
    &["kit"],
    &["coverage"],
    &["distribution"],
    &["change_suggestion"],
    &["response"],
    &["statement"],
    &["enquiry"],
    &["proposal", "snippet"],
    &["group_chat"],
    &["press_event"],
    &["event_guest"],
    &["event_answer"],
    &["event_reply"],
    &["accreditation", "check_in", "event_note", "tour"],
    &["invitation"],
    &["calendar"],
    &["evaluation"],
    &["quality"],
    &["review"],
    &["outbox", "inbox"],
    &["paper"],
    &["history", "stream", "subject", "today", "demo"],
];

fn may_use(module: &str) -> Option<Vec<&'static str>> {
    let with = |more: &[&'static str]| Some([&["error", "clock"][..], more].concat());
    match module {
        "lib" => with(&[]),
        "error" | "clock" => Some(Vec::new()),
        "text" | "bus" => Some(vec!["error"]),
        "logs" => with(&[]),
        "mail" | "format" => with(&[]),
        "db" => with(&["bus", "format"]),
        "job" => with(&["bus", "db", "workspace"]),
        "workspace" => with(&["bus", "db", "job", "logs", "office", "staff", "settings"]),
        "commands" => {
            let nouns: Vec<&'static str> = NOUNS.concat();
            with(&[&["bus", "db", "job", "workspace"][..], &nouns].concat())
        }
        "cli" | "desktop" => {
            let nouns: Vec<&'static str> = NOUNS.concat();
            with(
                &[
                    &["bus", "db", "job", "workspace", "commands", "text", "mail", "format"][..],
                    &nouns,
                ]
                .concat(),
            )
        }
        noun => {
            let at = NOUNS.iter().position(|group| group.contains(&noun))?;
            let mut all = vec!["error", "clock", "bus", "db", "mail", "format", "text", "job"];
            if NOUNS[at].contains(&"outbox") || NOUNS[at].contains(&"demo") {
                all.push("workspace");
            }
            all.extend(NOUNS[..=at].concat());
            Some(all)
        }
    }
}

#[test]
fn everybody_uses_only_whom_they_may() {
    let mut wrong = Vec::new();
    for (path, module, code) in sources().into_iter().filter(|(_, module, _)| module != "main") {
        let Some(allowed) = may_use(&module) else {
            wrong.push(format!("{}: {module} has no place in the order of nouns", path.display()));
            continue;
        };
        for other in used(&code) {
            if other != module && !allowed.contains(&other.as_str()) {
                wrong.push(format!("{} uses crate::{other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn groups_in_braces_are_understood() {
    let code = "use crate::{account, db::{Ctx, Reader}, error::Error};\nuse crate::bus::Bus;\nlet a = crate::job::cancel(1);";
    let names: Vec<String> = used(code).into_iter().collect();
    assert_eq!(names, ["account", "bus", "db", "error", "job"]);
}

#[test]
fn only_the_desktop_names_tauri_and_only_the_clock_asks_the_time() {
    let mut wrong = Vec::new();
    for (path, module, code) in sources() {
        if module != "desktop" && module != "main" && code.contains("tauri::") {
            wrong.push(format!("{} names tauri", path.display()));
        }
        for ask in ["Utc::now", "Local::now", "SystemTime::now"] {
            if module != "clock" && code.contains(ask) {
                wrong.push(format!("{} asks {ask}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The messages of a language: key to the variables it names, and keys that stand twice.
fn messages(language: &str) -> (BTreeMap<String, BTreeSet<String>>, Vec<String>) {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut twice = Vec::new();
    for path in files(&root().join("assets/locales").join(language), "ftl") {
        let text = fs::read_to_string(&path).unwrap();
        let mut current: Option<String> = None;
        for line in text.lines() {
            if !line.starts_with([' ', '#', '}', '\t']) && !line.is_empty() {
                let (key, _) =
                    line.split_once('=').unwrap_or_else(|| panic!("{}: {line}", path.display()));
                let key = key.trim().to_owned();
                if found.insert(key.clone(), BTreeSet::new()).is_some() {
                    twice.push(format!("{}: {key}", path.display()));
                }
                current = Some(key);
            }
            if line.starts_with('#') {
                continue;
            }
            let variables = line.match_indices('$').map(|(at, _)| {
                line[at + 1..]
                    .chars()
                    .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                    .collect::<String>()
            });
            if let Some(key) = &current {
                found.get_mut(key).unwrap().extend(variables.filter(|name| !name.is_empty()));
            }
        }
    }
    (found, twice)
}

#[test]
fn both_languages_say_the_same() {
    let (indonesian, twice_indonesian) = messages("id");
    let (english, twice_english) = messages("en");
    let mut wrong: Vec<String> = twice_indonesian
        .into_iter()
        .chain(twice_english)
        .map(|key| format!("twice: {key}"))
        .collect();
    for (key, variables) in &indonesian {
        match english.get(key) {
            None => wrong.push(format!("only Indonesian: {key}")),
            Some(other) if other != variables => {
                wrong.push(format!("other variables: {key}: {variables:?} and {other:?}"))
            }
            Some(_) => (),
        }
    }
    wrong.extend(
        english
            .keys()
            .filter(|key| !indonesian.contains_key(*key))
            .map(|key| format!("only English: {key}")),
    );
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The first string literal after `from` within the same statement, if it looks like a key.
fn key_after(code: &str, from: usize) -> Option<&str> {
    let statement = code[from..].split(';').next()?;
    statement.split('"').skip(1).step_by(2).find(|literal| {
        literal.contains('-')
            && literal.chars().all(|letter| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
            })
    })
}

#[test]
fn every_sentence_that_the_code_names_is_there() {
    let (known, _) = messages("en");
    let mut wrong = BTreeSet::new();
    for (path, _, code) in sources() {
        for call in ["Error::new(", "Error::invalid(", ".progress(\"", ".remark(\"", ".words(\""] {
            for (at, _) in code.match_indices(call) {
                let from = if call.ends_with('"') { at + call.len() - 1 } else { at + call.len() };
                // A key that is built or passed on is checked where it is written.
                let Some(key) = key_after(&code, from) else { continue };
                if !known.contains_key(key) {
                    wrong.insert(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

fn is_current(path: &Path, wanted: &str, how: &str) {
    if std::env::var_os("WARTA_WRITE_TYPES").is_some() {
        fs::write(path, wanted).unwrap();
        return;
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(found == wanted, "{} is not current: {how}", path.display());
}

#[test]
fn the_front_ends_types_are_current() {
    is_current(
        &root().join("ui/src/api/types.gen.ts"),
        &commands::typescript(),
        "run `make types`",
    );
}

#[test]
fn every_job_tells_the_front_end_what_it_brings() {
    let types = commands::typescript();
    let results = types.split("export type JobResults = {").nth(1).unwrap();
    let results = results.split("};").next().unwrap();
    for entry in commands::TABLE {
        let named = results.contains(&format!("  {}: ", entry.name));
        assert_eq!(named, entry.kind == Kind::Job, "{}", entry.name);
    }
}

/// The comment lines that stand before each `CREATE TABLE` in the migrations.
fn table_comments() -> BTreeMap<String, String> {
    let mut comments = BTreeMap::new();
    for path in files(&root().join("src-tauri/migrations"), "sql") {
        let mut block = String::new();
        for line in fs::read_to_string(path).unwrap().lines() {
            if line.starts_with("--") {
                block.push_str(line);
                block.push('\n');
                continue;
            }
            let table = line
                .strip_prefix("CREATE TABLE ")
                .or_else(|| line.strip_prefix("CREATE VIRTUAL TABLE "));
            if let Some(name) = table.and_then(|rest| rest.split_whitespace().next()) {
                comments.insert(name.to_owned(), std::mem::take(&mut block));
            }
            block.clear();
        }
    }
    comments
}

fn schema_dump(database: &Path) -> String {
    let connection = Connection::open(database).unwrap();
    let mut statement = connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name").unwrap();
    let rows = statement
        .query_map([], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
            ))
        })
        .unwrap();
    let rows: Vec<(String, String, String, String)> = rows.collect::<Result<_, _>>().unwrap();
    let comments = table_comments();
    let mut text =
        "-- The tables as they are after all migrations. For reading: generated by `make types`.\n"
            .to_owned();
    for (kind, name, table, sql) in &rows {
        let is_shadow = table.contains("_search_") || table.starts_with("sqlite_");
        if is_shadow {
            continue;
        }
        if kind == "table" {
            text.push('\n');
            text.push_str(comments.get(name).map_or("", String::as_str));
        }
        text.push_str(sql);
        text.push_str(";\n");
    }
    text
}

#[test]
fn the_schema_for_reading_is_current() {
    let folder = tempfile::TempDir::new().unwrap();
    let database = folder.path().join("fresh.sqlite");
    migrate::to_latest(&database).unwrap();
    is_current(&root().join("src-tauri/schema.sql"), &schema_dump(&database), "run `make types`");
}

type Question = Box<dyn Fn(&Reader, &Ctx) -> warta::error::Result<()>>;

fn text_of(release_id: i64) -> release::TextAsk {
    release::TextAsk { release_id, language: None }
}

fn ask<T: 'static, A: Clone + 'static>(
    function: fn(&Reader, &Ctx, A) -> warta::error::Result<T>,
    args: A,
) -> Question {
    Box::new(move |db, ctx| function(db, ctx, args.clone()).map(drop))
}

/// The values of every field that there is.
fn ask_every_field(owner: OwnerKind, id: i64) -> Question {
    Box::new(move |db, ctx| {
        let keys = field::all(db, owner)?.into_iter().map(|field| field.key).collect();
        let query = field::FieldValuesQuery { owner, ids: vec![id], keys };
        field::of_many(db, ctx, query).map(drop)
    })
}
/// Filters that together ask for every kind of field.
const WRITTEN_RULES: &[&str] = &[
    "beat = kota and outlet_type = online and position ~ reporter and email set",
    "answered 2 releases or answered release 1 or sent 1 release or sent release 1",
    "not contacted 90d or last_contact < 2026-01-31 or added within 30d",
    "in list Pokja or not in list Umum or import 3 or state = away or bad_address or duplicate",
    "group_chat = Pokja",
];

/// A programme with a post.
struct Network {
    programme: i64,
    post: i64,
    /// Of the release.
    version: i64,
    letter: i64,
    photo: i64,
    kit: i64,
    calendar_entry: i64,
    enquiry: i64,
    coverage: i64,
    event: i64,
    guest: i64,
}

/// Each read with arguments that make it touch all it can touch.
#[allow(clippy::too_many_arguments, reason = "one record of each kind")]
fn questions(
    contact: i64,
    outlet: i64,
    list: i64,
    release: i64,
    distribution: i64,
    response: i64,
    merged: i64,
    made: &Network,
    fields: &[contact::FilterField],
) -> BTreeMap<&'static str, Vec<Question>> {
    let of_event =
        |mail| invitation::EventMailOrder { event_id: made.event, mail, ..Default::default() };
    let filter = contact::ContactFilter::default;
    let search = |text: &str| Some(text.to_owned());
    let contacts = || {
        vec![
            filter(),
            contact::ContactFilter { search: search("siti"), ..filter() },
            contact::ContactFilter {
                search: search("siti"),
                city: search("Depok"),
                list_id: Some(list),
                ..filter()
            },
            contact::ContactFilter {
                beat: search("kota"),
                tag: search("baru"),
                organisation_id: Some(outlet),
                sort: search("outlet"),
                ..filter()
            },
            contact::ContactFilter {
                sort: search("last_contact"),
                kind: search("journalist"),
                ..filter()
            },
        ]
        .into_iter()
        .chain(WRITTEN_RULES.iter().map(|rule| contact::ContactFilter {
            filter: Some(contact::parse_filter(rule, fields, &|_| Ok(1)).unwrap()),
            ..filter()
        }))
        .chain(
            ["do_not_contact", "bad_address", "left_outlet", "away", "no_email", "duplicate"]
                .map(|state| contact::ContactFilter { state: search(state), ..filter() }),
        )
    };
    let responses = [
        response::ResponseFilter::default(),
        response::ResponseFilter { search: search("terima"), ..Default::default() },
        response::ResponseFilter {
            release_id: Some(release),
            contact_id: Some(contact),
            matched: Some(true),
            handled: Some(false),
            ..Default::default()
        },
        response::ResponseFilter {
            state: search("waiting"),
            mine: Some(true),
            thread_of: Some(response),
            ..Default::default()
        },
    ];
    BTreeMap::from([
        ("session", vec![ask(settings::session, ())]),
        ("office_show", vec![ask(office::show, ())]),
        ("staff_list", vec![ask(staff::list, ())]),
        ("today_show", vec![ask(today::show, ())]),
        ("contact_list", contacts().map(|filter| ask(contact::list, filter)).collect()),
        ("contact_count", contacts().map(|filter| ask(contact::count, filter)).collect()),
        ("contact_facets", vec![ask(contact::facets, ())]),
        ("contact_show", vec![ask(contact::show, contact)]),
        (
            "organisation_list",
            vec![
                ask(organisation::list, organisation::OrganisationFilter::default()),
                ask(
                    organisation::list,
                    organisation::OrganisationFilter {
                        search: search("harian"),
                        ..Default::default()
                    },
                ),
            ],
        ),
        ("organisation_show", vec![ask(organisation::show, outlet)]),
        (
            "programme_list",
            vec![
                ask(programme::list, programme::ProgrammeFilter::default()),
                ask(
                    programme::list,
                    programme::ProgrammeFilter { contact_id: Some(contact), ..Default::default() },
                ),
            ],
        ),
        ("programme_show", vec![ask(programme::show, made.programme)]),
        ("post_list", vec![ask(programme::posts, programme::PostFilter::default())]),
        ("post_show", vec![ask(programme::show_post, made.post)]),
        (
            "post_paste_read",
            vec![ask(
                programme::paste_preview,
                programme::PostLines {
                    programme_id: made.programme,
                    text: "https://www.instagram.com/contoh/p/2, 12".to_owned(),
                    contact_id: Some(contact),
                    ..Default::default()
                },
            )],
        ),
        ("source_list", vec![ask(source::list, source::SourceFilter::default())]),
        ("quote_list", vec![ask(quote::list, quote::QuoteFilter::default())]),
        ("field_list", OwnerKind::ALL.iter().map(|owner| ask(field::list, *owner)).collect()),
        (
            "field_values",
            [(OwnerKind::Contact, contact), (OwnerKind::Organisation, outlet)]
                .map(|(owner, id)| ask_every_field(owner, id))
                .into_iter()
                .collect(),
        ),
        ("signature_read", vec![ask(import::propose, "Siti Rahma\nRedaktur".to_owned())]),
        ("import_list", vec![ask(import::list, 20)]),
        (
            "export_columns",
            OwnerKind::ALL.iter().map(|owner| ask(export::columns, *owner)).collect(),
        ),
        (
            "duplicate_list",
            ["contact", "organisation"]
                .map(|kind| {
                    ask(
                        duplicate::list,
                        duplicate::DuplicateFilter { kind: search(kind), ..Default::default() },
                    )
                })
                .into_iter()
                .collect(),
        ),
        (
            "duplicate_check",
            vec![ask(
                duplicate::check,
                duplicate::DuplicateCheck {
                    name: search("Siti Rahma"),
                    emails: Some(vec!["siti@example.id".to_owned()]),
                    outlet: search("Harian Contoh"),
                    ..Default::default()
                },
            )],
        ),
        (
            "merge_preview",
            vec![ask(
                merge::preview,
                merge::MergeAsk {
                    kind: "contact".to_owned(),
                    survivor_id: contact,
                    absorbed_id: contact + 1,
                },
            )],
        ),
        ("merge_list", vec![ask(merge::list, 50)]),
        ("merge_show", vec![ask(merge::show, merged)]),
        ("review_list", vec![ask(review::list, review::ReviewFilter::default())]),
        ("question_give_up", vec![ask(contact::give_up, "contacts".to_owned())]),
        ("filter_fields", vec![ask(contact::filter_fields, ())]),
        (
            "filter_offers",
            ["city", "beats", "tags", "outlet", "list", "group_chat", "sent_release", "import"]
                .map(|field| {
                    let wanted =
                        contact::OffersWanted { field: field.to_owned(), text: String::new() };
                    ask(contact::offers, wanted)
                })
                .into_iter()
                .collect(),
        ),
        ("filter_read", vec![ask(recipient_list::filter_read, "in list \"Pers Kota\"".to_owned())]),
        ("filter_write", vec![ask(recipient_list::filter_write, contact::Filter::All(Vec::new()))]),
        (
            "list_compare",
            vec![ask(
                recipient_list::compare,
                recipient_list::Comparison {
                    a: list,
                    b: list,
                    part: "both".to_owned(),
                    offset: None,
                    limit: None,
                },
            )],
        ),
        ("list_left_out", vec![ask(recipient_list::left_out, list)]),
        (
            "group_chat_list",
            vec![
                ask(group_chat::list, group_chat::GroupChatFilter::default()),
                ask(
                    group_chat::list,
                    group_chat::GroupChatFilter {
                        contact_id: Some(contact),
                        organisation_id: Some(outlet),
                    },
                ),
            ],
        ),
        ("group_chat_show", vec![ask(group_chat::show, 1)]),
        (
            "group_chat_proposals",
            vec![ask(group_chat::proposals, group_chat::ProposalFilter::default())],
        ),
        ("list_all", vec![ask(recipient_list::all, ())]),
        ("list_show", vec![ask(recipient_list::show, list)]),
        ("history_list", vec![ask(history::list, 50)]),
        (
            "follow_up_list",
            vec![
                ask(follow_up::list, follow_up::FollowUpFilter::default()),
                ask(
                    follow_up::list,
                    follow_up::FollowUpFilter { contact_id: Some(contact), ..Default::default() },
                ),
            ],
        ),
        ("history_find", vec![ask(history::find, history::HistoryFilter::default())]),
        ("history_space", vec![ask(history::space, ())]),
        (
            "interaction_find",
            vec![ask(
                interaction::find,
                interaction::InteractionSearch { text: "siti".to_owned(), limit: None },
            )],
        ),
        ("bin_space", vec![ask(history::bin_space, ())]),
        ("bin_list", vec![ask(history::bin, history::BinFilter::default())]),
        (
            "stream_list",
            vec![
                ask(
                    stream::list,
                    stream::StreamFilter { contact_id: Some(contact), ..Default::default() },
                ),
                ask(
                    stream::list,
                    stream::StreamFilter { organisation_id: Some(outlet), ..Default::default() },
                ),
            ],
        ),
        ("subject_show", vec![ask(subject::show, contact)]),
        ("subject_returned", vec![ask(subject::returned, ())]),
        ("erasure_list", vec![ask(subject::erasures, ())]),
        ("retention_show", vec![ask(today::retention, ())]),
        ("export_log", vec![ask(export::log, 50)]),
        ("backup_list", vec![ask(history::backups, ())]),
        ("release_list", vec![ask(release::list, release::ReleaseFilter::default())]),
        ("release_show", vec![ask(release::show, release)]),
        ("release_history", vec![ask(release::history, release)]),
        ("release_enclosures", vec![ask(release::enclosures, release)]),
        (
            "enclosure_matches",
            vec![ask(
                release::enclosure_matches,
                release::MatchAsk { file_names: vec!["Anna.pdf".to_owned()] },
            )],
        ),
        ("release_version_show", vec![ask(release::show_version, made.version)]),
        (
            "release_difference",
            vec![ask(
                release::difference,
                release::DifferenceAsk { release_id: release, from: Some(made.version), to: None },
            )],
        ),
        ("release_numbers", vec![ask(release::register, ())]),
        ("release_lint", vec![ask(release::lint, text_of(release))]),
        ("lint_rules", vec![ask(release::lint_rules, ())]),
        ("release_templates", vec![ask(release::templates, ())]),
        ("standing_list", vec![ask(release::standing_texts, ())]),
        ("enquiry_list", {
            let every = enquiry::EnquiryFilter {
                search: search("banjir"),
                open: Some(true),
                mine: Some(true),
                overdue: Some(true),
                unit_id: Some(outlet),
                ..Default::default()
            };
            vec![ask(enquiry::list, enquiry::EnquiryFilter::default()), ask(enquiry::list, every)]
        }),
        ("enquiry_show", vec![ask(enquiry::show, made.enquiry)]),
        ("enquiry_texts", vec![ask(enquiry::prepared, made.enquiry)]),
        ("statement_list", vec![ask(statement::list, statement::StatementFilter::default())]),
        ("coverage_list", {
            let every = coverage::CoverageFilter {
                search: search("pasar"),
                tone: search("none"),
                outlet_id: Some(outlet),
                from: search("2026-01-01"),
                ..Default::default()
            };
            let all = coverage::CoverageFilter::default();
            vec![ask(coverage::list, all), ask(coverage::list, every)]
        }),
        ("event_list", {
            let every = press_event::EventFilter {
                search: search("pasar"),
                time: Some(press_event::EventTime::Coming),
                mine: Some(true),
                from: search("2026-01-01"),
                ..Default::default()
            };
            let all = press_event::EventFilter::default();
            vec![ask(press_event::list, all), ask(press_event::list, every)]
        }),
        ("check_in_search", {
            let (event_id, text) = (made.event, "wati 0000".to_owned());
            vec![ask(check_in::search, check_in::DoorSearch { event_id, text, limit: None })]
        }),
        ("check_in_counts", vec![ask(check_in::counts, made.event)]),
        ("check_in_last", vec![ask(check_in::last, made.event)]),
        ("check_in_offers", {
            let (event_id, name) = (made.event, "siti".to_owned());
            let phone = "+62 000 1111 2222".to_owned();
            vec![ask(check_in::matching, check_in::OfferAsk { event_id, name, phone })]
        }),
        ("accreditation_list", {
            let filter =
                accreditation::AccreditationFilter { event_id: made.event, ..Default::default() };
            vec![ask(accreditation::list, filter)]
        }),
        ("accreditation_show", vec![ask(accreditation::show, made.guest)]),
        ("event_note_list", vec![ask(event_note::list, event_note::NoteFilter::default())]),
        ("attendance_form", vec![ask(paper::attendance_form, ())]),
        ("event_show", vec![ask(press_event::show, made.event)]),
        ("event_offers", vec![ask(warta::event_reply::offers, made.event)]),
        (
            "event_mail_text",
            vec![ask(
                invitation::words_of,
                invitation::EventMailAsk {
                    event_id: made.event,
                    mail: distribution::EventMail::Invitation,
                    language: None,
                },
            )],
        ),
        (
            "event_mail_check",
            vec![
                ask(invitation::check, of_event(distribution::EventMail::Invitation)),
                ask(invitation::check, of_event(distribution::EventMail::Update)),
            ],
        ),
        ("event_mail_counts", vec![ask(invitation::counts, made.event)]),
        ("event_ics", vec![ask(invitation::event_ics, made.event)]),
        ("event_export", vec![ask(press_event::export, made.event)]),
        ("event_template_list", vec![ask(press_event::templates, ())]),
        ("event_task_list", vec![ask(press_event::tasks, made.event)]),
        ("event_rundown", vec![ask(press_event::rundown, made.event)]),
        ("event_cost_list", vec![ask(press_event::costs, made.event)]),
        ("event_file_list", vec![ask(press_event::files, made.event)]),
        ("event_guest_list", {
            let filter = event_guest::GuestFilter { event_id: made.event, ..Default::default() };
            vec![ask(event_guest::list, filter)]
        }),
        ("event_guest_check", {
            let order = event_guest::GuestsAdd {
                event_id: made.event,
                lists: vec![list],
                contacts: vec![contact],
                ..Default::default()
            };
            vec![ask(event_guest::check, order)]
        }),
        ("event_quota_list", vec![ask(event_guest::quotas, made.event)]),
        ("event_answer_list", {
            vec![ask(event_answer::list, event_answer::AnswerFilter::default())]
        }),
        ("event_duty_list", vec![ask(press_event::duties, made.event)]),
        ("coverage_show", vec![ask(coverage::show, made.coverage)]),
        ("coverage_guess", vec![ask(coverage::guess, "https://example.com/a".to_owned())]),
        ("event_evaluation", vec![ask(evaluation::show, made.event)]),
        (
            "events_of",
            vec![ask(
                evaluation::events_of,
                evaluation::EventsOfAsk { contact_id: Some(contact), ..Default::default() },
            )],
        ),
        ("event_bundle_check", vec![ask(paper::check_bundle, made.event)]),
        (
            "event_compare",
            vec![
                ask(evaluation::compare, evaluation::CompareAsk::default()),
                ask(
                    evaluation::compare,
                    evaluation::CompareAsk { like: Some(made.event), ..Default::default() },
                ),
            ],
        ),
        ("event_fairness", {
            let of = |who, never| {
                let ask_for = evaluation::FairnessAsk { who, never, ..Default::default() };
                ask(evaluation::fairness, ask_for)
            };
            let (outlets, people) =
                (evaluation::FairnessWho::Outlets, evaluation::FairnessWho::Contacts);
            vec![
                of(outlets, None),
                of(people, None),
                of(outlets, Some(true)),
                of(people, Some(true)),
            ]
        }),
        (
            "quality_show",
            vec![ask(
                quality::show,
                quality::Period { from: "2026-11-01".to_owned(), until: "2026-11-30".to_owned() },
            )],
        ),
        (
            "photo_list",
            vec![
                ask(photo::list, photo::PhotoFilter::default()),
                ask(
                    photo::list,
                    photo::PhotoFilter {
                        search: search("pasar"),
                        used: Some(true),
                        ..photo::PhotoFilter::default()
                    },
                ),
            ],
        ),
        ("photo_show", vec![ask(photo::show, made.photo)]),
        (
            "calendar_items",
            vec![ask(
                calendar::items,
                calendar::CalendarQuery {
                    from: "2026-11-01".to_owned(),
                    until: "2026-12-01".to_owned(),
                    ..calendar::CalendarQuery::default()
                },
            )],
        ),
        ("calendar_entry_show", vec![ask(calendar::show_entry, made.calendar_entry)]),
        ("calendar_subscription", vec![ask(calendar::subscription, ())]),
        ("tour_show", vec![ask(tour::show, made.event)]),
        ("holiday_list", vec![ask(holiday::list, holiday::HolidayFilter::default())]),
        ("holiday_propose", vec![ask(holiday::propose, 2026)]),
        ("kit_list", vec![ask(kit::list, kit::KitFilter::default())]),
        ("kit_show", vec![ask(kit::show, made.kit)]),
        ("letter_list", vec![ask(letter::list, letter::LetterFilter::default())]),
        ("letter_show", vec![ask(letter::show, made.letter)]),
        ("letter_templates", vec![ask(letter::templates, ())]),
        ("letter_register", vec![ask(letter::register, ())]),
        ("release_chat_text", vec![ask(paper::chat_text, text_of(release))]),
        (
            "release_preview",
            vec![
                ask(
                    distribution::preview,
                    release::PreviewOrder {
                        release_id: release,
                        contact_id: Some(contact),
                        form: None,
                        language: None,
                    },
                ),
                ask(
                    distribution::preview,
                    release::PreviewOrder {
                        release_id: release,
                        contact_id: None,
                        form: Some(release::mail_form::MailForm::Light),
                        language: None,
                    },
                ),
            ],
        ),
        (
            "audience_check",
            vec![ask(
                distribution::preflight,
                distribution::Audience {
                    release_id: release,
                    lists: vec![list],
                    minus_lists: vec![list],
                    guard_days: Some(7),
                    embargo: Some("2099-12-01 08:00 WIB".to_owned()),
                    ..Default::default()
                },
            )],
        ),
        ("audience_suggest", vec![ask(distribution::suggest, release)]),
        ("sending_rules", vec![ask(distribution::sending_rules, ())]),
        (
            "distribution_list",
            vec![ask(distribution::list, distribution::DistributionFilter::default())],
        ),
        ("distribution_show", vec![ask(distribution::show, distribution)]),
        ("group_chat_sendings", vec![ask(distribution::group_sendings, 1)]),
        (
            "delivery_list",
            vec![ask(
                distribution::deliveries,
                distribution::DeliveryFilter {
                    distribution_id: distribution,
                    ..distribution::DeliveryFilter::default()
                },
            )],
        ),
        ("distribution_report", vec![ask(distribution::report, distribution)]),
        (
            "report_line_list",
            vec![ask(
                distribution::report_lines,
                distribution::ReportLines { distribution_id: distribution, ..Default::default() },
            )],
        ),
        ("distribution_retry_plan", vec![ask(distribution::retry_plan, distribution)]),
        ("distribution_mended", vec![ask(distribution::mended, distribution)]),
        ("follow_up_proposal", vec![ask(distribution::follow_up_proposal, distribution)]),
        ("follow_up_rule", vec![ask(distribution::follow_up_rule, ())]),
        ("original_audience", vec![ask(distribution::original_audience, release)]),
        ("account_show", vec![ask(account::show, None)]),
        ("account_presets", vec![ask(account::presets, ())]),
        ("account_list", vec![ask(account::list, ())]),
        ("account_check_show", vec![ask(account::show_check, 1)]),
        ("inbox_states", vec![ask(warta::inbox::states, ())]),
        ("account_dkim_show", vec![ask(account::dkim_show, 1)]),
        (
            "response_list",
            responses.map(|filter| ask(response::list, filter)).into_iter().collect(),
        ),
        ("response_show", vec![ask(response::show, response)]),
        ("reply_draft", vec![ask(response::reply::draft, response)]),
        ("snippet_list", vec![ask(warta::snippet::list, ())]),
        (
            "snippet_fill",
            vec![ask(
                warta::snippet::fill,
                warta::snippet::SnippetUse { id: 1, response_id: response },
            )],
        ),
        (
            "change_suggestion_list",
            vec![ask(
                change_suggestion::list,
                change_suggestion::SuggestionFilter {
                    contact_id: Some(contact),
                    ..Default::default()
                },
            )],
        ),
    ])
}

/// The table behind a name that the engine reports: an index of words is kept in several.
fn base(table: &str) -> String {
    match table.split_once("_search_") {
        Some((noun, _)) => format!("{noun}_search"),
        None => table.to_owned(),
    }
}

#[test]
fn every_question_names_the_tables_it_reads() {
    let office = Office::with_contacts();
    let id = |value: &serde_json::Value| value["id"].as_i64().unwrap();
    let contact = id(&office.json(&["contact", "list", "--search", "siti"])["rows"][0]);
    let list = id(&office.json(&["list", "all"])["lists"][0]);
    let outlet = office.json(&["contact", "show", &contact.to_string()])["row"]["outlet_id"]
        .as_i64()
        .unwrap();
    office.json(&["account", "set", "--from", "humas@example.id"]);
    let file = office.write("siaran.md", "# Judul\n\nPembuka.\n\nIsi.\n");
    let attachment = office.write("lampiran.txt", "isi");
    let release = id(&office.json(&["release", "new", "--file", &file, "--attach", &attachment]));
    let distribution = id(&office.json(&[
        "release",
        "send",
        &release.to_string(),
        "--list",
        "Pers Kota",
        "--yes",
    ]));
    let mail = "From: siti@example.id\r\nTo: humas@example.id\r\nSubject: Re: Judul\r\nMessage-ID: <a@example.id>\r\nDate: Sun, 22 Nov 2026 08:00:00 +0700\r\n\r\nTerima kasih.\r\n";
    let mail = office.write("balasan.eml", mail);
    office.warta(&["--json", "inbox", "read", &mail]).json_lines();
    let response = id(&office.json(&["response", "list"])["rows"][0]);

    let twins = ["Kembar Satu", "Kembar Dua"].map(|name| {
        let save = serde_json::json!({"patch": {"set": {"name": name}}}).to_string();
        office.json(&["call", "contact_save", &save])["contact"]["id"].as_i64().unwrap()
    });
    let order =
        serde_json::json!({"kind": "contact", "survivor_id": twins[0], "absorbed_id": twins[1]});
    let merged =
        office.json(&["call", "merge_run", &order.to_string()])["merge_id"].as_i64().unwrap();

    let programme =
        office.json(&["programme", "new", "Relawan Digital"])["programme"]["id"].clone();
    let programme = programme.as_i64().unwrap();
    let post = &office.json(&[
        "programme",
        "post",
        "Relawan Digital",
        "https://www.instagram.com/contoh/p/1",
        "--who",
        &contact.to_string(),
        "--views",
        "10",
    ])["row"];
    office.json(&["release", "approve", &release.to_string()]);
    let numbering = serde_json::json!({"set": {"name": "Kantor", "number_pattern": "{number}"}});
    office.json(&["call", "office_save", &numbering.to_string()]);
    let version = id(&office.json(&["release", "versions", &release.to_string()])["versions"][0]);
    let icon = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icons/32x32.png");
    let photo = id(&office.json(&["photo", "add", icon])["photos"][0]);
    let letter = id(&office.json(&["letter", "new", "--template", "Undangan"]));
    office.json(&["letter", "numbers", "--kind", "invitation", "--pattern", "UND/{number}"]);
    office.json(&["boilerplate", "new", "Profil", "--text", "Kami melayani."]);
    office.json(&["inbox", "snippet", "save", "Salam", "Yth. {{name}} ({{headline}})"]);
    let thing = |id: i64| id.to_string();
    let kit = id(&office.json(&[
        "kit",
        "new",
        "Kit Pasar",
        "--release",
        &thing(release),
        "--photo",
        &thing(photo),
        "--text",
        "Profil",
    ])["kit"]);
    let response_id = response.to_string();
    let enquiry = office.json(&[
        "enquiry",
        "new",
        "--response",
        &response_id,
        "--unit",
        "Dinas Contoh",
        "--outlet",
        "Harian Contoh",
    ])["row"]["id"]
        .as_i64()
        .unwrap();
    office.json(&["enquiry", "ask", &enquiry.to_string()]);
    office.json(&["statement", "add", "Air surut.", "--by", "Sekda", "--unit", "Dinas Contoh"]);
    let coverage = office.json(&[
        "coverage",
        "add",
        "https://example.com/a",
        "--title",
        "Pasar dibuka",
        "--outlet",
        "Harian Contoh",
        "--by",
        "siti@example.id",
        "--release",
        &release.to_string(),
        "--enquiry",
        &enquiry.to_string(),
    ])["coverage"]["id"]
        .as_i64()
        .unwrap();
    let calendar_entry = id(&office.json(&["calendar", "add", "Rapat", "2026-12-01T09:00"]));
    let event = office.json(&[
        "event",
        "new",
        "Pasar dibuka",
        "--template",
        "id/press_conference",
        "--begins",
        "2026-12-01 09:00 WIB",
        "--host",
        "Dinas Contoh",
        "--set",
        "venue=Aula",
        "--set",
        &format!("kit_id={kit}"),
    ])["event"]["id"]
        .as_i64()
        .unwrap();
    a_guest(&office, event, contact);
    let order = serde_json::json!({"event_id": event, "name": "", "contact_id": contact});
    let arrival = office.json(&["call", "check_in_walk_in", &order.to_string()]);
    let guest = arrival["row"]["id"].as_i64().unwrap();
    office.json(&["event", "note", &event.to_string(), "Kapan dibuka?"]);
    let made = Network {
        programme,
        post: id(post),
        version,
        letter,
        photo,
        kit,
        calendar_entry,
        enquiry,
        coverage,
        event,
        guest,
    };
    let chat = office.write(
        "chat.txt",
        "22/11/26 10.05 - Siti: Kapan jumpa pers?\n22/11/26 10.06 - +62 000 9999 8888: Ada rilis?\n",
    );
    office.json(&["chat", "new", "Pers Kota"]);
    office.json(&["chat", "add", "Pers Kota", "siti@example.id"]);
    office.json(&["chat", "import", &chat, "--chat", "Pers Kota"]);

    let connection = connect_reader(&office.workspace().join("warta.sqlite")).unwrap();
    let fields = contact::all_filter_fields(&Reader::on(&connection)).unwrap();
    // The engine reports what a statement reads when it is prepared, not when it is used again.
    connection.set_prepared_statement_cache_capacity(0);
    let read = Arc::new(Mutex::new(BTreeSet::new()));
    let seen = Arc::clone(&read);
    connection
        .authorizer(Some(move |about: AuthContext<'_>| {
            if let AuthAction::Read { table_name, .. } = about.action {
                seen.lock().unwrap().insert(base(table_name));
            }
            Authorization::Allow
        }))
        .unwrap();

    let ctx = Ctx {
        now: clock::now(),
        actor: String::new(),
        source: Source::CommandLine,
        folder: office.workspace(),
    };
    let mut questions =
        questions(contact, outlet, list, release, distribution, response, merged, &made, &fields);
    let mut wrong = Vec::new();
    for entry in commands::TABLE.iter().filter(|entry| entry.kind == Kind::Read) {
        let Some(asked) = questions.remove(entry.name) else {
            wrong.push(format!("{}: this test does not ask it", entry.name));
            continue;
        };
        read.lock().unwrap().clear();
        for question in asked {
            question(&Reader::on(&connection), &ctx)
                .unwrap_or_else(|error| panic!("{}: {error}", entry.name));
        }
        let tables = read.lock().unwrap().clone();
        let missing: Vec<&String> = tables
            .iter()
            .filter(|table| {
                // A list handed over with the question is no table of ours.
                let is_ours = !table.starts_with("sqlite_") && *table != "json_each";
                is_ours && !entry.tables.contains(&table.as_str())
            })
            .collect();
        if !entry.tables.contains(&"*") && !missing.is_empty() {
            wrong.push(format!("{} reads also {missing:?}", entry.name));
        }
    }
    wrong.extend(questions.keys().map(|name| format!("{name}: there is no such read")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_kept_order_knows_every_table_that_it_follows_from() {
    let entry = commands::TABLE.iter().find(|entry| entry.name == "contact_list").unwrap();
    // The index of words follows from the others.
    let followed: Vec<&&str> = entry
        .tables
        .iter()
        .filter(|table| {
            !matches!(**table, "contact_vocabulary" | "contact_search" | "contact_words")
        })
        .filter(|table| !contact::TABLES.contains(*table))
        .collect();
    assert!(followed.is_empty(), "contact::TABLES lacks {followed:?}");
}

#[test]
fn command_names_are_said_once_and_by_noun() {
    let names: Vec<&str> = commands::TABLE.iter().map(|entry| entry.name).collect();
    let once: BTreeSet<&&str> = names.iter().collect();
    assert_eq!(names.len(), once.len());
    assert!(
        names
            .iter()
            .all(|name| name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')),
        "{names:?}"
    );
}

/// A guest of an event, so that questions about events read all that they can.
fn a_guest(office: &Office, event: i64, contact: i64) {
    let connection = Connection::open(office.workspace().join("warta.sqlite")).unwrap();
    connection
        .execute_batch(&format!(
            "INSERT INTO event_guests (event_id, contact_id, name, name_key, place, created_at, updated_at)
             VALUES ({event}, {contact}, 'Siti', 'siti', 'invited', '', '');
             INSERT INTO event_quotas (event_id, scope, tier, places, created_at, updated_at)
             VALUES ({event}, 'tier', '1', 2, '', '')"
        ))
        .unwrap();
}
