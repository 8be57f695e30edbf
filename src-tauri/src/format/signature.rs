//! What a person pasted: rows of a spreadsheet, vCards, or free text such as the signature under a
//! mail, from which one person is proposed.

use std::sync::LazyLock;

use super::contact_columns::{split_emails, valid_email};
use super::fold::fold;
use super::{person_name, phone};

/// Letters of a pasted text that are looked at.
const MOST_LETTERS: usize = 20_000;
/// Lines of a signature that are looked at.
const MOST_LINES: usize = 60;

/// What a pasted text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pasted {
    /// Rows with cells, as a spreadsheet puts them on the clipboard.
    Rows,
    /// vCards.
    Cards,
    /// Free text about one person.
    Person,
    /// Nothing at all.
    Nothing,
}

/// Tells what a pasted text is.
pub fn kind_of(text: &str) -> Pasted {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Pasted::Nothing;
    }
    if super::vcard::is_card(text.as_bytes()) {
        return Pasted::Cards;
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let cells = |separator: char| {
        let counts: Vec<usize> =
            lines.iter().take(50).map(|line| line.matches(separator).count()).collect();
        let usual = counts.first().copied().unwrap_or(0);
        usual > 0 && counts.iter().filter(|count| **count == usual).count() * 10 >= counts.len() * 8
    };
    // One line with tabs is a row copied from a sheet; with commas it may be a sentence.
    let tabbed = cells('\t');
    let delimited = lines.len() >= 2 && (cells(';') || cells(',')) && knows_header(lines.first());
    if tabbed || delimited { Pasted::Rows } else { Pasted::Person }
}

fn knows_header(line: Option<&&str>) -> bool {
    let Some(line) = line else { return false };
    line.split([';', ',']).filter(|cell| super::contact_columns::is_known(cell.trim())).count() >= 2
}

/// A person as free text describes them; what it does not say is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Name with its titles.
    pub name: String,
    /// Position.
    pub position: String,
    /// Outlet or other organisation.
    pub outlet: String,
    /// Email addresses.
    pub emails: Vec<String>,
    /// Phone numbers as written, and whether WhatsApp was named.
    pub phones: Vec<(String, bool)>,
    /// Web page.
    pub website: String,
    /// Street address.
    pub address: String,
    /// City.
    pub city: String,
}

const POSITIONS: &str = "reporter|redaktur|wartawan|jurnalis|editor|produser|penyiar|penulis|fotografer|pewarta|koordinator|kepala|pemimpin|pemred|wapemred|direktur|manajer|manager|ketua|sekretaris|korlip|koresponden|kontributor|kameramen|presenter|anchor|kabiro|staf|staff|journalist|correspondent|producer|writer|photographer|head of|chief|director|officer|freelance|humas|juru bicara|spokesperson";
const OUTLETS: &str = "harian|koran|radio|tv|televisi|media|majalah|tabloid|news|kabar|pos|post|tribun|kompas|antara|suara|berita|fm|magazine|newspaper|times|pt|cv|redaksi|kantor berita|agency|dinas|universitas|yayasan|komunitas|press|group|network|channel";
const STREETS: &str = "jl|jln|jalan|gedung|lantai|lt|kompleks|komplek|perum|ruko|rt|rw|kel|kec|street|floor|building|tower|menara|gg|gang|blok";
const CLOSINGS: &str = "salam|salam hangat|hormat saya|hormat kami|terima kasih|terimakasih|regards|best regards|kind regards|best|thanks|thank you|sincerely|cheers|wassalam|wassalamualaikum|sent from|dikirim dari";

fn has_word(line: &str, words: &str) -> bool {
    let padded = format!(" {} ", fold(line));
    words.split('|').any(|word| padded.contains(&format!(" {word} ")))
}

/// Reads a signature. Proposes; whoever pasted it confirms.
pub fn read(text: &str) -> Proposal {
    let mut found = Proposal::default();
    let text: String = text.chars().take(MOST_LETTERS).collect();
    let mut rest: Vec<String> = Vec::new();
    for line in text.lines().take(MOST_LINES) {
        // "Reporter | Harian Contoh • HP 0812…" is three pieces.
        for piece in line.split(['|', '•', '·', '\t', '▪']).flat_map(|piece| piece.split(" / "))
        {
            let piece = piece.trim().trim_matches(['-', '_', '*', '=', '~', '>', '"']).trim();
            if piece.is_empty() || is_closing(piece) {
                continue;
            }
            if let Some(left) = take_reaches(piece, &mut found) {
                rest.push(left);
            }
        }
    }
    for line in rest {
        take_words(line, &mut found);
    }
    if found.name.is_empty() {
        found.name = name_from_email(&found).unwrap_or_default();
    }
    found
}

fn is_closing(piece: &str) -> bool {
    let key = fold(piece);
    CLOSINGS.split('|').any(|word| key == word || key.starts_with("sent from "))
}

static LABELS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    "hp|telp|telepon|tel|tlp|phone|mobile|m|t|p|wa|whatsapp|hp wa|no hp|no wa|e|email|e mail|surel|mail|w|web|website|situs|fax|faks|f|ponsel|cell|office|kantor|call|contact|kontak|nama|name|media|jabatan|position|alamat|address|a"
        .split('|')
        .collect()
});

/// A label at the beginning of a piece, such as "HP:" or "Email.", and what follows it.
fn labelled(piece: &str) -> (String, &str) {
    let split = piece.split_once(':').or_else(|| piece.split_once(". "));
    if let Some((label, value)) = split {
        let key = fold(label);
        if LABELS.contains(&key.as_str()) && !value.starts_with("//") {
            return (key, value.trim());
        }
    }
    if let Some((label, value)) = piece.split_once(' ') {
        let key = fold(label);
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        if LABELS.contains(&key.as_str()) && (digits >= 7 || value.contains('@')) {
            return (key, value.trim());
        }
    }
    (String::new(), piece)
}

/// Takes addresses, numbers and web pages out of a piece; what is left may be words.
fn take_reaches(piece: &str, found: &mut Proposal) -> Option<String> {
    let (label, value) = labelled(piece);
    if matches!(label.as_str(), "fax" | "faks" | "f") {
        return None;
    }
    if value.contains('@') {
        let addresses: Vec<String> =
            split_emails(value).into_iter().filter(|address| valid_email(address)).collect();
        let some = !addresses.is_empty();
        for address in addresses {
            if !found.emails.iter().any(|known| known.eq_ignore_ascii_case(&address)) {
                found.emails.push(address);
            }
        }
        // "Siti Rahma <siti@example.id>" holds the name as well.
        let before = value.split(['<', '(']).next().unwrap_or_default().trim();
        let is_name = some && !before.contains('@') && !before.is_empty() && label.is_empty();
        return if is_name {
            Some(before.to_owned())
        } else if some {
            None
        } else {
            Some(value.to_owned())
        };
    }
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.chars().filter(|letter| letter.is_alphabetic()).count();
    if digits >= 7 && letters <= 12 {
        let whatsapp =
            label.contains("wa") || label.contains("whatsapp") || has_word(value, "wa|whatsapp");
        let mut taken = false;
        for part in value.split([',', ';', '/']).chain([value]) {
            if let Some(number) = phone::normalise(part.trim_matches(|c: char| {
                c.is_alphabetic() || matches!(c, ' ' | '(' | ')' | ':' | '.')
            })) && !found
                .phones
                .iter()
                .any(|(known, _)| phone::e164(known).as_deref() == Some(number.e164.as_str()))
                && !taken_whole(taken, part, value)
            {
                found.phones.push((number.display.clone(), whatsapp));
                taken = true;
            }
        }
        if taken {
            return None;
        }
    }
    let key = value.to_ascii_lowercase();
    let is_page = !key.contains(' ')
        && (key.starts_with("http://") || key.starts_with("https://") || key.starts_with("www."));
    if is_page || matches!(label.as_str(), "w" | "web" | "website" | "situs") {
        if found.website.is_empty() {
            value.clone_into(&mut found.website);
        }
        return None;
    }
    match label.as_str() {
        "nama" | "name" if found.name.is_empty() => value.clone_into(&mut found.name),
        "media" if found.outlet.is_empty() => value.clone_into(&mut found.outlet),
        "jabatan" | "position" if found.position.is_empty() => {
            value.clone_into(&mut found.position)
        }
        "alamat" | "address" | "a" if found.address.is_empty() => {
            value.clone_into(&mut found.address)
        }
        _ => return Some(value.to_owned()),
    }
    None
}

/// The whole piece is tried last, for numbers with commas or slashes in them.
fn taken_whole(taken: bool, part: &str, value: &str) -> bool {
    taken && part.len() == value.len()
}

fn take_words(line: String, found: &mut Proposal) {
    let words = line.split_whitespace().count();
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    if has_word(&line, STREETS) && (digits > 0 || words >= 3) {
        if found.address.is_empty() {
            found.city = city_of(&line).unwrap_or_default();
            found.address = line;
        }
        return;
    }
    // "Redaktur, Harian Contoh" or "Reporter at Harian Contoh".
    if found.position.is_empty() && has_word(&line, POSITIONS) && words <= 12 {
        let apart = [", ", " di ", " at ", " - ", " – ", " @ "]
            .iter()
            .find_map(|join| line.split_once(join))
            .filter(|(position, outlet)| {
                has_word(position, POSITIONS) && !outlet.trim().is_empty()
            });
        match apart {
            Some((position, outlet)) if found.outlet.is_empty() => {
                position.trim().clone_into(&mut found.position);
                outlet.trim().clone_into(&mut found.outlet);
            }
            _ => found.position = line,
        }
        return;
    }
    let looks_like_name = words <= 8
        && digits == 0
        && line.chars().next().is_some_and(char::is_alphabetic)
        && line
            .split_whitespace()
            .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
            .count()
            * 2
            >= words;
    if found.name.is_empty() && looks_like_name && !has_word(&line, OUTLETS) {
        found.name = line;
    } else if found.outlet.is_empty()
        && words <= 10
        && (has_word(&line, OUTLETS) || looks_like_name)
    {
        found.outlet = line;
    }
}

/// The last part of an address that is a name and no number: "Jl. Contoh 1, Serang 42111".
fn city_of(address: &str) -> Option<String> {
    let last = address.split(',').rev().find_map(|part| {
        let words: Vec<&str> = part
            .split_whitespace()
            .filter(|word| !word.bytes().any(|byte| byte.is_ascii_digit()))
            .collect();
        (!words.is_empty() && !has_word(part, STREETS)).then(|| words.join(" "))
    })?;
    (last.split_whitespace().count() <= 3).then_some(last)
}

fn name_from_email(found: &Proposal) -> Option<String> {
    let local = found.emails.first()?.split('@').next()?;
    let words: Vec<String> = local
        .split(['.', '_', '-', '+'])
        .filter(|word| word.chars().all(char::is_alphabetic) && word.len() > 1)
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_uppercase().chain(letters).collect())
                .unwrap_or_default()
        })
        .collect();
    (words.len() >= 2).then(|| words.join(" "))
}

/// The proposal as a table of one row, so that it passes through the same import as a file.
pub fn as_table(found: &Proposal) -> (Vec<&'static str>, Vec<String>) {
    let parts = person_name::split(&found.name);
    let numbers = |whatsapp: bool| {
        let of_kind = found.phones.iter().filter(|(_, is)| *is == whatsapp);
        of_kind.map(|(number, _)| number.clone()).collect::<Vec<_>>().join("; ")
    };
    let headers = vec![
        "Name",
        "Name prefix",
        "Name suffix",
        "Position",
        "Outlet",
        "Email",
        "Phone",
        "WhatsApp",
        "City",
        "Website",
        "Address",
    ];
    let row = vec![
        parts.name,
        parts.prefix,
        parts.suffix,
        found.position.clone(),
        found.outlet.clone(),
        found.emails.join("; "),
        numbers(false),
        numbers(true),
        found.city.clone(),
        found.website.clone(),
        found.address.clone(),
    ];
    (headers, row)
}
