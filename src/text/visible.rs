use std::borrow::Cow;

/// Whether a character would act on the terminal or hide what a person reads: C0 and C1 controls, DEL, and the
/// bidirectional and zero-width controls that reorder or hide text (Trojan Source, CVE-2021-42574).
pub fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Text as it may be shown: hidden characters become visible marks, line breaks and tabs become spaces.
///
/// C0 controls and DEL become their control pictures (`␛` for escape), all others `�`. Borrowed where there is
/// nothing to do, and doing it twice changes nothing.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(mark).collect())
}

/// Whether a text is nothing but printable ASCII. Looks at all of it, since the compiler does so many bytes at a time.
pub fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |plain, byte| plain & (0x20..0x7f).contains(&byte))
}

fn mark(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        c if is_hidden(c) => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn terminal_commands_become_marks() {
        assert_eq!(visible("\u{1b}[2Jx\u{9b}31m\u{7}"), "␛[2Jx\u{fffd}31m␇");
        assert_eq!(visible("safe \u{202e}txet"), "safe \u{fffd}txet");
        assert_eq!(visible("two\nlines"), "two lines");
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left_and_twice_is_once(text in any::<String>()) {
            let once = visible(&text).into_owned();
            prop_assert!(!once.chars().any(is_hidden));
            prop_assert!(matches!(visible(&once), Cow::Borrowed(_)));
            prop_assert_eq!(once.chars().count(), text.chars().count());
        }
    }
}
