//! What a post had reached on a day.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ProgrammePost;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::{field, record};

record! {
    /// One reading of a post; a number that nobody read is none.
    PostReading in "post_readings" {
        /// The post.
        post_id: i64,
        /// The day, `YYYY-MM-DD`.
        read_on: String,
        /// Views.
        views: Option<i64>,
        /// Likes.
        likes: Option<i64>,
        /// Comments.
        comments: Option<i64>,
        /// Shares.
        shares: Option<i64>,
    }
}

/// A reading as a person logs it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewReading {
    /// The post.
    #[ts(optional = false)]
    pub post_id: i64,
    /// The day; none = today.
    pub read_on: Option<String>,
    /// Views.
    pub views: Option<i64>,
    /// Likes.
    pub likes: Option<i64>,
    /// Comments.
    pub comments: Option<i64>,
    /// Shares.
    pub shares: Option<i64>,
}

impl NewReading {
    /// Whether no number was read.
    pub fn is_empty(&self) -> bool {
        [self.views, self.likes, self.comments, self.shares].iter().all(Option::is_none)
    }
}

/// The readings of a post, the newest first.
pub fn of(db: &Reader, post_id: i64) -> Result<Vec<PostReading>> {
    db.all("post_id = :post ORDER BY read_on DESC", named_params! {":post": post_id})
}

/// Logs a reading. One of a day on which there is one already adds to it.
pub fn save(db: &Writer, ctx: &Ctx, new: NewReading) -> Result<PostReading> {
    let post: ProgrammePost = db.get(new.post_id)?;
    let read_on = match new.read_on.as_deref() {
        None | Some("") => super::post::today(db, ctx)?,
        Some(day) => day.to_owned(),
    };
    field::check_day("read_on", &read_on)?;
    if read_on < post.posted_on {
        return Err(Error::invalid("read_on", "programme-read-before-posted")
            .arg("day", &read_on)
            .arg("posted", &post.posted_on));
    }
    if new.is_empty() {
        return Err(Error::invalid("views", "programme-reading-empty"));
    }
    for (name, number) in [
        ("views", new.views),
        ("likes", new.likes),
        ("comments", new.comments),
        ("shares", new.shares),
    ] {
        if let Some(number) = number.filter(|number| *number < 0) {
            return Err(Error::invalid(name, "field-number-negative").arg("value", number));
        }
    }
    let stored: Option<PostReading> = db
        .all(
            "post_id = :post AND read_on = :day",
            named_params! {":post": post.id, ":day": read_on},
        )?
        .pop();
    let mut reading =
        stored.unwrap_or(PostReading { post_id: post.id, read_on, ..PostReading::default() });
    reading.views = new.views.or(reading.views);
    reading.likes = new.likes.or(reading.likes);
    reading.comments = new.comments.or(reading.comments);
    reading.shares = new.shares.or(reading.shares);
    if reading.id == 0 {
        db.insert(&mut reading)?;
    } else {
        db.update(&mut reading)?;
    }
    Ok(reading)
}

/// Takes readings away; how many there were.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<PostReading>(id)?);
    }
    Ok(deleted)
}
