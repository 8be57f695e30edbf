### Several mail accounts: the list, the usual one, names.

account-list-title = Mail accounts
account-list-hint = The office may send from several addresses. The usual one is taken unless a release names another.
account-add = Add account
account-new = New account
account-usual = Usual
account-make-usual = Make it the usual one
account-made-usual = { $name } is the usual account now
account-label = Name in this office
account-label-help = For example "Events". Left empty, the address is shown.
account-label-taken = Another account is already called "{ $name }". Choose another name.
account-unknown = There is no mail account "{ $name }". "warta account list" shows them all.
account-ambiguous = Several mail accounts fit "{ $name }". Give the whole address or the number.
account-cannot-send = The account { $name } has no server for sending. Fill it in, or choose another account.
account-sends = sends
account-reads = reads answers
account-signs = signs
account-sent-today = { $count } of { $limit } sent within 24 hours
account-sent-today-free = { $count } sent within 24 hours
account-no-password = Password missing
account-choose = Send from
account-edit-name = Settings of { $name }
command-account_default = Choose the usual mail account
command-account_dkim_make = Make a DKIM key
command-account_dkim_remove = Remove a DKIM key
command-account_check = Send a test mail to ourselves
