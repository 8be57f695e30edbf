//! The demo office: filled through the real functions, alive on every screen.

use tempfile::TempDir;
use warta::db::Source;
use warta::error::Code;
use warta::workspace::{As, Workspace};
use warta::{contact, demo, job, organisation, response, today};

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
    assert_eq!(fill().unwrap_err().code, Code::Conflict);
}
