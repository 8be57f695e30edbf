### The mailboxes that are read: their folders, the connection to them.

inbox-folder-gone = The mailbox has no folder "{ $folder }" (any more). Look at its folders and choose again.
error-mail-token = { $server } refused the sign-in with the browser. Sign in again in the account settings. The server said: { $words }
probe-token-refused = The server refused the sign-in with the browser. Sign in again; the details have the server's own words.

mailbox-folders = Folders that are read
mailbox-folders-hint = Usually the inbox, the sent mail, and what strayed among the unwanted mail. Nothing in the mailbox changes, not even what counts as read.
mailbox-folders-show = Show folders
mailbox-folders-saved = The folders are chosen. New ones are read from their beginning.
mailbox-folders-usual = Use the usual folders
mailbox-folder-read = is read
mailbox-folder-sent = sent mail
mailbox-folder-unwanted = unwanted mail: only what answers us is taken
mailbox-folder-sent-choice = Folder of sent mail
mailbox-folder-sent-help = Mail written outside Warta to your contacts appears in their history.
mailbox-folder-sent-none = Do not read sent mail

mailbox-live = New mail appears at once
mailbox-polling = Looked into every minute
mailbox-trouble = { $name } cannot be read since { $since }.
mailbox-trouble-short = cannot be read

inbox-report-ours = { $count ->
    [one] { $count } mail of ours noted in the contact history
   *[other] { $count } mails of ours noted in the contact history
}
command-account_folders_choose = Choose folders of a mailbox
command-account_folders = Look at the folders of a mailbox

cli-help-account-folders = Show the folders of a mailbox and choose which are read
cli-arg-account-folders-read = A folder whose mail is read; may stand several times
cli-arg-account-folders-sent = The folder of sent mail; - = do not read it
cli-arg-account-folders-usual = Back to the usual folders
cli-help-inbox-watch = Wait for mail and read it as it comes
cli-arg-inbox-watch-seconds = End after so many seconds
cli-arg-inbox-fetch-account = Only this account's mailbox
cli-inbox-watching = Waiting for mail. Ctrl+C ends it.
cli-inbox-ours = Mail written outside Warta, noted in the contact history: { $ours }.
cli-command-account-folders-choose = choose folders of a mailbox
cli-command-account-folders = look at the folders of a mailbox
