### A look over the text, standing texts, templates of releases, approval of quotes.

lint-title = A look over the text
lint-words = { $count ->
    [one] 1 word
   *[other] { $count } words
  }
lint-headline-count = headline { $count } characters
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
