/// Whether `NO_COLOR` asks for no colours. An empty value does not count, as the convention says.
pub fn wants_no_colour(variable: impl Fn(&str) -> Option<String>) -> bool {
    variable("NO_COLOR").is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_no_color_does_not_count() {
        assert!(wants_no_colour(|_| Some("1".to_owned())));
        assert!(!wants_no_colour(|_| Some(String::new())));
        assert!(!wants_no_colour(|_| None));
    }
}
