import type { MapOptions, MapPort } from './map-contract.ts';

export type {
  DrawingControl,
  LegendOfLayer,
  MapOptions,
  MapPicture,
  MapPort,
  MapShape,
  MapSymbol,
  MapTrouble,
  MapView,
  OverlayPaint,
  PaintedFill,
  SecondMap,
  ShapeLook,
  ZoneInView,
  ZonePaint,
} from './map-contract.ts';

/**
 * Opens the drawn map, whose engine is loaded only now; where it cannot draw, the map of words that says so.
 * The text of the page never waits for this.
 */
export async function openMap(container: HTMLElement, options: MapOptions): Promise<MapPort> {
  try {
    const { openMapLibre } = await import('./maplibre-map.ts');
    return openMapLibre(container, options);
  } catch {
    const { openTextMap } = await import('./text-map.ts');
    return openTextMap(options);
  }
}
