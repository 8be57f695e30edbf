//! Answers to invitations in plain words: how many sentences of `tests/samples/answers` are read
//! rightly. Both halves are printed; what is read wrongly must at least not be sure of itself.

use warta::mail::answer_text;

/// The line as it is told: `yes`, `no?`, `no > Budi; Radio Contoh`, `none`.
fn told(text: &str) -> String {
    let Some(answer) = answer_text::read(text) else { return "none".to_owned() };
    let rsvp = if answer.rsvp.is_empty() { "none" } else { answer.rsvp };
    let mut told = format!("{rsvp}{}", if answer.sure { "" } else { "?" });
    if !answer.deputy.is_empty() {
        told.push_str(&format!(" > {}", answer.deputy));
    }
    if !answer.deputy_outlet.is_empty() {
        told.push_str(&format!("; {}", answer.deputy_outlet));
    }
    told
}

/// All sentences, those read rightly, and those read wrongly without a doubt.
fn figures(half: &str) -> (usize, usize, usize) {
    let path = format!("{}/tests/samples/answers/{half}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let (mut all, mut right, mut misled) = (0, 0, 0);
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (expected, sentence) = line.split_once(" | ").unwrap_or_else(|| panic!("{line}"));
        let told = told(&sentence.replace("\\n", "\n"));
        let same = match expected.strip_suffix('*') {
            Some(begin) => told.starts_with(begin),
            None => told == expected,
        };
        all += 1;
        right += usize::from(same);
        let sure = !told.contains('?') && told != "none";
        let bare = |label: &str| label.split([' ', '?']).next().unwrap_or_default().to_owned();
        misled += usize::from(sure && bare(&told) != bare(expected));
        if !same {
            println!("  told {told}, expected {expected}: {sentence}");
        }
    }
    println!(
        "answers in plain words, {half}: {right} of {all} right, {misled} wrong without a doubt"
    );
    (all, right, misled)
}

#[test]
fn known_answers_are_read() {
    let (all, right, misled) = figures("known");
    assert!(
        right * 100 >= all * 97 && misled == 0,
        "{right} of {all}, {misled} wrong without a doubt"
    );
}

#[test]
fn held_out_answers_are_read() {
    let (all, right, misled) = figures("held_out");
    assert!(
        right * 100 >= all * 85 && misled * 50 <= all,
        "{right} of {all}, {misled} wrong without a doubt"
    );
}

#[test]
fn hard_answers_are_read() {
    let (all, right, misled) = figures("hard");
    assert!(
        right * 100 >= all * 90 && misled * 20 <= all,
        "{right} of {all}, {misled} wrong without a doubt"
    );
}
