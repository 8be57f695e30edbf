### The calendar: a month, a week, a list; days off; files of other programs.

nav-calendar = Calendar

calendar-count = { $count ->
    [one] 1 item · { $zone }
   *[other] { $count } items · { $zone }
}
calendar-view-month = Month
calendar-view-week = Week
calendar-view-agenda = Agenda
calendar-views = View
calendar-today = Today
calendar-back-month = Previous month
calendar-back-week = Previous week
calendar-back-agenda = Earlier days
calendar-on-month = Next month
calendar-on-week = Next week
calendar-on-agenda = Later days
calendar-from-until = { $from } – { $until }
calendar-hours = { $from }–{ $until }
calendar-all-day = All day
calendar-untitled = No title
calendar-more-label = { $count ->
    [one] 1 more item on { $day }
   *[other] { $count } more items on { $day }
}
calendar-none = Nothing on these days
calendar-none-hint = Press events, distributions, embargoes, deadlines, tasks and birthdays stand here by themselves.
calendar-show-more = Show more
calendar-cut = There is more than can be shown at once. Hide some kinds to see all of the others.

calendar-layers = Kinds shown
calendar-layers-some = { $count } of { $of } kinds
calendar-layer-event = Press events
calendar-layer-release = Distributions
calendar-layer-embargo = Embargoes
calendar-layer-deadline = Enquiry deadlines
calendar-layer-task = Tasks and follow-ups
calendar-layer-birthday = Birthdays
calendar-layer-entry = Other entries
calendar-layer-holiday = Holidays

calendar-kind-event = Press event
calendar-kind-distribution = Distribution of a release
calendar-kind-embargo = End of an embargo
calendar-kind-enquiry = Deadline of an enquiry
calendar-kind-follow-up = Follow-up
calendar-kind-event-task = Task for an event
calendar-kind-birthday = Birthday
calendar-kind-entry = Calendar entry
calendar-kind-holiday = Day off
calendar-state-event-planned = planned
calendar-state-event-held = held
calendar-state-event-cancelled = called off
calendar-state-release-planned = planned
calendar-state-release-sent = sent
calendar-state-release-paused = paused
calendar-state-deadline-new = new
calendar-state-deadline-in-work = in work
calendar-state-deadline-waiting = waiting for the unit
calendar-state-task-follow-up = to get in touch
calendar-state-task-promise = promised
calendar-state-holiday-holiday = national holiday
calendar-state-holiday-joint-leave = joint leave

calendar-what = What
calendar-when = When
calendar-when-there = There
calendar-source = From the file
calendar-about-event = Place
calendar-about-release = Number
calendar-about-embargo = Number
calendar-about-deadline = Asked by
calendar-about-task = With
calendar-about-birthday = With
calendar-about-entry = Place
calendar-about-holiday = About
calendar-open-event = Open the event
calendar-open-event-task = Open the event
calendar-open-distribution = Open the distribution
calendar-open-embargo = Open the release
calendar-open-enquiry = Open the enquiry
calendar-open-follow-up = Open the contact
calendar-open-birthday = Open the contact

calendar-move = Move
calendar-move-do = Move
calendar-move-keys = In the grid: drag it, or Alt with an arrow key.
calendar-day = Day
calendar-time = Time ({ $zone })
calendar-moved = { $title }: now { $to }
calendar-stays-whole = It lasts for whole days and has no hour.
calendar-move-ask-event = Move “{ $title }”?
calendar-move-text-event = From { $from } to { $to } ({ $zone }). Rundown and tasks that are reckoned from it move along. Guests who were invited are told only when you send them the change.
calendar-move-ask-distribution = Send “{ $title }” at another time?
calendar-move-text-distribution = It will leave at { $to } ({ $zone }) instead of { $from }.
calendar-move-ask-embargo = Move the embargo of “{ $title }”?
calendar-move-text-embargo = It will end at { $to } ({ $zone }) instead of { $from }. Nobody has been told of it yet.
calendar-move-distribution = Give a planned distribution another hour with “distribution reschedule”: it cannot be undone like other changes.
calendar-fixed-held = The event was held. It stays where it is.
calendar-fixed-cancelled = The event was called off. Plan it again before you move it.
calendar-fixed-sent = The distribution has begun. What was sent stays where it is.
calendar-fixed-embargo-told = The end of this embargo was told to the recipients of a distribution. It cannot be moved here; correct the release instead.
calendar-fixed-deadline = The deadline was set by the person who asked. Change it in the enquiry.
calendar-fixed-birthday = Birthdays do not move. Correct the day in the contact.
calendar-fixed-holiday = Days off are decreed. Delete this one and add the right day.
calendar-fixed-done = It is done already and stays where it is.
calendar-no-embargo = This release has no embargo.

calendar-entry-new = New entry
calendar-entry-hint = For what is no press event: a meeting, a leave, a date to keep in mind.
calendar-entry-saved = { $title } is in the calendar
calendar-entry-nameless = Give the entry a name.
calendar-title = Title
calendar-whole-days = Whole days
calendar-from = From
calendar-until = Until
calendar-until-day = Last day
calendar-place = Place
calendar-notes = Notes
calendar-deleted = { $title } is in the bin
calendar-day-wrong = “{ $value }” is no day or hour. Write it as 2026-12-01 or 2026-12-01T09:00.
calendar-end-wrong = The end comes before the beginning, or more than a year after it.
calendar-span-wrong = Ask for at least one day and at most { $most }.

holiday-title = Holidays
holiday-hint = Days off are shown in the calendar and do not count as working days when Warta proposes to ask once more.
holiday-year = Year
holiday-fixed = { $count ->
    [one] 1 national day that never moves is not in the list:
   *[other] { $count } national days that never move are not in the list:
}
holiday-add-fixed = { $count ->
    [one] Add this day
   *[other] Add these { $count } days
}
holiday-added = { $count ->
    [one] 1 day off added
   *[other] { $count } days off added
}
holiday-none = No days off in this year yet.
holiday-moving = Religious holidays and joint leave move from year to year. Add them when they are decreed, or import a file (ICS, CSV, XLSX).
holiday-add = Add
holiday-name = Name
holiday-kind = Kind
holiday-kind-holiday = National holiday
holiday-kind-joint-leave = Joint leave
holiday-delete = Delete { $name }
holiday-deleted = The day off is in the bin
holiday-nameless = Name the day off.
holiday-day-wrong = “{ $value }” is no day between 1990 and 2200.
holiday-known = { $name } is in the list for { $day } already.
holiday-year-wrong = { $value } is no year between 1990 and 2200.
holiday-new-year = New Year’s Day
holiday-labour-day = International Labour Day
holiday-pancasila = Pancasila Day
holiday-independence = Independence Day
holiday-christmas = Christmas Day

calendar-exchange = Import, export, subscription
calendar-import = Import a file
calendar-import-hint = ICS of another calendar; CSV or XLSX with days off. What is there already is not added twice.
calendar-import-holidays = These are days off
calendar-import-result = { $added } added, { $changed } changed, { $known } known already
calendar-import-remarks = { $count ->
    [one] 1 thing to look at
   *[other] { $count } things to look at
}
calendar-export = Export
calendar-export-hint = A file with a year back and two years ahead, for any calendar program. Birthdays stay here.
calendar-export-do = Save as ICS
calendar-exported = Saved: { $file }
calendar-subscription = Subscription file
calendar-subscription-hint = Warta writes this file anew after every change. Other programs on this machine or on a shared folder can subscribe to it. It holds no birthdays unless you choose so.
calendar-subscription-file = File (ends in .ics)
calendar-subscription-layers = What it holds
calendar-subscription-keep = Keep this file up to date
calendar-subscription-stop = Stop
calendar-subscription-kept = { $file } is kept up to date
calendar-subscription-stopped = The file is no longer kept up to date; it stays where it is.
calendar-subscription-trouble = The file could not be written the last time: { $trouble }
calendar-file-name = “{ $file }” is no full path to a file ending in .ics.
calendar-file-unwritable = { $file } cannot be written. Choose a folder in which you may write.
calendar-file-unreadable = { $file } holds no calendar and no days that Warta can read.

ics-too-many = The file has more than { $most } entries. The rest was left out.
ics-journal = A journal note has no place in a calendar and was left out.
ics-cancelled = Called off by its owner and left out.
ics-no-begin = It does not say when it begins and was left out. Add it by hand.
ics-begin-is-end = It says only when it ends; that was taken for its beginning.
ics-end-before = Its end comes before its beginning; the end was left off.
ics-zone-by-definition = Its zone “{ $name }” is not a known one. By what the file says of it, { $zone } was taken.
ics-zone-unknown = Its zone “{ $name }” is unknown. The office’s zone { $zone } was taken; check the hour.
ics-rule-unreadable = Its rule of repetition cannot be followed. Only the first time was kept.
ics-rule-until = { $count ->
    [one] It repeats without an end in sight; 1 time was written down, on { $day }.
   *[other] It repeats without an end in sight; { $count } times were written down, until { $day }.
}
ics-rule-outside = All its times lie more than a year back or two years ahead; none was written down.
ics-not-a-day = It has hours and is no day off; it was left out.
ics-own = It is this office’s own and is here already.
ics-row-no-day = No day was found in this row; it was left out.
ics-row-no-name = No name was found in this row; it was left out.

cli-help-calendar = The calendar: list, export, import, subscription, holidays
cli-help-calendar-list = List what stands in the calendar between two days
cli-help-calendar-move = Move an item to another day or hour
cli-help-calendar-add = Note an entry down
cli-help-calendar-export = Write the calendar to an ICS file
cli-help-calendar-import = Bring an ICS file in; days off also from CSV or XLSX
cli-help-calendar-subscribe = Keep a file up to date for other programs; --stop ends it
cli-help-calendar-holiday = Days off
cli-help-calendar-holiday-add = Add a day off
cli-help-calendar-holiday-fixed = Add the national days that never move
cli-help-calendar-holiday-list = List the days off of a year
cli-help-calendar-holiday-delete = Delete days off
cli-arg-calendar-list-from = From this day; usually today
cli-arg-calendar-list-until = Until this day, itself included; usually 30 days later
cli-arg-calendar-list-layer = Only these kinds: event, release, embargo, deadline, task, birthday, entry, holiday
cli-arg-calendar-import-holidays = Its whole days are days off
cli-calendar-none = Nothing on these days.
cli-calendar-imported = { $added } added, { $changed } changed, { $known } known already.
cli-calendar-holidays-none = No days off.
cli-calendar-holidays-added = { $count } added.
cli-column-when = When
cli-column-item = Item
cli-column-holiday = Day off
