//! What a mail proposes becomes a record: each link to a published piece that it brings is coverage.
//! The enquiry that it asks is [`crate::enquiry::from_response`].

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use crate::contact::Contact;
use crate::coverage::{CoverageRow, NewCoverage, add, day_in, key_of, there, title_in};
use crate::db::{Ctx, Writer};
use crate::enquiry::without_reply_marks;
use crate::error::{Error, Result};
use crate::release::Release;
use crate::response::{self, Response};
use crate::{clock, office};

/// A mail that pieces are logged from.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CoverageMail {
    /// The response.
    #[ts(optional = false)]
    pub response_id: i64,
    /// These links; none = all that the mail brings.
    pub links: Option<Vec<String>>,
}

/// What came of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CoverageLogged {
    /// Pieces that are new.
    pub logged: Vec<CoverageRow>,
    /// Pieces that were there already.
    pub there: Vec<CoverageRow>,
}

/// Logs a piece for each link of a mail: outlet by the link's host or else the author's, day by the
/// link or else the mail's, the release that the mail answers. The mail is then done with. A link
/// that is logged already stays as it is.
pub fn log_coverage(db: &Writer, ctx: &Ctx, order: CoverageMail) -> Result<CoverageLogged> {
    let mail: Response = db.get(order.response_id)?;
    let links: Vec<String> = match order.links {
        Some(links) => links,
        None => mail.links.lines().map(str::to_owned).collect(),
    };
    let links: Vec<&str> = links.iter().map(|link| link.trim()).filter(|l| !l.is_empty()).collect();
    if links.is_empty() {
        return Err(Error::invalid("links", "coverage-mail-without-links"));
    }
    let day = clock::from_text(&mail.received_at).unwrap_or(ctx.now);
    let day = day.with_timezone(&office::zone(db)?).format("%Y-%m-%d").to_string();
    let release = db.find::<Release>(mail.release_id)?.map(|release| release.id);
    let contact = match mail.contact_id {
        Some(id) => db.find::<Contact>(id)?.map(|contact| contact.id),
        None => None,
    };
    let enquiry: Option<i64> = db.row(
        "SELECT id FROM enquiries WHERE response_id = :id AND deleted_at IS NULL",
        named_params! {":id": mail.id},
        |row| row.get(0),
    )?;
    let mut done = CoverageLogged { logged: Vec::new(), there: Vec::new() };
    for link in links {
        let url = if link.contains("://") { link.to_owned() } else { format!("https://{link}") };
        let key = key_of(&url);
        if let Some(row) = there(db, &key)? {
            let told = done.logged.iter().chain(&done.there);
            if !told.into_iter().any(|one| one.coverage.id == row.coverage.id) {
                done.there.push(row);
            }
            continue;
        }
        let mut set: Map<String, Json> = Map::new();
        let title = match title_in(&key) {
            title if title.is_empty() => without_reply_marks(&mail.subject).to_owned(),
            title => title,
        };
        set.insert("title".to_owned(), title.into());
        set.insert("url".to_owned(), url.into());
        set.insert("response_id".to_owned(), mail.id.into());
        if day_in(&key).is_empty() {
            set.insert("published_on".to_owned(), day.clone().into());
        }
        for (name, id) in
            [("contact_id", contact), ("release_id", release), ("enquiry_id", enquiry)]
        {
            if let Some(id) = id {
                set.insert(name.to_owned(), id.into());
            }
        }
        done.logged.push(add(db, ctx, NewCoverage { set, ..NewCoverage::default() })?);
    }
    if !mail.handled {
        response::set_handled(db, ctx, response::Handled { response_id: mail.id, handled: true })?;
    }
    Ok(done)
}
