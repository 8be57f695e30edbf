### Releases as files and chat texts; letterhead of the office.

# On paper and in other programs
release-paper-number = Number: { $number }
release-paper-staff-number = Staff no. { $number }
release-paper-page = Page { $page } of { $pages }
release-paper-draft = DRAFT for approval, not for publication
release-paper-initials = Initials of approval
release-paper-initials-number = No.
release-paper-initials-name = Name and position
release-paper-initials-sign = Initials
release-paper-initials-date = Date
release-chat-more = (The full text stands in the press release.)
paper-format = The ending “{ $value }” names no kind of file that a release can be written as. Use .pdf, .docx, .txt, .html or .eml, or say --format.
paper-initials-only-pdf = The box for initials exists on paper only: choose PDF.
release-word-old = { $file } is an old Word file (.doc) or is locked with a password. Open it in Word or LibreOffice and save it as .docx without a password.
release-word-other = { $file } is no Word text. Choose a .docx file.
release-word-damaged = { $file } is damaged and cannot be read. Open it in Word or LibreOffice, save it again as .docx and try once more.
release-word-too-large = { $file } unpacks to more than a release can be, and was not read. Take out what does not belong into the release.
release-word-too-long = { $file } is longer than a release can be (500,000 characters). Take out what does not belong into the release.
paper-export = Export
paper-pdf = Save as PDF
paper-pdf-initials = PDF with a box for initials
paper-docx = Save as Word file
paper-txt = Save as plain text
paper-html = Save as web page (HTML)
paper-eml = Save as mail (.eml)
paper-copy-chat = Copy the WhatsApp text
paper-saved = Saved: { $file }
paper-chat-copied = The WhatsApp text ({ $count } characters) is in the clipboard
paper-chat-copied-short = The WhatsApp text was shortened to { $count } characters and is in the clipboard
paper-chat-uncopied = This machine does not let Warta copy. Here is the text: select it and copy it.
paper-chat-title = WhatsApp text

# Settings: letterhead
office-letterhead = Letterhead and signatory
office-letterhead-hint = Stands on PDF and Word files of releases.
office-parent = Government above the office
office-contact-line = Telephone, mail, website
office-contact-line-help = Last line of the letterhead, for example: Tel. +62 000 000 000 · press@example.id · example.id
office-signatory-name = Signatory, with titles
office-signatory-position = Position of the signatory
office-signatory-number = Staff number (NIP)
office-logo = Logo
office-logo-choose = Choose a logo
office-logo-remove = Remove the logo
office-logo-none = No logo yet. PNG or JPEG, about 500 pixels high.
office-logo-set = The logo was set
office-logo-removed = The logo was removed
office-logo-damaged = { $file } is no image that can be read. Choose a PNG, JPEG, GIF or WebP file.
