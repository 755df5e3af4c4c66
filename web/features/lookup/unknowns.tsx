import type { Answer } from '#domain/zoning/answer';
import { type Reader, useReader } from '../../locale/reader.tsx';
import { themeTitle } from './themes.tsx';

interface Unknown {
  readonly what: string;
  readonly names: readonly string[];
}

/** Everything that the answer could not say, gathered by reason. */
function listUnknowns(answer: Answer, { t }: Reader): Unknown[] {
  const isSplit = answer.parts.length > 1;
  const fromParts = answer.parts.flatMap((part): Unknown[] => {
    const missing = [
      ...part.figures.filter((figure) => figure.status === 'notSet').map((f) => t[`measure.${f.measure}`]),
      ...part.setbacks.filter((one) => one.status === 'notSet').map((one) => t[`setback.${one.kind}`]),
    ];
    const silent = part.itbx.find((group) => group.itbx === 'unknown')?.activities.length ?? 0;
    const of = isSplit ? ` (${part.zone.code})` : '';
    return [
      { what: t['unknown.figures'] + of, names: [...new Set(missing)] },
      { what: silent === 0 ? '' : t['unknown.activities'](silent) + of, names: [] },
    ];
  });
  const reasons = [...new Set(answer.themes.noData.map((row) => row.reason ?? 'notMapped'))];
  const fromThemes = reasons.map((reason) => ({
    what: t['unknown.themes'](t[`reason.${reason}`]),
    names: answer.themes.noData
      .filter((row) => (row.reason ?? 'notMapped') === reason)
      .map((row) => themeTitle(row, t)),
  }));
  const cityPlan = answer.coverage !== 'outsideCity' && answer.rtrw.length === 0 ? t['rtrw.none'] : '';
  return [...fromParts, { what: cityPlan, names: [] }, ...fromThemes].filter(
    ({ what, names }) => names.length > 0 || (what !== '' && !what.startsWith(t['unknown.figures'])),
  );
}

export function Unknowns({ answer }: { answer: Answer }) {
  const reader = useReader();
  const unknowns = listUnknowns(answer, reader);
  if (unknowns.length === 0) return <p>{reader.t['unknown.none']}</p>;
  return (
    <ul className="unknown-list plain-list">
      {unknowns.map(({ what, names }) => (
        <li key={what}>
          {names.length === 0 ? (
            what
          ) : (
            <>
              <strong>{what}:</strong> {names.join(' · ')}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
