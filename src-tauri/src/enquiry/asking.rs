//! Who asks: somebody known, somebody who becomes known, or the author of a mail.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::{
    Contact, ContactPatch, Ctx, Enquiry, EnquiryChannel, EnquiryDetail, Error, Patch, ReachEdit,
    Reader, Result, Writer, affiliation, contact, one_line, organisation, reach, set_due, show,
    store,
};
use crate::response::{self, Response};
use crate::settings;
use crate::text::sentence;

/// Somebody who asks and is no contact yet.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewAsker {
    /// The name.
    #[ts(optional = false)]
    pub name: String,
    /// The address.
    pub email: Option<String>,
    /// The number, which takes WhatsApp.
    pub whatsapp: Option<String>,
    /// They were erased at their own wish and shall be entered again all the same.
    pub erased_ok: Option<bool>,
}

/// Whoever has the address or the number is meant; else a contact is made, at the outlet.
pub(super) fn become_known(
    db: &Writer,
    ctx: &Ctx,
    enquiry: &mut Enquiry,
    asker: &NewAsker,
) -> Result<()> {
    let said: Vec<(&str, &str)> = [("email", &asker.email), ("whatsapp", &asker.whatsapp)]
        .into_iter()
        .filter_map(|(kind, value)| value.as_deref().map(|value| (kind, value.trim())))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    for (kind, value) in &said {
        let (_, key) = reach::read(kind, value)?;
        let known: Option<i64> = db.row(
            "SELECT r.contact_id FROM reaches r
             JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
             WHERE r.value_key = :key AND r.deleted_at IS NULL
             ORDER BY r.contact_id LIMIT 1",
            named_params! {":key": key},
            |row| row.get(0),
        )?;
        if known.is_some() {
            enquiry.contact_id = known;
            return Ok(());
        }
    }
    if asker.name.trim().is_empty() {
        return Err(Error::invalid("asker", "enquiry-asker-missing"));
    }
    let reaches = said
        .into_iter()
        .map(|(kind, value)| ReachEdit {
            kind: kind.to_owned(),
            value: value.to_owned(),
            label: None,
        })
        .collect();
    let outlet = match enquiry.outlet_id {
        Some(id) => Some(db.get::<organisation::Organisation>(id)?.name),
        None => None,
    };
    let affiliations = outlet.map(|organisation| {
        vec![affiliation::AffiliationEdit { organisation, ..Default::default() }]
    });
    let mut patch = Patch::default();
    patch.set.insert("name".to_owned(), asker.name.trim().into());
    let made = contact::save(
        db,
        ctx,
        ContactPatch {
            patch,
            reaches: Some(reaches),
            affiliations,
            erased_ok: asker.erased_ok,
            ..ContactPatch::default()
        },
    )?;
    enquiry.contact_id = Some(made.contact.id);
    Ok(())
}

/// Where a contact works now.
pub(super) fn outlet_of(db: &Reader, ctx: &Ctx, contact_id: Option<i64>) -> Result<Option<i64>> {
    let Some(id) = contact_id else { return Ok(None) };
    Ok(contact::rows_of(db, ctx, &[id])?
        .into_iter()
        .next()
        .map(|row| row.outlet_id)
        .filter(|id| *id > 0))
}

/// A mail that an enquiry is made of.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EnquiryMail {
    /// The response.
    #[ts(optional = false)]
    pub response_id: i64,
    /// Until when, as in a save; empty = no deadline; none = the one that the mail names.
    pub due: Option<String>,
}

/// Makes an enquiry of a mail that came in; the mail is then done with. One mail makes one enquiry:
/// asked again, it is that one. A deadline that is taken from the mail stands in the notes with the
/// author's words.
pub fn from_response(db: &Writer, ctx: &Ctx, order: EnquiryMail) -> Result<EnquiryDetail> {
    let response_id = order.response_id;
    let mut mail: Response = db.get(response_id)?;
    let there: Option<i64> = db.row(
        "SELECT id FROM enquiries WHERE response_id = :id AND deleted_at IS NULL",
        named_params! {":id": response_id},
        |row| row.get(0),
    )?;
    if let Some(id) = there {
        return show(db, ctx, id);
    }
    let contact_id = match mail.contact_id {
        Some(id) => db.find::<Contact>(id)?.map(|contact| contact.id),
        None => None,
    };
    let asker = if contact_id.is_some() {
        String::new()
    } else if mail.from_name.trim().is_empty() {
        mail.from_address.clone()
    } else {
        mail.from_name.clone()
    };
    let release_id = if mail.release_id > 0 {
        db.find::<crate::release::Release>(mail.release_id)?
    } else {
        None
    };
    let subject = without_reply_marks(&mail.subject);
    let mut enquiry = Enquiry {
        question: mail.new_text.trim().to_owned(),
        subject: if subject.is_empty() { one_line(&mail.new_text) } else { one_line(subject) },
        channel: EnquiryChannel::Mail,
        asked_at: mail.received_at.clone(),
        outlet_id: outlet_of(db, ctx, contact_id)?,
        contact_id,
        asker,
        release_id: release_id.map(|release| release.id),
        response_id: Some(mail.id),
        ..Enquiry::default()
    };
    if enquiry.subject.is_empty() {
        enquiry.subject.clone_from(&mail.from_address);
    }
    match &order.due {
        Some(due) => set_due(db, &mut enquiry, due)?,
        None => {
            if let Some(named) = response::due_named(db, &mail)? {
                enquiry.due_at = named.at;
                enquiry.due_zone = named.zone;
                let language = settings::value(db, "language", "id")?;
                enquiry.notes =
                    sentence(&language, "enquiry-due-from-mail", &[("words", &named.words)]);
            }
        }
    }
    store(db, &mut enquiry)?;
    if !mail.handled {
        response::set_handled(db, ctx, response::Handled { response_id: mail.id, handled: true })?;
        mail.handled = true;
    }
    show(db, ctx, enquiry.id)
}

/// A subject without `Re:`, `Balas:` and their like.
pub(crate) fn without_reply_marks(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((mark, after)) = rest.split_once(':') {
        let mark = mark.trim().to_lowercase();
        if !["re", "fw", "fwd", "balas", "bls", "aw", "tr"].contains(&mark.as_str()) {
            break;
        }
        rest = after.trim();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_replies_are_taken_off() {
        for (said, wanted) in [
            ("Re: Fwd: Data banjir", "Data banjir"),
            ("BLS: re: Jadwal", "Jadwal"),
            ("Konfirmasi: anggaran", "Konfirmasi: anggaran"),
            ("Re:", ""),
        ] {
            assert_eq!(without_reply_marks(said), wanted);
        }
    }
}
