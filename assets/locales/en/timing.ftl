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
cli-wave-unreadable = "{ $text }" is no wave. Write the list and how long after the first, like "City press:30m".
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
cli-arg-guard-days = Leave out whoever had a message from the office within so many days; 0 = nobody
cli-arg-keep = Who gets it though they had a message lately: id, email or phone number
cli-arg-keep-recent = All who had a message lately get it as well
cli-arg-minus-list = Lists whose members are left out

# The field of a contact
column-no_embargo = No embargo

command-distribution_reschedule = Give a distribution another time
