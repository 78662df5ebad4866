use super::{Family, File, Problem};
use crate::text::Span;

/// What is said of a problem in a private place.
const HELP: &str = "the place is private: `--private` tells what stands there";

impl Problem {
    /// The problem as everyone may read it: of a private place it says which rule is broken and where, and quotes
    /// nothing. A line with something private in it is not shown, whatever else stands on it.
    #[must_use]
    pub fn public(mut self, files: &[File]) -> Self {
        let file = files.get(usize::from(self.file));
        self.line_is_private = file.is_some_and(|file| file.is_private(whole_lines(&file.text, self.span)));
        if file.is_some_and(|file| file.is_private(self.span)) {
            if self.may_quote(&self.message) {
                self.rule.title.clone_into(&mut self.message);
            }
            self.label.clear();
            self.help = Some(HELP.to_owned());
        }
        self.related.retain(|related| {
            let file = files.get(usize::from(related.file));
            !file.is_some_and(|file| file.is_private(whole_lines(&file.text, related.span)))
        });
        self
    }

    /// Whether what is said may hold words of the file. What is said of syntax quotes them in backquotes or not at all.
    fn may_quote(&self, said: &str) -> bool {
        self.rule.family() != Family::Syntax || said.contains('`')
    }
}

impl File {
    /// Whether a place holds something private.
    fn is_private(&self, place: Span) -> bool {
        self.private
            .iter()
            .any(|private| private.start < place.end.max(place.start + 1) && place.start < private.end)
    }
}

/// A place from the beginning of its first line to the end of that line or of the place, whichever comes later.
fn whole_lines(text: &str, place: Span) -> Span {
    let at = (place.start as usize).min(text.len());
    let start =
        text.as_bytes()[..at].iter().rposition(|byte| is_break(*byte)).map_or(0, |line_end| line_end + 1);
    let end = text.as_bytes()[at..]
        .iter()
        .position(|byte| is_break(*byte))
        .map_or(text.len(), |length| at + length);
    Span::new(start as u32, place.end.max(end as u32))
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::catalogue::{UNKNOWN_KEY, UNKNOWN_VALUE};

    const TEXT: &str = "a: 1\nnote: SECRET\nb: {c: 2, note: SECRET}\n";

    fn told(start: usize, end: usize) -> Problem {
        let private = ["SECRET", "SECRET}"].map(|word| {
            let at = if word.ends_with('}') { TEXT.rfind("SECRET") } else { TEXT.find("SECRET") }.unwrap();
            Span::new(at as u32, at as u32 + 6)
        });
        let files = [File { name: "a.yaml".into(), path: None, text: TEXT.into(), private: private.into() }];
        let problem =
            Problem::new(&UNKNOWN_VALUE, 0, Span::new(start as u32, end as u32), "`SECRET` is no word")
                .label("SECRET")
                .help("not `SECRET`")
                .related(Span::new(12, 18), "SECRET")
                .related(Span::new(0, 1), "here");
        problem.public(&files)
    }

    #[test]
    fn a_private_place_is_told_without_its_content() {
        let problem = told(12, 18);
        assert_eq!((&*problem.message, &*problem.label), (UNKNOWN_VALUE.title, ""));
        assert_eq!(problem.help.as_deref(), Some(HELP));
        assert!(problem.line_is_private);
        assert_eq!(problem.related.iter().map(|related| &*related.label).collect::<Vec<_>>(), ["here"]);
        assert_eq!(problem.span, Span::new(12, 18), "the place itself is no secret");
    }

    #[test]
    fn an_open_place_beside_a_private_one_is_told_without_its_line() {
        let at = TEXT.find("c:").unwrap();
        let problem = told(at, at + 1);
        assert!(problem.line_is_private && problem.message.contains("is no word"));
    }

    #[test]
    fn an_open_place_is_told_as_it_is() {
        let problem = told(0, 1);
        assert!(!problem.line_is_private && problem.label == "SECRET");
        let empty = Problem::new(&UNKNOWN_KEY, 7, Span::default(), "x").public(&[]);
        assert_eq!(empty.message, "x");
    }
}
