# Guests of press events, their seats and answers: what the list, the command line and errors say.
guest-name-missing = A guest needs a name.
guest-name-is-contacts = The name of { $name } comes from the media list. Change it there.
guest-category-wrong = There is no category “{ $category }”. Possible: { $categories }.
guest-row-name = Line { $row } of the people to add has no name. Write the name first: Name; Outlet; Phone or mail.
guest-row-email = Line { $row } ({ $name }): “{ $value }” is not a mail address. Correct or remove it.
guest-row-phone = Line { $row } ({ $name }): “{ $value }” is not a phone number. Correct or remove it.
guest-event-cancelled = “{ $event }” was called off. Plan it again before guests are added.
guest-is-there = This is the address or number of { $name }, who is on the list already.
guest-is-in = { $name } has arrived and stays on the list. Take the check-in back first.
guest-withdraw-reason = Write why the invitation is taken back. The fairness record shows it.
guest-deputy-missing = Name who comes instead: somebody of the media list, or a person by name.
guest-deputy-withdrawn = The invitation of { $name } was taken back, so that nobody can come in their place. Give them a seat first.
guest-deputy-taken = { $name } comes in the place of somebody else already.
guest-quota-organisation = Choose the outlet or organisation that the quota is for.
guest-quota-tier = Choose the tier: { $tiers }.
guest-quota-double = There is such a quota already. Change its number of seats.
guest-waits-full =
    { $places ->
        [one] The only seat is taken.
       *[other] All { $places } seats are taken.
    }
guest-waits-outlet =
    { $places ->
        [0] { $outlet } has no seats.
        [one] { $outlet } has one seat, and it is taken.
       *[other] { $outlet } has { $places } seats, and all are taken.
    }
guest-waits-organisation =
    { $places ->
        [0] { $organisation } may name nobody.
        [one] { $organisation } may name one guest, and has.
       *[other] { $organisation } may name { $places } guests, and has.
    }
guest-waits-tier =
    { $places ->
        [0] Outlets of tier { $tier } have no seats.
        [one] Outlets of tier { $tier } have one seat, and it is taken.
       *[other] Outlets of tier { $tier } have { $places } seats, and all are taken.
    }
guest-out-do-not-contact = Do not contact
guest-out-erased = Was erased at their own wish
guest-out-minus = On a list that was taken away
guest-out-of-list = Left out of the list
guest-out-left-outlet = No longer at the outlet
guest-already-withdrawn = Invitation taken back
guest-already-waiting = On the waiting list
guest-answer-wrong = “{ $answer }” is no answer. Possible: yes, no, maybe.
answer-unknown-guest = The address is that of no guest. Choose whose answer it is, or set it aside.
answer-event-cancelled = The event was called off.
answer-event-over = The answer came after the event.
answer-event-unknown = The event of this answer is not there any more, or is none of this office.
answer-event-several = It may be about several events.
answer-other-time = Asks for another time.
answer-deputy = Sends somebody else. Put the deputy on the list.
answer-no-seat = Wants to come, but has no seat.
answer-old-version = Answers an earlier invitation; what it said has changed since.
answer-unclear = Says neither yes nor no.
answer-whose = Choose the guest whose answer it is.
answer-says-nothing = The answer says neither yes nor no. Choose what it means.
answer-other-event = { $name } is a guest of another event.
interaction-event_yes = Will come to the event
interaction-event_no = Will not come to the event
interaction-event_maybe = May come to the event
history-event_yes = Will come to the event
history-event_no = Will not come to the event
history-event_maybe = May come to the event

# Command line.
cli-help-event-guests = Show an event's guests, add them, give seats, take invitations back
cli-help-event-rsvp = Write down what a guest answered, or who comes instead
cli-help-event-answers = Show answers that a person must look at, and settle them
cli-arg-event-guests-add = Adds whom --list, --contact and --person name (they alone do so too)
cli-arg-event-guests-list = Everybody of this recipient list
cli-arg-event-guests-minus = But for those of this one
cli-arg-event-guests-contact = Somebody of the media list: id, mail address or number
cli-arg-event-guests-person = Anybody, such as "Siti Rahma; Harian Contoh; 0000 1234 567"
cli-arg-event-guests-category = press, speaker, official, public or crew
cli-arg-event-guests-nominated-by = The association or outlet that named them
cli-arg-event-guests-dry-run = Only tells who would come onto the list
cli-arg-event-guests-seat = Gives them a seat, whatever the quotas say
cli-arg-event-guests-withdraw = Takes their invitation back; with --reason
cli-arg-event-guests-reason = Why; the fairness record shows it
cli-arg-event-guests-remove = Takes them off the list
cli-arg-event-guests-quota = each_outlet=2, outlet:NAME=3, organisation:NAME=5 or tier:1=10; nothing behind = takes it away
cli-arg-event-guests-waiting = Only those on the waiting list
cli-arg-event-guests-unanswered = Only those who were invited and have not answered
cli-arg-event-guests-answered-before-change = Only those whose yes or maybe is older than the last change of the event
cli-arg-event-guests-answer = Only those with this answer: yes, no, maybe
cli-arg-event-guests-search = Words of name, outlet or address, or digits of a number
cli-arg-event-guests-quotas = Shows the quotas
cli-arg-event-rsvp-who = The guest: id, name, mail address or number
cli-arg-event-rsvp-answer = yes, no or maybe
cli-arg-event-rsvp-by = phone, whatsapp, in_person, mail or staff
cli-arg-event-rsvp-comment = What they said beside it
cli-arg-event-rsvp-deputy = Who comes instead: of the media list, or "Name; Outlet; Phone"
cli-arg-event-answers-event = Of this event; without it = of all
cli-arg-event-answers-all = Also those that are settled
cli-arg-event-answers-settle = Settles this answer; with --deed
cli-arg-event-answers-deed = apply, set_aside or deputy
cli-arg-event-answers-guest = Whose answer it is, where nobody knew
cli-arg-event-answers-means = What it says: yes, no or maybe
cli-event-guests-nobody = Say who: --list, --contact or --person.
cli-event-guests-added = { $adding } added, { $waiting } on the waiting list, { $already } were there already, { $left } left out.
cli-event-guests-would = { $adding } would be added, { $waiting } would wait, { $already } are there already, { $left } would be left out.
cli-event-guests-waits = Waits: { $name }. { $reason }
cli-event-guests-left = Left out: { $name }. { $reason }
cli-event-guests-sums = Invited { $invited }, yes { $yes }, no { $no }, maybe { $maybe }, no answer { $unanswered }, waiting { $waiting }, answers to look at { $open }.
cli-event-answer-before-change = { $answer }, before the change
cli-event-guests-before-change = { $count ->
    [one] 1 of them answered before the event last changed: event notify asks again.
   *[other] { $count } of them answered before the event last changed: event notify asks again.
}
cli-event-rsvp = { $name }: { $answer }
cli-event-rsvp-deputy = { $name } comes in the place of { $for }.
cli-event-answer-settled = The answer of { $name } is settled.
cli-event-quota-wrong = “{ $quota }” is no quota. Write each_outlet=2, outlet:NAME=3, organisation:NAME=5 or tier:1=10.
cli-event-answer-yes = yes
cli-event-answer-no = no
cli-event-answer-maybe = maybe
cli-event-answer-state-applied = stands
cli-event-answer-state-open = to look at
cli-event-answer-state-older = older
cli-event-answer-state-set-aside = set aside
cli-event-place-listed = listed
cli-event-place-invited = invited
cli-event-place-waiting = waiting
cli-event-place-withdrawn = withdrawn
cli-event-quota-each-outlet = each outlet
cli-event-quota-outlet = outlet
cli-event-quota-organisation = named by
cli-event-quota-tier = tier
cli-column-at = At
cli-column-place = Place
cli-column-scope = Quota
cli-column-whom = Of
cli-column-seats = Seats
