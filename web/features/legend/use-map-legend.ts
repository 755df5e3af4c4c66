import { useEffect, useState } from 'react';
import type { LegendOfLayer, MapPort } from '../../map/map-port.ts';

/** The legend of what the map draws now; it follows the map. */
export function useMapLegend(port: MapPort): readonly LegendOfLayer[] {
  const [legend, setLegend] = useState<readonly LegendOfLayer[]>([]);
  useEffect(() => port.watchLegend(setLegend), [port]);
  return legend;
}
