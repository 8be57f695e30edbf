### Filters and smart lists: the rule as it is built and written, and what can be wrong with it.

filter = Filter
filter-all = all of these
filter-any = at least one of these
filter-match = Contacts that fulfil
filter-add-rule = Add condition
filter-add-group = Add group
filter-remove-rule = Remove condition
filter-remove-group = Remove group
filter-not = not
filter-field = Field
filter-op = Comparison
filter-value = Value
filter-days = days
filter-value-hint = Type and press Enter
filter-written = As text
filter-written-hint = For example: beat = health and city = Serang and not contacted 90d
filter-written-apply = Apply text
filter-empty = No condition yet: every contact fits
filter-running = Searching…
filter-cancelled = The search was cancelled.
filter-again = Search again
filter-save = Save as smart list
filter-edit = Filter
filter-clear = Remove filter
filter-count = { $count ->
    [0] No contact fits
    [one] { $count } contact fits
   *[other] { $count } contacts fit
}
filter-counting = Counting…
filter-first = The first of them

# Groups of fields
filter-group-name = Name
filter-group-work = Outlet and position
filter-group-reach = Reach
filter-group-press = Press
filter-group-source = Source
filter-group-personal = Personal
filter-group-place = Place
filter-group-data = Data
filter-group-state = State
filter-group-custom = The office's own
filter-group-of_outlet = Their organisation
filter-group-activity = Activity
filter-group-list = Lists and origin

# Fields
filter-field-state = State
filter-field-last_contact = Last contact
filter-field-next_step = Next follow-up
filter-field-answered = Releases answered
filter-field-answered_release = Answered the release
filter-field-sent = Releases received
filter-field-attended = Events attended
filter-field-missed = Events missed although invited
filter-field-last_attended = Last event attended
filter-field-sent_release = Received the release
filter-field-list = Recipient list
filter-field-import = Came by import

# Comparisons
filter-op-is = is
filter-op-is_not = is not
filter-op-contains = contains
filter-op-contains_not = does not contain
filter-op-begins = begins with
filter-op-empty = is empty
filter-op-set = is filled in
filter-op-at_least = at least
filter-op-at_most = at most
filter-op-before = before
filter-op-since = since
filter-op-within = in the last
filter-op-not_within = not in the last
filter-op-next = in the next

# What can be wrong
filter-field-unknown = There is no field "{ $name }" to filter by.
filter-op-wrong = The field "{ $name }" cannot be compared with "{ $op }".
filter-value-missing = The condition on "{ $name }" has no value yet. Enter one.
filter-value-wrong = "{ $value }" is not a value of the field "{ $name }".
filter-too-deep = The filter has groups within groups more than { $most } deep. Make it flatter, or put a part into a smart list of its own.
filter-too-long = The filter has more than { $most } conditions. Put some of them into a smart list of its own.
filter-not-understood = The filter that is stored cannot be read. Build it anew.
filter-text-empty = The rule is empty. Write for example: city = Serang and beat = health
filter-text-unclosed = The quotation mark at position { $position } is not closed.
filter-text-letter = "{ $found }" at position { $position } is not understood. Put values with blanks or special characters in quotation marks.
filter-expected-and = { $end ->
    [yes] The rule ends too early.
   *[no] Position { $position }: "and" or "or" is expected, not "{ $found }". Put values with blanks in quotation marks.
}
filter-expected-close = { $end ->
    [yes] The rule ends before its closing bracket.
   *[no] Position { $position }: a closing bracket is expected, not "{ $found }".
}
filter-expected-list = { $end ->
    [yes] The rule ends too early: "list" and its name are missing.
   *[no] Position { $position }: "list" and its name are expected, not "{ $found }".
}
filter-expected-field = { $end ->
    [yes] The rule ends too early: a condition is missing.
   *[no] Position { $position }: "{ $found }" is no field. Fields are for example city, beat, tag, outlet, state, list, last_contact, answered.
}
filter-expected-op = { $end ->
    [yes] The rule ends too early: a comparison is missing, such as = or ~.
   *[no] Position { $position }: a comparison is expected, such as =, != or ~, not "{ $found }".
}
filter-expected-value = { $end ->
    [yes] The rule ends too early: a value is missing.
   *[no] Position { $position }: a value is expected, not "{ $found }". Put it in quotation marks if it is one.
}
filter-expected-number = { $end ->
    [yes] The rule ends too early: a number is missing.
   *[no] Position { $position }: a number is expected, not "{ $found }".
}
filter-expected-day = { $end ->
    [yes] The rule ends too early: a day is missing, such as 2026-01-31.
   *[no] Position { $position }: a day such as 2026-01-31 is expected, not "{ $found }".
}
filter-expected-days = { $end ->
    [yes] The rule ends too early: a time is missing, such as 90d.
   *[no] Position { $position }: a time such as 90d, 12w or 6m is expected, not "{ $found }".
}
filter-apply = Apply filter
