//! Lines that nobody typed: who came and went, what the app says in the place of a photo or of a
//! message that was taken back. Indonesian and English, as WhatsApp writes them.

/// What happened in the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Came by a link.
    Joined,
    /// Was let in by somebody.
    Added,
    /// Went.
    Left,
    /// Was taken out.
    Removed,
    /// May run the group.
    Admin,
    /// Made the group.
    Created,
    /// Anything else: a new name, a new picture.
    Other,
}

/// Where the people stand that a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    After,
    /// Before, and nothing follows the phrase.
    Whole,
}

const RULES: &[(&str, NoticeKind, Place)] = &[
    (" joined using ", NoticeKind::Joined, Place::Before),
    (" joined from ", NoticeKind::Joined, Place::Before),
    (" joined via ", NoticeKind::Joined, Place::Before),
    (" joined", NoticeKind::Joined, Place::Whole),
    (" bergabung menggunakan ", NoticeKind::Joined, Place::Before),
    (" bergabung dengan ", NoticeKind::Joined, Place::Before),
    (" bergabung melalui ", NoticeKind::Joined, Place::Before),
    (" bergabung dari ", NoticeKind::Joined, Place::Before),
    (" bergabung", NoticeKind::Joined, Place::Whole),
    (" was added", NoticeKind::Added, Place::Whole),
    (" were added", NoticeKind::Added, Place::Whole),
    (" telah ditambahkan", NoticeKind::Added, Place::Whole),
    (" ditambahkan", NoticeKind::Added, Place::Whole),
    (" was removed", NoticeKind::Removed, Place::Whole),
    (" telah dikeluarkan", NoticeKind::Removed, Place::Whole),
    (" dikeluarkan", NoticeKind::Removed, Place::Whole),
    (" left the group", NoticeKind::Left, Place::Whole),
    (" left", NoticeKind::Left, Place::Whole),
    (" telah keluar", NoticeKind::Left, Place::Whole),
    (" keluar dari grup", NoticeKind::Left, Place::Whole),
    (" keluar", NoticeKind::Left, Place::Whole),
    (" is now an admin", NoticeKind::Admin, Place::Whole),
    (" sekarang adalah admin", NoticeKind::Admin, Place::Whole),
    (" sekarang menjadi admin", NoticeKind::Admin, Place::Whole),
    (" kini menjadi admin", NoticeKind::Admin, Place::Whole),
    (" menjadi admin", NoticeKind::Admin, Place::Whole),
    (" created group ", NoticeKind::Created, Place::Before),
    (" membuat grup ", NoticeKind::Created, Place::Before),
    (" added ", NoticeKind::Added, Place::After),
    (" menambahkan ", NoticeKind::Added, Place::After),
    (" removed ", NoticeKind::Removed, Place::After),
    (" mengeluarkan ", NoticeKind::Removed, Place::After),
];

/// Within a notice, which names nobody as its sender.
const SIGNS: &[&str] = &[
    " changed the ",
    " changed their ",
    " changed this ",
    " changed to ",
    " created group ",
    " created this ",
    " membuat grup ",
    " mengubah ",
    " mengganti ",
    " menghapus ikon ",
    " deleted this group",
    " turned on ",
    " turned off ",
    " mengaktifkan ",
    " menonaktifkan ",
    " pinned a message",
    " menyematkan pesan",
    "end-to-end",
    "security code",
    "kode keamanan",
];

/// The one whose phone wrote the file.
const ONESELF: &[&str] = &["you", "anda", "kamu"];

/// Whether a text is a notice although a colon stands in it.
pub fn has_sign(text: &str) -> bool {
    SIGNS.iter().any(|sign| text.contains(sign))
}

/// What a notice says, and of whom.
pub fn read(text: &str) -> (NoticeKind, Vec<String>) {
    let text = text.trim().trim_end_matches('.');
    if has_sign(text) && !text.contains(" created group ") && !text.contains(" membuat grup ") {
        return (NoticeKind::Other, Vec::new());
    }
    for (phrase, kind, place) in RULES {
        let Some((before, after)) = text.split_once(phrase) else { continue };
        let people = match place {
            Place::Whole if !after.trim().is_empty() => continue,
            Place::Whole | Place::Before => before,
            Place::After => after,
        };
        return (*kind, names(people));
    }
    (NoticeKind::Other, Vec::new())
}

/// The people of a list: "A, B, dan C", without oneself.
fn names(people: &str) -> Vec<String> {
    people
        .split([',', ';'])
        .flat_map(|part| part.split(" dan "))
        .flat_map(|part| part.split(" and "))
        .map(|name| name.trim().trim_start_matches("dan ").trim_start_matches("and "))
        .map(|name| name.trim_start_matches('~').trim())
        .filter(|name| !name.is_empty() && !ONESELF.contains(&name.to_lowercase().as_str()))
        .map(|name| name.chars().take(super::MOST_NAME).collect())
        .take(64)
        .collect()
}

/// In the place of a picture or another file that was left out of the export, or beside one that
/// lies next to it.
const MEDIA: &[&str] = &[
    "<media omitted>",
    "<media tidak disertakan>",
    "<media dihilangkan>",
    "image omitted",
    "video omitted",
    "audio omitted",
    "sticker omitted",
    "gif omitted",
    "document omitted",
    "contact card omitted",
    "gambar tidak disertakan",
    "foto tidak disertakan",
    "video tidak disertakan",
    "audio tidak disertakan",
    "stiker tidak disertakan",
    "gif tidak disertakan",
    "dokumen tidak disertakan",
    "kartu kontak tidak disertakan",
    "null",
];
const ATTACHED: &[&str] = &["(file attached)", "(file terlampir)", "<attached:", "<terlampir:"];
const DELETED: &[&str] = &[
    "this message was deleted",
    "you deleted this message",
    "this message was deleted by admin",
    "pesan ini dihapus",
    "pesan ini telah dihapus",
    "anda menghapus pesan ini",
    "anda telah menghapus pesan ini",
    "pesan ini dihapus oleh admin",
];
const EDITED: &[&str] = &[
    "<this message was edited>",
    "<pesan ini diedit>",
    "<pesan ini telah diedit>",
    "<pesan ini sudah diedit>",
];
const POLLS: &[&str] = &["poll:", "polling:", "jajak pendapat:"];

/// What a person typed, without what the app wrote in its place or beside it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The words; empty where there were none.
    pub text: String,
    /// A picture or another file belongs to it.
    pub has_media: bool,
    /// It was taken back.
    pub is_deleted: bool,
    /// It was changed afterwards.
    pub is_edited: bool,
}

/// Takes what the app wrote off a message.
pub fn typed(raw: &str) -> Typed {
    let mut typed = Typed::default();
    let mut kept: Vec<&str> = Vec::new();
    for line in raw.lines() {
        let mut line = line.trim_end();
        let lower = line.to_lowercase();
        for mark in EDITED {
            // Lower case may be longer or shorter than what was written.
            if lower.ends_with(mark)
                && let Some(words) = line.get(..line.len().saturating_sub(mark.len()))
            {
                typed.is_edited = true;
                line = words.trim_end();
            }
        }
        let lower = line.trim().trim_end_matches('.').to_lowercase();
        let is_attached = kept.is_empty() && ATTACHED.iter().any(|mark| lower.contains(mark));
        if is_attached || MEDIA.contains(&lower.as_str()) {
            typed.has_media = true;
        } else if DELETED.contains(&lower.as_str()) {
            typed.is_deleted = true;
        } else {
            kept.push(line);
        }
    }
    let text = kept.join("\n");
    let text = text.trim();
    let lower = text.to_lowercase();
    if POLLS.iter().any(|poll| lower.starts_with(poll)) {
        typed.has_media = true;
    } else {
        text.clone_into(&mut typed.text);
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comings_and_goings_in_both_languages() {
        for (text, kind, who) in [
            ("Siti Rahma joined using this group's invite link", NoticeKind::Joined, "Siti Rahma"),
            (
                "+62 812-0000-1111 bergabung menggunakan tautan undangan grup ini",
                NoticeKind::Joined,
                "+62 812-0000-1111",
            ),
            ("Budi keluar", NoticeKind::Left, "Budi"),
            ("Budi left", NoticeKind::Left, "Budi"),
            ("Anda menambahkan Siti, Budi, dan ~ Wayan", NoticeKind::Added, "Siti|Budi|Wayan"),
            ("Rina added Siti and Budi", NoticeKind::Added, "Siti|Budi"),
            ("Rina mengeluarkan +62 000 1111 2222", NoticeKind::Removed, "+62 000 1111 2222"),
            ("Rina menambahkan Anda", NoticeKind::Added, ""),
            ("Siti sekarang menjadi admin", NoticeKind::Admin, "Siti"),
            ("Rina membuat grup \"Pers Kota\"", NoticeKind::Created, "Rina"),
            ("Rina mengubah subjek dari \"A\" menjadi \"B keluar\"", NoticeKind::Other, ""),
            ("Messages and calls are end-to-end encrypted.", NoticeKind::Other, ""),
        ] {
            let (found, names) = read(text);
            assert_eq!((found, names.join("|").as_str()), (kind, who), "{text}");
        }
    }

    #[test]
    fn what_the_app_wrote_is_no_text() {
        let plain = |raw: &str| typed(raw).text;
        assert_eq!(plain("Siap, terima kasih"), "Siap, terima kasih");
        assert_eq!(plain("<Media tidak disertakan>"), "");
        assert_eq!(plain("IMG-20261122-WA0001.jpg (file terlampir)\nUntuk rilis"), "Untuk rilis");
        assert!(typed("Pesan ini telah dihapus.").is_deleted);
        let edited = typed("Jadi pukul 10.00 <Pesan ini diedit>");
        assert_eq!((edited.text.as_str(), edited.is_edited), ("Jadi pukul 10.00", true));
        assert_eq!(plain("POLL:\nSiapa hadir?\nOPTION: Ya (3 votes)"), "");
    }
}
