import type { LegendLayer } from '#domain/zoning/legend';

/** Drawing order of the kinds, lowest first: ground, plans, what limits them, networks, borders. */
const DRAWING_ORDER: readonly LegendLayer['kind'][] = [
  'rtrw',
  'zones',
  'parcel',
  'overlay',
  'utility',
  'road',
  'place',
  'admin',
];

/**
 * Layers in drawing order, lowest first; layers of one kind keep their own order.
 *
 * @param topFirst what the reader set: these layers change places among themselves, all others stay where they are
 */
export function inDrawingOrder(
  layers: readonly LegendLayer[],
  topFirst: readonly string[] = [],
): LegendLayer[] {
  const usual = layers.toSorted((a, b) => DRAWING_ORDER.indexOf(a.kind) - DRAWING_ORDER.indexOf(b.kind));
  const moved = topFirst.toReversed().flatMap((id) => usual.find(({ layerId }) => layerId === id) ?? []);
  return usual.map((layer) => (topFirst.includes(layer.layerId) ? (moved.shift() ?? layer) : layer));
}

/**
 * The shortest order that says the same: only the layers that left their place.
 *
 * @param topFirst all layer ids as they are now, the topmost first
 */
export function shortestOrder(layers: readonly LegendLayer[], topFirst: readonly string[]): string[] {
  const usual = inDrawingOrder(layers).toReversed();
  return topFirst.filter((id, place) => id !== usual[place]?.layerId);
}
