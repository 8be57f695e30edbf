### After a distribution: report, trying again, mended addresses, follow-up, approvals.

# The report
report-title = Distribution report
report-file = Distribution report { $headline }
report-format = "{ $value }" is no form of a report. Choose pdf or xlsx.
report-open = Report
report-back = To the distribution
report-save-pdf = Save as PDF
report-save-xlsx = Save as Excel
report-of-distribution =
    { $count ->
        [one] Distribution of { $when } · { $count } recipient
       *[other] Distribution of { $when } · { $count } recipients
    }
report-distributions = Distributions of this release
report-channel-mail = Mail
report-channel-by_hand = By phone or in person
report-channel-whatsapp = WhatsApp
report-channel-group = WhatsApp group
report-all-channels = All channels
report-by-channel = By channel
report-measure = Result
report-facts = About this distribution
report-fact-release = Press release
report-fact-number = Number
report-fact-state = State
report-fact-queued = Sent
report-fact-begun = Began to leave
report-fact-ended = Finished
report-fact-embargo = Embargo until
report-fact-version = Text
report-fact-approved = Approved
report-fact-account = Sending account
report-fact-languages = Languages
report-language-sums = { $language }: { $count }, { $sent } sent
report-fact-subject = Subject
report-fact-lists = Recipient lists
report-fact-minus-lists = Lists taken away
report-fact-people = People chosen one by one
report-fact-guard = Distance from an earlier message
report-fact-excluded = Left out
report-fact-as-of = As of
report-fact-purpose = Follows from
report-purpose-resend = Sent again to mended addresses
report-purpose-follow_up = Follow-up
report-version = Version { $version }, { $when }
report-not-approved = Never approved
report-by = { $when } by { $actor }
report-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
report-account-folder = Outbox folder (nothing leaves this computer)
report-sum-total = Recipients
report-sum-sent = Reached
report-sum-waiting = Still waiting
report-sum-refused = Refused
report-sum-bounced = Bounced
report-sum-unsure = Not known whether sent
report-sum-cancelled = Cancelled
report-sum-suppressed = Held back
report-sum-replied = Replied
report-sum-opted-out = Asked for no more mail
report-sum-auto-replied = Automatic replies
report-sum-coming = Coming
report-sum-not-coming = Not coming
report-sum-perhaps = Perhaps coming
report-steps = Trail
report-step-queued =
    { $count ->
        [one] Queued for { $count } recipient
       *[other] Queued for { $count } recipients
    }
report-step-begun = Began to leave
report-step-wave =
    { $count ->
        [one] The next wave left: { $note } ({ $count } recipient)
       *[other] The next wave left: { $note } ({ $count } recipients)
    }
report-step-retried =
    { $count ->
        [one] { $count } failed message tried again
       *[other] { $count } failed messages tried again
    }
report-step-resend =
    { $count ->
        [one] Sent again to { $count } mended address (distribution { $id })
       *[other] Sent again to { $count } mended addresses (distribution { $id })
    }
report-step-follow_up =
    { $count ->
        [one] { $count } person asked once more (distribution { $id })
       *[other] { $count } people asked once more (distribution { $id })
    }
report-step-ended = The last mail was settled
report-step-cancelled = The rest was cancelled
report-when = Time
report-what = What happened
report-who = By
report-excluded = Left out ({ $count })
report-excluded-none = Nobody was left out
report-recipients = Recipients ({ $count })
report-more =
    { $count ->
        [one] { $count } more recipient is in the Excel report.
       *[other] { $count } more recipients are in the Excel report.
    }
report-id = Contact ID
report-name = Name
report-outlet = Outlet
report-channel = Channel
report-address = Address or number
report-language = Language of the text
report-state = State
report-reason = Reason
report-note = Note
report-reply-code = Server's reply code
report-enhanced-code = Status code
report-reply-text = Server's words
report-attempts = Attempts
report-wave = Wave
report-sent-at = Reached at
report-done-by = Done by
report-changed-at = Changed at
report-answer = Answer
report-answered-at = Answered at
report-answer-text = What they wrote
report-opted-out = Asked for no more mail
report-rsvp = Attendance
report-auto-replied = Automatic reply
report-asked-again = Times followed up
report-zone = Time zone
report-message-id = Message ID
report-yes = yes
report-sheet-sums = Summary
report-sheet-recipients = Recipients
report-sheet-excluded = Left out
report-answer-reply = Replied
report-answer-opt_out = Asked for no more mail
report-answer-auto_reply = Automatic reply
report-answer-rsvp = Answered the invitation
report-rsvp-ACCEPTED = Coming
report-rsvp-DECLINED = Not coming
report-rsvp-TENTATIVE = Perhaps coming

# Trying again what failed
distribution-nothing-to-retry = Nothing in distribution { $id } can be tried again.
retry-title = Try the failed ones again
retry-button = Try the failed ones again ({ $count })
retry-failed =
    { $count ->
        [one] { $count } mail failed
       *[other] { $count } mails failed
    }
retry-explain = What has been sent, or may have been, is not touched. The text stays the same.
retry-again = Tried again
retry-not = Not tried again
retry-not-do_not_contact = Not tried: do not contact
retry-not-bad_address = Not tried: bad address
retry-not-address_changed = Not tried: the address was replaced
retry-not-reached_since = Not tried: has this release already
retry-not-deleted = Not tried: the contact was deleted
retry-unsure =
    { $count ->
        [one] Of { $count } mail nobody knows whether it was sent; settle it by itself.
       *[other] Of { $count } mails nobody knows whether they were sent; settle them one by one.
    }
retry-all-left = { $count } failed, none can be tried again
retry-done =
    { $count ->
        [one] { $count } mail is tried again
       *[other] { $count } mails are tried again
    }
retry-do =
    { $count ->
        [one] Try { $count } mail again
       *[other] Try { $count } mails again
    }

# Mended addresses
mended-title =
    { $count ->
        [one] { $count } person has another address now
       *[other] { $count } people have another address now
    }
mended-explain = The mail to them failed, and their address has been put right since. They get the same text as everybody else, as a small distribution.
mended-address = Address that holds now
mended-failed = Address that failed
mended-send = Send to the new address
mended-none = No address has been put right yet.
distribution-resend-not-now = { $name } does not wait to be sent to again (any more): the address has not been put right, or the release has reached them.

# Follow-up
follow-up-mail-subject = Following up: {"{{headline}}"}
follow-up-mail-text =
    {"{{salutation|Dear editors}}"},

    A few days ago we sent you the text below. In case it was missed, here it is once more. We are glad to help with further information, photos or a spokesperson.

    Kind regards,
    {"{{office}}"}
follow-up-title = Follow-up
follow-up-proposed =
    { $count ->
        [one] { $count } person is worth asking once more
       *[other] { $count } people are worth asking once more
    }
follow-up-silent =
    { $count ->
        [one] { $count } person has not answered
       *[other] { $count } people have not answered
    }
follow-up-explain =
    { $most ->
        [one] They got this text and have not answered. Whoever declined, wants no more mail or was asked { $most } time is not here.
       *[other] They got this text and have not answered. Whoever declined, wants no more mail or was asked { $most } times is not here.
    }
follow-up-open = Follow up
follow-up-choose = Choose the people
follow-up-how = By what
follow-up-by-mail = Short mail
follow-up-by-call = Call list
follow-up-subject = Subject
follow-up-text = Short covering text
follow-up-text-hint = The release follows below it, as it was sent.
follow-up-call-hint = Everybody goes into the phone and WhatsApp queue; whoever is marked as done is noted in their contact history.
follow-up-days =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
follow-up-times =
    { $times ->
        [one] asked { $times } time already
       *[other] asked { $times } times already
    }
follow-up-nobody = Nobody needs to be asked again.
follow-up-nobody-chosen = Choose at least one person.
follow-up-is-due = due
follow-up-check = Check
follow-up-send =
    { $count ->
        [one] Send to { $count } person
       *[other] Send to { $count } people
    }
follow-up-call =
    { $count ->
        [one] Make a call list for { $count } person
       *[other] Make a call list for { $count } people
    }
follow-up-excluded = Left out: { $names }
follow-up-not-silent = { $name } need not be asked again: has answered, declined, wants no more mail, was asked often enough, or a message to them is waiting.
follow-up-corrected = This release has been corrected, so nobody is asked about it.
follow-up-rule-on =
    { $most ->
        [one] The office's rule: ask once more after { $from } to { $until } working days without an answer, at most { $most } time.
       *[other] The office's rule: ask once more after { $from } to { $until } working days without an answer, at most { $most } times.
    }
follow-up-rule-off = The follow-up rule is off (Settings, Sending).
follow-up-rule = Follow-up proposals
follow-up-rule-hint = Warta proposes who is worth asking once more; sending stays your decision. Usual: after 3 to 5 working days, twice at most.
follow-up-rule-turn-on = Propose follow-ups
follow-up-rule-from-label = From working day
follow-up-rule-until-label = Until working day
follow-up-rule-most-label = At most (times)
follow-up-rule-holidays-label = Holidays
follow-up-rule-holidays-help = One date a line, such as 2026-12-25. Saturdays and Sundays are always off.
follow-up-rule-from = Enter 1 to 60 working days.
follow-up-rule-until = Enter a working day that is not before the first one, 60 at most.
follow-up-rule-most = Enter 1 to 5 times.
follow-up-rule-holiday = "{ $value }" is not a date. Write it like 2026-12-25.
follow-up-rule-saved = Follow-up rule saved

# Corrections and notices of withdrawal
distribution-problem-original-missing =
    { $count ->
        [one] { $count } person who got the original is not among the recipients.
       *[other] { $count } people who got the original are not among the recipients.
    }
distribution-problem-original-others =
    { $count ->
        [one] { $count } recipient never got the original.
       *[other] { $count } recipients never got the original.
    }
distribution-problem-original-unsure =
    { $count ->
        [one] Of { $count } mail of the original nobody knows whether it was sent; settle it in its distribution first.
       *[other] Of { $count } mails of the original nobody knows whether they were sent; settle them in their distribution first.
    }
original-title = Who got the original
original-explain =
    { $count ->
        [one] { $count } recipient got "{ $headline }". This goes to exactly that one.
       *[other] { $count } recipients got "{ $headline }". This goes to exactly them.
    }
original-on = Send to exactly those who got the original

# Today
today-approvals = Waiting for approval
today-approval-mine = With you since { $when }
today-approval-anybody = Waiting for anybody since { $when }
today-approval-other = With { $holder } since { $when }
today-approval-from = from { $from }

# Command line
cli-help-distribution-report = The report of one distribution; with --pdf or --xlsx as a file
cli-help-distribution-retry = Try again what failed and whose address may work
cli-help-distribution-resend = Send the same text to addresses that were put right
cli-help-distribution-followup = Show who is worth asking once more, or ask them
cli-arg-distribution-report-pdf = Write the report as PDF on the letterhead
cli-arg-distribution-report-xlsx = Write the report as Excel workbook
cli-arg-distribution-retry-dry-run = Only show what would be tried again
cli-arg-distribution-followup-to = Who (ID, mail or phone); none = whom the rule proposes
cli-arg-distribution-followup-calls = As a call list, without mail
cli-arg-distribution-followup-subject = Subject of the mail
cli-arg-distribution-followup-text = Short covering text
cli-retried =
    { $count ->
        [one] Distribution { $id }: { $count } mail is tried again. warta outbox run or the open window sends it.
       *[other] Distribution { $id }: { $count } mails are tried again. warta outbox run or the open window sends them.
    }
cli-column-channel = Channel
cli-column-refused = Refused
cli-column-bounced = Bounced
cli-column-replied = Replied
cli-column-opted-out = Opted out
cli-column-coming = Coming
cli-column-not-coming = Not coming
cli-column-failed-address = Failed address
cli-column-working-days = Working days
cli-column-times = Times
cli-column-proposed = Proposed

command-distribution_retry = Try the failed ones again
command-follow_up_rule_save = Change the follow-up rule
command-distribution_report_export = Save a distribution report
