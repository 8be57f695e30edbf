//! What a receiving server found out about a message's sender: `Authentication-Results`
//! (RFC 8601). Only the headers of the last server are believed, since anybody may write the rest.

use std::collections::BTreeMap;

use super::mime::{split_head, unfold};

/// The outcome of one method.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MethodResult {
    /// `spf`, `dkim`, `dmarc` … in small letters.
    pub method: String,
    /// `pass`, `fail`, `none` … in small letters.
    pub result: String,
    /// What it was found on, for example `header.d` and `smtp.mailfrom`.
    pub properties: BTreeMap<String, String>,
}

/// Every `Authentication-Results` of a message, unfolded, the last server's first.
pub fn headers_of(raw: &[u8]) -> Vec<String> {
    const NAME: &str = "authentication-results";
    let (head, _) = split_head(raw);
    let head = String::from_utf8_lossy(head);
    let mut found: Vec<String> = Vec::new();
    let mut inside = false;
    for line in head.lines() {
        if line.starts_with([' ', '\t']) {
            if let (true, Some(last)) = (inside, found.last_mut()) {
                last.push(' ');
                last.push_str(line.trim());
            }
            continue;
        }
        inside = false;
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case(NAME)
        {
            found.push(value.trim().to_owned());
            inside = true;
        }
    }
    found.iter().map(|value| unfold(value)).collect()
}

/// Where and what the last server checked: its name (empty where it gives none) and the results of
/// all its headers.
pub fn of_last_server(headers: &[String]) -> (String, Vec<MethodResult>) {
    let mut server = None;
    let mut results = Vec::new();
    for header in headers {
        let (name, found) = read(header);
        let first = server.get_or_insert_with(|| name.clone());
        if *first == name {
            results.extend(found);
        }
    }
    (server.unwrap_or_default(), results)
}

/// Reads one header's value: the server's name and its results.
pub fn read(value: &str) -> (String, Vec<MethodResult>) {
    let plain = without_comments(value);
    let mut parts = apart(&plain, ';').into_iter();
    let mut server = String::new();
    let mut results = Vec::new();
    if let Some(first) = parts.next() {
        // Microsoft's servers leave their name out.
        match result_of(&first) {
            Some(result) => results.push(result),
            None => {
                server = first.split_whitespace().next().unwrap_or_default().to_lowercase();
            }
        }
    }
    results.extend(parts.filter_map(|part| result_of(&part)));
    (server, results)
}

fn result_of(part: &str) -> Option<MethodResult> {
    let mut words = apart(&joined(part), ' ').into_iter().filter(|word| !word.is_empty());
    let first = words.next()?;
    let (method, result) = first.split_once('=')?;
    let method = method.split('/').next().unwrap_or_default().to_ascii_lowercase();
    let mut properties = BTreeMap::new();
    for word in words {
        if let Some((name, value)) = word.split_once('=') {
            properties
                .entry(name.to_ascii_lowercase())
                .or_insert_with(|| value.trim_matches('"').to_owned());
        }
    }
    Some(MethodResult { method, result: result.to_ascii_lowercase(), properties })
}

/// Without the blanks that may stand around an equals sign.
fn joined(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    for piece in part.split('=') {
        if !text.is_empty() {
            text.push('=');
        }
        text.push_str(piece.trim());
    }
    text
}

/// Text apart at a mark, but not within quotation marks.
fn apart(text: &str, mark: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for letter in text.chars() {
        quoted ^= letter == '"';
        if letter == mark && !quoted {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(letter);
        }
    }
    parts
}

fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for letter in text.chars() {
        if std::mem::take(&mut escaped) {
            if depth == 0 {
                plain.push(letter);
            }
            continue;
        }
        match letter {
            '\\' if quoted || depth > 0 => escaped = true,
            '"' if depth == 0 => {
                quoted = !quoted;
                plain.push(letter);
            }
            '(' if !quoted => depth += 1,
            ')' if !quoted && depth > 0 => depth -= 1,
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    plain
}

/// Whether two domains stand for one organisation, as far as that can be told without the list of
/// public suffixes: the same, or one below the other ("relaxed", RFC 7489, 3.1).
pub fn are_aligned(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|domain| domain.trim_end_matches('.').to_lowercase());
    let below = |lower: &str, upper: &str| {
        upper.contains('.') && lower.strip_suffix(upper).is_some_and(|rest| rest.ends_with('.'))
    };
    !one.is_empty() && (one == other || below(&one, &other) || below(&other, &one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_the_great_providers_are_read() {
        let google = "mx.google.com; dkim=pass header.i=@example.id header.s=warta header.b=AbCdEf; \
            spf=pass (google.com: domain of humas@example.id designates 192.0.2.1 as permitted sender) smtp.mailfrom=humas@example.id; \
            dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.id";
        let (server, results) = read(google);
        assert_eq!(server, "mx.google.com");
        let told: Vec<(&str, &str)> =
            results.iter().map(|one| (one.method.as_str(), one.result.as_str())).collect();
        assert_eq!(told, [("dkim", "pass"), ("spf", "pass"), ("dmarc", "pass")]);
        assert_eq!(results[0].properties["header.i"], "@example.id");
        assert_eq!(results[1].properties["smtp.mailfrom"], "humas@example.id");

        let microsoft = "spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=example.id; dkim=none (message not signed) \
            header.d=none;dmarc=fail action=none header.from=example.id;compauth=fail reason=001";
        let (server, results) = read(microsoft);
        assert_eq!((server.as_str(), results.len()), ("", 4));
        assert_eq!(results[2].properties["action"], "none");
    }

    #[test]
    fn comments_quotes_and_blanks_do_not_confuse() {
        let (server, results) = read(
            "mx.example.id 1 (v=2; dkim=pass (nested \\) still)); dkim = fail (bad; worse) reason=\"a; b=c\" header.d = Example.ID",
        );
        assert_eq!(server, "mx.example.id");
        assert_eq!(results.len(), 1, "{results:?}");
        assert_eq!(results[0].result, "fail");
        assert_eq!(results[0].properties["reason"], "a; b=c");
        assert_eq!(results[0].properties["header.d"], "Example.ID");
        assert_eq!(read("mx.example.id; none").1, []);
        assert_eq!(read("").1, []);
    }

    #[test]
    fn only_the_last_server_is_believed() {
        let raw = b"Received: x\r\nAuthentication-Results: mx.real.test;\r\n\tspf=fail smtp.mailfrom=a@b.test\r\n\
            authentication-results: mx.real.test; dkim=none\r\n\
            Authentication-Results: mx.forged.test; dmarc=pass\r\nSubject: x\r\n\r\nAuthentication-Results: body; spf=pass\r\n";
        let headers = headers_of(raw);
        assert_eq!(headers.len(), 3);
        let (server, results) = of_last_server(&headers);
        assert_eq!(server, "mx.real.test");
        let told: Vec<(&str, &str)> =
            results.iter().map(|one| (one.method.as_str(), one.result.as_str())).collect();
        assert_eq!(told, [("spf", "fail"), ("dkim", "none")]);
    }

    #[test]
    fn domains_of_one_organisation_are_aligned() {
        assert!(are_aligned("example.id", "Example.id."));
        assert!(are_aligned("mail.example.id", "example.id"));
        assert!(are_aligned("example.id", "mail.example.id"));
        assert!(!are_aligned("badexample.id", "example.id"));
        assert!(!are_aligned("example.id", "id"));
        assert!(!are_aligned("", ""));
    }
}
