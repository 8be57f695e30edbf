//! A few drawn pictures in the archive of the made-up office.

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::{FILES, text};
use crate::db::{Ctx, Writer};
use crate::error::{Error, Result};
use crate::photo::{self, NewArchivePhoto};

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
