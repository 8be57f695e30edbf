//! Whether an email address can be written to.

/// Whether an address can be written to. See [`email_problem`].
pub fn valid_email(address: &str) -> bool {
    email_problem(address).is_none()
}

/// Why an address cannot be written to, as the key of a sentence; none when it can. The rules of
/// RFC 5321 4.1.2 for the usual dot-string form and host names (RFC 1123), UTF-8 allowed
/// (RFC 6531); quoted local parts and address literals are refused, for no newsroom has one.
pub fn email_problem(address: &str) -> Option<&'static str> {
    let Some((local, domain)) = address.rsplit_once('@') else {
        return Some("email-no-at");
    };
    if address.len() > 254 || local.len() > 64 {
        return Some("email-too-long");
    }
    let allowed = |c: char| {
        c.is_ascii_alphanumeric()
            || "!#$%&'*+-/=?^_`{|}~.".contains(c)
            || (!c.is_ascii() && c.is_alphanumeric())
    };
    if local.is_empty()
        || !local.chars().all(allowed)
        || local.starts_with('.')
        || local.ends_with('.')
        || local.contains("..")
    {
        return Some("email-bad-name");
    }
    let label_ok = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| {
                c.is_ascii_alphanumeric() || c == '-' || (!c.is_ascii() && c.is_alphanumeric())
            })
    };
    let top_ok = domain
        .rsplit('.')
        .next()
        .is_some_and(|top| top.len() >= 2 && !top.bytes().all(|b| b.is_ascii_digit()));
    if !domain.contains('.') || !domain.split('.').all(label_ok) || !top_ok {
        return Some("email-bad-domain");
    }
    None
}
