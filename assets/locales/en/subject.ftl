### The rights of a person in the list: a copy of their data, erasure.

subject-title = Data held about { $name }
subject-intro = { $office } holds the following about this person. Written by { $by } on { $at } with Warta.
subject-changes = Changes
subject-changes-count = { $count ->
    [one] One change of these data is logged.
   *[other] { $count } changes of these data are logged; the JSON copy holds them in full.
}
subject-mentioned = Also mentioned in
subject-format = "{ $value }" is no format for a copy. Use pdf or json.
subject-being-sent = A message to this person is being sent or its outcome is not known yet. Settle it in the distribution, then erase.
contact-erased-before = A person with "{ $value }" was erased on { $day } and asked not to be kept. Enter them again only with a new lawful basis, and confirm it.

phase-erasing = Erasing
phase-pruning = Emptying old images

protect = Data protection
protect-hint = A copy of the data for the person, or erasure (UU 27/2022).
protect-copy-pdf = Copy as PDF
protect-copy-json = Copy as JSON
protect-copied = The copy was written: { $file }
protect-erase = Erase for good
protect-erase-ask = Erase { $name } for good?
protect-erase-what = { $rows } rows about { $name } are erased, with files and the log of their changes. Sendings and answers stay as bare counts. { $backups ->
    [0] No backup holds them.
    [one] One backup still holds them and is deleted; a new one is written first.
   *[other] { $backups } backups still hold them and are deleted; a new one is written first.
} This cannot be undone.
protect-erased = { $name } was erased
protect-mentions = { $count ->
    [one] Their address or number still stands in one other place.
   *[other] Their address or number still stands in { $count } other places.
}
protect-do-not-contact = { $name } asked not to be contacted
protect-state-by = { $name }, { $day }
protect-returned = { $name } was erased on { $day } and is in the list again
protect-returned-hint = As after the restore of an older backup. Erase them again, or note a new lawful basis.
protect-erasures = Erased persons
protect-erasures-none = Nobody was erased yet.
protect-erasure-line = Contact { $id }, { $reason }
protect-erasure-backups = { $count ->
    [one] One backup still holds them: { $names }
   *[other] { $count } backups still hold them: { $names }
}
protect-exports = Log of exports
protect-exports-none = No file with personal data was written yet.
protect-export-line = { $kind }, { $format }, { $count ->
    [one] one record
   *[other] { $count } records
}
protect-export-contacts = Contacts
protect-export-organisations = Organisations
protect-export-rejected = Rejected rows
protect-export-subject = Copy of a person's data
protect-retention = Retention
protect-retention-hint = Today reminds of contacts with whom nothing happened for so long, so that data nobody needs any more are deleted.
protect-retention-months = Remind after
protect-retention-off = Never
protect-retention-choice = { $count ->
    [one] one month
   *[other] { $count } months
}

command-subject_erase = Erase a person
command-subject_export = Copy a person's data
command-bin_restore = Take out of the bin
command-history_prune = Empty old images
protect-enter-again = Enter an erased person again?
protect-enter-again-do = Enter again
protect-clean-later = What the database file still holds of them is cleaned by itself later.
