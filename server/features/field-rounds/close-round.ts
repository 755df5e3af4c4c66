import type { Actor } from '#domain/accounts/actor';
import { compareGround } from '#domain/field-round/compare-ground';
import { newestOf } from '#domain/field-round/item';
import { type Closing, type ClosingBody, closingFault } from '#domain/field-round/round';
import { SUBJECTS } from '#domain/field-round/subject-kind';
import type { Json } from '#domain/log/canonical-json';
import { type Problem, problem } from '#domain/problem';
import { fail, type Result } from '#domain/result';
import { audit } from '../log/index.ts';
import { itemsOf, lockOpenRound, type RoundRow, setClosed } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';
import type { RoundSubjects } from './subject.ts';
import { sha256Of } from './take-item.ts';

/** What shows that somebody was there. */
const PROOFS: ReadonlySet<string> = new Set(['photo', 'measurement', 'outline']);

/**
 * Ends a round with a decision about its ground. The revision is that of everything brought home: an item that came from
 * another device since it was looked at makes the decision one on something else, and it is refused.
 */
export async function closeRound(
  deps: RoundDeps,
  subjects: RoundSubjects,
  actor: Actor,
  round: RoundRow,
  revision: number,
  body: ClosingBody,
): Promise<Result<null, Problem>> {
  const { roundId, subjectId } = round;
  if (round.state !== 'open') return fail(problem('roundClosed'));
  if (round.revision !== revision) return fail(problem('changedMeanwhile'));
  const items = await itemsOf(deps.sql, roundId);
  const outline = newestOf(items, 'outline');
  const fault = closingFault(body, outline?.itemId ?? null);
  if (fault !== null) return fail(problem(fault === 'outlineMissing' ? fault : 'changedMeanwhile'));
  const { decision, reason, outlineItemId } = body;
  if (SUBJECTS[subjects.kind].provenBy === decision && !items.some(({ content }) => PROOFS.has(content.kind)))
    return fail(problem('roundEmpty'));
  const comparison =
    outline === undefined || round.applied === null ? null : compareGround(round.applied, outline.content);
  const closing: Closing = { schema: 'field-round/1', decision, outlineItemId, comparison, reason };
  const measured = outline?.content.corners ?? null;
  return subjects.finish(actor, { subjectId, decision, reason, comparison, measured }, async (tx) => {
    const held = await lockOpenRound(tx, roundId);
    if (held?.revision !== revision) return problem('changedMeanwhile');
    await setClosed(tx, roundId, { closing, accountId: actor.accountId, now: deps.clock.now() });
    const facts = {
      roundId,
      subjectKind: subjects.kind,
      subjectId,
      decision,
      revision: revision + 1,
      items: items.length,
      closingSha256: sha256Of(closing as Json),
    };
    await audit(tx, { kind: 'round.closed', actor: `account:${actor.accountId}`, facts }, deps.clock);
    return null;
  });
}
