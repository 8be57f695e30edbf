//! Whose: what hangs on a contact or on an organisation says so in one of two columns,
//! `contact_id` and `organisation_id`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::choice;
use crate::error::{Error, Result};

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
