//! The press office itself.

use std::path::PathBuf;

use chrono::Datelike;
use serde::Deserialize;
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::number_pattern::NumberPattern;
use crate::format::sheet::Picture;
use crate::stored_file::{self, Given};
use crate::{record, settings};

record! {
    /// The office: what stands on its letterhead and under its releases.
    Office in "offices" {
        /// Name, such as the communication office of a town.
        name: String,
        /// Unit within the office.
        unit: String,
        /// City, for date lines.
        city: String,
        /// Street address.
        address: String,
        /// The standing paragraph about the office.
        boilerplate: String,
        /// Who journalists may call, with number.
        press_contact: String,
        /// IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT).
        zone: String,
        /// How releases are numbered (`format::number_pattern`); empty = by hand.
        number_pattern: String,
        /// The first number that Warta gives in `number_from_year`, from 1.
        number_from: i64,
        /// The year that `number_from` is for; set with it.
        number_from_year: i64,
        /// `ask`: a release that is not approved goes out with a warning; [`REFUSE`]: not at all.
        unapproved: String,
        /// The government that it belongs to, above its name on the letterhead.
        parent: String,
        /// Telephone, mail and website, the last line of the letterhead.
        contact_line: String,
        /// The logo's file in `files/`; empty = none. Set by `office_logo_set`.
        logo_sha256: String,
        /// Who signs releases, with titles.
        signatory_name: String,
        /// The signatory's position.
        signatory_position: String,
        /// The signatory's staff number (NIP).
        signatory_number: String,
    }
}

/// The value of `unapproved` with which only approved releases are sent.
pub const REFUSE: &str = "refuse";
/// The other one.
const ASK: &str = "ask";

/// A logo for the letterhead: uploaded by the window, or at a path of the command line. Neither =
/// the logo is taken away.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct NewLogo {
    /// The file's name; its ending tells what it is.
    #[serde(default)]
    #[ts(optional = false)]
    pub file_name: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    pub path: Option<PathBuf>,
}

/// The answers of the first start.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FirstStart {
    /// `id` or `en`.
    pub language: String,
    /// The office's fields.
    pub office: Patch,
    /// Who is working.
    pub staff: Patch,
}

/// The office, or none before the first start.
pub fn find(db: &Reader) -> Result<Option<Office>> {
    Ok(db.all::<Office>("1 = 1 ORDER BY id LIMIT 1", &[])?.into_iter().next())
}

/// The office as the settings screen shows it.
pub fn show(db: &Reader, _ctx: &Ctx, _: ()) -> Result<Office> {
    Ok(find(db)?.unwrap_or_else(blank))
}

fn blank() -> Office {
    Office {
        zone: "Asia/Jakarta".to_owned(),
        number_from: 1,
        unapproved: ASK.to_owned(),
        ..Office::default()
    }
}

/// The office's zone.
pub fn zone(db: &Reader) -> Result<chrono_tz::Tz> {
    let name = find(db)?.map(|office| office.zone).unwrap_or_default();
    Ok(name.parse().unwrap_or(chrono_tz::Asia::Jakarta))
}

/// Saves the office's fields.
pub fn save(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<Office> {
    let stored = find(db)?;
    let mut office = patch.apply(&stored.clone().unwrap_or_else(blank))?;
    // Only a file that was kept can be the logo.
    office.logo_sha256 =
        stored.as_ref().map(|office| office.logo_sha256.clone()).unwrap_or_default();
    for line in [
        &mut office.parent,
        &mut office.contact_line,
        &mut office.signatory_name,
        &mut office.signatory_position,
        &mut office.signatory_number,
    ] {
        if line.contains(['\n', '\r']) {
            *line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }
    if office.name.trim().is_empty() {
        return Err(Error::invalid("name", "office-name-missing"));
    }
    if office.zone.parse::<chrono_tz::Tz>().is_err() {
        return Err(Error::invalid("zone", "error-wrong-value").arg("field", "zone"));
    }
    check_numbering(&mut office, ctx, &patch)?;
    match stored {
        Some(stored) => {
            patch.check_version(&stored)?;
            db.edit::<Office>(&patch)?;
            db.update(&mut office)?;
        }
        None => {
            db.insert(&mut office)?;
        }
    }
    Ok(office)
}

fn check_numbering(office: &mut Office, ctx: &Ctx, patch: &Patch) -> Result<()> {
    if ![ASK, REFUSE].contains(&office.unapproved.as_str()) {
        return Err(Error::invalid("unapproved", "error-wrong-value").arg("field", "unapproved"));
    }
    office.number_pattern = office.number_pattern.trim().to_owned();
    if !office.number_pattern.is_empty() {
        NumberPattern::parse(&office.number_pattern)?;
    }
    if !(1..=999_999_999).contains(&office.number_from) {
        return Err(Error::invalid("number_from", "error-wrong-value").arg("field", "number_from"));
    }
    if patch.set.contains_key("number_from") {
        let zone: chrono_tz::Tz = office.zone.parse().unwrap_or(chrono_tz::Asia::Jakarta);
        office.number_from_year = i64::from(ctx.now.with_timezone(&zone).year());
    }
    Ok(())
}

/// Sets or takes away the logo.
pub fn set_logo(db: &Writer, ctx: &Ctx, new: NewLogo) -> Result<Office> {
    let mut office = find(db)?.ok_or_else(|| Error::invalid("name", "office-name-missing"))?;
    office.logo_sha256 = if new.upload.is_none() && new.path.is_none() {
        String::new()
    } else {
        let given = Given { file_name: new.file_name, upload: new.upload, path: new.path };
        let kept = stored_file::keep_if(&ctx.folder, &given, |file_name, mime| {
            if matches!(mime, "image/png" | "image/jpeg" | "image/gif" | "image/webp") {
                return Ok(());
            }
            Err(Error::invalid("file_name", "release-image-kind").arg("file", file_name))
        })?;
        let bytes = std::fs::read(ctx.folder.join("files").join(&kept.sha256))?;
        if Picture::of(bytes).is_none() {
            return Err(
                Error::invalid("file_name", "office-logo-damaged").arg("file", &kept.file_name)
            );
        }
        kept.sha256
    };
    db.update(&mut office)?;
    Ok(office)
}

/// Keeps the answers of the first start.
pub fn first_start(db: &Writer, ctx: &Ctx, answers: FirstStart) -> Result<Office> {
    let office = save(db, ctx, answers.office)?;
    let staff = crate::staff::save(db, ctx, answers.staff)?;
    settings::put(db, "language", &answers.language)?;
    settings::put(db, "current_staff", &staff.id.to_string())?;
    settings::put(db, "setup_done", "1")?;
    db.announce("settings");
    Ok(office)
}
