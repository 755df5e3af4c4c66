import { type KeyboardEvent, useEffect, useState } from 'react';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatNumber } from '../../lib/format.ts';
import { tableWord } from '../../lib/rule-table-words.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import { Failure, goTo, TabLinks, useConsoleAddress, withQuery } from '../console-frame/index.ts';
import { DraftForm } from './draft-form.tsx';
import { FindingList } from './finding-list.tsx';
import { keepEdits, keptEdits } from './kept-edits.ts';
import type { RuleTables } from './rules-api.ts';
import { type Edit, edit, findRows, startEditing, undo } from './table-edits.ts';
import { cellId, TableGrid } from './table-grid.tsx';
import { texts } from './texts.ts';
import { useTableCheck } from './use-table-check.ts';

const PAGE = 40;

/** Every table of a rule set; what is typed is checked, can be taken back, and outlives a reload. */
export function RulesEditor({
  version,
  onNewest,
}: {
  version: RuleTables;
  onNewest: (versionId: string) => void;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const announce = useAnnounce();
  const { query } = useConsoleAddress();
  const { layerId, versionId } = version;
  const [state, setState] = useState(() => {
    const kept = keptEdits(sessionStorage, layerId, versionId);
    const start = startEditing(version.tables);
    return kept === null ? start : edit(start, { do: 'replace', tables: kept });
  });
  const [page, setPage] = useState(0);
  const { findings, error, isChecking } = useTableCheck(state.tables);
  const isChanged = state.tables !== version.tables;
  useEffect(() => {
    keepEdits(sessionStorage, layerId, versionId, isChanged ? state.tables : null);
  }, [layerId, versionId, isChanged, state.tables]);

  const names = Object.keys(state.tables);
  const name = names.find((one) => one === query.get('tabel')) ?? names[0] ?? '';
  const table = state.tables[name] ?? { columns: [], rows: [] };
  const words = query.get('cari') ?? '';
  const found = findRows(table, words);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const at = Math.min(page, pages - 1);
  const shown = found.slice(at * PAGE, (at + 1) * PAGE);
  const number = (value: number): string => formatNumber(value, language);
  const act = (one: Edit): void => {
    setState(edit(state, one));
    if (one.do === 'remove') announce(t.removed);
  };
  const takeBack = (): void => {
    if (state.past.length === 0) return;
    setState(undo(state));
    announce(t.undone);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    takeBack();
  };
  const goToCell = (where: { table: string; row: number | null; column: string | null }): void => {
    goTo(withQuery({ tabel: where.table, cari: null }), 'replace');
    if (where.row === null) return;
    setPage(Math.floor(where.row / PAGE));
    const column = (state.tables[where.table]?.columns ?? []).indexOf(where.column ?? '');
    const id = cellId(where.table, where.row, Math.max(0, column));
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Z of every field in it; the button does the same
    <div className="rules-editor" onKeyDown={onKey}>
      {error !== null && <Failure error={error} />}
      <FindingList findings={findings} isChecking={isChecking} onGo={goToCell} />
      <TabLinks
        label={t.tables}
        current={name}
        tabs={names.map((one) => ({
          id: one,
          href: withQuery({ tabel: one, cari: null }),
          name: tableWord(one, language),
          count: number(state.tables[one]?.rows.length ?? 0),
        }))}
      />
      <div className="filters">
        <FormField label={t.search}>
          {(control) => (
            <input
              {...control}
              type="search"
              value={words}
              onChange={(event) => {
                setPage(0);
                goTo(withQuery({ tabel: name, cari: event.target.value }), 'replace');
              }}
            />
          )}
        </FormField>
        <p className="form-actions">
          <button type="button" className="button" aria-disabled={state.past.length === 0} onClick={takeBack}>
            <StaffIcon name="undo" />
            {t.undo}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => act({ do: 'add', table: name, after: table.rows.length - 1 })}
          >
            <StaffIcon name="plus" />
            {t.addRow}
          </button>
        </p>
      </div>
      <p className="quiet">
        {t.found(number(found.length), number(table.rows.length))}. {t.keys}
      </p>
      <TableGrid
        name={name}
        table={table}
        rows={shown}
        findings={findings.filter((one) => one.table === name)}
        onEdit={act}
      />
      {pages > 1 && (
        <p className="form-actions">
          <button
            type="button"
            className="button"
            aria-disabled={at === 0}
            onClick={() => setPage(Math.max(0, at - 1))}
          >
            {t.previous}
          </button>
          <span className="tabular">{t.page(number(at * PAGE + 1), number(at * PAGE + shown.length))}</span>
          <button
            type="button"
            className="button"
            aria-disabled={at === pages - 1}
            onClick={() => setPage(Math.min(pages - 1, at + 1))}
          >
            {t.next}
          </button>
        </p>
      )}
      <DraftForm
        version={version}
        tables={state.tables}
        isChanged={isChanged}
        onDrop={() => setState(startEditing(version.tables))}
        onImport={(tables) => {
          setState(edit(state, { do: 'replace', tables }));
          announce(t.imported);
        }}
        onNewest={onNewest}
      />
    </div>
  );
}
