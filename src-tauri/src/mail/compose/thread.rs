//! Headers by which mail programs show messages as one conversation (RFC 5322, 3.6.4).

/// The first began the talk; of the others the newest count.
const MOST_REFERENCES: usize = 20;

/// `In-Reply-To` and `References` of a message that answers the last of these identifiers; the
/// oldest first, with or without angle brackets. Empty where the last is none.
pub fn thread_headers(ids: &[impl AsRef<str>]) -> String {
    let ids = ids.iter().map(|id| id.as_ref().trim_start_matches('<').trim_end_matches('>'));
    let ids: Vec<&str> = ids.collect();
    let Some(answered) = ids.last().copied().filter(|id| fits(id)) else { return String::new() };
    let mut known: Vec<&str> = Vec::new();
    for id in ids {
        if fits(id) && id != answered && !known.contains(&id) {
            known.push(id);
        }
    }
    if known.len() >= MOST_REFERENCES {
        let newest = known.len() + 2 - MOST_REFERENCES;
        known.drain(1..newest);
    }
    known.push(answered);
    let folded: Vec<String> = known.iter().map(|id| format!("<{id}>")).collect();
    format!("In-Reply-To: <{answered}>\r\nReferences: {}\r\n", folded.join("\r\n "))
}

/// Whether an identifier can stand in a line of a header by itself.
fn fits(id: &str) -> bool {
    !id.is_empty()
        && id.len() < 900
        && id.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>'))
}
