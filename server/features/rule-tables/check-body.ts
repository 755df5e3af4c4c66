import * as z from 'zod/mini';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import { editedTablesSchema, findingsOfProblems } from '#domain/rules/table-problems';
import { readJson } from '../../platform/http/validate.ts';
import type { CheckOutcome, CheckRequest } from './check-job.ts';
import { composeTables } from './compose-tables.ts';

/** A matrix of 50,000 cells, each a row of seven values: more comes in by the command. */
export const TABLES_LIMIT = { limitBytes: 32 * 1024 * 1024, mostValues: 350_000 };

const checkSchema = z.strictObject({ tables: editedTablesSchema });

/** What is wrong with edited tables, row by row, by the checks of an import: from the bytes of a request to its answer. */
export function checkBody({
  bytes,
  knownKbli,
  language,
}: Omit<CheckRequest, 'number' | 'what'>): CheckOutcome {
  const read = readJson(bytes, checkSchema, { mostValues: TABLES_LIMIT.mostValues, language });
  if (!read.ok) return { kind: 'refusal', refusal: read.problem };
  const { texts, rowAtLine } = composeTables(read.value.tables);
  const { problems } = checkRuleTables(texts, {
    emptyMeans: null,
    knownKbli: knownKbli === null ? null : new Set(knownKbli),
  });
  const findings = findingsOfProblems(problems, rowAtLine, language);
  return { kind: 'checked', json: JSON.stringify({ findings }) };
}
