//! Warta, the desk of a press office.
//!
//! A map of the house. Two doors ([`cli`], `desktop`) lead to one table of [`commands`]; each
//! command is a function of a noun; a noun speaks to the store through [`db`] and to the world
//! through [`mail`] and [`format`].
//!
//! `desktop, cli -> commands, workspace -> nouns, outbox, inbox -> db, mail, format -> error, clock`
//!
//! Words: a *contact* is a person, an *organisation* an outlet or any other body; the *media
//! list* is all of them. A *recipient list* is a named selection. A *press release* goes out in a
//! *distribution*: one *delivery* for each recipient. What comes back is a *response*. The
//! *contact history* is made of *interactions*. *Do not contact*, *bad address* and *left the
//! outlet* are three different states. A *programme* is run with a community; its *posts* are read again and
//! again for whom they reached. An *enquiry* is what a journalist asks; a *statement* is what was
//! cleared to be said; *coverage* is what was published. A *press event* has *guests*, who answer and come. A *source* speaks for an office; a *quote* is where they did.

pub mod bus;
pub mod clock;
pub mod commands;
pub mod db;
pub mod error;
pub mod job;
pub mod logs;
pub mod text;
pub mod workspace;

pub mod format;
pub mod mail;

pub mod affiliation;
pub mod change_suggestion;
pub mod contact;
pub mod custom_field;
pub mod duplicate;
pub mod erased;
pub mod field;
pub mod follow_up;
pub mod interaction;
pub mod kit;
pub mod label;
pub mod membership;
pub mod merge;
pub mod organisation;
pub mod owner;
pub mod photo;
pub mod programme;
pub mod quote;
pub mod reach;
pub mod recipient_list;
pub mod record_file;
pub mod snippet;
pub mod social_account;
pub mod source;
pub mod stored_file;

pub mod account;
pub mod accreditation;
pub mod calendar;
pub mod check_in;
pub mod coverage;
pub mod distribution;
pub mod enquiry;
pub mod evaluation;
pub mod event_answer;
pub mod event_guest;
pub mod event_note;
pub mod event_reply;
pub mod group_chat;
pub mod inbox;
pub mod invitation;
pub mod letter;
pub mod outbox;
pub mod paper;
pub mod press_event;
pub mod proposal;
pub mod quality;
pub mod register;
pub mod release;
pub mod response;
pub mod statement;

pub mod demo;
pub mod export;
pub mod history;
pub mod holiday;
pub mod import;
pub mod office;
pub mod review;
pub mod settings;
pub mod staff;
pub mod stream;
pub mod subject;
pub mod today;
pub mod tour;

pub mod cli;
#[cfg(feature = "desktop")]
pub mod desktop;
