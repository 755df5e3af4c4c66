import type { Activity, OverlayEffect, RegulationRules, RuleSet } from '../rules/rule-set.ts';
import type { Part, ZoneRef } from './answer.ts';
import { decideActivity, type OverlayEffects, undecided } from './decide-activity.ts';
import { decideFigures } from './decide-figures.ts';
import { decideSetbacks, liesOnRoad, roadsOfPart } from './decide-setbacks.ts';
import type { Facts, VersionFact, ZoneFact } from './facts.ts';
import type { Figure } from './figure.ts';
import { forbidsBuilding } from './forbids-building.ts';
import { groupActivities } from './group-activities.ts';
import type { Verdict } from './itbx.ts';
import { effectsOf, liesOn, type OverlayHere, TECHNIQUE_FIELD } from './overlay-on-part.ts';
import type { OverlayNearby } from './overlays-nearby.ts';
import { hasRoadAside } from './road-aside.ts';
import { rulesOfPlans } from './rules-of-plans.ts';
import { intensityFor, setbacksFor } from './rules-of-polygon.ts';
import { holdsOn } from './validity.ts';

export interface PartContext {
  readonly facts: Facts;
  readonly overlays: readonly OverlayHere[];
  /** Effects of overlays of which nobody knows whether they lie here. */
  readonly openEffects: readonly OverlayEffect[];
  readonly nearby: readonly OverlayNearby[];
  readonly ruleSets: readonly RuleSet[];
  readonly day: string;
  /** Area of the asked polygon, m²; null for a point. */
  readonly areaM2: number | null;
  readonly sliverThresholdM2: number;
  /** The activities asked about, looked up in this part's own regulation, best first; null = none asked. */
  readonly findActivities: ((rules: RegulationRules) => readonly Activity[]) | null;
  readonly nearActivities: (rules: RegulationRules) => readonly Activity[];
  /** What was asked, for the verdict on a part whose matrix does not know it. */
  readonly askedFor: string | null;
}

/** The rule set and regulation that give a zone layer's codes their meaning; null when none is published. */
export function rulesOf(
  version: VersionFact | undefined,
  ruleSets: readonly RuleSet[],
): { ruleSet: RuleSet; rules: RegulationRules } | null {
  if (version?.rules_layer_id == null || version.regulation_id === null) return null;
  const ruleSet = ruleSets.find((candidate) => candidate.layerId === version.rules_layer_id);
  const rules = ruleSet?.byRegulation.get(version.regulation_id);
  return ruleSet === undefined || rules === undefined ? null : { ruleSet, rules };
}

/** Everything the plan says about one zone polygon's share of the place. */
export function decidePart(zone: ZoneFact, context: PartContext): Part {
  const { facts, day } = context;
  const version = facts.versions.find((candidate) => candidate.version_id === zone.version_id);
  const ruleSets = rulesOfPlans([version], context.ruleSets, facts.versions);
  const bound = rulesOf(version, ruleSets);
  const partAreaM2 = zone.part_m2 ?? null;
  const overlays = context.overlays.filter((overlay) => liesOn(overlay, zone));
  const known = effectsOf(overlays, ruleSets, day);
  const effects: OverlayEffects = {
    known,
    open: context.openEffects,
    nearby: context.nearby,
    isUnread: facts.failed.has('rules'),
    isParcelLeftOut:
      facts.notCarried?.has('parcel') === true && facts.versions.some(({ kind }) => kind === 'parcel'),
  };
  const inForce = (sourceId: string) => bound !== null && holdsOn(bound.ruleSet.citations.get(sourceId), day);
  const rules = bound === null ? null : withMatrixInForce(bound.rules, inForce);
  const zoneRef = zoneRefOf(zone, rules);
  const isKnownCode = rules?.zoneCodes.has(zone.code) ?? false;

  const figures = decideFigures(
    rules === null ? [] : intensityFor(rules, zone, inForce),
    known,
    context.openEffects,
    {
      classAreaM2: classAreaOf(facts, context.areaM2),
      partAreaM2,
      roadClasses: roadClassesOf(facts),
      hasUnreadRules: facts.failed.has('rules'),
      kodswp: zone.kodswp,
      kodblk: zone.kodblk,
    },
  );
  const setbackRules = [
    ...(rules === null ? [] : setbacksFor(rules, zone, inForce)),
    ...ruleSets.flatMap((set) => set.generalSetbacks),
  ];
  const sourceHolds = (sourceId: string) => ruleSets.some((set) => holdsOn(set.citations.get(sourceId), day));
  const grouped = rules === null ? { itbx: [], conditions: [] } : groupActivities(rules, zone, effects);
  const hasIntensity = rules !== null && intensityFor(rules, zone, () => true).length > 0;
  const verdicts = verdictsOf(zone, rules, effects, context);
  const isProhibited = known.some(forbidsBuilding);

  return {
    layerId: version?.layer_id ?? '',
    versionId: zone.version_id,
    featureNo: zone.feature_no,
    polygonCount: zone.merged?.length ?? 1,
    zone: zoneRef,
    overlays: zone.marks === undefined ? [] : levelsOf(overlays),
    kodwp: zone.kodwp,
    kodswp: zone.kodswp,
    kodblk: zone.kodblk,
    kodsbl: zone.kodsbl,
    kecamatanInPlan: zone.wadmkc,
    kelurahanInPlan: zone.wadmkd,
    remark: zone.remark,
    statedAreaHa: zone.stated_area_ha,
    areaM2: partAreaM2,
    sharePct: partAreaM2 === null || context.areaM2 === null ? null : (partAreaM2 / context.areaM2) * 100,
    isSliver: partAreaM2 !== null && partAreaM2 < context.sliverThresholdM2,
    figures: isProhibited ? figures.map(withoutArea) : figures,
    setbacks: decideSetbacks(
      setbackRules.filter((rule) => sourceHolds(rule.sourceId)),
      roadsOfPart(facts.roads, zoneRef.zoneCode),
      effects,
      (sourceId) => regulationOf(sourceId, ruleSets),
    ),
    notes: notesOf(rules, zone, version).filter((note) => inForce(note.sourceId)),
    itbx: grouped.itbx,
    conditions: grouped.conditions,
    zoneSourceId: rules?.zoneCodes.get(zone.code)?.sourceId ?? null,
    matrixSourceId: grouped.itbx.length === 0 ? null : (rules?.matrix?.sourceId ?? null),
    verdict: verdicts[0] ?? null,
    otherVerdicts: verdicts.slice(1),
    warnings: [
      ...(isProhibited ? (['prohibited'] as const) : []),
      ...warningsOf(figures, rules, isKnownCode, hasIntensity),
    ],
    regulationId: version?.regulation_id ?? null,
    isDemo: zone.is_demo || (version?.is_demo ?? false) || (bound?.ruleSet.isDemo ?? false),
  };
}

/** Each level once: several of its areas may lie on one part. */
function levelsOf(overlays: readonly OverlayHere[]): Part['overlays'] {
  const levels = new Map<string, Part['overlays'][number]>();
  for (const { theme: code, levelCode, name, fact } of overlays) {
    if (fact === null) continue;
    const key = `${fact.version_id} ${levelCode}`;
    if (!levels.has(key)) levels.set(key, { versionId: fact.version_id, code, levelCode, name });
  }
  return [...levels.values()];
}

/** A regulation is itself only within its rule set. */
function regulationOf(sourceId: string, ruleSets: readonly RuleSet[]): string {
  const set = ruleSets.find(({ citations }) => citations.has(sourceId));
  return `${set?.layerId} ${set?.citations.get(sourceId)?.regulationId}`;
}

/** Of the roads that the ground lies on; null at a mere point, and where the data does not know every road here. */
function roadClassesOf(facts: Facts): string[] | null {
  const { roads, sum, parcels, versions, failed } = facts;
  const isGround = sum !== null || parcels.length === 1;
  const isCovered = versions.some(({ kind, covers }) => kind === 'road' && covers);
  const isKnown = isCovered && !failed.has('road') && !failed.has('set_aside') && !hasRoadAside(facts);
  if (!isGround || !isKnown) return null;
  const own = roads.filter(liesOnRoad);
  // Ground to which no known road leads has one that nobody knows.
  return own.length === 0 ? null : [...new Set(own.map((road) => road.road_class))];
}

/** A parcel that covers less than this share of a drawn area is a neighbour touched by the pencil. */
const TOUCHED_SHARE = 0.01;
/** A drawn area that lies in one parcel to this share is a part of that parcel. */
const INSIDE_SHARE = 0.95;

/**
 * The area that decides the size class, m²: of the one registered parcel; of the drawing only where no parcel is
 * registered. A drawing across several parcels has no class.
 */
function classAreaOf(facts: Facts, drawnM2: number | null): number | null {
  const parcels = new Set(
    facts.versions.filter(({ kind }) => kind === 'parcel').map((version) => version.version_id),
  );
  // A parcel that could not go in has a size that nobody knows.
  const aside = facts.setAside.filter((row) => parcels.has(row.version_id));
  if (aside.some((row) => (row.part_m2 ?? 1) > (drawnM2 ?? 0) * TOUCHED_SHARE)) return null;
  if (drawnM2 === null) return facts.parcels.length === 1 ? (facts.parcels[0]?.area_m2 ?? null) : null;
  const covered = facts.parcels.filter((parcel) => (parcel.part_m2 ?? 0) > drawnM2 * TOUCHED_SHARE);
  const [only] = covered;
  if (only === undefined)
    return facts.failed.has('parcel') || (parcels.size > 0 && facts.failed.has('set_aside')) ? null : drawnM2;
  return covered.length === 1 && (only.part_m2 ?? 0) >= drawnM2 * INSIDE_SHARE ? only.area_m2 : null;
}

/** A matrix whose source has ended says nothing any more: its activities become unknown, not allowed. */
export function withMatrixInForce(
  rules: RegulationRules,
  inForce: (sourceId: string) => boolean,
): RegulationRules {
  return rules.matrix === null || inForce(rules.matrix.sourceId) ? rules : { ...rules, matrix: null };
}

/** Names and colour of a code within its regulation; an unknown code keeps the names of the plan's own row. */
export function zoneRefOf(
  zone: Pick<ZoneFact, 'code'> & Partial<Pick<ZoneFact, 'kodzon' | 'namzon' | 'namszn' | 'namobj'>>,
  rules: RegulationRules | null,
): ZoneRef {
  const known = rules?.zoneCodes.get(zone.code) ?? null;
  return {
    code: zone.code,
    zoneCode: known?.zoneCode ?? zone.kodzon ?? null,
    zoneName: known?.zoneName ?? zone.namzon ?? zone.namobj ?? null,
    subzoneName: known?.subzoneName ?? zone.namszn ?? null,
    category: known?.category ?? null,
    color: known?.color ?? null,
    colorProvisional: known?.provisional ?? true,
    description: known?.description ?? null,
    isKnownCode: known !== null,
  };
}

/** A note about a technique is for rows that name it, where the plan names techniques row by row. */
function holdsTechnique(code: string | null, zone: ZoneFact, version: VersionFact | undefined): boolean {
  if (code === null || version?.special_fields.includes(TECHNIQUE_FIELD) !== true) return true;
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}.-]+/u)
      .filter(Boolean);
  const named = wordsOf(zone.special[TECHNIQUE_FIELD] ?? '');
  return wordsOf(code).every((word) => named.includes(word));
}

function notesOf(
  rules: RegulationRules | null,
  zone: ZoneFact,
  version: VersionFact | undefined,
): Part['notes'] {
  const fits = (wanted: string | null, is: string | null) => wanted === null || wanted === is;
  return (rules?.notes ?? [])
    .filter(
      (note) =>
        (fits(note.zoneCode, zone.code) || (zone.kodunk !== null && note.zoneCode === zone.kodunk)) &&
        fits(note.kodswp, zone.kodswp) &&
        fits(note.kodblk, zone.kodblk) &&
        (note.kind !== 'tpz' || holdsTechnique(note.code, zone, version)),
    )
    .map((note) => ({ kind: note.kind, code: note.code, body: note.body, sourceId: note.sourceId }));
}

/** How many readings of the asked words are answered. */
const MAX_VERDICTS = 8;

/**
 * One verdict for each activity that the asked words could mean, best first; when there is none, one `unknown` and
 * after it those of the nearest activities.
 */
function verdictsOf(
  zone: ZoneFact,
  rules: RegulationRules | null,
  effects: OverlayEffects,
  context: PartContext,
): Verdict[] {
  if (context.findActivities === null) return [];
  const activities = rules === null ? [] : context.findActivities(rules).slice(0, MAX_VERDICTS);
  const decided = (one: Activity) => (rules === null ? [] : [decideActivity(rules, one, zone, effects)]);
  if (activities.length > 0) return activities.flatMap(decided);
  const reason = context.facts.failed.has('rules')
    ? 'sourceFailed'
    : rules === null
      ? 'noMatrix'
      : 'notInMatrix';
  const near = rules === null ? [] : context.nearActivities(rules);
  return [undecided(context.askedFor ?? '', reason), ...near.flatMap(decided)];
}

function warningsOf(
  figures: readonly Figure[],
  rules: RegulationRules | null,
  isKnownCode: boolean,
  hasRows: boolean,
): Part['warnings'] {
  const warnings: Part['warnings'] = [];
  if (figures.some(isLoosened)) warnings.push('overrideLoosens');
  const value = (measure: Figure['measure']) =>
    figures.find((figure) => figure.measure === measure)?.governing?.value ?? null;
  const [kdb, kdh, floors] = [value('kdb'), value('kdh'), value('floors')];
  const klbFigure = figures.find((figure) => figure.measure === 'klb');
  const klb = klbFigure?.base?.unitAsPrinted?.trim() === '%' ? null : value('klb');
  if (rules === null || !hasRows) warnings.push('noRules');
  if (rules !== null && !isKnownCode) warnings.push('unknownZoneCode');
  if (kdb !== null && kdh !== null && kdb + kdh > 100) warnings.push('kdbPlusKdhOver100');
  if (kdb !== null && klb !== null && floors !== null && klb > (kdb / 100) * floors + 1e-9)
    warnings.push('klbOverKdbTimesFloors');
  return warnings;
}

/** Where building is forbidden no share of the ground is an area to build on. */
const withoutArea = (figure: Figure): Figure => ({
  ...figure,
  bound: figure.bound === null ? null : { ...figure.bound, computedM2: null },
  computedM2: null,
});

/** An override that asks for less than the base: stated beside it, for the office to judge. */
function isLoosened({ operator, base, governing }: Figure): boolean {
  if (governing?.from !== 'override' || base?.value == null) return false;
  return operator === 'max' ? governing.value > base.value : governing.value < base.value;
}
