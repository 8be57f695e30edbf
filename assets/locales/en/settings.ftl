### Settings: looks, office, staff, backups, history.

settings-version = Warta { $version }
settings-clash-hint = The same field changed in both places. Choose what to keep.

# Looks
settings-looks = Language and looks
settings-looks-hint = Takes effect in this window at once.
settings-language = Language
settings-theme = Theme
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-system = As the system
settings-density = Row density
settings-density-comfortable = Comfortable
settings-density-compact = Compact

# Office
settings-office = Office
settings-office-hint = Stands on the letterhead and under each release.
office-name = Name of the office
office-unit = Department or unit
office-city = City
office-address = Address
office-zone = Time zone
office-press-contact = Press contact
office-press-contact-help = Whom journalists may call, with a phone number.
office-boilerplate = About the office
office-boilerplate-help = The standing paragraph under every new release.

# Staff
settings-staff = Staff
settings-staff-hint = Who did what is noted under the name of who is working.
staff-name = Full name
staff-role = Position
staff-working = Working now
staff-choose = This is me
staff-choose-name = This is me: { $name }
staff-new-name = Name of a new member
staff-new-role = Their position
staff-add = Add a member
staff-added = { $name } was added

# Mail account and backups
settings-account = Mail account
settings-backups = Backups
settings-backups-hint = One file with all data and attachments. Passwords are not in it.
settings-backup-now = Back up now
settings-backup-written = The backup was written ({ $size })
settings-backup-none = No backups yet
settings-restore = Restore
settings-restore-name = Restore { $name }
settings-restore-ask = Restore this backup?
settings-restore-what = All data of now is replaced by { $name }. The data of now is backed up first.
settings-restoring = Restoring the backup…
settings-restored = The backup was restored
settings-restore-file = Restore from another file
settings-restore-file-hint = From a memory stick or an old computer, for instance.
settings-restore-choose = Backup file (.zip)

# History
settings-history = History of actions
settings-history-hint = All that was changed, the newest first. What can be undone has the button for it.
settings-history-none = No actions yet
settings-history-rows = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
settings-history-undone = Undone
settings-history-more = Show more
settings-source-cli = from the command line
settings-source-import = import
settings-source-mailbox = from the mailbox
settings-undone = Undone: { $name }
settings-undo-name = Undo: { $name }

command-office_first_start = Set up the office
command-office_save = Change the office
command-office_logo_set = Set the logo
command-staff_save = Change the staff
command-staff_choose = Change who is working
command-setting_set = Change a setting
command-backup_write = Write a backup
command-undo_last = Undo
command-undo_action = Undo

# Actions of other rooms
command-contact_save = Change a contact
command-contact_delete = Delete contacts
command-contact_state_set = Change a contact's state
command-contact_states_set = Mark several contacts
command-interaction_log = Log an interaction
command-organisation_save = Change an outlet or organisation
command-organisation_delete = Delete outlets or organisations
command-list_save = Change a recipient list
command-list_delete = Delete a recipient list
command-list_add = Add to a list
command-list_remove = Take off a list
command-list_save_smart = Save a smart list
command-list_archive = Archive a list
command-list_leave_out = Leave out of a list
command-list_take_back = Let onto a list again
command-import_run = Import a list
command-import_undo = Undo of an import
command-inbox_fetch = Fetch mail
command-duplicate_scan = Look for duplicates
command-duplicate_decide = Decide on a duplicate
command-merge_run = Merge
command-merge_undo = Take a merge apart
command-contact_verify = Verify contacts
command-review_job_change = Change of job
