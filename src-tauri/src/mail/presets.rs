//! What is known of the common mail providers: where they listen, how much they let through, and
//! what their people must be told first. All of it is a first value that the office may change.

/// A mail provider's servers and limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// The stable name kept with the account.
    pub id: &'static str,
    /// Key of the provider's name in `account.ftl`.
    pub name: &'static str,
    /// The provider's own name, the same in every language; empty = none in particular.
    pub brand: &'static str,
    /// Server for sending, without the user; empty where only the office knows it.
    pub smtp: &'static str,
    /// Server for reading, without the user; empty where only the office knows it.
    pub imap: &'static str,
    /// How many messages the account may send.
    pub limits: Limits,
    /// The largest message that it sends, in bytes as sent: attachments grow by a third on the way.
    /// `None` where only the server knows.
    pub message_bytes: Option<u64>,
    /// Whether `name+token@…` reaches `name@…`, so that answers can carry a token.
    pub plus_addressing: bool,
    /// Keys of the hints beside the fields, in `account.ftl`.
    pub hints: &'static [&'static str],
    /// Mail domains that belong to this provider alone.
    pub domains: &'static [&'static str],
    /// Where its accounts sign in with the browser; none = with a password only.
    pub identity: Option<IdentityServer>,
}

/// A provider's identity server (OAuth 2.0).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdentityServer {
    /// Where the person signs in; `{tenant}` stands for the directory.
    pub auth_url: &'static str,
    /// Where tokens are given.
    pub token_url: &'static str,
    /// What is asked for: sending and reading mail, and a refresh token.
    pub scope: &'static str,
    /// How the browser is told to come back to this machine.
    pub loopback: &'static str,
    /// Whether its apps on a desk have a client secret, which protects nothing.
    pub client_secret: bool,
}

/// developers.google.com/identity/protocols/oauth2/native-app, …/gmail/imap/xoauth2-protocol.
const GOOGLE: IdentityServer = IdentityServer {
    auth_url: "https://accounts.google.com/o/oauth2/v2/auth",
    token_url: "https://oauth2.googleapis.com/token",
    scope: "https://mail.google.com/",
    loopback: "127.0.0.1",
    client_secret: true,
};

/// learn.microsoft.com/exchange/client-developer/legacy-protocols (IMAP, POP, SMTP by OAuth).
const MICROSOFT: IdentityServer = IdentityServer {
    auth_url: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
    token_url: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
    scope: "offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send",
    loopback: "localhost",
    client_secret: false,
};

/// Ceilings of an account; `None` where the provider states none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// Messages in any minute.
    pub per_minute: Option<u32>,
    /// Messages in any hour.
    pub per_hour: Option<u32>,
    /// Messages in any 24 hours.
    pub per_day: Option<u32>,
    /// Messages in any minute to one recipient domain.
    pub per_domain_minute: Option<u32>,
    /// Connections open at once.
    pub connections: u32,
    /// Messages over one connection before it is renewed.
    pub per_connection: u32,
}

const MEGABYTE: u64 = 1024 * 1024;

/// Gmail: 25 MB, in personal accounts; in Google Workspace the administrator may set another one
/// (Gmail Help, "Send attachments with your Gmail message",
/// <https://support.google.com/mail/answer/6584>).
const GMAIL_MESSAGE: u64 = 25 * MEGABYTE;
/// Exchange Online: 35 MB for sending unless the administrator has set another one, 1 to 150 MB
/// (Microsoft Learn, "Exchange Online limits", message limits,
/// <https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits>).
const EXCHANGE_ONLINE_MESSAGE: u64 = 35 * MEGABYTE;

/// Every preset, in the order in which the wizard offers them; the generic one is the last.
pub const PRESETS: &[Preset] = &[
    Preset {
        id: "gmail",
        name: "account-preset-gmail",
        brand: "Gmail",
        smtp: "smtps://smtp.gmail.com:465",
        imap: "imaps://imap.gmail.com:993",
        limits: Limits {
            per_minute: Some(20),
            per_hour: None,
            per_day: Some(500),
            per_domain_minute: None,
            connections: 2,
            per_connection: 90,
        },
        message_bytes: Some(GMAIL_MESSAGE),
        plus_addressing: true,
        hints: &["account-hint-app-password", "account-hint-gmail-day"],
        domains: &["gmail.com", "googlemail.com"],
        identity: Some(GOOGLE),
    },
    Preset {
        id: "google-workspace",
        name: "account-preset-google-workspace",
        brand: "Google Workspace",
        smtp: "smtps://smtp.gmail.com:465",
        imap: "imaps://imap.gmail.com:993",
        limits: Limits {
            per_minute: Some(60),
            per_hour: None,
            per_day: Some(2000),
            per_domain_minute: None,
            connections: 3,
            per_connection: 90,
        },
        message_bytes: Some(GMAIL_MESSAGE),
        plus_addressing: true,
        hints: &["account-hint-app-password", "account-hint-workspace-day"],
        domains: &[],
        identity: Some(GOOGLE),
    },
    Preset {
        id: "microsoft-365",
        name: "account-preset-microsoft-365",
        brand: "Microsoft 365",
        smtp: "smtp://smtp.office365.com:587",
        imap: "imaps://outlook.office365.com:993",
        limits: Limits {
            per_minute: Some(30),
            per_hour: None,
            per_day: Some(10_000),
            per_domain_minute: None,
            connections: 3,
            per_connection: 30,
        },
        message_bytes: Some(EXCHANGE_ONLINE_MESSAGE),
        plus_addressing: true,
        hints: &["account-hint-smtp-auth-on", "account-hint-microsoft-minute"],
        domains: &[],
        identity: Some(MICROSOFT),
    },
    Preset {
        id: "generic",
        name: "account-preset-generic",
        brand: "",
        smtp: "",
        imap: "",
        limits: Limits {
            per_minute: Some(60),
            per_hour: None,
            per_day: None,
            per_domain_minute: Some(20),
            connections: 2,
            per_connection: 100,
        },
        message_bytes: None,
        plus_addressing: false,
        hints: &["account-hint-ask-office-it"],
        domains: &[],
        identity: None,
    },
];

/// The preset kept under `id`.
pub fn preset(id: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.id == id)
}

/// Whether everybody can have an address at this domain.
pub fn is_public(domain: &str) -> bool {
    const MORE: &[&str] = &[
        "yahoo.com",
        "yahoo.co.id",
        "ymail.com",
        "rocketmail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "msn.com",
        "icloud.com",
        "me.com",
        "proton.me",
        "protonmail.com",
        "gmx.com",
        "mail.com",
        "zoho.com",
        "aol.com",
        "yandex.com",
    ];
    MORE.contains(&domain)
        || PRESETS.iter().any(|one| one.domains.iter().any(|own| own.eq_ignore_ascii_case(domain)))
}

/// The preset that an address alone gives away, for the wizard's first guess.
pub fn preset_of_address(address: &str) -> Option<&'static Preset> {
    let (_, domain) = address.trim().rsplit_once('@')?;
    PRESETS.iter().find(|preset| preset.domains.iter().any(|own| own.eq_ignore_ascii_case(domain)))
}
