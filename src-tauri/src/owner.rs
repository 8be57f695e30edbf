//! Whose: what hangs on a contact or on an organisation says so in one of two columns,
//! `contact_id` and `organisation_id`.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::choice;
use crate::db::Writer;
use crate::error::{Code, Error, Result};

choice! {
    /// Contacts or organisations.
    OwnerKind {
        /// Persons.
        Contact = "contact",
        /// Outlets and all other bodies.
        Organisation = "organisation",
    }
}

/// A contact or an organisation that something hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A person.
    Contact(i64),
    /// An outlet or another body.
    Organisation(i64),
}

impl OwnerKind {
    /// The one with this id.
    pub fn of(self, id: i64) -> Owner {
        match self {
            Self::Contact => Owner::Contact(id),
            Self::Organisation => Owner::Organisation(id),
        }
    }
}

impl Owner {
    /// Which of the two.
    pub fn kind(self) -> OwnerKind {
        match self {
            Self::Contact(_) => OwnerKind::Contact,
            Self::Organisation(_) => OwnerKind::Organisation,
        }
    }

    /// The row's id.
    pub fn id(self) -> i64 {
        match self {
            Self::Contact(id) | Self::Organisation(id) => id,
        }
    }

    /// The column that holds the id.
    pub fn column(self) -> &'static str {
        match self {
            Self::Contact(_) => "contact_id",
            Self::Organisation(_) => "organisation_id",
        }
    }

    /// Takes it out of the bin; whether it was in it. Whoever was merged into another lies there as
    /// an empty shell, without what was attached: that merge must be taken apart instead.
    pub fn restore(self, db: &Writer) -> Result<bool> {
        let merged = db.row(
            "SELECT absorbed_name, survivor_name FROM merges
             WHERE kind = :kind AND absorbed_id = :id AND unmerged_at = '' AND deleted_at IS NULL",
            named_params! {":kind": self.kind().as_str(), ":id": self.id()},
            |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)),
        )?;
        if let Some((name, into)) = merged {
            return Err(Error::new(Code::Conflict, "merge-not-in-bin")
                .arg("name", name)
                .arg("into", into));
        }
        let table = match self {
            Self::Contact(_) => "contacts",
            Self::Organisation(_) => "organisations",
        };
        db.restore_row(table, self.id())
    }

    /// The values of `contact_id` and `organisation_id`.
    pub fn ids(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Contact(id) => (Some(id), None),
            Self::Organisation(id) => (None, Some(id)),
        }
    }
}

/// Whose, as a screen says it: exactly one of the two.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct OwnerIds {
    /// The contact.
    pub contact_id: Option<i64>,
    /// The organisation.
    pub organisation_id: Option<i64>,
}

impl OwnerIds {
    /// The one that is named; both or none is Invalid.
    pub fn owner(self) -> Result<Owner> {
        match (self.contact_id, self.organisation_id) {
            (Some(id), None) => Ok(Owner::Contact(id)),
            (None, Some(id)) => Ok(Owner::Organisation(id)),
            _ => Err(Error::invalid("contact_id", "owner-not-one")),
        }
    }
}
