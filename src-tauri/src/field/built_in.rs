//! The fields that Warta brings, and how one of the office's own looks beside them.

use super::{FieldGroup as Group, FieldKind as Kind, RecordField, Source};
use crate::contact;
use crate::custom_field::CustomField;
use crate::organisation;
use crate::owner::OwnerKind;

/// A field before it has its texts.
struct Plain {
    key: &'static str,
    group: Group,
    kind: Kind,
    choices: &'static [&'static str],
    choice_text: &'static str,
    source: Source,
}

/// A column of the record.
fn column(group: Group, kind: Kind, key: &'static str) -> Plain {
    Plain { key, group, kind, choices: &[], choice_text: "", source: Source::Column(key) }
}

/// A column that holds one of a few words.
fn choice(
    group: Group,
    key: &'static str,
    choices: &'static [&'static str],
    choice_text: &'static str,
) -> Plain {
    Plain { key, group, kind: Kind::Choice, choices, choice_text, source: Source::Column(key) }
}

/// What Warta finds out by itself.
fn found(group: Group, kind: Kind, key: &'static str, sql: &'static str) -> Plain {
    Plain { key, group, kind, choices: &[], choice_text: "", source: Source::Expression(sql) }
}

/// Rows of other tables; `key` and `order` are SQL.
fn rows(
    group: Group,
    kind: Kind,
    name: &'static str,
    from: String,
    (value, key, order): (&'static str, &'static str, &'static str),
) -> Plain {
    Plain {
        key: name,
        group,
        kind,
        choices: &[],
        choice_text: "",
        source: Source::Rows { from: from.into(), value, key, order },
    }
}

/// The column of other tables that names the record.
fn whose(owner: OwnerKind) -> &'static str {
    match owner {
        OwnerKind::Contact => "contact_id",
        OwnerKind::Organisation => "organisation_id",
    }
}

fn label(owner: OwnerKind, group: Group, name: &'static str, kind: &str) -> Plain {
    let column = whose(owner);
    let from = format!(
        "FROM labels x WHERE x.{column} = {{id}} AND x.kind = '{kind}' AND x.deleted_at IS NULL"
    );
    rows(group, Kind::Label, name, from, ("x.value", "x.value_key", "x.id"))
}

fn reach(owner: OwnerKind, kind: Kind, name: &'static str, kinds: &str) -> Plain {
    let column = whose(owner);
    let from = format!(
        "FROM reaches x WHERE x.{column} = {{id}} AND x.kind IN ({kinds}) AND x.deleted_at IS NULL"
    );
    rows(Group::Reach, kind, name, from, ("x.value", "x.value_key", "x.rank, x.id"))
}

fn reaches(owner: OwnerKind) -> [Plain; 3] {
    [
        reach(owner, Kind::Email, "email", "'email'"),
        reach(owner, Kind::Phone, "phone", "'phone', 'whatsapp'"),
        reach(owner, Kind::Phone, "whatsapp", "'whatsapp'"),
    ]
}

fn social(owner: OwnerKind) -> [Plain; 2] {
    let column = whose(owner);
    let from = format!("FROM social_accounts x WHERE x.{column} = {{id}} AND x.deleted_at IS NULL");
    [
        rows(
            Group::Reach,
            Kind::Text,
            "social_accounts",
            from.clone(),
            ("(x.platform || ': ' || x.handle)", "x.handle_key", "x.rank, x.id"),
        ),
        rows(
            Group::Reach,
            Kind::Number,
            "followers",
            from,
            ("x.followers", "x.followers", "x.followers DESC, x.id"),
        ),
    ]
}

fn memberships(owner: OwnerKind) -> Plain {
    let column = match owner {
        OwnerKind::Contact => "contact_id",
        OwnerKind::Organisation => "member_organisation_id",
    };
    let from = format!(
        "FROM memberships x JOIN organisations xo ON xo.id = x.association_id AND xo.deleted_at IS NULL
         WHERE x.{column} = {{id}} AND x.ended_on = '' AND x.deleted_at IS NULL"
    );
    rows(
        Group::Press,
        Kind::Label,
        "memberships",
        from,
        ("xo.name", "xo.name_key", "xo.name_key, x.id"),
    )
}

/// The programmes in which somebody takes part now.
fn programmes(owner: OwnerKind) -> Plain {
    let column = whose(owner);
    let from = format!(
        "FROM programme_members x JOIN programmes xg ON xg.id = x.programme_id AND xg.deleted_at IS NULL
         WHERE x.{column} = {{id}} AND x.ended_on = '' AND x.deleted_at IS NULL"
    );
    rows(Group::Work, Kind::Label, "programmes", from, ("xg.name", "xg.name_key", "x.id"))
}

/// Affiliations that stand, with their organisation.
const AFFILIATED: &str = "FROM affiliations x JOIN organisations xo ON xo.id = x.organisation_id AND xo.deleted_at IS NULL
         WHERE x.contact_id = {id} AND x.ended_on = '' AND x.deleted_at IS NULL";

fn contact_fields() -> Vec<Plain> {
    use Group::{Data, Name, Personal, Place, Press, Source as Speaks, State, Work};
    let of = OwnerKind::Contact;
    let work = |kind, name, value, key| {
        rows(Work, kind, name, AFFILIATED.to_owned(), (value, key, "x.id DESC"))
    };
    let mut fields = vec![
        column(Name, Kind::Text, "name"),
        column(Name, Kind::Text, "name_prefix"),
        column(Name, Kind::Text, "name_suffix"),
        column(Name, Kind::Text, "nickname"),
        choice(Name, "kind", contact::KINDS, "contact-kind"),
        column(Name, Kind::Text, "salutation_formal"),
        column(Name, Kind::Text, "salutation_familiar"),
        choice(Name, "language", contact::LANGUAGES, "contact-language"),
        column(Name, Kind::Picture, "photo_sha256"),
        work(Kind::Label, "outlet", "xo.name", "xo.name_key"),
        work(Kind::Text, "position", "x.position", "x.position"),
        work(Kind::Text, "department", "x.department", "x.department"),
        work(Kind::Label, "outlet_type", "xo.media_type", "xo.media_type"),
        label(of, Work, "beats", "beat"),
        label(of, Work, "regions", "region"),
        label(of, Work, "languages", "language"),
        label(of, Work, "tags", "tag"),
        programmes(of),
    ];
    fields.extend(reaches(of));
    fields.extend([
        choice(Group::Reach, "preferred_channel", contact::CHANNELS, "contact-channel"),
        column(Group::Reach, Kind::Text, "preferred_hours"),
        column(Group::Reach, Kind::LongText, "pitch_notes"),
        choice(Group::Reach, "no_embargo", contact::YES_NO, "yes-no"),
        choice(Group::Reach, "mail_form", contact::MAIL_FORMS, "contact-mail-form"),
        column(Group::Reach, Kind::Url, "website"),
    ]);
    fields.extend(social(of));
    fields.extend([
        column(Place, Kind::Text, "city"),
        column(Place, Kind::LongText, "address"),
        column(Place, Kind::Text, "postal_code"),
        column(Place, Kind::Text, "country"),
        column(Press, Kind::Text, "press_card_number"),
        column(Press, Kind::Date, "press_card_expires_on"),
        choice(Press, "ukw_level", contact::UKW_LEVELS, "ukw-level"),
        column(Press, Kind::Text, "ukw_number"),
        column(Press, Kind::Date, "ukw_expires_on"),
        memberships(of),
        label(of, Speaks, "topics", "topic"),
        column(Speaks, Kind::Text, "source_rank"),
        choice(Speaks, "source_reachability", contact::REACHABILITIES, "source-reachability"),
        choice(Speaks, "source_level", contact::LEVELS, "source-level"),
        choice(Speaks, "source_short_notice", contact::YES_NO, "yes-no"),
        choice(Speaks, "source_clearance", contact::CLEARANCES, "source-clearance"),
        column(Speaks, Kind::LongText, "source_cleared_for"),
        column(Speaks, Kind::Text, "source_cleared_by"),
        column(Speaks, Kind::Date, "source_cleared_until"),
        found(Speaks, Kind::Number, "times_quoted", "(SELECT COUNT(*) FROM quotes x WHERE x.contact_id = c.id AND x.deleted_at IS NULL)"),
        column(Personal, Kind::Birthday, "birthday"),
        column(Personal, Kind::Text, "clothing_size"),
        column(Personal, Kind::Text, "diet"),
        choice(Data, "lawful_basis", contact::LAWFUL_BASES, "lawful-basis"),
        column(Data, Kind::Text, "data_source"),
        column(Data, Kind::Date, "data_date"),
        column(Data, Kind::Date, "verified_on"),
        column(Data, Kind::LongText, "notes"),
        found(Data, Kind::Instant, "created_at", "c.created_at"),
        found(Data, Kind::Instant, "updated_at", "c.updated_at"),
        found(State, Kind::Instant, "last_contact_at", "c.last_contact_at"),
        found(State, Kind::Date, "next_step_on", "c.next_step_on"),
        rows(
            State,
            Kind::Label,
            "lists",
            "FROM recipient_list_members x JOIN recipient_lists xl ON xl.id = x.recipient_list_id AND xl.deleted_at IS NULL
             WHERE x.contact_id = {id} AND x.deleted_at IS NULL".to_owned(),
            ("xl.name", "xl.name_key", "xl.name_key"),
        ),
        found(State, Kind::YesNo, "do_not_contact", "EXISTS (SELECT 1 FROM contact_states x WHERE x.contact_id = c.id AND x.kind = 'do_not_contact' AND x.deleted_at IS NULL)"),
        found(State, Kind::YesNo, "bad_address", "EXISTS (SELECT 1 FROM reaches x JOIN contact_states xs ON xs.address_key = x.value_key AND xs.kind = 'bad_address' AND xs.deleted_at IS NULL WHERE x.contact_id = c.id AND x.deleted_at IS NULL)"),
        found(State, Kind::YesNo, "left_outlet", "(EXISTS (SELECT 1 FROM affiliations x WHERE x.contact_id = c.id AND x.deleted_at IS NULL) AND NOT EXISTS (SELECT 1 FROM affiliations x WHERE x.contact_id = c.id AND x.ended_on = '' AND x.deleted_at IS NULL))"),
    ]);
    fields
}

fn organisation_fields() -> Vec<Plain> {
    use Group::{Data, Name, Outlet, Place, Reach, State, Work};
    let of = OwnerKind::Organisation;
    let mut fields = vec![
        column(Name, Kind::Text, "name"),
        column(Name, Kind::Text, "short_name"),
        choice(Name, "kind", organisation::KINDS, "organisation-kind"),
        column(Name, Kind::Text, "company"),
        choice(Outlet, "media_type", organisation::MEDIA_TYPES, "media-type"),
        choice(Outlet, "scale", organisation::SCALES, "scale"),
        choice(Outlet, "tier", organisation::TIERS, "outlet-tier"),
        choice(Outlet, "press_council_level", organisation::PRESS_COUNCIL_LEVELS, "press-council"),
        column(Outlet, Kind::Text, "press_council_number"),
        column(Outlet, Kind::Date, "press_council_on"),
        choice(Outlet, "frequency", organisation::FREQUENCIES, "outlet-frequency"),
        column(Outlet, Kind::Text, "deadlines"),
        column(Outlet, Kind::Number, "reach_value"),
        choice(Outlet, "reach_unit", organisation::REACH_UNITS, "reach-unit"),
        column(Outlet, Kind::Text, "reach_source"),
        column(Outlet, Kind::Date, "reach_on"),
        column(Reach, Kind::Url, "website"),
        column(Reach, Kind::Url, "rss"),
    ];
    fields.extend(reaches(of));
    fields.extend(social(of));
    fields.extend([
        column(Place, Kind::Text, "city"),
        column(Place, Kind::Text, "region"),
        column(Place, Kind::LongText, "address"),
        column(Place, Kind::Text, "postal_code"),
        column(Place, Kind::Text, "country"),
        label(of, Work, "beats", "beat"),
        label(of, Work, "topics", "topic"),
        label(of, Work, "regions", "region"),
        label(of, Work, "languages", "language"),
        label(of, Work, "tags", "tag"),
        programmes(of),
        memberships(of),
        column(Data, Kind::Text, "data_source"),
        column(Data, Kind::Date, "verified_on"),
        column(Data, Kind::LongText, "notes"),
        found(Data, Kind::Instant, "created_at", "o.created_at"),
        found(Data, Kind::Instant, "updated_at", "o.updated_at"),
        found(State, Kind::Number, "contacts", "(SELECT COUNT(*) FROM affiliations x JOIN contacts xc ON xc.id = x.contact_id AND xc.deleted_at IS NULL WHERE x.organisation_id = o.id AND x.ended_on = '' AND x.deleted_at IS NULL)"),
    ]);
    fields
}

/// What stands in rows of other tables and can be typed as one text.
const TYPED: &[&str] = &[
    "outlet",
    "position",
    "department",
    "beats",
    "topics",
    "regions",
    "languages",
    "tags",
    "email",
    "phone",
    "whatsapp",
    "memberships",
    "social_accounts",
];

fn is_editable(field: &Plain) -> bool {
    match field.source {
        Source::Column(_) => field.kind != Kind::Picture,
        Source::Expression(_) => false,
        Source::Rows { .. } => TYPED.contains(&field.key),
    }
}

/// The built-in fields.
pub fn of(owner: OwnerKind) -> Vec<RecordField> {
    let plain = match owner {
        OwnerKind::Contact => contact_fields(),
        OwnerKind::Organisation => organisation_fields(),
    };
    plain
        .into_iter()
        .map(|field| RecordField {
            key: field.key.to_owned(),
            text: format!("field-{}", field.key.replace('_', "-")),
            name: String::new(),
            group: field.group,
            kind: field.kind,
            choices: field.choices.iter().map(|word| (*word).to_owned()).collect(),
            choice_text: field.choice_text.to_owned(),
            many: matches!(field.source, Source::Rows { .. }),
            editable: is_editable(&field),
            custom_field_id: 0,
            archived: false,
            help: String::new(),
            source: field.source,
        })
        .collect()
}

/// A field of the office's own beside the built-in ones.
pub fn custom(field: &CustomField) -> RecordField {
    let column = whose(field.owner_kind());
    let kind = field.kind();
    let value = if kind == Kind::Number { "x.number" } else { "x.value" };
    RecordField {
        key: format!("custom_{}", field.id),
        text: String::new(),
        name: field.name.clone(),
        group: Group::Custom,
        kind,
        choices: field.choice_words(),
        choice_text: if kind == Kind::YesNo { "yes-no".to_owned() } else { String::new() },
        many: false,
        editable: true,
        custom_field_id: field.id,
        archived: field.archived != 0,
        help: field.help.clone(),
        source: Source::Rows {
            from: format!(
                "FROM custom_values x WHERE x.{column} = {{id}} AND x.custom_field_id = {} AND x.deleted_at IS NULL",
                field.id
            )
            .into(),
            value,
            key: if kind == Kind::Number { "x.number" } else { "x.value_key" },
            order: "x.id",
        },
    }
}
