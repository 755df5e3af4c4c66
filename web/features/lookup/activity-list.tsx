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
      {wanted.map((code) => {
        const condition = conditions.find((candidate) => candidate.code === code);
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
