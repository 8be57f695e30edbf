### Enquiries of the press: the room, words of commands, and the texts that are prepared.

nav-enquiries = Enquiries
enquiry-subtitle = { $open ->
    [0] Nobody waits for an answer
    [one] 1 waits for an answer
   *[other] { $open } wait for an answer
  }{ $overdue ->
    [0] {""}
   *[other] , { $overdue } overdue
  }
enquiry-new = Log an enquiry
enquiry-search = Search subject, person, outlet, unit or answer
enquiry-empty = No enquiries yet
enquiry-empty-hint = Log every question, interview or request for data with its deadline. Warta reminds you until it is answered and measures how long it took.
enquiry-none-found = No enquiry matches
enquiry-none-yet = No enquiries yet.
enquiry-show-all = Show all
enquiry-untitled = Enquiry without a subject
enquiry-tab-open = Waiting for an answer
enquiry-tab-mine = Mine
enquiry-tab-overdue = Overdue
enquiry-tab-all = All
enquiry-unit-any = All units
enquiry-filters = Filters of enquiries
enquiry-export = Export
enquiry-export-xlsx = As Excel (XLSX)
enquiry-export-csv = As CSV
enquiry-deleted = Enquiry moved to the bin
enquiry-delete = Delete the enquiry

enquiry-kind = Kind
enquiry-kind-confirmation = Request for confirmation
enquiry-kind-interview = Interview
enquiry-kind-data = Request for data
enquiry-of-confirmation = a request for confirmation
enquiry-of-interview = a request for an interview
enquiry-of-data = a request for data
enquiry-channel = By
enquiry-channel-mail = Mail
enquiry-channel-phone = Phone
enquiry-channel-whatsapp = WhatsApp
enquiry-channel-in_person = In person
enquiry-state = State
enquiry-state-new = New
enquiry-state-in_work = In work
enquiry-state-waiting = Waiting for unit
enquiry-state-answered = Answered
enquiry-state-closed = Closed
enquiry-closed-done = Done
enquiry-closed-withdrawn = Taken back by the journalist
enquiry-closed-declined = Not answered
enquiry-closed-passed_on = Answered by others
enquiry-closed-too_late = Too late

enquiry-subject = Subject
enquiry-subject-help = Empty = the beginning of the question
enquiry-question = Question
enquiry-who = Who asks
enquiry-who-placeholder = Name of the journalist
enquiry-who-new = Add as a new contact
enquiry-who-email = Their email
enquiry-who-whatsapp = Their WhatsApp
enquiry-who-unknown = Not a contact yet
enquiry-who-know = Make a contact
enquiry-who-known = { $name } is a contact now
enquiry-outlet = Outlet
enquiry-asked-at = Asked
enquiry-due = Deadline
enquiry-due-none = No deadline
enquiry-due-add = Set a deadline
enquiry-due-remove = Remove the deadline
enquiry-due-at = Deadline of the answer
enquiry-due-left = { $left } left
enquiry-due-over = { $time } overdue
enquiry-hours = { $hours } h
enquiry-days = { $days ->
    [one] 1 day
   *[other] { $days } days
  }
enquiry-minutes = { $minutes } min
enquiry-days-hours = { $days ->
    [one] 1 day
   *[other] { $days } days
  } { $hours } h
enquiry-hours-minutes = { $hours } h { $minutes } min
enquiry-took = Answered within { $time }
enquiry-response-time = Response time
enquiry-owner = Person in charge
enquiry-owner-none = Nobody yet
enquiry-assign-me = I take it
enquiry-assigned = Assigned to { $name }
enquiry-unit = Unit that must answer
enquiry-unit-short = Unit
enquiry-release = Press release
enquiry-event = Press event
enquiry-response = The mail
enquiry-notes = Notes
enquiry-notes-help = For the office alone
enquiry-remind-on = Remind the unit
enquiry-facts = About the enquiry
enquiry-created = Enquiry logged
enquiry-more-fields = Deadline, unit and person in charge

enquiry-step-unit = 1. Facts from the unit
enquiry-step-unit-hint = Ask the unit for the facts; every request and reminder is logged here.
enquiry-ask = Ask the unit
enquiry-remind = Remind the unit
enquiry-ask-hint = Send this text by WhatsApp or mail, then log it. The answer is awaited until you log it.
enquiry-ask-text = Text
enquiry-ask-how = Sent by
enquiry-ask-log = Log the request
enquiry-remind-log = Log the reminder
enquiry-ask-open-chat = Open WhatsApp of { $name }
enquiry-ask-open-mail = Write a mail to { $name }
enquiry-ask-no-reach = No number or address of this unit is known. Add it to the organisation or to its liaison officer.
enquiry-asked = { $unit } asked
enquiry-reminded = { $unit } reminded
enquiry-unit-answer = Log the unit's answer
enquiry-unit-answer-hint = What the unit said, as it said it.
enquiry-unit-answered = The unit's answer is logged
enquiry-log-asked = Asked by { $channel }
enquiry-log-reminded = Reminded by { $channel }
enquiry-log-unit_answered = Answered by { $channel }
enquiry-log-delete = Delete this line
enquiry-log-deleted = Line deleted
enquiry-step-statement = 2. Cleared statement
enquiry-step-statement-hint = The words that may be said, and who cleared them.
enquiry-clear = Log the clearance
enquiry-clear-change = Change the statement
enquiry-clear-text = Statement
enquiry-clear-by = Cleared by
enquiry-clear-by-help = Name or position of who may clear it
enquiry-clear-keep = Keep it in the statement library, too
enquiry-cleared = Statement cleared
enquiry-cleared-by = Cleared by { $name }, { $when }
enquiry-from-library = Take from the library
enquiry-step-answer = 3. Answer to the journalist
enquiry-step-answer-hint = Give it, then log it. The response time ends here.
enquiry-answer = Answer
enquiry-answer-text = Answer
enquiry-answer-log = Log the answer
enquiry-answer-hint = Send it by WhatsApp or mail, or say it, then log it.
enquiry-answer-not-cleared = No statement has been cleared for this enquiry yet.
enquiry-answer-at = Answered at
enquiry-answered = Answer logged
enquiry-answered-by = Answered by { $name } ({ $channel }), { $when }
enquiry-step-published = 4. What was published
enquiry-close = Close the enquiry
enquiry-close-hint = A closed enquiry waits no longer; it can be opened again.
enquiry-close-reason = Reason
enquiry-close-note = Note
enquiry-closed = Enquiry closed
enquiry-closed-line = Closed by { $name }, { $when }: { $reason }
enquiry-reopen = Open again
enquiry-reopened = Enquiry opened again
enquiry-of = Enquiries
enquiry-of-none = No enquiries from here yet.
enquiry-make = Make an enquiry
enquiry-made = Enquiry made of this response
enquiry-shown = Open the enquiry

enquiry-request-subject = Facts needed for an answer: { $subject }
enquiry-request-subject-again = Reminder: facts for { $subject }
enquiry-request-until = Please let us have them before { $due }.
enquiry-request-soon = Please let us have them as soon as you can.
enquiry-request-mail =
    To { $unit }

    We have received { $kind } from { $who } about { $subject }:

    { $question }

    { $deadline } Please add the name of the official who may be quoted.

    Thank you.
    { $name }
    { $office }
enquiry-request-mail-again =
    To { $unit }

    May we remind you of the facts that we need to answer { $who } about { $subject }:

    { $question }

    { $deadline } If they are not ready, please tell us, so that the journalist does not wait.

    Thank you.
    { $name }
    { $office }
enquiry-request-chat =
    To { $unit }: { $kind } from { $who }

    “{ $question }”

    { $deadline }
    { $name }, { $office }
enquiry-request-chat-again =
    To { $unit }: a reminder of the facts for { $who }

    “{ $question }”

    { $deadline }
    { $name }, { $office }
enquiry-answer-subject = Re: { $subject }

enquiry-question-missing = Write the question, or its subject in one line.
enquiry-asker-missing = Write the name of whoever asks.
enquiry-unit-missing = Choose the unit that must answer first.
enquiry-is-closed = The enquiry “{ $subject }” is closed. Open it again first.
enquiry-is-open = The enquiry “{ $subject }” is still open.
enquiry-nobody-working = Say who is working, in the settings or with --as.
enquiry-answer-empty = Write the answer, or log the cleared statement first.
enquiry-answer-before-question = An answer cannot be earlier than its question. Check the time.
enquiry-reason-missing = Choose why it is closed: done, withdrawn, declined, passed_on or too_late.
enquiry-not-found = There is no enquiry { $id }.
table-format = Choose xlsx or csv; “{ $value }” cannot be written.

statement-library = Statement library
statement-count = { $count ->
    [one] 1 statement
   *[other] { $count } statements
  }
statement-new = Add a statement
statement-search = Search topic, words, unit or who cleared it
statement-empty = The library is empty
statement-empty-hint = Cleared statements are kept here with who cleared them and until when they hold, to be used again.
statement-none-found = No statement matches
statement-none-yet = No statements yet.
statement-topic = Topic
statement-text = Words of the statement
statement-unit = Unit
statement-cleared-by = Cleared by
statement-cleared-on = Cleared on
statement-valid-until = Valid until
statement-valid-until-help = Empty = no end
statement-valid = Valid
statement-expired = Expired
statement-expired-warning = This statement held until { $day }. Have it cleared anew before you use it.
statement-all = All
statement-from = From the enquiry
statement-untitled = Statement without a topic
statement-details = Statement
statement-copy-chat = Copy for WhatsApp
statement-copied = Copied, ready to be pasted in WhatsApp
statement-use = Use
statement-delete = Delete the statement
statement-deleted = Statement moved to the bin
statement-text-missing = Write the words of the statement.
statement-cleared-by-missing = Write who cleared this statement.
statement-valid-before-cleared = It ends before the day on which it was cleared. Check the days.

interaction-enquiry_asked = Asked for information
interaction-enquiry_answered = Enquiry answered
today-waiting-enquiries = { $count ->
    [one] 1 enquiry is not taken up
   *[other] { $count } enquiries are not taken up
  }
today-hint-enquiries = Assign it, then ask the unit for the facts
today-enquiries = Pressing enquiries
today-enquiry-remind = Remind { $unit } today

command-enquiry_save = Log or change an enquiry
command-enquiry_from_response = Make an enquiry of a response
command-enquiry_assign = Assign an enquiry
command-enquiry_ask = Ask the unit
command-enquiry_unit_answered = Log the unit's answer
command-enquiry_step_delete = Delete a line about the unit
command-enquiry_clear = Log the clearance of a statement
command-enquiry_answer = Log the answer to an enquiry
command-enquiry_close = Close an enquiry
command-enquiry_reopen = Open an enquiry again
command-enquiry_delete = Delete enquiries
command-statement_save = Save a statement
command-statement_delete = Delete statements
table-enquiries = Enquiry
table-enquiry_steps = Step with the unit
table-statements = Statement
merge-table-enquiries = Enquiries
merge-table-enquiry_steps = Steps with units
merge-table-statements = Statements
column-question = Question
column-asker = Who asks
column-outlet = Outlet
column-asked_at = Asked at
column-due_at = Deadline
column-due_zone = Zone of the deadline
column-remind_on = Remind on
column-statement = Statement
column-cleared_by = Cleared by
column-cleared_at = Cleared at
column-cleared_on = Cleared on
column-answer = Answer
column-answer_channel = Answered by
column-answered_at = Answered at
column-answered_by = Who answered
column-closed_at = Closed at
column-closed_by = Closed by
column-close_reason = Reason of closing
column-close_note = Note on closing
column-valid_until = Valid until
column-enquiry = Enquiry

table-head-id = Number
table-head-kind = Kind
table-head-subject = Subject
table-head-question = Question
table-head-who = Who asks
table-head-outlet = Outlet
table-head-channel = By
table-head-asked = Asked
table-head-due = Deadline
table-head-zone = Zone
table-head-state = State
table-head-owner = Person in charge
table-head-unit = Unit
table-head-statement = Statement
table-head-cleared-by = Cleared by
table-head-answer = Answer
table-head-answered = Answered
table-head-answered-by = Answered by
table-head-minutes = Response time (minutes)
table-head-published = Coverage
table-head-closed = Closed
table-head-reason = Reason

cli-help-enquiry = Questions, interviews and requests for data from journalists
cli-help-enquiry-new = Log an enquiry
cli-help-enquiry-list = List enquiries, those that wait first
cli-help-enquiry-show = Show one enquiry with its steps
cli-help-enquiry-edit = Change an enquiry
cli-help-enquiry-assign = Assign an enquiry
cli-help-enquiry-ask = Log that the unit was asked, or reminded
cli-help-enquiry-text = Write the text of the request to the unit
cli-help-enquiry-received = Log the unit's answer
cli-help-enquiry-clear = Log the cleared statement
cli-help-enquiry-answer = Log the answer to the journalist
cli-help-enquiry-close = Close an enquiry
cli-help-enquiry-reopen = Open an enquiry again
cli-help-enquiry-delete = Move enquiries to the bin
cli-help-enquiry-export = Save the list as XLSX or CSV
cli-arg-enquiry-id = Number of the enquiry
cli-arg-enquiry-new-question = The question
cli-arg-enquiry-new-from = Who asks: id, email or number of a contact
cli-arg-enquiry-new-asker = Name of somebody who is no contact yet
cli-arg-enquiry-new-email = Their address, by which they become a contact
cli-arg-enquiry-new-whatsapp = Their WhatsApp number, by which they become a contact
cli-arg-enquiry-new-response = Make an enquiry of this response
cli-arg-enquiry-new-outlet = Outlet
cli-arg-enquiry-new-kind = confirmation, interview or data
cli-arg-enquiry-new-subject = Subject, one line
cli-arg-enquiry-new-channel = mail, phone, whatsapp or in_person
cli-arg-enquiry-new-due = Deadline, such as "2026-12-01 15:00 WITA"
cli-arg-enquiry-new-unit = Government unit that must answer
cli-arg-enquiry-new-owner = Who of the staff is in charge
cli-arg-enquiry-new-asked = When it was asked, such as "2026-12-01 09:00"; without it = now
cli-arg-enquiry-new-event = ID of the press event at which it was asked
cli-arg-enquiry-edit-set = A field and its value: kind, subject, question, channel, remind_on, notes; may be repeated
cli-arg-enquiry-edit-outlet = Outlet; empty = none
cli-arg-enquiry-edit-unit = Government unit that must answer; empty = none
cli-arg-enquiry-edit-due = Deadline; empty = none
cli-arg-enquiry-list-search = Words of subject, question, person, outlet, unit or answer
cli-arg-enquiry-list-open = Only those not answered
cli-arg-enquiry-list-mine = Only mine
cli-arg-enquiry-list-overdue = Only those past their deadline
cli-arg-enquiry-list-unit = Only of this unit
cli-arg-enquiry-list-state = new, in_work, waiting, answered or closed
cli-arg-enquiry-list-event = Only of this press event
cli-arg-enquiry-list-limit = At most so many
cli-arg-enquiry-assign-staff = Name or initials; without it = whoever is working
cli-arg-enquiry-ask-unit = Unit; without it = the enquiry's
cli-arg-enquiry-ask-channel = mail, phone, whatsapp or in_person
cli-arg-enquiry-ask-text = What was written or said; without it = the prepared text
cli-arg-enquiry-ask-remind = Day of the reminder, YYYY-MM-DD; without it = the next working day
cli-arg-enquiry-text-chat = For WhatsApp instead of mail
cli-arg-enquiry-received-text = What the unit said
cli-arg-enquiry-received-channel = mail, phone, whatsapp or in_person
cli-arg-enquiry-clear-text = The statement
cli-arg-enquiry-clear-by = Who cleared it
cli-arg-enquiry-clear-keep = Keep it in the statement library, too
cli-arg-enquiry-clear-topic = Topic in the library; without it = the enquiry's subject
cli-arg-enquiry-clear-valid-until = Last day on which it holds, YYYY-MM-DD
cli-arg-enquiry-answer-text = The answer; without it = the cleared statement
cli-arg-enquiry-answer-statement = Answer with this statement of the library
cli-arg-enquiry-answer-channel = mail, phone, whatsapp or in_person; without it = as it was asked
cli-arg-enquiry-answer-by = Who answered; without it = whoever is working
cli-arg-enquiry-answer-at = When, such as "2026-12-01 10:30"; without it = now
cli-arg-enquiry-close-reason = done, withdrawn, declined, passed_on or too_late
cli-arg-enquiry-close-note = Note
cli-arg-enquiry-delete-ids = Numbers of enquiries
cli-arg-enquiry-export-file = File .xlsx or .csv
cli-arg-enquiry-export-open = Only those not answered
cli-help-statement = The library of cleared statements
cli-help-statement-list = List statements
cli-help-statement-add = Add a statement
cli-help-statement-delete = Move statements to the bin
cli-arg-statement-list-search = Words of topic, text, unit or who cleared it
cli-arg-statement-list-valid = Only those that still hold
cli-arg-statement-add-text = The words
cli-arg-statement-add-by = Who cleared it
cli-arg-statement-add-topic = Topic
cli-arg-statement-add-unit = Government unit
cli-arg-statement-add-on = Day of the clearance; without it = today
cli-arg-statement-add-until = Last day on which it holds
cli-arg-statement-delete-ids = Numbers of statements
cli-enquiry-saved = Enquiry { $id } “{ $subject }”: { $state }.
cli-enquiry-deleted = { $count ->
    [one] 1 enquiry moved to the bin.
   *[other] { $count } enquiries moved to the bin.
  }
cli-statement-added = Statement { $id } saved.
cli-statement-deleted = { $count ->
    [one] 1 statement moved to the bin.
   *[other] { $count } statements moved to the bin.
  }
cli-column-who = Who asks
cli-column-unit = Unit
cli-column-cleared = Cleared
cli-column-asked = Asked

enquiry-mail-nobody = No mail address is known for this. Name one, or add it to the contact or the unit.
enquiry-mail-send = Send mail to { $name } now
enquiry-mail-sent = Mail sent to { $name } and logged
cli-arg-enquiry-ask-send = Send it by mail from the office's account; the entry is made by the send
cli-arg-enquiry-ask-to = To this address; none = the first that is known of the unit
cli-arg-enquiry-answer-send = Send it by mail from the office's account; to a question that came by mail it is a reply
cli-arg-enquiry-answer-to = To this address; none = whoever asked
