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
import type { Facts } from '#domain/zoning/facts';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import type { PolygonFile } from '../imports/index.ts';
import {
  decideFacts,
  factsInParcel,
  factsOfPolygon,
  type LookupDeps,
  type PolygonInput,
  readOutline,
  readPolygon,
} from '../lookup/index.ts';
import { buildingOnGround, groundAfterSetbacks, groundShapes, parcelOutline } from './queries.ts';
import { tellInDegrees } from './tell-in-degrees.ts';

/** What is asked: a day, a building that somebody has in mind, its outline. */
export interface AskedBuilding {
  readonly on: string;
  readonly proposal: Proposal | null;
  readonly building: PolygonInput | null;
}

/** Cutting costs the database more than a lookup: a few at once. */
const limited = limitConcurrency({ running: 2, waiting: 16 });

interface Ground {
  readonly nib: string | null;
  /** Valid polygon, WGS 84. */
  readonly geojson: string;
  readonly facts: Facts;
}

/**
 * What may be built on a polygon (WGS 84, longitude first).
 * @returns the problems of a lookup in a polygon, for the ground and for the drawn building; `busy`
 */
export async function answerBuildingInPolygon(
  deps: LookupDeps,
  geometry: PolygonInput,
  asked: AskedBuilding,
): Promise<Result<Building, Problem>> {
  const geojson = await readPolygon(deps, geometry);
  if (!geojson.ok) return geojson;
  const facts = await factsOfPolygon(deps, geometry, asked.on);
  return facts.ok ? answerOn(deps, { nib: null, geojson: geojson.value, facts: facts.value }, asked) : facts;
}

/** What may be built on a registered parcel; `parcelUnknown` when no parcel in force carries the number. */
export async function answerBuildingInParcel(
  deps: LookupDeps,
  nib: string,
  asked: AskedBuilding,
): Promise<Result<Building, Problem>> {
  const [geojson, facts] = await Promise.all([
    parcelOutline(deps.sql, nib, asked.on),
    factsInParcel(deps.sql, nib, asked.on),
  ]);
  if (geojson === null || facts === null) return fail(problem('parcelUnknown', { nib, on: asked.on }));
  return answerOn(deps, { nib, geojson, facts }, asked);
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

async function answerOn(
  deps: LookupDeps,
  ground: Ground,
  asked: AskedBuilding,
): Promise<Result<Building, Problem>> {
  const building = asked.building === null ? ok(null) : await readPolygon(deps, asked.building);
  if (!building.ok) return building;
  const done = await limited(() => compute(deps, ground, asked, building.value));
  return done.ok ? done : fail(problem('busy'));
}

async function compute(
  deps: LookupDeps,
  ground: Ground,
  asked: AskedBuilding,
  building: string | null,
): Promise<Building> {
  const { facts } = ground;
  const shapes = await groundShapes(
    deps.sql,
    ground.geojson,
    versionsOf(facts, 'zones'),
    facts.failed.has('road') ? [] : versionsOf(facts, 'road'),
  );
  const roads = groupRoads(shapes.roads);
  const edges = classifyEdges(shapes.outline, roads);
  const known = withFacedRoads(facts, edges, roads);
  const { answer, ruleSets } = await decideFacts(deps, known, deps.city.centre, {
    on: asked.on,
    activity: undefined,
  });
  const groups = new Map(
    zonesOfParts(known, ruleSets).map((zone) => [
      `${zone.version_id} ${zone.feature_no}`,
      new Set(zone.merged ?? [zone.feature_no]),
    ]),
  );
  const outlines = answer.parts.map((part) => outlineOf(part, groups, shapes));
  const setbacks = answer.parts.map((part) => layOutSetbacks(part, edges, roads));
  const cut = await groundAfterSetbacks(
    deps.sql,
    outlines.map((outline, index) => ({
      outline,
      setbacks: (setbacks[index] ?? []).map(({ lines, distanceM }) => ({ lines, clear_m: distanceM })),
    })),
    shapes.projection,
    building,
  );
  const told = await tellInDegrees(deps.sql, shapes, { outlines, edges, roads });
  const drawn =
    building === null
      ? null
      : { ...(await buildingOnGround(deps.sql, ground.geojson, building)), parts: cut };
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
        left: { outline: cut[index]?.buildable ?? [], areaM2: cut[index]?.buildableM2 ?? 0 },
        outline: told.parts[index] ?? [],
      }),
    ),
    proposal: asked.proposal ?? (building === null ? null : {}),
    drawn,
    drawnOutline: asked.building === null ? null : polygonsOf(asked.building),
  });
}

const versionsOf = (facts: Facts, kind: 'zones' | 'road'): string[] =>
  facts.versions.filter((version) => version.kind === kind).map((version) => version.version_id);

/** A part's share of the ground: every polygon that the answer joined to it. */
function outlineOf(
  part: Part,
  groups: ReadonlyMap<string, ReadonlySet<number>>,
  shapes: GroundShapes,
): GroundShapes['outline'] {
  const own = groups.get(`${part.versionId} ${part.featureNo}`);
  return shapes.zones
    .filter((zone) => zone.version_id === part.versionId && own?.has(zone.feature_no))
    .flatMap((zone) => zone.outline);
}

const polygonsOf = (polygon: PolygonInput) =>
  polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates;
