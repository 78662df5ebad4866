use std::collections::BTreeSet;

use super::{Model, Renumbering};
use crate::report::words::plural;
use crate::scorecard::{Board, Column, Competence, MeasureIndex, Suppositions};
use crate::tui::fresh::Fresh;
use crate::tui::presentation::Kept;
use crate::tui::theme::Theme;

/// The gaps as full screens for a room. It shows what everyone may see, whatever the desk shows.
#[derive(Debug)]
pub struct Presentation {
    /// The screen shown.
    pub slide: Slide,
    /// The gap shown or marked, as its place among the gaps.
    pub at: usize,
    /// The number being typed.
    pub typed: String,
    /// What hides the screen.
    pub veil: Option<Veil>,
    /// Whether the evidence of the gap is shown in its place.
    pub shows_evidence: bool,
    /// How many lines of the evidence are above the screen.
    pub scrolled: u16,
    /// What the screen of the gap shown keeps while levels are supposed.
    pub(in crate::tui) kept: Option<Kept>,
    /// Whose level the what-if keys change: a place among those who have one, counted round; nothing where no what-if is
    /// made.
    pub whom: Option<isize>,
    /// The colours.
    pub theme: Theme,
    /// Whose level was changed last on the gap shown, to go on with.
    last_whom: isize,
    /// Where the list of all gaps was opened from.
    opened_from: (Slide, usize),
    measures: Vec<MeasureIndex>,
    seen: BTreeSet<usize>,
    ends_program: bool,
    /// The board with all that the desk shows.
    desk: Board,
}

/// What hides the screen of a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Veil {
    /// Nothing is shown.
    Blank,
    /// Whether the presentation is to be left.
    Question,
}

/// A screen of the presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// What it is about.
    Opening,
    /// All gaps by number.
    Overview,
    /// One gap.
    Gap,
    /// What was looked at.
    Closing,
}

/// The theme a presentation begins with: projectors are light.
const THEME: &str = "paper";

/// The theme of those who want no colours, at the desk or before a room.
const COLOURLESS: &str = "mono";

impl Presentation {
    /// The gaps, in their order.
    pub fn measures(&self) -> &[MeasureIndex] {
        &self.measures
    }

    /// The gap shown or marked.
    pub fn measure(&self) -> Option<MeasureIndex> {
        self.measures.get(self.at).copied()
    }

    /// The gaps that were looked at, in their order, as places among all.
    pub fn looked_at(&self) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.seen.iter().copied()
    }

    /// Whether leaving ends the program: then there is no desk behind it.
    pub fn ends_program(&self) -> bool {
        self.ends_program
    }

    /// Goes over to another board; gaps that are gone are left out.
    fn renumber(&mut self, numbers: &Renumbering) {
        let here = self.measure();
        let seen: Vec<MeasureIndex> = self.looked_at().map(|at| self.measures[at]).collect();
        let now = |measure: MeasureIndex| numbers.measure(measure);
        self.measures = self.measures.iter().filter_map(|&measure| now(measure)).collect();
        let place = |measure| self.measures.iter().position(|&other| other == measure);
        self.at = here.and_then(now).and_then(place).unwrap_or(0);
        self.opened_from = (Slide::Opening, 0);
        self.kept = None;
        self.seen = seen.into_iter().filter_map(now).filter_map(place).collect();
        if self.measures.is_empty() {
            self.slide = Slide::Closing;
        }
    }

    /// The next screen; the closing is the last.
    pub fn next(&mut self) {
        match self.slide {
            Slide::Opening if self.measures.is_empty() => self.slide = Slide::Closing,
            Slide::Opening => self.show(0),
            Slide::Overview => self.at = (self.at + 1).min(self.measures.len().saturating_sub(1)),
            Slide::Gap if self.at + 1 < self.measures.len() => self.show(self.at + 1),
            Slide::Gap | Slide::Closing => self.slide = Slide::Closing,
        }
    }

    /// The screen before; the opening is the first.
    pub fn previous(&mut self) {
        match self.slide {
            Slide::Opening => {}
            Slide::Overview => self.at = self.at.saturating_sub(1),
            Slide::Gap if self.at > 0 => self.show(self.at - 1),
            Slide::Gap => self.slide = Slide::Opening,
            Slide::Closing if self.measures.is_empty() => self.slide = Slide::Opening,
            Slide::Closing => self.show(self.measures.len() - 1),
        }
    }

    /// Goes to the next or the previous of those whose level can be supposed; round the ends.
    pub fn turn_whom(&mut self, forward: bool) {
        let step = if forward { 1 } else { -1 };
        self.whom = self.whom.map(|whom| whom + step);
    }

    /// Opens the list of all gaps, or closes it: then all is as it was before.
    pub fn turn_overview(&mut self) {
        if self.slide == Slide::Overview {
            (self.slide, self.at) = self.opened_from;
        } else {
            self.opened_from = (self.slide, self.at);
            (self.slide, self.shows_evidence) = (Slide::Overview, false);
        }
    }

    /// Shows the evidence of the gap from its beginning, or the levels again.
    pub fn turn_evidence(&mut self) {
        (self.shows_evidence, self.scrolled) = (!self.shows_evidence, 0);
    }

    /// Begins a what-if with whoever was chosen last on this gap, or ends it.
    pub fn turn_what_if(&mut self) {
        if self.whom.is_some() { self.end_what_if() } else { self.whom = Some(self.last_whom) }
    }

    /// Ends a what-if; what was supposed stays.
    pub fn end_what_if(&mut self) {
        self.last_whom = self.whom.take().unwrap_or(self.last_whom);
    }

    /// Whether there is a gap of that number, from 1.
    pub fn has(&self, number: usize) -> bool {
        (1..=self.measures.len()).contains(&number)
    }

    /// Shows a gap by its place; a place behind the last shows the last.
    pub fn show(&mut self, at: usize) {
        if let Some(last) = self.measures.len().checked_sub(1) {
            if at.min(last) != self.at {
                self.last_whom = 0;
            }
            self.at = at.min(last);
            self.slide = Slide::Gap;
            self.shows_evidence = false;
            self.kept = None;
            self.seen.insert(self.at);
        }
    }
}

impl Model {
    /// Whether the screen is shared.
    pub fn is_presenting(&self) -> bool {
        self.presentation.is_some()
    }

    /// Begins a presentation of the list of gaps, of one area where one is named.
    ///
    /// # Errors
    /// In words, where there is no gap to show.
    pub fn present(&mut self, area: Option<usize>, ends_program: bool) -> Result<(), String> {
        let theme = if self.theme.id() == COLOURLESS { COLOURLESS } else { THEME };
        let theme = Theme::load(theme, self.theme.depth()).map_err(|error| error.to_string())?;
        let listed = (0..self.gaps.len()).filter_map(|row| self.gaps.thing(row)).map(MeasureIndex);
        let of_area = |measure: &MeasureIndex| {
            area.is_none_or(|area| self.board.areas[area].measures.contains(&measure.0))
        };
        let is_gap = |measure: &MeasureIndex| self.figures.gap(*measure).gap.is_some_and(|gap| gap != 0);
        let measures: Vec<MeasureIndex> = listed.filter(of_area).filter(is_gap).collect();
        if measures.is_empty() && !ends_program {
            return Err("There is no gap between the poles to show".to_owned());
        }
        self.layers.clear();
        self.pending.clear();
        self.prompt = None;
        let mut desk = self.board.clone();
        desk.suppose(Suppositions::default());
        self.change_board(desk.clone().public());
        self.presentation = Some(Box::new(Presentation {
            slide: Slide::Opening,
            at: 0,
            typed: String::new(),
            veil: None,
            shows_evidence: false,
            scrolled: 0,
            kept: None,
            whom: None,
            last_whom: 0,
            opened_from: (Slide::Opening, 0),
            theme,
            measures,
            seen: BTreeSet::new(),
            ends_program,
            desk,
        }));
        Ok(())
    }

    /// Leaves the presentation and says what it was; what was supposed in it stays. The list of gaps stands on the gap
    /// that was shown last.
    pub fn leave_presentation(&mut self) {
        let Some(presentation) = self.presentation.take() else { return };
        let shown = presentation.measure().filter(|_| presentation.slide == Slide::Gap);
        let (looked_at, of) = (presentation.looked_at().len(), presentation.measures().len());
        if let Some(measure) = shown {
            self.gaps.set(measure.0);
        }
        self.change_board(presentation.desk);
        if looked_at > 0 {
            let [undo, drop] = ["undo", "drop-what-ifs"].map(|id| self.keymap.first_of(id));
            let stays = match self.what_ifs() {
                0 => String::new(),
                1 => format!(" One what-if stays: {undo} takes it back, {drop} drops it."),
                _ => format!(" The what-ifs stay: {undo} takes back the last, {drop} drops all."),
            };
            self.tell(format!("Presented {looked_at} of {}.{stays}", plural(of, "gap")));
        }
    }

    /// Takes over what the files say now; the room sees of it what everyone may see.
    pub fn reload_presented(&mut self, mut fresh: Fresh, at: String) {
        if let Some(presentation) = &mut self.presentation {
            let numbers = Renumbering::between(&self.board, &fresh.board);
            presentation.renumber(&numbers);
            presentation.desk = fresh.board.clone();
            fresh.board = fresh.board.public();
        }
        self.reload(fresh, at);
    }

    /// Shows another board of the same files, as if nothing had been saved.
    fn change_board(&mut self, board: Board) {
        let (reloaded, embedded) = (self.news.reloaded.take(), self.embedded);
        let files = self.news.files.clone();
        self.reload(Fresh { board, files }, String::new());
        (self.news.reloaded, self.embedded, self.notice) = (reloaded, embedded, None);
    }

    /// Whose levels can be supposed on the gap shown: the poles, then the group; not a union's on what its members decide.
    pub fn supposable(&self) -> Vec<Column> {
        let Some(measure) = self.presentation.as_ref().and_then(|shown| shown.measure()) else {
            return Vec::new();
        };
        let comparison = self.figures.comparison();
        let members_decide = self.board.measure(measure).competence == Competence::MemberState;
        let is_union = |column: Column| self.board.members(column).next().is_some();
        let mut columns: Vec<Column> = Vec::new();
        for &column in comparison.poles.iter().chain(&comparison.group) {
            let decides = !members_decide || !is_union(column);
            if decides && !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }

    /// Whose level the what-if keys change.
    pub fn supposed_whom(&self) -> Option<(MeasureIndex, Column)> {
        let shown = self.presentation.as_ref()?;
        let columns = self.supposable();
        let place = shown.whom?.checked_rem_euclid(columns.len().cast_signed())?;
        Some((shown.measure()?, *columns.get(place.cast_unsigned())?))
    }
}
