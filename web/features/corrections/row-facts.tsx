import type { CaseRow } from '#domain/correction/correction';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { rowSaid, rowTitle } from './row-words.ts';
import { texts } from './texts.ts';

/** A row as it stood when somebody held it to be wrong, and in which version. */
export function RowFacts({ row }: { row: CaseRow }) {
  const reader = useReader();
  const t = useTexts(texts);
  return (
    <dl className="facts">
      <div>
        <dt>{t.about}</dt>
        <dd>{rowTitle(row, reader)}</dd>
      </div>
      <div>
        <dt>{t.said}</dt>
        <dd>{rowSaid(row, reader)}</dd>
      </div>
      {row.basis !== null && (
        <div>
          <dt>{t.law}</dt>
          <dd lang="id">
            {row.basis.article}, {row.basis.regulationTitle}
          </dd>
        </div>
      )}
      <div>
        <dt>{t.version}</dt>
        <dd>
          <span lang="id">{row.layerTitle}</span>,{' '}
          {t.ofVersion(formatDay(row.validFrom, reader.language), row.decree)}
        </dd>
      </div>
    </dl>
  );
}
