//! The way of a release: review, approval, versions, numbers, corrections, withdrawal.

use serde_json::{Value as Json, json};
use warta::commands;
use warta::db::Patch;
use warta::error::{Code, Error};
use warta::release::ReleaseState;

use crate::office::Office;
use crate::sending_desk::{SendingDesk, patch};

const PATTERN: &str = "480/{nomor:3}/Diskominfo/{bulan}/{tahun}";

struct Way {
    desk: SendingDesk,
}

impl Way {
    fn new() -> Self {
        let desk = SendingDesk::new();
        desk.write(|db, ctx| {
            warta::office::save(db, ctx, patch(json!({"number_pattern": PATTERN})))
        });
        Self { desk }
    }

    #[track_caller]
    fn call(&self, name: &str, args: Json) -> Json {
        commands::call_and_wait(&self.desk.door(), name, args)
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    #[track_caller]
    fn refused(&self, name: &str, args: Json) -> Error {
        commands::call_and_wait(&self.desk.door(), name, args).unwrap_err()
    }

    fn release(&self) -> i64 {
        self.desk.release().release.id
    }

    #[track_caller]
    fn state(&self, id: i64) -> String {
        let row = self.call("release_show", json!(id))["row"].clone();
        row["state"].as_str().unwrap().to_owned()
    }

    fn edit(&self, id: i64, set: Json) {
        let patch = Patch { id: Some(id), ..patch(set) };
        self.desk.write(|db, ctx| warta::release::save(db, ctx, patch));
    }

    fn given(&self, sequence: i64) -> String {
        use chrono::Datelike;
        let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        let day = warta::clock::now().with_timezone(&chrono_tz::Asia::Jakarta).date_naive();
        let month = roman[usize::try_from(day.month0()).unwrap()];
        format!("480/{sequence:03}/Diskominfo/{month}/{}", day.year())
    }

    fn numbers(&self) -> Vec<(String, bool)> {
        self.call("release_numbers", json!(null))["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row["number"].as_str().unwrap().to_owned(), row["void_at"] == ""))
            .collect()
    }
}

#[test]
fn from_draft_over_review_and_approval_to_sent_and_approved_again_after_an_edit() {
    let way = Way::new();
    let id = way.release();
    assert_eq!(way.state(id), "draft");
    let submitted =
        way.call("release_submit", json!({"id": id, "to": "Kepala Dinas", "note": "Mohon arahan"}));
    assert_eq!(submitted["row"]["state"], "in_review");
    assert_eq!(submitted["row"]["holder"], "Kepala Dinas");
    way.call("release_return", json!({"id": id, "note": "Judul terlalu panjang"}));
    assert_eq!(way.state(id), "draft");
    way.edit(id, json!({"headline": "Taman dibuka"}));
    way.call("release_submit", json!({"id": id}));
    let approved = way.call("release_approve", json!({"id": id, "way": "here"}));
    assert_eq!(approved["row"]["state"], "approved");
    assert_eq!(approved["release"]["number"], json!(way.given(1)));
    let error = way.refused("release_approve", json!({"id": id, "way": "here"}));
    assert_eq!((error.code, error.text), (Code::Conflict, "release-already-approved"));

    // The covering mail greets one person; the text is what was approved.
    way.edit(id, json!({"covering_text": "Halo"}));
    assert_eq!(way.state(id), "approved");
    way.edit(id, json!({"lead": "Taman baru dibuka besok."}));
    assert_eq!(way.state(id), "needs_approval");
    way.edit(id, json!({"lead": "Taman baru dibuka hari ini."}));
    assert_eq!(way.state(id), "approved", "back at the approved words");
    way.edit(id, json!({"lead": "Taman baru dibuka besok."}));
    let row = way.call("release_approve", json!({"id": id, "way": "here"}))["row"].clone();
    assert_eq!((&row["state"], &row["number"]), (&json!("approved"), &json!(way.given(1))));

    let people = way.desk.readers(2);
    let sent = way.desk.queue(id, &people);
    assert_eq!(way.state(id), "distributing");
    way.desk.run().unwrap();
    assert_eq!(way.state(id), "distributed");
    assert_eq!(way.desk.show(sent.row.id).row.counts.accepted, 2);
    way.call("release_archive", json!({"id": id, "archived": true}));
    assert_eq!(way.state(id), "archived");
    assert_eq!(way.refused("release_submit", json!({"id": id})).text, "release-in-archive");
    way.call("release_archive", json!({"id": id, "archived": false}));
    assert_eq!(way.state(id), "distributed");

    let history = way.call("release_history", json!(id));
    let steps: Vec<&str> = history["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["step"].as_str().unwrap())
        .collect();
    assert_eq!(
        steps,
        ["unarchived", "archived", "approved", "approved", "submitted", "returned", "submitted"]
    );
    let versions = history["versions"].as_array().unwrap();
    let kept: Vec<(i64, &str, bool)> = versions
        .iter()
        .map(|one| {
            let said = one["kept_as"].as_str().unwrap();
            (one["ordinal"].as_i64().unwrap(), said, one["is_current"] == true)
        })
        .collect();
    assert_eq!(
        kept,
        [(3, "approved", true), (2, "submitted", false), (1, "submitted", false)],
        "what was sent is the approved text, kept once"
    );
}

#[test]
fn an_undone_approval_voids_its_number_and_it_is_never_given_again() {
    let way = Way::new();
    let (first, second) = (way.release(), way.release());
    way.call("release_approve", json!({"id": first, "way": "here"}));
    way.call("undo_last", json!(null));
    assert_eq!(way.state(first), "draft");
    assert_eq!(way.call("release_show", json!(first))["release"]["number"], "");
    assert_eq!(way.numbers(), [(way.given(1), false)], "void, and still listed");
    way.call("release_approve", json!({"id": second, "way": "here"}));
    way.call("release_approve", json!({"id": first, "way": "here"}));
    assert_eq!(way.numbers(), [(way.given(3), true), (way.given(2), true), (way.given(1), false)]);
    // Never sent: a withdrawal makes the number void, its undo brings it back.
    way.call("release_withdraw", json!({"id": first, "reason": "Batal acara", "notice": false}));
    assert_eq!(way.numbers()[0], (way.given(3), false));
    way.call("undo_last", json!(null));
    assert_eq!(way.numbers()[0], (way.given(3), true));
    way.call("release_delete", json!(first));
    assert_eq!(way.numbers()[0], (way.given(3), false));
    way.call("bin_empty", json!({"all": true}));
    assert_eq!(way.numbers().len(), 3, "the register outlives its releases");
    let third = way.release();
    way.call("release_approve", json!({"id": third, "way": "here"}));
    assert_eq!(way.numbers()[0], (way.given(4), true));
}

#[test]
fn numbers_begin_where_the_office_says_and_pass_by_those_written_by_hand() {
    let way = Way::new();
    way.desk.write(|db, ctx| warta::office::save(db, ctx, patch(json!({"number_from": 12}))));
    let (by_hand, id) = (way.release(), way.release());
    way.edit(by_hand, json!({"number": way.given(12)}));
    assert_eq!(way.call("release_numbers", json!(null))["next"], json!(way.given(13)));
    way.call("release_approve", json!({"id": id, "way": "here"}));
    assert_eq!(way.call("release_show", json!(id))["release"]["number"], json!(way.given(13)));
    // A number of another release, written by hand, is refused by name.
    let copy = way.release();
    let set = json!({"id": copy, "set": {"number": way.given(13), "headline": "Salinan"}});
    let error = way.refused("release_save", set.clone());
    assert_eq!((error.text, error.field.as_deref()), ("release-number-taken", Some("number")));
    assert_eq!(way.call("release_show", json!(copy))["release"]["headline"], "Taman kota dibuka");
    // One that lies in the bin may come back with its number.
    way.call("release_delete", json!(by_hand));
    let set = json!({"id": copy, "set": {"number": way.given(12)}});
    assert_eq!(way.refused("release_save", set).text, "release-number-taken");
    for (pattern, key) in [
        ("480/{bulan}", "number-pattern-no-sequence"),
        ("{nomor}/{pekan}", "number-pattern-unknown"),
    ] {
        let error = way
            .desk
            .try_write(|db, ctx| {
                warta::office::save(db, ctx, patch(json!({"number_pattern": pattern})))
            })
            .unwrap_err();
        assert_eq!((error.text, error.field.as_deref()), (key, Some("number_pattern")));
    }
}

#[test]
fn approvals_at_once_get_numbers_of_their_own() {
    let way = Way::new();
    let ids: Vec<i64> = (0..12).map(|_| way.release()).collect();
    let folder = way.desk.folder.path().to_owned();
    std::thread::scope(|scope| {
        for ids in ids.chunks(3) {
            let folder = folder.clone();
            // Each with a workspace of its own, as several processes have.
            scope.spawn(move || {
                let workspace = SendingDesk::open(&folder);
                for id in ids {
                    let ctx = workspace.ctx("Rina", warta::db::Source::CommandLine);
                    let order = serde_json::from_value(json!({"id": id, "way": "here"})).unwrap();
                    workspace
                        .db
                        .write(&ctx, "release_approve", true, |db| {
                            warta::release::approve(db, &ctx, order)
                        })
                        .unwrap();
                }
            });
        }
    });
    let mut numbers: Vec<String> = way.numbers().into_iter().map(|(number, _)| number).collect();
    numbers.sort();
    assert_eq!(numbers, (1..=12).map(|at| way.given(at)).collect::<Vec<_>>());
}

#[test]
fn an_approval_on_paper_needs_evidence_and_keeps_it() {
    let way = Way::new();
    let id = way.release();
    let on_paper = json!({"id": id, "way": "paper"});
    assert_eq!(way.refused("release_approve", on_paper).field.as_deref(), Some("approver"));
    let bare = json!({"id": id, "way": "chat", "approver": "Kepala Dinas"});
    assert_eq!(way.refused("release_approve", bare).text, "release-evidence-missing");
    let photo = way.desk.folder.path().join("paraf.jpg");
    std::fs::write(&photo, b"\xff\xd8\xff made up").unwrap();
    way.call(
        "release_approve",
        json!({"id": id, "way": "paper", "approver": "Kepala Dinas", "path": photo}),
    );
    let step = way.call("release_history", json!(id))["steps"][0].clone();
    assert_eq!(
        (&step["approver"], &step["way"], &step["evidence_name"], &step["actor"]),
        (&json!("Kepala Dinas"), &json!("paper"), &json!("paraf.jpg"), &json!("Rina"))
    );
    let sha256 = step["evidence_sha256"].as_str().unwrap();
    let ctx = way.desk.ctx();
    let stored =
        way.desk.workspace.db.read(|db| warta::stored_file::stored(db, &ctx, sha256)).unwrap();
    assert_eq!(stored.mime, "image/jpeg");
    let copy = way.desk.folder.path().join("salinan.jpg");
    way.call("release_evidence_copy", json!({"id": step["id"], "file": copy}));
    assert_eq!(std::fs::read(&copy).unwrap(), b"\xff\xd8\xff made up");
    let read = way.call("release_show", json!(id))["release"]["version"].clone();
    way.edit(id, json!({"lead": "Lain."}));
    let stale = json!({"id": id, "way": "here", "version": read});
    assert_eq!(way.refused("release_approve", stale).text, "release-changed-meanwhile");
}

#[test]
fn two_versions_differ_word_by_word_and_an_old_one_comes_back_with_its_files() {
    let way = Way::new();
    let id = way.release();
    let file = |name: &str, text: &str| {
        let path = way.desk.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        let new = json!({"release_id": id, "file_name": name, "path": path, "inline": false});
        way.call("release_attach", new)["id"].as_i64().unwrap()
    };
    let old = file("data.pdf", "%PDF lama");
    way.call("release_approve", json!({"id": id, "way": "here"}));
    let approved = way.call("release_show", json!(id))["row"]["approved_version_id"].clone();
    way.edit(
        id,
        json!({"lead": "Taman baru dibuka besok pagi.", "body_html": "<p>Isi tebal.</p>"}),
    );
    assert!(way.call("release_detach", json!(old)) == json!(true));
    file("data baru.pdf", "%PDF baru");
    assert_eq!(way.state(id), "needs_approval");
    let found = way.call("release_difference", json!({"release_id": id, "from": approved}));
    let fields: Vec<(&str, bool)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|field| (field["field"].as_str().unwrap(), field["form_only"] == true))
        .collect();
    assert_eq!(fields, [("lead", false), ("body_html", true), ("files", false)]);
    assert_eq!(
        found[0]["words"],
        json!([{"fate": "same", "text": "Taman baru dibuka "}, {"fate": "removed", "text": "hari ini."},
               {"fate": "added", "text": "besok pagi."}])
    );
    let before = way.call("release_show", json!(id));
    way.call("release_restore", json!({"version_id": approved}));
    let restored = way.call("release_show", json!(id));
    assert_eq!(restored["row"]["state"], "approved");
    assert_eq!(restored["release"]["lead"], "Taman baru dibuka hari ini.");
    let names = |detail: &Json| -> Vec<String> {
        let files = detail["files"].as_array().unwrap();
        files.iter().map(|file| file["file_name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&restored), ["data.pdf"]);
    // What was replaced is a version too, and the restore can be undone.
    let history = way.call("release_history", json!(id));
    assert_eq!(history["versions"][0]["kept_as"], "replaced");
    way.call("undo_last", json!(null));
    let undone = way.call("release_show", json!(id));
    assert_eq!(undone["release"]["lead"], before["release"]["lead"]);
    assert_eq!(names(&undone), ["data baru.pdf"]);
    let other = way.release();
    let strange = json!({"release_id": other, "from": approved});
    assert_eq!(way.refused("release_difference", strange).text, "release-version-of-another");
}

#[test]
fn what_is_not_approved_goes_out_with_a_warning_or_not_at_all_as_the_office_says() {
    let way = Way::new();
    let id = way.release();
    let people = way.desk.readers(1);
    let problems = |id: i64| -> Vec<(&'static str, bool)> {
        let found = way.desk.preflight(id, &people).problems;
        found.iter().map(|problem| (problem.kind, problem.blocks)).collect()
    };
    assert!(problems(id).contains(&("not_approved", false)), "{:?}", problems(id));
    way.call("release_approve", json!({"id": id, "way": "here"}));
    assert!(!problems(id).iter().any(|(kind, _)| *kind == "not_approved" || *kind == "changed"));
    way.desk.write(|db, ctx| warta::office::save(db, ctx, patch(json!({"unapproved": "refuse"}))));
    way.edit(id, json!({"lead": "Lain."}));
    assert!(problems(id).contains(&("changed", true)), "{:?}", problems(id));
    let order = json!({"audience": {"release_id": id, "contacts": people}});
    let error = way.refused("release_send", order.clone());
    assert_eq!(error.text, "distribution-problem-changed-again");
    way.call("release_approve", json!({"id": id, "way": "here"}));
    way.call("release_send", order.clone());
    way.desk.run().unwrap();
    way.call("release_withdraw", json!({"id": id, "reason": "Keliru", "notice": true}));
    assert_eq!(way.refused("release_send", order).text, "distribution-problem-withdrawn");
    assert_eq!(way.state(id), "withdrawn");
    let notice = way.call("release_history", json!(id))["notices"][0].clone();
    assert_eq!((&notice["notice"], &notice["kind"]), (&json!("withdrawal"), &json!("statement")));
    let number = way.call("release_show", notice["id"].clone());
    let lead = number["release"]["lead"].as_str().unwrap();
    assert!(lead.contains(&way.given(1)) && lead.contains("Taman kota dibuka"), "{lead}");
    assert!(way.numbers()[0].1, "what went out keeps its number");
}

#[test]
fn whoever_is_still_to_be_called_holds_a_withdrawal_up() {
    let way = Way::new();
    let id = way.release();
    let person =
        way.desk.person("Fitri", json!([{"kind": "whatsapp", "value": "+62 000 0000 003"}]));
    let queued =
        way.call("release_send", json!({"audience": {"release_id": id, "contacts": [person]}}));
    let withdraw = json!({"id": id, "reason": "Keliru", "notice": false});
    assert_eq!(
        way.refused("release_withdraw", withdraw.clone()).text,
        "release-withdraw-being-sent"
    );
    assert_eq!(way.state(id), "distributed");
    way.call("distribution_cancel", queued["row"]["id"].clone());
    way.call("release_withdraw", withdraw);
    assert_eq!(way.state(id), "withdrawn");
}

#[test]
fn what_was_cancelled_before_it_began_never_went_out() {
    let way = Way::new();
    let id = way.release();
    way.call("release_approve", json!({"id": id, "way": "here"}));
    let people = way.desk.readers(1);
    let order = json!({"audience": {"release_id": id, "contacts": people},
        "at": "2099-12-01 08:00 WIB"});
    let queued = way.call("release_send", order);
    assert_eq!(way.state(id), "scheduled");
    way.call("distribution_cancel", queued["row"]["id"].clone());
    assert_eq!(way.state(id), "approved");
    way.call("release_withdraw", json!({"id": id, "reason": "Batal", "notice": false}));
    assert!(!way.numbers()[0].1, "its number is void");
}

#[test]
fn a_correction_refers_to_the_original_which_shows_it() {
    let way = Way::new();
    let id = way.release();
    assert_eq!(
        way.refused("release_correct", json!({"id": id, "note": ""})).text,
        "release-correct-not-out"
    );
    let people = way.desk.readers(1);
    way.desk.queue(id, &people);
    way.desk.run().unwrap();
    let correction = way.call("release_correct", json!({"id": id, "note": "Angka keliru"}));
    let made = correction["row"]["id"].as_i64().unwrap();
    assert_eq!(correction["release"]["kind"], "correction");
    assert_eq!(correction["release"]["headline"], "Ralat: Taman kota dibuka");
    assert_eq!(correction["release"]["body_html"], "<p>Isi <strong>tebal</strong>.</p>");
    assert_eq!(way.state(id), "distributed", "a draft corrects nothing yet");
    way.call("release_approve", json!({"id": made, "way": "here"}));
    let row = way.call("release_show", json!(id))["row"].clone();
    assert_eq!((&row["state"], &row["corrected_by"]), (&json!("corrected"), &json!(made)));
    let of_it = way.call("release_history", json!(made))["original"].clone();
    assert_eq!(of_it["id"], json!(id));
    let listed = way.call("release_list", json!({"kind": "correction", "state": "approved"}));
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(ReleaseState::from_word("corrected"), Some(ReleaseState::Corrected));
}

#[test]
fn comments_stand_on_a_version_and_are_settled() {
    let way = Way::new();
    let id = way.release();
    way.call("release_submit", json!({"id": id}));
    let version = way.call("release_history", json!(id))["versions"][0]["id"].clone();
    let comment = way.call(
        "release_comment",
        json!({"release_id": id, "release_version_id": version, "text": " Cek angkanya "}),
    );
    assert_eq!((&comment["text"], &comment["actor"]), (&json!("Cek angkanya"), &json!("Rina")));
    way.call("release_comment_settle", json!({"id": comment["id"], "settled": true}));
    let history = way.call("release_history", json!(id));
    assert_eq!(history["comments"][0]["settled"], true);
    assert_eq!(
        way.refused("release_comment", json!({"release_id": id, "text": " "})).text,
        "release-comment-empty"
    );
    way.call("release_comment_delete", comment["id"].clone());
    assert_eq!(way.call("release_history", json!(id))["comments"], json!([]));
}

#[test]
fn the_whole_way_on_the_command_line() {
    let office = Office::new();
    let set =
        json!({"set": {"name": "Diskominfo Contoh", "number_pattern": "HM/{number:2}/{year}"}});
    office.json(&["call", "office_save", &set.to_string()]);
    let file = office.write("r.md", "# Pasar dibuka\n\nPasar dibuka hari ini.\n\nIsinya.\n");
    let id = office.json(&["release", "new", "--file", &file])["id"].to_string();
    office.json(&[
        "release",
        "edit",
        &id,
        "--set",
        "headline=Pasar rakyat dibuka",
        "--set",
        "kind=statement",
    ]);
    let row =
        office.json(&["release", "submit", &id, "--to", "Kepala Dinas", "--note", "Mohon dicek"]);
    assert_eq!((&row["state"], &row["holder"]), (&json!("in_review"), &json!("Kepala Dinas")));
    office.json(&["release", "comment", &id, "Bagus", "--about", "1"]);
    let row = office.json(&[
        "release",
        "approve",
        &id,
        "--by",
        "Kepala Dinas",
        "--way",
        "chat",
        "--said",
        "Setuju, kirim",
    ]);
    assert_eq!(row["state"], "approved");
    let number = row["number"].as_str().unwrap();
    assert!(number.starts_with("HM/01/"), "{number}");
    let edited = office.warta(&["release", "edit", &id, "--set", "lead=Pasar dibuka besok."]);
    assert!(edited.err.contains("needs approval again"), "{edited:?}");
    let told = office.warta(&["release", "diff", &id]);
    assert_eq!(told.out.trim(), "lead: Pasar dibuka [-hari ini.-]{+besok.+}", "{told:?}");
    let diff = office.json(&["release", "diff", &id, "--from", "1"]);
    assert_eq!(diff["fields"][0]["field"], "lead");
    assert_eq!(office.json(&["release", "restore", &id, "1"])["state"], "approved");
    let sheet = office.warta(&["release", "versions", &id]);
    for word in ["Kepala Dinas", "Setuju, kirim", "Bagus", "as it is now"] {
        assert!(sheet.out.contains(word), "{word}: {}", sheet.out);
    }
    let listed = office.json(&["release", "list", "--state", "approved", "--kind", "statement"]);
    assert_eq!(listed["releases"].as_array().unwrap().len(), 1);
    let correction = office.json(&["release", "correct", &id, "--note", "Salah hari"]);
    assert_eq!(correction["kind"], "correction");
    office.json(&["release", "archive", &id]);
    office.warta(&["release", "submit", &id]).failed_with("archive");
    office.json(&["release", "archive", &id, "--back"]);
    office.json(&["release", "withdraw", &id, "--reason", "Batal"]);
    let numbers = office.json(&["release", "numbers"]);
    assert!(numbers["rows"][0]["void_at"].as_str().is_some_and(|at| !at.is_empty()), "{numbers}");
    office.warta(&["release", "restore", &id, "9"]).failed_with("no version 9");
    office.warta(&["release", "edit", &id]).failed_with("--set");
}
