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
cli-channel-by_hand = by hand
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
