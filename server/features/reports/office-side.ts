import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/accounts/actor';
import type { Text } from '#domain/language';
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
import { findReport, setConsentAsked } from './queries.ts';
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

/** What a reporter is asked, in the language of the report. */
const ASKED: Text = {
  id: 'Kantor meminta persetujuan Anda: bolehkah isi laporan ini diteruskan kepada Ombudsman? Nama dan kontak Anda tidak ikut. Jawab pada bagian “Untuk Ombudsman” di halaman ini; persetujuan dapat ditarik lagi.',
  en: 'The office asks for your consent: may what you wrote in this report go to the Ombudsman? Your name and contact do not. Answer under “For the Ombudsman” on this page; you can take your consent back.',
};

/** Asks a reporter whether what they wrote may go to the Ombudsman: once until they answer. It moves no clock. */
export async function askForConsent(
  deps: ReportDeps,
  actor: Actor,
  reportId: string,
): Promise<Result<null, Problem>> {
  const refused = await inTheNameOf(deps.sql, actor, async (tx) => {
    const report = await findReport(tx, reportId);
    if (report === undefined) return problem('notFound');
    const [now, { accountId }, messageId] = [deps.clock.now(), actor, randomUUID()];
    if (!(await setConsentAsked(tx, reportId, now))) return problem('changedMeanwhile');
    const text = ASKED[report.language];
    await insertMessage(tx, { reportId, messageId, sender: 'office', accountId, text, sentAt: now });
    const facts = { reportId, messageId };
    await audit(tx, { kind: 'report.consentAsked', actor: `account:${accountId}`, facts }, deps.clock);
    await tellReporter(deps, tx, report, `message:${messageId}`);
    return null;
  });
  return refused === null ? ok(null) : fail(refused);
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
