# The door of an event: accreditation, badges, check-in, what was said, attendance sheet.

door-category-press = Press
door-category-speaker = Speaker
door-category-official = Official
door-category-public = Public
door-category-crew = Crew

# What keeps somebody out.
checkin-too-many-windows = There are { $most } check-in windows already.
checkin-nobody = Say who is to be checked in: a guest or a code.
checkin-event-cancelled = “{ $event }” was called off{ $reason }. Nobody can be checked in.
checkin-other-event = { $name } is a guest of another event: “{ $event }”.
checkin-code-unknown = No guest has the code { $code }. Look for the name, or let them in as a walk-in.
checkin-code-removed = { $name } was taken off the guest list. Look for the name, or let them in as a walk-in.
checkin-withdrawn = The invitation of { $name } was taken back{ $reason }.
checkin-refused = The accreditation of { $name } was refused{ $reason }.
checkin-waiting = { $name } is on the waiting list and has no place yet{ $reason }.
checkin-not-here = { $name } has not arrived, so cannot leave.
checkin-name-missing = Give the name.
checkin-same-name = { $name } ({ $outlet }) is on the list already. Check that guest in, or say that this is somebody else.
checkin-substitute-for-whom = Say in whose place they come.
checkin-substitute-here = { $name } has arrived, so needs no substitute.
checkin-substitute-self = { $name } cannot come in their own place.
checkin-who-unknown = “{ $who }” is no guest of this event.
checkin-who-several = “{ $who }” fits several guests: { $names }.
accreditation-reason-missing = Say why the accreditation is refused.
accreditation-is-in = { $name } has arrived. Take the check-in back first.
event-note-empty = Write what was said.
event-note-other-event = { $name } is a guest of another event.
event-badges-nobody = “{ $event }” has no guests for badges.
attendance-column-unknown = There is no column { $column }. There are: { $columns }.
attendance-name-missing = An attendance sheet needs the column name.
attendance-blank-rows = Between 0 and { $most } blank rows.

# On paper.
event-badges-file = Badges { $event }
attendance-title = Attendance sheet
attendance-file = Attendance sheet { $event }
attendance-file-filled = Attendance { $event }
attendance-event = Event
attendance-when = When
attendance-where = Where
attendance-column-number = No.
attendance-column-name = Name
attendance-column-outlet = Outlet
attendance-column-position = Position
attendance-column-category = As
attendance-column-phone = Phone
attendance-column-email = E-mail
attendance-column-arrived = Arrived
attendance-column-left = Left
attendance-column-notes = Notes
attendance-column-signature = Signature
event-notes-file = Questions and aspirations
event-note-agenda-yes = yes
table-head-note-kind = Kind
table-head-note-at = When
table-head-note-who = Who
table-head-note-text = What was said
table-head-note-agenda = News agenda
interaction-event_attended = Came to the event
interaction-event_missed = Did not come to the event
history-event_attended = Came to the event
history-event_missed = Did not come to the event

# The check-in screen.
checkin-title = Check-in
checkin-open = Open check-in
checkin-open-window = Open check-in in a window of its own
checkin-search = Name, outlet, number or code of a guest
checkin-hint = type two letters or scan a badge
checkin-more = { $count ->
    [one] { $count } more guest: type more letters
   *[other] { $count } more guests: type more letters
}
checkin-none = No guest fits “{ $text }”. F2 lets them in as a walk-in.
checkin-now = Check in
checkin-here-at = Here since { $time }
checkin-left-at = Left at { $time }
checkin-late = late
checkin-walk-in-mark = walk-in
checkin-for = for { $name }
checkin-state-yes = Will come
checkin-state-no = Said no
checkin-state-maybe = Maybe
checkin-state-none = Not confirmed
checkin-state-waiting = Waiting list
checkin-state-withdrawn = Taken back
checkin-state-refused = Accreditation refused
checkin-state-replaced = Represented by { $name }
checkin-done-arrived = { $name } is in
checkin-done-late = { $name } is in, late
checkin-done-back = { $name } is back
checkin-done-left = { $name } has left
checkin-done-already = { $name } was checked in already, at { $time }
checkin-done-left-already = { $name } left already, at { $time }
checkin-done-walk-in = { $name } is in as a walk-in
checkin-done-substitute = { $name } is in, in the place of { $for }
checkin-undone = Taken back: { $name }
checkin-undo-nothing = There is nothing to take back at this door.
checkin-refusal = Stop
checkin-anyway = Let in anyway
checkin-said-no = Had said that they would not come.
checkin-key-walk-in = Walk-in
checkin-key-substitute = Substitute
checkin-key-left = Has left
checkin-key-anyway = Let in anyway
checkin-key-undo = Undo last
checkin-key-notes = Notes
checkin-key-sheet = Attendance sheet
checkin-key-full = Full screen
checkin-leave = Back to the event
checkin-pick-first = Look for the guest first, then press the key.
checkin-arrived-of = { $arrived } of { $expected } have arrived
checkin-has-arrived = have arrived
checkin-count-here = Here now
checkin-count-to-come = Will come, not here yet
checkin-count-unanswered = Not confirmed, not here
checkin-count-replaced = Represented
checkin-count-walk-ins = Walk-ins
checkin-count-late = Late
checkin-count-left = Have left
checkin-count-outlets = Outlets here
checkin-by-category = By kind of guest
checkin-by-outlet = By outlet
checkin-no-outlet = No outlet
checkin-recent = Just now
checkin-saved = Everything is saved on this computer
checkin-walk-in-title = Walk-in
checkin-walk-in-text = Somebody who is not on the list becomes a guest and is checked in.
checkin-substitute-title = In the place of { $name }
checkin-substitute-text = Who comes instead becomes a guest and is checked in.
checkin-field-name = Name
checkin-field-outlet = Outlet
checkin-field-phone = Phone
checkin-field-category = As
checkin-offers = Do you mean?
checkin-offer-guest = on the guest list
checkin-offer-contact = in the media list
checkin-offer-phone = same number
checkin-let-in = Let in
checkin-other-person = Somebody else: let in
checkin-cancelled-banner = This event was called off. Nobody can be checked in.

# The tab of the event page.
door-arrivals = Arrivals
door-papers = Badges and lists
door-accreditation = Accreditation
door-notes = Questions, aspirations and statements
door-badges = Badges
door-sheet = Attendance sheet
door-badges-title = Print badges
door-badges-text = With name, outlet, picture, kind of guest and a QR code that the check-in screen reads.
door-badges-paper = Paper
door-badges-paper-a4 = A4, eight cards to cut
door-badges-paper-a6 = A6, one card a page
door-badges-paper-label-70x37 = Labels 70 × 37 mm, 24 a sheet
door-badges-paper-label-99x57 = Labels 99 × 57 mm, 10 a sheet
door-badges-skip = Labels of the first sheet that are used already
door-badges-whom = For whom
door-badges-all = All guests who may come
door-badges-approved = Only accredited guests
door-badges-chosen = { $count ->
    [one] Only the one chosen
   *[other] Only the { $count } chosen
}
door-badges-save = Save PDF
door-sheet-title = Attendance sheet
door-sheet-text = To be signed before the event, with the letterhead; after it, who came and when.
door-sheet-what = List
door-sheet-to-sign = To be signed
door-sheet-filled = Who came
door-sheet-columns = Columns, in their order
door-sheet-column-up = Move { $column } up
door-sheet-column-down = Move { $column } down
door-sheet-blank = Blank rows at the end
door-sheet-pdf = Save PDF
door-sheet-xlsx = Save workbook
door-accreditation-empty = No guests yet
door-accreditation-empty-hint = Who is on the guest list can be accredited here.
door-accreditation-none-here = Nobody in this state.
door-accreditation-all = All
door-state-none = Not asked for
door-state-requested = To be checked
door-state-approved = Admitted
door-state-refused = Refused
door-request = Note as applied
door-approve = Admit
door-refuse = Refuse
door-reopen = Check again
door-refuse-title = Refuse accreditation
door-refuse-text = { $count ->
    [one] The reason stays with the guest and is shown at the door.
   *[other] The reason stays with { $count } guests and is shown at the door.
}
door-reason = Reason
door-requested = { $count ->
    [one] Noted as applied
   *[other] { $count } noted as applied
}
door-decided-approve = { $count ->
    [one] Admitted
   *[other] { $count } admitted
}
door-decided-refuse = { $count ->
    [one] Refused
   *[other] { $count } refused
}
door-decided-reopen = { $count ->
    [one] To be checked again
   *[other] { $count } to be checked again
}
door-choose = Choose { $name }
door-choose-all = Choose all
door-chosen = { $count ->
    [one] { $count } chosen
   *[other] { $count } chosen
}
door-check-press_card = Press card
door-check-assignment_letter = Letter of assignment
door-check-outlet = Outlet
door-check-photo = Picture
door-found-good = is there
door-found-doubtful = look at it
door-found-missing = is missing
door-level-factual = verified: papers and newsroom
door-level-administrative = verified: papers
door-level-none = not verified
door-level-unknown = verification not known
door-until = until { $day }
door-card-number = Number of the press card
door-letter-number = Number of the letter of assignment
door-photo-set = Picture for the badge
door-photo-remove = Take picture away
door-scans = Scans in the media list
door-scans-none = No scans in the media list.
door-history = Decisions
door-history-none = Nothing decided yet.
door-details = Look at { $name }

# What was said.
event-note-kind-question = Question
event-note-kind-aspiration = Aspiration
event-note-kind-statement = Statement
event-note-kind-note = Note
event-note-kind = Kind
event-note-who = Who
event-note-who-help = A guest, or any name
event-note-text = What was said
event-note-answer = Answer
event-note-agenda = For the news agenda
event-note-agenda-mark = news agenda
event-note-add = Write down
event-note-save = Save
event-note-edit = Change what { $who } said
event-note-delete = Delete
event-note-saved = Written down
event-note-deleted = Deleted
event-note-empty-list = Nothing was written down yet
event-note-empty-hint = Questions of the press, aspirations of citizens and statements of spokespeople belong here.
event-note-open = without answer
event-note-anybody = Somebody
event-note-export = Save as workbook
event-notes-title = Questions and aspirations
event-notes-subtitle = Of all events
event-notes-all = Everything
event-notes-search = Search who, what and answers
event-notes-over-all = Of all events
event-notes-none = Nothing fits.

# Command line.
cli-help-event-checkin = Check a guest in
cli-help-event-badges = Write badges as PDF
cli-help-event-attendance = Write the attendance sheet as PDF or workbook
cli-help-event-accredit = Decide about a guest's accreditation
cli-help-event-door = Show how many are there
cli-help-event-note = Write down what was said
cli-help-event-notes = List what was said, of one event or all
cli-arg-event-checkin-who = Code of the badge, id, name, mail address or number
cli-arg-event-checkin-anyway = Although they have no place or were refused
cli-arg-event-checkin-left = They leave
cli-arg-event-checkin-walk-in = They are not on the list: WHO is the name
cli-arg-event-checkin-substitute-for = They come in the place of this guest: WHO is the name
cli-arg-event-checkin-outlet = Outlet of a walk-in or substitute
cli-arg-event-checkin-phone = Number of a walk-in or substitute
cli-arg-event-checkin-undo = Takes the last deed at this door back
cli-arg-event-badges-file = The PDF
cli-arg-event-badges-paper = a4, a6, label (99 × 57 mm), label-70x37 or label-99x57
cli-arg-event-badges-guest = Only these guests
cli-arg-event-badges-skip = Labels that are used already
cli-arg-event-attendance-file = A .pdf or .xlsx
cli-arg-event-attendance-filled = Who came
cli-arg-event-attendance-to-sign = To be signed
cli-arg-event-attendance-columns = Columns in their order, with commas
cli-arg-event-attendance-blank = Blank rows at the end
cli-arg-event-accredit-who = The guests
cli-arg-event-accredit-decision = request, approve, refuse or reopen
cli-arg-event-accredit-reason = Why
cli-arg-event-note-text = What was said
cli-arg-event-note-kind = question, aspiration, statement or note
cli-arg-event-note-who = Who said it: a guest, or any name
cli-arg-event-note-answer = The answer
cli-arg-event-note-agenda = For the news agenda
cli-arg-event-notes-agenda = Only those for the news agenda
cli-arg-event-notes-kind = question, aspiration, statement or note
cli-arg-event-notes-file = Writes them as .xlsx or .csv
cli-checkin-who-missing = Say who: WHO, or --undo.
cli-event-door-line = { $event }: { $arrived } of { $expected } have arrived, { $to_come } still to come, { $late } late, { $walk_ins } walk-ins, { $left } have left.
cli-event-accredited = { $count ->
    [one] { $count } guest changed.
   *[other] { $count } guests changed.
}
cli-event-noted = Written down as { $id }.
cli-event-note-kind-question = Question
cli-event-note-kind-aspiration = Aspiration
cli-event-note-kind-statement = Statement
cli-event-note-kind-note = Note
cli-column-event = event
cli-column-answer = Answer
cli-column-code = code

# The trail of changes.
command-check_in = Check a guest in
command-check_in_walk_in = Walk-in
command-check_in_substitute = Check a substitute in
command-check_in_leave = Note that a guest left
command-accreditation_request = Note an application for accreditation
command-accreditation_decide = Decide about accreditation
command-event_guest_photo = Change the picture of a guest's badge
command-event_note_save = Write down what was said
command-event_note_delete = Delete what was said
command-event_badges = Print badges
command-attendance_form_save = Change the attendance sheet
table-event_notes = Notes of events
