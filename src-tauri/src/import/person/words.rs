//! Kinds of contacts and outlets in the words that lists use.

use crate::format::fold::fold;

/// The kind of contact that a cell means; none where it says something else.
pub(super) fn kind_of(cell: &str) -> Option<&'static str> {
    if let Some(word) = crate::contact::KINDS.iter().find(|word| **word == cell) {
        return Some(word);
    }
    let key = fold(cell);
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    Some(
        if has(&[
            "pegiat",
            "influencer",
            "activist",
            "aktivis",
            "selebgram",
            "buzzer",
            "content creator",
            "kreator",
        ]) {
            "activist"
        } else if has(&["komunitas", "community", "pengelola"]) {
            "community_manager"
        } else if has(&["narasumber", "juru bicara", "source", "spokes", "jubir"]) {
            "source"
        } else if has(&["penghubung", "liaison", "opd", "pejabat"]) {
            "liaison"
        } else if has(&[
            "wartawan",
            "jurnalis",
            "journal",
            "reporter",
            "pers",
            "press",
            "redaktur",
            "editor",
            "media",
            "kontributor",
            "fotografer",
            "koresponden",
            "penyiar",
            "presenter",
        ]) {
            "journalist"
        } else {
            return None;
        },
    )
}

/// The type of outlet that a cell means; none where it says something else.
pub(super) fn media_type_of(cell: &str) -> Option<&'static str> {
    if let Some(word) = crate::organisation::MEDIA_TYPES.iter().find(|word| **word == cell) {
        return Some(word);
    }
    let key = fold(cell);
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    Some(if has(&["online", "siber", "daring", "web", "portal", "digital"]) {
        "online"
    } else if has(&["tv", "televisi", "television"]) {
        "tv"
    } else if has(&["radio"]) {
        "radio"
    } else if has(&["kantor berita", "agency", "agensi"]) {
        "agency"
    } else if has(&["majalah", "magazine", "tabloid"]) {
        "magazine"
    } else if has(&["cetak", "koran", "harian", "surat kabar", "print", "newspaper", "mingguan"]) {
        "newspaper"
    } else if has(&["komunitas", "community"]) {
        "community"
    } else if has(&["sosial", "social", "instagram", "youtube", "tiktok", "medsos"]) {
        "social"
    } else {
        return None;
    })
}

/// The scale that a cell means; none where it says something else.
pub(super) fn scale_of(cell: &str) -> Option<&'static str> {
    let key = fold(cell);
    Some(if key.contains("inter") {
        "international"
    } else if key.contains("nasional") || key.contains("national") {
        "national"
    } else if key.contains("region") || key.contains("provinsi") {
        "regional"
    } else if key.contains("lokal")
        || key.contains("local")
        || key.contains("daerah")
        || key.contains("kab")
        || key.contains("kota")
    {
        "local"
    } else {
        return None;
    })
}

/// The language in which to write that a cell means; none where it is neither.
pub(super) fn language_of(cell: &str) -> Option<&'static str> {
    let key = fold(cell);
    let key = key.strip_prefix("bahasa ").unwrap_or(&key);
    if key.starts_with("en") || key.starts_with("ing") {
        Some("en")
    } else {
        (key == "i" || key.starts_with("id") || key.starts_with("ind")).then_some("id")
    }
}
