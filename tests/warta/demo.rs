//! The demo office: filled through the real functions, alive on every screen.

use tempfile::TempDir;
use warta::db::Source;
use warta::error::Code;
use warta::workspace::{As, Workspace};
use warta::{contact, demo, group_chat, job, organisation, recipient_list, response, today};

#[test]
fn the_demo_office_is_alive() {
    let folder = TempDir::new().unwrap();
    let home = folder.path().join("demo");
    Workspace::create(&home).unwrap();
    let workspace = Workspace::open(
        &home,
        As::Owner,
        vec![&contact::SEARCH, &organisation::SEARCH, &response::SEARCH],
    )
    .unwrap();
    let ctx = workspace.ctx("", Source::CommandLine);
    let fill = || {
        let id = job::start(&workspace, &ctx, "demo_fill").unwrap();
        job::run(&workspace, ctx.clone(), id, "demo_fill", None, |job| demo::fill(job, ()))
    };
    let filled = fill().unwrap();
    assert!(
        filled.contacts >= 350 && filled.organisations >= 60 && filled.releases >= 6,
        "{filled:?}"
    );
    assert!(filled.responses >= 15, "{filled:?}");
    let count = |sql: &str| workspace.db.read(|db| db.number(sql, &[])).unwrap();
    assert_eq!(
        count(
            "SELECT COUNT(*) FROM responses WHERE subject LIKE '%{{%' OR from_address LIKE '%{{%' OR new_text LIKE '%{{%'"
        ),
        0
    );
    assert!(count("SELECT COUNT(DISTINCT kind) FROM responses") >= 4);
    assert!(
        count("SELECT COUNT(*) FROM responses WHERE matched_by <> ''") * 10 >= filled.responses * 7
    );
    assert_eq!(
        count("SELECT COUNT(*) FROM deliveries WHERE state IN ('queued', 'sending', 'unsure')"),
        0
    );
    let shown = workspace.db.read(|db| today::show(db, &ctx, ())).unwrap();
    assert!(
        !shown.waiting.is_empty()
            && !shown.responses.is_empty()
            && shown.last_distribution.is_some()
            && shown.drafts == 1,
        "{shown:?}"
    );
    // What issue 3 keeps is filled, so that every screen is alive.
    for (what, sql, least) in [
        (
            "outlets with a verification",
            "SELECT COUNT(*) FROM organisations WHERE press_council_number <> ''",
            15,
        ),
        (
            "outlets with reach, source and day",
            "SELECT COUNT(*) FROM organisations WHERE reach_value > 0 AND reach_source <> '' AND reach_on <> ''",
            50,
        ),
        ("outlets with deadlines", "SELECT COUNT(*) FROM organisations WHERE deadlines <> ''", 30),
        ("feeds", "SELECT COUNT(*) FROM organisations WHERE rss <> ''", 20),
        ("members of associations", "SELECT COUNT(*) FROM memberships WHERE role <> ''", 60),
        (
            "outlets in associations",
            "SELECT COUNT(*) FROM memberships WHERE member_organisation_id IS NOT NULL",
            8,
        ),
        ("press cards", "SELECT COUNT(*) FROM contacts WHERE press_card_number <> ''", 150),
        ("certificates", "SELECT COUNT(*) FROM contacts WHERE ukw_level <> ''", 50),
        ("lawful bases", "SELECT COUNT(*) FROM contacts WHERE lawful_basis <> ''", 390),
        (
            "accounts with followers",
            "SELECT COUNT(*) FROM social_accounts WHERE followers > 0",
            100,
        ),
        ("values of own fields", "SELECT COUNT(*) FROM custom_values", 60),
        ("smart lists", "SELECT COUNT(*) FROM recipient_lists WHERE filter <> ''", 6),
        ("likely duplicates", "SELECT COUNT(*) FROM duplicate_flags", 3),
        ("programmes", "SELECT COUNT(*) FROM programmes", 4),
        (
            "posts of known people",
            "SELECT COUNT(*) FROM programme_posts WHERE contact_id IS NOT NULL OR organisation_id IS NOT NULL",
            70,
        ),
        ("readings", "SELECT COUNT(*) FROM post_readings", 100),
        ("quotes", "SELECT COUNT(*) FROM quotes", 15),
        ("press events", "SELECT COUNT(*) FROM press_events", 3),
        ("guests of the held one", "SELECT COUNT(*) FROM event_guests", 25),
        (
            "guests who wait for a seat",
            "SELECT COUNT(*) FROM event_guests WHERE place = 'waiting'",
            2,
        ),
        ("answers to look at", "SELECT COUNT(*) FROM event_answers WHERE state = 'open'", 2),
        ("what was said there", "SELECT COUNT(*) FROM event_notes", 4),
        ("coverage of it", "SELECT COUNT(*) FROM coverage WHERE event_id <> 0", 3),
        ("things to do for them", "SELECT COUNT(*) FROM event_tasks", 20),
        ("states of enquiries", "SELECT COUNT(DISTINCT state) FROM enquiries", 4),
        ("statements", "SELECT COUNT(*) FROM statements", 3),
        ("coverage", "SELECT COUNT(*) FROM coverage WHERE release_id IS NOT NULL", 4),
        (
            "sources with topics and clearance",
            "SELECT COUNT(*) FROM contacts WHERE kind = 'source' AND source_clearance <> ''",
            15,
        ),
    ] {
        assert!(count(sql) >= least, "{what}: {} of {least}", count(sql));
    }
    assert_eq!(
        count("SELECT COUNT(*) FROM organisations WHERE data_source = ''"),
        0,
        "none was made on the way"
    );
    for list in workspace.db.read(|db| recipient_list::all(db, &ctx, ())).unwrap() {
        assert!(list.members > 0, "nobody is on {}", list.name);
    }
    for kind in ["birthday", "press_card", "ukw", "clearance"] {
        assert!(shown.soon.iter().any(|soon| soon.kind == kind), "no {kind} is near");
    }
    assert!(!shown.due.is_empty(), "no follow-up is due");
    let chats = workspace
        .db
        .read(|db| group_chat::list(db, &ctx, group_chat::GroupChatFilter::default()))
        .unwrap();
    assert_eq!(chats.len(), 3);
    let waiting: i64 = chats.iter().map(|chat| chat.open).sum();
    assert!(waiting >= 8 && chats.iter().all(|chat| chat.members >= 1), "{chats:?}");
    for (state, kinds) in [("open", 3), ("accepted", 1)] {
        let sql = format!(
            "SELECT COUNT(DISTINCT kind) FROM group_chat_proposals WHERE state = '{state}' AND (release_id <> 0 OR kind <> 'reply')"
        );
        assert!(count(&sql) >= kinds - 1, "{state}");
    }
    assert!(count("SELECT COUNT(*) FROM group_chat_senders WHERE state = 'open'") >= 2);
    assert_eq!(fill().unwrap_err().code, Code::Conflict);
}
