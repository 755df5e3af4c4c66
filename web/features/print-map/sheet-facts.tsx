import { useCallback, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { isPlan } from '#domain/zoning/is-plan';
import { readAddress, writeAddress } from '../../app/address.ts';
import { fetchAnswer } from '../../lib/api.ts';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useQuery } from '../../lib/query.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { shownLayers } from '../legend/index.ts';
import { type ToolProps, writeTool } from '../map-tool/index.ts';
import { barMetres, type PrintSettings, writeSettings } from './print-scale.ts';
import { printTexts } from './print-texts.ts';

/** Scale, north, reference system, versions with their decrees, source, moment and address of the sheet. */
export function SheetFacts({
  city,
  on,
  legend,
  toggled,
  centre,
  settings,
  attribution,
}: ToolProps & { centre: LngLat; settings: PrintSettings; attribution: string }) {
  const { language } = useReader();
  const t = useTexts(printTexts);
  const [printed] = useState(() => new Date());
  const ask = useCallback(
    (signal: AbortSignal) => fetchAnswer(centre, on, language, signal),
    [centre, on, language],
  );
  // Decrees stand with the answer of a place: that of the middle of the sheet, whose versions are the city's.
  const answer = useQuery(`answer ${centre.join()} ${on ?? ''} print`, ask).data;
  const drawn = shownLayers(legend?.layers ?? [], toggled).filter(
    ({ kind }) => isPlan(kind) || kind === 'overlay',
  );
  const moment = (at: Date, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
      ...options,
      timeZone: city.timeZone,
    }).format(at);
  const device = legend?.device;
  const search = window.location.search;
  const address = writeAddress(
    { ...readAddress(search), centre, zoom: 15, tool: writeTool('cetak', writeSettings(settings)) },
    search,
  );
  return (
    <section className="sheet-facts">
      <div className="sheet-scale">
        <svg className="sheet-north" viewBox="0 0 12 16" role="img" aria-label={t.northLabel}>
          <path d="M6 0 10 11 6 9 2 11Z" />
          <text x="6" y="15.6" textAnchor="middle">
            {t.north}
          </text>
        </svg>
        <div>
          <p className="sheet-numeric">{t.numericScale(formatNumber(settings.scale, language, 0))}</p>
          <ScaleBar scale={settings.scale} />
        </div>
      </div>
      <p>{t.crs}</p>
      <ul>
        {drawn.map((layer) => {
          const version = answer?.versions.find((one) => one.layerId === layer.layerId);
          return (
            <li key={layer.layerId}>
              <span lang="id">{layer.title}</span>
              {t.versionOnly(layer.versionId.slice(0, 8))}
              {version !== undefined && (
                <>
                  , <span lang="id">{version.decree}</span>
                  {t.since(formatDay(version.validFrom, language))}
                </>
              )}
            </li>
          );
        })}
      </ul>
      {device !== undefined && (
        <p className="sheet-device">
          <strong>
            {t.fromPack(
              device.version,
              `${moment(new Date(device.at), { dateStyle: 'long', timeStyle: 'short' })} ${city.timeZoneLabel}`,
            )}
            {device.isOutdated && ` ${t.outdated}`}
          </strong>
        </p>
      )}
      <p>
        {t.source}: <span lang="id">{[...city.attributions, attribution].filter(Boolean).join(' · ')}</span>
      </p>
      <p>
        {t.printed(
          moment(printed, { dateStyle: 'long' }),
          moment(printed, { timeStyle: 'short' }),
          city.timeZoneLabel,
        )}
        <br />
        <span className="sheet-link">{window.location.origin + address}</span>
      </p>
      <p className="sheet-disclaimer">{city.disclaimer}</p>
    </section>
  );
}

/** A bar of a round length in two halves, in true millimetres. */
function ScaleBar({ scale }: { scale: number }) {
  const { language } = useReader();
  const metres = barMetres(scale);
  const length = (metres * 1_000) / scale;
  const written = (m: number): string => formatNumber(m, language, 0);
  return (
    <svg
      className="sheet-bar"
      viewBox={`-4 0 ${length + 12} 7`}
      style={{ width: `${length + 12}mm`, height: '7mm' }}
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0" y="3.6" width={length / 2} height="1.8" />
      <rect className="sheet-bar-light" x={length / 2} y="3.6" width={length / 2} height="1.8" />
      <text x="0" y="2.8" textAnchor="middle">
        0
      </text>
      <text x={length / 2} y="2.8" textAnchor="middle">
        {written(metres / 2)}
      </text>
      <text x={length} y="2.8" textAnchor="middle">
        {written(metres)} m
      </text>
    </svg>
  );
}
