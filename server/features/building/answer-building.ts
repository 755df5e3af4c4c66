import type { Building } from '#domain/building/building';
import { classifyEdges } from '#domain/building/classify-edges';
import { composeBuilding, type PartOnGround } from '#domain/building/compose-building';
import type { GroundShapes } from '#domain/building/ground';
import { groupRoads } from '#domain/building/group-roads';
import type { Proposal } from '#domain/building/proposal';
import { mayBeForbidden, roadKnowledge, withFacedRoads } from '#domain/building/road-facts';
import { layOutSetbacks } from '#domain/building/setback-lines';
import type { Language } from '#domain/language';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Part } from '#domain/zoning/answer';
import { zonesOfParts } from '#domain/zoning/decide';
import type { Facts, ZoneFact } from '#domain/zoning/facts';
import { marksOf, partKey } from '#domain/zoning/part-key';
import type { Queryable } from '../../platform/db.ts';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import { isOutOfTime, withinTime } from '../../platform/within-time.ts';
import type { PolygonFile } from '../imports/index.ts';
import {
  decideFacts,
  factsInParcel,
  factsInPolygon,
  type LookupDeps,
  type PolygonInput,
  polygonSchema,
  readOutline,
  readPolygon,
  refuseParcelNumber,
} from '../lookup/index.ts';
import { boundBuilding, boundShape, boxesTouch, boxOf } from './bound-ground.ts';
import { buildingOnGround, groundAfterSetbacks, groundShapes, parcelOutline } from './queries.ts';
import { tellInDegrees } from './tell-in-degrees.ts';

/** What is asked: a day, a building that somebody has in mind, its outline. */
export interface AskedBuilding {
  readonly on: string;
  readonly proposal: Proposal | null;
  readonly building: PolygonInput | null;
}

/** Cutting costs the database more than a lookup: a few at once, and none of them for long. */
const limited = limitConcurrency({ running: 2, waiting: 16 });
const LONGEST_STATEMENT_MS = 3_000;

interface Ground {
  readonly nib: string | null;
  readonly polygon: PolygonInput;
  /** Valid polygon, WGS 84. */
  readonly geojson: string;
  readonly facts: Facts;
}

/**
 * What may be built on a polygon (WGS 84, longitude first).
 * @returns the problems of a lookup in a polygon and those of {@link boundShape}, for the ground and for the drawn
 * building; `buildingElsewhere`, `tookTooLong`, `busy`
 */
export async function answerBuildingInPolygon(
  deps: LookupDeps,
  geometry: PolygonInput,
  asked: AskedBuilding,
): Promise<Result<Building, Problem>> {
  const bounded = boundShape(geometry);
  if (!bounded.ok) return bounded;
  return inTurn(async () => {
    const geojson = await readPolygon(deps, geometry);
    if (!geojson.ok) return geojson;
    const facts = await briefly(deps, (tx) => factsInPolygon(tx, geojson.value, asked.on));
    return answerOn(deps, { nib: null, polygon: geometry, geojson: geojson.value, facts }, asked);
  });
}

/** What may be built on a registered parcel; `parcelUnknown`, or `parcelAmbiguous` where the number names several. */
export async function answerBuildingInParcel(
  deps: LookupDeps,
  nib: string,
  asked: AskedBuilding,
): Promise<Result<Building, Problem>> {
  return inTurn(async () => {
    const refused = await refuseParcelNumber(deps.sql, nib, asked.on);
    if (refused !== null) return fail(refused);
    const geojson = await parcelOutline(deps.sql, nib, asked.on);
    const polygon = geojson === null ? null : polygonSchema.parse(JSON.parse(geojson));
    const bounded = polygon === null ? ok(null) : boundShape(polygon);
    if (!bounded.ok) return bounded;
    const facts = polygon === null ? null : await briefly(deps, (tx) => factsInParcel(tx, nib, asked.on));
    if (geojson === null || polygon === null || facts === null)
      return fail(problem('parcelUnknown', { nib, on: asked.on }));
    return answerOn(deps, { nib, polygon, geojson, facts }, asked);
  });
}

/** What may be built on the polygons of a file; nothing of it is stored. */
export async function answerBuildingInFile(
  deps: LookupDeps,
  file: PolygonFile,
  on: string,
  language: Language,
  signal: AbortSignal,
): Promise<Result<Building, Problem>> {
  const outline = await readOutline(file, language, signal);
  if (!outline.ok) return outline;
  return answerBuildingInPolygon(deps, outline.value, { on, proposal: null, building: null });
}

const briefly = <T>({ sql }: LookupDeps, task: (tx: Queryable) => Promise<T>): Promise<T> =>
  withinTime(sql, LONGEST_STATEMENT_MS, task);

/** Everything that an answer costs the database, a few answers at once. */
async function inTurn(answer: () => Promise<Result<Building, Problem>>): Promise<Result<Building, Problem>> {
  try {
    const done = await limited(answer);
    return done.ok ? done.value : fail(problem('busy'));
  } catch (error) {
    if (isOutOfTime(error)) return fail(problem('tookTooLong'));
    throw error;
  }
}

async function answerOn(
  deps: LookupDeps,
  ground: Ground,
  asked: AskedBuilding,
): Promise<Result<Building, Problem>> {
  if (asked.building === null) return ok(await compute(deps, ground, asked, null));
  const bounded = boundBuilding(asked.building, ground.polygon);
  if (!bounded.ok) return bounded;
  const building = await readPolygon(deps, asked.building);
  return building.ok ? ok(await compute(deps, ground, asked, building.value)) : building;
}

async function compute(
  deps: LookupDeps,
  ground: Ground,
  asked: AskedBuilding,
  building: string | null,
): Promise<Building> {
  const { facts } = ground;
  // Nothing of ours is there: no layer is asked, and the ground is answered like a lookup beside the city.
  const isElsewhere = !boxesTouch(boxOf(ground.polygon), deps.city.bbox);
  const shapes = await briefly(deps, (tx) =>
    groundShapes(tx, ground.geojson, {
      zones: isElsewhere ? [] : versionsOf(facts, 'zones'),
      overlays: isElsewhere || facts.failed.has('overlay') ? [] : versionsOf(facts, 'overlay'),
      rules: versionsOf(facts, 'rules'),
      roads: isElsewhere || facts.failed.has('road') ? [] : versionsOf(facts, 'road'),
    }),
  );
  const roads = groupRoads(shapes.roads);
  const edges = classifyEdges(shapes.outline, roads);
  const known = withFacedRoads(facts, edges, roads);
  const { answer, ruleSets } = await decideFacts(deps, known, deps.city.centre, {
    on: asked.on,
    activity: undefined,
  });
  const zones = zonesOfParts(known, ruleSets);
  const groups = new Map(zones.map((zone) => [pieceKey(zone), new Set(zone.merged ?? [zone.feature_no])]));
  const outlines = answer.parts.map((part) => outlineOf(part, groups, shapes));
  const setbacks = answer.parts.map((part) => layOutSetbacks(part, edges, roads));
  const cut = await briefly(deps, (tx) =>
    groundAfterSetbacks(
      tx,
      outlines.map((outline, index) => ({
        outline,
        setbacks: (setbacks[index] ?? []).map(({ lines, distanceM }) => ({ lines, clear_m: distanceM })),
      })),
      shapes.projection,
      building,
    ),
  );
  const told = await tellInDegrees(deps.sql, shapes, { outlines, edges, roads });
  const drawn =
    building === null
      ? null
      : {
          ...(await buildingOnGround(deps.sql, ground.geojson, building, versionsOf(facts, 'zones'))),
          parts: cut,
        };
  return composeBuilding({
    answer,
    nib: ground.nib,
    outline: told.ground,
    edges,
    edgeLines: told.edges,
    roads,
    roadLines: told.roads,
    roadKnowledge: roadKnowledge(facts),
    mayBeForbidden: mayBeForbidden(facts, ruleSets, asked.on),
    parts: answer.parts.map(
      (part, index): PartOnGround => ({
        part,
        setbacks: setbacks[index] ?? [],
        left: {
          outline: cut[index]?.buildable ?? [],
          areaM2: cut[index]?.buildableM2 ?? 0,
        },
        outline: told.parts[index] ?? [],
      }),
    ),
    proposal: asked.proposal ?? (building === null ? null : {}),
    drawn,
    drawnOutline: asked.building === null ? null : polygonsOf(asked.building),
  });
}

const versionsOf = (facts: Facts, kind: 'zones' | 'overlay' | 'rules' | 'road'): string[] =>
  facts.versions.filter((version) => version.kind === kind).map((version) => version.version_id);

/** Names what a part stands for: the first of its polygons and the levels of overlays that it lies in. */
const pieceKey = ({
  version_id,
  feature_no,
  marks = [],
}: Pick<ZoneFact, 'version_id' | 'feature_no' | 'marks'>): string =>
  [version_id, feature_no, ...[...marks].sort()].join(' ');

/** A part's share of the ground: every piece that the answer joined to it. */
function outlineOf(
  part: Part,
  groups: ReadonlyMap<string, ReadonlySet<number>>,
  shapes: GroundShapes,
): GroundShapes['outline'] {
  const own = groups.get(partKey(part));
  const marks = marksOf(part).join();
  return shapes.zones
    .filter(
      (zone) =>
        zone.version_id === part.versionId &&
        own?.has(zone.feature_no) &&
        [...zone.marks].sort().join() === marks,
    )
    .flatMap((zone) => zone.outline);
}

const polygonsOf = (polygon: PolygonInput) =>
  polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates;
