import type { CityProfile } from '../city/profile.ts';
import { withRemarks } from '../correction/remarks.ts';
import { bboxContains, type LngLat } from '../geo/lng-lat.ts';
import type { Activity, OverlayEffect, RegulationRules, RuleSet } from '../rules/rule-set.ts';
import type { Answer, Part, VersionRef } from './answer.ts';
import { gapsOnParcel, tellNearby, versionOf, zonesOnParcel } from './around-point.ts';
import { cutZones } from './cut-zones.ts';
import { decidePart, rulesOf, zoneRefOf } from './decide-part.ts';
import { decideRtrw } from './decide-rtrw.ts';
import { nearestPerRoad } from './decide-setbacks.ts';
import { decideThemes } from './decide-themes.ts';
import type { Facts, VersionFact, ZoneFact } from './facts.ts';
import { mergeZones } from './merge-zones.ts';
import { openEffectsOn } from './open-themes.ts';
import { overlaysHere } from './overlay-on-part.ts';
import { overlaysNearby } from './overlays-nearby.ts';
import { partKey } from './part-key.ts';
import { rulesOfPlans } from './rules-of-plans.ts';
import { sourcesUsed } from './sources-used.ts';

export interface Question {
  readonly city: CityProfile;
  /** Calendar day in the city's time zone, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The asked point (WGS 84, lng-lat); for a polygon the point on its surface is taken from the facts. */
  readonly point: LngLat;
  readonly askedFor: string | null;
  /** Activities of a regulation that the asked words or KBLI could mean, best first; null = none asked. */
  readonly findActivities: ((rules: RegulationRules) => readonly Activity[]) | null;
  /** Activities that the reader may have meant, asked for when the words name none. */
  readonly nearActivities?: (rules: RegulationRules) => readonly Activity[];
}

/**
 * The answer to "what is the rule here?": facts and rule sets in, one {@link Answer} out. Pure and total.
 *
 * @param facts what SQL found; a failed query must never be passed as empty facts
 * @param ruleSets the rule sets in force that speak about this place ({@link rulesHere}), no others
 * @param around those and the ones of what begins close by ({@link rulesAround}); they change nothing at the place itself
 */
export function decide(
  question: Question,
  facts: Facts,
  ruleSets: readonly RuleSet[],
  around: readonly RuleSet[] = ruleSets,
): Answer {
  const { city, asOf } = question;
  const sum = facts.sum;
  const point: LngLat = sum === null ? question.point : [sum.lon, sum.lat];
  const areaM2 = sum?.area_m2 ?? null;
  const coverage = coverageOf(city, point, facts);
  const overlays = overlaysHere(facts);
  const plansOf = (rows: readonly { readonly version_id: string }[]) =>
    facts.versions.filter((version) => rows.some((row) => row.version_id === version.version_id));
  const plansAround = plansOf([...facts.zones, ...facts.nearZones, ...facts.parcelZones]);
  const nearby = overlaysNearby(facts, overlays, rulesOfPlans(plansAround, around, facts.versions), asOf);
  const zones = sum === null ? facts.zones : zonesOfParts(facts, ruleSets);
  const parts = zones.map((zone) =>
    decidePart(zone, {
      facts,
      overlays,
      openEffects: openEffectsOn(zone, facts, ruleSets, asOf),
      nearby,
      ruleSets,
      day: asOf,
      areaM2,
      sliverThresholdM2: city.sliverThresholdM2,
      findActivities: question.findActivities,
      nearActivities: question.nearActivities ?? (() => []),
      askedFor: question.askedFor,
    }),
  );
  parts.sort(
    (a, b) =>
      (b.areaM2 ?? 0) - (a.areaM2 ?? 0) ||
      a.zone.code.localeCompare(b.zone.code) ||
      a.featureNo - b.featureNo ||
      partKey(a).localeCompare(partKey(b)),
  );
  const themes = decideThemes({
    facts,
    coverage,
    sliverThresholdM2: city.sliverThresholdM2,
    overlays,
    parts,
    ruleSets: rulesOfPlans(plansOf(facts.zones), ruleSets, facts.versions),
    day: asOf,
    areaM2,
    activityName: activityNamer(ruleSets),
  });
  const rtrw = decideRtrw(facts, ruleSets, areaM2);
  const swapped: LngLat = [point[1], point[0]];

  const answer: Answer = {
    schema: 'answer/1',
    cityId: city.id,
    asOf,
    place: {
      kind: sum === null ? 'point' : 'polygon',
      point: [...point],
      areaM2,
      perimeterM: sum?.perimeter_m ?? null,
      areaMethod: sum === null ? null : 'geodesic-wgs84',
    },
    coverage,
    swapOffer: coverage === 'outsideCity' && bboxContains(city.bbox, swapped) ? [...swapped] : null,
    neighbour: coverage === 'inside' ? null : neighbourOf(city, point),
    admin: adminOf(facts, areaM2),
    parcels: facts.parcels.map((parcel) => ({
      nib: parcel.nib,
      areaM2: parcel.area_m2,
      sharePct: shareOf(parcel.part_m2, areaM2),
      isDemo: parcel.is_demo,
    })),
    parcelCount: facts.parcels[0]?.total ?? facts.parcels.length,
    plan: planState(coverage, facts, parts),
    parts,
    remainder: remainderOf(facts),
    nearBorder: facts.nearZones.map((near) => ({
      zone: zoneRefOf(near, rulesOf(versionOf(facts, near.version_id), around)?.rules ?? null),
      distanceM: near.distance_m,
    })),
    nearOverlays: nearby.map((overlay) => tellNearby(overlay, city.sliverThresholdM2, activityNamer(around))),
    parcelZones: zonesOnParcel(facts, around, city.sliverThresholdM2),
    ...gapsOnParcel(facts, city.sliverThresholdM2),
    borderToleranceM: city.borderToleranceM,
    sliverThresholdM2: city.sliverThresholdM2,
    rtrw,
    themes,
    roads: nearestPerRoad(facts.roads).map((road) => ({
      name: road.name,
      roadClass: road.road_class,
      distanceM: road.distance_m,
      rowWidthM: road.row_width_m,
    })),
    utilities: facts.utilities.map((line) => ({
      network: line.network,
      name: line.name,
      distanceM: line.distance_m,
    })),
    sources: sourcesUsed(
      parts,
      [...themes.concerned.flatMap((theme) => theme.effects), ...nearby.flatMap(({ changes }) => changes)],
      around,
    ),
    versions: facts.versions.map(toVersionRef),
    isDemo: facts.versions.some((version) => version.is_demo) || parts.some((part) => part.isDemo),
    isComplete: facts.failed.size === 0,
    revisions: revisionsOf(ruleSets),
    planRevisions: [],
    rowNotes: [],
  };
  return withRemarks(answer, facts);
}

/** The boxes are rough: where two of them hold the point, nobody is named rather than the wrong one. */
function neighbourOf(city: CityProfile, point: LngLat): string | null {
  const [only, other] = city.neighbours.filter(({ bbox }) => bboxContains(bbox, point));
  return only === undefined || other !== undefined ? null : only.name;
}

/** What stands behind each part of an answer about a polygon; a part's `featureNo` is the first of its own. */
export const zonesOfParts = (facts: Facts, ruleSets: readonly RuleSet[]): ZoneFact[] =>
  mergeZones(cutZones(facts), ruleSets.some(namesBlocks));

const shareOf = (partM2: number | undefined, areaM2: number | null): number | null =>
  partM2 === undefined || areaM2 === null ? null : (partM2 / areaM2) * 100;

/** Below this a part of a polygon outside the city is the noise of two borders drawn apart, not ground. */
const OUTSIDE_NOISE_M2 = 1;

function coverageOf(city: CityProfile, point: LngLat, facts: Facts): Answer['coverage'] {
  const isInBox = bboxContains(city.bbox, point);
  // A box is rough: it speaks only where no outline can.
  if (facts.failed.has('admin')) return isInBox ? 'unknown' : 'outsideCity';
  const knowsBorders = facts.versions.some((version) => version.kind === 'admin');
  if (!knowsBorders) return isInBox ? 'inside' : 'outsideCity';
  const { admin, setAside, sum, versions, zones } = facts;
  const isBorder = (id: string) => versions.some((one) => one.version_id === id && one.kind === 'admin');
  const isUnclear = facts.failed.has('set_aside') || setAside.some(({ version_id: id }) => isBorder(id));
  const outsideM2 = sum === null || sum.city_m2 === null ? 0 : sum.area_m2 - sum.city_m2;
  // Ground of a kelurahan whose outline could not go in is neither in the city nor outside it.
  if (isUnclear && (admin.length === 0 || outsideM2 > OUTSIDE_NOISE_M2)) return 'unknown';
  // A plan may reach over the border as it is drawn here; then both are said.
  if (admin.length === 0) return zones.length > 0 ? 'partlyOutside' : 'outsideCity';
  return outsideM2 > OUTSIDE_NOISE_M2 ? 'partlyOutside' : 'inside';
}

function planState(coverage: Answer['coverage'], facts: Facts, parts: readonly Part[]): Answer['plan'] {
  const versions = new Map(facts.versions.map((version) => [version.version_id, version]));
  if (facts.failed.has('zone') || (parts.length === 0 && facts.failed.has('set_aside')))
    return 'sourceFailed';
  const asideRows = facts.setAside.filter((row) => versions.get(row.version_id)?.kind === 'zones');
  const aside = asideRows.length > 0;
  if (parts.length === 0 && coverage === 'unknown' && facts.failed.has('admin')) return 'sourceFailed';
  if (parts.length === 0)
    return aside ? 'invalidGeometry' : coverage === 'outsideCity' ? 'outsideCity' : 'none';
  const remainder = remainderOf(facts);
  if (remainder === null) {
    const inside = facts.zones.filter((zone) => zone.interior);
    return inside.length > 1 || (aside && inside.length > 0) ? 'overlapping' : 'found';
  }
  // What was set aside claims ground below valid zones too.
  const asideM2 = asideRows.reduce((total, row) => total + (row.part_m2 ?? 0), 0);
  const claimedTwiceM2 = remainder.overlapM2 + asideM2 - (remainder.invalidGeometryM2 ?? 0);
  if (claimedTwiceM2 > OUTSIDE_NOISE_M2) return 'overlapping';
  return remainder.areaM2 > OUTSIDE_NOISE_M2 ? 'partial' : 'found';
}

/**
 * Sum of parts + remainder − overlap = the asked area. Nothing is rounded; only the noise of floating point below zero is
 * cut off. Null where the zones could not be read.
 */
function remainderOf(facts: Facts): Answer['remainder'] {
  const { sum } = facts;
  if (sum === null || sum.zoned_m2 === null) return null;
  const partsM2 = facts.zones.reduce((total, zone) => total + (zone.part_m2 ?? 0), 0);
  const areaM2 = Math.max(0, sum.area_m2 - sum.zoned_m2);
  return {
    areaM2,
    sharePct: (areaM2 / sum.area_m2) * 100,
    invalidGeometryM2: sum.invalid_m2,
    overlapM2: Math.max(0, partsM2 - sum.zoned_m2),
  };
}

/** Whether some rule holds for single blocks only. */
const namesBlocks = (ruleSet: RuleSet): boolean =>
  [...ruleSet.byRegulation.values()].some(
    (rules) =>
      rules.notes.some((note) => note.kodblk !== null) ||
      [...rules.intensity.values()].some((rows) => rows.some((row) => row.kodblk !== null)),
  );

function adminOf(facts: Facts, areaM2: number | null): Answer['admin'] {
  const order = { kota: 0, kecamatan: 1, kelurahan: 2 } as const;
  return facts.admin
    .map((area) => ({
      level: area.level,
      code: area.code,
      name: area.name,
      sharePct: shareOf(area.area_m2, areaM2),
    }))
    .sort(
      (a, b) =>
        order[a.level] - order[b.level] ||
        (b.sharePct ?? 0) - (a.sharePct ?? 0) ||
        a.name.localeCompare(b.name),
    );
}

const versionRefs = new WeakMap<VersionFact, VersionRef>();

/** A version as answers name it; the same fact gives the same object, which must not be changed. */
export function toVersionRef(version: VersionFact): VersionRef {
  const found = versionRefs.get(version);
  if (found !== undefined) return found;
  const made: VersionRef = {
    layerId: version.layer_id,
    kind: version.kind,
    title: version.title,
    versionId: version.version_id,
    validFrom: version.valid_from,
    decree: version.decree,
    importedAt: version.imported_at,
    planScale: version.plan_scale,
    isDemo: version.is_demo,
  };
  versionRefs.set(version, made);
  return made;
}

const activityNamer =
  (ruleSets: readonly RuleSet[]) =>
  (effect: OverlayEffect): string | null => {
    if (effect.activityId === null) return null;
    for (const ruleSet of ruleSets) {
      const activity = ruleSet.byRegulation.get(effect.regulationId)?.activities.get(effect.activityId);
      if (activity !== undefined) return activity.name;
    }
    return effect.activityId;
  };

function revisionsOf(ruleSets: readonly RuleSet[]): Answer['revisions'] {
  return ruleSets.flatMap((ruleSet) =>
    [...ruleSet.byRegulation.values()]
      .filter(({ regulation }) => regulation.status === 'dalam revisi')
      .map(({ regulation }) => ({ regulationTitle: regulation.title, status: regulation.status })),
  );
}
