//! The list of themes: what is looked at is shown, only what is taken stays.

use ratatui::style::Color;
use t12::tui::layer::Layer;
use t12::tui::theme;

use super::{Program, SHIPPED, SMALL, Start};

/// The ground of the view's first cell.
fn ground(program: &mut Program) -> Color {
    program.press("")[(0, 10)].bg
}

#[test]
fn moving_through_the_list_shows_each_theme_on_the_view() {
    let mut program = Program::after(&SMALL, "2");
    let before = ground(&mut program);
    program.press("t j");
    assert_ne!(ground(&mut program), before, "paper is light");
    assert_eq!(program.model.theme.id(), "dark", "nothing is taken yet");
    assert!(program.text().contains("paper"), "the status line names what is shown");
}

#[test]
fn esc_and_q_leave_the_theme_as_it_was() {
    for close in ["<esc>", "q", "t", "<c-c>"] {
        let mut program = Program::after(&SMALL, "2");
        let before = ground(&mut program);
        program.press("t j j");
        program.press(close);
        assert!(program.model.layers.is_empty(), "{close}");
        assert_eq!((ground(&mut program), program.model.theme.id()), (before, "dark"), "{close}");
    }
}

#[test]
fn enter_takes_a_theme_and_says_how_it_is_kept() {
    let program = Program::after(&SMALL, "t j <enter>");
    assert_eq!(program.model.theme.id(), "paper");
    assert!(program.model.layers.is_empty());
    assert!(program.notice().contains("`theme: paper`"), "{}", program.notice());
    assert!(program.notice().contains("config.yaml"), "{}", program.notice());
}

#[test]
fn typing_filters_the_list_by_name_and_title() {
    let program = Program::after(&SMALL, "t / \"mon\" <enter>");
    assert_eq!(program.model.theme.id(), "mono");
    let mut program = Program::after(&SMALL, "t / \"zzz\" <enter>");
    assert!(program.text().contains("No theme of that name."));
    program.press("<esc>");
    assert!(matches!(program.model.layers.as_slice(), [Layer::Themes(_)]), "the filter goes first");
    program.press("<esc>");
    assert_eq!((program.model.layers.len(), program.model.theme.id()), (0, "dark"));
}

#[test]
fn the_list_begins_at_the_theme_in_force_and_leaves_the_view_in_sight() {
    for id in theme::ids() {
        let start = Start { theme: id, size: (80, 24), ..Start::default() };
        let screen = Program::start(&SHIPPED, start).press("2 t");
        let text = t12::tui::snapshot::text(&screen);
        let line = text.lines().find(|line| line.contains("│ ▸ ")).unwrap();
        assert!(line.contains(&format!("▸ {id}")), "{line}");
        assert!(text.lines().filter(|line| line.chars().take(40).any(char::is_alphanumeric)).count() > 15);
    }
}
