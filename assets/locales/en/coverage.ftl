### Coverage: the room, the lists, and the report of quality.

coverage-count = { $count ->
    [one] 1 piece
   *[other] { $count } pieces
  }
coverage-sums = { $total ->
    [one] 1 piece
   *[other] { $total } pieces
  } in { $outlets ->
    [one] 1 outlet
   *[other] { $outlets } outlets
  }: printed { $printed }, online or TV { $shown }, radio { $broadcast }; tone positive { $positive }, neutral { $neutral }, negative { $negative }, not judged { $unjudged }.
coverage-new = Log coverage
coverage-search = Search title, outlet, journalist or text
coverage-empty = No coverage yet
coverage-empty-hint = Paste the link, paste the text, or drop the clipping. Warta counts it in the report of the release or enquiry that led to it.
coverage-none-found = No coverage matches
coverage-none-yet = No coverage yet.
coverage-show-all = Show all
coverage-details = Coverage
coverage-link = Link
coverage-link-help = Outlet, day and title are read from the link where they stand in it
coverage-or-paste = Text of the piece
coverage-file = Clipping (PDF, image, recording)
coverage-file-drop = Drop a clipping here, or choose a file
coverage-file-copy = Save a copy of the clipping
coverage-title = Title
coverage-outlet = Outlet
coverage-author = Journalist
coverage-published-on = Date
coverage-kind = Published as
coverage-kind-printed = Printed
coverage-kind-shown = Online or TV
coverage-kind-broadcast = Radio
coverage-place = Page or programme
coverage-tone = Tone
coverage-headline-tone = Tone of the headline
coverage-body-tone = Tone of the body
coverage-tone-none = Not judged
coverage-tone-positive = Positive
coverage-tone-neutral = Neutral
coverage-tone-negative = Negative
coverage-tone-reason = Why
coverage-release = From the release
coverage-enquiry = From the enquiry
coverage-event = From press event
coverage-from-nothing = From neither
coverage-open-link = Open the link
coverage-there = This link was logged for { $day } already: { $title }
coverage-there-open = Open
coverage-logged = Coverage logged
coverage-delete = Delete the coverage
coverage-deleted = Coverage moved to the bin
coverage-of = What was published
coverage-of-none = No coverage has been logged yet.
coverage-export-xlsx = As Excel (XLSX)
coverage-export-csv = As CSV
coverage-already-there = This link is logged already: “{ $title }”, { $day } (number { $id }).
coverage-title-missing = Write its title, or give a link, a text or a file.
coverage-no-file = “{ $title }” has no clipping.
stream-coverage = Coverage
stream-published = Published: { $kind }
report-coverage = Coverage ({ $count })
report-coverage-none = No coverage of this release has been logged yet.

quality-title = Quality of press service
quality-file = Quality of press service { $from } to { $until }
quality-subtitle = { $from } to { $until }, compared with { $before }
quality-period = Period
quality-period-week = This week
quality-period-month = This month
quality-period-last-month = Last month
quality-period-quarter = This quarter
quality-period-year = This year
quality-period-own = Choose
quality-from = From
quality-until = Until
quality-measure = Measure
quality-this-period = This period
quality-before = Before
quality-asked = Enquiries received
quality-answered = Answered
quality-median = Response time (median)
quality-median-minutes = Response time (median, minutes)
quality-deadlines = Deadlines met
quality-promises = Promises kept
quality-outlets = Active outlets
quality-outlets-title = Outlets that are active
quality-coverage = Coverage
quality-releases = Releases sent
quality-units = Units that were asked
quality-units-none = No unit was asked in this period.
quality-outlets-none = No outlet asked, answered or published in this period.
quality-unit-time = Response time of the unit (median)
quality-owing = Not answered yet
quality-of = { $part } of { $whole }
quality-none = None
quality-before-line = before { $value }
quality-export-pdf = As PDF
quality-export-xlsx = As Excel (XLSX)
quality-explain = Enquiries count on the day they were asked, deadlines and promises on the day they fall due. The median: half were quicker, half slower.
quality-period-wrong = The last day must follow the first, by ten years at most.
today-quality = Quality of the last 30 days
today-quality-all = Open the report

command-coverage_add = Log coverage
command-coverage_save = Change coverage
command-coverage_delete = Delete coverage
command-coverage_file = Save a copy of a clipping
table-coverage = Coverage
merge-table-coverage = Coverage
column-url_key = Link as it is compared
column-published_on = Date of publication
column-headline_tone = Tone of the headline
column-body_tone = Tone of the body
column-tone_reason = Why
table-head-published-on = Date
table-head-coverage-kind = Published as
table-head-author = Journalist
table-head-title = Title
table-head-url = Link
table-head-place = Page or programme
table-head-headline-tone = Tone of the headline
table-head-body-tone = Tone of the body
table-head-tone-reason = Why
table-head-release = Press release
table-head-enquiry = Enquiry
table-head-event = Press event

cli-help-coverage = What was printed, shown or broadcast
cli-help-coverage-add = Log a piece by its link, text or file
cli-help-coverage-list = List coverage, the newest first
cli-help-coverage-delete = Move coverage to the bin
cli-help-coverage-export = Save the list as XLSX or CSV
cli-help-quality = Quality of press service in a period
cli-arg-coverage-add-url = Link of the piece
cli-arg-coverage-add-title = Title; without it read from text, link or file name
cli-arg-coverage-add-outlet = Outlet; without it known by the link
cli-arg-coverage-add-by = Journalist: id, email or number of a contact
cli-arg-coverage-add-on = Date of publication; without it read from the link, or today
cli-arg-coverage-add-kind = printed, shown or broadcast
cli-arg-coverage-add-place = Page or programme
cli-arg-coverage-add-headline-tone = Tone of the headline: positive, neutral or negative
cli-arg-coverage-add-body-tone = Tone of the body: positive, neutral or negative
cli-arg-coverage-add-reason = Why
cli-arg-coverage-add-release = Number of the release it came from
cli-arg-coverage-add-enquiry = Number of the enquiry it came from
cli-arg-coverage-add-event = ID of the press event it came from
cli-arg-coverage-add-file = File of the clipping
cli-arg-coverage-add-text = Text of the piece
cli-arg-coverage-list-search = Words of title, outlet, journalist or text
cli-arg-coverage-list-kind = printed, shown or broadcast
cli-arg-coverage-list-tone = positive, neutral, negative or none (not judged)
cli-arg-coverage-list-release = Only from this release
cli-arg-coverage-list-enquiry = Only from this enquiry
cli-arg-coverage-list-event = Only from this press event
cli-arg-coverage-list-from = First day
cli-arg-coverage-list-until = Last day
cli-arg-coverage-list-limit = At most so many
cli-arg-coverage-delete-ids = Numbers of pieces
cli-arg-coverage-export-file = File .xlsx or .csv
cli-arg-coverage-export-from = First day
cli-arg-coverage-export-until = Last day
cli-arg-quality-from = First day
cli-arg-quality-until = Last day
cli-arg-quality-file = Save as PDF or XLSX
cli-coverage-added = Coverage { $id } logged: { $title }
cli-coverage-deleted = { $count ->
    [one] 1 piece moved to the bin.
   *[other] { $count } pieces moved to the bin.
  }
cli-column-headline-tone = Headline
cli-column-body-tone = Body
cli-column-measure = Measure
cli-column-this-period = This period
cli-column-before = Before
