use std::fmt::Write;
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use crate::cli::context::Context;
use crate::cli::error::Error;
use crate::format::{Kind, schema};
use crate::tui::command::TOPICS;

/// Print every setting with its default, as a config to begin with
///
/// Nothing in it changes anything until the # in front of a setting is taken away.
#[derive(Debug, Args)]
pub(super) struct DefaultArguments {}

const HEAD: &str = "\
# The settings of t12. To use this file, put it where `t12 config path` says.
# A setting with a # right in front of it is the default: take the # away and change what is behind it.
# `t12 config check` tells what is wrong here, `t12 config show` what counts.

kind: config
version: 1
";

impl DefaultArguments {
    pub(super) fn run(&self, context: &mut Context) -> Result<ExitCode, Error> {
        let Self {} = self;
        context.out.write_all(file().as_bytes())?;
        Ok(ExitCode::SUCCESS)
    }
}

fn file() -> String {
    let words = words();
    let mut text = HEAD.to_owned();
    for name in Kind::Config.shape().names().skip(2) {
        // A string takes whatever is written to it.
        let _ = writeln!(text, "\n# {}", words(name));
        match example(name) {
            Some(example) => drop(writeln!(text, "#{name}: {example}")),
            None => keys(&mut text),
        }
    }
    text
}

/// What the schema says of a setting, in one line.
fn words() -> impl Fn(&str) -> String {
    let schema: Value = serde_json::from_str(&schema::schema(Kind::Config)).unwrap_or_default();
    move |name| {
        let words = schema["properties"][name]["description"].as_str().unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The default of a setting; of those that are the board's or the machine's own, one as it may be.
fn example(name: &str) -> Option<&'static str> {
    Some(match name {
        "theme" => "{light: paper, dark: dark}",
        "glyphs" => "unicode",
        "mouse" => "false",
        "links" => "true",
        "editor" => "code --goto {file}:{line}:{column}",
        "poles" => "[EU, US]",
        "group" => "T-12",
        "weights" => "authored",
        "lens" => "as recorded",
        "units" => "decision",
        "reviewer" => "Your name",
        _ => return None,
    })
}

/// The keys of every command, topic by topic.
fn keys(text: &mut String) {
    text.push_str("#keys:\n");
    for topic in TOPICS {
        let _ = writeln!(text, "  # {}", topic.title);
        for command in topic.commands {
            // A text in quotes reads the same in JSON and in YAML.
            let keys: Vec<String> = command.keys.iter().map(|keys| Value::from(*keys).to_string()).collect();
            let entry = format!("#  {}: [{}]", command.id, keys.join(", "));
            let _ = writeln!(text, "{entry:<44} # {}", command.title);
        }
    }
}
