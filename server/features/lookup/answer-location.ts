import type { LayerRemarks } from '#domain/correction/remark';
import type { LngLat } from '#domain/geo/lng-lat';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Activity, RegulationRules, RuleSet } from '#domain/rules/rule-set';
import type { Answer } from '#domain/zoning/answer';
import { decide } from '#domain/zoning/decide';
import type { Facts, VersionFact } from '#domain/zoning/facts';
import { rulesAround, rulesHere } from '#domain/zoning/rules-here';
import type { Deps } from '../../platform/deps.ts';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import type { LoadRuleSet } from '../rules/index.ts';
import { checkPolygon, type PolygonInput } from './polygon.ts';
import { factsAtPoint, factsInParcel, factsInPolygon, measurePolygon } from './queries.ts';
import { refuseParcelNumber } from './refuse-parcel-number.ts';

export interface LookupDeps extends Pick<Deps, 'sql' | 'pointSql' | 'city' | 'log'> {
  readonly loadRuleSet: LoadRuleSet;
  /** What is said beside the layers of these versions: notices of revision, notes on rows. */
  readonly loadRemarks: (versions: readonly VersionFact[]) => Promise<readonly LayerRemarks[]>;
  /** Activities of a regulation that words or a KBLI code could mean, best first. */
  readonly findActivities: (rules: RegulationRules, words: string) => readonly Activity[];
  /** Suggestions for words that name no activity. */
  readonly nearActivities: (rules: RegulationRules, words: string) => readonly Activity[];
}

export interface Asked {
  /** Calendar day in law, `YYYY-MM-DD`. */
  readonly on: string;
  /** Activity id, plain words or a KBLI code; undefined = none asked. */
  readonly activity: string | undefined;
}

/** A polygon can cost a hundred times a point: a few of them must not hold every connection of the pool. */
const limited = limitConcurrency({ running: 3, waiting: 24 });

/** An answer and the versions it came from, which name the state of the register. */
export interface PointAnswer {
  readonly answer: Answer;
  readonly versions: readonly VersionFact[];
}

/** The answer at a point (WGS 84, longitude first). Never fails for a place: outside the city is an answer too. */
export async function answerPoint(deps: LookupDeps, point: LngLat, asked: Asked): Promise<PointAnswer> {
  const facts = await factsAtPoint(deps.pointSql ?? deps.sql, point, asked.on, deps.city.borderToleranceM);
  return { answer: await decideWithRules(deps, facts, point, asked), versions: facts.versions };
}

/**
 * The answer for a polygon (WGS 84, longitude first).
 * @returns `geometryInvalid` with the place of the defect, `areaTooLarge`, `tooManyVertices` or a problem of degrees
 */
export async function answerPolygon(
  deps: LookupDeps,
  polygon: PolygonInput,
  asked: Asked,
): Promise<Result<Answer, Problem>> {
  const read = await factsOfPolygon(deps, polygon, asked.on);
  if (!read.ok) return read;
  return ok(await decideWithRules(deps, read.value, firstCorner(polygon) ?? deps.city.centre, asked));
}

/**
 * The answers for a polygon asked for one activity after the other (ids, words or KBLI codes), from one reading of what lies in
 * it; the problems are those of {@link answerPolygon}.
 */
export async function answerActivities(
  deps: LookupDeps,
  polygon: PolygonInput,
  on: string,
  activities: readonly string[],
): Promise<Result<readonly Answer[], Problem>> {
  const read = await factsOfPolygon(deps, polygon, on);
  if (!read.ok) return read;
  const point = firstCorner(polygon) ?? deps.city.centre;
  return ok(
    await Promise.all(
      activities.map((activity) => decideWithRules(deps, read.value, point, { on, activity })),
    ),
  );
}

const firstCorner = (polygon: PolygonInput): LngLat | undefined =>
  (polygon.type === 'Polygon' ? polygon.coordinates[0] : polygon.coordinates[0]?.[0])?.[0];

/** The polygon as the database reads it, once it is known to be simple and of a size that is answered. */
export async function readPolygon(
  deps: Pick<LookupDeps, 'sql' | 'city'>,
  polygon: PolygonInput,
): Promise<Result<string, Problem>> {
  const checked = checkPolygon(polygon, deps.city);
  if (!checked.ok) return checked;
  const geojson = JSON.stringify({ type: polygon.type, coordinates: polygon.coordinates });
  const measured = await measurePolygon(deps.sql, geojson);
  if (!measured.isValid) {
    const at = measured.at === null ? {} : { lon: measured.at[0], lat: measured.at[1] };
    return fail(problem('geometryInvalid', { reason: measured.reason ?? 'invalid', ...at }));
  }
  if (measured.areaM2 <= 0) return fail(problem('geometryInvalid', { reason: 'zeroArea' }));
  if (measured.areaM2 > deps.city.maxPolygonM2) {
    return fail(
      problem('areaTooLarge', { areaM2: Math.round(measured.areaM2), limitM2: deps.city.maxPolygonM2 }),
    );
  }
  return ok(geojson);
}

/** Everything stored in a polygon on a day; the problems are those of {@link answerPolygon}. */
export async function factsOfPolygon(
  deps: Pick<LookupDeps, 'sql' | 'city'>,
  polygon: PolygonInput,
  on: string,
): Promise<Result<Facts, Problem>> {
  const geojson = await readPolygon(deps, polygon);
  if (!geojson.ok) return geojson;
  const read = await limited(() => factsInPolygon(deps.sql, geojson.value, on));
  return read.ok ? read : fail(problem('busy'));
}

/**
 * The answer for a registered parcel by its NIB bidang.
 * @returns `parcelUnknown`, `parcelAmbiguous`, or `busy`: an airfield costs as much as a drawn polygon
 */
export async function answerParcel(
  deps: LookupDeps,
  nib: string,
  asked: Asked,
): Promise<Result<Answer, Problem>> {
  const read = await limited(async (): Promise<Result<Facts, Problem>> => {
    const refused = await refuseParcelNumber(deps.sql, nib, asked.on);
    if (refused !== null) return fail(refused);
    const facts = await factsInParcel(deps.sql, nib, asked.on);
    return facts === null ? fail(problem('parcelUnknown', { nib, on: asked.on })) : ok(facts);
  });
  if (!read.ok) return fail(problem('busy'));
  if (!read.value.ok) return read.value;
  return ok(await decideWithRules(deps, read.value.value, deps.city.centre, asked));
}

async function decideWithRules(deps: LookupDeps, facts: Facts, point: LngLat, asked: Asked): Promise<Answer> {
  return (await decideFacts(deps, facts, point, asked)).answer;
}

/** The answer from facts that were read, with the rule sets that it was decided by. */
export async function decideFacts(
  deps: LookupDeps,
  facts: Facts,
  point: LngLat,
  asked: Asked,
): Promise<{ answer: Answer; ruleSets: readonly RuleSet[] }> {
  const [{ ruleSets, failed }, remarks] = await Promise.all([
    loadRuleSets(deps, facts),
    deps.loadRemarks(facts.versions),
  ]);
  const wanted = asked.activity;
  const question = {
    city: deps.city,
    asOf: asked.on,
    point,
    askedFor: wanted ?? null,
    findActivities:
      wanted === undefined ? null : (rules: RegulationRules) => deps.findActivities(rules, wanted),
    nearActivities: (rules: RegulationRules) => deps.nearActivities(rules, wanted ?? ''),
  };
  const known: Facts = {
    ...facts,
    remarks,
    ...(failed ? { failed: new Set([...facts.failed, 'rules'] as const) } : {}),
  };
  const here = new Set(rulesHere(facts).map((version) => version.version_id));
  const own = ruleSets.filter((set) => here.has(set.versionId));
  return { answer: decide(question, known, own, ruleSets), ruleSets: own };
}

/**
 * The rule sets in force that speak about this place or about what begins close by. Versions never change, so the loader keeps them in memory. A set that
 * cannot be loaded is logged and reported as a failed source: the zones are still known, their rules are not.
 */
async function loadRuleSets(
  deps: LookupDeps,
  facts: Facts,
): Promise<{ ruleSets: RuleSet[]; failed: boolean }> {
  const versions = rulesAround(facts);
  const loaded = await Promise.allSettled(versions.map((version) => deps.loadRuleSet(version.version_id)));
  const ruleSets: RuleSet[] = [];
  let failed = false;
  for (const [index, result] of loaded.entries()) {
    if (result.status === 'fulfilled' && result.value !== null) ruleSets.push(result.value);
    else {
      failed = true;
      deps.log.error(
        {
          err: result.status === 'rejected' ? result.reason : undefined,
          versionId: versions[index]?.version_id,
        },
        'rule set not loaded',
      );
    }
  }
  return { ruleSets, failed };
}
