import { type ReactNode, useEffect, useRef } from 'react';
import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { Legend, LegendLayer } from '#domain/zoning/legend';
import { useTexts } from '../../locale/feature-texts.ts';
import type { MapPort, MapShape } from '../../map/map-port.ts';
import { ZoomButtons } from '../../ui/zoom-buttons.tsx';
import { useLegend } from '../legend/index.ts';
import { texts } from './texts.ts';
import { useStaffMap } from './use-staff-map.ts';
import './staff-map.css';

/** What the map draws of what is in force on its day. */
export type ChooseLayers = (layers: readonly LegendLayer[]) => readonly LegendLayer[];

export const usualLayers: ChooseLayers = (layers) =>
  layers.filter((layer) => layer.isDrawn && ['admin', 'zones', 'road', 'place'].includes(layer.kind));
const NOTHING: readonly MapShape[] = [];

/**
 * The map as evidence beside a list: what is in force, with what the list speaks of on top. Everything that it shows
 * stands in the list too.
 */
export function StaffMap({
  label,
  on = null,
  choose = usualLayers,
  shapes = NOTHING,
  bbox = null,
  onPick = () => undefined,
  children,
}: {
  label: string;
  /** Day whose plan is drawn, `YYYY-MM-DD`; null = today. */
  on?: string | null;
  choose?: ChooseLayers;
  shapes?: readonly MapShape[];
  /** Where to look; a new box is looked at, the same one again is not. */
  bbox?: BBox | null;
  onPick?: (place: LngLat, metresPerPixel: number) => void;
  /** Lies on the map: what needs the map itself. */
  children?: (port: MapPort, legend: Legend | undefined) => ReactNode;
}) {
  const t = useTexts(texts);
  const container = useRef<HTMLDivElement>(null);
  const { port, hasTrouble } = useStaffMap(container, label, onPick);
  const legend = useLegend(on).data;
  useEffect(() => {
    if (port !== null && legend !== undefined) port.showLayers(choose(legend.layers), legend.names);
  }, [port, legend, choose]);
  useEffect(() => port?.showShapes('bukti', shapes), [port, shapes]);
  const [west, south, east, north] = bbox ?? legend?.extent ?? [];
  useEffect(() => {
    if (port === null || west === undefined || south === undefined) return;
    if (east !== undefined && north !== undefined) port.fitTo([west, south, east, north]);
  }, [port, west, south, east, north]);
  const isText = port?.kind === 'text';
  return (
    // The map itself is the region of this name.
    <div className="staff-map">
      <div className="staff-map-frame" hidden={isText}>
        <div ref={container} className={port === null ? 'map map-opening' : 'map'} />
        {port !== null && children?.(port, legend)}
        {port?.kind === 'drawn' && (
          <ZoomButtons bigger={t.bigger} smaller={t.smaller} onZoom={(by) => port.zoomBy(by)} />
        )}
      </div>
      {isText && <p className="quiet">{t.noMap}</p>}
      {hasTrouble && <p role="status">{t.failed}</p>}
    </div>
  );
}
