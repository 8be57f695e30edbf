//! What the columns of a contact list mean, guessed from their names and contents, and what
//! stands in their cells: several addresses, numbers or labels at once.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fold::fold;
use super::phone;

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// What a column is imported as.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
        #[ts(type = "string")]
        pub enum Field {
            $($(#[$doc])* $field,)*
            /// One of the office's own fields, by its number.
            Custom(i64),
        }

        impl Field {
            /// The built-in fields in the order in which a screen offers them.
            pub const ALL: &'static [Field] = &[$(Field::$field,)*];

            /// The stable word; `custom` for all of the office's own.
            pub fn word(self) -> &'static str {
                match self { $(Field::$field => $name,)* Field::Custom(_) => "custom" }
            }
        }
    };
}

fields! {
    /// Full name, titles included.
    Name = "name",
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
    /// A source's rank or office.
    SourceRank = "source_rank",
    /// How a source is reached.
    SourceReachability = "source_reachability",
    /// Whether a source may be quoted.
    SourceClearance = "source_clearance",
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
    /// The person wants no mail, wherever the cell says yes or holds a date.
    DoNotContact = "do_not_contact",
    /// Not imported.
    Ignore = "ignore",
}

impl std::str::FromStr for Field {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let wanted = fold(name).replace(' ', "_");
        if let Some(id) = wanted.strip_prefix("custom_").and_then(|id| id.parse().ok()) {
            return Ok(Field::Custom(id));
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
                | F::DoNotContact
                | F::Ignore
        )
    }
}

/// Column names as folded text, separated by `|`. Names of exports (Google, Outlook, Thunderbird,
/// Mailchimp, Prowly, Valosan …) and of Indonesian office lists.
const SYNONYMS: &[(Field, &str)] = &[
    (
        Field::Name,
        "name|nama|nama lengkap|full name|contact|contact name|kontak|nama kontak|journalist|jurnalis|wartawan|nama wartawan|nama jurnalis|nama reporter|nama narasumber|narasumber|nama pegiat|nama anggota|nama peserta|nama orang|person|reporter|author|influencer|nama penerima",
    ),
    (Field::FirstName, "first name|given name|nama depan|fname|firstname|vorname"),
    (Field::MiddleName, "middle name|additional name|nama tengah"),
    (
        Field::LastName,
        "last name|family name|surname|nama belakang|nama keluarga|lname|lastname|nachname",
    ),
    (Field::NamePrefix, "name prefix|prefix|gelar depan|honorific prefix|gelar"),
    (Field::NameSuffix, "name suffix|suffix|gelar belakang|honorific suffix"),
    (Field::Kind, "kind|jenis kontak|tipe kontak|kategori kontak|contact type"),
    (Field::Gender, "gender|sex|jenis kelamin|l p|jk"),
    (
        Field::SalutationFormal,
        "salutation|sapaan|sapaan surat|sapaan resmi|salutation formal|formal salutation|formal greeting",
    ),
    (
        Field::SalutationFamiliar,
        "sapaan akrab|personal greetings|personal greeting|salutation familiar|familiar greeting|nama panggilan|panggilan",
    ),
    (
        Field::Email,
        "email|surel|email address|emails|alamat email|alamat surel|primary email|secondary email|email primary|email secondary|mail|email kantor|email pribadi|email redaksi|email media|email wartawan|work email|home email|business email|email aktif|surat elektronik|e mel|imel",
    ),
    (
        Field::Phone,
        "phone|hp|no hp|nomor hp|handphone|no handphone|nomor handphone|telepon|no telepon|nomor telepon|telp|no telp|nomor telp|no tlp|tlp|telpon|no telpon|nomor telpon|ponsel|no ponsel|nomor ponsel|mobile|mobile phone|mobile number|cell|cell phone|cellphone|landline|office phone|work phone|home phone|business phone|other phone|primary phone|car phone|phone number|phones|telephone|nomor|nomor kontak|no kontak|kontak hp|contact number|telepon kantor|telepon redaksi|telp kantor|telp redaksi|hp telepon|telepon hp|no hp telp|no telp hp",
    ),
    (
        Field::Whatsapp,
        "whatsapp|wa|no wa|nomor wa|no whatsapp|nomor whatsapp|hp wa|wa hp|no hp wa|nomor hp wa|no wa hp|no telp wa|no telepon wa|whatsapp number|hp whatsapp|no hp whatsapp|telp wa|telepon wa|kontak wa",
    ),
    (
        Field::Outlet,
        "outlet|media|nama media|media outlet|publication|primary outlet|outlet name|nama outlet|media massa|publisher|media asal|asal media|nama perusahaan media|surat kabar|nama surat kabar|redaksi|instansi media|nama media massa|newspaper|medium",
    ),
    (
        Field::OutletType,
        "jenis media|tipe media|media type|outlet type|classification|kategori media|bentuk media|platform media",
    ),
    (Field::OutletScale, "skala|skala media|scale|cakupan|jangkauan|tingkat media"),
    (
        Field::OutletCompany,
        "perusahaan pt|nama pt|pt|badan hukum|nama badan hukum|perusahaan pers|nama perusahaan pers|nama perusahaan|company name|penerbit|outlet company",
    ),
    (
        Field::OutletWebsite,
        "website|situs|situs web|laman|web|web page|url media|alamat website|alamat web|link media|website value|business web page|alamat situs|domain|outlet website|homepage",
    ),
    (
        Field::OutletAddress,
        "alamat|address|alamat kantor|alamat redaksi|alamat media|business street|business address|work address|address formatted|alamat lengkap|street|outlet address",
    ),
    (
        Field::Position,
        "position|jabatan|posisi|job title|role|organization title|jabatan di media|jabatan redaksi|pekerjaan|profesi|occupation|peran",
    ),
    (
        Field::Beats,
        "beats|beat|desk|pos liputan|pos|rubrik|bidang liputan|topics|topic|subjects|subject|coverage|interests|topik|bidang|desk liputan|liputan|minat",
    ),
    (
        Field::City,
        "city|kota|kabupaten|kab kota|kabupaten kota|kota kabupaten|domisili|business city|work city|address city|wilayah|daerah|wilayah liputan|kota domisili|lokasi|location|kota asal",
    ),
    (Field::Language, "language|bahasa"),
    (Field::Languages, "languages|bahasa dikuasai|bahasa yang dikuasai|languages spoken"),
    (Field::Nickname, "nickname|nick name|julukan"),
    (Field::Department, "department|departemen|divisi|organization department|bagian"),
    (Field::Regions, "regions|area liputan|areas covered|audience location|coverage area"),
    (Field::Topics, "bidang keahlian|keahlian|expertise|topik narasumber"),
    (
        Field::Memberships,
        "organisasi profesi|organisasi pers|organisasi wartawan|member of|keanggotaan|membership|memberships|asosiasi",
    ),
    (
        Field::SocialAccounts,
        "social accounts|akun media sosial|media sosial|medsos|akun medsos|social media|akun",
    ),
    (Field::Instagram, "instagram|instagram handle|ig|akun ig|akun instagram"),
    (Field::Twitter, "twitter|twitter handle|x|akun twitter|twitter account"),
    (Field::Facebook, "facebook|fb|akun facebook"),
    (Field::Tiktok, "tiktok|tik tok|akun tiktok"),
    (Field::Youtube, "youtube|you tube|kanal youtube"),
    (Field::Linkedin, "linked in|linkedin|linkedin url"),
    (Field::Website, "personal web page|website pribadi|blog|situs pribadi"),
    (Field::Address, "home address|home street|alamat rumah|alamat pribadi|alamat domisili"),
    (Field::PostalCode, "zip|zip code|postal code|kode pos|home postal code|home zipcode"),
    (Field::Country, "country|negara"),
    (
        Field::Birthday,
        "birthday|tanggal lahir|tgl lahir|birth date|date of birth|dob|ulang tahun|bday",
    ),
    (
        Field::PressCardNumber,
        "no kta|kta|nomor kta|no kartu pers|kartu pers|nomor kartu pers|press card|press card number",
    ),
    (
        Field::PressCardExpiresOn,
        "masa berlaku kta|kta berlaku sampai|masa berlaku kartu pers|press card expires",
    ),
    (Field::UkwLevel, "tingkat ukw|ukw|jenjang ukw|level ukw|ukw level|kompetensi wartawan"),
    (
        Field::UkwNumber,
        "no ukw|nomor ukw|no ukw kartu|no sertifikat ukw|nomor sertifikat ukw|ukw number",
    ),
    (
        Field::UkwExpiresOn,
        "masa berlaku ukw|ukw berlaku sampai|ukw expires|masa berlaku|berlaku sampai",
    ),
    (Field::PreferredChannel, "preferred channel|saluran yang disukai|prefers to be reached by"),
    (Field::PreferredHours, "preferred hours|good hours|jam dihubungi|waktu dihubungi"),
    (Field::PitchNotes, "pitch notes|how to pitch"),
    (Field::SourceRank, "rank or office|pangkat"),
    (Field::SourceReachability, "reachability|keterjangkauan"),
    (Field::SourceClearance, "clearance"),
    (
        Field::ClothingSize,
        "clothing size|ukuran baju|ukuran kaos|ukuran kaus|shirt size|t shirt size|size baju",
    ),
    (Field::Diet, "diet|pantangan|pantangan makanan|dietary requirements"),
    (Field::LawfulBasis, "lawful basis|dasar pemrosesan"),
    (Field::DataSource, "source of the data|data source|sumber data|asal data"),
    (Field::DataDate, "data collected on|tanggal data"),
    (Field::VerifiedOn, "last verified|verified on|terakhir diverifikasi"),
    (
        Field::OutletPressCouncilLevel,
        "status dewan pers|verifikasi dewan pers|press council verification|status verifikasi dewan pers|dewan pers",
    ),
    (
        Field::OutletPressCouncilNumber,
        "no verifikasi dewan pers|nomor verifikasi dewan pers|verification number|no sertifikat dewan pers",
    ),
    (Field::OutletRss, "rss|rss feed"),
    (Field::OutletFrequency, "frekuensi|frekuensi terbit|frequency|periode terbit"),
    (Field::OutletDeadlines, "deadlines|deadline|tenggat"),
    (Field::OutletReachValue, "reach|tiras|oplah|sirkulasi|circulation"),
    (Field::OutletTier, "tier"),
    (Field::OutletCity, "kota media|outlet city|kota redaksi"),
    (Field::OutletRegion, "provinsi media|outlet region"),
    (Field::Affiliations, "affiliations|riwayat media"),
    (
        Field::Tags,
        "tags|tag|tag list|label|labels|categories|category|kategori|penanda|group membership",
    ),
    (
        Field::Lists,
        "list|lists|list s|kelompok|kelompok penerima|grup|group|daftar|recipient list|media list|mailing list|daftar penerima",
    ),
    (Field::Notes, "notes|note|catatan|keterangan|ket|comments|comment|bio|memo|remarks|deskripsi"),
    (
        Field::DoNotContact,
        "do not contact|jangan hubungi|jangan dihubungi|opt out|unsubscribed|unsub time|do not email|berhenti berlangganan|tidak mau dihubungi",
    ),
    // Known and of no use here, or not ours to keep (identity and bank numbers).
    (
        Field::Ignore,
        "region|no|nomor urut|no urut|nik|npwp|rekening|no rekening|nomor rekening|surat tugas|status|rating|tracking|countries|anniversary|spouse|schools|hobby|photo|file as|manager s name|assistant s name|assistant s phone|fax|home fax|business fax|other fax|fax number|pager|pager number|telex|tty tdd phone|callback|radio phone|company main phone|imaddress|phonetic first name|phonetic middle name|phonetic last name|given yomi|surname yomi|company yomi|home city|home state|home country region|other street|other city|other state|other postal code|other country region|business state|business postal code|business country region|office location|display name|email display name|screen name|member rating|optin time|optin ip|confirm time|confirm ip|latitude|longitude|gmtoff|dstoff|timezone|cc|last changed|leid|euid|vimeo|pinterest|author links|state|state province|province|provinsi|tempat lahir|ttl|agama|home state|home country|work state|work zipcode|work country|birth year|birth month|birth day|id|created at|updated at|market|tanda tangan|paraf",
    ),
];

/// Weak names: they mean the first field if no column has it already, else the second.
const FALLBACKS: &[(&str, Field, Field)] = &[
    ("title", Field::Position, Field::NamePrefix),
    ("company", Field::Outlet, Field::OutletCompany),
    ("perusahaan", Field::Outlet, Field::OutletCompany),
    ("organization", Field::Outlet, Field::Tags),
    ("organisation", Field::Outlet, Field::Tags),
    ("organisasi", Field::Outlet, Field::Memberships),
    ("organization name", Field::Outlet, Field::Tags),
    ("instansi", Field::Outlet, Field::Ignore),
    ("lembaga", Field::Outlet, Field::Ignore),
    ("nama instansi", Field::Outlet, Field::Ignore),
    ("unit kerja", Field::Outlet, Field::Ignore),
    ("sumber", Field::Outlet, Field::Ignore),
    ("pemred", Field::Name, Field::Ignore),
    ("pimpinan redaksi", Field::Name, Field::Ignore),
    ("penanggung jawab", Field::Name, Field::Ignore),
    ("pemred penanggung jawab", Field::Name, Field::Ignore),
    ("pj", Field::Name, Field::Ignore),
    ("narahubung", Field::Name, Field::Ignore),
    ("contact person", Field::Name, Field::Ignore),
    ("cp", Field::Name, Field::Ignore),
    ("pic", Field::Name, Field::Ignore),
    ("display name", Field::Name, Field::Ignore),
    ("file as", Field::Name, Field::Ignore),
    ("home city", Field::City, Field::Ignore),
    ("market", Field::City, Field::Ignore),
];

/// A header brought to the form of [`SYNONYMS`]: camel case split, folded, numbers of repeated
/// groups and brackets' content dropped, "e-mail" made one word.
fn normalised(header: &str) -> String {
    let mut spaced = String::with_capacity(header.len() + 4);
    let mut small = false;
    let mut depth = 0_usize;
    for letter in header.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // "List(s)" keeps its letter, "Organisasi (PWI/AJI)" loses the explanation.
        if depth > 0 && !header.ends_with("(s)") {
            continue;
        }
        if small && letter.is_uppercase() {
            spaced.push(' ');
        }
        small = letter.is_lowercase();
        spaced.push(letter);
    }
    let folded = fold(&spaced);
    let mut words: Vec<&str> =
        folded.split(' ').filter(|word| !word.bytes().all(|b| b.is_ascii_digit())).collect();
    if words.len() > 1 && words.last() == Some(&"value") {
        words.pop();
    }
    let joined = words.join(" ");
    match joined.as_str() {
        whole if whole.starts_with("e mail") => whole.replacen("e mail", "email", 1),
        whole if whole.ends_with("e mail") => whole.replace("e mail", "email"),
        "whats app" => "whatsapp".to_owned(),
        // An email program's own words: "LinkedIn", "WebSite".
        "web site" => "website".to_owned(),
        _ => joined,
    }
}

fn synonyms() -> impl Iterator<Item = (Field, &'static str)> {
    SYNONYMS.iter().flat_map(|(field, names)| names.split('|').map(|name| (*field, name)))
}

fn exact(name: &str) -> Option<Field> {
    synonyms().find(|(_, synonym)| *synonym == name).map(|(field, _)| field)
}

/// A name with typing errors, or with words around a known one.
fn similar(name: &str) -> Option<Field> {
    if name.len() < 5 {
        return None;
    }
    let close = synonyms()
        .filter(|(_, synonym)| synonym.len() >= 5)
        .map(|(field, synonym)| (strsim::normalized_damerau_levenshtein(name, synonym), field))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    if close.0 >= 0.8 {
        return Some(close.1);
    }
    let words: Vec<&str> = name.split(' ').collect();
    let has = |word: &str| words.contains(&word);
    if has("fax") || has("type") || has("label") {
        None
    } else if has("email") || has("surel") {
        Some(Field::Email)
    } else if has("wa") || has("whatsapp") {
        Some(Field::Whatsapp)
    } else if has("hp")
        || has("telp")
        || has("telepon")
        || has("handphone")
        || has("ponsel")
        || has("phone")
    {
        Some(Field::Phone)
    } else if has("nama") && (has("media") || has("outlet")) {
        Some(Field::Outlet)
    } else if has("jabatan") {
        Some(Field::Position)
    } else {
        None
    }
}

/// Whether a cell is the exact name of a column that lists use, so that its row is a header.
pub fn is_known(cell: &str) -> bool {
    if cell.is_empty() || cell.len() > 60 || cell.contains('@') {
        return false;
    }
    let name = normalised(cell);
    !name.is_empty()
        && (exact(&name).is_some() || FALLBACKS.iter().any(|(weak, _, _)| *weak == name))
}

/// Guesses what each column means: by exact names first, then by weak and misspelt names, then by
/// contents. A field that takes one column gets the first that fits; the rest are ignored.
pub fn guess(headers: &[String], samples: &[Vec<String>]) -> Vec<Field> {
    let columns = headers.len().max(samples.iter().map(Vec::len).max().unwrap_or(0));
    let names: Vec<String> = (0..columns)
        .map(|place| headers.get(place).map(|header| normalised(header)).unwrap_or_default())
        .collect();
    let mut guessed: Vec<Option<Field>> = vec![None; columns];
    let taken = |guessed: &[Option<Field>], field: Field| {
        !field.is_repeatable() && guessed.contains(&Some(field))
    };
    let settle = |guessed: &mut Vec<Option<Field>>, place: usize, field: Field| {
        let field = if taken(guessed, field) { Field::Ignore } else { field };
        if let Some(slot) = guessed.get_mut(place) {
            *slot = Some(field);
        }
    };
    for (place, name) in names.iter().enumerate() {
        let weak = FALLBACKS.iter().any(|(weak, _, _)| weak == name);
        let part = name.ends_with(" label")
            || name.ends_with(" type")
                && name != "outlet type"
                && name != "media type"
                && name != "contact type";
        if part {
            settle(&mut guessed, place, Field::Ignore);
        } else if let Some(field) = exact(name).filter(|_| !weak) {
            settle(&mut guessed, place, field);
        }
    }
    // Among full names a part of the name is not needed twice.
    for (place, name) in names.iter().enumerate() {
        if let Some((_, first, second)) = FALLBACKS.iter().find(|(weak, _, _)| weak == name) {
            let has_name = *first == Field::Name
                && guessed
                    .iter()
                    .flatten()
                    .any(|f| matches!(f, Field::Name | Field::FirstName | Field::LastName));
            let field = if has_name || taken(&guessed, *first) { *second } else { *first };
            settle(&mut guessed, place, field);
        }
    }
    for (place, name) in names.iter().enumerate() {
        if guessed.get(place) == Some(&None)
            && let Some(field) = similar(name)
        {
            settle(&mut guessed, place, field);
        }
    }
    for place in 0..columns {
        if guessed.get(place) == Some(&None)
            && let Some(field) = by_contents(samples, place)
        {
            settle(&mut guessed, place, field);
        }
    }
    let has_person = guessed
        .iter()
        .flatten()
        .any(|field| matches!(field, Field::Name | Field::FirstName | Field::LastName));
    if !has_person {
        let person = (0..columns)
            .find(|place| guessed.get(*place) == Some(&None) && looks_like_names(samples, *place));
        if let Some(place) = person {
            settle(&mut guessed, place, Field::Name);
        }
    }
    guessed.into_iter().map(|field| field.unwrap_or(Field::Ignore)).collect()
}

fn filled(samples: &[Vec<String>], place: usize) -> Vec<&str> {
    samples
        .iter()
        .filter_map(|row| row.get(place))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .collect()
}

fn mostly(cells: &[&str], fits: impl Fn(&str) -> bool) -> bool {
    !cells.is_empty() && cells.iter().filter(|cell| fits(cell)).count() * 10 >= cells.len() * 6
}

fn by_contents(samples: &[Vec<String>], place: usize) -> Option<Field> {
    let cells = filled(samples, place);
    if mostly(&cells, |cell| split_emails(cell).iter().any(|address| valid_email(address))) {
        return Some(Field::Email);
    }
    if mostly(&cells, |cell| {
        split_phones(cell).iter().any(|number| phone::looks_like_phone(number))
    }) {
        return Some(Field::Phone);
    }
    let all_yes_no = !cells.is_empty() && cells.iter().all(|cell| is_yes(cell) || is_no(cell));
    (all_yes_no && cells.iter().any(|cell| is_yes(cell))).then_some(Field::TagIfYes)
}

fn looks_like_names(samples: &[Vec<String>], place: usize) -> bool {
    mostly(&filled(samples, place), |cell| {
        let words = cell.split_whitespace().count();
        (1..=6).contains(&words)
            && cell.chars().any(char::is_uppercase)
            && !cell.contains('@')
            && !cell.bytes().any(|b| b.is_ascii_digit())
    })
}

/// Whether a cell says yes: ya, yes, ja, x, v, 1, true, a tick.
pub fn is_yes(cell: &str) -> bool {
    matches!(
        fold(cell).as_str(),
        "ya" | "y" | "yes" | "ja" | "x" | "v" | "1" | "true" | "benar" | "iya"
    ) || matches!(cell.trim(), "✓" | "✔" | "√" | "☑" | "✅")
}

fn is_no(cell: &str) -> bool {
    matches!(
        fold(cell).as_str(),
        "tidak" | "no" | "nein" | "n" | "0" | "false" | "t" | "salah" | ""
    )
}

/// Takes several values in one cell apart: by comma, semicolon, slash, bar, line end, ` ::: ` and
/// the words "dan", "and", "atau", "or", "&" between spaces.
fn pieces<'a>(cell: &'a str, also: &'a [char]) -> impl Iterator<Item = &'a str> {
    let hard = move |c: char| matches!(c, ';' | '\n' | '\r' | '|' | '\t') || also.contains(&c);
    cell.split(" ::: ")
        .flat_map(move |part| part.split(hard))
        .flat_map(|part| Words { rest: Some(part) })
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The parts of a text between joining words.
struct Words<'a> {
    rest: Option<&'a str>,
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest.take()?;
        for join in [" dan ", " and ", " atau ", " or ", " & "] {
            if let Some((before, after)) = rest.split_once(join) {
                self.rest = Some(after);
                return Some(before);
            }
        }
        Some(rest)
    }
}

/// The email addresses of a cell, as written but without "mailto:", names and brackets. Parts that
/// are no addresses are kept, so that the person hears of them ([`valid_email`] tells).
pub fn split_emails(cell: &str) -> Vec<String> {
    let trimmed = cell.trim();
    // The usual case, one bare address, needs no taking apart.
    if valid_email(trimmed) {
        return vec![trimmed.to_owned()];
    }
    let mut found: Vec<String> = Vec::new();
    for piece in pieces(trimmed, &[',', '/']) {
        let inside = piece
            .split_once('<')
            .and_then(|(_, rest)| rest.split_once('>'))
            .map(|(address, _)| address);
        // Two addresses may be apart by a space alone.
        let words: Vec<&str> = match inside {
            Some(address) => vec![address],
            None if piece.matches('@').count() >= 1 && piece.contains(char::is_whitespace) => {
                piece.split_whitespace().filter(|word| word.contains('@')).collect()
            }
            None => vec![piece],
        };
        for word in words {
            let address = word.trim().trim_matches(|c: char| {
                matches!(
                    c,
                    '"' | '\''
                        | '('
                        | ')'
                        | '['
                        | ']'
                        | '<'
                        | '>'
                        | ','
                        | ' '
                        | '\u{200b}'
                        | '\u{feff}'
                )
            });
            let address = match address.get(..7) {
                Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
                    address.get(7..).unwrap_or_default()
                }
                _ => address,
            };
            let address = address.split('?').next().unwrap_or_default().trim_end_matches('.');
            let is_empty_mark = matches!(address, "" | "-" | "--" | "n/a" | "N/A" | "tidak ada");
            if !is_empty_mark && !found.iter().any(|old| old.eq_ignore_ascii_case(address)) {
                found.push(address.to_owned());
            }
        }
    }
    // "Nama, Gelar <a@b>" leaves name parts behind; they are no failed addresses.
    if found.iter().any(|address| valid_email(address)) && cell.contains('<') {
        found.retain(|address| address.contains('@'));
    }
    found
}

/// The phone numbers of a cell, as written, one each.
pub fn split_phones(cell: &str) -> Vec<String> {
    let trimmed = cell.trim();
    // The usual case, one number of digits and dashes, needs no taking apart.
    if trimmed.len() <= 20
        && trimmed.len() >= 8
        && trimmed
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b' ' | b'(' | b')'))
    {
        return vec![trimmed.to_owned()];
    }
    // A number with slashes or commas for grouping only would be torn apart: whole numbers first.
    if trimmed.bytes().filter(u8::is_ascii_digit).count() <= 13 && phone::e164(trimmed).is_some() {
        return vec![trimmed.to_owned()];
    }
    pieces(trimmed, &[',', '/'])
        .filter(|piece| !matches!(*piece, "-" | "--" | "n/a" | "N/A"))
        .map(str::to_owned)
        .collect()
}

/// The labels of a cell (tags, beats, lists): apart by comma, semicolon, bar, line end or ` ::: `.
/// A label in quotes keeps what would tear it apart. Google's leading `* ` is taken off, and so are
/// the groups that every Google contact is in.
pub fn split_labels(cell: &str) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for part in label_parts(cell) {
        let part = part.trim();
        let inside = part.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let label = match inside {
            Some(inside) if part.len() >= 2 => inside.replace("\"\"", "\""),
            _ => part.trim_matches('"').trim_start_matches("* ").trim().to_owned(),
        };
        let system =
            matches!(part, "* myContacts" | "* starred" | "* friends" | "* family" | "* coworkers");
        if !label.is_empty() && label != "-" && !system && !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

fn label_parts(cell: &str) -> Vec<&str> {
    if !cell.contains('"') {
        let parts = cell.split(" ::: ").flat_map(|part| part.split([',', ';', '\n', '\r', '|']));
        return parts.collect();
    }
    let (mut parts, mut from, mut quoted) = (Vec::new(), 0, false);
    for (at, letter) in cell.char_indices() {
        match letter {
            '"' => quoted ^= true,
            ' ' if !quoted && cell.get(at..).is_some_and(|rest| rest.starts_with(" ::: ")) => {
                parts.extend(cell.get(from..at));
                from = at + " ::: ".len();
            }
            ',' | ';' | '\n' | '\r' | '|' if !quoted => {
                parts.extend(cell.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    // A quote that nothing closes is a letter like any other.
    if quoted {
        return cell.split([',', ';', '\n', '\r', '|']).collect();
    }
    parts.extend(cell.get(from..));
    parts
}

/// A label as it stands among others in one cell: in quotes when it holds what separates them.
pub fn quoted_label(label: &str) -> Cow<'_, str> {
    let tears = label.contains([',', ';', '\n', '\r', '|', '"']) || label.contains(" ::: ");
    if tears { format!("\"{}\"", label.replace('"', "\"\"")).into() } else { label.into() }
}

/// What the columns of a vCard are: its properties, and Warta's own by the names of their fields.
pub fn of_card(headers: &[String]) -> Vec<Field> {
    headers
        .iter()
        .map(|header| match header.as_str() {
            "FN" => Field::Name,
            "N prefix" => Field::NamePrefix,
            "N suffix" => Field::NameSuffix,
            "EMAIL" => Field::Email,
            "TEL" => Field::Phone,
            "WHATSAPP" => Field::Whatsapp,
            "ORG" => Field::Outlet,
            "ORG unit" => Field::Department,
            "TITLE" => Field::Position,
            "CATEGORIES" => Field::Tags,
            "ADR" => Field::Address,
            "ADR city" => Field::City,
            "ADR code" => Field::PostalCode,
            "ADR country" => Field::Country,
            "URL" => Field::Website,
            "LANG" => Field::Language,
            "GENDER" => Field::Gender,
            "BDAY" => Field::Birthday,
            "NICKNAME" => Field::Nickname,
            "NOTE" => Field::Notes,
            "X-SOCIALPROFILE" => Field::SocialAccounts,
            other => other
                .strip_prefix("X-WARTA-")
                .and_then(|name| name.replace('-', "_").parse().ok())
                .unwrap_or(Field::Ignore),
        })
        .collect()
}

/// Whether an address can be written to. See [`email_problem`].
pub fn valid_email(address: &str) -> bool {
    email_problem(address).is_none()
}

/// Why an address cannot be written to, as the key of a sentence; none when it can. The rules of
/// RFC 5321 4.1.2 for the usual dot-string form and host names (RFC 1123), UTF-8 allowed
/// (RFC 6531); quoted local parts and address literals are refused, for no newsroom has one.
pub fn email_problem(address: &str) -> Option<&'static str> {
    let Some((local, domain)) = address.rsplit_once('@') else {
        return Some("email-no-at");
    };
    if address.len() > 254 || local.len() > 64 {
        return Some("email-too-long");
    }
    let allowed = |c: char| {
        c.is_ascii_alphanumeric()
            || "!#$%&'*+-/=?^_`{|}~.".contains(c)
            || (!c.is_ascii() && c.is_alphanumeric())
    };
    if local.is_empty()
        || !local.chars().all(allowed)
        || local.starts_with('.')
        || local.ends_with('.')
        || local.contains("..")
    {
        return Some("email-bad-name");
    }
    let label_ok = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| {
                c.is_ascii_alphanumeric() || c == '-' || (!c.is_ascii() && c.is_alphanumeric())
            })
    };
    let top_ok = domain
        .rsplit('.')
        .next()
        .is_some_and(|top| top.len() >= 2 && !top.bytes().all(|b| b.is_ascii_digit()));
    if !domain.contains('.') || !domain.split('.').all(label_ok) || !top_ok {
        return Some("email-bad-domain");
    }
    None
}
