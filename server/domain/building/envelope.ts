import type { Part } from '../zoning/answer.ts';
import type { Figure, Measure } from '../zoning/figure.ts';
import { unitOfMeasure } from '../zoning/unit.ts';
import type { BuildingPart, Envelope, EnvelopeDoubt } from './building.ts';
import type { SetbackLine } from './setback-lines.ts';

/** What setbacks leave of a part: WGS 84, and its geodesic area. */
export interface BuildableGround {
  readonly outline: Envelope['outline'];
  readonly areaM2: number;
}

/** Doubts that hold for the whole ground. */
export type GroundDoubt = Extract<
  EnvelopeDoubt,
  'roadsIncomplete' | 'overlayMayForbid' | 'plansOverlap' | 'sourceFailed'
>;

/** Less than this is the noise of cutting polygons, m². */
const NOISE_M2 = 0.01;

/** The figure of a measure whose operator is the usual one. */
export const figureOf = (
  figures: readonly Figure[],
  measure: Measure,
  operator: 'max' | 'min',
): Figure | undefined => figures.find((figure) => figure.measure === measure && figure.operator === operator);

/**
 * The admissible volume over one part of the ground.
 *
 * @param storeyHeightM the reader's assumption, used only where the plan limits floors and not metres; null = not stated
 */
export function composeEnvelope(
  part: Part,
  left: BuildableGround,
  setbacks: readonly SetbackLine[],
  groundDoubts: readonly GroundDoubt[],
  storeyHeightM: number | null,
): Envelope {
  const height = heightOf(part.figures, storeyHeightM);
  const doubts = new Set<EnvelopeDoubt>([
    ...groundDoubts,
    ...setbacks.flatMap(({ doubt }) => (doubt === null ? [] : [doubt])),
    ...height.doubts,
  ]);
  const aboveSeaM = aboveSea(part.figures);
  const empty = { outline: [], areaM2: 0, heightM: null, heightFrom: null, aboveSeaM };
  // Parts end where a prohibition begins: it holds for all of this one.
  if (part.warnings.includes('prohibited')) return { ...empty, status: 'prohibited', doubts: [] };
  const isNothing =
    left.areaM2 < NOISE_M2 ||
    height.heightM === 0 ||
    part.figures.some(
      (figure) => figure.measure === 'kdb' && figure.operator === 'max' && figure.governing?.value === 0,
    );
  // Even the outer bound leaves nothing: that is certain, whatever else is not known.
  if (isNothing) return { ...empty, status: 'nothing', doubts: [] };
  return {
    status: doubts.size === 0 ? 'computed' : 'outerBound',
    doubts: [...doubts],
    outline: left.outline,
    areaM2: left.areaM2,
    heightM: height.heightM,
    heightFrom: height.heightFrom,
    aboveSeaM,
  };
}

interface Height {
  readonly heightM: number | null;
  readonly heightFrom: Envelope['heightFrom'];
  readonly doubts: readonly EnvelopeDoubt[];
}

function heightOf(figures: readonly Figure[], storeyHeightM: number | null): Height {
  const metres = figureOf(figures, 'height_m', 'max');
  if (metres?.governing != null && metres.status === 'set') {
    return { heightM: metres.governing.value, heightFrom: 'height_m', doubts: [] };
  }
  if (metres?.status === 'capNotComparable') {
    // A cap above sea level can only take away from the base: the base is an outer bound, unless it is replaced.
    const replaced = metres.caps.some((cap) => cap.effect === 'override');
    const caps = metres.caps.filter((cap) => cap.comparable).map((cap) => cap.value);
    const base = metres.base?.value ?? null;
    return base === null || replaced
      ? { heightM: null, heightFrom: null, doubts: ['heightAboveSea'] }
      : { heightM: Math.min(base, ...caps), heightFrom: 'height_m', doubts: ['heightAboveSea'] };
  }
  // A number in metres that exists but is not certain is no reason to build on floors instead.
  const isUnset = metres === undefined || metres.status === 'notSet';
  const floors = figureOf(figures, 'floors', 'max');
  if (isUnset && floors?.governing != null && storeyHeightM !== null) {
    return { heightM: floors.governing.value * storeyHeightM, heightFrom: 'floors', doubts: [] };
  }
  return { heightM: null, heightFrom: null, doubts: ['heightUnknown'] };
}

const aboveSea = (figures: readonly Figure[]): Envelope['aboveSeaM'] =>
  figures
    .filter(({ measure, operator }) => measure === 'height_m' && operator === 'max')
    .flatMap(({ caps }) => caps)
    .filter((cap) => unitOfMeasure('height_m', cap.unitAsPrinted) !== 'm')
    .map(({ value, body, sourceId }) => ({ value, body, sourceId }));

/** How much ground a building may cover: the lesser of KDB × area and what the setbacks leave. */
export function footprintOf(part: Part, envelope: Envelope): BuildingPart['footprint'] {
  const kdb = figureOf(part.figures, 'kdb', 'max');
  const kdbM2 = kdb?.status === 'set' ? kdb.computedM2 : null;
  if (envelope.status === 'prohibited') return { kdbM2, buildableM2: null, maxM2: null, limitedBy: null };
  if (envelope.status === 'nothing') {
    return { kdbM2, buildableM2: 0, maxM2: 0, limitedBy: kdbM2 === 0 ? 'kdb' : 'setbacks' };
  }
  const shapeDoubts = envelope.doubts.filter(
    (doubt) => doubt !== 'heightUnknown' && doubt !== 'heightAboveSea',
  );
  const buildableM2 = shapeDoubts.length === 0 ? envelope.areaM2 : null;
  if (kdbM2 === null || buildableM2 === null) return { kdbM2, buildableM2, maxM2: null, limitedBy: null };
  return {
    kdbM2,
    buildableM2,
    maxM2: Math.min(kdbM2, buildableM2),
    limitedBy: buildableM2 < kdbM2 ? 'setbacks' : 'kdb',
  };
}
