//! Untrusted HTML: made into text for reading, and made harmless for showing.

use std::borrow::Cow;
use std::sync::LazyLock;

/// Bytes of HTML that are made into text.
const MAX_FOR_TEXT: usize = 256 * 1024;
/// Bytes of HTML that are shown.
const MAX_SHOWN: usize = 1024 * 1024;
/// Elements inside each other; deeper is an attack, not a letter.
const MAX_NESTING: i32 = 600;
/// Wide enough that paragraphs stay whole.
const WIDTH: usize = 2000;

/// Containers in which mail programs put the message they answer, and only that.
#[rustfmt::skip]
const QUOTE_CONTAINERS: &[&str] = &[
    "id=\"divrplyfwdmsg\"", "id=\"appendonsend\"", "id=\"x_divrplyfwdmsg\"", "class=\"yahoo_quoted\"",
    "id=\"mail-editor-reference-message-container\"", "id=\"isreplycontent\"", "class=\"zmail_extra\"",
    "class=\"outlookmessageheader\"", "id=\"reply-intro\"", "class=\"wordsection1-quoted\"",
    "name=\"_mailoriginal\"", "id=\"orimsghtmlseperator\"",
];

static HARMLESS: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::default();
    builder
        .url_schemes(["http", "https", "mailto", "tel", "cid", "data"].into())
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer"))
        .set_tag_attribute_value("a", "target", "_blank")
        .attribute_filter(|element, attribute, value| {
            let low = value.trim_start().get(..16).unwrap_or(value).to_ascii_lowercase();
            let keep = match (element, attribute) {
                ("img", "src") => {
                    low.starts_with("cid:")
                        || ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/web"]
                            .iter()
                            .any(|kind| low.starts_with(kind))
                }
                ("a", "href") => {
                    ["http:", "https:", "mailto:", "tel:"].iter().any(|kind| low.starts_with(kind))
                }
                (_, "src" | "href" | "background" | "srcset" | "poster" | "cite" | "longdesc") => {
                    false
                }
                _ => true,
            };
            keep.then_some(Cow::Borrowed(value))
        });
    builder
});

fn within(html: &str, limit: usize) -> &str {
    let mut end = limit.min(html.len());
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    html.get(..end).unwrap_or_default()
}

/// The HTML of a stranger, fit for a sandboxed frame: no scripts, styles, forms or remote
/// content; links stay and tell nothing about their opener.
pub fn safe_html(html: &str) -> String {
    let html = within(html, MAX_SHOWN);
    if is_too_deep(html) {
        return ammonia::clean_text(&bare_text(html));
    }
    HARMLESS.clean(html).to_string()
}

/// Whether elements nest so deep that a tree of them is dangerous to walk.
fn is_too_deep(html: &str) -> bool {
    let mut depth = 0_i32;
    let bytes = html.as_bytes();
    for at in memchr::memchr_iter(b'<', bytes) {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        match rest.first() {
            Some(b'/') => depth = (depth - 1).max(0),
            Some(b) if b.is_ascii_alphabetic() => {
                let name: Vec<u8> = rest
                    .iter()
                    .take(8)
                    .take_while(|b| b.is_ascii_alphanumeric())
                    .map(u8::to_ascii_lowercase)
                    .collect();
                let leaf: &[&[u8]] = &[
                    b"br", b"img", b"hr", b"meta", b"link", b"input", b"col", b"p", b"li", b"td",
                    b"tr", b"th", b"area", b"base", b"wbr",
                ];
                if !leaf.contains(&name.as_slice()) {
                    depth += 1;
                }
            }
            _ => {}
        }
        if depth > MAX_NESTING {
            return true;
        }
    }
    false
}

/// HTML as plain text. Quotations come out as lines that begin with `>`. With `answered`, what
/// stands in a mail program's own container for the answered message is left out; the second
/// value says whether there was such a container.
pub fn to_text(html: &str, answered: bool) -> (String, bool) {
    let mut html = within(html, MAX_FOR_TEXT);
    let mut cut = false;
    if answered {
        let low = html.to_ascii_lowercase();
        let first = QUOTE_CONTAINERS.iter().filter_map(|mark| low.find(mark)).min();
        if let Some(start) = first.and_then(|at| low.get(..at)).and_then(|head| head.rfind('<')) {
            html = html.get(..start).unwrap_or(html);
            cut = true;
        }
    }
    if is_too_deep(html) {
        return (bare_text(html), cut);
    }
    let text = html2text::config::plain_no_decorate()
        .raw_mode(true)
        .no_table_borders()
        .allow_width_overflow()
        .no_link_wrapping()
        .string_from_read(html.as_bytes(), WIDTH)
        .unwrap_or_else(|_| bare_text(html));
    let mut tidy = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.trim_end();
        let rule = !line.is_empty() && line.chars().all(|c| ('\u{2500}'..='\u{257f}').contains(&c));
        if !rule {
            tidy.push_str(&line.replace('\u{a0}', " "));
        }
        tidy.push('\n');
    }
    (tidy, cut)
}

/// The text between tags, for HTML that must not be made into a tree.
fn bare_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                if !text.ends_with(['\n', ' ']) {
                    text.push(' ');
                }
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_remote_and_nothing_active_is_left() {
        let safe = safe_html(
            "<style>p{background:url(http://t.example.com)}</style><script>alert(1)</script>\
             <p style=\"background:url(http://t.example.com/x)\" onclick=\"x()\">Halo</p>\
             <img src=\"http://t.example.com/p.gif\"><img src=\"cid:logo\">\
             <a href=\"https://example.com/a\">a</a><a href=\"javascript:x()\">b</a>\
             <table background=\"http://t.example.com\"><tr><td>c</td></tr></table>",
        );
        assert!(!safe.contains("t.example.com"), "{safe}");
        assert!(!safe.contains("script"), "{safe}");
        assert!(safe.contains("cid:logo") && safe.contains("https://example.com/a"), "{safe}");
        assert!(safe.contains("noopener"), "{safe}");
    }

    #[test]
    fn quotations_become_marked_lines() {
        let (text, _) = to_text("<p>Baik.</p><blockquote><p>Apakah hadir?</p></blockquote>", true);
        assert!(text.contains("Baik.") && text.contains("> Apakah hadir?"), "{text}");
    }

    #[test]
    fn a_million_open_elements_are_survived() {
        let deep = "<div>".repeat(200_000);
        safe_html(&deep);
        to_text(&deep, true);
    }
}
