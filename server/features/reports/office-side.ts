import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import { cleanText } from '#domain/publication/clean-text';
import type { ReportMessage } from '#domain/report/report-answers';
import { fail, ok, type Result } from '#domain/result';
import { inTheNameOf } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { insertMessage, messagesIn } from './messages/queries.ts';
import { openPerson, type Person } from './people/person.ts';
import { readSealed } from './people/queries.ts';
import { photosOf } from './photos/queries.ts';
import { findReport } from './queries.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellPhoto } from './tell-report.ts';
import { tellReporter } from './tell-reporter.ts';

/** Messages of a report as the office reads them; undefined when it is not theirs to read. */
export async function readThread(
  deps: ReportDeps,
  actor: Actor,
  reportId: string,
): Promise<ReportMessage[] | undefined> {
  const thread = await inTheNameOf(deps.sql, actor, async (tx) =>
    (await findReport(tx, reportId)) === undefined ? undefined : await messagesIn(tx, reportId),
  );
  if (thread === undefined) return undefined;
  const photos = await photosOf(deps.sql, [reportId]);
  return thread.map(({ messageId, sender, text, sentAt }) => ({
    messageId,
    from: sender,
    text,
    sentAt: sentAt.toISOString(),
    photos: photos.filter((photo) => photo.messageId === messageId).map(tellPhoto),
  }));
}

/** Writes to a reporter, whoever that is. They are told that there is something to read; it moves no clock. */
export async function answerReporter(
  deps: ReportDeps,
  actor: Actor,
  reportId: string,
  { messageId, text }: { readonly messageId: string; readonly text: string },
): Promise<Result<null, Problem>> {
  const done = await inTheNameOf(deps.sql, actor, async (tx) => {
    const report = await findReport(tx, reportId);
    if (report === undefined) return problem('notFound');
    const { accountId } = actor;
    const row = { reportId, messageId, sender: 'office', accountId, text: cleanText(text).text } as const;
    if (!(await insertMessage(tx, { ...row, sentAt: deps.clock.now() }))) return null;
    const facts = { reportId, messageId, photos: 0 };
    await audit(tx, { kind: 'report.messageAdded', actor: `account:${accountId}`, facts }, deps.clock);
    await tellReporter(deps, tx, report, `message:${messageId}`);
    return null;
  });
  return done === null ? ok(null) : fail(done);
}

/**
 * Who sent a report. That somebody looked, and why, is an entry of the log before anything is told, whether there was
 * anybody or not.
 * @returns null for the anonymous and the erased; undefined when it is not theirs to read
 */
export async function revealPerson(
  deps: ReportDeps,
  actor: Actor,
  reportId: string,
  reason: string,
): Promise<Person | null | undefined> {
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    if ((await findReport(tx, reportId)) === undefined) return undefined;
    const sealed = (await readSealed(tx, reportId)) ?? null;
    await audit(
      tx,
      {
        kind: 'report.personRead',
        actor: `account:${actor.accountId}`,
        facts: { reportId, isKnown: sealed !== null },
        personal: { reason },
      },
      deps.clock,
    );
    return sealed === null ? null : openPerson(deps, reportId, sealed);
  });
}
