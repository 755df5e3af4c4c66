import { useTexts } from '../../locale/feature-texts.ts';
import type { MapTrouble } from '../../map/map-port.ts';
import { texts } from './map-texts.ts';

/**
 * What happened to the map, what still works, and what to do. `layers`: nobody knows yet which layers are in force on
 * the day that was asked for, so none is drawn.
 */
export function MapTroubleNote({
  trouble,
  onRetry,
}: {
  trouble: MapTrouble | 'layers';
  onRetry: () => void;
}) {
  const t = useTexts(texts);
  return (
    <div className="map-trouble" role="status">
      <p>{t[trouble]}</p>
      {trouble === 'lost' ? (
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t.reload}
        </button>
      ) : (
        <button type="button" className="button" onClick={onRetry}>
          {t.retry}
        </button>
      )}
    </div>
  );
}
