//! Filters and smart lists in the real window: built row by row, written as text, kept, compared.

use serde_json::json;

use super::Window;
use crate::office::Office;

const PEOPLE: &str = "Nama;Media;E-mail;Kota;Desk\n\
    Siti Rahma;Harian Contoh;siti@example.id;Depok;Kesehatan\n\
    Budi Santoso;Radio Contoh;budi@example.id;Depok;Ekonomi\n\
    Tika Lestari;Harian Contoh;tika@example.id;Bogor;Kesehatan\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_becomes_a_smart_list_that_follows_the_contacts() {
    let office = Office::new();
    office.json(&["call", "setting_set", r#"{"key": "setup_done", "value": "1"}"#]);
    let file = office.write("orang.csv", PEOPLE);
    office.json(&["import", &file, "--list", "Pers Kota"]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.wait("the rail", "return !!document.querySelector('nav')", vec![]).await;

    // Row by row, with the count while it is built.
    window.go("/contacts").await;
    window.sees("Siti Rahma").await;
    window.press("Filter").await;
    window.press("Add condition").await;
    window.pick("filter-value", "Depok").await;
    window.sees("2 contacts fit").await;
    window.moment("smart-list-filter").await;
    assert_eq!(window.axe().await, "");
    window.press("Apply filter").await;
    let rows = "return ![...document.querySelectorAll('[role=row]')].some(row => row.innerText.includes('Tika'))";
    window.wait("only those who fit", rows, vec![]).await;
    window.sees("Budi Santoso").await;

    // The same as text: a fault is told with its place, the right text becomes rows.
    window.press("Filter").await;
    window.press("As text").await;
    window.fill("filter-text", "beat = kesehatan and kotta = Depok").await;
    window.press("Apply text").await;
    window.sees("kotta").await;
    window.moment("smart-list-fault").await;
    window.fill("filter-text", "beat = kesehatan and city = Depok").await;
    window.press("Apply text").await;
    window.sees("1 contact fits").await;
    window.press("Save as smart list").await;
    window.fill("name", "Kesehatan Depok").await;
    window.press("Create list").await;
    window.sees("Kesehatan Depok").await;
    let members = || office.json(&["list", "show", "Kesehatan Depok"])["total"].clone();
    assert_eq!(members(), json!(1));

    // It follows, here and beside.
    window.go("/lists").await;
    window.sees("Kesehatan Depok").await;
    let tika = office.json(&["contact", "list", "--search", "tika"])["rows"][0]["id"].to_string();
    office.warta(&["contact", "edit", &tika, "--set", "city=Depok"]);
    assert_eq!(members(), json!(2));
    let lists = office.json(&["call", "list_all", "null"]);
    let smart = lists.as_array().unwrap().iter().find(|list| list["name"] == "Kesehatan Depok");
    window.click(&format!("[data-testid=list-row-{}]", smart.unwrap()["id"])).await;
    window.sees("Tika Lestari").await;
    assert_eq!(window.axe().await, "");
    window.moment("smart-list").await;

    // Beside the list of the import: who is on one alone.
    window.go("/lists").await;
    window.press("Compare lists").await;
    window.sees("On both").await;
    window.moment("smart-list-compare").await;
    assert_eq!(window.axe().await, "");
    window.press("Only on “Pers Kota”").await;
    window.sees("Budi Santoso").await;

    assert_eq!(window.errors().await, "");
    window.close().await;
}
