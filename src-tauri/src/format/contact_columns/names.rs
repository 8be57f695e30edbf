//! Names of columns, as exports of other programs and Indonesian office lists write them.

use super::Field;
use crate::format::fold::fold;

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
        "position|jabatan|posisi|job title|role|organization title|jabatan di media|jabatan redaksi|peran",
    ),
    (
        Field::Beats,
        "beats|beat|desk|pos liputan|pos|rubrik|bidang liputan|topics|topic|subjects|subject|coverage|interests|topik|bidang|desk liputan|liputan|minat",
    ),
    (
        Field::City,
        "city|kota|kabupaten|kab kota|kabupaten kota|kota kabupaten|domisili|business city|work city|address city|wilayah|daerah|wilayah liputan|kota domisili|kota asal",
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
    (Field::BirthYear, "birth year|tahun lahir"),
    (Field::BirthMonth, "birth month|bulan lahir"),
    (Field::BirthDay, "birth day"),
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
    (Field::NoEmbargo, "no embargo|tidak terima embargo|tanpa embargo|tolak embargo"),
    (Field::MailForm, "mail form|email form|bentuk surel|surel ringan|light mail"),
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
        "region|no|nomor urut|no urut|nik|npwp|rekening|no rekening|nomor rekening|surat tugas|status|rating|tracking|countries|anniversary|spouse|schools|hobby|photo|file as|manager s name|assistant s name|assistant s phone|fax|home fax|business fax|other fax|fax number|pager|pager number|telex|tty tdd phone|callback|radio phone|company main phone|imaddress|phonetic first name|phonetic middle name|phonetic last name|given yomi|surname yomi|company yomi|home city|home state|home country region|other street|other city|other state|other postal code|other country region|business state|business postal code|business country region|office location|display name|email display name|screen name|member rating|optin time|optin ip|confirm time|confirm ip|latitude|longitude|gmtoff|dstoff|timezone|cc|last changed|leid|euid|vimeo|pinterest|author links|state|state province|province|provinsi|tempat lahir|ttl|agama|home state|home country|work state|work zipcode|work country|id|created at|updated at|market|tanda tangan|paraf",
    ),
];

/// Weak names: they mean the first field if no column has it already, else the second.
pub(super) const FALLBACKS: &[(&str, Field, Field)] = &[
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
    ("occupation", Field::Position, Field::Ignore),
    ("profession", Field::Position, Field::Ignore),
    ("pekerjaan", Field::Position, Field::Ignore),
    ("profesi", Field::Position, Field::Ignore),
    ("location", Field::City, Field::Ignore),
    ("lokasi", Field::City, Field::Ignore),
    ("home city", Field::City, Field::Ignore),
    ("market", Field::City, Field::Ignore),
];

/// A header brought to the form of [`SYNONYMS`]: camel case split, folded, numbers of repeated
/// groups and brackets' content dropped, "e-mail" made one word.
pub(super) fn normalised(header: &str) -> String {
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

pub(super) fn exact(name: &str) -> Option<Field> {
    synonyms().find(|(_, synonym)| *synonym == name).map(|(field, _)| field)
}

/// A name with typing errors, or with words around a known one.
pub(super) fn similar(name: &str) -> Option<Field> {
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
