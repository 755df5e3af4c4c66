import type { LngLat } from '#domain/geo/lng-lat';
import type { Provenance } from '#domain/pack/provenance';
import type { Legend } from '#domain/zoning/legend';
import { LatePart } from '../../app/late-part.tsx';
import type { CityFacts } from '../../app/page-data.ts';
import { later } from '../../lib/later.ts';
import type { Query } from '../../lib/query.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import type { MapPort, MapTrouble } from '../../map/map-port.ts';
import { Icon } from '../../ui/icon.tsx';
import '../../ui/styles/map-furniture.css';
import { MyLocation, ToolMenu } from '../tools/index.ts';
import { MapFurniture } from './map-furniture.tsx';
import { texts } from './map-texts.ts';
import { MapTroubleNote } from './map-trouble.tsx';
import { SpokenPlace } from './spoken-place.tsx';

const deviceLine = later(async () => (await import('../offline/index.ts')).DeviceLine);

/** What lies on the map: buttons, scale, north and sources, and what keeps the map from being seen. */
export function MapControls({
  port,
  city,
  on,
  legend,
  isLegendOpen,
  onLegend,
  choice,
  onPick,
  onTool,
  trouble,
  sources,
  device,
}: {
  port: MapPort;
  city: CityFacts;
  on: string | null;
  legend: Query<Legend>;
  isLegendOpen: boolean;
  onLegend: () => void;
  /** The place or the area that the reader has chosen. */
  choice: unknown;
  onPick: (place: LngLat) => void;
  onTool: (tool: string, step: 'push') => void;
  trouble: MapTrouble | null;
  /** Who is to be named with what the map shows. */
  sources: readonly string[];
  /** Where what is drawn comes from, when the server did not say just now what is in force. */
  device: Provenance | undefined;
}) {
  const t = useTexts(texts);
  // The open card says it itself.
  const isWithoutLayers =
    trouble !== 'lost' && !isLegendOpen && legend.error !== null && legend.data === undefined;
  return (
    <>
      <div className="map-controls only-with-script">
        {/* Without a drawn map, too: it holds the day, and explains the colours that answers name. */}
        <button
          type="button"
          className="map-button map-button-wide"
          aria-expanded={isLegendOpen}
          aria-controls="legenda"
          onClick={onLegend}
        >
          <Icon name={isLegendOpen ? 'close' : 'layers'} />
          <span>{isLegendOpen ? t.closeLegend : t.legend}</span>
        </button>
        <ToolMenu
          isMapDrawn={port.kind === 'drawn'}
          onUnfold={() => {
            if (isLegendOpen) onLegend();
          }}
          onOpen={(id) => onTool(id, 'push')}
        />
        {port.kind === 'drawn' && (
          <div className="map-buttons">
            <button type="button" className="map-button" aria-label={t.zoomIn} onClick={() => port.zoomBy(1)}>
              <Icon name="plus" />
            </button>
            <button
              type="button"
              className="map-button"
              aria-label={t.zoomOut}
              onClick={() => port.zoomBy(-1)}
            >
              <Icon name="minus" />
            </button>
          </div>
        )}
        <MyLocation port={port} city={city} choice={choice} onPick={onPick} />
      </div>
      {port.kind === 'drawn' && (
        <>
          <SpokenPlace port={port} city={city} on={on} />
          <MapFurniture port={port} sources={sources.filter(Boolean)} />
          {trouble === null && !isWithoutLayers && device !== undefined && (
            <LatePart later={deviceLine}>
              {(DeviceLine) => (
                <div className="map-trouble" role="status">
                  <DeviceLine from={device} />
                </div>
              )}
            </LatePart>
          )}
          {isWithoutLayers ? (
            <MapTroubleNote trouble="layers" onRetry={legend.refetch} />
          ) : (
            trouble !== null && <MapTroubleNote trouble={trouble} onRetry={port.retry} />
          )}
        </>
      )}
    </>
  );
}
