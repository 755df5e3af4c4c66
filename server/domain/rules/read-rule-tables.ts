import type * as z from 'zod/mini';
import { activityIdOf } from './activity-id.ts';
import { errorAt, type RulesProblem } from './problem.ts';
import { readIntensityClasses, readIntensityWide } from './read-intensity.ts';
import { readItbxMatrix } from './read-itbx-matrix.ts';
import { type Placed, type ReadTable, readTable } from './read-table.ts';
import { type ItbxCellRow, TABLES, type TableName } from './tables.ts';

/** The rows of a whole rule set, each with the line it came from; wide layouts already turned into rows. */
export type RuleTables = { readonly [N in TableName]: readonly Placed<z.infer<(typeof TABLES)[N]>>[] };

/** Files besides {@link TABLES} that a rule set may hold. */
export const WIDE_TABLES = ['intensity-wide', 'intensity-classes'] as const;
export const MATRIX_PREFIX = 'itbx-matrix';

const isTableName = (name: string): name is TableName => Object.hasOwn(TABLES, name);

type NamedTexts = ReadonlyMap<string, string>;

/** `itbx-matrix-<regulation>`, or plain `itbx-matrix` when the rule set has exactly one matrix. */
const regulationOfMatrix = (name: string, tables: RuleTables): string | null => {
  const suffix = name.slice(MATRIX_PREFIX.length + 1);
  if (suffix !== '') return suffix;
  const owners = tables.matrices.length > 0 ? tables.matrices : tables.regulations;
  return owners.length === 1 ? (owners[0]?.row.regulation_id ?? null) : null;
};

const readMatrices = (texts: NamedTexts, tables: RuleTables, problems: RulesProblem[]): RuleTables => {
  const cells: Placed<ItbxCellRow>[] = [...tables['itbx-cells']];
  const activities = [...tables.activities];
  for (const [name, text] of texts) {
    if (!name.startsWith(MATRIX_PREFIX)) continue;
    const regulationId = regulationOfMatrix(name, tables);
    if (regulationId === null) {
      problems.push(errorAt('noMatrixRow', { file: name }));
      continue;
    }
    const zoneCodes = new Set(
      tables['zone-codes'].filter(({ row }) => row.regulation_id === regulationId).map(({ row }) => row.code),
    );
    const matrix = readItbxMatrix(name, text, regulationId, zoneCodes);
    problems.push(...matrix.problems);
    const keyOf = (group: string, title: string): string =>
      JSON.stringify([group.toLowerCase(), title.toLowerCase()]);
    const named = new Map(
      activities
        .filter(({ row }) => row.regulation_id === regulationId)
        .map(({ row }) => [
          keyOf(row.group_name, row.name),
          row.activity_id ?? activityIdOf(row.group_name, row.name),
        ]),
    );
    const ids = new Set(named.values());
    const linesById = new Map<string, number>();
    for (const placed of matrix.activities) {
      const { row } = placed;
      const id =
        row.activity_id ??
        named.get(keyOf(row.group_name, row.name)) ??
        activityIdOf(row.group_name, row.name);
      if (linesById.has(id))
        problems.push(errorAt('duplicate', { file: name, row: placed.line }, { text: id }));
      linesById.set(id, placed.line);
      if (!ids.has(id))
        activities.push({
          ...placed,
          row: {
            ...row,
            regulation_id: regulationId,
            activity_id: id,
            synonyms: [],
            kbli: [],
            kbli_edition: '2020',
          },
        });
    }
    for (const placed of matrix.cells) {
      const { activity, ...row } = placed.row;
      const id =
        activity.activity_id ?? named.get(keyOf(activity.group_name, activity.name)) ?? row.activity_id;
      cells.push({ ...placed, row: { ...row, activity_id: id } });
    }
  }
  return { ...tables, activities, 'itbx-cells': cells };
};

/**
 * Reads all tables of a rule set.
 *
 * @param texts table name (file or sheet name without its ending) → its text.
 * @returns every row that could be read, and every problem of every table; the rows are to be used only when no
 * problem is an error.
 */
export const readRuleTables = (
  texts: NamedTexts,
): { readonly tables: RuleTables; readonly problems: readonly RulesProblem[] } => {
  const problems: RulesProblem[] = [];
  const take = <R>(table: ReadTable<R>): readonly Placed<R>[] => {
    problems.push(...table.problems);
    return table.rows;
  };
  const rowsOf = <N extends TableName>(name: N): RuleTables[N] => {
    const text = texts.get(name);
    return (text === undefined ? [] : take(readTable(name, text, TABLES[name]))) as RuleTables[N];
  };
  for (const name of texts.keys())
    if (!isTableName(name) && !WIDE_TABLES.some((wide) => wide === name) && !name.startsWith(MATRIX_PREFIX))
      problems.push(errorAt('unknownFile', { file: name }, { text: name }));
  for (const name of ['regulations', 'legal-sources', 'zone-codes'] as const)
    if (!texts.has(name)) problems.push(errorAt('missingTable', { file: name }, { text: name }));
  const wide = texts.get('intensity-wide');
  const classes = texts.get('intensity-classes');
  const tables: RuleTables = {
    regulations: rowsOf('regulations'),
    'legal-sources': rowsOf('legal-sources'),
    'zone-codes': rowsOf('zone-codes'),
    intensity: [
      ...rowsOf('intensity'),
      ...(wide === undefined ? [] : take(readIntensityWide('intensity-wide', wide))),
      ...(classes === undefined ? [] : take(readIntensityClasses('intensity-classes', classes))),
    ],
    setbacks: rowsOf('setbacks'),
    notes: rowsOf('notes'),
    activities: rowsOf('activities').map((placed) => ({
      ...placed,
      row: {
        ...placed.row,
        activity_id: placed.row.activity_id ?? activityIdOf(placed.row.group_name, placed.row.name),
      },
    })),
    matrices: rowsOf('matrices'),
    conditions: rowsOf('conditions'),
    'itbx-cells': rowsOf('itbx-cells'),
    'overlay-effects': rowsOf('overlay-effects'),
    'rtrw-matches': rowsOf('rtrw-matches'),
  };
  return { tables: readMatrices(texts, tables, problems), problems };
};
