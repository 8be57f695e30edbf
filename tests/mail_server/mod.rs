//! Real mail servers for tests: a private Postfix with Dovecot and Sieve on loopback ports in a
//! temporary folder, `smtp-sink`, and a scripted server for faults that neither can play.
//!
//! Whatever is started here ends with the test process, however that ends: each server runs
//! under a small shell that waits for the end of a pipe which only the test process holds open.
//! Needs root and the packages postfix, dovecot-imapd, dovecot-lmtpd, dovecot-sieve, openssl.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "test code"
)]

pub mod identity_server;
pub mod scripted;
pub mod scripted_imap;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

/// Everybody's password on the private servers.
pub const PASSWORD: &str = "secret";

/// Where Debian keeps Postfix's daemons.
const POSTFIX_DAEMONS: &str = "/usr/lib/postfix/sbin";

/// A private Postfix and Dovecot. Who is there: `sender@press.test`, `anna@`, `bert@`, `ooo@`
/// (answers by Sieve vacation) and `full@news.test` (mailbox over quota).
pub struct MailServer {
    folder: tempfile::TempDir,
    /// Plain SMTP with STARTTLS offered; login only after it.
    pub smtp: u16,
    /// Submission: STARTTLS and login required.
    pub submission: u16,
    /// Submission with TLS from the first byte.
    pub smtps: u16,
    /// IMAP with STARTTLS offered.
    pub imap: u16,
    /// IMAP with TLS from the first byte.
    pub imaps: u16,
    watched: Option<Watched>,
    /// Checks signatures of mail to `@news.test`, where it is asked for.
    checks: bool,
}

/// How Postfix limits a client.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rate {
    /// Messages per unit; 0 = no limit.
    pub messages: u32,
    /// Length of the unit in seconds.
    pub seconds: u32,
}

impl MailServer {
    /// Starts the servers and waits until they listen.
    pub fn start() -> Self {
        Self::start_limited(Rate::default())
    }

    /// The same with a rate limit: above it comes 450 4.7.1.
    pub fn start_limited(rate: Rate) -> Self {
        Self::start_with(rate, false)
    }

    /// The same with OpenDKIM, which checks signatures and says so in `Authentication-Results`. It
    /// believes the records given to [`Self::publish`], as others believe the DNS.
    pub fn start_checking() -> Self {
        Self::start_with(Rate::default(), true)
    }

    /// Puts a DKIM record where the checker finds it.
    pub fn publish(&self, record_name: &str, record_text: &str) {
        self.write("opendkim/keys", &format!("{record_name} {record_text}\n"));
        let pid_file = self.path().join("opendkim/pid");
        let pid = fs::read_to_string(&pid_file).expect("opendkim runs");
        fs::remove_file(&pid_file).expect("its own file");
        // It is started again at once, and reads the records anew.
        run_ok(Command::new("kill").arg(pid.trim()));
        let deadline = Instant::now() + Duration::from_secs(10);
        while !fs::read_to_string(&pid_file).is_ok_and(|new| !new.trim().is_empty() && new != pid) {
            assert!(Instant::now() < deadline, "opendkim does not come back");
            std::thread::sleep(Duration::from_millis(20));
        }
        assert!(self.checker_listens(deadline), "opendkim");
    }

    fn start_with(rate: Rate, checks: bool) -> Self {
        for attempt in 1..=3 {
            let folder = tempfile::Builder::new()
                .prefix("warta-mail-")
                .tempdir()
                .expect("a temporary folder");
            let [smtp, submission, smtps, imap, imaps] = free_ports();
            let mut server =
                Self { folder, smtp, submission, smtps, imap, imaps, watched: None, checks };
            server.write_tls();
            server.write_dovecot();
            server.write_postfix(rate);
            server.run();
            if server.listens(Instant::now() + Duration::from_secs(20)) {
                return server;
            }
            // Somebody may have taken a port between choosing and listening.
            eprintln!("mail servers did not start (attempt {attempt}): {}", server.log());
        }
        panic!("the private mail servers do not start; see the log above");
    }

    /// The certificate authority to trust, as PEM.
    pub fn ca_path(&self) -> PathBuf {
        self.path().join("tls/ca.pem")
    }

    /// The certificate authority's bytes.
    pub fn ca(&self) -> Vec<u8> {
        fs::read(self.ca_path()).expect("ca.pem")
    }

    /// What both servers wrote to their logs, for messages of failing tests.
    pub fn log(&self) -> String {
        ["maillog", "dovecot.log", "output"]
            .iter()
            .filter_map(|name| fs::read_to_string(self.path().join("log").join(name)).ok())
            .collect::<Vec<_>>()
            .join("\n---\n")
    }

    /// Every message in a person's inbox.
    pub fn messages(&self, user: &str) -> Vec<Vec<u8>> {
        maildir_messages(&self.path().join("mail").join(user))
    }

    /// How many messages are in a person's inbox.
    pub fn count(&self, user: &str) -> usize {
        self.messages(user).len()
    }

    /// How many messages in a person's inbox carry this Message-ID in their own headers.
    pub fn count_message_id(&self, user: &str, message_id: &str) -> usize {
        let found = |raw: &Vec<u8>| header_value(raw, "message-id").as_deref() == Some(message_id);
        self.messages(user).iter().filter(|raw| found(raw)).count()
    }

    /// How many messages in a person's inbox nobody has marked as read.
    pub fn unread(&self, user: &str) -> usize {
        let inbox = self.path().join("mail").join(user);
        let names = ["new", "cur"]
            .iter()
            .filter_map(|name| fs::read_dir(inbox.join(name)).ok())
            .flat_map(|entries| entries.filter_map(Result::ok))
            .map(|entry| entry.file_name().to_string_lossy().into_owned());
        // Flags stand after ":2," in a Maildir name; S is "seen".
        names
            .filter(|name| !name.split_once(":2,").is_some_and(|(_, flags)| flags.contains('S')))
            .count()
    }

    /// Waits until a message in the inbox satisfies `wanted`, and gives it; panics with the
    /// servers' log when the time is over.
    pub fn wait_for(&self, user: &str, limit: Duration, wanted: impl Fn(&str) -> bool) -> Vec<u8> {
        let deadline = Instant::now() + limit;
        loop {
            let mut messages = self.messages(user).into_iter();
            if let Some(found) = messages.find(|raw| wanted(&String::from_utf8_lossy(raw))) {
                return found;
            }
            assert!(
                Instant::now() < deadline,
                "no such message for {user} in {limit:?}:\n{}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Puts all messages of a Maildir into a person's inbox, before anybody has looked into it.
    pub fn fill(&self, user: &str, maildir: &Path) {
        let inbox = self.path().join("mail").join(user);
        for part in ["cur", "new", "tmp"] {
            fs::create_dir_all(inbox.join(part)).expect("create folder");
        }
        for entry in fs::read_dir(maildir.join("cur")).expect("a Maildir") {
            let from = entry.expect("a file");
            let to = inbox.join("cur").join(from.file_name());
            if fs::hard_link(from.path(), &to).is_err() {
                fs::copy(from.path(), &to).expect("copy");
            }
        }
        run_ok(Command::new("chown").args(["-R", "mail:mail"]).arg(inbox));
    }

    /// Hands a message over as another mail server would.
    pub fn deliver(&self, to: &str, message: &str) {
        let mut line = TcpStream::connect((Ipv4Addr::LOCALHOST, self.smtp)).expect("connect");
        let mut answers = BufReader::new(line.try_clone().expect("clone")).lines();
        let mut expect = |code: &str| {
            loop {
                let answer = answers.next().expect("an answer").expect("an answer");
                assert!(answer.starts_with(code), "{answer}");
                if answer.as_bytes().get(3) != Some(&b'-') {
                    break;
                }
            }
        };
        expect("220");
        for (said, code) in [
            ("EHLO other.test".to_owned(), "250"),
            ("MAIL FROM:<>".to_owned(), "250"),
            (format!("RCPT TO:<{to}>"), "250"),
            ("DATA".to_owned(), "354"),
            (format!("{message}."), "250"),
            ("QUIT".to_owned(), "221"),
        ] {
            line.write_all(format!("{said}\r\n").as_bytes()).expect("write");
            expect(code);
        }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn listens(&mut self, deadline: Instant) -> bool {
        [self.smtp, self.submission, self.smtps, self.imap, self.imaps]
            .iter()
            .all(|port| wait_for_port(*port, deadline, self.watched.as_mut()))
            && (!self.checks || self.checker_listens(deadline))
    }

    fn checker_listens(&self, deadline: Instant) -> bool {
        let socket = self.path().join("opendkim/socket");
        while Instant::now() < deadline {
            if UnixStream::connect(&socket).is_ok() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }

    fn run(&mut self) {
        let folder = self.path().display();
        let opendkim = if self.checks {
            format!(
                "(while :; do opendkim -f -x {folder}/opendkim/opendkim.conf; sleep 0.05; done) & opendkim=$!"
            )
        } else {
            "opendkim=".to_owned()
        };
        let script = format!(
            "exec >{folder}/log/output 2>&1\n\
             dovecot -F -c {folder}/dovecot/dovecot.conf & dovecot=$!\n\
             {opendkim}\n\
             # Postfix's own start script is not used: it outlives its caller for a moment, so that a\n\
             # server could start after everything else has ended. Hence the queue's folders by hand.\n\
             cd {folder}/postfix/spool\n\
             mkdir pid public maildrop private active bounce corrupt defer deferred flush hold incoming saved trace\n\
             chown postfix [!p]* private\n\
             chmod 700 [!p]* private\n\
             chown postfix:postdrop public maildrop; chmod 2710 public; chmod 1730 maildrop\n\
             MAIL_CONFIG={folder}/postfix/etc {POSTFIX_DAEMONS}/master -s & postfix=$!\n\
             read end <&3\n\
             kill $dovecot $postfix $opendkim $(cat {folder}/opendkim/pid 2>/dev/null)\n\
             wait $dovecot $postfix $opendkim\n\
             rm -rf {folder}\n"
        );
        self.watched = Some(Watched::start(&script));
    }

    fn write(&self, name: &str, content: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("create folder");
        fs::write(path, content).expect("write configuration");
    }

    fn write_tls(&self) {
        let folder = self.path();
        set_mode(folder, 0o755);
        self.write(
            "tls/leaf.ext",
            "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1\nbasicConstraints=CA:FALSE\n",
        );
        let openssl = |arguments: &str| {
            let done = Command::new("openssl")
                .args(arguments.split_whitespace())
                .current_dir(folder.join("tls"))
                .output()
                .expect("openssl is installed");
            assert!(done.status.success(), "openssl: {}", String::from_utf8_lossy(&done.stderr));
        };
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
        openssl(&format!(
            "req -x509 {key} -days 30 -subj /CN=warta-test-ca -keyout ca.key -out ca.pem"
        ));
        openssl(&format!("req {key} -subj /CN=localhost -keyout key.pem -out leaf.csr"));
        openssl(
            "x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -out cert.pem -extfile leaf.ext",
        );
    }

    fn write_dovecot(&self) {
        let folder = self.path().display();
        let (smtp, imap, imaps) = (self.smtp, self.imap, self.imaps);
        let mut users = String::new();
        for user in ["sender@press.test", "anna@news.test", "bert@news.test", "ooo@news.test"] {
            users += &format!("{user}:{{PLAIN}}{PASSWORD}::::::\n");
        }
        users += &format!("full@news.test:{{PLAIN}}{PASSWORD}::::::userdb_quota_rule=*:bytes=1K\n");
        self.write("dovecot/users", &users);
        self.write(
            "mail/ooo@news.test/.dovecot.sieve",
            "require [\"vacation\",\"vacation-seconds\"];\n\
             vacation :seconds 0 :subject \"Out of office: back on Monday\" :addresses [\"ooo@news.test\"] \
             \"I am away until Monday.\";\n",
        );
        fs::create_dir_all(self.path().join("dovecot/run")).expect("create folder");
        fs::create_dir_all(self.path().join("log")).expect("create folder");
        self.write(
            "dovecot/dovecot.conf",
            &format!(
                "base_dir = {folder}/dovecot/run
state_dir = {folder}/dovecot
instance_name = warta-test-{smtp}
log_path = {folder}/log/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/tls/cert.pem
ssl_key = <{folder}/tls/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
mail_location = maildir:{folder}/mail/%u
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
mail_plugins = quota
submission_host = 127.0.0.1:{smtp}
passdb {{
  driver = passwd-file
  args = username_format=%u {folder}/dovecot/users
}}
userdb {{
  driver = passwd-file
  args = username_format=%u {folder}/dovecot/users
  default_fields = uid=mail gid=mail home={folder}/mail/%u
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
# Wrong passwords, which tests need, would slow down everybody from this address.
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service lmtp {{
  unix_listener {folder}/dovecot/lmtp {{
    mode = 0666
  }}
}}
service auth {{
  unix_listener {folder}/dovecot/auth {{
    mode = 0666
  }}
}}
protocol lmtp {{
  postmaster_address = postmaster@press.test
  mail_plugins = quota sieve
}}
plugin {{
  quota = maildir:User quota
  quota_exceeded_message = 5.2.2 Mailbox is full
  sieve = file:~/sieve;active=~/.dovecot.sieve
  sieve_extensions = +vacation-seconds
  sieve_vacation_min_period = 0
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
"
            ),
        );
        let mail = self.path().join("mail");
        run_ok(Command::new("chown").args(["-R", "mail:mail"]).arg(mail));
    }

    fn write_postfix(&self, rate: Rate) {
        let folder = self.path().display();
        let (smtp, submission, smtps) = (self.smtp, self.submission, self.smtps);
        let (rate, unit) = (rate.messages, rate.seconds.max(1));
        self.write(
            "postfix/etc/main.cf",
            &format!(
                "compatibility_level = 3.6
queue_directory = {folder}/postfix/spool
data_directory = {folder}/postfix/data
command_directory = /usr/sbin
daemon_directory = {POSTFIX_DAEMONS}
mail_owner = postfix
setgid_group = postdrop
maillog_file = {folder}/log/maillog
maillog_file_prefixes = {folder}
myhostname = mx.press.test
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.99/32
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access inline:{{ \
{{grey@news.test=450 4.2.0 Greylisted, try again in 5 seconds}} \
{{gone@news.test=550 5.1.1 No such user here}} \
{{blocked@news.test=554 5.7.1 Message rejected as spam}} }}
smtpd_client_message_rate_limit = {rate}
smtpd_client_event_limit_exceptions =
anvil_rate_time_unit = {unit}s
smtpd_client_connection_rate_limit = 0
smtpd_reject_unlisted_recipient = no
virtual_mailbox_domains = press.test news.test
virtual_transport = lmtp:unix:{folder}/dovecot/lmtp
virtual_mailbox_maps =
transport_maps = inline:{{ {{slow.test=retry:4.4.1 Connection timed out}} \
{{dead.test=error:5.4.4 Host or domain name not found}} }}
default_transport = error:5.1.2 test server does not relay
relay_transport = error:5.1.2 test server does not relay
alias_maps =
alias_database =
smtputf8_enable = yes
smtpd_tls_cert_file = {folder}/tls/cert.pem
smtpd_tls_key_file = {folder}/tls/key.pem
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {folder}/dovecot/auth
smtpd_sasl_security_options = noanonymous
minimal_backoff_time = 5s
maximal_backoff_time = 10s
queue_run_delay = 5s
bounce_queue_lifetime = 20s
maximal_queue_lifetime = 20s
delay_warning_time = 6s
disable_dns_lookups = yes
recipient_delimiter = +
message_size_limit = 31457280
"
            ),
        );
        let milter = if self.checks {
            // A socket of its own: a port could be somebody else's while the checker restarts.
            self.write(
                "opendkim/opendkim.conf",
                &format!(
                    "Mode v\nSocket local:{folder}/opendkim/socket\nUMask 000\nUserID nobody\nSyslog no\n\
                     TestPublicKeys {folder}/opendkim/keys\nAuthservID mx.news.test\nAlwaysAddARHeader yes\n\
                     InternalHosts 127.0.0.99\nPidFile {folder}/opendkim/pid\n"
                ),
            );
            self.write("opendkim/keys", "");
            run_ok(Command::new("chown").args(["-R", "nobody"]).arg(self.path().join("opendkim")));
            format!(" -o smtpd_milters=unix:{folder}/opendkim/socket")
        } else {
            String::new()
        };
        let login_only = "-o smtpd_client_restrictions=permit_sasl_authenticated,reject";
        self.write(
            "postfix/etc/master.cf",
            &format!(
                "127.0.0.1:{smtp} inet n - n - - smtpd{milter}
127.0.0.1:{submission} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt {login_only}{milter}
127.0.0.1:{smtps} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes {login_only}
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"
            ),
        );
        let [spool, data] = ["spool", "data"].map(|name| self.path().join("postfix").join(name));
        for folder in [&spool, &data] {
            fs::create_dir_all(folder).expect("create folder");
        }
        run_ok(Command::new("chown").arg("postfix").arg(data));
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        // First the servers end, then the folder goes.
        self.watched.take();
    }
}

/// `smtp-sink`: takes everything as fast as it can and keeps nothing, unless told otherwise.
pub struct SmtpSink {
    /// Where it listens on 127.0.0.1.
    pub port: u16,
    watched: Watched,
}

impl SmtpSink {
    /// Starts it with further arguments, for example `&["-r", "RCPT"]` (soft error at RCPT).
    /// It runs as `nobody`, so a folder for `-d` must be writable by everybody.
    pub fn start(arguments: &[&str]) -> Self {
        let [port] = free_ports();
        let user = if is_root() { "-u nobody" } else { "" };
        let quoted: Vec<String> = arguments
            .iter()
            .map(|argument| format!("'{}'", argument.replace('\'', "'\\''")))
            .collect();
        let script = format!(
            "smtp-sink {user} {} 127.0.0.1:{port} 1000 & sink=$!\nread end <&3\nkill $sink 2>/dev/null\nwait $sink\n",
            quoted.join(" ")
        );
        let mut watched = Watched::start(&script);
        let deadline = Instant::now() + Duration::from_secs(10);
        assert!(wait_for_port(port, deadline, Some(&mut watched)), "smtp-sink does not start");
        Self { port, watched }
    }
}

/// A shell that runs servers in a process group of its own, and ends them when the pipe at its
/// descriptor 3 is closed: by `drop`, by a panic, or because this process is gone.
struct Watched {
    shell: Child,
    pipe: Option<ChildStdin>,
}

impl Watched {
    fn start(script: &str) -> Self {
        // Background jobs of a shell lose its standard input, hence the copy at 3.
        let script = format!("exec 3<&0\nexec </dev/null\n{script}");
        let mut shell = Command::new("bash")
            .args(["-c", &script])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("bash is installed");
        let pipe = shell.stdin.take();
        Self { shell, pipe }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        drop(self.pipe.take());
        let deadline = Instant::now() + Duration::from_secs(10);
        while Instant::now() < deadline {
            if matches!(self.shell.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let group = format!("-{}", self.shell.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.shell.wait();
    }
}

/// Ports that are free now, all different.
pub fn free_ports<const N: usize>() -> [u16; N] {
    let listeners: [TcpListener; N] =
        std::array::from_fn(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port"));
    listeners.map(|listener| listener.local_addr().expect("an address").port())
}

fn wait_for_port(port: u16, deadline: Instant, mut watched: Option<&mut Watched>) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    while Instant::now() < deadline {
        if TcpStream::connect_timeout(&address, Duration::from_millis(200)).is_ok() {
            return true;
        }
        if watched.as_mut().is_some_and(|watched| matches!(watched.shell.try_wait(), Ok(Some(_)))) {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    false
}

/// Every message of a Maildir, read or not.
pub fn maildir_messages(maildir: &Path) -> Vec<Vec<u8>> {
    ["new", "cur"]
        .iter()
        .filter_map(|name| fs::read_dir(maildir.join(name)).ok())
        .flat_map(|entries| entries.filter_map(Result::ok))
        .filter_map(|entry| fs::read(entry.path()).ok())
        .collect()
}

/// The first value of a header in the message's own header block.
pub fn header_value(raw: &[u8], name: &str) -> Option<String> {
    for line in BufReader::new(raw).lines() {
        let line = line.ok()?;
        if line.is_empty() {
            return None;
        }
        if let Some((found, value)) = line.split_once(':')
            && found.eq_ignore_ascii_case(name)
        {
            return Some(value.trim().to_owned());
        }
    }
    None
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|done| done.stdout.starts_with(b"0"))
}

fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set permissions");
}

fn run_ok(command: &mut Command) {
    let done = command.output().expect("the program is installed");
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Writes to a stream and ignores that the other side may be gone.
fn say(stream: &mut impl Write, text: &str) {
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}
