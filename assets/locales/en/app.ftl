### The frame of the window: rail, command palette, sheet of keys.

app-name = Warta
app-tagline = All data on this computer

nav-label = Rooms
nav-media-list = Media list
nav-today = Today
nav-contacts = Contacts
nav-outlets = Outlets
nav-organisations = Organisations
nav-lists = Recipient lists
nav-releases = Releases
nav-responses = Responses
nav-events = Press events
nav-coverage = Coverage
nav-negative-news = Negative news
nav-partnerships = Partnerships
nav-agenda = News agenda
nav-reports = Reports
nav-settings = Settings
nav-collapse = Collapse the rail
nav-expand = Expand the rail
nav-waiting = { $count } waiting for you
nav-skip = Skip to content

room-loading = Opening…
room-failed = This room cannot be opened
room-missing = There is no such page
room-missing-hint = The link may be old or mistyped.
room-home = To the first page

banner-demo = This is demo data. Names, addresses and mail here are made up; nothing is sent outside.
banner-outbox-folder = No mail account yet. Mail is kept in the outbox folder and not sent.
start-restore = Choose a backup to restore
start-restore-hint = Backups are in the backups folder of the workspace. What is damaged is kept there too.

start-failed = Warta cannot open the workspace

palette-title = Command palette
palette-placeholder = Find actions, people, releases…
palette-open = Open the command palette
palette-none = Nothing matches “{ $text }”
palette-recent = Used last
palette-actions = Actions
palette-results = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
palette-go = Go to { $room }
palette-theme-light = Light theme
palette-theme-dark = Dark theme
palette-theme-system = Theme follows the system
palette-language-id = Indonesian
palette-language-en = English
palette-density-comfortable = Comfortable rows
palette-density-compact = Compact rows
palette-help = List of keys
palette-single-keys = Single-letter keys: on or off

keys-title = Keys
keys-everywhere = Everywhere
keys-lists = In lists
keys-responses = Responses
keys-or = or
keys-single = Use single-letter keys
keys-single-help = Switch them off when single letters get in the way, for instance while dictating. Keys with Ctrl go on working.
key-palette = Command palette
key-search = Search
key-new = New
key-main = Main action of this screen
key-undo = Undo
key-back = Back or close
key-log = Log an interaction
key-help = Keys
key-down = Down
key-up = Up
key-open = Open
key-edit = Edit
key-select = Select the row
key-select-all = Select all
key-delete = Delete to the bin
key-reply = Reply
key-done = Done
key-snooze = Snooze
key-assign = Assign
key-correct = Correct the kind
key-enquiry = Make an enquiry
key-snippet = Put a snippet into the reply
key-coverage = Log the pieces that it links to as coverage
key-verify = Verify
key-job-change = Job changed
keys-review = Review
