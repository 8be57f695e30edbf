//! What an import may do to the fields of people who are there already.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::choice;
use crate::format::contact_columns::Field;

choice! {
    /// What happens to a field that holds something already. An empty cell never takes anything away.
    UpdateRule {
        /// The file's value takes the place of what is there.
        Replace = "replace",
        /// Only an empty field is filled.
        Fill = "fill",
        /// The file's values are added to what is there.
        Add = "add",
    }
}

/// The rule of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldRule {
    /// The field.
    pub field: Field,
    /// Its rule.
    pub rule: UpdateRule,
}

/// The rules of an import.
#[derive(Debug, Clone, Default)]
pub struct Rules(BTreeMap<Field, UpdateRule>);

impl Rules {
    /// Reads the rules of a plan; the last one for a field counts.
    pub fn of(rules: &[FieldRule]) -> Self {
        Self(rules.iter().map(|rule| (rule.field, rule.rule)).collect())
    }

    /// The rule of a field with one value: [`UpdateRule::Fill`] unless said otherwise.
    pub fn single(&self, field: Field) -> UpdateRule {
        self.0.get(&field).copied().unwrap_or(UpdateRule::Fill)
    }

    /// The rule of a field with several values: [`UpdateRule::Add`] unless said otherwise.
    pub fn several(&self, field: Field) -> UpdateRule {
        self.0.get(&field).copied().unwrap_or(UpdateRule::Add)
    }
}
