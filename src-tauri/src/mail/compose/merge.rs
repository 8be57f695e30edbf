//! Merge fields: `{{salutation}}`, or `{{salutation|Yth. Bapak/Ibu}}` with what stands in when
//! the field is empty.

/// Fills the fields of `template`. Also returns, once each and in order, the fields that were
/// empty or unknown and had no default, and anything in double braces that is no field at all,
/// so that nothing of the kind leaves the office unseen. With `escape_html` the values are made
/// safe for HTML; a default is part of the template and already is.
pub fn merge(
    template: &str,
    fields: &dyn Fn(&str) -> Option<String>,
    escape_html: bool,
) -> (String, Vec<String>) {
    let mut merged = String::with_capacity(template.len() + 64);
    let mut missing: Vec<String> = Vec::new();
    let mut note = |what: &str| {
        if !missing.iter().any(|known| known == what) {
            missing.push(what.to_owned());
        }
    };
    each_token(template, |token| match token {
        Token::Text(text) => merged.push_str(text),
        Token::Stray { shown } => {
            merged.push_str("{{");
            note(shown);
        }
        Token::Field { name, default, .. } => {
            let value = fields(name).filter(|value| !value.trim().is_empty());
            match (value, default) {
                (Some(value), _) if escape_html => push_escaped(&mut merged, &value),
                (Some(value), _) => merged.push_str(&value),
                (None, Some(default)) if !default.is_empty() => merged.push_str(default),
                (None, _) => note(name),
            }
        }
    });
    (merged, missing)
}

/// What a template consists of.
pub(super) enum Token<'t> {
    Text(&'t str),
    /// Double braces that open no field; `shown` is what a person is told of them.
    Stray {
        shown: &'t str,
    },
    Field {
        name: &'t str,
        default: Option<&'t str>,
        /// The whole field, braces included.
        source: &'t str,
    },
}

/// Hands on each token of a template, in order.
pub(super) fn each_token<'t>(template: &'t str, mut each: impl FnMut(Token<'t>)) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        if !before.is_empty() {
            each(Token::Text(before));
        }
        let opened = rest.get(before.len()..).unwrap_or_default();
        let Some((inside, remainder)) = after.split_once("}}") else {
            each(Token::Stray { shown: "{{" });
            rest = after;
            continue;
        };
        let source = opened.get(..inside.len() + 4).unwrap_or_default();
        let (name, default) = match inside.split_once('|') {
            Some((name, default)) => (trimmed(name), Some(trimmed(default))),
            None => (trimmed(inside), None),
        };
        if is_field_name(name) {
            each(Token::Field { name, default, source });
            rest = remainder;
        } else {
            each(Token::Stray { shown: source });
            rest = after;
        }
    }
    if !rest.is_empty() {
        each(Token::Text(rest));
    }
}

fn is_field_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Rich editors leave non-breaking spaces where a person typed a space.
fn trimmed(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let shorter = text.strip_prefix("&nbsp;").unwrap_or(text);
        let shorter = shorter.strip_suffix("&nbsp;").unwrap_or(shorter).trim();
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// Adds `text` to `out` so that HTML shows it as it is.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}
