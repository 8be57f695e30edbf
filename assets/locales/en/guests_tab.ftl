### The guests of an event on screen: their list, answers by key, mails, quotas.

keys-guests = Guests of an event
key-guest-yes = Will come
key-guest-no = Won’t come
key-guest-maybe = May come
key-guest-add = Add guests
key-guest-invite = Invite
key-guest-remind = Remind
key-guest-substitute = Somebody else comes

guests-none = No guests yet
guests-none-hint = Add a recipient list, people of the media list, or somebody by name. Then invite them all at once.
guests-none-found = Nobody fits this
guests-show-everybody = Show everybody
guests-filter = Which guests
guests-search = Search name, outlet, number
guests-category-any = All categories
guests-category-own = As the person is
guests-show-all = All
guests-show-unanswered = No answer
guests-show-yes = Will come
guests-show-maybe = May come
guests-show-no = Won’t come
guests-show-waiting = Waiting list
guests-show-before-change = Before the change ({ $count })
guests-show-listed = Not invited
guests-show-withdrawn = Withdrawn
guests-rows = { $count ->
    [one] 1 guest
   *[other] { $count } guests
}

guests-sums = How many will come
guests-will-come = will come
guests-seats-left = { $count ->
    [one] 1 seat left
   *[other] { $count } seats left
}
guests-seats-none = No seat left
guests-figure-yes = Will come
guests-figure-maybe = May come
guests-figure-unanswered = No answer
guests-figure-no = Won’t come
guests-figure-waiting = Waiting list

guests-place-listed = Not invited yet
guests-place-withdrawn = Invitation withdrawn
guests-waiting-rank = Waiting, no. { $rank }
guests-replaced = { $name } comes instead
guests-came = Came
guests-answer-yes = Will come
guests-answer-no = Won’t come
guests-answer-maybe = May come
guests-answer-before-change = Before the change
guests-answer-none = No answer
guests-said-yes = { $name } will come
guests-said-no = { $name } won’t come
guests-said-maybe = { $name } may come
guests-way = How the answer came
guests-way-calendar = Calendar
guests-way-mail = Mail
guests-way-phone = By phone
guests-way-whatsapp = By WhatsApp
guests-way-in_person = In person
guests-way-staff = Staff
guests-column-answer = Answer
guests-column-said = How
guests-column-told = Told
guests-invited = Invited { $day }
guests-reminded = Reminded { $day }
guests-told-off = Called off { $day }
guests-for = in place of { $name }
guests-notes = Notes
guests-open-contact = Open the contact

guests-in-hand = What can be done with this guest
guests-chosen = { $count ->
    [one] 1 guest chosen
   *[other] { $count } guests chosen
}
guests-choose-none = Choose nobody
guests-edit = Edit
guests-remove = Delete from the list
guests-removed = { $count ->
    [one] 1 guest is in the bin
   *[other] { $count } guests are in the bin
}
guests-seat = Give a seat
guests-seated = { $count ->
    [one] 1 guest has a seat
   *[other] { $count } guests have a seat
}
guests-withdraw = Withdraw the invitation
guests-withdraw-hint = { $count ->
    [one] This guest loses the seat, and the next on the waiting list gets it. Whoever was invited is told by “Call off”.
   *[other] These { $count } guests lose their seats, and the next on the waiting list get them. Whoever was invited is told by “Call off”.
}
guests-withdraw-why = Why
guests-withdrawn = { $count ->
    [one] 1 invitation withdrawn
   *[other] { $count } invitations withdrawn
}

guests-add = Add guests
guests-add-hint = Everybody comes onto the list once, whatever you choose. Nobody is invited before you send the invitation.
guests-add-count = { $count ->
    [one] Add 1 guest
   *[other] Add { $count } guests
}
guests-added = { $count ->
    [one] 1 guest added
   *[other] { $count } guests added
}
guests-named = Others by name
guests-named-help = One person a line: name; outlet; phone or mail. Rows of a spreadsheet can be pasted.
guests-nominated-by = Named by
guests-nominated-help = The association, outlet or unit that named them
guests-found-adding = Come onto the list
guests-found-waiting = Onto the waiting list
guests-found-already = Are guests already
guests-found-left-out = Left out
guests-found-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}

guests-substitute = Somebody else comes
guests-substitute-for = In place of { $name }
guests-substitute-hint = The seat goes to this person; whom they replace counts as not coming.
guests-substitute-who = Who comes
guests-substituted = { $name } comes in place of { $for }

guests-quotas = Quotas
guests-quotas-hint = Whoever is beyond a quota waits, and gets the seat when one falls free.
guests-quotas-none = No quota yet: everybody may come as long as there are seats.
guests-quota-add = Add the quota
guests-quota-scope = For
guests-quota-each_outlet = Each outlet
guests-quota-outlet = One outlet
guests-quota-organisation = Those an organisation named
guests-quota-tier = Tier
guests-quota-tier-of = Tier { $tier }
guests-quota-nominated = Named by { $name }
guests-quota-places = Places
guests-quota-saved = Quota added
guests-quota-removed = The quota is in the bin

guests-mail-attach = Attach files or a press kit
guests-offers =
    { $count ->
        [one] { $count } answer in the mailbox seems to be about this event
       *[other] { $count } answers in the mailbox seem to be about this event
    }
guests-offers-look = Look
guests-offers-title = Answers that came earlier
guests-offers-hint = These mails were read before the event or its guest was listed. Take those that are about this event.
guests-offers-none = There are no more.
guests-offers-take-all = Take all ({ $count })
guests-offers-taken =
    { $count ->
        [one] { $count } answer taken
       *[other] { $count } answers taken
    }
guests-offer-take = Take
guests-offer-leave = No answer to an invitation
guests-offer-left = The mail from { $name } no longer counts as an answer to an invitation
guests-offer-by-uid = It names this event’s invitation.
guests-offer-by-person = From a guest of this event.
guests-offer-by-subject = Its subject names this event.
guests-open-answers = { $count ->
    [one] 1 answer to look at
   *[other] { $count } answers to look at
}
guests-answers-all = Show all { $count }
guests-answers-fewer = Show fewer
guests-answer-whose = Whose answer is it?
guests-answer-apply = Take the answer
guests-answer-set-aside = Set aside
guests-answer-deputy = Put { $name } on the list
guests-answer-mail = The mail
guests-answer-done-apply = The answer of { $name } is taken
guests-answer-done-set_aside = The answer of { $name } is set aside
guests-answer-done-deputy = The deputy of { $name } is on the list

guests-mail-invitation = Invite
guests-mail-invitation-hint = To everybody on the list who was not invited yet, or to those you chose. It carries the event for their calendar, with yes, no and maybe to press.
guests-mail-reminder = Remind
guests-mail-reminder-hint = To whoever was invited and has not answered.
guests-mail-update = Tell what changed
guests-mail-update-hint = To whoever knows an older version of the event and has not declined. Their calendars are put right.
guests-mail-cancellation = Call off
guests-mail-cancellation-hint = To whoever was told and has not declined. The event goes out of their calendars.
guests-mail-thanks = Thank who came
guests-mail-thanks-hint = To everybody who was checked in.
guests-mail-missed = Write to who was missing
guests-mail-missed-hint = To whoever was invited, had not declined, and did not come.
guests-mail-thanks-count = { $count ->
    [one] Thank 1 guest who came
   *[other] Thank { $count } guests who came
}
guests-mail-missed-count = { $count ->
    [one] Write to 1 who was missing
   *[other] Write to { $count } who were missing
}
guests-mail-ways = { $mail } by mail, { $chat } by WhatsApp, { $hand } by hand
guests-mail-without = Who does not get it, and why
guests-mail-keep-recent = { $count ->
    [one] Also to the person who got another message lately
   *[other] Also to the { $count } people who got another message lately
}
guests-mail-subject = Subject
guests-mail-text = Text
guests-mail-text-help = Words in braces become each person’s own. What, when and where stand below by themselves.
guests-mail-calendar = The event goes along for calendars.
guests-mail-send = { $count ->
    [one] Send to 1 person
   *[other] Send to { $count } people
}
guests-mail-nobody = Nobody to send to
guests-mail-queued = { $count ->
    [one] On its way to 1 person
   *[other] On its way to { $count } people
}
guests-mail-watch = Watch
guests-tell = { $count ->
    [one] 1 guest knows an older version of this event.
   *[other] { $count } guests know an older version of this event.
}
guests-tell-off = { $count ->
    [one] 1 guest has not been told that it is called off.
   *[other] { $count } guests have not been told that it is called off.
}
guests-on-its-way = { $count ->
    [one] 1 message to a guest is on its way or to be done by hand.
   *[other] { $count } messages to guests are on their way or to be done by hand.
}

guests-ics = Save for a calendar (.ics)
guests-letters = Invitation letters
guests-letters-hint = The letter on the office’s letterhead with its number, one page for each guest.
guests-letters-none = No letter yet.
guests-letter-new = Write the letter
guests-letter-draft = Draft
guests-letters-save = Save for all guests
guests-letters-save-some = { $count ->
    [one] Save for 1 guest
   *[other] Save for { $count } guests
}
guests-more = More for guests
