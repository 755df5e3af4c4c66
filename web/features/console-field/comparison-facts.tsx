import { type Comparison, compareGround } from '#domain/field-round/compare-ground';
import type { OutlineContent } from '#domain/field-round/item';
import { groundAreaM2, ringOf } from '#domain/field-round/outline';
import type { Round } from '#domain/field-round/round';
import { formatArea, formatMetres, formatPercent } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { texts } from './texts.ts';

/** Measured beside applied for, worked out on this device; what was measured alone where nothing was applied for. */
export function ComparisonFacts({
  applied,
  outline,
}: {
  applied: Round['applied'];
  outline: OutlineContent | null;
}) {
  const t = useTexts(texts);
  if (outline === null) return <p className="quiet">{t.notMeasured}</p>;
  return applied === null ? (
    <MeasuredFacts outline={outline} />
  ) : (
    <ComparedFacts seen={compareGround(applied, outline)} />
  );
}

function MeasuredFacts({ outline: { corners, accuracyM } }: { outline: OutlineContent }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <Facts
      facts={[
        [t.area, formatArea(groundAreaM2([[ringOf(corners)]]), language)],
        [t.certainty, accuracyM === null ? t.unknown : `± ${formatMetres(accuracyM, language)}`],
      ]}
    />
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
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
      <Facts facts={facts} />
      <p>{seen.isWithinAccuracy === null ? t.noCertainty : seen.isWithinAccuracy ? t.within : t.beyond}</p>
    </>
  );
}
