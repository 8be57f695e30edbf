### The command line: help, messages, columns, words.

# Help: the program and its verbs
cli-help = The desk of a press office: media list, press releases, responses. Without a verb the window opens.
cli-help-init = Make a new workspace
cli-help-import = Import a contact list from CSV, XLSX, XLS, ODS or vCard; - reads rows, cards or a mail signature
cli-help-import-list = Past imports
cli-help-import-undo = Take an import back but for what was changed or used since
cli-arg-import-list-limit = Most imports to show
cli-arg-import-undo-id = Number of the import
cli-arg-rule = What happens to this field of people who are there already; may be repeated
cli-arg-all-sheets = All sheets in which people are found
cli-arg-columns = Keys of the fields that become columns, one comma apart
cli-arg-card-version = Version of vCards; 4.0 unless said otherwise
cli-help-export = Export contacts or organisations to CSV, XLSX or VCF
cli-help-contact = Contacts
cli-help-contact-list = List contacts
cli-help-contact-show = Show one contact with the whole history
cli-help-list = Recipient lists
cli-help-list-all = Show all recipient lists
cli-help-list-new = Make a recipient list
cli-help-list-add = Add contacts to a list
cli-help-list-remove = Take contacts off a list
cli-help-list-show = Show who is on a list
cli-help-list-smart = Make a smart list from a rule, or give it another rule
cli-help-list-leave-out = Leave contacts out of a list, with the reason
cli-help-list-take-back = Let contacts that were left out onto the list again
cli-help-list-compare = Compare two lists
cli-help-list-archive = Put a list away
cli-help-list-unarchive = Take a list into use again
cli-help-list-delete = Delete a list; its contacts stay
cli-help-account = The office's mail account
cli-help-account-set = Set up the mail account; the password comes from WARTA_PASSWORD or standard input
cli-help-account-show = Show the mail account
cli-help-release = Press releases
cli-help-release-new = Make a press release from a Markdown, text or Word file
cli-help-release-show = Show one press release
cli-help-release-list = List press releases
cli-help-release-export = Write a press release as PDF on the letterhead, Word file, text, web page or mail; --format whatsapp prints the text of a chat
cli-arg-release-export-file = The file; without it, a name in the download folder
cli-arg-release-export-format = How to write it, when the file's ending does not say
cli-arg-release-export-initials = With a box for initials, for approval on paper (PDF)
cli-help-release-send = Check the audience; with --yes, queue the sending
cli-help-outbox = The outbox
cli-help-outbox-run = Send what is due
cli-help-outbox-status = Show where all distributions stand
cli-help-outbox-pause = Pause a distribution
cli-help-outbox-resume = Resume a distribution
cli-help-outbox-cancel = Cancel what has not left of a distribution
cli-help-inbox = Incoming mail: fetch it or read it from disk
cli-help-inbox-fetch = Fetch new mail from the server
cli-arg-again = Read the whole mailbox once more; what is here already is not added twice
cli-help-inbox-read = Read .eml, .mbox and Outlook .msg files and Maildirs
cli-help-response = Responses
cli-help-response-list = List responses, newest first
cli-help-undo = Take back the last action of the command line, or action ID
cli-help-history = Show the latest actions
cli-help-backup = Write a complete backup to one zip file
cli-help-restore = Restore a backup; the workspace must be closed
cli-help-call = Run any command by its name, with JSON arguments

# Help: arguments
cli-arg-workspace = Folder of the workspace; usually Documents/Warta
cli-arg-json = Write results as JSON to standard output
cli-arg-language = Language of messages and results
cli-arg-staff = Who is working: name or initials of a staff member
cli-arg-demo = Fill it with demo data, in a folder of its own
cli-arg-dry-run = Only show what would happen
cli-arg-map = Take this column for that field, against the guess; may be repeated
cli-arg-import-list = Put everybody on this list; made when missing
cli-arg-rejected = Save the rejected rows with their reasons
cli-arg-sheet = The sheet to read; may be repeated
cli-arg-search = Beginnings of words of name, outlet, email, number or notes
cli-arg-list = Name of a recipient list
cli-arg-state = do_not_contact, bad_address, left_outlet, away, no_email or duplicate
cli-arg-limit = Most rows to show
cli-arg-who = A contact: id, email or phone number
cli-arg-name = Name
cli-arg-smtp = Server for sending: smtps:// or smtp:// (STARTTLS required), with the user, without the password
cli-arg-imap = Server for reading: imaps:// or imap:// (STARTTLS required)
cli-arg-from = The sender's address
cli-arg-account-set-name = The sender's name
cli-arg-ca = A certificate authority of the office's own (PEM)
cli-arg-connections = Connections at once
cli-arg-plus-address = Whether mail to name+anything@… reaches name@…: answers are then recognised more surely (yes or no)
cli-arg-per-minute = Most messages in any minute; 0 = no limit
cli-arg-per-hour = Most messages in any hour; 0 = no limit
cli-arg-per-day = Most messages in any 24 hours; 0 = no limit
cli-arg-per-domain-minute = Most messages in any minute to one mail domain; 0 = no limit
cli-arg-per-connection = Most messages over one connection; 0 = no limit
cli-arg-file = The file
cli-arg-attach = Attachments
cli-arg-id = The id
cli-arg-to = Single recipients: id, email or phone number
cli-arg-exclude = Who is left out: id, email or phone number
cli-arg-yes = Queue the sending
cli-arg-until-empty = End when nothing is due any more
cli-arg-paths = .eml or .mbox files, Maildirs, or folders of them
cli-arg-classify-only = Only say what each mail is; needs no workspace, writes nothing
cli-arg-release = Only about this release
cli-arg-kind = Only this kind
cli-arg-action = Number of the action, as the history shows it
cli-arg-args = Arguments as JSON
cli-arg-what = contacts or organisations
cli-arg-where = A rule, such as: beat = health and city = Serang and not contacted 90d
cli-arg-archived = Show archived lists too
cli-arg-notes = What it is for
cli-arg-reason = Why
cli-arg-a = The one list
cli-arg-b = The other list
cli-arg-part = Show these contacts: only-a, both or only-b

# Messages
cli-error-mark = Error:{" "}
cli-no-display = There is no display (DISPLAY and WAYLAND_DISPLAY are empty), so the window cannot open. Run "warta --help" for what works without one.
cli-no-desktop = This Warta was built without the window. Run "warta --help" for its verbs.
cli-init-done = The workspace is ready: { $folder }
cli-init-exists = The workspace is there already and was left as it is: { $folder }
cli-undone = Action { $action } was taken back: { $command }.
cli-action-final = cannot be undone
cli-action-undone = undone by { $by }
cli-backup-done = Backup written: { $file } ({ $kilobytes } KB)
cli-restore-done = { $file } was restored to { $folder }. What was there before is kept in its backups folder.
cli-contacts-shown = { $total ->
    [one] { $shown } of { $total } contact
   *[other] { $shown } of { $total } contacts
}
cli-history-empty = No history yet.
cli-list-made = The list "{ $name }" was made.
cli-list-smart-made = The smart list "{ $name }" finds { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
} now: { $rule }
cli-list-left-out = { $count ->
    [one] { $count } contact is left out of "{ $name }".
   *[other] { $count } contacts are left out of "{ $name }".
}
cli-list-taken-back = { $count ->
    [one] { $count } contact is on "{ $name }" again.
   *[other] { $count } contacts are on "{ $name }" again.
}
cli-list-deleted = The list "{ $name }" was deleted.
cli-list-archived = The list "{ $name }" was archived.
cli-list-unarchived = The list "{ $name }" is in use again.
cli-list-rule = Rule: { $rule }
cli-list-left-out-of = Left out: { $count }
cli-list-compared = Only on "{ $a }": { $only_a }. On both: { $both }. Only on "{ $b }": { $only_b }.
cli-list-added = { $count ->
    [one] { $count } contact was added to "{ $name }".
   *[other] { $count } contacts were added to "{ $name }".
}
cli-list-removed = { $count ->
    [one] { $count } contact was taken off "{ $name }".
   *[other] { $count } contacts were taken off "{ $name }".
}
cli-list-members = { $count ->
    [one] "{ $name }": { $count } contact
   *[other] "{ $name }": { $count } contacts
}
cli-import-done = { $added } added, { $updated } updated, { $skipped } skipped, { $rejected } rejected.
cli-import-would = Would add { $added }, update { $updated }, skip { $skipped }, reject { $rejected }. Nothing was saved.
cli-import-duplicates = Possible duplicates (same address, other name): { $duplicates }.
cli-import-more-rejected = … and more; { $rejected } in all. Save them with --rejected FILE.
cli-export-done = { $rows ->
    [one] { $rows } row was written to { $file }.
   *[other] { $rows } rows were written to { $file }.
}
cli-account = { $name } <{ $address }>, sending: { $smtp }, reading: { $imap }
cli-account-none = There is no mail account yet; mail is only written to the outbox folder.
cli-password-keychain = The password is in the system's keychain.
cli-password-session = The password is known for this run only.
cli-password-missing = The password is missing; give it in WARTA_PASSWORD or on standard input.
cli-password-not-needed = The servers ask for no password.
cli-password-not-kept = There is no keychain here: give the password in WARTA_PASSWORD whenever you send or fetch.
cli-release-title = Press release { $id }: { $headline } { $number }
cli-release-files = Attachments: { $files }
cli-release-made = Press release { $id } was made: { $headline }
cli-preflight = Subject: { $subject } — from { $from }, about { $kilobytes } KB a mail. By mail: { $recipients }. By hand: { $byhand }. Left out: { $excluded }.
cli-preflight-excluded = Left out:
cli-preflight-problems = To look at:
cli-send-confirm = Nothing was queued. Add --yes to send.
cli-queued = From { $from }. By mail: { $recipients }. By hand: { $byhand }. Left out: { $excluded }.
cli-send-queued = Distribution { $id } is queued. Send it with: warta outbox run --until-empty
cli-folder-only = There is no mail account: mail will only be written to the outbox folder.
cli-outbox-report = { $accepted } accepted, { $deferred } deferred, { $refused } refused, { $unsure } unsure, { $suppressed } held back; { $left } left.
cli-outbox-next = Next one due: { $time }
cli-outbox-keeps-on = Sending goes on, also of what falls due later, until you end it with Ctrl+C. With --until-empty it ends by itself.
cli-outbox-stopping = Ending: messages that are being handed over are finished first. Once more: at once.
cli-outbox-waits = Waiting until the workspace is free.
cli-outbox-waiting = Distribution { $id } waits. { $why }
cli-outbox-tries-again = { $why } It is tried again every minute.
cli-outbox-in-folder =
    No mail account: { $count ->
        [one] { $count } message was
       *[other] { $count } messages were
    } written to { $folder }; nothing has left this machine.
cli-distribution-paused = Distribution { $id } is paused.
cli-distribution-resumed = Distribution { $id } goes on.
cli-distribution-cancelled = { $count ->
    [one] Distribution { $id } is cancelled; { $count } had not left.
   *[other] Distribution { $id } is cancelled; { $count } had not left.
}
cli-mail-unread = { $file }: cannot be read
cli-inbox-summary = { $read } read, { $added } new, { $known } known already; { $matched } matched, { $unmatched } unmatched.
cli-inbox-failed = Could not be read: { $failed }.
cli-inbox-settled = Unsure messages found among the sent mail and counted as sent: { $settled }.
cli-responses-shown = { $total ->
    [one] { $shown } of { $total } response
   *[other] { $shown } of { $total } responses
}

# Columns
cli-column-id = ID
cli-column-name = Name
cli-column-outlet = Outlet
cli-column-position = Position
cli-column-email = Email
cli-column-phone = Phone
cli-column-reach = Reach
cli-column-state = State
cli-column-kind = Kind
cli-column-city = City
cli-column-beats = Beats
cli-column-tags = Tags
cli-column-lists = Lists
cli-column-notes = Notes
cli-column-time = Time
cli-column-direction = Direction
cli-column-summary = Summary
cli-column-actor = By
cli-column-members = Members
cli-column-source = From
cli-column-action = Action
cli-column-file = File
cli-column-added = Added
cli-column-updated = Updated
cli-column-rejected = Rejected
cli-column-sheet = Sheet
cli-column-row = Row
cli-column-column = Column
cli-column-value = Value
cli-column-reason = Reason
cli-column-rule = Rule
cli-column-number = Number
cli-column-headline = Headline
cli-column-recipients = Recipients
cli-column-reached = Reached
cli-column-responses = Responses
cli-column-release = Release
cli-column-accepted = Accepted
cli-column-waiting = Waiting
cli-column-failed = Failed
cli-column-unsure = Unsure
cli-column-by-hand = By hand
cli-column-cancelled = Cancelled
cli-column-total = Total
cli-column-from = From
cli-column-text = Text

# Words: what came back, and why mail failed
cli-kind-reply = reply
cli-kind-bounce = bounce
cli-kind-delay = delay
cli-kind-auto-reply = auto-reply
cli-kind-opt-out = opt-out
cli-kind-rsvp = RSVP
cli-kind-challenge = sender check
cli-kind-other = other
cli-reason-user-unknown = no such address
cli-reason-mailbox-full = mailbox full
cli-reason-host-unknown = no such domain
cli-reason-policy = against the server's rules
cli-reason-spam = taken for spam
cli-reason-too-large = too large
cli-reason-expired = tried for too long
cli-reason-relay-denied = relaying denied
cli-reason-network = network trouble
cli-reason-protocol = servers misunderstood each other
cli-reason-other = another reason

# Words: people, releases, actions
cli-contact-state-do-not-contact = do not contact
cli-contact-state-bad-address = bad address
cli-contact-state-left-outlet = left the outlet
cli-contact-state-away = away
cli-contact-kind-journalist = journalist
cli-contact-kind-activist = activist
cli-contact-kind-community-manager = community manager
cli-contact-kind-source = source
cli-contact-kind-liaison = liaison
cli-direction-in = in
cli-direction-out = out
cli-interaction-call = call
cli-interaction-whatsapp = WhatsApp
cli-interaction-meeting = meeting
cli-interaction-mail = mail
cli-interaction-note = note
cli-interaction-release-sent = release sent
cli-interaction-response-reply = reply
cli-interaction-response-bounce = bounce
cli-interaction-response-delay = delay
cli-interaction-response-auto-reply = auto-reply
cli-interaction-response-opt-out = opt-out
cli-interaction-response-rsvp = RSVP
cli-interaction-response-challenge = sender check
cli-interaction-response-other = other mail
cli-exclusion-do-not-contact = do not contact
cli-exclusion-bad-address = bad address
cli-exclusion-double = same address as another recipient
cli-exclusion-excluded-by-hand = left out by hand
cli-exclusion-left-out = left out of the list
cli-exclusion-left-outlet = left the outlet
cli-exclusion-no-reach = neither email nor phone
cli-distribution-state-running = running
cli-distribution-state-paused = paused
cli-distribution-state-cancelled = cancelled
cli-distribution-state-done = done
cli-source-window = window
cli-source-cli = command line
cli-source-import = import
cli-source-mailbox = mailbox
cli-command-contact-save = save contact
cli-command-contact-delete = delete contacts
cli-command-contact-state-set = change contact state
cli-command-interaction-log = log communication
cli-command-organisation-save = save organisation
cli-command-organisation-delete = delete organisations
cli-command-list-save = save list
cli-command-list-delete = delete list
cli-command-list-add = add to list
cli-command-list-remove = take off list
cli-command-list-save-smart = save smart list
cli-command-list-archive = archive list
cli-command-list-leave-out = leave out of list
cli-command-list-take-back = let onto the list again
cli-command-import-run = import
cli-command-import-undo = undo of an import
cli-command-office-logo-set = set logo
cli-command-release-save = save release
cli-command-release-import = make release from file
cli-command-release-delete = delete release
cli-command-release-attach = attach file
cli-command-release-detach = remove attachment
cli-command-release-send = send release
cli-command-account-save = save mail account
cli-command-account-delete = delete mail account
cli-command-setting-set = change setting
cli-command-office-save = save office
cli-command-office-first-start = first start
cli-command-staff-save = save staff
cli-command-staff-choose = choose staff
cli-command-response-link = link response
cli-command-response-handled = tick off response
cli-command-response-correct = correct response
cli-command-inbox-read = read mail
cli-command-inbox-fetch = fetch mail
cli-command-demo-fill = fill demo data
cli-command-undo-last = undo
cli-command-undo-action = undo

cli-own-usage = Usage
cli-own-commands = Commands
cli-own-command = COMMAND
cli-own-options = Options
cli-own-arguments = Arguments
cli-own-help = Print help
cli-own-version = Print version
cli-own-choices = [possible values: { $choices }]
cli-own-default = [default: { $value }]
cli-refused-unknown = Unknown argument: { $arg }
cli-refused-verb = Unknown command: { $arg }
cli-refused-missing = Missing: { $arg }
cli-refused-value = "{ $value }" is not a value for { $arg }.
cli-refused-conflict = { $arg } cannot be used with { $other }.
cli-refused-hint = For more, use --help.

# Duplicates
cli-help-duplicates = Duplicates: find, merge, take apart
cli-help-duplicates-scan = Look through the whole media list for duplicates
cli-help-duplicates-list = Show proposals, the surest first
cli-help-duplicates-merge = Merge the second into the first
cli-help-duplicates-merges = Show what was merged
cli-help-duplicates-unmerge = Take a merge apart, by its number
cli-help-duplicates-apart = Remember that two are not duplicates
cli-arg-organisations = Organisations instead of contacts, by their numbers
cli-arg-apart = Those that were decided to be two
cli-arg-survivor = The one that stays: id, email or phone
cli-arg-absorbed = The one that goes into it: id, email or phone
cli-arg-field = Whose value a field takes (more than once)
cli-arg-merge = Number of the merge
cli-arg-one = The one: id, email or phone
cli-arg-other = The other: id, email or phone
cli-duplicates-scanned =
    Looked through { $contacts ->
        [one] { $contacts } contact
       *[other] { $contacts } contacts
    } and { $organisations ->
        [one] { $organisations } organisation
       *[other] { $organisations } organisations
    }. New proposals: { $found }.
cli-duplicates-shown = { $shown } of { $total } proposals
cli-duplicates-apart = Remembered: these are two.
cli-merged = Merged into { $name }; moved along: { $moved }. To take it apart: warta duplicates unmerge { $merge }
cli-unmerged = { $name } is there again. Gone back: { $returned }; came later and stayed: { $stayed }.
cli-column-score = %
cli-column-survivor = Stayed
cli-column-absorbed = Went into it
cli-column-unmerged = Taken apart
cli-command-duplicate-scan = look for duplicates
cli-command-duplicate-decide = decide on a duplicate
cli-command-merge-run = merge
cli-command-merge-undo = take a merge apart
cli-command-contact-verify = verify contacts
cli-command-review-job-change = change of job
# Care for persons: log, follow-ups, copies, erasure, bin
cli-help-log = Log a call, chat, meeting, mail or note with a contact
cli-arg-log-kind = What it was: call, whatsapp, meeting, mail, note
cli-arg-log-text = What was said
cli-arg-log-incoming = They got in touch with us
cli-arg-log-at = When, as 2026-11-22T08:00:00Z; else now
cli-arg-log-follow-up = Day of the follow-up, as 2026-12-31
cli-arg-log-note = What is to be done then
cli-arg-log-promise = The office has promised it
cli-help-follow-up = Follow-ups and promises
cli-help-follow-up-list = List the open ones, the most urgent first
cli-help-follow-up-add = Agree a follow-up
cli-help-follow-up-done = Tick one off
cli-arg-follow-up-list-who = Only with this contact
cli-arg-follow-up-list-until = Due on this day or before
cli-arg-follow-up-list-done = Those that are done as well
cli-arg-follow-up-add-due = The day, as 2026-12-31
cli-arg-follow-up-add-note = What is to be done
cli-arg-follow-up-add-promise = The office has promised it
cli-arg-follow-up-done-id = Number of the follow-up
cli-arg-follow-up-done-open = Open it again
cli-help-subject = A person's data: what there is, a copy, erasure
cli-help-subject-show = Show what there is about a person
cli-help-subject-export = Write a copy of everything as PDF or JSON
cli-help-subject-erase = Erase a person for good
cli-help-subject-erased = List who was erased, without names
cli-arg-subject-export-format = pdf or json; else by the file's ending
cli-arg-subject-erase-reason = Why; must not name the person
cli-arg-subject-erase-delete-backups = Write a new backup and delete those that still hold the person
cli-arg-subject-erase-yes = Really erase; it cannot be undone
cli-help-bin = What was deleted
cli-help-bin-list = List the bin
cli-help-bin-restore = Take out of the bin
cli-arg-bin-list-table = Only of this kind, such as contacts or recipient_lists
cli-arg-bin-restore-table = Kind, as the list of the bin shows it
cli-arg-bin-restore-ids = Numbers, as the list of the bin shows them
cli-help-redo = Do again what was taken back last
cli-arg-history-record = A contact (id, email, phone) or a row as TABLE:ID; tells what changed
cli-arg-history-actor = By this person
cli-arg-history-from = From this instant or day on
cli-arg-history-until = Before this instant or day
cli-arg-history-details = Tell from what to what
cli-logged = Logged as number { $id }.
cli-follow-up-added = Follow-up { $id } agreed.
cli-follow-up-done = Follow-up { $id } changed.
cli-subject-exported = The copy was written: { $file }
cli-subject-beside =
    Mentioned in { $mentions ->
        [one] { $mentions } other place
       *[other] { $mentions } other places
    }; { $backups } backups hold them.
cli-subject-needs-yes = This erases { $name } for good and cannot be undone. Add --yes to do it.
cli-subject-erased =
    Erased: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }.
cli-subject-backup = The backup { $name } of { $at } still holds them; --delete-backups deletes such.
cli-subject-mention = Still mentioned: { $table } { $id }, { $column }
cli-bin-restored = { $count } taken out of the bin.
cli-redone = Action { $action } was done again: { $command }.
cli-column-due = Until
cli-column-what = What
cli-column-owner = In charge
cli-column-done = Done
cli-column-backups = Backups
cli-column-table = Kind
cli-subject-clean-later = The database is in use: what its file still holds is cleaned by itself later, at the next start at the latest.
