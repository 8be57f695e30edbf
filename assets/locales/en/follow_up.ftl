### Follow-ups: promises and next steps with a contact.

follow-up = Follow-up
follow-up-what-missing = Say what is to be done.
follow-up-day-wrong = "{ $value }" is not a day. Write it like 2026-12-31.
interaction-not-by-hand = Only what a person has logged can be changed or deleted; Warta noted this line itself.
redo-nothing = There is nothing to redo.
command-interaction_save = Change a logged interaction
command-interaction_delete = Delete logged interactions
command-follow_up_save = Change a follow-up
command-follow_up_done = Tick off a follow-up
command-follow_up_delete = Delete follow-ups
command-redo_last = Redo

follow-up-next = Next step
follow-up-none = No open follow-up
follow-up-kind-follow_up = Follow up
follow-up-kind-promise = Promise
follow-up-what = What is to be done
follow-up-due = Until
follow-up-owner = In charge
follow-up-done = Done
follow-up-done-name = Done: { $what }
follow-up-was-done = Ticked off: { $what }
follow-up-add = Agree a follow-up
follow-up-due-on = until { $day }
follow-up-overdue = overdue since { $day }
follow-up-finished = Follow-up done
follow-up-agreed = Follow-up agreed
interaction-logged-kind = { $kind } with { $name } logged
interaction-quick = Press a letter to log at once: t call, w WhatsApp, m meeting, e mail. Or write what was said.
stream-all = Everything
stream-interaction = Communication
stream-follow_up = Follow-ups
stream-change = Changes
stream-more = Show older
stream-with = with { $name }
redone = Done again
redo = Redo
key-redo = Redo
contact-sort-next_step = Next step
contact-next-step = Next step
today-due = Due follow-ups
today-due-none = Nothing is due.
today-soon = Birthdays and expiries
today-soon-birthday = Birthday
today-soon-press_card = Press card expires
today-soon-ukw = UKW expires
today-soon-file = File expires: { $what }
today-retention = { $count ->
    [one] One contact untouched for { $months } months: still needed?
   *[other] { $count } contacts untouched for { $months } months: still needed?
}
