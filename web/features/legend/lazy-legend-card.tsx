import { lazy } from 'react';

/** The legend belongs to the map and is loaded with it, when it is first opened: text comes before it. */
export const LegendCard = lazy(async () => ({ default: (await import('./legend-card.tsx')).LegendCard }));
