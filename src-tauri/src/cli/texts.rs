//! Words that are kept for releases, on the command line: quotes with their approval, templates,
//! standing texts.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Map, Value as Json, json};

use super::letters::fields;
use super::terminal::Terminal;
use crate::commands::{self, Door};
use crate::db::Patch;
use crate::error::{Code, Error, Result};
use crate::format::markdown;
use crate::quote::{QuoteApproval, QuoteFilter, QuotePatch, QuoteRow};
use crate::reach;
use crate::release::{KeepReleaseTemplate, ReleaseTemplate, StandingKind, StandingText};

#[derive(Subcommand)]
pub enum Quote {
    List {
        #[arg(long, value_name = "WHO")]
        who: Option<String>,
        #[arg(long, value_name = "ID")]
        release: Option<i64>,
        #[arg(long)]
        unapproved: bool,
        #[arg(long, value_name = "N")]
        limit: Option<i64>,
    },
    Show {
        #[arg(value_name = "QUOTE")]
        quote: i64,
    },
    New {
        #[arg(value_name = "WHO")]
        who: String,
        #[command(flatten)]
        about: About,
    },
    Edit {
        #[arg(value_name = "QUOTE")]
        quote: i64,
        #[command(flatten)]
        about: About,
    },
    Remove {
        #[arg(value_name = "QUOTE", required = true)]
        quotes: Vec<i64>,
    },
    Approve {
        #[arg(value_name = "QUOTE")]
        quote: i64,
        #[arg(long, value_name = "NAME", required_unless_present = "take_back")]
        by: Option<String>,
        #[arg(long, conflicts_with = "by")]
        take_back: bool,
    },
}

/// What is said of a quote.
#[derive(Args)]
pub struct About {
    #[arg(long, value_name = "TEXT")]
    words: Option<String>,
    #[arg(long, value_name = "TEXT")]
    topic: Option<String>,
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    #[arg(long, value_name = "OUTLET")]
    outlet: Option<String>,
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    #[arg(long, value_name = "ID")]
    release: Option<i64>,
}

impl About {
    fn patch(self, id: Option<i64>) -> QuotePatch {
        let texts = [
            ("words", self.words),
            ("topic", self.topic),
            ("quoted_on", self.on),
            ("place", self.place),
            ("url", self.url),
        ];
        let mut set: Map<String, Json> = texts
            .into_iter()
            .filter_map(|(name, text)| Some((name.to_owned(), Json::from(text?))))
            .collect();
        if let Some(release) = self.release {
            let release = (release > 0).then_some(release);
            set.insert("release_id".to_owned(), json!(release));
        }
        QuotePatch { patch: Patch { id, set, ..Patch::default() }, outlet: self.outlet }
    }
}

/// A verb about quotes.
pub fn quote(door: &Door, terminal: &Terminal, verb: Quote) -> Result<()> {
    match verb {
        Quote::List { who, release, unapproved, limit } => {
            let contact_id = who.map(|who| one_contact(door, &who)).transpose()?;
            let filter =
                QuoteFilter { contact_id, release_id: release, unapproved, limit, id: None };
            let quotes = commands::quote_list(door, filter)?;
            terminal.result(&json!({"quotes": quotes}), |_| {
                let rows: Vec<Vec<String>> =
                    quotes.iter().map(|row| quote_cells(terminal, row)).collect();
                terminal.table(&["id", "day", "name", "outlet", "words", "approved-by"], &rows)
            })
        }
        Quote::Show { quote } => {
            let row = quote_of(door, quote)?;
            terminal.result(&row, |row| quote_sheet(terminal, row))
        }
        Quote::New { who, about } => {
            let contact_id = one_contact(door, &who)?;
            let mut order = about.patch(None);
            order.patch.set.insert("contact_id".to_owned(), Json::from(contact_id));
            said(terminal, "cli-quote-logged", &commands::quote_save(door, order)?)
        }
        Quote::Edit { quote, about } => {
            let order = about.patch(Some(quote));
            if order.patch.set.is_empty() && order.outlet.is_none() {
                return Err(Error::new(Code::Invalid, "cli-release-set-nothing"));
            }
            said(terminal, "cli-quote-saved", &commands::quote_save(door, order)?)
        }
        Quote::Remove { quotes } => {
            let removed = commands::quote_delete(door, quotes)?;
            terminal.result(&json!({"removed": removed}), |_| {
                terminal.words("cli-quote-removed", &[("count", &removed.to_string())])
            })
        }
        Quote::Approve { quote, by, take_back: _ } => {
            let approval = QuoteApproval { id: quote, by: by.unwrap_or_default() };
            commands::quote_approve(door, approval)?;
            let row = quote_of(door, quote)?;
            let key = match row.quote.approved_by.as_str() {
                "" => "cli-quote-not-approved",
                _ => "cli-quote-approved",
            };
            said(terminal, key, &row)
        }
    }
}

fn one_contact(door: &Door, who: &str) -> Result<i64> {
    door.workspace.db.read(|db| reach::who(db, who))
}

fn quote_of(door: &Door, id: i64) -> Result<QuoteRow> {
    let filter = QuoteFilter { id: Some(id), ..QuoteFilter::default() };
    commands::quote_list(door, filter)?
        .into_iter()
        .next()
        .ok_or_else(|| Error::new(Code::NotFound, "quote-unknown").arg("id", id))
}

fn said(terminal: &Terminal, key: &str, row: &QuoteRow) -> Result<()> {
    terminal.result(row, |row| {
        terminal.words(
            key,
            &[
                ("id", &row.quote.id.to_string()),
                ("name", &row.name),
                ("by", &row.quote.approved_by),
            ],
        )
    })
}

fn quote_cells(terminal: &Terminal, row: &QuoteRow) -> Vec<String> {
    let quote = &row.quote;
    let approved = match quote.approved_by.as_str() {
        "" => terminal.words("cli-quote-open", &[]),
        by => by.to_owned(),
    };
    let words = if quote.words.is_empty() { &quote.topic } else { &quote.words };
    vec![
        quote.id.to_string(),
        quote.quoted_on.clone(),
        row.name.clone(),
        row.outlet.clone(),
        words.clone(),
        approved,
    ]
}

fn quote_sheet(terminal: &Terminal, row: &QuoteRow) -> String {
    let quote = &row.quote;
    let place = [row.outlet.as_str(), &quote.place, &quote.url];
    let place: Vec<&str> = place.into_iter().filter(|text| !text.is_empty()).collect();
    let approved = match quote.approved_by.as_str() {
        "" => terminal.words("cli-quote-open", &[]),
        by => terminal.words(
            "cli-quote-approved-by",
            &[("by", by), ("when", &terminal.time_named(&quote.approved_at))],
        ),
    };
    let parts = [
        format!("{}, {}", row.name, quote.quoted_on),
        quote.topic.clone(),
        quote.words.clone(),
        place.join(" · "),
        approved,
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

#[derive(Subcommand)]
pub enum Template {
    List,
    Show {
        #[arg(value_name = "TEMPLATE")]
        template: String,
    },
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "ID", conflicts_with_all = ["set", "file"])]
        release: Option<i64>,
        #[arg(long = "set", value_name = "FIELD=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "FILE.md")]
        file: Option<PathBuf>,
    },
    Edit {
        #[arg(value_name = "TEMPLATE")]
        template: String,
        #[arg(long = "set", value_name = "FIELD=VALUE")]
        set: Vec<String>,
        #[arg(long, value_name = "FILE.md")]
        file: Option<PathBuf>,
    },
    Remove {
        #[arg(value_name = "TEMPLATE")]
        template: String,
    },
}

/// A verb about templates of releases.
pub fn template(door: &Door, terminal: &Terminal, verb: Template) -> Result<()> {
    match verb {
        Template::List => {
            let all = commands::release_templates(door, ())?;
            terminal.result(&json!({"templates": all}), |_| {
                let rows: Vec<Vec<String>> = all
                    .iter()
                    .map(|one| {
                        let kind = format!("release-kind-{}", one.kind.as_str());
                        vec![
                            one.id.to_string(),
                            one.name.clone(),
                            terminal.words(&kind, &[]),
                            one.language.clone(),
                            one.headline.clone(),
                        ]
                    })
                    .collect();
                terminal.table(&["id", "name", "kind", "language", "headline"], &rows)
            })
        }
        Template::Show { template } => {
            let found = template_named(door, &template)?;
            terminal.result(&found, template_sheet)
        }
        Template::New { name, release: Some(release_id), .. } => {
            let kept = KeepReleaseTemplate { release_id, name, language: None };
            kept_template(terminal, &commands::release_template_keep(door, kept)?)
        }
        Template::New { name, release: None, set, file } => {
            let mut set = fields(&set, file)?;
            set.insert("name".to_owned(), Json::from(name));
            let patch = Patch { set, ..Patch::default() };
            kept_template(terminal, &commands::release_template_save(door, patch)?)
        }
        Template::Edit { template, set, file } => {
            let set = fields(&set, file)?;
            if set.is_empty() {
                return Err(Error::new(Code::Invalid, "cli-release-set-nothing"));
            }
            let id = Some(template_named(door, &template)?.id);
            let patch = Patch { id, set, ..Patch::default() };
            kept_template(terminal, &commands::release_template_save(door, patch)?)
        }
        Template::Remove { template } => {
            let found = template_named(door, &template)?;
            commands::release_template_delete(door, found.id)?;
            terminal.result(&json!({"id": found.id, "removed": true}), |_| {
                terminal.words("cli-text-removed", &[("name", &found.name)])
            })
        }
    }
}

/// The template that a person means: by its name or its id.
pub fn template_named(door: &Door, said: &str) -> Result<ReleaseTemplate> {
    one_of(commands::release_templates(door, ())?, said, |one| (one.id, &one.name))
        .ok_or_else(|| Error::new(Code::NotFound, "release-template-unknown").arg("name", said))
}

/// The only one of this name, or the one of this id.
fn one_of<T>(all: Vec<T>, said: &str, of: impl Fn(&T) -> (i64, &String)) -> Option<T> {
    let wanted = said.trim().to_lowercase();
    let named = |one: &&T| of(one).1.to_lowercase() == wanted;
    let by_name = all.iter().filter(named).count() == 1;
    all.into_iter().find(|one| {
        let (id, name) = of(one);
        if by_name { name.to_lowercase() == wanted } else { id.to_string() == wanted }
    })
}

fn kept_template(terminal: &Terminal, template: &ReleaseTemplate) -> Result<()> {
    terminal.result(template, |template| {
        let id = template.id.to_string();
        terminal.words("cli-text-kept", &[("id", &id), ("name", &template.name)])
    })
}

fn template_sheet(template: &ReleaseTemplate) -> String {
    let parts = [
        template.name.clone(),
        template.headline.clone(),
        template.lead.clone(),
        markdown::text_of(&template.body_html),
        template.boilerplate.clone(),
        template.press_contact.clone(),
        template.covering_subject.clone(),
        template.covering_text.clone(),
        template.other_headline.clone(),
        template.other_lead.clone(),
        markdown::text_of(&template.other_body_html),
    ];
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n\n")
}

const KINDS: [&str; 2] = ["boilerplate", "press_contact"];

#[derive(Subcommand)]
pub enum Boilerplate {
    List {
        #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
        kind: Option<String>,
    },
    Show {
        #[arg(value_name = "BOILERPLATE")]
        boilerplate: String,
    },
    New {
        #[arg(value_name = "NAME")]
        name: String,
        #[command(flatten)]
        text: Text,
    },
    Edit {
        #[arg(value_name = "BOILERPLATE")]
        boilerplate: String,
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[command(flatten)]
        text: Text,
    },
    Remove {
        #[arg(value_name = "BOILERPLATE")]
        boilerplate: String,
    },
}

/// What a standing text says, and where it stands.
#[derive(Args)]
pub struct Text {
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    file: Option<PathBuf>,
    #[arg(long, value_name = "KIND", value_parser = KINDS, hide_possible_values = true)]
    kind: Option<String>,
    #[arg(long, value_name = "id|en", value_parser = ["id", "en", ""], hide_possible_values = true)]
    text_language: Option<String>,
}

impl Text {
    fn fields(self, name: Option<String>) -> Result<Map<String, Json>> {
        let text = match self.file {
            Some(file) => Some(super::text_file::read(&file)?.trim().to_owned()),
            None => self.text.map(|text| text.replace("\\n", "\n")),
        };
        let all =
            [("name", name), ("text", text), ("kind", self.kind), ("language", self.text_language)];
        Ok(all
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), Json::from(value?))))
            .collect())
    }
}

/// A verb about texts that stand under releases again and again.
pub fn boilerplate(door: &Door, terminal: &Terminal, verb: Boilerplate) -> Result<()> {
    match verb {
        Boilerplate::List { kind } => {
            let kind = kind.as_deref().and_then(StandingKind::from_word);
            let mut all = commands::standing_list(door, ())?;
            all.retain(|one| kind.is_none_or(|kind| one.kind == kind));
            terminal.result(&json!({"boilerplates": all}), |_| {
                let rows: Vec<Vec<String>> = all
                    .iter()
                    .map(|one| {
                        let kind = format!("standing-kind-{}", one.kind.as_str());
                        vec![
                            one.id.to_string(),
                            one.name.clone(),
                            terminal.words(&kind, &[]),
                            one.language.clone(),
                            one.text.lines().next().unwrap_or_default().to_owned(),
                        ]
                    })
                    .collect();
                terminal.table(&["id", "name", "kind", "language", "text"], &rows)
            })
        }
        Boilerplate::Show { boilerplate } => {
            let found = standing_named(door, &boilerplate)?;
            terminal.result(&found, |found| format!("{}\n\n{}", found.name, found.text))
        }
        Boilerplate::New { name, text } => {
            let set = text.fields(Some(name))?;
            let patch = Patch { set, ..Patch::default() };
            kept_text(terminal, &commands::standing_save(door, patch)?)
        }
        Boilerplate::Edit { boilerplate, name, text } => {
            let set = text.fields(name)?;
            if set.is_empty() {
                return Err(Error::new(Code::Invalid, "cli-release-set-nothing"));
            }
            let id = Some(standing_named(door, &boilerplate)?.id);
            let patch = Patch { id, set, ..Patch::default() };
            kept_text(terminal, &commands::standing_save(door, patch)?)
        }
        Boilerplate::Remove { boilerplate } => {
            let found = standing_named(door, &boilerplate)?;
            commands::standing_delete(door, found.id)?;
            terminal.result(&json!({"id": found.id, "removed": true}), |_| {
                terminal.words("cli-text-removed", &[("name", &found.name)])
            })
        }
    }
}

pub(super) fn standing_named(door: &Door, said: &str) -> Result<StandingText> {
    one_of(commands::standing_list(door, ())?, said, |one| (one.id, &one.name))
        .ok_or_else(|| Error::new(Code::NotFound, "standing-unknown").arg("name", said))
}

fn kept_text(terminal: &Terminal, text: &StandingText) -> Result<()> {
    terminal.result(text, |text| {
        let id = text.id.to_string();
        terminal.words("cli-text-kept", &[("id", &id), ("name", &text.name)])
    })
}
