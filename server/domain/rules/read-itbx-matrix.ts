import { activityIdOf } from './activity-id.ts';
import { type CsvRecord, parseCsv } from './csv.ts';
import { parseItbxCell } from './itbx-cell.ts';
import { codeOfKodunk } from './kodunk.ts';
import { errorAt, type RulesProblem, warningAt } from './problem.ts';
import { LOST_CHARACTER, type Placed } from './read-table.ts';
import type { ItbxCellRow } from './tables.ts';

/** An activity as the matrix names it; `activity_id` only where the file has that column. */
export type MatrixActivity = {
  readonly activity_id: string | null;
  readonly group_name: string;
  readonly name: string;
};
export type ReadMatrix = {
  readonly zoneCodes: readonly string[];
  readonly activities: readonly Placed<MatrixActivity>[];
  readonly cells: readonly Placed<ItbxCellRow & { readonly activity: MatrixActivity }>[];
  readonly problems: readonly RulesProblem[];
};

type Leading = 'number' | 'group_name' | 'name' | 'activity_id';

const LEADING_NAMES: Readonly<Record<string, Leading>> = {
  no: 'number',
  nomor: 'number',
  group_name: 'group_name',
  kelompok: 'group_name',
  'kelompok kegiatan': 'group_name',
  klasifikasi: 'group_name',
  name: 'name',
  kegiatan: 'name',
  'jenis kegiatan': 'name',
  'nama kegiatan': 'name',
  activity_id: 'activity_id',
};

/** Header rows looked at before the matrix is given up. */
const MAX_HEADER_ROWS = 8;

const normalHeader = (text: string): string =>
  text.trim().toLowerCase().replace(/\.$/, '').replace(/\s+/g, ' ');

/**
 * Index of the header row that holds the most zone codes (the last of equals: sub-zone after zone, KODUNK after both). A
 * code that is also an ITBX letter (zone I, zone T) stands in data rows too and counts only when no row has any other code;
 * the first row wins then.
 */
const findCodeRow = (records: readonly CsvRecord[], isKnown: (code: string) => boolean): number | null => {
  let best: { index: number; hits: number } | null = null;
  let firstLetterRow: number | null = null;
  for (const [index, record] of records.slice(0, MAX_HEADER_ROWS).entries()) {
    const codes = new Set(record.cells.map((cell) => cell.trim()).filter(isKnown));
    const hits = [...codes].filter((code) => !parseItbxCell(code).ok).length;
    if (hits > 0 && hits >= (best?.hits ?? 0)) best = { index, hits };
    if (codes.size > 0) firstLetterRow ??= index;
  }
  return best?.index ?? firstLetterRow;
};

type Columns = {
  readonly leading: ReadonlyMap<Leading, number>;
  readonly zones: ReadonlyMap<number, string>;
  readonly problems: readonly RulesProblem[];
};

const readColumns = (
  file: string,
  headers: readonly CsvRecord[],
  codeRecord: CsvRecord,
  isKnown: (code: string) => boolean,
): Columns => {
  const problems: RulesProblem[] = [];
  const leading = new Map<Leading, number>();
  const zones = new Map<number, string>();
  const codes = codeRecord.cells.map((cell) => cell.trim());
  const firstZone = codes.findIndex(isKnown);
  const seen = new Set<string>();
  for (const [index, code] of codes.entries()) {
    const at = { file, row: codeRecord.line, column: code === '' ? String(index + 1) : code };
    const texts = headers
      .map((record) => normalHeader(record.cells[index] ?? ''))
      .filter((text) => text !== '');
    const role = texts.map((text) => LEADING_NAMES[text]).find((entry) => entry !== undefined);
    if (role !== undefined && !isKnown(code)) {
      if (leading.has(role)) problems.push(errorAt('duplicateColumn', at, { text: role }));
      leading.set(role, index);
    } else if (index < firstZone)
      problems.push(errorAt('unknownColumn', at, { text: texts.at(-1) ?? '', known: 'kelompok, kegiatan' }));
    else if (code !== '' && !isKnown(code)) problems.push(errorAt('unknownZoneColumn', at, { text: code }));
    else if (code !== '' && seen.has(code)) problems.push(errorAt('duplicateColumn', at, { text: code }));
    else if (code !== '') zones.set(index, code);
    seen.add(code);
  }
  for (const role of ['group_name', 'name'] as const)
    if (!leading.has(role))
      problems.push(errorAt('missingColumn', { file, row: codeRecord.line, column: role }, { text: role }));
  return { leading, zones, problems };
};

/**
 * Reads a wide ITBX matrix: leading columns (number, group, activity, optionally `activity_id`), several header rows
 * of which one holds zone codes of the regulation or keys of its polygons, one row per activity. A merged group cell holds for the rows
 * below it; a row with a group and nothing else is a heading. A zone column that the regulation does not know is an
 * error that names it.
 */
export const readItbxMatrix = (
  file: string,
  text: string,
  regulationId: string,
  knownZoneCodes: ReadonlySet<string>,
): ReadMatrix => {
  const none = { zoneCodes: [], activities: [], cells: [] };
  const csv = parseCsv(text);
  if (csv.openQuoteLine !== null)
    return { ...none, problems: [errorAt('openQuote', { file, row: csv.openQuoteLine })] };
  // A column may be for a single polygon: its key (KODUNK) begins with a code of the regulation.
  const isKnown = (code: string): boolean =>
    knownZoneCodes.has(code) || knownZoneCodes.has(codeOfKodunk(code));
  const codeRow = findCodeRow(csv.records, isKnown);
  const codeRecord = codeRow === null ? undefined : csv.records[codeRow];
  if (codeRow === null || codeRecord === undefined)
    return { ...none, problems: [errorAt('noZoneRow', { file }, { regulation: regulationId })] };
  const columns = readColumns(file, csv.records.slice(0, codeRow + 1), codeRecord, isKnown);
  const problems = [...columns.problems];
  if (problems.length > 0) return { ...none, problems };

  const activities: Placed<MatrixActivity>[] = [];
  const cells: Placed<ItbxCellRow & { activity: MatrixActivity }>[] = [];
  let group = '';
  for (const record of csv.records.slice(codeRow + 1)) {
    const at = (role: Leading): string => record.cells[columns.leading.get(role) ?? -1]?.trim() ?? '';
    const place = { file, row: record.line };
    group = at('group_name') || group;
    const filled = [...columns.zones.keys()].some((index) => (record.cells[index] ?? '').trim() !== '');
    if (at('name') === '' && !filled) continue;
    if (at('name') === '') problems.push(errorAt('activityNameMissing', place));
    if (group === '') problems.push(errorAt('groupMissing', place, { text: at('name') }));
    if (at('name') === '' || group === '') continue;
    for (const [index, cell] of record.cells.entries())
      if (cell.trim() !== '' && !columns.zones.has(index) && ![...columns.leading.values()].includes(index))
        problems.push(errorAt('unnamedColumn', { ...place, column: String(index + 1) }, { text: cell }));
    if (at('name').includes(LOST_CHARACTER))
      problems.push(warningAt('lostCharacter', { ...place, column: 'name' }, { text: at('name') }));
    const activity = { activity_id: at('activity_id') || null, group_name: group, name: at('name') };
    const placed = { file, line: record.line, extra: {} };
    activities.push({ ...placed, row: activity });
    const activityId = activity.activity_id ?? activityIdOf(activity.group_name, activity.name);
    for (const [index, zoneCode] of columns.zones) {
      const cell = (record.cells[index] ?? '').trim();
      const codes = parseItbxCell(cell);
      if (!codes.ok) problems.push(errorAt(codes.problem, { ...place, column: zoneCode }, { text: cell }));
      const row = {
        regulation_id: regulationId,
        activity_id: activityId,
        zone_code: zoneCode,
        cell,
        activity,
      };
      cells.push({ ...placed, row });
    }
  }
  return { zoneCodes: [...columns.zones.values()], activities, cells, problems };
};
