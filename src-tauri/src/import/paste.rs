//! What a person pasted, made a file that the import reads: rows of a spreadsheet, vCards, or one
//! person from a mail signature.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::format::{csv, person_name, signature};
use crate::job::Job;

/// A pasted text.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PasteOrder {
    /// The text of the clipboard.
    pub text: String,
}

/// A phone number in a signature.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProposedPhone {
    /// As it is shown.
    pub number: String,
    /// Whether the text says that it takes WhatsApp.
    pub whatsapp: bool,
}

/// One person as a pasted text describes them, to be confirmed.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct PersonProposal {
    /// Name without titles.
    pub name: String,
    /// Titles before it.
    pub name_prefix: String,
    /// Titles after it.
    pub name_suffix: String,
    /// Position.
    pub position: String,
    /// Outlet.
    pub outlet: String,
    /// Email addresses.
    pub emails: Vec<String>,
    /// Phone numbers.
    pub phones: Vec<ProposedPhone>,
    /// City.
    pub city: String,
    /// Web page.
    pub website: String,
    /// Street address.
    pub address: String,
}

/// What a pasted text is, as a file ready to be looked at.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Pasted {
    /// `rows`, `cards` or `person`.
    pub kind: String,
    /// The upload.
    pub upload: String,
    /// For a signature, the person.
    pub person: Option<PersonProposal>,
}

/// Reads one person from free text. Proposes only.
pub fn propose(_db: &Reader, _ctx: &Ctx, text: String) -> Result<PersonProposal> {
    Ok(proposal(&signature::read(&text)))
}

fn proposal(found: &signature::Proposal) -> PersonProposal {
    let parts = person_name::split(&found.name);
    let phones = found.phones.iter();
    PersonProposal {
        name: parts.name,
        name_prefix: parts.prefix,
        name_suffix: parts.suffix,
        position: found.position.clone(),
        outlet: found.outlet.clone(),
        emails: found.emails.clone(),
        phones: phones
            .map(|(number, whatsapp)| ProposedPhone { number: number.clone(), whatsapp: *whatsapp })
            .collect(),
        city: found.city.clone(),
        website: found.website.clone(),
        address: found.address.clone(),
    }
}

/// Keeps a pasted text as an upload, from which it is imported like a file.
pub fn paste(job: &Job, order: PasteOrder) -> Result<Pasted> {
    let kind = signature::kind_of(&order.text);
    let upload = format!("{:016x}", rand::random::<u64>());
    let file = job.workspace.folder().join("uploads").join(&upload);
    let mut person = None;
    match kind {
        signature::Pasted::Nothing => return Err(Error::invalid("text", "import-paste-empty")),
        signature::Pasted::Rows | signature::Pasted::Cards => std::fs::write(&file, order.text)?,
        signature::Pasted::Person => {
            let found = signature::read(&order.text);
            if found.name.is_empty() && found.emails.is_empty() && found.phones.is_empty() {
                return Err(Error::invalid("text", "import-paste-nobody"));
            }
            let (headers, row) = signature::as_table(&found);
            csv::write_safe(std::fs::File::create(&file)?, &headers, [Ok(row)], true)?;
            person = Some(proposal(&found));
        }
    }
    let kind = match kind {
        signature::Pasted::Cards => "cards",
        signature::Pasted::Person => "person",
        _ => "rows",
    };
    Ok(Pasted { kind: kind.to_owned(), upload, person })
}
