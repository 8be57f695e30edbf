//! Made-up people in any number, always the same ones.

use std::fmt::Write;

const FIRST: &[&str] = &[
    "Siti", "Budi", "Dewi", "Agus", "Rina", "Hendra", "Putri", "Joko", "Maya", "Andi", "Nur",
    "Rizky", "Lestari", "Bayu", "Indah", "Fajar", "Ratna", "Dimas", "Wulan", "Eko", "Yuni", "Arif",
    "Sari", "Teguh", "Kartika", "Iwan", "Fitri", "Galih", "Melati", "Surya",
];
const MIDDLE: &[&str] = &[
    "", "Ayu", "Muhammad", "Dwi", "Tri", "Nurul", "Adi", "Eka", "Cahya", "Bagus", "Intan", "Puspa",
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
];
const TITLES: &[&str] = &[
    "Harian", "Kabar", "Suara", "Warta", "Radio", "Portal", "Tabloid", "Berita", "Jurnal", "Kanal",
];
const PLACES: &[&str] = &[
    "Nusantara",
    "Pantura",
    "Merdeka",
    "Cendana",
    "Mandala",
    "Samudra",
    "Katulistiwa",
    "Bahari",
    "Rakyat",
    "Lintas",
    "Pelita",
    "Angkasa",
];
const CITIES: &[&str] = &[
    "Jakarta", "Bandung", "Surabaya", "Medan", "Makassar", "Semarang", "Denpasar", "Padang",
    "Manado", "Kupang",
];
const BEATS: &[&str] = &[
    "Ekonomi",
    "Politik",
    "Kesehatan",
    "Pendidikan",
    "Lingkungan",
    "Olahraga",
    "Hukum",
    "Budaya",
    "Teknologi",
    "Pariwisata",
];
const POSITIONS: &[&str] =
    &["Reporter", "Redaktur", "Pemimpin Redaksi", "Koresponden", "Fotografer", "Produser"];
const TYPES: &[&str] = &["Online", "Cetak", "TV", "Radio", "Majalah"];

/// Without a pattern that would make neighbours in the file neighbours in an index.
fn mixed(number: usize) -> usize {
    let mut mixed = (number as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)) as usize
}

fn pick<'a>(words: &[&'a str], number: usize) -> &'a str {
    words[number % words.len()]
}

pub fn name(number: usize) -> String {
    let dice = mixed(number);
    let parts = [
        pick(FIRST, dice),
        pick(MIDDLE, dice / 31),
        pick(LAST, dice / 997),
        pick(LAST, dice / 31_013),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

pub fn outlet(number: usize) -> String {
    let which = mixed(number) / 7 % 3_000;
    format!("{} {} {}", pick(TITLES, which), pick(PLACES, which / 10), which / 120 + 1)
}

/// A mobile number of the range that stands for nobody: as the office writes it.
pub fn phone(number: usize) -> String {
    format!("0812-000-{:06}", number % 1_000_000)
}

pub fn email(number: usize) -> String {
    if number % 40 == 7 {
        return format!("redaksi{}@media.example.id", mixed(number) % 500);
    }
    format!(
        "{}.{number}@media{}.example.com",
        pick(FIRST, mixed(number)).to_lowercase(),
        mixed(number) % 3_000
    )
}

/// A list of contacts as an office keeps it: 14 columns.
pub fn csv(count: usize) -> String {
    let mut text = "Nama,Email,No HP,WhatsApp,Media,Jenis Media,Skala,Jabatan,Kota,Desk,Tag,Bahasa,Perusahaan Pers,Catatan\n".to_owned();
    for number in 0..count {
        let dice = mixed(number);
        let whatsapp = if number % 3 == 0 {
            format!("+62 813-000-{:06}", number % 1_000_000)
        } else {
            String::new()
        };
        let outlet = outlet(number);
        let _ = writeln!(
            text,
            "{},{},{},{whatsapp},{outlet},{},{},{},{},\"{}, {}\",{},{},PT {outlet},\"Bertemu di jumpa pers ke-{}, meminta foto dan data\"",
            name(number),
            email(number),
            phone(number),
            pick(TYPES, dice / 3),
            pick(&["Nasional", "Regional", "Lokal"], dice / 5),
            pick(POSITIONS, dice / 11),
            pick(CITIES, dice / 13),
            pick(BEATS, dice / 17),
            pick(BEATS, dice / 19 + 1),
            pick(&["VIP", "Undangan", "Buletin"], dice / 23),
            pick(&["Indonesia", "English"], dice / 29 % 9 / 8),
            dice % 400,
        );
    }
    text
}

/// People who can all be written to, for sending.
pub fn readers_csv(count: usize) -> String {
    let mut text = "Nama,Email,Media,Jenis Kelamin\n".to_owned();
    for number in 0..count {
        let _ = writeln!(
            text,
            "{},reader{number}@media{}.example.com,{},{}",
            name(number),
            mixed(number) % 900,
            outlet(number),
            pick(&["L", "P"], number)
        );
    }
    text
}
