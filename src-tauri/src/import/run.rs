//! One run of an import: rows in short transactions under one action, so that sending and editing
//! go on meanwhile. A run that does not come to its end is taken back as a whole: at once when it
//! was cancelled or failed, else when the workspace is next opened or before the next import.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::named_params;

use super::person::{Fault, PersonReader};
use super::rules::Rules;
use super::signature::SignatureBlock;
use super::vocabulary::Vocabulary;
use super::{
    ImportPlan, ImportResult, Rejected, RowOutcome, Sheet, layout, named, own_fields, recognise,
    rejected, resolve, store,
};
use crate::db::{Ctx, Database, Source, Writer};
use crate::erased::Guard;
use crate::error::Result;
use crate::format::table::{self, ReadPlan, Row};
use crate::job::Job;

const CHUNK: Duration = Duration::from_millis(40);
const MOST_ROWS_SHOWN: usize = 500;
const MOST_LEFT_OUT_SHOWN: usize = 1000;

/// Imports a file. Cancelling takes back what was imported so far.
pub fn run(job: &Job, plan: ImportPlan) -> Result<ImportResult> {
    crate::job::recover(job.workspace)?;
    let upload = plan.source.upload.clone();
    let outcome = into(&job.workspace.db, job, plan);
    forget_upload(job, upload.as_deref());
    outcome
}

/// Removes the copy of a file that came in by the window or by pasting: people's data stay no
/// longer than they are needed.
fn forget_upload(job: &Job, upload: Option<&str>) {
    let plain = |id: &&str| id.chars().all(|letter| letter.is_ascii_alphanumeric());
    if let Some(id) = upload.filter(plain).filter(|id| !id.is_empty())
        && let Err(cause) = std::fs::remove_file(job.workspace.folder().join("uploads").join(id))
        && cause.kind() != std::io::ErrorKind::NotFound
    {
        log::warn!("an import's copy of its file cannot be removed yet: {cause}");
    }
}

/// Imports into this database: the real one, or a copy for a preview.
pub(super) fn into(db: &Database, job: &Job, plan: ImportPlan) -> Result<ImportResult> {
    let (path, file_name) = resolve(job.workspace.folder(), &plan.source)?;
    let mut sheets =
        db.read(|db| super::sheets(db, &path, &plan)).map_err(|error| named(error, &file_name))?;
    // The source in the trail is the door, so that "undo the last" of that door finds it.
    let ctx = Ctx { now: crate::clock::now(), ..job.ctx.clone() };
    let about = About { file_name: &file_name, job_id: job.id() };
    let begun = db.write(&ctx, "import_run", true, |db| {
        Job::wait_for_no_undo(db)?;
        let begun = begin(db, &about, &plan, &mut sheets)?;
        job.must_finish(db, begun.action_id)?;
        Ok(begun)
    })?;
    let result = ImportResult {
        action_id: begun.action_id,
        import_id: begun.import_id,
        ..ImportResult::default()
    };
    let mut importing = Importing {
        store: store::Store::new(
            Rules::of(plan.rules.as_deref().unwrap_or_default()),
            begun.import_id,
        ),
        result,
        guard: db.read(|db| Guard::of(db, job.workspace.folder()))?,
        vocabulary: db.read(Vocabulary::of)?,
        signature: SignatureBlock::default(),
        shown: [0; 5],
    };
    let outcome = importing
        .all(db, &ctx, job, &path, &plan, &sheets)
        .and_then(|()| crate::duplicate::flag_imported(db, &ctx, begun.action_id, begun.import_id))
        .map(|flagged| importing.result.possible_duplicates += flagged)
        .map_err(|error| named(error, &file_name));
    if let Err(error) = outcome {
        let undo = Ctx { now: crate::clock::now(), source: Source::Import, ..ctx.clone() };
        job.take_back(db, &undo, begun.action_id)?;
        return Err(error);
    }
    db.write_unlogged(crate::db::Durability::Normal, &[], |db| job.has_finished(db))?;
    let result = importing.result;
    let bad: Vec<&Rejected> = result.rejected.iter().collect();
    if let Some(file) = &plan.rejected_file {
        rejected::save(job, file, &sheets, &bad)?;
    } else if !bad.is_empty() {
        let kept = job.workspace.folder().join("uploads");
        rejected::save(job, &kept.join(rejected::file_name(begun.import_id)), &sheets, &bad)?;
    }
    Ok(result)
}

struct About<'a> {
    file_name: &'a str,
    job_id: i64,
}

struct Begun {
    action_id: i64,
    import_id: i64,
}

fn begin(db: &Writer, about: &About, plan: &ImportPlan, sheets: &mut [Sheet]) -> Result<Begun> {
    let action_id = db.action_id()?;
    // The run itself is no record of the media list: it stays in the log when it is taken back.
    db.execute(
        "INSERT INTO imports (file_name, action_id, actor, job_id, state, created_at, updated_at)
         VALUES (:file, :action, :actor, :job, 'running', :now, :now)",
        named_params! {":file": about.file_name, ":action": action_id, ":actor": db.ctx().actor, ":job": about.job_id,
            ":now": db.ctx().now_text()},
    )?;
    let import_id = db.last_id();
    for (table, part_of) in store::TABLES {
        db.log_import(table, import_id, part_of)?;
    }
    db.set_import(import_id);
    own_fields::make(db, sheets)?;
    for sheet in sheets {
        layout::remember(db, &sheet.table, &sheet.mapping, plan.rules.as_deref())?;
    }
    db.announce("imports");
    Ok(Begun { action_id, import_id })
}

struct Importing {
    store: store::Store,
    result: ImportResult,
    guard: Guard,
    vocabulary: Vocabulary,
    signature: SignatureBlock,
    shown: [usize; 5],
}

impl Importing {
    fn all(
        &mut self,
        db: &Database,
        ctx: &Ctx,
        job: &Job,
        path: &Path,
        plan: &ImportPlan,
        sheets: &[Sheet],
    ) -> Result<()> {
        if let Some(name) = &plan.list {
            let list = db.write_chunk(ctx, self.result.action_id, |db| {
                db.set_import(self.result.import_id);
                store::list_named_or_new(db, name)
            })?;
            self.store.everybody_on(list);
        }
        for sheet in sheets {
            self.sheet(db, ctx, job, path, sheet)?;
        }
        let ctx = Ctx { now: crate::clock::now(), ..ctx.clone() };
        db.write_chunk(&ctx, self.result.action_id, |db| {
            db.execute(
                "UPDATE imports SET state = 'done', updated_at = :now WHERE id = :id",
                named_params! {":now": db.ctx().now_text(), ":id": self.result.import_id},
            )?;
            db.announce("imports");
            Ok(())
        })
    }

    /// Takes the rows of one sheet in short transactions.
    fn sheet(
        &mut self,
        db: &Database,
        ctx: &Ctx,
        job: &Job,
        path: &Path,
        sheet: &Sheet,
    ) -> Result<()> {
        // A signature under one sheet says nothing of the next.
        self.signature = SignatureBlock::default();
        let vocabulary = std::mem::take(&mut self.vocabulary);
        let reader = PersonReader::new(&sheet.mapping, &sheet.table.headers, &vocabulary);
        let mut rows = table::rows(path, &ReadPlan::from(&sheet.table))?;
        let mut row = Row::default();
        let mut more = true;
        while more {
            job.check_cancelled()?;
            let ctx = Ctx { now: crate::clock::now(), ..ctx.clone() };
            db.write_chunk(&ctx, self.result.action_id, |db| {
                db.set_import(self.result.import_id);
                let started = Instant::now();
                while started.elapsed() < CHUNK {
                    more = rows.next_into(&mut row)?;
                    if !more {
                        break;
                    }
                    self.take(db, sheet, &reader, &row)?;
                }
                self.keep_counts(db)
            })?;
            let (done, total) = (rows.bytes_read(), rows.size());
            job.progress(
                "phase-importing",
                i64::try_from(done).unwrap_or(0),
                i64::try_from(total).unwrap_or(0),
            );
        }
        self.vocabulary = vocabulary;
        Ok(())
    }

    fn take(&mut self, db: &Writer, sheet: &Sheet, reader: &PersonReader, row: &Row) -> Result<()> {
        let name_of_sheet = sheet.table.sheet.as_deref().unwrap_or_default();
        let rejected = |column: Option<usize>, reason: &'static str, cells: Vec<String>| {
            let at = |from: &[String]| column.and_then(|place| from.get(place).cloned());
            Rejected {
                sheet: name_of_sheet.to_owned(),
                row: row.number,
                column: at(&sheet.table.headers).unwrap_or_default(),
                value: at(&row.cells).unwrap_or_default(),
                reason: reason.to_owned(),
                cells,
            }
        };
        let read = if self.signature.takes(row) {
            Err(Fault { column: None, reason: "signature" })
        } else {
            reader.read(row)
        };
        let person = match read {
            Ok(person) => person,
            Err(fault) => {
                let name = reader.name_of(row);
                self.show(name_of_sheet, row.number, "rejected", name, String::new(), fault.reason);
                let bad = rejected(fault.column, fault.reason, row.cells.clone());
                self.result.rejected.push(bad);
                return Ok(());
            }
        };
        for fault in &person.faults {
            self.result.left_out_count += 1;
            if self.result.left_out.len() < MOST_LEFT_OUT_SHOWN {
                self.result.left_out.push(rejected(fault.column, fault.reason, Vec::new()));
            }
        }
        let found = if person.is_outlet_only() {
            recognise::Found::default()
        } else {
            recognise::recognise(db, &person)?
        };
        if let Some(value) = store::returning(db, &self.guard, &person, &found)? {
            // A person who was erased is not brought back by a file.
            let column = row.cells.iter().position(|cell| cell.contains(&value));
            let (name, outlet) = (person.full_name(), person.outlet.clone());
            self.show(name_of_sheet, row.number, "rejected", name, outlet, "erased_before");
            let bad = Rejected { value, ..rejected(column, "erased_before", row.cells.clone()) };
            self.result.rejected.push(bad);
            return Ok(());
        }
        let done = self.store.keep(db, &person, &found)?;
        self.result.new_outlets += i64::from(done.new_outlet);
        if person.is_outlet_only() {
            self.result.outlets_updated += i64::from(done.outlet_learnt);
            self.result.outlets_only += 1;
            let outlet = person.outlet.clone();
            let detail = match (done.new_outlet, done.outlet_learnt) {
                (true, _) => "new",
                (_, true) => "updated",
                _ => "",
            };
            self.show(name_of_sheet, row.number, "outlet", String::new(), outlet, detail);
            return Ok(());
        }
        let (outcome, detail) = match (&found.contact, done.learnt.is_empty()) {
            (None, _) => {
                self.result.added += 1;
                self.result.possible_duplicates += i64::from(found.same_address.is_some());
                let flagged = found.same_address.is_some();
                ("added", if flagged { "possible_duplicate".to_owned() } else { String::new() })
            }
            (Some(_), true) => {
                self.result.skipped += 1;
                ("skipped", String::new())
            }
            (Some(_), false) => {
                self.result.updated += 1;
                ("updated", done.learnt.join(", "))
            }
        };
        self.show(
            name_of_sheet,
            row.number,
            outcome,
            person.full_name(),
            person.outlet.clone(),
            &detail,
        );
        Ok(())
    }

    fn show(
        &mut self,
        sheet: &str,
        row: u64,
        outcome: &str,
        name: String,
        outlet: String,
        detail: &str,
    ) {
        let kind = match outcome {
            "added" => 0,
            "updated" => 1,
            "skipped" => 2,
            "outlet" => 3,
            _ => 4,
        };
        let Some(shown) = self.shown.get_mut(kind) else { return };
        if *shown < MOST_ROWS_SHOWN / 4 {
            *shown += 1;
            self.result.rows.push(RowOutcome {
                sheet: sheet.to_owned(),
                row,
                outcome: outcome.to_owned(),
                name,
                outlet,
                detail: detail.to_owned(),
            });
        }
    }

    fn keep_counts(&self, db: &Writer) -> Result<()> {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        db.execute(
            "UPDATE imports SET added = :added, updated = :updated, skipped = :skipped, rejected = :rejected, left_out = :left_out
             WHERE id = :id",
            named_params! {":added": self.result.added, ":updated": self.result.updated, ":skipped": self.result.skipped,
                ":rejected": number(self.result.rejected.len()), ":left_out": self.result.left_out_count,
                ":id": self.result.import_id},
        )?;
        Ok(())
    }
}
