import type { Context } from 'hono';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';

/** Entity tag of something that has revisions. */
export const revisionTag = (revision: number): string => `"r${revision}"`;

/**
 * The revision that a change was made for, from `If-Match: "r7"`.
 * @returns `preconditionMissing` without one, or with one that names no revision
 */
export function readIfMatch(c: Context): Result<number, Problem> {
  const found = /^\s*"r(\d{1,9})"\s*$/.exec(c.req.header('if-match') ?? '');
  return found?.[1] === undefined
    ? fail(problem('preconditionMissing', { tag: revisionTag(1) }))
    : ok(Number(found[1]));
}
