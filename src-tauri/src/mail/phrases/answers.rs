//! What automatic replies, challenges and advertising say.

/// Prove to be a person.
#[rustfmt::skip]
pub(super) const CHALLENGE: &[&str] = &[
    "spamarrest", "spam arrest", "boxtrapper", "tmda", "uol antispam", "antispam uol", "anti-spam uol",
    "antispamuol", "earthlink", "spamblocker", "spam blocker", "verify that you are human",
    "verify you are human", "confirm that you are human", "confirm you are human", "you are a human",
    "you're human", "you are a real person", "you are human", "not a spammer", "you are not a robot",
    "real person", "click the link below to verify", "challenge-response", "challenge/response",
    "to be added to the allowed", "added to my whitelist", "added to my allowed",
    "added to the list of approved senders", "allowed senders list", "approved senders list",
    "to be delivered, please confirm", "to deliver your message", "release your message",
    "message will be delivered once", "being held", "is being held because", "has been held", "held until",
    "your message has been quarantined", "reply to this message to confirm", "simply reply to this message",
    "just reply to this", "reply to this email to confirm", "complete the verification",
    "one-time verification", "one time verification", "this one-time", "only need to do this once",
    "only have to do this once", "verify your email address before", "your message requires",
    "requires verification", "confirmation of your message", "bluebottle", "mailblocks", "sendio", "choicemail",
    "vanquish", "digiportal", "knowspam", "0spam", "clean my mailbox", "cleanmymailbox", "active spam killer",
    "qconfirm", "mailwasher", "pesan anda ditahan", "email anda ditahan",
    "surel anda ditahan", "ditahan oleh penyaring", "ditahan oleh filter", "tanpa mengubah subjek", "untuk memastikan anda bukan robot", "bukan robot", "buktikan bahwa anda manusia",
    "anda adalah manusia", "sistem antispam", "confirme que você", "confirmar o envio", "confirmar que você",
    "caracteres da figura", "figura abaixo", "autorizar o recebimento", "lista de remetentes",
    "lista de remitentes", "remitente autorizado", "verificar que eres humano", "no eres un robot",
    "liste blanche", "mailinblack", "mail in black", "authentifier votre", "vous authentifier",
    "bestätigen sie, dass sie", "kein roboter", "captcha",
];

/// Has left, retired or moved.
#[rustfmt::skip]
pub(super) const LEFT: &[&str] = &[
    "no longer works", "no longer work for", "no longer work at", "no longer working", "no longer employed",
    "no longer with the", "no longer with our", "no longer with us", "is no longer with", "am no longer with",
    "i'm no longer with", "i am no longer at", "is no longer at", "i'm no longer at", "no longer part of",
    "no longer at this", "no longer a member of", "no longer an employee", "no longer represent",
    "no longer in this position", "no longer the", "have left the", "has left the", "i have left", "i've left",
    "she has left", "he has left", "have now left", "has now left", "left the company", "left the organisation",
    "left the organization", "left the newspaper", "left this company", "left our company", "has left our",
    "has left us", "have moved on from", "has moved on from", "moved on from", "moved to a new role",
    "moved to another", "moved to a different", "i have moved to", "has moved to", "i have retired",
    "has retired", "i am retired", "i'm retired", "now retired", "i retired", "i have resigned", "has resigned",
    "changed jobs", "changed my job", "new job", "this account is no longer monitored",
    "this mailbox is no longer monitored", "this email address is no longer",
    "this e-mail address is no longer", "this address is no longer", "email address is no longer in use",
    "my email address has changed", "my e-mail address has changed", "new email address is", "my new email",
    "my new address", "please update your records", "please update your address book",
    "please update your contact", "ceased to work", "no longer be reached", "passed away",
    "sudah tidak bekerja", "tidak lagi bekerja", "tidak bekerja lagi", "sudah tidak lagi bekerja",
    "sudah tidak lagi", "sudah tidak bertugas", "tidak lagi bertugas", "tidak bertugas lagi", "sudah tidak di",
    "tidak lagi di", "sudah tidak menjabat", "tidak lagi menjabat", "sudah tidak bergabung",
    "tidak lagi bergabung", "tidak lagi menjadi", "sudah tidak menjadi", "sudah resign", "telah resign",
    "telah mengundurkan diri", "sudah mengundurkan diri", "mengundurkan diri", "sudah pensiun", "telah pensiun",
    "memasuki masa pensiun", "purna tugas", "purnatugas", "purna bakti", "sudah pindah", "telah pindah",
    "saya pindah", "pindah tugas", "pindah ke media", "pindah kerja", "dipindahtugaskan", "dimutasi",
    "mutasi ke", "sudah keluar dari", "telah keluar dari", "alamat email baru saya", "email baru saya",
    "surel baru saya", "alamat surel baru", "alamat email ini sudah tidak", "email ini sudah tidak",
    "alamat ini sudah tidak", "surel ini sudah tidak", "tidak lagi digunakan", "sudah tidak aktif",
    "telah berpindah", "posisi saya digantikan", "saya digantikan oleh", "telah meninggal",
    "nicht mehr im unternehmen", "nicht mehr für", "nicht mehr bei", "nicht mehr tätig", "arbeitet nicht mehr",
    "ausgeschieden", "hat das unternehmen verlassen", "unternehmen verlassen", "im ruhestand", "in rente",
    "ne travaille plus", "ne fait plus partie", "a quitté", "j'ai quitté", "plus en fonction", "ya no trabaja",
    "ya no trabajo", "ya no forma parte", "ya no labora", "não trabalha mais", "não trabalho mais",
    "não faz mais parte", "deixou a empresa", "non lavora più", "non fa più parte", "non lavoro più",
    "werkt niet meer", "niet meer werkzaam", "niet langer werkzaam", "werkzaam bij", "już nie pracuje",
    "nie pracuje już", "больше не работает", "больше не работаю", "已离职", "已離職", "退職", "퇴사", "퇴직",
];

/// A help desk confirms receipt.
#[rustfmt::skip]
pub(super) const TICKET: &[&str] = &[
    "ticket number", "ticket id", "ticket #", "ticket no", "ticket has been", "a ticket", "support ticket",
    "case number", "case id", "case #", "reference number", "your reference", "request number",
    "we have received your", "we've received your", "we received your", "has been received and",
    "your message has been received", "your email has been received", "your e-mail has been received",
    "your enquiry has been", "your inquiry has been", "your request has been", "thank you for contacting",
    "thanks for contacting", "thank you for getting in touch", "thanks for getting in touch",
    "will get back to you", "will respond to you", "will be in touch", "will respond as soon",
    "we aim to respond", "we aim to reply", "one of our", "our team will", "due to the volume",
    "high volume of", "number of emails we receive", "nomor tiket", "no. tiket", "no tiket", "kode tiket",
    "nomor laporan", "nomor aduan", "nomor pengaduan", "email anda telah kami terima",
    "surel anda telah kami terima", "pesan anda telah kami terima", "pesan anda sudah kami terima",
    "email anda sudah kami terima", "telah kami terima", "sudah kami terima", "akan segera kami tindak lanjuti",
    "akan kami tindaklanjuti", "akan segera menghubungi", "terima kasih telah menghubungi",
    "terima kasih sudah menghubungi", "terima kasih atas email anda", "terima kasih atas surel anda",
    "terima kasih telah mengirim", "terima kasih sudah mengirim", "redaksi telah menerima", "redaksi akan",
    "tim kami akan", "banyaknya email yang masuk", "kami akan merespons", "kami akan membalas", "ihre anfrage",
    "wir haben ihre nachricht erhalten", "eingegangen", "nous avons bien reçu", "votre demande",
    "hemos recibido su", "recebemos sua", "recebemos seu", "abbiamo ricevuto", "wij hebben uw", "ontvangen",
];

/// On leave or holiday.
#[rustfmt::skip]
pub(super) const VACATION: &[&str] = &[
    "on vacation", "on holiday", "on holidays", "on leave", "annual leave", "maternity leave",
    "paternity leave", "parental leave", "sick leave", "medical leave", "study leave", "on sabbatical",
    "public holiday", "my vacation", "my holiday", "vacation until", "vacation message", "vacation reply",
    "vacation from", "office is closed", "office will be closed", "sedang cuti", "saya cuti", "cuti hingga",
    "cuti sampai", "cuti tahunan", "cuti bersama", "cuti melahirkan", "cuti besar", "cuti sakit", "cuti haji",
    "cuti dari", "cuti mulai", "cuti tanggal", "masa cuti", "mengambil cuti", "menjalani cuti", "sedang libur",
    "liburan", "libur lebaran", "hari libur", "libur nasional", "kantor libur", "kantor tutup", "sedang umrah",
    "sedang umroh", "ibadah haji", "ibadah umrah",
    "ibadah umroh", "menunaikan ibadah", "menjalankan ibadah", "sedang sakit", "im urlaub", "urlaub", "elternzeit", "mutterschutz",
    "betriebsferien", "en congé", "en congés", "en vacances", "congé maternité", "de vacaciones", "vacaciones",
    "de férias", "férias", "in ferie", "ferie", "op vakantie", "met vakantie", "met verlof", "vakantie",
    "på ferie", "på semester", "lomalla", "na urlopie", "urlop", "na dovolené", "dovolená", "szabadság",
    "în concediu", "concediu", "izinliyim", "в отпуске", "отпуск", "休假", "休暇", "휴가", "bercuti",
];

/// Out of the office.
#[rustfmt::skip]
pub(super) const AWAY: &[&str] = &[
    "out of office", "out of the office", "out-of-office", "away from my mail", "away from my email",
    "away from my e-mail", "away from my desk", "away from the office", "away from office", "not in the office",
    "not in office", "currently away", "i am away", "i'm away", "will be away", "currently out",
    "currently unavailable", "i am unavailable", "will be unavailable", "currently travelling",
    "currently traveling", "travelling until", "traveling until", "on a business trip", "business trip",
    "on assignment until", "limited access to email", "limited access to e-mail", "limited access to my email",
    "limited access to my e-mail", "limited email access", "limited e-mail access", "no access to email",
    "no access to my email", "without access to email", "intermittent access", "not checking email",
    "not be checking", "not able to check", "absent from the office", "i will return on", "i will be back on",
    "i'll be back on", "will return to the office", "back in the office", "returning to the office",
    "upon my return", "when i return", "on my return", "in my absence", "during my absence", "in urgent cases",
    "for urgent matters", "if your matter is urgent", "if your message is urgent", "if this is urgent",
    "in case of urgency", "will respond when i", "will reply when i", "respond to your email when i return",
    "sedang tidak di kantor", "tidak berada di kantor", "sedang tidak berada", "tidak berada di tempat",
    "di luar kantor", "di luar kota", "sedang dinas", "dinas luar", "perjalanan dinas", "tugas luar",
    "sedang bertugas", "sedang tugas", "akses terbatas", "akses email terbatas", "akses surel terbatas",
    "tidak dapat mengakses email", "tidak dapat membalas", "belum dapat membalas", "belum bisa membalas",
    "tidak bisa membalas", "akan kembali pada", "kembali bekerja", "kembali ke kantor", "kembali masuk",
    "kembali bertugas", "masuk kembali", "selama saya tidak", "selama ketidakhadiran",
    "untuk keperluan mendesak", "untuk hal mendesak", "untuk urusan mendesak", "jika mendesak", "bila mendesak",
    "apabila mendesak", "keperluan penting dan mendesak",
    "nicht im büro", "nicht im hause", "nicht im haus", "bin abwesend", "ich bin abwesend", "abwesend",
    "wieder erreichbar", "wieder im büro", "in dringenden fällen", "meiner abwesenheit", "nicht erreichbar",
    "je suis absent", "je suis absente", "absent du bureau", "absente du bureau", "absent jusqu",
    "de retour le", "en mon absence", "en cas d'urgence", "actuellement absent", "fuera de la oficina",
    "fuera de oficina", "estaré ausente", "me encuentro fuera", "en mi ausencia", "acceso limitado",
    "fora do escritório", "ausente", "estarei ausente", "na minha ausência", "fuori ufficio", "fuori sede",
    "sono assente", "sarò assente", "in mia assenza", "niet op kantoor", "ben ik afwezig", "afwezig",
    "tijdens mijn afwezigheid", "weer bereikbaar", "ikke på kontoret", "ikke til stede", "inte på kontoret",
    "fraværende", "frånvarande", "poza biurem", "nieobecny", "nieobecna", "mimo kancelář", "házon kívül",
    "nu sunt la birou", "ofis dışında", "вне офиса", "отсутствую", "не на рабочем месте", "εκτός γραφείου",
    "不在办公室", "不在辦公室", "出差", "外出中", "不在にして", "不在のため", "부재중", "부재 중", "출장", "vắng mặt", "di luar pejabat", "خارج المكتب", "في إجازة", "غير متواجد", "لست في المكتب",
];

/// Says of itself that it is automatic.
#[rustfmt::skip]
pub(super) const AUTO_TEXT: &[&str] = &[
    "this is an automatic", "this is an automated", "this is an auto-", "this is an auto ",
    "this is an autoreply", "automatically generated", "auto-generated", "autogenerated", "automatic reply",
    "automated reply", "automatic response", "automated response", "auto reply", "auto-reply", "autoreply",
    "autoresponder", "auto-responder", "automated message", "automatic message", "do not reply to this",
    "please do not reply", "please don't reply", "do not respond to this", "this mailbox is not monitored",
    "this inbox is not monitored", "unattended mailbox", "unmonitored", "pesan otomatis", "balasan otomatis",
    "jawaban otomatis", "dibalas otomatis", "dikirim otomatis", "dikirim secara otomatis",
    "dibuat secara otomatis", "terkirim otomatis", "email otomatis", "respon otomatis", "respons otomatis",
    "mohon tidak membalas", "jangan membalas email ini", "jangan balas email ini", "tidak perlu membalas",
    "tidak perlu dibalas", "automatisch generiert", "automatisch erstellt", "automatische antwort",
    "automatische nachricht", "réponse automatique", "message automatique", "envoyé automatiquement",
    "respuesta automática", "mensaje automático", "resposta automática", "mensagem automática",
    "risposta automatica", "messaggio automatico", "automatisch antwoord", "automatisch gegenereerd",
    "автоматический ответ", "自动回复", "自動返信", "自動応答", "자동 회신", "자동 응답",
];

/// Advertising.
#[rustfmt::skip]
pub(super) const ADVERT: &[&str] = &[
    "viagra", "cialis", "casino", "lottery", "jackpot", "bitcoin", "crypto investment", "seo services",
    "search engine optimization", "backlinks", "guest post", "increase your traffic", "rank your website",
    "first page of google", "web design", "limited time offer", "special offer", "act now", "buy now",
    "order now", "click here", "discount", "free trial", "unclaimed", "inheritance", "next of kin",
    "million dollars", "million usd", "wire transfer", "business proposal", "loan offer", "email list",
    "mailing list for sale", "leads", "slot gacor", "judi online", "togel", "pinjaman online", "pinjaman cepat",
    "promo terbatas", "diskon", "jasa seo", "jasa backlink", "hadiah utama", "anda menang", "klik di sini",
    "penawaran khusus", "investasi menguntungkan", "unsubscribe here", "view in browser",
    "view this email in your browser", "lihat di browser", "berhenti berlangganan di sini", "dear sir/madam",
    "beneficiary",
];
