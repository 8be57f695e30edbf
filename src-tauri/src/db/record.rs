//! What a record is: a row with an id, a version and a bin, declared once by [`record!`].

pub use rusqlite::ToSql;
pub use rusqlite::{named_params, params};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use crate::error::{Code, Error, Result};

/// A row of a logged table. [`record!`] writes this.
pub trait Record: Sized + Serialize + for<'de> Deserialize<'de> {
    /// The table.
    const TABLE: &'static str;
    /// The columns that a person or the app sets, in the order of [`Record::values`].
    const COLUMNS: &'static [&'static str];
    /// Inserts a row: the columns, then its import and twice its time.
    const INSERT: &'static str;
    /// The row's id; 0 before it is stored.
    fn id(&self) -> i64;
    /// Sets what the store decides.
    fn set_stored(&mut self, id: i64, version: i64);
    /// The version that this copy was read at.
    fn version(&self) -> i64;
    /// Reads a row selected by [`Record::select_list`].
    fn from_row(row: &rusqlite::Row) -> rusqlite::Result<Self>;
    /// The values of [`Record::COLUMNS`].
    fn values(&self) -> Vec<&dyn ToSql>;
    /// `id, version, …` for a SELECT.
    fn select_list() -> String {
        format!("id, version, {}", Self::COLUMNS.join(", "))
    }
}

/// Declares a record: struct, columns, row mapping, values and TypeScript type from one list.
#[macro_export]
macro_rules! record {
    (@mark $field:ident) => { "?, " };
    ($(#[$doc:meta])* $name:ident in $table:literal { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(default)]
        pub struct $name {
            /// The row's id; 0 before it is stored.
            pub id: i64,
            /// Rises with every change; a save names the version it was made on.
            pub version: i64,
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $crate::db::Record for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),*];
            const INSERT: &'static str = concat!(
                "INSERT INTO ", $table, " (", $(stringify!($field), ", ",)* "import_id, created_at, updated_at) VALUES (",
                $($crate::record!(@mark $field),)* "?, ?, ?)"
            );
            fn id(&self) -> i64 { self.id }
            fn version(&self) -> i64 { self.version }
            fn set_stored(&mut self, id: i64, version: i64) { self.id = id; self.version = version; }
            fn from_row(row: &rusqlite::Row) -> rusqlite::Result<Self> {
                Ok(Self { id: row.get("id")?, version: row.get("version")?, $($field: row.get(stringify!($field))?,)* })
            }
            fn values(&self) -> Vec<&dyn $crate::db::ToSql> { vec![$(&self.$field),*] }
        }
    };
}

/// Declares the words that a text column may hold, and how they travel.
#[macro_export]
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name { $($(#[$word_doc])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// Every word, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// As it is stored and as scripts write it.
            pub fn as_str(self) -> &'static str { match self { $(Self::$variant => $word),* } }
            /// Reads a stored word.
            pub fn from_word(word: &str) -> Option<Self> { match word { $($word => Some(Self::$variant),)* _ => None } }
        }
        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> { Ok(self.as_str().into()) }
        }
        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                Self::from_word(value.as_str()?).ok_or(rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}

/// A save from a screen: only the fields that changed, and the version they were changed on.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct Patch {
    /// The record; none to create one.
    #[ts(optional)]
    pub id: Option<i64>,
    /// The version that the screen showed. None overrides whatever is there.
    #[ts(optional)]
    pub version: Option<i64>,
    /// Names one opening of an editor: its saves of one record are one action (`Writer::edit`).
    /// None = an action of its own.
    #[ts(optional)]
    pub session: Option<String>,
    /// Field names with their new values.
    #[ts(type = "Record<string, string | number | boolean | null>")]
    pub set: Map<String, Json>,
}

impl Patch {
    /// The record with the patch laid over it. An unknown field or a wrong type is Invalid.
    pub fn apply<R: Record>(&self, record: &R) -> Result<R> {
        let mut json = serde_json::to_value(record)?;
        let fields =
            json.as_object_mut().ok_or_else(|| Error::internal("a record is an object"))?;
        for (name, value) in &self.set {
            if !R::COLUMNS.contains(&name.as_str()) {
                return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
            }
            fields.insert(name.clone(), value.clone());
        }
        serde_json::from_value(json).map_err(|cause| {
            let field = self.set.keys().next().cloned().unwrap_or_default();
            Error::invalid(field, "error-wrong-value").because(cause)
        })
    }

    /// Refuses a patch made on an older version of the record than the stored one.
    pub fn check_version<R: Record>(&self, stored: &R) -> Result<()> {
        match self.version {
            Some(version) if version != stored.version() => {
                Err(Error::new(Code::Conflict, "error-conflict"))
            }
            _ => Ok(()),
        }
    }
}
