//! WhatsApp's own signs: `*bold*`, `_italic_`. Signs that stand in a text itself are replaced by
//! their look-alikes, so that they cannot switch a look on or off.

use super::blocks::visible;

/// Text whose signs stay signs.
pub fn literal(text: &str) -> String {
    let text = visible(text);
    let letters: Vec<char> = text.trim().chars().collect();
    let is_word = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(|letter| letter.is_alphanumeric())
    };
    letters
        .iter()
        .enumerate()
        .map(|(at, letter)| match letter {
            '*' => '∗',
            '~' => '∼',
            '`' => 'ˋ',
            // Within a word, as in an address, it switches nothing.
            '_' if !(is_word(at.checked_sub(1)) && is_word(Some(at + 1))) => '＿',
            letter => *letter,
        })
        .collect()
}

/// Text between two signs that give it a look, each line by itself: a look ends where its line ends.
pub fn marked(sign: &str, text: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            let inner = line.trim();
            if inner.is_empty() {
                return line.to_owned();
            }
            let before = line.len() - line.trim_start().len();
            let after = line.len() - line.trim_end().len();
            format!("{}{sign}{inner}{sign}{}", " ".repeat(before), " ".repeat(after))
        })
        .collect();
    lines.join("\n")
}
