//! The program without a screen: a line is asked for, answered in plain text below it, and nothing that stands is drawn
//! over. For screen readers, Braille lines and terminals that can do nothing else.

use std::io::BufRead;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use super::context::Context;
use super::error::Error;
use super::options::{Asked, Format, Output, from_environment};
use super::program::ProgramArguments;
use super::{Arguments, Command};
use crate::analysis::{Lens, Units};
use crate::report::board::BoardTwin;
use crate::report::walk;
use crate::text::{nearest, visible};

const PROMPT: &str = "t12> ";

const HELP: &str = "\
Every command of t12 can be asked for by its name, with its options:
  board                   where do we stand, area by area
  gaps                    the gaps between the poles, widest first; gaps --filter status:proposed
  matrix AREA             one area, every measure by every jurisdiction
  show AREA/MEASURE/CODE  everything written about an area, a measure or a position
  compare CODE CODE       two side by side: what differs, what is the same
  blocs                   who stands with whom, in the order of a tree
  align                   the alignment of every two
  change FOLDER           what changed since the earlier edition in a folder
  check                   what is wrong in the files
  keys                    the keys of the program on the screen
  help COMMAND            the options of a command
The gaps one by one:
  next, or an empty line  the next gap in words
  previous                the gap before
  quit                    leaves";

/// What can be asked for that is no command of the command line.
const OWN: [&str; 4] = ["next", "previous", "help", "quit"];

/// Whether the environment asks for text without a screen.
pub(super) fn is_wanted() -> bool {
    from_environment("T12_ACCESSIBLE").is_some_and(|value| value != "0")
}

/// Tells the board, then answers line by line until there is none.
///
/// # Errors
/// Where the workspace cannot be opened or the output cannot be written. What is wrong in a line is told below it.
pub(super) fn run(
    arguments: &ProgramArguments,
    context: &mut Context,
    input: &mut dyn BufRead,
) -> Result<ExitCode, Error> {
    arguments.refuse_misspelt_command()?;
    context.places = context.places(&arguments.paths)?;
    let output = Output { format: Format::Table, private: arguments.private, glyphs: None };
    let figured = context.figured(&[], &Asked { compared: arguments.compared.clone(), output })?;
    let basis = figured.basis();
    context.write(&BoardTwin::new(basis), Format::Table)?;
    writeln!(context.out, "\nType help for what can be asked, an empty line for the first gap.")?;

    let gaps: Vec<_> =
        basis.figures.gaps().iter().filter(|gap| gap.gap.is_some_and(|steps| steps != 0)).collect();
    let mut at: Option<usize> = None;
    while let Some(line) = ask(context, input)? {
        let words = words(&line);
        let step = match words.first().map(String::as_str) {
            None | Some("next") => 1,
            Some("previous") => -1,
            Some("quit" | "exit" | "q") => break,
            Some("help") if words.len() == 1 => {
                writeln!(context.out, "{HELP}")?;
                continue;
            }
            Some(_) => {
                answer(arguments, context, &words)?;
                continue;
            }
        };
        let next = at.map_or(Some(0), |at| at.checked_add_signed(step));
        match next.and_then(|next| Some((next, gaps.get(next)?))) {
            Some((next, gap)) => {
                at = Some(next);
                context.tell(&walk::gap(&basis, gap, next + 1, gaps.len()))?;
            }
            None if gaps.is_empty() => writeln!(context.out, "There is no gap between the poles.")?,
            None => {
                let end = if step > 0 { "last" } else { "first" };
                writeln!(context.out, "This was the {end} gap.")?;
            }
        }
    }
    Ok(figured.exit_code())
}

/// Asks for a line; none where there are no more.
fn ask(context: &mut Context, input: &mut dyn BufRead) -> Result<Option<String>, Error> {
    write!(context.out, "{PROMPT}")?;
    context.out.flush()?;
    let mut bytes = Vec::new();
    if input.read_until(b'\n', &mut bytes)? == 0 {
        writeln!(context.out)?;
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// The words of a line; blanks between double quotes belong to a word.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut begun, mut quoted) = (String::new(), false, false);
    for character in line.trim().chars() {
        match character {
            '"' => (begun, quoted) = (true, !quoted),
            blank if blank.is_whitespace() && !quoted => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            character => {
                begun = true;
                word.push(character);
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}

/// Runs a command of the command line. What is wrong with it is told where its answer would be.
fn answer(arguments: &ProgramArguments, context: &mut Context, words: &[String]) -> Result<(), Error> {
    let line = ["t12"].into_iter().map(str::to_owned).chain(words.iter().cloned());
    let line = line.chain(carried(arguments, words));
    let parsed = Arguments::told_by(line).and_then(|matches| Arguments::from_arg_matches(&matches));
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return Ok(write!(context.out, "{}", error.render())?),
    };
    let Some(command) = &parsed.command else { return unknown(context, words) };
    match run_command(command, &parsed, context) {
        Err(Error::Output(error)) => Err(Error::Output(error)),
        Err(error) => Ok(writeln!(context.out, "{error}")?),
        Ok(_) => Ok(()),
    }
}

fn run_command(command: &Command, parsed: &Arguments, context: &mut Context) -> Result<ExitCode, Error> {
    let told = &parsed.everywhere;
    let places = if told.workspace.is_empty() { &context.places } else { &told.workspace }.clone();
    let today = told.today.unwrap_or(context.today);
    let config = told.config.as_ref().or(context.config.as_ref()).cloned();
    let Context { width, is_spoken, .. } = *context;
    let mut own = Context { out: context.out, err: context.err, width, is_spoken, today, places, config };
    command.run(&mut own)
}

/// The options the program was started with, for the commands that take them and were not told otherwise.
fn carried(arguments: &ProgramArguments, words: &[String]) -> Vec<String> {
    let commands = Arguments::command();
    let Some(command) = words.first().and_then(|name| commands.find_subcommand(name)) else {
        return Vec::new();
    };
    let compared = &arguments.compared;
    let poles = compared.poles.map(|[first, second]| format!("{first},{second}"));
    let options = [
        ("poles", poles),
        ("group", compared.group.clone()),
        ("weights", compared.weights.clone()),
        ("lens", compared.lens.map(Lens::word)),
        ("units", compared.units.map(|units| Units::from(units).key().to_owned())),
    ];
    let wanted = |name: &str| {
        let option = format!("--{name}");
        let is_told = words.iter().any(|word| *word == option || word.starts_with(&format!("{option}=")));
        !is_told && command.get_arguments().any(|argument| argument.get_id() == name)
    };
    let mut carried: Vec<String> = options
        .into_iter()
        .filter_map(|(name, value)| Some(format!("--{name}={}", value.filter(|_| wanted(name))?)))
        .collect();
    if arguments.private && wanted("private") {
        carried.push("--private".to_owned());
    }
    carried
}

fn unknown(context: &mut Context, words: &[String]) -> Result<(), Error> {
    let name = words.first().map_or("", String::as_str);
    let commands = Arguments::command();
    let known = commands.get_subcommands().map(clap::Command::get_name).chain(OWN);
    let meant = nearest(name, known).map(|meant| format!(" Did you mean {meant}?")).unwrap_or_default();
    writeln!(context.out, "There is no command {}.{meant} Type help for what can be asked.", visible(name))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_apart_at_blanks_outside_of_quotes() {
        assert_eq!(words(" gaps  --filter \"gap>=2 open:yes\" \n"), ["gaps", "--filter", "gap>=2 open:yes"]);
        assert_eq!(words("show \"\" a\"b c\""), ["show", "", "ab c"]);
        assert!(words(" \t\r\n").is_empty());
    }
}
