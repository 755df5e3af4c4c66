import type { Sql } from 'postgres';
import * as z from 'zod/mini';
import type { FactRow, VersionFact } from '#domain/zoning/facts';

/** The versions in force on a day, as the database told them once. */
export interface KnownRegister {
  /** Names all of them: what the database compares with its own. */
  readonly state: string;
  /** As they are where each speaks about the place. */
  readonly versions: readonly VersionFact[];
  /** As they are where they do not, by layer; made when first needed, so that answers share them. */
  readonly silent: Map<string, VersionFact>;
}

const registerSchema = z.object({
  state: z.string(),
  /** Layers that do not speak about the place. */
  uncovered: z.array(z.string()),
});

/** Days kept for one database; readers of its history ask for a few. */
const MAX_DAYS = 64;
/** By database: the numbers behind a state are those of one register. */
const kept = new WeakMap<Sql, Map<string, KnownRegister>>();

/** @param on calendar day in law, `YYYY-MM-DD` */
export const knownRegister = (sql: Sql, on: string): KnownRegister | undefined => kept.get(sql)?.get(on);

/**
 * The versions of an answer: told with it, or those that the question said it knew.
 *
 * @param known what the question was asked with
 * @param text the fact of the row `register`
 * @param told the versions that came with it
 * @returns rows that answers share; frozen
 */
export function versionRows(
  sql: Sql,
  on: string,
  known: KnownRegister | undefined,
  text: string,
  told: readonly FactRow[],
): FactRow[] {
  const { state, uncovered } = z.parse(registerSchema, JSON.parse(text));
  const register = known?.state === state ? known : keep(sql, on, state, told);
  return register.versions.map((version) => ({
    kind: 'version',
    fact: uncovered.includes(version.layer_id) ? silentVersion(register, version) : version,
  }));
}

function keep(sql: Sql, on: string, state: string, told: readonly FactRow[]): KnownRegister {
  const versions = told.flatMap((row) => (row.kind === 'version' ? [row.fact] : []));
  const days = kept.get(sql) ?? new Map<string, KnownRegister>();
  kept.set(sql, days);
  const [oldest] = days.keys();
  if (oldest !== undefined && days.size >= MAX_DAYS && !days.has(on)) days.delete(oldest);
  const register = { state, versions, silent: new Map<string, VersionFact>() };
  days.set(on, register);
  return register;
}

function silentVersion({ silent }: KnownRegister, version: VersionFact): VersionFact {
  const made = silent.get(version.layer_id) ?? Object.freeze({ ...version, covers: false });
  silent.set(version.layer_id, made);
  return made;
}
