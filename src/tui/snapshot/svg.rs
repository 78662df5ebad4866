use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::Modifier;

use super::outline::{Outline, outline};
use super::{colour, rows};
use crate::text::visible;

/// Width and height of a cell and the size of its letters, in pixels.
const CELL: (usize, usize) = (9, 19);
const LETTERS: usize = 15;
/// From the top of a cell to the line the letters stand on.
const BASELINE: usize = 14;
/// Space around the screen.
const MARGIN: usize = 14;

/// The screen as a picture that any browser shows: rounded, letters as text, blocks and lines as shapes.
pub fn svg(buffer: &Buffer) -> String {
    let (width, height) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let ground = ground_of(buffer);
    let mut picture = Picture { body: String::new(), looks: Vec::new() };
    for (y, row) in rows(buffer).enumerate() {
        let cells: Vec<(usize, &Cell)> = row.collect();
        picture.grounds(y, &cells, ground);
        picture.shapes(y, &cells);
        picture.letters(y, &cells);
    }
    let (w, h) = (width * CELL.0 + 2 * MARGIN, height * CELL.1 + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\">\n"
    );
    let _ = writeln!(
        svg,
        "<style>text{{font:{LETTERS}px 'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace;white-space:pre}}\
         path{{fill:none;stroke-width:1.2}}{}</style>",
        picture.rules()
    );
    let _ = writeln!(svg, "<rect width=\"{w}\" height=\"{h}\" rx=\"9\" fill=\"{}\"/>", hex(ground));
    let _ = writeln!(svg, "<g transform=\"translate({MARGIN} {MARGIN})\">\n{}</g>\n</svg>", picture.body);
    svg
}

/// The ground of the look that most cells have.
fn ground_of(buffer: &Buffer) -> Rgb {
    colour::rgb(super::most_common_look(buffer).1, colour::GROUND)
}

type Rgb = (u8, u8, u8);

/// Text colour and ground as seen, reversed cells turned round.
fn colours(cell: &Cell) -> (Rgb, Rgb) {
    let seen = (colour::rgb(cell.fg, colour::TEXT), colour::rgb(cell.bg, colour::GROUND));
    if cell.modifier.contains(Modifier::REVERSED) { (seen.1, seen.0) } else { seen }
}

fn hex((r, g, b): Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

struct Picture {
    body: String,
    looks: Vec<(Rgb, Modifier)>,
}

impl Picture {
    /// One rectangle for each run of cells with the same ground.
    fn grounds(&mut self, y: usize, cells: &[(usize, &Cell)], ground: Rgb) {
        for run in cells.chunk_by(|a, b| colours(a.1).1 == colours(b.1).1) {
            let own = colours(run[0].1).1;
            if own != ground {
                let (start, width) = extent(run);
                let _ = writeln!(
                    self.body,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                    start * CELL.0,
                    y * CELL.1,
                    width * CELL.0,
                    CELL.1,
                    hex(own)
                );
            }
        }
    }

    /// One shape for each run of equal blocks, one path for each run of lines of one colour.
    fn shapes(&mut self, y: usize, cells: &[(usize, &Cell)]) {
        let key = |cell: &Cell| (outline(cell.symbol()), colours(cell).0);
        let together = |a: &(usize, &Cell), b: &(usize, &Cell)| match (key(a.1), key(b.1)) {
            ((Some(Outline::Lines(_)), one), (Some(Outline::Lines(_)), other)) => one == other,
            // Blocks that do not fill their cell from left to right stand apart.
            (one @ (Some(Outline::Block(_, _, 1.0, _, _)), _), other) => one == other,
            _ => false,
        };
        for run in cells.chunk_by(together) {
            let fill = hex(colours(run[0].1).0);
            match outline(run[0].1.symbol()) {
                Some(Outline::Block(left, top, width, height, opacity)) => {
                    let (start, length) = extent(run);
                    let x = (start as f32 + left) * CELL.0 as f32;
                    let y = (y as f32 + top) * CELL.1 as f32;
                    let (w, h) = (width * (length * CELL.0) as f32, height * CELL.1 as f32);
                    let opacity =
                        if opacity < 1.0 { format!(" opacity=\"{opacity}\"") } else { String::new() };
                    let _ = writeln!(
                        self.body,
                        "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{fill}\"{opacity}/>"
                    );
                }
                Some(Outline::Lines(_)) => {
                    let _ = writeln!(self.body, "<path d=\"{}\" stroke=\"{fill}\"/>", line_path(y, run));
                }
                None => {}
            }
        }
    }

    /// One text for each run of letters that look the same, cut at blanks of two and more.
    fn letters(&mut self, y: usize, cells: &[(usize, &Cell)]) {
        let look = |cell: &Cell| (colours(cell).0, cell.modifier & DRAWN);
        let is_letter = |cell: &Cell| outline(cell.symbol()).is_none();
        let plain = |cell: &Cell| cell.symbol() == " " && !cell.modifier.contains(Modifier::UNDERLINED);
        for run in cells.chunk_by(|a, b| look(a.1) == look(b.1) && is_letter(a.1) == is_letter(b.1)) {
            if !is_letter(run[0].1) {
                continue;
            }
            for words in run.chunk_by(|a, b| !(plain(a.1) && plain(b.1))) {
                let start = words.iter().position(|(_, cell)| !plain(cell));
                let end = words.iter().rposition(|(_, cell)| !plain(cell));
                if let (Some(start), Some(end)) = (start, end) {
                    let class = self.class(look(words[start].1));
                    self.word(y, class, &words[start..=end]);
                }
            }
        }
    }

    fn word(&mut self, y: usize, class: usize, cells: &[(usize, &Cell)]) {
        let (start, width) = extent(cells);
        let (x, y) = (start * CELL.0, y * CELL.1 + BASELINE);
        // The length holds the columns together in whatever font there is.
        let length = if width > 1 { format!(" textLength=\"{}\"", width * CELL.0) } else { String::new() };
        let _ = write!(self.body, "<text x=\"{x}\" y=\"{y}\" class=\"t{class}\"{length}>");
        for (_, cell) in cells {
            push_escaped(&mut self.body, cell.symbol());
        }
        self.body.push_str("</text>\n");
    }

    /// The number of a look, in order of appearance.
    fn class(&mut self, look: (Rgb, Modifier)) -> usize {
        self.looks.iter().position(|known| *known == look).unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        })
    }

    fn rules(&self) -> String {
        let mut rules = String::new();
        for (number, (fill, modifiers)) in self.looks.iter().enumerate() {
            let _ = write!(rules, ".t{number}{{fill:{}", hex(*fill));
            for (modifier, rule) in MODIFIER_RULES {
                if modifiers.contains(modifier) {
                    rules.push_str(rule);
                }
            }
            rules.push('}');
        }
        rules
    }
}

const DRAWN: Modifier = Modifier::BOLD
    .union(Modifier::ITALIC)
    .union(Modifier::UNDERLINED)
    .union(Modifier::DIM)
    .union(Modifier::CROSSED_OUT);

const MODIFIER_RULES: [(Modifier, &str); 5] = [
    (Modifier::BOLD, ";font-weight:bold"),
    (Modifier::ITALIC, ";font-style:italic"),
    (Modifier::UNDERLINED, ";text-decoration:underline"),
    (Modifier::CROSSED_OUT, ";text-decoration:line-through"),
    (Modifier::DIM, ";opacity:.6"),
];

/// The first column of a run and how many columns it has.
fn extent(run: &[(usize, &Cell)]) -> (usize, usize) {
    let (Some((start, _)), Some((last, cell))) = (run.first(), run.last()) else { return (0, 0) };
    (*start, last + usize::from(cell.cell_width().max(1)) - start)
}

/// Lines through the middles of cells; what goes straight on from left to right is one line.
fn line_path(y: usize, run: &[(usize, &Cell)]) -> String {
    let mut path = String::new();
    let (top, bottom) = ((y * CELL.1) as f32, ((y + 1) * CELL.1) as f32);
    let middle = f32::midpoint(top, bottom);
    // From and to, in half cells.
    let mut level: Option<(usize, usize)> = None;
    for (x, cell) in run {
        let Some(Outline::Lines([left, right, up, down])) = outline(cell.symbol()) else { continue };
        let from = 2 * x + usize::from(!left);
        let to = 2 * x + 1 + usize::from(right);
        match &mut level {
            Some((_, end)) if *end == from => *end = to,
            _ => push_level(&mut path, level.replace((from, to)), middle),
        }
        if up || down {
            let from = if up { top } else { middle };
            let to = if down { bottom } else { middle };
            let _ = write!(path, "M{} {from}V{to}", half_cells(2 * x + 1));
        }
    }
    push_level(&mut path, level, middle);
    path
}

fn push_level(path: &mut String, level: Option<(usize, usize)>, y: f32) {
    if let Some((from, to)) = level.filter(|(from, to)| from < to) {
        let _ = write!(path, "M{} {y}H{}", half_cells(from), half_cells(to));
    }
}

fn half_cells(count: usize) -> f32 {
    (count * CELL.0) as f32 / 2.0
}

fn push_escaped(svg: &mut String, symbol: &str) {
    for character in visible(symbol).chars() {
        match character {
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '&' => svg.push_str("&amp;"),
            other => svg.push(other),
        }
    }
}
