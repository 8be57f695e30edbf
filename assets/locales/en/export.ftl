### Export of the media list. The column names are recognised again by the import.

export-contacts = Export contacts to Excel
export-excel = Export to Excel (.xlsx)
export-csv = Export to CSV
export-running = Exporting…
export-done = { $rows } rows saved to { $file }
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
