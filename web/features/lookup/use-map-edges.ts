import { type RefObject, useEffect } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { MapPort } from '../../map/map-port.ts';
import type { PanelHeight } from '../../ui/use-panel.ts';

/** Room for the search field above the map on a phone, pixels. */
const TOP = 72;

/** Keeps the chosen place out from under the sheet: the map knows how much of it the page covers. */
export function useMapEdges(
  port: MapPort | null,
  panel: RefObject<HTMLElement | null>,
  height: PanelHeight,
  place: LngLat | null,
): void {
  useEffect(() => {
    if (port === null || panel.current === null) return;
    const isSheet = window.matchMedia('(max-width: 839px)').matches;
    const covered = isSheet ? panelPixels(height) : 0;
    port.keepClear({ top: isSheet ? TOP : 0, right: 0, bottom: covered, left: 0 });
    if (place !== null) port.moveTo(place);
    panel.current.parentElement?.style.setProperty('--covered', `${covered}px`);
  }, [port, panel, height, place]);
}

/** Height of the sheet in pixels, as panel.css sets it. */
function panelPixels(height: PanelHeight): number {
  const whole = window.innerHeight;
  if (height === 'peek') return 148;
  return height === 'half' ? Math.round(whole * 0.55) : Math.max(whole - 176, 148);
}
