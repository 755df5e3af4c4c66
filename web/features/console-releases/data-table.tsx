import { type ReactNode, useState } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { comparisonTexts } from './comparison-texts.ts';

/** Rows that are shown at first of a longer table; the most important stand ahead. */
const AT_FIRST = 12;

/** A table with a heading, in a frame that is scrolled by finger and keyboard where it is wider than the screen. */
export function DataTable({
  title,
  of,
  heads,
  numbers,
  rows,
}: {
  title: string;
  /** What it is about: the same table stands for several layers. */
  of: string;
  heads: readonly string[];
  /** Columns that hold numbers, counted from 0. */
  numbers: readonly number[];
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  const t = useTexts(comparisonTexts);
  const { language } = useReader();
  const [isWhole, setIsWhole] = useState(false);
  // One more line is no reason for a button.
  const shown = isWhole || rows.length <= AT_FIRST + 2 ? rows : rows.slice(0, AT_FIRST);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by the keyboard
    <section className="data-table-frame" aria-label={`${title}: ${of}`} tabIndex={0}>
      <table className="data-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={head} scope="col" className={numbers.includes(column) ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, column) => {
                const className = numbers.includes(column) ? 'number' : undefined;
                const name = `${key}-${heads[column] ?? column}`;
                return column === 0 ? (
                  <th key={name} scope="row" className={className}>
                    {cell}
                  </th>
                ) : (
                  <td key={name} className={className}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <p className="data-table-more">
          <button type="button" className="button" onClick={() => setIsWhole(true)}>
            {t.showAll(formatNumber(rows.length, language))}
          </button>
        </p>
      )}
    </section>
  );
}
