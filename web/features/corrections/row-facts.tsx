import type { CaseRow } from '#domain/correction/correction';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { RowSaid, RowTitle } from './marked-row.tsx';
import { texts } from './texts.ts';

/** A row as it stood when somebody held it to be wrong, and in which version. */
export function RowFacts({ row }: { row: CaseRow }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <dl className="facts">
      <div>
        <dt>{t.about}</dt>
        <dd>
          <RowTitle row={row} />
        </dd>
      </div>
      <div>
        <dt>{t.said}</dt>
        <dd>
          <RowSaid row={row} />
        </dd>
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
          {t.ofVersion(formatDay(row.validFrom, language), row.decree)}
        </dd>
      </div>
    </dl>
  );
}
