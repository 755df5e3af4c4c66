import { createHash } from 'node:crypto';
import type { RegulationRules, RuleSet } from '#domain/rules/rule-set';
import { rulesOf } from '#domain/zoning/decide-part';
import type { VersionFact } from '#domain/zoning/facts';
import { type Ground, type GroundSource, sourcesOfGround } from '#domain/zoning/ground';
import { columnsOfPolygons } from '#domain/zoning/rules-of-polygon';
import type { LookupDeps } from '../lookup/index.ts';
import { versionsInForce } from '../lookup/index.ts';
import { cutOnce } from './cut-once.ts';
import { limitsOfVersions, readGround } from './queries.ts';

export interface GroundInForce {
  readonly versions: readonly VersionFact[];
  readonly ruleSets: readonly RuleSet[];
  readonly sources: readonly GroundSource[];
  readonly ground: Ground;
}

type GroundDeps = Pick<LookupDeps, 'sql' | 'loadRuleSet'>;

/**
 * The ground of the versions in force on a day, cut once per combination of versions and kept in the database: the
 * first question after a publication waits for the cutting, unless {@link prepareGround} was called before.
 */
export async function groundInForce(
  deps: GroundDeps,
  on: string,
  known?: readonly VersionFact[],
): Promise<GroundInForce> {
  const versions = known ?? (await versionsInForce(deps.sql, on));
  const ruleSets = await ruleSetsOf(deps, versions);
  const idsOf = (kind: VersionFact['kind']) =>
    versions.filter((version) => version.kind === kind).map((version) => version.version_id);
  const [zones, admins] = [idsOf('zones'), idsOf('admin')];
  const limits = await limitsOfVersions(deps.sql, [...zones, ...idsOf('overlay')]);
  const sources = sourcesOfGround(versions, ruleSets, limits);
  const keys = versions
    .filter((version) => version.kind === 'zones')
    .flatMap((plan) => rulesOf(plan, ruleSets)?.rules ?? [])
    .flatMap(columnsOfPolygons)
    .sort();
  const groundId = createHash('sha256')
    .update(JSON.stringify([zones, admins, sources, ...(keys.length > 0 ? [keys] : [])]))
    .digest('hex')
    .slice(0, 16);
  const kept = await readGround(deps.sql, groundId);
  if (kept !== null) return { versions, ruleSets, sources, ground: kept };
  await cutOnce(deps.sql, { groundId, zones, admins, keys, sources });
  const made = await readGround(deps.sql, groundId);
  if (made === null) throw new Error(`ground ${groundId} was not kept`);
  return { versions, ruleSets, sources, ground: made };
}

async function ruleSetsOf(deps: GroundDeps, versions: readonly VersionFact[]): Promise<RuleSet[]> {
  const rules = versions.filter((version) => version.kind === 'rules');
  const loaded = await Promise.all(rules.map((version) => deps.loadRuleSet(version.version_id)));
  return loaded.filter((ruleSet): ruleSet is RuleSet => ruleSet !== null);
}

/** The rules of each plan in force on a day; a plan without published rules has none. */
export async function plansInForce(deps: GroundDeps, on: string): Promise<RegulationRules[]> {
  const versions = await versionsInForce(deps.sql, on);
  const ruleSets = await ruleSetsOf(deps, versions);
  return versions
    .filter((version) => version.kind === 'zones')
    .flatMap((plan) => rulesOf(plan, ruleSets)?.rules ?? []);
}

/** Cuts the ground of a day before anybody asks. */
export async function prepareGround(deps: GroundDeps, on: string): Promise<void> {
  await groundInForce(deps, on);
}
