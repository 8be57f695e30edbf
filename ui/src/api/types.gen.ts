// Generated from src-tauri/src/commands.rs by `make types`. Do not edit.

export type Account = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The sender's name as people read it.
 */
from_name: string, 
/**
 * The sender's address.
 */
from_address: string, 
/**
 * Server for sending, with the user, never with the password.
 */
smtp_url: string, 
/**
 * Server for reading; empty = answers are not fetched.
 */
imap_url: string, 
/**
 * A certificate authority of the office's own, PEM.
 */
ca_pem: string, 
/**
 * The provider it was set up from.
 */
preset: string, 
/**
 * Messages in any minute; 0 = no limit.
 */
per_minute: number, 
/**
 * Messages in any hour; 0 = no limit.
 */
per_hour: number, 
/**
 * Messages in any 24 hours; 0 = no limit.
 */
per_day: number, 
/**
 * Connections open at once.
 */
connections: number, 
/**
 * Messages over one connection; 0 = no limit.
 */
per_connection: number, 
/**
 * Messages in any minute to one recipient domain; 0 = no limit.
 */
per_domain_minute: number, 
/**
 * 1 = `name+token@…` reaches `name@…`.
 */
plus_address: number, 
/**
 * Folders whose mail is read, one a line as the server writes them; empty = the inbox, and
 * what of ours strayed among the unwanted mail.
 */
read_folders: string, 
/**
 * The folder of sent mail; empty = as the server names it, `-` = it is not read.
 */
sent_folder: string, 
/**
 * What the office calls it, unlike any other's; empty = its address.
 */
label: string, 
/**
 * 1 = a release goes out with it unless another is chosen.
 */
is_default: number, 
/**
 * 1 = outgoing mail is signed here (DKIM, RFC 6376).
 */
dkim_on: number, 
/**
 * Under which name the public key stands in the DNS; empty = no key was made.
 */
dkim_selector: string, 
/**
 * The domain that the signature speaks for.
 */
dkim_domain: string, 
/**
 * The public key, base64 of its SubjectPublicKeyInfo.
 */
dkim_public: string, 
/**
 * The workspace's own name, under which its secrets stand in the keychain.
 */
keychain_home: string, 
/**
 * 1 = they may still stand under the names of before, without the workspace.
 */
keychain_older: number, 
/**
 * How it signs in: `password`, or `oauth` = with the browser.
 */
auth: string, 
/**
 * The office's own client id at the identity server.
 */
oauth_client_id: string, 
/**
 * Microsoft's directory; empty = any organisation.
 */
oauth_tenant: string, 
/**
 * Where the person signs in; empty = the provider's.
 */
oauth_auth_url: string, 
/**
 * Where tokens are given; empty = the provider's.
 */
oauth_token_url: string, 
/**
 * What is asked for; empty = the provider's.
 */
oauth_scope: string, };

export type AccountBrief = { 
/**
 * Its id.
 */
id: number, 
/**
 * What the office calls it.
 */
name: string, 
/**
 * Sender's name.
 */
from_name: string, 
/**
 * Sender's address.
 */
from_address: string, };

export type AccountCheck = { 
/**
 * Its id.
 */
id: number, 
/**
 * The account that sent.
 */
account_id: number, 
/**
 * Where it went.
 */
to_address: string, 
/**
 * When it was sent, UTC.
 */
sent_at: string, 
/**
 * When it was found, UTC; empty = not yet.
 */
read_at: string, 
/**
 * Whether it lay among the unwanted mail.
 */
in_junk: boolean, 
/**
 * The server that judged; may be empty.
 */
server: string, 
/**
 * The domain of the sender's address.
 */
sender: string, 
/**
 * How the whole is to be taken.
 */
tone: VerdictTone, 
/**
 * SPF, DKIM, DMARC in this order; none before it was found.
 */
verdicts: Array<Verdict>, 
/**
 * The headers as they were found, for whoever keeps the domain.
 */
headers: string, };

export type AccountDetail = { 
/**
 * The record.
 */
account: Account, 
/**
 * Where the password is.
 */
password_kept: PasswordKept, 
/**
 * What the office calls it; the address where it has no name.
 */
name: string, };

export type AccountPatch = { 
/**
 * The account; none = the usual one, or the first.
 */
id?: number, 
/**
 * Whether it is one more account.
 */
new?: boolean, 
/**
 * The version that the screen showed.
 */
version?: number, 
/**
 * Field names with their new values.
 */
set: Record<string, string | number>, 
/**
 * A new password; none leaves the one that is kept.
 */
password?: string, 
/**
 * A new client secret, where the provider gives one to apps on a desk; none leaves the one
 * that is kept.
 */
client_secret?: string, };

export type AccountRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * What the office calls it; the address where it has no name.
 */
name: string, 
/**
 * The sender's address.
 */
from_address: string, 
/**
 * The sender's name as people read it.
 */
from_name: string, 
/**
 * Whether a release goes out with it unless another is chosen.
 */
is_default: boolean, 
/**
 * Whether a server for sending is known.
 */
sends: boolean, 
/**
 * Whether answers are fetched from its mailbox.
 */
reads: boolean, 
/**
 * Where the password is.
 */
password_kept: PasswordKept, 
/**
 * Whether Warta signs for it (DKIM).
 */
signs: boolean, 
/**
 * Messages within the last 24 hours, under all its limits.
 */
sent_today: number, 
/**
 * Messages that it may send in 24 hours; 0 = no limit.
 */
per_day: number, 
/**
 * Distributions that are not over.
 */
open_distributions: number, };

export type AccreditationDecision = "approve" | "refuse" | "reopen";

export type AccreditationDetail = { 
/**
 * As in the list.
 */
row: AccreditationRow, 
/**
 * The contact's scans: card, letter, certificate.
 */
files: Array<RecordFile>, 
/**
 * What was decided before, the newest first.
 */
history: Array<Decided>, };

export type AccreditationFilter = { 
/**
 * The event.
 */
event_id: number, 
/**
 * `requested`, `approved`, `refused`, `none`; none = all.
 */
state?: string, 
/**
 * Words of name or outlet.
 */
search?: string, };

export type AccreditationOrder = { 
/**
 * The guests.
 */
guests: Array<number>, 
/**
 * What is decided.
 */
decision: AccreditationDecision, 
/**
 * Why; a refusal must say.
 */
reason?: string, };

export type AccreditationRow = { 
/**
 * The guest.
 */
guest_id: number, 
/**
 * The contact, or none.
 */
contact_id: number | null, 
/**
 * Name.
 */
name: string, 
/**
 * Outlet.
 */
outlet: string, 
/**
 * Position.
 */
position: string, 
/**
 * One of [`crate::event_guest::CATEGORIES`].
 */
category: string, 
/**
 * `requested`, `approved`, `refused`; empty = not asked for.
 */
state: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who decided.
 */
decided_by: string, 
/**
 * When, UTC.
 */
decided_at: string, 
/**
 * Number of the press card.
 */
press_card: string, 
/**
 * Number of the letter of assignment.
 */
assignment_letter: string, 
/**
 * The picture on the badge, its name under `files/`; may be empty.
 */
photo_sha256: string, 
/**
 * A badge with a code was made.
 */
has_badge: boolean, 
/**
 * What was looked at.
 */
checks: Array<Check>, };

export type ActionRow = { 
/**
 * The action.
 */
id: number, 
/**
 * The command that did it.
 */
command: string, 
/**
 * Who.
 */
actor: string, 
/**
 * Through which door.
 */
source: string, 
/**
 * When.
 */
at: string, 
/**
 * Whether it can be taken back at all.
 */
undoable: boolean, 
/**
 * The action that took it back; 0 = it stands.
 */
undone_by: number, 
/**
 * How many rows it changed.
 */
changes: number, };

export type Addressee = { 
/**
 * Whose it is.
 */
name: string, 
/**
 * `email`, `phone` or `whatsapp`.
 */
kind: string, 
/**
 * As a person reads it.
 */
value: string, 
/**
 * The address, or the number in E.164.
 */
key: string, };

export type AffiliationEdit = { 
/**
 * The stored one; none = new.
 */
id?: number, 
/**
 * Name of the organisation; one that is not there yet is created as an outlet.
 */
organisation: string, 
/**
 * As what.
 */
position: string, 
/**
 * First day or empty.
 */
started_on: string, 
/**
 * Last day; empty = still there.
 */
ended_on: string, 
/**
 * Part of the organisation, or empty; none = as it was.
 */
department?: string, };

export type AffiliationRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * The organisation.
 */
organisation_id: number, 
/**
 * Its name.
 */
organisation: string, 
/**
 * As what.
 */
position: string, 
/**
 * First day or empty.
 */
started_on: string, 
/**
 * Last day; empty = still there.
 */
ended_on: string, 
/**
 * Part of the organisation, or empty.
 */
department: string, };

export type Again = { 
/**
 * The earlier distribution.
 */
distribution_id: number, 
/**
 * Why.
 */
purpose: Purpose, 
/**
 * Subject of the covering mail; none = as it was.
 */
subject?: string, 
/**
 * Text of the covering mail; none = as it was.
 */
covering?: string, 
/**
 * The subject of the version in the other language; none = as it was.
 */
other_subject?: string, 
/**
 * The covering mail of the version in the other language; none = as it was.
 */
other_covering?: string, 
/**
 * Nobody gets mail: everybody is called or written to by chat.
 */
by_hand: boolean, };

export type AnswerDeed = "apply" | "set_aside" | "deputy";

export type AnswerFilter = { 
/**
 * Of this event; none = of all, and those that belong to none.
 */
event_id?: number, 
/**
 * Of this guest.
 */
guest_id?: number, 
/**
 * That a mail brought.
 */
response_id?: number, 
/**
 * Only those that a person must look at.
 */
open?: boolean, };

export type AnswerOffer = { 
/**
 * The response.
 */
response_id: number, 
/**
 * Who wrote, by name.
 */
from_name: string, 
/**
 * From which address.
 */
from_address: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * When it was written, UTC.
 */
received_at: string, 
/**
 * `yes`, `no`, `maybe`; empty = it says neither.
 */
rsvp: string, 
/**
 * What they added.
 */
comment: string, 
/**
 * What speaks for it: `uid` (it names the event), `person` (from a guest) or `subject`.
 */
by: string, };

export type AnswerOrder = { 
/**
 * The enquiry.
 */
id: number, 
/**
 * The words; none = the cleared statement.
 */
text?: string, 
/**
 * How; none = as it was asked.
 */
channel?: EnquiryChannel, 
/**
 * Who answered; none = whoever is working.
 */
by?: string, 
/**
 * When, UTC; none = now.
 */
at?: string, };

export type AnswerRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * The event; 0 = not known.
 */
event_id: number, 
/**
 * The event by name, or empty.
 */
event: string, 
/**
 * The guest; 0 = not known.
 */
guest_id: number, 
/**
 * The mail that brought it; 0 = none.
 */
response_id: number, 
/**
 * The guest; where nobody knows them, as the answer names whoever gave it.
 */
name: string, 
/**
 * The guest's outlet, or empty.
 */
outlet: string, 
/**
 * The address of whoever gave it, or empty.
 */
address: string, 
/**
 * `yes`, `no`, `maybe`; empty = it says neither.
 */
rsvp: string, 
/**
 * How it came: `calendar`, `mail`, `phone`, `whatsapp`, `in_person`, `staff`.
 */
way: string, 
/**
 * When it was given, UTC.
 */
at: string, 
/**
 * What they said beside it.
 */
comment: string, 
/**
 * Another time that was asked for, ISO text with its zone; empty = none.
 */
proposed_at: string, 
/**
 * Who comes instead, by name, or empty.
 */
deputy: string, 
/**
 * For which outlet, or empty.
 */
deputy_outlet: string, 
/**
 * What became of it.
 */
state: AnswerState, 
/**
 * Why a person must look at it: key of a sentence, or empty.
 */
reason: string, 
/**
 * Who wrote it down; empty = the mailbox did.
 */
actor: string, };

export type AnswerSettle = { 
/**
 * The answer.
 */
id: number, 
/**
 * What becomes of it.
 */
deed: AnswerDeed, 
/**
 * Whose it is, where nobody knew.
 */
guest_id?: number, 
/**
 * What it says, where it said neither: `yes`, `no`, `maybe`.
 */
rsvp?: string, 
/**
 * Who comes instead, of the media list.
 */
contact_id?: number, 
/**
 * Who comes instead, by name; none = as the answer names them.
 */
person?: NamedGuest, };

export type AnswerState = "applied" | "open" | "older" | "set_aside";

export type Application = { 
/**
 * The guests.
 */
guests: Array<number>, 
/**
 * Number of the press card; none = as it was.
 */
press_card?: string, 
/**
 * Number of the letter of assignment; none = as it was.
 */
assignment_letter?: string, };

export type ApprovalWay = "here" | "paper" | "chat";

export type ApproveOrder = { 
/**
 * The release.
 */
id: number, 
/**
 * The version of the record that was read; another one now is a conflict.
 */
version?: number, 
/**
 * The same of its translation; 0 = there was none.
 */
translation_version?: number, 
/**
 * Who approves; none = who is working.
 */
approver?: string, 
/**
 * How.
 */
way: ApprovalWay, 
/**
 * A word with it.
 */
note?: string, 
/**
 * What was written in the chat, or stands on the paper.
 */
evidence_text?: string, 
/**
 * The name of the photo or scan.
 */
file_name?: string, 
/**
 * Its upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * Or a file on this machine.
 */
path?: string, };

export type Archive = { 
/**
 * The list.
 */
id: number, 
/**
 * Whether it shall be out of use.
 */
archived: boolean, };

export type ArchiveOrder = { 
/**
 * The release.
 */
id: number, 
/**
 * Into it, or out of it.
 */
archived: boolean, };

export type Arrival = { 
/**
 * What came of it.
 */
outcome: Outcome, 
/**
 * The guest as they are now.
 */
row: DoorRow, 
/**
 * The action, to be taken back by; 0 = nothing was changed.
 */
action_id: number, };

export type AssignOrder = { 
/**
 * The enquiry.
 */
id: number, 
/**
 * The member of the staff; none = whoever is working.
 */
staff_id?: number, };

export type Assignment = { 
/**
 * The response.
 */
response_id: number, 
/**
 * Whose it is; none = nobody's, it is new again.
 */
staff_id?: number, };

export type AssociationMembership = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The association or community.
 */
association_id: number, 
/**
 * The person, or none.
 */
contact_id: number | null, 
/**
 * The outlet or other body that is a member, or none.
 */
member_organisation_id: number | null, 
/**
 * As what: "Ketua", "Anggota muda".
 */
role: string, 
/**
 * Number of the membership card.
 */
member_number: string, 
/**
 * First day, `YYYY-MM-DD` or empty when unknown.
 */
started_on: string, 
/**
 * Last day; empty = still a member.
 */
ended_on: string, };

export type Attached = { 
/**
 * The table.
 */
table: string, 
/**
 * Rows of the survivor.
 */
survivor: number, 
/**
 * Rows of the absorbed one, which will move.
 */
absorbed: number, };

export type AttendanceFigures = { 
/**
 * Places for which somebody was invited. `confirmed`, `declined`, `maybe` and `no_answer` add
 * up to it.
 */
invited: number, 
/**
 * Whose last word was yes, or who named somebody who comes for them.
 */
confirmed: number, 
/**
 * Whose last word was no.
 */
declined: number, 
/**
 * Whose last word was perhaps.
 */
maybe: number, 
/**
 * Who said nothing.
 */
no_answer: number, 
/**
 * People who came: `came_confirmed`, `came_unconfirmed` and `walk_ins` together.
 */
came: number, 
/**
 * Places that were confirmed and taken.
 */
came_confirmed: number, 
/**
 * Invited or listed people who came without having said yes.
 */
came_unconfirmed: number, 
/**
 * People who came without being on the list.
 */
walk_ins: number, 
/**
 * People among those who came who stood in for somebody.
 */
substitutes: number, 
/**
 * Confirmed places that nobody took.
 */
no_shows: number, 
/**
 * No-shows of all confirmed, in percent with one decimal; none = nobody confirmed.
 */
no_show_percent: number | null, 
/**
 * People who arrived after it began.
 */
late: number, 
/**
 * People who left before it ended.
 */
left_early: number, 
/**
 * People still on the waiting list.
 */
waiting: number, 
/**
 * Invitations that the office took back.
 */
withdrawn: number, };

export type AttendanceForm = { 
/**
 * The columns in their order, some of [`COLUMNS`].
 */
columns: Array<string>, 
/**
 * Empty rows at the end of a sheet that is to be signed.
 */
blank_rows: number, };

export type AttendanceOrder = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * `pdf` or `xlsx`; none = by the file's ending, else `pdf`.
 */
format?: string, 
/**
 * Who came, instead of whom to expect; none = once somebody has come.
 */
filled?: boolean, 
/**
 * Other columns than the office's.
 */
columns?: Array<string>, 
/**
 * Other empty rows than the office's.
 */
blank_rows?: number, };

export type Audience = { 
/**
 * The release.
 */
release_id: number, 
/**
 * Recipient lists.
 */
lists: Array<number>, 
/**
 * Single people.
 */
contacts: Array<number>, 
/**
 * People left out by hand.
 */
exclude: Array<number>, 
/**
 * Recipient lists whose members are left out.
 */
minus_lists?: Array<number>, 
/**
 * Waves by list, chat group and newsroom; whoever none of them names goes with the last. What
 * they name need not stand in `lists`, `groups` or `newsrooms`.
 */
waves?: Array<Wave>, 
/**
 * The embargo's end as [`super::When`] reads it; none = no embargo.
 */
embargo?: string, 
/**
 * What becomes of those who take nothing under embargo; none = a person must be asked.
 */
no_embargo?: NoEmbargo, 
/**
 * Whoever got a message within so many days is left out, newsrooms and groups too; 0 = nobody
 * is, none = the office's setting.
 */
guard_days?: number, 
/**
 * Of these, who gets it all the same.
 */
keep?: Array<number>, 
/**
 * Newsrooms that get it all the same, by outlet.
 */
keep_newsrooms?: Array<number>, 
/**
 * Chat groups that get it all the same.
 */
keep_groups?: Array<number>, 
/**
 * All of these get it all the same.
 */
keep_recent?: boolean, 
/**
 * Outlets whose newsrooms get it at their own addresses, each once.
 */
newsrooms?: Array<number>, 
/**
 * Chat groups that get it too, each once.
 */
groups?: Array<number>, 
/**
 * People whose channel the sender chose.
 */
channels?: Array<ChosenChannel>, 
/**
 * Everybody gets the light mail: text first, photos on request.
 */
light?: boolean, 
/**
 * Where the whole release is read, for chats: `http://` or `https://`.
 */
link?: string, 
/**
 * The account that it goes out with; none = as the release's last distribution, else the
 * usual one.
 */
account_id?: number, 
/**
 * Everybody who got this release; for the one that corrects or withdraws it.
 */
who_got?: number, 
/**
 * The distribution that is taken up again, with its text; none = the release as it stands.
 */
again?: Again, };

export type BackupFile = { 
/**
 * File name.
 */
name: string, 
/**
 * Bytes.
 */
bytes: number, 
/**
 * When it was written, UTC.
 */
at: string, };

export type BackupOrder = { 
/**
 * The zip file; none = a dated name in the workspace's own `backups` folder.
 */
file?: string, };

export type BackupWritten = { 
/**
 * The zip file.
 */
file: string, 
/**
 * Its size in bytes.
 */
bytes: number, };

export type BadgeOrder = { 
/**
 * The event.
 */
event_id: number, 
/**
 * Only these guests, in this order; none = all who may come, by name.
 */
guests?: Array<number>, 
/**
 * On what; none = A4 to be cut.
 */
paper?: BadgePaper, 
/**
 * Labels at the head of the first sheet that are used already.
 */
skip?: number, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, };

export type BadgePaper = "a4" | "a6" | "label-70x37" | "label-99x57";

export type BeginRelease = { 
/**
 * From this template; none = empty.
 */
template_id?: number, 
/**
 * `id` or `en`; none = as the template says, or as the window speaks.
 */
language?: string, };

export type BeginTranslation = { 
/**
 * The release.
 */
release_id: number, 
/**
 * Fields of the translation that are written at once, by name.
 */
set?: Record<string, string>, };

export type BinFilter = { 
/**
 * Only of this table.
 */
table?: string, 
/**
 * Most of each kind; none = 100.
 */
limit?: number, };

export type BinItem = { 
/**
 * Its table.
 */
table: string, 
/**
 * Its id.
 */
id: number, };

export type BinRow = { 
/**
 * Its table.
 */
table: string, 
/**
 * Its id.
 */
id: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * When it was deleted, UTC.
 */
deleted_at: string, 
/**
 * Who deleted it; empty = the mailbox, or an import that was taken back.
 */
actor: string, };

export type BinSpace = { 
/**
 * Things in it.
 */
items: number, 
/**
 * Of these, those that lie there longer than the days kept.
 */
due: number, 
/**
 * Bytes of texts and files.
 */
bytes: number, 
/**
 * Days after which things go by themselves; 0 = never.
 */
days: number, };

export type BundleLine = { 
/**
 * The part.
 */
part: BundlePart, 
/**
 * How many letters, people, items, notes, photos, receipts, pieces or files.
 */
count: number, 
/**
 * What is missing in it: keys `bundle-missing-…` with what they name; empty = nothing.
 */
missing: Array<BundleMissing>, };

export type BundleMissing = { 
/**
 * The sentence: `bundle-missing-…`.
 */
key: string, 
/**
 * What it names, such as the costs without receipt; may be empty.
 */
what: string, };

export type BundleOrder = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * `zip` or `pdf`; none = by the file's ending, else `zip`.
 */
format?: string, };

export type BundlePart = "letters" | "attendance" | "rundown" | "minutes" | "photos" | "costs" | "coverage" | "report" | "files";

export type BundleWritten = { 
/**
 * The file.
 */
file: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Pages of the PDF.
 */
pages: number, 
/**
 * Files that are no part of the PDF, because they are of another kind or cannot be read.
 */
apart: Array<string>, 
/**
 * What is missing.
 */
missing: Array<BundleMissing>, };

export type ByHandRecipient = { 
/**
 * The contact; 0 = a guest whom the media list does not know.
 */
contact_id: number, 
/**
 * The guest of the event that it is about; 0 = it is about none.
 */
guest_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * The number, E.164; empty = it is handed over.
 */
phone: string, 
/**
 * Where they work, or empty.
 */
outlet: string, 
/**
 * `whatsapp`, `call` or `in_person`.
 */
channel_hint: string, 
/**
 * `whatsapp` or `by_hand`.
 */
channel: Channel, 
/**
 * Takes nothing under embargo.
 */
no_embargo: boolean, 
/**
 * The wave, from 0.
 */
wave: number, 
/**
 * The language of the text that they get, `id` or `en`.
 */
language: string, };

export type ByHandRow = { 
/**
 * The delivery.
 */
id: number, 
/**
 * `whatsapp`, `group` or `by_hand`.
 */
channel: Channel, 
/**
 * The contact; none = a group.
 */
contact_id?: number, 
/**
 * The chat group; none = a contact.
 */
group_chat_id?: number, 
/**
 * Name.
 */
name: string, 
/**
 * Where they work, or empty.
 */
outlet: string, 
/**
 * The number, E.164; empty for a group and for what is handed over.
 */
phone: string, 
/**
 * `whatsapp`, `group`, `call` or `in_person`.
 */
channel_hint: string, 
/**
 * A group's members in the media list.
 */
members: number, 
/**
 * Opens the chat, or the app where a group is found; empty = there is nothing to open.
 */
whatsapp_link: string, 
/**
 * The text is not in the link: it is copied and pasted.
 */
paste: boolean, 
/**
 * The prepared text.
 */
text: string, 
/**
 * What only they get and is to be handed over: names of files, a link.
 */
enclosed: Array<string>, 
/**
 * Whether it is done.
 */
done: boolean, 
/**
 * Who marked it done, or empty.
 */
done_by: string, 
/**
 * When it last changed, UTC.
 */
changed_at: string, 
/**
 * Not to be contacted before this instant, UTC; empty = any.
 */
not_before: string, };

export type CalendarEntry = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * RFC 5545 UID; of an entry noted here the office's own.
 */
uid: string, 
/**
 * Its name.
 */
title: string, 
/**
 * When it begins, UTC.
 */
begins_at: string, 
/**
 * When it ends, UTC; of whole days the midnight after the last.
 */
ends_at: string, 
/**
 * The zone in which its hours or days are named, by its IANA name.
 */
zone: string, 
/**
 * Only its days count.
 */
all_day: boolean, 
/**
 * Where.
 */
place: string, 
/**
 * What else is said of it.
 */
notes: string, 
/**
 * The name of the file it came from; empty = noted here.
 */
source: string, };

export type CalendarExport = { 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * From this day; none = a year ago.
 */
from?: string, 
/**
 * Until this day, itself not included; none = two years ahead.
 */
until?: string, 
/**
 * Only these layers; none = all but birthdays, which are other people's.
 */
layers?: Array<Layer>, 
/**
 * Only this press event.
 */
event_id?: number, };

export type CalendarImport = { 
/**
 * A file that the window has uploaded: its id in `uploads/`.
 */
upload?: string, 
/**
 * The file's name.
 */
file_name?: string, 
/**
 * A file on this machine.
 */
path?: string, 
/**
 * Its whole days are days off; they go to the list of holidays. A table of days (CSV, XLSX)
 * always does.
 */
as_holidays?: boolean, };

export type CalendarImported = { 
/**
 * New ones.
 */
added: number, 
/**
 * Those that were there and say something else now.
 */
changed: number, 
/**
 * Those that were there already.
 */
known: number, 
/**
 * Whether they went to the list of holidays.
 */
holidays: boolean, 
/**
 * What was strange, by entry.
 */
remarks: Array<ImportRemark>, };

export type CalendarItem = { 
/**
 * Unlike any other item's: the kind and the record's id.
 */
key: string, 
/**
 * The layer.
 */
layer: Layer, 
/**
 * `event`, `distribution`, `embargo`, `enquiry`, `follow_up`, `event_task`, `birthday`,
 * `entry` or `holiday`.
 */
kind: string, 
/**
 * The record.
 */
id: number, 
/**
 * What it is about: the release of a distribution or embargo, the contact of a follow-up,
 * the event of a task; 0 = nothing else.
 */
of: number, 
/**
 * Its name.
 */
title: string, 
/**
 * Where, with whom, of what; may be empty.
 */
about: string, 
/**
 * When it begins in the office's zone: `2026-12-01T09:00`, or the day where only days count.
 */
begins: string, 
/**
 * When it ends, likewise; of whole days the last one.
 */
ends: string, 
/**
 * Only its days count.
 */
all_day: boolean, 
/**
 * How it stands: an event's or a distribution's state, the kind of a day off; may be empty.
 */
state: string, 
/**
 * Its own zone where that is another than the office's; else empty.
 */
zone: string, 
/**
 * When it begins in its own zone, where that is another.
 */
own_begins: string, 
/**
 * Why it cannot be moved, a key of the locales; empty = it can.
 */
fixed: string, };

export type CalendarMove = { 
/**
 * `event`, `event_task`, `follow_up`, `embargo` or `entry`.
 */
kind: string, 
/**
 * The record.
 */
id: number, 
/**
 * When it shall begin in the office's zone: `2026-12-01T09:00`; or a day, which keeps the hour.
 */
to: string, };

export type CalendarMoved = { 
/**
 * Its name.
 */
title: string, 
/**
 * When it began before, in the office's zone: an hour or a day.
 */
from: string, 
/**
 * When it begins now.
 */
to: string, };

export type CalendarPage = { 
/**
 * The office's zone, by its IANA name.
 */
zone: string, 
/**
 * Today in it.
 */
today: string, 
/**
 * In the order in which they begin; whole days first.
 */
items: Array<CalendarItem>, 
/**
 * Days with more than `per_day`.
 */
full_days: Array<FullDay>, 
/**
 * How many items there are.
 */
total: number, 
/**
 * Whether a layer has more than [`MOST_OF_LAYER`], so that some are missing.
 */
cut: boolean, };

export type CalendarQuery = { 
/**
 * From this day in the office's zone, `YYYY-MM-DD`.
 */
from: string, 
/**
 * Until this day, itself not included; at most [`MOST_DAYS`] later.
 */
until: string, 
/**
 * Only these layers; none = all.
 */
layers?: Array<Layer>, 
/**
 * So many items a day at most; of the others only the number is told. None = all.
 */
per_day?: number, };

export type CancelOrder = { 
/**
 * The event.
 */
id: number, 
/**
 * Why, as the guests may know it.
 */
reason: string, };

export type Candidate = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * Their name.
 */
name: string, 
/**
 * Where they work now, or empty.
 */
outlet: string, };

export type CategoryCount = { 
/**
 * One of [`crate::event_guest::CATEGORIES`].
 */
category: string, 
/**
 * Those who have arrived or said that they would.
 */
expected: number, 
/**
 * Those who have arrived.
 */
arrived: number, };

export type CategoryFigures = { 
/**
 * `press`, `speaker` …: its name is `evaluation-category-…`.
 */
category: string, 
/**
 * Its figures.
 */
figures: AttendanceFigures, };

export type ChangeSuggestion = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * About whom.
 */
contact_id: number, 
/**
 * `successor`: somebody else, at `address`, took over; `new_address`: the person's own
 * address is new; `left`: they left their outlet.
 */
kind: string, 
/**
 * The address that the mail names, lower case, or empty.
 */
address: string, 
/**
 * Day on which it was written, `YYYY-MM-DD`.
 */
told_on: string, 
/**
 * The mail; 0 = none.
 */
response_id: number, 
/**
 * `open`, `accepted` or `dismissed`.
 */
state: string, };

export type ChangedSince = { 
/**
 * The column.
 */
field: string, 
/**
 * Before the merge.
 */
before: string, 
/**
 * As the merge left it.
 */
merged: string, 
/**
 * Now; this stays.
 */
now: string, };

export type Channel = "mail" | "whatsapp" | "group" | "by_hand";

export type ChannelCount = { 
/**
 * The channel.
 */
channel: Channel, 
/**
 * The frozen audience by this channel.
 */
total: number, 
/**
 * Accepted by a server or marked done by a person.
 */
reached: number, 
/**
 * Still to come: queued, deferred, to be done by hand.
 */
waiting: number, 
/**
 * Refused, bounced, cancelled, held back or unsure.
 */
other: number, };

export type ChannelSums = { 
/**
 * `mail`, `by_hand` …: its name is `report-channel-…`; empty = all of them.
 */
channel: string, 
/**
 * Deliveries.
 */
total: number, 
/**
 * Taken over by the server, or done by a person.
 */
sent: number, 
/**
 * Still to be sent or done.
 */
waiting: number, 
/**
 * Refused for good.
 */
refused: number, 
/**
 * Came back.
 */
bounced: number, 
/**
 * Possibly sent.
 */
unsure: number, 
/**
 * Cancelled before they left.
 */
cancelled: number, 
/**
 * Held back at the last moment.
 */
suppressed: number, 
/**
 * People who replied.
 */
replied: number, 
/**
 * People who want no more mail.
 */
opted_out: number, 
/**
 * People whose program answered for them.
 */
auto_replied: number, 
/**
 * People whose last word on an invitation was yes.
 */
coming: number, 
/**
 * People whose last word on an invitation was no.
 */
not_coming: number, 
/**
 * People whose last word on an invitation was perhaps.
 */
perhaps: number, };

export type ChatDecided = { 
/**
 * Lines in the contact history.
 */
accepted: number, 
/**
 * Promises to answer.
 */
follow_ups: number, 
/**
 * Dismissed.
 */
dismissed: number, 
/**
 * Left as they are: nobody knows who wrote them.
 */
unknown: number, };

export type ChatDecision = { 
/**
 * Which.
 */
ids: Array<number>, 
/**
 * Accepted; else dismissed.
 */
accept: boolean, 
/**
 * Until when questions are to be answered, `YYYY-MM-DD`; none = the next working day.
 */
due_on?: string, };

export type ChatImport = { 
/**
 * The group; none = the one of the name in `new_chat`.
 */
group_chat_id?: number, 
/**
 * The name of a group, which is made when it is missing; none = as the file is named.
 */
new_chat?: string, 
/**
 * A file on this machine (command line).
 */
file?: string, 
/**
 * An uploaded file (window); removed once it was read in.
 */
upload?: string, 
/**
 * The file's own name, for an upload.
 */
file_name?: string, 
/**
 * Propose nothing that is older than this day, `YYYY-MM-DD`.
 */
since?: string, 
/**
 * How the file writes a day: `dmy`, `mdy` or `ymd`; none = as the whole file suggests.
 */
date_order?: string, };

export type ChatImported = { 
/**
 * The group; 0 while it is only looked at.
 */
group_chat_id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Messages of people in the file.
 */
messages: number, 
/**
 * Lines that belong to no message.
 */
stray: number, 
/**
 * The first message, UTC.
 */
first_at: string, 
/**
 * The last message, UTC.
 */
last_at: string, 
/**
 * `dmy`, `mdy` or `ymd`.
 */
date_order: string, 
/**
 * Whether the file itself decides it; else it is the likelier of two.
 */
date_order_sure: boolean, 
/**
 * Who wrote, those with the most messages first.
 */
senders: Array<SeenSender>, 
/**
 * Contacts that became members.
 */
members_added: number, 
/**
 * Members who left.
 */
members_left: number, 
/**
 * New proposals.
 */
proposals: ProposalCounts, 
/**
 * Messages that would be proposed, had they not been before.
 */
known: number, 
/**
 * Older proposals left out because there are too many.
 */
left_out: number, };

export type ChatMember = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The group.
 */
group_chat_id: number, 
/**
 * The contact.
 */
contact_id: number, 
/**
 * One of [`ROLES`].
 */
role: string, 
/**
 * First day, `YYYY-MM-DD` or empty when unknown.
 */
started_on: string, 
/**
 * Last day; empty = still a member.
 */
ended_on: string, };

export type ChatMemberRow = { 
/**
 * The membership.
 */
id: number, 
/**
 * Its version.
 */
version: number, 
/**
 * The contact.
 */
contact_id: number, 
/**
 * Their name.
 */
name: string, 
/**
 * Where they work now, or empty.
 */
outlet: string, 
/**
 * One of [`ROLES`].
 */
role: string, 
/**
 * First day or empty.
 */
started_on: string, 
/**
 * Last day; empty = still a member.
 */
ended_on: string, };

export type ChatMembersGone = { 
/**
 * The group.
 */
group_chat_id: number, 
/**
 * The contacts.
 */
contact_ids: Array<number>, 
/**
 * Their last day: they stay as past members; none = the entry goes.
 */
ended_on?: string, };

export type ChatMembersNew = { 
/**
 * The group.
 */
group_chat_id: number, 
/**
 * The contacts.
 */
contact_ids: Array<number>, 
/**
 * One of [`ROLES`]; none = member.
 */
role?: string, 
/**
 * First day; none = not known.
 */
started_on?: string, };

export type ChatProposal = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The chat.
 */
group_chat_id: number, 
/**
 * The sender, once they are known.
 */
contact_id: number | null, 
/**
 * `question`, `link` or `reply`.
 */
kind: string, 
/**
 * `open`, `accepted` or `dismissed`.
 */
state: string, 
/**
 * When it was written, UTC.
 */
at: string, 
/**
 * The sender as the file names them; emptied when it is dismissed.
 */
sender: string, 
/**
 * The number in E.164, or the name folded.
 */
sender_key: string, 
/**
 * The message; emptied when it is dismissed.
 */
text: string, 
/**
 * The page that it links to, or empty.
 */
url: string, 
/**
 * The release that it speaks of; 0 = none.
 */
release_id: number, 
/**
 * The line of the contact history that it became; 0 = none.
 */
interaction_id: number, 
/**
 * SHA-256 of time, sender and text.
 */
identity: string, 
/**
 * SHA-256 of time and text.
 */
content: string, };

export type ChatText = { 
/**
 * The text.
 */
text: string, 
/**
 * Its length.
 */
characters: number, 
/**
 * Whether paragraphs were left out at the end.
 */
shortened: boolean, };

export type Check = { 
/**
 * What.
 */
kind: CheckKind, 
/**
 * What was found.
 */
found: Found, 
/**
 * Number, level or name of what is there.
 */
value: string, 
/**
 * The day on which it expires or was given, or empty.
 */
day: string, };

export type CheckIn = { 
/**
 * The event at whose door they stand.
 */
event_id: number, 
/**
 * The guest.
 */
guest_id?: number, 
/**
 * What the scanner read.
 */
code?: string, 
/**
 * Lets in who has no place, or whose accreditation was refused.
 */
anyway?: boolean, };

export type CheckKind = "press_card" | "assignment_letter" | "outlet" | "photo";

export type CheckOrder = { 
/**
 * The account that sends.
 */
account_id: number, 
/**
 * The account whose mailbox receives; none = the same. One at another provider tells more.
 */
to_account_id?: number, 
/**
 * How long the mailbox is looked into; none = 90 seconds.
 */
wait_seconds?: number, };

export type ChosenChannel = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * `mail`, `whatsapp` or `by_hand`.
 */
channel: Channel, };

export type ClearOrder = { 
/**
 * The enquiry.
 */
id: number, 
/**
 * The words; empty = the clearance is taken back.
 */
text: string, 
/**
 * Who cleared them.
 */
by: string, 
/**
 * Keep them in the library of statements, too.
 */
keep: boolean, 
/**
 * There: about what; none = the enquiry's subject.
 */
topic?: string, 
/**
 * There: the last day on which they hold, `YYYY-MM-DD`.
 */
valid_until?: string, };

export type CloseOrder = { 
/**
 * The enquiry.
 */
id: number, 
/**
 * One of [`CLOSE_REASONS`].
 */
reason: string, 
/**
 * What there is to say about it.
 */
note?: string, };

export type Code = "NotFound" | "Invalid" | "Conflict" | "NeedsLogin" | "Offline" | "Busy" | "TooNew" | "Cancelled" | "Internal";

export type ColumnField = { 
/**
 * Name of the column; or its place, counted from 1.
 */
column: string, 
/**
 * The field.
 */
field: string, };

export type CommentSettled = { 
/**
 * The comment.
 */
id: number, 
/**
 * Whether it has been dealt with.
 */
settled: boolean, };

export type CompareAsk = { 
/**
 * Just these, in the order of their days.
 */
ids?: Array<number>, 
/**
 * With this event: others of its kind up to it.
 */
like?: number, 
/**
 * Of this kind; none = all kinds.
 */
kind?: EventKind, 
/**
 * At most so many; none = 12.
 */
limit?: number, };

export type Compared = { 
/**
 * Name of the one.
 */
a: string, 
/**
 * Name of the other.
 */
b: string, 
/**
 * Contacts only on the one.
 */
only_a: number, 
/**
 * Contacts on both.
 */
both: number, 
/**
 * Contacts only on the other.
 */
only_b: number, 
/**
 * The rows of the part asked for, by name.
 */
rows: Array<ContactRow>, };

export type ComparedEvent = { 
/**
 * The event.
 */
event_id: number, 
/**
 * Its name.
 */
title: string, 
/**
 * Its kind.
 */
kind: EventKind, 
/**
 * When it began, UTC.
 */
begins_at: string, 
/**
 * Its zone.
 */
zone: string, 
/**
 * Who was asked and who came.
 */
figures: AttendanceFigures, 
/**
 * Outlets of which somebody came.
 */
outlets: number, 
/**
 * Pieces that belong to it.
 */
stories: number, 
/**
 * What was paid, whole rupiah.
 */
actual: number, 
/**
 * By people who came.
 */
cost_per_attendee: number | null, 
/**
 * By pieces.
 */
cost_per_story: number | null, };

export type Comparison = { 
/**
 * One list.
 */
a: number, 
/**
 * The other.
 */
b: number, 
/**
 * `only_a`, `both` or `only_b`: whose rows are wanted.
 */
part: string, 
/**
 * Position of the first row; none = 0.
 */
offset?: number, 
/**
 * Most rows; none = 200.
 */
limit?: number, };

export type Consent = "unknown" | "given" | "not_needed" | "refused";

export type Contact = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * One of [`KINDS`].
 */
kind: string, 
/**
 * Name without titles.
 */
name: string, 
/**
 * The name folded for sorting and comparing.
 */
name_key: string, 
/**
 * Titles before the name (Drs., H.).
 */
name_prefix: string, 
/**
 * Titles after the name (S.Sos., M.Si.).
 */
name_suffix: string, 
/**
 * Greeting for letters: "Yth. Ibu Siti Rahma".
 */
salutation_formal: string, 
/**
 * Greeting for chat: "Mbak Siti".
 */
salutation_familiar: string, 
/**
 * City.
 */
city: string, 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * Free notes.
 */
notes: string, 
/**
 * What friends and colleagues call them.
 */
nickname: string, 
/**
 * `YYYY-MM-DD`, or `--MM-DD` where the year is not known.
 */
birthday: string, 
/**
 * The birthday's `MM-DD`, kept in step.
 */
birthday_key: string, 
/**
 * Street address.
 */
address: string, 
/**
 * Postal code.
 */
postal_code: string, 
/**
 * Country.
 */
country: string, 
/**
 * Own website.
 */
website: string, 
/**
 * Number of the press card (KTA).
 */
press_card_number: string, 
/**
 * Day on which the press card expires.
 */
press_card_expires_on: string, 
/**
 * Competence certificate: one of [`UKW_LEVELS`], or empty.
 */
ukw_level: string, 
/**
 * Number of the competence certificate.
 */
ukw_number: string, 
/**
 * Day on which the competence certificate expires.
 */
ukw_expires_on: string, 
/**
 * One of [`CHANNELS`], or empty.
 */
preferred_channel: string, 
/**
 * When they like to be reached.
 */
preferred_hours: string, 
/**
 * What to offer them and how.
 */
pitch_notes: string, 
/**
 * Whether they take nothing under embargo: one of [`YES_NO`], or empty.
 */
no_embargo: string, 
/**
 * Which form of a mail they get: one of [`MAIL_FORMS`], or empty.
 */
mail_form: string, 
/**
 * A source's rank or office.
 */
source_rank: string, 
/**
 * One of [`REACHABILITIES`], or empty.
 */
source_reachability: string, 
/**
 * One of [`CLEARANCES`], or empty.
 */
source_clearance: string, 
/**
 * How high a source stands: one of [`LEVELS`], or empty.
 */
source_level: string, 
/**
 * Whether a source can be had at once: one of [`YES_NO`], or empty.
 */
source_short_notice: string, 
/**
 * What a source may speak about.
 */
source_cleared_for: string, 
/**
 * Who allowed it.
 */
source_cleared_by: string, 
/**
 * The last day on which it is allowed; empty = no end.
 */
source_cleared_until: string, 
/**
 * For tours: S, M, L, XL …
 */
clothing_size: string, 
/**
 * For tours: what they eat or do not.
 */
diet: string, 
/**
 * Picture of the person: a file's name under `files/`, or empty.
 */
photo_sha256: string, 
/**
 * Of keeping the data: one of [`LAWFUL_BASES`], or empty.
 */
lawful_basis: string, 
/**
 * Where the data come from.
 */
data_source: string, 
/**
 * Day on which they were collected.
 */
data_date: string, 
/**
 * Day on which somebody last made sure that they are right.
 */
verified_on: string, };

export type ContactDetail = { 
/**
 * The record.
 */
contact: Contact, 
/**
 * The row as the list shows it.
 */
row: ContactRow, 
/**
 * Emails and phones.
 */
reaches: Array<Reach>, 
/**
 * Beats.
 */
beats: Array<string>, 
/**
 * Tags.
 */
tags: Array<string>, 
/**
 * Areas covered.
 */
regions: Array<string>, 
/**
 * Languages spoken.
 */
languages: Array<string>, 
/**
 * Topics that a source speaks about.
 */
topics: Array<string>, 
/**
 * Where they work and worked.
 */
affiliations: Array<AffiliationRow>, 
/**
 * Associations and communities.
 */
memberships: Array<MembershipRow>, 
/**
 * Accounts on social platforms.
 */
social_accounts: Array<SocialAccount>, 
/**
 * Scans and other files.
 */
files: Array<RecordFile>, 
/**
 * Values of the office's own fields.
 */
custom: Array<CustomValue>, 
/**
 * What holds sending back.
 */
states: Array<StateRow>, 
/**
 * Lists that they are on.
 */
lists: Array<OnList>, 
/**
 * Contacts that may be the same person.
 */
possible_duplicates: Array<PossibleDuplicate>, 
/**
 * The contact history, newest first.
 */
history: Array<Interaction>, };

export type ContactFilter = { 
/**
 * Words that must begin words of the contact; the best matches come first.
 */
search?: string, 
/**
 * One of the kinds.
 */
kind?: string, 
/**
 * City, exactly.
 */
city?: string, 
/**
 * A beat, by its folded form.
 */
beat?: string, 
/**
 * A tag, by its folded form.
 */
tag?: string, 
/**
 * On this list.
 */
list_id?: number, 
/**
 * At this organisation now.
 */
organisation_id?: number, 
/**
 * `do_not_contact`, `bad_address`, `left_outlet`, `away`, `no_email` or `duplicate`.
 */
state?: string, 
/**
 * Rules beside all of these.
 */
filter?: Filter, 
/**
 * `name` (default), `city`, `outlet`, `updated`, `last_contact` or `next_step`.
 */
sort?: string, 
/**
 * The other way round.
 */
descending?: boolean, 
/**
 * Do not think of typing slips where nothing matches.
 */
exactly?: boolean, 
/**
 * Only these contacts.
 */
ids?: Array<number>, 
/**
 * Position of the page's first row.
 */
offset?: number, 
/**
 * Most rows; none = 200.
 */
limit?: number, 
/**
 * Leave the total out (-1): the screen asks for it in a second call.
 */
without_total?: boolean, 
/**
 * Count no more matches of a search than this, and one beyond; none = all.
 */
count_up_to?: number, 
/**
 * Which screen asks: a newer question of the same one ends an older.
 */
asker?: string, };

export type ContactPage = { 
/**
 * The rows.
 */
rows: Array<ContactRow>, 
/**
 * How many there are in all; -1 = not asked.
 */
total: number, };

export type ContactPatch = { 
/**
 * The record's fields.
 */
patch: Patch, 
/**
 * The person was erased before and shall be entered again all the same.
 */
erased_ok?: boolean, 
/**
 * Emails and phones.
 */
reaches?: Array<ReachEdit>, 
/**
 * Beats.
 */
beats?: Array<string>, 
/**
 * Tags.
 */
tags?: Array<string>, 
/**
 * Areas covered.
 */
regions?: Array<string>, 
/**
 * Languages spoken.
 */
languages?: Array<string>, 
/**
 * Topics that a source speaks about.
 */
topics?: Array<string>, 
/**
 * Where they work and worked.
 */
affiliations?: Array<AffiliationEdit>, 
/**
 * Associations and communities.
 */
memberships?: Array<MembershipEdit>, 
/**
 * Accounts on social platforms.
 */
social_accounts?: Array<SocialAccountEdit>, 
/**
 * Values of the office's own fields; those not named stay.
 */
custom?: Array<CustomValueEdit>, };

export type ContactRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * The version to save on.
 */
version: number, 
/**
 * Kind.
 */
kind: string, 
/**
 * Name with its titles.
 */
name: string, 
/**
 * Emails, first choice first.
 */
emails: Array<EmailState>, 
/**
 * Phones, first choice first.
 */
phones: Array<PhoneRow>, 
/**
 * Where they work now.
 */
outlet: string, 
/**
 * The organisation behind `outlet`; 0 = none.
 */
outlet_id: number, 
/**
 * As what.
 */
position: string, 
/**
 * Beats.
 */
beats: Array<string>, 
/**
 * Tags.
 */
tags: Array<string>, 
/**
 * City.
 */
city: string, 
/**
 * Language.
 */
language: string, 
/**
 * Greeting for letters.
 */
salutation_formal: string, 
/**
 * When they were last in contact with the office, UTC, or empty.
 */
last_contact_at: string, 
/**
 * The day of the next open follow-up, `YYYY-MM-DD`, or empty.
 */
next_step_on: string, 
/**
 * What is to be done then.
 */
next_step: string, 
/**
 * The person's wish or the law.
 */
do_not_contact: boolean, 
/**
 * No address of theirs takes mail.
 */
bad_address: boolean, 
/**
 * Every affiliation has ended.
 */
left_outlet: boolean, 
/**
 * Away until this day, or empty.
 */
away_until: string, 
/**
 * Neither changed nor contacted for 180 days.
 */
stale: boolean, };

export type ConversationEntry = { 
/**
 * `release`, `response`, `reply`, or `mail` for one written elsewhere.
 */
kind: string, 
/**
 * Of the delivery, response, reply or interaction.
 */
id: number, 
/**
 * `in` or `out`.
 */
direction: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * Who wrote it, or to whom a release went.
 */
who: string, 
/**
 * Subject or headline.
 */
subject: string, 
/**
 * What was written anew.
 */
text: string, 
/**
 * Of a reply: `draft`, `sending`, `sent` or `unsure`; of a release: the delivery's; else empty.
 */
state: string, 
/**
 * The server's words about a reply that did not leave.
 */
words: string, };

export type CorrectOrder = { 
/**
 * The release to put right.
 */
id: number, 
/**
 * What was wrong.
 */
note: string, };

export type Correction = { 
/**
 * The response.
 */
response_id: number, 
/**
 * One of [`KINDS`].
 */
kind: string, 
/**
 * Of a bounce: whether it is final; none = as it was read, or final.
 */
permanent?: boolean, 
/**
 * Whether the correction is about this mail alone; none = it holds for the sender from now on,
 * where it can.
 */
only_this?: boolean, };

export type CostFigures = { 
/**
 * What was to be spent.
 */
budget: number, 
/**
 * Planned lines together.
 */
planned: number, 
/**
 * Paid lines together.
 */
actual: number, 
/**
 * `actual` by people who came; none = nobody came or nothing was paid.
 */
per_attendee: number | null, 
/**
 * `actual` by pieces published; none = nothing was published or paid.
 */
per_story: number | null, 
/**
 * Line by line.
 */
lines: Array<CostLine>, };

export type CostLine = { 
/**
 * What for.
 */
title: string, 
/**
 * As planned.
 */
planned: number, 
/**
 * As paid.
 */
actual: number, 
/**
 * When it was paid, `YYYY-MM-DD` or empty.
 */
paid_on: string, 
/**
 * Whether a receipt is there.
 */
has_receipt: boolean, };

export type CostReceipt = { 
/**
 * The line.
 */
id: number, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, };

export type Coverage = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * How it came before the public.
 */
kind: CoverageKind, 
/**
 * Its headline.
 */
title: string, 
/**
 * Its address, or empty.
 */
url: string, 
/**
 * The address as two copies of it are compared.
 */
url_key: string, 
/**
 * Where it was published.
 */
outlet_id: number | null, 
/**
 * Who wrote it.
 */
contact_id: number | null, 
/**
 * The day, `YYYY-MM-DD`.
 */
published_on: string, 
/**
 * Page, programme, hour.
 */
place: string, 
/**
 * What was pasted of it.
 */
text: string, 
/**
 * Tone of the headline: one of [`TONES`], or empty.
 */
headline_tone: string, 
/**
 * Tone of the body.
 */
body_tone: string, 
/**
 * Why.
 */
tone_reason: string, 
/**
 * The release that it came from.
 */
release_id: number | null, 
/**
 * The enquiry that it came from.
 */
enquiry_id: number | null, 
/**
 * The press event that it came from; 0 = none.
 */
event_id: number, 
/**
 * The mail that brought it.
 */
response_id: number | null, 
/**
 * The name of the clipping, or empty.
 */
file_name: string, 
/**
 * What it is, such as `application/pdf`.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Its name under `files/`, or empty.
 */
sha256: string, };

export type CoverageCounts = { 
/**
 * All of them.
 */
total: number, 
/**
 * In print.
 */
printed: number, 
/**
 * Online or on television.
 */
shown: number, 
/**
 * On the radio.
 */
broadcast: number, 
/**
 * Positive.
 */
positive: number, 
/**
 * Neutral.
 */
neutral: number, 
/**
 * Negative.
 */
negative: number, 
/**
 * Nobody has said.
 */
unjudged: number, 
/**
 * Outlets that published.
 */
outlets: number, };

export type CoverageFilter = { 
/**
 * Words of title, outlet, author, address, text or reason.
 */
search?: string, 
/**
 * Of this kind.
 */
kind?: CoverageKind, 
/**
 * With this tone in headline or body; `none` = nobody has said.
 */
tone?: string, 
/**
 * In this outlet.
 */
outlet_id?: number, 
/**
 * By this contact.
 */
contact_id?: number, 
/**
 * From this release.
 */
release_id?: number, 
/**
 * From this enquiry.
 */
enquiry_id?: number, 
/**
 * From this press event.
 */
event_id?: number, 
/**
 * First day, `YYYY-MM-DD`.
 */
from?: string, 
/**
 * Last day.
 */
until?: string, 
/**
 * Rows to leave out first.
 */
offset?: number, 
/**
 * Most rows; none = 200.
 */
limit?: number, };

export type CoverageGuess = { 
/**
 * The piece that is logged already under this address.
 */
there: CoverageRow | null, 
/**
 * The outlet whose site it is, or empty.
 */
outlet: string, 
/**
 * The outlet.
 */
outlet_id: number | null, 
/**
 * The day that stands in the address, or empty.
 */
published_on: string, 
/**
 * The words of the address as a headline, or empty.
 */
title: string, };

export type CoverageKind = "printed" | "shown" | "broadcast";

export type CoverageLink = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The pieces.
 */
coverage_ids: Array<number>, 
/**
 * Whether they belong to it from now on.
 */
belongs: boolean, };

export type CoverageLogged = { 
/**
 * Pieces that are new.
 */
logged: Array<CoverageRow>, 
/**
 * Pieces that were there already.
 */
there: Array<CoverageRow>, };

export type CoverageMail = { 
/**
 * The response.
 */
response_id: number, 
/**
 * These links; none = all that the mail brings.
 */
links?: Array<string>, };

export type CoveragePage = { 
/**
 * All that match, counted.
 */
counts: CoverageCounts, 
/**
 * The newest first.
 */
rows: Array<CoverageRow>, };

export type CoveragePatch = { 
/**
 * The record's fields.
 */
patch: Patch, 
/**
 * The outlet by name; one that is not there yet is created; empty = none; none = as it was.
 */
outlet?: string, };

export type CoverageRow = { 
/**
 * The record.
 */
coverage: Coverage, 
/**
 * The outlet's name, or empty.
 */
outlet: string, 
/**
 * The author's name, or empty.
 */
author: string, 
/**
 * The release's headline, or empty.
 */
release: string, 
/**
 * The enquiry's subject, or empty.
 */
enquiry: string, 
/**
 * The press event's name, or empty.
 */
event: string, };

export type CoverageTable = { 
/**
 * Which; its `limit` and `offset` are left alone.
 */
filter?: CoverageFilter, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * `xlsx` or `csv`; none = by the file's ending, else `xlsx`.
 */
format?: string, };

export type CustomField = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Of what: `contact` or `organisation`.
 */
owner: string, 
/**
 * What the office calls it, unlike any other of the same owner.
 */
name: string, 
/**
 * The name folded.
 */
name_key: string, 
/**
 * One of [`KINDS`]; cannot change while values stand.
 */
kind: string, 
/**
 * The words of a choice, one a line.
 */
choices: string, 
/**
 * What to enter, for those who fill it in.
 */
help: string, 
/**
 * Its place in the order; the smallest first.
 */
place: number, 
/**
 * 1 = no longer offered; its values stay.
 */
archived: number, };

export type CustomName = { 
/**
 * The field.
 */
field: Field, 
/**
 * As the office named it.
 */
name: string, };

export type CustomValue = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The field.
 */
custom_field_id: number, 
/**
 * The contact, or none.
 */
contact_id: number | null, 
/**
 * The organisation, or none.
 */
organisation_id: number | null, 
/**
 * Text, choice, day, number with a point, or `yes` / `no`; never empty.
 */
value: string, 
/**
 * The value folded.
 */
value_key: string, 
/**
 * The number, of a number field.
 */
number: number | null, };

export type CustomValueEdit = { 
/**
 * The field.
 */
custom_field_id: number, 
/**
 * As typed; empty = no value.
 */
value: string, };

export type Decided = { 
/**
 * When, UTC.
 */
at: string, 
/**
 * Who.
 */
actor: string, 
/**
 * `requested`, `approved`, `refused`; empty = taken back.
 */
state: string, 
/**
 * Why; may be empty.
 */
reason: string, };

export type Decision = { 
/**
 * `contact` or `organisation`.
 */
kind: string, 
/**
 * The two ids, in any order. They need not have been proposed.
 */
ids: [number, number], 
/**
 * True = two people (or organisations), never to be proposed again; false = to be looked at
 * again.
 */
apart: boolean, };

export type DeliveryFilter = { 
/**
 * The distribution.
 */
distribution_id: number, 
/**
 * Only those that stand there.
 */
state?: DeliveryState, 
/**
 * How many to pass over.
 */
offset?: number, 
/**
 * How many at most; none = 1 000.
 */
limit?: number, };

export type DeliveryPage = { 
/**
 * The page, in the order in which they were queued.
 */
rows: Array<DeliveryRow>, 
/**
 * How many there are in all.
 */
total: number, };

export type DeliveryRow = { 
/**
 * The delivery.
 */
id: number, 
/**
 * The contact; 0 = a newsroom.
 */
contact_id: number, 
/**
 * The organisation whose newsroom it is.
 */
organisation_id?: number, 
/**
 * Name.
 */
name: string, 
/**
 * Where they work, or empty.
 */
outlet: string, 
/**
 * One of [`super::Channel`].
 */
channel: string, 
/**
 * Mail address, or the number of a by-hand delivery.
 */
address: string, 
/**
 * Where it stands; its name is `delivery-state-…`.
 */
state: DeliveryState, 
/**
 * Why: an exclusion's word, `counted_as_sent`, a bounce's reason …; may be empty.
 */
reason: string, 
/**
 * How often it was tried.
 */
attempts: number, 
/**
 * When it is tried again, UTC; empty = not deferred.
 */
next_at: string, 
/**
 * The server's reply code; 0 = none.
 */
reply_code: number, 
/**
 * Enhanced code (RFC 3463); may be empty.
 */
enhanced_code: string, 
/**
 * The server's own words.
 */
reply_text: string, 
/**
 * Last change, UTC.
 */
changed_at: string, 
/**
 * The message's id on the wire.
 */
message_id: string, 
/**
 * Its wave, from 0.
 */
wave: number, 
/**
 * The earliest instant at which it leaves, UTC; empty = any.
 */
not_before: string, 
/**
 * The language of the text, `id` or `en`.
 */
language: string, };

export type DeliveryState = "queued" | "sending" | "accepted" | "deferred" | "refused" | "unsure" | "bounced" | "by_hand" | "done_by_hand" | "cancelled" | "suppressed";

export type DeliverySummary = { 
/**
 * The delivery.
 */
id: number, 
/**
 * Its distribution.
 */
distribution_id: number, 
/**
 * Its state.
 */
state: string, 
/**
 * To which address.
 */
address: string, 
/**
 * When the state last changed, UTC.
 */
changed_at: string, 
/**
 * The release.
 */
release_id: number, 
/**
 * The release's headline.
 */
headline: string, };

export type DifferenceAsk = { 
/**
 * The release.
 */
release_id: number, 
/**
 * The older version; none = the release as it is now.
 */
from?: number, 
/**
 * The newer version; none = the release as it is now.
 */
to?: number, };

export type Directory = { 
/**
 * The sources found.
 */
rows: Array<SourceRow>, 
/**
 * How many sources there are in all.
 */
total: number, 
/**
 * Topics of all sources, the most frequent first.
 */
topics: Array<Topic>, };

export type DistributionDetail = { 
/**
 * State and counts.
 */
row: DistributionRow, 
/**
 * How many get it by mail; `delivery_list` has them.
 */
by_mail: number, 
/**
 * What a person does: chats, groups and calls, in the order in which they were queued.
 */
by_hand: Array<ByHandRow>, 
/**
 * How far each channel is; their totals add up to the audience.
 */
channels: Array<ChannelCount>, 
/**
 * Who was left out, and why.
 */
exclusions: Array<ExclusionRow>, 
/**
 * The sender as recipients see it.
 */
from: string, 
/**
 * The subject, before anybody's values are put in.
 */
subject: string, 
/**
 * Messages accepted within the last minute.
 */
per_minute: number, 
/**
 * When the last queued mail will have left, UTC, under the account's limits; none when
 * nothing is queued or it is paused.
 */
estimated_end?: string, 
/**
 * When the next deferred mail or the next wave is due, UTC.
 */
next_at?: string, 
/**
 * Nothing leaves this machine: messages go to the outbox folder.
 */
to_folder: boolean, 
/**
 * The account's password must be entered before it goes on.
 */
needs_login: boolean, 
/**
 * Its waves in order; one where it has none.
 */
waves: Array<WaveRow>, 
/**
 * What was seen and chosen before it was queued.
 */
before: SeenBefore, 
/**
 * Whether it can be given another time: something of it was not let go yet.
 */
can_reschedule: boolean, };

export type DistributionFilter = { 
/**
 * Only this release's.
 */
release_id?: number, 
/**
 * Only those that wait for their hour, run or are paused.
 */
open_only: boolean, };

export type DistributionReport = { 
/**
 * The distribution with its exclusions, waves and what was seen before it was queued.
 */
detail: DistributionDetail, 
/**
 * When this was read, UTC.
 */
as_of: string, 
/**
 * Why it takes up an earlier one; none = it stands for itself.
 */
purpose?: Purpose, 
/**
 * The earlier one; 0 = none.
 */
parent_id: number, 
/**
 * Which text went out; none = it was not kept.
 */
release_version?: ReportVersion, 
/**
 * Who got which text, the release's own first; empty = it went out in one language.
 */
languages: Array<LanguageSums>, 
/**
 * From where.
 */
accounts: Array<ReportAccount>, 
/**
 * By channel, the one with most first.
 */
channels: Array<ChannelSums>, 
/**
 * All channels together.
 */
sums: ChannelSums, 
/**
 * Who did what when, in order.
 */
steps: Array<ReportStep>, 
/**
 * What followed from it, in order.
 */
followed_by: Array<DistributionRow>, 
/**
 * What was published of its release, counted.
 */
coverage_counts: CoverageCounts, 
/**
 * The same, the newest first, at most 500.
 */
coverage: Array<CoverageRow>, };

export type DistributionRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * The release's headline.
 */
headline: string, 
/**
 * The release's number.
 */
number: string, 
/**
 * Where it stands.
 */
state: DistributionState, 
/**
 * Why it is paused: key of a sentence in `distribution.ftl`; empty = a person paused it.
 */
paused_text: string, 
/**
 * The server's own words with it.
 */
paused_words: string, 
/**
 * Who queued it.
 */
actor: string, 
/**
 * When, UTC.
 */
created_at: string, 
/**
 * When the last mail was settled, UTC.
 */
ended_at?: string, 
/**
 * Whether mail goes to the outbox folder only: nothing leaves the machine.
 */
to_folder: boolean, 
/**
 * The instant for which it was or is scheduled, UTC; empty = at once or with a connection.
 */
send_at: string, 
/**
 * The zone in which that was chosen (IANA); may be empty.
 */
zone: string, 
/**
 * Whether it waits for the mail server to answer.
 */
awaits_connection: boolean, 
/**
 * When its first wave was let go, UTC; empty = not yet.
 */
begun_at: string, 
/**
 * The instant until which it is under embargo, UTC; empty = none.
 */
embargo_at: string, 
/**
 * Wait for their turn.
 */
queued: number, 
/**
 * In the hands of a sending process.
 */
sending: number, 
/**
 * Taken over by the server.
 */
accepted: number, 
/**
 * Tried again later.
 */
deferred: number, 
/**
 * Refused for good.
 */
refused: number, 
/**
 * Possibly sent.
 */
unsure: number, 
/**
 * Came back.
 */
bounced: number, 
/**
 * By call, chat or group, done or not.
 */
by_hand: number, 
/**
 * Of these, done.
 */
by_hand_done: number, 
/**
 * Cancelled before they left.
 */
cancelled: number, 
/**
 * Held back at the last moment.
 */
suppressed: number, 
/**
 * The frozen audience.
 */
total: number, };

export type DistributionState = "scheduled" | "running" | "paused" | "cancelled" | "done";

export type DkimDetail = { 
/**
 * The account.
 */
account_id: number, 
/**
 * Its version, for a save.
 */
version: number, 
/**
 * Whether a key was made.
 */
made: boolean, 
/**
 * Whether mail is signed.
 */
on: boolean, 
/**
 * Where the private key is; `missing` = nothing can be signed.
 */
key_kept: PasswordKept, 
/**
 * The domain of the sender's address now.
 */
sender_domain: string, 
/**
 * The domain that the signature speaks for.
 */
domain: string, 
/**
 * Under which name the public key stands in the DNS; without a key: the one proposed.
 */
selector: string, 
/**
 * Name of the DNS record.
 */
record_name: string, 
/**
 * Text of the DNS record (type TXT).
 */
record_text: string, 
/**
 * The same as a line of a zone file.
 */
zone_line: string, };

export type DkimOrder = { 
/**
 * The account.
 */
account_id: number, 
/**
 * Under which name the public key will stand in the DNS; none = one with this month in it.
 */
selector?: string, 
/**
 * A key that the office has already, PEM; none = a new one is made.
 */
key_pem?: string, 
/**
 * The file of such a key.
 */
key_file?: string, };

export type DoorCounts = { 
/**
 * The event.
 */
event: DoorEvent, 
/**
 * Everybody on the list.
 */
guests: number, 
/**
 * Those who have arrived or are still to come.
 */
expected: number, 
/**
 * Those who have arrived.
 */
arrived: number, 
/**
 * Of these, those who have not left.
 */
here: number, 
/**
 * Those who said yes and are not there yet.
 */
to_come: number, 
/**
 * Those who did not answer, or said maybe, and are not there.
 */
unanswered: number, 
/**
 * Those in whose place somebody comes.
 */
replaced: number, 
/**
 * Those who arrived after the beginning.
 */
late: number, 
/**
 * Those who have left.
 */
left: number, 
/**
 * Those who came without being on the list.
 */
walk_ins: number, 
/**
 * By category.
 */
categories: Array<CategoryCount>, 
/**
 * By outlet: where most have arrived first, at most 12.
 */
outlets: Array<OutletCount>, 
/**
 * How many outlets have somebody there.
 */
outlets_here: number, 
/**
 * Who arrived last, the newest first.
 */
recent: Array<DoorRow>, };

export type DoorEvent = { 
/**
 * The event.
 */
id: number, 
/**
 * Its name.
 */
title: string, 
/**
 * When it begins, UTC.
 */
begins_at: string, 
/**
 * When it ends, UTC.
 */
ends_at: string, 
/**
 * Its zone by its IANA name.
 */
zone: string, 
/**
 * Only its days count.
 */
all_day: boolean, 
/**
 * Where.
 */
venue: string, 
/**
 * How far it is.
 */
state: EventState, 
/**
 * Seats; 0 = no limit.
 */
capacity: number, };

export type DoorFound = { 
/**
 * The best first.
 */
rows: Array<DoorRow>, 
/**
 * How many fit.
 */
total: number, };

export type DoorRow = { 
/**
 * The guest.
 */
id: number, 
/**
 * The contact, or none.
 */
contact_id: number | null, 
/**
 * Name.
 */
name: string, 
/**
 * Outlet, may be empty.
 */
outlet: string, 
/**
 * Position, may be empty.
 */
position: string, 
/**
 * Telephone, may be empty.
 */
phone: string, 
/**
 * One of [`crate::event_guest::CATEGORIES`].
 */
category: string, 
/**
 * Whether they have a place.
 */
place: Place, 
/**
 * `yes`, `no`, `maybe`, or empty.
 */
rsvp: string, 
/**
 * `requested`, `approved`, `refused`, or empty.
 */
accreditation: string, 
/**
 * When they arrived, UTC; empty = they have not.
 */
arrived_at: string, 
/**
 * When they left, UTC.
 */
left_at: string, 
/**
 * They arrived after the event had begun.
 */
late: boolean, 
/**
 * They came without being on the list.
 */
walk_in: boolean, 
/**
 * The guest in whose place they come, by name; may be empty.
 */
stands_in_for: string, 
/**
 * Who comes in their place, by name; may be empty.
 */
replaced_by: string, 
/**
 * Their picture, its name under `files/`, or empty.
 */
photo_sha256: string, 
/**
 * What the staff shall know of them.
 */
notes: string, };

export type DoorSearch = { 
/**
 * The event.
 */
event_id: number, 
/**
 * Two letters or more of any words, in any order.
 */
text: string, 
/**
 * Most rows; none = 12.
 */
limit?: number, };

export type DueFollowUp = { 
/**
 * The release.
 */
release_id: number, 
/**
 * Its headline.
 */
headline: string, 
/**
 * When it was sent, UTC.
 */
sent_at: string, 
/**
 * How many the rule proposes today.
 */
silent: number, 
/**
 * The distribution.
 */
distribution_id: number, };

export type DueNamed = { 
/**
 * The instant, UTC.
 */
at: string, 
/**
 * The zone in which it is meant, by its IANA name: the one named, else the office's.
 */
zone: string, 
/**
 * The author's words.
 */
words: string, };

export type DueTask = { 
/**
 * The task.
 */
id: number, 
/**
 * What.
 */
title: string, 
/**
 * Until which day.
 */
due_on: string, 
/**
 * Who of the staff, or empty.
 */
owner: string, 
/**
 * Of which event.
 */
event_id: number, 
/**
 * Its name.
 */
event: string, };

export type DuplicateCheck = { 
/**
 * The contact itself, when it is stored already.
 */
id?: number, 
/**
 * Name as typed, with titles or without.
 */
name?: string, 
/**
 * Addresses.
 */
emails?: Array<string>, 
/**
 * Numbers, however written.
 */
phones?: Array<string>, 
/**
 * Name of the outlet.
 */
outlet?: string, 
/**
 * City.
 */
city?: string, };

export type DuplicateFilter = { 
/**
 * `contact` (default) or `organisation`.
 */
kind?: string, 
/**
 * Those of one contact or organisation.
 */
of?: number, 
/**
 * Those that were decided to be two, instead of the open ones.
 */
apart?: boolean, 
/**
 * Position of the first.
 */
offset?: number, 
/**
 * Most rows; none = 100.
 */
limit?: number, };

export type DuplicatePage = { 
/**
 * The proposals.
 */
rows: Array<DuplicateRow>, 
/**
 * How many there are of this kind.
 */
total: number, 
/**
 * Open proposals of contacts.
 */
contacts: number, 
/**
 * Open proposals of organisations.
 */
organisations: number, };

export type DuplicateRow = { 
/**
 * The proposal.
 */
id: number, 
/**
 * `contact` or `organisation`.
 */
kind: string, 
/**
 * 0 to 100.
 */
score: number, 
/**
 * Stable words, the strongest first.
 */
reasons: Array<string>, 
/**
 * The two contacts, the older one first; empty for organisations.
 */
contacts: Array<ContactRow>, 
/**
 * The two organisations, the older one first; empty for contacts.
 */
organisations: Array<OrganisationSide>, };

export type DutyRow = { 
/**
 * The record.
 */
duty: EventDuty, 
/**
 * Who.
 */
name: string, };

export type EmailState = { 
/**
 * The address.
 */
address: string, 
/**
 * `ok` or `bad`.
 */
state: string, };

export type Emptied = { 
/**
 * Things that are gone for good.
 */
items: number, 
/**
 * Things that stay because something else still speaks of them.
 */
stayed: number, 
/**
 * Files removed.
 */
files: number, };

export type EmptyOrder = { 
/**
 * Everything, however short a time it lies there; else what is older than the days kept.
 */
all?: boolean, };

export type Enclosure = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * Who gets it.
 */
contact_id: number, 
/**
 * The name that they see; empty = a link.
 */
file_name: string, 
/**
 * For example `application/pdf`; empty = a link.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Lower-case hex; the file's name under `files/`. Empty = a link.
 */
sha256: string, 
/**
 * `http://` or `https://`; empty = a file.
 */
link: string, };

export type EnclosureRow = { 
/**
 * Their name.
 */
name: string, 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * Who gets it.
 */
contact_id: number, 
/**
 * The name that they see; empty = a link.
 */
file_name: string, 
/**
 * For example `application/pdf`; empty = a link.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Lower-case hex; the file's name under `files/`. Empty = a link.
 */
sha256: string, 
/**
 * `http://` or `https://`; empty = a file.
 */
link: string, };

export type Enquiry = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * What is asked for.
 */
kind: EnquiryKind, 
/**
 * What it is about, one line.
 */
subject: string, 
/**
 * What was asked.
 */
question: string, 
/**
 * Who asks; none = [`Enquiry::asker`].
 */
contact_id: number | null, 
/**
 * Who asks, by name, while they are no contact.
 */
asker: string, 
/**
 * For which outlet.
 */
outlet_id: number | null, 
/**
 * How they asked.
 */
channel: EnquiryChannel, 
/**
 * When, UTC.
 */
asked_at: string, 
/**
 * Until when, UTC; empty = nothing was said.
 */
due_at: string, 
/**
 * The zone in which the deadline was named, by its IANA name.
 */
due_zone: string, 
/**
 * Who of the staff sees to it.
 */
staff_id: number | null, 
/**
 * The government unit that must supply the answer.
 */
unit_id: number | null, 
/**
 * The release it is about.
 */
release_id: number | null, 
/**
 * The press event at which it was asked, or which it is about; 0 = none.
 */
event_id: number, 
/**
 * The mail it came in.
 */
response_id: number | null, 
/**
 * The day on which to remind the unit, `YYYY-MM-DD` or empty.
 */
remind_on: string, 
/**
 * For the staff alone.
 */
notes: string, 
/**
 * Follows from the rest.
 */
state: EnquiryState, 
/**
 * What may be said.
 */
statement: string, 
/**
 * Who cleared it; empty = nobody yet.
 */
cleared_by: string, 
/**
 * When, UTC.
 */
cleared_at: string, 
/**
 * What was answered.
 */
answer: string, 
/**
 * How, one of [`EnquiryChannel`]; empty = not yet.
 */
answer_channel: string, 
/**
 * When, UTC; empty = not yet.
 */
answered_at: string, 
/**
 * Who of the office answered.
 */
answered_by: string, 
/**
 * When it was closed, UTC; empty = it is not.
 */
closed_at: string, 
/**
 * Who closed it.
 */
closed_by: string, 
/**
 * One of [`CLOSE_REASONS`].
 */
close_reason: string, 
/**
 * What there is to say about that.
 */
close_note: string, };

export type EnquiryChannel = "mail" | "phone" | "whatsapp" | "in_person";

export type EnquiryDetail = { 
/**
 * The record.
 */
enquiry: Enquiry, 
/**
 * As lists show it.
 */
row: EnquiryRow, 
/**
 * The release's headline, or empty.
 */
release: string, 
/**
 * The subject of the mail it came in, or empty.
 */
response: string, 
/**
 * The press event's name, or empty.
 */
event: string, 
/**
 * What went between the office and the unit, the oldest first.
 */
steps: Array<StepRow>, };

export type EnquiryFilter = { 
/**
 * Words of subject, question, people, outlet, unit, statement or answer.
 */
search?: string, 
/**
 * In this state.
 */
state?: EnquiryState, 
/**
 * Of this kind.
 */
kind?: EnquiryKind, 
/**
 * Only those that are not answered, or only the others.
 */
open?: boolean, 
/**
 * Only those of whoever is working.
 */
mine?: boolean, 
/**
 * Only those whose deadline has passed unanswered.
 */
overdue?: boolean, 
/**
 * Which this unit must answer.
 */
unit_id?: number, 
/**
 * For this outlet.
 */
outlet_id?: number, 
/**
 * Of this contact.
 */
contact_id?: number, 
/**
 * About this release.
 */
release_id?: number, 
/**
 * Of this press event.
 */
event_id?: number, 
/**
 * Made from this mail.
 */
response_id?: number, 
/**
 * Rows to leave out first.
 */
offset?: number, 
/**
 * Most rows; none = 200.
 */
limit?: number, };

export type EnquiryKind = "confirmation" | "interview" | "data";

export type EnquiryMail = { 
/**
 * The response.
 */
response_id: number, 
/**
 * Until when, as in a save; empty = no deadline; none = the one that the mail names.
 */
due?: string, };

export type EnquiryPage = { 
/**
 * All that match.
 */
total: number, 
/**
 * Those that wait, by their deadline; then the others, the newest first.
 */
rows: Array<EnquiryRow>, 
/**
 * How many are open in all.
 */
open: number, 
/**
 * How many of these are of whoever is working.
 */
mine: number, 
/**
 * How many are past their deadline.
 */
overdue: number, };

export type EnquiryPatch = { 
/**
 * The record's fields; a new one needs a question or a subject.
 */
patch: Patch, 
/**
 * Who asks, when they are no contact yet: they become one.
 */
asker?: NewAsker, 
/**
 * The outlet by name; one that is not there yet is created; empty = none; none = as it was.
 */
outlet?: string, 
/**
 * The government unit by name, in the same way.
 */
unit?: string, 
/**
 * Until when, such as `2026-12-01 15:00 WITA`; empty = no deadline; none = as it was.
 */
due?: string, };

export type EnquiryRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * What is asked for.
 */
kind: EnquiryKind, 
/**
 * What it is about.
 */
subject: string, 
/**
 * How far it is.
 */
state: EnquiryState, 
/**
 * Who asks.
 */
who: string, 
/**
 * The contact, when they are known.
 */
contact_id: number | null, 
/**
 * For which outlet, or empty.
 */
outlet: string, 
/**
 * The outlet.
 */
outlet_id: number | null, 
/**
 * Which unit must supply the answer, or empty.
 */
unit: string, 
/**
 * The unit.
 */
unit_id: number | null, 
/**
 * Who of the staff sees to it, or empty.
 */
owner: string, 
/**
 * How it was asked.
 */
channel: EnquiryChannel, 
/**
 * When, UTC.
 */
asked_at: string, 
/**
 * Until when, UTC, or empty.
 */
due_at: string, 
/**
 * The zone of the deadline.
 */
due_zone: string, 
/**
 * The day on which to remind the unit, or empty.
 */
remind_on: string, 
/**
 * When it was answered, UTC, or empty.
 */
answered_at: string, 
/**
 * From the question to the answer, in minutes; none = not answered.
 */
minutes: number | null, 
/**
 * Whether the deadline passed without an answer.
 */
overdue: boolean, 
/**
 * Pieces that came of it.
 */
published: number, };

export type EnquirySend = { 
/**
 * The enquiry.
 */
id: number, 
/**
 * To whom.
 */
purpose: MailPurpose, 
/**
 * The address; none = the first that is known.
 */
to?: string, 
/**
 * The subject; none = the prepared one.
 */
subject?: string, 
/**
 * The text; none = the prepared request, or the answer or cleared statement.
 */
text?: string, 
/**
 * When to remind the unit, as in [`StepOrder`].
 */
remind_on?: string, };

export type EnquiryState = "new" | "in_work" | "waiting" | "answered" | "closed";

export type EnquiryStep = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Of which enquiry.
 */
enquiry_id: number, 
/**
 * What happened.
 */
kind: EnquiryStepKind, 
/**
 * With which unit.
 */
unit_id: number | null, 
/**
 * When, UTC.
 */
at: string, 
/**
 * How, one of [`EnquiryChannel`].
 */
channel: string, 
/**
 * What was written or said.
 */
text: string, 
/**
 * Who of the office.
 */
actor: string, };

export type EnquiryStepKind = "asked" | "reminded" | "unit_answered";

export type EnquiryTable = { 
/**
 * Which; its `limit` and `offset` are left alone.
 */
filter?: EnquiryFilter, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * `xlsx` or `csv`; none = by the file's ending, else `xlsx`.
 */
format?: string, };

export type EntryPatch = { 
/**
 * The entry; none = a new one.
 */
id?: number, 
/**
 * The version that the screen showed.
 */
version?: number, 
/**
 * Its name.
 */
title?: string, 
/**
 * When it begins: `2026-12-01T09:00`, or a day.
 */
begins?: string, 
/**
 * When it ends, likewise; of whole days the last one. None = an hour later, or the same day.
 */
ends?: string, 
/**
 * Where.
 */
place?: string, 
/**
 * What else is said of it.
 */
notes?: string, };

export type EraseOrder = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * Why: the person's request, the end of the purpose. Must not name them.
 */
reason?: string, 
/**
 * Delete the backups that still hold them, after a new one was written.
 */
delete_backups?: boolean, };

export type Erased = { 
/**
 * The number of the contact, which says nothing any more.
 */
contact_id: number, 
/**
 * Rows removed or emptied, by table.
 */
erased: Array<Held>, 
/**
 * Files removed.
 */
files: number, 
/**
 * Where an address or number of theirs still stands: to be looked at by a person.
 */
mentions: Array<Mention>, 
/**
 * Backups that still hold them.
 */
backups: Array<BackupFile>, 
/**
 * Backups that were deleted.
 */
backups_deleted: number, 
/**
 * Whether nothing of them is left in the database file; else the rest is cleaned by itself
 * once nobody else uses the database, at the next start at the latest.
 */
cleaned: boolean, };

export type Erasure = { 
/**
 * Its number.
 */
id: number, 
/**
 * When, UTC.
 */
at: string, 
/**
 * By whom.
 */
actor: string, 
/**
 * Why.
 */
reason: string, 
/**
 * The number of the contact.
 */
contact_id: number, 
/**
 * Backups older than the erasure that are still there.
 */
backups: Array<BackupFile>, };

export type Error = { 
/**
 * What the screen does about it.
 */
code: Code, 
/**
 * Key of the sentence in the errors.ftl of each language.
 */
text: string, 
/**
 * What the sentence names: file, row, server, value.
 */
args: { [key in string]: string }, 
/**
 * The input field at fault, by its name in the record or order.
 */
field?: string, 
/**
 * The technical message for the "details" fold. Never holds addresses, bodies or passwords.
 */
details?: string, };

export type Evaluation = { 
/**
 * The event.
 */
event: PressEvent, 
/**
 * The unit that held it, or empty.
 */
host: string, 
/**
 * All guests together.
 */
figures: AttendanceFigures, 
/**
 * By category, those that occur.
 */
categories: Array<CategoryFigures>, 
/**
 * Outlets that were invited, by name.
 */
outlets: Array<OutletAttendance>, 
/**
 * Outlets of which somebody was invited.
 */
outlets_invited: number, 
/**
 * Outlets of which somebody came.
 */
outlets_came: number, 
/**
 * What was said there, counted.
 */
notes: NoteCounts, 
/**
 * What was said there.
 */
said: Array<SaidAtEvent>, 
/**
 * What followed, counted.
 */
coverage_counts: CoverageCounts, 
/**
 * The same, the newest first.
 */
coverage: Array<CoverageRow>, 
/**
 * Pieces of invited people and outlets in the week after it that belong to no event yet.
 */
proposed: Array<CoverageRow>, 
/**
 * Enquiries of the event.
 */
enquiries: Array<EnquiryRow>, 
/**
 * What it cost.
 */
costs: CostFigures, 
/**
 * What was promised.
 */
promises: Array<PromiseState>, };

export type Event = { "type": "changed", 
/**
 * Table names.
 */
tables: Array<string>, } | { "type": "job" } & JobNews | { "type": "notice", 
/**
 * Key of the sentence in the locales.
 */
text: string, 
/**
 * What it names.
 */
args: { [key in string]: string }, } | { "type": "closing", 
/**
 * Messages that have not left.
 */
messages: number, 
/**
 * Whether the window can go on in the tray.
 */
tray: boolean, 
/**
 * Whether it will be asked the next time too.
 */
asks_again: boolean, } | { "type": "overflow" };

export type EventCost = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Of which event.
 */
event_id: number, 
/**
 * For what.
 */
title: string, 
/**
 * What was planned.
 */
planned: number, 
/**
 * What it came to.
 */
actual: number, 
/**
 * The day on which it was paid, `YYYY-MM-DD` or empty.
 */
paid_on: string, 
/**
 * What there is to say about it.
 */
notes: string, 
/**
 * The receipt's name; empty = none.
 */
file_name: string, 
/**
 * The receipt's MIME type.
 */
mime: string, 
/**
 * Its bytes.
 */
size: number, 
/**
 * Its file under `files/`; empty = none.
 */
sha256: string, };

export type EventCosts = { 
/**
 * The lines, in the order in which they were added.
 */
rows: Array<EventCost>, 
/**
 * Planned together.
 */
planned: number, 
/**
 * Paid together.
 */
actual: number, 
/**
 * The event's budget; 0 = none was said.
 */
budget: number, 
/**
 * Budget less what was paid, and of what is not paid less what was planned.
 */
left: number, 
/**
 * Guests who came.
 */
came: number, 
/**
 * Paid for each guest who came, rounded; none while nobody has.
 */
per_head: number | null, 
/**
 * Lines that were paid without a receipt.
 */
without_receipt: number, };

export type EventDetail = { 
/**
 * The record.
 */
event: PressEvent, 
/**
 * As lists show it.
 */
row: EventRow, 
/**
 * The press kit's name, or empty.
 */
kit: string, 
/**
 * Whether somebody has been invited.
 */
invited: boolean, 
/**
 * Other events at the same place at the same time.
 */
same_place: Array<SamePlace>, };

export type EventDuty = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Of which event.
 */
event_id: number, 
/**
 * Who of the staff; none = [`EventDuty::person`].
 */
staff_id: number | null, 
/**
 * Who, by name, when they are none of the staff.
 */
person: string, 
/**
 * What for.
 */
duty: string, 
/**
 * Their number on the day.
 */
phone: string, };

export type EventFile = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Of which event.
 */
event_id: number, 
/**
 * One of [`PURPOSES`].
 */
purpose: string, 
/**
 * What it shows or says.
 */
title: string, 
/**
 * Its name.
 */
file_name: string, 
/**
 * Its MIME type.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Its file under `files/`.
 */
sha256: string, };

export type EventFilter = { 
/**
 * Words of title, theme, place, aim, notes or the unit that holds it.
 */
search?: string, 
/**
 * Of this kind.
 */
kind?: EventKind, 
/**
 * In this state.
 */
state?: EventState, 
/**
 * To come, or past.
 */
time?: EventTime, 
/**
 * That end on this day or later, `YYYY-MM-DD` in the office's zone.
 */
from?: string, 
/**
 * That begin on this day or earlier.
 */
until?: string, 
/**
 * Held by this unit.
 */
host_id?: number, 
/**
 * Only those of whoever is working.
 */
mine?: boolean, 
/**
 * Rows to leave out first.
 */
offset?: number, 
/**
 * Most rows; none = 200.
 */
limit?: number, };

export type EventImport = { 
/**
 * The text.
 */
text: string, 
/**
 * When it begins; none = as the text says.
 */
begins?: string, 
/**
 * When it ends; none = as the text says.
 */
ends?: string, };

export type EventItem = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Of which event.
 */
event_id: number, 
/**
 * When it begins, UTC.
 */
begins_at: string, 
/**
 * When it ends, UTC.
 */
ends_at: string, 
/**
 * What happens.
 */
title: string, 
/**
 * Where; empty = at the event's place.
 */
place: string, 
/**
 * Who speaks, one a line.
 */
speakers: string, 
/**
 * Who moderates, one a line.
 */
moderator: string, 
/**
 * Who is in charge (PJ), one a line.
 */
in_charge: string, 
/**
 * What there is to say about it.
 */
notes: string, };

export type EventKind = "press_conference" | "gathering" | "tour" | "media_visit" | "doorstop" | "interview" | "webinar" | "podcast" | "talk_show" | "citizens_forum" | "outreach" | "training" | "ceremony";

export type EventLettersOrder = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The letter; none = the last one of the event that is not void.
 */
letter_id?: number, 
/**
 * The guests; none = everybody on the list who has a place, in the order of their names.
 */
guests?: Array<number>, 
/**
 * The PDF; none = a name of its own in the person's download folder.
 */
file?: string, };

export type EventMail = "invitation" | "reminder" | "update" | "cancellation" | "thanks" | "missed";

export type EventMailAsk = { 
/**
 * The event.
 */
event_id: number, 
/**
 * What the mail is.
 */
mail: EventMail, 
/**
 * `id` or `en`; none = the event's own.
 */
language?: string, };

export type EventMailCounts = { 
/**
 * Not invited yet.
 */
invitation: number, 
/**
 * Invited and silent.
 */
reminder: number, 
/**
 * Know an older version of the event.
 */
update: number, 
/**
 * Must be told that it is called off, or that they are no longer asked.
 */
cancellation: number, 
/**
 * Came and were not thanked.
 */
thanks: number, 
/**
 * Did not come and were not written to.
 */
missed: number, 
/**
 * Mails to guests that have not left yet, or must still be done by hand.
 */
on_its_way: number, };

export type EventMailOrder = { 
/**
 * The event.
 */
event_id: number, 
/**
 * What the mail is.
 */
mail: EventMail, 
/**
 * Only these guests; none = everybody whom it concerns.
 */
guests?: Array<number>, 
/**
 * The subject, may hold merge fields; none = Warta's own.
 */
subject?: string, 
/**
 * The text above the event's own lines, may hold merge fields; none = Warta's own.
 */
text?: string, 
/**
 * The same for those who read the other language. Where it is none and subject or text are
 * given, everybody reads those.
 */
other?: EventMailWords, 
/**
 * A text that was written and, where the office asks for it, approved before: a release of this
 * event. What is said of subject and text is not looked at then.
 */
release_id?: number, 
/**
 * The account that it goes out with; none = that of the event's last mail, else the usual one.
 */
account_id?: number, 
/**
 * People whose channel the sender chose.
 */
channels?: Array<ChosenChannel>, 
/**
 * Of those who got another message lately, who is invited all the same.
 */
keep?: Array<number>, 
/**
 * All of these are.
 */
keep_recent?: boolean, 
/**
 * How many the person saw when they confirmed, by mail and by hand together; another number now
 * is a conflict. None = no matter how many.
 */
expected_recipients?: number, 
/**
 * `2026-12-01 08:00 WIB`; without a zone: the office's. None = at once.
 */
at?: string, 
/**
 * As soon as the mail server can be reached; not together with `at`.
 */
when_online?: boolean, };

export type EventMailPreflight = { 
/**
 * Who gets it and how, as of any distribution.
 */
preflight: Preflight, 
/**
 * Guests whom it does not concern, and why.
 */
left_out: Array<GuestLeftOut>, 
/**
 * The calendar object that goes along; empty = none.
 */
calendar: string, 
/**
 * The language of subject and text, `id` or `en`.
 */
language: string, 
/**
 * The subject, before anybody's values are put in.
 */
subject: string, 
/**
 * The text above the event's own lines, before anybody's values are put in.
 */
text: string, 
/**
 * The same in the other language, where somebody reads it.
 */
other?: EventMailText, };

export type EventMailText = { 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * The text above the event's own lines.
 */
text: string, };

export type EventMailWords = { 
/**
 * Subject; empty = Warta's own.
 */
subject: string, 
/**
 * The text above the event's own lines; empty = Warta's own.
 */
text: string, };

export type EventNote = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The event.
 */
event_id: number, 
/**
 * What kind of thing.
 */
kind: NoteKind, 
/**
 * When, UTC.
 */
at: string, 
/**
 * The guest who said it, or none.
 */
guest_id: number | null, 
/**
 * The contact who said it, or none.
 */
contact_id: number | null, 
/**
 * Who said it, by name; may be empty.
 */
who: string, 
/**
 * What.
 */
text: string, 
/**
 * The answer; may be empty.
 */
answer: string, 
/**
 * It shall feed the news agenda.
 */
agenda: boolean, 
/**
 * Who of the office wrote it down.
 */
actor: string, };

export type EventPage = { 
/**
 * All that match.
 */
total: number, 
/**
 * Those to come, the nearest first; then the others, the last first.
 */
rows: Array<EventRow>, 
/**
 * How many are planned and have not ended, whatever the filter.
 */
coming: number, };

export type EventPatch = { 
/**
 * The record's fields; a new one needs a title and `begins`.
 */
patch: Patch, 
/**
 * When it begins, such as `2026-12-01 09:00 WITA`; without a zone in the event's, of a new one
 * in the office's. An end that is not said moves along.
 */
begins?: string, 
/**
 * When it ends, in the same way, or only a time of the first day, or `+2.30` = so long after it
 * begins; empty = two hours after it begins.
 */
ends?: string, 
/**
 * The unit that holds it, by name; one that is not there yet is created; empty = none.
 */
host?: string, 
/**
 * Of a new one: the template whose checklist, rundown and costs it begins with, by its key.
 */
template?: string, };

export type EventReportOrder = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * `pdf`, `xlsx` or `docx`; none = by the file's ending, else `pdf`.
 */
format?: string, };

export type EventRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * What kind it is.
 */
kind: EventKind, 
/**
 * Its name.
 */
title: string, 
/**
 * How far it is.
 */
state: EventState, 
/**
 * When it begins, UTC.
 */
begins_at: string, 
/**
 * When it ends, UTC.
 */
ends_at: string, 
/**
 * The zone in which its hours are named.
 */
zone: string, 
/**
 * Only its days count.
 */
all_day: boolean, 
/**
 * Where.
 */
venue: string, 
/**
 * Where it can be joined online, or empty.
 */
online_url: string, 
/**
 * The unit that holds it, or empty.
 */
host: string, 
/**
 * Who of the staff answers for it, or empty.
 */
owner: string, 
/**
 * Seats; 0 = no limit.
 */
capacity: number, 
/**
 * Guests on its list, those who were invited, who said yes, who came.
 */
guests: number, 
/**
 * Guests who were invited.
 */
invited: number, 
/**
 * Guests who said that they come.
 */
yes: number, 
/**
 * Guests who came.
 */
came: number, 
/**
 * Things that are still to be done.
 */
tasks_open: number, 
/**
 * Of these, those whose day has passed.
 */
tasks_late: number, };

export type EventState = "planned" | "held" | "cancelled";

export type EventTaken = { 
/**
 * The guest.
 */
guest_id: number, 
/**
 * The event.
 */
event_id: number, 
/**
 * Its name.
 */
title: string, 
/**
 * Its kind.
 */
kind: EventKind, 
/**
 * When it begins, UTC.
 */
begins_at: string, 
/**
 * Its zone.
 */
zone: string, 
/**
 * The guest's name.
 */
name: string, 
/**
 * `came`, `walk_in`, `represented`, `no_show`, `confirmed`, `declined`, `maybe`, `invited`,
 * `waiting`, `withdrawn` or `listed`: its name is `event-taken-…`.
 */
how: string, };

export type EventTask = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Of which event.
 */
event_id: number, 
/**
 * What.
 */
title: string, 
/**
 * Days from the event's first day, negative = before it; none = `due_on` is a day of its
 * own, or there is none.
 */
days: number | null, 
/**
 * Until which day, `YYYY-MM-DD`; follows `days` when the event moves; empty = no day.
 */
due_on: string, 
/**
 * Who of the staff.
 */
staff_id: number | null, 
/**
 * What there is to say about it.
 */
notes: string, 
/**
 * The guest to whom it was promised; 0 = nobody.
 */
promised_to: number, 
/**
 * When it was done, UTC; empty = it is open.
 */
done_at: string, 
/**
 * Who did it.
 */
done_by: string, };

export type EventTemplateRow = { 
/**
 * What names it: the id of the office's own, else language and kind such as `id/tour`.
 */
key: string, 
/**
 * Its id; 0 = delivered with Warta.
 */
id: number, 
/**
 * Its version; 0 = delivered with Warta.
 */
version: number, 
/**
 * What the office calls it; empty = by its kind.
 */
name: string, 
/**
 * What events from it are.
 */
kind: EventKind, 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * The text.
 */
text: string, };

export type EventTextPaper = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, };

export type EventTime = "coming" | "past";

export type EventsOfAsk = { 
/**
 * Of this contact.
 */
contact_id?: number, 
/**
 * Of this outlet's people.
 */
organisation_id?: number, };

export type Excluded = { 
/**
 * The contact; 0 = a newsroom, a chat group or a guest whom the media list does not know.
 */
contact_id: number, 
/**
 * The guest of the event that it is about; 0 = it is about none.
 */
guest_id: number, 
/**
 * The organisation whose newsroom it is.
 */
organisation_id?: number, 
/**
 * The chat group that it is.
 */
group_chat_id?: number, 
/**
 * Name.
 */
name: string, 
/**
 * Why.
 */
reason: Exclusion, 
/**
 * Whether they are in the by-hand queue instead.
 */
by_hand: boolean, 
/**
 * For somebody left out of a list: why, in the office's words; the list that was taken away;
 * who wrote when. Else empty.
 */
note: string, };

export type Exclusion = "do_not_contact" | "bad_address" | "double" | "left_out" | "excluded_by_hand" | "left_outlet" | "no_reach" | "minus_list" | "recent" | "no_embargo";

export type ExclusionRow = { 
/**
 * The contact; 0 = a newsroom or a chat group.
 */
contact_id: number, 
/**
 * The organisation whose newsroom it is.
 */
organisation_id?: number, 
/**
 * The chat group that it is.
 */
group_chat_id?: number, 
/**
 * Name.
 */
name: string, 
/**
 * Why; its name is `exclusion-…`.
 */
reason: Exclusion, 
/**
 * For somebody left out of a list: why, in the office's words; the list that was taken away;
 * who wrote when. Else empty.
 */
note: string, };

export type ExportColumn = { 
/**
 * The field's key.
 */
key: string, 
/**
 * What its column is called, in the language of the office.
 */
name: string, };

export type ExportLine = { 
/**
 * Its number.
 */
id: number, 
/**
 * When, UTC.
 */
at: string, 
/**
 * By whom.
 */
actor: string, 
/**
 * `contacts`, `organisations`, `subject` …
 */
kind: string, 
/**
 * `csv`, `xlsx`, `pdf`, `json` …
 */
format: string, 
/**
 * Which: a filter, a list, the number of a contact.
 */
what: string, 
/**
 * How many persons or bodies are in it.
 */
count: number, 
/**
 * The file's name.
 */
file_name: string, };

export type ExportOrder = { 
/**
 * `contacts`, `organisations`, `posts` or `rejected`.
 */
what: string, 
/**
 * The file; its ending decides: `.csv`, `.xlsx` or `.vcf`. None = a dated name in the person's
 * download folder.
 */
file?: string, 
/**
 * For a file without a name: `csv`, `xlsx` or `vcf`.
 */
format?: string, 
/**
 * Version of vCards: `3.0`, or `4.0` unless said otherwise.
 */
card_version?: string, 
/**
 * Which contacts, in which order.
 */
filter?: ContactFilter, 
/**
 * Only these contacts or organisations, in this order.
 */
ids?: Array<number>, 
/**
 * Keys of the fields that become columns, in this order; none = every field that holds
 * something.
 */
columns?: Array<string>, 
/**
 * Whose rejected rows.
 */
import_id?: number, 
/**
 * Posts of this programme; none = of all.
 */
programme_id?: number, };

export type Exported = { 
/**
 * The file.
 */
file: string, 
/**
 * Rows in it.
 */
rows: number, };

export type Facets = { 
/**
 * Cities in use.
 */
cities: Array<string>, 
/**
 * Beats in use.
 */
beats: Array<string>, 
/**
 * Tags in use.
 */
tags: Array<string>, };

export type FailedDelivery = { 
/**
 * The delivery.
 */
delivery_id: number, 
/**
 * The contact; 0 = an organisation's newsroom.
 */
contact_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * The address it went to.
 */
address: string, 
/**
 * `refused`, `bounced` or `deferred`.
 */
state: DeliveryState, 
/**
 * The server's own words.
 */
words: string, 
/**
 * Why it is not tried again; none = it is.
 */
not_again?: NotAgain, };

export type Fairness = { 
/**
 * Events of the kind in the period that were not called off.
 */
events: number, 
/**
 * Outlets or people on record, or who were never asked.
 */
total: number, 
/**
 * Outlets or people of the media list who were never asked.
 */
never: number, 
/**
 * By name.
 */
rows: Array<FairnessRow>, };

export type FairnessAsk = { 
/**
 * Of outlets or of people.
 */
who: FairnessWho, 
/**
 * Events of this kind; none = all kinds.
 */
kind?: EventKind, 
/**
 * From this day on, `YYYY-MM-DD`.
 */
from?: string, 
/**
 * Until this day.
 */
until?: string, 
/**
 * Those of the media list who were never asked, instead of those who were.
 */
never?: boolean, 
/**
 * Rows to leave out first.
 */
offset?: number, 
/**
 * Most rows; none = 200.
 */
limit?: number, };

export type FairnessOrder = { 
/**
 * Which; whose it is, `never`, `limit` and `offset` are left alone.
 */
ask: FairnessAsk, 
/**
 * The file, XLSX; none = a name of its own in the person's download folder.
 */
file?: string, };

export type FairnessRow = { 
/**
 * The organisation or contact; none = known by name alone.
 */
id: number | null, 
/**
 * The name.
 */
name: string, 
/**
 * The outlet of a person, or empty.
 */
outlet: string, 
/**
 * Events to which they were asked.
 */
invited: number, 
/**
 * Of these, events that they confirmed.
 */
confirmed: number, 
/**
 * Events that they declined.
 */
declined: number, 
/**
 * Events to which they came, asked or not.
 */
came: number, 
/**
 * Events that they had confirmed without coming.
 */
no_shows: number, 
/**
 * Events at which they were left out: on the waiting list to the end, taken back, refused,
 * excluded from the invitation or never asked.
 */
left_out: number, 
/**
 * The day of the last event to which they came, or empty.
 */
last_came_on: string, 
/**
 * When and why they were left out, the latest first.
 */
reasons: Array<NotAsked>, };

export type FairnessWho = "outlets" | "contacts";

export type FetchOrder = { 
/**
 * The whole folder once more, from its first message: whatever is not here comes in, such as
 * responses of a reading that was taken back. None = only what is new since the last visit.
 */
again?: boolean, 
/**
 * Only this account's mailbox; none = every account's.
 */
account_id?: number, };

export type Field = string;

export type FieldChange = { 
/**
 * The column.
 */
column: string, 
/**
 * What stood there, as a person reads it.
 */
before: string, 
/**
 * What stands there since.
 */
after: string, };

export type FieldDifference = { 
/**
 * The field by its name in the record; `files` = attachments and images, one a line.
 */
field: string, 
/**
 * The language of the translation that it belongs to; empty = the release's own text.
 */
language: string, 
/**
 * The words in their order.
 */
words: Array<Words>, 
/**
 * Whether only the form differs, such as bold or a link, and no word.
 */
form_only: boolean, };

export type FieldGroup = "name" | "work" | "reach" | "press" | "source" | "personal" | "outlet" | "place" | "data" | "state" | "custom";

export type FieldKind = "text" | "long_text" | "number" | "date" | "birthday" | "instant" | "choice" | "yes_no" | "email" | "phone" | "url" | "label" | "picture";

export type FieldRow = { 
/**
 * Its key.
 */
key: string, 
/**
 * The key of its name among the texts; empty for the office's own.
 */
text: string, 
/**
 * The name that the office gave it; else empty.
 */
name: string, 
/**
 * Under which it is offered; the sentence `filter-group-GROUP` names it.
 */
group: string, 
/**
 * `text`, `choice`, `day`, `number`, `record` (chosen among offers) or `presence`.
 */
kind: string, 
/**
 * How it can be compared, the likeliest first.
 */
ops: Array<Op>, 
/**
 * The words of a choice.
 */
choices: Array<string>, 
/**
 * Each word's text has the key `{choice_text}-{word}`; empty: the word is its own text.
 */
choice_text: string, 
/**
 * Whether [`offers`] knows values in use.
 */
offers: boolean, };

export type FieldRule = { 
/**
 * The field.
 */
field: Field, 
/**
 * Its rule.
 */
rule: UpdateRule, };

export type FieldSet = { 
/**
 * Contacts or organisations.
 */
owner: OwnerKind, 
/**
 * Which.
 */
ids: Array<number>, 
/**
 * What shall stand in their fields.
 */
values: Array<FieldValue>, };

export type FieldValue = { 
/**
 * The field's key, or its name in any language of Warta or of the office.
 */
key: string, 
/**
 * As a person types it; several values with `;` or `,` between them. Empty = nothing.
 */
value: string, };

export type FieldValuesQuery = { 
/**
 * Contacts or organisations.
 */
owner: OwnerKind, 
/**
 * The records, those of one screen.
 */
ids: Array<number>, 
/**
 * Keys of fields.
 */
keys: Array<string>, };

export type FieldValuesRow = { 
/**
 * The record.
 */
id: number, 
/**
 * For each key asked for its values; none where there is nothing.
 */
values: Array<Array<string>>, };

export type FileCopied = { 
/**
 * The copy.
 */
file: string, };

export type FileCopy = { 
/**
 * The file.
 */
id: number, 
/**
 * The copy; none = under its own name in the person's download folder.
 */
file?: string, };

export type FileKind = "delimited" | "xlsx" | "xls" | "ods" | "vcard";

export type FileMatch = { 
/**
 * The file's name.
 */
file_name: string, 
/**
 * The one contact that it names; none = nobody, or more than one.
 */
contact_id?: number, 
/**
 * Their name, or of several the first ones; empty = nobody.
 */
names: Array<string>, };

export type Filled = { 
/**
 * Contacts.
 */
contacts: number, 
/**
 * Organisations.
 */
organisations: number, 
/**
 * Releases.
 */
releases: number, 
/**
 * Responses.
 */
responses: number, };

export type Filter = { "all": Array<Filter> } | { "any": Array<Filter> } | { "not": Filter } | { "rule": Rule };

export type FilterText = { 
/**
 * As `--where` takes it.
 */
text: string, 
/**
 * The filter.
 */
filter: Filter, };

export type FirstStart = { 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * The office's fields.
 */
office: Patch, 
/**
 * Who is working.
 */
staff: Patch, };

export type FolderChoice = { 
/**
 * The account.
 */
account_id: number, 
/**
 * Folders whose mail is read, as the server writes them; empty = the usual ones. None = as
 * before.
 */
read?: Array<string>, 
/**
 * The folder of sent mail; empty = as the server names it, `-` = none. None = as before.
 */
sent?: string, };

export type FollowUp = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * With whom.
 */
contact_id: number, 
/**
 * One of [`KINDS`].
 */
kind: string, 
/**
 * What is to be done, one line.
 */
what: string, 
/**
 * The member of the staff in charge; none = nobody yet.
 */
staff_id: number | null, 
/**
 * The day until which it is to be done, `YYYY-MM-DD`.
 */
due_on: string, 
/**
 * When it was done, UTC; empty = open.
 */
done_at: string, 
/**
 * Who did it.
 */
done_by: string, 
/**
 * The interaction it came from; 0 = none.
 */
interaction_id: number, 
/**
 * The response it came from; 0 = none.
 */
response_id: number, };

export type FollowUpDone = { 
/**
 * Which.
 */
id: number, 
/**
 * Whether it is done.
 */
done: boolean, };

export type FollowUpFilter = { 
/**
 * With this person.
 */
contact_id?: number, 
/**
 * In charge of this member of the staff.
 */
staff_id?: number, 
/**
 * Those that are done as well.
 */
done?: boolean, 
/**
 * Due on this day or before, `YYYY-MM-DD`.
 */
until?: string, 
/**
 * Most rows; none = 200.
 */
limit?: number, };

export type FollowUpProposal = { 
/**
 * The distribution it follows from: never itself a follow-up.
 */
distribution_id: number, 
/**
 * Its release.
 */
release_id: number, 
/**
 * The release's headline.
 */
headline: string, 
/**
 * The office's rule.
 */
rule: FollowUpRule, 
/**
 * Who got it and has not answered, declined, opted out or been asked too often, and is not away.
 */
people: Array<SilentRecipient>, 
/**
 * How many of them the rule proposes today.
 */
due: number, 
/**
 * A subject to begin with, in the release's language.
 */
subject: string, 
/**
 * A short covering text to begin with, in the release's language.
 */
covering: string, 
/**
 * The same for those who read the other language, where the release went out in two.
 */
other?: FollowUpWords, };

export type FollowUpRow = { 
/**
 * The record.
 */
follow_up: FollowUp, 
/**
 * The person's name.
 */
name: string, 
/**
 * Who is in charge, or empty.
 */
owner: string, };

export type FollowUpRule = { 
/**
 * Whether Warta proposes it.
 */
on: boolean, 
/**
 * From so many working days after the last message, 1 to 60.
 */
from: number, 
/**
 * Until so many working days after it; `from` to 60.
 */
until: number, 
/**
 * So often at most, 1 to 5.
 */
most: number, 
/**
 * Days off of the office's own besides Saturday, Sunday and the calendar's, `YYYY-MM-DD`.
 */
holidays: Array<string>, };

export type FollowUpWords = { 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * Short covering text.
 */
covering: string, };

export type FormCount = { 
/**
 * The form.
 */
form: MailForm, 
/**
 * How many people.
 */
people: number, 
/**
 * Bytes of one message.
 */
size_bytes: number, };

export type Found = "good" | "doubtful" | "missing";

export type FoundGuest = { 
/**
 * The guest; 0 before they are added.
 */
guest_id: number, 
/**
 * The contact, or none.
 */
contact_id: number | null, 
/**
 * Name.
 */
name: string, 
/**
 * Outlet, or empty.
 */
outlet: string, 
/**
 * Position, or empty.
 */
position: string, 
/**
 * Mail address, or empty.
 */
email: string, 
/**
 * Telephone, or empty.
 */
phone: string, 
/**
 * One of [`CATEGORIES`].
 */
category: string, 
/**
 * Why they wait or are left out: a sentence, or the key of one; else empty.
 */
reason: string, };

export type FreezeOrder = { 
/**
 * The tour.
 */
event_id: number, 
/**
 * `false` opens them again.
 */
frozen: boolean, };

export type Freshness = { 
/**
 * Contacts in the media list.
 */
contacts: number, 
/**
 * Without any address or number.
 */
unreachable: number, 
/**
 * With an address that bounces.
 */
bad_address: number, 
/**
 * Neither changed nor contacted for [`STALE_AFTER_DAYS`].
 */
stale: number, 
/**
 * The days after which a contact counts as stale.
 */
stale_after_days: number, 
/**
 * Possible duplicates to look at.
 */
duplicates: number, 
/**
 * Contacts that nothing speaks against: verified, changed or contacted in time, no bounce, no
 * job left, nothing expired.
 */
fresh: number, };

export type FullDay = { 
/**
 * The day.
 */
day: string, 
/**
 * How many items of it are not in the answer.
 */
hidden: number, };

export type GapKind = "empty" | "same" | "images";

export type GroupChat = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Name, unlike any other group's.
 */
name: string, 
/**
 * The name folded.
 */
name_key: string, 
/**
 * One of [`PLATFORMS`].
 */
platform: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * The organisation or community that it belongs to.
 */
organisation_id: number | null, 
/**
 * Free notes.
 */
notes: string, 
/**
 * The newest message that an import has read, UTC; empty = none was read.
 */
read_until: string, };

export type GroupChatDetail = { 
/**
 * The record.
 */
chat: GroupChat, 
/**
 * The organisation's name, or empty.
 */
organisation: string, 
/**
 * Who is in it, admins first; then who was.
 */
members: Array<ChatMemberRow>, 
/**
 * Names and numbers of exported chats that nobody has decided on.
 */
senders: Array<SenderRow>, 
/**
 * Proposals that nobody has decided.
 */
open: ProposalCounts, };

export type GroupChatFilter = { 
/**
 * That this contact is or was in.
 */
contact_id?: number, 
/**
 * That belong to this organisation.
 */
organisation_id?: number, };

export type GroupChatRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * The version to save on.
 */
version: number, 
/**
 * Name.
 */
name: string, 
/**
 * One of [`PLATFORMS`].
 */
platform: string, 
/**
 * What it is for.
 */
purpose: string, 
/**
 * The organisation's name, or empty.
 */
organisation: string, 
/**
 * Members now.
 */
members: number, 
/**
 * Proposals that nobody has decided.
 */
open: number, 
/**
 * The newest message that an import has read, UTC, or empty.
 */
read_until: string, 
/**
 * With `contact_id`: what they are there.
 */
role: string, 
/**
 * With `contact_id`: since when, or empty.
 */
started_on: string, 
/**
 * With `contact_id`: until when; empty = still there.
 */
ended_on: string, };

export type GroupRecipient = { 
/**
 * The group.
 */
group_chat_id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * `whatsapp`, `telegram` or `other`.
 */
platform: string, 
/**
 * How many contacts are in it now.
 */
members: number, 
/**
 * How many of them get it by another channel as well.
 */
also: number, 
/**
 * The wave, from 0.
 */
wave: number, 
/**
 * How many of them take nothing under embargo.
 */
no_embargo: number, };

export type GroupSending = { 
/**
 * The delivery.
 */
id: number, 
/**
 * The distribution.
 */
distribution_id: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * Its headline.
 */
headline: string, 
/**
 * The group.
 */
group_chat_id: number, 
/**
 * The group's name.
 */
group: string, 
/**
 * Where it stands.
 */
state: DeliveryState, 
/**
 * Who wrote it, or who queued it where nobody has yet.
 */
actor: string, 
/**
 * When, UTC.
 */
at: string, };

export type GuestAnswer = { 
/**
 * The guest.
 */
guest_id: number, 
/**
 * One of [`ANSWERS`]; empty takes the answer back.
 */
rsvp: string, 
/**
 * One of [`WAYS`]; empty = `staff`.
 */
way: string, 
/**
 * What they said beside it.
 */
comment: string, };

export type GuestFilter = { 
/**
 * The event.
 */
event_id: number, 
/**
 * Words of name, outlet, mail address, or digits of a number.
 */
text?: string, 
/**
 * With this place.
 */
place?: Place, 
/**
 * With this answer: `yes`, `no`, `maybe`.
 */
rsvp?: string, 
/**
 * Of this category.
 */
category?: string, 
/**
 * Who were invited and have not answered, nor anybody for them.
 */
unanswered?: boolean, 
/**
 * Whose yes or maybe is older than the last change of the event.
 */
answered_before_change?: boolean, 
/**
 * In which order; none = by name, the waiting list in its own.
 */
order?: GuestOrder, 
/**
 * Rows to leave out first.
 */
offset?: number, 
/**
 * Most rows; none = all.
 */
limit?: number, };

export type GuestLeftOut = { 
/**
 * The guest.
 */
guest_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * For which outlet, or empty.
 */
outlet: string, 
/**
 * Why.
 */
reason: LeftOutReason, };

export type GuestOrder = "name" | "outlet" | "answer" | "answered" | "added";

export type GuestPage = { 
/**
 * Guests.
 */
rows: Array<GuestRow>, 
/**
 * How many fit the filter.
 */
total: number, 
/**
 * Sums.
 */
sums: GuestSums, };

export type GuestPhoto = { 
/**
 * Whose.
 */
guest_id: number, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * The upload's id; with no file at all the picture is taken away.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, };

export type GuestRow = { 
/**
 * The guest.
 */
id: number, 
/**
 * The version of the record.
 */
version: number, 
/**
 * The event.
 */
event_id: number, 
/**
 * The contact, or none.
 */
contact_id: number | null, 
/**
 * Name.
 */
name: string, 
/**
 * The outlet, where the media list knows it.
 */
outlet_id: number | null, 
/**
 * Its name, or empty.
 */
outlet: string, 
/**
 * Position, or empty.
 */
position: string, 
/**
 * Mail address, or empty.
 */
email: string, 
/**
 * Telephone, or empty.
 */
phone: string, 
/**
 * One of [`super::CATEGORIES`].
 */
category: string, 
/**
 * Whether they have a place.
 */
place: Place, 
/**
 * Since when they wait for one, UTC; empty = they do not.
 */
waiting_since: string, 
/**
 * Their number in the waiting list from 1; 0 = they do not wait.
 */
waiting_rank: number, 
/**
 * The association or outlet that named them.
 */
nominated_by: number | null, 
/**
 * Its name, or empty.
 */
nominated_by_name: string, 
/**
 * When the invitation left, UTC; empty = it has not.
 */
invited_at: string, 
/**
 * When they were last reminded, UTC.
 */
reminded_at: string, 
/**
 * `yes`, `no`, `maybe`; empty = no answer.
 */
rsvp: string, 
/**
 * When they answered, UTC.
 */
rsvp_at: string, 
/**
 * How: `calendar`, `mail`, `phone`, `whatsapp`, `in_person`, `staff`.
 */
rsvp_by: string, 
/**
 * What they said beside it.
 */
rsvp_comment: string, 
/**
 * The mail with the answer.
 */
rsvp_response_id: number | null, 
/**
 * The guest in whose place they come.
 */
substitute_for: number | null, 
/**
 * That guest by name, or empty.
 */
stands_in_for: string, 
/**
 * Who comes in their place, by name, or empty.
 */
replaced_by: string, 
/**
 * `requested`, `approved`, `refused`, or empty.
 */
accreditation: string, 
/**
 * When they arrived, UTC; empty = they have not.
 */
arrived_at: string, 
/**
 * They came without being on the list.
 */
walk_in: boolean, 
/**
 * Why they wait or are not invited any more, or empty.
 */
reason: string, 
/**
 * For the staff alone.
 */
notes: string, 
/**
 * Which version of the event they last heard of: its SEQUENCE + 1; 0 = none.
 */
told_version: number, 
/**
 * When they were told that it is called off or that they are no longer asked, UTC.
 */
told_off_at: string, 
/**
 * Their yes or maybe speaks of the event as it was before it last changed.
 */
answered_before_change: boolean, };

export type GuestSums = { 
/**
 * On the list, not asked yet.
 */
listed: number, 
/**
 * Invited.
 */
invited: number, 
/**
 * On the waiting list.
 */
waiting: number, 
/**
 * No longer asked.
 */
withdrawn: number, 
/**
 * Who said yes and have a seat.
 */
yes: number, 
/**
 * Who said no.
 */
no: number, 
/**
 * Who said maybe and have a seat.
 */
maybe: number, 
/**
 * Invited, without an answer.
 */
unanswered: number, 
/**
 * Seats; 0 = no limit.
 */
seats: number, 
/**
 * Seats that nobody holds: below 0 where more were given than there are; 0 without a limit.
 */
seats_left: number, 
/**
 * Answers that a person must look at.
 */
open_answers: number, 
/**
 * Those of yes and maybe that are older than the last change of the event.
 */
answered_before_change: number, };

export type GuestsAdd = { 
/**
 * The event.
 */
event_id: number, 
/**
 * Recipient lists.
 */
lists?: Array<number>, 
/**
 * Recipient lists whose members are left out.
 */
minus_lists?: Array<number>, 
/**
 * Single people of the media list.
 */
contacts?: Array<number>, 
/**
 * People by name.
 */
persons?: Array<NamedGuest>, 
/**
 * What they are; none = press.
 */
category?: string, 
/**
 * The association or outlet that named them.
 */
nominated_by?: number, };

export type GuestsFound = { 
/**
 * Onto the list.
 */
adding: Array<FoundGuest>, 
/**
 * Onto the waiting list; the reason names the quota.
 */
waiting: Array<FoundGuest>, 
/**
 * On the list already, or asked for twice.
 */
already: Array<FoundGuest>, 
/**
 * Not asked, and why.
 */
left_out: Array<FoundGuest>, };

export type GuestsWithdraw = { 
/**
 * The guests.
 */
ids: Array<number>, 
/**
 * Why: the record of who was asked and who was not shows it.
 */
reason: string, };

export type Handled = { 
/**
 * The response.
 */
response_id: number, 
/**
 * Whether it is done.
 */
handled: boolean, };

export type Held = { 
/**
 * The table.
 */
table: string, 
/**
 * Its rows.
 */
count: number, };

export type HistoryFilter = { 
/**
 * By this member of the staff, by name; `-` = the mailbox and Warta itself.
 */
actor?: string, 
/**
 * By this command.
 */
command?: string, 
/**
 * That changed rows of this table.
 */
table?: string, 
/**
 * With `table`: this row and what hangs on it.
 */
row_id?: number, 
/**
 * Done at this instant or later, UTC.
 */
from?: string, 
/**
 * Done before this instant, UTC.
 */
until?: string, 
/**
 * Older than this action, for the next page.
 */
before?: number, 
/**
 * Most actions; none = 50.
 */
limit?: number, };

export type HistoryPage = { 
/**
 * The newest first.
 */
rows: Array<HistoryRow>, 
/**
 * Whether there are older ones.
 */
more: boolean, };

export type HistoryRow = { 
/**
 * The action.
 */
action: ActionRow, 
/**
 * The first records that it changed.
 */
records: Array<RecordChange>, };

export type HistorySpace = { 
/**
 * Actions in the trail.
 */
actions: number, 
/**
 * Changes whose images are kept.
 */
images: number, 
/**
 * Bytes that these take.
 */
bytes: number, 
/**
 * The oldest of them, UTC, or empty.
 */
since: string, 
/**
 * Days for which they are kept; 0 = for good.
 */
keep_days: number, };

export type Holiday = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The day, `YYYY-MM-DD`.
 */
day: string, 
/**
 * What is kept on it.
 */
name: string, 
/**
 * What kind it is.
 */
kind: HolidayKind, };

export type HolidayFilter = { 
/**
 * From this day, `YYYY-MM-DD`.
 */
from?: string, 
/**
 * Until this day, itself included.
 */
until?: string, };

export type HolidayKind = "holiday" | "joint_leave";

export type ImportPlan = { 
/**
 * Fields of all columns in their order; none = guessed.
 */
mapping?: Array<Field>, 
/**
 * Several sheets in one go, in this order; none = the sheet of `source`.
 */
sheets?: Array<SheetPlan>, 
/**
 * All sheets that hold people, each with its guess.
 */
all_sheets?: boolean, 
/**
 * Changes to the guess by column name.
 */
changes?: Array<ColumnField>, 
/**
 * What happens to fields of people who are there already; without a rule a single value fills
 * an empty field and several values are added.
 */
rules?: Array<FieldRule>, 
/**
 * Put everybody in the file on the list of this name, which is made when missing.
 */
list?: string, 
/**
 * Save the rejected rows with their reasons here, as CSV.
 */
rejected_file?: string, 
/**
 * A file on this machine (command line).
 */
file?: string, 
/**
 * An uploaded file (window).
 */
upload?: string, 
/**
 * The file's own name, for an upload.
 */
file_name?: string, 
/**
 * The sheet of a workbook; none = the first with rows.
 */
sheet?: string, };

export type ImportRemark = { 
/**
 * The entry, or the row of a table.
 */
entry: string, 
/**
 * What was found and what was done, a sentence.
 */
sentence: string, };

export type ImportResult = { 
/**
 * The action, to undo it; 0 for a preview.
 */
action_id: number, 
/**
 * The import; 0 for a preview.
 */
import_id: number, 
/**
 * Contacts added.
 */
added: number, 
/**
 * Contacts that learnt something new.
 */
updated: number, 
/**
 * Rows that held nothing new.
 */
skipped: number, 
/**
 * Rows that could not be taken.
 */
rejected: Array<Rejected>, 
/**
 * Values that were left out of rows that were taken: the first 1000.
 */
left_out: Array<Rejected>, 
/**
 * How many values were left out in all.
 */
left_out_count: number, 
/**
 * Contacts flagged as possible duplicates.
 */
possible_duplicates: number, 
/**
 * Outlets that did not exist.
 */
new_outlets: number, 
/**
 * Rows that name an outlet and nobody.
 */
outlets_only: number, 
/**
 * Outlets known before that learnt something from such a row.
 */
outlets_updated: number, 
/**
 * The first rows with their outcome.
 */
rows: Array<RowOutcome>, };

export type ImportRun = { 
/**
 * The import.
 */
id: number, 
/**
 * Its action.
 */
action_id: number, 
/**
 * The file that was read.
 */
file_name: string, 
/**
 * Who imported it.
 */
actor: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * `running`, `done`, `undone`, or `unfinished`: cancelled, failed or cut off, and taken back.
 */
state: string, 
/**
 * Contacts added.
 */
added: number, 
/**
 * Contacts that learnt something new.
 */
updated: number, 
/**
 * Rows that held nothing new.
 */
skipped: number, 
/**
 * Rows that could not be taken.
 */
rejected: number, 
/**
 * Values left out of rows that were taken.
 */
left_out: number, };

export type ImportText = { 
/**
 * The file's name, for messages.
 */
file_name: string, 
/**
 * Markdown with front matter, or plain text; empty for a Word file.
 */
text: string, 
/**
 * A Word file: the upload's id, a file in `uploads/`.
 */
upload?: string, 
/**
 * A Word file on this machine.
 */
path?: string, 
/**
 * Files of this machine to attach, in the same action.
 */
attach?: Array<string>, 
/**
 * The release whose text it is; none = a new one.
 */
into?: IntoRelease, };

export type Inspect = { 
/**
 * A file on this machine (command line).
 */
file?: string, 
/**
 * An uploaded file (window).
 */
upload?: string, 
/**
 * The file's own name, for an upload.
 */
file_name?: string, 
/**
 * The sheet of a workbook; none = the first with rows.
 */
sheet?: string, };

export type Inspection = { 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Columns, samples, sheets.
 */
table: TableInfo, 
/**
 * For each column the field that it is taken for.
 */
mapping: Array<Field>, 
/**
 * Every field that a column can be.
 */
fields: Array<Field>, 
/**
 * The program or form that writes such columns, when it is known: `google`, `outlook` …; also
 * the end of a key in the locales (`import-layout-…`).
 */
layout: string, 
/**
 * Those among them that several columns can be.
 */
repeatable: Array<Field>, 
/**
 * Names of the office's own fields among them.
 */
custom: Array<CustomName>, 
/**
 * Whether the mapping is the one that was last used for these columns.
 */
remembered: boolean, 
/**
 * The update rules that were last used for these columns.
 */
rules: Array<FieldRule>, };

export type Interaction = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * With whom.
 */
contact_id: number, 
/**
 * `call`, `whatsapp`, `meeting`, `mail`, `note`, or what a noun wrote: `release_sent`,
 * `response_reply` and so on.
 */
kind: string, 
/**
 * `in` or `out`.
 */
direction: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * One line.
 */
summary: string, 
/**
 * The rest.
 */
body: string, 
/**
 * Who of the office.
 */
actor: string, 
/**
 * The release it was about; 0 = none.
 */
release_id: number, 
/**
 * The delivery it was about; 0 = none.
 */
delivery_id: number, 
/**
 * The response it came from; 0 = none.
 */
response_id: number, 
/**
 * Message-ID (without angle brackets) of the mail that it was, or the SHA-256 of its bytes:
 * the same mail is noted once a person. Empty = no mail, or one of a release.
 */
mail_id: string, 
/**
 * The enquiry it belongs to; 0 = none.
 */
enquiry_id: number, 
/**
 * The press event it belongs to; 0 = none.
 */
event_id: number, };

export type InteractionHit = { 
/**
 * Its id.
 */
id: number, 
/**
 * With whom.
 */
contact_id: number, 
/**
 * Their name.
 */
name: string, 
/**
 * `call`, `whatsapp`, `meeting`, `mail` or `note`.
 */
kind: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * What was said.
 */
summary: string, };

export type InteractionSearch = { 
/**
 * Part of what was said.
 */
text: string, 
/**
 * Most lines; none = 6.
 */
limit?: number, };

export type IntoRelease = { 
/**
 * The release.
 */
release_id: number, 
/**
 * The text is in this language, `id` or `en`; none = the release's own. The version in the other
 * language is begun where there is none.
 */
language?: string, };

export type IssueOrder = { 
/**
 * The letter.
 */
id: number, 
/**
 * The version that was read; none = whatever is there.
 */
version?: number, 
/**
 * Its number where the office writes numbers by hand; none = by the pattern.
 */
number?: string, 
/**
 * Although something is lacking.
 */
anyway: boolean, };

export type ItemConflict = { 
/**
 * `place`: another item at the same place at the same time; `person`: somebody is in two items
 * at once; `outside`: it is not within the event.
 */
kind: string, 
/**
 * The place or the person, or empty.
 */
what: string, 
/**
 * The other item, 0 = none.
 */
with: number, 
/**
 * Its name, or empty.
 */
title: string, };

export type ItemPatch = { 
/**
 * The record's fields; a new one needs `event_id` and `title`.
 */
patch: Patch, 
/**
 * When it begins: a time of the event's first day such as `09.30`, or a day and a time; of a
 * new one none = when the last one ends.
 */
begins?: string, 
/**
 * When it ends: a time, or a day and a time; none = as long as it took, of a new one half an
 * hour.
 */
ends?: string, };

export type ItemRow = { 
/**
 * The record.
 */
item: EventItem, 
/**
 * What cannot be so.
 */
conflicts: Array<ItemConflict>, };

export type JobChange = { 
/**
 * Whose.
 */
contact_id: number, 
/**
 * Name of the organisation that they leave; empty = every one at which they are.
 */
leaves: string, 
/**
 * The last day there and the first here, `YYYY-MM-DD`; empty = today.
 */
on: string, 
/**
 * Name of the organisation that they join; one that is not there yet is created as an outlet;
 * empty = they only leave.
 */
organisation: string, 
/**
 * As what.
 */
position: string, 
/**
 * Part of the organisation, or empty.
 */
department: string, };

export type JobNews = { 
/**
 * The job.
 */
id: number, 
/**
 * The command that it runs.
 */
kind: string, 
/**
 * `running`, `done`, `failed` or `cancelled`.
 */
state: string, 
/**
 * Key of the phase's name in the locales.
 */
phase: string, 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all; 0 = unknown.
 */
total: number, 
/**
 * What went wrong.
 */
error?: unknown, 
/**
 * The command's result when it is done.
 */
result?: unknown, };

export type JobStarted = { 
/**
 * The job; its events carry the same number.
 */
id: number, };

export type KeepEventTemplate = { 
/**
 * The event.
 */
event_id: number, 
/**
 * What the office calls it.
 */
name: string, };

export type KeepReleaseTemplate = { 
/**
 * The release.
 */
release_id: number, 
/**
 * What the office calls it.
 */
name: string, 
/**
 * Which of its texts comes first, `id` or `en`; none = its own. The other one, where there is
 * one, is kept too.
 */
language?: string, };

export type KeepTemplate = { 
/**
 * The letter.
 */
letter_id: number, 
/**
 * What the office calls it.
 */
name: string, };

export type KeptAs = "submitted" | "approved" | "sent" | "replaced";

export type KeptContact = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * The name.
 */
name: string, 
/**
 * Where they work.
 */
outlet: string, };

export type KeptRecipient = { 
/**
 * The contact; 0 = a newsroom or a chat group.
 */
contact_id: number, 
/**
 * The organisation whose newsroom it is.
 */
organisation_id?: number, 
/**
 * The chat group that it is.
 */
group_chat_id?: number, 
/**
 * Who wrote when, and what.
 */
note: string, };

export type Kit = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Name, unlike any other kit's.
 */
name: string, 
/**
 * The name folded.
 */
name_key: string, 
/**
 * What it is for; stands at the head of its list of contents.
 */
notes: string, };

export type KitAdd = { 
/**
 * The kit.
 */
kit_id: number, 
/**
 * Releases.
 */
releases?: Array<number>, 
/**
 * Photos and videos of the archive.
 */
photos?: Array<number>, 
/**
 * Standing texts.
 */
texts?: Array<number>, 
/**
 * A file that the window has uploaded: its id in `uploads/`.
 */
upload?: string, 
/**
 * The file's name.
 */
file_name?: string, 
/**
 * Files on this machine.
 */
paths?: Array<string>, };

export type KitAttach = { 
/**
 * The kit, as it is now.
 */
kit_id: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * How its releases are written: `pdf`, `docx`, `txt`; none = as PDF.
 */
formats?: Array<PaperFormat>, };

export type KitContent = { 
/**
 * Its place in the kit.
 */
item_id: number, 
/**
 * What it is.
 */
part: KitPart, 
/**
 * The release, the photo or the standing text; 0 = a file.
 */
of: number, 
/**
 * Headline, caption, name.
 */
name: string, 
/**
 * A release's number, a photo's credit; may be empty.
 */
about: string, 
/**
 * Of a photo or file: bytes.
 */
size: number, 
/**
 * Of a photo or file: lower-case hex.
 */
sha256: string, 
/**
 * Of a photo or file: for example `image/jpeg`.
 */
mime: string, };

export type KitDetail = { 
/**
 * The record.
 */
kit: Kit, 
/**
 * Releases, photos, texts, files; each in the order in which they were added.
 */
contents: Array<KitContent>, 
/**
 * What to know before it is handed out.
 */
remarks: Array<Remark>, };

export type KitFilter = { 
/**
 * Words of name or notes.
 */
search?: string, 
/**
 * Only those with this release.
 */
release_id?: number, 
/**
 * Only those with this photo.
 */
photo_id?: number, };

export type KitOrder = { 
/**
 * The kit.
 */
kit_id: number, 
/**
 * The ZIP file; none = under the kit's name in the person's download folder.
 */
file?: string, 
/**
 * How its releases are written: `pdf`, `docx`, `txt`; none = as PDF.
 */
formats?: Array<PaperFormat>, };

export type KitPart = "release" | "photo" | "text" | "file";

export type KitRow = { 
/**
 * The kit.
 */
id: number, 
/**
 * Name.
 */
name: string, 
/**
 * What it is for.
 */
notes: string, 
/**
 * How many releases it has.
 */
releases: number, 
/**
 * How many photos and videos.
 */
photos: number, 
/**
 * How many standing texts.
 */
texts: number, 
/**
 * How many files of its own.
 */
files: number, 
/**
 * When it last changed, UTC.
 */
updated_at: string, };

export type KnownPerson = { 
/**
 * The contact; none = a guest whom it does not know.
 */
contact_id: number | null, 
/**
 * The guest that they are already, or none.
 */
guest_id: number | null, 
/**
 * Name.
 */
name: string, 
/**
 * Outlet, may be empty.
 */
outlet: string, 
/**
 * Telephone, may be empty.
 */
phone: string, 
/**
 * The number fits, not only the name.
 */
by_phone: boolean, };

export type LanguageCount = { 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * How many recipients, by whatever channel.
 */
people: number, };

export type LanguageSums = { 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * Deliveries with this text, by whatever channel.
 */
total: number, 
/**
 * Of those, taken over by the server or done by a person.
 */
sent: number, };

export type LastDeed = { 
/**
 * The action.
 */
action_id: number, 
/**
 * The command that did it.
 */
command: string, 
/**
 * Whom it was about.
 */
name: string, 
/**
 * When, UTC.
 */
at: string, };

export type LastDistribution = { 
/**
 * The distribution.
 */
id: number, 
/**
 * Its release.
 */
release_id: number, 
/**
 * The release's headline.
 */
headline: string, 
/**
 * `running`, `paused`, `cancelled` or `done`.
 */
state: string, 
/**
 * When it was queued, UTC.
 */
created_at: string, 
/**
 * When it ended, UTC, or empty.
 */
ended_at: string, 
/**
 * The frozen audience.
 */
total: number, 
/**
 * Sent by mail or by hand.
 */
reached: number, 
/**
 * Still to be sent by mail.
 */
waiting: number, 
/**
 * Still to be done by hand.
 */
by_hand: number, 
/**
 * Refused or bounced.
 */
failed: number, 
/**
 * Nobody can tell whether it arrived.
 */
unsure: number, 
/**
 * Cancelled or suppressed.
 */
left_out: number, 
/**
 * Answers of people: replies, opt-outs and RSVPs.
 */
answers: number, };

export type Later = { 
/**
 * Its table.
 */
table: string, 
/**
 * The row.
 */
row_id: number, };

export type LaterRow = { 
/**
 * Its table.
 */
table: string, 
/**
 * The row.
 */
row_id: number, 
/**
 * One line about it.
 */
text: string, 
/**
 * When, UTC.
 */
at: string, };

export type Layer = "event" | "release" | "embargo" | "deadline" | "task" | "birthday" | "entry" | "holiday";

export type Leave = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The guest.
 */
guest_id: number, };

export type LeaveOut = { 
/**
 * The list.
 */
list_id: number, 
/**
 * The contacts.
 */
contact_ids: Array<number>, 
/**
 * Why.
 */
reason: string, };

export type Left = { 
/**
 * The first rows by name.
 */
rows: Array<LeftRow>, 
/**
 * How many there are in all.
 */
count: number, };

export type LeftOut = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Since when, UTC.
 */
since: string, };

export type LeftOutReason = "waiting" | "withdrawn" | "invited" | "not_invited" | "answered" | "declined" | "up_to_date" | "not_told" | "told_off" | "still_asked" | "not_arrived" | "arrived" | "represented" | "on_its_way" | "had_it";

export type LeftRow = { 
/**
 * Its table.
 */
table: string, 
/**
 * Its id.
 */
id: number, 
/**
 * What it is called; empty = it has no name.
 */
name: string, 
/**
 * `changed` = somebody changed it since; `used` = something later refers to it; `taken` = another
 * row has its name or its place, so that it cannot come back.
 */
reason: string, 
/**
 * For a changed row that the import had only updated: the columns that were left.
 */
columns: Array<string>, };

export type Letter = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * What it is.
 */
kind: LetterKind, 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * The official number; empty until it is issued.
 */
number: string, 
/**
 * Place of the date line.
 */
place: string, 
/**
 * Day of the date line, `YYYY-MM-DD` or empty.
 */
dated_on: string, 
/**
 * Whom a memo is from.
 */
sender: string, 
/**
 * To whom, one line each.
 */
recipients: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * How many enclosures go along.
 */
enclosures: number, 
/**
 * The text as safe HTML.
 */
body_html: string, 
/**
 * The signatory's position.
 */
signatory_position: string, 
/**
 * Who signs, with titles.
 */
signatory_name: string, 
/**
 * The signatory's rank.
 */
signatory_rank: string, 
/**
 * The signatory's staff number (NIP).
 */
signatory_number: string, 
/**
 * Who gets a copy, one a line.
 */
copies: string, 
/**
 * When it was issued, UTC; empty = it is a draft.
 */
issued_at: string, 
/**
 * Who issued it.
 */
issued_by: string, 
/**
 * When it was made void, UTC; empty = it was not.
 */
voided_at: string, 
/**
 * Why.
 */
void_reason: string, };

export type LetterBegin = { 
/**
 * From this template.
 */
template_id?: number, 
/**
 * As a copy of this letter.
 */
copy_of?: number, 
/**
 * What it is; none = as the template says.
 */
kind?: LetterKind, 
/**
 * `id` or `en`; none = as the template says, or as the window speaks.
 */
language?: string, 
/**
 * Fields with their values, as in a save.
 */
set?: Record<string, string | number | null>, };

export type LetterDetail = { 
/**
 * The record.
 */
letter: Letter, 
/**
 * How far it has come.
 */
state: LetterState, 
/**
 * The number that issuing it now gives; empty = it is written by hand, or has been given.
 */
next_number: string, 
/**
 * What it still lacks: `subject`, `recipients`, `body`, `signatory`, `blanks`.
 */
lacking: Array<string>, 
/**
 * Places of a template that nobody has filled in, such as `[tempat]`.
 */
blanks: Array<string>, };

export type LetterFilter = { 
/**
 * Words of subject, number, recipients or text.
 */
text?: string, 
/**
 * Only of this kind.
 */
kind?: LetterKind, 
/**
 * Only in this state.
 */
state?: LetterState, 
/**
 * Only those of this event.
 */
event_id?: number, };

export type LetterKind = "letter" | "cover" | "invitation" | "memo" | "assignment";

export type LetterNumberRow = { 
/**
 * As it stands on the letter.
 */
number: string, 
/**
 * The letter.
 */
letter_id: number, 
/**
 * What it is.
 */
kind: LetterKind, 
/**
 * What it is about.
 */
subject: string, 
/**
 * Who issued it.
 */
actor: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * Since when it is void, UTC; empty = it stands.
 */
void_at: string, };

export type LetterPaper = { 
/**
 * The letter.
 */
letter_id: number, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * PDF, Word or plain text; none = by the file's ending.
 */
format?: PaperFormat, };

export type LetterRegister = { 
/**
 * Every kind.
 */
numberings: Array<NumberingRow>, 
/**
 * Every number that was given, the newest first, void ones too.
 */
rows: Array<LetterNumberRow>, };

export type LetterRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * What it is.
 */
kind: LetterKind, 
/**
 * How far it has come.
 */
state: LetterState, 
/**
 * The official number, or empty.
 */
number: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * Its first recipient.
 */
recipient: string, 
/**
 * Day of the date line or empty.
 */
dated_on: string, 
/**
 * Last change, UTC.
 */
updated_at: string, };

export type LetterState = "draft" | "issued" | "void";

export type LetterTemplate = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * What the office calls it.
 */
name: string, 
/**
 * What letters from it are.
 */
kind: LetterKind, 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * To whom, one line each.
 */
recipients: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * The text as safe HTML.
 */
body_html: string, 
/**
 * Who gets a copy, one a line.
 */
copies: string, };

export type LikelyDuplicate = { 
/**
 * Its row.
 */
row: ContactRow, 
/**
 * 0 to 100.
 */
score: number, 
/**
 * Why, the strongest reason first.
 */
reasons: Array<string>, };

export type Link = { 
/**
 * The response.
 */
response_id: number, 
/**
 * Whose it is.
 */
contact_id: number, 
/**
 * Which delivery it answers; none = the contact's latest.
 */
delivery_id?: number, };

export type Lint = { 
/**
 * Words of headline, lead and body.
 */
words: number, 
/**
 * Characters of the headline.
 */
headline_characters: number, 
/**
 * What to look at again.
 */
remarks: Array<Remark>, };

export type LintRules = { 
/**
 * Words that it avoids, one a line; `word = better word`.
 */
avoided: string, };

export type ListDetail = { 
/**
 * The record.
 */
list: RecipientList, 
/**
 * The rule of a smart list.
 */
filter?: Filter, 
/**
 * The rule as a person reads it, or empty.
 */
rule: string, 
/**
 * Its contacts by name.
 */
rows: Array<ContactRow>, 
/**
 * How many.
 */
total: number, 
/**
 * Who is left out of it, and why.
 */
left_out: Array<LeftOut>, };

export type ListRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * The version to save on.
 */
version: number, 
/**
 * Name.
 */
name: string, 
/**
 * What it is for.
 */
notes: string, 
/**
 * How many contacts are on it now; -1 = that takes a while, `contact_count` says it.
 */
members: number, 
/**
 * Whether a rule finds them.
 */
smart: boolean, 
/**
 * The rule as a person reads it, or empty.
 */
rule: string, 
/**
 * What keeps the rule from being asked, such as a field that is gone; none = nothing.
 */
trouble?: Error, 
/**
 * How many are left out of it by hand.
 */
left_out: number, 
/**
 * Since when it is out of use, UTC, or empty.
 */
archived_at: string, 
/**
 * When it last changed.
 */
updated_at: string, };

export type LoggedLines = { 
/**
 * Each line that is not blank.
 */
lines: Array<PostLine>, 
/**
 * New posts.
 */
posts: number, 
/**
 * Readings.
 */
readings: number, 
/**
 * Lines that were rejected.
 */
rejected: number, };

export type MailFile = { 
/**
 * Its name as the sender gave it.
 */
file_name: string, 
/**
 * Media type as the sender gave it.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * A kind of file that can do harm when opened.
 */
dangerous: boolean, };

export type MailForm = "full" | "light" | "no_files";

export type MailPurpose = "unit" | "answer";

export type MailShown = { 
/**
 * Its HTML, sanitised, with remote content blocked; empty where there is none.
 */
html: string, 
/**
 * Its whole text.
 */
text: string, 
/**
 * To and Cc.
 */
to: Array<string>, 
/**
 * Attached files.
 */
files: Array<MailFile>, 
/**
 * The kept copy is gone or damaged: only what was read from it then is left.
 */
missing: boolean, };

export type MailboxFolder = { 
/**
 * Its name as the server writes it.
 */
folder: string, 
/**
 * Its name as people read it.
 */
name: string, 
/**
 * Whether what comes there is read.
 */
read: boolean, 
/**
 * Whether it is read as sent mail.
 */
sent: boolean, 
/**
 * Whether only what belongs to something of ours is taken from it: unwanted mail.
 */
unwanted: boolean, };

export type MailboxFolders = { 
/**
 * The account.
 */
account_id: number, 
/**
 * All that can be opened, the inbox first.
 */
folders: Array<MailboxFolder>, 
/**
 * Chosen ones that are not there any more.
 */
gone: Array<string>, };

export type MailboxState = { 
/**
 * The account.
 */
account_id: number, 
/**
 * What the office calls it.
 */
name: string, 
/**
 * How it stands.
 */
state: MailboxStateWord, 
/**
 * Since when, UTC; empty = it was never watched.
 */
since: string, 
/**
 * When its inbox was last read, UTC; empty = never.
 */
read_at: string, 
/**
 * Key of the sentence for what is wrong.
 */
error: string | null, 
/**
 * What that sentence names.
 */
args: Record<string, string>, 
/**
 * The server's own words, for the "details" fold.
 */
details: string | null, };

export type MailboxStateWord = "live" | "polling" | "trouble" | "off";

export type MastheadRow = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * Position.
 */
position: string, 
/**
 * Day they left; empty = still there.
 */
ended_on: string, 
/**
 * First day, or empty.
 */
started_on: string, 
/**
 * Part of the organisation, or empty.
 */
department: string, 
/**
 * Kind of contact.
 */
kind: string, };

export type MatchAsk = { 
/**
 * For example `Surat tugas Anna Wijaya.pdf`.
 */
file_names: Array<string>, };

export type MemberEdit = { 
/**
 * The membership.
 */
id: number, 
/**
 * As what.
 */
role: string, 
/**
 * First day, or empty.
 */
started_on: string, 
/**
 * Last day; empty = still takes part.
 */
ended_on: string, };

export type MemberRow = { 
/**
 * The membership's id.
 */
id: number, 
/**
 * The person, or none.
 */
contact_id: number | null, 
/**
 * The community, or none.
 */
organisation_id: number | null, 
/**
 * The name of either.
 */
name: string, 
/**
 * As what.
 */
role: string, 
/**
 * First day, or empty.
 */
started_on: string, 
/**
 * Last day; empty = still takes part.
 */
ended_on: string, 
/**
 * What their posts in this programme reached.
 */
totals: Totals, };

export type Members = { 
/**
 * The list.
 */
list_id: number, 
/**
 * The contacts.
 */
contact_ids: Array<number>, };

export type MembershipEdit = { 
/**
 * The stored one; none = new.
 */
id?: number, 
/**
 * Name of the association; one that is not there yet is created.
 */
association: string, 
/**
 * As what.
 */
role: string, 
/**
 * Number of the membership card.
 */
member_number: string, 
/**
 * First day or empty.
 */
started_on: string, 
/**
 * Last day; empty = still a member.
 */
ended_on: string, };

export type MembershipRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * The association.
 */
association_id: number, 
/**
 * Its name.
 */
association: string, 
/**
 * The person who is a member, or none.
 */
contact_id: number | null, 
/**
 * The organisation that is a member, or none.
 */
member_organisation_id: number | null, 
/**
 * The member's name.
 */
member: string, 
/**
 * As what.
 */
role: string, 
/**
 * Number of the membership card.
 */
member_number: string, 
/**
 * First day or empty.
 */
started_on: string, 
/**
 * Last day; empty = still a member.
 */
ended_on: string, };

export type MembershipSave = { 
/**
 * The stored one; none = new, which needs the association and the member.
 */
id?: number, 
/**
 * The association or community.
 */
association_id?: number, 
/**
 * The person who is a member.
 */
contact_id?: number, 
/**
 * The outlet or other body that is a member.
 */
organisation_id?: number, 
/**
 * As what; none = as it was.
 */
role?: string, 
/**
 * Number of the membership card; none = as it was.
 */
member_number?: string, 
/**
 * First day or empty; none = as it was.
 */
started_on?: string, 
/**
 * Last day; empty = still a member; none = as it was.
 */
ended_on?: string, };

export type MendedRecipient = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * The address that failed.
 */
failed: string, 
/**
 * How: `refused`, `bounced` or `suppressed`.
 */
state: DeliveryState, 
/**
 * The server's own words.
 */
words: string, 
/**
 * The first address that works now.
 */
address: string, };

export type Mention = { 
/**
 * The table.
 */
table: string, 
/**
 * The row.
 */
id: number, 
/**
 * The column.
 */
column: string, };

export type MergeAsk = { 
/**
 * `contact` or `organisation`.
 */
kind: string, 
/**
 * The one that shall stay.
 */
survivor_id: number, 
/**
 * The one that shall go into it.
 */
absorbed_id: number, };

export type MergeDetail = { 
/**
 * The merge.
 */
merge: MergeRow, 
/**
 * Where its rows are now: the survivor, or whom that was merged into later.
 */
holder_id: number, 
/**
 * The holder's name.
 */
holder_name: string, 
/**
 * Rows that go back.
 */
going_back: number, 
/**
 * What came later: stays unless it is given away.
 */
later: Array<LaterRow>, 
/**
 * Fields that stay as they are now.
 */
changed_since: Array<ChangedSince>, };

export type MergeField = { 
/**
 * The column.
 */
name: string, 
/**
 * The survivor's value.
 */
survivor: string, 
/**
 * The absorbed one's value.
 */
absorbed: string, 
/**
 * Whether they differ.
 */
differs: boolean, 
/**
 * Which is proposed: `survivor`, `absorbed`, or `both` where texts can be put together.
 */
better: string, 
/**
 * Whether both can be kept, one after the other.
 */
can_keep_both: boolean, };

export type MergeOrder = { 
/**
 * `contact` or `organisation`.
 */
kind: string, 
/**
 * The one that stays.
 */
survivor_id: number, 
/**
 * The one that goes into it.
 */
absorbed_id: number, 
/**
 * For each field `survivor`, `absorbed` or `both`; a field that is not named is taken as
 * [`preview`] proposes. `reaches` says whose addresses and numbers come first.
 */
fields: Record<string, string>, };

export type MergePreview = { 
/**
 * `contact` or `organisation`.
 */
kind: string, 
/**
 * Which of the two should stay: the one with more behind it, else the older one.
 */
better_survivor_id: number, 
/**
 * The fields that a person may choose.
 */
fields: Array<MergeField>, 
/**
 * What refers to them.
 */
attached: Array<Attached>, };

export type MergeRow = { 
/**
 * The merge.
 */
id: number, 
/**
 * `contact` or `organisation`.
 */
kind: string, 
/**
 * The one that stayed.
 */
survivor_id: number, 
/**
 * Its name then.
 */
survivor_name: string, 
/**
 * The one that went into it.
 */
absorbed_id: number, 
/**
 * Its name.
 */
absorbed_name: string, 
/**
 * Who.
 */
actor: string, 
/**
 * When, UTC.
 */
merged_at: string, 
/**
 * When it was taken apart, or empty.
 */
unmerged_at: string, };

export type Merged = { 
/**
 * The merge, to take it apart.
 */
merge_id: number, 
/**
 * The one that stayed.
 */
survivor_id: number, 
/**
 * Its name now.
 */
name: string, 
/**
 * Rows that moved to it.
 */
moved: number, 
/**
 * Rows that said the same as one of the survivor's.
 */
doubles: number, 
/**
 * Rows that had to stay where they were, such as a second delivery of one distribution.
 */
left: number, };

export type NamedGuest = { 
/**
 * Name.
 */
name: string, 
/**
 * For which outlet, or empty.
 */
outlet: string, 
/**
 * Position, or empty.
 */
position: string, 
/**
 * Mail address, or empty.
 */
email: string, 
/**
 * Telephone, however written, or empty.
 */
phone: string, 
/**
 * One of [`CATEGORIES`]; empty = that of all.
 */
category: string, };

export type NewArchivePhoto = { 
/**
 * Its name.
 */
file_name: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, 
/**
 * What is known of it, as in a save.
 */
set?: Record<string, string | number | null>, 
/**
 * The picture that stands for a video: an upload's id. The window takes it from the video.
 */
still?: string, };

export type NewAsker = { 
/**
 * The name.
 */
name: string, 
/**
 * The address.
 */
email?: string, 
/**
 * The number, which takes WhatsApp.
 */
whatsapp?: string, 
/**
 * They were erased at their own wish and shall be entered again all the same.
 */
erased_ok?: boolean, };

export type NewComment = { 
/**
 * The release.
 */
release_id: number, 
/**
 * The version that it is about.
 */
release_version_id?: number, 
/**
 * What is said.
 */
text: string, };

export type NewCoverage = { 
/**
 * What is known of it, as in a save; a title may be missing where there is a text or a file.
 */
set?: Record<string, string | number | null>, 
/**
 * The outlet by name; one that is not there yet is created; none = by the address.
 */
outlet?: string, 
/**
 * The clipping's name.
 */
file_name?: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, };

export type NewEnclosure = { 
/**
 * The release.
 */
release_id: number, 
/**
 * Who gets it, each their own copy.
 */
contacts: Array<number>, 
/**
 * The name that they will see.
 */
file_name: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, 
/**
 * A link instead of a file; it takes the place of the one that they had.
 */
link?: string, };

export type NewEventFile = { 
/**
 * The event.
 */
event_id: number, 
/**
 * One of `photo`, `letter`, `minutes`, `material`, `other`; empty = by what the file is.
 */
purpose: string, 
/**
 * The name to keep.
 */
file_name: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, };

export type NewFile = { 
/**
 * The release.
 */
release_id: number, 
/**
 * The name that recipients will see.
 */
file_name: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, 
/**
 * As an image of the body instead of an attachment.
 */
inline: boolean, };

export type NewFollowUp = { 
/**
 * The day, `YYYY-MM-DD`.
 */
due_on: string, 
/**
 * What; none = as the interaction says.
 */
what?: string, 
/**
 * One of [`KINDS`]; none = `follow_up`.
 */
kind?: string, 
/**
 * Who is in charge; none = whoever is working.
 */
staff_id?: number, };

export type NewInteraction = { 
/**
 * With whom.
 */
contact_id: number, 
/**
 * `call`, `whatsapp`, `meeting`, `mail` or `note`.
 */
kind: string, 
/**
 * `in` or `out`.
 */
direction: string, 
/**
 * What was said; may be empty, a note excepted: that they spoke is worth a line by itself.
 */
summary: string, 
/**
 * When, UTC; none = now.
 */
at?: string, 
/**
 * What was agreed.
 */
follow_up?: NewFollowUp, };

export type NewLogo = { 
/**
 * The file's name; its ending tells what it is.
 */
file_name: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, };

export type NewMembers = { 
/**
 * The programme.
 */
programme_id: number, 
/**
 * Persons.
 */
contact_ids: Array<number>, 
/**
 * Communities.
 */
organisation_ids: Array<number>, 
/**
 * As what.
 */
role?: string, 
/**
 * First day, or none.
 */
started_on?: string, };

export type NewPhoto = { 
/**
 * Whose.
 */
contact_id: number, 
/**
 * The name that it has; its ending says what it is.
 */
file_name: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, };

export type NewPost = { 
/**
 * The programme.
 */
programme_id: number, 
/**
 * Who posted; none = found by the account in the address.
 */
contact_id?: number, 
/**
 * The community that posted.
 */
organisation_id?: number, 
/**
 * Its address; none where a post has none, then `platform` is needed.
 */
url?: string, 
/**
 * One of [`PLATFORMS`]; none = what the address says.
 */
platform?: string, 
/**
 * The day; none = today.
 */
posted_on?: string, 
/**
 * About what.
 */
theme?: string, 
/**
 * Views so far.
 */
views?: number, 
/**
 * Likes so far.
 */
likes?: number, 
/**
 * Comments so far.
 */
comments?: number, 
/**
 * Shares so far.
 */
shares?: number, };

export type NewReading = { 
/**
 * The post.
 */
post_id: number, 
/**
 * The day; none = today.
 */
read_on?: string, 
/**
 * Views.
 */
views?: number, 
/**
 * Likes.
 */
likes?: number, 
/**
 * Comments.
 */
comments?: number, 
/**
 * Shares.
 */
shares?: number, };

export type NewRecordFile = { 
/**
 * Whose.
 */
owner: OwnerIds, 
/**
 * What it is.
 */
title: string, 
/**
 * The name to keep.
 */
file_name: string, 
/**
 * The day on which it expires, or empty.
 */
expires_on: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, };

export type NewReplyFile = { 
/**
 * The response that the reply answers.
 */
response_id: number, 
/**
 * The name to show; empty = the path's own.
 */
file_name: string, 
/**
 * The upload's id.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, };

export type NewSenderContact = { 
/**
 * Their name.
 */
name: string, 
/**
 * The outlet that they work for; made when it is missing.
 */
outlet?: string, 
/**
 * Their number, where the chat does not tell it.
 */
phone?: string, };

export type NewStill = { 
/**
 * The video.
 */
id: number, 
/**
 * The picture's name.
 */
file_name: string, 
/**
 * The upload's id: a file in `uploads/`.
 */
upload?: string, 
/**
 * A file on this machine.
 */
path?: string, };

export type NewsroomRecipient = { 
/**
 * The organisation.
 */
organisation_id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * The first of its addresses that works.
 */
email: string, 
/**
 * The wave, from 0.
 */
wave: number, 
/**
 * The language of the text that they get, `id` or `en`.
 */
language: string, };

export type NoEmbargo = "leave_out" | "send";

export type NotAgain = "do_not_contact" | "bad_address" | "address_changed" | "reached_since" | "deleted";

export type NotAsked = { 
/**
 * The event.
 */
event_id: number, 
/**
 * Its name.
 */
title: string, 
/**
 * Its first day, `YYYY-MM-DD`.
 */
day: string, 
/**
 * The person whom it concerns.
 */
name: string, 
/**
 * `waiting`, `withdrawn`, `not_asked`, `refused` or `excluded`: its name is `fairness-how-…`.
 */
how: string, 
/**
 * Why: what the office wrote, or the word of an exclusion (`exclusion-…`); empty = not written.
 */
reason: string, };

export type NoteCounts = { 
/**
 * Questions of the press.
 */
questions: number, 
/**
 * Of these, answered.
 */
answered: number, 
/**
 * Aspirations of citizens.
 */
aspirations: number, 
/**
 * Statements of spokespeople.
 */
statements: number, 
/**
 * Items that shall feed the news agenda.
 */
agenda: number, };

export type NoteFilter = { 
/**
 * Of this event; none = of all events.
 */
event_id?: number, 
/**
 * Of this kind.
 */
kind?: NoteKind, 
/**
 * Only those for the news agenda.
 */
agenda?: boolean, 
/**
 * Only those without an answer.
 */
open?: boolean, 
/**
 * Words of who, what, or answer.
 */
search?: string, };

export type NoteKind = "question" | "aspiration" | "statement" | "note";

export type NoteRow = { 
/**
 * The note.
 */
note: EventNote, 
/**
 * The event's name.
 */
event: string, 
/**
 * The event's zone by its IANA name.
 */
zone: string, 
/**
 * Who said it: the guest's name, else what was typed.
 */
who: string, 
/**
 * The guest's outlet; may be empty.
 */
outlet: string, };

export type NoteTable = { 
/**
 * Which.
 */
filter?: NoteFilter, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * `xlsx` or `csv`; none = by the file's ending, else `xlsx`.
 */
format?: string, };

export type NumberRegister = { 
/**
 * The office's pattern; empty = numbers are written by hand.
 */
pattern: string, 
/**
 * The number that the next approval gives; empty without a pattern.
 */
next: string, 
/**
 * Every number that was given, the newest first, void ones too.
 */
rows: Array<NumberRow>, };

export type NumberRow = { 
/**
 * As it stands on the release.
 */
number: string, 
/**
 * The release that got it.
 */
release_id: number, 
/**
 * The release's headline then.
 */
headline: string, 
/**
 * Who gave it.
 */
actor: string, 
/**
 * When it was given, UTC.
 */
at: string, 
/**
 * Since when it is void, UTC; empty = it stands.
 */
void_at: string, };

export type NumberingPatch = { 
/**
 * The kind.
 */
kind: LetterKind, 
/**
 * The pattern; empty = by hand; none = as it was.
 */
pattern?: string, 
/**
 * The first number of this year; none = as it was.
 */
number_from?: number, };

export type NumberingRow = { 
/**
 * The kind.
 */
kind: LetterKind, 
/**
 * The pattern; empty = by hand.
 */
pattern: string, 
/**
 * The first number that Warta gives.
 */
number_from: number, 
/**
 * The number that the next letter gets; empty without a pattern.
 */
next: string, };

export type OauthBegun = { 
/**
 * Names it in [`OauthFinish`].
 */
ticket: number, 
/**
 * What the browser opens.
 */
url: string, };

export type OauthFinish = { 
/**
 * As it was given.
 */
ticket: number, 
/**
 * How long the person may take; none = ten minutes.
 */
wait_seconds?: number, };

export type Occasion = { 
/**
 * `birthday`, `press_card`, `ukw`, `clearance` (of a source) or `file`.
 */
kind: string, 
/**
 * The person; 0 = an organisation's file.
 */
contact_id: number, 
/**
 * Whose.
 */
name: string, 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * What: the file's title.
 */
what: string, };

export type Offer = { 
/**
 * What the rule keeps.
 */
value: string, 
/**
 * What a person reads.
 */
label: string, };

export type OfferAsk = { 
/**
 * The event.
 */
event_id: number, 
/**
 * Name.
 */
name?: string, 
/**
 * Telephone.
 */
phone?: string, };

export type OffersTake = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The responses; empty = all that are offered.
 */
response_ids: Array<number>, };

export type OffersWanted = { 
/**
 * The field's key.
 */
field: string, 
/**
 * What has been typed so far.
 */
text: string, };

export type Office = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Name, such as the communication office of a town.
 */
name: string, 
/**
 * Unit within the office.
 */
unit: string, 
/**
 * City, for date lines.
 */
city: string, 
/**
 * Street address.
 */
address: string, 
/**
 * The standing paragraph about the office.
 */
boilerplate: string, 
/**
 * Who journalists may call, with number.
 */
press_contact: string, 
/**
 * IANA zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT).
 */
zone: string, 
/**
 * How releases are numbered (`format::number_pattern`); empty = by hand.
 */
number_pattern: string, 
/**
 * The first number that Warta gives in `number_from_year`, from 1.
 */
number_from: number, 
/**
 * The year that `number_from` is for; set with it.
 */
number_from_year: number, 
/**
 * `ask`: a release that is not approved goes out with a warning; [`REFUSE`]: not at all.
 */
unapproved: string, 
/**
 * The government that it belongs to, above its name on the letterhead.
 */
parent: string, 
/**
 * Telephone, mail and website, the last line of the letterhead.
 */
contact_line: string, 
/**
 * The logo's file in `files/`; empty = none. Set by `office_logo_set`.
 */
logo_sha256: string, 
/**
 * Who signs releases, with titles.
 */
signatory_name: string, 
/**
 * The signatory's position.
 */
signatory_position: string, 
/**
 * The signatory's staff number (NIP).
 */
signatory_number: string, };

export type OnList = { 
/**
 * The list.
 */
id: number, 
/**
 * Its name.
 */
name: string, };

export type Op = "is" | "is_not" | "contains" | "contains_not" | "begins" | "empty" | "set" | "at_least" | "at_most" | "before" | "since" | "within" | "not_within" | "next";

export type Organisation = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * One of [`KINDS`].
 */
kind: string, 
/**
 * Name as it writes itself.
 */
name: string, 
/**
 * The name folded for sorting and comparing.
 */
name_key: string, 
/**
 * One of [`MEDIA_TYPES`] for an outlet, else empty.
 */
media_type: string, 
/**
 * One of [`SCALES`], or empty.
 */
scale: string, 
/**
 * The company behind an outlet (PT …).
 */
company: string, 
/**
 * City.
 */
city: string, 
/**
 * Street address.
 */
address: string, 
/**
 * Website.
 */
website: string, 
/**
 * Free notes.
 */
notes: string, 
/**
 * Abbreviation: PWI, Diskominfo.
 */
short_name: string, 
/**
 * Province or other region that it is in.
 */
region: string, 
/**
 * Postal code.
 */
postal_code: string, 
/**
 * Country.
 */
country: string, 
/**
 * Address of its feed.
 */
rss: string, 
/**
 * How often it appears: one of [`FREQUENCIES`], or empty.
 */
frequency: string, 
/**
 * When copy must be in.
 */
deadlines: string, 
/**
 * Circulation or audience, in `reach_unit`; 0 = not known.
 */
reach_value: number, 
/**
 * One of [`REACH_UNITS`], or empty.
 */
reach_unit: string, 
/**
 * Who says so.
 */
reach_source: string, 
/**
 * The day on which they said so.
 */
reach_on: string, 
/**
 * Verification by the Press Council: one of [`PRESS_COUNCIL_LEVELS`]; empty = not known.
 */
press_council_level: string, 
/**
 * Its number.
 */
press_council_number: string, 
/**
 * Its day.
 */
press_council_on: string, 
/**
 * How much the office minds it: one of [`TIERS`], or empty.
 */
tier: string, 
/**
 * Where the data come from.
 */
data_source: string, 
/**
 * Day on which somebody last made sure that they are right.
 */
verified_on: string, };

export type OrganisationDetail = { 
/**
 * The record.
 */
organisation: Organisation, 
/**
 * Emails and phones of the newsroom or front desk.
 */
reaches: Array<Reach>, 
/**
 * Its people, those still there first.
 */
masthead: Array<MastheadRow>, 
/**
 * Subjects covered.
 */
beats: Array<string>, 
/**
 * Topics it answers for.
 */
topics: Array<string>, 
/**
 * Areas covered.
 */
regions: Array<string>, 
/**
 * Languages it works in.
 */
languages: Array<string>, 
/**
 * Tags.
 */
tags: Array<string>, 
/**
 * Associations that it is a member of.
 */
memberships: Array<MembershipRow>, 
/**
 * Its own members.
 */
members: Array<MembershipRow>, 
/**
 * Accounts on social platforms.
 */
social_accounts: Array<SocialAccount>, 
/**
 * Scans and other files.
 */
files: Array<RecordFile>, 
/**
 * Values of the office's own fields.
 */
custom: Array<CustomValue>, };

export type OrganisationFilter = { 
/**
 * Words that must begin words of the organisation.
 */
search?: string, 
/**
 * One of [`KINDS`]; `not_outlet` = all but outlets.
 */
kind?: string, 
/**
 * One of [`MEDIA_TYPES`].
 */
media_type?: string, 
/**
 * City, exactly.
 */
city?: string, 
/**
 * Name key after which the page begins.
 */
after?: string, 
/**
 * Most rows; 0 = 200.
 */
limit?: number, };

export type OrganisationPage = { 
/**
 * Rows in the order of their names.
 */
rows: Array<OrganisationRow>, 
/**
 * How many there are in all.
 */
total: number, };

export type OrganisationPatch = { 
/**
 * The record's fields.
 */
patch: Patch, 
/**
 * All emails and phones as they shall be; none = leave them.
 */
reaches?: Array<ReachEdit>, 
/**
 * Subjects covered.
 */
beats?: Array<string>, 
/**
 * Topics it answers for.
 */
topics?: Array<string>, 
/**
 * Areas covered.
 */
regions?: Array<string>, 
/**
 * Languages it works in.
 */
languages?: Array<string>, 
/**
 * Tags.
 */
tags?: Array<string>, 
/**
 * Associations that it is a member of.
 */
memberships?: Array<MembershipEdit>, 
/**
 * Accounts on social platforms.
 */
social_accounts?: Array<SocialAccountEdit>, 
/**
 * Values of the office's own fields; those not named stay.
 */
custom?: Array<CustomValueEdit>, };

export type OrganisationRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * Kind.
 */
kind: string, 
/**
 * Name.
 */
name: string, 
/**
 * Type of outlet.
 */
media_type: string, 
/**
 * Scale.
 */
scale: string, 
/**
 * City.
 */
city: string, 
/**
 * Website.
 */
website: string, 
/**
 * How many contacts are there now.
 */
contacts: number, };

export type OrganisationSide = { 
/**
 * Its id.
 */
id: number, 
/**
 * Name.
 */
name: string, 
/**
 * Kind.
 */
kind: string, 
/**
 * City.
 */
city: string, 
/**
 * Website.
 */
website: string, 
/**
 * How many contacts are there now.
 */
contacts: number, };

export type OriginalAudience = { 
/**
 * The original; 0 = the release speaks of none.
 */
release_id: number, 
/**
 * Its headline.
 */
headline: string, 
/**
 * How many people got it.
 */
people: number, 
/**
 * How many chat groups got it.
 */
groups: number, 
/**
 * How many newsrooms got it.
 */
newsrooms: number, 
/**
 * How many may have got it: nobody can tell yet.
 */
unsure: number, };

export type Outcome = "arrived" | "already" | "back" | "left";

export type OutletAttendance = { 
/**
 * The outlet; none = it is known by name alone.
 */
outlet_id: number | null, 
/**
 * Its name.
 */
outlet: string, 
/**
 * Places that were offered to it.
 */
invited: number, 
/**
 * Of these, confirmed.
 */
confirmed: number, 
/**
 * People who came.
 */
came: number, 
/**
 * Pieces that belong to the event.
 */
stories: number, };

export type OutletCount = { 
/**
 * The outlet; empty = of none.
 */
outlet: string, 
/**
 * Those who have arrived or said that they would.
 */
expected: number, 
/**
 * Those who have arrived.
 */
arrived: number, };

export type OutletFigures = { 
/**
 * The outlet.
 */
outlet_id: number, 
/**
 * Its name.
 */
outlet: string, 
/**
 * Enquiries that it asked.
 */
enquiries: number, 
/**
 * Mails that its people answered.
 */
replies: number, 
/**
 * Pieces that it published.
 */
published: number, };

export type OwnerIds = { 
/**
 * The contact.
 */
contact_id?: number, 
/**
 * The organisation.
 */
organisation_id?: number, };

export type OwnerKind = "contact" | "organisation";

export type PaperFormat = "pdf" | "docx" | "txt" | "html" | "eml" | "whatsapp";

export type PaperOrder = { 
/**
 * The release.
 */
release_id: number, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * None = by the file's ending.
 */
format?: PaperFormat, 
/**
 * With a box for initials, for approval on paper (PDF only).
 */
initials: boolean, 
/**
 * The text in this language, `id` or `en`; none = the release's own.
 */
language?: string, };

export type PaperWritten = { 
/**
 * The file.
 */
file: string, 
/**
 * Bytes.
 */
size: number, };

export type PasswordKept = "keychain" | "session" | "missing" | "not_needed";

export type PasteOrder = { 
/**
 * The text of the clipboard.
 */
text: string, };

export type Pasted = { 
/**
 * `rows`, `cards` or `person`.
 */
kind: string, 
/**
 * The upload.
 */
upload: string, 
/**
 * For a signature, the person.
 */
person: PersonProposal | null, };

export type Patch = { 
/**
 * The record; none to create one.
 */
id?: number, 
/**
 * The version that the screen showed. None overrides whatever is there.
 */
version?: number, 
/**
 * Names one opening of an editor: its saves of one record are one action (`Writer::edit`).
 * None = an action of its own.
 */
session?: string, 
/**
 * Field names with their new values.
 */
set: Record<string, string | number | boolean | null>, };

export type Paused = { 
/**
 * The distribution.
 */
distribution_id: number, 
/**
 * Key of the sentence that says why.
 */
text: string, 
/**
 * The server's own words.
 */
words: string, };

export type Period = { 
/**
 * First day, `YYYY-MM-DD`.
 */
from: string, 
/**
 * Last day.
 */
until: string, };

export type PersonProposal = { 
/**
 * Name without titles.
 */
name: string, 
/**
 * Titles before it.
 */
name_prefix: string, 
/**
 * Titles after it.
 */
name_suffix: string, 
/**
 * Position.
 */
position: string, 
/**
 * Outlet.
 */
outlet: string, 
/**
 * Email addresses.
 */
emails: Array<string>, 
/**
 * Phone numbers.
 */
phones: Array<ProposedPhone>, 
/**
 * City.
 */
city: string, 
/**
 * Web page.
 */
website: string, 
/**
 * Street address.
 */
address: string, };

export type PhoneRow = { 
/**
 * As a person reads it.
 */
number: string, 
/**
 * In E.164.
 */
e164: string, 
/**
 * Whether it takes WhatsApp.
 */
whatsapp: boolean, };

export type Photo = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Which of the two.
 */
kind: PhotoKind, 
/**
 * The name of the file.
 */
file_name: string, 
/**
 * For example `image/jpeg`.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Lower-case hex of the file as it came; its name under `files/`.
 */
sha256: string, 
/**
 * Pixels as it is looked at; 0 = not known.
 */
width: number, 
/**
 * Pixels as it is looked at; 0 = not known.
 */
height: number, 
/**
 * Length of a video in whole seconds, rounded up; 0 = not known, or no video.
 */
seconds: number, 
/**
 * The picture that stands for a video: its name under `files/`; empty = a drawn card does.
 */
still_sha256: string, 
/**
 * What is to be seen.
 */
caption: string, 
/**
 * Who took it.
 */
credit: string, 
/**
 * The day on which it was taken, `YYYY-MM-DD` or empty.
 */
taken_on: string, 
/**
 * Where.
 */
place: string, 
/**
 * Who is to be seen.
 */
people: string, 
/**
 * Words to find it by.
 */
tags: string, 
/**
 * Whether those to be seen agree.
 */
consent: Consent, 
/**
 * How they agreed, or what was agreed.
 */
consent_note: string, 
/**
 * The press event at which it was taken; 0 = none.
 */
event_id: number, };

export type PhotoCopy = { 
/**
 * The photo.
 */
id: number, 
/**
 * The copy; none = under its own name in the person's download folder.
 */
file?: string, 
/**
 * The file just as it came, with all that the camera wrote into it.
 */
original: boolean, };

export type PhotoDetail = { 
/**
 * The record.
 */
photo: Photo, 
/**
 * Releases that use it, the newest first.
 */
uses: Array<PhotoUse>, 
/**
 * The press event's name, or empty.
 */
event: string, };

export type PhotoFilter = { 
/**
 * Words of caption, credit, place, people, tags or file name.
 */
search?: string, 
/**
 * Only these.
 */
kind?: PhotoKind, 
/**
 * Only with this consent.
 */
consent?: Consent, 
/**
 * Only those that a release uses, or only those that none does.
 */
used?: boolean, 
/**
 * Only those of this press event.
 */
event_id?: number, 
/**
 * Rows to leave out first.
 */
offset?: number, 
/**
 * Most rows; none = 200.
 */
limit?: number, };

export type PhotoKind = "photo" | "video";

export type PhotoPage = { 
/**
 * All that match.
 */
total: number, 
/**
 * The newest first.
 */
rows: Array<Photo>, };

export type PhotoUse = { 
/**
 * The release.
 */
release_id: number, 
/**
 * Its headline.
 */
headline: string, 
/**
 * Its number, or empty.
 */
number: string, };

export type PhotosSet = { 
/**
 * The photos.
 */
ids: Array<number>, 
/**
 * Fields with their values.
 */
set: Record<string, string | number>, };

export type Place = "listed" | "invited" | "waiting" | "withdrawn";

export type PlannedWave = { 
/**
 * Minutes after the distribution begins.
 */
minutes: number, 
/**
 * The names of its lists, chat groups and outlets.
 */
label: string, 
/**
 * How many people, groups and newsrooms it reaches.
 */
people: number, };

export type PossibleDuplicate = { 
/**
 * The other contact.
 */
contact_id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Why.
 */
reason: string, };

export type PostDetail = { 
/**
 * The post.
 */
row: PostRow, 
/**
 * Its readings, the newest first.
 */
readings: Array<PostReading>, };

export type PostFilter = { 
/**
 * Of this programme; none = of all.
 */
programme_id?: number, 
/**
 * By this contact.
 */
contact_id?: number, 
/**
 * By this organisation.
 */
organisation_id?: number, 
/**
 * Most rows; none = 500.
 */
limit?: number, 
/**
 * Rows to leave out before.
 */
offset?: number, };

export type PostLine = { 
/**
 * The line's number, from 1.
 */
line: number, 
/**
 * `post` = a new post, `reading` = one more reading of a post that is there, `same` = there
 * already and nothing new, `rejected`.
 */
outcome: string, 
/**
 * The address, or the whole line where there is none.
 */
url: string, 
/**
 * Where it stands, or empty.
 */
platform: string, 
/**
 * Who posted, or empty.
 */
name: string, 
/**
 * The day of the post, or empty for the usual one.
 */
posted_on: string, 
/**
 * Views.
 */
views: number | null, 
/**
 * Likes.
 */
likes: number | null, 
/**
 * Comments.
 */
comments: number | null, 
/**
 * Shares.
 */
shares: number | null, 
/**
 * The key of the sentence that says why it is rejected, or empty.
 */
reason: string, 
/**
 * The part of the line that is meant.
 */
value: string, };

export type PostLines = { 
/**
 * The programme.
 */
programme_id: number, 
/**
 * The lines.
 */
text: string, 
/**
 * Who posted what neither its line nor its address tells of.
 */
contact_id?: number, 
/**
 * The community that did.
 */
organisation_id?: number, 
/**
 * The day of new posts whose line says none; none = today.
 */
posted_on?: string, 
/**
 * Theme of new posts.
 */
theme?: string, 
/**
 * The day of the readings; none = today.
 */
read_on?: string, };

export type PostPage = { 
/**
 * The newest first.
 */
rows: Array<PostRow>, 
/**
 * How many there are in all.
 */
total: number, };

export type PostReading = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The post.
 */
post_id: number, 
/**
 * The day, `YYYY-MM-DD`.
 */
read_on: string, 
/**
 * Views.
 */
views: number | null, 
/**
 * Likes.
 */
likes: number | null, 
/**
 * Comments.
 */
comments: number | null, 
/**
 * Shares.
 */
shares: number | null, };

export type PostRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * Its version, for a save.
 */
version: number, 
/**
 * The programme.
 */
programme_id: number, 
/**
 * Its name.
 */
programme: string, 
/**
 * The person who posted, or none.
 */
contact_id: number | null, 
/**
 * The body that posted, or none.
 */
organisation_id: number | null, 
/**
 * The name of either; empty = not known.
 */
name: string, 
/**
 * One of [`PLATFORMS`].
 */
platform: string, 
/**
 * Name of the account it stands in, or empty.
 */
handle: string, 
/**
 * Its address, or empty.
 */
url: string, 
/**
 * The day.
 */
posted_on: string, 
/**
 * About what.
 */
theme: string, 
/**
 * Views.
 */
views: number | null, 
/**
 * Likes.
 */
likes: number | null, 
/**
 * Comments.
 */
comments: number | null, 
/**
 * Shares.
 */
shares: number | null, 
/**
 * Day of the last reading, or empty.
 */
read_on: string, };

export type Preflight = { 
/**
 * How many get a file or a link of their own with the mail.
 */
enclosed: number, 
/**
 * Who gets the mail.
 */
recipients: Array<Recipient>, 
/**
 * Who is called or written to.
 */
by_hand: Array<ByHandRecipient>, 
/**
 * The chat groups that get it.
 */
groups: Array<GroupRecipient>, 
/**
 * Newsrooms that get the mail at their own addresses.
 */
newsrooms: Array<NewsroomRecipient>, 
/**
 * Who gets no mail, and why.
 */
excluded: Array<Excluded>, 
/**
 * What to know before sending.
 */
problems: Array<Problem>, 
/**
 * Bytes of one message.
 */
size_bytes: number, 
/**
 * The other forms of the mail that somebody gets.
 */
forms: Array<FormCount>, 
/**
 * How many get which language; empty where the release is in one.
 */
languages: Array<LanguageCount>, 
/**
 * The sender as recipients see it.
 */
from: string, 
/**
 * The subject as the first recipient sees it.
 */
subject: string, 
/**
 * How long the sending takes under the account's limits.
 */
minutes_estimate: number, 
/**
 * The account; none = the outbox folder.
 */
account?: AccountBrief, 
/**
 * The waves in order; one where none were asked for.
 */
waves: Array<PlannedWave>, 
/**
 * Who got a message lately, left out or kept.
 */
recent: Array<RecentContact>, 
/**
 * The days that were looked back; 0 = the guard is off.
 */
guard_days: number, 
/**
 * The embargo's end, UTC; empty = none.
 */
embargo_at: string, 
/**
 * The embargo as it stands in subject and text; empty = none.
 */
embargo_line: string, };

export type PreparedTexts = { 
/**
 * Whether the unit owes the answer already: then the texts remind it.
 */
is_reminder: boolean, 
/**
 * Subject of the mail to the unit.
 */
subject: string, 
/**
 * The mail to the unit.
 */
mail: string, 
/**
 * The same for WhatsApp.
 */
chat: string, 
/**
 * The unit's own addresses, then those of its liaison officers and other people.
 */
unit: Array<Addressee>, 
/**
 * The journalist's addresses.
 */
asker: Array<Addressee>, 
/**
 * Subject of the mail to the journalist.
 */
answer_subject: string, };

export type PresetRow = { 
/**
 * Its stable name.
 */
id: string, 
/**
 * Key of its name in `account.ftl`.
 */
name: string, 
/**
 * Server for sending, without the user; empty = to be filled in.
 */
smtp: string, 
/**
 * Server for reading, without the user; empty = to be filled in.
 */
imap: string, 
/**
 * Keys of the hints beside the fields.
 */
hints: Array<string>, 
/**
 * Mail domains that give the provider away.
 */
domains: Array<string>, 
/**
 * Whether an account there can sign in with the browser.
 */
with_browser: boolean, 
/**
 * Whether its apps on a desk have a client secret.
 */
client_secret: boolean, 
/**
 * Whether its apps belong to a directory (tenant).
 */
tenant: boolean, 
/**
 * First values of the limits, by the account's field names.
 */
limits: Record<string, number>, };

export type PressEvent = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * What kind it is.
 */
kind: EventKind, 
/**
 * Its name.
 */
title: string, 
/**
 * How far it is.
 */
state: EventState, 
/**
 * `id` or `en`: the language of its papers.
 */
language: string, 
/**
 * As calendars know it (RFC 5545 UID); never changes.
 */
uid: string, 
/**
 * RFC 5545 SEQUENCE: grows when what an invited person must know changes.
 */
sequence: number, 
/**
 * When it begins, UTC.
 */
begins_at: string, 
/**
 * When it ends, UTC.
 */
ends_at: string, 
/**
 * The zone in which its hours are named, by its IANA name.
 */
zone: string, 
/**
 * Only its days count, not its hours.
 */
all_day: boolean, 
/**
 * Where: the name of the place, with its room.
 */
venue: string, 
/**
 * The place as two events at it are compared.
 */
venue_key: string, 
/**
 * The address of the place.
 */
address: string, 
/**
 * A link to a map, or empty.
 */
map_url: string, 
/**
 * Where it can be joined online, or empty.
 */
online_url: string, 
/**
 * The unit that holds it (OPD).
 */
host_id: number | null, 
/**
 * Who of the staff answers for it.
 */
staff_id: number | null, 
/**
 * What it shall reach.
 */
objective: string, 
/**
 * Its theme.
 */
theme: string, 
/**
 * What shall be remembered, one a line.
 */
key_messages: string, 
/**
 * Seats; 0 = no limit.
 */
capacity: number, 
/**
 * What to wear.
 */
dress: string, 
/**
 * Whom to call on the day, with number.
 */
contact_on_day: string, 
/**
 * Whole rupiah.
 */
budget: number, 
/**
 * The press kit that is handed out.
 */
kit_id: number | null, 
/**
 * What is done when weather or place fail.
 */
plan_b: string, 
/**
 * For the staff alone.
 */
notes: string, 
/**
 * What was learned.
 */
lessons: string, 
/**
 * Since when names for tickets are frozen, UTC; empty = they are open.
 */
names_frozen_at: string, 
/**
 * When it was called off, UTC; empty = it was not.
 */
cancelled_at: string, 
/**
 * Why.
 */
cancel_reason: string, };

export type Preview = { 
/**
 * The recipient's name.
 */
to_name: string, 
/**
 * The address that would be used, empty where there is none.
 */
to_address: string, 
/**
 * The language of the text, `id` or `en`.
 */
language: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * The HTML part.
 */
html: string, 
/**
 * The text part.
 */
text: string, 
/**
 * Merge fields that are empty or unknown and have no default.
 */
missing: Array<string>, 
/**
 * Size of the whole message, attachments included.
 */
size_bytes: number, };

export type PreviewOrder = { 
/**
 * The release.
 */
release_id: number, 
/**
 * The recipient; none = a made-up one.
 */
contact_id?: number, 
/**
 * The form of the mail; none = as the recipient gets it.
 */
form?: MailForm, 
/**
 * `id` or `en`; none = as the recipient gets it, else the release's own.
 */
language?: string, };

export type ProbeOrder = { 
/**
 * Server for sending; empty = not tried.
 */
smtp_url: string, 
/**
 * Server for reading; empty = not tried.
 */
imap_url: string, 
/**
 * The sender's address.
 */
from_address: string, 
/**
 * A certificate authority of the office's own, PEM, or empty.
 */
ca_pem: string, 
/**
 * The password; none = the one that is kept.
 */
password?: string, 
/**
 * Whose password that is; none = the usual account's.
 */
account_id?: number, };

export type ProbeStage = "Dns" | "Connect" | "Greeting" | "Tls" | "Auth" | "Use";

export type ProbeStep = { 
/**
 * Which step.
 */
stage: ProbeStage, 
/**
 * Whether it went well.
 */
ok: boolean, 
/**
 * Key of the sentence in `account.ftl`; it takes `$host` and `$port`.
 */
text: string, 
/**
 * The server's or the system's own words, for the "details" fold.
 */
details: string | null, };

export type Probed = { 
/**
 * The steps of sending; the first that fails is the last.
 */
smtp: Array<ProbeStep>, 
/**
 * The steps of reading.
 */
imap: Array<ProbeStep>, 
/**
 * Whether every step went well.
 */
ok: boolean, };

export type Problem = { 
/**
 * What it is, for scripts: `missing_field`, `no_recipients`, `file_lost` and so on.
 */
kind: string, 
/**
 * Key of the sentence in `distribution.ftl`.
 */
text: string, 
/**
 * What the sentence names.
 */
args: { [key in string]: string }, 
/**
 * How many recipients it concerns; 0 = all.
 */
count: number, 
/**
 * Whether it must be put right before anything can be sent.
 */
blocks: boolean, 
/**
 * `id` or `en`: of two texts it speaks of this one; empty = of all.
 */
language: string, };

export type Programme = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * One of [`KINDS`].
 */
kind: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * The name folded.
 */
name_key: string, 
/**
 * Who runs it; none = the office itself.
 */
organisation_id: number | null, 
/**
 * One of [`STATES`].
 */
state: string, 
/**
 * What it is for and what is expected of those who take part.
 */
brief: string, 
/**
 * What is to be told.
 */
message: string, 
/**
 * Hashtags, with spaces between them.
 */
hashtags: string, 
/**
 * First day, `YYYY-MM-DD` or empty.
 */
started_on: string, 
/**
 * Last day, or empty.
 */
ended_on: string, };

export type ProgrammeDetail = { 
/**
 * The record.
 */
programme: Programme, 
/**
 * Who runs it, or empty.
 */
organisation: string, 
/**
 * Those who take part, those who still do first.
 */
members: Array<MemberRow>, 
/**
 * What all posts reached.
 */
totals: Totals, 
/**
 * The same by theme, the widest reach first.
 */
themes: Array<Share>, 
/**
 * The same by platform.
 */
platforms: Array<Share>, 
/**
 * Posts of which nobody knows who made them.
 */
unknown_posts: number, };

export type ProgrammeFilter = { 
/**
 * Words that stand in the name, the brief, the message or the hashtags.
 */
search?: string, 
/**
 * One of [`KINDS`].
 */
kind?: string, 
/**
 * One of [`STATES`].
 */
state?: string, 
/**
 * In which this contact takes part, now or in the past.
 */
contact_id?: number, 
/**
 * Which this organisation runs or in which it takes part.
 */
organisation_id?: number, };

export type ProgrammeMember = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The programme.
 */
programme_id: number, 
/**
 * The person, or none.
 */
contact_id: number | null, 
/**
 * The community or other body, or none.
 */
organisation_id: number | null, 
/**
 * As what: "Koordinator", "Relawan".
 */
role: string, 
/**
 * First day, or empty.
 */
started_on: string, 
/**
 * Last day; empty = still takes part.
 */
ended_on: string, };

export type ProgrammePatch = { 
/**
 * The record's fields.
 */
patch: Patch, 
/**
 * Who runs it, by name; one that is not there yet is created as a community; empty = the
 * office itself; none = as it was.
 */
organisation?: string, };

export type ProgrammeRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * One of [`KINDS`].
 */
kind: string, 
/**
 * One of [`STATES`].
 */
state: string, 
/**
 * Who runs it, or empty.
 */
organisation: string, 
/**
 * First day, or empty.
 */
started_on: string, 
/**
 * Last day, or empty.
 */
ended_on: string, 
/**
 * How many take part now.
 */
members: number, 
/**
 * What its posts reached.
 */
totals: Totals, };

export type PromiseState = { 
/**
 * The task.
 */
task_id: number, 
/**
 * What.
 */
title: string, 
/**
 * To whom.
 */
guest: string, 
/**
 * Their outlet, or empty.
 */
outlet: string, 
/**
 * Until which day, or empty.
 */
due_on: string, 
/**
 * When it was done, UTC; empty = it is open.
 */
done_at: string, 
/**
 * Who of the staff sees to it, or empty.
 */
staff: string, 
/**
 * Whether it is open past its day.
 */
overdue: boolean, };

export type ProposalCounts = { 
/**
 * Questions.
 */
question: number, 
/**
 * Links to published pieces.
 */
link: number, 
/**
 * Words on a release.
 */
reply: number, 
/**
 * Of all these, those whose sender nobody knows.
 */
unknown: number, };

export type ProposalFilter = { 
/**
 * Of this chat.
 */
group_chat_id?: number, 
/**
 * `question`, `link` or `reply`.
 */
kind?: string, 
/**
 * `open` or `accepted`; none = open.
 */
state?: string, 
/**
 * Most rows; none = 200.
 */
limit?: number, };

export type ProposalPage = { 
/**
 * The oldest first, so that a conversation reads as it went.
 */
rows: Array<ProposalRow>, 
/**
 * How many there are of the asked kind.
 */
total: number, 
/**
 * For each kind.
 */
counts: ProposalCounts, };

export type ProposalRow = { 
/**
 * The record.
 */
proposal: ChatProposal, 
/**
 * The chat's name.
 */
chat: string, 
/**
 * The contact's name; empty = nobody knows yet who it is.
 */
name: string, 
/**
 * The release's headline, or empty.
 */
headline: string, 
/**
 * The sender that waits for a decision; 0 = the contact is known.
 */
sender_id: number, };

export type ProposedHoliday = { 
/**
 * The day, `YYYY-MM-DD`.
 */
day: string, 
/**
 * Its name in the person's language.
 */
name: string, 
/**
 * Whether that day is in the list already, under whatever name.
 */
known: boolean, };

export type ProposedPhone = { 
/**
 * As it is shown.
 */
number: string, 
/**
 * Whether the text says that it takes WhatsApp.
 */
whatsapp: boolean, };

export type Pruned = { 
/**
 * Actions that can no longer be taken back.
 */
actions: number, 
/**
 * Bytes of images removed.
 */
bytes: number, };

export type Purpose = "resend" | "follow_up";

export type Quality = { 
/**
 * The period.
 */
period: Period, 
/**
 * The one before it: as many whole months where it is made of them, else as many days.
 */
earlier: Period, 
/**
 * Its figures.
 */
now: QualityFigures, 
/**
 * The figures of the one before.
 */
before: QualityFigures, 
/**
 * Units, the busiest first.
 */
units: Array<UnitFigures>, 
/**
 * Outlets, the most active first.
 */
outlets: Array<OutletFigures>, };

export type QualityFigures = { 
/**
 * Enquiries that were asked in it.
 */
asked: number, 
/**
 * Those of them that have been answered.
 */
answered: number, 
/**
 * Those of them that still wait.
 */
open: number, 
/**
 * Minutes from question to answer, the middle of all; none = nothing was answered.
 */
median_minutes: number | null, 
/**
 * Enquiries whose deadline lay in the period and has passed, or was met early.
 */
deadlines: number, 
/**
 * Those of them that were answered in time.
 */
deadlines_met: number, 
/**
 * Promises that were due in the period, up to today.
 */
promises: number, 
/**
 * Those of them that were kept in time.
 */
promises_kept: number, 
/**
 * Outlets that asked, answered a mail or published.
 */
active_outlets: number, 
/**
 * Pieces that were published, by kind and tone.
 */
coverage: CoverageCounts, 
/**
 * Releases that were sent.
 */
releases: number, 
/**
 * Press events that were held in it.
 */
events: number, 
/**
 * Places at them that were confirmed.
 */
places_confirmed: number, 
/**
 * Those of them that somebody took.
 */
places_taken: number, };

export type QualityOrder = { 
/**
 * The period.
 */
period: Period, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * `pdf` or `xlsx`; none = by the file's ending, else `pdf`.
 */
format?: string, };

export type QuotaRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * Its version.
 */
version: number, 
/**
 * Whom it is for.
 */
scope: QuotaScope, 
/**
 * The outlet, or the organisation that names guests.
 */
organisation_id: number | null, 
/**
 * Its name, or empty.
 */
organisation: string, 
/**
 * One of [`TIERS`], or empty.
 */
tier: string, 
/**
 * Seats.
 */
places: number, 
/**
 * Seats that are taken; for each outlet, those of the one that has most.
 */
taken: number, };

export type QuotaScope = "each_outlet" | "outlet" | "organisation" | "tier";

export type Quote = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Who was quoted.
 */
contact_id: number, 
/**
 * The day, `YYYY-MM-DD`.
 */
quoted_on: string, 
/**
 * The outlet, or none.
 */
organisation_id: number | null, 
/**
 * Where else, or where exactly: a page, a programme.
 */
place: string, 
/**
 * About what.
 */
topic: string, 
/**
 * What was said.
 */
words: string, 
/**
 * The address of the piece, or empty.
 */
url: string, 
/**
 * The release that quotes them, or none.
 */
release_id: number | null, 
/**
 * Who approved the words; empty = they are only recorded.
 */
approved_by: string, 
/**
 * When, UTC; empty = they are only recorded.
 */
approved_at: string, };

export type QuoteApproval = { 
/**
 * The quote.
 */
id: number, 
/**
 * Who approved it; empty = the approval is taken back.
 */
by: string, };

export type QuoteFilter = { 
/**
 * Of this person.
 */
contact_id?: number, 
/**
 * In this release.
 */
release_id?: number, 
/**
 * This one alone.
 */
id?: number, 
/**
 * Only those whose words nobody has approved.
 */
unapproved?: boolean, 
/**
 * Most rows; none = 100.
 */
limit?: number, };

export type QuotePatch = { 
/**
 * The record's fields; a new one needs `contact_id`.
 */
patch: Patch, 
/**
 * The outlet by name; one that is not there yet is created; empty = none; none = as it was.
 */
outlet?: string, };

export type QuoteRow = { 
/**
 * The record.
 */
quote: Quote, 
/**
 * Who was quoted.
 */
name: string, 
/**
 * The outlet's name, or empty.
 */
outlet: string, };

export type Reach = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The contact, when it is a person's.
 */
contact_id: number | null, 
/**
 * The organisation, when it is a newsroom's or a front desk's.
 */
organisation_id: number | null, 
/**
 * `email`, `phone` or `whatsapp` (a phone number that also takes WhatsApp).
 */
kind: string, 
/**
 * As a person reads it.
 */
value: string, 
/**
 * Lower-cased address, or number in E.164.
 */
value_key: string, 
/**
 * 0 = the first choice.
 */
rank: number, 
/**
 * One of [`LABELS`]; empty = not said.
 */
label: string, };

export type ReachEdit = { 
/**
 * `email`, `phone` or `whatsapp`.
 */
kind: string, 
/**
 * As typed.
 */
value: string, 
/**
 * One of [`LABELS`]; empty = not said; none = as it was.
 */
label?: string, };

export type ReadOrder = { 
/**
 * `.eml` and `.mbox` files, Maildirs, or folders of them.
 */
paths: Array<string>, 
/**
 * Names of files that the window uploaded.
 */
uploads: Array<string>, };

export type ReadReport = { 
/**
 * Messages read.
 */
read: number, 
/**
 * New ones among them.
 */
added: number, 
/**
 * Ones that were there already.
 */
known: number, 
/**
 * New ones whose contact is known.
 */
matched: number, 
/**
 * New ones that wait in the tray.
 */
unmatched: number, 
/**
 * Lines in the contact history for mail that the office wrote elsewhere.
 */
ours: number, 
/**
 * Unsure messages of ours that were found among the sent mail.
 */
settled: number, 
/**
 * New ones by kind.
 */
by_kind: { [key in string]: number }, 
/**
 * Opt-outs that were acknowledged by mail, where the office has chosen so.
 */
acknowledged: number, 
/**
 * What could not be read; the first hundred.
 */
failed: Array<UnreadMail>, 
/**
 * How many could not be read.
 */
failed_count: number, 
/**
 * The action, for undo; 0 = nothing was added.
 */
action: number, };

export type RecentContact = { 
/**
 * The contact; 0 = a newsroom or a chat group.
 */
contact_id: number, 
/**
 * The organisation whose newsroom it is.
 */
organisation_id?: number, 
/**
 * The chat group that it is.
 */
group_chat_id?: number, 
/**
 * Name.
 */
name: string, 
/**
 * When, UTC; of a message that still waits: when it will leave.
 */
at: string, 
/**
 * Who of the office; may be empty.
 */
actor: string, 
/**
 * What it was: a headline, the first line of a log.
 */
about: string, 
/**
 * `release_sent`, `mail`, `whatsapp`, `call`, or `queued` for a message that still waits.
 */
kind: string, 
/**
 * Gets this one all the same.
 */
kept: boolean, };

export type Recipient = { 
/**
 * The contact; 0 = a guest whom the media list does not know.
 */
contact_id: number, 
/**
 * The guest of the event that the mail is about; 0 = it is about none.
 */
guest_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * The first address that works.
 */
email: string, 
/**
 * Where they work, or empty.
 */
outlet: string, 
/**
 * Whether no greeting for letters is known.
 */
salutation_missing: boolean, 
/**
 * Away until this day, empty when nobody knows; none = not away.
 */
away_until?: string, 
/**
 * Takes nothing under embargo.
 */
no_embargo: boolean, 
/**
 * The wave, from 0.
 */
wave: number, 
/**
 * Which form of the mail: one of [`crate::contact::MAIL_FORMS`]; empty = everything.
 */
form: string, 
/**
 * The language of the text that they get, `id` or `en`.
 */
language: string, };

export type RecipientList = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Name, unlike any other list's.
 */
name: string, 
/**
 * The name folded.
 */
name_key: string, 
/**
 * What it is for.
 */
notes: string, 
/**
 * The rule of a smart list as JSON; empty = a fixed list.
 */
filter: string, 
/**
 * Since when it is out of use, UTC; empty = in use.
 */
archived_at: string, };

export type RecordChange = { 
/**
 * The table.
 */
table: string, 
/**
 * The row.
 */
row_id: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * `added`, `changed`, `deleted`, `restored`, `imported`, or `forgotten` where the images are gone.
 */
what: string, 
/**
 * Its fields.
 */
fields: Array<FieldChange>, };

export type RecordField = { 
/**
 * Its stable name: the column, or `custom_12` for the office's own.
 */
key: string, 
/**
 * The key of its name among the texts; empty for the office's own.
 */
text: string, 
/**
 * The name that the office gave it; empty for a built-in one.
 */
name: string, 
/**
 * Where it belongs on a screen.
 */
group: FieldGroup, 
/**
 * What its values look like.
 */
kind: FieldKind, 
/**
 * The words of a choice.
 */
choices: Array<string>, 
/**
 * Each word's text has the key `{choice_text}-{word}`; empty: the word is its own text.
 */
choice_text: string, 
/**
 * Whether there may be several values.
 */
many: boolean, 
/**
 * Whether a value can be put into it: by a patch of its column, or by [`set`].
 */
editable: boolean, 
/**
 * The office's own field; 0 = built in.
 */
custom_field_id: number, 
/**
 * No longer offered for new values.
 */
archived: boolean, 
/**
 * What the office wrote about it.
 */
help: string, };

export type RecordFile = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The contact, or none.
 */
contact_id: number | null, 
/**
 * The organisation, or none.
 */
organisation_id: number | null, 
/**
 * What it is: "Kartu pers", "Surat tugas"; empty = the file's name says it.
 */
title: string, 
/**
 * The name that it had.
 */
file_name: string, 
/**
 * For example `application/pdf`.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Lower-case hex; the file's name under `files/`.
 */
sha256: string, 
/**
 * The day on which what it shows expires, or empty.
 */
expires_on: string, };

export type Rejected = { 
/**
 * The sheet; empty for a file without sheets.
 */
sheet: string, 
/**
 * The row's number as a spreadsheet shows it.
 */
row: number, 
/**
 * The column at fault; empty = the whole row.
 */
column: string, 
/**
 * What stands there.
 */
value: string, 
/**
 * Why: a stable word, also the end of a key in the locales (`import-reason-…`).
 */
reason: string, };

export type Release = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * What it is.
 */
kind: ReleaseKind, 
/**
 * The office's own number, such as `120/HM/2026`.
 */
number: string, 
/**
 * Headline.
 */
headline: string, 
/**
 * Place of the date line.
 */
place: string, 
/**
 * Day of the date line, `YYYY-MM-DD` or empty.
 */
dated_on: string, 
/**
 * First paragraph, plain text.
 */
lead: string, 
/**
 * The rest as safe HTML.
 */
body_html: string, 
/**
 * The standing paragraph about the office.
 */
boilerplate: string, 
/**
 * Whom journalists may call, one entry a line.
 */
press_contact: string, 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * Subject of the covering mail; may hold merge fields.
 */
covering_subject: string, 
/**
 * Text of the covering mail; may hold merge fields.
 */
covering_text: string, 
/**
 * The instant until which it is under embargo, UTC; empty = none.
 */
embargo_at: string, };

export type ReleaseComment = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * The version that it is about; none = the text as it was just then.
 */
release_version_id: number | null, 
/**
 * What was said.
 */
text: string, 
/**
 * By whom.
 */
actor: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * Whether it has been dealt with.
 */
settled: boolean, };

export type ReleaseCounts = { 
/**
 * Recipients in all.
 */
recipients: number, 
/**
 * Taken over by the server, or done by hand.
 */
reached: number, 
/**
 * Still to go, by mail or by hand.
 */
waiting: number, 
/**
 * Refused or bounced.
 */
failed: number, 
/**
 * Possibly sent: a person must decide.
 */
unsure: number, 
/**
 * Responses that came in.
 */
responses: number, };

export type ReleaseDetail = { 
/**
 * The record.
 */
release: Release, 
/**
 * The row as the list shows it.
 */
row: ReleaseRow, 
/**
 * The same in the other language.
 */
translation?: ReleaseTranslation, 
/**
 * What that lacks.
 */
gaps: Array<TranslationGap>, 
/**
 * Attachments and images of the body.
 */
files: Array<ReleaseFile>, 
/**
 * Its distributions, the newest first.
 */
distributions: Array<number>, 
/**
 * The instant until which it is under embargo, its own or that of a distribution that was not
 * cancelled, whichever ends later, UTC; empty = none that lasts.
 */
embargo_until: string, };

export type ReleaseFile = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * The name that recipients see.
 */
file_name: string, 
/**
 * For example `application/pdf`.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Lower-case hex; the file's name under `files/`.
 */
sha256: string, 
/**
 * As an image of the body: the name after `cid:`. Empty = attachment.
 */
cid: string, 
/**
 * The photo of the archive that it was made from.
 */
photo_id: number | null, };

export type ReleaseFilter = { 
/**
 * Words of the headline or number.
 */
text?: string, 
/**
 * Only releases in this state.
 */
state?: ReleaseState, 
/**
 * Only releases of this kind.
 */
kind?: ReleaseKind, };

export type ReleaseHistory = { 
/**
 * The release as lists show it.
 */
row: ReleaseRow, 
/**
 * Its versions, the newest first.
 */
versions: Array<VersionRow>, 
/**
 * What was done with it, the newest first.
 */
steps: Array<ReleaseStep>, 
/**
 * What was said about it, in order.
 */
comments: Array<ReleaseComment>, 
/**
 * The release that it corrects or withdraws.
 */
original?: ReleaseRow, 
/**
 * What corrects it or tells of its withdrawal, the newest first.
 */
notices: Array<ReleaseRow>, };

export type ReleaseKind = "press_release" | "media_advisory" | "statement" | "correction" | "background" | "photo";

export type ReleaseRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * The office's number.
 */
number: string, 
/**
 * Headline.
 */
headline: string, 
/**
 * Day of the date line or empty.
 */
dated_on: string, 
/**
 * Last change, UTC.
 */
updated_at: string, 
/**
 * What it is.
 */
kind: ReleaseKind, 
/**
 * How far it has come.
 */
state: ReleaseState, 
/**
 * How far people have brought its text.
 */
stage: Stage, 
/**
 * Who has it now; empty = nobody in particular.
 */
holder: string, 
/**
 * The text that was approved last.
 */
approved_version_id?: number, 
/**
 * Whether it says something else now than what was approved.
 */
changed: boolean, 
/**
 * Since when it is withdrawn, UTC; empty = it is not.
 */
withdrawn_at: string, 
/**
 * Since when it is in the archive, UTC; empty = it is not.
 */
archived_at: string, 
/**
 * The release that this one corrects or withdraws.
 */
original_id?: number, 
/**
 * `correction`, `withdrawal` or empty: what this one is to its original.
 */
notice: string, 
/**
 * The newest correction of it that is approved or out.
 */
corrected_by?: number, 
/**
 * When it was last queued, UTC; empty = never.
 */
sent_at: string, 
/**
 * The language that it is written in besides its own; empty = none.
 */
translated: string, 
/**
 * The headline in that language.
 */
other_headline: string, 
/**
 * What came of it so far.
 */
counts: ReleaseCounts, };

export type ReleaseState = "draft" | "in_review" | "approved" | "needs_approval" | "scheduled" | "distributing" | "distributed" | "corrected" | "withdrawn" | "archived";

export type ReleaseStep = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * The text that it is about.
 */
release_version_id: number | null, 
/**
 * What was done.
 */
step: StepKind, 
/**
 * Who recorded it.
 */
actor: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * Who held the release from then on; empty = nobody in particular.
 */
holder: string, 
/**
 * In the person's own words.
 */
note: string, 
/**
 * Who approved.
 */
approver: string, 
/**
 * How it was approved: `here`, `paper` or `chat`; else empty.
 */
way: string, 
/**
 * The number that was given with it.
 */
number: string, 
/**
 * What was written in the chat, or stands on the paper.
 */
evidence_text: string, 
/**
 * The photo or scan that shows it: the name it had.
 */
evidence_name: string, 
/**
 * For example `image/jpeg`.
 */
evidence_mime: string, 
/**
 * Bytes.
 */
evidence_size: number, 
/**
 * Lower-case hex; the file's name under `files/`. Empty = no file.
 */
evidence_sha256: string, };

export type ReleaseTemplate = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * What the office calls it.
 */
name: string, 
/**
 * What releases from it are.
 */
kind: ReleaseKind, 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * Headline.
 */
headline: string, 
/**
 * First paragraph.
 */
lead: string, 
/**
 * The rest as safe HTML.
 */
body_html: string, 
/**
 * The paragraph about the office; empty = the office's own.
 */
boilerplate: string, 
/**
 * Whom journalists may call; empty = the office's own.
 */
press_contact: string, 
/**
 * Subject of the covering mail; empty = the usual one.
 */
covering_subject: string, 
/**
 * Text of the covering mail; empty = the usual one.
 */
covering_text: string, 
/**
 * The same in the other language; all empty = it is in one.
 */
other_headline: string, 
/**
 * First paragraph in the other language.
 */
other_lead: string, 
/**
 * The rest in the other language, as safe HTML.
 */
other_body_html: string, 
/**
 * The paragraph about the office in the other language.
 */
other_boilerplate: string, 
/**
 * Whom journalists may call, in the other language.
 */
other_press_contact: string, 
/**
 * Subject of the covering mail in the other language.
 */
other_covering_subject: string, 
/**
 * Text of the covering mail in the other language.
 */
other_covering_text: string, };

export type ReleaseTranslation = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * `id` or `en`; never the release's own.
 */
language: string, 
/**
 * Headline.
 */
headline: string, 
/**
 * First paragraph, plain text.
 */
lead: string, 
/**
 * The rest as safe HTML.
 */
body_html: string, 
/**
 * The standing paragraph about the office.
 */
boilerplate: string, 
/**
 * Whom journalists may call, one entry a line.
 */
press_contact: string, 
/**
 * Subject of the covering mail; may hold merge fields.
 */
covering_subject: string, 
/**
 * Text of the covering mail; may hold merge fields.
 */
covering_text: string, };

export type Remark = { 
/**
 * What it is, for scripts: `headline_long`, `no_when`, `link_private` and so on.
 */
kind: string, 
/**
 * Key of the sentence in `lint.ftl`.
 */
text: string, 
/**
 * What the sentence names.
 */
args: { [key in string]: string }, };

export type Reply = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * What it answers.
 */
response_id: number, 
/**
 * The first response of the conversation.
 */
thread_id: number, 
/**
 * The account that it leaves through; 0 = the folder outbox.
 */
account_id: number, 
/**
 * To whom, lower case.
 */
to_address: string, 
/**
 * Their name, or empty.
 */
to_name: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * What is written anew, plain text.
 */
body: string, 
/**
 * 1 = the text that it answers stands below.
 */
quote: number, 
/**
 * `draft`, `sending`, `sent` or `unsure`.
 */
state: string, 
/**
 * The server's words of the last try, or empty.
 */
words: string, 
/**
 * Message-ID without angle brackets; empty before the first try.
 */
message_id: string, 
/**
 * When it was last tried, UTC; empty = never.
 */
tried_at: string, 
/**
 * Who sent it.
 */
sent_by: string, 
/**
 * The enquiry that it is about, where it answers no response; else 0.
 */
enquiry_id: number, 
/**
 * Then `unit` or `answer`; else empty.
 */
purpose: string, };

export type ReplyFile = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The reply.
 */
reply_id: number, 
/**
 * The name that the recipient sees.
 */
file_name: string, 
/**
 * By the ending of the name.
 */
mime: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * The file's name under `files/`.
 */
sha256: string, };

export type ReplyOrder = { 
/**
 * The response that the draft answers.
 */
response_id: number, 
/**
 * Whether its conversation is done with it.
 */
done: boolean, };

export type ReplyShown = { 
/**
 * The reply; its id is 0 while nothing is written yet.
 */
reply: Reply, 
/**
 * Its files.
 */
files: Array<ReplyFile>, 
/**
 * The address that it leaves from; empty = it is written into the folder outbox.
 */
from_address: string, };

export type ReplyVerdict = { 
/**
 * The reply.
 */
id: number, 
/**
 * Whether it arrived; if not, it is a draft again.
 */
arrived: boolean, };

export type ReportAccount = { 
/**
 * Sender's name.
 */
from_name: string, 
/**
 * Sender's address; empty = the outbox folder.
 */
from_address: string, 
/**
 * Mails taken over by its server.
 */
sent: number, };

export type ReportLine = { 
/**
 * The delivery.
 */
delivery_id: number, 
/**
 * The contact; 0 = a chat group or an organisation's newsroom.
 */
contact_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * Where they work, or empty.
 */
outlet: string, 
/**
 * `mail`, `whatsapp`, `group`, `by_hand`.
 */
channel: string, 
/**
 * Mail address or number.
 */
address: string, 
/**
 * The language of their text, `id` or `en`.
 */
language: string, 
/**
 * Where it stands.
 */
state: DeliveryState, 
/**
 * Why; may be empty.
 */
reason: string, 
/**
 * The server's reply code; 0 = none.
 */
reply_code: number, 
/**
 * Enhanced code (RFC 3463); may be empty.
 */
enhanced_code: string, 
/**
 * The server's own words.
 */
reply_text: string, 
/**
 * How often it was tried.
 */
attempts: number, 
/**
 * Its wave, from 0.
 */
wave: number, 
/**
 * When it left or was done, UTC; empty = it has not.
 */
sent_at: string, 
/**
 * Last change, UTC.
 */
changed_at: string, 
/**
 * What the person did last: `reply`, `opt_out`, `rsvp`; empty = nothing.
 */
answer: string, 
/**
 * When, UTC; empty = never.
 */
answered_at: string, 
/**
 * What they wrote, its beginning.
 */
answer_text: string, 
/**
 * The response; 0 = none.
 */
response_id: number, 
/**
 * Whether they want no more mail.
 */
opted_out: boolean, 
/**
 * Their last word on an invitation: `ACCEPTED`, `DECLINED`, `TENTATIVE` (RFC 5545); or empty.
 */
rsvp: string, 
/**
 * Whether a program answered for them.
 */
auto_replied: boolean, 
/**
 * How often they were asked once more.
 */
asked_again: number, 
/**
 * The message's id on the wire.
 */
message_id: string, 
/**
 * Who marked it done by hand, or empty.
 */
done_by: string, };

export type ReportLinePage = { 
/**
 * The page, in the order in which they were queued.
 */
rows: Array<ReportLine>, 
/**
 * How many there are in all.
 */
total: number, };

export type ReportLines = { 
/**
 * The distribution.
 */
distribution_id: number, 
/**
 * How many to pass over.
 */
offset?: number, 
/**
 * How many at most; none = 1 000.
 */
limit?: number, };

export type ReportOrder = { 
/**
 * The distribution.
 */
distribution_id: number, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * `pdf` or `xlsx`; none = by the file's ending.
 */
format?: string, };

export type ReportStep = { 
/**
 * What; its name is `report-step-…`.
 */
kind: ReportStepKind, 
/**
 * When, UTC.
 */
at: string, 
/**
 * Who; empty = Warta by itself.
 */
actor: string, 
/**
 * How many people or messages.
 */
count: number, 
/**
 * The lists of a wave; else empty.
 */
note: string, 
/**
 * The small distribution; 0 = none.
 */
distribution_id: number, };

export type ReportStepKind = "queued" | "begun" | "wave" | "retried" | "resend" | "follow_up" | "ended" | "cancelled";

export type ReportVersion = { 
/**
 * Counts within the release, from 1.
 */
ordinal: number, 
/**
 * Its headline.
 */
headline: string, 
/**
 * When it was kept, UTC.
 */
at: string, 
/**
 * Who approved just this text; empty = nobody.
 */
approver: string, 
/**
 * When, UTC; empty = never.
 */
approved_at: string, };

export type Reschedule = { 
/**
 * The distribution.
 */
distribution_id: number, 
/**
 * `2026-12-01 08:00 WIB`; without a zone: the office's. None = at once.
 */
at?: string, 
/**
 * As soon as the mail server can be reached; not together with `at`.
 */
when_online?: boolean, };

export type ResponseAnswer = { 
/**
 * The response.
 */
response_id: number, 
/**
 * `yes`, `no`, `maybe`; none = it is no answer to an invitation.
 */
rsvp?: string, };

export type ResponseCounts = { 
/**
 * All.
 */
all: number, 
/**
 * Still to be looked at by a person, the tray not counted.
 */
waiting: number, 
/**
 * In the tray: nobody knows whose they are.
 */
unmatched: number, 
/**
 * Nobody has taken them up.
 */
new: number, 
/**
 * Of whoever is at work, and not put off.
 */
mine: number, 
/**
 * Of colleagues, and not put off.
 */
others: number, 
/**
 * Put off until a day or for somebody.
 */
snoozed: number, 
/**
 * Done.
 */
done: number, 
/**
 * What whoever is at work should look at: new ones of nobody, and their own.
 */
for_me: number, 
/**
 * By kind; a kind without responses is left out.
 */
by_kind: { [key in string]: number }, };

export type ResponseDetail = { 
/**
 * The row as the list shows it.
 */
row: ResponseRow, 
/**
 * What the author wrote anew.
 */
new_text: string, 
/**
 * Lines that were quoted below it.
 */
quoted_lines: number, 
/**
 * The mail itself.
 */
mail: MailShown, 
/**
 * What the reading leaned on.
 */
why: string, 
/**
 * How sure it was, in percent; 0 = not told.
 */
confidence: number, 
/**
 * What the reading took it for; another kind than the row's after a correction.
 */
read_as: string, 
/**
 * Whether a correction holds for all mail of this sender that reads like this one.
 */
sender_rule: boolean, 
/**
 * Whether a correction would hold for the sender, or for this mail alone.
 */
may_stick: boolean, 
/**
 * First day of an absence, or empty.
 */
away_from: string, 
/**
 * Links to published pieces, where it proposes coverage.
 */
links: Array<string>, 
/**
 * Who of the office passed it on, or empty.
 */
forwarded_by: string, 
/**
 * What they wrote above it.
 */
forward_note: string, 
/**
 * Until when the author wants an answer, where they say so.
 */
due: DueNamed | null, 
/**
 * The enquiry that was made of it; 0 = none.
 */
enquiry_id: number, 
/**
 * Changes of the media list that it suggests and nobody has decided on.
 */
changes: Array<SuggestedChange>, 
/**
 * Enhanced status code of a bounce.
 */
status_code: string, 
/**
 * The server's words.
 */
diagnostic: string, 
/**
 * The answer to an invitation.
 */
rsvp: RsvpShown | null, 
/**
 * Whose it is.
 */
contact: ContactRow | null, 
/**
 * The contact history, newest first.
 */
history: Array<Interaction>, 
/**
 * Both sides of the conversation, the oldest mail first.
 */
conversation: Array<ConversationEntry>, 
/**
 * A reply is begun and has not left.
 */
reply_begun: boolean, 
/**
 * What it answers.
 */
delivery: DeliverySummary | null, 
/**
 * The states that it brought about.
 */
states: Array<StateRow>, 
/**
 * Whose it may be, when nobody knows.
 */
suggestions: Array<Suggestion>, };

export type ResponseFilter = { 
/**
 * Words that must begin words of the response.
 */
search?: string, 
/**
 * One of the kinds.
 */
kind?: string, 
/**
 * About this release.
 */
release_id?: number, 
/**
 * From this contact.
 */
contact_id?: number, 
/**
 * Only matched ones (true), or only the tray of unmatched ones (false).
 */
matched?: boolean, 
/**
 * Only ones that propose this: `enquiry`, `coverage` or `wrong_person`.
 */
proposes?: string, 
/**
 * Only ones that cannot be read (true).
 */
broken?: boolean, 
/**
 * Only handled ones (true), or only those that wait (false).
 */
handled?: boolean, 
/**
 * `new`, `assigned`, `waiting` or `done`; `open` = new or assigned.
 */
state?: string, 
/**
 * Only those of whoever is at work (true), or only those of colleagues (false).
 */
mine?: boolean, 
/**
 * Those of the conversation of this response.
 */
thread_of?: number, 
/**
 * The `next` of the page before.
 */
after?: string, 
/**
 * Most rows; none = 200.
 */
limit?: number, 
/**
 * Only the rows: the numbers take longer, and somebody who types waits for rows. `total` is
 * then 0, and `counts` are empty.
 */
without_counts?: boolean, };

export type ResponsePage = { 
/**
 * The rows.
 */
rows: Array<ResponseRow>, 
/**
 * How many the filter lets through.
 */
total: number, 
/**
 * For the tabs.
 */
counts: ResponseCounts, 
/**
 * Give it as `after` for the next page; empty = this is the last.
 */
next: string, };

export type ResponseRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * Rises with every change.
 */
version: number, 
/**
 * `reply`, `bounce`, `delay`, `auto_reply`, `opt_out`, `rsvp`, `challenge` or `other`.
 */
kind: string, 
/**
 * Of a bounce: whether it is final; null = unknown.
 */
permanent: boolean | null, 
/**
 * Of a bounce or delay: why.
 */
reason: string, 
/**
 * Author's name, may be empty.
 */
from_name: string, 
/**
 * Author's address.
 */
from_address: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * The beginning of the new text, in one line.
 */
snippet: string, 
/**
 * When it was written, UTC.
 */
received_at: string, 
/**
 * What the match leaned on; empty = it waits in the tray.
 */
matched_by: string, 
/**
 * Whose it is; 0 = nobody known.
 */
contact_id: number, 
/**
 * The contact's name.
 */
contact_name: string, 
/**
 * Where the contact works now.
 */
outlet: string, 
/**
 * The delivery that it answers; 0 = none.
 */
delivery_id: number, 
/**
 * The release; 0 = none.
 */
release_id: number, 
/**
 * The release's headline.
 */
headline: string, 
/**
 * Whether nobody need look at it any more.
 */
handled: boolean, 
/**
 * `new`, `assigned`, `waiting` or `done`.
 */
state: string, 
/**
 * The member of the staff who has it; 0 = nobody.
 */
owner_id: number, 
/**
 * Their name, or empty.
 */
owner: string, 
/**
 * The day on which it comes back, or empty.
 */
snoozed_until: string, 
/**
 * Whom or what it waits for, or empty.
 */
waiting_for: string, 
/**
 * The first response of its conversation; its own id where it is the first.
 */
thread_id: number, 
/**
 * The address that failed, of a bounce.
 */
failed_address: string, 
/**
 * Of an auto-reply: `away`, `vacation`, `left`, `ticket` or `other`.
 */
auto_kind: string, 
/**
 * Last day of an absence, or empty.
 */
away_until: string, 
/**
 * The address that an auto-reply names in the author's place, or empty.
 */
successor: string, 
/**
 * Of an RSVP: `accepted`, `declined`, `tentative` ….
 */
rsvp_partstat: string, 
/**
 * How many files are attached.
 */
attachments: number, 
/**
 * What may be made of a reply: `enquiry`, `coverage` or `wrong_person`; empty = nothing.
 */
proposes: string, 
/**
 * Its parts cannot be read: it is kept whole and shown as text.
 */
broken: boolean, };

export type RestoreOrder = { 
/**
 * The version.
 */
version_id: number, 
/**
 * The version of the release's record that was read; another one now is a conflict.
 */
version?: number, 
/**
 * The same of its translation; 0 = there was none.
 */
translation_version?: number, };

export type Retention = { 
/**
 * The term in months; 0 = no reminder.
 */
months: number, 
/**
 * How many, at most [`MOST_COUNTED`].
 */
count: number, 
/**
 * The first of them.
 */
rows: Array<KeptContact>, };

export type Retried = { 
/**
 * How many deliveries.
 */
again: number, 
/**
 * The distribution as it stands now.
 */
detail: DistributionDetail, };

export type RetryPlan = { 
/**
 * The distribution.
 */
distribution_id: number, 
/**
 * Every delivery that failed, in the order in which they were queued.
 */
failed: Array<FailedDelivery>, 
/**
 * How many of them are tried again.
 */
again: number, 
/**
 * How many nobody can tell of; each is settled by itself.
 */
unsure: number, };

export type ReturnOrder = { 
/**
 * The release.
 */
id: number, 
/**
 * What is to be changed.
 */
note?: string, };

export type Returned = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * The name.
 */
name: string, 
/**
 * When they were erased, UTC.
 */
erased_at: string, };

export type ReviewCounts = { 
/**
 * Wrote that they have left.
 */
left: number, 
/**
 * Wrote from an address of another outlet.
 */
job_change: number, 
/**
 * An address bounces.
 */
bounce: number, 
/**
 * A card, certificate or file has expired or soon will.
 */
expired: number, 
/**
 * Untouched for [`STALE_AFTER_DAYS`].
 */
stale: number, };

export type ReviewFilter = { 
/**
 * `left`, `job_change`, `bounce`, `expired`, `stale`; none = all.
 */
reason?: string, 
/**
 * Position of the first.
 */
offset?: number, 
/**
 * Most rows; none = 50.
 */
limit?: number, };

export type ReviewPage = { 
/**
 * The contacts, the most pressing first.
 */
rows: Array<ReviewRow>, 
/**
 * Contacts in all of the queue (or of the asked part of it).
 */
total: number, 
/**
 * For each reason.
 */
counts: ReviewCounts, };

export type ReviewReason = { 
/**
 * `left`, `job_change`, `bounce`, `expired` or `stale`.
 */
kind: string, 
/**
 * The address, the card, the day, what the person wrote.
 */
detail: string, 
/**
 * Since when or until when, `YYYY-MM-DD` or UTC; may be empty.
 */
at: string, 
/**
 * The response that says so; 0 = none.
 */
response_id: number, 
/**
 * For a job change: the outlet that the new address belongs to.
 */
outlet: string, 
/**
 * The address of a successor, or the person's own new address.
 */
address: string, };

export type ReviewRow = { 
/**
 * The row of the table.
 */
row: ContactRow, 
/**
 * Day on which somebody last made sure; empty = never.
 */
verified_on: string, 
/**
 * Why, the most pressing first.
 */
reasons: Array<ReviewReason>, };

export type ReviewedJob = { 
/**
 * Who.
 */
contact_id: number, 
/**
 * The new organisation's name, made when missing; empty = only the old one is closed.
 */
organisation: string, 
/**
 * As what.
 */
position: string, 
/**
 * A new address to put first; empty = none.
 */
email: string, };

export type RowOutcome = { 
/**
 * The sheet; empty for a file without sheets.
 */
sheet: string, 
/**
 * The row's number.
 */
row: number, 
/**
 * `added`, `updated`, `skipped`, `rejected`, or `outlet` for a row that names no person.
 */
outcome: string, 
/**
 * The person's name.
 */
name: string, 
/**
 * Outlet.
 */
outlet: string, 
/**
 * For updates what is new; for rejections the reason; for flagged ones `possible_duplicate`.
 */
detail: string, };

export type RsvpShown = { 
/**
 * The invitation.
 */
uid: string, 
/**
 * Who answered.
 */
attendee: string, 
/**
 * `accepted`, `declined`, `tentative` ….
 */
partstat: string, 
/**
 * What they added.
 */
comment: string, 
/**
 * Another time that they propose, or empty.
 */
proposed_start: string, 
/**
 * What it is written in: `calendar` or `mail` (plain words).
 */
by: string, 
/**
 * Who comes instead, or empty.
 */
deputy: string, 
/**
 * For which outlet they come.
 */
deputy_outlet: string, 
/**
 * Why a person must look at it before it counts: `both`, `acknowledges`, `hindered`; empty =
 * it counts.
 */
unsure: string, 
/**
 * Where it went; none = no event knows it.
 */
went: RsvpTaken | null, };

export type RsvpTaken = { 
/**
 * The answer as the event keeps it.
 */
answer_id: number, 
/**
 * The event; 0 = not known.
 */
event_id: number, 
/**
 * Its title.
 */
event: string, 
/**
 * The guest; 0 = not known.
 */
guest_id: number, 
/**
 * Their name.
 */
guest: string, 
/**
 * `yes`, `no`, `maybe`; empty = neither.
 */
rsvp: string, 
/**
 * `applied`, `open`, `older`, `set_aside`.
 */
state: string, 
/**
 * Why a person must look at it: key of a sentence; empty = nobody must.
 */
reason: string, };

export type Rule = { 
/**
 * The key of a field ([`super::filter_fields::all`]).
 */
field: string, 
/**
 * How.
 */
op: Op, 
/**
 * Texts, words of a choice, days (`YYYY-MM-DD`), numbers, ids of lists: as text.
 */
values: Array<string>, };

export type RunOrder = { 
/**
 * Ends when nothing is due; deferred mail stays. Else it runs until it is cancelled.
 */
until_empty: boolean, 
/**
 * Only this distribution.
 */
distribution_id?: number, };

export type RunReport = { 
/**
 * Taken over by the server, or written to the outbox folder.
 */
accepted: number, 
/**
 * Tried again later.
 */
deferred: number, 
/**
 * Refused for good.
 */
refused: number, 
/**
 * Possibly sent, those of crashed runs included.
 */
unsure: number, 
/**
 * Held back at the last moment.
 */
suppressed: number, 
/**
 * Claims of crashed runs that were safe to queue again.
 */
recovered: number, 
/**
 * Still queued: a limit holds, the distribution was paused, or its time has not come.
 */
queued_left: number, 
/**
 * Deferred, waiting for their time.
 */
deferred_left: number, 
/**
 * When the next one is due, UTC.
 */
next_at?: string, 
/**
 * Distributions that stopped by themselves.
 */
paused: Array<Paused>, };

export type RundownPaper = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, 
/**
 * PDF, Word or plain text; none = by the file's ending.
 */
format?: PaperFormat, };

export type RundownShift = { 
/**
 * The item from which on all move.
 */
from: number, 
/**
 * By how many minutes; negative = earlier.
 */
minutes: number, };

export type SaidAtEvent = { 
/**
 * `question`, `aspiration`, `statement` or `note`.
 */
kind: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * Who said it, or empty.
 */
who: string, 
/**
 * What.
 */
text: string, 
/**
 * The answer, or empty.
 */
answer: string, };

export type SamePlace = { 
/**
 * The other event.
 */
id: number, 
/**
 * Its name.
 */
title: string, 
/**
 * When it begins, UTC.
 */
begins_at: string, 
/**
 * When it ends, UTC.
 */
ends_at: string, 
/**
 * Its zone.
 */
zone: string, };

export type ScanOrder = { 
/**
 * `contacts`, `organisations`; none = both.
 */
only?: string, };

export type ScanReport = { 
/**
 * Contacts looked through.
 */
contacts: number, 
/**
 * Organisations looked through.
 */
organisations: number, 
/**
 * Pairs compared closely.
 */
compared: number, 
/**
 * Proposals that are new.
 */
found: number, 
/**
 * Proposals that were there already, or that a person has decided on.
 */
known: number, 
/**
 * The action, to take it back; 0 when nothing was found.
 */
action_id: number, };

export type SeenBefore = { 
/**
 * Names of the lists then.
 */
lists: Array<string>, 
/**
 * Names of the lists that were taken away.
 */
minus_lists: Array<string>, 
/**
 * How many single people were chosen.
 */
people: number, 
/**
 * How many newsrooms were chosen.
 */
newsrooms: number, 
/**
 * How many days were looked back for other messages; 0 = none.
 */
guard_days: number, 
/**
 * Who had a message lately and got this one all the same.
 */
kept: Array<KeptRecipient>, 
/**
 * What was decided about those who take nothing under embargo.
 */
no_embargo?: NoEmbargo, 
/**
 * What was said before sending.
 */
problems: Array<SeenProblem>, };

export type SeenProblem = { 
/**
 * Key of the sentence in `distribution.ftl`.
 */
text: string, 
/**
 * What it named, people excepted.
 */
args: { [key in string]: string }, 
/**
 * Of two texts the one that it spoke of, `id` or `en`; empty = of all.
 */
language: string, };

export type SeenSender = { 
/**
 * As the file names them.
 */
sender: string, 
/**
 * `found` (by number, or decided before), `by_name`, `ours`, `ignored` or `unknown`.
 */
state: string, 
/**
 * The contact's name, or empty.
 */
name: string, 
/**
 * The contact, when found.
 */
contact_id: number | null, 
/**
 * Messages of theirs in the file.
 */
messages: number, };

export type SendOrder = { 
/**
 * Release and audience.
 */
audience: Audience, 
/**
 * Whether the mails carry `List-Unsubscribe`; many servers then send no automatic answers.
 */
list_unsubscribe: boolean, 
/**
 * How many the person saw when they confirmed, by mail, by hand and groups together; another number
 * now is a conflict. None = no matter how many.
 */
expected_recipients?: number, 
/**
 * `2026-12-01 08:00 WIB`; without a zone: the office's. None = at once.
 */
at?: string, 
/**
 * As soon as the mail server can be reached; not together with `at`.
 */
when_online?: boolean, };

export type SenderDecided = { 
/**
 * The contact; none where the sender is ours or ignored.
 */
contact_id: number | null, 
/**
 * Their name, or the sender's.
 */
name: string, 
/**
 * Proposals that now have a person, or were dismissed.
 */
proposals: number, };

export type SenderDecision = { 
/**
 * The sender.
 */
id: number, 
/**
 * This contact, who gets the number and becomes a member.
 */
contact_id?: number, 
/**
 * A new contact, who becomes a member.
 */
new?: NewSenderContact, 
/**
 * `ours` or `ignored`; their proposals are dismissed.
 */
state?: string, };

export type SenderRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * As the file names them.
 */
sender: string, 
/**
 * Whether it is a number.
 */
is_number: boolean, 
/**
 * Proposals of theirs that wait.
 */
open: number, 
/**
 * Who it may be.
 */
candidates: Array<Candidate>, };

export type SendingRules = { 
/**
 * Setting `guard_days`: so many days without a second message to the same person; 0 = off.
 */
guard_days: number, 
/**
 * Setting `schedule_grace_minutes`: so late a missed hour is still made up for.
 */
grace_minutes: number, 
/**
 * Setting `acknowledge_opt_out`: whether whoever asks not to be written to is told by mail that
 * it was heard.
 */
acknowledge_opt_out: boolean, 
/**
 * Setting `closing_while_sending`: `tray` = goes on there, `ask` = asks each time.
 */
closing: string, };

export type Session = { 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * `light`, `dark` or `system`.
 */
theme: string, 
/**
 * `comfortable` or `compact`.
 */
density: string, 
/**
 * Whether single-letter keys work (WCAG 2.1.4).
 */
letter_keys: boolean, 
/**
 * Name of the office, empty before the first start is finished.
 */
office_name: string, 
/**
 * The office's IANA zone.
 */
zone: string, 
/**
 * Who is working.
 */
staff_name: string, 
/**
 * Whether the first start is finished.
 */
setup_done: boolean, 
/**
 * Whether this is the demo office.
 */
demo: boolean, 
/**
 * Whether nothing leaves this machine: no mail account is set up.
 */
outbox_folder_mode: boolean, 
/**
 * The workspace's folder.
 */
folder: string, 
/**
 * The kind of network share that the workspace lies on; empty = a disk of this machine.
 */
network_share: string, 
/**
 * This Warta's version.
 */
version: string, };

export type Setting = { 
/**
 * Its name.
 */
key: string, 
/**
 * Its value.
 */
value: string, };

export type Settle = { 
/**
 * The delivery.
 */
delivery_id: number, 
/**
 * What the person decided.
 */
outcome: SettleOutcome, };

export type SettleOutcome = "send_again" | "count_as_sent";

export type Share = { 
/**
 * The theme or the platform.
 */
name: string, 
/**
 * What they reached.
 */
totals: Totals, };

export type ShareOrder = { 
/**
 * The event.
 */
event_id: number, 
/**
 * The ZIP file; none = a name of its own in the person's download folder.
 */
file?: string, };

export type Shared = { 
/**
 * The file.
 */
file: string, 
/**
 * Bytes.
 */
size: number, 
/**
 * Photos and files in it.
 */
count: number, 
/**
 * Photos that stayed out because those to be seen have not agreed, and files that cannot be
 * read.
 */
left_out: Array<string>, };

export type SheetInfo = { 
/**
 * Its name on the tab.
 */
name: string, 
/**
 * Rows it probably has.
 */
rows_estimate: number, };

export type SheetPlan = { 
/**
 * Its name.
 */
sheet: string, 
/**
 * Fields of all columns in their order; none = guessed.
 */
mapping?: Array<Field>, };

export type SilentRecipient = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * Where they work, or empty.
 */
outlet: string, 
/**
 * When the last message reached them, UTC.
 */
last_at: string, 
/**
 * Working days since.
 */
days: number, 
/**
 * How often they were asked already.
 */
times: number, 
/**
 * Whether the rule proposes them today.
 */
due: boolean, };

export type SmartList = { 
/**
 * The stored one; none = new.
 */
id?: number, 
/**
 * The version that the screen showed.
 */
version?: number, 
/**
 * Its name.
 */
name: string, 
/**
 * What it is for; none = as it is.
 */
notes?: string, 
/**
 * Its rule.
 */
filter: Filter, };

export type Snippet = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * What the office calls it.
 */
name: string, 
/**
 * The text; fields in double braces, with what stands in behind a bar.
 */
text: string, };

export type SnippetFilled = { 
/**
 * The text; a field without value stands in it as it was.
 */
text: string, 
/**
 * Fields of which nothing is known.
 */
missing: Array<string>, };

export type SnippetUse = { 
/**
 * The snippet.
 */
id: number, 
/**
 * What is answered.
 */
response_id: number, };

export type Snooze = { 
/**
 * The response.
 */
response_id: number, 
/**
 * The day on which it comes back, `2026-12-01`; must be after today.
 */
until?: string, 
/**
 * Whom or what it waits for, in words.
 */
waiting_for?: string, };

export type SocialAccount = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The contact, when it is a person's.
 */
contact_id: number | null, 
/**
 * The organisation, when it is an outlet's or another body's.
 */
organisation_id: number | null, 
/**
 * One of [`PLATFORMS`].
 */
platform: string, 
/**
 * The name there, without `@`.
 */
handle: string, 
/**
 * The handle folded.
 */
handle_key: string, 
/**
 * Its address, or empty.
 */
url: string, 
/**
 * How many follow it; 0 = not counted.
 */
followers: number, 
/**
 * The day of that count, or empty.
 */
counted_on: string, 
/**
 * 0 = the first.
 */
rank: number, };

export type SocialAccountEdit = { 
/**
 * One of [`PLATFORMS`]; empty = what the address says.
 */
platform: string, 
/**
 * The name there, with or without `@`, or the whole address.
 */
handle: string, 
/**
 * Its address, or empty.
 */
url: string, 
/**
 * How many follow it; 0 = not counted.
 */
followers: number, 
/**
 * The day of that count, or empty.
 */
counted_on: string, };

export type SourceFilter = { 
/**
 * Words that stand in the name, the rank, a topic, what they may speak about, where they work.
 */
search?: string, 
/**
 * With this topic.
 */
topic?: string, 
/**
 * One of [`crate::contact::CLEARANCES`]; `now` = may be quoted today, asked first or not.
 */
clearance?: string, 
/**
 * Who can be had at once.
 */
short_notice?: boolean, 
/**
 * `name`, `rank` or `quoted`; none = `name`.
 */
sort?: string, };

export type SourceRow = { 
/**
 * The contact.
 */
id: number, 
/**
 * Name with titles.
 */
name: string, 
/**
 * How high they stand: one of [`LEVELS`], or empty.
 */
level: string, 
/**
 * Rank or office, in words.
 */
rank: string, 
/**
 * Where they work now, or empty.
 */
organisation: string, 
/**
 * Their position there.
 */
position: string, 
/**
 * What they can speak about.
 */
topics: Array<string>, 
/**
 * One of [`crate::contact::REACHABILITIES`], or empty.
 */
reachability: string, 
/**
 * One of [`crate::contact::CHANNELS`], or empty.
 */
channel: string, 
/**
 * Good hours, or empty.
 */
hours: string, 
/**
 * `yes`, `no` or empty.
 */
short_notice: string, 
/**
 * One of [`crate::contact::CLEARANCES`], or empty.
 */
clearance: string, 
/**
 * What they may speak about.
 */
cleared_for: string, 
/**
 * Who allowed it.
 */
cleared_by: string, 
/**
 * The last day on which it is allowed, or empty.
 */
cleared_until: string, 
/**
 * Whether that day is over.
 */
clearance_over: boolean, 
/**
 * How often they were quoted.
 */
quoted: number, 
/**
 * The last time, or empty.
 */
last_quoted_on: string, };

export type Staff = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Full name.
 */
name: string, 
/**
 * The name folded for comparison.
 */
name_key: string, 
/**
 * Initials, for narrow places.
 */
initials: string, 
/**
 * What they do here.
 */
role: string, };

export type Stage = "draft" | "in_review" | "approved";

export type StandingKind = "boilerplate" | "press_contact";

export type StandingText = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * Where it stands.
 */
kind: StandingKind, 
/**
 * What the office calls it.
 */
name: string, 
/**
 * `id`, `en`, or empty = either.
 */
language: string, 
/**
 * The text.
 */
text: string, };

export type StateChange = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * `do_not_contact`, `bad_address` or `away`.
 */
kind: string, 
/**
 * Whether it shall hold.
 */
on: boolean, 
/**
 * Why.
 */
reason?: string, 
/**
 * For `bad_address`: which of the contact's addresses; none = all.
 */
address?: string, 
/**
 * For `away`: the last day, `YYYY-MM-DD`; none = until it is lifted.
 */
until?: string, };

export type StateRow = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * `do_not_contact`, `bad_address` or `away`.
 */
kind: string, 
/**
 * The person; for a bad address, none.
 */
contact_id: number | null, 
/**
 * The lower-cased address that bounces; else empty.
 */
address_key: string, 
/**
 * Why: the server's words, or what the person wrote.
 */
reason: string, 
/**
 * For `away`: the last day, or empty.
 */
until: string, 
/**
 * The response that says so; 0 = set by hand.
 */
response_id: number, 
/**
 * Since when, UTC.
 */
since: string, 
/**
 * Who of the office set it; empty = the mailbox.
 */
actor: string, };

export type Statement = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * About what.
 */
topic: string, 
/**
 * The words.
 */
text: string, 
/**
 * The government unit whose words they are.
 */
unit_id: number | null, 
/**
 * Who cleared them.
 */
cleared_by: string, 
/**
 * On which day, `YYYY-MM-DD`.
 */
cleared_on: string, 
/**
 * The last day on which they hold, or empty.
 */
valid_until: string, 
/**
 * The enquiry for which they were cleared.
 */
enquiry_id: number | null, };

export type StatementFilter = { 
/**
 * Words of topic, text, unit or whoever cleared them.
 */
search?: string, 
/**
 * Only those that hold today, or only those that have expired.
 */
valid?: boolean, 
/**
 * Cleared for this enquiry.
 */
enquiry_id?: number, 
/**
 * Most rows; none = 500.
 */
limit?: number, };

export type StatementPatch = { 
/**
 * The record's fields.
 */
patch: Patch, 
/**
 * The unit by name; one that is not there yet is created; empty = none; none = as it was.
 */
unit?: string, };

export type StatementRow = { 
/**
 * The record.
 */
statement: Statement, 
/**
 * The unit's name, or empty.
 */
unit: string, 
/**
 * The subject of the enquiry, or empty.
 */
enquiry: string, 
/**
 * Whether it holds no more.
 */
expired: boolean, };

export type StatesChange = { 
/**
 * The contacts.
 */
contact_ids: Array<number>, 
/**
 * `do_not_contact`, `bad_address` or `away`.
 */
kind: string, 
/**
 * Whether it shall hold.
 */
on: boolean, 
/**
 * Why.
 */
reason?: string, 
/**
 * For `away`: the last day, `YYYY-MM-DD`.
 */
until?: string, };

export type StepKind = "submitted" | "handed" | "returned" | "approved" | "restored" | "withdrawn" | "correction" | "archived" | "unarchived";

export type StepOrder = { 
/**
 * The enquiry.
 */
id: number, 
/**
 * The unit by name; one that is not there yet is created; none = the enquiry's.
 */
unit?: string, 
/**
 * How; none = by WhatsApp.
 */
channel?: EnquiryChannel, 
/**
 * What was written or said.
 */
text?: string, 
/**
 * When, UTC; none = now.
 */
at?: string, 
/**
 * When to remind the unit, `YYYY-MM-DD`; empty = not at all; none = the next working day.
 */
remind_on?: string, };

export type StepRow = { 
/**
 * The record.
 */
step: EnquiryStep, 
/**
 * The unit's name.
 */
unit: string, };

export type StreamFilter = { 
/**
 * Of this contact.
 */
contact_id?: number, 
/**
 * Of everybody who is at this organisation, and of those who were while they were.
 */
organisation_id?: number, 
/**
 * Only `interaction`, `follow_up`, `quote`, `post`, `coverage` or `change`.
 */
source?: string, 
/**
 * The `key` of the last item of the page before.
 */
before?: string, 
/**
 * Most items; none = 50.
 */
limit?: number, };

export type StreamItem = { 
/**
 * Its place in the stream.
 */
key: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * `interaction`, `follow_up`, `quote`, `post` (of a programme) or `change`.
 */
source: string, 
/**
 * The interaction, the follow-up, the quote, the post or the action.
 */
id: number, 
/**
 * The interaction's kind, the follow-up's kind, the post's platform, or the action's command.
 */
kind: string, 
/**
 * `in` or `out`; for a follow-up `open` or `done`.
 */
direction: string, 
/**
 * One line.
 */
text: string, 
/**
 * The rest.
 */
body: string, 
/**
 * Who of the office.
 */
actor: string, 
/**
 * With whom.
 */
contact_id: number, 
/**
 * The person's name.
 */
name: string, 
/**
 * The release it was about; 0 = none.
 */
release_id: number, 
/**
 * The response it came from; 0 = none.
 */
response_id: number, 
/**
 * The enquiry it belongs to; 0 = none.
 */
enquiry_id: number, 
/**
 * For a follow-up: until when.
 */
due_on: string, };

export type StreamPage = { 
/**
 * The newest first.
 */
items: Array<StreamItem>, 
/**
 * Whether there is more.
 */
more: boolean, };

export type SubjectOrder = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * `pdf` or `json`; none = by the file's ending.
 */
format?: string, 
/**
 * The file; none = a dated name in the person's download folder.
 */
file?: string, };

export type SubjectOverview = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * The name.
 */
name: string, 
/**
 * Rows by table.
 */
held: Array<Held>, 
/**
 * Where an address or number of theirs stands elsewhere, such as in a note on somebody else.
 */
mentions: Array<Mention>, 
/**
 * Backups made since they were added: these hold them still.
 */
backups: Array<BackupFile>, };

export type SubmitOrder = { 
/**
 * The release.
 */
id: number, 
/**
 * The version of the record that was read; another one now is a conflict.
 */
version?: number, 
/**
 * The same of its translation; 0 = there was none.
 */
translation_version?: number, 
/**
 * Who shall look at it; none = whoever comes first.
 */
to?: string, 
/**
 * A word to them.
 */
note?: string, };

export type Subscription = { 
/**
 * The file; empty = none is kept.
 */
file: string, 
/**
 * What it holds.
 */
layers: Array<Layer>, 
/**
 * Why it could not be written the last time; empty = it was.
 */
trouble: string, 
/**
 * Where one could be, while there is none.
 */
proposed: string, };

export type SubstituteOrder = { 
/**
 * The guest who does not come.
 */
guest_id: number, 
/**
 * Somebody of the media list.
 */
contact_id?: number, 
/**
 * A person by name.
 */
person?: NamedGuest, 
/**
 * How it was said: `phone`, `whatsapp`, `in_person`, `mail`; none = `staff`.
 */
way?: string, };

export type SuggestedChange = { 
/**
 * The record.
 */
suggestion: ChangeSuggestion, 
/**
 * The contact's name.
 */
name: string, 
/**
 * Where the contact works now, or empty.
 */
outlet: string, };

export type SuggestedList = { 
/**
 * The list.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * How many of its people fit.
 */
fits: number, 
/**
 * How many people it has.
 */
members: number, };

export type SuggestedPerson = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * The beats and regions that fit.
 */
why: Array<string>, };

export type Suggestion = { 
/**
 * The contact.
 */
contact_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * Address that the release went to.
 */
address: string, 
/**
 * The delivery; 0 = none.
 */
delivery_id: number, 
/**
 * The release's headline.
 */
headline: string, 
/**
 * `subject` or `name`.
 */
by: string, };

export type SuggestionDecided = { 
/**
 * The suggestion as it is now.
 */
suggestion: ChangeSuggestion, 
/**
 * The contact that was changed or added; 0 = none.
 */
contact_id: number, };

export type SuggestionDecision = { 
/**
 * The suggestion.
 */
id: number, 
/**
 * Whether the change is made; else it is dismissed.
 */
accept: boolean, 
/**
 * Of a successor: the name; none = what stands before the `@`.
 */
name?: string, };

export type SuggestionFilter = { 
/**
 * About this contact.
 */
contact_id?: number, 
/**
 * Out of this response.
 */
response_id?: number, 
/**
 * Decided ones as well.
 */
decided?: boolean, };

export type Suggestions = { 
/**
 * Beats that the text names.
 */
beats: Array<string>, 
/**
 * Regions that the text names.
 */
regions: Array<string>, 
/**
 * Lists in which many fit, the best first.
 */
lists: Array<SuggestedList>, 
/**
 * People who fit, the best first; at most 200.
 */
people: Array<SuggestedPerson>, 
/**
 * How many people fit in all.
 */
total: number, };

export type TableInfo = { 
/**
 * What it is.
 */
kind: FileKind, 
/**
 * Name of the encoding; empty for workbooks.
 */
encoding: string, 
/**
 * What stands between cells; none for workbooks.
 */
delimiter: string | null, 
/**
 * Sheets of a workbook; one without name for delimited text.
 */
sheets: Array<SheetInfo>, 
/**
 * The sheet that was looked at.
 */
sheet: string | null, 
/**
 * Place of the header row, counted from 0; none when the first row is data.
 */
header_row: number | null, 
/**
 * Names of the columns; letters (A, B, …) when there is no header row.
 */
headers: Array<string>, 
/**
 * The first rows after the header.
 */
samples: Array<Array<string>>, };

export type TaskDone = { 
/**
 * The task.
 */
id: number, 
/**
 * Whether it is done.
 */
done: boolean, };

export type TaskRow = { 
/**
 * The record.
 */
task: EventTask, 
/**
 * Who of the staff, or empty.
 */
owner: string, 
/**
 * To whom it was promised, or empty.
 */
promised: string, 
/**
 * Whether its day has passed and it is not done.
 */
late: boolean, };

export type TestMail = { 
/**
 * The release.
 */
release_id: number, 
/**
 * Where the test goes.
 */
to: string, 
/**
 * Whose greeting and fields it shows; none = made-up ones.
 */
contact_id?: number, 
/**
 * The account that it goes out with; none = the one that the release would.
 */
account_id?: number, 
/**
 * The text in this language, `id` or `en`; none = the release's own.
 */
language?: string, };

export type TestSent = { 
/**
 * Where it went.
 */
to: string, 
/**
 * The server's own words; empty without a mail account.
 */
reply: string, 
/**
 * Without a mail account: the file in the outbox folder.
 */
file?: string, };

export type TextAsk = { 
/**
 * The release.
 */
release_id: number, 
/**
 * `id` or `en`; none = the release's own language.
 */
language?: string, };

export type ThisWeek = { 
/**
 * The Monday, `YYYY-MM-DD`.
 */
since: string, 
/**
 * Distributions queued.
 */
distributions: number, 
/**
 * Messages accepted and deliveries done by hand.
 */
reached: number, 
/**
 * Answers of people.
 */
answers: number, 
/**
 * Contacts added.
 */
contacts_added: number, 
/**
 * Communications logged by hand.
 */
logged: number, };

export type Today = { 
/**
 * The day in the office's zone, `YYYY-MM-DD`.
 */
day: string, 
/**
 * What waits, the most pressing first; nothing that is zero.
 */
waiting: Array<WaitingItem>, 
/**
 * The newest responses that wait for a person.
 */
responses: Array<ResponseRow>, 
/**
 * Numbers of all responses.
 */
response_counts: ResponseCounts, 
/**
 * The last distribution.
 */
last_distribution: LastDistribution | null, 
/**
 * Releases about which the office's rule proposes to ask once more; none while it is off.
 */
follow_ups: Array<DueFollowUp>, 
/**
 * Releases that wait for somebody's approval, those of the person first.
 */
approvals: Array<WaitingApproval>, 
/**
 * Follow-ups due today or before, the most urgent first.
 */
due: Array<FollowUpRow>, 
/**
 * Enquiries that are due within two days or late, or whose unit is to be reminded, the most
 * pressing first.
 */
enquiries: Array<EnquiryRow>, 
/**
 * What is to be done for press events today or was to be done before, the oldest first.
 */
event_tasks: Array<DueTask>, 
/**
 * Birthdays and expiries that are near.
 */
soon: Array<Occasion>, 
/**
 * Contacts past the office's term of keeping.
 */
retention: Retention, 
/**
 * The media list.
 */
freshness: Freshness, 
/**
 * Since Monday.
 */
week: ThisWeek, 
/**
 * How well the press was served in the last 30 days.
 */
quality: QualityFigures, 
/**
 * Releases not sent yet.
 */
drafts: number, };

export type Topic = { 
/**
 * The topic.
 */
name: string, 
/**
 * How many sources.
 */
count: number, };

export type Totals = { 
/**
 * How many posts.
 */
posts: number, 
/**
 * Views.
 */
views: number, 
/**
 * Likes.
 */
likes: number, 
/**
 * Comments.
 */
comments: number, 
/**
 * Shares.
 */
shares: number, 
/**
 * Day of the last post, or empty.
 */
last_posted_on: string, };

export type TourDetail = { 
/**
 * The event.
 */
event_id: number, 
/**
 * Its name.
 */
title: string, 
/**
 * Its first day in its zone.
 */
first_day: string, 
/**
 * Its last day.
 */
last_day: string, 
/**
 * Since when names for tickets are frozen, UTC; empty = they are open.
 */
names_frozen_at: string, 
/**
 * Stops by day and hour.
 */
stops: Array<TourStop>, 
/**
 * Vehicles.
 */
vehicles: Array<TourVehicle>, 
/**
 * Rooms.
 */
rooms: Array<TourRoom>, 
/**
 * Who travels, by name.
 */
travellers: Array<TravellerRow>, 
/**
 * What does not fit.
 */
problems: Array<TourProblem>, 
/**
 * Diets, the most frequent first.
 */
diets: Array<TourSum>, 
/**
 * Sizes of clothing.
 */
sizes: Array<TourSum>, };

export type TourPaper = { 
/**
 * The tour.
 */
event_id: number, 
/**
 * `itinerary`, `manifest`, `rooms` or `cars`.
 */
paper: string, 
/**
 * `pdf` or `xlsx`; none = by the file's ending.
 */
format?: string, 
/**
 * The file; none = a name of its own in the person's download folder.
 */
file?: string, };

export type TourProblem = { 
/**
 * A key of the locales.
 */
text: string, 
/**
 * What the sentence names.
 */
args: { [key in string]: string }, };

export type TourRoom = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The tour.
 */
event_id: number, 
/**
 * The house.
 */
hotel: string, 
/**
 * Its number.
 */
room: string, 
/**
 * Beds.
 */
beds: number, 
/**
 * The first night, `YYYY-MM-DD`; empty = the tour's first.
 */
from_day: string, 
/**
 * The day of leaving; empty = the tour's last.
 */
until_day: string, };

export type TourStop = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The tour.
 */
event_id: number, 
/**
 * The day in the tour's zone, `YYYY-MM-DD`.
 */
day: string, 
/**
 * `HH:MM` there; empty = open.
 */
arrives_at: string, 
/**
 * `HH:MM` there; empty = open.
 */
leaves_at: string, 
/**
 * Where.
 */
place: string, 
/**
 * The address.
 */
address: string, 
/**
 * What is done there.
 */
activity: string, 
/**
 * Which meal is taken there, or empty.
 */
meal: string, 
/**
 * Who sees to it.
 */
in_charge: string, 
/**
 * What is done when weather or place fail.
 */
plan_b: string, };

export type TourSum = { 
/**
 * A diet or a size; empty = not said.
 */
what: string, 
/**
 * How many.
 */
count: number, 
/**
 * Their names.
 */
names: Array<string>, };

export type TourTraveller = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The guest.
 */
guest_id: number, 
/**
 * As on the identity card; empty = the guest's name.
 */
ticket_name: string, 
/**
 * Number of the identity card, for the ticket.
 */
identity_number: string, 
/**
 * `YYYY-MM-DD`, for the ticket.
 */
born_on: string, 
/**
 * `female`, `male`, or empty.
 */
gender: string, 
/**
 * What they do not eat.
 */
diet: string, 
/**
 * For the kit.
 */
clothing_size: string, 
/**
 * Whom to call.
 */
emergency_name: string, 
/**
 * Their number.
 */
emergency_phone: string, 
/**
 * In which car.
 */
vehicle_id: number | null, 
/**
 * In which room.
 */
room_id: number | null, };

export type TourVehicle = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The tour.
 */
event_id: number, 
/**
 * What it is called: `Bus 1`.
 */
name: string, 
/**
 * Its number plate.
 */
plate: string, 
/**
 * Who drives.
 */
driver: string, 
/**
 * The driver's number.
 */
phone: string, 
/**
 * Seats for guests.
 */
seats: number, 
/**
 * For what it is used: `Bandara`, `Hari 1`.
 */
use_of: string, };

export type TranslationGap = { 
/**
 * The field by its name in the record.
 */
field: string, 
/**
 * What it lacks.
 */
kind: GapKind, };

export type TravellerPatch = { 
/**
 * The guest.
 */
guest_id: number, 
/**
 * Field names with their new values.
 */
set: Record<string, string | number | null>, };

export type TravellerRow = { 
/**
 * The guest.
 */
guest_id: number, 
/**
 * The contact; 0 = known by name alone.
 */
contact_id: number, 
/**
 * Name.
 */
name: string, 
/**
 * Outlet, or empty.
 */
outlet: string, 
/**
 * Number, or empty.
 */
phone: string, 
/**
 * What they answered: `yes`, `maybe` or nothing yet.
 */
rsvp: string, 
/**
 * In whose place they come, or empty.
 */
substitutes: string, 
/**
 * Whether they are on the list of names for tickets.
 */
on_manifest: boolean, 
/**
 * What the tour knows of them; diet and size are the contact's where nothing else is said.
 */
traveller: TourTraveller, };

export type Undone = { 
/**
 * The action that was taken back.
 */
action: number, 
/**
 * Its command.
 */
command: string, 
/**
 * What of an import was changed or built upon since, and therefore left as it is.
 */
left: Left, };

export type UnitFigures = { 
/**
 * The unit.
 */
unit_id: number, 
/**
 * Its name.
 */
unit: string, 
/**
 * Enquiries of the period that it had to answer.
 */
enquiries: number, 
/**
 * Minutes from the request to its answer, the middle of all; none = it has not answered.
 */
median_minutes: number | null, 
/**
 * Enquiries for which it owes an answer now.
 */
owing: number, };

export type Unmerge = { 
/**
 * The merge.
 */
merge_id: number, 
/**
 * Of what came later, the rows that belong to the one that is restored.
 */
give?: Array<Later>, };

export type Unmerged = { 
/**
 * The one that stayed.
 */
survivor_id: number, 
/**
 * The one that is there again.
 */
restored_id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Rows that went back.
 */
returned: number, 
/**
 * Rows of later that stay with the survivor.
 */
stayed: number, 
/**
 * Fields of the survivor that stay as they are, because they changed since.
 */
changed_since: Array<ChangedSince>, };

export type UnreadMail = { 
/**
 * Which.
 */
file: string, 
/**
 * Why.
 */
error: Error, };

export type UpdateRule = "replace" | "fill" | "add";

export type UsePhoto = { 
/**
 * The photo.
 */
photo_id: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * In the body, with caption and credit, instead of as an attachment.
 */
in_body: boolean, 
/**
 * The text whose body shows it, `id` or `en`; none = the release's own.
 */
language?: string, };

export type Verdict = { 
/**
 * `spf`, `dkim` or `dmarc`.
 */
method: string, 
/**
 * The server's word for it: `pass`, `fail`, `none` …; empty = it said nothing.
 */
result: string, 
/**
 * The domain that it was found on; may be empty.
 */
domain: string, 
/**
 * How it is to be taken.
 */
tone: VerdictTone, 
/**
 * Key of the sentence in `deliverability.ftl`, which names `domain` and `sender`.
 */
text: string, };

export type VerdictTone = "good" | "attention" | "unknown";

export type VersionRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * Counts within the release, from 1.
 */
ordinal: number, 
/**
 * Why it was kept.
 */
kept_as: KeptAs, 
/**
 * Who did that.
 */
actor: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * The headline then.
 */
headline: string, 
/**
 * Whether the release says just this now.
 */
is_current: boolean, 
/**
 * Whether this is the text that was approved last.
 */
is_approved: boolean, };

export type VersionShown = { 
/**
 * The text in the other language.
 */
translation?: VersionTranslation, 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The release.
 */
release_id: number, 
/**
 * Counts within the release, from 1.
 */
ordinal: number, 
/**
 * Why it was kept.
 */
kept_as: KeptAs, 
/**
 * Who did that.
 */
actor: string, 
/**
 * When, UTC.
 */
at: string, 
/**
 * What it was.
 */
kind: ReleaseKind, 
/**
 * Headline.
 */
headline: string, 
/**
 * Place of the date line.
 */
place: string, 
/**
 * Day of the date line, `YYYY-MM-DD` or empty.
 */
dated_on: string, 
/**
 * First paragraph, plain text.
 */
lead: string, 
/**
 * The rest as safe HTML.
 */
body_html: string, 
/**
 * The standing paragraph about the office.
 */
boilerplate: string, 
/**
 * Whom journalists may call.
 */
press_contact: string, 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * Subject of the covering mail.
 */
covering_subject: string, 
/**
 * Text of the covering mail.
 */
covering_text: string, };

export type VersionTranslation = { 
/**
 * The row's id; 0 before it is stored.
 */
id: number, 
/**
 * Rises with every change; a save names the version it was made on.
 */
version: number, 
/**
 * The version.
 */
release_version_id: number, 
/**
 * `id` or `en`.
 */
language: string, 
/**
 * Headline.
 */
headline: string, 
/**
 * First paragraph, plain text.
 */
lead: string, 
/**
 * The rest as safe HTML.
 */
body_html: string, 
/**
 * The standing paragraph about the office.
 */
boilerplate: string, 
/**
 * Whom journalists may call.
 */
press_contact: string, 
/**
 * Subject of the covering mail.
 */
covering_subject: string, 
/**
 * Text of the covering mail.
 */
covering_text: string, };

export type VoidOrder = { 
/**
 * The letter.
 */
id: number, 
/**
 * Why.
 */
reason: string, };

export type WaitingApproval = { 
/**
 * The release.
 */
release_id: number, 
/**
 * Its headline.
 */
headline: string, 
/**
 * Who has it; empty = whoever comes first.
 */
holder: string, 
/**
 * Whether that is whoever is working now.
 */
mine: boolean, 
/**
 * Who handed it in or on.
 */
from: string, 
/**
 * Since when they have it, UTC.
 */
since: string, };

export type WaitingItem = { 
/**
 * `responses`, `enquiries`, `tray`, `left`, `unsure`, `by_hand`, `paused`, `bad_address`,
 * `chats`, `duplicates`.
 */
kind: string, 
/**
 * How many.
 */
count: number, 
/**
 * The one thing to open when there is but one, or the newest: a response, distribution or
 * contact according to the kind; 0 = the list.
 */
id: number, };

export type WalkIn = { 
/**
 * The event.
 */
event_id: number, 
/**
 * Name; empty with a contact = theirs.
 */
name: string, 
/**
 * For which outlet.
 */
outlet?: string, 
/**
 * Telephone, however written.
 */
phone?: string, 
/**
 * Position.
 */
position?: string, 
/**
 * One of [`CATEGORIES`]; empty = `press`.
 */
category?: string, 
/**
 * The contact that they are.
 */
contact_id?: number, 
/**
 * The guest in whose place they come; only for a substitute.
 */
stands_in_for?: number, 
/**
 * Although somebody of this name is on the list.
 */
anyway?: boolean, };

export type Wave = { 
/**
 * Recipient lists.
 */
lists: Array<number>, 
/**
 * Minutes after the distribution begins; 0 to a week.
 */
minutes: number, 
/**
 * Chat groups.
 */
groups?: Array<number>, 
/**
 * Outlets whose newsrooms get it.
 */
newsrooms?: Array<number>, };

export type WaveRow = { 
/**
 * Its place, from 0.
 */
wave: number, 
/**
 * Minutes after the first.
 */
minutes: number, 
/**
 * The names of its lists.
 */
label: string, 
/**
 * The earliest instant at which it leaves, UTC; empty = the connection is awaited.
 */
not_before: string, 
/**
 * When it was let go, UTC; empty = it waits.
 */
begun_at: string, 
/**
 * How many people it has.
 */
total: number, 
/**
 * Of these, how many still wait for their turn, by mail or by hand.
 */
waiting: number, };

export type WithdrawOrder = { 
/**
 * The release.
 */
id: number, 
/**
 * Why.
 */
reason: string, 
/**
 * Whether a notice of it is begun, to be sent to those who got the release.
 */
notice: boolean, };

export type Words = { 
/**
 * What became of them.
 */
fate: WordsFate, 
/**
 * The words.
 */
text: string, };

export type WordsFate = "same" | "removed" | "added";

export type Commands = {
  session: { args: null; result: Session };
  setting_set: { args: Setting; result: null };
  office_first_start: { args: FirstStart; result: Office };
  office_show: { args: null; result: Office };
  office_save: { args: Patch; result: Office };
  office_logo_set: { args: NewLogo; result: Office };
  staff_list: { args: null; result: Array<Staff> };
  staff_save: { args: Patch; result: Staff };
  staff_choose: { args: number; result: Staff };
  today_show: { args: null; result: Today };
  contact_list: { args: ContactFilter; result: ContactPage };
  contact_count: { args: ContactFilter; result: number };
  question_give_up: { args: string; result: boolean };
  filter_fields: { args: null; result: Array<FieldRow> };
  filter_offers: { args: OffersWanted; result: Array<Offer> };
  filter_read: { args: string; result: FilterText };
  filter_write: { args: Filter; result: FilterText };
  contact_facets: { args: null; result: Facets };
  contact_show: { args: number; result: ContactDetail };
  contact_save: { args: ContactPatch; result: ContactDetail };
  contact_delete: { args: Array<number>; result: number };
  contact_photo_set: { args: NewPhoto; result: ContactDetail };
  contact_restore: { args: Array<number>; result: number };
  contact_change_job: { args: JobChange; result: ContactDetail };
  contact_state_set: { args: StateChange; result: ContactDetail };
  contact_states_set: { args: StatesChange; result: number };
  interaction_find: { args: InteractionSearch; result: Array<InteractionHit> };
  interaction_log: { args: NewInteraction; result: Interaction };
  interaction_save: { args: Patch; result: Interaction };
  interaction_delete: { args: Array<number>; result: number };
  follow_up_list: { args: FollowUpFilter; result: Array<FollowUpRow> };
  follow_up_save: { args: Patch; result: FollowUp };
  follow_up_done: { args: FollowUpDone; result: FollowUp };
  follow_up_delete: { args: Array<number>; result: number };
  organisation_list: { args: OrganisationFilter; result: OrganisationPage };
  organisation_show: { args: number; result: OrganisationDetail };
  organisation_save: { args: OrganisationPatch; result: OrganisationDetail };
  organisation_delete: { args: Array<number>; result: number };
  organisation_restore: { args: Array<number>; result: number };
  membership_save: { args: MembershipSave; result: AssociationMembership };
  membership_delete: { args: Array<number>; result: number };
  programme_list: { args: ProgrammeFilter; result: Array<ProgrammeRow> };
  programme_show: { args: number; result: ProgrammeDetail };
  programme_save: { args: ProgrammePatch; result: ProgrammeDetail };
  programme_delete: { args: Array<number>; result: number };
  programme_join: { args: NewMembers; result: number };
  programme_member_save: { args: MemberEdit; result: ProgrammeMember };
  programme_member_delete: { args: Array<number>; result: number };
  post_list: { args: PostFilter; result: PostPage };
  post_show: { args: number; result: PostDetail };
  post_log: { args: NewPost; result: PostDetail };
  post_save: { args: Patch; result: PostDetail };
  post_delete: { args: Array<number>; result: number };
  post_paste_read: { args: PostLines; result: LoggedLines };
  post_paste: { args: PostLines; result: LoggedLines };
  post_reading_save: { args: NewReading; result: PostReading };
  post_reading_delete: { args: Array<number>; result: number };
  source_list: { args: SourceFilter; result: Directory };
  quote_list: { args: QuoteFilter; result: Array<QuoteRow> };
  quote_save: { args: QuotePatch; result: QuoteRow };
  quote_delete: { args: Array<number>; result: number };
  quote_approve: { args: QuoteApproval; result: Quote };
  field_list: { args: OwnerKind; result: Array<RecordField> };
  field_values: { args: FieldValuesQuery; result: Array<FieldValuesRow> };
  field_set: { args: FieldSet; result: number };
  custom_field_save: { args: Patch; result: CustomField };
  custom_field_order: { args: Array<number>; result: number };
  custom_field_delete: { args: number; result: boolean };
  record_file_attach: { args: NewRecordFile; result: RecordFile };
  record_file_save: { args: Patch; result: RecordFile };
  record_file_copy: { args: FileCopy; result: FileCopied };
  record_file_detach: { args: number; result: boolean };
  list_all: { args: null; result: Array<ListRow> };
  list_show: { args: number; result: ListDetail };
  list_save: { args: Patch; result: RecipientList };
  list_compare: { args: Comparison; result: Compared };
  list_left_out: { args: number; result: Array<LeftOut> };
  list_save_smart: { args: SmartList; result: RecipientList };
  list_archive: { args: Archive; result: RecipientList };
  list_leave_out: { args: LeaveOut; result: number };
  list_take_back: { args: Members; result: number };
  list_delete: { args: number; result: boolean };
  list_add: { args: Members; result: number };
  list_remove: { args: Members; result: number };
  group_chat_list: { args: GroupChatFilter; result: Array<GroupChatRow> };
  group_chat_show: { args: number; result: GroupChatDetail };
  group_chat_save: { args: Patch; result: GroupChat };
  group_chat_delete: { args: Array<number>; result: number };
  group_chat_restore: { args: Array<number>; result: number };
  group_chat_add: { args: ChatMembersNew; result: number };
  group_chat_remove: { args: ChatMembersGone; result: number };
  group_chat_member_save: { args: Patch; result: ChatMember };
  group_chat_proposals: { args: ProposalFilter; result: ProposalPage };
  group_chat_decide: { args: ChatDecision; result: ChatDecided };
  group_chat_sender_decide: { args: SenderDecision; result: SenderDecided };
  group_chat_preview: { args: ChatImport; result: JobStarted };
  group_chat_import: { args: ChatImport; result: JobStarted };
  duplicate_list: { args: DuplicateFilter; result: DuplicatePage };
  duplicate_check: { args: DuplicateCheck; result: Array<LikelyDuplicate> };
  duplicate_decide: { args: Decision; result: boolean };
  duplicate_scan: { args: ScanOrder; result: JobStarted };
  merge_preview: { args: MergeAsk; result: MergePreview };
  merge_run: { args: MergeOrder; result: Merged };
  merge_list: { args: number; result: Array<MergeRow> };
  merge_show: { args: number; result: MergeDetail };
  merge_undo: { args: Unmerge; result: Unmerged };
  review_list: { args: ReviewFilter; result: ReviewPage };
  contact_verify: { args: Array<number>; result: number };
  review_job_change: { args: ReviewedJob; result: number };
  import_inspect: { args: Inspect; result: JobStarted };
  import_preview: { args: ImportPlan; result: JobStarted };
  import_run: { args: ImportPlan; result: JobStarted };
  import_paste: { args: PasteOrder; result: JobStarted };
  signature_read: { args: string; result: PersonProposal };
  import_list: { args: number; result: Array<ImportRun> };
  import_undo: { args: number; result: JobStarted };
  export_columns: { args: OwnerKind; result: Array<ExportColumn> };
  export_run: { args: ExportOrder; result: JobStarted };
  job_cancel: { args: number; result: boolean };
  history_list: { args: number; result: Array<ActionRow> };
  undo_last: { args: null; result: JobStarted };
  undo_action: { args: number; result: JobStarted };
  redo_last: { args: null; result: JobStarted };
  history_find: { args: HistoryFilter; result: HistoryPage };
  history_space: { args: null; result: HistorySpace };
  history_prune: { args: null; result: JobStarted };
  bin_list: { args: BinFilter; result: Array<BinRow> };
  bin_space: { args: null; result: BinSpace };
  bin_empty: { args: EmptyOrder; result: JobStarted };
  bin_restore: { args: Array<BinItem>; result: number };
  stream_list: { args: StreamFilter; result: StreamPage };
  subject_show: { args: number; result: SubjectOverview };
  subject_export: { args: SubjectOrder; result: JobStarted };
  subject_erase: { args: EraseOrder; result: JobStarted };
  subject_returned: { args: null; result: Array<Returned> };
  erasure_list: { args: null; result: Array<Erasure> };
  retention_show: { args: null; result: Retention };
  export_log: { args: number; result: Array<ExportLine> };
  backup_write: { args: BackupOrder; result: JobStarted };
  backup_list: { args: null; result: Array<BackupFile> };
  release_list: { args: ReleaseFilter; result: Array<ReleaseRow> };
  release_show: { args: number; result: ReleaseDetail };
  release_save: { args: Patch; result: ReleaseDetail };
  release_delete: { args: number; result: boolean };
  release_attach: { args: NewFile; result: ReleaseFile };
  release_detach: { args: number; result: boolean };
  release_enclosures: { args: number; result: Array<EnclosureRow> };
  enclosure_matches: { args: MatchAsk; result: Array<FileMatch> };
  release_enclose: { args: NewEnclosure; result: Array<Enclosure> };
  release_enclosure_delete: { args: number; result: boolean };
  release_translate: { args: BeginTranslation; result: ReleaseDetail };
  release_translation_save: { args: Patch; result: ReleaseDetail };
  release_translation_delete: { args: number; result: boolean };
  release_import: { args: ImportText; result: ReleaseDetail };
  release_submit: { args: SubmitOrder; result: ReleaseDetail };
  release_return: { args: ReturnOrder; result: ReleaseDetail };
  release_approve: { args: ApproveOrder; result: ReleaseDetail };
  release_evidence_copy: { args: FileCopy; result: FileCopied };
  release_archive: { args: ArchiveOrder; result: ReleaseDetail };
  release_withdraw: { args: WithdrawOrder; result: ReleaseDetail };
  release_correct: { args: CorrectOrder; result: ReleaseDetail };
  release_history: { args: number; result: ReleaseHistory };
  release_version_show: { args: number; result: VersionShown };
  release_difference: { args: DifferenceAsk; result: Array<FieldDifference> };
  release_restore: { args: RestoreOrder; result: ReleaseDetail };
  release_comment: { args: NewComment; result: ReleaseComment };
  release_comment_settle: { args: CommentSettled; result: ReleaseComment };
  release_comment_delete: { args: number; result: boolean };
  release_numbers: { args: null; result: NumberRegister };
  release_export: { args: PaperOrder; result: JobStarted };
  release_chat_text: { args: TextAsk; result: ChatText };
  release_preview: { args: PreviewOrder; result: Preview };
  release_lint: { args: TextAsk; result: Lint };
  lint_rules: { args: null; result: LintRules };
  release_begin: { args: BeginRelease; result: ReleaseDetail };
  release_templates: { args: null; result: Array<ReleaseTemplate> };
  release_template_keep: { args: KeepReleaseTemplate; result: ReleaseTemplate };
  release_template_save: { args: Patch; result: ReleaseTemplate };
  release_template_delete: { args: number; result: boolean };
  standing_list: { args: null; result: Array<StandingText> };
  standing_save: { args: Patch; result: StandingText };
  standing_delete: { args: number; result: boolean };
  release_use_photo: { args: UsePhoto; result: ReleaseDetail };
  photo_list: { args: PhotoFilter; result: PhotoPage };
  photo_show: { args: number; result: PhotoDetail };
  photo_add: { args: NewArchivePhoto; result: PhotoDetail };
  photo_still: { args: NewStill; result: PhotoDetail };
  photo_save: { args: Patch; result: Photo };
  photo_set: { args: PhotosSet; result: number };
  photo_delete: { args: Array<number>; result: number };
  photo_export: { args: PhotoCopy; result: FileCopied };
  kit_list: { args: KitFilter; result: Array<KitRow> };
  kit_show: { args: number; result: KitDetail };
  kit_save: { args: Patch; result: Kit };
  kit_delete: { args: Array<number>; result: number };
  kit_add: { args: KitAdd; result: KitDetail };
  kit_remove: { args: Array<number>; result: number };
  kit_export: { args: KitOrder; result: JobStarted };
  kit_attach: { args: KitAttach; result: JobStarted };
  event_guest_list: { args: GuestFilter; result: GuestPage };
  event_guest_check: { args: GuestsAdd; result: GuestsFound };
  event_guest_add: { args: GuestsAdd; result: GuestsFound };
  event_guest_save: { args: Patch; result: GuestRow };
  event_guest_remove: { args: Array<number>; result: number };
  event_guest_withdraw: { args: GuestsWithdraw; result: number };
  event_guest_seat: { args: Array<number>; result: number };
  event_guest_answer: { args: GuestAnswer; result: GuestRow };
  event_guest_substitute: { args: SubstituteOrder; result: GuestRow };
  event_quota_list: { args: number; result: Array<QuotaRow> };
  event_quota_save: { args: Patch; result: QuotaRow };
  event_quota_delete: { args: Array<number>; result: number };
  event_answer_list: { args: AnswerFilter; result: Array<AnswerRow> };
  event_answer_settle: { args: AnswerSettle; result: AnswerRow };
  check_in_search: { args: DoorSearch; result: DoorFound };
  check_in_counts: { args: number; result: DoorCounts };
  check_in_last: { args: number; result: LastDeed | null };
  check_in_offers: { args: OfferAsk; result: Array<KnownPerson> };
  check_in: { args: CheckIn; result: Arrival };
  check_in_walk_in: { args: WalkIn; result: Arrival };
  check_in_substitute: { args: WalkIn; result: Arrival };
  check_in_leave: { args: Leave; result: Arrival };
  accreditation_list: { args: AccreditationFilter; result: Array<AccreditationRow> };
  accreditation_show: { args: number; result: AccreditationDetail };
  accreditation_request: { args: Application; result: number };
  accreditation_decide: { args: AccreditationOrder; result: number };
  event_guest_photo: { args: GuestPhoto; result: AccreditationDetail };
  event_note_list: { args: NoteFilter; result: Array<NoteRow> };
  event_note_save: { args: Patch; result: EventNote };
  event_note_delete: { args: Array<number>; result: number };
  event_notes_export: { args: NoteTable; result: JobStarted };
  event_badges: { args: BadgeOrder; result: JobStarted };
  event_attendance: { args: AttendanceOrder; result: JobStarted };
  attendance_form: { args: null; result: AttendanceForm };
  attendance_form_save: { args: AttendanceForm; result: AttendanceForm };
  letter_list: { args: LetterFilter; result: Array<LetterRow> };
  letter_show: { args: number; result: LetterDetail };
  letter_begin: { args: LetterBegin; result: LetterDetail };
  letter_save: { args: Patch; result: LetterDetail };
  letter_issue: { args: IssueOrder; result: LetterDetail };
  letter_void: { args: VoidOrder; result: LetterDetail };
  letter_delete: { args: Array<number>; result: number };
  letter_templates: { args: null; result: Array<LetterTemplate> };
  letter_template_save: { args: Patch; result: LetterTemplate };
  letter_template_keep: { args: KeepTemplate; result: LetterTemplate };
  letter_template_delete: { args: number; result: boolean };
  letter_register: { args: null; result: LetterRegister };
  letter_numbering_save: { args: NumberingPatch; result: NumberingRow };
  letter_export: { args: LetterPaper; result: JobStarted };
  audience_check: { args: Audience; result: Preflight };
  audience_suggest: { args: number; result: Suggestions };
  sending_rules: { args: null; result: SendingRules };
  release_send: { args: SendOrder; result: DistributionDetail };
  distribution_list: { args: DistributionFilter; result: Array<DistributionRow> };
  distribution_show: { args: number; result: DistributionDetail };
  group_chat_sendings: { args: number; result: Array<GroupSending> };
  delivery_list: { args: DeliveryFilter; result: DeliveryPage };
  distribution_report: { args: number; result: DistributionReport };
  report_line_list: { args: ReportLines; result: ReportLinePage };
  distribution_report_export: { args: ReportOrder; result: JobStarted };
  distribution_retry_plan: { args: number; result: RetryPlan };
  distribution_retry: { args: number; result: Retried };
  distribution_mended: { args: number; result: Array<MendedRecipient> };
  follow_up_proposal: { args: number; result: FollowUpProposal };
  follow_up_rule: { args: null; result: FollowUpRule };
  follow_up_rule_save: { args: FollowUpRule; result: FollowUpRule };
  original_audience: { args: number; result: OriginalAudience };
  distribution_pause: { args: number; result: boolean };
  distribution_resume: { args: number; result: boolean };
  distribution_reschedule: { args: Reschedule; result: DistributionDetail };
  distribution_cancel: { args: number; result: number };
  delivery_settle: { args: Settle; result: boolean };
  delivery_done_by_hand: { args: number; result: boolean };
  delivery_not_done: { args: number; result: boolean };
  outbox_run: { args: RunOrder; result: JobStarted };
  release_test_mail: { args: TestMail; result: JobStarted };
  account_presets: { args: null; result: Array<PresetRow> };
  account_list: { args: null; result: Array<AccountRow> };
  account_show: { args: number | null; result: AccountDetail | null };
  account_save: { args: AccountPatch; result: AccountDetail };
  account_delete: { args: number; result: boolean };
  account_default: { args: number; result: AccountDetail };
  account_dkim_show: { args: number; result: DkimDetail };
  account_dkim_make: { args: DkimOrder; result: JobStarted };
  account_dkim_remove: { args: number; result: DkimDetail };
  account_check_show: { args: number; result: AccountCheck | null };
  account_check: { args: CheckOrder; result: JobStarted };
  account_oauth_begin: { args: number; result: OauthBegun };
  account_oauth_finish: { args: OauthFinish; result: JobStarted };
  account_folders: { args: number; result: JobStarted };
  account_folders_choose: { args: FolderChoice; result: AccountDetail };
  account_probe: { args: ProbeOrder; result: JobStarted };
  response_list: { args: ResponseFilter; result: ResponsePage };
  response_show: { args: number; result: ResponseDetail };
  response_link: { args: Link; result: ResponseDetail };
  response_handled: { args: Handled; result: ResponseDetail };
  response_assign: { args: Assignment; result: ResponseDetail };
  response_snooze: { args: Snooze; result: ResponseDetail };
  reply_draft: { args: number; result: ReplyShown };
  reply_save: { args: Patch; result: ReplyShown };
  reply_attach: { args: NewReplyFile; result: ReplyShown };
  reply_detach: { args: number; result: ReplyShown };
  reply_discard: { args: number; result: boolean };
  reply_settle: { args: ReplyVerdict; result: ReplyShown };
  reply_send: { args: ReplyOrder; result: JobStarted };
  enquiry_mail: { args: EnquirySend; result: JobStarted };
  snippet_list: { args: null; result: Array<Snippet> };
  snippet_fill: { args: SnippetUse; result: SnippetFilled };
  snippet_save: { args: Patch; result: Snippet };
  snippet_delete: { args: number; result: boolean };
  response_correct: { args: Correction; result: ResponseDetail };
  response_answer: { args: ResponseAnswer; result: ResponseDetail };
  response_rule_forget: { args: number; result: ResponseDetail };
  change_suggestion_list: { args: SuggestionFilter; result: Array<SuggestedChange> };
  change_suggestion_decide: { args: SuggestionDecision; result: SuggestionDecided };
  inbox_states: { args: null; result: Array<MailboxState> };
  enquiry_list: { args: EnquiryFilter; result: EnquiryPage };
  enquiry_show: { args: number; result: EnquiryDetail };
  enquiry_texts: { args: number; result: PreparedTexts };
  enquiry_save: { args: EnquiryPatch; result: EnquiryDetail };
  enquiry_from_response: { args: EnquiryMail; result: EnquiryDetail };
  enquiry_assign: { args: AssignOrder; result: EnquiryDetail };
  enquiry_ask: { args: StepOrder; result: EnquiryDetail };
  enquiry_unit_answered: { args: StepOrder; result: EnquiryDetail };
  enquiry_step_delete: { args: number; result: EnquiryDetail };
  enquiry_clear: { args: ClearOrder; result: EnquiryDetail };
  enquiry_answer: { args: AnswerOrder; result: EnquiryDetail };
  enquiry_close: { args: CloseOrder; result: EnquiryDetail };
  enquiry_reopen: { args: number; result: EnquiryDetail };
  enquiry_delete: { args: Array<number>; result: number };
  enquiry_export: { args: EnquiryTable; result: JobStarted };
  statement_list: { args: StatementFilter; result: Array<StatementRow> };
  statement_save: { args: StatementPatch; result: Statement };
  statement_delete: { args: Array<number>; result: number };
  coverage_list: { args: CoverageFilter; result: CoveragePage };
  coverage_show: { args: number; result: CoverageRow };
  coverage_guess: { args: string; result: CoverageGuess };
  coverage_from_response: { args: CoverageMail; result: CoverageLogged };
  coverage_add: { args: NewCoverage; result: CoverageRow };
  coverage_save: { args: CoveragePatch; result: CoverageRow };
  coverage_delete: { args: Array<number>; result: number };
  coverage_file: { args: number; result: FileCopied };
  coverage_export: { args: CoverageTable; result: JobStarted };
  event_list: { args: EventFilter; result: EventPage };
  event_show: { args: number; result: EventDetail };
  event_offers: { args: number; result: Array<AnswerOffer> };
  event_offers_take: { args: OffersTake; result: Array<AnswerOffer> };
  event_save: { args: EventPatch; result: EventDetail };
  event_cancel: { args: CancelOrder; result: EventDetail };
  event_hold: { args: number; result: EventDetail };
  event_plan_again: { args: number; result: EventDetail };
  event_delete: { args: Array<number>; result: number };
  event_mail_text: { args: EventMailAsk; result: EventMailText };
  event_mail_check: { args: EventMailOrder; result: EventMailPreflight };
  event_mail_counts: { args: number; result: EventMailCounts };
  event_mail_draft: { args: EventMailOrder; result: number };
  event_mail_send: { args: EventMailOrder; result: DistributionDetail };
  event_letter_new: { args: number; result: number };
  event_letters_export: { args: EventLettersOrder; result: JobStarted };
  event_ics: { args: number; result: string };
  event_evaluation: { args: number; result: Evaluation };
  event_coverage_link: { args: CoverageLink; result: number };
  event_compare: { args: CompareAsk; result: Array<ComparedEvent> };
  event_fairness: { args: FairnessAsk; result: Fairness };
  event_report_export: { args: EventReportOrder; result: JobStarted };
  event_bundle_check: { args: number; result: Array<BundleLine> };
  event_bundle_export: { args: BundleOrder; result: JobStarted };
  event_share_export: { args: ShareOrder; result: JobStarted };
  events_of: { args: EventsOfAsk; result: Array<EventTaken> };
  event_fairness_export: { args: FairnessOrder; result: JobStarted };
  event_import: { args: EventImport; result: EventDetail };
  event_export: { args: number; result: string };
  event_text_export: { args: EventTextPaper; result: JobStarted };
  event_template_list: { args: null; result: Array<EventTemplateRow> };
  event_template_save: { args: Patch; result: EventTemplateRow };
  event_template_keep: { args: KeepEventTemplate; result: EventTemplateRow };
  event_template_delete: { args: number; result: boolean };
  event_task_list: { args: number; result: Array<TaskRow> };
  event_task_save: { args: Patch; result: TaskRow };
  event_task_done: { args: TaskDone; result: TaskRow };
  event_task_delete: { args: Array<number>; result: number };
  event_rundown: { args: number; result: Array<ItemRow> };
  event_item_save: { args: ItemPatch; result: ItemRow };
  event_item_delete: { args: Array<number>; result: number };
  event_rundown_shift: { args: RundownShift; result: Array<ItemRow> };
  event_rundown_export: { args: RundownPaper; result: JobStarted };
  event_cost_list: { args: number; result: EventCosts };
  event_cost_save: { args: Patch; result: EventCost };
  event_cost_receipt: { args: CostReceipt; result: EventCost };
  event_cost_copy: { args: number; result: FileCopied };
  event_cost_delete: { args: Array<number>; result: number };
  event_file_list: { args: number; result: Array<EventFile> };
  event_file_attach: { args: NewEventFile; result: EventFile };
  event_file_save: { args: Patch; result: EventFile };
  event_file_copy: { args: number; result: FileCopied };
  event_file_delete: { args: Array<number>; result: number };
  event_duty_list: { args: number; result: Array<DutyRow> };
  event_duty_save: { args: Patch; result: DutyRow };
  event_duty_delete: { args: Array<number>; result: number };
  tour_show: { args: number; result: TourDetail };
  tour_stop_save: { args: Patch; result: TourStop };
  tour_stop_delete: { args: Array<number>; result: number };
  tour_vehicle_save: { args: Patch; result: TourVehicle };
  tour_vehicle_delete: { args: Array<number>; result: number };
  tour_room_save: { args: Patch; result: TourRoom };
  tour_room_delete: { args: Array<number>; result: number };
  tour_traveller_save: { args: TravellerPatch; result: TourTraveller };
  tour_freeze: { args: FreezeOrder; result: TourDetail };
  tour_write: { args: TourPaper; result: FileCopied };
  calendar_items: { args: CalendarQuery; result: CalendarPage };
  calendar_move: { args: CalendarMove; result: CalendarMoved };
  calendar_entry_show: { args: number; result: CalendarEntry };
  calendar_entry_save: { args: EntryPatch; result: CalendarEntry };
  calendar_entry_delete: { args: Array<number>; result: number };
  calendar_import: { args: CalendarImport; result: CalendarImported };
  calendar_export: { args: CalendarExport; result: FileCopied };
  calendar_subscription: { args: null; result: Subscription };
  calendar_subscribe: { args: Subscription; result: Subscription };
  holiday_list: { args: HolidayFilter; result: Array<Holiday> };
  holiday_propose: { args: number; result: Array<ProposedHoliday> };
  holiday_save: { args: Patch; result: Holiday };
  holiday_add_fixed: { args: number; result: number };
  holiday_delete: { args: Array<number>; result: number };
  quality_show: { args: Period; result: Quality };
  quality_export: { args: QualityOrder; result: JobStarted };
  inbox_fetch: { args: FetchOrder; result: JobStarted };
  inbox_read: { args: ReadOrder; result: JobStarted };
  demo_fill: { args: null; result: JobStarted };
};

/** What each job brings when it is done. */
export type JobResults = {
  group_chat_preview: ChatImported;
  group_chat_import: ChatImported;
  duplicate_scan: ScanReport;
  import_inspect: Inspection;
  import_preview: ImportResult;
  import_run: ImportResult;
  import_paste: Pasted;
  import_undo: Undone;
  export_run: Exported;
  undo_last: Undone;
  undo_action: Undone;
  redo_last: Undone;
  history_prune: Pruned;
  bin_empty: Emptied;
  subject_export: Exported;
  subject_erase: Erased;
  backup_write: BackupWritten;
  release_export: PaperWritten;
  kit_export: PaperWritten;
  kit_attach: ReleaseFile;
  event_notes_export: PaperWritten;
  event_badges: PaperWritten;
  event_attendance: PaperWritten;
  letter_export: PaperWritten;
  distribution_report_export: PaperWritten;
  outbox_run: RunReport;
  release_test_mail: TestSent;
  account_dkim_make: DkimDetail;
  account_check: AccountCheck;
  account_oauth_finish: AccountDetail;
  account_folders: MailboxFolders;
  account_probe: Probed;
  reply_send: ReplyShown;
  enquiry_mail: EnquiryDetail;
  enquiry_export: PaperWritten;
  coverage_export: PaperWritten;
  event_letters_export: PaperWritten;
  event_report_export: PaperWritten;
  event_bundle_export: BundleWritten;
  event_share_export: Shared;
  event_fairness_export: PaperWritten;
  event_text_export: PaperWritten;
  event_rundown_export: PaperWritten;
  quality_export: PaperWritten;
  inbox_fetch: ReadReport;
  inbox_read: ReadReport;
  demo_fill: Filled;
};

export const READS: Record<string, readonly string[]> = {
  session: ["settings", "offices", "staff", "accounts"],
  office_show: ["offices"],
  staff_list: ["staff"],
  today_show: ["*"],
  contact_list: ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"],
  contact_count: ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"],
  question_give_up: [],
  filter_fields: ["custom_fields"],
  filter_offers: ["group_chats", "contacts", "labels", "organisations", "recipient_lists", "releases", "imports", "custom_fields", "custom_values"],
  filter_read: ["recipient_lists", "offices", "custom_fields"],
  filter_write: ["recipient_lists", "offices", "custom_fields"],
  contact_facets: ["contacts", "labels"],
  contact_show: ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "duplicate_flags", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "memberships", "social_accounts", "record_files", "custom_values"],
  interaction_find: ["interactions", "contacts"],
  follow_up_list: ["follow_ups", "contacts", "staff"],
  organisation_list: ["organisations", "affiliations", "contacts", "organisation_search"],
  organisation_show: ["organisations", "affiliations", "contacts", "reaches", "labels", "memberships", "social_accounts", "record_files", "custom_values"],
  programme_list: ["programmes", "programme_members", "programme_posts", "post_readings", "organisations", "contacts"],
  programme_show: ["programmes", "programme_members", "programme_posts", "post_readings", "organisations", "contacts"],
  post_list: ["programmes", "programme_posts", "post_readings", "organisations", "contacts", "social_accounts"],
  post_show: ["programmes", "programme_posts", "post_readings", "organisations", "contacts", "social_accounts"],
  post_paste_read: ["programmes", "programme_members", "programme_posts", "post_readings", "organisations", "contacts", "social_accounts"],
  source_list: ["contacts", "affiliations", "organisations", "labels", "quotes", "offices"],
  quote_list: ["quotes", "contacts", "organisations"],
  field_list: ["custom_fields"],
  field_values: ["contacts", "organisations", "affiliations", "reaches", "labels", "memberships", "social_accounts", "interactions", "recipient_lists", "recipient_list_members", "contact_states", "custom_fields", "custom_values", "programmes", "programme_members", "quotes"],
  list_all: ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"],
  list_show: ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"],
  list_compare: ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"],
  list_left_out: ["recipient_list_exclusions", "contacts"],
  group_chat_list: ["group_chats", "group_chat_members", "group_chat_proposals", "organisations", "contacts"],
  group_chat_show: ["group_chats", "group_chat_members", "group_chat_senders", "group_chat_proposals", "organisations", "contacts", "affiliations", "reaches", "releases"],
  group_chat_proposals: ["group_chat_proposals", "group_chats", "group_chat_senders", "contacts", "releases"],
  duplicate_list: ["duplicate_flags", "organisation_duplicates", "contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups"],
  duplicate_check: ["contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "duplicate_flags", "contact_search"],
  merge_preview: ["*"],
  merge_list: ["merges"],
  merge_show: ["*"],
  review_list: ["*"],
  signature_read: [],
  import_list: ["imports", "actions", "jobs"],
  export_columns: ["settings", "custom_fields"],
  history_list: ["actions", "changes"],
  history_find: ["*"],
  history_space: ["actions", "changes", "settings"],
  bin_list: ["press_events", "event_templates", "event_notes", "calendar_entries", "holidays", "coverage", "enquiries", "statements", "snippets", "group_chats", "contacts", "organisations", "recipient_lists", "releases", "letters", "letter_templates", "photos", "standing_texts", "release_templates", "kits", "staff", "programmes", "programme_posts", "quotes", "follow_ups", "interactions", "custom_fields", "record_files", "release_files", "enclosures", "release_translations", "merges", "changes", "actions"],
  bin_space: ["*"],
  stream_list: ["coverage", "enquiries", "interactions", "deliveries", "distributions", "releases", "responses", "follow_ups", "affiliations", "reaches", "labels", "contacts", "organisations", "staff", "quotes", "programme_posts", "programmes", "changes", "actions"],
  subject_show: ["*"],
  subject_returned: ["erased_keys", "erasures", "reaches", "contacts"],
  erasure_list: ["erasures", "contacts"],
  retention_show: ["contacts", "affiliations", "organisations", "settings"],
  export_log: ["exports"],
  backup_list: [],
  release_list: ["releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations", "distributions", "deliveries", "responses"],
  release_show: ["releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations", "distributions", "deliveries", "responses"],
  release_enclosures: ["enclosures", "contacts", "releases"],
  enclosure_matches: ["contacts"],
  release_history: ["release_steps", "release_comments", "releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations", "distributions", "deliveries", "responses"],
  release_version_show: ["release_versions", "release_version_translations"],
  release_difference: ["releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations"],
  release_numbers: ["release_numbers", "letter_numbers", "releases", "letters", "offices"],
  release_chat_text: ["releases", "release_translations", "offices", "distributions"],
  release_preview: ["releases", "release_files", "enclosures", "release_translations", "distributions", "offices", "contacts", "affiliations", "organisations", "reaches"],
  release_lint: ["releases", "offices", "settings", "quotes", "contacts", "photos", "release_files", "release_translations", "accounts", "distributions", "server_sizes"],
  lint_rules: ["settings"],
  release_templates: ["release_templates"],
  standing_list: ["standing_texts"],
  photo_list: ["photos", "photo_search", "release_files", "releases"],
  photo_show: ["press_events", "photos", "release_files", "releases"],
  kit_list: ["kits", "kit_items", "releases", "photos", "standing_texts"],
  kit_show: ["kits", "kit_items", "releases", "release_files", "release_versions", "release_version_files", "release_translations", "release_version_translations", "distributions", "deliveries", "responses", "photos", "standing_texts", "offices"],
  event_guest_list: ["press_events", "event_guests", "event_quotas", "event_answers", "organisations", "settings"],
  event_guest_check: ["press_events", "event_guests", "event_quotas", "event_answers", "settings", "erased_keys", "erasures", "contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"],
  event_quota_list: ["press_events", "event_guests", "event_quotas", "event_answers", "organisations"],
  event_answer_list: ["event_answers", "press_events", "event_guests", "organisations"],
  check_in_search: ["press_events", "event_guests", "contacts"],
  check_in_counts: ["press_events", "event_guests", "contacts"],
  check_in_last: ["actions", "changes", "event_guests"],
  check_in_offers: ["event_guests", "contacts", "affiliations", "organisations", "reaches", "labels", "contact_states", "interactions", "follow_ups", "recipient_lists", "recipient_list_members", "recipient_list_exclusions", "duplicate_flags", "responses", "deliveries", "distributions", "offices", "custom_fields", "custom_values", "memberships", "social_accounts", "programmes", "programme_members", "group_chats", "group_chat_members", "contact_search", "contact_vocabulary", "contact_words"],
  accreditation_list: ["press_events", "event_guests", "contacts", "organisations", "record_files"],
  accreditation_show: ["press_events", "event_guests", "contacts", "organisations", "record_files", "actions", "changes"],
  event_note_list: ["event_notes", "press_events", "event_guests"],
  attendance_form: ["settings"],
  letter_list: ["letters"],
  letter_show: ["letters", "letter_numberings", "letter_numbers", "release_numbers", "releases", "offices"],
  letter_templates: ["letter_templates"],
  letter_register: ["letters", "letter_numberings", "letter_numbers", "release_numbers", "releases", "offices"],
  audience_check: ["*"],
  audience_suggest: ["*"],
  sending_rules: ["settings"],
  distribution_list: ["distributions", "deliveries", "releases"],
  distribution_show: ["distributions", "deliveries", "delivery_files", "distribution_waves", "distribution_exclusions", "releases", "contacts", "affiliations", "organisations", "accounts", "offices", "group_chats", "group_chat_members", "event_guests"],
  group_chat_sendings: ["deliveries", "distributions", "releases", "group_chats"],
  delivery_list: ["distributions", "deliveries", "contacts", "affiliations", "organisations", "offices", "event_guests"],
  distribution_report: ["press_events", "coverage", "enquiries", "distributions", "deliveries", "delivery_files", "distribution_waves", "distribution_exclusions", "releases", "contacts", "affiliations", "organisations", "accounts", "offices", "group_chats", "group_chat_members", "distribution_retries", "release_versions", "release_steps", "responses", "event_guests"],
  report_line_list: ["distributions", "deliveries", "responses", "contacts", "group_chats", "affiliations", "organisations", "offices", "event_guests"],
  distribution_retry_plan: ["distributions", "deliveries", "contacts", "organisations", "reaches", "contact_states"],
  distribution_mended: ["distributions", "deliveries", "contacts", "reaches", "contact_states"],
  follow_up_proposal: ["release_version_translations", "distributions", "deliveries", "releases", "contacts", "contact_states", "interactions", "affiliations", "organisations", "offices", "settings", "holidays"],
  follow_up_rule: ["settings"],
  original_audience: ["releases", "distributions", "deliveries", "group_chats", "organisations"],
  account_presets: [],
  account_list: ["accounts", "send_marks", "distributions"],
  account_show: ["accounts"],
  account_dkim_show: ["accounts"],
  account_check_show: ["account_checks"],
  response_list: ["responses", "contacts", "releases", "response_search", "response_words", "affiliations", "organisations", "offices", "staff"],
  response_show: ["responses", "contacts", "releases", "deliveries", "distributions", "affiliations", "organisations", "interactions", "follow_ups", "contact_states", "labels", "reaches", "raw_mails", "change_suggestions", "sender_rules", "offices", "staff", "replies", "enquiries", "event_answers", "press_events", "event_guests"],
  reply_draft: ["responses", "replies", "reply_files", "accounts"],
  snippet_list: ["snippets"],
  snippet_fill: ["snippets", "responses", "contacts", "releases", "affiliations", "organisations", "offices", "interactions", "contact_states", "labels", "reaches", "follow_ups"],
  change_suggestion_list: ["change_suggestions", "contacts", "affiliations", "organisations"],
  inbox_states: ["accounts", "mailbox_states", "mailbox_cursors"],
  enquiry_list: ["enquiries", "enquiry_search", "coverage", "contacts", "organisations", "staff"],
  enquiry_show: ["press_events", "enquiries", "enquiry_steps", "coverage", "contacts", "organisations", "staff", "releases", "responses"],
  enquiry_texts: ["enquiries", "enquiry_steps", "coverage", "contacts", "affiliations", "reaches", "organisations", "staff", "offices", "settings"],
  statement_list: ["statements", "organisations", "enquiries", "offices"],
  coverage_list: ["press_events", "coverage", "coverage_search", "contacts", "organisations", "releases", "enquiries"],
  coverage_show: ["press_events", "coverage", "contacts", "organisations", "releases", "enquiries"],
  coverage_guess: ["press_events", "coverage", "contacts", "organisations", "releases", "enquiries"],
  event_list: ["press_events", "press_event_search", "event_guests", "event_tasks", "organisations", "staff", "offices"],
  event_show: ["press_events", "event_guests", "event_tasks", "organisations", "staff", "offices", "kits", "distributions"],
  event_offers: ["press_events", "event_guests", "event_answers", "responses"],
  event_mail_text: ["press_events", "offices", "organisations"],
  event_mail_check: ["press_events", "event_guests", "event_answers", "distributions", "deliveries", "releases", "contacts", "affiliations", "organisations", "reaches", "contact_states", "interactions", "offices", "accounts", "settings"],
  event_mail_counts: ["press_events", "event_guests", "event_answers", "distributions", "deliveries"],
  event_ics: ["press_events"],
  event_evaluation: ["press_events", "event_guests", "event_notes", "event_costs", "event_tasks", "coverage", "enquiries", "contacts", "organisations", "releases", "staff", "offices"],
  event_compare: ["press_events", "event_guests", "event_costs", "coverage", "enquiries", "contacts", "organisations", "releases"],
  event_fairness: ["press_events", "event_guests", "distributions", "distribution_exclusions", "affiliations", "contacts", "organisations", "settings"],
  event_bundle_check: ["press_events", "event_guests", "event_notes", "event_costs", "event_tasks", "event_items", "event_files", "letters", "photos", "settings", "coverage", "enquiries", "contacts", "organisations", "releases", "staff", "offices"],
  events_of: ["press_events", "event_guests"],
  event_export: ["press_events", "event_guests", "event_tasks", "event_items", "event_costs", "event_duties", "organisations", "staff", "offices", "kits", "distributions"],
  event_template_list: ["event_templates"],
  event_task_list: ["event_tasks", "event_guests", "staff", "offices"],
  event_rundown: ["press_events", "event_items"],
  event_cost_list: ["press_events", "event_costs", "event_guests"],
  event_file_list: ["event_files"],
  event_duty_list: ["event_duties", "staff"],
  tour_show: ["press_events", "event_guests", "tour_stops", "tour_vehicles", "tour_rooms", "tour_travellers", "organisations", "contacts"],
  calendar_items: ["press_events", "event_tasks", "distributions", "releases", "enquiries", "follow_ups", "contacts", "calendar_entries", "holidays", "offices"],
  calendar_entry_show: ["calendar_entries"],
  calendar_subscription: ["settings"],
  holiday_list: ["holidays"],
  holiday_propose: ["holidays", "settings", "offices"],
  quality_show: ["press_events", "event_guests", "enquiries", "enquiry_steps", "coverage", "follow_ups", "responses", "affiliations", "organisations", "distributions", "offices"],
};
