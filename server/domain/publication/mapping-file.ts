import * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';
import { isPlan } from '../zoning/is-plan.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import type { ImportKind } from './layer-kind.ts';
import { specialFields, targetFieldsOf } from './official-fields.ts';

/**
 * The operator's own table of columns, for plans that use other names than the official ones.
 * - fields: column of the register → column of the source;
 * - constants: column of the register → one value for every row; `"KKOP_1": "Tidak Ada"` says that a column of the plan
 *   that nobody filled speaks all the same;
 * - codes: code as the source writes it → code as the rule set writes it;
 * - aliases: name of an area → other ways to write it (kind admin).
 */
export const mappingFileSchema = z.strictObject({
  fields: z._default(z.record(z.string(), z.string()), {}),
  constants: z._default(z.record(z.string(), z.union([z.string(), z.number()])), {}),
  codes: z.optional(z.record(z.string(), z.string())),
  aliases: z.optional(z.record(z.string(), z.array(z.string()))),
});
export type MappingFile = z.infer<typeof mappingFileSchema>;

export const emptyMapping: MappingFile = { fields: {}, constants: {} };

/** Columns that `fields` and `constants` may name for a kind. */
export function targetNamesOf(kind: ImportKind): readonly string[] {
  const own = targetFieldsOf(kind).map((field) => field.target);
  return isPlan(kind) ? ['code', ...own, ...specialFields] : own;
}

/** Reads a mapping file's text. An unknown column is a problem, so that a typing error does not pass as "no data". */
export function readMappingFile(text: string, kind: ImportKind): Result<MappingFile, ImportProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return fail(importProblem('mappingInvalid', { detail: String(error) }));
  }
  const parsed = mappingFileSchema.safeParse(json);
  if (!parsed.success) {
    const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    return fail(importProblem('mappingInvalid', { detail }));
  }
  const known = targetNamesOf(kind);
  const unknown = [...Object.keys(parsed.data.fields), ...Object.keys(parsed.data.constants)].filter(
    (name) => !known.includes(name),
  );
  if (unknown.length > 0) {
    return fail(importProblem('mappingInvalid', { detail: `${unknown.join(', ')} ∉ {${known.join(', ')}}` }));
  }
  return ok(parsed.data);
}
