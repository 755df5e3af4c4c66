import { useEffect, useState } from 'react';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatNumber, formatPercent } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { ZoneInView } from '../../map/map-port.ts';
import { Swatch } from '../../ui/swatch.tsx';
import type { ToolProps } from '../map-tool/index.ts';
import './zone-list.css';
import { zoneListTexts } from './zone-list-texts.ts';
import { directionTo, zoneColor, zoneName } from './zone-words.ts';

/** As many as can be read; more are counted, and come nearer when the map does. */
const SHOWN = 40;

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
  return (
    <div className="zone-list">
      <p className="quiet">{zones.length === 0 ? t.none : t.help}</p>
      <ul>
        {zones.slice(0, SHOWN).map((zone) => (
          <li key={`${zone.layerId} ${zone.key}`}>
            <button
              type="button"
              onClick={() => {
                choose(zone.inner);
                close('answer-title');
              }}
            >
              <Swatch color={zoneColor(zone, legend)} />
              <span>
                <strong>{zone.code}</strong> <span lang="id">{zoneName(zone, legend) ?? t.unknownCode}</span>
                <span className="zone-where">
                  {t.where(
                    zone.share < 0.001
                      ? `< ${formatNumber(0.1, language)} %`
                      : formatPercent(Math.round(zone.share * 1_000) / 10, language),
                    directionTo(zone.inner, middle, language),
                  )}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {zones.length > SHOWN && <p className="quiet">{t.more(zones.length - SHOWN)}</p>}
    </div>
  );
}
