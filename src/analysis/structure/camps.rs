use super::{Distances, Tree};

/// The most camps that are looked for.
const MOST: usize = 5;

/// The mean silhouette from which on camps are clear (Kaufman and Rousseeuw 1990: below it, no substantial structure).
const CLEAR: f64 = 0.25;

/// Silhouettes that differ by less count as equal.
const TIE: f64 = 1e-12;

/// A tree cut into two to five parts, whichever has the highest mean silhouette; of equals, the fewest parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Camps {
    /// The things of each camp, in the order of the tree's leaves.
    pub parts: Vec<Vec<usize>>,
    /// The mean silhouette, -1 to 1 (Rousseeuw 1987).
    pub silhouette: f64,
}

/// How a thing lies between its own part and the next one (Rousseeuw 1987).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Silhouette {
    /// Its own part, as a place among the parts.
    pub own: usize,
    /// Its mean distance to the others of its own part; nothing where it is alone in it.
    pub inside: Option<f64>,
    /// The nearest of the other parts; of equals, the first.
    pub next: usize,
    /// Its mean distance to the things of that part.
    pub outside: f64,
}

impl Silhouette {
    /// How much nearer it is to its own part than to the next one, -1 to 1; 0 for one alone.
    pub fn width(&self) -> f64 {
        let Some(inside) = self.inside else { return 0.0 };
        let most = inside.max(self.outside);
        if most > 0.0 { (self.outside - inside) / most } else { 0.0 }
    }
}

impl Camps {
    /// The best cut; nothing for fewer than three things.
    pub fn best(tree: &Tree, distances: &Distances) -> Option<Self> {
        let better =
            |best: Self, next: Self| if next.silhouette > best.silhouette + TIE { next } else { best };
        Self::cuts(tree, distances).reduce(better)
    }

    /// The cuts that are looked at, into two parts, three and so on.
    pub fn cuts(tree: &Tree, distances: &Distances) -> impl Iterator<Item = Self> {
        let most = MOST.min(distances.things().saturating_sub(1));
        (2..=most).map(|parts| Self::of(tree.cut(parts), distances))
    }

    /// Whether there are camps to speak of.
    pub fn are_clear(&self) -> bool {
        self.silhouette >= CLEAR
    }

    /// How a thing lies between its own part and the next; nothing for a thing that is in none.
    pub fn silhouette_of(&self, thing: usize, distances: &Distances) -> Option<Silhouette> {
        let own = self.parts.iter().position(|part| part.contains(&thing))?;
        silhouette(&self.parts, own, thing, distances)
    }

    fn of(parts: Vec<Vec<usize>>, distances: &Distances) -> Self {
        let things =
            parts.iter().enumerate().flat_map(|(own, part)| part.iter().map(move |&thing| (own, thing)));
        let silhouettes = things.filter_map(|(own, thing)| silhouette(&parts, own, thing, distances));
        let sum: f64 = silhouettes.map(|silhouette| silhouette.width()).sum();
        Self { silhouette: sum / distances.things() as f64, parts }
    }
}

fn silhouette(parts: &[Vec<usize>], own: usize, thing: usize, distances: &Distances) -> Option<Silhouette> {
    let sum = |part: &[usize]| -> f64 { part.iter().map(|&other| distances.between(thing, other)).sum() };
    let others = parts[own].len() - 1;
    let means = parts.iter().enumerate().filter(|&(part, _)| part != own);
    let means = means.map(|(number, part)| (number, sum(part) / part.len() as f64));
    let (next, outside) = means.reduce(|least, mean| if mean.1 < least.1 { mean } else { least })?;
    let inside = (others > 0).then(|| sum(&parts[own]) / others as f64);
    Some(Silhouette { own, inside, next, outside })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_a_line(places: &[f64]) -> Option<Camps> {
        let distances = Distances::new(places.len(), |a, b| (places[a] - places[b]).abs());
        Camps::best(&Tree::average_linkage(&distances), &distances)
    }

    #[test]
    fn groups_far_apart_are_camps() {
        let camps = on_a_line(&[0.0, 0.9, 0.01, 0.91, 0.5, 0.51]).unwrap();
        assert_eq!(camps.parts, [vec![0, 2], vec![1, 3], vec![4, 5]]);
        assert!(camps.are_clear() && camps.silhouette > 0.9);
    }

    #[test]
    fn the_silhouette_of_a_small_example_by_hand() {
        // On a line at 0, 1 and 5: for 0 inside 1 and outside 5, for 1 inside 1 and outside 4, 5 is alone.
        let camps = on_a_line(&[0.0, 1.0, 5.0]).unwrap();
        assert_eq!(camps.parts, [vec![0, 1], vec![2]]);
        assert!((camps.silhouette - (0.8 + 0.75 + 0.0) / 3.0).abs() < 1e-12);
    }

    #[test]
    fn all_in_one_place_are_no_camps() {
        let camps = on_a_line(&[0.3; 6]).unwrap();
        assert!(!camps.are_clear() && camps.silhouette == 0.0 && camps.parts.len() == 2);
    }

    #[test]
    fn all_equally_far_are_no_camps() {
        let distances = Distances::new(6, |_, _| 0.4);
        assert!(!Camps::best(&Tree::average_linkage(&distances), &distances).unwrap().are_clear());
    }

    #[test]
    fn two_are_too_few() {
        assert_eq!(on_a_line(&[0.0, 1.0]), None);
    }
}
