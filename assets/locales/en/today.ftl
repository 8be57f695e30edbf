### Today: what waits, how the last distribution went, how fresh the media list is.

today-title = Today
today-waiting = Waiting for you
today-nothing-waiting = Nothing is waiting. Have a good day.
today-waiting-responses =
    { $count ->
        [one] { $count } response to read
       *[other] { $count } responses to read
    }
today-waiting-tray =
    { $count ->
        [one] { $count } mail from nobody known
       *[other] { $count } mails from nobody known
    }
today-waiting-left =
    { $count ->
        [one] { $count } contact says they moved
       *[other] { $count } contacts say they moved
    }
today-waiting-unsure = { $count } possibly sent
today-waiting-by_hand = { $count } to reach by WhatsApp or phone
today-waiting-paused =
    { $count ->
        [one] { $count } distribution stopped
       *[other] { $count } distributions stopped
    }
today-waiting-bad_address =
    { $count ->
        [one] { $count } contact with a bad address
       *[other] { $count } contacts with a bad address
    }
today-waiting-duplicates =
    { $count ->
        [one] { $count } possible duplicate
       *[other] { $count } possible duplicates
    }
today-responses = Newest responses
today-last-distribution = Last distribution
today-no-distribution = No press release has been sent yet
today-reached = { $count } sent
today-in-queue = { $count } queued
today-by-hand = { $count } by WhatsApp or phone
today-failed = { $count } failed
today-unsure = { $count } unsure
today-left-out = { $count } left out
today-answers = { $count } answered
today-follow-ups = Worth a follow-up
today-follow-up =
    { $count ->
        [one] { $count } recipient has not answered
       *[other] { $count } recipients have not answered
    }
today-freshness = Freshness of the list
today-contacts =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
today-unreachable = { $count } without address or number
today-bad-address = { $count } bad addresses
today-stale =
    { $count } untouched for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
today-duplicates = { $count } possible duplicates
today-week = This week
today-week-distributions =
    { $count ->
        [one] { $count } distribution
       *[other] { $count } distributions
    }
today-week-reached =
    { $count ->
        [one] { $count } recipient
       *[other] { $count } recipients
    } reached
today-week-answers =
    { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
today-week-contacts = { $count } new contacts
today-week-logged =
    { $count ->
        [one] { $count } communication
       *[other] { $count } communications
    } logged
today-drafts =
    { $count ->
        [one] { $count } press release not sent yet
       *[other] { $count } press releases not sent yet
    }

# The screen
today-greeting-morning = Good morning
today-greeting-noon = Good afternoon
today-greeting-afternoon = Good afternoon
today-greeting-evening = Good evening
today-new-release = New press release
today-hint-responses = Read them, then reply or mark as done
today-hint-unsure = Compare with the Sent folder
today-hint-paused = Resume or cancel the sending
today-hint-by_hand = The text is ready to be sent
today-hint-tray = Link them to their contacts
today-hint-left = Update the contact, note the successor
today-hint-bad_address = Ask for a new address
today-hint-duplicates = Check whether they are one person
today-start-hint = Fill the media list first, then prepare the first press release.
today-import = Import from Excel
today-to-contacts = To the contacts
today-no-headline = Without a headline
today-of = { $count } of { $total }
today-label-reached = Sent
today-label-failed = Failed
today-label-unsure = Possibly sent
today-label-by-hand = To be contacted
today-label-in-queue = Queued
today-label-left-out = Left out
today-label-answers = Answered
today-label-stale =
    Untouched for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
today-label-bad-address = Bad address
today-label-unreachable = Without address or number
today-label-duplicates = Possible duplicates
today-distribution-running = Sending since { $day }
today-distribution-paused = Stopped, begun { $day }
today-distribution-cancelled = Cancelled: { $day }
today-distribution-done = Finished: { $day }
today-fresh-words = of { $count } contacts are up to date within { $days } days
today-fresh-all = Every contact is up to date.
today-no-contacts = There are no contacts in the media list yet.
today-since = since { $day }
today-week-label-distributions = Distributions
today-week-label-reached = Recipients reached
today-week-label-answers = Answers
today-week-label-contacts = New contacts
today-week-label-logged = Communications logged
today-log = Log communication
today-log-with = With whom
today-log-with-hint = Find a name or outlet
today-log-kind = By
today-log-kind-call = Phone
today-log-kind-whatsapp = WhatsApp
today-log-kind-meeting = Meeting
today-log-kind-mail = Mail
today-log-kind-note = Note
today-log-direction = Direction
today-log-out = We contacted them
today-log-in = They contacted us
today-log-summary = What was said
today-logged = Communication with { $name } was logged
