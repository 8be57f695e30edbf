-- Signing in with the browser (OAuth 2.0) instead of a password. auth: 'password' or 'oauth'. The
-- client id is the office's own; tenant: Microsoft's directory, '' = any organisation. The addresses
-- and the scope are the provider's where they are ''. Tokens and the client secret stand in the
-- operating system's keychain, never here.
ALTER TABLE accounts ADD COLUMN auth TEXT NOT NULL DEFAULT 'password';
ALTER TABLE accounts ADD COLUMN oauth_client_id TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN oauth_tenant TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN oauth_auth_url TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN oauth_token_url TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN oauth_scope TEXT NOT NULL DEFAULT '';
