import { type Comparison, compareGround } from '#domain/field-round/compare-ground';
import type { OutlineContent } from '#domain/field-round/item';
import type { Round } from '#domain/field-round/round';
import { formatArea, formatMetres, formatPercent } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { texts } from './texts.ts';

/** Measured beside applied for, worked out on this device. */
export function ComparisonFacts({
  applied,
  outline,
}: {
  applied: Round['applied'];
  outline: OutlineContent | null;
}) {
  const t = useTexts(texts);
  if (applied === null || outline === null) return <p className="quiet">{t.notMeasured}</p>;
  return <ComparedFacts seen={compareGround(applied, outline)} />;
}

/** Areas, their difference, and how far the outlines lie apart beside how certain that is. */
export function ComparedFacts({ seen }: { seen: Comparison }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const sign = (value: number): string => (value > 0 ? '+' : '');
  const facts: readonly (readonly [string, string])[] = [
    [`${t.area}: ${t.applied}`, formatArea(seen.appliedAreaM2, language)],
    [`${t.area}: ${t.measured}`, formatArea(seen.measuredAreaM2, language)],
    [
      t.difference,
      `${sign(seen.differenceM2)}${formatArea(seen.differenceM2, language)} (${sign(seen.differencePct)}${formatPercent(seen.differencePct, language)})`,
    ],
    [t.distance, formatMetres(seen.largestDistanceM, language)],
    [t.certainty, seen.accuracyM === null ? t.unknown : `± ${formatMetres(seen.accuracyM, language)}`],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      <p>{seen.isWithinAccuracy === null ? t.noCertainty : seen.isWithinAccuracy ? t.within : t.beyond}</p>
    </>
  );
}
