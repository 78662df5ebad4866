/// Distances between things that are told apart by their places from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Distances {
    things: usize,
    between: Vec<f64>,
}

impl Distances {
    /// Distances between so many things; `between` is asked for each pair once, the smaller place first.
    pub fn new(things: usize, between: impl Fn(usize, usize) -> f64) -> Self {
        let mut distances = Self { things, between: vec![0.0; things * things] };
        for second in 0..things {
            for first in 0..second {
                distances.set(first, second, between(first, second));
            }
        }
        distances
    }

    /// How many things there are.
    pub fn things(&self) -> usize {
        self.things
    }

    /// The distance of two things; 0 of a thing to itself.
    pub fn between(&self, first: usize, second: usize) -> f64 {
        self.between[first * self.things + second]
    }

    /// Every pair once, the smaller place first.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let things = self.things;
        (0..things).flat_map(move |first| (first + 1..things).map(move |second| (first, second)))
    }

    pub(super) fn set(&mut self, first: usize, second: usize, distance: f64) {
        self.between[first * self.things + second] = distance;
        self.between[second * self.things + first] = distance;
    }
}
