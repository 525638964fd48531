//! The National Grid of Great Britain: "TQ 30 80", as it stands on maps and as a call handler knows it.
//!
//! Source: Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes B and C: the seven-parameter shift
//! from WGS 84 to OSGB36, then the Transverse Mercator projection on the Airy 1830 ellipsoid. The shift is good to about
//! 5 m, which is why eight figures (10 m) are shown and no more.

use super::Position;

/// WGS 84: semi-major and semi-minor axis, in metres.
const WGS84: (f64, f64) = (6_378_137.0, 6_356_752.314_245);
/// Airy 1830.
const AIRY: (f64, f64) = (6_377_563.396, 6_356_256.909);
/// Easting and northing of the true origin, in metres.
const ORIGIN: (f64, f64) = (400_000.0, -100_000.0);
/// Scale on the central meridian.
const SCALE: f64 = 0.999_601_271_7;
/// Latitude and longitude of the true origin, in degrees.
const TRUE: (f64, f64) = (49.0, -2.0);
/// The letters of the squares: no I.
const LETTERS: &[u8; 25] = b"ABCDEFGHJKLMNOPQRSTUVWXYZ";

impl Position {
    /// The grid reference with eight figures, "TG 5140 1317": the square of 10 m that it lies in. `None` outside Great
    /// Britain: Ireland has a grid of its own, and a reference in the wrong one sends help to another place.
    pub fn grid_reference(&self) -> Option<String> {
        let (lat, lon) = (f64::from(self.lat_e7) / 1e7, f64::from(self.lon_e7) / 1e7);
        let on_ireland = lat > 51.2 && ((lon < -5.42 && lat < 55.28) || (lon < -6.1 && lat < 55.42));
        if !(49.8..61.0).contains(&lat) || !(-8.8..2.0).contains(&lon) || on_ireland {
            return None;
        }
        let (east, north) = project(shifted(lat.to_radians(), lon.to_radians()));
        let inside = (0.0..700_000.0).contains(&east) && (0.0..1_300_000.0).contains(&north);
        inside.then(|| named(east as u32, north as u32)).flatten()
    }
}

/// From WGS 84 to OSGB36: latitude and longitude in radians.
fn shifted(lat: f64, lon: f64) -> (f64, f64) {
    let (a, b) = WGS84;
    let e2 = 1.0 - (b * b) / (a * a);
    let nu = a / (1.0 - e2 * lat.sin().powi(2)).sqrt();
    let (x, y, z) = (nu * lat.cos() * lon.cos(), nu * lat.cos() * lon.sin(), (1.0 - e2) * nu * lat.sin());
    let second = |seconds: f64| (seconds / 3600.0).to_radians();
    let (rx, ry, rz, s) = (second(-0.1502), second(-0.2470), second(-0.8421), 1.0 + 20.4894e-6);
    let (tx, ty, tz) = (-446.448, 125.157, -542.060);
    let (x, y, z) = (tx + s * x - rz * y + ry * z, ty + rz * x + s * y - rx * z, tz - ry * x + rx * y + s * z);
    let (a, b) = AIRY;
    let e2 = 1.0 - (b * b) / (a * a);
    let p = x.hypot(y);
    let mut lat = z.atan2(p * (1.0 - e2));
    // It settles to less than a millimetre in four rounds.
    for _ in 0..6 {
        let nu = a / (1.0 - e2 * lat.sin().powi(2)).sqrt();
        lat = (z + e2 * nu * lat.sin()).atan2(p);
    }
    (lat, y.atan2(x))
}

/// From OSGB36 to easting and northing, in metres.
fn project((lat, lon): (f64, f64)) -> (f64, f64) {
    let (a, b) = AIRY;
    let (lat0, lon0) = (TRUE.0.to_radians(), TRUE.1.to_radians());
    let e2 = 1.0 - (b * b) / (a * a);
    let n = (a - b) / (a + b);
    let (sin, cos, tan2) = (lat.sin(), lat.cos(), lat.tan().powi(2));
    let nu = a * SCALE / (1.0 - e2 * sin * sin).sqrt();
    let rho = a * SCALE * (1.0 - e2) / (1.0 - e2 * sin * sin).powf(1.5);
    let eta2 = nu / rho - 1.0;
    let (minus, plus) = (lat - lat0, lat + lat0);
    let m = b
        * SCALE
        * ((1.0 + n + 1.25 * n.powi(2) + 1.25 * n.powi(3)) * minus
            - (3.0 * n + 3.0 * n.powi(2) + 2.625 * n.powi(3)) * minus.sin() * plus.cos()
            + (1.875 * n.powi(2) + 1.875 * n.powi(3)) * (2.0 * minus).sin() * (2.0 * plus).cos()
            - (35.0 / 24.0) * n.powi(3) * (3.0 * minus).sin() * (3.0 * plus).cos());
    let tan4 = tan2 * tan2;
    let i = m + ORIGIN.1;
    let ii = nu / 2.0 * sin * cos;
    let iii = nu / 24.0 * sin * cos.powi(3) * (5.0 - tan2 + 9.0 * eta2);
    let iiia = nu / 720.0 * sin * cos.powi(5) * (61.0 - 58.0 * tan2 + tan4);
    let iv = nu * cos;
    let v = nu / 6.0 * cos.powi(3) * (nu / rho - tan2);
    let vi = nu / 120.0 * cos.powi(5) * (5.0 - 18.0 * tan2 + tan4 + 14.0 * eta2 - 58.0 * tan2 * eta2);
    let d = lon - lon0;
    let north = i + ii * d.powi(2) + iii * d.powi(4) + iiia * d.powi(6);
    let east = ORIGIN.0 + iv * d + v * d.powi(3) + vi * d.powi(5);
    (east, north)
}

/// Metres to letters and figures.
fn named(east: u32, north: u32) -> Option<String> {
    let (column, row) = (east / 100_000, north / 100_000);
    // Squares of 500 km, then of 100 km, each counted from the north-west; the false origin is the corner of S and V.
    let (wide, high) = (column + 10, row + 5);
    let first = (4 - high / 5) * 5 + wide / 5;
    let second = (4 - high % 5) * 5 + wide % 5;
    let letter = |at: u32| LETTERS.get(usize::try_from(at).ok()?).map(|letter| char::from(*letter));
    let figures = |metres: u32| (metres % 100_000) / 10;
    Some(format!("{}{} {:04} {:04}", letter(first)?, letter(second)?, figures(east), figures(north)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::FixSource;

    fn at(lat: f64, lon: f64) -> Option<String> {
        Position::from_degrees(lat, lon, None, None, FixSource::Given).unwrap().grid_reference()
    }

    #[test]
    fn the_projection_gives_the_worked_example_of_the_ordnance_survey() {
        let dms = |d: f64, m: f64, s: f64| (d + m / 60.0 + s / 3600.0).to_radians();
        let (east, north) = project((dms(52.0, 39.0, 27.2531), dms(1.0, 43.0, 4.5177)));
        assert!((east - 651_409.903).abs() < 0.01, "{east}");
        assert!((north - 313_177.270).abs() < 0.01, "{north}");
        assert_eq!(named(651_409, 313_177).unwrap(), "TG 5140 1317");
    }

    #[test]
    fn a_position_of_the_phone_and_the_grid_agree_to_the_square() {
        // The same point by WGS 84.
        let (lat, lon) = (52.0 + 39.0 / 60.0 + 28.723 / 3600.0, 1.0 + 42.0 / 60.0 + 57.787 / 3600.0);
        assert_eq!(at(lat, lon).unwrap(), "TG 5140 1317");
    }

    #[test]
    fn known_places_have_their_squares() {
        for (lat, lon, square) in [
            (51.5086, -0.1166, "TQ 30"),
            (55.9486, -3.1999, "NT 25"),
            (51.4816, -3.1791, "ST 18"),
            (60.1548, -1.1450, "HU 47"),
            (50.0662, -5.7148, "SW 34"),
            (58.2090, -6.3890, "NB 42"),
        ] {
            let reference = at(lat, lon).unwrap();
            assert!(reference.starts_with(square), "{lat}, {lon} is {reference}");
        }
    }

    #[test]
    fn there_is_none_in_ireland_or_abroad() {
        for (lat, lon) in
            [(54.597, -5.930), (54.9966, -7.3086), (53.3498, -6.2603), (48.8566, 2.3522), (0.0, 0.0), (-51.7, -57.9)]
        {
            assert_eq!(at(lat, lon), None, "{lat}, {lon}");
        }
    }
}
