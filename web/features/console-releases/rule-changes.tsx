import type { Language } from '#domain/language';
import type { RulesComparison } from '#domain/publication/comparison';
import { formatNumber } from '../../lib/format.ts';
import { columnWord, tableWord } from '../../lib/rule-table-words.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { comparisonTexts } from './comparison-texts.ts';
import { DataTable } from './data-table.tsx';

/** Rows of rule tables that differ, each with what it said before and says then. */
export function RuleChanges({ rules }: { rules: RulesComparison }) {
  const t = useTexts(comparisonTexts);
  const { language } = useReader();
  const number = (value: number): string => formatNumber(value, language);
  if (rules.tables.length === 0) return null;
  return (
    <section className="block" aria-label={`${t.rules}: ${rules.title}`}>
      <h2>
        {t.rules}: {rules.title}
      </h2>
      {rules.tables.map((table) => (
        <DataTable
          key={table.table}
          title={`${tableWord(table.table, language)}: ${t.tableCount(number(table.added), number(table.removed), number(table.changed))}`}
          of={rules.title}
          heads={[t.row, t.change, t.before, t.after]}
          numbers={[]}
          rows={table.rows.map((row) => ({
            key: `${row.change}-${row.key}`,
            cells: [
              row.key,
              t[`row.${row.change}`],
              said(row.columns, 0, language),
              said(row.columns, 1, language),
            ],
          }))}
        />
      ))}
    </section>
  );
}

/** One side of what a row says, column by column. */
const said = (
  columns: Readonly<Record<string, readonly [unknown, unknown]>>,
  side: 0 | 1,
  language: Language,
): string =>
  Object.entries(columns)
    .filter(([, values]) => values[side] !== null && values[side] !== undefined)
    .map(([name, values]) => `${columnWord(name, language)}: ${write(values[side], language)}`)
    .join('; ');

const write = (value: unknown, language: Language): string => {
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'number') return formatNumber(value, language, 6);
  return Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
};

const YES_NO = { id: ['ya', 'tidak'], en: ['yes', 'no'] } as const;
