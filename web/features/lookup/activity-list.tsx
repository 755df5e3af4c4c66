import type { Part } from '#domain/zoning/answer';
import { useReader } from '../../locale/reader.tsx';
import type { ActivityRow } from './activity-search.ts';
import { SourceLink } from './source-link.tsx';
import { VerdictBadge } from './verdict-badge.tsx';

/** The full text of every condition that a cell names; all of them apply together. */
export function Conditions({ codes, part }: { codes: readonly string[]; part: Part }) {
  const { t } = useReader();
  const wanted = codes.filter((code) => code !== 'I' && code !== 'X');
  if (wanted.length === 0) return null;
  return (
    <ul className="conditions">
      {wanted.map((code) => {
        const condition = part.conditions.find((candidate) => candidate.code === code);
        return (
          <li key={code}>
            <span className="condition-code">{code}</span>
            {condition === undefined ? (
              <span className="unknown">{t['itbx.missingCondition'](code)}</span>
            ) : (
              <span>
                <span lang="id">{condition.body}</span> <SourceLink sourceId={condition.sourceId} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Activities found by the reader's question: verdict first, then the sentence, then each condition. */
export function FoundActivities({ rows, part }: { rows: readonly ActivityRow[]; part: Part }) {
  const { t } = useReader();
  return (
    <ul className="found-activities">
      {rows.map((row) => (
        <li key={row.activityId}>
          <p className="found-name" lang="id">
            {row.name}
          </p>
          <VerdictBadge itbx={row.itbx} />
          <p>{t[`itbx.explain.${row.itbx}`]}</p>
          <Conditions codes={row.codes} part={part} />
        </li>
      ))}
    </ul>
  );
}
