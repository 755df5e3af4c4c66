import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import type { Language } from '#domain/language';
import type { Actor } from '#domain/log/event';
import type { Result } from '#domain/result';
import { parseCsv } from '#domain/rules/csv';
import { errorAt } from '#domain/rules/problem';
import { findingsOfProblems, type TableFinding } from '#domain/rules/table-problems';
import { type TextTable, writeRuleTables } from '#domain/rules/write-rule-tables';
import { unguardCell } from '#domain/spreadsheet-cell';
import type { Refusal } from '../../platform/http/validate.ts';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import {
  readRulesWorkbook,
  selectKbliCodes,
  selectNewestVersion,
  selectRules,
  selectRulesLayer,
  storeRules,
} from '../rules/index.ts';
import type { CheckDesk } from './check-desk.ts';
import type { DraftRequest } from './check-job.ts';
import { layerOfVersion } from './queries.ts';

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
  /** The body: tables, the version that was edited, a label. */
  readonly bytes: Uint8Array;
  readonly actor: Actor;
  readonly language: Language;
}

export type DraftOutcome =
  | { readonly kind: 'drafted' | 'unchanged'; readonly versionId: string; readonly findings: TableFinding[] }
  | { readonly kind: 'refused'; readonly findings: TableFinding[] }
  /** Somebody has drafted another version since: `newest`. */
  | { readonly kind: 'conflict'; readonly newest: string }
  | { readonly kind: 'unknown' }
  /** The body is not taken, and why. */
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'busy' };

/**
 * Makes a draft version of edited tables, all of them or nothing. The tables were read from a version that must still be
 * the layer's newest one, so that nobody's work is lost unseen. Sent twice, because the first answer was lost or the button
 * was pressed again, they are there already.
 */
export async function draftTables(sql: Sql, desk: CheckDesk, order: DraftOrder): Promise<DraftOutcome> {
  const { layerId, bytes, actor, language } = order;
  const layer = await selectRulesLayer(sql, layerId);
  const newest = await selectNewestVersion(sql, layerId);
  const [stored, kbli] = await Promise.all([
    newest === null ? null : selectRules(sql, newest),
    selectKbliCodes(sql),
  ]);
  const asked = await desk.ask<DraftRequest>({
    what: 'draft',
    bytes,
    knownKbli: kbli.size > 0 ? [...kbli] : null,
    language,
    layerId,
    isDemo: layer?.isDemo ?? false,
    newest: stored?.rows ?? null,
  });
  if (!asked.ok || asked.value === null) return { kind: 'busy' };
  const draft = asked.value;
  if (draft.kind === 'refusal') return draft;
  // Of a layer that has no rules nothing can be edited; a body that is none is told first.
  if (layer === null) return { kind: 'unknown' };
  if ((await layerOfVersion(sql, draft.base)) !== layerId) return { kind: 'unknown' };
  if (draft.kind === 'same') return { kind: 'unchanged', versionId: newest ?? draft.base, findings: [] };
  const { base, findings } = draft;
  if (draft.kind === 'faulty') return { kind: 'refused', findings };
  const { label, sha256, rules } = draft;
  const from = { label, sourceName: `editor: ${base}`, sha256, format: 'csv', title: null, actor };
  const outcome = await storeRules(sql, rules, from, base);
  if (outcome.kind === 'conflict') return outcome;
  return {
    kind: outcome.kind === 'imported' ? 'drafted' : 'unchanged',
    versionId: outcome.versionId,
    findings,
  };
}

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
