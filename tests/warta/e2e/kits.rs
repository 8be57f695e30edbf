//! A press kit is made of photos, a release and a file, saved as one ZIP, and goes with a release.

use super::{Window, release, settled};
use crate::office::Office;
use crate::photo::camera_photo;

#[tokio::test(flavor = "multi_thread")]
async fn a_kit_is_packed_saved_and_attached() {
    let office = Office::new();
    settled(&office);
    release(&office, "Pasar Rakyat dibuka");
    let photo = office.write("pasar.jpg", camera_photo(10));
    office.json(&["photo", "add", &photo, "--set", "caption=Pintu pasar"]);
    let plan = office.write("jadwal.pdf", "%PDF-1.4 jadwal");
    let window = Window::open(&office.workspace(), &office.file("home")).await;

    // From a photo of the archive into a kit that is not there yet.
    window.go("/photos/1").await;
    window.click("[data-photo='1'] input[type=checkbox]").await;
    window.press("Add to a press kit").await;
    window.fill("kit", "Kit Pasar").await;
    window.press("Add “Kit Pasar”").await;
    window.moment("kit-add").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the dialog that adds to a kit");
    window.press("Add").await;
    window.sees("Added to Kit Pasar").await;

    window.press("Press kits").await;
    window.sees("1 kit").await;
    window.go("/photos/kits/1").await;
    window.sees_in("[data-testid=kit]", "Pintu pasar").await;
    window.sees("The consent for 1 photo is not known").await;
    window.pick("kit-release", "Pasar Rakyat").await;
    window
        .sees_in("[data-testid=kit] section[aria-labelledby=kit-release]", "Pasar Rakyat dibuka")
        .await;
    window.give_file_to("input[name=kit-file]", plan.as_ref()).await;
    window.sees_in("[data-testid=kit] section[aria-labelledby=kit-file]", "jadwal.pdf").await;
    window.moment("kit").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "a kit");
    window.press("Save as ZIP").await;
    window.sees("Kit Pasar.zip").await;

    // Taken out and brought back.
    window.press("Take jadwal.pdf out of the kit").await;
    window.gone("section[aria-labelledby=kit-file]").await;
    window.keys("\u{e009}z").await;
    window.element("section[aria-labelledby=kit-file]").await;

    window.press("Attach to a release").await;
    window.pick("release", "Pasar Rakyat").await;
    window.press("Attach").await;
    window.sees("Kit Pasar.zip").await;
    window.at("/releases/1").await;
    let files = office.json(&["release", "show", "1"])["files"].clone();
    assert_eq!(files[0]["file_name"], serde_json::json!("Kit Pasar.zip"), "{files}");
    window.by_palette("press kits").await;
    window.at("/photos/kits").await;
    window.close().await;
}
