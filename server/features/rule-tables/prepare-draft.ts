import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { type EditedTables, editedTablesSchema, findingsOfProblems } from '#domain/rules/table-problems';
import { type TextTable, writeRuleTables } from '#domain/rules/write-rule-tables';
import { readJson } from '../../platform/http/validate.ts';
import { prepareRules } from '../rules/index.ts';
import { TABLES_LIMIT } from './check-body.ts';
import type { DraftRequest, PreparedDraft } from './check-job.ts';
import { composeTables } from './compose-tables.ts';

const draftSchema = z.strictObject({
  base: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  label: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  tables: editedTablesSchema,
});

/** All of a draft that needs no database: from the bytes of a request to the rows that will be stored. */
export function prepareDraft(asked: Omit<DraftRequest, 'number' | 'what'>): PreparedDraft {
  const { bytes, knownKbli, language, layerId, isDemo, newest } = asked;
  const read = readJson(bytes, draftSchema, { mostValues: TABLES_LIMIT.mostValues, language });
  if (!read.ok) return { kind: 'refusal', refusal: read.problem };
  const { base, label, tables } = read.value;
  if (newest !== null && isSame(writeRuleTables(newest), tables)) return { kind: 'same', base };
  const { texts, rowAtLine } = composeTables(tables);
  const prepared = prepareRules({
    layerId,
    isDemo,
    source: { texts, problems: [] },
    emptyMeans: null,
    knownKbli: knownKbli === null ? null : new Set(knownKbli),
    plan: null,
  });
  const findings = findingsOfProblems(prepared.report.problems, rowAtLine, language);
  if (!('rows' in prepared)) return { kind: 'faulty', base, findings };
  const sha256 = createHash('sha256')
    .update(JSON.stringify([...texts]))
    .digest('hex');
  return { kind: 'prepared', base, label, sha256, rules: prepared, findings };
}

/** Whether nothing was edited: the order of rows and columns is content too. */
const isSame = (stored: Readonly<Record<string, TextTable>>, tables: EditedTables): boolean =>
  Object.entries(stored).every(
    ([name, table]) => JSON.stringify(table) === JSON.stringify(tables[name] ?? { ...table, rows: [] }),
  ) && Object.keys(tables).every((name) => Object.hasOwn(stored, name));
