//! THE TABLE of commands: all that Warta can do, in one list. It makes the window's single call,
//! the TypeScript types, `warta call`, and the list that tests walk through.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use ts_rs::{Config, TS, TypeVisitor};

use crate::bus::{Event, JobNews};
use crate::db::undo::{ActionRow, Undone};
use crate::db::{Ctx, Patch, Searchable, Source};
use crate::error::{Code, Error, Result};
use crate::workspace::Workspace;
use crate::{
    account, accreditation, affiliation, calendar, change_suggestion, check_in, contact, coverage,
    custom_field, demo, distribution, duplicate, enquiry, evaluation, event_answer, event_guest,
    event_note, event_reply, export, field, follow_up, group_chat, history, holiday, import, inbox,
    interaction, invitation, job, kit, letter, membership, merge, office, organisation, outbox,
    owner, paper, photo, press_event, programme, proposal, quality, quote, recipient_list,
    record_file, release, response, review, settings, snippet, source, staff, statement, stream,
    subject, today, tour,
};

/// Whose call it is: the workspace, the door it came through, and who is working.
pub struct Door<'a> {
    /// The open workspace.
    pub workspace: &'a Workspace,
    /// Window or command line.
    pub source: Source,
    /// Name of the staff member.
    pub actor: String,
    /// Hears the progress of jobs that run in the foreground.
    pub on_progress: Option<&'a (dyn Fn(&JobNews) + Sync)>,
}

impl Door<'_> {
    /// The context of a call made now.
    pub fn ctx(&self) -> Ctx {
        self.workspace.ctx(&self.actor, self.source)
    }
}

/// What a command does to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Asks; cannot write.
    Read,
    /// Changes, in one action that can be undone.
    Write,
    /// Changes, but cannot be taken back.
    WriteForGood,
    /// Long work.
    Job,
}

/// One line of the table, for tests and for the TypeScript types.
pub struct Entry {
    /// The command.
    pub name: &'static str,
    /// What it does to the store.
    pub kind: Kind,
    /// The tables a read depends on.
    pub tables: &'static [&'static str],
    collect: fn(&mut Types) -> Shapes,
}

/// The TypeScript names of what a command takes and gives.
struct Shapes {
    args: String,
    result: String,
    /// What a job's last event brings; none where the result is the answer itself.
    job_result: Option<String>,
}

macro_rules! commands {
    (@kind read) => { Kind::Read };
    (@kind write) => { Kind::Write };
    (@kind write no_undo) => { Kind::WriteForGood };
    (@kind job) => { Kind::Job };
    (@result job $result:ty) => { job::JobStarted };
    (@result $kind:ident $result:ty) => { $result };
    (@job_result job $types:ident $result:ty) => { Some($types.add::<$result>()) };
    (@job_result $kind:ident $types:ident $result:ty) => { None };
    (@run read $door:ident $name:ident $args:ident $function:path) => {{
        let ctx = $door.ctx();
        $door.workspace.db.read(|db| $function(db, &ctx, $args))
    }};
    (@run write $door:ident $name:ident $args:ident $function:path) => {{
        let ctx = $door.ctx();
        $door.workspace.db.write(&ctx, stringify!($name), true, |db| $function(db, &ctx, $args))
    }};
    (@run write no_undo $door:ident $name:ident $args:ident $function:path) => {{
        let ctx = $door.ctx();
        $door.workspace.db.write(&ctx, stringify!($name), false, |db| $function(db, &ctx, $args))
    }};
    (@run job $door:ident $name:ident $args:ident $function:path) => {{
        let ctx = $door.ctx();
        let id = job::start($door.workspace, &ctx, stringify!($name))?;
        job::run($door.workspace, ctx, id, stringify!($name), $door.on_progress, |job| $function(job, $args))
    }};
    (@call job $workspace:ident $door:ident $name:ident $args:ident $function:path) => {{
        let ctx = $door.ctx();
        let id = job::start($workspace, &ctx, stringify!($name))?;
        let workspace = Arc::clone($workspace);
        std::thread::spawn(move || {
            if let Err(error) = job::run(&workspace, ctx, id, stringify!($name), None, |job| $function(job, $args)) {
                log::warn!("job {id} {}: {error}", stringify!($name));
            }
        });
        to_json(&job::JobStarted { id })
    }};
    (@call $kind:ident $workspace:ident $door:ident $name:ident $args:ident $function:path) => {
        to_json(&$name(&$door, $args)?)
    };
    ($($kind:ident $(($flag:ident))? $name:ident($args:ty) -> $result:ty = $function:path $(, [$($table:literal),*])?;)*) => {
        /// Every command.
        pub const TABLE: &[Entry] = &[$(Entry {
            name: stringify!($name),
            kind: commands!(@kind $kind $($flag)?),
            tables: &[$($($table),*)?],
            collect: |types| Shapes {
                args: types.add::<$args>(),
                result: types.add::<commands!(@result $kind $result)>(),
                job_result: commands!(@job_result $kind types $result),
            },
        }),*];

        $(
            #[doc = concat!("`", stringify!($name), "`: see [`", stringify!($function), "`].")]
            pub fn $name(door: &Door, args: $args) -> Result<$result> {
                commands!(@run $kind $($flag)? door $name args $function)
            }
        )*

        /// Runs a command by its name, as the window does. Jobs go on in a thread of their own.
        pub fn call(workspace: &Arc<Workspace>, source: Source, actor: &str, name: &str, args: Json) -> Result<Json> {
            let door = Door { workspace, source, actor: actor.to_owned(), on_progress: None };
            match name {
                $(stringify!($name) => {
                    let args: $args = from_json(name, args)?;
                    commands!(@call $kind workspace door $name args $function)
                })*
                _ => Err(Error::new(Code::NotFound, "error-unknown-command").arg("name", name)),
            }
        }

        /// Runs a command by its name in the foreground, jobs included, as `warta call` does.
        pub fn call_and_wait(door: &Door, name: &str, args: Json) -> Result<Json> {
            match name {
                $(stringify!($name) => to_json(&$name(door, from_json(name, args)?)?),)*
                _ => Err(Error::new(Code::NotFound, "error-unknown-command").arg("name", name)),
            }
        }
    };
}

commands! {
    read  session(()) -> settings::Session = settings::session, ["settings", "offices", "staff", "accounts"];
    write(no_undo) setting_set(settings::Setting) -> () = settings::set;
    write office_first_start(office::FirstStart) -> office::Office = office::first_start;
    read  office_show(()) -> office::Office = office::show, ["offices"];
    write office_save(Patch) -> office::Office = office::save;
    write office_logo_set(office::NewLogo) -> office::Office = office::set_logo;
    read  staff_list(()) -> Vec<staff::Staff> = staff::list, ["staff"];
    write staff_save(Patch) -> staff::Staff = staff::save;
    write(no_undo) staff_choose(i64) -> staff::Staff = staff::choose;
    read  today_show(()) -> today::Today = today::show, ["*"];

    read  contact_list(contact::ContactFilter) -> contact::ContactPage = contact::list, ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"];
    read  contact_count(contact::ContactFilter) -> i64 = contact::count, ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"];
    read  question_give_up(String) -> bool = contact::give_up, [];
    read  filter_fields(()) -> Vec<contact::FieldRow> = contact::filter_fields, ["custom_fields"];
    read  filter_offers(contact::OffersWanted) -> Vec<contact::Offer> = contact::offers, ["group_chats", "contacts", "labels", "organisations", "recipient_lists", "releases", "imports", "custom_fields", "custom_values"];
    read  filter_read(String) -> recipient_list::FilterText = recipient_list::filter_read, ["recipient_lists", "offices", "custom_fields"];
    read  filter_write(contact::Filter) -> recipient_list::FilterText = recipient_list::filter_write, ["recipient_lists", "offices", "custom_fields"];
    read  contact_facets(()) -> contact::Facets = contact::facets, ["contacts", "labels"];
    read  contact_show(i64) -> contact::ContactDetail = contact::show, ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "duplicate_flags", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "memberships", "social_accounts", "record_files", "custom_values"];
    write contact_save(contact::ContactPatch) -> contact::ContactDetail = contact::save;
    write contact_delete(Vec<i64>) -> i64 = contact::delete;
    write contact_photo_set(contact::NewPhoto) -> contact::ContactDetail = contact::set_photo;
    write contact_restore(Vec<i64>) -> i64 = contact::restore;
    write contact_change_job(affiliation::JobChange) -> contact::ContactDetail = contact::change_job;
    write contact_state_set(contact::StateChange) -> contact::ContactDetail = contact::set_state;
    write contact_states_set(contact::StatesChange) -> i64 = contact::set_states;
    read  interaction_find(interaction::InteractionSearch) -> Vec<interaction::InteractionHit> = interaction::find, ["interactions", "contacts"];
    write interaction_log(interaction::NewInteraction) -> interaction::Interaction = interaction::log;
    write interaction_save(Patch) -> interaction::Interaction = interaction::save;
    write interaction_delete(Vec<i64>) -> i64 = interaction::delete;
    read  follow_up_list(follow_up::FollowUpFilter) -> Vec<follow_up::FollowUpRow> = follow_up::list, ["follow_ups", "contacts", "staff"];
    write follow_up_save(Patch) -> follow_up::FollowUp = follow_up::save;
    write follow_up_done(follow_up::FollowUpDone) -> follow_up::FollowUp = follow_up::set_done;
    write follow_up_delete(Vec<i64>) -> i64 = follow_up::delete;

    read  organisation_list(organisation::OrganisationFilter) -> organisation::OrganisationPage = organisation::list, ["organisations", "affiliations", "contacts", "organisation_search"];
    read  organisation_show(i64) -> organisation::OrganisationDetail = organisation::show, ["organisations", "affiliations", "contacts", "reaches", "labels", "memberships", "social_accounts", "record_files", "custom_values"];
    write organisation_save(organisation::OrganisationPatch) -> organisation::OrganisationDetail = organisation::save;
    write organisation_delete(Vec<i64>) -> i64 = organisation::delete;
    write organisation_restore(Vec<i64>) -> i64 = organisation::restore;

    write membership_save(membership::MembershipSave) -> membership::AssociationMembership = membership::save;
    write membership_delete(Vec<i64>) -> i64 = membership::delete;

    read  programme_list(programme::ProgrammeFilter) -> Vec<programme::ProgrammeRow> = programme::list, ["programmes", "programme_members", "programme_posts", "post_readings", "organisations", "contacts"];
    read  programme_show(i64) -> programme::ProgrammeDetail = programme::show, ["programmes", "programme_members", "programme_posts", "post_readings", "organisations", "contacts"];
    write programme_save(programme::ProgrammePatch) -> programme::ProgrammeDetail = programme::save;
    write programme_delete(Vec<i64>) -> i64 = programme::delete;
    write programme_join(programme::NewMembers) -> i64 = programme::add_members;
    write programme_member_save(programme::MemberEdit) -> programme::ProgrammeMember = programme::save_member;
    write programme_member_delete(Vec<i64>) -> i64 = programme::delete_members;
    read  post_list(programme::PostFilter) -> programme::PostPage = programme::posts, ["programmes", "programme_posts", "post_readings", "organisations", "contacts", "social_accounts"];
    read  post_show(i64) -> programme::PostDetail = programme::show_post, ["programmes", "programme_posts", "post_readings", "organisations", "contacts", "social_accounts"];
    write post_log(programme::NewPost) -> programme::PostDetail = programme::log;
    write post_save(Patch) -> programme::PostDetail = programme::save_post;
    write post_delete(Vec<i64>) -> i64 = programme::delete_posts;
    read  post_paste_read(programme::PostLines) -> programme::LoggedLines = programme::paste_preview, ["programmes", "programme_members", "programme_posts", "post_readings", "organisations", "contacts", "social_accounts"];
    write post_paste(programme::PostLines) -> programme::LoggedLines = programme::paste;
    write post_reading_save(programme::NewReading) -> programme::PostReading = programme::save_reading;
    write post_reading_delete(Vec<i64>) -> i64 = programme::delete_readings;

    read  source_list(source::SourceFilter) -> source::Directory = source::list, ["contacts", "affiliations", "organisations", "labels", "quotes", "offices"];
    read  quote_list(quote::QuoteFilter) -> Vec<quote::QuoteRow> = quote::list, ["quotes", "contacts", "organisations"];
    write quote_save(quote::QuotePatch) -> quote::QuoteRow = quote::save;
    write quote_delete(Vec<i64>) -> i64 = quote::delete;
    write quote_approve(quote::QuoteApproval) -> quote::Quote = quote::approve;

    read  field_list(owner::OwnerKind) -> Vec<field::RecordField> = field::list, ["custom_fields"];
    read  field_values(field::FieldValuesQuery) -> Vec<field::FieldValuesRow> = field::of_many, ["contacts", "organisations", "affiliations", "reaches", "labels", "memberships", "social_accounts", "interactions", "recipient_lists", "recipient_list_members", "contact_states", "custom_fields", "custom_values", "programmes", "programme_members", "quotes"];
    write field_set(field::FieldSet) -> i64 = field::set;
    write custom_field_save(Patch) -> custom_field::CustomField = custom_field::save;
    write custom_field_order(Vec<i64>) -> i64 = custom_field::order;
    write custom_field_delete(i64) -> bool = custom_field::delete;
    write record_file_attach(record_file::NewRecordFile) -> record_file::RecordFile = record_file::attach;
    write record_file_save(Patch) -> record_file::RecordFile = record_file::save;
    write(no_undo) record_file_copy(record_file::FileCopy) -> record_file::FileCopied = record_file::copy_out;
    write record_file_detach(i64) -> bool = record_file::detach;

    read  list_all(()) -> Vec<recipient_list::ListRow> = recipient_list::all, ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"];
    read  list_show(i64) -> recipient_list::ListDetail = recipient_list::show, ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"];
    write list_save(Patch) -> recipient_list::RecipientList = recipient_list::save;
    read  list_compare(recipient_list::Comparison) -> recipient_list::Compared = recipient_list::compare, ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"];
    read  list_left_out(i64) -> Vec<recipient_list::LeftOut> = recipient_list::left_out, ["recipient_list_exclusions", "contacts"];
    write list_save_smart(recipient_list::SmartList) -> recipient_list::RecipientList = recipient_list::save_smart;
    write list_archive(recipient_list::Archive) -> recipient_list::RecipientList = recipient_list::archive;
    write list_leave_out(recipient_list::LeaveOut) -> i64 = recipient_list::leave_out;
    write list_take_back(recipient_list::Members) -> i64 = recipient_list::take_back;
    write list_delete(i64) -> bool = recipient_list::delete;
    write list_add(recipient_list::Members) -> i64 = recipient_list::add;
    write list_remove(recipient_list::Members) -> i64 = recipient_list::remove;

    read  group_chat_list(group_chat::GroupChatFilter) -> Vec<group_chat::GroupChatRow> = group_chat::list, ["group_chats", "group_chat_members", "group_chat_proposals", "organisations", "contacts"];
    read  group_chat_show(i64) -> group_chat::GroupChatDetail = group_chat::show, ["group_chats", "group_chat_members", "group_chat_senders", "group_chat_proposals", "organisations", "contacts", "affiliations", "reaches", "releases"];
    write group_chat_save(Patch) -> group_chat::GroupChat = group_chat::save;
    write group_chat_delete(Vec<i64>) -> i64 = group_chat::delete;
    write group_chat_restore(Vec<i64>) -> i64 = group_chat::restore;
    write group_chat_add(group_chat::ChatMembersNew) -> i64 = group_chat::add;
    write group_chat_remove(group_chat::ChatMembersGone) -> i64 = group_chat::remove;
    write group_chat_member_save(Patch) -> group_chat::ChatMember = group_chat::save_member;
    read  group_chat_proposals(group_chat::ProposalFilter) -> group_chat::ProposalPage = group_chat::proposals, ["group_chat_proposals", "group_chats", "group_chat_senders", "contacts", "releases"];
    write group_chat_decide(group_chat::ChatDecision) -> group_chat::ChatDecided = group_chat::decide;
    write group_chat_sender_decide(group_chat::SenderDecision) -> group_chat::SenderDecided = group_chat::decide_sender;
    job   group_chat_preview(group_chat::ChatImport) -> group_chat::ChatImported = group_chat::preview;
    job   group_chat_import(group_chat::ChatImport) -> group_chat::ChatImported = group_chat::run;

    read  duplicate_list(duplicate::DuplicateFilter) -> duplicate::DuplicatePage = duplicate::list, ["duplicate_flags", "organisation_duplicates", "contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups"];
    read  duplicate_check(duplicate::DuplicateCheck) -> Vec<duplicate::LikelyDuplicate> = duplicate::check, ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "duplicate_flags", "contact_search"];
    write duplicate_decide(duplicate::Decision) -> bool = duplicate::decide;
    job   duplicate_scan(duplicate::ScanOrder) -> duplicate::ScanReport = duplicate::scan;
    read  merge_preview(merge::MergeAsk) -> merge::MergePreview = merge::preview, ["*"];
    write merge_run(merge::MergeOrder) -> merge::Merged = merge::run;
    read  merge_list(i64) -> Vec<merge::MergeRow> = merge::list, ["merges"];
    read  merge_show(i64) -> merge::MergeDetail = merge::show, ["*"];
    write merge_undo(merge::Unmerge) -> merge::Unmerged = merge::unmerge;
    read  review_list(review::ReviewFilter) -> review::ReviewPage = review::list, ["*"];
    write contact_verify(Vec<i64>) -> i64 = review::verify;
    write review_job_change(review::ReviewedJob) -> i64 = review::change_job;

    job   import_inspect(import::Inspect) -> import::Inspection = import::inspect;
    job   import_preview(import::ImportPlan) -> import::ImportResult = import::preview;
    job   import_run(import::ImportPlan) -> import::ImportResult = import::run;
    job   import_paste(import::PasteOrder) -> import::Pasted = import::paste;
    read  signature_read(String) -> import::PersonProposal = import::propose, [];
    read  import_list(i64) -> Vec<import::ImportRun> = import::list, ["imports", "actions", "jobs"];
    job   import_undo(i64) -> Undone = import::undo;
    read  export_columns(owner::OwnerKind) -> Vec<export::ExportColumn> = export::columns, ["settings", "custom_fields"];
    job   export_run(export::ExportOrder) -> export::Exported = export::run;
    write(no_undo) job_cancel(i64) -> bool = history::cancel_job;

    read  history_list(i64) -> Vec<ActionRow> = history::list, ["actions", "changes"];
    job   undo_last(()) -> Undone = history::undo_last;
    job   undo_action(i64) -> Undone = history::undo_action;
    job   redo_last(()) -> Undone = history::redo_last;
    read  history_find(history::HistoryFilter) -> history::HistoryPage = history::find, ["*"];
    read  history_space(()) -> history::HistorySpace = history::space, ["actions", "changes", "settings"];
    job   history_prune(()) -> history::Pruned = history::prune;
    read  bin_list(history::BinFilter) -> Vec<history::BinRow> = history::bin, ["press_events", "event_templates", "event_notes", "calendar_entries", "holidays", "coverage", "enquiries", "statements", "snippets", "group_chats", "contacts", "organisations", "recipient_lists", "releases", "letters", "letter_templates", "photos", "standing_texts", "release_templates", "kits", "staff", "programmes", "programme_posts", "quotes", "follow_ups", "interactions", "custom_fields", "record_files", "release_files", "enclosures", "release_translations", "merges", "changes", "actions"];
    read  bin_space(()) -> history::BinSpace = history::bin_space, ["*"];
    job   bin_empty(history::EmptyOrder) -> history::Emptied = history::empty_bin;
    write bin_restore(Vec<history::BinItem>) -> i64 = history::restore_from_bin;
    read  stream_list(stream::StreamFilter) -> stream::StreamPage = stream::list, ["coverage", "enquiries", "interactions", "deliveries", "distributions", "releases", "responses", "follow_ups", "affiliations", "reaches", "labels", "contacts", "organisations", "staff", "quotes", "programme_posts", "programmes", "changes", "actions"];
    read  subject_show(i64) -> subject::SubjectOverview = subject::show, ["*"];
    job   subject_export(subject::SubjectOrder) -> export::Exported = subject::export;
    job   subject_erase(subject::EraseOrder) -> subject::Erased = subject::erase;
    read  subject_returned(()) -> Vec<subject::Returned> = subject::returned, ["erased_keys", "erasures", "reaches", "contacts"];
    read  erasure_list(()) -> Vec<subject::Erasure> = subject::erasures, ["erasures", "contacts"];
    read  retention_show(()) -> today::Retention = today::retention, ["contacts", "affiliations", "organisations", "settings"];
    read  export_log(i64) -> Vec<export::ExportLine> = export::log, ["exports"];
    job   backup_write(history::BackupOrder) -> history::BackupWritten = history::write_backup;
    read  backup_list(()) -> Vec<history::BackupFile> = history::backups, [];

    read  release_list(release::ReleaseFilter) -> Vec<release::ReleaseRow> = release::list, ["releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations", "distributions", "deliveries", "responses"];
    read  release_show(i64) -> release::ReleaseDetail = release::show, ["releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations", "distributions", "deliveries", "responses"];
    write release_save(Patch) -> release::ReleaseDetail = release::save;
    write release_delete(i64) -> bool = release::delete;
    write release_attach(release::NewFile) -> release::ReleaseFile = release::attach;
    write release_detach(i64) -> bool = release::detach;
    read  release_enclosures(i64) -> Vec<release::EnclosureRow> = release::enclosures, ["enclosures", "contacts", "releases"];
    read  enclosure_matches(release::MatchAsk) -> Vec<release::FileMatch> = release::enclosure_matches, ["contacts"];
    write release_enclose(release::NewEnclosure) -> Vec<release::Enclosure> = release::enclose;
    write release_enclosure_delete(i64) -> bool = release::take_out_enclosure;
    write release_translate(release::BeginTranslation) -> release::ReleaseDetail = release::translate;
    write release_translation_save(Patch) -> release::ReleaseDetail = release::save_translation;
    write release_translation_delete(i64) -> bool = release::delete_translation;
    write release_import(release::ImportText) -> release::ReleaseDetail = release::import_text;
    write release_submit(release::SubmitOrder) -> release::ReleaseDetail = release::submit;
    write release_return(release::ReturnOrder) -> release::ReleaseDetail = release::send_back;
    write release_approve(release::ApproveOrder) -> release::ReleaseDetail = release::approve;
    write(no_undo) release_evidence_copy(record_file::FileCopy) -> record_file::FileCopied = release::copy_evidence;
    write release_archive(release::ArchiveOrder) -> release::ReleaseDetail = release::archive;
    write release_withdraw(release::WithdrawOrder) -> release::ReleaseDetail = release::withdraw;
    write release_correct(release::CorrectOrder) -> release::ReleaseDetail = release::correct;
    read  release_history(i64) -> release::ReleaseHistory = release::history, ["release_steps", "release_comments", "releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations", "distributions", "deliveries", "responses"];
    read  release_version_show(i64) -> release::VersionShown = release::show_version, ["release_versions", "release_version_translations"];
    read  release_difference(release::DifferenceAsk) -> Vec<release::FieldDifference> = release::difference, ["releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations"];
    write release_restore(release::RestoreOrder) -> release::ReleaseDetail = release::restore;
    write release_comment(release::NewComment) -> release::ReleaseComment = release::comment;
    write release_comment_settle(release::CommentSettled) -> release::ReleaseComment = release::settle_comment;
    write release_comment_delete(i64) -> bool = release::delete_comment;
    read  release_numbers(()) -> release::NumberRegister = release::register, ["release_numbers", "letter_numbers", "releases", "letters", "offices"];
    job   release_export(paper::PaperOrder) -> paper::PaperWritten = paper::export;
    read  release_chat_text(release::TextAsk) -> paper::ChatText = paper::chat_text, ["releases", "release_translations", "offices", "distributions"];
    read  release_preview(release::PreviewOrder) -> release::Preview = distribution::preview, ["releases", "release_files", "enclosures", "release_translations", "distributions", "offices", "contacts", "affiliations", "organisations", "reaches"];

    read  release_lint(release::TextAsk) -> release::Lint = release::lint, ["releases", "offices", "settings", "quotes", "contacts", "photos", "release_files", "release_translations", "accounts", "distributions", "server_sizes"];
    read  lint_rules(()) -> release::LintRules = release::lint_rules, ["settings"];
    write release_begin(release::BeginRelease) -> release::ReleaseDetail = release::begin;
    read  release_templates(()) -> Vec<release::ReleaseTemplate> = release::templates, ["release_templates"];
    write release_template_keep(release::KeepReleaseTemplate) -> release::ReleaseTemplate = release::keep_template;
    write release_template_save(Patch) -> release::ReleaseTemplate = release::save_template;
    write release_template_delete(i64) -> bool = release::delete_template;
    read  standing_list(()) -> Vec<release::StandingText> = release::standing_texts, ["standing_texts"];
    write standing_save(Patch) -> release::StandingText = release::save_standing;
    write standing_delete(i64) -> bool = release::delete_standing;
    write release_use_photo(release::UsePhoto) -> release::ReleaseDetail = release::use_photo;

    read  photo_list(photo::PhotoFilter) -> photo::PhotoPage = photo::list, ["photos", "photo_search", "release_files", "releases"];
    read  photo_show(i64) -> photo::PhotoDetail = photo::show, ["press_events", "photos", "release_files", "releases"];
    write photo_add(photo::NewArchivePhoto) -> photo::PhotoDetail = photo::add;
    write photo_still(photo::NewStill) -> photo::PhotoDetail = photo::still;
    write photo_save(Patch) -> photo::Photo = photo::save;
    write photo_set(photo::PhotosSet) -> i64 = photo::set;
    write photo_delete(Vec<i64>) -> i64 = photo::delete;
    write(no_undo) photo_export(photo::PhotoCopy) -> record_file::FileCopied = photo::export;

    read  kit_list(kit::KitFilter) -> Vec<kit::KitRow> = kit::list, ["kits", "kit_items", "releases", "photos", "standing_texts"];
    read  kit_show(i64) -> kit::KitDetail = kit::show, ["kits", "kit_items", "releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations", "distributions", "deliveries", "responses", "photos", "standing_texts", "offices"];
    write kit_save(Patch) -> kit::Kit = kit::save;
    write kit_delete(Vec<i64>) -> i64 = kit::delete;
    write kit_add(kit::KitAdd) -> kit::KitDetail = kit::add;
    write kit_remove(Vec<i64>) -> i64 = kit::remove;
    job   kit_export(paper::KitOrder) -> paper::PaperWritten = paper::export_kit;
    job   kit_attach(paper::KitAttach) -> release::ReleaseFile = paper::attach_kit;
    read  event_guest_list(event_guest::GuestFilter) -> event_guest::GuestPage = event_guest::list, ["press_events", "event_guests", "event_quotas", "event_answers", "organisations", "settings"];
    read  event_guest_check(event_guest::GuestsAdd) -> event_guest::GuestsFound = event_guest::check, ["press_events", "event_guests", "event_quotas", "event_answers", "settings", "erased_keys", "erasures", "contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"];
    write event_guest_add(event_guest::GuestsAdd) -> event_guest::GuestsFound = event_reply::add_guests;
    write event_guest_save(Patch) -> event_guest::GuestRow = event_reply::save_guest;
    write event_guest_remove(Vec<i64>) -> i64 = event_guest::remove;
    write event_guest_withdraw(event_guest::GuestsWithdraw) -> i64 = event_guest::withdraw;
    write event_guest_seat(Vec<i64>) -> i64 = event_guest::seat;
    write event_guest_answer(event_answer::GuestAnswer) -> event_guest::GuestRow = event_answer::answer;
    write event_guest_substitute(event_guest::SubstituteOrder) -> event_guest::GuestRow = event_answer::substitute;
    read  event_quota_list(i64) -> Vec<event_guest::QuotaRow> = event_guest::quotas, ["press_events", "event_guests", "event_quotas", "event_answers", "organisations"];
    write event_quota_save(Patch) -> event_guest::QuotaRow = event_guest::save_quota;
    write event_quota_delete(Vec<i64>) -> i64 = event_guest::delete_quotas;
    read  event_answer_list(event_answer::AnswerFilter) -> Vec<event_answer::AnswerRow> = event_answer::list, ["event_answers", "press_events", "event_guests", "organisations"];
    write event_answer_settle(event_answer::AnswerSettle) -> event_answer::AnswerRow = event_answer::settle;
    read  check_in_search(check_in::DoorSearch) -> check_in::DoorFound = check_in::search, ["press_events", "event_guests", "contacts"];
    read  check_in_counts(i64) -> check_in::DoorCounts = check_in::counts, ["press_events", "event_guests", "contacts"];
    read  check_in_last(i64) -> Option<check_in::LastDeed> = check_in::last, ["actions", "changes", "event_guests"];
    read  check_in_offers(check_in::OfferAsk) -> Vec<check_in::KnownPerson> = check_in::matching, ["event_guests", "contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"];
    write check_in(check_in::CheckIn) -> check_in::Arrival = check_in::check_in;
    write check_in_walk_in(check_in::WalkIn) -> check_in::Arrival = check_in::walk_in;
    write check_in_substitute(check_in::WalkIn) -> check_in::Arrival = check_in::substitute;
    write check_in_leave(check_in::Leave) -> check_in::Arrival = check_in::leave;
    read  accreditation_list(accreditation::AccreditationFilter) -> Vec<accreditation::AccreditationRow> = accreditation::list, ["press_events", "event_guests", "contacts", "organisations", "record_files"];
    read  accreditation_show(i64) -> accreditation::AccreditationDetail = accreditation::show, ["press_events", "event_guests", "contacts", "organisations", "record_files", "actions", "changes"];
    write accreditation_request(accreditation::Application) -> i64 = accreditation::request;
    write accreditation_decide(accreditation::AccreditationOrder) -> i64 = accreditation::decide;
    write event_guest_photo(accreditation::GuestPhoto) -> accreditation::AccreditationDetail = accreditation::set_photo;
    read  event_note_list(event_note::NoteFilter) -> Vec<event_note::NoteRow> = event_note::list, ["event_notes", "press_events", "event_guests"];
    write event_note_save(Patch) -> event_note::EventNote = event_note::save;
    write event_note_delete(Vec<i64>) -> i64 = event_note::delete;
    job   event_notes_export(paper::NoteTable) -> paper::PaperWritten = paper::export_notes;
    job   event_badges(paper::BadgeOrder) -> paper::PaperWritten = paper::export_badges;
    job   event_attendance(paper::AttendanceOrder) -> paper::PaperWritten = paper::export_attendance;
    read  attendance_form(()) -> paper::AttendanceForm = paper::attendance_form, ["settings"];
    write(no_undo) attendance_form_save(paper::AttendanceForm) -> paper::AttendanceForm = paper::save_attendance_form;

    read  letter_list(letter::LetterFilter) -> Vec<letter::LetterRow> = letter::list, ["letters"];
    read  letter_show(i64) -> letter::LetterDetail = letter::show, ["letters", "letter_numberings", "letter_numbers", "release_numbers", "releases", "offices"];
    write letter_begin(letter::LetterBegin) -> letter::LetterDetail = letter::begin;
    write letter_save(Patch) -> letter::LetterDetail = letter::save;
    write letter_issue(letter::IssueOrder) -> letter::LetterDetail = letter::issue;
    write letter_void(letter::VoidOrder) -> letter::LetterDetail = letter::void;
    write letter_delete(Vec<i64>) -> i64 = letter::delete;
    read  letter_templates(()) -> Vec<letter::LetterTemplate> = letter::templates, ["letter_templates"];
    write letter_template_save(Patch) -> letter::LetterTemplate = letter::save_template;
    write letter_template_keep(letter::KeepTemplate) -> letter::LetterTemplate = letter::keep_template;
    write letter_template_delete(i64) -> bool = letter::delete_template;
    read  letter_register(()) -> letter::LetterRegister = letter::register, ["letters", "letter_numberings", "letter_numbers", "release_numbers", "releases", "offices"];
    write letter_numbering_save(letter::NumberingPatch) -> letter::NumberingRow = letter::save_numbering;
    job   letter_export(paper::LetterPaper) -> paper::PaperWritten = paper::export_letter;

    read  audience_check(distribution::Audience) -> distribution::Preflight = distribution::preflight, ["*"];
    read  audience_suggest(i64) -> distribution::Suggestions = distribution::suggest, ["*"];
    read  sending_rules(()) -> distribution::SendingRules = distribution::sending_rules, ["settings"];
    write(no_undo) release_send(distribution::SendOrder) -> distribution::DistributionDetail = distribution::queue;
    read  distribution_list(distribution::DistributionFilter) -> Vec<distribution::DistributionRow> = distribution::list, ["distributions", "deliveries", "releases"];
    read  distribution_show(i64) -> distribution::DistributionDetail = distribution::show, ["distributions", "deliveries", "delivery_files", "distribution_waves", "distribution_exclusions", "releases", "contacts", "affiliations", "organisations", "accounts", "offices", "group_chats", "group_chat_members", "event_guests"];
    read  group_chat_sendings(i64) -> Vec<distribution::GroupSending> = distribution::group_sendings, ["deliveries", "distributions", "releases", "group_chats"];
    read  delivery_list(distribution::DeliveryFilter) -> distribution::DeliveryPage = distribution::deliveries, ["distributions", "deliveries", "contacts", "affiliations", "organisations", "offices", "event_guests"];
    read  distribution_report(i64) -> distribution::DistributionReport = distribution::report, ["press_events", "coverage", "enquiries", "distributions", "deliveries", "delivery_files", "distribution_waves", "distribution_exclusions", "releases", "contacts", "affiliations", "organisations", "accounts", "offices", "group_chats", "group_chat_members", "distribution_retries", "release_versions", "release_steps", "responses", "event_guests"];
    read  report_line_list(distribution::ReportLines) -> distribution::ReportLinePage = distribution::report_lines, ["distributions", "deliveries", "responses", "contacts", "group_chats", "affiliations", "organisations", "offices", "event_guests"];
    job   distribution_report_export(paper::ReportOrder) -> paper::PaperWritten = paper::write_report;
    read  distribution_retry_plan(i64) -> distribution::RetryPlan = distribution::retry_plan, ["distributions", "deliveries", "contacts", "organisations", "reaches", "contact_states"];
    write(no_undo) distribution_retry(i64) -> distribution::Retried = distribution::retry;
    read  distribution_mended(i64) -> Vec<distribution::MendedRecipient> = distribution::mended, ["distributions", "deliveries", "contacts", "reaches", "contact_states"];
    read  follow_up_proposal(i64) -> distribution::FollowUpProposal = distribution::follow_up_proposal, ["release_version_translations", "distributions", "deliveries", "releases", "contacts", "contact_states", "interactions", "affiliations", "organisations", "offices", "settings", "holidays"];
    read  follow_up_rule(()) -> distribution::FollowUpRule = distribution::follow_up_rule, ["settings"];
    write(no_undo) follow_up_rule_save(distribution::FollowUpRule) -> distribution::FollowUpRule = distribution::save_follow_up_rule;
    read  original_audience(i64) -> distribution::OriginalAudience = distribution::original_audience, ["releases", "distributions", "deliveries", "group_chats", "organisations"];
    write(no_undo) distribution_pause(i64) -> bool = distribution::pause;
    write(no_undo) distribution_resume(i64) -> bool = distribution::resume;
    write(no_undo) distribution_reschedule(distribution::Reschedule) -> distribution::DistributionDetail = distribution::reschedule;
    write(no_undo) distribution_cancel(i64) -> i64 = distribution::cancel;
    write(no_undo) delivery_settle(distribution::Settle) -> bool = distribution::settle;
    write(no_undo) delivery_done_by_hand(i64) -> bool = distribution::done_by_hand;
    write(no_undo) delivery_not_done(i64) -> bool = distribution::not_done;
    job   outbox_run(outbox::RunOrder) -> outbox::RunReport = outbox::run;
    job   release_test_mail(release::TestMail) -> release::TestSent = outbox::send_test;

    read  account_presets(()) -> Vec<account::PresetRow> = account::presets, [];
    read  account_list(()) -> Vec<account::AccountRow> = account::list, ["accounts", "send_marks", "distributions"];
    read  account_show(Option<i64>) -> Option<account::AccountDetail> = account::show, ["accounts"];
    write(no_undo) account_save(account::AccountPatch) -> account::AccountDetail = account::save;
    write account_delete(i64) -> bool = account::delete;
    write account_default(i64) -> account::AccountDetail = account::make_default;
    read  account_dkim_show(i64) -> account::DkimDetail = account::dkim_show, ["accounts"];
    job   account_dkim_make(account::DkimOrder) -> account::DkimDetail = account::dkim_make;
    write(no_undo) account_dkim_remove(i64) -> account::DkimDetail = account::dkim_remove;
    read  account_check_show(i64) -> Option<account::AccountCheck> = account::show_check, ["account_checks"];
    job   account_check(account::CheckOrder) -> account::AccountCheck = inbox::check_own;
    write(no_undo) account_oauth_begin(i64) -> account::OauthBegun = account::oauth_begin;
    job   account_oauth_finish(account::OauthFinish) -> account::AccountDetail = account::oauth_finish;
    job   account_folders(i64) -> inbox::MailboxFolders = inbox::show_folders;
    write account_folders_choose(inbox::FolderChoice) -> account::AccountDetail = inbox::choose;
    job   account_probe(account::ProbeOrder) -> account::Probed = account::probe;

    read  response_list(response::ResponseFilter) -> response::ResponsePage = response::list, ["responses", "contacts", "releases", "response_search", "response_words", "affiliations", "organisations", "offices", "staff"];
    read  response_show(i64) -> response::ResponseDetail = response::show, ["responses", "contacts", "releases", "deliveries", "distributions", "affiliations", "organisations", "interactions", "follow_ups", "contact_states", "labels", "reaches", "raw_mails", "change_suggestions", "sender_rules", "offices", "staff", "replies", "enquiries", "event_answers", "press_events", "event_guests"];
    write response_link(response::Link) -> response::ResponseDetail = event_reply::link;
    write response_handled(response::Handled) -> response::ResponseDetail = response::set_handled;
    write response_assign(response::Assignment) -> response::ResponseDetail = response::assign;
    write response_snooze(response::Snooze) -> response::ResponseDetail = response::snooze;
    read  reply_draft(i64) -> response::reply::ReplyShown = response::reply::draft, ["responses", "replies", "reply_files", "accounts"];
    write reply_save(Patch) -> response::reply::ReplyShown = response::reply::save;
    write reply_attach(response::reply::NewReplyFile) -> response::reply::ReplyShown = response::reply::attach;
    write reply_detach(i64) -> response::reply::ReplyShown = response::reply::detach;
    write reply_discard(i64) -> bool = response::reply::discard;
    write reply_settle(response::reply::ReplyVerdict) -> response::reply::ReplyShown = response::reply::settle;
    job   reply_send(outbox::ReplyOrder) -> response::reply::ReplyShown = outbox::send_reply;
    job   enquiry_mail(outbox::EnquirySend) -> enquiry::EnquiryDetail = outbox::send_enquiry_mail;
    read  snippet_list(()) -> Vec<snippet::Snippet> = snippet::list, ["snippets"];
    read  snippet_fill(snippet::SnippetUse) -> snippet::SnippetFilled = snippet::fill, ["snippets", "responses", "contacts", "releases", "affiliations", "organisations", "offices", "interactions", "contact_states", "labels", "reaches", "follow_ups"];
    write snippet_save(Patch) -> snippet::Snippet = snippet::save;
    write snippet_delete(i64) -> bool = snippet::delete;
    write response_correct(response::Correction) -> response::ResponseDetail = event_reply::correct;
    write response_answer(event_reply::ResponseAnswer) -> response::ResponseDetail = event_reply::set_answer;
    write response_rule_forget(i64) -> response::ResponseDetail = response::forget_rule;
    read  change_suggestion_list(change_suggestion::SuggestionFilter) -> Vec<change_suggestion::SuggestedChange> = change_suggestion::list, ["change_suggestions", "contacts", "affiliations", "organisations"];
    write change_suggestion_decide(change_suggestion::SuggestionDecision) -> change_suggestion::SuggestionDecided = change_suggestion::decide;
    read  inbox_states(()) -> Vec<inbox::MailboxState> = inbox::states, ["accounts", "mailbox_states", "mailbox_cursors"];

    read  enquiry_list(enquiry::EnquiryFilter) -> enquiry::EnquiryPage = enquiry::list, ["enquiries", "enquiry_search", "coverage", "contacts", "organisations", "staff"];
    read  enquiry_show(i64) -> enquiry::EnquiryDetail = enquiry::show, ["press_events", "enquiries", "enquiry_steps", "coverage", "contacts", "organisations", "staff", "releases", "responses"];
    read  enquiry_texts(i64) -> enquiry::PreparedTexts = enquiry::prepared, ["enquiries", "enquiry_steps", "coverage", "contacts", "affiliations", "reaches", "organisations", "staff", "offices", "settings"];
    write enquiry_save(enquiry::EnquiryPatch) -> enquiry::EnquiryDetail = enquiry::save;
    write enquiry_from_response(enquiry::EnquiryMail) -> enquiry::EnquiryDetail = enquiry::from_response;
    write enquiry_assign(enquiry::AssignOrder) -> enquiry::EnquiryDetail = enquiry::assign;
    write enquiry_ask(enquiry::StepOrder) -> enquiry::EnquiryDetail = enquiry::ask_unit;
    write enquiry_unit_answered(enquiry::StepOrder) -> enquiry::EnquiryDetail = enquiry::unit_answered;
    write enquiry_step_delete(i64) -> enquiry::EnquiryDetail = enquiry::delete_step;
    write enquiry_clear(enquiry::ClearOrder) -> enquiry::EnquiryDetail = enquiry::clear;
    write enquiry_answer(enquiry::AnswerOrder) -> enquiry::EnquiryDetail = enquiry::answer;
    write enquiry_close(enquiry::CloseOrder) -> enquiry::EnquiryDetail = enquiry::close;
    write enquiry_reopen(i64) -> enquiry::EnquiryDetail = enquiry::reopen;
    write enquiry_delete(Vec<i64>) -> i64 = enquiry::delete;
    job   enquiry_export(paper::EnquiryTable) -> paper::PaperWritten = paper::export_enquiries;
    read  statement_list(statement::StatementFilter) -> Vec<statement::StatementRow> = statement::list, ["statements", "organisations", "enquiries", "offices"];
    write statement_save(statement::StatementPatch) -> statement::Statement = statement::save;
    write statement_delete(Vec<i64>) -> i64 = statement::delete;
    read  coverage_list(coverage::CoverageFilter) -> coverage::CoveragePage = coverage::list, ["press_events", "coverage", "coverage_search", "contacts", "organisations", "releases", "enquiries"];
    read  coverage_show(i64) -> coverage::CoverageRow = coverage::show, ["press_events", "coverage", "contacts", "organisations", "releases", "enquiries"];
    read  coverage_guess(String) -> coverage::CoverageGuess = coverage::guess, ["press_events", "coverage", "contacts", "organisations", "releases", "enquiries"];
    write coverage_from_response(proposal::CoverageMail) -> proposal::CoverageLogged = proposal::log_coverage;
    write coverage_add(coverage::NewCoverage) -> coverage::CoverageRow = coverage::add;
    write coverage_save(coverage::CoveragePatch) -> coverage::CoverageRow = coverage::save;
    write coverage_delete(Vec<i64>) -> i64 = coverage::delete;
    write(no_undo) coverage_file(i64) -> record_file::FileCopied = coverage::copy_file;
    job   coverage_export(paper::CoverageTable) -> paper::PaperWritten = paper::export_coverage;
    read  event_list(press_event::EventFilter) -> press_event::EventPage = press_event::list, ["press_events", "press_event_search", "event_guests", "event_tasks", "organisations", "staff", "offices"];
    read  event_show(i64) -> press_event::EventDetail = press_event::show, ["press_events", "event_guests", "event_tasks", "organisations", "staff", "offices", "kits", "distributions"];
    read  event_offers(i64) -> Vec<event_reply::AnswerOffer> = event_reply::offers, ["press_events", "event_guests", "event_answers", "responses"];
    write event_offers_take(event_reply::OffersTake) -> Vec<event_reply::AnswerOffer> = event_reply::take_offers;
    write event_save(press_event::EventPatch) -> press_event::EventDetail = event_guest::save_event;
    write event_cancel(press_event::CancelOrder) -> press_event::EventDetail = press_event::cancel;
    write event_hold(i64) -> press_event::EventDetail = check_in::hold;
    write event_plan_again(i64) -> press_event::EventDetail = check_in::plan_again;
    write event_delete(Vec<i64>) -> i64 = press_event::delete;
    read  event_mail_text(invitation::EventMailAsk) -> invitation::EventMailText = invitation::words_of, ["press_events", "offices", "organisations"];
    read  event_mail_check(invitation::EventMailOrder) -> invitation::EventMailPreflight = invitation::check, ["press_events", "event_guests", "event_answers", "distributions", "deliveries", "releases", "contacts", "affiliations", "organisations", "reaches", "contact_states", "interactions", "offices", "accounts", "settings"];
    read  event_mail_counts(i64) -> invitation::EventMailCounts = invitation::counts, ["press_events", "event_guests", "event_answers", "distributions", "deliveries"];
    write event_mail_draft(invitation::EventMailOrder) -> i64 = invitation::draft;
    write(no_undo) event_mail_send(invitation::EventMailOrder) -> distribution::DistributionDetail = invitation::send;
    write event_letter_new(i64) -> i64 = invitation::new_letter;
    job   event_letters_export(paper::EventLettersOrder) -> paper::PaperWritten = paper::export_event_letters;
    read  event_ics(i64) -> String = invitation::event_ics, ["press_events"];
    read  event_evaluation(i64) -> evaluation::Evaluation = evaluation::show, ["press_events", "event_guests", "event_notes", "event_costs", "event_tasks", "coverage", "enquiries", "contacts", "organisations", "releases", "staff", "offices"];
    write event_coverage_link(evaluation::CoverageLink) -> i64 = evaluation::link_coverage;
    read  event_compare(evaluation::CompareAsk) -> Vec<evaluation::ComparedEvent> = evaluation::compare, ["press_events", "event_guests", "event_costs", "coverage", "enquiries", "contacts", "organisations", "releases"];
    read  event_fairness(evaluation::FairnessAsk) -> evaluation::Fairness = evaluation::fairness, ["press_events", "event_guests", "distributions", "distribution_exclusions", "affiliations", "contacts", "organisations", "settings"];
    job   event_report_export(paper::EventReportOrder) -> paper::PaperWritten = paper::export_event_report;
    read  event_bundle_check(i64) -> Vec<paper::BundleLine> = paper::check_bundle, ["press_events", "event_guests", "event_notes", "event_costs", "event_tasks", "event_items", "event_files", "letters", "photos", "settings", "coverage", "enquiries", "contacts", "organisations", "releases", "staff", "offices"];
    job   event_bundle_export(paper::BundleOrder) -> paper::BundleWritten = paper::export_bundle;
    job   event_share_export(paper::ShareOrder) -> paper::Shared = paper::export_share;
    read  events_of(evaluation::EventsOfAsk) -> Vec<evaluation::EventTaken> = evaluation::events_of, ["press_events", "event_guests"];
    job   event_fairness_export(paper::FairnessOrder) -> paper::PaperWritten = paper::export_fairness;
    write event_import(press_event::EventImport) -> press_event::EventDetail = press_event::import;
    read  event_export(i64) -> String = press_event::export, ["press_events", "event_guests", "event_tasks", "event_items", "event_costs", "event_duties", "organisations", "staff", "offices", "kits", "distributions"];
    job   event_text_export(paper::EventTextPaper) -> paper::PaperWritten = paper::export_event_text;
    read  event_template_list(()) -> Vec<press_event::EventTemplateRow> = press_event::templates, ["event_templates"];
    write event_template_save(Patch) -> press_event::EventTemplateRow = press_event::save_template;
    write event_template_keep(press_event::KeepEventTemplate) -> press_event::EventTemplateRow = press_event::keep_template;
    write event_template_delete(i64) -> bool = press_event::delete_template;
    read  event_task_list(i64) -> Vec<press_event::TaskRow> = press_event::tasks, ["event_tasks", "event_guests", "staff", "offices"];
    write event_task_save(Patch) -> press_event::TaskRow = press_event::save_task;
    write event_task_done(press_event::TaskDone) -> press_event::TaskRow = press_event::set_task_done;
    write event_task_delete(Vec<i64>) -> i64 = press_event::delete_tasks;
    read  event_rundown(i64) -> Vec<press_event::ItemRow> = press_event::rundown, ["press_events", "event_items"];
    write event_item_save(press_event::ItemPatch) -> press_event::ItemRow = press_event::save_item;
    write event_item_delete(Vec<i64>) -> i64 = press_event::delete_items;
    write event_rundown_shift(press_event::RundownShift) -> Vec<press_event::ItemRow> = press_event::shift_items;
    job   event_rundown_export(paper::RundownPaper) -> paper::PaperWritten = paper::export_rundown;
    read  event_cost_list(i64) -> press_event::EventCosts = press_event::costs, ["press_events", "event_costs", "event_guests"];
    write event_cost_save(Patch) -> press_event::EventCost = press_event::save_cost;
    write event_cost_receipt(press_event::CostReceipt) -> press_event::EventCost = press_event::set_receipt;
    write(no_undo) event_cost_copy(i64) -> record_file::FileCopied = press_event::copy_receipt;
    write event_cost_delete(Vec<i64>) -> i64 = press_event::delete_costs;
    read  event_file_list(i64) -> Vec<press_event::EventFile> = press_event::files, ["event_files"];
    write event_file_attach(press_event::NewEventFile) -> press_event::EventFile = press_event::attach;
    write event_file_save(Patch) -> press_event::EventFile = press_event::save_file;
    write(no_undo) event_file_copy(i64) -> record_file::FileCopied = press_event::copy_file;
    write event_file_delete(Vec<i64>) -> i64 = press_event::delete_files;
    read  event_duty_list(i64) -> Vec<press_event::DutyRow> = press_event::duties, ["event_duties", "staff"];
    write event_duty_save(Patch) -> press_event::DutyRow = press_event::save_duty;
    write event_duty_delete(Vec<i64>) -> i64 = press_event::delete_duties;
    read  tour_show(i64) -> tour::TourDetail = tour::show, ["press_events", "event_guests", "tour_stops", "tour_vehicles", "tour_rooms", "tour_travellers", "organisations", "contacts"];
    write tour_stop_save(Patch) -> tour::TourStop = tour::save_stop;
    write tour_stop_delete(Vec<i64>) -> i64 = tour::delete_stops;
    write tour_vehicle_save(Patch) -> tour::TourVehicle = tour::save_vehicle;
    write tour_vehicle_delete(Vec<i64>) -> i64 = tour::delete_vehicles;
    write tour_room_save(Patch) -> tour::TourRoom = tour::save_room;
    write tour_room_delete(Vec<i64>) -> i64 = tour::delete_rooms;
    write tour_traveller_save(tour::TravellerPatch) -> tour::TourTraveller = tour::save_traveller;
    write tour_freeze(tour::FreezeOrder) -> tour::TourDetail = tour::freeze;
    write(no_undo) tour_write(tour::TourPaper) -> record_file::FileCopied = tour::write;
    read  calendar_items(calendar::CalendarQuery) -> calendar::CalendarPage = calendar::items, ["press_events", "event_tasks", "distributions", "releases", "enquiries", "follow_ups", "contacts", "calendar_entries", "holidays", "offices"];
    write calendar_move(calendar::CalendarMove) -> calendar::CalendarMoved = calendar::move_to;
    read  calendar_entry_show(i64) -> calendar::CalendarEntry = calendar::show_entry, ["calendar_entries"];
    write calendar_entry_save(calendar::EntryPatch) -> calendar::CalendarEntry = calendar::save_entry;
    write calendar_entry_delete(Vec<i64>) -> i64 = calendar::delete_entries;
    write calendar_import(calendar::CalendarImport) -> calendar::CalendarImported = calendar::import;
    write(no_undo) calendar_export(calendar::CalendarExport) -> record_file::FileCopied = calendar::export;
    read  calendar_subscription(()) -> calendar::Subscription = calendar::subscription, ["settings"];
    write(no_undo) calendar_subscribe(calendar::Subscription) -> calendar::Subscription = calendar::subscribe;
    read  holiday_list(holiday::HolidayFilter) -> Vec<holiday::Holiday> = holiday::list, ["holidays"];
    read  holiday_propose(i64) -> Vec<holiday::ProposedHoliday> = holiday::propose, ["holidays", "settings", "offices"];
    write holiday_save(Patch) -> holiday::Holiday = holiday::save;
    write holiday_add_fixed(i64) -> i64 = holiday::add_fixed;
    write holiday_delete(Vec<i64>) -> i64 = holiday::delete;
    read  quality_show(quality::Period) -> quality::Quality = quality::show, ["press_events", "event_guests", "enquiries", "enquiry_steps", "coverage", "follow_ups", "responses", "affiliations", "organisations", "distributions", "offices"];
    job   quality_export(paper::QualityOrder) -> paper::PaperWritten = paper::export_quality;

    job   inbox_fetch(inbox::FetchOrder) -> inbox::ReadReport = inbox::fetch;
    job   inbox_read(inbox::ReadOrder) -> inbox::ReadReport = inbox::read;
    job   demo_fill(()) -> demo::Filled = demo::fill;
}

/// Everything that full-text search finds.
pub fn searchables() -> Vec<&'static Searchable> {
    vec![
        &contact::SEARCH,
        &organisation::SEARCH,
        &response::SEARCH,
        &photo::SEARCH,
        &enquiry::SEARCH,
        &coverage::SEARCH,
        &press_event::SEARCH,
    ]
}

fn from_json<T: DeserializeOwned>(name: &str, args: Json) -> Result<T> {
    serde_json::from_value(args).map_err(|cause| {
        Error::new(Code::Invalid, "error-wrong-arguments").arg("name", name).because(cause)
    })
}

fn to_json<T: serde::Serialize>(result: &T) -> Result<Json> {
    Ok(serde_json::to_value(result)?)
}

/// Gathers TypeScript declarations, each type once.
struct Types {
    config: Config,
    visited: BTreeSet<&'static str>,
    seen: BTreeMap<String, String>,
    declarations: Vec<String>,
}

impl Types {
    fn add<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // A type within itself ends here, though it comes in a vector or a box each time.
        if !self.visited.insert(std::any::type_name::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let declaration = format!("export {}", T::decl(&self.config));
            let name = T::ident(&self.config);
            if self.seen.insert(name, declaration.clone()).as_ref() == Some(&declaration) {
                return;
            }
            // Two types of one name both stand there, which the front end's check refuses.
            self.declarations.push(declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The front end's `types.gen.ts`: every type, every command.
pub fn typescript() -> String {
    let mut types = Types {
        config: Config::new().with_large_int("number"),
        visited: BTreeSet::new(),
        seen: BTreeMap::new(),
        declarations: Vec::new(),
    };
    types.add::<Error>();
    types.add::<Event>();
    let mut lines = String::new();
    let mut reads = String::new();
    let mut jobs = String::new();
    for entry in TABLE {
        let Shapes { args, result, job_result } = (entry.collect)(&mut types);
        lines.push_str(&format!("  {}: {{ args: {args}; result: {result} }};\n", entry.name));
        if let Some(result) = job_result {
            jobs.push_str(&format!("  {}: {result};\n", entry.name));
        }
        if entry.kind == Kind::Read {
            let tables: Vec<String> =
                entry.tables.iter().map(|table| format!("\"{table}\"")).collect();
            reads.push_str(&format!("  {}: [{}],\n", entry.name, tables.join(", ")));
        }
    }
    types.declarations.sort();
    format!(
        "// Generated from src-tauri/src/commands.rs by `make types`. Do not edit.\n\n{}\n\nexport type Commands = {{\n{lines}}};\n\n/** What each job brings when it is done. */\nexport type JobResults = {{\n{jobs}}};\n\nexport const READS: Record<string, readonly string[]> = {{\n{reads}}};\n",
        types.declarations.join("\n\n")
    )
}
