//! What a column of a contact list can be imported as.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::format::fold::fold;

/// What the values of a field look like that is made with an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewField {
    /// A line of text.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of the words that stand in the column's name.
    Choice,
    /// Yes or no.
    YesNo,
}

impl NewField {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Text, Self::Number, Self::Date, Self::Choice, Self::YesNo];

    /// The stable word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::YesNo => "yes_no",
        }
    }

    /// The kind of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// What a column is imported as.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
        #[ts(type = "string")]
        pub enum Field {
            $($(#[$doc])* $field,)*
            /// One of the office's own fields of contacts, by its number.
            Custom(i64),
            /// One of the office's own fields of outlets, by its number.
            OutletCustom(i64),
            /// A field of contacts of the column's name, made with the import.
            New(NewField),
            /// A field of outlets of the column's name, made with the import.
            OutletNew(NewField),
        }

        impl Field {
            /// The built-in fields in the order in which a screen offers them.
            pub const ALL: &'static [Field] = &[$(Field::$field,)*];

            /// The stable word; one for all of the office's own.
            pub fn word(self) -> &'static str {
                match self {
                    $(Field::$field => $name,)*
                    Field::Custom(_) => "custom",
                    Field::OutletCustom(_) => "outlet_custom",
                    Field::New(_) => "new",
                    Field::OutletNew(_) => "outlet_new",
                }
            }
        }
    };
}

fields! {
    /// Full name, titles included.
    Name = "name",
    /// Name without titles, taken as it stands.
    ExactName = "exact_name",
    /// Given name.
    FirstName = "first_name",
    /// Middle name.
    MiddleName = "middle_name",
    /// Family name.
    LastName = "last_name",
    /// Titles before the name.
    NamePrefix = "name_prefix",
    /// Degrees after the name.
    NameSuffix = "name_suffix",
    /// Kind of contact: journalist, activist, spokesperson …
    Kind = "kind",
    /// Gender, for the greeting.
    Gender = "gender",
    /// Greeting for letters.
    SalutationFormal = "salutation_formal",
    /// Greeting for chat.
    SalutationFamiliar = "salutation_familiar",
    /// Email addresses.
    Email = "email",
    /// Phone numbers.
    Phone = "phone",
    /// Numbers reached by WhatsApp.
    Whatsapp = "whatsapp",
    /// Name of the outlet or other organisation.
    Outlet = "outlet",
    /// Print, online, TV, radio …
    OutletType = "outlet_type",
    /// Local, regional, national, international.
    OutletScale = "outlet_scale",
    /// The company that publishes the outlet.
    OutletCompany = "outlet_company",
    /// Website of the outlet.
    OutletWebsite = "outlet_website",
    /// Postal address of the outlet.
    OutletAddress = "outlet_address",
    /// Position at the outlet.
    Position = "position",
    /// Subjects covered.
    Beats = "beats",
    /// City.
    City = "city",
    /// Language.
    Language = "language",
    /// Tags.
    Tags = "tags",
    /// A column of yes and no: its header becomes a tag where the cell says yes.
    TagIfYes = "tag_if_yes",
    /// Recipient lists to join.
    Lists = "lists",
    /// Notes.
    Notes = "notes",
    /// Beat of the column's name where the cell says yes.
    BeatIfYes = "beat_if_yes",
    /// Nickname.
    Nickname = "nickname",
    /// Part of the outlet: a desk, a division.
    Department = "department",
    /// Other stays, one a line: organisation | position | department | from | to.
    Affiliations = "affiliations",
    /// Areas covered.
    Regions = "regions",
    /// Languages spoken.
    Languages = "languages",
    /// Topics that a source speaks about.
    Topics = "topics",
    /// Associations and communities.
    Memberships = "memberships",
    /// Accounts on social platforms, "instagram: @nama".
    SocialAccounts = "social_accounts",
    /// Addresses and numbers in their order, one a line: kind | value | type.
    Reaches = "reaches",
    /// Memberships, one a line: association | role | number | from | to.
    MembershipDetails = "membership_details",
    /// Accounts, one a line: platform | handle | address | followers | counted on.
    SocialDetails = "social_details",
    /// What holds sending back, one a line: state | since | until | reason | who | address.
    States = "states",
    /// An account there.
    Instagram = "instagram",
    /// An account there.
    Twitter = "twitter",
    /// An account there.
    Facebook = "facebook",
    /// An account there.
    Tiktok = "tiktok",
    /// An account there.
    Youtube = "youtube",
    /// An account there.
    Linkedin = "linkedin",
    /// Own website.
    Website = "website",
    /// Street address of the person.
    Address = "address",
    /// Postal code of the person.
    PostalCode = "postal_code",
    /// Country of the person.
    Country = "country",
    /// Birthday, with or without its year.
    Birthday = "birthday",
    /// Year of birth, beside columns for month and day.
    BirthYear = "birth_year",
    /// Month of birth as a number.
    BirthMonth = "birth_month",
    /// Day of birth.
    BirthDay = "birth_day",
    /// Number of the press card (KTA).
    PressCardNumber = "press_card_number",
    /// Day on which it expires.
    PressCardExpiresOn = "press_card_expires_on",
    /// Level of the competence certificate (UKW).
    UkwLevel = "ukw_level",
    /// Its number.
    UkwNumber = "ukw_number",
    /// Day on which it expires.
    UkwExpiresOn = "ukw_expires_on",
    /// How they like to be reached.
    PreferredChannel = "preferred_channel",
    /// When they like to be reached.
    PreferredHours = "preferred_hours",
    /// What to offer them and how.
    PitchNotes = "pitch_notes",
    /// Whether they take nothing under embargo.
    NoEmbargo = "no_embargo",
    /// Which form of a mail they get.
    MailForm = "mail_form",
    /// A source's rank or office.
    SourceRank = "source_rank",
    /// How a source is reached.
    SourceReachability = "source_reachability",
    /// Whether a source may be quoted.
    SourceClearance = "source_clearance",
    /// How high a source stands.
    SourceLevel = "source_level",
    /// Whether a source can be had at once.
    SourceShortNotice = "source_short_notice",
    /// What a source may speak about.
    SourceClearedFor = "source_cleared_for",
    /// Who allowed it.
    SourceClearedBy = "source_cleared_by",
    /// The last day on which it is allowed.
    SourceClearedUntil = "source_cleared_until",
    /// For tours: S, M, L.
    ClothingSize = "clothing_size",
    /// For tours: what they eat.
    Diet = "diet",
    /// Lawful basis of keeping the data.
    LawfulBasis = "lawful_basis",
    /// Where the data come from.
    DataSource = "data_source",
    /// Day on which they were collected.
    DataDate = "data_date",
    /// Day on which somebody last made sure of them.
    VerifiedOn = "verified_on",
    /// Kind of organisation.
    OutletKind = "outlet_kind",
    /// Abbreviation of the outlet.
    OutletShortName = "outlet_short_name",
    /// City of the outlet.
    OutletCity = "outlet_city",
    /// Province of the outlet.
    OutletRegion = "outlet_region",
    /// Postal code of the outlet.
    OutletPostalCode = "outlet_postal_code",
    /// Country of the outlet.
    OutletCountry = "outlet_country",
    /// Addresses of the newsroom.
    OutletEmail = "outlet_email",
    /// Numbers of the newsroom.
    OutletPhone = "outlet_phone",
    /// Address of its feed.
    OutletRss = "outlet_rss",
    /// How often it appears.
    OutletFrequency = "outlet_frequency",
    /// When copy must be in.
    OutletDeadlines = "outlet_deadlines",
    /// Circulation or audience.
    OutletReachValue = "outlet_reach_value",
    /// What the reach counts.
    OutletReachUnit = "outlet_reach_unit",
    /// Who says so.
    OutletReachSource = "outlet_reach_source",
    /// The day on which they said so.
    OutletReachOn = "outlet_reach_on",
    /// Verification by the Press Council.
    OutletPressCouncilLevel = "outlet_press_council_level",
    /// Its number.
    OutletPressCouncilNumber = "outlet_press_council_number",
    /// Its day.
    OutletPressCouncilOn = "outlet_press_council_on",
    /// How much the office minds the outlet.
    OutletTier = "outlet_tier",
    /// Where the outlet's data come from.
    OutletDataSource = "outlet_data_source",
    /// Day on which somebody last made sure of them.
    OutletVerifiedOn = "outlet_verified_on",
    /// Notes on the outlet.
    OutletNotes = "outlet_notes",
    /// Numbers of the newsroom that take WhatsApp.
    OutletWhatsapp = "outlet_whatsapp",
    /// Subjects that the outlet covers.
    OutletBeats = "outlet_beats",
    /// Topics that the body answers for.
    OutletTopics = "outlet_topics",
    /// Areas that the outlet covers.
    OutletRegions = "outlet_regions",
    /// Languages that it works in.
    OutletLanguages = "outlet_languages",
    /// Tags of the outlet.
    OutletTags = "outlet_tags",
    /// Associations that the outlet is a member of.
    OutletMemberships = "outlet_memberships",
    /// The same with role, number and days, one a line.
    OutletMembershipDetails = "outlet_membership_details",
    /// Accounts of the outlet.
    OutletSocialAccounts = "outlet_social_accounts",
    /// The same with address and followers, one a line.
    OutletSocialDetails = "outlet_social_details",
    /// Addresses and numbers of the newsroom in their order, one a line.
    OutletReaches = "outlet_reaches",
    /// Addresses of the newsroom that bounce, one a line.
    OutletStates = "outlet_states",
    /// The person wants no mail, wherever the cell says yes or holds a date.
    DoNotContact = "do_not_contact",
    /// Not imported.
    Ignore = "ignore",
}

impl std::str::FromStr for Field {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let wanted = fold(name).replace(' ', "_");
        let (of_outlet, word) = match wanted.strip_prefix("outlet_") {
            Some(word) => (true, word),
            None => (false, wanted.as_str()),
        };
        if let Some(id) = word.strip_prefix("custom_").and_then(|id| id.parse().ok()) {
            return Ok(if of_outlet { Field::OutletCustom(id) } else { Field::Custom(id) });
        }
        if let Some(kind) = word.strip_prefix("new_").and_then(NewField::from_word) {
            return Ok(if of_outlet { Field::OutletNew(kind) } else { Field::New(kind) });
        }
        Field::ALL.iter().copied().find(|field| field.word() == wanted).ok_or(())
    }
}

impl Serialize for Field {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.name())
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        name.parse().map_err(|()| serde::de::Error::custom(format!("no field {name}")))
    }
}

impl Field {
    /// The stable name, used by `--map "COLUMN=field"` and on the wire.
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Field::Custom(id) => format!("custom_{id}").into(),
            Field::OutletCustom(id) => format!("outlet_custom_{id}").into(),
            Field::New(kind) => format!("new_{}", kind.as_str()).into(),
            Field::OutletNew(kind) => format!("outlet_new_{}", kind.as_str()).into(),
            built_in => built_in.word().into(),
        }
    }

    /// Whether several columns may feed this field.
    pub fn is_repeatable(self) -> bool {
        use Field as F;
        matches!(
            self,
            F::Email
                | F::Phone
                | F::Whatsapp
                | F::Tags
                | F::TagIfYes
                | F::BeatIfYes
                | F::Lists
                | F::Notes
                | F::Beats
                | F::Regions
                | F::Languages
                | F::Topics
                | F::Memberships
                | F::SocialAccounts
                | F::Instagram
                | F::Twitter
                | F::Facebook
                | F::Tiktok
                | F::Youtube
                | F::Linkedin
                | F::Affiliations
                | F::PitchNotes
                | F::OutletEmail
                | F::OutletPhone
                | F::OutletNotes
                | F::OutletWhatsapp
                | F::OutletBeats
                | F::OutletTopics
                | F::OutletRegions
                | F::OutletLanguages
                | F::OutletTags
                | F::OutletMemberships
                | F::OutletSocialAccounts
                | F::New(_)
                | F::OutletNew(_)
                | F::DoNotContact
                | F::Ignore
        )
    }
}
