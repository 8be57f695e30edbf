//! A workspace with people, a release and an account, for the tests of sending.

use std::path::Path;

use rusqlite::named_params;
use serde_json::{Value as Json, json};
use tempfile::TempDir;
use warta::account::{self, AccountPatch};
use warta::commands::Door;
use warta::contact::{self, ContactPatch, StateChange};
use warta::db::{Ctx, Patch, Reader, Source, Writer};
use warta::distribution::{
    self, Audience, DeliveryFilter, DeliveryRow, DistributionDetail, Preflight, SendOrder,
};
use warta::error::Result;
use warta::outbox::{self, RunOrder, RunReport};
use warta::release::{self, ReleaseDetail};
use warta::workspace::{As, Workspace};
use warta::{job, organisation};

pub struct SendingDesk {
    pub folder: TempDir,
    pub workspace: Workspace,
}

impl SendingDesk {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        Workspace::create(folder.path()).unwrap();
        let workspace = Self::open(folder.path());
        let desk = Self { folder, workspace };
        desk.write(|db, ctx| {
            warta::office::save(db, ctx, patch(json!({"name": "Diskominfo Contoh", "city": "Wonosari", "boilerplate": "Kantor contoh.",
                "press_contact": "Rina\n+62 000 0000 001"})))
        });
        desk
    }

    pub fn open(folder: &Path) -> Workspace {
        Workspace::open(folder, As::OwnerOrGuest, vec![&contact::SEARCH, &organisation::SEARCH])
            .unwrap()
    }

    pub fn ctx(&self) -> Ctx {
        self.workspace.ctx("Rina", Source::Window)
    }

    pub fn door(&self) -> Door<'_> {
        Door {
            workspace: &self.workspace,
            source: Source::Window,
            actor: "Rina".to_owned(),
            on_progress: None,
        }
    }

    pub fn write<T>(&self, work: impl FnOnce(&Writer, &Ctx) -> Result<T>) -> T {
        self.try_write(work).unwrap()
    }

    pub fn try_write<T>(&self, work: impl FnOnce(&Writer, &Ctx) -> Result<T>) -> Result<T> {
        let ctx = self.ctx();
        self.workspace.db.write(&ctx, "test", true, |db| work(db, &ctx))
    }

    pub fn read<T>(&self, work: impl FnOnce(&Reader, &Ctx) -> Result<T>) -> T {
        let ctx = self.ctx();
        self.workspace.db.read(|db| work(db, &ctx)).unwrap()
    }

    pub fn person(&self, name: &str, reaches: Json) -> i64 {
        let save: ContactPatch = serde_json::from_value(json!({
            "patch": {"set": {"name": name, "salutation_formal": format!("Yth. {name}"), "salutation_familiar": format!("Mbak {name}")}},
            "reaches": reaches, "affiliations": [{"organisation": "Harian Contoh", "position": "Reporter"}]}))
        .unwrap();
        self.write(|db, ctx| contact::save(db, ctx, save)).contact.id
    }

    pub fn reader(&self, name: &str, email: &str) -> i64 {
        self.person(name, json!([{"kind": "email", "value": email}]))
    }

    /// `count` people with addresses of their own.
    pub fn readers(&self, count: usize) -> Vec<i64> {
        (0..count)
            .map(|number| {
                self.reader(&format!("Pembaca {number}"), &format!("p{number}@news.example.com"))
            })
            .collect()
    }

    pub fn state(&self, contact_id: i64, kind: &str) {
        let change = StateChange {
            contact_id,
            kind: kind.to_owned(),
            on: true,
            reason: None,
            address: None,
            until: None,
        };
        self.write(|db, ctx| contact::set_state(db, ctx, change));
    }

    pub fn release(&self) -> ReleaseDetail {
        let set = json!({"headline": "Taman kota dibuka", "lead": "Taman baru dibuka hari ini.", "body_html": "<p>Isi <b>tebal</b>.</p>", "dated_on": "2026-11-22"});
        self.write(|db, ctx| release::save(db, ctx, patch(set)))
    }

    pub fn account(&self, set: Json) {
        let mut fields = json!({"from_address": "press@office.example.id", "from_name": "Humas Contoh", "connections": 2});
        fields.as_object_mut().unwrap().extend(set.as_object().unwrap().clone());
        let save =
            AccountPatch { set: fields.as_object().unwrap().clone(), ..AccountPatch::default() };
        self.write(|db, ctx| account::save(db, ctx, save));
    }

    pub fn server(&self, port: u16) {
        self.account(json!({"smtp_url": format!("smtp://127.0.0.1:{port}?tls=none")}));
    }

    pub fn preflight(&self, release_id: i64, contacts: &[i64]) -> Preflight {
        let audience = Audience { release_id, contacts: contacts.to_vec(), ..Audience::default() };
        self.read(|db, ctx| distribution::preflight(db, ctx, audience))
    }

    pub fn queue(&self, release_id: i64, contacts: &[i64]) -> DistributionDetail {
        let audience = Audience { release_id, contacts: contacts.to_vec(), ..Audience::default() };
        self.write(|db, ctx| {
            distribution::queue(db, ctx, SendOrder { audience, ..SendOrder::default() })
        })
    }

    pub fn show(&self, id: i64) -> DistributionDetail {
        self.read(|db, ctx| distribution::show(db, ctx, id))
    }

    /// Every mail delivery of a distribution, page by page.
    pub fn deliveries(&self, distribution_id: i64) -> Vec<DeliveryRow> {
        let mut all = Vec::new();
        loop {
            let filter = DeliveryFilter {
                distribution_id,
                offset: Some(i64::try_from(all.len()).unwrap()),
                ..DeliveryFilter::default()
            };
            let page = self.read(|db, ctx| distribution::deliveries(db, ctx, filter));
            all.extend(page.rows);
            if i64::try_from(all.len()).unwrap() >= page.total {
                return all;
            }
        }
    }

    pub fn run(&self) -> Result<RunReport> {
        let ctx = self.ctx();
        let id = job::start(&self.workspace, &ctx, "outbox_run").unwrap();
        job::run(&self.workspace, ctx, id, "outbox_run", None, |job| {
            outbox::run(job, RunOrder { until_empty: true, distribution_id: None })
        })
    }

    pub fn sql(&self, sql: &str) {
        self.workspace
            .db
            .write_unlogged(warta::db::Durability::Normal, &[], |db| db.execute(sql, &[]))
            .unwrap();
    }

    pub fn number(&self, sql: &str) -> i64 {
        self.read(|db, _| db.number(sql, named_params! {}))
    }
}

pub fn patch(set: Json) -> Patch {
    Patch { set: set.as_object().unwrap().clone(), ..Patch::default() }
}

/// The counts add up to the frozen audience.
pub fn adds_up(detail: &DistributionDetail) {
    let c = &detail.row.counts;
    assert_eq!(
        c.queued
            + c.sending
            + c.accepted
            + c.deferred
            + c.refused
            + c.unsure
            + c.bounced
            + c.by_hand
            + c.cancelled
            + c.suppressed,
        c.total,
        "{c:?}"
    );
}
