export { LegendCard } from './lazy-legend-card.tsx';
export { shownLayers, useLegend } from './use-legend.ts';
