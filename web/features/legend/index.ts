export { legendCard } from './later-legend-card.ts';
export { LegendFailure } from './legend-failure.tsx';
export { SymbolView } from './map-symbol.tsx';
export { shownLayers, useLegend } from './use-legend.ts';
