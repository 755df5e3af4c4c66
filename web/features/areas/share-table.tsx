import type { ZoneShare } from '#domain/areas/area-summary';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { texts } from './texts.ts';

const HECTARE_M2 = 10_000;
/** Ground below this, m², is the width of a line on the map. */
const NOISE_M2 = 100;

/** Zones by their ground, each with its share of the whole as bar and number. */
export function ShareTable({
  shares,
  wholeM2,
  unzonedM2 = 0,
  label,
}: {
  shares: readonly ZoneShare[];
  wholeM2: number;
  /** Ground of which the plan says nothing. */
  unzonedM2?: number;
  label: string;
}) {
  const { t, language } = useReader();
  const own = useTexts(texts);
  const percent = (m2: number): number => (wholeM2 === 0 ? 0 : (100 * m2) / wholeM2);
  /** One decimal, also where it is a zero: figures of a column stand below one another. */
  const tenths = (value: number): string =>
    new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(value);
  const isWithCode = shares.some(({ code, zoneName }) => code !== zoneName);
  return (
    <table className="shares" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{own.zone}</th>
          <th scope="col">{own.share}</th>
          <th scope="col">{own.ha}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <tr key={`${share.layerId} ${share.code}`}>
            <th scope="row">
              <Swatch color={share.color} /> {isWithCode && <strong>{share.code}</strong>}{' '}
              <span lang="id">{nameOf(share)}</span>
              {translated(share, t['law.word']) !== '' && (
                <span className="quiet"> {translated(share, t['law.word'])}</span>
              )}
            </th>
            <td>
              <Bar percent={percent(share.areaM2)} color={share.color} />
              <span className="shares-figure">{tenths(percent(share.areaM2))} %</span>
            </td>
            <td>{tenths(share.areaM2 / HECTARE_M2)}</td>
          </tr>
        ))}
        {unzonedM2 > NOISE_M2 && (
          <tr className="shares-unknown">
            <th scope="row">
              <Swatch color={null} /> {own.unzoned}
            </th>
            <td>
              <Bar percent={percent(unzonedM2)} color={null} />
              <span className="shares-figure">{tenths(percent(unzonedM2))} %</span>
            </td>
            <td>{tenths(unzonedM2 / HECTARE_M2)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Zone and sub-zone, said once when one holds the other. */
function nameOf({ zoneName: zone, subzoneName: subzone, code }: ZoneShare): string {
  if (zone === null) return subzone ?? (code === '' ? '–' : '');
  if (subzone === null || zone.includes(subzone)) return zone;
  return subzone.includes(zone) ? subzone : `${zone} – ${subzone}`;
}

const translated = ({ zoneName, subzoneName }: ZoneShare, word: (law: string) => string): string =>
  [zoneName, subzoneName]
    .map((name) => (name === null ? '' : word(name)))
    .filter(Boolean)
    .join(' – ');

/** The number beside it says the same. */
function Bar({ percent, color }: { percent: number; color: string | null }) {
  return (
    <svg
      className="bar"
      viewBox="0 0 100 8"
      width="100"
      height="8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="bar-ground" width="100" height="8" />
      <rect
        className={color === null ? 'bar-none' : undefined}
        width={Math.max(percent, 0.5)}
        height="8"
        fill={color ?? undefined}
      />
    </svg>
  );
}
