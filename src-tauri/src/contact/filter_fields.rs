//! What can be asked of a contact in a filter: every field of the common list ([`crate::field`]),
//! those of the organisation where they work now, and what the office did with them.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::filter::{Op, wrong_value};
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::field::{self, FieldGroup, FieldKind, RecordField, Source};
use crate::format::fold::fold;
use crate::owner::OwnerKind;
use crate::text;

/// What values a field has, and so how it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// Free text, upper and lower case alike.
    Text,
    /// Text that is stored folded.
    Folded,
    /// One of the field's words.
    Choice,
    /// An email address.
    Address,
    /// A phone number, however written.
    Phone,
    /// A day.
    Day,
    /// A day of the year.
    Birthday,
    /// An instant, asked by day.
    Instant,
    /// A number.
    Number,
    /// The number of a record.
    Id,
    /// How often; nothing = 0.
    Count,
    /// The id of a recipient list.
    List,
    /// Only whether there is one.
    Presence,
}

/// Where a field's values stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A column of `contacts`.
    Column(&'static str),
    /// Rows of other tables: tables and condition, with `{id}` for the contact.
    Rows {
        /// What stands behind FROM.
        from: String,
        /// The column that is compared with `{id}`.
        owner: &'static str,
        /// What is compared.
        value: String,
    },
    /// The number of different values in such rows.
    Count {
        /// As in [`Place::Rows`].
        from: String,
        /// The column that is compared with `{id}`.
        owner: &'static str,
        /// What is counted.
        counted: &'static str,
    },
    /// What holds sending back, and what is missing.
    State,
    /// A recipient list.
    List,
}

/// One field.
#[derive(Debug, Clone)]
pub struct FilterField {
    /// Its name in stored filters.
    pub key: String,
    /// The key of its name among the texts; empty for the office's own.
    pub text: String,
    /// The name that the office gave it; else empty.
    pub name: String,
    /// A [`FieldGroup`], or `outlet_…`, `activity`, `list`: under which the window offers it.
    pub group: String,
    /// What it is compared with.
    pub values: Values,
    /// The words of a choice.
    pub choices: Vec<String>,
    /// Each word's text has the key `{choice_text}-{word}`; empty: the word is its own text.
    pub choice_text: String,
    /// Where it stands.
    pub place: Place,
}

/// Shorter names than those of the common list, the first of which is written back.
const SHORT: &[(&str, &[&str])] = &[
    ("beats", &["beat", "desk", "rubrik"]),
    ("tags", &["tag", "penanda"]),
    ("regions", &["region", "wilayah"]),
    ("topics", &["topic", "topik"]),
    ("languages", &["speaks"]),
    ("memberships", &["member_of", "anggota"]),
    ("outlet", &["outlet", "media", "organisation", "organisasi"]),
    ("email", &["email", "surel", "mail"]),
    ("phone", &["phone", "telepon", "nomor"]),
    ("whatsapp", &["whatsapp", "wa"]),
    ("city", &["city", "kota"]),
    ("position", &["position", "jabatan"]),
    ("notes", &["notes", "catatan"]),
    ("name", &["name", "nama"]),
    ("kind", &["kind", "jenis"]),
    ("language", &["language", "bahasa"]),
    ("created_at", &["added", "created", "ditambahkan"]),
    ("updated_at", &["changed", "updated", "diubah"]),
    ("last_contact", &["last_contact", "contacted", "dihubungi", "last_contact_at"]),
    ("next_step", &["next_step", "follow_up", "tindak lanjut"]),
    ("answered", &["answered", "membalas", "menjawab"]),
    ("answered_release", &["answered_release"]),
    ("sent", &["sent", "received", "dikirimi", "menerima"]),
    ("sent_release", &["sent_release"]),
    ("attended", &["attended", "hadir"]),
    ("missed", &["missed", "mangkir"]),
    ("last_attended", &["last_attended", "terakhir hadir"]),
    ("state", &["state", "status", "keadaan"]),
    ("list", &["list", "kelompok"]),
    ("import", &["import", "impor"]),
    ("group_chat", &["group_chat", "chat", "grup"]),
    ("outlet_media_type", &["outlet_type", "jenis media"]),
    ("verified_on", &["verified", "diperiksa"]),
];

const STATES: &[&str] =
    &["do_not_contact", "bad_address", "left_outlet", "away", "no_email", "duplicate"];
const ANSWERS: &str = "responses x WHERE x.contact_id = {id} AND x.kind IN ('reply', 'rsvp') AND x.release_id <> 0 AND x.deleted_at IS NULL";
const SENDINGS: &str = "deliveries x JOIN distributions xb ON xb.id = x.distribution_id
    WHERE x.contact_id = {id} AND x.state IN ('accepted', 'unsure', 'done_by_hand')";
/// Events at which they were; the history tells of them once an event was held.
const ATTENDED: &str = "interactions x WHERE x.contact_id = {id} AND x.kind = 'event_attended' AND x.event_id <> 0 AND x.deleted_at IS NULL";
/// Events to which they were asked, had not said no, and did not come.
const MISSED: &str = "interactions x WHERE x.contact_id = {id} AND x.kind = 'event_missed' AND x.event_id <> 0 AND x.deleted_at IS NULL";
const GROUP_CHATS: &str =
    "group_chat_members x JOIN group_chats xg ON xg.id = x.group_chat_id AND xg.deleted_at IS NULL
    WHERE x.contact_id = {id} AND x.ended_on = '' AND x.deleted_at IS NULL";

/// Every field, in the order in which the window offers them.
pub fn all(db: &Reader) -> Result<Vec<FilterField>> {
    let mut fields: Vec<FilterField> =
        field::all(db, OwnerKind::Contact)?.into_iter().filter_map(of_contact).collect();
    fields.extend(field::all(db, OwnerKind::Organisation)?.into_iter().filter_map(of_outlet));
    fields.extend(found_out());
    Ok(fields)
}

fn values(field: &RecordField) -> Values {
    match field.kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Url => Values::Text,
        FieldKind::Label => Values::Folded,
        FieldKind::Choice | FieldKind::YesNo => Values::Choice,
        FieldKind::Email => Values::Address,
        FieldKind::Phone => Values::Phone,
        FieldKind::Date => Values::Day,
        FieldKind::Birthday => Values::Birthday,
        FieldKind::Instant => Values::Instant,
        FieldKind::Number => Values::Number,
        FieldKind::Picture => Values::Presence,
    }
}

fn plain(field: RecordField, key: String, group: String, place: Place) -> FilterField {
    let is_yes_no = field.kind == FieldKind::YesNo;
    FilterField {
        key,
        group,
        place,
        values: values(&field),
        choices: if is_yes_no { vec!["yes".to_owned(), "no".to_owned()] } else { field.choices },
        text: field.text,
        name: field.name,
        choice_text: field.choice_text,
    }
}

/// A field of the person, as the common list describes it.
fn of_contact(field: RecordField) -> Option<FilterField> {
    let place = match (&field.source, field.key.as_str()) {
        // Asked by `state`, `list` and `last_contact`, and as a field of the outlet.
        (
            _,
            "do_not_contact" | "bad_address" | "left_outlet" | "lists" | "last_contact_at"
            | "outlet_type",
        ) => return None,
        (_, "name") => Place::Column("name_key"),
        (_, "birthday") => Place::Column("birthday_key"),
        (_, "created_at") => Place::Column("created_at"),
        (_, "updated_at") => Place::Column("updated_at"),
        (Source::Column(column), _) => Place::Column(column),
        (Source::Expression(_), _) => return None,
        (Source::Rows { from, key, .. }, _) => Place::Rows {
            from: from.trim_start_matches("FROM ").to_owned(),
            owner: "x.contact_id",
            value: (*key).to_owned(),
        },
    };
    let (key, group) = (field.key.clone(), field.group.as_str().to_owned());
    let is_name = key == "name";
    let mut plain = plain(field, key, group, place);
    if is_name {
        plain.values = Values::Folded;
    }
    Some(plain)
}

/// A field of the organisation where the person works now.
fn of_outlet(field: RecordField) -> Option<FilterField> {
    let place = match &field.source {
        Source::Expression(_) => return None,
        // The person's own field `outlet` asks for the name.
        Source::Column("name") => return None,
        Source::Column(column) => Place::Rows {
            from: "affiliations a CROSS JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
                   WHERE a.contact_id = {id} AND a.ended_on = '' AND a.deleted_at IS NULL".to_owned(),
            owner: "a.contact_id",
            value: format!("o.{column}"),
        },
        Source::Rows { from, key, .. } => {
            let from = from.trim_start_matches("FROM ").replace("{id}", "a.organisation_id");
            Place::Rows {
                from: format!("affiliations a CROSS JOIN {from} AND a.contact_id = {{id}} AND a.ended_on = '' AND a.deleted_at IS NULL"),
                owner: "a.contact_id",
                value: (*key).to_owned(),
            }
        }
    };
    let key = format!("outlet_{}", field.key);
    Some(plain(field, key, "of_outlet".to_owned(), place))
}

/// What follows from what the office did.
fn found_out() -> Vec<FilterField> {
    let field = |key: &str, group: &str, values, place| FilterField {
        key: key.to_owned(),
        text: format!("filter-field-{key}"),
        name: String::new(),
        group: group.to_owned(),
        values,
        choices: Vec::new(),
        choice_text: String::new(),
        place,
    };
    let releases = |from: &str, value: &str| Place::Rows {
        from: from.to_owned(),
        owner: "x.contact_id",
        value: value.to_owned(),
    };
    let count = |from: &str, counted| Place::Count {
        from: from.to_owned(),
        owner: "x.contact_id",
        counted,
    };
    vec![
        FilterField {
            choices: STATES.iter().map(|word| (*word).to_owned()).collect(),
            choice_text: "contact-state".to_owned(),
            ..field("state", FieldGroup::State.as_str(), Values::Choice, Place::State)
        },
        field("last_contact", "activity", Values::Instant, Place::Column("last_contact_at")),
        field("next_step", "activity", Values::Day, Place::Column("next_step_on")),
        field("answered", "activity", Values::Count, count(ANSWERS, "x.release_id")),
        field("answered_release", "activity", Values::Id, releases(ANSWERS, "x.release_id")),
        field("sent", "activity", Values::Count, count(SENDINGS, "xb.release_id")),
        field("sent_release", "activity", Values::Id, releases(SENDINGS, "xb.release_id")),
        field("attended", "activity", Values::Count, count(ATTENDED, "x.event_id")),
        field("missed", "activity", Values::Count, count(MISSED, "x.event_id")),
        field("last_attended", "activity", Values::Instant, releases(ATTENDED, "x.at")),
        field("list", "list", Values::List, Place::List),
        field("group_chat", "list", Values::Folded, releases(GROUP_CHATS, "xg.name_key")),
        field("import", "list", Values::Id, Place::Column("import_id")),
    ]
}

/// The field of this key, or of another of its names in either language.
pub fn named<'f>(fields: &'f [FilterField], word: &str) -> Option<&'f FilterField> {
    let folded = fold(word);
    let short = SHORT.iter().find(|(_, words)| words.iter().any(|word| fold(word) == folded));
    let by_key = |key: &str| fields.iter().find(|field| field.key == key);
    short
        .and_then(|(key, _)| by_key(key))
        .or_else(|| fields.iter().find(|field| fold(&field.key) == folded))
        .or_else(|| {
            fields.iter().find(|field| {
                let own = !field.name.is_empty() && fold(&field.name) == folded;
                // A name in words means the person's field, not that of their outlet.
                let label = |language| text::known(language, &field.text, &[]);
                own || !field.text.is_empty()
                    && field.group != "of_outlet"
                    && text::LANGUAGES
                        .iter()
                        .any(|language| label(language).is_some_and(|label| fold(&label) == folded))
            })
        })
}

/// The name under which a field is written back.
pub fn written_name(key: &str) -> &str {
    let short = SHORT.iter().find(|(long, _)| *long == key);
    short.and_then(|(_, words)| words.first()).copied().unwrap_or(key)
}

impl FilterField {
    /// How it can be compared, the likeliest first.
    pub fn ops(&self) -> &'static [Op] {
        match self.values {
            Values::Text | Values::Folded | Values::Address | Values::Phone => {
                &[Op::Is, Op::IsNot, Op::Contains, Op::ContainsNot, Op::Begins, Op::Empty, Op::Set]
            }
            Values::Choice if self.place == Place::State => &[Op::Is, Op::IsNot],
            Values::Choice => &[Op::Is, Op::IsNot, Op::Empty, Op::Set],
            Values::Day | Values::Instant => &[
                Op::Within,
                Op::NotWithin,
                Op::Before,
                Op::Since,
                Op::Is,
                Op::Next,
                Op::Empty,
                Op::Set,
            ],
            Values::Birthday => &[Op::Next, Op::Empty, Op::Set],
            Values::Number => &[Op::AtLeast, Op::AtMost, Op::Is, Op::IsNot, Op::Empty, Op::Set],
            Values::Id | Values::List => &[Op::Is, Op::IsNot],
            Values::Count => &[Op::AtLeast, Op::AtMost, Op::Is, Op::IsNot],
            Values::Presence => &[Op::Set, Op::Empty],
        }
    }

    fn kind(&self) -> &'static str {
        match self.values {
            Values::Text | Values::Folded | Values::Address | Values::Phone => "text",
            Values::Choice => "choice",
            Values::Day | Values::Instant | Values::Birthday => "day",
            Values::Number | Values::Count => "number",
            Values::Id | Values::List => "record",
            Values::Presence => "presence",
        }
    }
}

/// A field as the window's builder offers it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldRow {
    /// Its key.
    pub key: String,
    /// The key of its name among the texts; empty for the office's own.
    pub text: String,
    /// The name that the office gave it; else empty.
    pub name: String,
    /// Under which it is offered; the sentence `filter-group-GROUP` names it.
    pub group: String,
    /// `text`, `choice`, `day`, `number`, `record` (chosen among offers) or `presence`.
    pub kind: String,
    /// How it can be compared, the likeliest first.
    pub ops: Vec<Op>,
    /// The words of a choice.
    pub choices: Vec<String>,
    /// Each word's text has the key `{choice_text}-{word}`; empty: the word is its own text.
    pub choice_text: String,
    /// Whether [`offers`] knows values in use.
    pub offers: bool,
}

/// Every field for the builder.
pub fn fields(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Vec<FieldRow>> {
    Ok(all(db)?
        .into_iter()
        .map(|field| FieldRow {
            kind: field.kind().to_owned(),
            ops: field.ops().to_vec(),
            offers: offer(&field.key).is_some(),
            key: field.key,
            text: field.text,
            name: field.name,
            group: field.group,
            choices: field.choices,
            choice_text: field.choice_text,
        })
        .collect())
}

/// What the builder asks for while a person types a value.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OffersWanted {
    /// The field's key.
    pub field: String,
    /// What has been typed so far.
    pub text: String,
}

/// A value in use, to choose from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Offer {
    /// What the rule keeps.
    pub value: String,
    /// What a person reads.
    pub label: String,
}

const LABELS: &str = "SELECT MIN(value), MIN(value) FROM labels
    WHERE kind = 'KIND' AND value_key >= :from AND value_key < :to AND deleted_at IS NULL
    GROUP BY value_key ORDER BY value_key LIMIT 30";

/// Values in use whose words begin so: a question with `:from` and `:to` around the folded text.
fn offer(key: &str) -> Option<String> {
    let plain = match key {
        "beats" | "outlet_beats" => return Some(LABELS.replace("KIND", "beat")),
        "tags" | "outlet_tags" => return Some(LABELS.replace("KIND", "tag")),
        "regions" | "outlet_regions" => return Some(LABELS.replace("KIND", "region")),
        "topics" | "outlet_topics" => return Some(LABELS.replace("KIND", "topic")),
        "languages" | "outlet_languages" => return Some(LABELS.replace("KIND", "language")),
        "city" => {
            "SELECT MIN(city), MIN(city) FROM contacts WHERE city <> '' AND lower(city) >= :from AND lower(city) < :to AND deleted_at IS NULL GROUP BY lower(city) ORDER BY lower(city) LIMIT 30"
        }
        "outlet" | "memberships" => {
            "SELECT name, name FROM organisations WHERE name_key >= :from AND name_key < :to AND deleted_at IS NULL ORDER BY name_key LIMIT 30"
        }
        "outlet_city" => {
            "SELECT MIN(city), MIN(city) FROM organisations WHERE city <> '' AND lower(city) >= :from AND lower(city) < :to AND deleted_at IS NULL GROUP BY lower(city) ORDER BY lower(city) LIMIT 30"
        }
        "list" => {
            "SELECT CAST(id AS TEXT), name FROM recipient_lists WHERE name_key >= :from AND name_key < :to AND deleted_at IS NULL ORDER BY name_key LIMIT 30"
        }
        "group_chat" => {
            "SELECT name, name FROM group_chats WHERE name_key >= :from AND name_key < :to AND deleted_at IS NULL ORDER BY name_key LIMIT 30"
        }
        "sent_release" | "answered_release" => {
            "SELECT CAST(id AS TEXT), headline FROM releases WHERE lower(headline) >= :from AND lower(headline) < :to AND deleted_at IS NULL ORDER BY updated_at DESC LIMIT 30"
        }
        "import" => {
            "SELECT CAST(id AS TEXT), file_name FROM imports WHERE lower(file_name) >= :from AND lower(file_name) < :to ORDER BY id DESC LIMIT 30"
        }
        _ => return None,
    };
    Some(plain.to_owned())
}

/// Values in use that begin with what has been typed.
pub fn offers(db: &Reader, _ctx: &Ctx, wanted: OffersWanted) -> Result<Vec<Offer>> {
    let Some(question) = offer(&wanted.field) else {
        return Err(wrong_value(&wanted.field, &wanted.text));
    };
    let from = fold(&wanted.text);
    let to = format!("{from}\u{10FFFF}");
    db.rows(&question, named_params! {":from": from, ":to": to}, |row| {
        Ok(Offer { value: row.get(0)?, label: row.get(1)? })
    })
}

/// The field of this key.
pub fn of_key<'f>(fields: &'f [FilterField], key: &str) -> Result<&'f FilterField> {
    // Filters that were stored before the fields had one list say it shorter.
    fields
        .iter()
        .find(|field| field.key == key)
        .or_else(|| {
            let long = SHORT.iter().find(|(_, words)| words.contains(&key)).map(|(long, _)| *long);
            fields.iter().find(|field| Some(field.key.as_str()) == long)
        })
        .ok_or_else(|| Error::invalid("filter", "filter-field-unknown").arg("name", key))
}
