import { csvLine, splitCsvLine } from '../csv.ts';

type Row = Record<string, string>;
/** What a row said before the revision; null: the row did not exist yet. */
type Earlier = (row: Row) => Row | null;

const isHousing = (zone: string | undefined): boolean => /^R-\d$/.test(zone ?? '');
const isTrade = (zone: string | undefined): boolean => /^K-\d$/.test(zone ?? '');

/**
 * What the demo city's rules said before their invented revision, table by table. Tables that are not named are the
 * same. Figures differ where people look first: houses and shops.
 */
const EARLIER: Readonly<Record<string, Earlier>> = {
  regulations: (row) =>
    row.regulation_id === 'rdtr' ? { ...row, title: `${row.title}, sebelum revisi` } : row,
  'legal-sources': (row) =>
    row.source_id === 'rdtr-lampiran-intensitas' ? { ...row, article: 'Lampiran CONTOH-A1' } : row,
  intensity: (row) => {
    if (isHousing(row.zone_code) && row.measure === 'kdb')
      return { ...row, value: String(Number(row.value) - 10) };
    if (isHousing(row.zone_code) && row.measure === 'kdh')
      return { ...row, value: String(Number(row.value) + 5) };
    if (isTrade(row.zone_code) && row.measure === 'floors')
      return { ...row, value: String(Math.max(2, Number(row.value) - 2)) };
    return isTrade(row.zone_code) && row.measure === 'ktb' ? null : row;
  },
  setbacks: (row) =>
    row.regulation_id === 'rdtr' && row.kind === 'gsb' && row.value_m !== ''
      ? { ...row, value_m: String(Number(row.value_m) + 1) }
      : row,
  'itbx-cells': (row) => {
    if (!isHousing(row.zone_code)) return row;
    if (row.cell === 'T1,B2') return { ...row, cell: 'X' };
    return row.cell === 'T1' || row.cell === 'T2' ? { ...row, cell: 'I' } : row;
  },
  'overlay-effects': (row) => {
    if (row.theme === 'longsor' && row.level_code === 'sedang' && row.effect === 'cap') return null;
    return row.theme === 'resapan-air' && row.effect === 'cap'
      ? { ...row, value: '30', body: 'KDH paling sedikit 30 % di resapan air.' }
      : row;
  },
};

/**
 * The rule set of the demo city as it was before its revision, so that its history has something to show.
 * @param tables the rule set of today, table name → CSV text
 */
export function earlierTables(tables: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...tables].map(([name, text]) => [name, EARLIER[name] ? changeRows(text, EARLIER[name]) : text]),
  );
}

function changeRows(text: string, earlier: Earlier): string {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const columns = splitCsvLine(head);
  const rows = lines.flatMap((line) => {
    const fields = splitCsvLine(line);
    const row = earlier(Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? ''])));
    return row === null ? [] : [csvLine(columns.map((column) => row[column] ?? ''))];
  });
  return `${[head, ...rows].join('\n')}\n`;
}
