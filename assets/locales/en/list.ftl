### Recipient lists.

list-name = Name of the list
list-name-hint = For example: City hall journalists
list-notes = Notes
list-updated = Changed
list-count = { $count ->
    [one] { $count } list
   *[other] { $count } lists
}
list-search = Search lists
list-new = New list
list-new-with = New list…
list-create = Create list
list-edit = Rename list
list-delete = Delete list
list-back = To all lists
list-created = List “{ $name }” created
list-saved = List “{ $name }” saved
list-deleted = List “{ $name }” deleted; its contacts stay
list-gone = This list is no longer there
list-empty = No recipient lists yet
list-empty-hint = A list is a selection of contacts that you mail together, such as the city hall journalists.
list-nobody = Nobody on this list yet
list-nobody-hint = Add contacts one by one, or select many at once among the contacts.
list-choose-contacts = Choose among the contacts
list-add-to = Add to list
list-add-contacts = Add contacts
list-add-contacts-hint = Search, press Enter for each contact, then save.
list-add-count = { $count ->
    [one] Add { $count } contact
   *[other] Add { $count } contacts
}
list-take-off = Take off the list
list-added = { $count ->
    [one] { $count } contact added to “{ $name }”
   *[other] { $count } contacts added to “{ $name }”
}
list-all-there = All of them are on “{ $name }” already
list-removed = { $count ->
    [one] { $count } contact taken off “{ $name }”
   *[other] { $count } contacts taken off “{ $name }”
}
list-rule = Rule
list-smart-new = New smart list
list-smart-edit = Change rule
list-smart-hint = A rule finds its contacts, now and whenever the list is used.
list-smart-nobody = Nobody fits the rule at the moment
list-smart-nobody-hint = Contacts join by themselves as soon as they fit.
list-show-archived = Show archived lists
list-archive = Archive list
list-unarchive = Take into use again
list-archived = Archived
list-was-archived = List “{ $name }” archived
list-was-unarchived = List “{ $name }” is in use again
list-compare = Compare lists
list-compare-one = One list
list-compare-other = Other list
list-only-on = Only on “{ $name }”
list-on-both = On both
list-compare-nobody = Nobody
list-compare-more = And { $count } more.
list-leave-out = Leave out…
list-leave-out-hint = They stay out of this list whatever its rule or members say. The reason is kept and shown when a release is sent.
list-reason = Reason
list-left-out = { $count ->
    [one] { $count } contact left out of “{ $name }”
   *[other] { $count } contacts left out of “{ $name }”
}
list-left-out-count = { $count } left out
list-take-back = Let in again
list-taken-back = { $count ->
    [one] { $count } contact is on “{ $name }” again
   *[other] { $count } contacts are on “{ $name }” again
}
