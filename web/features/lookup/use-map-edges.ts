import { type RefObject, useEffect, useRef } from 'react';
import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { Legend } from '#domain/zoning/legend';
import { afterPaint } from '../../lib/after-paint.ts';
import type { FirstSight, MapPort, MapView } from '../../map/map-port.ts';
import { isSheet, type PanelHeight } from '../../ui/use-panel.ts';
import { shownLayers } from '../legend/index.ts';

/** Room for the search field above the map on a phone, pixels. */
const TOP = 66;

/** Height of the lowest sheet, pixels; panel.css sets the same. */
const PEEK = 164;

/** Width of the legend's card with its distance from the edge, pixels; legend.css sets the same. */
const CARD = 376;

interface Looked {
  readonly place: LngLat | null;
  /** The view that the address keeps; null when it keeps none. */
  readonly view: MapView | null;
  /** What to show when nothing is chosen; null while it is not known. */
  readonly extent: BBox | null;
}

/**
 * What the map looks at: the view of the address, else the chosen place, else the whole city; always in the part
 * that the sheet leaves free. Followed when the place or the sheet changes, not while the reader moves the map.
 */
export function useMapEdges(
  port: MapPort | null,
  panel: RefObject<HTMLElement | null>,
  height: PanelHeight,
  isLegendOpen: boolean,
  { place, view, extent }: Looked,
): void {
  const kept = useRef(view);
  useEffect(() => {
    kept.current = view;
  });
  const opened = useRef<MapPort | null>(null);
  useEffect(() => {
    const page = panel.current?.parentElement;
    if (port === null || !page) return;
    const edges = mapEdges(height, isLegendOpen);
    const look = (): void => {
      port.keepClear(edges);
      if (kept.current !== null) port.show(kept.current);
      else if (place !== null) port.moveTo(place);
      else if (extent !== null) port.fitTo(extent);
      const { top, right, bottom } = edges;
      page.style.setProperty('--covered', `${bottom}px`);
      // The cross lies on the middle that Enter picks.
      page.style.setProperty('--clear', `${top}px ${right}px ${bottom}px 0`);
    };
    // A new map at once; a drawn one follows after the sheet has been seen to move.
    if (opened.current === port) return afterPaint(look);
    opened.current = port;
    look();
  }, [port, panel, height, isLegendOpen, place, extent]);
}

/** Where a map begins: at the view of the address, else at the chosen place; null for the whole city. */
export const firstLook = (view: MapView | null, place: LngLat | null): MapView | null =>
  view ?? (place === null ? null : { centre: place, zoom: 15 });

/** What a map that opens now shows first; null while that is not known. */
export function firstSight(
  legend: Pick<Legend, 'layers' | 'extent'> | undefined,
  toggled: readonly string[],
  height: PanelHeight,
  view: MapView | null,
): FirstSight | null {
  const look = view ?? legend?.extent;
  if (legend === undefined || !look) return null;
  return { layers: shownLayers(legend.layers, toggled), look, edges: mapEdges(height, false) };
}

/** What covers the map along its edges, pixels. */
function mapEdges(height: PanelHeight, isLegendOpen: boolean) {
  const hasSheet = isSheet();
  return {
    top: hasSheet ? TOP : 0,
    right: isLegendOpen && !hasSheet ? CARD : 0,
    bottom: hasSheet ? panelPixels(isLegendOpen ? 'half' : height) : 0,
    left: 0,
  };
}

/** Height of the sheet in pixels, as panel.css sets it. */
function panelPixels(height: PanelHeight): number {
  const whole = window.innerHeight;
  if (height === 'peek') return PEEK;
  return height === 'half' ? Math.round(whole * 0.55) : Math.max(whole - 176, PEEK);
}
