### Responses: what came back to the office, from whom, and what it brought about.

response-title = Responses
response-search = Search sender, subject, text
response-none = No responses yet
response-none-hint = Fetch them from the mailbox, or read .eml, .mbox and Maildir files.
response-none-found = Nothing matches
response-fetch = Fetch mail
response-check-again = Read the whole mailbox again
response-fetching = Fetching mail…
response-read-files = Read mail files
response-from-disk = from a file

response-tab-all = All
response-tab-waiting = Waiting for you
response-tab-unmatched = Not recognised
response-kind-reply = Reply
response-kind-bounce = Bounce
response-kind-delay = Delayed
response-kind-auto_reply = Auto-reply
response-kind-opt_out = Opt-out
response-kind-rsvp = RSVP
response-kind-challenge = Asks for proof of sender
response-kind-other = Other

response-reason-user_unknown = no such address
response-reason-mailbox_full = mailbox full
response-reason-host_unknown = no such domain
response-reason-policy = refused by a rule
response-reason-spam = taken for spam
response-reason-too_large = message too large
response-reason-expired = tried for too long
response-reason-relay_denied = server does not take mail from us
response-reason-network = server out of reach
response-reason-protocol = servers misunderstood each other
response-reason-other = not told
response-hard = final
response-soft = temporary

response-auto-away = out of office
response-auto-vacation = on leave
response-auto-left = moved or left
response-auto-ticket = ticket receipt
response-auto-other = automatic answer
response-away-until = until { $day }
response-successor = Successor: { $address }
response-add-successor = Add the successor as a contact

response-partstat-accepted = Will attend
response-partstat-declined = Will not attend
response-partstat-tentative = May attend
response-partstat-needs-action = Not confirmed
response-partstat-delegated = Sends someone
response-rsvp-proposed = Proposes another time: { $time }

response-recognised-as = Recognised as
response-recognised-by = Recognised by
response-by-token = token in the address
response-by-envelope_id = envelope number
response-by-in_reply_to = the mail it answers
response-by-original_message_id = the returned mail
response-by-recipient = the address that failed
response-by-from = the sender's address
response-by-hand = linked by hand
response-correct = Correct the kind
response-corrected = Kind corrected
response-link = Link to a contact
response-linked = Linked to { $name }
response-link-search = Find a contact
response-suggested = May be from
response-suggested-subject = same subject
response-suggested-name = same name
response-handle = Mark as done
response-reopen = Reopen
response-handled = Done

response-new-text = New text
response-whole-mail = Whole mail
response-quoted =
    { $count ->
        [one] { $count } quoted line hidden
       *[other] { $count } quoted lines hidden
    }
response-attachments =
    { $count ->
        [one] { $count } attachment
       *[other] { $count } attachments
    }
response-file-dangerous = This file may harm the computer when opened.
response-remote-blocked = Remote images are not loaded, so the sender does not learn that this was read.
response-mail-missing = The copy of this mail is gone or damaged. Only the text that was read from it is shown.
response-server-words = The server's words
response-about-release = About the press release
response-effect-bad_address = { $address } was marked as a bad address
response-effect-do_not_contact = { $name } was marked as do not contact
response-effect-away = { $name } is away until { $day }

inbox-report = { $added ->
    [one] 1 new response, { $known } known already, { $unmatched } not recognised
   *[other] { $added } new responses, { $known } known already, { $unmatched } not recognised
  }
inbox-report-failed = { $count } could not be read
inbox-report-none = Nothing new
phase-reading-mail = Reading mail
phase-fetching-mail = Fetching mail from the server

history-response_reply = Replied
history-response_bounce = Bounced
history-response_delay = Delivery delayed
history-response_auto_reply = Auto-reply
history-response_opt_out = Opted out
history-response_rsvp = Answered an invitation
history-response_challenge = Asked for proof of sender
history-response_other = Incoming mail

command-inbox_read = Read responses
command-response_link = Link response
command-response_handled = Mark response
command-response_correct = Correct the kind of a response

# The screen
response-auto-name-away = Out of office
response-auto-name-vacation = On leave
response-auto-name-left = Left the outlet
response-auto-name-ticket = Ticket receipt
response-bounce-hard = Bounced for good
response-bounce-soft = Bounced for now
response-check-mail = Check mail
response-subtitle = { $waiting } waiting for you, { $unmatched } of them not recognised
response-filters = Filter responses
response-kind = Kind
response-show-all = Show all
response-none-waiting = Every response is handled
response-none-unmatched = Every sender is recognised
response-none-found-hint = Try other words, or remove the filter.
response-none-connect = Connect the office mailbox in Settings so that responses are read and recognised by themselves, or read mail files here.
response-no-mailbox = No mailbox is connected. Enter the server for reading (IMAP) in Settings.
response-open-settings = Open Settings
response-drop = Mail files
response-drop-hint = .eml, .mbox and Outlook .msg files, for example exported from a mail program. The same mail is not counted twice.
response-drop-empty = There is no mail in this folder. Drop a Maildir, or a folder with .eml, .mbox or .msg files.
response-list-capped = The newest { $count } are shown. Search to find older ones.
response-nothing-open = No response is open
response-nothing-open-hint = Choose a response in the list to read it.
response-no-subject = No subject
response-no-new-text = There is no new text in this mail.
response-answers = answers the press release
response-actions = Actions
response-reply = Reply
response-done = Response marked as done
response-reopened = Response reopened
response-show-whole = Show the whole mail
response-files-where = The files are in the original mail; open them in the mail program.
response-failed-address = Address
response-why = Reason
response-sign = Sign
response-leaned = Why Warta thinks so
response-effects = What Warta has done
response-effect-bounced = The delivery of “{ $headline }” was recorded as failed
response-effect-delay = The server is still trying; nothing needs doing yet
response-effect-history = Noted in the contact history of { $name }
response-end-posts = Record as having left { $outlet }
response-posts-ended = { $name } is recorded as having left
response-successor-added = { $address } was added as a contact. Please fill in the name.
response-nobody-known = Warta does not know yet whose mail this is.
response-link-this = Link
response-link-to = Link to { $name }
response-link-other = Link to another contact
response-link-help = Not listed yet? Type the name and choose Add; { $address } is noted too.
response-linked-new = { $name } was added as a contact and linked
response-corrected-to = Now recognised as: { $kind }
response-card = Contact
response-card-beats = Beats
response-card-city = City
response-card-email = Email
response-card-phone = Phone
response-card-last = Last contact
response-card-whatsapp = Open WhatsApp
response-before = Before this
response-before-none = No other history yet.
response-nobody = Not recognised
response-nobody-hint = { $address } is not in the media list. Link it to a contact beside this.
response-bounce-refused = Refused by the server
response-about = about the press release
