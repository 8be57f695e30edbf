//! Every screen in both languages and both themes: no console error, nothing that axe finds.

use std::path::PathBuf;

use super::Window;
use crate::office::Office;

/// The rooms, and a word of theirs in Indonesian and in English.
const ROOMS: &[(&str, &str)] = &[
    ("/today", "today"),
    ("/contacts", "contacts"),
    ("/contacts/1", "contact"),
    ("/outlets", "outlets"),
    ("/outlets/1", "outlet"),
    ("/organisations", "organisations"),
    ("/lists", "lists"),
    ("/lists/1", "list"),
    ("/import", "import"),
    ("/releases", "releases"),
    ("/releases/1", "release"),
    ("/responses", "responses"),
    ("/responses/1", "response"),
    ("/settings", "settings"),
    ("/settings/fields", "settings-fields"),
];

/// A room is drawn once its text stands still; a heading alone may be the last room's.
const DRAWN: &str = r"
    const text = document.querySelector('main')?.innerText ?? '';
    const place = arguments[0] + text;
    const now = performance.now();
    if (window.__drawn?.place !== place) window.__drawn = { place, since: now };
    return text.length > 30 && location.hash.startsWith('#' + arguments[0]) && now - window.__drawn.since > 500
        && !document.querySelector('[aria-busy=true]');";

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_in_both_languages_and_themes() {
    let office = Office::without_workspace();
    let made = office.warta(&["--language", "id", "init", "--demo"]);
    assert_eq!(made.code, 0, "{made:?}");
    let pictures = std::env::var_os("WARTA_SCREENSHOTS").map(PathBuf::from);
    let mut faults = Vec::new();
    for language in ["id", "en"] {
        for theme in ["light", "dark"] {
            for (key, value) in [("language", language), ("theme", theme)] {
                office.json(&[
                    "call",
                    "setting_set",
                    &serde_json::json!({"key": key, "value": value}).to_string(),
                ]);
            }
            let window = Window::open(
                &office.workspace(),
                &office.file(&format!("home-{language}-{theme}")),
            )
            .await;
            window.wait("the rail", "return !!document.querySelector('nav')", vec![]).await;
            for (path, name) in ROOMS {
                window.go(path).await;
                window
                    .wait(&format!("{path} to be drawn"), DRAWN, vec![serde_json::json!(path)])
                    .await;
                let place = format!("{language} {theme} {path}");
                if let Some(folder) = &pictures {
                    window.picture(&folder.join(format!("{name}-{language}-{theme}.png"))).await;
                }
                let axe = window.axe().await;
                if !axe.is_empty() {
                    faults.push(format!("{place}: {axe}"));
                }
            }
            let errors = window.errors().await;
            if !errors.is_empty() {
                faults.push(format!("{language} {theme}: {errors}"));
            }
            window.close().await;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}
