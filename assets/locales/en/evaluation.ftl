# What comes after a press event: its figures, what was learned, comparison and fairness.
event-not-there = There is no press event with the number { $id }. Its number stands in the list of events.
figure-name = Figure
figure-number = Number
figure-means = What is counted
figure-said = What
figure-invited = Invited
figure-invited-means = Places whose invitation was not taken back; a guest and whoever stands in count as one place
figure-confirmed = Confirmed
figure-confirmed-means = The last word was yes, or somebody was named to stand in
figure-declined = Declined
figure-declined-means = The last word was no
figure-maybe = Perhaps
figure-maybe-means = The last word was perhaps
figure-no_answer = No answer
figure-no_answer-means = Invited, but never answered
figure-came = Came
figure-came-means = People who were checked in on the day, walk-ins included
figure-came_confirmed = Came of those confirmed
figure-came_unconfirmed = Came without confirming
figure-walk_ins = Walk-ins
figure-walk_ins-means = Came without being on the list
figure-substitutes = Substitutes
figure-substitutes-means = Came in place of another guest
figure-no_shows = No-shows
figure-no_shows-means = Confirmed, but neither the guest nor anybody standing in came
figure-no_show_percent = No-show rate
figure-no_show_percent-means = No-shows divided by confirmed
figure-late = Late
figure-late-means = Arrived after it began
figure-left_early = Left early
figure-left_early-means = Were noted as leaving before it ended
figure-outlets = Outlets reached
figure-outlets-means = Outlets of which somebody came, of those invited
evaluation-category-press = Press
evaluation-category-speaker = Speakers
evaluation-category-official = Officials
evaluation-category-public = Public
evaluation-category-crew = Crew
event-fact-kind = Kind
event-fact-when = When
event-fact-venue = Venue
event-fact-host = Host
event-fact-objective = Objective
event-fact-theme = Theme
event-fact-messages = Key messages
event-note-question = Question
event-note-aspiration = Aspiration
event-note-statement = Statement
event-note-note = Note
evaluation-cost-what = Item
evaluation-cost-planned = Planned
evaluation-cost-actual = Actual
evaluation-cost-paid = Paid on
evaluation-cost-sum = Total
evaluation-cost-shares = Budget { $budget }; actual cost per attendee { $attendee }; per story { $story }.
event-said-kind = Kind
event-said-who = Who
event-said-what = What was said
event-said-answer = Answer
promise-what = Promised
promise-whom = To
promise-due = Due
promise-state = State
promise-done = Done
promise-open = Open
promise-overdue = Overdue
event-report-title = Event report
event-report-file = Report { $title }
event-report-days = { $from } to { $until }
event-report-facts = Event
event-report-attendance = Attendance
event-report-categories = Attendance by category
event-report-category = Category
event-report-outlets = Outlets
event-report-no-coverage = No coverage of this event has been logged yet.
event-report-costs = Costs
event-report-said = Questions and statements
event-report-promises = Promised follow-ups
event-report-lessons = Lessons
event-report-earlier = Compared with earlier events
event-report-format = Name a file that ends in .pdf, .xlsx or .docx, not "{ $value }".
compare-event = Event
compare-outlets = Outlets that came
compare-cost-per-story = Cost per story
compare-cost-per-attendee = Cost per attendee
fairness-title = Who is invited how often
fairness-format = Name a file that ends in .xlsx, not "{ $value }".
fairness-name = Name
fairness-person = Person
fairness-day = Day
fairness-how = What happened
fairness-reason = Reason
fairness-no-reason = no reason was written
fairness-invited = Invited
fairness-confirmed = Confirmed
fairness-declined = Declined
fairness-came = Came
fairness-no-shows = No-shows
fairness-left-out = Left out
fairness-last-came = Last came
fairness-who-outlets = Outlets
fairness-who-contacts = People
fairness-never-outlets = Outlets never asked
fairness-never-contacts = Journalists never asked
fairness-how-waiting = Waiting list
fairness-how-withdrawn = Invitation taken back
fairness-how-not_asked = Not invited
fairness-how-refused = Accreditation refused
fairness-how-excluded = Excluded when sending
command-event_evaluation = See an event's evaluation
command-event_lessons_save = Change an event's lessons
command-event_coverage_link = Link coverage to an event
command-event_report_export = Save an event's report
command-event_fairness_export = Save who is invited how often
export-kind-event_report = Event report
export-kind-event_fairness = Who is invited how often
bundle-title = Accountability bundle
bundle-file = Accountability { $title }
bundle-format = Name a file that ends in .zip or .pdf, not "{ $value }".
bundle-contents = Contents
bundle-number = No.
bundle-part = Part
bundle-what = What it is
bundle-page = Page
bundle-page-of = Bundle page { $page } of { $pages }
bundle-only-zip = in the ZIP file only
bundle-missing = What is missing
bundle-part-letters = Letters and invitations
bundle-part-attendance = Attendance
bundle-part-rundown = Rundown
bundle-part-minutes = Minutes
bundle-part-photos = Photos
bundle-part-costs = Costs and receipts
bundle-part-coverage = Coverage
bundle-part-report = Report
bundle-part-files = Other files
bundle-missing-letters = There is no letter of invitation. Write one for this event, or add its scan under Files.
bundle-missing-attendance = Nobody has been checked in, so there is no attendance.
bundle-missing-rundown = There is no rundown.
bundle-missing-minutes = There are no minutes: no questions, statements or notes.
bundle-missing-photos = There are no photos.
bundle-missing-costs = No costs have been noted.
bundle-missing-receipts = There is no receipt for: { $what }.
bundle-missing-coverage = No coverage has been logged.
bundle-missing-lessons = What was learned has not been written down.
bundle-receipt = Receipt
bundle-receipt-there = there
bundle-receipt-none = missing
pdf-join-locked = This PDF is locked with a password and cannot be joined.
pdf-join-unreadable = This PDF is damaged and cannot be joined.
command-event_bundle_export = Save an accountability bundle
export-kind-event_bundle = Accountability bundle
cli-help-event-report = Show an event's evaluation, or save it as a report
cli-help-event-compare = Compare events; one event is compared with earlier ones of its kind
cli-help-event-fairness = Who is invited how often, and who never
cli-help-event-bundle = Show what is there and missing for the accountability bundle, or save it
cli-help-event-link = Link coverage to an event
cli-arg-event-report-file = A file .pdf, .xlsx or .docx; without it the evaluation is shown
cli-arg-event-compare-events = Number or name of events; several may be given
cli-arg-event-fairness-kind = Kind of event, such as tour
cli-arg-event-fairness-from = First day
cli-arg-event-fairness-until = Last day
cli-arg-event-fairness-people = By person, not by outlet
cli-arg-event-fairness-never = Only those never invited
cli-arg-event-fairness-file = A file .xlsx; without it the record is shown
cli-arg-event-bundle-file = A file .zip or .pdf; without it the contents are shown
cli-arg-event-link-coverage = Numbers of coverage
cli-arg-event-link-proposed = All that are proposed: of invited outlets, until 7 days after
cli-arg-event-link-off = Take them off again
cli-event-linked = { $count ->
    [one] 1 piece linked
   *[other] { $count } pieces linked
  }
cli-event-unlinked = { $count ->
    [one] 1 piece taken off
   *[other] { $count } pieces taken off
  }
cli-event-bundle-apart = Not in the PDF: { $files }
cli-event-no-proposals = No coverage is proposed.
cli-column-figure = Figure
cli-column-how-many = Number
cli-column-bundle-part = Part
cli-column-bundle-missing = Missing
cli-column-no-show = No-show
cli-column-outlets = Outlets
cli-column-stories = Stories
cli-column-cost-per-story = Cost per story
cli-column-left-out = Left out
cli-column-last-came = Last came
event-report-save = Save the report
event-report-as-pdf = As PDF on the letterhead
event-report-as-docx = As a Word document (DOCX)
event-report-as-xlsx = As Excel (XLSX)
bundle-open = Accountability bundle…
bundle-hint = Letters, attendance, rundown, minutes, photos, receipts and coverage as one PDF with a cover. The ZIP holds that PDF and every file by itself.
bundle-as-pdf = Save PDF
bundle-as-zip = Save ZIP
bundle-apart = Not in the PDF: { $files }.
evaluation-linked = { $count ->
    [one] 1 piece linked
   *[other] { $count } pieces linked
  }
evaluation-unlinked = { $count ->
    [one] 1 piece taken off
   *[other] { $count } pieces taken off
  }
evaluation-link = Link: { $title }
evaluation-unlink = Take off: { $title }
evaluation-link-all = Link them all
evaluation-proposed = { $count ->
    [one] 1 piece by invited people and outlets, until 7 days after the event, is not linked yet:
   *[other] { $count } pieces by invited people and outlets, until 7 days after the event, are not linked yet:
  }
evaluation-notes =
    { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    } ({ $answered } answered), { $statements ->
        [one] { $statements } statement
       *[other] { $statements } statements
    }, { $aspirations ->
        [one] { $aspirations } aspiration
       *[other] { $aspirations } aspirations
    }; { $agenda } feed the news agenda.
evaluation-lessons-help = What to do again and what to change next time
compare-none = No earlier event of this kind has been held yet.
compare-bars = Compare
fairness-hint = How often invited and present, left out and why. Facts only, no scores.
fairness-save = Save Excel
fairness-never = Never invited ({ $count })
fairness-empty = No event with guests yet
fairness-nobody-never = Everybody has been invited
fairness-empty-hint = Choose another kind or period, or invite guests to an event.
fairness-count =
    { $shown } of { $total }, of { $events ->
        [one] { $events } event
       *[other] { $events } events
    }
event-taken-came = Came
event-taken-walk_in = Walk-in
event-taken-represented = Represented
event-taken-no_show = Did not come
event-taken-confirmed = Will come
event-taken-declined = Declined
event-taken-maybe = Perhaps
event-taken-invited = Invited
event-taken-waiting = Waiting list
event-taken-withdrawn = Invitation taken back
event-taken-listed = Not invited yet
share-file = Material { $title }
share-format = Name a file that ends in .zip, not "{ $value }".
share-nothing = There are no photos and no material of "{ $title }" yet. Add photos in Photos, or files in the tab Files.
share-material = Material
share-captions = captions.txt
share-save = Photos and material (ZIP)
share-left-out = Left out: { $files }.
command-event_share_export = Save an event's photos and material
export-kind-event_share = Photos and material of an event
cli-help-event-share = Save the photos that may be given out and the material as a ZIP
cli-arg-event-share-file = A file .zip
cli-event-share-left-out = Left out, without consent or unreadable: { $files }
