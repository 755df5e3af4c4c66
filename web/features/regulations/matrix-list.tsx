import type { MatrixText } from '#domain/rules/regulation-text';
import { useTexts } from '../../locale/feature-texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { texts } from './texts.ts';

/** A matrix as text: each activity with its outcomes, each outcome with its zones. A table of that size reads on no phone. */
export function MatrixList({ matrix }: { matrix: MatrixText }) {
  const t = useTexts(texts);
  return (
    <>
      <p className="quiet">{matrix.emptyMeans === 'X' ? t.emptyX : t.emptyUnknown}</p>
      {matrix.groups.map(({ name, rows }) => (
        <details key={name} className="quiet-details matrix-group">
          <summary>
            <span lang="id">{name}</span> <span className="quiet">{rows.length}</span>
            <Icon name="down" />
          </summary>
          <dl className="matrix">
            {rows.map((row) => (
              <div key={row.name}>
                <dt lang="id">{row.name}</dt>
                {row.outcomes.map(({ codes, zoneCodes }) => (
                  <dd key={codes.join()}>
                    <strong>{codes.length === 0 ? t.empty : codes.join(' ')}</strong>{' '}
                    <span>{zoneCodes.join(', ')}</span>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      ))}
    </>
  );
}
