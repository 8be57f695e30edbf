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
