//! Pictures of every view on the shipped scorecards at three sizes: the text, and how every cell looks in three themes.
//! After a change that is meant: `INSTA_UPDATE=always cargo test --test screens`.

use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use t12::scorecard::Board;
use t12::tui::snapshot::{styled, text};

use super::{Program, SHIPPED, SMALL, Start};

/// What there is to see, and the keys that lead there.
const VIEWS: [(&str, &str); 28] = [
    ("board", ""),
    ("agreement", "v l l j"),
    ("matrix", "2 j l l l"),
    ("gaps", "J J"),
    ("compare", "4 j j"),
    ("compare_lenses", ": \"compare EU EU@in-force\" <enter> z"),
    ("present", "P <space> <space>"),
    ("present_overview", "P <tab> <pgdn>"),
    ("entities", "7 j l l l"),
    ("entity", "7 z"),
    ("timeline", "8 j j"),
    ("detail", "J z"),
    ("moves", "6 g g j"),
    ("sequence", "6 v g g j j"),
    ("explain", "v l l x"),
    ("help", "2 ?"),
    ("palette", ": \"g\""),
    ("values", ": \"goto export\" <tab> \"c\""),
    ("which_key", "2 g"),
    ("sources", "J o j"),
    ("columns", "2 $ c k <space> k <space>"),
    ("search", "2 / \"licence\" <enter> n"),
    ("what_if_matrix", "2 w 1 l 4 j <bs>"),
    ("what_if_gaps", "3 w 1 j l 0"),
    ("weights", "2 w W 3 j <tab> <tab> 2 G <space> k <space> g j j"),
    ("filter", "J f \"gap>=2 fuller:EU status:propsed conf\""),
    ("filter_offers", "2 f \"status:\" <tab> <tab>"),
    ("filter_chips", "f \"gap>=2 -status:in_force\" <enter>"),
];

const THEMES: [&str; 3] = ["dark", "paper", "mono"];

fn screen(board: &Board, keys: &str, theme: &'static str, size: (u16, u16)) -> Buffer {
    Program::start(board, Start { theme, size, ..Start::default() }).press(keys)
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

#[test]
fn every_view_at_three_sizes_in_three_themes() {
    for (name, keys) in VIEWS {
        assert_pictures(&SHIPPED, name, keys);
    }
}

#[test]
fn what_changed_since_an_earlier_edition() {
    assert_pictures(&SMALL, "change", ": \"change tests/fixtures/small-earlier\" <enter> j j");
}

/// Holds what is to be seen at three sizes in three themes.
fn assert_pictures(board: &Board, name: &str, keys: &str) {
    for size in SIZES {
        let looks = THEMES.map(|theme| {
            let told = styled(&screen(board, keys, theme, size));
            // The text is the same in all themes, which is held elsewhere; it stands here once.
            let styles = told.split_once("---\n").map(|(_, styles)| styles.to_owned()).unwrap();
            format!("--- {theme}\n{styles}")
        });
        let picture = text(&screen(board, keys, THEMES[0], size));
        let (width, height) = size;
        assert_snapshot!(format!("{name}_{width}x{height}"), format!("{picture}{}", looks.concat()));
    }
}

#[test]
fn a_window_that_is_too_small() {
    assert_snapshot!("too_small", text(&screen(&SHIPPED, "3", "dark", (59, 14))));
}
