### The command line: the way of a release.

cli-help-release-edit = Change a press release
cli-help-release-submit = Hand a press release in for review, or on to somebody else
cli-help-release-return = Send a press release in review back to its writer
cli-help-release-approve = Approve a press release as it is now, and give it its number
cli-help-release-withdraw = Withdraw a press release
cli-help-release-correct = Begin a correction of a press release
cli-help-release-archive = Put a press release into the archive
cli-help-release-versions = Show versions, trail and comments
cli-help-release-diff = Show how two versions differ; without numbers, what changed since the approval
cli-help-release-restore = Bring an older version back
cli-help-release-comment = Comment on a press release
cli-help-release-numbers = Show the numbers given, void ones too

cli-arg-release-list-state = draft, in_review, approved, needs_approval, scheduled, distributing, distributed, corrected, withdrawn or archived
cli-arg-release-list-kind = press_release, media_advisory, statement, correction, background or photo
cli-arg-release-edit-set = A field and its value, such as headline=Text; may be repeated
cli-arg-release-edit-file = Headline, lead and body from a Markdown or Word file
cli-arg-release-submit-to = Who shall approve it
cli-arg-note = A word with it
cli-arg-release-approve-by = Who approved; left out = who is working
cli-arg-release-approve-way = How: here, paper or chat
cli-arg-release-approve-evidence = A photo or scan that shows it
cli-arg-release-approve-said = What was said or written
cli-arg-release-withdraw-notice = Begin a notice to those who got it
cli-arg-release-archive-back = Out of the archive
cli-arg-release-diff-from = The older version; left out = the approved one
cli-arg-release-diff-to = The newer version; left out = the text as it is now
cli-arg-release-restore-ordinal = The version's number
cli-arg-release-comment-text = The comment
cli-arg-release-comment-about = About this version

cli-release-saved = Press release { $id } was changed: { $headline } ({ $state })
cli-release-submitted = Press release { $id } was handed in for review. { $holder }
cli-release-returned = Press release { $id } was sent back. { $holder }
cli-release-approved = Press release { $id } is approved.
cli-release-approved-number = Press release { $id } is approved with the number { $number }.
cli-release-withdrawn = Press release { $id } was withdrawn.
cli-release-correction = The correction is press release { $id }: { $headline }
cli-release-archived = Press release { $id } is in the archive.
cli-release-unarchived = Press release { $id } was taken out of the archive.
cli-release-restored = Press release { $id } says what the older version said ({ $state }).
cli-release-commented = Comment { $id } was added.
cli-release-needs-approval = The text is no longer the approved one: press release { $id } needs approval again.
cli-release-stands = Press release { $id }: { $headline } ({ $state }) { $holder }
cli-release-set-form = { $given } is not of the form FIELD=VALUE.
cli-release-set-nothing = Nothing to change was given. Use --set FIELD=VALUE or --file FILE.md.
cli-kept-submitted = handed in
cli-kept-approved = approved
cli-kept-sent = sent
cli-kept-replaced = replaced
cli-kept-current = as it is now
cli-column-version = Version
cli-column-holder = With

cli-release-state-draft = draft
cli-release-state-in-review = in review
cli-release-state-approved = approved
cli-release-state-needs-approval = needs approval again
cli-release-state-scheduled = scheduled
cli-release-state-distributing = being sent
cli-release-state-distributed = sent
cli-release-state-corrected = corrected
cli-release-state-withdrawn = withdrawn
cli-release-state-archived = archived
cli-release-step-submitted = handed in
cli-release-step-handed = handed on
cli-release-step-returned = sent back
cli-release-step-approved = approved
cli-release-step-restored = older version brought back
cli-release-step-withdrawn = withdrawn
cli-release-step-correction = correction begun
cli-release-step-archived = archived
cli-release-step-unarchived = taken out of the archive
cli-command-release-submit = hand in release
cli-command-release-return = send back release
cli-command-release-approve = approve release
cli-command-release-archive = archive release
cli-command-release-withdraw = withdraw release
cli-command-release-correct = begin correction
cli-command-release-restore = bring back version
cli-command-release-comment = comment on release
