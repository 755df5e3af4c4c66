import type { Map as MapLibreMap } from 'maplibre-gl';
import { groundShares } from './in-view/ground-shares.ts';
import type { LegendOfLayer } from './map-contract.ts';
import type { Scene } from './scene.ts';
import { legendOf } from './style/legend-of.ts';
import type { Palette } from './style/palette.ts';

type OnLegend = (legend: readonly LegendOfLayer[]) => void;

/** Tells whoever watches the legend; nothing is computed while nobody does. */
export function watchLegend(
  map: MapLibreMap,
  scene: Scene,
  palette: () => Palette,
  onLegend: OnLegend,
): () => void {
  const tell = (hasGround: boolean): void =>
    onLegend(
      legendOf(scene, palette(), map.getZoom(), ({ layerId }) =>
        hasGround ? groundShares(map, `${layerId}/fill`) : null,
      ),
    );
  const tellWithGround = (): void => tell(true);
  // Symbols at once, shares when all tiles are there.
  if (map.loaded()) tell(true);
  else tell(false);
  map.on('idle', tellWithGround);
  return () => map.off('idle', tellWithGround);
}
