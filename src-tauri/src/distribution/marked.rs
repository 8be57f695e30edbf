//! The mark of an embargo on whatever shows a release: mails, files, chats, previews.

use rusqlite::named_params;

use super::instant::Instant;
use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::office::{self, Office};
use crate::release::letter::{self, EmbargoNotice, Preview, PreviewOrder, Template};
use crate::release::mail_form::{self, MailForm};
use crate::release::{self, Release, files_of, in_language, other_text};

/// The embargo of a release while it lasts, in the office's zone.
pub(super) fn standing(db: &Reader, ctx: &Ctx, release: &Release) -> Result<Option<Instant>> {
    let zone = office::zone(db)?;
    Ok(release::embargo_until(db, ctx, release)?.map(|at| Instant { at, zone }))
}

/// What a text under embargo says of it, in this language.
pub(super) fn embargo_notice(ends: &Instant, language: &str) -> EmbargoNotice {
    let until = ends.written(language);
    EmbargoNotice {
        long: letter::words(
            language,
            "release-embargo-notice",
            &[("until", &until), ("elsewhere", &ends.elsewhere(language))],
        ),
        short: letter::words(language, "release-embargo", &[("until", &until)]),
    }
}

/// What a release under embargo says of it, in its own language; none when it is under none.
pub fn notice(db: &Reader, ctx: &Ctx, release: &Release) -> Result<Option<EmbargoNotice>> {
    Ok(standing(db, ctx, release)?.map(|ends| embargo_notice(&ends, &release.language)))
}

/// The mail of a release, marked where it is under embargo.
pub fn template(db: &Reader, ctx: &Ctx, release: &Release, office: &Office) -> Result<Template> {
    Ok(Template::under_embargo(release, office, notice(db, ctx, release)?.as_ref()))
}

/// The text for a reader of this language; the release's own where it is in no other.
fn preferred(other: Option<Release>, own: Release, language: &str) -> Release {
    match other {
        Some(other) if other.language == language => other,
        _ => own,
    }
}

/// Shows a release as one recipient will see it: in the language and the form of mail that they
/// get, marked where it is under embargo.
pub fn preview(db: &Reader, ctx: &Ctx, order: PreviewOrder) -> Result<Preview> {
    let release: Release = db.get(order.release_id)?;
    let office = office::find(db)?.unwrap_or_default();
    let wishes: Option<(String, String)> = match order.contact_id {
        Some(contact) => db.row(
            "SELECT mail_form, language FROM contacts WHERE id = :id",
            named_params! {":id": contact},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?,
        None => None,
    };
    let (wished, language) = wishes.unwrap_or_default();
    let release = match &order.language {
        Some(language) => in_language(db, release, Some(language))?,
        None => preferred(other_text(db, &release)?, release, &language),
    };
    let form = order.form.or_else(|| MailForm::named(&wished));
    match form {
        None | Some(MailForm::Full) => {
            let template = template(db, ctx, &release, &office)?;
            letter::preview(db, ctx, &order, &release, &office, &template, None)
        }
        Some(form) => {
            let files = files_of(db, release.id)?;
            let notice = notice(db, ctx, &release)?;
            let text = mail_form::template(&release, &office, notice.as_ref(), &files, form);
            let size = mail_form::estimated_size(&text, &files, form);
            letter::preview(db, ctx, &order, &release, &office, &text, Some(size))
        }
    }
}
