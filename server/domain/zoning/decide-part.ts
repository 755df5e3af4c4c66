import type { Activity, IntensityRule, RegulationRules, RuleSet } from '../rules/rule-set.ts';
import type { Part, ZoneRef } from './answer.ts';
import { decideActivity, groupActivities } from './decide-activity.ts';
import { decideFigures } from './decide-figures.ts';
import { decideSetbacks } from './decide-setbacks.ts';
import type { Facts, VersionFact, ZoneFact } from './facts.ts';
import type { Figure } from './figure.ts';
import type { Verdict } from './itbx.ts';
import { effectsOf, liesOn, type OverlayHere } from './overlay-on-part.ts';
import { holdsOn } from './validity.ts';

export interface PartContext {
  readonly facts: Facts;
  readonly overlays: readonly OverlayHere[];
  readonly ruleSets: readonly RuleSet[];
  readonly day: string;
  /** Area of the asked polygon, m²; null for a point. */
  readonly areaM2: number | null;
  readonly sliverThresholdM2: number;
  /** The activity asked about, looked up in this part's own regulation; null = none asked. */
  readonly findActivity: ((rules: RegulationRules) => Activity | null) | null;
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
  const { facts, day, ruleSets } = context;
  const version = facts.versions.find((candidate) => candidate.version_id === zone.version_id);
  const bound = rulesOf(version, ruleSets);
  const partAreaM2 = zone.part_m2 ?? null;
  const effects = effectsOf(
    context.overlays.filter((overlay) => liesOn(overlay, zone)),
    ruleSets,
    day,
  );
  const inForce = (sourceId: string) => bound !== null && holdsOn(bound.ruleSet.citations.get(sourceId), day);
  const rules = bound === null ? null : withMatrixInForce(bound.rules, inForce);
  const known = rules?.zoneCodes.get(zone.code) ?? null;

  const intensity = intensityOf(zone, rules);
  const figures = decideFigures(
    intensity.filter((row) => inForce(row.rule.sourceId)),
    effects,
    {
      classAreaM2:
        context.areaM2 ?? (facts.parcels.length === 1 ? (facts.parcels[0]?.area_m2 ?? null) : null),
      partAreaM2,
      roadClasses: [...new Set(facts.roads.map((road) => road.road_class))],
      kodswp: zone.kodswp,
      kodblk: zone.kodblk,
    },
  );
  const setbackRules = [
    ...(rules?.setbacks.get(zone.code) ?? []),
    ...ruleSets.flatMap((set) => set.generalSetbacks),
  ];
  const sourceHolds = (sourceId: string) => ruleSets.some((set) => holdsOn(set.citations.get(sourceId), day));
  const itbx = rules === null ? [] : groupActivities(rules, zone.code, effects);

  return {
    layerId: version?.layer_id ?? '',
    versionId: zone.version_id,
    featureNo: zone.feature_no,
    zone: zoneRefOf(zone, rules),
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
    figures,
    setbacks: decideSetbacks(
      setbackRules.filter((rule) => sourceHolds(rule.sourceId)),
      facts.roads,
    ),
    notes: notesOf(rules, zone).filter((note) => inForce(note.sourceId)),
    itbx,
    conditions: usedConditions(rules, itbx),
    verdict: verdictOf(zone, rules, effects, context),
    warnings: warningsOf(figures, rules, known !== null, intensity.length > 0),
    regulationId: version?.regulation_id ?? null,
    isDemo: zone.is_demo || (version?.is_demo ?? false) || (bound?.ruleSet.isDemo ?? false),
  };
}

/** A matrix whose source has ended says nothing any more: its activities become unknown, not allowed. */
function withMatrixInForce(rules: RegulationRules, inForce: (sourceId: string) => boolean): RegulationRules {
  return rules.matrix === null || inForce(rules.matrix.sourceId) ? rules : { ...rules, matrix: null };
}

/** Rows keyed by the polygon itself (KODUNK) stand before rows of its zone code, measure by measure. */
function intensityOf(zone: ZoneFact, rules: RegulationRules | null): readonly IntensityRule[] {
  const own = zone.kodunk === null ? [] : (rules?.intensity.get(zone.kodunk) ?? []);
  const ofCode = rules?.intensity.get(zone.code) ?? [];
  return [...own, ...ofCode.filter((row) => !own.some((other) => other.measure === row.measure))];
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

function notesOf(rules: RegulationRules | null, zone: ZoneFact): Part['notes'] {
  const fits = (wanted: string | null, is: string | null) => wanted === null || wanted === is;
  return (rules?.notes ?? [])
    .filter(
      (note) =>
        (fits(note.zoneCode, zone.code) || (zone.kodunk !== null && note.zoneCode === zone.kodunk)) &&
        fits(note.kodswp, zone.kodswp) &&
        fits(note.kodblk, zone.kodblk),
    )
    .map((note) => ({ kind: note.kind, code: note.code, body: note.body, sourceId: note.sourceId }));
}

function usedConditions(rules: RegulationRules | null, itbx: Part['itbx']): Part['conditions'] {
  const used = new Set(itbx.flatMap((group) => group.activities.flatMap((activity) => activity.codes)));
  return [...(rules?.conditions.values() ?? [])]
    .filter((condition) => used.has(condition.code))
    .map((condition) => ({ ...condition }));
}

function verdictOf(
  zone: ZoneFact,
  rules: RegulationRules | null,
  effects: Parameters<typeof decideActivity>[3],
  context: PartContext,
): Verdict | null {
  if (context.findActivity === null) return null;
  const activity = rules === null ? null : context.findActivity(rules);
  if (rules !== null && activity !== null) return decideActivity(rules, activity, zone.code, effects);
  return {
    activityId: null,
    activityName: context.askedFor ?? '',
    groupName: null,
    kbli: [],
    base: 'unknown',
    codes: [],
    conditions: [],
    overriddenBy: [],
    governing: 'unknown',
    reason: context.facts.failed.has('rules') ? 'sourceFailed' : rules === null ? 'noMatrix' : 'notInMatrix',
    sourceId: null,
  };
}

function warningsOf(
  figures: readonly Figure[],
  rules: RegulationRules | null,
  isKnownCode: boolean,
  hasRows: boolean,
): Part['warnings'] {
  const warnings: Part['warnings'] = [];
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
