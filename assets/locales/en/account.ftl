### Mail accounts: kinds, hints, connection test.

# Kinds of account
account-preset-gmail = Gmail (app password)
account-preset-google-workspace = Google Workspace
account-preset-microsoft-365 = Microsoft 365
account-preset-generic = Another server (office or provider)

# Hints beside the fields
account-hint-app-password = Use a 16-letter app password from the Google Account settings, not the usual password. Two-step verification must be on first.
account-hint-gmail-day = Gmail allows 500 messages a day. The rest goes out the next day by itself.
account-hint-workspace-day = Google Workspace allows 2,000 messages a day.
account-hint-smtp-auth-on = Those who run Microsoft 365 must switch on "Authenticated SMTP" for this mailbox.
account-hint-microsoft-minute = Microsoft 365 allows 30 messages a minute and 10,000 a day.
account-hint-ask-office-it = Those who run the office's mail know the server addresses and the limits.

# Connection test: what went well
probe-dns-ok = The server { $host } was found.
probe-connect-ok = Port { $port } is open.
probe-greeting-ok = The server answers.
probe-tls-ok = The connection is secure and its certificate trusted.
probe-auth-ok = Name and password were accepted.
probe-use-ok = The account is ready.

# Connection test: what failed, why, what to do
probe-host-unknown = The server { $host } was not found. Check the spelling of its name and the internet connection.
probe-no-network = This computer has no connection to the network of { $host }. Check the internet connection.
probe-connection-refused = { $host } takes no connections at port { $port }. Check the port number.
probe-port-blocked = Port { $port } at { $host } does not answer. The office's network may block it; ask those who run it.
probe-no-greeting = { $host } opens port { $port } but does not greet. The port may not be for mail, or the kind of security is wrong.
probe-needs-tls = Port { $port } wants TLS from the start. Choose the security "TLS".
probe-needs-starttls = Port { $port } does not use TLS from the start. Choose the security "STARTTLS", or another port.
probe-no-starttls = { $host } offers no STARTTLS at port { $port }, so the password is not sent. Try the security "TLS" with port 465 (sending) or 993 (reading).
probe-server-busy = { $host } is busy or limits connections. Try again in a few minutes.
probe-server-refuses = { $host } refuses connections from this computer. Read the details and ask those who run the server.
probe-certificate-untrusted = This computer does not know the certificate of { $host }. If it is the office's own server, choose the certificate file (CA) of those who run it. If not, do not go on.
probe-certificate-name = This certificate is not for { $host }. Check the spelling of the server's name.
probe-certificate-expired = The certificate of { $host } has expired. Check this computer's date, then ask those who run the server.
probe-tls-failed = No secure connection could be agreed with { $host }. Try another kind of security; see the details below.
probe-wrong-password = The name or the password was refused. Type the password again; the account's name may have to be the whole email address.
probe-app-password = Gmail does not take the usual password. Create an app password in the Google Account settings and use it here.
probe-smtp-auth-off = Microsoft 365 has switched off sending with a password for this account. Ask those who run it to switch on "Authenticated SMTP".
probe-auth-later = The server limits login attempts. Wait a few minutes, then try again.
probe-no-login-offered = { $host } takes no login with a password at port { $port }. Check the port and the kind of security.
probe-login-needed = { $host } wants a login. Fill in the account's name and password.
probe-sender-refused = The login worked, but the server refuses the sender's address. Use an address of this account.
probe-no-inbox = The login worked, but the inbox cannot be opened.
probe-lost = The connection broke during the login. Try again.

# Account settings
account-probe-smtp = Trying the sending server
account-probe-imap = Trying the reading server
account-password-missing = The password for { $address } is missing. Enter it in the mail account's settings, or give it in the variable WARTA_PASSWORD.
account-connections-range = The number of connections must be between 1 and { $most }.
account-password-keychain = The password is kept in this computer's keychain.
account-password-session = This computer has no keychain. The password is asked for each time Warta starts.

# The mail account screen
account-hint = Each account sends releases and reads the answers to them.
account-none = No mail account yet
account-none-hint = Until one is set up nothing leaves this computer: mail is kept in the outbox folder.
account-from-address = Mail address of the office
account-from-name = Sender's name
account-preset = Mail provider
account-user = Login name
account-user-help = Mostly the mail address itself. Leave it empty then.
account-password = Password
account-password-stays = Kept; fill in only to change it
account-servers = Servers
account-smtp = Server for sending (SMTP)
account-imap = Server for reading (IMAP)
account-host = Server name
account-port = Port
account-security = Protection
account-security-tls = TLS
account-security-starttls = STARTTLS
account-security-none = None (this computer only)
account-ca = Certificate of the office (optional)
account-ca-hint = Only if the server's keeper gave you a CA file (.pem).
account-ca-given = Certificate in use: { $name }
account-ca-remove = Remove the certificate
account-limits = Sending limits
account-limits-hint = 0 means no limit. Warta never goes beyond these.
account-limit-per_minute = Mails a minute
account-limit-per_hour = Mails an hour
account-limit-per_day = Mails a day
account-limit-per_domain_minute = A minute to one provider
account-limit-connections = Connections at once
account-limit-per_connection = Mails per connection
account-plus = Addresses with a + reach this mailbox
account-plus-help = Answers are then recognised for certain: name+code@… still reaches name@…
account-probe = Test the connection
account-probing = Testing the connection
account-probe-good = The connection works
account-probe-bad = The connection does not work yet
account-probe-cancelled = The test was cancelled. Nothing was changed.
account-step-ok = Worked
account-step-failed = Failed
account-save = Save the account
account-saved = The mail account was saved
account-delete = Delete the account
account-deleted = The mail account was deleted

command-account_save = Save the mail account
command-account_delete = Delete the mail account
command-account_probe = Test the mail connection
