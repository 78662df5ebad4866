/// What a line that is typed is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// A command of the palette.
    Command,
    /// A search.
    Search,
    /// A filter.
    Filter,
}

impl Asked {
    /// Every kind of line with its name in the file that keeps them.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Command, "command"), (Self::Search, "search"), (Self::Filter, "filter")];
}

/// The lines typed before, in this run and in earlier ones.
#[derive(Clone, Debug, Default)]
pub struct History {
    lines: [Vec<String>; 3],
    /// What was typed since it was last kept.
    unkept: Vec<(Asked, String)>,
}

/// As many lines of a kind are remembered.
pub const REMEMBERED: usize = 200;

impl History {
    /// The lines of a kind, oldest first, each once.
    pub fn of(&self, asked: Asked) -> &[String] {
        &self.lines[asked as usize]
    }

    /// Takes in a line that was finished.
    pub fn add(&mut self, asked: Asked, line: &str) {
        if !line.trim().is_empty() {
            self.restore(asked, line);
            self.unkept.push((asked, line.to_owned()));
        }
    }

    /// Takes in a line of an earlier run.
    pub fn restore(&mut self, asked: Asked, line: &str) {
        let lines = &mut self.lines[asked as usize];
        lines.retain(|earlier| earlier != line);
        if lines.len() == REMEMBERED {
            lines.remove(0);
        }
        lines.push(line.to_owned());
    }

    /// What was typed since this was last asked.
    pub fn take_unkept(&mut self) -> Vec<(Asked, String)> {
        std::mem::take(&mut self.unkept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_are_remembered_once_each_and_kept_once() {
        let mut history = History::default();
        for number in 0..=REMEMBERED {
            history.add(Asked::Search, &number.to_string());
        }
        history.add(Asked::Search, "5");
        history.add(Asked::Search, "  ");
        history.restore(Asked::Command, "gaps");
        let lines = history.of(Asked::Search);
        assert_eq!((lines.len(), lines[0].as_str(), lines[REMEMBERED - 1].as_str()), (REMEMBERED, "1", "5"));
        assert_eq!(history.of(Asked::Command), ["gaps"]);
        assert_eq!(history.take_unkept().len(), REMEMBERED + 2);
        assert!(history.take_unkept().is_empty());
    }
}
