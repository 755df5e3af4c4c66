import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import type { Language } from '#domain/language';
import type { Actor } from '#domain/log/event';
import type { Result } from '#domain/result';
import { parseCsv } from '#domain/rules/csv';
import { errorAt } from '#domain/rules/problem';
import { type EditedTables, findingsOfProblems, type TableFinding } from '#domain/rules/table-problems';
import { type TextTable, writeRuleTables } from '#domain/rules/write-rule-tables';
import { unguardCell } from '#domain/spreadsheet-cell';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import { importRulesAfter, readRulesWorkbook, selectRules, selectRulesLayer } from '../rules/index.ts';
import { composeTables } from './compose-tables.ts';

export interface RuleTablesAnswer {
  readonly layerId: string;
  readonly versionId: string;
  readonly isDemo: boolean;
  readonly tables: Record<string, TextTable>;
}

/** The tables of a rules version as text; undefined when there is no such version of rules. */
export async function readTables(sql: Sql, versionId: string): Promise<RuleTablesAnswer | undefined> {
  const stored = await selectRules(sql, versionId);
  if (stored === null) return undefined;
  return { layerId: stored.layerId, versionId, isDemo: stored.isDemo, tables: writeRuleTables(stored.rows) };
}

export interface DraftOrder {
  readonly layerId: string;
  /** The version that was edited. */
  readonly base: string;
  readonly label: string;
  readonly tables: EditedTables;
  readonly actor: Actor;
  readonly language: Language;
}

export type DraftOutcome =
  | { readonly kind: 'drafted' | 'unchanged'; readonly versionId: string; readonly findings: TableFinding[] }
  | { readonly kind: 'refused'; readonly findings: TableFinding[] }
  /** Somebody has drafted another version since: `newest`. */
  | { readonly kind: 'conflict'; readonly newest: string }
  | { readonly kind: 'unknown' };

/**
 * Makes a draft version of edited tables, all of them or nothing. The tables were read from a version that must still be
 * the layer's newest one, so that nobody's work is lost unseen.
 */
export async function draftTables(sql: Sql, order: DraftOrder): Promise<DraftOutcome> {
  const { layerId, base, label, tables, actor, language } = order;
  const layer = await selectRulesLayer(sql, layerId);
  if (layer === null) return { kind: 'unknown' };
  const stored = await selectRules(sql, base);
  if (stored?.layerId !== layerId) return { kind: 'unknown' };
  if (isSame(writeRuleTables(stored.rows), tables))
    return { kind: 'unchanged', versionId: base, findings: [] };
  const { texts, rowAtLine } = composeTables(tables);
  const sha256 = createHash('sha256')
    .update(JSON.stringify([...texts]))
    .digest('hex');
  const outcome = await importRulesAfter(
    sql,
    {
      layerId,
      title: null,
      label,
      sourceName: `editor: ${base}`,
      source: { texts, sha256, format: 'csv', problems: [] },
      emptyMeans: null,
      isDemo: layer.isDemo,
      plan: null,
      actor,
    },
    base,
  );
  if (outcome.kind === 'layerOfOtherKind') return { kind: 'unknown' };
  if (outcome.kind === 'conflict') {
    // Sent twice, because the first answer was lost or the button was pressed again: it is there.
    const newest = await selectRules(sql, outcome.newest);
    return newest !== null && isSame(writeRuleTables(newest.rows), tables)
      ? { kind: 'unchanged', versionId: outcome.newest, findings: [] }
      : { kind: 'conflict', newest: outcome.newest };
  }
  const findings = findingsOfProblems(outcome.report.problems, rowAtLine, language);
  if (outcome.kind === 'refused') return { kind: 'refused', findings };
  return {
    kind: outcome.kind === 'imported' ? 'drafted' : 'unchanged',
    versionId: outcome.versionId,
    findings,
  };
}

/** Whether nothing was edited: the order of rows and columns is content too. */
const isSame = (stored: Readonly<Record<string, TextTable>>, tables: EditedTables): boolean =>
  Object.entries(stored).every(
    ([name, table]) => JSON.stringify(table) === JSON.stringify(tables[name] ?? { ...table, rows: [] }),
  ) && Object.keys(tables).every((name) => Object.hasOwn(stored, name));

export interface ReadFile {
  readonly tables: Record<string, TextTable>;
  readonly findings: TableFinding[];
}

/** The table of one CSV file, as an editor shows it; nothing is stored. A file that is not UTF-8 is a finding. */
export function tablesOfCsv(name: string, bytes: Uint8Array, language: Language): ReadFile {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { tables: { [name]: tableOfText(text) }, findings: [] };
  } catch {
    const unreadable = errorAt('unreadableText', { file: name }, { text: 'UTF-8' });
    return { tables: {}, findings: findingsOfProblems([unreadable], new Map(), language) };
  }
}

/** Workbooks that are read at a time: each takes processes of its own, and their memory. */
const turn = limitConcurrency({ running: 1, waiting: 4 });

/** The tables of a workbook, read in a confined child; nothing is stored. */
export const tablesOfWorkbook = (bytes: Uint8Array, language: Language): Promise<Result<ReadFile, 'busy'>> =>
  turn(() => readWorkbook(bytes, language));

async function readWorkbook(bytes: Uint8Array, language: Language): Promise<ReadFile> {
  const folder = await mkdtemp(join(tmpdir(), 'omod-tables-'));
  try {
    const path = join(folder, 'tables.xlsx');
    await writeFile(path, bytes);
    const { texts, problems } = await readRulesWorkbook(path);
    const tables = Object.fromEntries([...texts].map(([name, text]) => [name, tableOfText(text)]));
    return { tables, findings: findingsOfProblems(problems, new Map(), language) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tableOfText(text: string): TextTable {
  const [columns = { cells: [] }, ...rows] = parseCsv(text).records;
  return {
    columns: columns.cells.map((cell) => cell.trim()),
    rows: rows.map(({ cells }) => cells.map(unguardCell)),
  };
}
