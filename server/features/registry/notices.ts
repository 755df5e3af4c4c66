import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import { dayInWords } from '#domain/release/day-in-words';
import type { NewRevisionNotice, RevisionNotice } from '#domain/release/revision-notice';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../platform/db.ts';
import { inTheNameOf } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { endNotice, insertNotice, type NoticeRow, readNotices } from './queries.ts';
import type { RegistryDeps } from './registry-deps.ts';

/** Notices of revision with their sentence: of one layer, or of all that everybody may see. */
export async function tellNotices(
  deps: Pick<RegistryDeps, 'sql'>,
  layerId?: string,
): Promise<RevisionNotice[]> {
  return (await readNotices(deps.sql, layerId)).map(tell);
}

const tell = (row: NoticeRow): RevisionNotice => {
  const area = row.planningArea === null ? '' : ` (${row.planningArea})`;
  return {
    ...row,
    text: {
      id: `Rencana ini${area} sedang direvisi sejak ${dayInWords(row.since, 'id')}. Yang berlaku tetap yang tertulis di sini sampai revisinya ditetapkan.`,
      en: `This plan${area} has been under revision since ${dayInWords(row.since, 'en')}. What is written here stays in force until the revision is set.`,
    },
  };
};

/** Says from a day on that a planning area, or the whole layer, is under revision. */
export async function announceRevision(
  deps: RegistryDeps,
  actor: Actor,
  layerId: string,
  notice: NewRevisionNotice,
): Promise<Result<RevisionNotice, Problem>> {
  if (notice.until !== null && notice.until <= notice.since)
    return fail(problem('invalidField', { name: 'until', reason: `> ${notice.since}` }));
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    const noticeId = await insertNotice(tx, layerId, notice, actor.accountId, deps.clock.now());
    const row = { noticeId, layerId, ...notice };
    await auditNotice(tx, deps, actor, row);
    return ok(tell(row));
  });
}

/** Ends a notice; it stays true for the days before. */
export async function endRevision(
  deps: RegistryDeps,
  actor: Actor,
  layerId: string,
  noticeId: string,
  until: string,
): Promise<Result<RevisionNotice, Problem>> {
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    const row = await endNotice(tx, layerId, noticeId, until, actor.accountId, deps.clock.now());
    if (row === undefined) return fail(problem('notFound'));
    await auditNotice(tx, deps, actor, row);
    return ok(tell(row));
  });
}

async function auditNotice(tx: Queryable, deps: RegistryDeps, actor: Actor, row: NoticeRow): Promise<void> {
  const { noticeId, layerId, planningArea, since, until } = row;
  const facts = { noticeId, layerId, planningArea, since, until };
  await audit(tx, { kind: 'layer.revisionNoticed', actor: `account:${actor.accountId}`, facts }, deps.clock);
}
