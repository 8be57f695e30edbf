### Press kits: what an office hands out together.

nav-kits = Press kits
kit-one = Press kit
kit-count = { $count ->
    [one] 1 kit
   *[other] { $count } kits
  }
kit-new = New press kit
kit-none = No press kits yet
kit-none-hint = A press kit hands out releases, photos, standing texts and files together, as one ZIP file.
kit-none-found = No press kit has these words.
kit-search = Search press kits
kit-show-all = Show all
kit-name = Name
kit-notes = What it is for
kit-notes-help = Stands at the head of its list of contents.
kit-updated = Changed
kit-releases = Releases
kit-photos = Photos
kit-texts = Texts
kit-files = Files
kit-part-release = release
kit-part-photo = photo
kit-part-text = text
kit-part-file = file
kit-empty = There is nothing in this kit yet.
kit-add = Add
kit-add-release = Add a release
kit-add-photo = Add a photo
kit-add-text = Add a standing text
kit-add-file = Add files
kit-add-to = Add to a press kit
kit-add-to-hint = Choose a kit, or type the name of a new one.
kit-added = Added to { $name }
kit-made = { $name } made
kit-deleted = Press kit deleted
kit-delete = Delete press kit
kit-take-out = Take { $name } out of the kit
kit-taken-out = { $name } taken out of the kit
kit-export = Save as ZIP
kit-attach = Attach to a release
kit-attach-hint = The kit as it is now goes along as one ZIP file.
kit-attach-done = Attach
kit-attach-own = Attach a press kit
kit-attached = { $file } attached
kit-hint = Releases leave on the letterhead, in both languages where they have them; photos as copies that tell nobody where they were taken, with captions and credits in a file beside them.
kit-nameless = Give the press kit a name.
kit-thing-unreadable = { $name } cannot be read any more. Take it out of the kit, or add it again.
kit-name-taken = There is a press kit “{ $name }” already. Choose another name.
kit-unknown = There is no press kit “{ $name }”. “warta kit list” shows them.
kit-release-withdrawn = { $count ->
    [one] 1 release is withdrawn: { $names }.
   *[other] { $count } releases are withdrawn: { $names }.
  }
kit-release-not-approved = { $count ->
    [one] 1 release is not approved: { $names }.
   *[other] { $count } releases are not approved: { $names }.
  }
kit-release-embargo = { $count ->
    [one] 1 release is still under embargo: { $names }.
   *[other] { $count } releases are still under embargo: { $names }.
  }
kit-release-translation = { $count ->
    [one] The other language of 1 release is unfinished and is left out: { $names }.
   *[other] The other language of { $count } releases is unfinished and is left out: { $names }.
  }
kit-format = A press kit cannot hold releases as “{ $value }”. Choose pdf, docx or txt.
kit-formats = Releases as
kit-format-pdf = PDF
kit-format-docx = Word
kit-format-txt = Plain text
# Within the ZIP file
kit-contents = Contents
kit-captions = Captions and credits
kit-folder-releases = Press releases
kit-folder-photos = Photos
kit-folder-texts = Texts
kit-folder-files = Files

cli-help-kit = Press kits: releases, photos, texts and files handed out together
cli-help-kit-list = List press kits
cli-help-kit-show = Show one press kit with what it holds
cli-help-kit-new = Make a press kit
cli-help-kit-edit = Change a press kit's name or what it is for
cli-help-kit-add = Add releases, photos, standing texts or files
cli-help-kit-remove = Take things out of a press kit
cli-help-kit-export = Write a press kit as one ZIP file
cli-help-kit-attach = Attach a press kit to a release, as it is now
cli-help-kit-delete = Move a press kit to the bin
cli-arg-kit = Name or ID of the press kit
cli-arg-kit-list-search = Words of the name or of what it is for
cli-arg-kit-new-name = What it is called
cli-arg-kit-edit-name = Another name
cli-arg-kit-new-notes = What it is for
cli-arg-kit-edit-notes = What it is for
cli-arg-kit-new-release = Releases, by ID
cli-arg-kit-add-release = Releases, by ID
cli-arg-kit-new-photo = Photos and videos of the archive, by ID
cli-arg-kit-add-photo = Photos and videos of the archive, by ID
cli-arg-kit-new-text = Standing texts, by name or ID
cli-arg-kit-add-text = Standing texts, by name or ID
cli-arg-kit-new-file = Files on this machine
cli-arg-kit-add-file = Files on this machine
cli-arg-kit-remove-items = What to take out, by the numbers that "kit show" gives
cli-arg-kit-export-format = How releases are written: pdf, docx or txt; several are possible. Otherwise PDF
cli-arg-kit-attach-format = How releases are written: pdf, docx or txt; several are possible. Otherwise PDF
cli-arg-kit-export-file = The ZIP file; otherwise under the kit's name in the download folder
cli-arg-kit-attach-release = ID of the release
cli-kit-nothing = Say what to add: --release, --photo, --text or --file.
cli-kit-item-unknown = The kit has no item { $id }. "warta kit show" lists them.
cli-kit-attached = { $file } attached to release { $id }.
cli-kit-deleted = { $name } moved to the bin.
cli-column-releases = Releases
cli-column-photos = Photos
cli-column-texts = Texts
cli-column-files = Files
cli-column-about = About

command-kit_save = Change a press kit
command-kit_add = Add to a press kit
command-kit_remove = Take something out of a press kit
command-kit_delete = Delete a press kit
command-kit_export = Save a press kit as ZIP
command-kit_attach = Attach a press kit to a release
table-kits = Press kit
table-kit_items = Part of a press kit
column-kit = Press kit
column-standing_text = Standing text
