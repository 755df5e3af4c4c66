import type { Context, MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import { isLanguage, LANGUAGES, type Language } from '#domain/language';
import { PROBLEM_CODES, type Problem, type ProblemCode, problem, quoteInput } from '#domain/problem';
import { problemDetail } from '#domain/problem-text';
import { fail, ok, type Result } from '#domain/result';
import { type ProblemFinding, problemResponse, readerLanguage } from './problem-json.ts';
import { hasMediaType, readBody } from './read-body.ts';
import { parseStrictJson } from './strict-json.ts';

/** Any zod object schema, of `zod/mini` or of `zod`. */
export type ObjectSchema = z.core.$ZodObject;

type Target = 'query' | 'param' | 'json';
type Validated<T extends Target, S extends z.core.$ZodType> = MiddlewareHandler<
  // biome-ignore lint/suspicious/noExplicitAny: Hono's own default; the environment is not this middleware's business
  any,
  string,
  { in: { [K in T]: z.input<S> }; out: { [K in T]: z.output<S> } }
>;

/** Why a request is not taken, and everything else that is wrong with it. */
export interface Refusal {
  readonly problem: Problem;
  readonly errors: readonly ProblemFinding[];
}

/** Query parameters that every address understands. */
const EVERYWHERE = ['lang'];

/**
 * Checks the query string: unknown and repeated parameters are refused by name before any value is looked at.
 * The handler reads `c.req.valid('query')`.
 */
export function validateQuery<S extends ObjectSchema>(schema: S): Validated<'query', S> {
  const known = Object.keys(schema._zod.def.shape);
  return async (c, next) => {
    const given = readQuery(c, [...known, ...EVERYWHERE]);
    if (!given.ok) return problemResponse(c, given.problem);
    const checked = check(readerLanguage(c), schema, given.value, 'Parameter');
    if (!checked.ok) return problemResponse(c, checked.problem.problem, { errors: checked.problem.errors });
    c.req.addValidatedData('query', checked.value as object);
    return next();
  };
}

/** Refuses every query parameter but `lang`; for addresses that take none. */
export const withoutQuery: Validated<'query', z.ZodMiniObject<Record<never, never>>> = validateQuery(
  z.object({}),
);

/** Checks the path parameters. The handler reads `c.req.valid('param')`. */
export function validateParams<S extends ObjectSchema>(schema: S): Validated<'param', S> {
  return async (c, next) => {
    const checked = check(readerLanguage(c), schema, c.req.param(), 'Parameter');
    if (!checked.ok) return problemResponse(c, checked.problem.problem, { errors: checked.problem.errors });
    c.req.addValidatedData('param', checked.value as object);
    return next();
  };
}

/**
 * Reads and checks a JSON body. The handler reads `c.req.valid('json')`.
 *
 * @param limitBytes of the whole body, inclusive.
 * @param mostValues numbers, texts, lists and objects; as many as any other address needs when left out
 * @param accepted media types; `application/json` when left out.
 */
export function validateJson<S extends z.core.$ZodType>(
  schema: S,
  {
    limitBytes,
    mostValues,
    accepted = ['application/json'],
  }: { limitBytes: number; mostValues?: number; accepted?: readonly string[] },
): Validated<'json', S> {
  return async (c, next) => {
    if (!hasMediaType(c, accepted)) return problemResponse(c, problem('unsupportedMediaType', { accepted }));
    const body = await readBody(c, limitBytes);
    if (!body.ok) return problemResponse(c, body.problem, { headers: { connection: 'close' } });
    const checked = readJson(body.value, schema, { mostValues, language: readerLanguage(c) });
    if (!checked.ok) return problemResponse(c, checked.problem.problem, { errors: checked.problem.errors });
    c.req.addValidatedData('json', checked.value as object);
    return next();
  };
}

/** Bytes as the JSON that a schema describes, or why they are not: what {@link validateJson} does with a body. */
export function readJson<S extends z.core.$ZodType>(
  bytes: Uint8Array,
  schema: S,
  { mostValues, language }: { mostValues?: number | undefined; language: Language },
): Result<z.output<S>, Refusal> {
  const json = parseStrictJson(bytes, mostValues);
  if (!json.ok) return fail({ problem: json.problem, errors: [] });
  return check(language, schema, json.value, 'Field');
}

function readQuery(c: Context, known: readonly string[]): Result<Record<string, string>, Problem> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of new URL(c.req.url).searchParams) {
    if (!known.includes(name)) return fail(problem('unknownParameter', { name: quoteInput(name), known }));
    if (name in values) return fail(problem('duplicateParameter', { name }));
    if (/[\0\ufffd]/.test(value)) return fail(problem('invalidParameter', { name, reason: 'UTF-8' }));
    if (name === 'lang' && !isLanguage(value)) {
      return fail(problem('invalidParameter', { name, reason: LANGUAGES.join(', ') }));
    }
    values[name] = value;
  }
  delete values.lang;
  return ok(values);
}

const LOCALE_ERRORS = { id: z.locales.id().localeError, en: z.locales.en().localeError };

/** Every finding of zod as a named problem, in the reader's language; the first one is the response's own. */
function check<S extends z.core.$ZodType>(
  language: Language,
  schema: S,
  value: unknown,
  kind: 'Parameter' | 'Field',
): Result<z.output<S>, Refusal> {
  const parsed = parseOrNull(schema, value, LOCALE_ERRORS[language]);
  if (parsed === null) return fail({ problem: problem('badRequest'), errors: [] });
  if (parsed.success) return ok(parsed.data);
  const problems = parsed.error.issues.slice(0, 20).map((issue) => problemOfIssue(issue, kind, value));
  const errors = problems.map((found) => ({
    code: found.code,
    name: String(found.params.name ?? ''),
    detail: problemDetail(found, language),
  }));
  return fail({ problem: problems[0] ?? problem('badRequest'), errors });
}

/** @returns null for a value with more findings than zod can hold: it hands them on as arguments of one call */
function parseOrNull<S extends z.core.$ZodType>(schema: S, value: unknown, error: z.core.$ZodErrorMap) {
  try {
    return z.core.safeParse(schema, value, { error });
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

const isProblemCode = (code: unknown): code is ProblemCode =>
  (PROBLEM_CODES as readonly unknown[]).includes(code);

/** A refinement may name its own problem: `z.refine(…, { params: { problem: 'utmMetresAsDegrees', zone: '50S' } })`. */
function problemOfIssue(issue: z.core.$ZodIssue, kind: 'Parameter' | 'Field', root: unknown): Problem {
  const name = quoteInput(issue.path.join('.')) || '(body)';
  if (issue.code === 'unrecognized_keys') {
    const key = [...issue.path, issue.keys[0] ?? ''].join('.');
    return problem(kind === 'Field' ? 'unknownField' : 'unknownParameter', {
      name: quoteInput(key),
      known: [],
    });
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [branch] = [...issue.errors].sort((a, b) => misfit(a) - misfit(b));
    const inner = branch?.[0];
    if (inner) return problemOfIssue({ ...inner, path: [...issue.path, ...inner.path] }, kind, root);
  }
  if (issue.code === 'custom' && isProblemCode(issue.params?.problem)) {
    const { problem: code, ...params } = issue.params;
    return problem(issue.params.problem, { name, ...params });
  }
  const given = issue.path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    root,
  );
  if (given === undefined) return problem(`missing${kind}`, { name });
  return problem(`invalid${kind}`, { name, reason: issue.message });
}

/** How far a value is from one branch of a union: wrong or missing field names first, then the number of findings. */
function misfit(issues: readonly z.core.$ZodIssue[]): number {
  const names = issues.filter(
    (issue) =>
      issue.code === 'unrecognized_keys' || (issue.path.length === 1 && issue.code === 'invalid_type'),
  );
  return names.length * 1_000 + issues.length;
}
