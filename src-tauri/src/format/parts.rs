//! One thing of several parts in a line, `PWI Contoh | Ketua | 2020-01-01`, and several such lines
//! in a cell: how an export writes what no single column can hold.

/// The parts with ` | ` between them; empty ones at the end are left out. A bar, a backslash and a
/// line end inside a part are written `\|`, `\\` and `\n`.
pub fn join(parts: &[&str]) -> String {
    let used = parts.iter().rposition(|part| !part.is_empty()).map_or(0, |last| last + 1);
    let escaped = |part: &&str| {
        let mut out = String::with_capacity(part.len());
        for letter in part.chars() {
            match letter {
                '\\' => out.push_str("\\\\"),
                '|' => out.push_str("\\|"),
                '\n' => out.push_str("\\n"),
                '\r' => {}
                letter => out.push(letter),
            }
        }
        out
    };
    parts.iter().take(used).map(escaped).collect::<Vec<_>>().join(" | ")
}

/// The parts of a line, without white space around them.
pub fn split(line: &str) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('\\', Some('\\' | '|')) => part.extend(letters.next()),
            ('\\', Some('n')) => {
                letters.next();
                part.push('\n');
            }
            ('|', _) => parts.push(std::mem::take(&mut part)),
            (letter, _) => part.push(letter),
        }
    }
    parts.push(part);
    parts.into_iter().map(|part| part.trim().to_owned()).collect()
}

/// The lines of a cell that hold something, each in its parts.
pub fn lines(cell: &str) -> impl Iterator<Item = Vec<String>> {
    cell.lines().filter(|line| !line.trim().is_empty()).map(split)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_whatever_they_hold() {
        for parts in [
            vec!["PWI", "Ketua", "", "2020-01-01"],
            vec!["a | b", "c\\", "satu\ndua", "\\n"],
            vec!["", "x"],
        ] {
            let line = join(&parts);
            assert!(!line.contains('\n'), "{line}");
            assert_eq!(split(&line), parts, "{line}");
        }
        assert_eq!(join(&["AJI", "", ""]), "AJI");
        assert_eq!(lines("a | b\n\n  \nc").count(), 2);
    }
}
