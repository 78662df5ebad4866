/// Off-diagonal elements below this part of the whole are nothing.
const NOTHING: f64 = 1e-15;

/// Rounds after which the elements have long vanished; each one squares how far they have gone.
const ROUNDS: usize = 40;

/// A symmetric matrix of so many rows.
pub(super) struct Symmetric {
    rows: usize,
    cells: Vec<f64>,
}

/// An eigenvalue and its vector of length 1.
pub(super) struct Eigen {
    pub(super) value: f64,
    pub(super) vector: Vec<f64>,
}

impl Symmetric {
    pub(super) fn new(rows: usize, cell: impl Fn(usize, usize) -> f64) -> Self {
        let cells = (0..rows * rows).map(|at| cell(at / rows, at % rows)).collect();
        Self { rows, cells }
    }

    /// All eigenvalues with their vectors, greatest first, by Jacobi's rotations (cyclic by rows).
    pub(super) fn eigen(mut self) -> Vec<Eigen> {
        let rows = self.rows;
        // The vectors stand in the rows, so that a rotation walks along memory.
        let mut vectors = Self::new(rows, |row, column| if row == column { 1.0 } else { 0.0 });
        let whole: f64 = self.cells.iter().map(|cell| cell * cell).sum::<f64>().sqrt();
        for _ in 0..ROUNDS {
            let mut rotated = false;
            for first in 0..rows {
                for second in first + 1..rows {
                    if self.at(first, second).abs() > NOTHING * whole {
                        self.rotate(first, second, &mut vectors);
                        rotated = true;
                    }
                }
            }
            if !rotated {
                break;
            }
        }
        let mut found: Vec<Eigen> = (0..rows)
            .map(|row| Eigen { value: self.at(row, row), vector: vectors.row(row).to_vec() })
            .collect();
        found.sort_by(|a, b| b.value.total_cmp(&a.value));
        found
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.rows + column]
    }

    fn row(&self, row: usize) -> &[f64] {
        &self.cells[row * self.rows..][..self.rows]
    }

    /// Turns two axes so that the cell where they meet vanishes (Golub and Van Loan, Matrix Computations, 8.5).
    fn rotate(&mut self, first: usize, second: usize, vectors: &mut Self) {
        let theta = (self.at(second, second) - self.at(first, first)) / (2.0 * self.at(first, second));
        let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
        let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
        let sine = tangent * cosine;
        for row in 0..self.rows {
            let base = row * self.rows;
            turn(&mut self.cells, base + first, base + second, cosine, sine);
        }
        self.turn_rows(first, second, cosine, sine);
        vectors.turn_rows(first, second, cosine, sine);
    }

    fn turn_rows(&mut self, first: usize, second: usize, cosine: f64, sine: f64) {
        let rows = self.rows;
        for column in 0..rows {
            turn(&mut self.cells, first * rows + column, second * rows + column, cosine, sine);
        }
    }
}

fn turn(cells: &mut [f64], first: usize, second: usize, cosine: f64, sine: f64) {
    let (a, b) = (cells[first], cells[second]);
    cells[first] = cosine * a - sine * b;
    cells[second] = sine * a + cosine * b;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_small_matrix_by_hand() {
        // [[2, 1], [1, 2]] stretches (1, 1) by 3 and (1, -1) by 1.
        let found = Symmetric::new(2, |a, b| if a == b { 2.0 } else { 1.0 }).eigen();
        assert!((found[0].value - 3.0).abs() < 1e-12 && (found[1].value - 1.0).abs() < 1e-12);
        assert!((found[0].vector[0] - found[0].vector[1]).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn each_vector_is_stretched_by_its_value(cells in prop::collection::vec(-4.0..4.0_f64, 36)) {
            let cell = |a: usize, b: usize| cells[a.max(b) * 6 + a.min(b)];
            for Eigen { value, vector } in Symmetric::new(6, cell).eigen() {
                let length: f64 = vector.iter().map(|x| x * x).sum();
                prop_assert!((length - 1.0).abs() < 1e-9);
                for row in 0..6 {
                    let stretched: f64 = (0..6).map(|column| cell(row, column) * vector[column]).sum();
                    prop_assert!((stretched - value * vector[row]).abs() < 1e-9);
                }
            }
        }
    }
}
