//! The photo archive: what the camera wrote stays at home, photos are found and used in releases.

use std::path::PathBuf;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GenericImageView, Rgb, RgbImage};
use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Error;
use warta::format::photo::for_others;

use crate::media_list::Desk;

/// A photo of 60 by 40 pixels, red at its left, that says it must be turned to the right, was taken
/// on 20 November 2026, and where.
pub fn camera_photo(shade: u8) -> Vec<u8> {
    let image =
        RgbImage::from_fn(
            60,
            40,
            |x, _| {
                if x < 30 { Rgb([220, 20, shade]) } else { Rgb([20, 20, 220]) }
            },
        );
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 95)
        .encode_image(&DynamicImage::ImageRgb8(image))
        .unwrap();
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    tiff.extend(3_u16.to_le_bytes());
    tiff.extend(entry(0x0112, 3, 1, [6, 0, 0, 0]));
    tiff.extend(entry(0x0132, 2, 20, 50_u32.to_le_bytes()));
    tiff.extend(entry(0x8825, 4, 1, 70_u32.to_le_bytes()));
    tiff.extend(0_u32.to_le_bytes());
    assert_eq!(tiff.len(), 50);
    tiff.extend(b"2026:11:20 09:30:00\0");
    tiff.extend(1_u16.to_le_bytes());
    tiff.extend(entry(0x0001, 2, 2, *b"S\0\0\0"));
    tiff.extend(0_u32.to_le_bytes());
    tiff.extend(b"RUMAHWALIKOTA");
    let mut app1 = b"Exif\0\0".to_vec();
    app1.extend(tiff);
    let length = u16::try_from(app1.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &app1, &jpeg[2..]].concat()
}

fn file(desk: &Desk, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.workspace.folder().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn add(desk: &Desk, name: &str, bytes: &[u8], set: Json) -> Json {
    let path = file(desk, name, bytes);
    desk.call("photo_add", json!({"file_name": name, "path": path, "set": set}))["photo"].clone()
}

#[track_caller]
fn refused(desk: &Desk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

fn says(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_photo_says_its_day_and_stands_upright_and_twice_is_refused_by_name() {
    let desk = Desk::new();
    let bytes = camera_photo(20);
    let photo = add(&desk, "pasar.jpg", &bytes, json!({"caption": "Wali Kota membuka pasar"}));
    assert_eq!((&photo["width"], &photo["height"]), (&json!(40), &json!(60)), "turned");
    assert_eq!(photo["taken_on"], "2026-11-20");
    assert_eq!(photo["consent"], "unknown");
    let again = json!({"file_name": "lagi.jpg", "path": file(&desk, "lagi.jpg", &bytes)});
    let error = refused(&desk, "photo_add", again.clone());
    assert_eq!(error.text, "photo-already-there");
    assert_eq!(error.args["name"], "Wali Kota membuka pasar");
    // What lies in the bin comes back with what was said of it.
    desk.call("photo_delete", json!([photo["id"]]));
    let back = desk.call("photo_add", again);
    assert_eq!(
        (&back["photo"]["id"], &back["photo"]["caption"]),
        (&photo["id"], &photo["caption"])
    );

    for (name, bytes, text) in [
        ("surat.pdf", &b"%PDF-1.4"[..], "photo-kind-unknown"),
        ("rusak.jpg", b"\xff\xd8\xff\xe0 not a picture", "photo-damaged"),
        ("kosong.png", b"", "photo-damaged"),
    ] {
        let path = file(&desk, name, bytes);
        let error = refused(&desk, "photo_add", json!({"file_name": name, "path": path}));
        assert_eq!((error.text, error.args["file"].as_str()), (text, name));
    }
    for (field, value) in [("sha256", json!("0")), ("width", json!(1)), ("nama", json!("x"))] {
        let error = refused(&desk, "photo_save", json!({"id": photo["id"], "set": {field: value}}));
        assert_eq!(error.text, "error-unknown-field");
    }
    let day = json!({"id": photo["id"], "set": {"taken_on": "kemarin"}});
    assert_eq!(refused(&desk, "photo_save", day).text, "error-wrong-day");
}

#[test]
fn a_video_tells_its_length_and_a_picture_stands_for_it() {
    let desk = Desk::new();
    let bytes = std::fs::read("tests/files/video.mp4").unwrap();
    let film = add(&desk, "pasar.mp4", &bytes, json!({}));
    assert_eq!(
        (&film["kind"], &film["seconds"], &film["width"], &film["height"], &film["still_sha256"]),
        (&json!("video"), &json!(3), &json!(64), &json!(36), &json!(""))
    );
    let turned = std::fs::read("tests/files/video-turned.mp4").unwrap();
    let turned = add(&desk, "tegak.mp4", &turned, json!({}));
    assert_eq!((&turned["width"], &turned["height"]), (&json!(36), &json!(64)));
    let broken = add(&desk, "rusak.mov", b"\0\0\0\x14ftypqt  no more", json!({}));
    assert_eq!((&broken["kind"], &broken["seconds"]), (&json!("video"), &json!(0)));

    let still = |id: &Json, name: &str, bytes: &[u8]| json!({"id": id, "file_name": name, "path": file(&desk, name, bytes)});
    let shown = desk.call("photo_still", still(&film["id"], "gambar.jpg", &camera_photo(9)));
    let sha256 = shown["photo"]["still_sha256"].as_str().unwrap().to_owned();
    let ctx = desk.workspace.ctx("", warta::db::Source::Window);
    let small =
        |sha256: &str| desk.workspace.db.read(|db| warta::photo::thumbnail(db, &ctx, sha256));
    assert!(image::load_from_memory(&small(&sha256).unwrap().bytes).is_ok());
    assert!(small(film["sha256"].as_str().unwrap()).is_err(), "no picture of the video itself");
    desk.call("undo_last", json!(null));
    assert_eq!(desk.call("photo_show", film["id"].clone())["photo"]["still_sha256"], "");

    let photo = add(&desk, "foto.jpg", &camera_photo(77), json!({}));
    for (order, text) in [
        (still(&film["id"], "surat.pdf", b"%PDF-1.4"), "photo-still-kind"),
        (still(&film["id"], "rusak.png", b"no picture"), "photo-damaged"),
        (still(&photo["id"], "gambar2.jpg", &camera_photo(8)), "photo-still-of-photo"),
    ] {
        assert_eq!(refused(&desk, "photo_still", order).text, text);
    }
}

#[test]
fn photos_are_found_by_their_words_and_changed_together() {
    let desk = Desk::new();
    let ids: Vec<Json> = (0..4_u8)
        .map(|at| {
            let set = json!({"caption": format!("Foto {at}"), "people": if at == 2 { "Siti Rahma" } else { "" }});
            add(&desk, &format!("IMG_{at}.jpg"), &camera_photo(at * 30), set)["id"].clone()
        })
        .collect();
    let found = |filter: Json| -> Vec<i64> {
        let page = desk.call("photo_list", filter);
        page["rows"].as_array().unwrap().iter().map(|row| row["id"].as_i64().unwrap()).collect()
    };
    assert_eq!(found(json!({"search": "siti rah"})), [ids[2].as_i64().unwrap()]);
    assert_eq!(found(json!({"search": "IMG_3"})), [ids[3].as_i64().unwrap()]);
    assert_eq!(found(json!({"search": "tidak ada"})), Vec::<i64>::new());
    let set =
        json!({"ids": [ids[0], ids[1]], "set": {"credit": "Bagus Contoh", "consent": "given"}});
    assert_eq!(desk.call("photo_set", set), 2);
    assert_eq!(found(json!({"search": "bagus"})).len(), 2, "search follows");
    assert_eq!(found(json!({"consent": "given"})).len(), 2);
    desk.call("undo_last", json!(null));
    assert_eq!(found(json!({"search": "bagus"})).len(), 0, "and undo");
    let page = desk.call("photo_list", json!({"limit": 3, "offset": 2}));
    assert_eq!((page["total"].clone(), page["rows"].as_array().unwrap().len()), (json!(4), 2));
}

#[test]
fn a_release_gets_a_copy_without_place_and_with_caption_and_credit() {
    let desk = Desk::new();
    desk.call("office_save", json!({"set": {"name": "Diskominfo Contoh"}}));
    let set = json!({"caption": "Wali Kota & pedagang", "credit": "Bagus Contoh"});
    let photo = add(&desk, "pasar.jpg", &camera_photo(20), set)["id"].clone();
    let release = desk.call("release_save", json!({"set": {"headline": "Pasar dibuka"}}));
    let release = release["release"]["id"].clone();
    let order = json!({"photo_id": photo, "release_id": release, "in_body": true});
    let used = desk.call("release_use_photo", order.clone());
    let html = used["release"]["body_html"].as_str().unwrap();
    assert!(html.contains("alt=\"Wali Kota &amp; pedagang (Foto: Bagus Contoh)\""), "{html}");
    assert_eq!(desk.call("release_use_photo", order)["files"].as_array().unwrap().len(), 1, "once");
    let sha256 = used["files"][0]["sha256"].as_str().unwrap();
    let copy = std::fs::read(desk.workspace.folder().join("files").join(sha256)).unwrap();
    assert!(!says(&copy, "RUMAHWALIKOTA") && !says(&copy, "Exif"));
    let seen = image::load_from_memory(&copy).unwrap();
    assert_eq!(seen.dimensions(), (40, 60), "upright without being told so");
    let [red, _, blue, _] = seen.get_pixel(20, 5).0;
    assert!(red > 150 && blue < 100, "what was at the left is above now");

    let uses = desk.call("photo_show", photo.clone())["uses"].clone();
    assert_eq!(uses[0]["headline"], "Pasar dibuka");
    assert_eq!(desk.call("photo_list", json!({"used": true}))["total"], 1);
    assert_eq!(desk.call("photo_list", json!({"used": false}))["total"], 0);
    let kinds = |desk: &Desk| -> Vec<String> {
        let check = desk.call("audience_check", json!({"release_id": release}));
        let problems = check["problems"].as_array().unwrap().iter();
        problems.map(|one| one["kind"].as_str().unwrap().to_owned()).collect()
    };
    assert!(kinds(&desk).contains(&"photo_consent".to_owned()));
    desk.call("photo_save", json!({"id": photo, "set": {"consent": "refused"}}));
    assert!(kinds(&desk).contains(&"photo_refused".to_owned()));
    desk.call("photo_save", json!({"id": photo, "set": {"consent": "given"}}));
    assert!(!kinds(&desk).iter().any(|kind| kind.starts_with("photo_")), "{:?}", kinds(&desk));

    let folder = desk.workspace.folder().to_owned();
    let (page, original, copied) =
        (folder.join("siaran.html"), folder.join("asli.jpg"), folder.join("salinan.jpg"));
    desk.call("release_export", json!({"release_id": release, "file": page}));
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("data:image/jpeg") && page.contains("Foto: Bagus Contoh"));
    desk.call("photo_export", json!({"id": photo, "file": original, "original": true}));
    desk.call("photo_export", json!({"id": photo, "file": copied}));
    assert!(says(&std::fs::read(original).unwrap(), "RUMAHWALIKOTA"));
    assert!(!says(&std::fs::read(copied).unwrap(), "RUMAHWALIKOTA"));
}

#[test]
fn small_pictures_are_made_once_and_of_the_archive_only() {
    let desk = Desk::new();
    let sha256 = add(&desk, "pasar.jpg", &camera_photo(20), json!({}))["sha256"].clone();
    let sha256 = sha256.as_str().unwrap();
    let ctx = desk.workspace.ctx("Rina", warta::db::Source::Window);
    let small =
        |sha256: &str| desk.workspace.db.read(|db| warta::photo::thumbnail(db, &ctx, sha256));
    let made = small(sha256).unwrap();
    assert_eq!(image::load_from_memory(&made.bytes).unwrap().dimensions(), (320, 480));
    let kept = desk.workspace.folder().join("thumbs").join(format!("{sha256}.jpg"));
    assert_eq!(std::fs::read(&kept).unwrap(), made.bytes);
    std::fs::write(&kept, b"kept").unwrap();
    assert_eq!(small(sha256).unwrap().bytes, b"kept");
    assert!(small("../../warta.sqlite").is_err() && small(&"0".repeat(64)).is_err());
}

#[test]
fn other_formats_lose_their_secrets_too() {
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&length[..], kind, data, &[0; 4]].concat()
    };
    let mut png = Vec::new();
    DynamicImage::ImageRgb8(RgbImage::new(3, 3))
        .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
        .unwrap();
    let mut told = png[..33].to_vec();
    told.extend(chunk(b"eXIf", b"RAHASIA"));
    told.extend(chunk(b"tEXt", b"RAHASIA"));
    told.extend(&png[33..]);
    assert_eq!(for_others(told, "image/png").unwrap(), png);

    let mut webp = Vec::new();
    DynamicImage::ImageRgb8(RgbImage::new(3, 3))
        .write_to(&mut std::io::Cursor::new(&mut webp), image::ImageFormat::WebP)
        .unwrap();
    let mut told = webp.clone();
    told.extend(b"EXIF\x07\0\0\0RAHASIA\0");
    assert_eq!(for_others(told, "image/webp").unwrap(), webp);

    let part = |kind: &[u8; 4], inside: &[u8]| {
        let length = u32::try_from(inside.len() + 8).unwrap().to_be_bytes();
        [&length[..], kind, inside].concat()
    };
    let udta = part(b"udta", b"+06.1RAHASIA");
    let trak = part(b"trak", &[part(b"meta", b"RAHASIA"), part(b"tkhd", b"1234")].concat());
    let film =
        [part(b"ftyp", b"isom"), part(b"moov", &[udta, trak].concat()), part(b"mdat", b"gambar")]
            .concat();
    let plain = for_others(film.clone(), "video/mp4").unwrap();
    assert_eq!(plain.len(), film.len(), "nothing moves");
    assert!(!says(&plain, "RAHASIA") && says(&plain, "gambar") && says(&plain, "tkhd"));
    for broken in [&b""[..], b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff", b"\x89PNG"] {
        for mime in ["image/jpeg", "image/png", "image/webp", "video/mp4"] {
            let _ = for_others(broken.to_vec(), mime);
        }
    }
}

#[test]
fn photos_on_the_command_line() {
    let office = crate::office::Office::new();
    let first = office.write("a.jpg", camera_photo(10));
    let second = office.write("b.jpg", camera_photo(200));
    let added = office.json(&["photo", "add", &first, &second, "--set", "credit=Bagus Contoh"]);
    assert_eq!(added["photos"].as_array().unwrap().len(), 2);
    let id = added["photos"][0]["id"].to_string();
    assert_eq!(office.warta(&["photo", "add", &first]).code, 1, "twice");
    office.json(&["photo", "edit", &id, "--set", "caption=Pasar rakyat", "--set", "consent=given"]);
    assert_eq!(office.json(&["photo", "list", "--search", "pasar"])["total"], 1);
    let listed = office.warta(&["photo", "list"]);
    assert!(listed.out.contains("Bagus Contoh"), "{listed:?}");
    let text = office.write("siaran.md", "# Pasar dibuka\n\nPembuka.\n");
    let release = office.json(&["release", "new", "--file", &text])["id"].to_string();
    office.json(&["photo", "use", &id, &release]);
    assert_eq!(office.json(&["photo", "show", &id])["uses"][0]["headline"], "Pasar dibuka");
    let copy = office.file("salinan.jpg");
    office.json(&["photo", "export", &id, &copy.display().to_string()]);
    assert!(!says(&std::fs::read(copy).unwrap(), "RUMAHWALIKOTA"));
    let shown = office.warta(&["photo", "show", &id]);
    assert!(shown.out.contains("40 × 60") && shown.out.contains("Pasar dibuka"), "{shown:?}");
}
