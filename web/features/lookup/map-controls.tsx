import type { LngLat } from '#domain/geo/lng-lat';
import type { CityFacts } from '../../app/page-data.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import type { MapPort, MapTrouble } from '../../map/map-port.ts';
import { Icon } from '../../ui/icon.tsx';
import '../../ui/styles/map-furniture.css';
import { MyLocation, ToolMenu } from '../tools/index.ts';
import { MapFurniture } from './map-furniture.tsx';
import { texts } from './map-texts.ts';
import { MapTroubleNote } from './map-trouble.tsx';
import { SpokenPlace } from './spoken-place.tsx';

/** What lies on the map: buttons, scale, north and sources, and what keeps the map from being seen. */
export function MapControls({
  port,
  city,
  on,
  isLegendOpen,
  onLegend,
  onPick,
  onTool,
  trouble,
  sources,
}: {
  port: MapPort;
  city: CityFacts;
  on: string | null;
  isLegendOpen: boolean;
  onLegend: () => void;
  onPick: (place: LngLat) => void;
  onTool: (tool: string, step: 'push') => void;
  trouble: MapTrouble | null;
  /** Who is to be named with what the map shows. */
  sources: readonly string[];
}) {
  const t = useTexts(texts);
  return (
    <>
      <div className="map-controls only-with-script">
        {port.kind === 'drawn' && (
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
        )}
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
        <MyLocation port={port} city={city} onPick={onPick} />
      </div>
      {port.kind === 'drawn' && (
        <>
          <SpokenPlace port={port} city={city} on={on} />
          <MapFurniture port={port} sources={sources.filter(Boolean)} />
          {trouble !== null && <MapTroubleNote trouble={trouble} port={port} />}
        </>
      )}
    </>
  );
}
