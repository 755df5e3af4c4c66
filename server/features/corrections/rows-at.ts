import { type AnswerRow, rowsOfAnswer } from '#domain/correction/answer-rows';
import type { CaseRow } from '#domain/correction/correction';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import type { CorrectionDeps } from './correction-deps.ts';

/** A row with what a case keeps of it. */
export interface RowHere {
  readonly row: AnswerRow;
  readonly told: CaseRow;
}

/** Every row behind the answer at a place on a day, and that answer. */
export async function rowsAt(
  { answerAt }: Pick<CorrectionDeps, 'answerAt'>,
  place: LngLat,
  on: string,
): Promise<{ answer: Answer; rows: RowHere[] }> {
  const { answer, versions } = await answerAt(place, on);
  const rows = rowsOfAnswer(answer, versions).flatMap((row): RowHere[] => {
    const version = answer.versions.find(({ versionId }) => versionId === row.versionId);
    if (version === undefined) return [];
    const { key, kind, layerId, versionId, zoneCode, code, name, says, basis } = row;
    const { title: layerTitle, validFrom, decree, isDemo } = version;
    const ofVersion = { layerId, layerTitle, versionId, validFrom, decree, isDemo };
    return [{ row, told: { key, kind, ...ofVersion, zoneCode, code, name, says: { ...says }, basis } }];
  });
  return { answer, rows };
}
