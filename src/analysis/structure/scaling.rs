use super::Distances;
use super::eigen::{Eigen, Symmetric};

/// Coordinates that differ by less count as equal.
const TIE: f64 = 1e-12;

/// Things on a plane so that their distances there are near the given ones: classical scaling (Torgerson 1952, Gower
/// 1966). Never to be shown without both figures of fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaling {
    /// Where each thing is. Along each axis the coordinate with the largest absolute value is positive; of equals, the
    /// first.
    pub points: Vec<[f64; 2]>,
    /// The part of the two axes in the sum of the absolute eigenvalues, and in the sum of the positive ones (Mardia
    /// 1978); 0 to 1.
    pub fit: [f64; 2],
}

impl Scaling {
    /// Puts things on a plane; nothing where all are in one place.
    pub fn classical(distances: &Distances) -> Option<Self> {
        let things = distances.things();
        let found = centred(distances).eigen();
        let absolute: f64 = found.iter().map(|eigen| eigen.value.abs()).sum();
        let positive: f64 = found.iter().map(|eigen| eigen.value.max(0.0)).sum();
        if absolute <= TIE || positive <= TIE {
            return None;
        }
        let axes = [0, 1].map(|axis| found.get(axis).map_or_else(|| vec![0.0; things], coordinates));
        let both: f64 = found.iter().take(2).map(|eigen| eigen.value.max(0.0)).sum();
        let points = (0..things).map(|thing| [axes[0][thing], axes[1][thing]]).collect();
        Some(Self { points, fit: [both / absolute, both / positive] })
    }
}

/// Minus half of the squared distances, with the means of rows and columns taken out.
fn centred(distances: &Distances) -> Symmetric {
    let things = distances.things();
    let square = |a: usize, b: usize| distances.between(a, b).powi(2);
    let means: Vec<f64> = (0..things)
        .map(|row| (0..things).map(|other| square(row, other)).sum::<f64>() / things as f64)
        .collect();
    let mean = means.iter().sum::<f64>() / things as f64;
    Symmetric::new(things, |a, b| -0.5 * (square(a, b) - means[a] - means[b] + mean))
}

fn coordinates(eigen: &Eigen) -> Vec<f64> {
    let length = eigen.value.max(0.0).sqrt();
    let farthest = eigen.vector.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
    let first = eigen.vector.iter().find(|x| x.abs() >= farthest - TIE);
    let sign = first.map_or(1.0, |x| x.signum());
    eigen.vector.iter().map(|x| sign * x * length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn points_of_a_plane_keep_their_distances(
            places in prop::collection::vec((-1.0..1.0_f64, -1.0..1.0_f64), 3..9)
        ) {
            let distances = Distances::new(places.len(), |a, b| {
                (places[a].0 - places[b].0).hypot(places[a].1 - places[b].1)
            });
            let scaling = Scaling::classical(&distances).unwrap();
            for (a, b) in distances.pairs() {
                let [first, second] = [scaling.points[a], scaling.points[b]];
                let found = (first[0] - second[0]).hypot(first[1] - second[1]);
                prop_assert!((found - distances.between(a, b)).abs() < 1e-6);
            }
            prop_assert!(scaling.fit.iter().all(|fit| *fit > 1.0 - 1e-6 && *fit <= 1.0 + 1e-9));
            for axis in 0..2 {
                let far = scaling.points.iter().map(|point| point[axis]).max_by(|a, b| a.abs().total_cmp(&b.abs()));
                prop_assert!(far.unwrap() >= 0.0);
            }
        }
    }

    #[test]
    fn on_a_line_the_second_axis_is_nothing() {
        let scaling = Scaling::classical(&Distances::new(3, |a, b| (b - a) as f64)).unwrap();
        let expected = [1.0, 0.0, -1.0];
        for (point, expected) in scaling.points.iter().zip(expected) {
            assert!((point[0] - expected).abs() < 1e-9 && point[1].abs() < 1e-6);
        }
    }

    #[test]
    fn distances_that_no_plane_has_say_so_in_both_figures() {
        // Four things at distance 1 from each other need three dimensions; all eigenvalues are positive and equal.
        let fit = Scaling::classical(&Distances::new(4, |_, _| 1.0)).unwrap().fit;
        assert!((fit[0] - 2.0 / 3.0).abs() < 1e-9 && (fit[1] - 2.0 / 3.0).abs() < 1e-9);
        // Three on a line but the ends farther than the sum: a negative eigenvalue parts the two figures.
        let fit =
            Scaling::classical(&Distances::new(3, |a, b| if b - a == 2 { 3.0 } else { 1.0 })).unwrap().fit;
        assert!((fit[1] - 1.0).abs() < 1e-9 && fit[0] < 0.95);
    }

    #[test]
    fn all_in_one_place_have_no_map() {
        assert_eq!(Scaling::classical(&Distances::new(4, |_, _| 0.0)), None);
    }
}
