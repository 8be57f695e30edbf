### Buttons and parts that all rooms use.

save = Save
saved = Saved
saving = Saving…
save-failed = Not saved yet
cancel = Cancel
close = Close
back = Back
next = Next
done = Done
add = Add
edit = Edit
delete = Delete
remove = Remove
undo = Undo
undone = The last change was undone
retry = Try again
open = Open
copy = Copy
copied = Copied
search = Search
clear-search = Clear the search
filter-add = Filter
filter-remove = Remove filter { $name }
import = Import
export = Export
preview = Preview
print = Print
details = Details
more = More actions
none = None
all = All
yes = Yes
no = No
unknown = Unknown
required = required
optional = optional
loading = Loading…
selected = { $count } selected

field-email-wrong = This mail address is not complete, for example: name@example.id
field-phone-wrong = This phone number is not right, for example: 0800 0000 111
field-date-wrong = This date cannot be read, for example: 23-11-2026
field-number-wrong = Write figures only
field-required = This field is required
field-date-hint = dd-mm-yyyy
field-date-pick = Pick a date
field-show-password = Show the password
field-hide-password = Hide the password
calendar-previous = Previous month
calendar-next = Next month

combobox-none = Nothing matches
combobox-create = Add “{ $text }”
combobox-clear = Clear
combobox-remove = Remove { $name }
combobox-open = Show the choices

table-columns = Columns
table-columns-help = Choose and order columns
table-column-up = Move { $name } up
table-column-down = Move { $name } down
table-column-wider = Widen { $name }
table-column-narrower = Narrow { $name }
table-columns-reset = Back to the start
table-select-all = Select all rows
table-select-row = Select the row
table-row-loading = Loading the row
table-clear-selection = Clear the selection

toast-region = Messages
toast-close = Close the message
panel-resize = Width of the panel
panel-close = Close the panel
dropfile-title = Drag a file here
dropfile-or = or
dropfile-choose = Choose a file
dropfile-wrong = The file { $name } is not of a kind that can be read here.

relative-today = Today
relative-yesterday = Yesterday
relative-tomorrow = Tomorrow
relative-days-ago =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    } ago
relative-days-ahead =
    in { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
relative-weeks-ago = { $count ->
    [one] { $count } week ago
   *[other] { $count } weeks ago
}
relative-weeks-ahead = { $count ->
    [one] in { $count } week
   *[other] in { $count } weeks
}
relative-months-ago = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
relative-months-ahead = { $count ->
    [one] in { $count } month
   *[other] in { $count } months
}
relative-years-ago = { $count ->
    [one] { $count } year ago
   *[other] { $count } years ago
}
relative-years-ahead = { $count ->
    [one] in { $count } year
   *[other] in { $count } years
}
address-label = Postal address
address-copy = Copy the address
address-copied = The address was copied
