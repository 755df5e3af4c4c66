import type { Activity, OverlayEffect, RegulationRules, RuleSet } from '../rules/rule-set.ts';
import { countCity, countKelurahan, type DecidedShare, outcomesOf } from './count-ground.ts';
import { toVersionRef } from './decide.ts';
import { decideActivity, overridesOf, SEVERITY, severer, undecided } from './decide-activity.ts';
import { rulesOf, withMatrixInForce, zoneRefOf } from './decide-part.ts';
import type { VersionFact } from './facts.ts';
import { factsOnGround, type Ground, type GroundShare, type GroundSource, zoneOn } from './ground.ts';
import type { Verdict } from './itbx.ts';
import { openEffectsOn } from './open-themes.ts';
import { effectsOf, overlaysHere } from './overlay-on-part.ts';
import { rulesHere } from './rules-here.ts';
import { rulesOfPlans } from './rules-of-plans.ts';
import { holdsOn } from './validity.ts';
import type { WhereAllowed } from './where-allowed.ts';

export interface WhereQuestion {
  readonly cityId: string;
  /** Calendar day in law, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly askedFor: string;
  /** Activities of a regulation that the asked words could mean, best first. */
  readonly findActivities: (rules: RegulationRules) => readonly Activity[];
}

export interface WhereInput {
  readonly versions: readonly VersionFact[];
  readonly ruleSets: readonly RuleSet[];
  readonly sources: readonly GroundSource[];
  readonly ground: Ground;
  /** Polygons and their area (m²) per zone code. */
  readonly codes: readonly {
    readonly versionId: string;
    readonly code: string;
    readonly polygonCount: number;
    readonly areaM2: number;
  }[];
}

const MAX_ALTERNATIVES = 7;

/**
 * Where one activity may be done: every piece of ground is decided as a point on it would be, then areas are added.
 * An activity id means something only within its regulation, so each plan answers for its own best match.
 * @returns null when no plan in force knows an activity by these words
 */
export function decideWhere(question: WhereQuestion, input: WhereInput): WhereAllowed | null {
  const { versions, ruleSets, ground } = input;
  const plans = versions.filter((version) => version.kind === 'zones');
  const matches = plans.flatMap((plan) => {
    const bound = rulesOf(plan, ruleSets);
    return bound === null ? [] : question.findActivities(bound.rules);
  });
  const [best] = matches;
  if (best === undefined) return null;
  const decided = decideShares(question, input);
  const { overlays, overlayConditions } = overlaysOf(question, input, decided);
  const open = new Set(decided.flatMap((one) => [...one.open]));
  const openMarks = new Set(
    input.sources.flatMap(({ mark, from, versionId }) =>
      from !== 'overlay' && open.has(themeOf(versions, versionId)) ? [mark] : [],
    ),
  );
  const isShown = shownBy(input, overlays, openMarks);
  const zones = zonesOf(question, input, decided, isShown);
  return {
    schema: 'where/2',
    cityId: question.cityId,
    asOf: question.asOf,
    askedFor: question.askedFor,
    activity: {
      activityId: best.activityId,
      name: best.name,
      groupName: best.groupName,
      kbli: best.kbli.map((link) => link.code),
    },
    alternatives: matches
      .filter((match, index) => match.activityId !== best.activityId && matches.indexOf(match) === index)
      .slice(0, MAX_ALTERNATIVES)
      .map(({ activityId, name, groupName }) => ({ activityId, name, groupName })),
    city: countCity(ground, decided),
    kelurahan: countKelurahan(ground, decided),
    zones,
    overlays,
    overlayConditions,
    openThemes: [...open].sort(),
    openGround: ground.outlines
      .filter((outline) => openMarks.has(outline.mark))
      .map(({ geojson }) => ({ type: geojson.type, coordinates: [...geojson.coordinates] })),
    sources: sourcesOf(zones, overlays, overlayConditions, ruleSets),
    versions: versions.map(toVersionRef),
    isDemo: versions.some((version) => version.is_demo),
  };
}

/** The asked activity and the rules in force for one plan; null where the plan's rules are not known. */
function boundOf({ asOf, findActivities }: WhereQuestion, plan: VersionFact, ruleSets: readonly RuleSet[]) {
  const bound = rulesOf(plan, ruleSets);
  if (bound === null) return null;
  const inForce = (sourceId: string) => holdsOn(bound.ruleSet.citations.get(sourceId), asOf);
  return { rules: withMatrixInForce(bound.rules, inForce), activity: findActivities(bound.rules)[0] ?? null };
}

function decideShares(question: WhereQuestion, input: WhereInput): DecidedShare[] {
  const { versions, ruleSets, sources, ground } = input;
  const kept = new Map<string, Omit<DecidedShare, 'share'>>();
  const plans = new Map(
    versions
      .filter((version) => version.kind === 'zones')
      .map((plan) => [plan.version_id, boundOf(question, plan, ruleSets)]),
  );
  return ground.shares.map((share) => {
    const key = JSON.stringify([share.versionId, share.code, share.kodunk, share.special, share.marks]);
    const known = kept.get(key);
    if (known !== undefined) return { share, ...known };
    const decided = decideOne(plans.get(share.versionId) ?? null, share);
    kept.set(key, decided);
    return { share, ...decided };
  });

  function decideOne(plan: ReturnType<typeof boundOf>, share: GroundShare): Omit<DecidedShare, 'share'> {
    if (plan === null) return { verdict: undecided(question.askedFor, 'noMatrix'), open: new Set() };
    const { rules, activity } = plan;
    if (activity === null) return { verdict: undecided(question.askedFor, 'notInMatrix'), open: new Set() };
    const facts = factsOnGround(share, versions, sources);
    const overlays = overlaysHere(facts);
    const here = new Set(rulesHere(facts).map((version) => version.version_id));
    const setsHere = ruleSets.filter((set) => here.has(set.versionId));
    const open = openEffectsOn(zoneOn(share), facts, setsHere, question.asOf);
    const own = versions.filter((version) => version.version_id === share.versionId);
    const known = effectsOf(overlays, rulesOfPlans(own, setsHere, versions), question.asOf);
    const verdict = decideActivity(rules, activity, share, { known, open });
    return {
      verdict,
      open: new Set(verdict.reason === 'overlayUnknown' ? turning(activity.activityId, verdict, open) : []),
    };
  }
}

/** The themes without data that leave this verdict open. */
function turning(activityId: string, verdict: Verdict, open: readonly OverlayEffect[]): string[] {
  const decided = verdict.overriddenBy.reduce((itbx, one) => severer(itbx, one.itbx), verdict.base);
  return overridesOf(activityId, open)
    .filter((override) => severer(decided, override.itbx) !== decided)
    .map((override) => override.theme);
}

function zonesOf(
  question: WhereQuestion,
  { versions, ruleSets, codes }: WhereInput,
  decided: readonly DecidedShare[],
  isShown: (one: DecidedShare) => boolean,
): WhereAllowed['zones'] {
  const plans = versions.filter((version) => version.kind === 'zones');
  return plans.flatMap((plan) => {
    const bound = boundOf(question, plan, ruleSets);
    return codes
      .filter((row) => row.versionId === plan.version_id)
      .map(({ code, polygonCount, areaM2 }) => {
        const here = decided.filter(
          ({ share }) => share.versionId === plan.version_id && share.code === code,
        );
        const mildest = here.reduce<Verdict | null>(
          (best, { verdict }) =>
            best === null || SEVERITY[verdict.governing] < SEVERITY[best.governing] ? verdict : best,
          null,
        );
        const inBordersM2 = here.reduce((total, one) => total + one.share.areaM2, 0);
        return {
          layerId: plan.layer_id,
          versionId: plan.version_id,
          zone: zoneRefOf({ code }, bound?.rules ?? null),
          verdict: mildest ?? offGround(question, bound, code),
          polygonCount,
          areaM2,
          outcomes: outcomesOf(here, inBordersM2),
          isMixed: here.some((one) => one.verdict.governing !== mildest?.governing && !isShown(one)),
        };
      });
  });
}

/** Whether the outcome of a piece can be seen: an overlay with this outcome lies on it, or its open ground is outlined. */
function shownBy(
  { versions, sources, ground }: WhereInput,
  overlays: WhereAllowed['overlays'],
  openMarks: ReadonlySet<string>,
): (one: DecidedShare) => boolean {
  const outlined = new Set(
    sources
      .filter(({ mark }) => openMarks.has(mark) && ground.outlines.some((outline) => outline.mark === mark))
      .map(({ versionId }) => themeOf(versions, versionId)),
  );
  return ({ share, verdict, open }) =>
    [...open].some((theme) => outlined.has(theme)) ||
    sources.some(
      ({ mark, versionId, from, levels }) =>
        from === 'overlay' &&
        share.marks.includes(mark) &&
        overlays.some(
          (overlay) =>
            overlay.versionId === versionId &&
            overlay.levelCode === (levels?.[0] ?? '') &&
            overlay.itbx === verdict.governing,
        ),
    );
}

/** A code of which no ground lies inside the borders: what the matrix says, before overlays. */
function offGround(question: WhereQuestion, bound: ReturnType<typeof boundOf>, code: string): Verdict {
  if (bound === null) return undecided(question.askedFor, 'noMatrix');
  if (bound.activity === null) return undecided(question.askedFor, 'notInMatrix');
  return decideActivity(bound.rules, bound.activity, { code, kodunk: null }, { known: [], open: [] });
}

/** Each overlay that is stricter than some ground under it would be without it, and the conditions that they name. */
function overlaysOf(
  question: WhereQuestion,
  { versions, ruleSets, sources }: WhereInput,
  decided: readonly DecidedShare[],
): Pick<WhereAllowed, 'overlays' | 'overlayConditions'> {
  const conditions = new Map<string, WhereAllowed['overlayConditions'][number]>();
  const ids = new Set(
    versions
      .filter((version) => version.kind === 'zones')
      .flatMap((plan) => boundOf(question, plan, ruleSets)?.activity?.activityId ?? []),
  );
  const plans = versions.filter((version) => version.kind === 'zones');
  const ofPlans = rulesOfPlans(plans, ruleSets, versions);
  const overlays = sources
    .filter((source) => source.from === 'overlay')
    .flatMap(({ mark, versionId, levels }) => {
      const theme = themeOf(versions, versionId);
      const levelCode = levels?.[0] ?? '';
      const effects = effectsOf([{ theme, levelCode }], ofPlans, question.asOf);
      const touched = decided.filter(({ share }) => share.marks.includes(mark));
      const found = [...ids]
        .flatMap((activityId) => overridesOf(activityId, effects))
        .filter(({ itbx }) => touched.some(({ verdict }) => severer(verdict.base, itbx) !== verdict.base));
      const unique = new Map(found.map((override) => [`${override.itbx} ${override.body}`, override]));
      for (const condition of [...unique.values()].flatMap((override) => override.conditions))
        conditions.set(JSON.stringify([condition.code, condition.sourceId]), condition);
      return [...unique.values()].map(({ itbx, codes, body, sourceId }) => ({
        layerId: versions.find((version) => version.version_id === versionId)?.layer_id ?? '',
        versionId,
        theme,
        levelCode,
        itbx,
        codes,
        body,
        sourceId,
      }));
    });
  return { overlays, overlayConditions: [...conditions.values()] };
}

const themeOf = (versions: readonly VersionFact[], versionId: string): string =>
  versions.find((version) => version.version_id === versionId)?.theme ?? '';

function sourcesOf(
  zones: WhereAllowed['zones'],
  overlays: WhereAllowed['overlays'],
  conditions: WhereAllowed['overlayConditions'],
  ruleSets: readonly RuleSet[],
): WhereAllowed['sources'] {
  const ids = new Set(
    [
      ...zones.flatMap(({ verdict }) => [verdict.sourceId, ...verdict.conditions.map((row) => row.sourceId)]),
      ...overlays.map((row) => row.sourceId),
      ...conditions.map((row) => row.sourceId),
    ].filter((id) => id !== null),
  );
  return [...ids].flatMap((id) => {
    const citation = ruleSets.map((set) => set.citations.get(id)).find((found) => found !== undefined);
    return citation === undefined ? [] : [citation];
  });
}
