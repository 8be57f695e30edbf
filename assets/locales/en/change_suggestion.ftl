### What a mail tells about a person in the media list, for somebody to accept or dismiss; and how
### surely and why a mail is taken for what it is.

suggestion-title = Suggested changes
suggestion-successor = Succeeded by { $address }
suggestion-new_address = New address: { $address }
suggestion-left = No longer at { $outlet }
suggestion-left-nowhere = Has left the outlet
suggestion-told = told in a mail on { $day }
suggestion-accept-successor = Add as a contact
suggestion-accept-new_address = Use this address first
suggestion-accept-left = Record as having left
suggestion-dismiss = Dismiss
suggestion-accepted-successor = { $address } was added as a contact. Please fill in the name.
suggestion-accepted-new_address = { $address } is now the first address of { $name }
suggestion-accepted-left = { $name } is recorded as having left
suggestion-dismissed = Suggestion dismissed
suggestion-decided = This suggestion has been decided already.
suggestion-open-mail = Open the mail
table-change_suggestions = Suggested change
table-sender_rules = What mail of a sender is
cli-command-change-suggestion-decide = decide on a suggested change
cli-command-response-rule-forget = forget a correction

follow-up-bad-address = Find a working address: mail to { $address } comes back

response-confidence = { $percent }% sure.
response-corrected-from = Read as: { $kind }. Corrected by hand.
response-rule-holds = From now on every such mail from { $from } counts as this.
response-rule-forget = Forget this for the sender
response-rule-forgotten = Mail from { $from } is read afresh again
response-corrected-sender = Now recognised as: { $kind }, and every such mail from { $from }
response-proposes-enquiry = Asks something
response-proposes-enquiry-hint = This mail asks something. It can become an enquiry.
response-proposes-coverage = Brings a published piece
response-proposes-coverage-hint = This mail links to what was published. It can be logged as coverage:
response-proposes-wrong_person = Reached the wrong person
response-proposes-wrong_person-hint = Whoever wrote this says not to be the right person. Please check the entry in the media list.
response-broken = Cannot be read whole
response-broken-hint = The parts of this mail cannot be read, or it is too large. It is kept whole; here is its beginning as text.
response-away-from = from { $day }

response-sign-dsn-report = The server sent a delivery report (RFC 3464).
response-sign-dsn-success = The server reports that the mail was delivered or passed on.
response-sign-x-failed-recipients = The server names the addresses that failed.
response-sign-phrase = The mail says: “{ $words }”.
response-sign-subject = The subject says: “{ $words }”.
response-sign-header = The mail carries the mark “{ $words }”.
response-sign-mail-system-sender = A mail server wrote it.
response-sign-null-path = It has no return address, as notices of servers have.
response-sign-smtp-code = It names the error code of a server.
response-sign-returned-message = The mail that was sent is attached.
response-sign-reason-words = It names the reason of a failure.
response-sign-feedback-report = A mail provider passes on a complaint.
response-sign-disposition-notification = It is a receipt of reading.
response-sign-calendar-reply = A calendar answers the invitation.
response-sign-calendar-request = It is an invitation or its cancellation.
response-sign-dmarc-report = It is a report about mail of the office’s domain.
response-sign-auto-submitted-header = It says of itself that a machine sent it (RFC 3834).
response-sign-precedence-header = It is marked as machine or bulk mail.
response-sign-auto-reply-header = It is marked as an automatic reply.
response-sign-auto-response-suppress = It asks not to be answered by machines.
response-sign-list-unsubscribe-header = It carries an unsubscribe link, as mailings do.
response-sign-list-id-header = It comes from a mailing list.
response-sign-machine-sender = Its address belongs to a machine.
response-sign-no-reply-sender = Its address takes no answers.
response-sign-spam-flag = A filter marked it as spam.
response-sign-thread-headers = It answers a mail of the office.
response-sign-quotes = It quotes a mail of the office.
response-sign-personal-mail = Nothing speaks for a machine, so a person wrote it.
response-sign-challenge-sender = It comes from a filter that wants proof of a person.
response-sign-sender-rule = Somebody corrected an earlier mail of this sender.
response-sign-unreadable = Its parts cannot be read.
response-sign-date = It names days of absence.

cli-help-inbox-correct = Say what a response really is; holds for the sender from now on
cli-arg-inbox-correct-id = The response, as response list shows it
cli-arg-inbox-correct-kind = What it is
cli-arg-inbox-correct-soft = Of a bounce: for now only
cli-arg-inbox-correct-hard = Of a bounce: for good
cli-arg-inbox-correct-once = Only this mail, not the sender
cli-inbox-corrected = Counts as { $kind } now.
cli-inbox-corrected-sender = Counts as { $kind } now, and so does every such mail from { $from }.

settings-acknowledge = Acknowledge opt-outs by mail
settings-acknowledge-help = Whoever asks not to be written to gets one short answer that it was heard. Without it, they are marked as do not contact and hear nothing more.
settings-acknowledge-on = Acknowledge
settings-acknowledge-off = Do not write any more
opt-out-mail-subject = Your request was heard
opt-out-mail-text = { $office } will not send you any more press releases or invitations. This is the last mail; you need not do anything. If it was a mistake, just answer.

command-response_rule_forget = Forget a correction for a sender
command-change_suggestion_decide = Decide on a suggested change
command-opt_out_acknowledged = Acknowledge an opt-out
column-read_as = Read as
column-confidence = How sure
column-away_from = Away from
column-successor_same = Own new address
column-proposes = Proposes
column-links = Links
column-broken = Cannot be read whole
column-told_on = Told on

response-sign-calendar-subject = The subject is one that calendars write when somebody answers an invitation.
response-make-enquiry = Make an enquiry
response-make-enquiry-due = Make an enquiry, due { $due }
response-due-named = Wants the answer by { $due }. The mail says: “{ $words }”
response-due-take = Take it as the deadline
response-open-enquiry = Open the enquiry
response-log-coverage = { $count ->
    [one] Log as coverage
   *[other] Log { $count } pieces as coverage
  }
response-coverage-logged = { $count ->
    [one] Logged as coverage
   *[other] { $count } pieces logged as coverage
  }
response-coverage-there = Logged already
response-enquiry-made-due = Enquiry made, due { $due } as the mail says: “{ $words }”
enquiry-due-from-mail = Deadline taken from the mail: “{ $words }”
coverage-mail-without-links = This mail brings no link to a published piece. Name the link.
cli-help-inbox-log = Make what a mail proposes into a record: an enquiry or coverage
cli-arg-inbox-log-id = ID of the response
cli-arg-inbox-log-record = enquiry or coverage; none = what the mail proposes
cli-arg-inbox-log-due = Deadline of the enquiry, such as “2026-12-01 15:00 WITA”; none = the one that the mail names
cli-arg-inbox-log-no-due = No deadline, whatever the mail says
cli-arg-inbox-log-links = Link to a piece (may be repeated); none = all that the mail brings
cli-inbox-logged-enquiry = Enquiry { $id }: { $subject }
cli-inbox-logged-due = Due { $due }; the mail says: “{ $words }”
cli-inbox-logged-piece = Logged { $id }: { $title } ({ $outlet }, { $day })
cli-inbox-known-piece = Logged already as { $id }: { $title } ({ $outlet }, { $day })
cli-inbox-log-what = This mail proposes nothing to be logged. Say “enquiry” or “coverage”.

response-forwarded-by = Passed on by { $name }
response-forward-note = { $name } wrote: “{ $note }”
