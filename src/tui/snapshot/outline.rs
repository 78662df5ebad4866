//! Characters that are shapes: blocks and lines meet their neighbours in a terminal, so a picture draws them.

/// A shape inside a cell, in shares of its width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Outline {
    /// A filled part of the cell: left, top, width, height, and how opaque it is.
    Block(f32, f32, f32, f32, f32),
    /// Lines from the middle of the cell: to the left, the right, the top, the bottom.
    Lines([bool; 4]),
}

/// The shape a character is, if it is one.
pub(super) fn outline(symbol: &str) -> Option<Outline> {
    let mut characters = symbol.chars();
    let character = characters.next().filter(|_| characters.as_str().is_empty())?;
    block(character).or_else(|| lines(character))
}

fn block(character: char) -> Option<Outline> {
    let eighths = |from: char| (character as u32 - from as u32 + 1) as f32 / 8.0;
    Some(match character {
        '█' => Outline::Block(0.0, 0.0, 1.0, 1.0, 1.0),
        '▓' => Outline::Block(0.0, 0.0, 1.0, 1.0, 0.75),
        '▒' => Outline::Block(0.0, 0.0, 1.0, 1.0, 0.5),
        '░' => Outline::Block(0.0, 0.0, 1.0, 1.0, 0.25),
        '▀' => Outline::Block(0.0, 0.0, 1.0, 0.5, 1.0),
        '▐' => Outline::Block(0.5, 0.0, 0.5, 1.0, 1.0),
        '▁'..='▇' => Outline::Block(0.0, 1.0 - eighths('▁'), 1.0, eighths('▁'), 1.0),
        // From seven eighths down to one.
        '▉'..='▏' => Outline::Block(0.0, 0.0, 1.0 - eighths('▉'), 1.0, 1.0),
        _ => return None,
    })
}

fn lines(character: char) -> Option<Outline> {
    let arms = match character {
        '─' => "lr",
        '│' => "tb",
        '┌' | '╭' => "rb",
        '┐' | '╮' => "lb",
        '└' | '╰' => "rt",
        '┘' | '╯' => "lt",
        '├' => "rtb",
        '┤' => "ltb",
        '┬' => "lrb",
        '┴' => "lrt",
        '┼' => "lrtb",
        _ => return None,
    };
    Some(Outline::Lines(['l', 'r', 't', 'b'].map(|arm| arms.contains(arm))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eighths_grow_from_below_and_from_the_left() {
        assert_eq!(outline("▂"), Some(Outline::Block(0.0, 0.75, 1.0, 0.25, 1.0)));
        assert_eq!(outline("▄"), Some(Outline::Block(0.0, 0.5, 1.0, 0.5, 1.0)));
        assert_eq!(outline("▏"), Some(Outline::Block(0.0, 0.0, 0.125, 1.0, 1.0)));
        assert_eq!(outline("▌"), Some(Outline::Block(0.0, 0.0, 0.5, 1.0, 1.0)));
    }

    #[test]
    fn letters_are_not_shapes() {
        assert_eq!(outline("a"), None);
        assert_eq!(outline("█\u{301}"), None);
        assert_eq!(outline(" "), None);
    }
}
