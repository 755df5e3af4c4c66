import type { LegendLayer } from '#domain/zoning/legend';

/** Drawing order of the kinds, lowest first: ground, plans, what limits them, networks, borders. */
export const DRAWING_ORDER: readonly LegendLayer['kind'][] = [
  'rtrw',
  'zones',
  'parcel',
  'overlay',
  'utility',
  'road',
  'admin',
];

/** Layers in drawing order; layers of one kind keep their own order. */
export const inDrawingOrder = (layers: readonly LegendLayer[]): LegendLayer[] =>
  [...layers].sort((a, b) => DRAWING_ORDER.indexOf(a.kind) - DRAWING_ORDER.indexOf(b.kind));
