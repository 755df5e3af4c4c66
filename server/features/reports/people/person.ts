import * as z from 'zod/mini';
import type { Actor as LogActor } from '#domain/log/event';
import type { Identity } from '#domain/report/report';
import type { Queryable } from '../../../platform/db.ts';
import { audit } from '../../log/index.ts';
import { forgetMessages } from '../../outbox/index.ts';
import { deleteBrowsersOf } from '../browsers/queries.ts';
import type { ReportDeps } from '../report-deps.ts';
import { erasePersonRow, insertPerson, readSealed } from './queries.ts';

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

/**
 * Takes out of a report for ever who sent it, with every message to them that has not left and the browsers that were told.
 * The case goes on, and its entries in the log stay proven: none of them names anybody.
 * @param within what the identity itself is taken away in, where that stands behind a lock of its own
 * @returns false when nobody was known
 */
export async function erasePerson(
  deps: Pick<ReportDeps, 'clock'> & { readonly cases: Pick<ReportDeps['cases'], 'forgetWords'> },
  tx: Queryable,
  reportId: string,
  actor: LogActor,
  by: 'person' | 'operator' | 'retention',
  within: (work: () => Promise<boolean>) => Promise<boolean> = (work) => work(),
): Promise<boolean> {
  if (!(await within(() => erasePersonRow(tx, reportId, deps.clock.now())))) return false;
  await deleteBrowsersOf(tx, reportId);
  await forgetMessages(tx, messagesOf(reportId));
  await deps.cases.forgetWords(tx, reportId);
  await audit(tx, { kind: 'report.personErased', actor, facts: { reportId, by } }, deps.clock);
  return true;
}

export const givenBy = (identity: Identity): Person | null =>
  identity.kind === 'anonymous'
    ? null
    : { name: identity.name ?? null, email: identity.email ?? null, phone: identity.phone ?? null };
