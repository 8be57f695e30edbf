//! A made-up gold set for duplicates: labelled pairs of contacts as Indonesian media lists write
//! them, the same ones for the same half. It was written before the matcher. The half that is
//! held out has words, outlets and numbers of its own and is asked by the final test alone.

use std::collections::BTreeSet;

/// Which half of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// The one to look at while the matcher is being made.
    Open,
    /// The one that nobody looks at.
    HeldOut,
}

/// A contact as somebody wrote it down.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    pub name: String,
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    pub outlet: String,
    pub city: String,
}

/// Two contacts, and whether they are one person.
#[derive(Debug, Clone)]
pub struct Pair {
    /// What makes the pair easy to miss or to mistake.
    pub case: &'static str,
    pub a: Written,
    pub b: Written,
    pub same: bool,
}

/// Pairs of each case in each half.
const EACH: usize = 7;

/// SplitMix64 (public domain, Sebastiano Vigna 2015): small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end as u64).unwrap()
    }

    fn pick<'a, T: ?Sized>(&mut self, words: &[&'a T]) -> &'a T {
        words[self.below(words.len())]
    }
}

const FIRST: &[&str] = &[
    "Siti", "Budi", "Dewi", "Agus", "Rina", "Hendra", "Putri", "Joko", "Maya", "Andi", "Rizky",
    "Bayu", "Indah", "Fajar", "Ratna", "Dimas", "Wulan", "Eko", "Yuni", "Arif", "Sari", "Teguh",
    "Kartika", "Iwan", "Fitri", "Galih", "Melati", "Surya", "Nanda", "Irfan", "Laras", "Wahyu",
    "Citra", "Taufik", "Nia", "Doni", "Farah", "Yoga", "Vina", "Bambang", "Rukmini", "Slamet",
    "Tuti", "Gilang", "Endang", "Hasan", "Mira", "Anton", "Susi", "Reza",
];
const MIDDLE: &[&str] = &[
    "Ayu", "Dwi", "Tri", "Adi", "Eka", "Cahya", "Bagus", "Intan", "Puspa", "Nur", "Catur", "Panca",
    "Budhi", "Rahayu", "Jaya", "Asih",
];
const LAST: &[&str] = &[
    "Rahma",
    "Santoso",
    "Wijaya",
    "Kusuma",
    "Hidayat",
    "Nugroho",
    "Permata",
    "Saputra",
    "Anggraini",
    "Setiawan",
    "Maharani",
    "Pratama",
    "Siregar",
    "Lubis",
    "Harahap",
    "Simanjuntak",
    "Hutapea",
    "Tanjung",
    "Wibowo",
    "Purnomo",
    "Suryani",
    "Utami",
    "Halim",
    "Gunawan",
    "Iskandar",
    "Fauzi",
    "Nasution",
    "Pangestu",
    "Kurniawan",
    "Handayani",
    "Sihombing",
    "Mahendra",
    "Lestari",
    "Prasetyo",
    "Mulyadi",
    "Hakim",
    "Damanik",
    "Sitompul",
    "Ramadhan",
    "Oktaviani",
    "Firmansyah",
    "Wicaksono",
    "Yulianto",
    "Manurung",
    "Sasmita",
    "Budiman",
    "Ginting",
    "Kartono",
];
/// Full form and what friends write.
const NICKNAMES: &[(&str, &str)] = &[
    ("Agustina", "Tina"),
    ("Setiawan", "Wawan"),
    ("Yulianti", "Yuli"),
    ("Hendrawan", "Hendra"),
    ("Sulistyowati", "Lilis"),
    ("Kartikasari", "Tika"),
    ("Bambang", "Bams"),
    ("Nurhayati", "Yati"),
    ("Rahmawati", "Rahma"),
    ("Suhartini", "Tini"),
    ("Rizkiana", "Kiki"),
    ("Mulyono", "Mul"),
    ("Christian", "Chris"),
    ("Indrawati", "Iin"),
    ("Firdaus", "Daus"),
    ("Wahyuningsih", "Yuyun"),
    ("Maimunah", "Munah"),
    ("Sudirman", "Dirman"),
    ("Kurniasih", "Nia"),
    ("Ferdinand", "Ferdi"),
    ("Puspitasari", "Pipit"),
    ("Gunawan", "Gugun"),
    ("Ramadhani", "Dhani"),
    ("Yohanes", "Yoyo"),
];
/// Two people's names that look like one name with a slip.
const CONFUSABLE: &[(&str, &str)] = &[
    ("Agus", "Agung"),
    ("Yudi", "Yuni"),
    ("Rina", "Rini"),
    ("Andi", "Ardi"),
    ("Dewi", "Dewa"),
    ("Dani", "Dana"),
    ("Novi", "Nova"),
    ("Eka", "Eko"),
    ("Rizka", "Rizky"),
    ("Lina", "Lena"),
    ("Hasan", "Hasanah"),
    ("Tono", "Toni"),
    ("Santi", "Santo"),
    ("Putra", "Putri"),
    ("Yanto", "Yanti"),
    ("Heri", "Hera"),
];
/// The spelling before 1972 and the one after it, as both stand in lists.
const SPELLINGS: &[(&str, &str)] = &[
    ("Soeharjo", "Suharjo"),
    ("Djoko", "Joko"),
    ("Tjahjo", "Cahyo"),
    ("Oetomo", "Utomo"),
    ("Soetrisno", "Sutrisno"),
    ("Djatmiko", "Jatmiko"),
    ("Boedi", "Budi"),
    ("Soerjadi", "Suryadi"),
    ("Tjandra", "Candra"),
    ("Moeljadi", "Mulyadi"),
    ("Wardojo", "Wardoyo"),
    ("Poernomo", "Purnomo"),
];
const JOINED: &[(&str, &str)] = &[
    ("Nur Hayati", "Nurhayati"),
    ("Abdul Rahman", "Abdurrahman"),
    ("Nur Aini", "Nuraini"),
    ("Abdul Latif", "Abdullatif"),
    ("Sri Wahyuni", "Sriwahyuni"),
    ("Nur Cahyo", "Nurcahyo"),
    ("Eka Putra", "Ekaputra"),
    ("Dwi Jayanti", "Dwijayanti"),
    ("Khairul Anwar", "Khairulanwar"),
    ("Nur Laila", "Nurlaila"),
];
const MUHAMMADS: &[&str] = &["M.", "Moh.", "Muh.", "Mochamad", "Mohammad", "Mhd."];
const BALINESE: &[(&str, &str)] =
    &[("I Wayan", "Wayan"), ("Ni Made", "Made"), ("I Nyoman", "Nyoman"), ("Ni Ketut", "Ketut")];
const BEFORE: &[&str] =
    &["Drs.", "H.", "Hj.", "Dr.", "Ir.", "Drs. H.", "Prof. Dr.", "Bapak", "Ibu"];
const AFTER: &[&str] =
    &["S.Sos.", "S.I.Kom", "M.Si", "SH, MH", "S.Pd.", "S.Kom., M.Kom", "SE", "S.Ag.", "ST, MT"];
const TITLES: &[&str] =
    &["Harian", "Kabar", "Suara", "Radio", "Portal", "Tabloid", "Berita", "Kanal"];
const PLACES: &[&str] = &[
    "Nusantara",
    "Pantura",
    "Merdeka",
    "Cendana",
    "Mandala",
    "Samudra",
    "Khatulistiwa",
    "Bahari",
    "Rakyat",
    "Lintas",
    "Pelita",
    "Angkasa",
    "Priangan",
    "Andalas",
    "Borneo",
    "Lestari",
];
const CITIES: &[&str] =
    &["Jakarta", "Bandung", "Surabaya", "Medan", "Makassar", "Semarang", "Serang", "Kupang"];

/// The half's own part of a list of words: no word stands in both halves.
fn own<T: Copy>(words: &[T], half: Half) -> Vec<T> {
    let offset = usize::from(half == Half::HeldOut);
    words.iter().copied().skip(offset).step_by(2).collect()
}

/// Makes people, and notes of them.
struct Maker {
    dice: Dice,
    first: Vec<&'static str>,
    middle: Vec<&'static str>,
    last: Vec<&'static str>,
    half: Half,
    next: usize,
}

/// A person and how to reach them, as it really is.
#[derive(Clone)]
struct Person {
    words: Vec<String>,
    email: String,
    mobile: String,
    outlet: String,
    city: &'static str,
}

impl Person {
    fn name(&self) -> String {
        self.words.join(" ")
    }
}

impl Maker {
    fn new(half: Half) -> Self {
        let seed = if half == Half::Open { 20_261_122 } else { 977_431_058 };
        Self {
            dice: Dice(seed),
            first: own(FIRST, half),
            middle: own(MIDDLE, half),
            last: own(LAST, half),
            half,
            next: if half == Half::Open { 1 } else { 5_001 },
        }
    }

    fn outlet(&mut self) -> String {
        // Numbered places keep the outlets of two pairs apart.
        self.next += 1;
        format!("{} {} {}", self.dice.pick(TITLES), self.dice.pick(PLACES), self.next)
    }

    fn digits(&mut self) -> String {
        self.next += 1;
        format!("{:08}", 31_000_000 + self.next * 97 + self.dice.below(89))
    }

    /// A mobile number of the range that stands for nobody.
    fn mobile(&mut self) -> String {
        format!("0812{}", self.digits())
    }

    fn landline(&mut self) -> String {
        format!("(021) 555{}", &self.digits()[3..])
    }

    fn email_of(&mut self, words: &[String]) -> String {
        self.next += 1;
        let first = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
        let last = words.last().map(|word| word.to_lowercase()).unwrap_or_default();
        let host = self.dice.pick(&["mail.example.com", "surel.example.id", "example.net"]);
        let bare =
            |text: String| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
        match self.dice.below(3) {
            0 => format!("{}.{}{}@{host}", bare(first), bare(last), self.next),
            1 => format!("{}{}@{host}", bare(first), self.next),
            _ => format!(
                "{}{}_{}@{host}",
                bare(first).get(..1).unwrap_or("x"),
                bare(last),
                self.next
            ),
        }
    }

    fn person_of(&mut self, words: Vec<String>) -> Person {
        Person {
            email: self.email_of(&words),
            mobile: self.mobile(),
            outlet: self.outlet(),
            city: self.dice.pick(CITIES),
            words,
        }
    }

    fn words(&mut self, count: usize) -> Vec<String> {
        let mut words = vec![self.dice.pick(&self.first.clone()).to_owned()];
        if count >= 3 {
            words.push(self.dice.pick(&self.middle.clone()).to_owned());
        }
        while words.len() < count {
            let word = self.dice.pick(&self.last.clone()).to_owned();
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }

    fn person(&mut self) -> Person {
        let count = 2 + usize::from(self.dice.below(3) == 0);
        let words = self.words(count);
        self.person_of(words)
    }

    /// A full note of a person.
    fn full(&self, person: &Person) -> Written {
        Written {
            name: person.name(),
            emails: vec![person.email.clone()],
            phones: vec![person.mobile.clone()],
            outlet: person.outlet.clone(),
            city: person.city.to_owned(),
        }
    }

    /// A note that leaves out what its writer did not know.
    fn partly(&mut self, person: &Person, keep: &[&str]) -> Written {
        let full = self.full(person);
        let has = |what: &str| keep.contains(&what);
        Written {
            name: full.name,
            emails: if has("email") { full.emails } else { Vec::new() },
            phones: if has("phone") { full.phones } else { Vec::new() },
            outlet: if has("outlet") { full.outlet } else { String::new() },
            city: if has("city") { full.city } else { String::new() },
        }
    }

    /// The same number in another hand.
    fn other_hand(&mut self, number: &str) -> String {
        let rest = number.trim_start_matches('0');
        match self.dice.below(6) {
            0 => format!("+62 {rest}"),
            1 => format!("62{rest}"),
            2 => format!("+62 (0){}-{}-{}", &rest[..3], &rest[3..7], &rest[7..]),
            3 => format!("0{}.{}.{}", &rest[..3], &rest[3..7], &rest[7..]),
            4 => rest.to_owned(),
            _ => format!("WA 0{} {} {}", &rest[..3], &rest[3..6], &rest[6..]),
        }
    }

    /// One typing slip inside a word of at least four letters.
    fn slip(&mut self, words: &[String]) -> Vec<String> {
        let mut words = words.to_vec();
        let long: Vec<usize> = (0..words.len()).filter(|at| words[*at].len() >= 5).collect();
        let at = if long.is_empty() { words.len() - 1 } else { long[self.dice.below(long.len())] };
        let mut letters: Vec<char> = words[at].chars().collect();
        let place = 1 + self.dice.below(letters.len() - 2);
        match self.dice.below(4) {
            0 => letters.swap(place, place + 1),
            1 => {
                letters.remove(place);
            }
            2 => letters.insert(place, letters[place]),
            _ => letters[place] = *self.dice.pick(&[&'e', &'h', &'k', &'o', &'r', &'t', &'z']),
        }
        let slipped: String = letters.into_iter().collect();
        words[at] = if slipped == words[at] { format!("{slipped}h") } else { slipped };
        words
    }

    fn titled(&mut self, name: &str) -> String {
        match self.dice.below(3) {
            0 => format!("{} {name}", self.dice.pick(BEFORE)),
            1 => format!("{name}, {}", self.dice.pick(AFTER)),
            _ => format!("{} {name}, {}", self.dice.pick(BEFORE), self.dice.pick(AFTER)),
        }
    }
}

type Case = (&'static str, bool, fn(&mut Maker) -> (Written, Written));

fn with_name(mut written: Written, name: impl Into<String>) -> Written {
    written.name = name.into();
    written
}

/// One person, noted twice.
const DUPLICATES: &[Case] = &[
    ("titles, same outlet", true, |make| {
        let person = make.person();
        let a = make.partly(&person, &["email", "outlet"]);
        let b = make.partly(&person, &["phone", "outlet", "city"]);
        let name = make.titled(&b.name);
        (a, with_name(b, name))
    }),
    ("titles, same number otherwise written", true, |make| {
        let person = make.person();
        let a = make.full(&person);
        let mut b = make.partly(&person, &["phone", "city"]);
        b.name = make.titled(&b.name);
        b.phones = vec![make.other_hand(&person.mobile)];
        (a, b)
    }),
    ("typing slip, same number otherwise written", true, |make| {
        let person = make.person();
        let a = make.partly(&person, &["phone", "outlet"]);
        let mut b = make.partly(&person, &["phone", "email"]);
        b.name = make.slip(&person.words).join(" ");
        b.phones = vec![make.other_hand(&person.mobile)];
        (a, b)
    }),
    ("typing slip, same outlet, half the data each", true, |make| {
        let words = make.words(3);
        let person = make.person_of(words);
        let a = make.partly(&person, &["email", "outlet", "city"]);
        let b = make.partly(&person, &["outlet", "phone"]);
        let name = make.slip(&person.words).join(" ");
        (a, with_name(b, name))
    }),
    ("typing slip, same address in capitals", true, |make| {
        let person = make.person();
        let a = make.full(&person);
        let mut b = make.partly(&person, &["outlet"]);
        b.name = make.slip(&person.words).join(" ");
        b.emails = vec![person.email.to_uppercase()];
        (a, b)
    }),
    ("nickname, same number", true, |make| {
        let pairs = own(NICKNAMES, make.half);
        let (full, nick) = pairs[make.dice.below(pairs.len())];
        let last = make.words(2).remove(1);
        let person = make.person_of(vec![full.to_owned(), last.clone()]);
        let a = make.full(&person);
        let mut b = make.partly(&person, &["phone"]);
        b.phones = vec![make.other_hand(&person.mobile)];
        let name = if make.dice.below(2) == 0 { format!("{nick} {last}") } else { nick.to_owned() };
        (a, with_name(b, name))
    }),
    ("nickname, same address", true, |make| {
        let pairs = own(NICKNAMES, make.half);
        let (full, nick) = pairs[make.dice.below(pairs.len())];
        let last = make.words(2).remove(1);
        let person = make.person_of(vec![full.to_owned(), last.clone()]);
        let a = make.full(&person);
        let b = make.partly(&person, &["email", "outlet"]);
        (a, with_name(b, format!("Mbak {nick} {last}")))
    }),
    ("nickname, same outlet, one without numbers", true, |make| {
        let pairs = own(NICKNAMES, make.half);
        let (full, nick) = pairs[make.dice.below(pairs.len())];
        let last = make.words(2).remove(1);
        let person = make.person_of(vec![full.to_owned(), last.clone()]);
        let a = make.full(&person);
        let b = make.partly(&person, &["outlet", "city"]);
        (a, with_name(b, format!("{nick} {last}")))
    }),
    ("parts turned round, with comma", true, |make| {
        let words = make.words(2);
        let person = make.person_of(words);
        let a = make.partly(&person, &["email", "outlet"]);
        let b = make.partly(&person, &["phone", "outlet"]);
        let name = format!("{}, {}", person.words[1], person.words[0]);
        (a, with_name(b, name))
    }),
    ("parts turned round, in capitals", true, |make| {
        let words = make.words(3);
        let person = make.person_of(words);
        let a = make.full(&person);
        let b = make.partly(&person, &["outlet"]);
        let name =
            format!("{} {} {}", person.words[2], person.words[0], person.words[1]).to_uppercase();
        (a, with_name(b, name))
    }),
    ("one word, same number", true, |make| {
        let person = make.person();
        let a = make.full(&person);
        let mut b = make.partly(&person, &["phone"]);
        b.phones = vec![make.other_hand(&person.mobile)];
        let name = format!("Mas {}", person.words[0]);
        (a, with_name(b, name))
    }),
    ("one word, same personal address", true, |make| {
        let person = make.person();
        let a = make.full(&person);
        let b = make.partly(&person, &["email"]);
        (a, with_name(b, person.words[0].clone()))
    }),
    ("a word more, same number", true, |make| {
        let words = make.words(2);
        let person = make.person_of(words);
        let a = make.full(&person);
        let b = make.partly(&person, &["phone", "email"]);
        let more = make.words(2).remove(1);
        let name = format!("{} {more}", person.name());
        (a, with_name(b, name))
    }),
    ("a word more, same outlet", true, |make| {
        let words = make.words(2);
        let person = make.person_of(words);
        let a = make.partly(&person, &["outlet", "email"]);
        let b = make.partly(&person, &["outlet", "city"]);
        let more = make.words(2).remove(1);
        let name = format!("{} {more}", person.name());
        (a, with_name(b, name))
    }),
    ("short Muhammad, same outlet", true, |make| {
        let rest = make.words(2);
        let person = make.person_of(vec!["Muhammad".to_owned(), rest[0].clone(), rest[1].clone()]);
        let a = make.partly(&person, &["outlet", "email"]);
        let b = make.partly(&person, &["outlet", "phone"]);
        let name = format!("{} {} {}", make.dice.pick(MUHAMMADS), rest[0], rest[1]);
        (a, with_name(b, name))
    }),
    ("initials, same address", true, |make| {
        let words = make.words(3);
        let person = make.person_of(words);
        let a = make.full(&person);
        let b = make.partly(&person, &["email", "outlet"]);
        let name =
            format!("{}. {}. {}", &person.words[0][..1], &person.words[1][..1], person.words[2]);
        (a, with_name(b, name))
    }),
    ("initial of the last word, same outlet", true, |make| {
        let words = make.words(3);
        let person = make.person_of(words);
        let a = make.full(&person);
        let b = make.partly(&person, &["outlet"]);
        let name = format!("{} {} {}.", person.words[0], person.words[1], &person.words[2][..1]);
        (a, with_name(b, name))
    }),
    ("other outlet by now, same number", true, |make| {
        let person = make.person();
        let a = make.full(&person);
        let mut b = make.partly(&person, &["phone"]);
        b.phones = vec![make.other_hand(&person.mobile)];
        b.outlet = make.outlet();
        b.emails = vec![make.email_of(&person.words)];
        (a, b)
    }),
    ("other outlet by now, same personal address", true, |make| {
        let person = make.person();
        let a = make.full(&person);
        let mut b = make.partly(&person, &["email", "city"]);
        b.outlet = make.outlet();
        b.phones = vec![make.mobile()];
        (a, b)
    }),
    ("spelling of before 1972, same outlet", true, |make| {
        let pairs = own(SPELLINGS, make.half);
        let (old, new) = pairs[make.dice.below(pairs.len())];
        let first = make.words(2).remove(0);
        let person = make.person_of(vec![first.clone(), new.to_owned()]);
        let a = make.partly(&person, &["outlet", "email"]);
        let b = make.partly(&person, &["outlet", "phone"]);
        (a, with_name(b, format!("{first} {old}")))
    }),
    ("written together, same outlet", true, |make| {
        let pairs = own(JOINED, make.half);
        let (apart, joined) = pairs[make.dice.below(pairs.len())];
        let last = make.words(2).remove(1);
        let person = make.person_of(vec![apart.to_owned(), last.clone()]);
        let a = make.partly(&person, &["outlet", "phone"]);
        let b = make.partly(&person, &["outlet", "email"]);
        (a, with_name(b, format!("{joined} {last}")))
    }),
    ("Balinese article, same outlet", true, |make| {
        let pairs = own(BALINESE, make.half);
        let (long, short) = pairs[make.dice.below(pairs.len())];
        let last = make.words(2).remove(1);
        let person = make.person_of(vec![long.to_owned(), last.clone()]);
        let a = make.full(&person);
        let b = make.partly(&person, &["outlet"]);
        (a, with_name(b, format!("{short} {last}")))
    }),
    ("same name at the same outlet, new number and address", true, |make| {
        let words = make.words(3);
        let person = make.person_of(words);
        let a = make.full(&person);
        let mut b = make.partly(&person, &["outlet"]);
        b.emails = vec![make.email_of(&person.words)];
        b.phones = vec![make.mobile()];
        (a, b)
    }),
    ("outlet otherwise written, rare name", true, |make| {
        let words = make.words(4);
        let person = make.person_of(words);
        let a = make.full(&person);
        let mut b = make.partly(&person, &["city"]);
        b.outlet = format!("{}.com", person.outlet.replace(' ', "").to_lowercase());
        (a, b)
    }),
    ("rare name, one without anything else", true, |make| {
        let words = make.words(4);
        let person = make.person_of(words);
        let a = make.full(&person);
        let b = make.partly(&person, &["city"]);
        let name = make.titled(&b.name);
        (a, with_name(b, name))
    }),
    ("newsroom address, same name with titles", true, |make| {
        let person = make.person();
        let desk = format!("redaksi{}@media.example.id", make.next);
        let mut a = make.partly(&person, &["outlet", "phone"]);
        a.emails = vec![desk.clone()];
        let mut b = make.partly(&person, &["outlet"]);
        b.emails = vec![desk];
        let name = make.titled(&b.name);
        (a, with_name(b, name))
    }),
];

/// Two people who look like one.
const OTHERS: &[Case] = &[
    ("newsroom address, other name", false, |make| {
        let (one, mut other) = (make.person(), make.person());
        other.outlet.clone_from(&one.outlet);
        let desk = format!("redaksi{}@media.example.id", make.next);
        let mut a = make.partly(&one, &["outlet", "phone"]);
        let mut b = make.partly(&other, &["outlet", "phone"]);
        a.emails = vec![desk.clone()];
        b.emails = vec![desk];
        (a, b)
    }),
    ("newsroom address, same first name", false, |make| {
        let one = make.person();
        let last = make.words(3).remove(2);
        let mut other = make.person_of(vec![one.words[0].clone(), format!("{last}ya")]);
        other.outlet.clone_from(&one.outlet);
        let desk = format!("news{}@media.example.id", make.next);
        let mut a = make.partly(&one, &["outlet"]);
        let mut b = make.partly(&other, &["outlet", "phone"]);
        a.emails = vec![desk.clone()];
        b.emails = vec![desk];
        (a, b)
    }),
    ("newsroom number, other name", false, |make| {
        let (one, mut other) = (make.person(), make.person());
        other.outlet.clone_from(&one.outlet);
        let desk = make.landline();
        let mut a = make.partly(&one, &["outlet", "email"]);
        let mut b = make.partly(&other, &["outlet", "email"]);
        a.phones = vec![desk.clone()];
        b.phones = vec![desk.replace("(021)", "+62 21")];
        (a, b)
    }),
    ("secretary's mobile, other name", false, |make| {
        let (one, mut other) = (make.person(), make.person());
        other.mobile.clone_from(&one.mobile);
        let a = make.partly(&one, &["phone", "outlet"]);
        let mut b = make.partly(&other, &["phone"]);
        b.phones = vec![make.other_hand(&one.mobile)];
        (a, b)
    }),
    ("same name at another outlet", false, |make| {
        let words = make.words(2);
        let (one, other) = (make.person_of(words.clone()), make.person_of(words));
        (make.full(&one), make.full(&other))
    }),
    ("same name with titles at another outlet", false, |make| {
        let words = make.words(2);
        let (one, other) = (make.person_of(words.clone()), make.person_of(words));
        let a = make.full(&one);
        let b = make.partly(&other, &["phone", "outlet", "city"]);
        let name = make.titled(&b.name);
        (a, with_name(b, name))
    }),
    ("same one-word name at another outlet", false, |make| {
        let word = make.words(2).remove(0);
        let (one, other) = (make.person_of(vec![word.clone()]), make.person_of(vec![word]));
        (make.full(&one), make.partly(&other, &["outlet", "phone"]))
    }),
    ("one-word name beside a longer one, same outlet", false, |make| {
        let one = make.person();
        let mut other = make.person_of(vec![one.words[0].clone()]);
        other.outlet.clone_from(&one.outlet);
        (make.full(&one), make.full(&other))
    }),
    ("father and son at the family's paper", false, |make| {
        let father = make.person();
        let mut words = vec![make.words(2).remove(0)];
        words.extend(father.words.clone());
        let mut son = make.person_of(words);
        son.outlet.clone_from(&father.outlet);
        let a = make.full(&father);
        let b = make.full(&son);
        let name = format!("H. {}", a.name);
        (with_name(a, name), b)
    }),
    ("father and son, the number at home", false, |make| {
        let father = make.person();
        let last = father.words.last().cloned().unwrap();
        let first = make.words(2).remove(0);
        let first = if father.words[0] == first { format!("{first}no") } else { first };
        let son = make.person_of(vec![first, last]);
        let home = make.landline();
        let mut a = make.partly(&father, &["email", "outlet"]);
        let mut b = make.partly(&son, &["email", "outlet"]);
        a.phones = vec![home.clone()];
        b.phones = vec![home];
        (a, b)
    }),
    ("one letter apart, same outlet", false, |make| {
        let pairs = own(CONFUSABLE, make.half);
        let (first, second) = pairs[make.dice.below(pairs.len())];
        let last = make.words(2).remove(1);
        let one = make.person_of(vec![first.to_owned(), last.clone()]);
        let mut other = make.person_of(vec![second.to_owned(), last]);
        other.outlet.clone_from(&one.outlet);
        (make.full(&one), make.full(&other))
    }),
    ("one letter apart, same newsroom number", false, |make| {
        let pairs = own(CONFUSABLE, make.half);
        let (first, second) = pairs[make.dice.below(pairs.len())];
        let last = make.words(2).remove(1);
        let one = make.person_of(vec![first.to_owned(), last.clone()]);
        let mut other = make.person_of(vec![second.to_owned(), last]);
        other.outlet.clone_from(&one.outlet);
        let desk = make.landline();
        let mut a = make.partly(&one, &["email", "outlet"]);
        let mut b = make.partly(&other, &["email", "outlet"]);
        a.phones = vec![desk.clone()];
        b.phones = vec![desk];
        (a, b)
    }),
    ("same first name, same outlet", false, |make| {
        let one = make.person();
        let words = vec![one.words[0].clone(), format!("{}wati", make.words(2)[1])];
        let mut other = make.person_of(words);
        other.outlet.clone_from(&one.outlet);
        (make.full(&one), make.partly(&other, &["outlet", "phone"]))
    }),
    ("same family name, same outlet", false, |make| {
        let one = make.person();
        let last = one.words.last().cloned().unwrap();
        let first = make.words(2).remove(0);
        let first = if one.words[0] == first { format!("{first}ana") } else { first };
        let mut other = make.person_of(vec![first, last]);
        other.outlet.clone_from(&one.outlet);
        (make.full(&one), make.partly(&other, &["outlet", "email"]))
    }),
    ("Balinese birth order, same outlet", false, |make| {
        let last = make.words(2).remove(1);
        let one = make.person_of(vec!["I Wayan".to_owned(), last.clone()]);
        let mut other = make.person_of(vec!["I Made".to_owned(), last]);
        other.outlet.clone_from(&one.outlet);
        (make.full(&one), make.full(&other))
    }),
    ("Muhammad and another word, same outlet", false, |make| {
        let (x, y) = (make.words(2), make.words(2));
        let one = make.person_of(vec!["Muhammad".to_owned(), x[1].clone()]);
        let second = if x[1] == y[1] { format!("{}an", y[1]) } else { y[1].clone() };
        let mut other = make.person_of(vec!["M.".to_owned(), second]);
        other.outlet.clone_from(&one.outlet);
        (make.full(&one), make.full(&other))
    }),
    ("numbers of one series, same first name", false, |make| {
        let one = make.person();
        let words = vec![one.words[0].clone(), format!("{}ani", make.words(2)[1])];
        let mut other = make.person_of(words);
        other.outlet.clone_from(&one.outlet);
        let last = one.mobile.pop_last();
        other.mobile = format!("{}{}", &one.mobile[..one.mobile.len() - 1], (last + 1) % 10);
        (make.full(&one), make.full(&other))
    }),
    ("nickname of one, name of another, other outlet", false, |make| {
        let pairs = own(NICKNAMES, make.half);
        let (full, nick) = pairs[make.dice.below(pairs.len())];
        let last = make.words(2).remove(1);
        let one = make.person_of(vec![full.to_owned(), last.clone()]);
        let other = make.person_of(vec![nick.to_owned(), last]);
        (make.full(&one), make.full(&other))
    }),
    ("office and its head, same number", false, |make| {
        let head = make.person();
        let desk = make.landline();
        let city = make.dice.pick(CITIES);
        let mut a = make.partly(&head, &["email"]);
        a.phones = vec![desk.clone()];
        let b = Written {
            name: format!("Humas Polres {city}"),
            emails: vec![format!("humas{}@polres.example.id", make.next)],
            phones: vec![desk],
            ..Written::default()
        };
        (a, b)
    }),
];

trait PopLast {
    fn pop_last(&self) -> u32;
}

impl PopLast for String {
    fn pop_last(&self) -> u32 {
        self.chars().last().and_then(|letter| letter.to_digit(10)).unwrap_or(0)
    }
}

/// The pairs of a half.
pub fn pairs(half: Half) -> Vec<Pair> {
    let mut make = Maker::new(half);
    let mut pairs = Vec::new();
    for (case, same, pair) in DUPLICATES.iter().chain(OTHERS) {
        for _ in 0..EACH {
            let (a, b) = pair(&mut make);
            pairs.push(Pair { case, a, b, same: *same });
        }
    }
    pairs
}

#[test]
fn the_gold_set_is_large_fixed_and_its_halves_share_no_contact() {
    let written = |half| -> Vec<Written> {
        pairs(half).into_iter().flat_map(|pair| [pair.a, pair.b]).collect()
    };
    let open = pairs(Half::Open);
    let held_out = pairs(Half::HeldOut);
    for half in [&open, &held_out] {
        assert!(half.len() >= 150, "{}", half.len());
        let same = half.iter().filter(|pair| pair.same).count();
        assert!(same * 3 > half.len() && same * 3 < half.len() * 2, "{same} of {}", half.len());
        for pair in half.iter() {
            assert_ne!(pair.a, pair.b, "{}", pair.case);
            assert!(!pair.a.name.is_empty() && !pair.b.name.is_empty(), "{}", pair.case);
        }
    }
    assert_eq!(written(Half::Open), written(Half::Open));
    let people: BTreeSet<Written> = written(Half::Open).into_iter().collect();
    assert!(written(Half::HeldOut).iter().all(|one| !people.contains(one)));
    let outlets = |half: Vec<Written>| -> BTreeSet<String> {
        half.into_iter().map(|one| one.outlet).filter(|outlet| !outlet.is_empty()).collect()
    };
    assert!(outlets(written(Half::Open)).is_disjoint(&outlets(written(Half::HeldOut))));
}
