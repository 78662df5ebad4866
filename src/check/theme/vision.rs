use palette::color_difference::Ciede2000;
use palette::{IntoColor, Lab, LinSrgb, Srgb};

use super::Case;
use super::look::{Depth, Shown};
use crate::diagnostic::Problem;
use crate::diagnostic::catalogue::COLOUR_VISION;

/// How an eye without one kind of cone sees linear red, green and blue.
struct Eye {
    name: &'static str,
    /// Row by row (Machado, Oliveira and Fernandes 2009, severity 1).
    matrix: [[f32; 3]; 3],
}

const EYES: [Eye; 3] = [
    Eye {
        name: "protanopia",
        matrix: [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    },
    Eye {
        name: "deuteranopia",
        matrix: [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    },
    Eye {
        name: "tritanopia",
        matrix: [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    },
];

/// The least difference (CIEDE2000) between colours that are told apart at a glance, also far from each other.
const DIFFERENCE: f32 = 15.0;

/// The two poles keep their difference for every eye.
pub(super) fn judge(case: Case<'_>, problems: &mut Vec<Problem>) {
    let looks = case.looks(Depth::True);
    let [first, second] = ["side-first", "side-second"].map(|side| looks.look(side).text);
    // Without colours the codes of the poles say which is which.
    let (Some(first), Some(second)) = (first, second) else { return };
    for Eye { name, matrix } in &EYES {
        let is = seen(first, matrix).difference(seen(second, matrix));
        if is < DIFFERENCE {
            let message = format!("the two sides look alike with {name}");
            problems.push(
                case.problem(&COLOUR_VISION, &["side-second", "side-first"], message)
                    .label(format!("a difference of {is:.0}, and {DIFFERENCE:.0} is needed (CIEDE2000)"))
                    .help("let them differ in lightness too; blue and orange serve every eye"),
            );
        }
    }
}

fn seen(colour: Shown, matrix: &[[f32; 3]; 3]) -> Lab {
    let LinSrgb { red, green, blue, .. } = colour.rgb().into_linear();
    let channel = |row: [f32; 3]| (row[0] * red + row[1] * green + row[2] * blue).clamp(0.0, 1.0);
    let [red, green, blue] = matrix.map(channel);
    Srgb::from_linear(LinSrgb::new(red, green, blue)).into_color()
}
