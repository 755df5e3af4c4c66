import * as z from 'zod/mini';
import type { Actor as LogActor } from '#domain/log/event';
import type { Identity } from '#domain/report/report';
import type { erasedReporterSchema } from '#domain/report/report-answers';
import type { Queryable } from '../../../platform/db.ts';
import { audit } from '../../log/index.ts';
import { forgetMailFiles, forgetMessages } from '../../outbox/index.ts';
import { deleteBrowsersOf } from '../browsers/queries.ts';
import type { ReportDeps } from '../report-deps.ts';
import { blurMessages, erasePersonRow, forgetMessagePhotos, insertPerson, readSealed } from './queries.ts';

/** The purpose that is bound to it: what is copied to another report is not read there. */
const purposeOf = (reportId: string): string => `report_person.sealed ${reportId}`;

const personSchema = z.object({
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
});
/** What the keys of messages about a report begin with. */
export const messagesOf = (reportId: string): string => `report:${reportId}:`;

/** Who sent a report, as they have said it. */
export type Person = z.infer<typeof personSchema>;

export async function writePerson(
  { keys }: Pick<ReportDeps, 'keys'>,
  tx: Queryable,
  reportId: string,
  { name = null, email = null, phone = null }: { [K in keyof Person]?: string | null | undefined },
): Promise<void> {
  const text = JSON.stringify({ name, email, phone });
  await insertPerson(tx, reportId, keys.encrypt('personal', text, purposeOf(reportId)));
}

export const openPerson = ({ keys }: Pick<ReportDeps, 'keys'>, reportId: string, sealed: string): Person =>
  personSchema.parse(JSON.parse(keys.decrypt('personal', sealed, purposeOf(reportId))));

/** @returns `anonymous` when nobody was ever told, `erased` when nobody is known any more */
export async function readPerson(
  deps: Pick<ReportDeps, 'keys'>,
  sql: Queryable,
  reportId: string,
): Promise<Person | 'anonymous' | 'erased'> {
  const sealed = await readSealed(sql, reportId);
  if (sealed === undefined) return 'anonymous';
  return sealed === null ? 'erased' : openPerson(deps, reportId, sealed);
}

/** Of what {@link readPerson} answers: who is known, or null. */
export const knownPerson = (read: Person | 'anonymous' | 'erased'): Person | null =>
  typeof read === 'object' ? read : null;

/** What forgetting a reporter stands on. */
export type EraseDeps = Pick<ReportDeps, 'clock'> &
  Partial<Pick<ReportDeps, 'dataDirectory'>> & { readonly cases: Pick<ReportDeps['cases'], 'forgetWords'> };

/** What was there to be erased, and is not any more. */
export type Erased = z.infer<typeof erasedReporterSchema>;

/**
 * Takes out of a report for ever who sent it and what they wrote beside it: identity, messages with their photos, words of a
 * dispute, messages to them that have not left, and the browsers that were told. Also of the anonymous, who can have named
 * themselves in their own words. The report, its photos and the case go on, and its entries in the log stay proven: none of
 * them names anybody.
 * @param within what the identity itself is taken away in, where that stands behind a lock of its own: where it finds nobody,
 * nothing is erased
 */
export async function erasePerson(
  deps: EraseDeps,
  tx: Queryable,
  reportId: string,
  actor: LogActor,
  by: 'person' | 'operator' | 'retention',
  within?: (work: () => Promise<boolean>) => Promise<boolean>,
): Promise<Erased> {
  const forget = (): Promise<boolean> => erasePersonRow(tx, reportId, deps.clock.now());
  const identity = within === undefined ? await forget() : await within(forget);
  if (!identity && within !== undefined)
    return { identity, messages: 0, photos: 0, disputes: 0, browsers: 0 };
  const browsers = await deleteBrowsersOf(tx, reportId);
  const photos = await forgetMessagePhotos(tx, reportId);
  const messages = await blurMessages(tx, reportId);
  const disputes = await deps.cases.forgetWords(tx, reportId);
  await forgetMessages(tx, messagesOf(reportId));
  await forgetMailFiles(deps, tx, messagesOf(reportId));
  if (identity) await audit(tx, { kind: 'report.personErased', actor, facts: { reportId, by } }, deps.clock);
  if (messages + photos + disputes > 0) {
    const facts = { reportId, by, messages, photos, disputes };
    await audit(tx, { kind: 'report.wordsErased', actor, facts }, deps.clock);
  }
  return { identity, messages, photos, disputes, browsers };
}

export const givenBy = (identity: Identity): Person | null =>
  identity.kind === 'anonymous'
    ? null
    : { name: identity.name ?? null, email: identity.email ?? null, phone: identity.phone ?? null };
