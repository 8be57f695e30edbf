### Press releases: texts of the mail, errors, states.

# What is written in the mail
release-covering-subject = Press release: {"{{headline}}"}
release-covering-text =
    {"{{salutation|Dear editors}}"},

    Please find below our press release “{"{{headline}}"}”. We hope it is of use to the readers and viewers of {"{{outlet|your outlet}}"}.

    For further information, photos or interviews, reply to this mail or call the press contact named at its end.

    Thank you and kind regards,

    {"{{office}}"}
release-mail-kicker = Press release
release-mail-kicker-number = { $kind } no. { $number }
release-mail-boilerplate = About us
release-mail-press-contact = Press contact
release-mail-footer = { $office } sent you this mail because your name is on our media list. You do not want these mails any more? Reply with the word UNSUBSCRIBE.
release-test-subject = [Test] { $subject }
release-month-1 = January
release-month-2 = February
release-month-3 = March
release-month-4 = April
release-month-5 = May
release-month-6 = June
release-month-7 = July
release-month-8 = August
release-month-9 = September
release-month-10 = October
release-month-11 = November
release-month-12 = December

# A sample recipient for the preview
release-sample-salutation = Dear Ms Siti Rahma
release-sample-salutation-familiar = Hi Siti
release-sample-name = Siti Rahma
release-sample-full-name = Siti Rahma, S.Sos.
release-sample-outlet = Example Daily
release-sample-position = Editor
release-sample-city = Wonosari

# WhatsApp message
release-chat-greeting = dear editors
release-chat-opening = Good day, { $greeting }. This is a press release from { $office }.

# Errors
release-is-being-sent = This release is being sent. Cancel its distribution first, then delete it.
release-file-empty = The file { $file } is empty. Choose another one.
release-file-missing = No file has been chosen for { $file }.
release-file-unreadable = The file { $file } cannot be read. Check that it is still there and may be opened.
release-file-too-large = The file { $file } is larger than { $limit } MB. Make it smaller or send a link.
release-image-kind = { $file } is not an image that a mail can show. Use PNG, JPEG, GIF or WebP.
release-test-refused = The server refused the test mail: { $words }

# The release screen
release-new = New release
release-import = Import from a text or Word file
release-imported = { $count ->
    [one] { $count } release imported
   *[other] { $count } releases imported
}
release-delete = Delete the release
release-deleted = The release was deleted
release-untitled = Untitled
release-count = { $count ->
    [one] { $count } release
   *[other] { $count } releases
}
release-search = Search headline or number
release-empty = No releases yet
release-empty-hint = Write a release here, or drag a Word (.docx), Markdown (.md) or text (.txt) file onto this page.
release-none-found = No release matches
release-show-all = Show all
release-headline = Headline
release-number = Number
release-state = State
release-recipients = Recipients
release-reached = Reached
release-waiting = Waiting
release-failed = Failed
release-responses = Responses
release-date = Date
release-updated = Changed
release-place = Place
release-language = Language
release-lead = Lead
release-lead-placeholder = Lead: what, who, when, where, in one paragraph
release-body = Body of the release
release-body-placeholder = Write the release, or paste it from Word
release-boilerplate = About us
release-boilerplate-placeholder = The standing paragraph about the office
release-press-contact = Press contact
release-press-contact-placeholder = Name, department, phone number
release-sent-at = sent { $when }
release-distributions = Distribution history

# Writing tools
release-tools = Writing tools
release-tool-heading = Heading
release-tool-subheading = Small heading
release-tool-bold = Bold
release-tool-italic = Italic
release-tool-link = Link
release-tool-list = Bulleted list
release-tool-numbers = Numbered list
release-tool-quote = Quotation
release-tool-image = Insert an image
release-tool-undo = Undo typing
release-tool-redo = Redo typing
release-link-address = Address of the link
release-link-apply = Set link

# Covering mail
release-covering = Covering mail
release-covering-hint = Greets each recipient, above the release.
release-covering-subject-label = Subject
release-covering-text-label = Text of the covering mail
release-merge = Merge fields
release-merge-salutation = Salutation
release-merge-familiar = Familiar salutation
release-merge-name = Name
release-merge-outlet = Outlet
release-merge-headline = Headline
release-merge-number = Number
release-merge-office = Office

# Attachments
release-files = Attachments
release-files-add = Add attachments
release-files-sum = { $count ->
    [one] { $count } file
   *[other] { $count } files
} · { $size }
release-file-coming = Uploading { $name }
release-file-detach = Remove the attachment { $name }
release-file-detached = The attachment { $name } was removed

# Changed in two places
release-clash = Also changed elsewhere
release-clash-hint = Changed in both places: { $fields }. Choose what to keep.
release-clash-mine = Keep what I wrote
release-clash-theirs = Take what is stored
release-field-number = number
release-field-headline = headline
release-field-place = place
release-field-dated_on = date
release-field-lead = lead
release-field-body_html = body
release-field-boilerplate = about us
release-field-press_contact = press contact
release-field-language = language
release-field-covering_subject = subject
release-field-covering_text = covering mail

# Preview and test mail
release-preview-for = Preview for
release-preview-sample = A sample recipient
release-preview-to = To
release-preview-as = Form of the preview
release-preview-html = Mail
release-preview-text = Text only
release-preview-missing = These fields are empty for this recipient: { $fields }
release-size = Size of a mail
release-test-to = Test mail to
release-test-send = Send test
release-test-sent = The test mail was sent to { $to }
release-test-kept = The test mail is kept in { $file }

# Before sending
release-before-sending = Before sending
release-audience = How the audience is made up
release-list-members = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
release-choose-lists = Choose lists…
release-people = People
release-choose-people = Add people…
release-without = Exclude
release-choose-without = Exclude people…
release-nobody-yet = Choose recipient lists or people. Who gets it and who is left out shows here at once.
release-import-people = Import a media list first
release-people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
release-left-out = { $count } left out
release-by-mail = By mail
release-by-hand = By phone or WhatsApp
release-excluded = Left out
release-instead-by-hand = Contacted by phone or WhatsApp
release-no-greeting = { $count ->
    [one] { $count } person has
   *[other] { $count } people have
} no salutation. The general greeting of the covering mail is used.
release-set-up-account = Set up the mail account
release-from = From
release-when = Time
release-at-once = Now
release-in-minutes = Now, done in about { $count } min
release-in-hours = Now, done in about { $count } h
release-show-recipients = Show recipients
release-more = and { $count } more
release-list-unsubscribe = Carry an unsubscribe mark
release-list-unsubscribe-help = Mail programs show a button to unsubscribe. Many servers then send no automatic answers.
release-send = Send…
release-send-to = { $count ->
    [one] Send to { $count } person
   *[other] Send to { $count } people
}
release-send-ask = { $count ->
    [one] Send to { $count } person?
   *[other] Send to { $count } people?
}
release-send-what = { $count ->
    [one] Send to { $count } person
   *[other] Send to { $count } people
}, { $excluded } left out: { $mail } by mail, { $hand } by phone or WhatsApp.
release-send-from = Sender: { $from }.
release-send-folder = There is no mail account yet: mail is kept in the outbox folder and does not leave this computer.
release-send-final = Mail that was sent cannot be called back.

command-release_save = Write a release
command-release_delete = Delete a release
command-release_attach = Attach a file
command-release_detach = Remove an attachment
command-release_import = Import a release
command-release_send = Send a release
