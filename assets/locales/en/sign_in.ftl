### Signing in with the browser (OAuth 2.0).

oauth-refused = The sign-in was refused. The server said: { $words }
oauth-unreachable = The server for signing in cannot be reached. Check the internet connection and try again.
oauth-nobody-came = Nobody signed in in time. Begin again.
oauth-no-client-id = The client id is missing: whoever runs the office's mail makes it once (see the guide to setting up mail).
oauth-no-server = For this provider nobody knows where to sign in. Choose Gmail, Google Workspace or Microsoft 365, or name the addresses on the command line.
oauth-address = { $url } is no address for signing in: it must begin with https://.
account-oauth-missing = { $address } has not signed in with the browser yet, or the sign-in is no longer good. Sign in in the account settings.
account-oauth-waiting = Waiting for the browser…
account-oauth-page-good = You are signed in. You may close this page and go back to Warta.
account-oauth-page-bad = The sign-in was refused. Go back to Warta, which says why.

account-auth = How to sign in
account-auth-password = With a password or app password
account-auth-browser = With the browser
account-oauth-client-id = Client id
account-oauth-client-id-help = The office's own, made once at the provider; the guide to setting up mail tells how.
account-oauth-client-secret = Client secret
account-oauth-client-secret-help = Google gives one to apps on a desk as well. It is kept in the system's keychain.
account-oauth-tenant = Directory (tenant)
account-oauth-tenant-help = The directory's id or domain; empty = any organisation.
account-oauth-sign-in = Sign in with the browser
account-oauth-save-first = Save the account first, then sign in.
account-oauth-good = Signed in with the browser.
account-oauth-open = The browser is open: sign in there and allow Warta to read and send mail. This page waits.
account-oauth-session = The sign-in is not kept by a keychain: it is needed again at the next start.
command-account_oauth_begin = Begin signing in
command-account_oauth_finish = Sign in with the browser

cli-help-account-oauth = Sign an account in with the browser (OAuth 2.0), without a password
cli-arg-account-oauth-client-id = The office's own client id at the provider
cli-arg-account-oauth-tenant = Microsoft's directory (tenant)
cli-arg-account-oauth-auth-url = Where to sign in, for another provider
cli-arg-account-oauth-token-url = Where tokens are given, for another provider
cli-arg-account-oauth-scope = What is asked for, for another provider
cli-arg-account-oauth-wait = Seconds to wait for the browser
cli-arg-account-oauth-off = Back to the password
cli-arg-account-oauth-no-browser = Only print the address; do not open the browser
cli-oauth-opened = The browser shows the page to sign in; if it does not, open this address: { $url }
cli-oauth-open = Open this address in the browser and sign in:
    { $url }
cli-oauth-not-kept = No keychain takes the sign-in; it is good until this program ends.
cli-command-account-oauth-begin = begin signing in
cli-command-account-oauth-finish = sign in with the browser
