//! Images of a release show after a restart, in the editor and in the preview.

use serde_json::json;

use super::Window;
use crate::office::Office;

const LOADED: &str = r"
    const image = [...document.querySelectorAll(arguments[0])].find((image) => image.src.includes('warta-file'));
    return image?.complete ? image.naturalWidth : 0;";

#[tokio::test(flavor = "multi_thread")]
async fn images_show_after_a_restart() {
    let office = Office::new();
    let call =
        |name: &str, args: serde_json::Value| office.json(&["call", name, &args.to_string()]);
    for (key, value) in [("setup_done", "1"), ("language", "en")] {
        call("setting_set", json!({"key": key, "value": value}));
    }
    let release = call("release_save", json!({"set": {"headline": "Taman kota dibuka"}}));
    let id = release["release"]["id"].as_i64().unwrap();
    let picture = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icons/32x32.png");
    let file = call(
        "release_attach",
        json!({"release_id": id, "file_name": "taman.png", "path": picture, "inline": true}),
    );
    let body = format!(
        "<p>Lihat:</p><img src=\"cid:{}\" alt=\"taman.png\">",
        file["cid"].as_str().unwrap()
    );
    call("release_save", json!({"id": id, "set": {"body_html": body}}));

    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go(&format!("/releases/{id}")).await;
    let width = window
        .wait("the image in the editor", LOADED, vec![json!("[data-testid=release-body] img")])
        .await;
    assert_eq!(width, json!(32));

    window.press("Preview").await;
    // The frame is sealed off from the page that holds it: look from within.
    window
        .wait(
            "the preview",
            "return !!document.querySelector('[data-testid=release-preview]')",
            vec![],
        )
        .await;
    window.driver.enter_frame(0).await.unwrap();
    let width = window.wait("the image in the preview", LOADED, vec![json!("img")]).await;
    assert_eq!(width, json!(32));
    window.driver.enter_default_frame().await.unwrap();

    // Nothing but files of releases: a mail in the same folder is not given out.
    let secret = "ab".repeat(32);
    std::fs::write(office.workspace().join("files").join(&secret), b"From: a reader").unwrap();
    let found = window
        .driver
        .execute_async(
            "const image = new Image(); image.onload = () => arguments[1]('shown'); image.onerror = () => arguments[1]('refused'); \
             image.src = `warta-file://localhost/${arguments[0]}`;",
            vec![json!(secret)],
        )
        .await
        .unwrap();
    assert_eq!(found.json(), &json!("refused"));
    window.close().await;
}
