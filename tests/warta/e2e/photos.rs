//! Photos are dropped into the archive, described, found, and used in a release.

use serde_json::json;
use thirtyfour::Key;

use super::{Window, release, settled};
use crate::office::Office;
use crate::photo::camera_photo;

#[tokio::test(flavor = "multi_thread")]
async fn photos_are_added_described_found_and_used() {
    let office = Office::new();
    settled(&office);
    release(&office, "Pasar Rakyat dibuka");
    let first = office.write("pasar.jpg", camera_photo(10));
    let second = office.write("taman.jpg", camera_photo(200));
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/photos").await;
    window.sees("No photos yet").await;
    assert_eq!(window.axe().await, "");
    window.give_file_to("input[name=photos]", first.as_ref()).await;
    window.sees("1 photo added").await;
    window.give_file_to("input[name=photos]", second.as_ref()).await;
    let two = "return document.querySelectorAll('[data-photo]').length === 2";
    window.wait("two tiles", two, vec![]).await;
    window.give_file_to("input[name=photos]", first.as_ref()).await;
    window.sees("pasar.jpg is in the archive already").await;
    let drawn = "const images = [...document.querySelectorAll('[data-photo] img')]; return images.length === 2 && images.every((image) => image.complete && image.naturalWidth === 320 && image.naturalHeight === 480)";
    window.wait("small upright pictures", drawn, vec![]).await;

    window.press("pasar.jpg").await;
    window.fill("caption", "The mayor opens the market").await;
    window.fill("credit", "Bagus Contoh").await;
    window.sees_in("[data-photo='1']", "The mayor opens the market").await;
    assert_eq!(window.axe().await, "");
    window.moment("photos").await;
    window.press("Use in a release").await;
    window.pick("release", "Pasar").await;
    assert_eq!(window.axe().await, "");
    window.moment("photo-use").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Photo used in").await;
    let shown = "const image = document.querySelector('[data-testid=release-body] img'); return image?.alt === 'The mayor opens the market (Photo: Bagus Contoh)' && image.complete && image.naturalWidth === 40";
    window.wait("the photo in the text", shown, vec![]).await;
    window.sees("The consent for 1 photo is not known").await;
    window.sees("A look over the text").await;
    assert_eq!(window.axe().await, "");
    window.moment("release-with-photo").await;

    window.go("/photos").await;
    window.wait("two tiles", two, vec![]).await;
    window.fill("search", "mayor").await;
    let one = "return document.querySelectorAll('[data-photo]').length === 1";
    window.wait("the one that was searched", one, vec![]).await;
    window.go("/photos/1").await;
    window.sees_in("section[aria-labelledby='photo-uses']", "Pasar Rakyat dibuka").await;
    window.close().await;
    let uses = office.json(&["photo", "show", "1"])["uses"].clone();
    assert_eq!(uses[0]["release_id"], json!(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_video_shows_a_still_where_the_window_can_play_it_and_else_a_card_with_its_length() {
    let office = Office::new();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/photos").await;
    window.sees("No photos yet").await;
    // No decoder of this format is here, as on many an office machine.
    window.give_file_to("input[name=photos]", "tests/files/video.mp4".as_ref()).await;
    window.sees("1 photo added").await;
    window.sees_in("[data-photo='1'] [data-testid=video-length]", "0:03").await;
    window.give_file_to("input[name=photos]", "tests/files/video-vp9.mp4".as_ref()).await;
    window.sees_in("[data-photo='2'] [data-testid=video-length]", "0:03").await;
    let still = office.json(&["photo", "show", "2"])["photo"]["still_sha256"].clone();
    let card = office.json(&["photo", "show", "1"])["photo"]["still_sha256"].clone();
    for (id, still) in [(1, card), (2, still)] {
        let drawn = if still == json!("") {
            format!(
                "return !!document.querySelector(\"[data-photo='{id}'] [data-testid=video-card]\")"
            )
        } else {
            format!(
                "const image = document.querySelector(\"[data-photo='{id}'] img\"); return image?.complete && image.naturalWidth > 0"
            )
        };
        window.wait("what stands for the video", &drawn, vec![]).await;
        eprintln!("video {id}: {}", if still == json!("") { "drawn card" } else { "still" });
    }
    assert_eq!(window.axe().await, "");
    window.moment("videos").await;

    // A picture of the office's own stands for it.
    window.go("/photos/1").await;
    window.sees("Video, 0:03").await;
    let picture = office.write("gambar.jpg", camera_photo(10));
    window.give_file_to("input[name=still]", picture.as_ref()).await;
    window.sees("stands for the video now").await;
    let drawn = "const image = document.querySelector('aside img'); return image?.complete && image.naturalWidth > 0";
    window.wait("the chosen picture", drawn, vec![]).await;
    assert_eq!(window.axe().await, "");
    window.moment("video-with-still").await;
    window.close_clean().await;
}
