//! Help and refusals of the command line in the person's language, clap's own words included.

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::text;

/// The language that clap itself speaks.
const OF_CLAP: &str = "en";

/// Gives a command, its arguments and its verbs their help from the locales.
pub fn in_words(command: Command, language: &str, path: &str) -> Command {
    let help = |key: String| text::known(language, &key, &[]);
    let command = match help(format!("cli-help{path}")) {
        Some(about) => command.about(about),
        None => command,
    };
    let command =
        if language == OF_CLAP { command } else { own_words(command, language, path.is_empty()) };
    command
        .mut_args(|arg| {
            let id = arg.get_id().as_str().replace('_', "-");
            let arg = match help(format!("cli-arg{path}-{id}"))
                .or_else(|| help(format!("cli-arg-{id}")))
            {
                Some(words) => arg.help(words),
                None => arg,
            };
            if language == OF_CLAP { arg } else { own_words_of(arg, language) }
        })
        .mut_subcommands(|verb| {
            let path = format!("{path}-{}", verb.get_name());
            in_words(verb, language, &path)
        })
}

fn own_words(command: Command, language: &str, is_root: bool) -> Command {
    let word = |key: &str| text::sentence(language, key, &[]);
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        word("cli-own-usage")
    );
    let asked = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command
        .help_template(template)
        .subcommand_help_heading(word("cli-own-commands"))
        .subcommand_value_name(word("cli-own-command"))
        .disable_help_flag(true)
        .arg(asked.help(word("cli-own-help")));
    if is_root {
        let asked = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        command.disable_version_flag(true).arg(asked.help(word("cli-own-version")))
    } else {
        command
    }
}

/// Headings, choices and defaults of an argument, which clap would name in English.
fn own_words_of(arg: Arg, language: &str) -> Arg {
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if arg.get_action().takes_values() {
        let choices: Vec<String> =
            arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        if !choices.is_empty() && !arg.is_hide_possible_values_set() {
            let choices = choices.join(", ");
            help.push(' ');
            help.push_str(&text::sentence(language, "cli-own-choices", &[("choices", &choices)]));
        }
        let usual: Vec<String> = arg
            .get_default_values()
            .iter()
            .map(|value| value.to_string_lossy().into_owned())
            .collect();
        if !usual.is_empty() {
            let usual = usual.join(", ");
            help.push(' ');
            help.push_str(&text::sentence(language, "cli-own-default", &[("value", &usual)]));
        }
    }
    let heading = if arg.is_positional() { "cli-own-arguments" } else { "cli-own-options" };
    let arg = if arg.get_action().takes_values() {
        arg.hide_possible_values(true).hide_default_value(true)
    } else {
        arg
    };
    arg.help(help).help_heading(text::sentence(language, heading, &[]))
}

/// What clap would say, help or refusal, in another language than its own; none where clap's own
/// words are right.
pub fn said(refusal: &clap::Error, language: &str) -> Option<String> {
    if language == OF_CLAP {
        return None;
    }
    let word = |key: &str| text::sentence(language, key, &[]);
    let options = format!("[{}]", word("cli-own-options").to_uppercase());
    let translated = |text: String| {
        text.replace("Usage:", &format!("{}:", word("cli-own-usage")))
            .replace("[OPTIONS]", &options)
    };
    let of = |kind| refusal.get(kind).map(ToString::to_string).unwrap_or_default();
    let key = match refusal.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Some(translated(refusal.render().to_string()));
        }
        ErrorKind::UnknownArgument => "cli-refused-unknown",
        ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => "cli-refused-verb",
        ErrorKind::MissingRequiredArgument => "cli-refused-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-refused-value",
        ErrorKind::ArgumentConflict => "cli-refused-conflict",
        _ => return None,
    };
    let arg = of(ContextKind::InvalidArg);
    let sentence = text::sentence(
        language,
        key,
        &[
            ("arg", &if arg.is_empty() { of(ContextKind::InvalidSubcommand) } else { arg }),
            ("value", &of(ContextKind::InvalidValue)),
            ("other", &of(ContextKind::PriorArg)),
        ],
    );
    let choices = of(ContextKind::ValidValue);
    let choices = if choices.is_empty() {
        choices
    } else {
        format!("\n  {}", text::sentence(language, "cli-own-choices", &[("choices", &choices)]))
    };
    let usage = translated(of(ContextKind::Usage));
    let usage = if usage.is_empty() { usage } else { format!("\n\n{}", usage.trim_end()) };
    Some(format!("{sentence}{choices}{usage}\n\n{}\n", word("cli-refused-hint")))
}
