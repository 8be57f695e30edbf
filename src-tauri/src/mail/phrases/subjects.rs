//! Subjects that mail systems and automatic replies write.

/// Subjects of failure notices.
#[rustfmt::skip]
pub(super) const BOUNCE_SUBJECT: &[&str] = &[
    "undeliverable", "undelivered", "undeliverd", "delivery failure", "delivery failed", "delivery fail",
    "failure notice", "failure notification", "returned mail", "mail returned", "returned to sender",
    "return to sender", "returned message", "message returned", "returned email", "mail delivery failed",
    "mail delivery failure", "mail delivery error",
    "mail delivery system", "mail delivery subsystem", "mail delivery problem", "delivery status notification",
    "delivery notification", "delivery error", "delivery report", "delivery problem", "delivery has failed",
    "non-delivery", "nondelivery", "nondeliverable", "non delivery", "non-deliverable", "non remis",
    "not delivered", "could not be delivered", "couldn't be delivered", "could not deliver", "cannot deliver",
    "unable to deliver", "unable to be delivered", "failed delivery", "failed mail", "mail failure",
    "mail error", "mail system error", "message status - undeliverable", "mail could not be delivered",
    "undeliverable mail", "undeliverable message", "user unknown", "unknown user", "mailbox full",
    "mailbox unavailable", "address not found", "message blocked", "permanent delivery failure",
    "message could not be delivered", "message undeliverable", "email not delivered", "rejected:",
    "message rejected", "mail rejected", "email rejected", "rejected mail", "bounced", "bounce", "deliver fail",
    "email delivery failure", "error sending", "error in delivery", "failed to deliver", "wasn't delivered",
    "was not delivered", "message not sent", "mail not sent", "error occurred while sending mail",
    "warning: could not send", "warning: message", "delivery incomplete", "delivery delayed", "delayed mail",
    "delivery delay", "mail quota exceeded", "mail notification: failed", "nondeliverable mail", "[boucing",
    "postmaster notify", "not known at this site", "zustellfehler", "لا يمكن تسليم", "لم يتم التسليم", "فشل التسليم",
    "لا يمكن تسليمها", "bezorging mislukt",
    "unzustellbar", "nicht zugestellt", "nicht zustellbar", "unzustellbare", "zustellung fehlgeschlagen",
    "fehler beim versand",
    "rückmeldung des mailservers", "tidak terkirim", "tidak dapat dikirim", "gagal terkirim", "gagal dikirim",
    "pengiriman gagal", "kegagalan pengiriman", "gagal kirim", "tidak dapat dihantar",
    "pemberitahuan status pengiriman", "non remis", "non distribué", "échec de la remise", "échec de remise",
    "non distribuable", "notification d'échec", "no se puede entregar", "no se ha podido entregar",
    "no entregado", "no se pudo entregar", "error de entrega", "no entregable", "não entregue",
    "não pôde ser entregue", "não é possível entregar", "falha na entrega", "não foi possível entregar",
    "non recapitabile", "mancato recapito", "impossibile recapitare", "mancata consegna", "onbestelbaar",
    "niet bezorgd", "niet afgeleverd", "kan ikke leveres", "kunne ikke leveres", "kan inte levereras",
    "olevererbart", "kan ikke leveres", "ikke levert", "toimittaminen epäonnistui", "perille toimittamaton",
    "nie dostarczono", "niedostarczalne", "niedostarczona", "nedoručitelná", "nedoručitelné", "nedoručeno",
    "kézbesíthetetlen", "teslim edilemedi", "iletilemedi", "недоставлен", "не доставлено", "недоставленное",
    "не может быть доставлено", "не удается доставить", "недоставленное сообщение", "ανεπίδοτο", "退信", "系统退信",
    "无法投递", "未送达", "投递失败", "無法傳遞", "無法傳送", "退件", "未傳遞", "未传递", "配信不能", "配信できません", "配信エラー", "送信エラー", "送信失敗",
    "未配信", "配信失敗", "배달되지 않음", "반송", "전송 실패", "배달 못함", "배달할 수 없음", "배달 실패", "không gửi được", "không thể chuyển",
    "ไม่สามารถส่ง",
];

/// Subjects of notices of delay.
#[rustfmt::skip]
pub(super) const DELAY_SUBJECT: &[&str] = &[
    "(delay)", "delivery delayed", "delivery delay", "delayed mail", "delivery is delayed", "message delayed",
    "mail delayed", "delayed:", "warning: could not send", "warning - delayed",
    "delivery temporarily suspended", "delivery incomplete", "still being retried",
    "delivery status notification (delay)", "zustellung verzögert", "verzögert", "pengiriman tertunda",
    "pengiriman belum selesai", "tertunda", "remise retardée", "entrega retrasada", "retraso en la entrega",
    "delivery warning", "mail delivery delayed", "delayed delivery", "could not send message for past",
    "entrega atrasada", "配信遅延", "延迟", "vertraagd", "not yet been delivered", "задержка доставки",
];

/// Subjects of automatic replies.
#[rustfmt::skip]
pub(super) const AUTO_SUBJECT: &[&str] = &[
    "out of office", "out of the office", "out-of-office", "ooo:", "ooo re:", "[ooo]", "automatic reply",
    "automated reply", "automatic response", "automated response", "auto reply", "auto-reply", "autoreply",
    "auto response", "auto-response", "autoresponse", "autoresponder", "auto responder", "auto:", "auto: re:",
    "auto re:", "automatic answer", "vacation", "on vacation", "on holiday", "on leave", "annual leave",
    "maternity leave", "sick leave", "parental leave", "away from my mail", "away from office",
    "away from my email", "away from the office", "i am away", "i'm away", "i am out", "i'm out of",
    "currently away", "currently out", "absence notification", "notification of absence", "no longer with",
    "no longer at", "has left", "limited access to email", "limited access to e-mail",
    "balasan otomatis", "jawaban otomatis", "pesan otomatis", "respon otomatis", "respons otomatis",
    "balas otomatis", "sedang cuti", "sedang tidak di kantor", "di luar kantor", "sedang dinas", "dinas luar",
    "sedang tugas", "cuti tahunan", "cuti bersama", "cuti:", "tidak berada di tempat", "tidak di tempat",
    "abwesenheit", "abwesenheitsnotiz", "abwesenheitsnachricht", "automatische antwort",
    "automatische rückantwort", "nicht im büro", "im urlaub", "urlaub", "auto-antwort", "autoantwort",
    "nicht im hause", "bin abwesend",
    "réponse automatique", "absence du bureau", "message d'absence", "absent du bureau", "absence", "en congé",
    "en congés", "je suis absent", "répondeur",
    "respuesta automática", "respuesta automatica", "fuera de la oficina", "fuera de oficina", "de vacaciones",
    "ausente", "resposta automática", "resposta automatica", "fora do escritório", "ausência",
    "ausência temporária", "de férias", "risposta automatica", "fuori sede", "fuori ufficio", "assenza",
    "assente", "in ferie",
    "automatisch antwoord", "afwezig", "afwezigheid", "niet op kantoor", "afwezigheidsbericht", "met vakantie",
    "op vakantie", "autosvar", "automatisk svar", "automatiskt svar", "fraværende", "frånvarande", "frånvaro",
    "ikke på kontoret", "ikke til stede", "automaattinen vastaus", "poissa", "automatyczna odpowiedź",
    "autoodpowiedź", "nieobecność", "poza biurem", "automatická odpověď", "nepřítomnost", "mimo kancelář",
    "automatická odpoveď", "automatikus válasz", "házon kívül", "răspuns automat", "otomatik yanıt",
    "ofis dışında", "otomatik cevap", "автоответ", "автоматический ответ", "автоматична відповідь", "вне офиса",
    "отпуск", "нет на месте", "αυτόματη απάντηση", "εκτός γραφείου", "自动回复", "自動回覆", "自动答复", "自動回覆", "不在办公室",
    "休假", "自動応答", "自動返信", "不在通知", "不在", "休暇", "자동 회신", "자동회신", "자동 응답", "부재중", "부재 중", "휴가", "trả lời tự động",
    "thư trả lời tự động", "ตอบกลับอัตโนมัติ", "jawapan automatik", "balasan automatik", "di luar pejabat",
    "bercuti", "rispondo appena", "automatische reactie", "رد تلقائي", "رد آلي", "خارج المكتب",
];

/// Subjects of receipts of help desks.
#[rustfmt::skip]
pub(super) const TICKET_SUBJECT: &[&str] = &[
    "ticket", "[ticket", "ticket#", "ticket #", "case #", "case number", "[case", "request received",
    "we have received your", "we received your", "we've received your", "your request has been",
    "thank you for contacting", "thanks for contacting", "thank you for your email",
    "thank you for your e-mail", "thank you for your message", "thank you for your enquiry",
    "thank you for your inquiry", "acknowledgement", "acknowledgment", "support request",
    "receipt confirmation", "confirmation of receipt", "has been received", "tiket", "nomor tiket", "no. tiket",
    "laporan anda", "pengaduan anda", "email anda telah kami terima", "telah kami terima",
    "terima kasih atas email", "terima kasih telah menghubungi", "terima kasih sudah menghubungi",
    "eingangsbestätigung", "accusé de réception", "acuse de recibo", "ontvangstbevestiging",
];

/// Subjects of challenges.
#[rustfmt::skip]
pub(super) const CHALLENGE_SUBJECT: &[&str] = &[
    "verify#", "[boxtrapper]", "your email requires verification", "email requires verification",
    "requires verification", "please confirm your message", "confirm your message", "confirmation required",
    "please confirm your email", "challenge email", "anti-spam", "antispam", "spam arrest", "spamarrest",
    "spam verification", "sender verification", "please verify your email", "human verification",
    "message held", "your message is awaiting", "confirm you are", "action required to deliver",
    "action required: verify", "e-mail verification", "verification required", "confirmação", "desafio",
    "please authorize", "authorization required", "mail verification", "are you human", "permission to deliver",
    "konfirmasi pengirim", "konfirmasi diperlukan", "verifikasi diperlukan", "konfirmasi pesan anda",
    "verifikasi pengirim",
];
