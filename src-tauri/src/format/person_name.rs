//! Names of people as Indonesian lists write them: with degrees and titles around them, shortened,
//! in either order.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fold::fold_into;

/// A name taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameParts {
    /// Titles before the name, "Drs. H.".
    pub prefix: String,
    /// The name itself.
    pub name: String,
    /// Degrees after the name, "S.Sos., M.Si.".
    pub suffix: String,
}

impl NameParts {
    /// The full writing, "Drs. H. Ahmad Fauzi, M.Si.".
    pub fn full(&self) -> String {
        let mut full = String::new();
        if !self.prefix.is_empty() {
            full.push_str(&self.prefix);
            full.push(' ');
        }
        full.push_str(&self.name);
        if !self.suffix.is_empty() {
            full.push_str(", ");
            full.push_str(&self.suffix);
        }
        full
    }
}

/// Titles before a name, lower case without dots.
const PREFIXES: [&str; 54] = [
    "drs", "dra", "dr", "drg", "drh", "prof", "ir", "h", "hj", "kh", "ust", "ustadz", "ustaz",
    "ustadzah", "bpk", "bapak", "ibu", "pak", "bu", "sdr", "sdri", "mas", "mbak", "mr", "mrs",
    "ms", "miss", "kompol", "akbp", "akp", "kombes", "irjen", "brigjen", "mayjen", "letjen",
    "jenderal", "kolonel", "letkol", "mayor", "kapten", "kol", "kapt", "raden", "rd", "apt", "ns",
    "bripka", "aiptu", "ipda", "iptu", "hon", "pdt", "habib", "gus",
];

/// Degrees after a name, lower case without dots.
const SUFFIXES: [&str; 92] = [
    "sh", "se", "st", "ss", "si", "sa", "ssos", "sip", "spd", "spdi", "skom", "sikom", "sked",
    "skep", "skm", "ssi", "ssn", "sds", "sag", "shi", "sei", "sth", "sthi", "sp", "spt", "spi",
    "shut", "sgz", "sfarm", "spsi", "shum", "ssit", "sst", "sstp", "stp", "str", "strkom", "sab",
    "sap", "sak", "stat", "sars", "sptk", "ba", "bsc", "beng", "bcom", "amd", "amdkom", "amdkeb",
    "mm", "mh", "mt", "ms", "ma", "mb", "msi", "mikom", "mkom", "msc", "mpd", "mpdi", "mag", "map",
    "mak", "mkes", "mhum", "mip", "msn", "mti", "meng", "mba", "mpa", "mpp", "mkn", "mph", "mhi",
    "msos", "msm", "mds", "mpsi", "phd", "dba", "llm", "llb", "lc", "chrm", "spa", "ak", "ca",
    "cpa", "iai",
];

/// Degrees that are also words of names or initials: only with a dot inside or after a comma.
const AMBIGUOUS: [&str; 8] = ["si", "sa", "ma", "ba", "ak", "ca", "lc", "mb"];

/// All titles and degrees, for a quick look.
static TITLES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| PREFIXES.iter().chain(&SUFFIXES).copied().collect());

fn bare(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_prefix(word: &str) -> bool {
    let plain = bare(word);
    // "K.H." and "Dr.H." carry dots inside; "H" alone is a title only in capitals.
    if plain == "h" {
        return word.starts_with('H');
    }
    PREFIXES.contains(&plain.as_str())
        || (word.contains('.')
            && matches!(
                plain.as_str(),
                "drh" | "drir" | "profdr" | "profir" | "irh" | "drsh" | "drahj"
            ))
}

fn is_degree(word: &str, after_comma: bool) -> bool {
    let plain = bare(word);
    if plain.is_empty() {
        return false;
    }
    let dotted = word.trim_end_matches([',', '.']).contains('.');
    if SUFFIXES.contains(&plain.as_str()) {
        let shouted = word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let clear = !AMBIGUOUS.contains(&plain.as_str());
        // Without comma or dots only capitals tell "SE" from a name.
        return after_comma || dotted || (clear && (shouted || plain.len() >= 4 || is_mixed(word)));
    }
    // Unknown degrees have the shape "S.X." or "M.Xxx." with a capital at each part.
    dotted
        && after_comma
        && word.starts_with(['S', 'M', 'A', 'D', 'B', 'C', 'P'])
        && word
            .split('.')
            .filter(|part| !part.trim_matches(',').is_empty())
            .all(|part| part.len() <= 4)
}

/// "MSi", "SPd": a small letter after two capitals.
fn is_mixed(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_uppercase)
}

/// Takes titles and degrees off a name; "Rahma, Siti" (family name first) is turned round. A
/// title alone, or a name that is nothing but titles, stays a name.
pub fn split(raw: &str) -> NameParts {
    let raw = raw.trim().trim_matches(',').trim();
    let (before, after) = raw.split_once(',').unwrap_or((raw, ""));
    let mut degrees: Vec<&str> = Vec::new();
    let mut given = "";
    let after = after.trim();
    if !after.is_empty() {
        let is_degrees =
            after.split([' ', ',']).filter(|w| !w.is_empty()).all(|word| is_degree(word, true));
        if is_degrees {
            degrees.push(after);
        } else if !after.contains(',') && before.split_whitespace().count() <= 2 {
            given = after;
        } else {
            // Not understood: kept whole rather than torn apart wrongly.
            return NameParts { name: squeeze(raw), ..NameParts::default() };
        }
    }
    let mut words: Vec<&str> = given.split_whitespace().chain(before.split_whitespace()).collect();
    let titles =
        words.iter().take(words.len().saturating_sub(1)).take_while(|word| is_prefix(word)).count();
    let prefix: Vec<&str> = words.drain(..titles).collect();
    let mut trailing: Vec<&str> = Vec::new();
    while words.len() > 1
        && let Some(last) = words.last().copied()
        && is_degree(last, false)
    {
        trailing.insert(0, last);
        words.pop();
    }
    let mut suffix = trailing.join(" ");
    for degree in degrees {
        if !suffix.is_empty() {
            suffix.push_str(", ");
        }
        suffix.push_str(&squeeze(degree));
    }
    NameParts { prefix: prefix.join(" "), name: words.join(" "), suffix }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a name for comparing: folded, without titles, common short forms written out.
fn tokens(raw: &str) -> Vec<String> {
    let mut folded = String::with_capacity(raw.len());
    // Most names carry neither comma, dot nor title: the costly taking apart is skipped for them.
    fold_into(raw, &mut folded);
    if raw.contains([',', '.']) || folded.split(' ').any(|word| TITLES.contains(word)) {
        folded.clear();
        fold_into(&split(raw).name, &mut folded);
    }
    folded
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| written_out(word).to_owned())
        .collect()
}

/// The usual short forms of Muhammad and Abdul written out; any other folded word as it is.
pub fn written_out(word: &str) -> &str {
    match word {
        "moh" | "muh" | "mohd" | "mhd" | "muhd" | "mohamad" | "mohammad" | "muhamad"
        | "mochamad" | "mochammad" | "moch" | "much" | "mohamed" | "muhammed" => "muhammad",
        "abd" | "abdl" => "abdul",
        other => other,
    }
}

/// Whether a folded word is a title that stands before names.
pub fn is_title(word: &str) -> bool {
    PREFIXES.contains(&word)
}

/// A comparison key: equal for writings of a name that differ in titles, case, accents, order and
/// the usual short forms of Muhammad and Abdul. Not for sorting (use [`super::fold::fold`]).
pub fn key(name: &str) -> String {
    let mut words = tokens(name);
    words.sort_unstable();
    words.join(" ")
}

/// Whether two writings name the same person. Conservative: initials must fit, at least one whole
/// word must be equal, and a single word never agrees with a longer name.
pub fn agrees(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (tokens(a), tokens(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a.concat() == b.concat() {
        return true;
    }
    if a.len() > b.len() {
        std::mem::swap(&mut a, &mut b);
    }
    let mut whole = 0;
    let mut telling = false;
    let mut initials: Vec<String> = Vec::new();
    for word in a.iter() {
        if let Some(place) = b.iter().position(|other| other == word) {
            if word.chars().count() > 1 {
                whole += 1;
                telling |= word != "muhammad";
            }
            b.swap_remove(place);
        } else {
            initials.push(word.clone());
        }
    }
    // What is left must be initials of one another, one for one.
    for word in &initials {
        let fits = |other: &String| {
            let (short, long) = if word.chars().count() <= other.chars().count() {
                (word, other)
            } else {
                (other, word)
            };
            short.chars().count() == 1 && short.chars().next() == long.chars().next()
        };
        match b.iter().position(fits) {
            Some(place) => {
                b.swap_remove(place);
            }
            None => return false,
        }
    }
    // Words that only one of them writes: allowed when two whole words agree.
    telling && (b.is_empty() || whole >= 2)
}

/// What titles and the list say about how to address a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Gender {
    /// Ibu, Mbak.
    Woman,
    /// Bapak, Mas.
    Man,
    /// Not known: both forms are written.
    #[default]
    Unknown,
}

/// The gender that the titles in a name tell ("Hj.", "Dra.", "Ibu" / "H.", "Drs.", "Bapak"), or
/// that a cell of a list says ("P", "perempuan", "L", "laki-laki", "female", "Mrs").
pub fn gender_of(text: &str) -> Gender {
    for word in text.split_whitespace() {
        match bare(word).as_str() {
            "hj" | "dra" | "ibu" | "bu" | "mbak" | "sdri" | "mrs" | "ms" | "miss" | "perempuan"
            | "wanita" | "female" | "p" | "w" | "f" | "ustadzah" => return Gender::Woman,
            "h" | "drs" | "bapak" | "bpk" | "pak" | "mas" | "sdr" | "mr" | "lakilaki" | "pria"
            | "male" | "l" | "ustadz" => return Gender::Man,
            _ => {}
        }
    }
    Gender::Unknown
}

/// The two greetings of a contact, as stored data that a person may edit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salutations {
    /// For letters, "Yth. Ibu Siti Rahma, S.Sos.".
    pub formal: String,
    /// For chat, "Mbak Siti".
    pub familiar: String,
}

/// Greetings for a name by the letter convention of `language` ("id", otherwise English). An
/// unknown gender is first looked for in the titles.
pub fn salutations(raw: &str, gender: Gender, language: &str) -> Salutations {
    let parts = split(raw);
    let gender = if gender == Gender::Unknown { gender_of(&parts.prefix) } else { gender };
    let calls: Vec<&str> = parts.name.split_whitespace().collect();
    // "M. Rahman" is called Rahman, not "M.".
    let call = calls.iter().copied().find(|word| bare(word).len() > 1).unwrap_or(&parts.name);
    let is_address = |word: &&str| {
        matches!(
            bare(word).as_str(),
            "bapak"
                | "bpk"
                | "pak"
                | "ibu"
                | "bu"
                | "mas"
                | "mbak"
                | "sdr"
                | "sdri"
                | "mr"
                | "mrs"
                | "ms"
                | "miss"
        )
    };
    let titles: Vec<&str> =
        parts.prefix.split_whitespace().filter(|word| !is_address(word)).collect();
    let full = NameParts {
        prefix: titles.join(" "),
        name: parts.name.clone(),
        suffix: parts.suffix.clone(),
    }
    .full();
    if full.is_empty() {
        return Salutations::default();
    }
    if language == "id" {
        let (formal, familiar) = match gender {
            Gender::Woman => ("Ibu", "Mbak"),
            Gender::Man => ("Bapak", "Mas"),
            Gender::Unknown => ("Bapak/Ibu", "Rekan"),
        };
        return Salutations {
            formal: format!("Yth. {formal} {full}"),
            familiar: format!("{familiar} {call}"),
        };
    }
    let title = match gender {
        Gender::Woman => "Ms ",
        Gender::Man => "Mr ",
        Gender::Unknown => "",
    };
    Salutations { formal: format!("Dear {title}{}", parts.name), familiar: format!("Hi {call}") }
}
