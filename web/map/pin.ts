import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '#domain/geo/lng-lat';
import '../ui/styles/map-pin.css';

/**
 * The chosen place as an element above the map: it stands in the very next frame, while what the map itself draws needs
 * a new style first and, on some devices, a shader that was never used.
 *
 * @returns how to put it somewhere; null takes it away
 */
export function pinOn(map: MapLibreMap): (place: LngLat | null) => void {
  const element = document.createElement('div');
  element.className = 'map-pin';
  // The place is said in words where its answer stands.
  element.setAttribute('aria-hidden', 'true');
  let at: LngLat | null = null;
  const follow = (): void => {
    if (at === null) return;
    const { x, y } = map.project([at[0], at[1]]);
    element.style.transform = `translate(${x}px, ${y}px)`;
  };
  map.on('move', follow);
  map.on('resize', follow);
  return (place) => {
    at = place;
    follow();
    if (place === null) element.remove();
    else if (!element.isConnected) map.getCanvasContainer().append(element);
  };
}
