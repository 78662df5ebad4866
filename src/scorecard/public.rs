use super::{Answer, Board, Marking, Position, Prose, Suppositions};

impl Board {
    /// The board as everyone may see it, for output that leaves the room.
    ///
    /// Notes are gone. A position marked above [`Marking::Clear`] keeps only its marking: its level is unknown, also
    /// for those who inherit it, so that no figure computed afterwards can give it away.
    #[must_use]
    pub fn public(mut self) -> Self {
        let supposed = self.supposed().clone();
        self.suppose(Suppositions::default());
        for position in &mut self.positions {
            if position.marking == Marking::Clear {
                position.note = Prose::default();
            } else {
                *position = withheld(position);
            }
        }
        for cell in &mut self.cells {
            let position = cell.position.map(|place| &self.positions[place.index()]);
            if let Some(position) = position {
                cell.answer = position.level;
            }
        }
        self.suppose(supposed);
        self
    }
}

impl Position {
    /// Whether the position is marked above clear and has been emptied for the public.
    pub fn is_withheld(&self) -> bool {
        self.marking != Marking::Clear && *self == withheld(self)
    }
}

fn withheld(position: &Position) -> Position {
    Position {
        level_at: position.level_at,
        status_at: position.status_at,
        marking: position.marking,
        at: position.at,
        ..Position::bare(Answer::Unknown)
    }
}
