### Distributions: states, reasons, problems before sending.

# Where each recipient stands
delivery-state-queued = Waiting
delivery-state-sending = Being sent
delivery-state-accepted = Accepted by the server
delivery-state-deferred = Deferred, will be tried again
delivery-state-refused = Refused
delivery-state-unsure = Possibly sent
delivery-state-bounced = Bounced
delivery-state-by_hand = By phone or WhatsApp
delivery-state-done_by_hand = Contacted
delivery-state-cancelled = Cancelled
delivery-state-suppressed = Held back

# Where a distribution stands
distribution-state-running = Running
distribution-state-paused = Paused
distribution-state-cancelled = Cancelled
distribution-state-done = Done

# Why somebody is excluded or held back
exclusion-do_not_contact = Do not contact
exclusion-bad_address = Bad address
exclusion-double = Same address as another recipient
exclusion-excluded_by_hand = Excluded by the sender
exclusion-left_out = Left out of the list
exclusion-left_outlet = Left the outlet
exclusion-no_reach = No mail and no phone
exclusion-deleted = The contact was deleted

# More about a state
delivery-reason-expired = Tried for two days
delivery-reason-interrupted = Warta stopped before the server answered
delivery-reason-counted_as_sent = Counted as sent
delivery-reason-outbox_folder = Kept in the outbox folder
delivery-reason-in_sent_folder = Found in the folder of sent mail
delivery-reason-answered = Proven by an answer

# Why a distribution stopped by itself
distribution-paused-needs-login = The mail account's password is missing. Enter it and sending goes on.
distribution-paused-connection-refused = The mail server refuses this account, so sending is paused. No recipient is at fault. Check the mail account, then go on.
distribution-paused-unreachable = The mail server cannot be reached, so sending is paused. Check the internet connection, then go on.
distribution-paused-policy = The server refused several recipients in a row by its rules, so sending is paused. Read the server's words, then go on or cancel.
distribution-paused-many-refused = Too many recipients in a row were refused, so sending is paused. Check the addresses of the recipient list, then go on or cancel.
distribution-paused-many-deferred = The server deferred too many messages in a row, so sending is paused. Wait a little, then go on.
distribution-paused-many-unsure = The connection broke after one message after the other, so sending is paused. Check the mail server, then settle the messages that were possibly sent.
distribution-paused-no-account = The mail account of this distribution is gone. Set up a mail account, then go on.
distribution-paused-broken = This mail cannot be written: its text or attachments are missing. Cancel it and send again from the release.
distribution-paused-by-hand = Paused by a person.

# Before sending
distribution-problem-no-recipients = There are no recipients yet. Choose recipient lists or people.
distribution-problem-no-headline = The release has no headline. Write one first.
distribution-problem-no-text = The release has no text yet.
distribution-problem-missing-field =
    The field { $field } is empty for { $count ->
        [one] { $count } recipient
       *[other] { $count } recipients
    }: { $names }
distribution-problem-unknown-field = The field { $field } is unknown. Check the covering mail.
distribution-problem-file-lost = The attachment { $file } is missing from the workspace. Attach it again.
distribution-problem-too-large = Each message has { $size } MB. Many servers refuse that; make the attachments smaller or send a link.
distribution-problem-clipped = The text is long. Gmail cuts messages of this length.
distribution-problem-away =
    { $count ->
        [one] { $count } recipient is
       *[other] { $count } recipients are
    } away.
distribution-problem-already-sent =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    } already got this release in an earlier distribution.
distribution-problem-no-account = There is no mail account yet. Messages are kept in the outbox folder; nothing leaves this computer.
distribution-problem-day-limit = This account may send { $limit } messages a day; the rest leaves on the following days.

# Errors
distribution-unknown = There is no distribution { $id }.
distribution-audience-changed = The number of recipients changed from { $expected } to { $found } since it was checked. Check again, then send.
distribution-file-lost = The attachment { $file } is missing from the workspace. Attach it again.
delivery-unknown = There is no delivery { $id }.

# Progress
outbox-sending = Sending mail

# The distribution screen
distribution-to-release = To the release
distribution-begun = Sent { $when } by { $actor }
distribution-reached = { $reached } of { $total } reached
distribution-sum = { $reached } of { $total } reached
distribution-progress = Where all recipients stand
distribution-rate = { $count } a minute
distribution-ends = done at about { $when }
distribution-ended = Done { $when }
distribution-next-try = next try { $when }
distribution-pause = Pause
distribution-resume = Go on
distribution-cancel = Cancel the rest
distribution-cancel-ask = Cancel what is not sent?
distribution-cancel-what = { $count ->
    [one] { $count } recipient who has
   *[other] { $count } recipients who have
} not got the release will not get it. What was sent stays sent.
distribution-cancelled = { $count ->
    [one] { $count } recipient cancelled
   *[other] { $count } recipients cancelled
}
distribution-to-account = Open the mail account
distribution-to-folder = Nothing leaves this computer: mail is kept in the outbox folder.
distribution-by-mail = Mail
distribution-by-hand = WhatsApp and by hand
distribution-no-mail = No mail stands like this
distribution-name = Name
distribution-outlet = Outlet
distribution-address = Address
distribution-words = The server's words
distribution-attempts = Tries
distribution-changed = Changed
distribution-why = Why
distribution-unsure = { $count ->
    [one] { $count } mail was possibly sent
   *[other] { $count } mails were possibly sent
}
distribution-unsure-hint = The connection broke before the server answered. Decide: send again (it may arrive twice), or count as sent.
distribution-send-again = Send again
distribution-count-as-sent = Count as sent
distribution-open-whatsapp = Open WhatsApp
distribution-call = Call
distribution-copy-text = Copy the text
distribution-by-hand-all-done = Everybody has been contacted

command-distribution_pause = Pause a distribution
command-distribution_resume = Resume a distribution
command-distribution_cancel = Cancel a distribution
command-delivery_settle = Settle a mail possibly sent
command-delivery_done_by_hand = Mark as contacted
command-outbox_run = Send the outbox
command-release_test_mail = Send a test mail
