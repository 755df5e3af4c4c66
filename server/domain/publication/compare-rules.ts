import type { RuleRows } from '../rules/build-rule-set.ts';
import { TABLES, type TableName } from '../rules/tables.ts';
import type { TableChange } from './comparison.ts';

/** Columns by which staff know a row again; the others are what it says. */
const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  regulations: ['regulation_id'],
  'legal-sources': ['source_id'],
  'zone-codes': ['regulation_id', 'code'],
  intensity: [
    'regulation_id',
    'zone_code',
    'measure',
    'operator',
    'parcel_min_m2',
    'parcel_max_m2',
    'road_class',
    'kodswp',
    'kodblk',
  ],
  setbacks: ['regulation_id', 'kind', 'zone_code', 'road_class'],
  notes: ['regulation_id', 'kind', 'zone_code', 'kodswp', 'kodblk', 'code'],
  activities: ['regulation_id', 'activity_id'],
  matrices: ['regulation_id'],
  conditions: ['regulation_id', 'code'],
  'itbx-cells': ['regulation_id', 'activity_id', 'zone_code'],
  'overlay-effects': ['regulation_id', 'theme', 'level_code', 'effect', 'measure', 'operator', 'activity_id'],
  'rtrw-matches': ['regulation_id', 'rtrw_class', 'zone_code'],
};

type Row = Readonly<Record<string, unknown>>;
type RowChange = TableChange['rows'][number];

/** No rows at all: what there is before a first version. */
export const NO_RULES: RuleRows = {
  regulations: [],
  'legal-sources': [],
  'zone-codes': [],
  intensity: [],
  setbacks: [],
  notes: [],
  activities: [],
  matrices: [],
  conditions: [],
  'itbx-cells': [],
  'overlay-effects': [],
  'rtrw-matches': [],
};

/** Rows that came, went or say something else, table by table; tables without a difference are left out. */
export function compareRules(before: RuleRows, after: RuleRows): TableChange[] {
  return (Object.keys(TABLES) as TableName[]).flatMap((table) => {
    const rows = compareTable(KEYS[table], before[table], after[table]);
    const count = (change: RowChange['change']) => rows.filter((row) => row.change === change).length;
    return rows.length === 0
      ? []
      : [{ table, added: count('added'), removed: count('removed'), changed: count('changed'), rows }];
  });
}

function compareTable(key: readonly string[], before: readonly Row[], after: readonly Row[]): RowChange[] {
  const shared = new Set([...repeatedNames(key, before), ...repeatedNames(key, after)]);
  const [old, young] = [keyed(key, before, shared), keyed(key, after, shared)];
  const changes: RowChange[] = [];
  for (const [id, row] of old) {
    const next = young.get(id);
    const columns = differing(row, next ?? {});
    if (Object.keys(columns).length > 0)
      changes.push({ change: next === undefined ? 'removed' : 'changed', key: nameOf(key, row), columns });
  }
  for (const [id, row] of young)
    if (!old.has(id)) changes.push({ change: 'added', key: nameOf(key, row), columns: differing({}, row) });
  return changes;
}

function repeatedNames(key: readonly string[], rows: readonly Row[]): string[] {
  const names = rows.map((row) => nameOf(key, row)).sort();
  return names.filter((name, i) => name === names[i - 1]);
}

/**
 * Rows by their key. Rows that share one (two notes about a zone) are told apart by their content, so that the one that
 * stays is not taken for the one that goes.
 */
function keyed(key: readonly string[], rows: readonly Row[], shared: ReadonlySet<string>): Map<string, Row> {
  const found = new Map<string, Row>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(key, row);
    const id = JSON.stringify([name, shared.has(name) ? contentOf(row) : '']);
    const repeat = seen.get(id) ?? 0;
    seen.set(id, repeat + 1);
    found.set(`${id}${repeat}`, row);
  }
  return found;
}

const nameOf = (key: readonly string[], row: Row): string =>
  key
    .map((column) => row[column])
    .filter((value) => value !== null && value !== '')
    .join(' · ');

const contentOf = (row: Row): string =>
  JSON.stringify(
    Object.keys(row)
      .sort()
      .map((column) => [column, row[column]]),
  );

function differing(before: Row, after: Row): RowChange['columns'] {
  const columns: RowChange['columns'] = {};
  for (const column of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [from, to] = [before[column] ?? null, after[column] ?? null];
    if (JSON.stringify(from) !== JSON.stringify(to)) columns[column] = [from, to];
  }
  return columns;
}
