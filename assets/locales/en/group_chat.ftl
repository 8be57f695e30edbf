### Group chats: members, exported chats, what they propose.

nav-chats = Group chats
table-group_chats = Group chat
table-group_chat_members = In a group chat
table-group_chat_senders = Sender in a chat
table-group_chat_proposals = Message of a chat
column-purpose = Purpose
column-group_chat = Group chat
column-read_until = Read until
column-sender = Sender
column-text = Text
command-group_chat_save = Change a group chat
command-group_chat_delete = Delete group chats
command-group_chat_restore = Restore group chats
command-group_chat_add = Add members to a group chat
command-group_chat_remove = Take members off a group chat
command-group_chat_member_save = Change a member of a group chat
command-group_chat_decide = Decide messages of a chat
command-group_chat_sender_decide = Say who a sender is
command-group_chat_import = Read in an exported chat
filter-field-group_chat = Member of group chat

group-chat-unknown = There is no group chat "{ $name }". Its name is as "warta chat list" shows it.
group-chat-name-missing = Give the group chat a name.
group-chat-name-taken = There is a group chat "{ $name }" already. Choose another name.
group-chat-who = Choose one: an existing contact, a new one, one of the office, or nobody.
group-chat-which = Choose the group chat that the file belongs to, or name a new one.
group-chat-not-whatsapp = "{ $name }" is no WhatsApp group. Only chats exported from WhatsApp can be read.
chat-file-not-chat = The file "{ $file }" holds no chat exported from WhatsApp. In the group choose More, Export chat, Without media, and take the .txt or .zip that comes.
chat-file-damaged = The file "{ $file }" is damaged or incomplete. Export the chat again.
chat-file-too-big = The file "{ $file }" is too big: its text exceeds { $limit } MB. Export the chat without media.
group-chat-answer = Answer: { $question }

group-chat-new = New group chat
group-chat-edit = Edit the group chat
group-chat-create = Make the group
group-chat-created = The group chat "{ $name }" was made
group-chat-saved = "{ $name }" saved
group-chat-deleted = The group chat "{ $name }" is in the bin
group-chat-delete = Delete the group chat
group-chat-gone = This group chat is not there any more
group-chat-back = Back to all group chats
group-chat-search = Search name or purpose
group-chat-empty = No group chats yet
group-chat-empty-hint = Keep your WhatsApp groups with journalists here: who is in them and what for. An exported chat finds the members and the questions that wait for an answer.
group-chat-none = No group chat matches
group-chat-count = { $count ->
    [one] One group chat
   *[other] { $count } group chats
}
group-chat-name = Name
group-chat-name-hint = As it is called in WhatsApp
group-chat-purpose = Purpose
group-chat-purpose-hint = What the group is for
group-chat-platform = Platform
group-chat-platform-whatsapp = WhatsApp
group-chat-platform-telegram = Telegram
group-chat-platform-other = Another
group-chat-organisation = Organisation or community
group-chat-notes = Notes
group-chat-members = Members
group-chat-member-count = { $count ->
    [one] One member
   *[other] { $count } members
}
group-chat-open = Proposals
group-chat-open-count = { $count ->
    [one] One proposal
   *[other] { $count } proposals
}
group-chat-read-until = Read until
group-chat-never-read = Not read yet
group-chat-of = Group chats
group-chat-of-none = In no group chat
group-chat-past = until { $day }
group-chat-role = Role
group-chat-role-member = Member
group-chat-role-admin = Admin
group-chat-add = Add members
group-chat-add-hint = Choose contacts of the media list.
group-chat-add-count = { $count ->
    [one] Add one member
   *[other] Add { $count } members
}
group-chat-added = { $count ->
    [0] All of them are in "{ $name }" already
    [one] One member added to "{ $name }"
   *[other] { $count } members added to "{ $name }"
}
group-chat-make-admin = Make { $name } an admin
group-chat-make-member = Make { $name } a plain member
group-chat-has-left = { $name } has left the group
group-chat-remove = Remove { $name } from the group
group-chat-removed = { $name } was removed from the group
group-chat-left = { $name } is kept as a past member
group-chat-nobody = Nobody in the group yet
group-chat-nobody-hint = Add contacts, or read in the exported chat: members are found by their numbers.
group-chat-person = Contact
group-chat-outlet = Outlet
group-chat-since = Since
group-chat-until = Until
group-chat-deeds = Actions

group-chat-import = Read in an exported chat
group-chat-import-title = Read in a chat exported from WhatsApp
group-chat-import-hint = In the group: More, Export chat, Without media. Take the .txt or .zip. The conversation is not kept, only what is proposed.
group-chat-import-file = Exported chat
group-chat-import-endings = .txt or .zip
group-chat-import-into = Into this group
group-chat-import-new = A new group of this name
group-chat-import-since = Propose nothing older than
group-chat-import-since-help = Empty = the whole chat
group-chat-import-order = Days in the file are written
group-chat-import-order-unsure = The file does not say whether the day or the month comes first. Check the period; change it if it is wrong.
group-chat-order-dmy = day/month/year
group-chat-order-mdy = month/day/year
group-chat-order-ymd = year-month-day
group-chat-import-look = Look at the file
group-chat-import-run = Read in
group-chat-import-reading = Reading the chat
group-chat-import-summary = { $messages ->
    [one] One message from { $from } to { $until }
   *[other] { $messages } messages from { $from } to { $until }
}
group-chat-import-proposals =
    Proposed: { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, { $links ->
        [one] { $links } link
       *[other] { $links } links
    }, { $replies ->
        [one] { $replies } reply
       *[other] { $replies } replies
    } on releases. Known already: { $known }.
group-chat-import-left-out = { $count ->
    [one] One older proposal is left out: there are too many.
   *[other] { $count } older proposals are left out: there are too many.
}
group-chat-import-members = { $count ->
    [0] No new members are recognised
    [one] One new member is recognised
   *[other] { $count } new members are recognised
}
group-chat-import-senders = Who writes
group-chat-import-sender = In the file
group-chat-import-means = Is
group-chat-import-messages = Messages
group-chat-imported = "{ $name }" was read in
group-chat-sender-found = { $name }
group-chat-sender-by-name = { $name }, by the name
group-chat-sender-ours = One of the office
group-chat-sender-ignored = Left aside
group-chat-sender-unknown = Not known yet

group-chat-senders = Who is this?
group-chat-senders-hint = These wrote in the chat, and no contact has their number or name.
group-chat-sender-open = { $count ->
    [0] No proposals
    [one] One proposal waits
   *[other] { $count } proposals wait
}
group-chat-sender-is = This is { $name }
group-chat-sender-link = Link to a contact
group-chat-sender-link-title = Who is { $sender }?
group-chat-sender-link-hint = The number is added to the contact, who becomes a member of the group.
group-chat-sender-add = Add as contact
group-chat-sender-add-title = New contact: { $sender }
group-chat-sender-add-hint = They become a member of the group.
group-chat-sender-name = Name
group-chat-sender-outlet = Outlet
group-chat-sender-phone = WhatsApp number
group-chat-sender-is-ours = One of the office
group-chat-sender-ignore = Leave aside
group-chat-sender-linked = { $sender } is { $name }
group-chat-sender-aside = { $sender } is left aside
group-chat-sender-more = More about { $sender }
group-chat-sender-contact = Contact

group-chat-kind-all = All
group-chat-kind-question = Questions
group-chat-kind-link = Links
group-chat-kind-reply = Replies
group-chat-filter = Kind of proposal
group-chat-is-question = Question
group-chat-is-link = Link to a page
group-chat-is-reply = Reply to a release
group-chat-becomes-question = Accepting it logs the message with the contact and promises an answer by the next working day.
group-chat-becomes-link = Accepting it logs the message with the contact and keeps the page for the coverage.
group-chat-becomes-reply = Accepting it logs the message with the contact.
group-chat-about = About
group-chat-proposals-empty = No proposals wait
group-chat-proposals-empty-hint = Questions, links and replies of an exported chat are proposed here.
group-chat-accept = Accept
group-chat-dismiss = Dismiss
group-chat-skip = Skip
group-chat-accept-all = Accept all shown
group-chat-dismiss-all = Dismiss all shown
group-chat-accepted = { $count ->
    [one] One message logged
   *[other] { $count } messages logged
}
group-chat-accepted-unknown = { $count ->
    [one] One message logged; { $unknown } left whose sender is not known
   *[other] { $count } messages logged; { $unknown } left whose sender is not known
}
group-chat-dismissed = { $count ->
    [one] One proposal dismissed
   *[other] { $count } proposals dismissed
}
group-chat-wants-sender = Say first who this is.
group-chat-shown = The first { $shown } of { $total } are shown
group-chat-details = Details
today-waiting-chats = { $count ->
    [one] One message of a group chat may want an answer
   *[other] { $count } messages of group chats may want an answer
}
today-hint-chats = Decide what goes into the contact history
key-accept = Accept the proposal

# The command line
cli-help-chat = Group chats: members, and exported WhatsApp chats
cli-help-chat-new = Make a group chat
cli-help-chat-edit = Change a group chat
cli-help-chat-list = List group chats
cli-help-chat-show = Show one group chat with its members
cli-help-chat-add = Add contacts to a group chat
cli-help-chat-remove = Take contacts off a group chat
cli-help-chat-delete = Put a group chat into the bin; its members stay contacts
cli-help-chat-import = Read in a chat exported from WhatsApp (.txt or .zip)
cli-arg-chat-edit-rename = The new name
cli-arg-purpose = What the group is for
cli-arg-chat-new-platform = whatsapp, telegram or other
cli-arg-chat-edit-platform = whatsapp, telegram or other
cli-arg-organisation = The organisation or community that it belongs to: id, name or abbreviation
cli-arg-chat-new-notes = Notes
cli-arg-chat-edit-notes = Notes
cli-arg-chat-list-who = Only those that this contact is in
cli-arg-admin = As admins
cli-arg-chat-add-since = The day on which they joined
cli-arg-left = The day on which they left: they are kept as past members
cli-arg-chat = The group chat that the file belongs to
cli-arg-accept-all = Accept every proposal whose sender is known
cli-arg-chat-import-since = Propose nothing older than this day
cli-arg-date-order = How the file writes a day: dmy, mdy or ymd; left out = as the whole file suggests
cli-chat-made = The group chat "{ $name }" was made.
cli-chat-saved = The group chat "{ $name }" was saved.
cli-chat-deleted = The group chat "{ $name }" was deleted.
cli-chat-added = { $count ->
    [one] One member was added to "{ $name }".
   *[other] { $count } members were added to "{ $name }".
}
cli-chat-removed = { $count ->
    [one] One member was taken off "{ $name }".
   *[other] { $count } members were taken off "{ $name }".
}
cli-chat-unknown = Not known yet: { $senders }
cli-chat-open = Proposals that wait: { $count }
cli-chat-imported =
    "{ $name }": { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    } from { $from } to { $until }. New members: { $members }. New proposals: { $proposals } ({ $questions } questions, { $links } links, { $replies } replies); known already: { $known }.
cli-chat-would =
    Nothing was written. "{ $name }": { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    } from { $from } to { $until }. New members would be { $members }, new proposals { $proposals } ({ $questions } questions, { $links } links, { $replies } replies); known already: { $known }.
cli-chat-order = The file does not say whether the day or the month comes first; { $order } was taken. Say --date-order if that is wrong.
cli-chat-accepted = Logged: { $count }; promised to answer: { $promises }; left because the sender is not known: { $unknown }.
cli-column-proposals = Proposals
cli-column-purpose = Purpose
cli-column-since = Since
cli-column-sender = Sender
cli-column-messages = Messages
cli-platform-whatsapp = WhatsApp
cli-platform-telegram = Telegram
cli-platform-other = other
cli-chat-role-member = member
cli-chat-role-admin = admin
cli-chat-sender-found = found
cli-chat-sender-by-name = found by the name
cli-chat-sender-ours = one of the office
cli-chat-sender-ignored = left aside
cli-chat-sender-unknown = not known
cli-date-order-dmy = day/month/year
cli-date-order-mdy = month/day/year
cli-date-order-ymd = year-month-day
cli-command-group-chat-save = save group chat
cli-command-group-chat-delete = delete group chats
cli-command-group-chat-restore = restore group chats
cli-command-group-chat-add = add to group chat
cli-command-group-chat-remove = take off group chat
cli-command-group-chat-member-save = change member of group chat
cli-command-group-chat-decide = decide messages of a chat
cli-command-group-chat-sender-decide = say who a sender is
cli-command-group-chat-import = read in exported chat
