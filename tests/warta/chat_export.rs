//! Chats exported from WhatsApp by many phones: layouts, languages, orders of the date, notices.

use std::io::Write;

use chrono::NaiveDate;
use proptest::prelude::*;
use warta::format::chat_export::{
    self, ChatFile, DateOrder, Entry, Layout, Message, NoticeKind, group_name,
};

fn latest() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn read(text: &str) -> (Layout, Vec<Entry>, u64) {
    let layout = chat_export::survey(text.as_bytes(), latest()).unwrap().expect("a chat");
    let mut entries = Vec::new();
    let stray = chat_export::read(text.as_bytes(), &layout, |entry| {
        entries.push(entry);
        Ok(())
    })
    .unwrap();
    (layout, entries, stray)
}

fn messages(text: &str) -> Vec<Message> {
    let (_, entries, _) = read(text);
    entries
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            Entry::Notice(_) => None,
        })
        .collect()
}

fn said(text: &str) -> Vec<(String, String, String)> {
    messages(text)
        .into_iter()
        .map(|message| {
            (message.at.format("%d.%m. %H:%M").to_string(), message.sender, message.text)
        })
        .collect()
}

fn notices(text: &str) -> Vec<(NoticeKind, String)> {
    let (_, entries, _) = read(text);
    entries
        .into_iter()
        .filter_map(|entry| match entry {
            Entry::Notice(notice) => Some((notice.kind, notice.who.join("|"))),
            Entry::Message(_) => None,
        })
        .collect()
}

fn triple(at: &str, sender: &str, text: &str) -> (String, String, String) {
    (at.to_owned(), sender.to_owned(), text.to_owned())
}

/// An Indonesian Android phone.
const ANDROID: &str = "\u{feff}13/11/26 10.05 - Pesan dan panggilan terenkripsi secara end-to-end. Tidak seorang pun di luar chat ini yang dapat membaca.\r
13/11/26 10.05 - Rina Contoh membuat grup \"Pers Kota\"\r
13/11/26 10.06 - Rina Contoh menambahkan Siti Rahma dan +62 000 1111 2222\r
13/11/26 10.07 - Siti Rahma: Selamat pagi\r
Izin bertanya: kapan jumpa pers?\r
\r
Terima kasih\r
13/11/26 10.08 - +62 000 1111 2222: <Media tidak disertakan>\r
13/11/26 10.09 - +62 000 1111 2222: Pesan ini telah dihapus\r
13/11/26 10.10 - Budi: Jadi pukul 14.00 ya <Pesan ini diedit>\r
13/11/26 10.11 - Rina Contoh mengubah subjek dari \"Pers: Kota\" menjadi \"Pers Kota Contoh\"\r
13/11/26 10.12 - Budi keluar\r
14/11/26 07.00 - +62 000 3333 4444 bergabung menggunakan tautan undangan grup ini\r
";

#[test]
fn an_indonesian_android() {
    assert_eq!(
        said(ANDROID),
        [
            triple(
                "13.11. 10:07",
                "Siti Rahma",
                "Selamat pagi\nIzin bertanya: kapan jumpa pers?\n\nTerima kasih"
            ),
            triple("13.11. 10:08", "+62 000 1111 2222", ""),
            triple("13.11. 10:09", "+62 000 1111 2222", ""),
            triple("13.11. 10:10", "Budi", "Jadi pukul 14.00 ya"),
        ]
    );
    let all = messages(ANDROID);
    assert!(all[1].has_media && all[2].is_deleted && all[3].is_edited);
    use NoticeKind::{Added, Created, Joined, Left, Other};
    assert_eq!(
        notices(ANDROID),
        [
            (Other, ""),
            (Created, "Rina Contoh"),
            (Added, "Siti Rahma|+62 000 1111 2222"),
            (Other, ""),
            (Left, "Budi"),
            (Joined, "+62 000 3333 4444"),
        ]
        .map(|(kind, who)| (kind, who.to_owned()))
    );
}

#[test]
fn an_english_iphone_marks_its_own_words() {
    let text = "[11/13/26, 9:05:12\u{202f}AM] Pers Kota: \u{200e}Messages and calls are end-to-end encrypted.
[11/13/26, 9:05:30\u{202f}AM] Rina: \u{200e}Rina added you
[11/13/26, 9:06:00\u{202f}AM] ~\u{a0}Wayan: Who is the speaker?
\u{200e}[11/13/26, 9:07:00\u{202f}PM] \u{202a}+62 000 1111 2222\u{202c}: \u{200e}image omitted
[11/14/26, 12:01:00\u{202f}AM] Siti: See you \u{200e}<This message was edited>
";
    let (layout, ..) = read(text);
    assert_eq!(
        (layout.order, layout.is_sure, layout.bracketed),
        (DateOrder::MonthFirst, true, true)
    );
    assert_eq!(
        said(text),
        [
            triple("13.11. 09:06", "Wayan", "Who is the speaker?"),
            triple("13.11. 21:07", "+62 000 1111 2222", ""),
            triple("14.11. 00:01", "Siti", "See you"),
        ]
    );
    let all = messages(text);
    assert!(all[0].is_own_name && !all[2].is_own_name && all[1].has_media && all[2].is_edited);
    assert_eq!(notices(text)[1], (NoticeKind::Added, String::new()));
}

#[test]
fn the_whole_file_decides_the_order_of_the_date() {
    let order = |lines: &[&str]| {
        let text: String = lines.iter().map(|line| format!("{line} - A: x\n")).collect();
        let (layout, ..) = read(&text);
        (layout.order.as_str(), layout.is_sure)
    };
    assert_eq!(order(&["01/02/26 10.05", "13/02/26 10.05"]), ("dmy", true));
    assert_eq!(order(&["1/2/26, 10:05 AM", "1/13/26, 10:05 AM"]), ("mdy", true));
    // Never backwards: 5 June is not before 4 July where the month comes first.
    assert_eq!(order(&["05/06/26 10.05", "06/06/26 10.05", "04/07/26 10.05"]), ("dmy", true));
    assert_eq!(order(&["5/6/26, 10:05", "6/4/26, 10:05", "7/3/26, 10:05"]), ("mdy", true));
    // Nothing is written tomorrow.
    assert_eq!(order(&["10/11/26 10.05", "11/11/26 10.05", "12/11/26 10.05"]), ("dmy", true));
    // Nothing decides: as phones there are set.
    assert_eq!(order(&["01/02/26 10.05"]), ("dmy", false));
    assert_eq!(order(&["1/2/26, 10:05\u{202f}AM"]), ("mdy", false));
    assert_eq!(order(&["2026-02-01 10:05"]), ("ymd", true));
}

#[test]
fn what_is_no_chat_is_refused_and_a_chat_is_found_in_its_archive() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("catatan.txt"), "Rapat 13/11/26\nHadir: Siti\n").unwrap();
    let wrong = path("catatan.txt");
    let error = ChatFile::open(&wrong).unwrap().survey(latest()).unwrap_err();
    assert_eq!((error.text, error.args["file"].as_str()), ("chat-file-not-chat", "catatan.txt"));
    let missing = path("tidak-ada.txt");
    assert_eq!(ChatFile::open(&missing).err().unwrap().text, "error-file-missing");
    std::fs::write(path("rusak.zip"), b"PK\x03\x04 rusak").unwrap();
    let broken = path("rusak.zip");
    assert_eq!(ChatFile::open(&broken).err().unwrap().text, "chat-file-damaged");

    let mut zip = zip::ZipWriter::new(std::fs::File::create(path("chat.zip")).unwrap());
    let plain = zip::write::SimpleFileOptions::default();
    for (name, text) in
        [("notulen-rapat-yang-panjang.txt", "x".repeat(5_000)), ("_chat.txt", ANDROID.to_owned())]
    {
        zip.start_file(name, plain).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    let archive = path("chat.zip");
    let file = ChatFile::open(&archive).unwrap();
    let layout = file.survey(latest()).unwrap();
    let mut count = 0;
    file.read(&layout, |_| {
        count += 1;
        Ok(())
    })
    .unwrap();
    assert_eq!(count, 10);
}

#[test]
fn the_group_is_named_by_its_file() {
    for (file, name) in [
        ("WhatsApp Chat with Pers Kota.txt", Some("Pers Kota")),
        ("Chat WhatsApp dengan Pokja Wartawan (2).txt", Some("Pokja Wartawan")),
        ("WhatsApp Chat - Humas & Media.zip", Some("Humas & Media")),
        ("_chat.txt", None),
        ("WhatsApp Chat with .txt", None),
    ] {
        assert_eq!(group_name(file).as_deref(), name, "{file}");
    }
}

#[test]
fn long_lines_and_long_messages_are_bounded() {
    let text = format!("13/11/26 10.05 - A: {}\n13/11/26 10.06 - A: kedua\n", "é".repeat(500_000));
    let all = messages(&text);
    assert_eq!(all.len(), 2);
    assert!(all[0].text.len() <= 16 * 1024, "{}", all[0].text.len());
    let text =
        format!("13/11/26 10.05 - A: x\n{}13/11/26 10.06 - A: kedua\n", "baris\n".repeat(200_000));
    let all = messages(&text);
    assert!(all.len() == 2 && all[0].text.len() <= 16 * 1024 + 8);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// A chat written by any phone is read back message by message.
    #[test]
    fn what_a_phone_writes_is_read(
        people in prop::collection::vec("[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8})?", 1..4),
        lines in prop::collection::vec((0..4usize, 0..50_000i64, "[a-z,.?!]{1,12}( [a-z,.?!]{1,12}){0,6}"), 1..20),
        phone in 0..4usize,
    ) {
        let start = NaiveDate::from_ymd_opt(2026, 1, 28).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let mut at = start;
        let mut text = String::new();
        let mut wanted = Vec::new();
        for (who, minutes, words) in &lines {
            at += chrono::TimeDelta::minutes(*minutes / 20);
            let sender = &people[who % people.len()];
            let head = match phone {
                0 => at.format("%d/%m/%y %H.%M - ").to_string(),
                1 => at.format("%-m/%-d/%y, %-I:%M\u{202f}%p - ").to_string(),
                2 => at.format("[%d/%m/%Y, %H:%M:%S] ").to_string(),
                _ => at.format("[%Y-%m-%d %H.%M.%S] ").to_string(),
            };
            text += &format!("{head}{sender}: {words}\n");
            wanted.push((at.format("%Y-%m-%d %H:%M").to_string(), sender.clone(), words.trim().to_owned()));
        }
        // A day that only one order knows, as long chats have.
        let last = NaiveDate::from_ymd_opt(2026, 9, 30).unwrap().and_hms_opt(9, 0, 0).unwrap();
        let last = last.max(at);
        let sure = last.format(match phone {
            0 => "%d/%m/%y %H.%M - Zeta: akhir\n",
            1 => "%-m/%-d/%y, %-I:%M\u{202f}%p - Zeta: akhir\n",
            2 => "[%d/%m/%Y, %H:%M:%S] Zeta: akhir\n",
            _ => "[%Y-%m-%d %H.%M.%S] Zeta: akhir\n",
        }).to_string();
        text += &sure;
        let far = NaiveDate::from_ymd_opt(2030, 1, 1).unwrap();
        let layout = chat_export::survey(text.as_bytes(), far).unwrap().unwrap();
        let mut found = Vec::new();
        chat_export::read(text.as_bytes(), &layout, |entry| {
            if let Entry::Message(message) = entry {
                found.push((message.at.format("%Y-%m-%d %H:%M").to_string(), message.sender, message.text));
            }
            Ok(())
        }).unwrap();
        prop_assert_eq!(found.pop().unwrap().2, "akhir");
        prop_assert_eq!(found, wanted);
    }

    /// Whatever stands in a file: no panic, and nothing that was not in it.
    #[test]
    fn any_text_does_no_harm(text in "(([0-9]{1,4}[/.-]){2}[0-9]{1,4},? [0-9]{1,2}[.:][0-9]{2}( [aApP]\\.?[mM]\\.?)? - |\\[|\\]|\u{200e}|\u{202f}|: |\n|[A-Za-z?+0-9<> ]{0,9}|\\PC){0,60}") {
        if let Some(layout) = chat_export::survey(text.as_bytes(), latest()).unwrap() {
            let mut held = 0;
            chat_export::read(text.as_bytes(), &layout, |entry| {
                if let Entry::Message(message) = entry {
                    held += message.text.len() + message.sender.len();
                }
                Ok(())
            }).unwrap();
            prop_assert!(held <= text.len());
        }
        let _ = group_name(&text);
    }
}
