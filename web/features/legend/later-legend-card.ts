import { later } from '../../lib/later.ts';

/** The legend belongs to the map and is loaded with it, when it is first opened: text comes before it. */
export const legendCard = later(async () => (await import('./legend-card.tsx')).LegendCard);
