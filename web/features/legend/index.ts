export { LegendCard } from './legend-card.tsx';
export { shownLayers, useLegend } from './use-legend.ts';
