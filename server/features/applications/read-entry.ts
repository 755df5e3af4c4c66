import { overridableNumbers } from '#domain/krk/overridable';
import type { Sheet, SheetEntry } from '#domain/krk/sheet';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Answer } from '#domain/zoning/answer';

/** Overrides with the number of the machine beside each; a number that it does not have cannot be overridden. */
export function readOverrides(
  answer: Answer,
  entries: SheetEntry['overrides'],
): Result<Sheet['overrides'], Problem> {
  const numbers = new Map(overridableNumbers(answer).map((one) => [one.field, one]));
  const read = new Map<string, Sheet['overrides'][number]>();
  for (const { field, value, reason } of entries) {
    const number = numbers.get(field);
    if (number === undefined || read.has(field))
      return fail(problem('invalidField', { name: 'overrides', reason: field }));
    read.set(field, { field, original: number.original, value, unit: number.unit, reason });
  }
  return ok([...read.values()]);
}

/** Activities of the matrix that lie on the ground's parts, each once; what no part lists cannot be judged. */
export function readActivities(answer: Answer, asked: SheetEntry['activities']): Result<string[], Problem> {
  const known = new Set(
    answer.parts.flatMap(({ itbx }) =>
      itbx.flatMap(({ activities }) => activities.map(({ activityId }) => activityId)),
    ),
  );
  const unknown = asked.find((one) => !known.has(one));
  return unknown === undefined
    ? ok([...new Set(asked)])
    : fail(problem('invalidField', { name: 'activities', reason: unknown }));
}

/** Findings with whoever found each: who leaves one as it was has not found it anew. */
export const readFindings = (
  before: Sheet['resolutions'],
  entries: SheetEntry['resolutions'],
  by: string,
  on: string,
): Sheet['resolutions'] =>
  entries.map(
    (entry) =>
      before.find(({ blocker, finding }) => blocker === entry.blocker && finding === entry.finding) ?? {
        ...entry,
        by,
        on,
      },
  );
