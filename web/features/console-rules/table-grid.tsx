import { type KeyboardEvent, useRef } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { columnWord, tableWord } from '../../lib/rule-table-words.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import type { Edit, EditedTable } from './table-edits.ts';
import { texts } from './texts.ts';

/** What is wrong with one cell, or with a row as a whole. */
export interface CellFinding {
  readonly row: number | null;
  readonly column: string | null;
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

export const cellId = (name: string, row: number, column: number): string => `sel-${name}-${row}-${column}`;

/** One table as a sheet: every cell is a field; what is wrong with it stands below it. */
export function TableGrid({
  name,
  table,
  rows,
  findings,
  onEdit,
}: {
  name: string;
  table: EditedTable;
  /** The rows that are shown, by their numbers from 0. */
  rows: readonly number[];
  findings: readonly CellFinding[];
  onEdit: (edit: Edit) => void;
}) {
  const t = useTexts(texts);
  const { language } = useReader();
  const frame = useRef<HTMLElement>(null);
  const move = (event: KeyboardEvent, row: number, column: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rows[rows.indexOf(row) + step];
    if (next === undefined) return;
    event.preventDefault();
    const field = document.getElementById(cellId(name, next, column));
    if (field instanceof HTMLInputElement) {
      field.focus();
      field.select();
    }
  };
  return (
    <section ref={frame} className="grid-frame" aria-label={tableWord(name, language)}>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t.row}
            </th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {columnWord(column, language)}
                {columnWord(column, language) !== column && (
                  <span className="grid-column-name" aria-hidden="true">
                    {column}
                  </span>
                )}
              </th>
            ))}
            <th scope="col">{t.actions}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row" className="number">
                {formatNumber(row + 1, language)}
              </th>
              {table.columns.map((column, at) => (
                <Cell
                  key={column}
                  id={cellId(name, row, at)}
                  label={`${columnWord(column, language)}, ${t.row} ${row + 1}`}
                  text={table.rows[row]?.[at] ?? ''}
                  finding={findings.find((one) => one.row === row && one.column === column)}
                  isColor={column === 'color'}
                  onWrite={(text) => onEdit({ do: 'write', table: name, row, column: at, text })}
                  onKey={(event) => move(event, row, at)}
                />
              ))}
              <td className="grid-actions">
                <button
                  type="button"
                  aria-label={`${t.addBelow}: ${row + 1}`}
                  title={t.addBelow}
                  onClick={() => onEdit({ do: 'add', table: name, after: row })}
                >
                  <StaffIcon name="plus" />
                </button>
                <button
                  type="button"
                  aria-label={`${t.remove}: ${row + 1}`}
                  title={t.remove}
                  onClick={() => onEdit({ do: 'remove', table: name, row })}
                >
                  <StaffIcon name="close" />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({
  id,
  label,
  text,
  finding,
  isColor,
  onWrite,
  onKey,
}: {
  id: string;
  label: string;
  text: string;
  finding: CellFinding | undefined;
  isColor: boolean;
  onWrite: (text: string) => void;
  onKey: (event: KeyboardEvent) => void;
}) {
  const t = useTexts(texts);
  const isWrong = finding?.severity === 'error';
  return (
    <td className={finding === undefined ? undefined : isWrong ? 'grid-wrong' : 'grid-doubtful'}>
      {isColor && (
        <input
          type="color"
          aria-label={`${label}: ${t.pickColor}`}
          title={t.pickColor}
          // What is no such code shows as black, and stays as it is written beside it.
          value={/^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : '#000000'}
          onChange={(event) => onWrite(event.target.value)}
        />
      )}
      <input
        id={id}
        type="text"
        aria-label={label}
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={finding === undefined ? undefined : `${id}-temuan`}
        // As wide as its words, within bounds: a sheet is read across.
        size={Math.min(48, Math.max(8, text.length + 1))}
        value={text}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={onKey}
      />
      {finding !== undefined && (
        <p id={`${id}-temuan`} className="grid-finding">
          {finding.text}
        </p>
      )}
    </td>
  );
}
