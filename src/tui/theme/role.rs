use crate::scorecard::Level;

/// Declares the roles once: the variant, the key in theme files and what it means.
macro_rules! roles {
    ($($(#[doc = $doc:literal])+ $role:ident = $key:literal,)+) => {
        /// What a piece of the screen means. A theme says how each looks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $($(#[doc = $doc])+ $role,)+
        }

        impl Role {
            /// Every role, in the order of the theme files.
            pub const ALL: &[Self] = &[$(Self::$role,)+];

            /// How many roles there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The role's key in theme files.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$role => $key,)+
                }
            }
        }
    };
}

roles! {
    /// The screen itself: its ground and the text nothing else speaks for.
    Canvas = "canvas",
    /// Running text.
    Text = "text",
    /// Text that matters less.
    Muted = "muted",
    /// Titles.
    Title = "title",
    /// What should catch the eye.
    Accent = "accent",
    /// A key to press.
    Key = "key",
    /// Borders and rules.
    Frame = "frame",
    /// A link.
    Link = "link",
    /// The selected row.
    Selection = "selection",
    /// The selected cell.
    Cursor = "cursor",
    /// The title of the pane that has the keys.
    Focus = "focus",
    /// A search hit.
    Match = "match",
    /// The view that is shown.
    TabActive = "tab-active",
    /// A view that is not shown.
    Tab = "tab",
    /// A cell at level 0.
    Level0 = "level-0",
    /// A cell at level 1.
    Level1 = "level-1",
    /// A cell at level 2.
    Level2 = "level-2",
    /// A cell at level 3.
    Level3 = "level-3",
    /// A cell at level 4.
    Level4 = "level-4",
    /// A cell whose level is unknown.
    LevelUnknown = "level-unknown",
    /// A cell the question does not apply to.
    LevelNa = "level-na",
    /// Same level.
    BandSame = "band-same",
    /// A gap of one step.
    BandNarrow = "band-narrow",
    /// A gap of two steps.
    BandMaterial = "band-material",
    /// A gap of three steps.
    BandWide = "band-wide",
    /// A gap of four steps, the whole scale.
    BandOpposite = "band-opposite",
    /// The first pole.
    SideFirst = "side-first",
    /// The second pole.
    SideSecond = "side-second",
    /// Laid over a cell whose level is of low confidence.
    LowConfidence = "low-confidence",
    /// Laid over what a what-if or a reload changed.
    Changed = "changed",
    /// The program says something.
    Notice = "notice",
    /// The program warns.
    Warning = "warning",
    /// Something failed.
    Error = "error",
}

impl Role {
    /// The role of a known level.
    pub fn level(level: Level) -> Self {
        match level.number() {
            0 => Self::Level0,
            1 => Self::Level1,
            2 => Self::Level2,
            3 => Self::Level3,
            _ => Self::Level4,
        }
    }

    /// The role of a gap of so many steps, 0 to 4.
    pub fn band(steps: u8) -> Self {
        match steps {
            0 => Self::BandSame,
            1 => Self::BandNarrow,
            2 => Self::BandMaterial,
            3 => Self::BandWide,
            _ => Self::BandOpposite,
        }
    }

    /// The role's place among all roles.
    pub(super) fn index(self) -> usize {
        self as usize
    }
}
