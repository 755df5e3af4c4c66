import type { Answer } from '../zoning/answer.ts';
import type { MatrixCitation } from '../zoning/answer-statements.ts';
import { type Comparison, compareAnswers } from '../zoning/compare-answers.ts';
import type { Extract } from './extract.ts';

/** What two extracts of the same ground say differently, rule by rule. Pure; equal extracts have no changes. */
export const compareExtracts = (
  before: Extract,
  after: Extract,
  matrixBefore: MatrixCitation,
  matrixAfter: MatrixCitation,
): Comparison => compareAnswers(answerOfExtract(before), answerOfExtract(after), matrixBefore, matrixAfter);

/** A comparison of rules looks at no day; every answer has one. */
const NO_DAY = '1970-01-01';

/** The answer that an extract was made from, as far as it is compared with another. */
function answerOfExtract(extract: Extract): Answer {
  const { ground } = extract;
  return {
    schema: 'answer/1',
    cityId: extract.city.id,
    asOf: NO_DAY,
    place: {
      kind: ground.kind === 'point' ? 'point' : 'polygon',
      point: [ground.point[0], ground.point[1]],
      areaM2: ground.areaM2,
      perimeterM: ground.perimeterM,
      areaMethod: ground.areaM2 === null ? null : 'geodesic-wgs84',
    },
    coverage: extract.coverage,
    swapOffer: null,
    neighbour: null,
    admin: ground.admin,
    parcels: [],
    parcelCount: 0,
    plan: extract.plan,
    parts: extract.parts.map((part) => ({ ...part, verdict: null, otherVerdicts: [] })),
    remainder: extract.remainder,
    nearBorder: extract.nearBorder,
    nearOverlays: extract.nearOverlays,
    parcelZones: extract.parcelZones,
    borderToleranceM: extract.borderToleranceM,
    sliverThresholdM2: extract.shares?.sliverThresholdM2 ?? 0,
    rtrw: extract.rtrw,
    themes: extract.themes,
    roads: extract.roads,
    utilities: extract.utilities,
    sources: extract.sources,
    versions: extract.versions,
    isDemo: extract.isDemo,
    isComplete: true,
    revisions: extract.revisions,
    planRevisions: [],
    rowNotes: [],
  };
}
