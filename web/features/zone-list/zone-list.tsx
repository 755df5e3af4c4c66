import { useEffect, useState } from 'react';
import { distanceM } from '#domain/geo/measure';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatMetres, formatNumber, formatPercent } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { ZoneInView } from '../../map/map-port.ts';
import { Swatch } from '../../ui/swatch.tsx';
import type { ToolProps } from '../map-tool/index.ts';
import './zone-list.css';
import { zoneListTexts } from './zone-list-texts.ts';
import { directionTo, groupZones, zoneColor, zoneName } from './zone-words.ts';

/** As many of a code as can be read; more are counted, and come nearer when the map does. */
const SHOWN = 6;

/** The zones on this screen as a list: the way to pick one without seeing or touching the map. */
export function ZoneList({ port, legend, choose, close }: ToolProps) {
  const { language } = useReader();
  const t = useTexts(zoneListTexts);
  const announce = useAnnounce();
  const [zones, setZones] = useState<readonly ZoneInView[] | null>(null);
  useEffect(() => port.watchZones(setZones), [port]);
  const count = zones?.length ?? null;
  useEffect(() => {
    if (count !== null) announce(t.found(count));
  }, [announce, count, t]);
  if (zones === null) return <p className="quiet">{t.looking}</p>;
  const middle = port.view().centre;
  const nameOf = (group: Parameters<typeof zoneName>[0]) => zoneName(group, legend) ?? null;
  const inWords = (share: number): string =>
    share < 0.001
      ? `< ${formatNumber(0.1, language)} %`
      : formatPercent(Math.round(share * 1_000) / 10, language);
  return (
    <div className="zone-list">
      <p className="quiet">{zones.length === 0 ? t.none : t.help}</p>
      {groupZones(zones).map((group) => (
        <div key={`${group.layerId} ${group.code}`}>
          <h2>
            {group.code} {nameOf(group) === null ? t.unknownCode : <span lang="id">{nameOf(group)}</span>}
          </h2>
          <p className="quiet">{t.group(group.zones.length, inWords(group.share))}</p>
          <ul>
            {group.zones.slice(0, SHOWN).map((zone) => (
              <li key={zone.key}>
                <button
                  type="button"
                  onClick={() => {
                    choose(zone.inner);
                    close('answer-title');
                  }}
                >
                  <Swatch color={zoneColor(zone, legend)} />
                  <span>
                    <strong>{zone.code}</strong>{' '}
                    {t.where(
                      inWords(zone.share),
                      formatMetres(Math.round(distanceM(zone.inner, middle)), language),
                      directionTo(zone.inner, middle, language),
                    )}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {group.zones.length > SHOWN && <p className="quiet">{t.more(group.zones.length - SHOWN)}</p>}
        </div>
      ))}
    </div>
  );
}
