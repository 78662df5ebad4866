rules! {
    UNKNOWN_COMMAND "T601" "unknown-command" Error "Keys are given to a command that does not exist" {
        why: "The keys would do nothing, and the command that was meant would keep its own. `t12 config default` \
              names every command.",
        bad: "keys:\n  quitt: [Q]",
        good: "keys:\n  quit: [Q]",
    }
    BAD_KEY "T602" "bad-key" Error "A sequence of keys that cannot be read" {
        why: "Keys are single characters or names between angle brackets, in sequences with blanks between them: `q`, \
              `<enter>`, `<c-d>` with control, `<a-x>` with alt, `g g`. The command keeps its own keys.",
        bad: "keys:\n  quit: [ctrl-q]",
        good: "keys:\n  quit: [<c-q>]",
    }
    KEY_CONFLICT "T603" "key-conflict" Error "Keys that belong to another command, or hide its longer ones" {
        why: "One sequence of keys is one command, and the beginning of a sequence cannot be one itself: nothing \
              that follows it would ever be read. The command keeps its own keys until the other one gives way.",
        bad: "keys:\n  gaps: [q]",
        good: "keys:\n  gaps: [q]\n  quit: [<c-c>]",
    }
    NO_WAY_OUT "T604" "no-way-out" Error "No key leaves the program" {
        why: "Without a key for `quit` or for the palette, where every command can be typed, nobody gets out.",
        bad: "keys:\n  quit: []\n  palette: []",
        good: "keys:\n  quit: []",
    }
    UNKNOWN_THEME "T605" "unknown-theme" Error "A theme that is not there or cannot be read" {
        why: "The program would look otherwise than the config says. A theme is one of the program's, a file in \
              the folder `themes` of the settings (`t12 config path` names it), or the path of a file.",
        bad: "theme: papper",
        good: "theme: paper",
    }
    NOT_ON_THE_BOARD "T606" "not-on-the-board" Warning "A jurisdiction, group or weight set that the board does not have" {
        why: "The config is for every board. Where a board does not have what it asks for, the board's own stands.",
        bad: "group: T12",
        good: "group: T-12",
    }
    UNKNOWN_PLACEHOLDER "T607" "unknown-placeholder" Error "A word in braces that stands for nothing" {
        why: "In the template of the editor `{file}`, `{line}` and `{column}` stand for the place to open; anything \
              else would reach the editor as it is written.",
        bad: "editor: code --goto {file}:{row}",
        good: "editor: code --goto {file}:{line}",
    }
    NOT_A_CONFIG "T608" "not-a-config" Error "The file is of another kind" {
        why: "How the program is set stands in a file of kind `config`.",
        bad: "# t12 --config scorecards/board.yaml",
        good: "kind: config\nversion: 1",
    }
}
