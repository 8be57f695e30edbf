### Long work: its phases.

phase-backup = Writing the backup
phase-exporting = Exporting
phase-importing = Importing
phase-reading = Reading the file
