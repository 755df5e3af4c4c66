import type { BBox, LngLat } from '#domain/geo/lng-lat';
import { radiiAt } from '#domain/geo/measure';
import type { Language } from '#domain/language';

export const SCALES = [1_000, 2_500, 5_000, 10_000, 25_000] as const;
export const PAPERS = { A4: [210, 297], A3: [297, 420] } as const;
export type Paper = keyof typeof PAPERS;
export type Orientation = 'portrait' | 'landscape';

/** Millimetres at the edge of the sheet that printers cannot reach. */
export const MARGIN_MM = 8;
/** Millimetres for title above the map, and for the legend beside it (landscape) or below it (portrait). */
const TITLE_MM = 16;
const LEGEND_MM = { portrait: 74, landscape: 66 } as const;

const MM_PER_INCH = 25.4;
/** A CSS pixel is 1/96 inch, on paper exactly. */
export const pixelsOf = (mm: number): number => (mm * 96) / MM_PER_INCH;

/** Dots per CSS pixel for at least 200 dots per inch. */
export const PRINT_PIXEL_RATIO = 2.25;

/** Radius of the sphere of Web Mercator, metres. */
const R = 6_378_137;

/** Width and height of the sheet and of the map on it, millimetres. */
export function sheetSize(paper: Paper, orientation: Orientation) {
  const [short, long] = PAPERS[paper];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  const isPortrait = orientation === 'portrait';
  return {
    width,
    height,
    mapWidth: width - 2 * MARGIN_MM - (isPortrait ? 0 : LEGEND_MM.landscape),
    mapHeight: height - 2 * MARGIN_MM - TITLE_MM - (isPortrait ? LEGEND_MM.portrait : 0),
  };
}

/**
 * Metres on the ground for one metre of Web Mercator at a latitude. The projection takes the earth for a sphere: on
 * the ellipsoid a metre to the north and one to the east differ there by up to 0.7 %; the mean of both is taken, so
 * that neither is wrong by more than 0.35 %.
 */
function groundPerMercatorMetre(lat: number): number {
  const { meridian, transverse } = radiiAt(lat);
  return (Math.sqrt(meridian * transverse) / R) * Math.cos((lat * Math.PI) / 180);
}

/** The zoom (512-pixel tiles) at which a map, put on paper at its CSS size, has this scale at this latitude. */
export function zoomForScale(scale: number, lat: number): number {
  const groundPerPixel = (scale * MM_PER_INCH) / 96 / 1_000;
  return Math.log2((2 * Math.PI * R * groundPerMercatorMetre(lat)) / (512 * groundPerPixel));
}

/** The ground that a map of so many CSS pixels shows, around its middle. */
export function boundsAround([lng, lat]: LngLat, zoom: number, width: number, height: number): BBox {
  const degrees = 360 / (512 * 2 ** zoom);
  const y = mercatorY(lat);
  const half = (height / 2) * ((degrees * Math.PI) / 180);
  const latitude = (at: number): number => (Math.atan(Math.sinh(at)) * 180) / Math.PI;
  return [lng - (width / 2) * degrees, latitude(y - half), lng + (width / 2) * degrees, latitude(y + half)];
}

/** Length of a scale bar: a round number of metres that takes 30 to 75 mm on paper. */
export function barMetres(scale: number): number {
  const longest = (75 * scale) / 1_000;
  const power = 10 ** Math.floor(Math.log10(longest));
  return [5, 2, 1].map((step) => step * power).find((metres) => metres <= longest) ?? power;
}

/** Seconds of arc between grid lines that people can read off. */
const GRID_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800];

export interface GridLine {
  /** Degrees. */
  readonly value: number;
  /** Part of the map's width from its left, or of its height from its top. */
  readonly at: number;
}

/** Meridians and parallels at round values of WGS 84, about four of them across the map's shorter side. */
export function gridOf([west, south, east, north]: BBox): { lngs: GridLine[]; lats: GridLine[] } {
  const span = Math.min(east - west, north - south) * 3_600;
  const step = GRID_SECONDS.find((seconds) => span / seconds <= 5) ?? 3_600;
  const top = mercatorY(north);
  const bottom = mercatorY(south);
  return {
    lngs: roundValues(west, east, step).map((value) => ({ value, at: (value - west) / (east - west) })),
    lats: roundValues(south, north, step).map((value) => ({
      value,
      at: (top - mercatorY(value)) / (top - bottom),
    })),
  };
}

function roundValues(from: number, to: number, seconds: number): number[] {
  const first = Math.ceil((from * 3_600) / seconds);
  const last = Math.floor((to * 3_600) / seconds);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, index) => ((first + index) * seconds) / 3_600,
  );
}

const mercatorY = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));

/** West, east, south, north, as maps of each language abbreviate them. */
const DIRECTIONS: Readonly<Record<Language, Readonly<Record<'lng' | 'lat', readonly [string, string]>>>> = {
  id: { lng: ['BB', 'BT'], lat: ['LS', 'LU'] },
  en: { lng: ['W', 'E'], lat: ['S', 'N'] },
};

/** `116°49′30″ BT`, `1°15′00″ LS`: as Indonesian maps write a grid; English ones end in E and S. */
export function degreesInWords(value: number, axis: 'lng' | 'lat', language: Language): string {
  const seconds = Math.round(Math.abs(value) * 3_600);
  const direction = DIRECTIONS[language][axis][value < 0 ? 0 : 1];
  const two = (part: number): string => String(part).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  return `${Math.floor(seconds / 3_600)}°${two(minutes)}′${two(seconds % 60)}″ ${direction}`;
}

/** Settings of the sheet; in the address as `A4~landscape~5000~pola`. Where it looks is in the address of the map. */
export interface PrintSettings {
  readonly paper: Paper;
  readonly orientation: Orientation;
  readonly scale: number;
  /** Zones with a pattern per sub-zone, which black and white keeps apart. */
  readonly isHatched: boolean;
}

export function readSettings(state: string): PrintSettings {
  const [paper = '', orientation = '', scale = '', colors = ''] = state.split('~');
  return {
    paper: paper === 'A3' ? 'A3' : 'A4',
    orientation: orientation === 'portrait' ? 'portrait' : 'landscape',
    scale: SCALES.find((one) => String(one) === scale) ?? 5_000,
    isHatched: colors !== 'polos',
  };
}

export const writeSettings = ({ paper, orientation, scale, isHatched }: PrintSettings): string =>
  [paper, orientation, String(scale), isHatched ? 'pola' : 'polos'].join('~');
