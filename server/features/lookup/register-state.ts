import { createHash, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import type { VersionFact } from '#domain/zoning/facts';
import { versionsInForce } from './queries.ts';

/** Another program may decide otherwise from the same facts, so its answers carry another tag. */
const PROGRAM = randomUUID();

/**
 * A name for everything that an answer depends on besides its question: which publications are in force, what they are
 * called and bound to, and what is said beside them. Publishing an older version again is another state, because its decree and date are printed.
 *
 * @param question the query string and the day
 */
export function stateOf(versions: readonly VersionFact[], question: string): string {
  const rows = [...versions].sort((a, b) => a.publication_id - b.publication_id).map(textOf);
  return createHash('sha256')
    .update(JSON.stringify([PROGRAM, question]))
    .update(rows.join())
    .digest('hex')
    .slice(0, 16);
}

const texts = new WeakMap<VersionFact, string>();

function textOf(version: VersionFact): string {
  let text = texts.get(version);
  if (text === undefined) {
    text = JSON.stringify([
      version.publication_id,
      version.version_id,
      version.title,
      version.plan_scale,
      version.rules_layer_id,
      version.regulation_id,
      version.remark_revision ?? 0,
    ]);
    texts.set(version, text);
  }
  return text;
}

/** The versions in force on a day `YYYY-MM-DD` by a short name, the same in every process and after every restart. */
export const versionKeyOn = async (sql: Sql, on: string): Promise<string> => {
  const rows = (await versionsInForce(sql, on))
    .sort((a, b) => a.publication_id - b.publication_id)
    .map(textOf);
  return createHash('sha256').update(rows.join()).digest('base64url').slice(0, 12);
};

/** The state of the register on a day `YYYY-MM-DD`, for pages that depend on nothing else. */
export const stateOn = async (sql: Sql, on: string): Promise<string> =>
  stateOf(await versionsInForce(sql, on), on);
