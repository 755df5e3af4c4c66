import type { Language } from '#domain/language';
import type { MapLabel } from '../sheet/sheet.ts';
import { MAP_MM, type MapFrame, type MapOrigin, PICTURE_MM } from './map-frame.ts';

/** What is drawn around a map: paths in millimetres of the picture, and the letters that go with them. */
export interface Furniture {
  readonly svg: string;
  readonly labels: readonly MapLabel[];
}

export const INK = '#182123';
/** As maps in either language write them: timur, utara. */
const DIRECTIONS = { id: { east: 'T', north: 'U' }, en: { east: 'E', north: 'N' } } as const;
const { left, top } = PICTURE_MM;
const { width, height } = MAP_MM;

export const round = (value: number): number => Math.round(value * 100) / 100;

/** Millimetres between two lines of the grid, at least. */
const GRID_LEAST_MM = 25;
const GRID_METRES = [10, 20, 50, 100, 200, 500, 1_000, 2_000];

/** Ticks of round metres of the grid, with crosses where they meet; its numbers stand outside of the map. */
export function gridOf({ scale }: MapFrame, origin: MapOrigin, language: Language): Furniture {
  const mm = scale / 1_000;
  const step = GRID_METRES.find((metres) => metres / mm >= GRID_LEAST_MM) ?? scale / 10;
  const values = (from: number, to: number): number[] => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) => (first + index) * step);
  };
  const easts = values(origin.east, origin.east + width * mm).map((east) => ({
    east,
    x: round(left + (east - origin.east) / mm),
  }));
  const norths = values(origin.north - height * mm, origin.north).map((north) => ({
    north,
    y: round(top + (origin.north - north) / mm),
  }));
  const ticks = [
    ...easts.map(({ x }) => `M${x} ${top}v2M${x} ${top + height}v-2`),
    ...norths.map(({ y }) => `M${left} ${y}h2M${left + width} ${y}h-2`),
    ...easts.flatMap(({ x }) => norths.map(({ y }) => `M${round(x - 1)} ${y}h2M${x} ${round(y - 1)}v2`)),
  ].join('');
  const { east: eastward, north: northward } = DIRECTIONS[language];
  return {
    svg: `<path d="${ticks}" fill="none" stroke="${INK}" stroke-width="0.2"/>`,
    labels: [
      ...easts
        .filter(({ x }) => x > left + 8 && x < left + width - 8)
        .map(({ east, x }): MapLabel => ({ kind: 'grid', x, y: 1.9, text: `${east} ${eastward}` })),
      ...norths
        .filter(({ y }) => y > top + 9 && y < top + height - 9)
        .map(({ north, y }): MapLabel => ({ kind: 'gridUp', x: 1.9, y, text: `${north} ${northward}` })),
    ],
  };
}

/** Below the map: a bar of round metres, half of it dark, so that lengths are read off a copy of any size; and north. */
export function legOf({ scale }: MapFrame, language: Language): Furniture {
  const longest = (50 * scale) / 1_000;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = [5, 2, 1].map((step) => step * power).find((candidate) => candidate <= longest) ?? power;
  const length = round((metres * 1_000) / scale);
  const [x, y] = [left + 1, top + height + 6];
  const north = left + width - 4;
  return {
    svg: [
      `<rect x="${x}" y="${y}" width="${round(length / 2)}" height="1.4" fill="${INK}"/>`,
      `<rect x="${x}" y="${y}" width="${length}" height="1.4" fill="none" stroke="${INK}" stroke-width="0.25"/>`,
      `<path d="M${north} ${top + height + 1.2}l2.2 6.6-2.2-1.5-2.2 1.5z" fill="${INK}"/>`,
    ].join(''),
    labels: [
      { kind: 'scale', x, y: y - 2, text: '0' },
      {
        kind: 'scale',
        x: x + length,
        y: y - 2,
        text: metres >= 1_000 ? `${metres / 1_000} km` : `${metres} m`,
      },
      { kind: 'north', x: north - 5, y: y - 1.2, text: DIRECTIONS[language].north },
    ],
  };
}
