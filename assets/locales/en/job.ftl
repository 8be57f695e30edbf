### Long work: its phases.

phase-backup = Writing the backup
phase-exporting = Exporting
phase-importing = Importing
phase-reading = Reading the file
phase-undoing = Undoing
phase-restoring = Putting back what was taken
phase-duplicates-reading = Reading the media list
phase-duplicates-addresses = Comparing addresses and numbers
phase-duplicates-outlets = Comparing the people of each outlet
phase-duplicates-names = Comparing rare names
phase-duplicates-organisations = Comparing organisations
