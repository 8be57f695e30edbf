### A look over the text, standing texts, templates of releases, approval of quotes.

lint-title = A look over the text
lint-words = { $count ->
    [one] 1 word
   *[other] { $count } words
  }
lint-headline-count =
    headline { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }
lint-nothing = Nothing to remark.
lint-count = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
  }
lint-headline-long = The headline has { $count } characters; more than { $most } are often cut in mail programs.
lint-text-long = The text has { $count } words. Many journalists want a shorter one.
lint-no-what = The lead does not yet say what happened.
lint-no-who = The lead does not yet say who.
lint-no-when = When is missing: give the date, or name the day in the lead.
lint-no-where = Where is missing: give the place.
lint-link-broken = A link is not whole: { $link }
lint-link-private = A link opens in your own network only: { $link }
lint-image-undescribed = { $count ->
    [one] 1 image has no description.
   *[other] { $count } images have no description.
  }
lint-avoided-word = A word that you avoid: “{ $word }”.
lint-avoided-word-better = A word that you avoid: “{ $word }”. Write “{ $better }”.
lint-quote-unapproved = { $count ->
    [one] 1 quote is not approved: { $names }.
   *[other] { $count } quotes are not approved: { $names }.
  }
lint-photo-consent = { $count ->
    [one] The consent for 1 photo is not known: { $names }.
   *[other] The consent for { $count } photos is not known: { $names }.
  }
lint-photo-refused = { $count ->
    [one] Those to be seen in 1 photo do not agree: { $names }.
   *[other] Those to be seen in { $count } photos do not agree: { $names }.
  }
lint-size-some = The mail has about { $size } MB. Some servers refuse more than 10 MB; consider links for large files.
lint-size-server = The mail has about { $size } MB, but { $server } said that it takes { $limit } MB at most: it will refuse the mail. Make the attachments smaller or send a link.
lint-size-provider = The mail has about { $size } MB; { $provider } sends { $limit } MB at most. Make the attachments smaller or send a link.
lint-words-of-time = monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday
lint-avoided = Words to avoid
lint-avoided-hint = Looked for in every release before it is sent.
lint-avoided-help = One a line; “word = better word” also says what to write instead.

standing-texts = Standing texts of releases
standing-texts-hint = Boilerplates and press contacts, chosen by name while a release is written.
standing-kind = Kind
standing-kind-boilerplate = Boilerplate
standing-kind-press_contact = Press contact
standing-name = Name
standing-text = Text
standing-add = Add a standing text
standing-choose = Choose a standing text
standing-keep = Keep as a standing text
standing-kept = Standing text { $name } kept
standing-delete = Delete { $name }
standing-deleted = Standing text deleted
standing-none = No standing texts yet.
standing-nameless = Give it a name first.
release-template = Release template
release-templates = Release templates
release-templates-hint = A new release can begin from these; the letterhead is always the office's. Keep a template from the menu of a release.
release-templates-none = No templates yet.
release-template-keep = Keep as a template
release-template-kept = Template { $name } kept
release-template-name = Name of the template
release-template-delete = Delete template { $name }
release-template-deleted = Template deleted
release-new-from = Release from { $name }
release-new-more = Begin from a template

release-quotes = Quotes
release-quotes-hint = Who says what, and who approved it. What is not approved is warned of before sending.
quote-add = Record a quote
quote-speaker = Speaker
quote-insert = Put into the text
quote-inserted = Quote put at the end of the text
quote-approve = Approve
quote-approve-title = Record the approval of a quote
quote-approver = Approved by
quote-approved = Approved by { $by }, { $when }
quote-unapproved = Not approved
quote-approval-back = Take the approval back
quote-approval-saved = Approval of the quote recorded
quote-no-words = This quote has no words yet.
quote-delete-one = Delete the quote of { $name }

command-quote_approve = Approve a quote
command-release_begin = Begin a release
command-release_template_keep = Keep a release template
command-release_template_save = Change a release template
command-release_template_delete = Delete a release template
command-standing_save = Change a standing text
command-standing_delete = Delete a standing text
table-standing_texts = Standing text
table-release_templates = Release template
column-approved_by = Approved by
column-approved_at = Approved at

release-template-taken = There is a release template “{ $name }” already. Give this one another name.
release-template-unknown = There is no release template “{ $name }”. “warta template list” shows them.
standing-unknown = There is no standing text “{ $name }”. “warta boilerplate list” shows them.
quote-unknown = There is no quote { $id }. “warta quote list” shows them.
cli-help-quote = Quotes of spokespersons, with their approval
cli-help-quote-list = List quotes, the newest first
cli-help-quote-show = Show one quote
cli-help-quote-new = Record what somebody said
cli-help-quote-edit = Change a quote; other words need approval again
cli-help-quote-remove = Move quotes to the bin
cli-help-quote-approve = Record who approved the words, or take that back
cli-arg-quote = ID of the quote
cli-arg-quotes = IDs of the quotes
cli-arg-quote-list-who = Only of this person: ID, email or phone number
cli-arg-quote-list-release = Only in this release
cli-arg-quote-list-unapproved = Only quotes that nobody has approved
cli-arg-quote-new-who = Who is quoted: ID, email or phone number
cli-arg-quote-new-on = The day, such as 2026-11-22; otherwise today
cli-arg-quote-edit-on = The day, such as 2026-11-22
cli-arg-quote-new-outlet = The outlet in which it stood
cli-arg-quote-edit-outlet = The outlet in which it stood
cli-arg-quote-new-release = The release that quotes them
cli-arg-quote-edit-release = The release that quotes them; 0 = none
cli-arg-quote-new-url = Address of the piece
cli-arg-quote-edit-url = Address of the piece
cli-arg-quote-approve-by = Who approved the words
cli-arg-quote-approve-take-back = The words are not approved any more
cli-help-template = Templates from which releases begin
cli-help-template-list = List release templates
cli-help-template-show = Show one template with its texts
cli-help-template-new = Keep a template: from a release, or from fields and a Markdown file
cli-help-template-edit = Change a template
cli-help-template-remove = Move a template to the bin
cli-arg-template = Name or ID of a release template
cli-arg-template-new-name = What it is called
cli-arg-template-new-release = The release whose texts are kept; a template of the same name is replaced
cli-arg-template-new-set = A field and its value, such as headline=Invitation; {"\\n"} = new line; may be repeated
cli-arg-template-new-file = The text from a Markdown file
cli-arg-template-edit-set = A field and its value, such as name=Invitation; may be repeated
cli-arg-template-edit-file = The text from a Markdown file
cli-help-boilerplate = Texts that stand under releases: boilerplates and press contacts
cli-help-boilerplate-list = List standing texts
cli-help-boilerplate-show = Show one standing text
cli-help-boilerplate-new = Keep a standing text
cli-help-boilerplate-edit = Change a standing text
cli-help-boilerplate-remove = Move a standing text to the bin
cli-arg-boilerplate = Name or ID of the standing text
cli-arg-boilerplate-list-kind = boilerplate or press_contact
cli-arg-boilerplate-new-name = What it is called
cli-arg-boilerplate-new-kind = boilerplate (as usual) or press_contact
cli-arg-boilerplate-edit-kind = boilerplate or press_contact
cli-arg-boilerplate-edit-name = Another name
cli-arg-boilerplate-new-text = The text; {"\\n"} = new line
cli-arg-boilerplate-edit-text = The text; {"\\n"} = new line
cli-arg-boilerplate-new-file = The text from a file
cli-arg-boilerplate-edit-file = The text from a file
cli-arg-boilerplate-new-text-language = For releases in id or en only
cli-arg-boilerplate-edit-text-language = For releases in id or en only; empty = both
cli-arg-release-new-template = Begin from this release template
cli-column-approved-by = Approved by
cli-quote-open = not approved
cli-quote-approved-by = Approved by { $by }, { $when }
cli-quote-saved = Quote { $id } of { $name } changed.
cli-quote-approved = Quote { $id } of { $name } approved by { $by }.
cli-quote-not-approved = Quote { $id } of { $name } is not approved any more.
cli-quote-removed = { $count ->
    [one] 1 quote moved to the bin.
   *[other] { $count } quotes moved to the bin.
  }
cli-text-kept = { $name } kept (ID { $id }).
cli-text-removed = { $name } moved to the bin.
