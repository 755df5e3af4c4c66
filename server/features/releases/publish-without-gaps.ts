import { findingsOfGaps } from '#domain/release/findings-of-gaps';
import { ok, type Result } from '#domain/result';
import {
  describePublishProblem,
  findVersion,
  type Published,
  type PublishOrder,
  publishTogether,
} from '../publish/index.ts';
import { findGaps } from './gaps/find-gaps.ts';
import type { FoundGap } from './gaps/queries.ts';
import type { ReleaseDeps } from './release-deps.ts';

interface GapsProblem {
  readonly code: 'ruleGaps';
  readonly gaps: readonly FoundGap[];
}
type Refusal = GapsProblem | Parameters<typeof describePublishProblem>[0];

/**
 * Publishes one version for an operator, refused by the same question as an approval on the screen: while a zone code has no
 * rule row, a condition code no text, or a rule no legal source, nothing goes in force.
 *
 * @param acceptsGaps of demonstration data alone: nobody builds on what is called DATA CONTOH
 */
export async function publishWithoutGaps(
  deps: Pick<ReleaseDeps, 'sql' | 'clock' | 'city' | 'log' | 'tilesDirectory'>,
  order: PublishOrder,
  acceptsGaps = false,
): Promise<Result<Published, Refusal>> {
  const outcome = await publishTogether<GapsProblem>(deps, {
    orders: [order],
    guard: async (connection) => {
      if (acceptsGaps && (await findVersion(connection, order.versionId))?.isDemo === true) return null;
      const gaps = await findGaps(connection, [order], order.validFrom);
      return gaps.length === 0 ? null : { code: 'ruleGaps', gaps };
    },
  });
  if (!outcome.ok) return outcome;
  const [published] = outcome.value;
  if (published === undefined) throw new Error('one order gives one publication');
  return ok(published);
}

/** Gaps that are named one by one; the others are counted. */
const NAMED = 40;

/** Why an operator's order was refused, a line for each gap. */
export function describeRefusal(refusal: Refusal): string[] {
  if (refusal.code !== 'ruleGaps') return [describePublishProblem(refusal)];
  const lines = findingsOfGaps(refusal.gaps).flatMap(({ list }) => list.map(({ text }) => text.en));
  return [
    'Not published: a "yes" would rest on rules that are not there.',
    ...lines.slice(0, NAMED).map((line) => `  ${line}`),
    ...(lines.length > NAMED ? [`  and ${lines.length - NAMED} more`] : []),
  ];
}
