### When a release leaves: instants, waves, embargo, the guard against a second message.

# An instant in words
distribution-instant = { $day } at { $time } { $zone }
distribution-time-on-day = { $time } ({ $day })

# The embargo as recipients read it
release-embargo = EMBARGO until { $until }
release-embargo-notice = EMBARGO until { $until } ({ $elsewhere }). Please do not publish before then.

# States and reasons
distribution-state-scheduled = Scheduled
exclusion-minus_list = On a list that was taken away
exclusion-recent = Had a message lately
exclusion-no_embargo = Takes nothing under embargo
distribution-paused-missed = Its time passed while this computer was off or asleep, so nothing was sent. Let it go on to send it now, choose another time, or cancel it.

# Before sending
distribution-problem-no-embargo-ask = { $count ->
    [one] { $names } takes nothing under embargo. Leave them out or send all the same?
   *[other] { $count } people take nothing under embargo: { $names }. Leave them out or send all the same?
}
distribution-problem-no-embargo = { $count ->
    [one] { $names } takes nothing under embargo and gets it all the same.
   *[other] { $count } people take nothing under embargo and get it all the same: { $names }
}
distribution-problem-recent = { $count ->
    [one] { $names } had a message from the office within { $days } days and is left out.
   *[other] { $count } people had a message from the office within { $days } days and are left out: { $names }
}
distribution-problem-recent-kept = { $count ->
    [one] { $names } had a message from the office within { $days } days and gets this one as well.
   *[other] { $count } people had a message from the office within { $days } days and get this one as well: { $names }
}

# Errors
distribution-time-unreadable = "{ $text }" is no day and time. Write it like 2026-12-01 08:00 WIB.
distribution-time-passed = { $when } has passed. Choose a later time.
distribution-time-or-connection = Choose a time or the next connection, not both.
distribution-embargo-too-early = The embargo would have ended when the message leaves. Choose a later end or none.
distribution-wave-minutes = A wave comes at most a week after the first.
distribution-guard-days = The guard looks back at most 366 days.
distribution-under-way = Distribution { $id } is under way or over; its time cannot be changed any more. Cancel what is unsent instead.
distribution-not-yet = This person is not to be contacted before the time of the distribution.

# The command line
cli-wave-unreadable = "{ $text }" is no wave. Write whose wave it is and how long after the first, like "City press:30m".
cli-reschedule-needs-time = Say when: --at "2026-12-01 08:00 WIB", --when-online or --now.
cli-send-scheduled = Distribution { $id } leaves on { $when }. warta outbox run or the open window sends it then.
cli-send-with-connection = Distribution { $id } leaves as soon as the mail server can be reached, through warta outbox run or the open window.
cli-wave-after = { $minutes ->
    [0] first
   *[other] after { $minutes } min
}
cli-column-wave = Wave
cli-column-list = List
cli-column-leaves = Leaves
cli-distribution-state-scheduled = scheduled
cli-exclusion-minus-list = on a list that was taken away
cli-exclusion-recent = had a message lately
cli-exclusion-no-embargo = takes nothing under embargo
cli-help-distribution = Distributions: where they stand, another time, cancel
cli-help-distribution-list = Show where all distributions stand
cli-help-distribution-show = Show one distribution with its waves
cli-help-distribution-reschedule = Give what has not left another time
cli-help-distribution-cancel = Cancel what has not left of a distribution
cli-arg-at = When it leaves, like "2026-12-01 08:00 WIB"; without a zone: the office's
cli-arg-when-online = It leaves as soon as the mail server can be reached
cli-arg-now = It leaves at once
cli-arg-embargo = Not to be published before this time, like "2026-12-01 08:00 WIB"; marked in subject and text
cli-arg-no-embargo = What becomes of people who take nothing under embargo: leave-out or send
cli-arg-wave = A list and how long after the first it gets the release, like "City press:30m"; may be repeated; everybody else goes with the last
cli-arg-wave-group = A chat group and how long after the first it gets the release, like "City desk:30m"; may be repeated
cli-arg-wave-newsroom = An outlet whose newsroom gets the release so long after the first, like "Radio Contoh:30m"; may be repeated
cli-arg-guard-days = Leave out whoever had a message from the office within so many days; 0 = nobody
cli-arg-keep = Who gets it though they had a message lately: id, email or phone number
cli-arg-keep-newsroom = Outlets whose newsrooms get it though they had a message lately
cli-arg-keep-group = Chat groups that get it though they had a message lately
cli-arg-keep-recent = All who had a message lately get it as well
cli-arg-minus-list = Lists whose members are left out

# The field of a contact
column-no_embargo = No embargo

command-distribution_reschedule = Give a distribution another time
field-no-embargo = Takes nothing under embargo

# The window: before sending
timing-when = When
timing-when-now = Now
timing-when-at = At a time
timing-when-online = When there is a connection
timing-when-at-help = It leaves at this time if Warta or its outbox service is running. If this computer was off, it leaves when it is back, unless too much time has passed.
timing-when-online-help = It leaves as soon as the mail server can be reached.
timing-leaves = Leaves on
timing-day = Day
timing-time = Time
timing-zone = Zone
timing-missing = Choose a day and a time.
timing-embargo = Under embargo
timing-embargo-until = Embargo until
timing-embargo-help = Marked in subject and text in the language of the release.
timing-no-embargo = People who take nothing under embargo
timing-no-embargo-leave-out = Leave them out
timing-no-embargo-send = Send all the same
timing-waves = In waves
timing-waves-first = First
timing-waves-choose = Choose the lists, groups and newsrooms that get it first
timing-waves-after = All others after (minutes)
timing-waves-number = Wave { $number }
timing-waves-minutes = So many minutes after the first
timing-waves-add = Another wave
timing-waves-remove = Remove wave { $number }
timing-wave = { $number }. { $label }
timing-wave-others = All others
timing-wave-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
timing-wave-at-once = at once
timing-wave-minutes = after { $count } min
timing-guard = No second message within (days)
timing-guard-help = 0 = no guard. Messages, calls and chats of all colleagues count.
timing-recent = Had a message lately
timing-recent-line = { $actor ->
    [none] { $when }: { $about }
   *[other] { $actor }, { $when }: { $about }
}
timing-recent-waits = waits to be sent
timing-keep = Send all the same
timing-keep-not = Leave out
timing-keep-all = Send to all of them
timing-minus = Without the people on
timing-minus-choose = Choose lists to take away
timing-suggestions = Suggestions
timing-suggestions-why = The text names: { $words }
timing-suggest-list = { $name }: { $fits } of { $members } fit
timing-suggest-people = { $count ->
    [one] Add { $count } person who covers this
   *[other] Add { $count } people who cover this
}
timing-send-at = { $count ->
    [one] Schedule for { $count } person
   *[other] Schedule for { $count } people
}
timing-ask-at = It leaves on { $when }.
timing-ask-online = It leaves as soon as the mail server can be reached.
timing-ask-embargo = { $line }.
timing-ask-final = Until then it can be moved or cancelled; its text stays as it is now.

# The window: a distribution
timing-scheduled = Leaves on { $when }
timing-scheduled-online = Leaves as soon as the mail server can be reached
timing-left = in { $left }
timing-left-days = { $days } d { $hours } h
timing-left-hours = { $hours } h { $minutes } min
timing-left-minutes = { $minutes } min { $seconds } s
timing-embargo-now = Embargo until { $when }
timing-embargo-over = The embargo ended on { $when }
timing-queued-by = Queued { $when } by { $actor }
timing-another = Another time
timing-another-title = When shall it leave?
timing-another-save = Set the time
timing-another-done = The new time is set
timing-not-before = Not before { $when }
timing-wave-progress = { $done } of { $total }
timing-wave-waits = waits
timing-wave-begun = under way
timing-wave-done = done
timing-wave-cancelled = cancelled
timing-wave-column = Wave
timing-before = Before sending
timing-before-lists = Lists: { $names }
timing-before-minus = Without the lists: { $names }
timing-before-guard =
    Nobody who had a message within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
timing-before-kept = Sent all the same: { $note }

# The settings
settings-sending = Sending
settings-sending-hint = What holds for every distribution.
settings-guard = No second message within (days)
settings-guard-help = Whoever had a message, a call or a chat from anybody of the office within so many days is left out of the next distribution, unless the sender keeps them. 0 = no guard.
settings-grace = Make up for a missed hour
settings-grace-help = If this computer was off or asleep at the hour, the release still leaves when it is back within this time; later it asks.
settings-grace-never = never, always ask
settings-grace-minutes =
    within { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
settings-grace-hours = { $count ->
    [one] within { $count } hour
   *[other] within { $count } hours
}
