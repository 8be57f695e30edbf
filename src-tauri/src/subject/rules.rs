//! What an erasure leaves of the rows that refer to a person.

use crate::db::erase::{Rule, Treatment};

/// What becomes of rows that refer to an erased contact, where it is not simply removal: sendings
/// and answers stay as anonymous counts.
pub const RULES: &[Rule] = &[
    // Who travelled with which card and whom to call is nobody's business any more.
    ("tour_travellers", "guest_id", Treatment::Remove),
    ("tour_travellers", "", Treatment::Remove),
    (
        "deliveries",
        "contact_id",
        Treatment::Blank(
            &[
                "distribution_id",
                "contact_id",
                "channel",
                "attempts",
                "reply_code",
                "enhanced_code",
                "changed_at",
            ],
            &[
                (
                    "state",
                    "CASE WHEN state IN ('queued', 'deferred', 'by_hand') THEN 'cancelled' ELSE state END",
                ),
                ("address_key", "'erased-' || id"),
            ],
        ),
    ),
    (
        "distribution_exclusions",
        "contact_id",
        Treatment::Blank(&["distribution_id", "contact_id", "reason"], &[]),
    ),
    (
        "responses",
        "contact_id",
        Treatment::Blank(
            &[
                "version",
                "account_id",
                "kind",
                "permanent",
                "received_at",
                "delivery_id",
                "release_id",
                "matched_by",
                "attachments",
                "quoted_lines",
                "import_id",
                "created_at",
                "deleted_at",
            ],
            &[("identity", "'erased-' || id"), ("handled", "1"), ("updated_at", "'!'")],
        ),
    ),
    // That somebody was answered stays; to whom and what does not.
    (
        "replies",
        "",
        Treatment::Blank(
            &[
                "version",
                "response_id",
                "thread_id",
                "account_id",
                "quote",
                "state",
                "tried_at",
                "sent_by",
                "enquiry_id",
                "purpose",
                "import_id",
                "created_at",
                "deleted_at",
            ],
            &[("updated_at", "'!'")],
        ),
    ),
    // What a programme reached together stays; who posted and where does not.
    (
        "programme_posts",
        "contact_id",
        Treatment::Blank(
            &[
                "version",
                "programme_id",
                "platform",
                "posted_on",
                "theme",
                "import_id",
                "created_at",
                "deleted_at",
            ],
            &[("updated_at", "'!'")],
        ),
    ),
    // That there was a question, for which outlet and how long its answer took, stays for the sums.
    (
        "enquiries",
        "contact_id",
        Treatment::Blank(
            &[
                "version",
                "kind",
                "outlet_id",
                "channel",
                "asked_at",
                "due_at",
                "due_zone",
                "staff_id",
                "unit_id",
                "release_id",
                "state",
                "cleared_at",
                "answer_channel",
                "answered_at",
                "answered_by",
                "closed_at",
                "closed_by",
                "close_reason",
                "import_id",
                "created_at",
                "deleted_at",
            ],
            &[("updated_at", "'!'")],
        ),
    ),
    (
        "enquiry_steps",
        "",
        Treatment::Blank(
            &[
                "version",
                "enquiry_id",
                "kind",
                "unit_id",
                "at",
                "channel",
                "actor",
                "import_id",
                "created_at",
                "deleted_at",
            ],
            &[("updated_at", "'!'")],
        ),
    ),
    // What was published stays published, without who wrote it and without the text that says so.
    (
        "coverage",
        "contact_id",
        Treatment::Blank(
            &[
                "version",
                "kind",
                "title",
                "url",
                "url_key",
                "outlet_id",
                "published_on",
                "place",
                "headline_tone",
                "body_tone",
                "release_id",
                "enquiry_id",
                "response_id",
                "file_name",
                "mime",
                "size",
                "sha256",
                "import_id",
                "created_at",
                "deleted_at",
            ],
            &[("updated_at", "'!'")],
        ),
    ),
    // A merge with an erased person cannot be taken apart; that there was one stays.
    (
        "merges",
        "",
        Treatment::Blank(
            &[
                "version",
                "kind",
                "survivor_id",
                "absorbed_id",
                "actor",
                "merged_at",
                "unmerged_by",
                "unmerged_at",
                "import_id",
                "created_at",
            ],
            &[("updated_at", "'!'"), ("deleted_at", "'!'")],
        ),
    ),
    (
        "merge_moves",
        "",
        Treatment::Blank(
            &[
                "version",
                "merge_id",
                "deed",
                "table_name",
                "row_id",
                "column_name",
                "import_id",
                "created_at",
                "deleted_at",
            ],
            &[("before", "'null'"), ("after", "'null'"), ("updated_at", "'!'")],
        ),
    ),
];
