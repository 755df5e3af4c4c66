import type { TileLayerSpec } from './layer-spec.ts';
import { zoneLayer } from './zone.ts';

/** Classes of the general plan, drawn for 1:25.000: coarser than zones, so one zoom less. */
export const rtrwLayer: TileLayerSpec = { ...zoneLayer, name: 'rtrw', maxZoom: 15 };
