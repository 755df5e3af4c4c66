/** A pattern of strokes on a field that repeats: how it looks on the map and in the legend. */
export interface Hatch {
  /** Side of the field, pixels. */
  readonly size: number;
  /** Strokes, as an SVG path on a field of 10 × 10. */
  readonly path: string;
  /** Width of the strokes on the field of 10 × 10. */
  readonly width: number;
}

/** Strokes in an order in which neighbours of the list differ most. They run over the edge, so that they join. */
const STROKES = {
  rising: ['M-2 2L2-2M-2 12L12-2M8 12L12 8', 1.3],
  dots: ['M2.5 2.5h.01M7.5 7.5h.01', 2.8],
  falling: ['M-2 8L2 12M-2-2L12 12M8-2L12 2', 1.3],
  level: ['M0 2.5H10M0 7.5H10', 1.2],
  net: ['M-2 2L2-2M-2 12L12-2M8 12L12 8M-2 8L2 12M-2-2L12 12M8-2L12 2', 1],
  upright: ['M2.5 0V10M7.5 0V10', 1.2],
  grid: ['M0 5H10M5 0V10', 1.2],
  dashes: ['M.5 2.5H4.5M5.5 7.5H9.5', 1.4],
} as const;

const inSize = (suffix: string, size: number) =>
  Object.entries(STROKES).map(([name, [path, width]]) => [name + suffix, { size, path, width }] as const);

/** Every pattern by its name: eight kinds of strokes, then the same close together, then far apart. */
export const HATCHES: ReadonlyMap<string, Hatch> = new Map([
  ...inSize('', 10),
  ...inSize('-fine', 6),
  ...inSize('-wide', 16),
]);

export type HatchInk = 'dark' | 'light';

/** Strokes are see-through: the colour below stays the one that is prescribed. */
export const HATCH_INKS: Readonly<Record<HatchInk, string>> = {
  dark: 'rgba(16,24,26,0.62)',
  light: 'rgba(255,255,255,0.78)',
};
