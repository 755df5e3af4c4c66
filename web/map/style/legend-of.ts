import { isPlan } from '#domain/zoning/is-plan';
import type { LegendLayer } from '#domain/zoning/legend';
import type { LegendOfLayer, MapSymbol } from '../map-contract.ts';
import { opacityOf, orderedLayers, type Scene } from '../scene.ts';
import { borderSymbol } from './base-layers.ts';
import { overlaySymbol, parcelSymbol, roadSymbol, utilitySymbol } from './network-layers.ts';
import type { Palette } from './palette.ts';
import { placeSymbol } from './place-layers.ts';
import { fillOpacityAt } from './zone-layers.ts';
import { legendSymbol, zoneSymbols } from './zone-symbols.ts';

/**
 * The legend of a scene, the topmost layer first. Every symbol comes from the file that draws it, and lets through what
 * the drawn layer lets through.
 *
 * @param zoom of the map; null where nothing is drawn, and colours are shown as they are prescribed
 */
export function legendOf(
  scene: Scene,
  palette: Palette,
  zoom: number | null,
  sharesOf: (layer: LegendLayer) => ReadonlyMap<string, number> | null,
): LegendOfLayer[] {
  return orderedLayers(scene)
    .toReversed()
    .map((layer) => {
      const isZones = isPlan(layer.kind);
      const { colors } = scene.look;
      const symbols = isZones
        ? zoneSymbols(layer, palette, colors, scene.paints.get(layer.layerId))
        : new Map<string, never>();
      const covers = zoom === null ? 1 : fillOpacityAt(zoom, layer.kind === 'zones', colors);
      const asDrawn = (symbol: MapSymbol): MapSymbol =>
        zoom === null ? symbol : faded(symbol, opacityOf(scene, layer.layerId));
      const symbol = isZones ? null : symbolOf(layer, palette);
      return {
        layerId: layer.layerId,
        symbol: symbol === null ? null : asDrawn(symbol),
        symbolByCode: new Map(
          [...symbols].map(([code, one]) => [code, asDrawn(legendSymbol(one, covers, palette.land))]),
        ),
        shares: isZones ? sharesOf(layer) : null,
      };
    });
}

/** @param pct how much of its layer the reader lets show */
const faded = (symbol: MapSymbol, pct: number): MapSymbol =>
  symbol.kind === 'line'
    ? { ...symbol, strength: pct / 100 }
    : { ...symbol, opacity: (symbol.opacity * pct) / 100, strength: pct / 100 };

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
