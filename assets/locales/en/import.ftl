### Import of a contact list.

import-title = Import contacts
import-subtitle = From Excel, OpenDocument, CSV, vCard, or pasted
import-back = To the contacts
import-start = Import from Excel
import-steps = Steps of the import
import-step-file = File
import-step-columns = Columns
import-step-preview = Check
import-step-done = Done

# The file
import-file = Your contact list
import-file-hint = .xlsx, .xls, .ods, .csv, .tsv, .vcf
import-uploading = Taking the file
import-promise-guess = Columns are recognised: name, outlet, email, mobile number, beats and more.
import-promise-nobody-twice = People who are there already are updated, not doubled.
import-promise-undo = You see the outcome before anything is saved; afterwards the whole import can be undone.

# Columns
import-sheet = Sheet
import-sheet-rows =
    { $name } (about { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    })
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
import-undo-cancelled = Nothing was undone: what had been taken is back.
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
undo-left-taken = its name or place has been taken since

# More fields; the rest are named as the fields of a contact or an outlet
import-field-beat_if_yes = Beat if “yes”
import-field-affiliations = All outlets with positions and days
import-field-birth_year = Birthday: year
import-field-birth_month = Birthday: month
import-field-birth_day = Birthday: day
import-field-exact_name = Name without titles, exactly as written
import-field-reaches = All addresses and numbers with their types
import-field-membership_details = Memberships with role and period
import-field-social_details = Social accounts with address and followers
import-field-states = What holds sending back
import-field-outlet_reaches = All addresses and numbers (outlet)
import-field-outlet_membership_details = Memberships with role and period (outlet)
import-field-outlet_social_details = Social accounts with address and followers (outlet)
import-field-outlet_states = Addresses that bounce (outlet)
import-field-new_text = New field of your office: text
import-field-new_number = New field of your office: number
import-field-new_date = New field of your office: date
import-field-new_choice = New field of your office: choice
import-field-new_yes_no = New field of your office: yes or no
import-field-outlet_new_text = New field of outlets: text
import-field-outlet_new_number = New field of outlets: number
import-field-outlet_new_date = New field of outlets: date
import-field-outlet_new_choice = New field of outlets: choice
import-field-outlet_new_yes_no = New field of outlets: yes or no
import-field-instagram = Instagram account
import-field-twitter = X (Twitter) account
import-field-facebook = Facebook account
import-field-tiktok = TikTok account
import-field-youtube = YouTube channel
import-field-linkedin = LinkedIn account
import-field-custom = Fields of your office
import-field-of-outlet = { $name } (outlet)

# Where columns come from
import-layout = Recognised: { $name }.
import-layout-google = Google Contacts
import-layout-outlook = Outlook
import-layout-thunderbird = Thunderbird
import-layout-mailchimp = Mailchimp
import-layout-prowly = Prowly
import-layout-valosan = Valosan
import-layout-presspage = Presspage
import-layout-indonesian = list of outlets and journalists
import-layout-vcard = vCard
import-remembered = These columns were imported before; they are taken as they were then.

# Several sheets
import-sheets = Sheets to import
import-sheets-hint = Each sheet has its own columns.
import-sheet-columns = Columns of “{ $name }”

# Rules for people who are there already
import-rules = People who are there already
import-rules-hint = An empty cell never takes anything away.
import-rule = Rule for { $field }
import-rule-replace = Replace
import-rule-fill = Only fill what is empty
import-rule-add = Add

# Paste
import-paste = Or paste here
import-paste-label = Rows from a spreadsheet, vCards, or the signature of a mail
import-paste-take = Take what was pasted
import-paste-name = Pasted text
import-paste-empty = Nothing was pasted. Copy rows, a vCard or a signature first.
import-paste-nobody = No name, address or number was found in the text. Enter the person by hand.
import-paste-person = One person found. Check and add.

# Past imports
import-past = Past imports
import-past-empty = Nothing has been imported yet.
import-past-undo = Undo the import of { $file }
import-past-counts = { $added } added, { $updated } updated, { $rejected } rejected
import-state-running = running
import-state-done = done
import-state-unfinished = not finished, nothing of it stayed
import-state-undone = undone
import-unknown = There is no import { $id }. See the numbers with "warta import list".
import-still-running = Import { $id } is still running. Cancel it first, or wait until it ends.

# Values left out
import-left-out = { $count ->
    [one] { $count } value was left out; the rest of its row went in.
   *[other] { $count } values were left out; the rest of their rows went in.
}
import-left-out-would = { $count ->
    [one] { $count } value will be left out; the rest of its row goes in.
   *[other] { $count } values will be left out; the rest of their rows go in.
}
import-outlets-only = { $count ->
    [one] { $count } row names an outlet and no person.
   *[other] { $count } rows name an outlet and no person.
}
import-undone-but = The import of { $file } was undone. { $count } changed or used since stay as they are.
import-reason-not_a_day = not a day
import-reason-not_a_number = not a number
import-reason-not_a_choice = not one of the words to choose from
import-reason-not_yes_no = neither yes nor no
import-erased-before = { $count ->
    [one] One person in this file was erased before and is left out.
   *[other] { $count } people in this file were erased before and are left out.
}
import-reason-erased_before = this person was erased before and asked not to be kept
