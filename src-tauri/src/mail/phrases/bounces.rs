//! What failure notices say, in the languages of their servers.

/// What only a mail system writes about a failed message.
#[rustfmt::skip]
pub(super) const BOUNCE_INTRO: &[&str] = &[
    "this is the qmail-send program", "this is the mail delivery agent at", "this is the mail system at host",
    "this message was created automatically by mail delivery software",
    "this message was created automatically by the mail system",
    "a message that you sent could not be delivered", "a message that you sent has not yet been delivered",
    "could not be delivered to one or more", "couldn't be delivered to one or more",
    "your message wasn't delivered", "your message was not delivered", "your message did not reach",
    "message not delivered", "message could not be delivered", "message couldn't be delivered",
    "your message couldn't be delivered", "your message can't be delivered", "could not deliver your message",
    "unable to deliver your message", "unable to deliver the message", "unable to deliver message to",
    "i wasn't able to deliver your message", "i was unable to deliver", "i'm sorry to have to inform you that",
    "delivery to the following recipient", "delivery to the following recipients",
    "delivery to these recipients",
    "delivery has failed to these recipients", "delivery failed to these recipients",
    "the following address failed", "the following addresses failed", "the following addresses had permanent",
    "the following addresses had transient", "the following recipients could not be reached",
    "the following recipient(s) cannot be reached",
    "the following recipient(s) could not be reached", "the following recipients cannot be reached",
    "could not be delivered to", "couldn't be delivered to", "was not delivered to", "wasn't delivered to",
    "cannot be delivered to",
    "failed to deliver", "failed to be delivered", "undeliverable message", "undeliverable mail",
    "undelivered message", "undeliverable address",
    "mail delivery failed", "mail delivery failure", "delivery failure", "delivery failed",
    "delivery error report",
    "there was a problem delivering your message", "there was an error sending your mail",
    "there was an error delivering",
    "returned to sender", "return to sender", "returned mail", "returned message", "message returned",
    "mail returned",
    "message delivery failed", "was undeliverable", "is undeliverable", "could not be sent",
    "has been rejected by",
    "automatic notification of delivery", "delivery status notification", "delivery notification",
    "non-delivery report", "nondelivery report",
    "failed addresses follow", "the mail system", "unable to send your message", "bounced email",
    "permanent error", "permanent failure",
    "your message cannot be delivered", "unable to deliver", "unable to be delivered", "not able to deliver",
    "your message was rejected", "message was rejected by", "mail could not be delivered",
    "error transferring to", "message was undeliverable", "transcript of session follows",
    "unrouteable address", "failure notice", "could not be delivered because", "because the user named below",
    "message has bounced", "could not be completed", "your mail message to the following address",
    "remote host said", "the error that the other server returned was", "reporting-mta:", "final-recipient:",
    "generating server:",
    // Indonesian
    "pesan anda tidak terkirim", "pesan tidak terkirim", "tidak dapat dikirim", "tidak dapat dikirimkan",
    "gagal dikirim", "gagal terkirim",
    "tidak dapat mengirimkan pesan", "pengiriman gagal", "alamat tidak ditemukan", "tidak berhasil dikirim",
    "gagal mengirim pesan", "pengiriman ke penerima", "gagal mengirimkan",
    // German
    "ihre nachricht wurde nicht zugestellt", "nachricht konnte nicht zugestellt",
    "konnte nicht zugestellt werden", "konnten nicht zugestellt werden",
    "fehler bei der nachrichtenzustellung", "die folgende(n) adresse(n)", "nicht zustellbar", "unzustellbar",
    "nicht ausgeliefert werden", "zustellung fehlgeschlagen", "fehler beim zustellen", "nicht zugestellt", "die zustellung ihrer nachricht", "die zustellung an",
    // French
    "n'a pas pu être remis", "n'a pas pu être distribué", "n'a pas pu être livré", "échec de la remise",
    "n'a pas été remis", "impossible de remettre", "n'a pas été distribué", "non remis", "échec de remise",
    "message non distribué",
    // Spanish, Portuguese, Italian
    "no se pudo entregar", "no se puede entregar", "no se ha podido entregar", "no ha sido posible entregar",
    "no se entregó", "error de entrega", "no entregado", "no pudo ser entregado",
    "não pôde ser entregue", "não foi entregue", "não foi possível entregar", "falha na entrega",
    "não pode ser entregue", "não entregue",
    "non è stato possibile recapitare", "impossibile recapitare", "non recapitabile", "mancato recapito",
    "non è stato recapitato", "non è stata recapitata", "errore di consegna",
    // Dutch, Scandinavian, Polish, Czech, Turkish, Malay
    "kan niet worden bezorgd", "kon niet worden bezorgd", "niet bezorgd", "onbestelbaar", "kunne ikke leveres",
    "kunde inte levereras", "toimitus epäonnistui", "nie dostarczono", "nie można dostarczyć",
    "nie została dostarczona", "nebyla doručena", "nelze doručit", "iletiniz teslim edilemedi",
    "teslim edilemedi", "tidak dapat dihantar", "nem kézbesíthető", "kézbesítése sikertelen",
    // Russian and neighbours
    "не было доставлено", "не удалось доставить", "не может быть доставлено", "недоставленное сообщение",
    "сообщение не доставлено", "не доставлено", "невозможно доставить", "не вдалося доставити",
    "письмо не может быть",
    // Chinese, Japanese, Korean, Vietnamese, Thai
    "退信", "无法投递", "无法送达", "未能送达", "投递失败", "無法傳送", "無法投遞", "傳遞失敗", "未送達", "无法发送到", "被退回", "系统退信", "发送失败", "無法送達",
    "配信できませんでした", "送信できませんでした", "お届けできませんでした", "配達できませんでした", "配送できませんでした", "届けることができません", "送ることができません", "宛先不明",
    "配信不能", "送信エラー",
    "배달하지 못했습니다", "전송되지 않았습니다", "전달되지 않았습니다", "반송", "배달되지 않았습니다", "전달하지 못했습니다", "전송에 실패",
    "không gửi được", "không thể gửi", "ไม่สามารถส่ง", "ส่งไม่สำเร็จ",
    // Arabic
    "فشل التسليم", "تعذر تسليم", "لم يتم تسليم", "لا يمكن تسليم", "رسالتك لم تصل",
    // Indonesian, more
    "tidak sampai ke penerima", "surel anda tidak terkirim", "email anda tidak terkirim", "gagal disampaikan",
];

/// Late, not lost.
#[rustfmt::skip]
pub(super) const DELAY: &[&str] = &[
    "this is a warning message only", "you do not need to resend", "has not yet been delivered",
    "not yet been delivered", "will be retried", "will continue to try", "will keep trying",
    "will continue trying", "will retry for", "delivery will continue to be attempted",
    "delivery attempts will continue", "no action is required on your part", "still trying to deliver",
    "is delayed for more than", "only a temporary failure report",
    "has been delayed", "have been delayed", "is being delayed", "will try again", "will be attempted again",
    "gmail will retry", "will retry for another", "could not be delivered yet",
    "delivery temporarily suspended", "message is still in the queue", "is still queued", "still in queue",
    "temporary problem delivering", "delivery is delayed", "the message has not been delivered yet",
    "hasn't been delivered yet", "the server will continue", "will be kept in the queue for up to",
    "attempts to deliver the message will continue", "deferred for", "zustellung verzögert",
    "zustellversuche werden fortgesetzt", "weiterhin versuchen", "akan terus mencoba", "akan mencoba lagi",
    "belum terkirim", "pengiriman tertunda", "masih dicoba", "sera retentée", "se seguirá intentando",
    "seguirá intentando", "continuará tentando", "will be re-tried", "继续尝试", "再送を試みます", "blijven proberen",
    "ist verzögert", "verzögert zugestellt", "noch nicht zugestellt", "wurde noch nicht", "tertunda",
    "nog niet bezorgd", "n'a pas encore été remis", "aún no se ha entregado",
];

/// No further attempt.
#[rustfmt::skip]
pub(super) const GIVEN_UP: &[&str] = &[
    "permanent error", "permanent failure", "i've given up", "i have given up", "will not be retried",
    "giving up", "i'm not going to try again", "no further attempts", "permanent fatal errors", "fatal error",
    "could not be delivered", "has been returned", "failed permanently", "failed after", "will not try again",
    "not be attempted again", "stopped trying",
];

/// No such mailbox, or one that is closed.
#[rustfmt::skip]
pub(super) const USER_UNKNOWN: &[&str] = &[
    "user unknown", "unknown user", "no such user", "no such recipient", "no such person", "no such mailbox",
    "no such account", "no such address", "no such local user", "no such email", "no such name",
    "no such domain user", "user not found", "user doesn't exist", "user does not exist", "user don't exist",
    "users does not exist", "user not known", "user is unknown", "user invalid", "invalid user",
    "not a valid user", "not a valid mailbox", "not a known user", "unknown recipient", "unknown local",
    "unknown address", "unknown mailbox", "unknown account", "unknown or illegal alias", "unknown in virtual",
    "unknown in local recipient table", "unknown in relay recipient table", "recipient unknown",
    "recipient not found", "recipientnotfound", "resolver.adr.recipnotfound", "resolver.adr.exrecipnotfound",
    "recipient does not exist", "recipient doesn't exist", "recipient address unknown",
    "recipient address rejected: user unknown", "recipient address rejected: access denied",
    "recipient no longer on server", "recipient not exist", "recipients do not exist", "recipient is not valid",
    "recipient is invalid", "recipient invalid", "recipient rejected", "invalid recipient", "invalid mailbox",
    "invalid address", "invalid local address", "invalid email address", "bad destination mailbox address",
    "bad destination email address", "bad recipient", "bad address", "bad destination", "address unknown",
    "address not found", "address does not exist", "address doesn't exist", "address couldn't be found",
    "address could not be found", "address wasn't found", "email address could not be found",
    "email address wasn't found", "address is invalid", "address invalid", "address is not valid",
    "address no longer valid", "is no longer valid", "no longer in use", "does not exist here",
    "does not exist at", "account that you tried to reach does not exist", "mailbox not found",
    "mailbox unknown", "mailbox does not exist", "mailbox doesn't exist", "mailbox unavailable",
    "mailbox not available", "mailbox is not available", "mailbox is unavailable", "mailbox is inactive",
    "mailbox disabled", "mailbox is disabled", "mailbox has been disabled", "mailbox invalid",
    "mailbox not local", "no mailbox here by that name", "no mailbox by that name", "no mailbox found",
    "not a mailbox", "account disabled", "account is disabled", "account has been disabled", "account inactive",
    "account is inactive", "account expired", "account does not exist", "account doesn't exist",
    "account not found", "account has been suspended", "account suspended", "account is suspended",
    "account unavailable", "account that does not exist", "account has been deactivated", "account deactivated",
    "account closed", "account has been closed", "user is inactive", "user disabled",
    "user account is disabled", "user suspended", "user has been suspended", "user is suspended",
    "inactive user", "disabled user", "inactive account", "disabled or discontinued",
    "this address no longer accepts mail", "this address is no longer", "not listed in domino directory",
    "not listed in public name & address book", "not listed in domino", "not unique in domino",
    "not our customer", "not a recipient", "doesn't have a yahoo", "does not have an account",
    "doesn't have an account", "this user doesn't have", "is not a valid recipient", "isn't a valid recipient",
    "no valid recipient", "no valid recipients",
    "addressee unknown", "not a valid email", "no user by that name", "name not found",
    "person not found", "not found in directory", "not found in the address book", "no account by that name",
    "there is no such", "there is no user", "there is no one here by that name", "nobody here by that name",
    "no one by that name", "email does not exist", "mail account does not exist", "mail box does not exist",
    "couldn't be found at", "could not be found at", "wasn't found at", "couldn't be found or",
    "unable to find recipient", "delivery to this user", "user has moved", "has moved to a new address",
    "has been relocated", "this account has been disabled", "this email address is no longer",
    "destination mailbox address",
    "unknown to address", "not exist", "not known at this site", "unknown name", "penerima tidak dikenal", "alamat tidak dikenal", "no user", "nie ma takiego", "nie ma takiej skrzynki", "kein benutzer", "aucun utilisateur",
    "ningún usuario", "tidak ada pengguna", "tidak terdaftar", "لم يتم العثور على عنوان", "المستخدم غير معروف", "cannot find your recipient", "email account was not found",
    "recipient's e-mail address was not found", "e-mail account does not exist", "destinatario no encontrado",
    "usuario desconocido", "el usuario no existe", "usuario no existe", "no existe", "usuário desconhecido",
    "usuário não encontrado", "usuario inexistente", "usuário inexistente", "não existe",
    "destinatário não encontrado", "utente sconosciuto", "utente inesistente", "casella inesistente",
    "indirizzo inesistente", "utilisateur inconnu", "destinataire inconnu", "adresse inconnue", "n'existe pas",
    "boîte aux lettres inexistante", "introuvable", "unbekannter empfänger", "empfänger unbekannt",
    "empfänger nicht gefunden", "existiert nicht", "benutzer unbekannt", "adresse unbekannt",
    "adressat unbekannt", "adresse wurde nicht gefunden", "nicht gefunden", "unknown customer",
    "pengguna tidak ditemukan", "pengguna tidak dikenal", "pengguna tak dikenal", "alamat tidak ditemukan",
    "tidak ditemukan", "alamat surel tidak ada", "alamat email tidak ada", "penerima tidak ditemukan",
    "akun tidak ditemukan", "akun tidak ada", "onbekende gebruiker", "bestaat niet", "gebruiker onbekend",
    "kan niet worden gevonden", "nie istnieje", "nieznany użytkownik", "neexistuje", "nem létezik",
    "finns inte", "findes ikke", "finnes ikke", "kullanıcı bulunamadı", "bulunamadı", "пользователь не найден",
    "не существует", "такого пользователя", "нет такого", "не найден", "почтовый ящик недоступен", "收件人不存在",
    "用户不存在", "用戶不存在", "使用者不存在", "帐号不存在", "帳號不存在", "账号不存在", "地址不存在", "收件人邮件地址", "不存在", "找不到", "宛先アドレスが見つかり",
    "存在しません", "ユーザーが見つかり", "宛先が不明", "宛先不明", "見つかりませんでした", "アドレスが間違", "알 수 없는 사용자", "존재하지 않", "없는 사용자", "찾을 수 없",
    "không tồn tại", "not accepting mail for this user", "no longer has an account",
    "mailbox temporarily disabled due to inactivity", "is not active", "5.1.1", "dosn't exist",
    "not a local user", "unknown username", "no email account", "not our user", "this user does not",
    "destination server for this recipient could not be found in domain name service. please verify the local part",
    "not a valid account", "invalid username", "ldap lookup", "user doesn't have a", "reject: user",
    "mailbox is not found", "does not match any", "delivery to local recipient failed",
];

/// Over quota.
#[rustfmt::skip]
pub(super) const MAILBOX_FULL: &[&str] = &[
    "mailbox full", "mailbox is full", "mailbox was full", "inbox is full", "inbox full", "mailbox quota",
    "mailbox exceeded", "mailbox has exceeded", "mailbox exceeds", "mailbox over", "mailbox size limit",
    "mailbox storage", "exceeded storage", "exceeded its storage", "exceeded the storage", "storage quota",
    "storage limit", "storage allocation", "over quota", "overquota", "over the quota", "over disk quota",
    "over his quota", "over its quota", "over their quota", "out of quota", "quota exceeded", "quota exceed",
    "quota is exceeded", "quota violation", "quota has been", "exceeds quota", "exceeded quota", "exceed quota",
    "exceeded their quota", "exceeds the quota", "exceeded his quota", "exceeds allowed quota",
    "exceeded the quota", "exceed the quota", "insufficient disk", "insufficient storage",
    "insufficient system storage", "not enough storage", "not enough space", "not enough disk", "no space left",
    "out of storage", "out of space", "disk quota", "diskquota", "disk full", "disk space", "has full mailbox",
    "full mailbox", "mail box full", "mail box is full", "mailfolder is full", "account is full", "is vol en", "postvak van de geadresseerde is vol", "mailbox is vol",
    "está cheia", "está cheio", "está llena", "está lleno", "est pleine", "est plein", "è piena", "è pieno", "ist voll",
    "sedang penuh", "sudah penuh", "kapasitas penuh", "kapasitasnya penuh", "الصندوق ممتلئ", "صندوق البريد ممتلئ", "dolu",
    "account is over", "user is over", "is over the limit", "storage space", "does not have enough space",
    "resolver.adr.quota", "quotaexceeded", "quota full", "mail quota", "size limit of the mailbox",
    "mailbox reached", "maildir over", "exceeded the maximum mailbox", "user has too many messages",
    "too many messages in", "too much mail", "too much mail data", "recipient is over", "recipient over",
    "insufficient quota", "receiving mail at a rate", "552 5.2.2", "5.2.2", "4.2.2", "kotak masuk penuh",
    "kotak surat penuh", "kotak penuh", "kuota penuh", "melebihi kuota", "penuh", "postfach voll",
    "postfach ist voll", "postfachgröße", "speicherplatz", "quota überschritten", "boîte aux lettres pleine",
    "boîte est pleine", "boîte de réception est pleine", "boite pleine", "buzón lleno", "buzón está lleno",
    "bandeja de entrada", "cuota excedida", "excedido la cuota", "caixa postal cheia", "caixa cheia",
    "caixa de entrada", "casella piena", "spazio esaurito", "postvak vol", "postvak is vol", "przepełniona",
    "skrzynka pełna", "schránka je plná", "ящик переполнен", "почтовый ящик переполнен", "переполнен", "邮箱已满",
    "郵箱已滿", "信箱已滿", "空间不足", "邮箱空间", "容量が超過", "容量オーバー", "容量を超え", "メールボックスがいっぱい", "受信容量", "용량 초과", "용량초과", "가득 찼",
    "가득차",
];

/// No such domain or host.
#[rustfmt::skip]
pub(super) const HOST_UNKNOWN: &[&str] = &[
    "host unknown", "unknown host", "host not found", "host or domain name not found", "domain not found",
    "domain does not exist", "domain doesn't exist", "domain couldn't be found", "domain could not be found",
    "domain wasn't found", "domain unknown", "unknown domain", "no such domain", "no such host",
    "invalid domain", "illegal host/domain name found", "invalid host", "bad destination system",
    "bad destination host", "name service error", "name server", "dns error", "dns query", "dns lookup",
    "dns server returned", "nxdomain", "no mx", "no mail server", "no mail servers", "null mx", "nullmx",
    "mx lookup failed", "mx record", "mail exchanger", "does not accept mail", "couldn't find any host",
    "couldn't find a mail exchanger", "couldn't find any", "cannot resolve", "could not resolve",
    "couldn't be resolved", "unable to resolve", "unresolvable", "domain name not found",
    "domain isn't registered", "not a valid domain", "lookup failed", "hostname lookup",
    "unrouteable mail domain", "mail domain", "no route to domain", "domain tidak ditemukan", "domain has no",
    "unable to look up", "server dns", "no dns", "host name lookup failure", "kein mx",
    "domain existiert nicht", "nom de domaine inexistant", "dominio no existe", "domínio não",
    "dominio inesistente", "домен не", "域名", "ドメインが", "도메인", "does not resolve", "hostunknown",
    "unknown mail host", "no a or mx", "bad host", "not know how to deliver to", "5.1.2",
    "unrouteable address", "unroutable address", "unrouteable mail",
];

/// Taken for spam.
#[rustfmt::skip]
pub(super) const SPAM: &[&str] = &[
    "spam", "junk mail", "junk email", "unsolicited", "uce", "bulk mail", "blacklist", "black list",
    "blacklisted", "blocklist", "block list", "blocked using", "block-listed", "blocklisted", "is listed in",
    "is listed at", "is listed on", "currently listed", "listed by", "dnsbl", "rbl", "spamhaus", "spamcop",
    "barracudacentral", "surbl", "uribl", "sorbs", "cloudmark", "proofpoint.com", "spamassassin", "bayesian",
    "reputation", "poor reputation", "ip address has been blocked", "your ip", "banned sending ip",
    "likely suspicious", "phishing", "virus", "malware", "infected", "sender ip reverse lookup",
    "suspected spam", "terdeteksi sebagai spam", "垃圾邮件", "垃圾郵件", "迷惑メール", "스팸", "спам", "message identified as",
    "content rejected", "message content rejected", "unusual rate", "looks like a", "snowshoe",
    "denied by sender verification",
];

/// Message too large.
#[rustfmt::skip]
pub(super) const TOO_LARGE: &[&str] = &[
    "message too large", "message is too large", "message too big", "message is too big", "message too long",
    "message size exceeds", "message size exceeded", "message size limit", "message exceeds",
    "message file too big", "message larger than", "message is larger", "maximum message size", "maximum size",
    "max message size", "size exceeds", "size exceeded", "size limit", "exceeds size", "exceeds the size",
    "exceeds maximum", "exceeds the maximum", "exceeded maximum", "exceeds administrative limit", "too large",
    "larger than the", "file too big", "attachment too", "mail size", "message length exceeds",
    "pesan terlalu besar", "ukuran pesan", "terlalu besar", "nachricht ist zu groß", "zu groß",
    "trop volumineux", "taille maximale", "demasiado grande", "tamaño máximo", "muito grande", "troppo grande",
    "te groot", "za duża", "слишком больш", "邮件过大", "邮件大小", "超过大小", "サイズが大き", "サイズ超過", "크기 초과", "5.3.4",
    "5.2.3",
];

/// Tried for too long.
#[rustfmt::skip]
pub(super) const EXPIRED: &[&str] = &[
    "retry timeout exceeded", "retry time not reached", "retry timeout", "message expired", "delivery expired",
    "delivery time expired", "delivery timed out", "delivery period", "has expired", "queue too long",
    "too long in queue", "in the queue too long", "maximum queue", "queue lifetime", "exceeded max time",
    "max time in queue", "too many retries", "maximum retries", "exceeded maximum retries", "retry limit",
    "retries exceeded", "retry count", "unable to deliver message for", "cannot send message for",
    "could not send message for", "not delivered for", "has been in the queue", "has been on the queue",
    "been trying to deliver", "undelivered after", "undeliverable for", "failed after i sent",
    "giving up after", "given up after", "message has been queued for", "unable to send for", "maximum time",
    "timeout for delivery", "could not be delivered within", "couldn't be delivered within",
    "message timed out", "4.4.7", "5.4.7", "5.4.300", "deadline", "no longer retry", "the retry time",
    "after the longest cutoff", "berhenti mencoba", "setelah dicoba selama", "dicoba selama", "stopped trying",
    "gave up after", "waktu pengiriman habis", "batas waktu pengiriman",
];

/// Not relayed.
#[rustfmt::skip]
pub(super) const RELAY_DENIED: &[&str] = &[
    "relay denied", "relaying denied", "relaying not permitted", "relaying not allowed", "relaying prohibited",
    "relaying disallowed", "relay not permitted", "relay not allowed", "relay access denied",
    "relay prohibited", "unable to relay", "cannot relay", "not permitted to relay", "not allowed to relay",
    "relaying is", "no relaying", "relay operation", "relaying blocked", "relaying mail", "we do not relay",
    "does not relay", "don't relay", "relay is not", "not relay for", "isn't in my list of allowed rcpthosts",
    "not in my list of allowed rcpthosts", "rcpthosts", "smtp authentication is required",
    "smtp authentication required", "insecure mail relay", "not a gateway", "is not one of our",
];

/// Refused by a rule.
#[rustfmt::skip]
pub(super) const POLICY: &[&str] = &[
    "policy", "access denied", "not authorized", "not authorised", "unauthorized", "permission", "prohibited",
    "forbidden", "message rejected", "rejected by", "rejected due", "rejected for", "message refused",
    "mail refused", "refused by", "administratively", "administrative", "blocked by", "has been blocked",
    "was blocked", "message blocked", "is blocked", "restricted", "not allowed to send", "not permitted",
    "not accepted", "denied by", "dmarc", "spf", "dkim", "sender verify", "sender verification",
    "sender address rejected", "sender rejected", "sender denied", "sender domain", "unauthenticated", "helo",
    "reverse dns", "ptr record", "content filter", "content policy", "banned", "too many recipients",
    "too many connections", "rate limit", "max defers and failures", "emails per hour", "messages per hour", "throttl", "greylist", "graylist", "greylisted", "try again later",
    "resolver.rst.notauthorized", "sendernotauthenticated", "auth required",
    "authentication required", "ditolak", "kebijakan", "abgelehnt", "richtlinie", "refusé",
    "rechazado", "recusad", "rifiutato", "geweigerd", "odrzucona", "отклонено", "отклонен", "拒绝", "拒收", "拒絕",
    "拒否", "受信拒否", "거부", "차단", "closed group", "members only", "only accepts", "doesn't accept",
    "does not accept messages", "accept messages from", "tls required", "encryption required",
    "command rejected",
];

/// No connection, or a loop.
#[rustfmt::skip]
pub(super) const NETWORK: &[&str] = &[
    "connection refused", "connection timed out", "connection timeout", "connection reset", "connection lost",
    "connection closed", "connection dropped", "connection to", "connection attempt", "couldn't connect",
    "could not connect", "cannot connect", "can't connect", "unable to connect", "failed to connect",
    "lost connection", "no route to host", "network is unreachable", "network unreachable", "network error",
    "host unreachable", "host is unreachable", "server unreachable", "operation timed out", "timed out",
    "timeout", "time out", "no answer from host", "not responding", "did not respond", "no response",
    "isn't responding", "wasn't able to establish an smtp connection", "server is down", "server busy",
    "temporarily unavailable", "service unavailable", "service not available", "broken pipe", "mail loop",
    "mail forwarding loop", "loop detected", "loops back to myself", "routing loop", "loop count",
    "too many hops", "hop count exceeded", "too many received", "tls handshake", "starttls", "certificate",
    "temporary failure", "temporary lookup failure", "resources", "system error", "tidak merespons",
    "tidak dapat terhubung",
];

/// A misunderstanding between servers.
#[rustfmt::skip]
pub(super) const PROTOCOL: &[&str] = &[
    "syntax error", "command not recognized", "command not recognised", "unrecognized command",
    "unrecognised command", "command unrecognized", "bad sequence", "bad command", "command not implemented",
    "protocol error", "invalid parameter", "bad address syntax", "malformed address", "bare lf", "bare newline",
    "not rfc", "rfc 5322", "rfc2822", "rfc 2822", "smtputf8", "8bitmime", "non-ascii", "internationalized",
    "malformed", "parameters not recognized", "must issue a", "need mail command", "local configuration error",
    "configuration error",
];
