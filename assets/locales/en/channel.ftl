column-mail_form = Form of mail
field-mail-form = Form of mail
contact-mail-form-light = Light mail (text first, photos on request)
contact-mail-form-no_files = No attachments
release-chat-opening-group = Good day, dear colleagues of the press. This is a press release from { $office }.
release-chat-link = Read more: { $link }
command-delivery_not_done = Open a contacted recipient again
column-embargo_at = Embargo until
field-embargo-at = Embargo until
field-link = Link in chats
distribution-link = “{ $link }” is no web address. Write it with https:// in front.
cli-channel-mail = mail
cli-channel-whatsapp = WhatsApp
cli-channel-group = chat group
cli-channel-by-hand = by hand
cli-queue-line = { $id }  { $channel }: { $name }
cli-queue-done = done by { $actor }
cli-queue-not-before = not before { $when }
cli-mark-nothing = Nothing changed: delivery { $id } is not in that state.
cli-marked = Delivery { $id } is marked done.
cli-unmarked = Delivery { $id } is open again.
cli-help-distribution-queue = What is to be sent by WhatsApp, to groups and by hand, with text and link
cli-help-distribution-mark = Mark one of the queue as done, or take the mark back
cli-arg-distribution-queue-all = What is done as well
cli-arg-distribution-mark-undo = Take the mark back
cli-arg-delivery = Number of the delivery, as the queue shows it
cli-arg-group = Chat group that gets it too
cli-arg-by-mail = These people by mail
cli-arg-by-whatsapp = These people by WhatsApp
cli-arg-by-hand = These people by hand
cli-arg-link = Where the whole release is read; stands in chats
cli-arg-light = Everybody gets the light mail: text first, photos on request
cli-queue-left = { $count ->
    [one] One is open.
   *[other] { $count } are open.
}
release-light-word = PHOTOS
release-light-heading = This is a light mail. Photos and files are sent on request:
release-light-ask = Answer with the word { $word }, or use this link:
release-light-link = Ask for photos and files
release-no-files-word = FILES
release-no-files-heading = Files that are sent on request:
release-no-files-ask = Answer with the word { $word }, or use this link:
release-no-files-link = Ask for the files
release-file-named = { $file } ({ $kilobytes } KB)
key-chat = Open the chat, or call
channel-whatsapp = WhatsApp
channel-group = Chat group
channel-call = Phone
channel-in-person = In person
channels = Channels
channel-count = { $channel }: { $reached } of { $total }
channel-name-mail = Mail
channel-name-whatsapp = WhatsApp
channel-name-group = Chat groups
channel-name-by_hand = By hand
channel-not-marked = { $name } was not marked: they asked not to be contacted, or somebody else has marked them.
channel-taken-back = { $name } is open again
channel-take-back = Take the last mark back: { $name }
channel-paste = The text is in the clipboard: choose the chat and paste it.
channel-copy-yourself = This machine does not let Warta copy. Select the text and copy it.
channel-skipped = skipped
channel-skip = Skip
channel-mark-sent = Mark as sent
channel-copy-and-open = Copy the text and open WhatsApp
channel-group-how = No link opens the chat of a group. Warta copies the text and opens WhatsApp; choose the group there, paste, and send.
channel-groups = Also to these WhatsApp groups
channel-choose-groups = Add a group
channel-ask-groups = Groups: { $names }.
channel-link = Link for chats
channel-link-help = Where the whole release is read. It stands in the WhatsApp texts.
channel-light = Light mail for all
channel-light-help = Text first, photos and files on request, for slow connections. Single people can have it always: form of mail, in their record.
channel-of = Channel of { $name }
channel-left = { $count ->
    [one] { $count } left
   *[other] { $count } left
}
channel-members = { $count ->
    [one] { $count } member in the media list
   *[other] { $count } members in the media list
}
channel-also = { $count ->
    [one] { $count } of them gets it by another channel too
   *[other] { $count } of them get it by another channel too
}
channel-form-light = { $count ->
    [one] { $count } person gets
   *[other] { $count } people get
} the light mail ({ $size }).
channel-form-no_files = { $count ->
    [one] { $count } person gets
   *[other] { $count } people get
} the mail without attachments ({ $size }).
group-chat-sent = Sent
group-chat-nothing-sent = Nothing was sent to this group yet
