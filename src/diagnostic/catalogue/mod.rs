//! The catalogue: every rule with its page, a file a family.

use super::{Rule, Severity};

/// Makes one static a rule and the family's list of them, so that no rule can be left out of the catalogue.
macro_rules! rules {
    ($($item:ident $code:literal $name:literal $severity:ident $title:literal {
        why: $why:expr, bad: $bad:expr, good: $good:expr $(,)?
    })*) => {
        use super::{Rule, Severity};

        $(
            #[doc = $title]
            pub static $item: Rule = Rule {
                code: $code,
                name: $name,
                severity: Severity::$severity,
                title: $title,
                why: $why,
                bad: $bad,
                good: $good,
            };
        )*

        pub(super) static FAMILY: &[&Rule] = &[$(&$item),*];
    };
}

mod evidence;
mod prose;
mod references;
mod settings;
mod shape;
mod syntax;
mod themes;
mod time;

pub use evidence::*;
pub use prose::*;
pub use references::*;
pub use settings::*;
pub use shape::*;
pub use syntax::*;
pub use themes::*;
pub use time::*;

/// Every rule, by code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let families = [
        syntax::FAMILY,
        shape::FAMILY,
        references::FAMILY,
        evidence::FAMILY,
        time::FAMILY,
        prose::FAMILY,
        settings::FAMILY,
        themes::FAMILY,
    ];
    families.into_iter().flatten().copied()
}

/// The rule of that code or name, in any case.
pub fn find(word: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code.eq_ignore_ascii_case(word) || rule.name.eq_ignore_ascii_case(word))
}

/// The rules document: the page of every rule, by family.
pub fn document() -> String {
    let mut text = String::from(
        "# Rules\n\n\
         What `t12 check` holds files to. Errors stop their file, warnings fail a strict check (`--strict`), notes\n\
         never fail anything. `t12 check --explain CODE` prints one page. This document is made from the catalogue\n\
         of rules: run `T12_REGENERATE=1 cargo test --test corpus` after changing it.\n\n\
         Of a private place - a `note`, or a position marked above `clear` - only the rule and the place are\n\
         told. `t12 check --private` quotes it too: share that output with nobody who may not read the files.\n",
    );
    let mut family = None;
    for rule in all() {
        if family.replace(rule.family()) != Some(rule.family()) {
            text.push_str("\n# ");
            text.push_str(rule.family().title());
            text.push('\n');
        }
        text.push('\n');
        text.push_str(&rule.page());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_rise_and_names_are_unique_and_plain() {
        let rules: Vec<&Rule> = all().collect();
        assert!(rules.is_sorted_by(|a, b| a.code < b.code));
        for rule in &rules {
            assert_eq!(rules.iter().filter(|other| other.name == rule.name).count(), 1, "{}", rule.name);
            assert!(rule.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            assert!(!rule.title.ends_with('.') && !rule.why.is_empty(), "{}", rule.code);
            assert_ne!(rule.bad, rule.good, "{}", rule.code);
        }
    }

    #[test]
    fn finds_rules_by_code_and_name() {
        assert_eq!(find("t203"), Some(&UNKNOWN_JURISDICTION));
        assert_eq!(find("unknown-jurisdiction"), Some(&UNKNOWN_JURISDICTION));
        assert_eq!(find("T999"), None);
    }
}
