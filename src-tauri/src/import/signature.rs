//! What stands under an office's table and is no row of it: "Mengetahui, Kepala Dinas …, NIP …".

use crate::format::fold::fold;
use crate::format::table::Row;

/// First words of a signature block, folded.
const OPENINGS: &[&str] = &[
    "mengetahui",
    "menyetujui",
    "mengesahkan",
    "diketahui oleh",
    "disetujui oleh",
    "disahkan oleh",
    "dibuat oleh",
    "disusun oleh",
    "diperiksa oleh",
    "yang membuat",
    "hormat kami",
    "acknowledged",
    "approved by",
    "prepared by",
    "signed by",
    "sincerely",
];
const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "december",
];
/// A row of the table fills more cells than this, or says how to reach somebody.
const MOST_CELLS: usize = 2;
/// Digits of a civil servant's number (NIP).
const NIP_DIGITS: usize = 18;

/// Follows the rows of a table and knows where its signature block begins.
#[derive(Debug, Default)]
pub struct SignatureBlock {
    within: bool,
}

impl SignatureBlock {
    /// Whether the next row belongs to a signature block. A full row ends it, so that a table that
    /// goes on below is read.
    pub fn takes(&mut self, row: &Row) -> bool {
        let filled: Vec<&str> =
            row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        if filled.is_empty() || filled.len() > MOST_CELLS || filled.iter().any(|cell| reaches(cell))
        {
            self.within &= filled.is_empty();
            return false;
        }
        self.within |= filled.iter().any(|cell| opens(cell));
        self.within
    }
}

fn digits(cell: &str) -> usize {
    cell.chars().filter(char::is_ascii_digit).count()
}

/// An address or a number: such a row is about a person to be reached.
fn reaches(cell: &str) -> bool {
    let is_number = cell.chars().all(|letter| {
        letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '-' | '.' | '/' | '(' | ')')
    });
    cell.contains('@') || (is_number && (8..NIP_DIGITS).contains(&digits(cell)))
}

fn opens(cell: &str) -> bool {
    let folded = fold(cell);
    OPENINGS.iter().any(|opening| folded.starts_with(opening))
        || is_nip(&folded, cell)
        || is_place_and_day(&folded, cell)
}

/// "NIP. 19700101 199503 1 001", or the number alone.
fn is_nip(folded: &str, cell: &str) -> bool {
    let named = folded == "nip"
        || folded.starts_with("nip ")
        || folded.starts_with("nip.")
        || folded.starts_with("nip:");
    (named && digits(cell) >= 8)
        || (digits(cell) == NIP_DIGITS
            && cell.chars().all(|letter| letter.is_ascii_digit() || letter == ' '))
}

/// "Kota Contoh, 22 November 2026".
fn is_place_and_day(folded: &str, cell: &str) -> bool {
    let Some((_, day)) = cell.split_once(',') else { return false };
    let ends_with_year =
        folded.split_whitespace().last().is_some_and(|year| year.len() == 4 && digits(year) == 4);
    let has_month = folded.split_whitespace().any(|word| MONTHS.contains(&word));
    ends_with_year && has_month && (5..=6).contains(&digits(day))
}
