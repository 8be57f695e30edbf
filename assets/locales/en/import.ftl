### Import of a contact list.

import-title = Import contacts
import-subtitle = From Excel, OpenDocument or CSV
import-back = To the contacts
import-start = Import from Excel
import-steps = Steps of the import
import-step-file = File
import-step-columns = Columns
import-step-preview = Check
import-step-done = Done

# The file
import-file = Your contact list
import-file-hint = .xlsx, .xls, .ods, .csv, .tsv
import-uploading = Taking the file
import-promise-guess = Columns are recognised: name, outlet, email, mobile number, beats and more.
import-promise-nobody-twice = People who are there already are updated, not doubled.
import-promise-undo = You see the outcome before anything is saved; afterwards the whole import can be undone.

# Columns
import-sheet = Sheet
import-sheet-rows = { $name } (about { $rows } rows)
import-list = Put everybody on the list
import-list-hint = Optional. A list that does not exist yet is made.
import-columns = Columns of the file
import-columns-taken = { $taken } of { $all } columns imported
import-column = Column
import-samples = Samples
import-becomes = Imported as
import-becomes-named = Column { $column } imported as
import-no-header = The first row of this file is data already, so the columns are named by letters. Check what they hold.
import-doubled = These fields take only one column: { $fields }. The first one counts.
import-check = Check the outcome

# Fields
import-field-name = Full name
import-field-first_name = First name
import-field-middle_name = Middle name
import-field-last_name = Last name
import-field-name_prefix = Titles before the name
import-field-name_suffix = Titles after the name
import-field-kind = Kind of contact
import-field-gender = Gender
import-field-salutation_formal = Greeting in letters
import-field-salutation_familiar = Greeting in chats
import-field-email = Email
import-field-phone = Phone
import-field-whatsapp = WhatsApp
import-field-outlet = Outlet
import-field-outlet_type = Type of outlet
import-field-outlet_scale = Scale of the outlet
import-field-outlet_company = Company of the outlet
import-field-outlet_website = Website of the outlet
import-field-outlet_address = Address of the outlet
import-field-position = Position
import-field-beats = Beats
import-field-city = City
import-field-language = Language
import-field-tags = Tags
import-field-tag_if_yes = Tag if “yes”
import-field-lists = Recipient lists
import-field-notes = Notes
import-field-do_not_contact = Do not contact
import-field-ignore = Do not import

# The outcome
import-outcome = Outcome by row
import-would-added = will be added
import-would-updated = will be updated
import-would-skipped = nothing new
import-would-rejected = rejected
import-was-added = added
import-was-updated = updated
import-was-skipped = nothing new
import-was-rejected = rejected
import-row = Row
import-note = Note
import-value = In the cell
import-learnt = New: { $fields }
import-possible-duplicate = Possible duplicate: another contact uses the address
import-new-outlets = { $count ->
    [one] { $count } new outlet comes with them.
   *[other] { $count } new outlets come with them.
}
import-duplicates = { $count ->
    [one] { $count } contact may be a duplicate: same address, another name. It is marked, nothing is merged.
   *[other] { $count } contacts may be duplicates: same address, another name. All are marked, none is merged.
}
import-first-rows = The first { $shown } rows of { $all }.
import-run = { $count ->
    [one] Import { $count } contact
   *[other] Import { $count } contacts
}
import-done = { $file } has been imported.
import-undone = The import of { $file } was undone.
import-cancelled = Cancelled. Nothing was saved.
import-save-rejected = Save the rejected rows
import-another = Import another file
import-see-contacts = See the contacts

# Why a row is rejected; also written into its file
import-reason-column = Reason
import-reason-no_name = no name
import-reason-email_not_valid = the email address is wrong
import-reason-phone_not_valid = the phone number is wrong
import-reason-signature = a signature under the table, not a contact

# What an undo of an import leaves
undo-left = { $count ->
    [one] { $count } was changed or used since and stays as it is now:
   *[other] { $count } were changed or used since and stay as they are now:
}
undo-left-changed = changed since
undo-left-used = in use since
