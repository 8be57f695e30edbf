//! Mail as bytes and sockets: sending, fetching, composing, and understanding what came back.
//! Nothing here knows the database; the outbox and the inbox join the two.

pub mod absence;
pub mod address_url;
mod answer_deputy;
pub mod answer_text;
pub mod auth_results;
pub mod auto_reply;
pub mod bounce_text;
pub mod classify;
pub mod compose;
pub mod deadline;
pub mod dkim;
pub mod dsn;
pub mod forward;
pub mod html;
pub mod imap;
pub mod mime;
pub mod oauth;
pub mod outlook;
pub mod phrases;
pub mod presets;
pub mod probe;
pub mod propose;
pub mod reply_text;
pub mod rsvp;
mod rtf;
pub mod secret;
pub mod smtp;
pub mod tnef;
pub mod understand;
