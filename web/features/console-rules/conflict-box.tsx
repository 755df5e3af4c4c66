import { useEffect, useMemo } from 'react';
import { timelineSchema } from '#domain/release/timeline';
import { csvOfTable } from '#domain/rules/write-rule-tables';
import { tableWord } from '../../lib/rule-table-words.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import { Moment, useStaffQuery, Who } from '../console-frame/index.ts';
import { keepEdits } from './kept-edits.ts';
import { mergeTables } from './merge-tables.ts';
import { type RuleTables, ruleTablesSchema, versionPath } from './rules-api.ts';
import type { EditedTables } from './table-edits.ts';
import { texts } from './texts.ts';

/**
 * Somebody else saved a draft first: who and when, what both changed, the own edits as files, and the way on with both.
 */
export function ConflictBox({
  version,
  mine,
  newest,
  onNewest,
}: {
  version: RuleTables;
  mine: EditedTables;
  newest: string;
  onNewest: (versionId: string) => void;
}) {
  const t = useTexts(texts);
  const { language } = useReader();
  const { layerId } = version;
  const theirs = useStaffQuery(versionPath(newest), ruleTablesSchema).data;
  const timeline = useStaffQuery(
    `/api/v1/staff/layers/${encodeURIComponent(layerId)}/timeline`,
    timelineSchema,
  ).data;
  const draft = timeline?.drafts.find(({ versionId }) => versionId === newest);
  const merged = useMemo(
    () => (theirs === undefined ? null : mergeTables(version.tables, mine, theirs.tables)),
    [version.tables, mine, theirs],
  );
  const files = useMemo(
    () =>
      Object.entries(mine)
        .filter(([name, table]) => JSON.stringify(table) !== JSON.stringify(version.tables[name]))
        .map(([name, table]) => ({
          name,
          href: URL.createObjectURL(new Blob([csvOfTable(table)], { type: 'text/csv' })),
        })),
    [mine, version.tables],
  );
  useEffect(
    () => () => {
      for (const { href } of files) URL.revokeObjectURL(href);
    },
    [files],
  );
  const goOn = (): void => {
    if (merged === null) return;
    keepEdits(sessionStorage, layerId, newest, merged.tables);
    keepEdits(sessionStorage, layerId, version.versionId, null);
    onNewest(newest);
  };
  return (
    <Notice title={t.conflict}>
      {draft !== undefined && (
        <p>
          “{draft.label}”, <Who person={draft.by} />, <Moment at={draft.importedAt} />
        </p>
      )}
      <p>{t.conflictHelp}</p>
      {merged !== null && merged.contested.length === 0 && merged.apart.length === 0 && (
        <p>{t.noneContested}</p>
      )}
      {merged !== null && (merged.contested.length > 0 || merged.apart.length > 0) && (
        <>
          <p>{t.contested}</p>
          <ul className="rules-contested">
            {merged.contested.map(({ table, mine: own, theirs: other }) => (
              <li key={`${table} ${own.join()}`}>
                {tableWord(table, language)}:{' '}
                {(version.tables[table]?.columns ?? [])
                  .flatMap((column, at) =>
                    own[at] === other[at] ? [] : [`${column} “${own[at] ?? ''}” ≠ “${other[at] ?? ''}”`],
                  )
                  .join('; ')}
              </li>
            ))}
            {merged.apart.map((table) => (
              <li key={table}>
                {tableWord(table, language)}: {t.tooMany}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="form-actions">
        {files.map(({ name, href }) => (
          <a key={name} className="button" href={href} download={`${name}.csv`}>
            <StaffIcon name="download" />
            {t.mine(tableWord(name, language))}
          </a>
        ))}
        <button type="button" className="button-primary" aria-disabled={merged === null} onClick={goOn}>
          {t.newest}
        </button>
      </p>
    </Notice>
  );
}
