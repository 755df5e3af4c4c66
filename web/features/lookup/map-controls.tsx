import { useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { useAnnounce } from '../../app/announcer.tsx';
import { useReader } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import { Icon } from '../../ui/icon.tsx';
import { ToolMenu } from '../tools/index.ts';

/** Buttons on the map: legend, nearer, farther, my location. */
export function MapControls({
  port,
  isLegendOpen,
  onLegend,
  onPick,
  onTool,
}: {
  port: MapPort | null;
  isLegendOpen: boolean;
  onLegend: () => void;
  onPick: (place: LngLat) => void;
  onTool: (tool: string, step: 'push') => void;
}) {
  const { t } = useReader();
  const announce = useAnnounce();
  const [isLost, setIsLost] = useState(false);
  const locate = (): void => {
    const fail = (): void => {
      setIsLost(true);
      announce(t['map.locateFailed']);
    };
    if (!('geolocation' in navigator)) {
      fail();
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setIsLost(false);
        onPick([coords.longitude, coords.latitude]);
      },
      fail,
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  };
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
      <ToolMenu isMapDrawn={port?.kind === 'drawn'} onOpen={(id) => onTool(id, 'push')} />
      {port?.kind === 'drawn' && (
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
      <button type="button" className="map-button" aria-label={t['map.locate']} onClick={locate}>
        <Icon name="locate" />
      </button>
      {isLost && <p className="map-trouble">{t['map.locateFailed']}</p>}
    </div>
  );
}
