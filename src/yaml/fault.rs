use std::borrow::Cow;
use std::fmt;

use crate::text::{Span, visible};

/// A problem of a text as YAML: what it is and where, as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The place to mark; empty only at the end of the file.
    pub span: Span,
    /// A second place that explains the first.
    pub related: Option<Related>,
}

/// A second place of a [`Fault`], with the words to put beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What stands there, in a few words.
    pub label: &'static str,
}

/// What can be wrong with a text as YAML. [`fmt::Display`] is the message, [`FaultKind::help`] what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The text is not YAML.
    Syntax(Syntax),
    /// A key stands twice in one mapping; the second is left out when the mapping is read.
    DuplicateKey {
        /// The key as decoded.
        key: String,
    },
    /// A key is a list, a mapping or nothing; its entry is left out.
    KeyNotScalar,
    /// `<<` is given something other than a mapping or a list of mappings.
    MergeValue,
    /// A tag outside YAML's own (`!custom`).
    Tag,
    /// An alias names an anchor that is not written before it.
    UnknownAlias {
        /// The name, without `*`.
        name: String,
    },
    /// An alias stands inside the value that its anchor marks.
    AliasCycle {
        /// The name, without `*`.
        name: String,
    },
    /// Aliases lead to aliases more often than [`super::MAX_ALIAS_CHAIN`].
    AliasChain {
        /// The name, without `*`.
        name: String,
    },
    /// Aliases stand for more text than [`super::ALIAS_FACTOR`] times the file.
    AliasBudget {
        /// The name, without `*`.
        name: String,
    },
    /// Values nest deeper than [`super::MAX_DEPTH`].
    Depth,
    /// The file has more than [`super::MAX_NODES`] values.
    Nodes,
    /// The file is larger than [`super::MAX_BYTES`].
    Size,
    /// A second document begins.
    SecondDocument,
    /// A control character is written into the file as it is.
    ControlCharacter(char),
    /// More faults than [`super::MAX_FAULTS`]: the search stopped here.
    TooMany,
}

/// Why a text is not YAML, as far as it can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `: ` inside a value without quotes.
    UnquotedColon,
    /// A quote that is opened and not closed before the next key.
    UnclosedQuote {
        /// `'` or `"`.
        quote: char,
    },
    /// Text goes on after the closing quote.
    TextAfterQuote {
        /// `'` or `"`.
        quote: char,
    },
    /// A `[` or `{` that is not closed before the next key.
    UnclosedBracket {
        /// `[` or `{`.
        open: char,
    },
    /// A comma or a closing bracket is missing in `[...]` or `{...}`.
    FlowSeparator,
    /// The marker of a merge conflict.
    Conflict,
    /// A tab where only spaces may stand.
    Tab,
    /// A line begins further left or right than its neighbours.
    Indentation,
    /// `key:value` or `-item` without the space.
    MissingSpace {
        /// `:` or `-`.
        after: char,
    },
    /// A line that is neither `key: value` nor a list item.
    MissingColon,
    /// A value between typographic quotes, which are ordinary characters to YAML.
    SmartQuotes,
    /// A no-break space where an ordinary space must stand.
    NoBreakSpace,
    /// A value begins with a character that YAML keeps for itself.
    ReservedStart {
        /// One of `` @ ` % * & ! ``.
        character: char,
    },
    /// A backslash in double quotes that begins no escape.
    Escape,
    /// Anything else, in the parser's words.
    Other {
        /// A phrase in lower case without full stop.
        message: String,
    },
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(syntax) => syntax.fmt(f),
            Self::DuplicateKey { key } => write!(f, "the key `{}` is written twice", visible(key)),
            Self::KeyNotScalar => f.write_str("a key must be one word or phrase"),
            Self::MergeValue => f.write_str("`<<` takes a mapping or a list of mappings"),
            Self::Tag => f.write_str("this tag has no meaning here"),
            Self::UnknownAlias { name } => write!(f, "no anchor `&{}` is written above", visible(name)),
            Self::AliasCycle { name } => write!(f, "`*{0}` stands inside `&{0}` itself", visible(name)),
            Self::AliasChain { name } => {
                write!(f, "`*{}` leads through more than {} aliases", visible(name), super::MAX_ALIAS_CHAIN)
            }
            Self::AliasBudget { name } => {
                let factor = super::ALIAS_FACTOR;
                write!(
                    f,
                    "with `*{}` the aliases stand for more than {factor} times this file",
                    visible(name)
                )
            }
            Self::Depth => write!(f, "values nest more than {} levels deep", super::MAX_DEPTH),
            Self::Nodes => write!(f, "the file has more than {} values", super::MAX_NODES),
            Self::Size => write!(f, "the file is larger than {} MiB", super::MAX_BYTES >> 20),
            Self::SecondDocument => f.write_str("a second document begins here"),
            Self::ControlCharacter(c) => {
                write!(f, "the control character U+{:04X} may not stand in a file", u32::from(*c))
            }
            Self::TooMany => f.write_str("too many problems: the rest of the file was not looked at"),
        }
    }
}

impl fmt::Display for Syntax {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnquotedColon => f.write_str("`: ` inside a value without quotes"),
            Self::UnclosedQuote { quote } => write!(f, "the quote {quote} is not closed"),
            Self::TextAfterQuote { quote } => write!(f, "text goes on after the closing {quote}"),
            Self::UnclosedBracket { open } => write!(f, "the bracket `{open}` is not closed"),
            Self::FlowSeparator => f.write_str("a comma or a closing bracket is missing"),
            Self::Conflict => f.write_str("a merge conflict is left in the file"),
            Self::Tab => f.write_str("a tab stands where only spaces may indent"),
            Self::Indentation => f.write_str("this line is not indented like its neighbours"),
            Self::MissingSpace { after } => write!(f, "a space is missing after `{after}`"),
            Self::MissingColon => f.write_str("expected `key: value`"),
            Self::SmartQuotes => f.write_str("typographic quotes do not quote in YAML"),
            Self::NoBreakSpace => f.write_str("a no-break space stands where a space is needed"),
            Self::ReservedStart { character } => write!(f, "a value may not begin with `{character}`"),
            Self::Escape => f.write_str("this backslash begins no known escape"),
            Self::Other { message } => write!(f, "not YAML: {}", visible(message)),
        }
    }
}

impl FaultKind {
    /// What to do about it, as a sentence without full stop; nothing where the message says it.
    pub fn help(&self) -> Option<Cow<'static, str>> {
        let help = match self {
            Self::Syntax(syntax) => return syntax.help(),
            Self::DuplicateKey { .. } => "remove one of the two, or rename it",
            Self::KeyNotScalar => "write the key as plain text, or quote the whole value it stands in",
            Self::MergeValue => "write `<<: *name`, where `&name` marks a mapping",
            Self::Tag => "remove the tag; put a value that begins with `!` into quotes",
            Self::UnknownAlias { .. } => {
                "mark the value with `&name` further up, or put a text that begins with `*` into quotes"
            }
            Self::AliasCycle { .. } | Self::AliasChain { .. } | Self::AliasBudget { .. } => {
                "write the value out instead of using the alias"
            }
            Self::Depth | Self::Nodes => {
                "these files are flat: look for a mistake in the indentation or split the file"
            }
            Self::Size => "split the file",
            Self::SecondDocument => "remove the line `---`, or move what follows into its own file",
            Self::ControlCharacter(_) => "delete it, or write it as an escape in double quotes",
            Self::TooMany => "repair the first ones and check again",
        };
        Some(Cow::Borrowed(help))
    }
}

impl Syntax {
    fn help(&self) -> Option<Cow<'static, str>> {
        let help = match self {
            Self::UnquotedColon => "put the value into quotes, or begin it with `>-` on a line of its own",
            Self::UnclosedQuote { quote } => return Some(format!("add the closing {quote}").into()),
            Self::TextAfterQuote { quote: '\'' } => "write '' for an apostrophe inside single quotes",
            Self::TextAfterQuote { .. } => "write \\\" for a quote inside double quotes",
            Self::UnclosedBracket { open: '[' } => "add the closing `]`",
            Self::UnclosedBracket { .. } => "add the closing `}`",
            Self::FlowSeparator => {
                "separate entries by commas; a text with `,`, `: `, `[` or `{` in it needs quotes"
            }
            Self::Conflict => {
                "keep what is right of the two versions, and delete the lines with `<<<`, `===` and `>>>`"
            }
            Self::Tab => "indent with spaces",
            Self::Indentation => "begin it in the same column as the lines it belongs with",
            Self::MissingSpace { after: '-' } => "write `- ` and then the item",
            Self::MissingSpace { .. } => "write `key: value`, with a space after the colon",
            Self::MissingColon => {
                "add the colon and a space, or indent the line if it continues the text above"
            }
            Self::SmartQuotes => "use the straight quotes \" or '",
            Self::NoBreakSpace => "replace it by an ordinary space",
            Self::ReservedStart { .. } => "put the value into quotes",
            Self::Escape => "write \\\\ for a backslash, or use single quotes",
            Self::Other { .. } => return None,
        };
        Some(Cow::Borrowed(help))
    }
}
