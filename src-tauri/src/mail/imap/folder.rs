//! The folders of a mailbox: what each is for, and how its name is read.

/// A folder of the mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its name as the server writes it (modified UTF-7 for letters beyond ASCII); give it back
    /// as it is.
    pub name: String,
    /// Special use (RFC 6154): `\Sent`, `\Junk` …, without the backslash and in small letters.
    pub special_use: Option<&'static str>,
    /// Whether it can be opened.
    pub selectable: bool,
}

const SENT_NAMES: [&str; 13] = [
    "sent",
    "sent items",
    "sent messages",
    "sent mail",
    "sent-mail",
    "terkirim",
    "item terkirim",
    "pesan terkirim",
    "surat terkirim",
    "kotak terkirim",
    "gesendet",
    "enviados",
    "verzonden items",
];
const JUNK_NAMES: [&str; 7] =
    ["junk", "spam", "junk email", "junk e-mail", "bulk mail", "email sampah", "surel sampah"];

impl Folder {
    /// Its name as people read it.
    pub fn shown(&self) -> String {
        shown_name(&self.name)
    }

    fn is_called(&self, names: &[&str]) -> bool {
        let lower = self.shown().to_lowercase();
        names.contains(&lower.rsplit(['/', '.']).next().unwrap_or(&lower))
    }
}

/// The folder of sent mail: by its special use, else by the names that servers commonly give it.
pub fn sent_folder(folders: &[Folder]) -> Option<&Folder> {
    for_use(folders, "sent", &SENT_NAMES)
}

/// The folder of unwanted mail, found in the same way.
pub fn junk_folder(folders: &[Folder]) -> Option<&Folder> {
    for_use(folders, "junk", &JUNK_NAMES)
}

fn for_use<'f>(folders: &'f [Folder], special_use: &str, names: &[&str]) -> Option<&'f Folder> {
    let selectable = || folders.iter().filter(|folder| folder.selectable);
    selectable()
        .find(|folder| folder.special_use == Some(special_use))
        .or_else(|| selectable().find(|folder| folder.is_called(names)))
}

/// A folder's name out of modified UTF-7 (RFC 3501, 5.1.3); one that is not well formed stays as
/// it is.
pub fn shown_name(wire: &str) -> String {
    let mut shown = String::with_capacity(wire.len());
    let mut rest = wire;
    while let Some((before, after)) = rest.split_once('&') {
        shown.push_str(before);
        let Some((coded, behind)) = after.split_once('-') else { return wire.to_owned() };
        match coded {
            "" => shown.push('&'),
            coded => match utf16_letters(coded) {
                Some(letters) => shown.push_str(&letters),
                None => return wire.to_owned(),
            },
        }
        rest = behind;
    }
    shown.push_str(rest);
    shown
}

/// UTF-16 in the base64 of RFC 3501: `,` for `/`, without padding.
fn utf16_letters(coded: &str) -> Option<String> {
    let (mut bits, mut count) = (0u32, 0u32);
    let mut units: Vec<u16> = Vec::new();
    for letter in coded.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b',' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 16 {
            count -= 16;
            units.push(u16::try_from((bits >> count) & 0xffff).ok()?);
            bits &= (1 << count) - 1;
        }
    }
    String::from_utf16(&units).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_out_of_modified_utf_7() {
        for (wire, shown) in [
            ("INBOX", "INBOX"),
            ("Surat &- Rilis", "Surat & Rilis"),
            ("&U,BTFw-", "台北"),
            ("Gel&APY-scht", "Gelöscht"),
            ("[Gmail]/Surat Terkirim", "[Gmail]/Surat Terkirim"),
            ("half &APY", "half &APY"),
            ("wrong &!!-", "wrong &!!-"),
        ] {
            assert_eq!(shown_name(wire), shown);
        }
    }

    #[test]
    fn sent_and_unwanted_mail_is_found_by_use_before_name() {
        let folder = |name: &str, special_use| Folder {
            name: name.to_owned(),
            special_use,
            selectable: true,
        };
        let named = [folder("INBOX", None), folder("INBOX.Sent Items", None), folder("Spam", None)];
        assert_eq!(sent_folder(&named).unwrap().name, "INBOX.Sent Items");
        assert_eq!(junk_folder(&named).unwrap().name, "Spam");
        let used = [folder("Sent", None), folder("Surat Keluar", Some("sent"))];
        assert_eq!(sent_folder(&used).unwrap().name, "Surat Keluar");
        assert_eq!(junk_folder(&used), None);
        let closed = [Folder { selectable: false, ..folder("Sent", None) }];
        assert_eq!(sent_folder(&closed), None);
    }
}
