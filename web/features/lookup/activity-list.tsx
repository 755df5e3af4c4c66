import type { Part } from '#domain/zoning/answer';
import { useReader } from '../../locale/reader.tsx';
import { SourceLink } from './source-link.tsx';

/** The full text of every condition that a cell names; all of them apply together. */
export function Conditions({
  codes,
  conditions,
}: {
  codes: readonly string[];
  conditions: Part['conditions'];
}) {
  const { t } = useReader();
  const wanted = codes.filter((code) => code !== 'I' && code !== 'X');
  if (wanted.length === 0) return null;
  return (
    <ul className="conditions">
      {wanted.flatMap((code) => {
        // An overlay may bring a condition of its own regulation under a code that the matrix has, too.
        const named = conditions.filter((candidate) => candidate.code === code);
        if (named.length === 0)
          return (
            <li key={code}>
              <span className="condition-code">{code}</span>
              <span className="unknown">{t['itbx.missingCondition'](code)}</span>
            </li>
          );
        return named.map(({ body, sourceId }) => (
          <li key={`${code} ${sourceId}`}>
            <span className="condition-code">{code}</span>
            <span>
              <span lang="id">{body}</span> <SourceLink sourceId={sourceId} />
            </span>
          </li>
        ));
      })}
    </ul>
  );
}
