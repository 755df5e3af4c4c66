/**
 * The demo city lives on integer centimetres: `x = (easting - originE) * 100`, `y = (northing - originN) * 100`
 * in the metric CRS of the city profile (a transverse Mercator, EPSG:32750 for Balikpapan).
 */
export type Frame = {
  originE: number;
  originN: number;
  widthM: number;
  heightM: number;
  /** lon, lat in degrees (WGS 84) to metres inside the frame, unrounded. */
  toMetres(lng: number, lat: number): [number, number];
  /** Area on the ellipsoid in m² of a polygon in integer centimetres; within 1e-8 of the geodesic area. */
  geodesicM2(polygon: readonly Float64Array[]): number;
  /** Integer centimetres inside the frame to lon, lat in degrees, unrounded. */
  toLngLat(xCm: number, yCm: number): [number, number];
};

const SEMI_MAJOR = 6378137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const E4 = E2 * E2;
const E6 = E4 * E2;
const EP2 = E2 / (1 - E2);
const K0 = 0.9996;
const DEGREE = 0.017453292519943295;

/**
 * Sine and cosine from their series, for angles under half a radian (28°): the standard library's last bit differs
 * between engines, these do not.
 */
function sineCosine(angle: number): [number, number] {
  const square = angle * angle;
  let sine = 0;
  let cosine = 0;
  for (let term = 8; term >= 1; term -= 1) {
    sine = (1 + sine) * (-square / (2 * term * (2 * term + 1)));
    cosine = (1 + cosine) * (-square / ((2 * term - 1) * (2 * term)));
  }
  return [angle * (1 + sine), 1 + cosine];
}

const M0 = 1 - E2 / 4 - (3 * E4) / 64 - (5 * E6) / 256;
const M2 = (3 * E2) / 8 + (3 * E4) / 32 + (45 * E6) / 1024;
const M4 = (15 * E4) / 256 + (45 * E6) / 1024;
const M6 = (35 * E6) / 3072;

function forward(lngOffset: number, lat: number, [sin, cos]: readonly [number, number]): [number, number] {
  const s2 = 2 * sin * cos;
  const c2 = cos * cos - sin * sin;
  const s4 = 2 * s2 * c2;
  const c4 = c2 * c2 - s2 * s2;
  const s6 = s4 * c2 + c4 * s2;
  const arc = SEMI_MAJOR * (M0 * lat - M2 * s2 + M4 * s4 - M6 * s6);
  const tan = sin / cos;
  const n = SEMI_MAJOR / Math.sqrt(1 - E2 * sin * sin);
  const t = tan * tan;
  const c = EP2 * cos * cos;
  const a = lngOffset * cos;
  const a2 = a * a;
  const x = a * (1 + (a2 * (1 - t + c)) / 6 + (a2 * a2 * (5 - 18 * t + t * t + 72 * c - 58 * EP2)) / 120);
  const y =
    (a2 / 2) *
    (1 +
      (a2 * (5 - t + 9 * c + 4 * c * c)) / 12 +
      (a2 * a2 * (61 - 58 * t + t * t + 600 * c - 330 * EP2)) / 360);
  return [K0 * n * x, K0 * (arc + n * tan * y)];
}

/** The inverse by Newton steps on `forward`, until both directions agree to a micrometre. */
function inverse(easting: number, northing: number): [number, number] {
  let lat = northing / (K0 * SEMI_MAJOR * M0);
  let lng = easting / (K0 * SEMI_MAJOR);
  for (let step = 0; step < 12; step += 1) {
    const [sin, cos] = sineCosine(lat);
    const [x, y] = forward(lng, lat, [sin, cos]);
    const w = 1 - E2 * sin * sin;
    const n = SEMI_MAJOR / Math.sqrt(w);
    lng += (easting - x) / (K0 * n * cos);
    lat += (northing - y) / ((K0 * n * (1 - E2)) / w);
    if (Math.abs(easting - x) < 1e-6 && Math.abs(northing - y) < 1e-6) break;
  }
  return [lng, lat];
}

/**
 * A frame over the rectangle of a city.
 * @param zone UTM zone number (1–60); the southern hemisphere has a false northing of 10,000,000 m
 * @param bbox west, south, east, north in degrees
 */
export function frameOf(
  zone: number,
  south: boolean,
  bbox: readonly [number, number, number, number],
): Frame {
  const meridian = zone * 6 - 183;
  const falseNorthing = south ? 10_000_000 : 0;
  const project = (lng: number, lat: number): [number, number] => {
    const [x, y] = forward((lng - meridian) * DEGREE, lat * DEGREE, sineCosine(lat * DEGREE));
    return [x + 500_000, y + falseNorthing];
  };
  const [west, lowest] = project(bbox[0], bbox[1]);
  const [east, highest] = project(bbox[2], bbox[3]);
  const originE = Math.floor(west / 1000) * 1000 - 1000;
  const originN = Math.floor(lowest / 1000) * 1000 - 1000;
  return {
    originE,
    originN,
    widthM: Math.ceil((east - originE + 1000) / 1000) * 1000,
    heightM: Math.ceil((highest - originN + 1000) / 1000) * 1000,
    toMetres: (lng, lat) => {
      const [e, n] = project(lng, lat);
      return [e - originE, n - originN];
    },
    geodesicM2: (polygon) => {
      // The scale at a distance x from the meridian is k0 (1 + x² / 2ρν k0²): integrate 1/k² over the polygon.
      const [sin] = sineCosine(((bbox[1] + bbox[3]) / 2) * DEGREE);
      const w = 1 - E2 * sin * sin;
      const curvature = ((SEMI_MAJOR * SEMI_MAJOR) / w) * ((1 - E2) / w) * K0 * K0;
      let total = 0;
      polygon.forEach((ring, index) => {
        let area = 0;
        let square = 0;
        const x0 = originE - 500_000;
        const yBase = ring[1] as number;
        for (let at = 0; at + 3 < ring.length; at += 2) {
          const x1 = x0 + (ring[at] as number) / 100;
          const x2 = x0 + (ring[at + 2] as number) / 100;
          const cross =
            (x1 * ((ring[at + 3] as number) - yBase) - x2 * ((ring[at + 1] as number) - yBase)) / 100;
          area += cross / 2;
          square += ((x1 * x1 + x1 * x2 + x2 * x2) * cross) / 12;
        }
        const ground = Math.abs(area - square / curvature) / (K0 * K0);
        total += index === 0 ? ground : -ground;
      });
      return total;
    },
    toLngLat: (xCm, yCm) => {
      const [lng, lat] = inverse(originE - 500_000 + xCm / 100, originN - falseNorthing + yCm / 100);
      return [lng / DEGREE + meridian, lat / DEGREE];
    },
  };
}
