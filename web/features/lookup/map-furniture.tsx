import { useEffect, useState } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import { texts } from './map-texts.ts';
import { scaleOf } from './scale-of.ts';

/** Scale, north and sources: what makes a picture a map. Seen aslant it has no one scale, so none is shown. */
export function MapFurniture({ port, sources }: { port: MapPort; sources: readonly string[] }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const [view, setView] = useState(port.view());
  useEffect(() => {
    setView(port.view());
    return port.watchView(setView);
  }, [port]);
  const { metres, pixels } = scaleOf(view);
  const turned = Math.round(-view.bearing);
  const length =
    metres < 1000 ? `${formatNumber(metres, language)} m` : `${formatNumber(metres / 1000, language)} km`;
  return (
    <div className="map-furniture">
      <svg
        className="north"
        viewBox="0 0 20 28"
        width="20"
        height="28"
        role="img"
        aria-label={turned === 0 ? t.north : t.northTurned(turned)}
      >
        <path d="M10 1l5 12H5Z" transform={`rotate(${turned} 10 7)`} />
        <text x="10" y="26" textAnchor="middle">
          {t.northLetter}
        </text>
      </svg>
      {view.pitch === 0 && (
        <svg className="scale" width={pixels + 2} height="22" role="img" aria-label={t.scale(length)}>
          <text x={pixels / 2 + 1} y="11" textAnchor="middle">
            {length}
          </text>
          <path d={`M1 14V20H${pixels + 1}V14`} />
        </svg>
      )}
      {sources.length > 0 && (
        <details className="map-sources">
          <summary>{t.sources}</summary>
          <ul>
            {sources.map((source) => (
              <li key={source} lang="id">
                {source}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
