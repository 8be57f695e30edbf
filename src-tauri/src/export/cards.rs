//! Rows as vCards: what address books know under their own properties, all else under Warta's.

use std::io::{BufWriter, Write};
use std::path::Path;

use super::table::{Column, Table};
use crate::error::Result;
use crate::format::contact_columns::{split_labels, split_phones};
use crate::format::person_name;
use crate::format::vcard::{self, Version, escaped};
use crate::owner::OwnerKind;

/// What Warta finds out, of no use elsewhere.
const LEFT_OUT: &[&str] =
    &["bad_address", "left_outlet", "created_at", "updated_at", "last_contact_at"];

/// Writes one card a row.
pub fn write(file: &Path, owner: OwnerKind, version: Version, table: &Table) -> Result<()> {
    let mut out = BufWriter::new(std::fs::File::create(file)?);
    for row in table.rows() {
        let card = Card { columns: &table.columns, row: &row? };
        let properties = match owner {
            OwnerKind::Contact => card.of_contact(version),
            OwnerKind::Organisation => card.of_organisation(),
        };
        vcard::write_card(&mut out, version, &properties)?;
    }
    out.flush()?;
    Ok(())
}

struct Card<'a> {
    columns: &'a [Column],
    row: &'a [String],
}

impl Card<'_> {
    fn of(&self, key: &str) -> &str {
        let at = self.columns.iter().position(|column| column.key == key);
        at.and_then(|at| self.row.get(at)).map(String::as_str).unwrap_or_default()
    }

    fn of_contact(&self, version: Version) -> Vec<(String, String)> {
        let name = self.of("name");
        let (prefix, suffix) = (self.of("name_prefix"), self.of("name_suffix"));
        let mut full = [prefix, name].join(" ").trim().to_owned();
        if !suffix.is_empty() {
            full = format!("{full}, {suffix}");
        }
        let (given, family) = name.rsplit_once(' ').unwrap_or((name, ""));
        let mut properties = vec![
            ("FN".to_owned(), escaped(&full)),
            ("N".to_owned(), structured(&[family, given, "", prefix, suffix])),
        ];
        let mut put = |name: &str, value: String| {
            if !value.is_empty() {
                properties.push((name.to_owned(), value));
            }
        };
        // A name that looks as if it held titles is said once more, as it stands.
        if person_name::split(name).name != name && prefix.is_empty() && suffix.is_empty() {
            put("X-WARTA-EXACT-NAME", escaped(name));
        }
        put("NICKNAME", escaped(self.of("nickname")));
        let department = self.of("department");
        if !self.of("outlet").is_empty() {
            let parts: &[&str] = if department.is_empty() {
                &[self.of("outlet")]
            } else {
                &[self.of("outlet"), department]
            };
            put("ORG", structured(parts));
        }
        put("TITLE", escaped(self.of("position")));
        for (key, kind) in [("email", "EMAIL"), ("phone", "TEL;TYPE=cell")] {
            let values = if key == "email" {
                self.of(key).split("; ").map(str::to_owned).collect()
            } else {
                split_phones(self.of(key))
            };
            for value in values {
                put(kind, escaped(&value));
            }
        }
        for number in split_phones(self.of("whatsapp")) {
            put("TEL;TYPE=cell,x-whatsapp", escaped(&number));
        }
        let place =
            [self.of("address"), self.of("city"), self.of("postal_code"), self.of("country")];
        if place.iter().any(|part| !part.is_empty()) {
            let [street, city, code, country] = place;
            put("ADR", structured(&["", "", street, city, "", code, country]));
        }
        put("URL", escaped(self.of("website")));
        put("BDAY", birthday(self.of("birthday"), version));
        put("CATEGORIES", list(self.of("tags")));
        put("NOTE", escaped(self.of("notes")));
        const STANDARD: &[&str] = &[
            "name",
            "name_prefix",
            "name_suffix",
            "nickname",
            "outlet",
            "department",
            "position",
            "email",
            "phone",
            "whatsapp",
            "address",
            "city",
            "postal_code",
            "country",
            "website",
            "birthday",
            "tags",
            "notes",
        ];
        self.ours(STANDARD, &mut properties);
        properties
    }

    fn of_organisation(&self) -> Vec<(String, String)> {
        let name = self.of("name");
        let mut properties = vec![
            ("FN".to_owned(), escaped(name)),
            ("N".to_owned(), structured(&[name, "", "", "", ""])),
            ("ORG".to_owned(), structured(&[name])),
        ];
        let mut put = |name: &str, value: String| {
            if !value.is_empty() {
                properties.push((name.to_owned(), value));
            }
        };
        for address in self.of("email").split("; ") {
            put("EMAIL;TYPE=work", escaped(address));
        }
        for number in split_phones(self.of("phone")) {
            put("TEL;TYPE=work", escaped(&number));
        }
        let place =
            [self.of("address"), self.of("city"), self.of("postal_code"), self.of("country")];
        if place.iter().any(|part| !part.is_empty()) {
            let [street, city, code, country] = place;
            put("ADR", structured(&["", "", street, city, self.of("region"), code, country]));
        }
        put("URL", escaped(self.of("website")));
        put("CATEGORIES", list(self.of("tags")));
        put("NOTE", escaped(self.of("notes")));
        properties
    }

    /// What vCard has no property for, under the names of Warta's fields; the office's own under
    /// the heading that describes them.
    fn ours(&self, standard: &[&str], properties: &mut Vec<(String, String)>) {
        for (column, value) in self.columns.iter().zip(self.row) {
            let key = column.key.as_str();
            if value.is_empty() || standard.contains(&key) || LEFT_OUT.contains(&key) {
                continue;
            }
            if key.starts_with("custom_") {
                let own = structured(&[&column.header, value]);
                properties.push((vcard::OWN_FIELD.to_owned(), own));
            } else {
                let name = format!("X-WARTA-{}", key.to_uppercase().replace('_', "-"));
                properties.push((name, escaped(value)));
            }
        }
    }
}

/// Components one semicolon apart.
fn structured(parts: &[&str]) -> String {
    parts.iter().map(|part| escaped(part)).collect::<Vec<_>>().join(";")
}

/// Values one comma apart.
fn list(cell: &str) -> String {
    split_labels(cell).iter().map(|label| escaped(label)).collect::<Vec<_>>().join(",")
}

/// RFC 6350 writes days without dashes, and a missing year as `--0517`; RFC 2426 writes them with.
fn birthday(day: &str, version: Version) -> String {
    match (version, day.strip_prefix("--")) {
        (Version::V4, Some(rest)) => format!("--{}", rest.replace('-', "")),
        (Version::V4, None) => day.replace('-', ""),
        (Version::V3, _) => day.to_owned(),
    }
}
