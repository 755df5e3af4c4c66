import type { Sheet } from '#domain/krk/sheet';
import { askedUses, type UsesSaid, usesSaid } from '#domain/krk/use-verdicts';
import type { Problem } from '#domain/problem';
import { ok, type Result } from '#domain/result';
import type { PolygonInput } from '../lookup/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import type { ApplicationRow } from './queries.ts';

/**
 * What the matrix says on a day about everything that an application is for: each KBLI code, and each activity that the office
 * took its plan for. The same day and versions say the same.
 */
export async function judgeUses(
  { answerActivities }: Pick<ApplicationDeps, 'answerActivities'>,
  ground: PolygonInput,
  on: string,
  { plannedUse }: Pick<ApplicationRow, 'plannedUse'>,
  { activities = [] }: Partial<Pick<Sheet, 'activities'>>,
): Promise<Result<UsesSaid, Problem>> {
  const asked = askedUses(plannedUse, activities);
  if (asked.length === 0) return ok({ uses: [], sources: [] });
  const codes = asked.map(({ code }) => code);
  const answers = await answerActivities(ground, on, codes);
  if (!answers.ok) return answers;
  return ok(
    usesSaid(
      asked.flatMap((use, index) => {
        const answer = answers.value[index];
        return answer === undefined ? [] : [{ ...use, answer }];
      }),
    ),
  );
}
