export { LegendCard } from './lazy-legend-card.tsx';
export { SymbolView } from './map-symbol.tsx';
export { shownLayers, useLegend } from './use-legend.ts';
