//! What the columns of a contact list mean, guessed from their names and contents, and what
//! stands in their cells: several addresses, numbers or labels at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fold::fold;
use super::phone;

macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// What a column is imported as.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Field { $($(#[$doc])* $field,)* }

        impl Field {
            /// All fields in the order in which a screen offers them.
            pub const ALL: &'static [Field] = &[$(Field::$field,)*];

            /// The stable name, used by `--map "COLUMN=field"` and on the wire.
            pub fn name(self) -> &'static str {
                match self { $(Field::$field => $name,)* }
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
    /// The person wants no mail, wherever the cell says yes or holds a date.
    DoNotContact = "do_not_contact",
    /// Not imported.
    Ignore = "ignore",
}

impl std::str::FromStr for Field {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let wanted = fold(name).replace(' ', "_");
        Field::ALL.iter().copied().find(|field| field.name() == wanted).ok_or(())
    }
}

impl Field {
    /// Whether several columns may feed this field.
    pub fn is_repeatable(self) -> bool {
        use Field::{
            Beats, DoNotContact, Email, Ignore, Lists, Notes, Phone, TagIfYes, Tags, Whatsapp,
        };
        matches!(
            self,
            Email
                | Phone
                | Whatsapp
                | Tags
                | TagIfYes
                | Lists
                | Notes
                | Beats
                | DoNotContact
                | Ignore
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
    (Field::Language, "language|languages|bahasa"),
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
        "no|nomor urut|no urut|nik|no kta|kta|npwp|rekening|no rekening|nomor rekening|tingkat ukw|no ukw|ukw|no ukw kartu|masa berlaku|surat tugas|status dewan pers|verifikasi dewan pers|status|rating|tracking|country|countries|negara|birthday|anniversary|spouse|schools|hobby|photo|nickname|file as|department|manager s name|assistant s name|assistant s phone|fax|home fax|business fax|other fax|fax number|pager|pager number|telex|tty tdd phone|callback|radio phone|company main phone|imaddress|phonetic first name|phonetic middle name|phonetic last name|given yomi|surname yomi|company yomi|home street|home city|home state|home postal code|home country region|other street|other city|other state|other postal code|other country region|business state|business postal code|business country region|office location|personal web page|display name|email display name|screen name|organization department|member rating|optin time|optin ip|confirm time|confirm ip|latitude|longitude|gmtoff|dstoff|timezone|cc|region|regions|last changed|leid|euid|twitter|twitter handle|x|linked in|linkedin|linkedin url|instagram|instagram handle|facebook|youtube|vimeo|pinterest|author links|zip|zip code|postal code|kode pos|state|state province|province|provinsi|tanggal lahir|tempat lahir|ttl|agama|home address|home state|home zipcode|home country|work state|work zipcode|work country|birth year|birth month|birth day|id|created at|updated at|audience location|market|coverage area|tanda tangan|paraf",
    ),
];

/// Weak names: they mean the first field if no column has it already, else the second.
const FALLBACKS: &[(&str, Field, Field)] = &[
    ("title", Field::Position, Field::NamePrefix),
    ("company", Field::Outlet, Field::OutletCompany),
    ("perusahaan", Field::Outlet, Field::OutletCompany),
    ("organization", Field::Outlet, Field::Tags),
    ("organisation", Field::Outlet, Field::Tags),
    ("organisasi", Field::Outlet, Field::Tags),
    ("organization name", Field::Outlet, Field::Tags),
    ("organisasi pers", Field::Tags, Field::Tags),
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
    ("personal web page", Field::OutletWebsite, Field::Ignore),
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
pub(super) fn is_known(cell: &str) -> bool {
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

/// The labels of a cell (tags, beats, lists): apart by comma, semicolon, line end or ` ::: `;
/// quotes and Google's leading `* ` taken off.
pub fn split_labels(cell: &str) -> Vec<String> {
    let parts = cell.split(" ::: ").flat_map(|part| part.split([',', ';', '\n', '\r', '|']));
    let mut labels: Vec<String> = Vec::new();
    for part in parts {
        let label = part.trim().trim_matches('"').trim_start_matches("* ").trim();
        if !label.is_empty() && label != "-" && !labels.iter().any(|old| old == label) {
            labels.push(label.to_owned());
        }
    }
    labels
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
