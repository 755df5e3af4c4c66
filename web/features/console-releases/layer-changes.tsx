import type { LayerComparison } from '#domain/publication/comparison';
import { formatArea, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { ChangedFeatures } from './changed-features.tsx';
import type { ChangedGround } from './changed-ground.ts';
import { comparisonTexts } from './comparison-texts.ts';
import { DataTable } from './data-table.tsx';

/** Codes whose ground changes, the most ahead; then the others, by their names. */
const changedFirst = (codes: LayerComparison['codes']): LayerComparison['codes'] =>
  codes.toSorted(
    (one, other) =>
      Math.abs(other.afterM2 - other.beforeM2) - Math.abs(one.afterM2 - one.beforeM2) ||
      (one.code < other.code ? -1 : 1),
  );

/** What changes of one layer: counts, ground per code, and each feature with its place. */
export function LayerChanges({
  layer,
  isBrief,
  ground,
}: {
  layer: LayerComparison;
  /** Without the features, which are shown on a map. */
  isBrief: boolean;
  /** Undefined until it is known, null where it has no ground that changes. */
  ground: ChangedGround | null | undefined;
}) {
  const t = useTexts(comparisonTexts);
  const { language } = useReader();
  const number = (value: number): string => formatNumber(value, language);
  const area = (m2: number): string => formatArea(Math.round(m2), language);
  const signed = (m2: number): string => (m2 > 0 ? `+${area(m2)}` : area(m2));
  const code = (one: string | null): string => one ?? t.nothingThere;
  const { changes } = layer;
  return (
    <section className="block" aria-label={layer.title}>
      <h2>{layer.title}</h2>
      {layer.beforeVersion === null && <p>{t.first}</p>}
      <dl className="counts">
        {(['added', 'removed', 'reshaped', 'attributes'] as const).map((change) => (
          <div key={change}>
            <dt>{t[change]}</dt>
            <dd className="tabular">{number(changes[change])}</dd>
          </div>
        ))}
        <div>
          <dt>{t.same}</dt>
          <dd className="tabular">{number(layer.sameCount)}</dd>
        </div>
        <div>
          <dt>{t.moved}</dt>
          <dd className="tabular">{area(layer.movedM2)}</dd>
        </div>
      </dl>
      {!isBrief && layer.features.length > 0 && <ChangedFeatures layer={layer} ground={ground} />}
      {layer.moves.length > 0 && (
        <DataTable
          title={t.moves}
          of={layer.title}
          heads={[t.from, t.to, t.area]}
          numbers={[2]}
          rows={layer.moves.map((move) => ({
            key: `${move.from}-${move.to}`,
            cells: [code(move.from), code(move.to), area(move.areaM2)],
          }))}
        />
      )}
      {layer.codes.length > 0 && (
        <DataTable
          title={t.codes}
          of={layer.title}
          heads={[t.code, t.before, t.after, t.difference]}
          numbers={[1, 2, 3]}
          rows={changedFirst(layer.codes).map((one) => ({
            key: one.code,
            cells: [one.code, area(one.beforeM2), area(one.afterM2), signed(one.afterM2 - one.beforeM2)],
          }))}
        />
      )}
      {layer.fields.length > 0 && (
        <p className="quiet">
          {t.fields}: {layer.fields.map(({ field, count }) => t.fieldCount(field, number(count))).join(' · ')}
        </p>
      )}
    </section>
  );
}
