//! What the columns of a contact list mean, guessed from their names and contents, and what
//! stands in their cells: several addresses, numbers or labels at once.

mod cells;
mod email;
mod field;
mod guess;
mod names;

pub use cells::{is_no, is_yes, quoted_label, split_emails, split_labels, split_phones};
pub use email::{email_problem, valid_email};
pub use field::{Field, NewField};
pub use guess::{guess, of_card};
pub use names::is_known;
