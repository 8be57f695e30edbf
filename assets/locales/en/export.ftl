### Export of the media list. The column names are recognised again by the import.

export-contacts = Export contacts to Excel
export-excel = Export to Excel (.xlsx)
export-csv = Export to CSV
export-running = Exporting…
export-done =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } saved to { $file }
export-saved = Saved to { $file }

export-column-name = Name
export-column-name_prefix = Name prefix
export-column-name_suffix = Name suffix
export-column-kind = Kind
export-column-outlet = Outlet
export-column-position = Position
export-column-email = Email
export-column-phone = Phone
export-column-whatsapp = WhatsApp
export-column-beats = Beats
export-column-city = City
export-column-language = Language
export-column-salutation_formal = Formal greeting
export-column-salutation_familiar = Familiar greeting
export-column-tags = Tags
export-column-lists = Lists
export-column-notes = Notes
export-column-do_not_contact = Do not contact
# What stands in brackets is left out when imported again, and a column "Status" is not imported.
export-column-bad_address = Status (bad address)
export-column-left_outlet = Status (left the outlet)
export-column-organisation = Organisation
export-column-outlet_type = Outlet type
export-column-outlet_scale = Scale
export-column-outlet_company = Company name
export-column-outlet_address = Address
export-column-outlet_website = Website
export-folder-missing = There is no folder { $folder }. Make it, or choose another one.
export-column-affiliations = All outlets
export-column-reaches = All addresses and numbers with their types
export-column-membership_details = Memberships with role and period
export-column-social_details = Social accounts with address and followers
export-column-states = What holds sending back, since when and why
export-unknown-column = There is no column "{ $column }". There are: { $columns }.
export-title = Export
export-what-shown = What is shown: { $count }
export-what-picked = Those selected: { $count }
export-format = File
export-format-xlsx = Excel (.xlsx)
export-format-csv = CSV
export-format-vcf = vCard 4
export-format-vcf3 = vCard 3, for older phones
export-columns = Columns
export-columns-hint = As chosen here, in this order.
export-columns-shown = The columns of the table
export-columns-all = Everything that has a value
export-columns-chosen = Chosen columns
export-run = Export
export-dialog = Export…
