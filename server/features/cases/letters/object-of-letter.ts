import { dayAt, today } from '../../../platform/city-day.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { closedRounds } from '../facts/queries.ts';
import { findCase } from '../queries.ts';
import { kelurahanNames } from '../queue/queries.ts';
import type { LetterObject } from './compose-letter.ts';

/** Where what a letter is about lies, and when somebody was there last. */
export async function objectOfLetter(deps: CaseWorkDeps, caseId: string): Promise<LetterObject> {
  const row = await findCase(deps.sql, caseId);
  const code = row?.kelurahanCode ?? null;
  const names = code === null ? undefined : await kelurahanNames(deps.sql, [code], today(deps));
  const inspected = (await closedRounds(deps.sql, caseId)).filter(({ isReached }) => isReached).at(-1);
  return {
    place: row?.place ?? null,
    kelurahan: code === null ? null : (names?.get(code) ?? code),
    inspectedOn: inspected === undefined ? null : dayAt(inspected.closedAt, deps),
  };
}
