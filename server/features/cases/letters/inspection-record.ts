import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { dayAt } from '../../../platform/city-day.ts';
import type { Letter } from '../../documents/index.ts';
import { readClosedRound } from '../../field-rounds/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import type { CaseRow } from '../queries.ts';
import { kelurahanNames } from '../queue/queries.ts';
import { composeRecord } from './compose-record.ts';

/**
 * The berita acara of a round that has ended, as PDF: who went when, what was measured, and the photos with their places. It
 * is set from what the log has sealed, so that it says the same whenever it is asked for.
 * @returns null when there is no such round of this case, or it goes on
 */
export async function recordOfInspection(
  deps: CaseWorkDeps,
  row: CaseRow,
  roundId: string,
): Promise<Result<Uint8Array, Problem> | null> {
  const round = await readClosedRound(deps, 'report', row.caseId, roundId);
  if (round === undefined) return null;
  const day = dayAt(round.closedAt, deps);
  const code = row.kelurahanCode;
  const kelurahan = code === null ? null : ((await kelurahanNames(deps.sql, [code], day)).get(code) ?? null);
  const letter: Letter = composeRecord(deps.city, row, kelurahan, round);
  return await deps.makeLetter(letter);
}
