import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapPort } from '../map-contract.ts';
import type { Scene } from '../scene.ts';

/** Tells the zones in view now and whenever the map rests; what finds them is loaded with the first question. */
export function watchZonesOn(map: MapLibreMap, scene: Scene): MapPort['watchZones'] {
  return (onZones) => {
    let isOver = false;
    const tell = async (): Promise<void> => {
      const { zonesInView } = await import('./zones-in-view.ts');
      if (!isOver) onZones(zonesInView(map, scene.layers));
    };
    const subscription = map.on('idle', tell);
    if (map.loaded()) void tell();
    return () => {
      isOver = true;
      subscription.unsubscribe();
    };
  };
}
