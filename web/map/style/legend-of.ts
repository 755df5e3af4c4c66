import type { LegendLayer } from '#domain/zoning/legend';
import type { LegendOfLayer, MapSymbol } from '../map-contract.ts';
import { orderedLayers, type Scene } from '../scene.ts';
import { borderSymbol } from './base-layers.ts';
import { overlaySymbol, parcelSymbol, roadSymbol, utilitySymbol } from './network-layers.ts';
import type { Palette } from './palette.ts';
import { placeSymbol } from './place-layers.ts';
import { legendSymbol, zoneSymbols } from './zone-symbols.ts';

/** The legend of a scene, the topmost layer first. Every symbol comes from the file that draws it. */
export function legendOf(
  scene: Scene,
  palette: Palette,
  sharesOf: (layer: LegendLayer) => ReadonlyMap<string, number> | null,
): LegendOfLayer[] {
  return orderedLayers(scene)
    .toReversed()
    .map((layer) => {
      const isZones = layer.kind === 'zones' || layer.kind === 'rtrw';
      const symbols = isZones
        ? zoneSymbols(layer, palette, scene.look.colors, scene.paints.get(layer.layerId))
        : new Map<string, never>();
      return {
        layerId: layer.layerId,
        symbol: isZones ? null : symbolOf(layer, palette),
        symbolByCode: new Map([...symbols].map(([code, symbol]) => [code, legendSymbol(symbol, 1)])),
        shares: isZones ? sharesOf(layer) : null,
      };
    });
}

function symbolOf(layer: LegendLayer, palette: Palette): MapSymbol | null {
  switch (layer.kind) {
    case 'overlay':
      return overlaySymbol(layer.theme ?? layer.layerId);
    case 'road':
      return roadSymbol(palette);
    case 'parcel':
      return parcelSymbol(palette);
    case 'utility':
      return utilitySymbol(palette);
    case 'admin':
      return borderSymbol(palette);
    case 'place':
      return placeSymbol(palette);
    default:
      return null;
  }
}
