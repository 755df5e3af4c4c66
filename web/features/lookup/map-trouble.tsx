import { useTexts } from '../../locale/feature-texts.ts';
import type { MapPort, MapTrouble } from '../../map/map-port.ts';
import { texts } from './map-texts.ts';

/** What happened to the map, what still works, and what to do. */
export function MapTroubleNote({ trouble, port }: { trouble: MapTrouble; port: MapPort }) {
  const t = useTexts(texts);
  return (
    <div className="map-trouble" role="status">
      <p>{t[trouble]}</p>
      {trouble === 'lost' ? (
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t.reload}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => port.retry()}>
          {t.retry}
        </button>
      )}
    </div>
  );
}
