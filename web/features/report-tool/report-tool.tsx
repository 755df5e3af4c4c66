import { useEffect } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { formatPosition } from '../../lib/format.ts';
import { reportAddress } from '../../lib/report-address.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import { toolTexts } from './tool-texts.ts';

/** From the map to a report: the chosen place goes along behind `#`, where no server reads it, and may be changed by a tap before. */
export function ReportTool({
  port,
  place,
  choose,
}: {
  readonly port: MapPort;
  readonly place: LngLat | null;
  choose(place: LngLat): void;
}) {
  const { language } = useReader();
  const t = useTexts(toolTexts);
  useEffect(() => port.takeTaps(choose), [port, choose]);
  return (
    <>
      <p>{t.lead}</p>
      <p>{place === null ? t.tap : t.chosen(formatPosition(place, language))}</p>
      <p className="actions">
        <a className="button-primary" href={place === null ? '/lapor' : reportAddress(place)}>
          {place === null ? t.without : t.here}
        </a>
        <a className="button" href="/laporan">
          {t.follow}
        </a>
      </p>
    </>
  );
}
