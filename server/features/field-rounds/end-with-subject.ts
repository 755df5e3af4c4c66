import type { Closing } from '#domain/field-round/round';
import type { SubjectKind } from '#domain/field-round/subject-kind';
import type { Json } from '#domain/log/canonical-json';
import type { Actor as LogActor } from '#domain/log/event';
import type { Queryable } from '../../platform/db.ts';
import { audit } from '../log/index.ts';
import { countItems, lockRoundAbout, setClosed } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';
import { sha256Of } from './take-item.ts';

/**
 * Ends the round about a subject that is taken back, in the transaction of that: nobody goes out for it any more, and what a
 * device still brings is refused. What was brought home stays with the round.
 */
export async function endRoundWithSubject(
  { clock }: Pick<RoundDeps, 'clock'>,
  tx: Queryable,
  subjectKind: SubjectKind,
  subjectId: string,
  actor: LogActor,
): Promise<void> {
  const round = await lockRoundAbout(tx, subjectKind, subjectId);
  if (round === undefined) return;
  const { roundId, revision } = round;
  const closing: Closing = {
    schema: 'field-round/1',
    decision: 'withdrawn',
    outlineItemId: null,
    comparison: null,
    reason: null,
  };
  await setClosed(tx, roundId, { closing, accountId: null, now: clock.now() });
  const facts = {
    roundId,
    subjectKind,
    subjectId,
    decision: closing.decision,
    revision: revision + 1,
    items: await countItems(tx, roundId),
    closingSha256: sha256Of(closing as Json),
  };
  await audit(tx, { kind: 'round.closed', actor, facts }, clock);
}
