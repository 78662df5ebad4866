/// The one whose id is `name`, else the only one whose id begins with it. Nothing begins with an empty name.
pub fn by_beginning<'i, T: Copy>(all: &[T], name: &str, id: impl Fn(T) -> &'i str) -> Option<T> {
    let exact = all.iter().find(|&&candidate| id(candidate) == name);
    let mut beginning = all.iter().filter(|&&candidate| !name.is_empty() && id(candidate).starts_with(name));
    let only = beginning.next().filter(|_| beginning.next().is_none());
    exact.or(only).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_that_only_one_has_is_enough() {
        let find = |name| by_beginning(&["ropes", "rope", "lamps"], name, |id| id);
        assert_eq!([find("la"), find("rope"), find("ropes")], [Some("lamps"), Some("rope"), Some("ropes")]);
        assert_eq!([find("ro"), find(""), find("x"), find("lampss")], [None; 4]);
    }
}
