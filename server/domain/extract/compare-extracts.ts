import type { Answer } from '../zoning/answer.ts';
import type { MatrixCitation } from '../zoning/answer-statements.ts';
import { type Change, type Comparison, compareAnswers } from '../zoning/compare-answers.ts';
import type { Extract } from './extract.ts';
import { toldParts } from './told-parts.ts';

/**
 * What two extracts of the same ground say differently, rule by rule. Pure; equal extracts have no changes. The outline of a
 * parcel that was kept with a document has fewer decimals than the parcel: what comes of that alone is no change, and border
 * noise, to which a document gives no rules, is not compared.
 */
export function compareExtracts(
  before: Extract,
  after: Extract,
  matrixBefore: MatrixCitation,
  matrixAfter: MatrixCitation,
): Comparison {
  const compared = compareAnswers(answerOfExtract(before), answerOfExtract(after), matrixBefore, matrixAfter);
  const changes = compared.changes.flatMap((change): Change[] => {
    if (change.change !== 'changed' || !saysAlike(change)) return [change];
    const isCitedAlike = JSON.stringify(change.before?.basis) === JSON.stringify(change.after?.basis);
    return isCitedAlike ? [] : [{ ...change, change: 'citation' }];
  });
  return { changes, sameCount: compared.sameCount + compared.changes.length - changes.length };
}

/** Differences up to which a number of the same ground is the same number; all others are compared as they are. */
const NOISE: Readonly<Record<string, (larger: number) => number>> = {
  sharePct: () => 0.01,
  areaM2: (larger) => Math.max(0.05, larger * 1e-4),
};

function saysAlike({ before, after }: Change): boolean {
  const [old, now] = [before?.says, after?.says];
  if (old == null || now == null) return false;
  const keys = Object.keys(old);
  return (
    keys.length === Object.keys(now).length &&
    keys.every((key) => {
      const [a, b] = [old[key], now[key]];
      if (a === b) return true;
      const noise = NOISE[key];
      return (
        noise !== undefined &&
        typeof a === 'number' &&
        typeof b === 'number' &&
        Math.abs(a - b) < noise(Math.max(a, b))
      );
    })
  );
}

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
    parts: toldParts(extract).map((part) => ({ ...part, verdict: null, otherVerdicts: [] })),
    remainder: extract.remainder,
    nearBorder: extract.nearBorder,
    nearOverlays: extract.nearOverlays,
    parcelZones: extract.parcelZones,
    ...(extract.parcelGaps === undefined ? {} : { parcelGaps: extract.parcelGaps }),
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
