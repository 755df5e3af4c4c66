import type { Closing } from '#domain/field-round/round';
import type { SubjectKind } from '#domain/field-round/subject-kind';
import type { Json } from '#domain/log/canonical-json';
import type { Actor as LogActor } from '#domain/log/event';
import type { Queryable } from '../../platform/db.ts';
import { audit } from '../log/index.ts';
import { countItems, endRoundAbout } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';
import { sha256Of } from './take-item.ts';

/**
 * Ends the round about a subject that is taken back or goes on elsewhere, in the transaction of that: nobody goes out for it any more, and what a
 * device still brings is refused. What was brought home stays with the round.
 */
export async function endRoundWithSubject(
  { clock }: Pick<RoundDeps, 'clock'>,
  tx: Queryable,
  subjectKind: SubjectKind,
  subjectId: string,
  actor: LogActor,
): Promise<void> {
  const closing: Closing = {
    schema: 'field-round/1',
    decision: 'withdrawn',
    outlineItemId: null,
    comparison: null,
    reason: null,
  };
  const round = await endRoundAbout(tx, { subjectKind, subjectId, closing, now: clock.now() });
  if (round === undefined) return;
  const { roundId, revision } = round;
  const facts = {
    roundId,
    subjectKind,
    subjectId,
    decision: closing.decision,
    revision,
    items: await countItems(tx, roundId),
    closingSha256: sha256Of(closing as Json),
  };
  await audit(tx, { kind: 'round.closed', actor, facts }, clock);
}
