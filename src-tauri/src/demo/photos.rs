//! A few drawn pictures in the archive of the made-up office, and a press kit of them.

use rusqlite::named_params;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::{FILES, text};
use crate::db::{Ctx, Patch, Writer};
use crate::error::{Error, Result};
use crate::kit::{self, KitAdd};
use crate::photo::{self, NewArchivePhoto, PhotoFilter};

#[derive(Deserialize)]
struct Made {
    file: String,
    #[serde(default)]
    set: Map<String, Json>,
}

/// Takes them in, as the window would.
pub fn write(db: &Writer, ctx: &Ctx) -> Result<()> {
    let all: Vec<Made> = serde_json::from_str(text("photos.json")?)?;
    let uploads = ctx.folder.join("uploads");
    std::fs::create_dir_all(&uploads)?;
    for made in all {
        let bytes = FILES
            .get_file(format!("photos/{}", made.file))
            .map(include_dir::File::contents)
            .ok_or_else(|| Error::internal(format!("the demo lacks {}", made.file)))?;
        let upload = format!("demo-{:016x}", rand::random::<u64>());
        std::fs::write(uploads.join(&upload), bytes)?;
        let new = NewArchivePhoto {
            file_name: made.file,
            upload: Some(upload),
            set: made.set,
            ..NewArchivePhoto::default()
        };
        photo::add(db, ctx, new)?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct MadeKit {
    name: String,
    notes: String,
    /// A word of the release that it hands out.
    headline: String,
}

/// Packs a press kit of the pictures that may be handed out and a release.
pub fn pack(db: &Writer, ctx: &Ctx) -> Result<()> {
    let made: MadeKit = serde_json::from_str(text("kit.json")?)?;
    let set = Map::from_iter([
        ("name".to_owned(), Json::from(made.name)),
        ("notes".to_owned(), Json::from(made.notes)),
    ]);
    let kit = kit::save(db, ctx, Patch { set, ..Patch::default() })?;
    let releases = db.rows(
        "SELECT id FROM releases WHERE headline LIKE '%' || :word || '%' AND deleted_at IS NULL ORDER BY id LIMIT 1",
        named_params! {":word": made.headline},
        |row| row.get(0),
    )?;
    let photos = photo::list(db, ctx, PhotoFilter::default())?.rows;
    let photos = photos.iter().filter(|photo| photo.consent.is_clear()).map(|photo| photo.id);
    let things = KitAdd { kit_id: kit.id, releases, photos: photos.collect(), ..KitAdd::default() };
    kit::add(db, ctx, things)?;
    Ok(())
}
