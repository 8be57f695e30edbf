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
