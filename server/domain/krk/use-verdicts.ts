import * as z from 'zod/mini';
import type { Answer } from '../zoning/answer.ts';
import { citationSchema } from '../zoning/citation.ts';
import { type Itbx, verdictSchema } from '../zoning/itbx.ts';
import type { PlannedUse } from './application.ts';

/** Something that is applied for: a kind of business by its code, or an activity of the matrix that the office took the plan for. */
const askedUseSchema = z.object({ kind: z.enum(['kbli', 'activity']), code: z.string() });
export type AskedUse = z.infer<typeof askedUseSchema>;

/** What the matrix says about one use, part by part of the ground. */
export const useVerdictSchema = z.extend(askedUseSchema, {
  parts: z.array(
    z.object({
      /** From 1, as in the answer. */
      part: z.int(),
      zone: z.string(),
      isSliver: z.boolean(),
      /** A KBLI code can stand for several activities of the matrix: each has its verdict, and the machine chooses none. */
      verdicts: z.array(verdictSchema).check(z.minLength(1)),
    }),
  ),
});
export type UseVerdict = z.infer<typeof useVerdictSchema>;

export const usesSaidSchema = z.object({
  uses: z.array(useVerdictSchema),
  /** Everything that the verdicts point to. */
  sources: z.array(citationSchema),
});
export type UsesSaid = z.infer<typeof usesSaidSchema>;

/** What there is to be judged: every KBLI code that is applied for, then what the office took the plan in words for. */
export const askedUses = (
  plannedUse: Pick<PlannedUse, 'kbli'> | null,
  activities: readonly string[],
): AskedUse[] => [
  ...(plannedUse?.kbli ?? []).map((code) => ({ kind: 'kbli' as const, code })),
  ...activities.map((code) => ({ kind: 'activity' as const, code })),
];

/** Reads the verdicts out of answers that were each asked for one use. */
export function usesSaid(asked: readonly (AskedUse & { readonly answer: Answer })[]): UsesSaid {
  const sources = new Map(
    asked.flatMap(({ answer }) => answer.sources.map((source) => [source.sourceId, source] as const)),
  );
  const uses = asked.map(
    ({ kind, code, answer }): UseVerdict => ({
      kind,
      code,
      parts: answer.parts.flatMap(({ zone, isSliver, verdict, otherVerdicts }, index) => {
        if (verdict === null) return [];
        // What is merely spelt like it is a suggestion for whoever types, and no verdict about what is applied for.
        const verdicts = verdict.activityId === null ? [verdict] : [verdict, ...otherVerdicts];
        return [{ part: index + 1, zone: zone.code, isSliver, verdicts }];
      }),
    }),
  );
  const used = new Set(uses.flatMap(sourceIdsOf));
  return { uses, sources: [...sources.values()].filter(({ sourceId }) => used.has(sourceId)) };
}

const sourceIdsOf = ({ parts }: UseVerdict): string[] =>
  parts
    .flatMap(({ verdicts }) => verdicts)
    .flatMap(({ sourceId, conditions, overriddenBy }) => [
      ...(sourceId === null ? [] : [sourceId]),
      ...[...conditions, ...overriddenBy, ...overriddenBy.flatMap((one) => one.conditions)].map(
        (one) => one.sourceId,
      ),
    ]);

/** How a use is called: a KBLI by its code, an activity as the matrix names it. */
export const nameOfUse = ({ kind, code, parts }: UseVerdict): string =>
  kind === 'kbli'
    ? `KBLI ${code}`
    : (parts.flatMap(({ verdicts }) => verdicts).find(({ activityId }) => activityId === code)
        ?.activityName ?? code);

/** Parts, border noise aside, on which a use is forbidden, and those on which the matrix leaves it open. */
export function troubledParts({ parts }: UseVerdict): Readonly<Record<'X' | 'unknown', number[]>> {
  const on = (itbx: Itbx): number[] =>
    parts
      .filter(({ isSliver, verdicts }) => !isSliver && verdicts.some(({ governing }) => governing === itbx))
      .map(({ part }) => part);
  return { X: on('X'), unknown: on('unknown') };
}
