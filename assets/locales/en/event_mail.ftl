### Mails to the guests of an event: invitation, reminder, change, cancellation, thanks.

# What is written in the mail
event-mail-kicker-invitation = Invitation
event-mail-kicker-reminder = Reminder
event-mail-kicker-update = Change of the event
event-mail-kicker-cancellation = Called off
event-mail-kicker-thanks = Thank you
event-mail-kicker-missed = News of the event
event-mail-lead = { $when }, { $place }
event-mail-line-theme = Theme
event-mail-line-host = Host
event-mail-line-online = Online
event-mail-line-map = Map
event-mail-line-dress = Dress

event-mail-invitation-subject = Invitation: {"{{headline}}"}, { $day }
event-mail-invitation-text =
    {"{{salutation|Dear colleague}}"},

    We would be glad to welcome {"{{outlet|your newsroom}}"} at the event below.

    Please let us know whether you will come: with the buttons of the calendar invitation, or by answering “will attend” or “cannot come”. If a colleague comes in your place, please give us the name.

    Thank you and kind regards,

    {"{{office}}"}
event-mail-reminder-subject = Please confirm: {"{{headline}}"}, { $day }
event-mail-reminder-text =
    {"{{salutation|Dear colleague}}"},

    We have not heard yet whether you will come to the event below. May we expect you?

    Please answer with the buttons of the calendar invitation, or reply “will attend” or “cannot come”. If a colleague comes in your place, please give us the name.

    Thank you and kind regards,

    {"{{office}}"}
event-mail-update-subject = Changed: {"{{headline}}"}, { $day }
event-mail-update-text =
    {"{{salutation|Dear colleague}}"},

    The event to which we invited you has changed. Time and place as they are now stand below, and the calendar invitation replaces the earlier one.

    Please tell us once more whether you can come: with the buttons of the calendar invitation, or by answering this mail.

    We apologise for the change. Kind regards,

    {"{{office}}"}
event-mail-cancellation-subject = Called off: {"{{headline}}"}, { $day }
event-mail-cancellation-text =
    {"{{salutation|Dear colleague}}"},

    We are sorry to tell you that the event below is called off. The reason: { $reason }

    We apologise and thank you for your understanding.

    {"{{office}}"}
event-mail-cancellation-plain-text =
    {"{{salutation|Dear colleague}}"},

    We are sorry to tell you that the event below is called off.

    We apologise and thank you for your understanding.

    {"{{office}}"}
event-mail-withdrawal-subject = Invitation taken back: {"{{headline}}"}, { $day }
event-mail-withdrawal-text =
    {"{{salutation|Dear colleague}}"},

    We are sorry that we must take back our invitation to the event below: seats are limited. We will gladly send you the material; just answer this mail.

    Thank you for your understanding.

    {"{{office}}"}
event-mail-thanks-subject = Thank you for coming to {"{{headline}}"}
event-mail-thanks-text =
    {"{{salutation|Dear colleague}}"},

    Thank you for coming to our event. If you need figures, photos or another interview, just answer this mail.

    We would be glad if you sent us the link to your story.

    {"{{office}}"}
event-mail-missed-subject = Material of the event: {"{{headline}}"}
event-mail-missed-text =
    {"{{salutation|Dear colleague}}"},

    We are sorry that we missed you at the event below. You are welcome to use its material; if you need figures, photos or an interview, just answer this mail.

    We hope to see you at the next one.

    {"{{office}}"}

# Kinds of mail
event-mail-invitation = Invitation
event-mail-reminder = Reminder
event-mail-update = Notice of change
event-mail-cancellation = Notice of cancellation
event-mail-thanks = Thanks
event-mail-missed = Mail to those who did not come

# Why a guest does not get it
event-mail-left-waiting = On the waiting list
event-mail-left-withdrawn = The invitation was taken back
event-mail-left-invited = Invited already
event-mail-left-not_invited = Not invited
event-mail-left-answered = Has answered
event-mail-left-declined = Does not come
event-mail-left-up_to_date = Knows the event as it is
event-mail-left-not_told = Was never told of it
event-mail-left-told_off = Knows that it is called off
event-mail-left-still_asked = Still invited, and the event takes place
event-mail-left-not_arrived = Did not come
event-mail-left-arrived = Came
event-mail-left-represented = Somebody came in their place
event-mail-left-on_its_way = This mail is on its way
event-mail-left-had_it = Had this mail

# Why a mail did not leave after all
exclusion-guest_gone = No longer on the guest list
exclusion-event_cancelled = The event is called off
exclusion-guest_withdrawn = The invitation was taken back
exclusion-event_on_again = The event takes place after all
exclusion-guest_answered = Has answered
exclusion-guest_declined = Has declined

event-mail-over = The event “{ $title }” is over. Change its time first if it is still to come.
event-mail-other-text = That text is not for the event “{ $title }”. Choose one of this event.
command-event_mail_draft = Prepare a mail to guests
command-event_mail_send = Send a mail to guests

cli-event-mail-left = Guests who do not get it:
cli-help-event-invite = Invite the guests who are not invited yet
cli-help-event-remind = Remind those who have not answered
cli-help-event-notify = Tell guests of what has changed
cli-help-event-call-off = Tell guests that it is called off or that their invitation is taken back
cli-help-event-thanks = Thank those who came
cli-help-event-missed = Write to those who did not come
cli-help-event-ics = Save the event as a calendar file
cli-arg-guests = Only the guests with these ids
cli-arg-event-ics-file = A file .ics; without it into the download folder
cli-arg-event-invite-list = Recipient list whose people come onto the guest list first; may be repeated
cli-arg-event-invite-minus = Recipient list whose people are left out; may be repeated
cli-arg-event-invite-subject = Subject; without it Warta writes one
cli-arg-event-remind-subject = Subject; without it Warta writes one
cli-arg-event-notify-subject = Subject; without it Warta writes one
cli-arg-event-call-off-subject = Subject; without it Warta writes one
cli-arg-event-thanks-subject = Subject; without it Warta writes one
cli-arg-event-missed-subject = Subject; without it Warta writes one
cli-arg-event-invite-text = A file with the text of the mail; without it Warta writes one
cli-arg-event-remind-text = A file with the text of the mail; without it Warta writes one
cli-arg-event-notify-text = A file with the text of the mail; without it Warta writes one
cli-arg-event-call-off-text = A file with the text of the mail; without it Warta writes one
cli-arg-event-thanks-text = A file with the text of the mail; without it Warta writes one
cli-arg-event-missed-text = A file with the text of the mail; without it Warta writes one
cli-arg-event-invite-release = Id of the text prepared for this event
cli-arg-event-remind-release = Id of the text prepared for this event
cli-arg-event-notify-release = Id of the text prepared for this event
cli-arg-event-call-off-release = Id of the text prepared for this event
cli-arg-event-thanks-release = Id of the text prepared for this event
cli-arg-event-missed-release = Id of the text prepared for this event

# The invitation letter
event-letter-subject = Invitation to { $title }
event-letter-recipients = Journalists and editors-in-chief
event-letter-opening = We have the honour to invite you to attend and cover { $title }, which takes place as follows:
event-letter-when = Time
event-letter-place = Place
event-letter-contact = Contact
event-letter-closing = We would be grateful for your presence. Thank you for your attention.
event-letters-none = The event “{ $title }” has no invitation letter yet. Begin one with warta event letter.
event-letters-nobody = There is no guest of the event “{ $title }” to write to. Add guests first.
event-letters-pdf = Invitation letters are saved as PDF. Give the file a name that ends in .pdf
command-event_letter_new = Begin an invitation letter
cli-event-letter-made = A draft of the invitation letter is made (id { $id }). Complete and issue it with warta letter, then warta event letters.
cli-help-event-letter = Begin the invitation letter of an event
cli-help-event-letters = Save the invitation letters, a page for each guest
cli-arg-event-letters-file = A file .pdf; without it into the download folder
