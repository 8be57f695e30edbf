### Contacts: list, panel, states, history.

contact = Contact
contact-name = Name
contact-name-hint = Full name, or paste a mail signature
contact-titles = Titles
contact-prefix-hint = before
contact-suffix = Titles after the name
contact-suffix-hint = after
contact-kind = Kind
contact-outlet = Outlet
contact-position = Position
contact-beats = Beats
contact-tags = Tags
contact-city = City
contact-language = Language
contact-language-id = Indonesian
contact-language-en = English
contact-email = Email
contact-phone = Phone
contact-phone-whatsapp = Phone or WhatsApp
contact-salutation-formal = Greeting in letters
contact-salutation-familiar = Greeting in chats
contact-lists = Lists
contact-notes = Notes
contact-last = Last contact
contact-state = Status

# Kinds of contacts
contact-kind-journalist = Journalist
contact-kind-activist = Social media activist
contact-kind-community_manager = Community manager
contact-kind-source = Source
contact-kind-liaison = Government unit liaison

# States
contact-states = What holds sending back
contact-state-do_not_contact = Do not contact
contact-state-bad_address = Bad address
contact-state-left_outlet = Left the outlet
contact-state-away = Away
contact-state-stale = Needs an update
contact-state-no_email = No email
contact-state-duplicate = Possible duplicate
contact-away-until = Away until { $day }
contact-away-title = Away until when?
contact-export-selected = Export
contact-away-last-day = Last day away
contact-away-hint = Leave it empty if the day is not known: the mark then stays until you lift it.
contact-state-since = since { $day }
contact-state-lift = Lift
contact-state-lift-named = Lift: { $state }
contact-state-was-set = { $name } marked “{ $state }”
contact-state-was-lifted = “{ $state }” lifted from { $name }
contact-left = { $name } has left the outlet

# The list
contact-search = Search name, outlet, email or number
contact-count = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}
contact-found = { $found } of { $total }
contact-sorted = sorted by { $by }
contact-sorted-relevance = best matches first
contact-filters = Filters
contact-filters-clear = Clear all filters
contact-filter-all = All
contact-filter-any = all
contact-filter-city = City
contact-filter-beat = Beat
contact-filter-kind = Kind
contact-filter-tag = Tag
contact-filter-state = Status
contact-sort = Sort
contact-sort-plain = Usual order
contact-sort-relevance = Best match
contact-sort-name = Name
contact-sort-outlet = Outlet
contact-sort-city = City
contact-sort-last_contact = Last contact
contact-sort-updated = Last changed
contact-bulk = Actions for the selected
contact-empty = No contacts yet
contact-empty-hint = Your journalists, activists and sources live here. Start with the spreadsheet you already have; its columns are recognised.
contact-none = Nothing matches
contact-none-hint = Try other words, or clear the filters.

# Actions
contact-add = Add contact
contact-new = New contact
contact-new-hint = A name and one way to reach them will do. Paste a mail signature or a spreadsheet row into the name and it splits into the fields.
contact-write = Write
contact-add-here = Add…
contact-log = Log
contact-added = { $name } added
contact-deleted = { $count ->
    [one] { $count } contact deleted
   *[other] { $count } contacts deleted
}
contact-deleted-one = { $name } deleted
contact-marked-dnc = { $count ->
    [one] { $count } contact marked “Do not contact”
   *[other] { $count } contacts marked “Do not contact”
}
contact-city-saved = City of { $name } changed
contact-conflict = { $name } was just changed elsewhere. It has been reloaded; check it and make your change again.
contact-duplicate = Another contact uses the same address; perhaps the same person:

# The panel
contact-facts = Details
contact-person = Name and language
contact-history = Contact history
contact-history-empty = Nothing yet. Log the first call or meeting.
reach-add = Add email or number
reach-email = Email
reach-phone = Phone
reach-whatsapp = WhatsApp
reach-remove = Remove { $value }
reach-takes-whatsapp = { $number } takes WhatsApp

# Affiliations
affiliation = Affiliation
affiliations = Outlets and positions
affiliation-organisation = Outlet or organisation
affiliation-started = From
affiliation-ended = To
affiliation-add = Add outlet
affiliation-edit = Edit { $name }
affiliation-left = Has left { $name }
affiliation-remove = Remove from the history
affiliation-since = since { $day }
affiliation-until = until { $day }
affiliation-from-to = { $from } – { $to }

# Interactions
interaction-log = Log an interaction
interaction-logged = Interaction with { $name } logged
interaction-kind = Kind of interaction
interaction-summary = What was said
interaction-direction = Direction
interaction-direction-out = We got in touch
interaction-direction-in = They got in touch
interaction-by = by { $name }
interaction-call = Call
interaction-call-in = Called us
interaction-call-out = We called
interaction-whatsapp = WhatsApp
interaction-whatsapp-in = WhatsApp received
interaction-whatsapp-out = WhatsApp sent
interaction-meeting = Meeting
interaction-mail = Mail
interaction-mail-in = Mail received
interaction-mail-out = Mail sent
interaction-note = Note
interaction-release_sent = Was sent a release
interaction-release_refused = Mail server refused the release
interaction-response_reply = Replied
interaction-response_bounce = Mail bounced
interaction-response_delay = Mail delayed
interaction-response_auto_reply = Automatic reply
interaction-response_opt_out = Asked not to be mailed again
interaction-response_rsvp = Answered an invitation
interaction-response_challenge = Their server asks for proof of the sender
interaction-response_other = Other mail
contact-dnc-title = Do not contact
contact-dnc-hint = No distribution and no invitation reaches them from now on. Your name and the day are kept with it.
contact-dnc-why = Why
contact-dnc-usual = Usual reasons
contact-dnc-mail = Asked by mail
contact-dnc-phone = Asked by phone or chat
contact-dnc-law = Withdrew consent
