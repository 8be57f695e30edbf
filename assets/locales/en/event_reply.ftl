# Answers to invitations that come by mail.
cli-arg-inbox-correct-rsvp = What it answers to the invitation; “none” for nothing
cli-inbox-answers = { $guest }, { $event }: { $answer }.
cli-inbox-answers-nowhere = { $answer }. No event knows this answer; link the mail to its person, or take it with “warta event offers”.
cli-inbox-answers-none = Counts as no answer to an invitation now.
cli-help-event-offers = Show answers in the mailbox that came before the event was there, and take them
cli-arg-event-offers-event = Number or title of the event
cli-arg-event-offers-take = Take this response; may be given several times
cli-arg-event-offers-all = Take all of them
cli-event-offer = { $id }  { $at }  { $from }  { $rsvp ->
    [yes] yes
    [no] no
    [maybe] perhaps
   *[other] unclear
}  { $subject }
cli-event-offers-none = No answer in the mailbox waits for this event.
response-rsvp-went = { $event }: { $guest }
response-rsvp-nowhere = No event knows this answer
response-rsvp-by-mail = Read from the words of the letter
response-rsvp-unsure-both = It says both yes and no
response-rsvp-unsure-acknowledges = It only nods
response-rsvp-unsure-hindered = It names a hindrance, no answer
response-answer-yes = It says: will attend
response-answer-no = It says: will not attend
response-answer-maybe = It says: may attend
response-answer-none = No answer to an invitation
response-answered = Counts as “{ $answer }” now
