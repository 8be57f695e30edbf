### Sources: who can speak about what, and where they were quoted.

nav-sources = Sources
source-search = Search name, rank or topic
source-count =
    { $count ->
        [0] No sources yet
        [one] { $count } source
       *[other] { $count } sources
    }
source-count-found = { $count } of { $total } sources
source-empty = No sources yet
source-empty-hint = Contacts of the kind source or spokesperson stand here, with topics, rank, clearance and how often they were quoted.
source-add = Add source
source-topic = Topic
source-topic-all = All topics
source-clearance = Clearance
source-clearance-any = All
source-clearance-now = May speak now
source-rank = Rank
source-hours = Hours and channel
source-short-notice = On short notice
source-short-notice-no = By appointment
source-until = Cleared until
source-until-day = until { $day }
source-over = Clearance ended { $day }
source-quoted = Quoted
source-quoted-times =
    { $count ->
        [0] Never quoted
        [one] Quoted once
       *[other] Quoted { $count } times
    }
source-last-quoted = last on { $day }
source-level-leader = Head of the institution
source-level-director = Director or head of a department
source-level-manager = Head of a division or manager
source-level-officer = Officer
source-level-expert = Expert or academic

today-soon-clearance = Clearance to speak ends
stream-quoted = Quoted
stream-posted = Post

quote = Quote
quotes = Quotes
quotes-none = No quotes yet.
quote-log = Log a quote
quote-logged = Quote of { $name } logged
quote-deleted = Quote deleted
quote-edit = Edit the quote of { $day }
quote-on = Day
quote-outlet = Outlet
quote-place = Where
quote-topic = About
quote-words = What was said
quote-url = Address of the piece
quote-in-release = in a release
quote-empty = Say where they were quoted, or about what.

field-source-level = Level
field-source-short-notice = On short notice
field-source-cleared-for = May speak about
field-source-cleared-by = Cleared by
field-source-cleared-until = Cleared until
field-times-quoted = Times quoted
column-source_level = Level
column-source_short_notice = On short notice
column-source_cleared_for = May speak about
column-source_cleared_by = Cleared by
column-source_cleared_until = Cleared until
column-quoted_on = Day
column-topic = About
column-words = What was said
table-quotes = Quote
merge-table-quotes = Quotes
command-quote_save = Log quote
command-quote_delete = Delete quote
command-membership_save = Save membership
command-membership_delete = Delete membership

membership-own = An organisation cannot be a member of itself.
membership-twice = { $name } is a member of { $association } already.
membership-member = Member
membership-member-add = Add member
membership-member-added = { $name } is a member
membership-member-removed = { $name } is no longer listed as a member
membership-member-none = No members are listed yet.

organisation-spokespeople = Sources and spokespersons
organisation-liaisons = Contact persons
organisation-others = Others
organisation-person-add = Add { $kind }
organisation-programmes = Community programmes

cli-help-source = Directory of sources and their quotes
cli-help-source-list = List sources: topics, rank, clearance, times quoted
cli-help-source-quote = Log where a source was quoted
cli-help-source-quotes = List quotes
cli-arg-source-list-search = Name, rank, topic or institution
cli-arg-source-list-topic = Who can speak about this topic
cli-arg-topic = About what
cli-arg-clearance = now = may speak today; or free, ask_first, background_only, not_cleared
cli-arg-short-notice = Only those who can be had at once
cli-arg-sort = name, rank or quoted
cli-arg-source-quote-outlet = The outlet that quoted them
cli-arg-place = Where exactly, such as a page or a programme
cli-arg-words = What was said
cli-arg-source-quote-on = The day; without it = today
cli-help-organisation-join = List a member of an association or community
cli-help-organisation-leave = End a membership
cli-arg-organisation-join-from = Member since
cli-arg-organisation-leave-on = The last day; without it = today
cli-arg-member = Outlet or other body that is a member
cli-arg-number = Number of the membership card
cli-membership-saved = Membership { $id } saved.
cli-membership-ended = Membership ends on { $day }.
cli-membership-none = There is no membership that still stands.
cli-quote-logged = Quote { $id } of { $name } logged.
cli-column-topics = Topics
cli-column-rank = Rank
cli-column-hours = Hours
cli-column-clearance = Clearance
cli-column-quoted = Quoted
cli-column-topic = About
cli-column-words = What was said
