import type { Language } from '#domain/language';
import { MAP_MM, type MapFrame } from './map-frame.ts';

/** A shape of the map, in metres from its upper left corner, as an SVG path; y grows downwards. */
export interface MapShape {
  readonly kind: 'zone' | 'parcel' | 'road' | 'ground';
  readonly path: string;
  /** Code of a zone, name of a road. */
  readonly label: string | null;
  readonly color: string | null;
  /** Where the label stands; null where there is no room for it. */
  readonly labelX: number | null;
  readonly labelY: number | null;
}

/** Where the upper left corner of the map lies in its grid, metres. */
export interface MapOrigin {
  readonly east: number;
  readonly north: number;
}

const INK = '#182123';
/** As maps in either language write them: timur, utara. */
const DIRECTIONS = { id: { east: 'T', north: 'U' }, en: { east: 'E', north: 'N' } } as const;
const FONT = 'font-family="Noto Sans"';

/**
 * The map as vectors, in millimetres of the paper: zones with their codes, parcels, roads, the ground; grid with its
 * numbers, north arrow, scale bar. Every zone carries its code, so that it is read in black and white too.
 */
export function drawMap(
  shapes: readonly MapShape[],
  frame: MapFrame,
  origin: MapOrigin,
  language: Language,
): string {
  const { width, height } = MAP_MM;
  const mm = frame.scale / 1_000;
  const of = (kind: MapShape['kind']): MapShape[] => shapes.filter((shape) => shape.kind === kind);
  const ground = of('ground')
    .map(({ path }) =>
      path === ''
        ? pin(frame, mm)
        : `<path d="${path}" fill="none" stroke="#fff" stroke-width="${1.8 * mm}" stroke-linejoin="round"/><path d="${path}" fill="none" stroke="${INK}" stroke-width="${0.9 * mm}" stroke-linejoin="round"/>`,
    )
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`,
    `<defs><clipPath id="frame"><rect width="${width}" height="${height}"/></clipPath></defs>`,
    `<g clip-path="url(#frame)"><rect width="${width}" height="${height}" fill="#fff"/><g transform="scale(${1 / mm})">`,
    ...of('zone').map(
      ({ path, color }) =>
        `<path d="${path}" fill="${isColor(color) ? color : '#ffffff'}" fill-opacity="0.55" stroke="#3c4443" stroke-width="${0.3 * mm}"/>`,
    ),
    ...of('parcel').map(
      ({ path }) => `<path d="${path}" fill="none" stroke="#6b7472" stroke-width="${0.12 * mm}"/>`,
    ),
    ...of('road').map(
      ({ path }) =>
        `<path d="${path}" fill="none" stroke="#fff" stroke-width="${1.1 * mm}"/><path d="${path}" fill="none" stroke="#3c4443" stroke-width="${0.25 * mm}" stroke-dasharray="${1.6 * mm} ${0.8 * mm}"/>`,
    ),
    ground,
    '</g>',
    ...[...of('zone'), ...of('road')].map((shape) => labelOf(shape, mm)),
    '</g>',
    grid(frame, origin, mm, language),
    northArrow(language),
    scaleBar(frame.scale),
    `<rect x="0.15" y="0.15" width="${width - 0.3}" height="${height - 0.3}" fill="none" stroke="${INK}" stroke-width="0.3"/>`,
    '</svg>',
  ].join('');
}

const isColor = (color: string | null): color is string => color !== null && /^#[0-9a-f]{6}$/i.test(color);

/** The point that was asked about, in the middle of its map. */
function pin({ halfWidthM, halfHeightM }: MapFrame, mm: number): string {
  const [x, y] = [halfWidthM, halfHeightM];
  return `<circle cx="${x}" cy="${y}" r="${2.2 * mm}" fill="none" stroke="#fff" stroke-width="${1.4 * mm}"/><circle cx="${x}" cy="${y}" r="${2.2 * mm}" fill="none" stroke="${INK}" stroke-width="${0.7 * mm}"/><circle cx="${x}" cy="${y}" r="${0.6 * mm}" fill="${INK}"/>`;
}

function labelOf({ kind, label, labelX, labelY }: MapShape, mm: number): string {
  if (label === null || labelX === null || labelY === null) return '';
  const size = kind === 'zone' ? 3 : 2.2;
  return text(label, labelX / mm, labelY / mm, size, kind === 'zone' ? 700 : 400, 'middle');
}

/** Letters with a light edge, so that they are read on every colour. */
function text(
  words: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  anchor: 'start' | 'middle' | 'end',
): string {
  const letters = words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const place = `x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" ${FONT}`;
  return `<text ${place} fill="#fff" stroke="#fff" stroke-width="0.7" stroke-linejoin="round">${letters}</text><text ${place} fill="${INK}">${letters}</text>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Millimetres between two lines of the grid, at least. */
const GRID_LEAST_MM = 25;

/** Ticks of round metres of the grid, with crosses where they meet; east along the upper edge, north along the left. */
function grid({ scale }: MapFrame, origin: MapOrigin, mm: number, language: Language): string {
  const { east: eastward, north: northward } = DIRECTIONS[language];
  const { width, height } = MAP_MM;
  const step =
    [10, 20, 50, 100, 200, 500, 1_000, 2_000].find((metres) => metres / mm >= GRID_LEAST_MM) ?? scale / 10;
  const values = (from: number, to: number): number[] => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) => (first + index) * step);
  };
  const easts = values(origin.east, origin.east + width * mm).map((east) => ({
    east,
    x: (east - origin.east) / mm,
  }));
  const norths = values(origin.north - height * mm, origin.north).map((north) => ({
    north,
    y: (origin.north - north) / mm,
  }));
  const ticks = [
    ...easts.map(({ x }) => `M${round(x)} 0v2.5M${round(x)} ${height}v-2.5`),
    ...norths.map(({ y }) => `M0 ${round(y)}h2.5M${width} ${round(y)}h-2.5`),
    ...easts.flatMap(({ x }) =>
      norths.map(({ y }) => `M${round(x - 1)} ${round(y)}h2M${round(x)} ${round(y - 1)}v2`),
    ),
  ].join('');
  return [
    `<path d="${ticks}" fill="none" stroke="${INK}" stroke-width="0.2"/>`,
    ...easts
      .filter(({ x }) => x > 12 && x < width - 20)
      .map(({ east, x }) => text(`${east} ${eastward}`, x, 4.6, 1.9, 400, 'middle')),
    ...norths
      .filter(({ y }) => y > 12 && y < height - 12)
      .map(({ north, y }) => text(`${north} ${northward}`, 3, y + 0.7, 1.9, 400, 'start')),
  ].join('');
}

function northArrow(language: Language): string {
  const x = MAP_MM.width - 8;
  return [
    `<rect x="${x - 5}" y="2" width="10" height="16" fill="#fff" fill-opacity="0.85"/>`,
    `<path d="M${x} 3.5l3 9-3-2-3 2z" fill="${INK}"/>`,
    text(DIRECTIONS[language].north, x, 16.6, 3, 700, 'middle'),
  ].join('');
}

/** A bar of round metres, half of it dark: lengths are read off it on a copy of any size. */
function scaleBar(scale: number): string {
  const longest = (50 * scale) / 1_000;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((candidate) => candidate <= longest) ?? power;
  const length = (metres * 1_000) / scale;
  const [x, y] = [6, MAP_MM.height - 6];
  const words = metres >= 1_000 ? `${metres / 1_000} km` : `${metres} m`;
  return [
    `<rect x="${x - 1.5}" y="${y - 4.6}" width="${round(length + 14)}" height="8" fill="#fff" fill-opacity="0.85"/>`,
    `<rect x="${x}" y="${y}" width="${round(length / 2)}" height="1.4" fill="${INK}"/>`,
    `<rect x="${x}" y="${y}" width="${round(length)}" height="1.4" fill="none" stroke="${INK}" stroke-width="0.25"/>`,
    text('0', x, y - 1, 2.2, 400, 'middle'),
    text(words, x + length, y - 1, 2.2, 400, 'middle'),
  ].join('');
}
