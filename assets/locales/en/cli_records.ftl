### Records written on the command line: verbs, arguments, answers.

cli-help-contact-new = Add a contact
cli-help-contact-edit = Change fields of a contact
cli-help-contact-move = Change of jobs: end where they work and begin the next, history kept
cli-help-contact-delete = Put contacts into the bin
cli-help-contact-restore = Take contacts out of the bin
cli-help-contact-fields = Show every field that --set takes
cli-help-organisation = Outlets and other organisations
cli-help-organisation-new = Add an outlet or organisation
cli-help-organisation-edit = Change fields of an organisation
cli-help-organisation-show = Show one organisation with its people
cli-help-organisation-list = List outlets and organisations
cli-help-organisation-delete = Put organisations into the bin
cli-help-organisation-restore = Take organisations out of the bin
cli-help-organisation-fields = Show every field that --set takes
cli-help-field = Fields of your office
cli-help-field-list = Show the fields that the office defined
cli-help-field-new = Define a field
cli-help-field-archive = Offer a field no longer; its values stay
cli-help-field-delete = Put a field and its values into the bin
cli-arg-set = A field and its value, such as city=Serang; several values with ; between them; may be repeated
cli-arg-outlet = The outlet that they join; left out = they only leave
cli-arg-position = Position there
cli-arg-department = Part of the organisation
cli-arg-contact-move-from = The outlet that they leave; left out = all
cli-arg-on = The day, such as 2026-11-22 or 22/11/2026; left out = today
cli-arg-ids = Ids
cli-arg-which = An organisation: id, name or abbreviation
cli-arg-organisation-new-kind = Kind, such as outlet, community or government_unit
cli-arg-organisation-list-kind = One kind only; not_outlet = all but outlets
cli-arg-of = Of contacts or of organisations
cli-arg-field-new-kind = text, number, date, choice or yes_no
cli-arg-choice = A word of a choice; may be repeated
cli-contact-made = { $name } added (id { $id }).
cli-contact-saved = { $name } saved.
cli-contact-moved = { $name } is now at { $outlet }.
cli-organisation-made = { $name } added (id { $id }).
cli-organisation-saved = { $name } saved.
cli-field-saved = Field "{ $name }" saved; its key is { $key }.
cli-nothing-to-set = Say what to change with --set FIELD=VALUE. The fields stand in "warta contact fields".
cli-column-website = Website
cli-column-contacts = Contacts
cli-column-until = Until
cli-column-field = Field
cli-column-choices = Choices
cli-column-of = Of
cli-owner-contact = contacts
cli-owner-organisation = organisations
cli-field-kind-text = text
cli-field-kind-long-text = long text
cli-field-kind-number = number
cli-field-kind-date = day
cli-field-kind-birthday = birthday
cli-field-kind-instant = time
cli-field-kind-choice = choice
cli-field-kind-yes-no = yes or no
cli-field-kind-email = email
cli-field-kind-phone = phone
cli-field-kind-url = web address
cli-field-kind-label = words
cli-field-kind-picture = picture
cli-records-deleted = { $count ->
    [one] { $count } record is in the bin now. Take it back with "warta undo", or restore id { $ids }.
   *[other] { $count } records are in the bin now. Take them back with "warta undo", or restore ids { $ids }.
}
cli-records-restored = { $count ->
    [one] { $count } record is back.
   *[other] { $count } records are back.
}
cli-organisations-shown = { $total ->
    [one] { $shown } of { $total } organisation
   *[other] { $shown } of { $total } organisations
}
