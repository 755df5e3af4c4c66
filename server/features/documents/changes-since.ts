import type { DocumentRecord } from '#domain/document/document';
import { compareExtracts } from '#domain/extract/compare-extracts';
import type { Extract } from '#domain/extract/extract';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { MatrixCitation } from '#domain/zoning/answer-statements';
import type { PlaceComparison } from '#domain/zoning/history';
import { calendarDay } from '../../platform/clock.ts';
import type { LookupDeps } from '../lookup/index.ts';
import { extractIn } from './attached-extract.ts';
import { documentsDirectory, readStored } from './document-store.ts';
import { extractOf, type ItrGround } from './itr.ts';
import type { DocumentDeps } from './order.ts';

/**
 * What the plan says today, about the very ground of a document, differently from the document: rule by rule what was
 * added, removed, changed, or only cited differently.
 *
 * @returns `documentFileGone`, and `sourceUnavailable` when a source of today fails
 */
export async function changesSince(
  deps: Pick<DocumentDeps, 'clock' | 'dataDirectory'> & LookupDeps,
  document: DocumentRecord,
): Promise<Result<PlaceComparison, Problem>> {
  const pdf = await readStored(documentsDirectory(deps.dataDirectory), document.pdfSha256);
  const before = pdf === null ? null : extractIn(pdf);
  if (before === null) return fail(problem('documentFileGone'));
  const today = calendarDay(deps.clock.now(), deps.city.timeZone);
  const after = await askAgain(deps, before, today);
  if (!after.ok) return after;
  const { changes, sameCount } = compareExtracts(
    before,
    after.value,
    await matrixCitations(deps, before),
    await matrixCitations(deps, after.value),
  );
  const [lng, lat] = before.ground.point;
  return ok({
    schema: 'compare/1',
    cityId: deps.city.id,
    point: [lng, lat],
    from: calendarDay(new Date(document.issuedAt), deps.city.timeZone),
    to: today,
    changes: [...changes],
    sameCount,
    isComplete: true,
    isDemo: before.isDemo || after.value.isDemo,
  });
}

/** Why a registered parcel is no drawing that is answered: it is larger, or its corners as they were kept cross each other. */
const NO_DRAWING: ReadonlySet<string> = new Set(['areaTooLarge', 'tooManyVertices', 'geometryInvalid']);

/**
 * The same ground today: its outline as it was kept, also of a parcel. What the register calls by that number may have
 * another one by now, or had another one already where the plot was measured.
 */
async function askAgain(
  deps: LookupDeps,
  { ground }: Extract,
  today: string,
): Promise<Result<Extract, Problem>> {
  const { outline, nib, point } = ground;
  if (outline === null) return extractOf(deps, { point }, today);
  const drawing: ItrGround = {
    drawing: {
      type: 'MultiPolygon',
      coordinates: outline.map((rings) => rings.map((ring) => ring.map(([lng, lat]) => [lng, lat]))),
    },
  };
  const again = await extractOf(deps, drawing, today);
  return nib !== null && !again.ok && NO_DRAWING.has(again.problem.code)
    ? extractOf(deps, { nib }, today)
    : again;
}

/** An extract lists activities without the source of their matrix; the rule sets that it was made from know it. */
async function matrixCitations(
  { loadRuleSet }: Pick<LookupDeps, 'loadRuleSet'>,
  { versions }: Extract,
): Promise<MatrixCitation> {
  const loaded = await Promise.all(
    versions
      .filter(({ kind }) => kind === 'rules')
      .map(({ versionId }) => loadRuleSet(versionId).catch(() => null)),
  );
  return ({ regulationId }) => {
    if (regulationId === null) return null;
    for (const ruleSet of loaded) {
      const matrix = ruleSet?.byRegulation.get(regulationId)?.matrix;
      if (ruleSet !== null && matrix) return ruleSet.citations.get(matrix.sourceId) ?? null;
    }
    return null;
  };
}
