//! Every integration test of Warta, one file a noun, in one binary.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests fail by panicking"
)]

#[path = "../mail_server/mod.rs"]
mod mail_server;
mod office;

mod accounts;
mod afterwards;
mod answers;
mod bin;
mod calendar;
mod chain;
mod channels;
mod chat_export;
mod check_in;
mod cli;
mod cli_records;
mod contact_history;
mod contact_search;
mod corrections;
mod coverage;
mod demo;
mod distribution;
mod do_not_contact;
mod duplicate;
mod duplicate_gold;
mod e2e;
mod enclosure;
mod enquiry;
mod evaluation;
mod event_chain;
mod event_door;
mod event_guest;
mod event_guest_life;
mod event_reply;
mod exchange;
mod export_stream;
mod field;
mod filter;
mod format;
mod format_cells;
mod fuzz;
mod group_chat;
mod import;
mod import_end;
mod import_undo;
mod inbox;
mod inbox_fetch;
mod invitation;
mod keychain;
mod kill;
mod kit;
mod layouts;
mod letter;
mod lifecycle;
mod lint;
mod mail_compose;
mod mail_matrix;
mod mail_wire;
mod mailbox;
mod meanwhile;
mod media_list;
mod merge;
mod newsroom;
mod ordinary;
mod outbox;
mod paper;
mod photo;
mod press_event;
mod press_event_plan;
mod programme;
mod protection;
mod release;
mod reply;
mod response;
mod round_trip;
mod rules;
mod samples;
mod sending_desk;
mod sign_in;
mod source;
mod steady;
mod timing;
mod tour;
mod translation;
mod trouble;
mod understand;
mod undo_property;
