import type { LngLat } from '#domain/geo/lng-lat';
import type { CityFacts } from '../../app/page-data.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import { Icon } from '../../ui/icon.tsx';
import { MyLocation, ToolMenu } from '../tools/index.ts';

/** Buttons on the map: legend, nearer, farther, my location. */
export function MapControls({
  port,
  city,
  isLegendOpen,
  onLegend,
  onPick,
  onTool,
}: {
  port: MapPort;
  city: CityFacts;
  isLegendOpen: boolean;
  onLegend: () => void;
  onPick: (place: LngLat) => void;
  onTool: (tool: string, step: 'push') => void;
}) {
  const { t } = useReader();
  return (
    <div className="map-controls only-with-script">
      <button
        type="button"
        className="map-button map-button-wide"
        aria-expanded={isLegendOpen}
        aria-controls="legenda"
        onClick={onLegend}
      >
        <Icon name={isLegendOpen ? 'close' : 'layers'} />
        <span>{isLegendOpen ? t['legend.close'] : t['legend.open']}</span>
      </button>
      <ToolMenu isMapDrawn={port.kind === 'drawn'} onOpen={(id) => onTool(id, 'push')} />
      {port.kind === 'drawn' && (
        <div className="map-buttons">
          <button
            type="button"
            className="map-button"
            aria-label={t['map.zoomIn']}
            onClick={() => port.zoomBy(1)}
          >
            <Icon name="plus" />
          </button>
          <button
            type="button"
            className="map-button"
            aria-label={t['map.zoomOut']}
            onClick={() => port.zoomBy(-1)}
          >
            <Icon name="minus" />
          </button>
        </div>
      )}
      <MyLocation port={port} city={city} onPick={onPick} />
    </div>
  );
}
