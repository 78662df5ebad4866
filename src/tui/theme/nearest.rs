//! The nearest of xterm's 256 colours. The first sixteen are left out: people set them as they like.

/// The steps of each channel in the colour cube.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The number, 16 to 255, of the colour that looks most like `rgb`. Of equal ones the cube's.
pub(super) fn indexed(rgb: [u8; 3]) -> u8 {
    let [r, g, b] = rgb.map(nearest_step);
    let cube = (16 + 36 * r + 6 * g + b, [r, g, b].map(|step| STEPS[step as usize]));
    let mean = rgb.map(u16::from).iter().sum::<u16>() / 3;
    let grey = (mean.saturating_sub(3) / 10).min(23) as u8;
    let value = 8 + 10 * grey;
    if distance(rgb, [value; 3]) < distance(rgb, cube.1) { 232 + grey } else { cube.0 }
}

fn nearest_step(channel: u8) -> u8 {
    (0..6).min_by_key(|&step| STEPS[step as usize].abs_diff(channel)).unwrap_or_default()
}

/// The redmean distance (Riemersma, "Colour metric"): cheap and near to what the eye sees.
fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    let red_mean = u32::midpoint(a[0].into(), b[0].into());
    ((512 + red_mean) * square(a[0], b[0])
        + 1024 * square(a[1], b[1])
        + (767 - red_mean) * square(a[2], b[2]))
        >> 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_of_the_cube_and_the_greys_are_themselves() {
        assert_eq!(indexed([0, 0, 0]), 16);
        assert_eq!(indexed([255, 255, 255]), 231);
        assert_eq!(indexed([95, 135, 175]), 67);
        assert_eq!(indexed([8, 8, 8]), 232);
        assert_eq!(indexed([238, 238, 238]), 255);
        assert_eq!(indexed([18, 18, 18]), 233);
    }

    #[test]
    fn others_go_to_the_nearest() {
        assert_eq!(indexed([250, 3, 2]), 196);
        assert_eq!(indexed([16, 21, 28]), 233);
    }
}
