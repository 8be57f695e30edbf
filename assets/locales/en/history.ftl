### Names of tables and columns as the history and the copies say them; the bin.

table-contacts = Contact
table-organisations = Organisation
table-affiliations = Affiliation
table-reaches = Address or number
table-labels = Label
table-contact_states = State
table-recipient_lists = Recipient list
table-recipient_list_members = On a list
table-interactions = Interaction
table-follow_ups = Follow-up
table-releases = Press release
table-release_files = File of a release
table-responses = Response
table-deliveries = Delivery
table-distribution_exclusions = Left out of a distribution
table-duplicate_flags = Possible duplicate
table-merges = Merge
table-merge_moves = What a merge changed
table-organisation_duplicates = Possible duplicate of an organisation
table-staff = Staff
table-offices = Office
table-accounts = Mail account
table-memberships = Membership
table-social_accounts = Social account
table-record_files = File
table-custom_fields = Own field
table-custom_values = Value of an own field
table-jobs = Job
table-imports = Import
table-settings = Setting

column-name = Name
column-kind = Kind
column-name_prefix = Titles before
column-name_suffix = Titles after
column-salutation_formal = Greeting in letters
column-salutation_familiar = Greeting in chats
column-city = City
column-language = Language
column-notes = Notes
column-nickname = Nickname
column-birthday = Birthday
column-address = Address
column-postal_code = Postal code
column-country = Country
column-website = Website
column-press_card_number = Press card number
column-press_card_expires_on = Press card expires
column-ukw_level = UKW level
column-ukw_number = UKW number
column-ukw_expires_on = UKW expires
column-preferred_channel = Preferred channel
column-preferred_hours = Preferred hours
column-pitch_notes = How to pitch
column-source_rank = Rank
column-source_reachability = Reachability
column-source_clearance = Clearance
column-clothing_size = Clothing size
column-diet = Diet
column-photo_sha256 = Photo
column-lawful_basis = Lawful basis
column-data_source = Source of the data
column-data_date = Date of the data
column-verified_on = Last verified
column-position = Position
column-department = Department
column-started_on = From
column-ended_on = To
column-organisation = Organisation
column-contact = Contact
column-association = Association
column-recipient_list = Recipient list
column-release = Press release
column-staff = In charge
column-custom_field = Own field
column-value = Value
column-rank = Order
column-label = Kind of address
column-reason = Reason
column-until = Until
column-since = Since
column-actor = By
column-address_key = Address
column-direction = Direction
column-at = When
column-summary = Summary
column-body = Text
column-what = What
column-due_on = Due
column-done_at = Done
column-done_by = Done by
column-headline = Headline
column-lead = Lead
column-number = Number
column-place = Place
column-dated_on = Dated
column-boilerplate = About the office
column-press_contact = Press contact
column-covering_subject = Subject of the covering mail
column-covering_text = Covering mail
column-media_type = Media type
column-scale = Scale
column-company = Company
column-short_name = Short name
column-region = Region
column-rss = RSS
column-frequency = Frequency
column-deadlines = Deadlines
column-reach_value = Reach
column-reach_unit = Unit of reach
column-reach_source = Source of the reach
column-reach_on = Reach as of
column-press_council_level = Press Council verification
column-press_council_number = Press Council number
column-press_council_on = Verified by the Press Council on
column-tier = Tier
column-role = Role
column-member_number = Member number
column-platform = Platform
column-handle = Handle
column-url = Link
column-followers = Followers
column-counted_on = Counted on
column-title = Title
column-file_name = File name
column-mime = File type
column-size = Size
column-expires_on = Expires
column-handled = Handled
column-from_address = From address
column-from_name = From
column-subject = Subject
column-received_at = Received
column-new_text = Text
column-state = State
column-channel = Channel
column-phone = Phone
column-changed_at = Changed
column-created_at = Added
column-updated_at = Changed
column-deleted_at = Deleted
column-initials = Initials
column-unit = Unit
column-zone = Time zone
column-choices = Choices
column-help = Help
column-archived = Archived
column-owner = Belongs to
column-last_contact_at = Last contact
column-next_step_on = Next step
column-other = Other
column-distribution = Distribution
column-delivery = Delivery
column-interaction = Interaction
column-response = Response
column-account = Mail account
column-survivor_name = Name that stayed
column-absorbed_name = Name that went into it
column-survivor = Stayed (number)
column-absorbed = Went into it (number)
column-merged_at = Merged
column-unmerged_at = Taken apart
column-unmerged_by = Taken apart by
column-deed = What was done
column-table_name = Kind of record
column-column_name = Field
column-before = Before
column-after = After
column-score = Certainty
column-verdict = Decision

history-what-added = Added
history-what-changed = Changed
history-what-deleted = Deleted
history-what-restored = Taken out of the bin
history-what-imported = Imported
history-what-forgotten = No longer kept
history-empty-value = empty
history-details = What changed
history-by = Who
history-anyone = Anyone
history-from = From
history-until = To
history-search-none = Nothing was done in this span
history-record = Changes
history-warta = Warta
history-space = Space of the history
history-space-hint = Undo and the history live by images of what was changed. They hold personal data; keep them no longer than you need them.
history-keep = Keep images
history-keep-always = For good
history-prune = Empty older ones now
bin = Bin
bin-hint = What was deleted can be taken out again.
bin-none = The bin is empty
bin-restore = Restore
bin-restore-name = Restore { $name }
bin-restored = { $name } is back
history-keep-days = { $count ->
    [one] one day
   *[other] { $count } days
}
history-space-line =
    { $actions ->
        [one] { $actions } action
       *[other] { $actions } actions
    }, images of { $images ->
        [one] { $images } change
       *[other] { $images } changes
    }, { $size }
history-pruned = { $count ->
    [one] One action can no longer be undone; { $size } freed
   *[other] { $count } actions can no longer be undone; { $size } freed
}
bin-space-line = { $count ->
    [0] Nothing in it.
    [one] One thing in it, { $size }.
   *[other] { $count } things in it, { $size }.
} { $due ->
    [0] Nothing is due.
    [one] One is due and goes with the next emptying.
   *[other] { $due } are due and go with the next emptying.
}
bin-days = Empty by itself after
bin-days-choice = { $count ->
    [one] one day
   *[other] { $count } days
}
bin-never = Never
bin-days-hint = Once a day, after the day's backup, Warta empties what has been here for so long. What is emptied is gone and cannot be undone. What something else still names stays: sent releases, outlets of a contact, merged contacts, whoever asked not to be contacted.
bin-empty = Empty the bin now
bin-empty-ask = Empty the bin?
bin-empty-what = { $count ->
    [one] One thing goes
   *[other] { $count } things go
} for good, with what belongs to it. What something else still names stays. This cannot be undone.
bin-emptied = { $items ->
    [0] Nothing was emptied
    [one] One thing was emptied
   *[other] { $items } things were emptied
}{ $stayed ->
    [0] .
    [one] ; one stays because something still names it.
   *[other] ; { $stayed } stay because something still names them.
}
phase-emptying = Emptying the bin
command-bin_empty = Empty the bin
