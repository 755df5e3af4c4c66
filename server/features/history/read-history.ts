import type { LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import type { MatrixCitation } from '#domain/zoning/answer-statements';
import { compareAnswers } from '#domain/zoning/compare-answers';
import type { VersionFact } from '#domain/zoning/facts';
import { type History, lastChange, type PlaceComparison } from '#domain/zoning/history';
import { answerPoint, type LookupDeps } from '../lookup/index.ts';
import { eventsAt } from './queries.ts';

/** What was in force at a point over time. */
export async function readHistory(deps: Pick<LookupDeps, 'sql' | 'city'>, point: LngLat): Promise<History> {
  const events = await eventsAt(deps.sql, point);
  return {
    schema: 'history/1',
    cityId: deps.city.id,
    point: [point[0], point[1]],
    events,
    days: [...new Set(events.map((event) => event.from))].sort(),
    isDemo: events.some((event) => event.isDemo),
  };
}

interface ComparedPlace {
  readonly comparison: PlaceComparison;
  readonly after: Answer;
}

/** What the answers for a point on two days say differently, and the later answer. */
export async function comparePlace(
  deps: LookupDeps,
  point: LngLat,
  days: { readonly from: string; readonly to: string },
): Promise<ComparedPlace> {
  const at = async (on: string) => {
    const { answer, versions } = await answerPoint(deps, point, { on, activity: undefined });
    return { answer, versions, matrixOf: await matrixCitations(deps, versions) };
  };
  const [before, after] = await Promise.all([at(days.from), at(days.to)]);
  const { changes, sameCount } = compareAnswers(before.answer, after.answer, before.matrixOf, after.matrixOf);
  return {
    after: after.answer,
    comparison: {
      schema: 'compare/1',
      cityId: deps.city.id,
      point: [point[0], point[1]],
      ...days,
      changes: [...changes],
      sameCount,
      isComplete: before.answer.isComplete && after.answer.isComplete,
      isDemo: before.answer.isDemo || after.answer.isDemo,
    },
  };
}

/** History and comparison together; an empty day is chosen: the last change that holds today. */
export async function historyAt(
  deps: LookupDeps,
  point: LngLat,
  asked: { readonly from: string; readonly to: string },
  today: string,
) {
  const history = await readHistory(deps, point);
  const last = lastChange(history.days, today);
  const from = asked.from || last?.from;
  const to = asked.to || last?.to || today;
  if (from === undefined) {
    const { answer } = await answerPoint(deps, point, { on: today, activity: undefined });
    return { history, answer, days: null, comparison: null };
  }
  const { comparison, after } = await comparePlace(deps, point, { from, to });
  return { history, answer: after, days: { from, to }, comparison };
}

/** An answer lists activities without the source of their matrix; the rule sets of its day know it. */
async function matrixCitations(deps: LookupDeps, versions: readonly VersionFact[]): Promise<MatrixCitation> {
  const ruleSets = await Promise.all(
    versions
      .filter((version) => version.kind === 'rules')
      .map((version) => deps.loadRuleSet(version.version_id).catch(() => null)),
  );
  return ({ versionId, regulationId }) => {
    const bound = versions.find((version) => version.version_id === versionId)?.rules_layer_id;
    const ruleSet = ruleSets.find((set) => set !== null && set.layerId === bound);
    const matrix = regulationId === null ? null : ruleSet?.byRegulation.get(regulationId)?.matrix;
    return (matrix && ruleSet?.citations.get(matrix.sourceId)) ?? null;
  };
}
