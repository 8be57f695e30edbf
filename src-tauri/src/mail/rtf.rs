//! The text of a message that Outlook keeps as rich text only: unpacked (MS-OXRTFCP) by the crate
//! `compressed-rtf`, then read for its words, or for the HTML that it was made from (MS-OXRTFEX).

use encoding_rs::Encoding;

/// What a rich text says.
#[derive(Debug, PartialEq, Eq)]
pub enum Words {
    /// It was written as such, or made from plain text.
    Text(String),
    /// It was made from HTML, which stands in it.
    Html(String),
}

/// Bytes of the head that says how much follows.
const HEAD: usize = 16;
/// What two packed bytes and their share of a control byte can become, at the most.
const MOST_GROWTH: usize = 9;
/// Groups within groups; what lies deeper is not looked at.
const DEEPEST: usize = 500;

/// The words of the stream in which Outlook keeps a rich text; none where it cannot be unpacked.
pub fn of_outlook(packed: &[u8]) -> Option<Words> {
    let said = packed.get(4..8)?.try_into().ok().map(u32::from_le_bytes)?;
    // The head is believed by whoever unpacks: a made-up length would ask for any amount of memory.
    let most = packed.len().checked_sub(HEAD)?.saturating_mul(MOST_GROWTH);
    if usize::try_from(said).ok()? > most {
        return None;
    }
    Some(words(&compressed_rtf::decompress_rtf(packed).ok()?))
}

#[derive(Clone)]
struct Group {
    /// Nothing in it is meant for a reader.
    silent: bool,
    /// It holds a piece of the HTML.
    tag: bool,
    /// What stands here is for readers of rich text alone.
    only_rich: bool,
    /// Characters that stand for a `\u` where it is not understood.
    instead: usize,
    /// The letters of a byte above 127.
    letters: &'static Encoding,
}

/// Destinations whose text is no part of what is written.
const SILENT: [&str; 17] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "footer",
    "headerl",
    "headerr",
    "footerl",
    "footerr",
    "listtable",
    "listoverridetable",
    "themedata",
    "datastore",
    "fldinst",
];

struct Reader<'r> {
    rest: &'r [u8],
    group: Group,
    outer: Vec<Group>,
    /// Fonts and the letters of each.
    fonts: Vec<(i32, &'static Encoding)>,
    font: i32,
    in_fonts: bool,
    is_html: bool,
    out: String,
    /// Bytes above 127 whose letters may take several of them.
    bytes: Vec<u8>,
    /// Characters still to be left out after a `\u`.
    skip: usize,
    /// The first half of a letter that `\u` writes in two.
    half: Option<u16>,
}

/// The words of a rich text.
pub fn words(rtf: &str) -> Words {
    let mut reader = Reader {
        rest: rtf.as_bytes(),
        group: Group {
            silent: false,
            tag: false,
            only_rich: false,
            instead: 1,
            letters: encoding_rs::WINDOWS_1252,
        },
        outer: Vec::new(),
        fonts: Vec::new(),
        font: -1,
        in_fonts: false,
        is_html: rtf.get(..400).unwrap_or(rtf).contains("\\fromhtml"),
        out: String::new(),
        bytes: Vec::new(),
        skip: 0,
        half: None,
    };
    reader.read();
    if reader.is_html { Words::Html(reader.out) } else { Words::Text(reader.out) }
}

impl Reader<'_> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn read(&mut self) {
        while let Some(byte) = self.next() {
            match byte {
                b'{' => {
                    self.settle();
                    self.skip = 0;
                    if self.outer.len() < DEEPEST {
                        self.outer.push(self.group.clone());
                    }
                }
                b'}' => {
                    self.settle();
                    self.skip = 0;
                    if let Some(group) = self.outer.pop() {
                        self.group = group;
                    }
                    if self.outer.len() < 2 {
                        self.in_fonts = false;
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                plain => self.byte(plain),
            }
        }
        self.settle();
    }

    fn control(&mut self) {
        let Some(first) = self.next() else { return };
        if first.is_ascii_alphabetic() {
            let mut word = String::from(char::from(first));
            while let Some(letter) = self.rest.first().filter(|b| b.is_ascii_alphabetic()) {
                word.push(char::from(*letter));
                self.next();
            }
            let mut number = String::new();
            if self.rest.first() == Some(&b'-') {
                number.push('-');
                self.next();
            }
            while let Some(digit) = self.rest.first().filter(|b| b.is_ascii_digit()) {
                number.push(char::from(*digit));
                self.next();
            }
            if self.rest.first() == Some(&b' ') {
                self.next();
            }
            self.word(&word, number.parse().ok());
            return;
        }
        match first {
            b'\'' => {
                let code = [self.next(), self.next()].into_iter().try_fold(0_u8, |code, digit| {
                    let digit = char::from(digit?).to_digit(16)?;
                    code.checked_mul(16)?.checked_add(u8::try_from(digit).ok()?)
                });
                if let Some(code) = code {
                    self.byte(code);
                }
            }
            b'*' => {
                // A destination that who does not know it leaves out; of these only one is of use.
                let known = self.rest.starts_with(b"\\htmltag");
                self.group.silent |= !known;
            }
            b'~' => self.letter('\u{a0}'),
            b'_' => self.letter('\u{2011}'),
            b'-' => {}
            b'\r' | b'\n' => self.word("par", None),
            other => self.byte(other),
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        match word {
            "u" => {
                let unit = number.and_then(|code| u16::try_from(code.rem_euclid(65_536)).ok());
                self.unit(unit.unwrap_or(0xfffd));
                self.skip = self.group.instead;
            }
            "uc" => self.group.instead = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
            "bin" => {
                let length = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
                self.rest = self.rest.get(length..).unwrap_or_default();
            }
            "htmltag" => self.group.tag = true,
            "htmlrtf" => {
                self.settle();
                self.group.only_rich = number != Some(0);
            }
            "ansicpg" => {
                if let Some(letters) = number.and_then(code_page) {
                    self.group.letters = letters;
                }
            }
            "fonttbl" => {
                self.group.silent = true;
                self.in_fonts = true;
            }
            "f" | "fcharset" if self.in_fonts => match (word, number) {
                ("f", Some(font)) => self.font = font,
                (_, Some(set)) => self.fonts.extend(char_set(set).map(|set| (self.font, set))),
                _ => {}
            },
            "f" => {
                self.settle();
                let known = self.fonts.iter().find(|(font, _)| Some(*font) == number);
                if let Some((_, letters)) = known {
                    self.group.letters = letters;
                }
            }
            silent if SILENT.contains(&silent) => self.group.silent = true,
            "par" | "line" | "row" | "sect" | "page" => {
                self.letters(if self.is_html { "\r\n" } else { "\n" });
            }
            "tab" | "cell" => self.letter('\t'),
            "lquote" => self.letter('‘'),
            "rquote" => self.letter('’'),
            "ldblquote" => self.letter('“'),
            "rdblquote" => self.letter('”'),
            "bullet" => self.letter('•'),
            "endash" => self.letter('–'),
            "emdash" => self.letter('—'),
            _ => {}
        }
    }

    fn is_heard(&self) -> bool {
        !self.group.silent && !self.group.only_rich
    }

    /// A byte of text: a letter, or a part of one.
    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.is_heard() {
            self.half = None;
            self.bytes.push(byte);
        }
    }

    fn letter(&mut self, letter: char) {
        self.letters(letter.encode_utf8(&mut [0; 4]));
    }

    fn letters(&mut self, letters: &str) {
        self.settle();
        // Within a piece of HTML its own line ends count; what rich text says of lines does not.
        if self.is_heard() {
            self.out.push_str(letters);
        }
    }

    fn unit(&mut self, unit: u16) {
        self.settle();
        if !self.is_heard() {
            return;
        }
        let half = self.half.take();
        if (0xd800..0xdc00).contains(&unit) {
            self.half = Some(unit);
            return;
        }
        let units: Vec<u16> = half.into_iter().chain([unit]).collect();
        self.out.push_str(&String::from_utf16_lossy(&units));
    }

    /// Turns the bytes that have come into letters.
    fn settle(&mut self) {
        if !self.bytes.is_empty() {
            let (text, _) = self.group.letters.decode_without_bom_handling(&self.bytes);
            self.out.push_str(&text);
            self.bytes.clear();
        }
    }
}

/// The letters of a Windows code page.
fn code_page(number: i32) -> Option<&'static Encoding> {
    Encoding::for_label(
        match number {
            932 => "shift_jis".to_owned(),
            936 => "gbk".to_owned(),
            949 => "euc-kr".to_owned(),
            950 => "big5".to_owned(),
            65_001 => "utf-8".to_owned(),
            10_000 => "macintosh".to_owned(),
            other => format!("windows-{other}"),
        }
        .as_bytes(),
    )
}

/// The letters of a font's character set.
fn char_set(number: i32) -> Option<&'static Encoding> {
    code_page(match number {
        0 => 1252,
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_specification_is_unpacked() {
        // MS-OXRTFCP 3.1.1, "Compressing/Decompressing an Example RTF".
        let packed = "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0";
        let packed = hex::decode(packed).unwrap();
        assert_eq!(of_outlook(&packed), Some(Words::Text("hello world".to_owned())));
        for end in 0..packed.len() {
            assert_eq!(of_outlook(&packed[..end]), None);
        }
        let mut greedy = packed;
        greedy[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(of_outlook(&greedy), None);
    }

    #[test]
    fn words_stand_without_fonts_colours_and_fields() {
        let rtf = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fswiss\fcharset204 Arial;}}
{\colortbl ;\red0\green0\blue255;}{\*\generator Riched20 10.0;}\uc1
\pard\f0\fs22 Yth. Bapak\line caf\'e9 \u8220?kutip\u8221? {\b tebal}\par
\f1\'cf\'f0\'e8\f0  \u-10179?\u-8704?\par {\field{\*\fldinst HYPERLINK https://example.com}{\fldrslt tautan}}\tab 5 \{kurung\}\~m\'b2\par}";
        assert_eq!(
            words(rtf),
            Words::Text(
                "Yth. Bapak\ncafé “kutip” tebal\nПри 😀\ntautan\t5 {kurung}\u{a0}m²\n".to_owned()
            )
        );
    }

    #[test]
    fn the_html_that_it_was_made_from_comes_back() {
        let rtf = r"{\rtf1\ansi\ansicpg1252\fromhtml1 \fbidis \deff0{\fonttbl{\f0\fswiss Arial;}}
{\*\htmltag19 <html>}{\*\htmltag50 <body>}\htmlrtf \lang1033 \htmlrtf0
{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Berapa rumah terendam?\htmlrtf\par}\htmlrtf0
{\*\htmltag84 <a href=\'22https://example.com/\'22>}\htmlrtf {\field\htmlrtf0 lihat\htmlrtf }\htmlrtf0 {\*\htmltag92 </a>}{\*\htmltag84     &nbsp;}\htmlrtf \'a0\htmlrtf0 {\*\htmltag241 \par }{\*\htmltag72 </p>}{\*\htmltag58 </body>}{\*\htmltag27 </html>}}";
        let Words::Html(html) = words(rtf) else { panic!("no HTML") };
        assert_eq!(
            html,
            "<html><body><p>Berapa rumah terendam?<a href=\"https://example.com/\">lihat</a>    &nbsp;\r\n</p></body></html>"
        );
    }

    #[test]
    fn what_is_cut_off_or_nested_without_end_gives_what_it_can() {
        for rtf in [r"{\rtf1 a\'4", r"{\rtf1 a\u", r"{\rtf1 a\", r"{\rtf1 a\bin999 b"] {
            assert!(matches!(words(rtf), Words::Text(text) if text.starts_with('a')), "{rtf}");
        }
        let deep = "{".repeat(100_000);
        assert_eq!(words(&deep), Words::Text(String::new()));
        assert_eq!(words(&format!("{deep}x")), Words::Text("x".to_owned()));
    }
}
