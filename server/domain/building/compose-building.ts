import type { Answer, Part } from '../zoning/answer.ts';
import type { Building, BuildingPart, Edge } from './building.ts';
import { checkProposal } from './check-proposal.ts';
import type { GroundEdge } from './classify-edges.ts';
import { type BuildableGround, composeEnvelope, footprintOf, type GroundDoubt } from './envelope.ts';
import type { RoadShape } from './ground.ts';
import type { Drawn, Proposal } from './proposal.ts';
import type { SetbackLine } from './setback-lines.ts';

/** One part of the answer with its place on the ground. */
export interface PartOnGround {
  readonly part: Part;
  readonly setbacks: readonly SetbackLine[];
  readonly left: BuildableGround;
  /** WGS 84. */
  readonly outline: BuildingPart['outline'];
}

export interface BuildingInput {
  readonly answer: Answer;
  readonly nib: string | null;
  /** WGS 84. */
  readonly outline: Building['ground']['outline'];
  readonly edges: readonly GroundEdge[];
  /** The border's lines in WGS 84, in the order of `edges`. */
  readonly edgeLines: readonly Edge['line'][];
  /** The roads that edges face, in the order that `edges` names them by, and their axes in WGS 84. */
  readonly roads: readonly RoadShape[];
  readonly roadLines: readonly Building['roads'][number]['axis'][];
  readonly roadKnowledge: Building['ground']['roads'];
  /** An overlay of which nobody knows whether it lies here could forbid all building. */
  readonly mayBeForbidden: boolean;
  readonly parts: readonly PartOnGround[];
  readonly proposal: Proposal | null;
  readonly drawn: Drawn | null;
  readonly drawnOutline: Building['drawn'];
}

/** Everything that may be built on a piece of ground, from the answer about it and the shapes that were cut. Pure. */
export function composeBuilding(input: BuildingInput): Building {
  const { answer, proposal } = input;
  const doubts = groundDoubts(input);
  const storeyHeightM = proposal?.storeyHeightM ?? null;
  const parts = input.parts.map((placed) => composePart(placed, doubts, storeyHeightM));
  const areaM2 = answer.place.areaM2 ?? 0;
  const withoutPlanM2 = answer.remainder?.areaM2 ?? null;
  const isAsked =
    proposal !== null &&
    (input.drawn !== null || Object.keys(proposal).some((key) => key !== 'storeyHeightM'));
  return {
    schema: 'building/1',
    cityId: answer.cityId,
    asOf: answer.asOf,
    coverage: answer.coverage,
    plan: answer.plan,
    ground: {
      nib: input.nib,
      outline: input.outline,
      point: answer.place.point,
      areaM2,
      perimeterM: answer.place.perimeterM ?? 0,
      kelurahan: answer.admin.filter(({ level }) => level === 'kelurahan').map(({ name }) => name),
      edges: input.edges.map((edge, index) => composeEdge(edge, index, input)),
      roads: input.roadKnowledge,
    },
    roads: input.roads.flatMap((road, index) =>
      input.edges.some((edge) => edge.facing.some((seen) => seen.road === index))
        ? [
            {
              name: road.name,
              roadClass: road.road_class,
              rowWidthM: road.row_width_m,
              axis: input.roadLines[index] ?? [],
            },
          ]
        : [],
    ),
    parts,
    withoutPlanM2,
    themes: answer.themes,
    storeyHeightM,
    check: isAsked ? checkProposal(parts, { areaM2, withoutPlanM2, doubts }, proposal, input.drawn) : null,
    drawn: input.drawnOutline,
    sources: answer.sources,
    versions: answer.versions,
    isDemo: answer.isDemo,
    isComplete: answer.isComplete,
  };
}

function groundDoubts({ answer, roadKnowledge, mayBeForbidden }: BuildingInput): GroundDoubt[] {
  return [
    ...(roadKnowledge === 'known' ? [] : (['roadsIncomplete'] as const)),
    ...(mayBeForbidden ? (['overlayMayForbid'] as const) : []),
    ...(answer.plan === 'overlapping' ? (['plansOverlap'] as const) : []),
    ...(answer.isComplete ? [] : (['sourceFailed'] as const)),
  ];
}

function composePart(
  { part, setbacks, left, outline }: PartOnGround,
  doubts: readonly GroundDoubt[],
  storeyHeightM: number | null,
): BuildingPart {
  const envelope = composeEnvelope(part, left, setbacks, doubts, storeyHeightM);
  return {
    layerId: part.layerId,
    versionId: part.versionId,
    featureNo: part.featureNo,
    zone: part.zone,
    overlays: part.overlays,
    outline,
    areaM2: part.areaM2 ?? 0,
    sharePct: part.sharePct,
    isSliver: part.isSliver,
    figures: part.figures,
    footprint: footprintOf(part, envelope),
    setbacks: setbacks.map(({ setback, edges, from, distanceM, enoughM, doubt }) => ({
      setback,
      edges: edges.map((index) => index + 1),
      from,
      clearM: doubt === null ? distanceM : null,
      leastM: distanceM,
      enoughM,
      doubt,
    })),
    envelope,
  };
}

const composeEdge = (edge: GroundEdge, index: number, input: BuildingInput): Edge => ({
  number: index + 1,
  role: edge.role,
  lengthM: edge.lengthM,
  line: input.edgeLines[index] ?? [],
  roads: edge.facing.flatMap(({ road: at, distanceM }) => {
    const road = input.roads[at];
    return road === undefined
      ? []
      : [{ name: road.name, roadClass: road.road_class, distanceM, rowWidthM: road.row_width_m }];
  }),
});
