import * as z from 'zod/mini';
import type { Language } from '#domain/language';
import { askStaff } from '../../lib/staff-request.ts';
import type { EditedTables } from './table-edits.ts';

const tablesSchema = z.record(
  z.string(),
  z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
);
const findingsSchema = z.array(
  z.object({
    severity: z.enum(['error', 'warning']),
    table: z.string(),
    /** From 0; null when the table as a whole is meant. */
    row: z.nullable(z.number()),
    column: z.nullable(z.string()),
    code: z.string(),
    text: z.string(),
  }),
);
export type RuleFinding = z.infer<typeof findingsSchema>[number];

/** A rules version with its tables, in the order in which they are read. */
export const ruleTablesSchema = z.object({
  layerId: z.string(),
  versionId: z.string(),
  isDemo: z.boolean(),
  tables: tablesSchema,
});
export type RuleTables = z.infer<typeof ruleTablesSchema>;
const checkedSchema = z.object({ findings: findingsSchema });
const draftedSchema = z.object({
  kind: z.enum(['drafted', 'unchanged']),
  versionId: z.string(),
  findings: findingsSchema,
});
const readFileSchema = z.object({ tables: tablesSchema, findings: findingsSchema });

const RULES = '/api/v1/staff/rules';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const versionPath = (versionId: string): string => `${RULES}/versions/${versionId}`;

/** What is wrong with tables, row by row, by the checks of an import; nothing is stored. */
export const checkTables = (tables: EditedTables, language: Language, signal: AbortSignal) =>
  askStaff(`${RULES}/check`, checkedSchema, language, { method: 'POST', json: { tables }, signal });

/** Makes a draft of edited tables; a refusal with 409 says that somebody drafted another version since. */
export const draftTables = (
  layerId: string,
  draft: { readonly base: string; readonly label: string; readonly tables: EditedTables },
  language: Language,
) =>
  askStaff(`${RULES}/layers/${encodeURIComponent(layerId)}/drafts`, draftedSchema, language, {
    method: 'POST',
    json: draft,
  });

/**
 * The tables of a workbook, or of one CSV file; nothing is stored.
 *
 * @param table which one a CSV file holds
 */
export function readTablesOfFile(file: File, table: string, language: Language) {
  const isWorkbook = file.name.toLowerCase().endsWith('.xlsx');
  return askStaff(
    `${RULES}/read${isWorkbook ? '' : `?table=${encodeURIComponent(table)}`}`,
    readFileSchema,
    language,
    { method: 'POST', body: file, headers: { 'content-type': isWorkbook ? WORKBOOK : 'text/csv' } },
  );
}

/** The version that somebody drafted in between, as a conflict tells it. */
export function newestOf(body: unknown): string | null {
  const read = z.object({ newest: z.string() }).safeParse(body);
  return read.success ? read.data.newest : null;
}
