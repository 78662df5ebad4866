rules! {
    LOW_CONTRAST "T701" "low-contrast" Warning "A theme's text or mark is too faint on its ground" {
        why: "People read this on projectors, in the sun and with weak eyes. Text needs a contrast of 7:1 and a mark \
              4.5:1 (WCAG 2.1), with the colours of an unconfigured xterm 4.1:1 and 3:1. A colour without a ground of \
              its own is measured against the grounds the theme is made for.",
        bad: "canvas: {fg: \"#dfe3e8\", fg16: white, bg: \"#10151c\", bg16: black}\nmuted: {fg: \"#48515b\", fg16: gray}",
        good: "canvas: {fg: \"#dfe3e8\", fg16: white, bg: \"#10151c\", bg16: black}\nmuted: {fg: \"#9faab5\", fg16: gray}",
    }
    ALIKE "T702" "alike" Warning "Two roles of a theme look too much alike" {
        why: "The row and the cell of the cursor have to be found at a glance, and each level and each band has to \
              differ from its neighbours.",
        bad: "selection: {bg: \"#10151c\", bg16: black}     # the ground of the canvas",
        good: "selection: {bg: \"#304157\", bg16: blue}",
    }
    COLOUR_VISION "T703" "colour-vision" Warning "The two sides look alike to some eyes" {
        why: "One man in twelve sees red and green as one. The sides are compared as eyes without one kind of cone see \
              them (protanopia, deuteranopia, tritanopia).",
        bad: "side-first: {fg: \"#cc6666\", fg16: light-red}\nside-second: {fg: \"#88aa55\", fg16: light-green}",
        good: "side-first: {fg: \"#5aa0e5\", fg16: light-blue}\nside-second: {fg: \"#ffb470\", fg16: light-yellow}",
    }
    UNKNOWN_BASE "T704" "unknown-base" Error "A theme extends one that cannot be taken" {
        why: "What a theme does not paint comes from the theme it extends: one of the program's, one in a file beside \
              it, or one of your own.",
        bad: "extends: drak\nroles:\n  accent: {fg: \"#ffd787\", fg16: light-yellow}",
        good: "extends: dark\nroles:\n  accent: {fg: \"#ffd787\", fg16: light-yellow}",
    }
    THEME_LOOP "T705" "theme-loop" Error "Themes extend each other in a circle" {
        why: "One of them has to paint every role itself.",
        bad: "# ours.yaml\nextends: theirs\n# theirs.yaml\nextends: ours",
        good: "# ours.yaml\nextends: theirs\n# theirs.yaml\nextends: dark",
    }
}
