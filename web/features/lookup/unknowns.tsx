import type { Answer } from '#domain/zoning/answer';
import type { Reader } from '../../locale/reader.tsx';
import { useReader } from '../../locale/reader.tsx';
import { themeTitle } from './themes.tsx';

/** Everything that the answer could not say, each with its reason. */
function listUnknowns(answer: Answer, { t, language }: Reader): string[] {
  const prefix = (code: string): string => (answer.parts.length > 1 ? `${code} · ` : '');
  const fromParts = answer.parts.flatMap((part) => {
    const figures = part.figures
      .filter((figure) => figure.status === 'notSet')
      .map((figure) => t['unknown.figure'](t[`measure.${figure.measure}`]));
    const setbacks = part.setbacks
      .filter((setback) => setback.status === 'notSet')
      .map((setback) => t['unknown.figure'](t[`setback.${setback.kind}`]));
    const silent = part.itbx.find((group) => group.itbx === 'unknown')?.activities.length ?? 0;
    const activities = silent > 0 ? [t['unknown.activities'](silent)] : [];
    return [...figures, ...setbacks, ...activities].map((line) => prefix(part.zone.code) + line);
  });
  const fromThemes = answer.themes.noData.map((row) =>
    t['unknown.theme'](themeTitle(row, language), t[`reason.${row.reason ?? 'notMapped'}`]),
  );
  const withoutCityPlan =
    answer.coverage !== 'outsideCity' && answer.rtrw.length === 0 ? [t['rtrw.none']] : [];
  return [...new Set([...fromParts, ...withoutCityPlan, ...fromThemes])];
}

export function Unknowns({ answer }: { answer: Answer }) {
  const reader = useReader();
  const lines = listUnknowns(answer, reader);
  if (lines.length === 0) return <p>{reader.t['unknown.none']}</p>;
  return (
    <ul className="unknown-list plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
