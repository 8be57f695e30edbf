### Letters on the letterhead: the room Letters, templates, numbers, and the words on paper.

nav-letters = Letters
letter-count = { $count ->
    [one] 1 letter
   *[other] { $count } letters
  }
letter-new = New letter
letter-new-empty = Empty letter
letter-new-from = Begin from
letter-search = Search subject, number or recipient
letter-empty = No letters yet
letter-empty-hint = Covering letters, invitations, memos and letters of assignment are written here, on the same letterhead as releases, and get their number when they are issued.
letter-none-found = No letter matches
letter-none-yet = No letters yet.
letter-show-all = Show all
letter-untitled = Letter without a subject

letter-kind = Kind
letter-kind-any = All kinds
letter-kind-letter = Letter
letter-kind-cover = Covering letter
letter-kind-invitation = Invitation
letter-kind-memo = Memo
letter-kind-assignment = Letter of assignment
letter-state = State
letter-state-draft = Draft
letter-state-issued = Issued
letter-state-void = Void

letter-number = Number
letter-number-later = Given when it is issued
letter-next-number = Next number
letter-language = Language
letter-place = Place
letter-date = Date
letter-date-help = Empty = the day of issue
letter-sender = From
letter-sender-help = Empty = the signatory's position
letter-recipients = To
letter-recipients-memo = To
letter-recipients-assignment = Assigned
letter-recipients-help = One line for each line of the address
letter-recipients-lines-help = One person a line
letter-recipient = Recipient
letter-subject = Subject
letter-enclosures = Enclosures
letter-enclosures-help = How many files; 0 = none
letter-body = Text of the letter
letter-body-placeholder = Write the letter…
letter-signatory = Signatory
letter-signatory-position = Position
letter-signatory-name = Name, with titles
letter-signatory-rank = Rank
letter-signatory-number = Staff number
letter-copies = Copies
letter-copies-help = One line for each who gets a copy
letter-updated = Changed
letter-blanks = Not filled in
letter-blanks-hint = Replace each part in square brackets: { $blanks }

letter-issue = Issue
letter-issue-title = Issue this letter?
letter-issue-number = It gets the number { $number }. What is issued cannot be changed; a wrong letter is made void and a copy of it begun.
letter-issue-by-hand = This kind has no number pattern yet. Write the number; what is issued cannot be changed.
letter-issue-pattern = Set the number pattern
letter-issue-anyway = Issue anyway
letter-issued = Letter issued with number { $number }
letter-issued-note = Issued { $when } by { $who }. It cannot be changed any more.
letter-lacks-subject = The subject is empty.
letter-lacks-recipients = There is no recipient.
letter-lacks-body = There is no text.
letter-lacks-signatory = There is no signatory.
letter-lacks-blanks = Parts of the template are not filled in: { $blanks }
letter-void = Make void
letter-void-title = Make letter { $number } void?
letter-void-hint = The letter stays and its number is listed as void; it is not used again.
letter-void-why = Why it is void
letter-voided = Letter { $number } is void
letter-void-note = Made void { $when }: { $reason }
letter-copy = Make a copy
letter-copied = Copy made
letter-delete = Delete letter
letter-deleted = Letter deleted
letter-export = Export
letter-facts = About the letter

letter-templates = Letter templates
letter-templates-hint = New letters begin from these. What stands in square brackets is filled in when the letter is written.
letter-template = Template
letter-template-new = New template
letter-template-name = Name of the template
letter-template-keep = Keep as a template
letter-template-kept = Template { $name } kept
letter-template-delete = Delete template
letter-template-deleted = Template deleted
letter-templates-empty = No templates yet
letter-templates-open = Manage templates
letter-use-template = Write from this template

letter-numbering = Numbers of letters
letter-numbering-hint = Each kind of letter has a pattern of its own. A number is given when a letter is issued, and never twice.
letter-numbering-from = First number this year
palette-letter-numbers = Numbers of letters

# On paper
letter-paper-number = Number
letter-paper-enclosed = Enclosures
letter-paper-enclosures = { $count }
letter-paper-subject = Subject
letter-paper-to = {""}
letter-paper-memo-to = To
letter-paper-assigned = Assigned
letter-paper-from = From
letter-paper-date = Date
letter-paper-copies = Copies:
letter-paper-draft = DRAFT, not issued
letter-paper-void = VOID

# What goes wrong
letter-is-issued = Letter { $number } is issued and cannot be changed. Make it void, then begin a copy.
letter-not-issued = This letter is a draft. A draft is deleted, not made void.
letter-already-void = This letter is void already.
letter-void-first = Letter { $number } is issued. Make it void before deleting it.
letter-void-reason = Say why it is void.
letter-lacks = This letter is not complete ({ $what }) { $blanks }. Complete it, or issue it as it is with --anyway.
letter-number-missing = This kind of letter has no number pattern. Write the number, or set the pattern.
letter-enclosures-wrong = The number of enclosures is between 0 and { $most }.
letter-format = Letters are saved as PDF, Word (.docx) or text (.txt), not as “{ $value }”.
letter-not-found = No letter has the number or ID “{ $letter }”.
letter-template-nameless = Give this template a name.
letter-template-missing = No template is called “{ $name }”. See: warta letter templates.

# History
command-letter_begin = Begin a letter
command-letter_save = Change a letter
command-letter_issue = Issue a letter
command-letter_void = Make a letter void
command-letter_delete = Delete a letter
command-letter_template_save = Change a letter template
command-letter_template_keep = Keep a letter template
command-letter_template_delete = Delete a letter template
command-letter_numbering_save = Set the numbers of letters
table-letters = Letter
table-letter_templates = Letter template
table-letter_numberings = Numbering of letters
table-letter_numbers = Number of a letter
column-recipients = Recipients
column-copies = Copies
column-enclosures = Enclosures
column-pattern = Pattern
column-issued_at = Issued
column-issued_by = Issued by
column-voided_at = Made void
column-void_reason = Why it is void
column-signatory_rank = Signatory's rank

# Command line
cli-help-letter = Letters on the letterhead
cli-help-letter-list = List letters
cli-help-letter-new = Begin a letter: empty, from a template, or as a copy
cli-help-letter-edit = Change a draft
cli-help-letter-show = Show one letter
cli-help-letter-issue = Issue a letter and give it its number
cli-help-letter-export = Write a letter as PDF on the letterhead, Word file or text
cli-help-letter-void = Make an issued letter void; its number is not used again
cli-help-letter-templates = List letter templates
cli-help-letter-numbers = Show patterns and the numbers given; with --kind and --pattern, set a pattern
cli-arg-letter = ID or number of the letter
cli-arg-letter-list-search = Words of the subject, number, recipients or text
cli-arg-letter-list-kind = letter, cover, invitation, memo or assignment
cli-arg-letter-list-state = draft, issued or void
cli-arg-letter-new-template = Name or ID of a template
cli-arg-letter-new-copy = The letter to copy
cli-arg-letter-new-kind = letter, cover, invitation, memo or assignment
cli-arg-letter-new-text-language = Language of the letter: id or en
cli-arg-letter-new-set = A field and its value, such as subject=Invitation; {"\\n"} = new line; may be repeated
cli-arg-letter-new-file = Text of the letter from a Markdown file
cli-arg-letter-edit-set = A field and its value, such as subject=Invitation; may be repeated
cli-arg-letter-edit-file = Text of the letter from a Markdown file
cli-arg-letter-issue-number = A number written by hand
cli-arg-letter-issue-anyway = Although it is not complete
cli-arg-letter-void-reason = Why
cli-arg-letter-numbers-kind = The kind to set
cli-arg-letter-numbers-pattern = Its pattern, such as {"005/{number:3}/Diskominfo/{month}/{year}"}
cli-letter-begun = Letter { $id } begun: { $subject }
cli-letter-saved = Letter { $id } changed.
cli-letter-issued = Letter { $id } issued with number { $number }.
cli-letter-voided = Letter { $id } is void. Number { $number } is not used again.
cli-column-next = Next
cli-column-pattern = Pattern
cli-column-letter = Letter
cli-column-subject = Subject
cli-column-recipient = Recipient
cli-column-language = Language
