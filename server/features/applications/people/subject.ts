import { type Applicant, EMPTY_DRAFT } from '#domain/krk/application';
import type { OwnApplication } from '#domain/krk/application-answers';
import { isOver } from '#domain/krk/states';
import type { Erased } from '#domain/personal-data/subject-request';
import type { Asker } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import type { ApplicationDeps, StepDeps } from '../application-deps.ts';
import { readContent } from '../keep-draft.ts';
import { type ApplicationRow, findApplication, lockApplication } from '../queries.ts';
import { findApplications } from '../queue/queries.ts';
import { tellOwn } from '../tell-applications.ts';
import { type EraseDeps, erasePerson, niksOf, readPerson } from './person.ts';
import { forgetSealed, namedApplications } from './queries.ts';

const PAGE = 500;

/** What requests about a person stand on. */
export type SubjectDeps = StepDeps & EraseDeps & Pick<ApplicationDeps, 'keys'>;

/**
 * Every application that names a person, as who asks or in whose name. The NIK is nowhere but in what is encrypted, so all of
 * it is opened: there is no index by which people could be looked for.
 */
async function applicationsOf(deps: SubjectDeps, nik: string, { lock }: Asker): Promise<ApplicationRow[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: readonly string[] = await lock.read(async (sql) => {
      const ids = await namedApplications(sql, after, PAGE);
      for (const applicationId of ids) {
        const person = await readPerson(deps, sql, applicationId);
        if (names(person?.applicant ?? null, person?.fields ?? {}, nik)) found.push(applicationId);
      }
      return ids;
    });
    after = page.at(-1) ?? null;
    if (page.length < PAGE) break;
  }
  return await findApplications(deps.sql, found);
}

/** By what was read, and by what was typed: a form that is not right yet names people too. */
const names = (applicant: Applicant | null, fields: Readonly<Record<string, string>>, nik: string): boolean =>
  (applicant !== null && niksOf(applicant).some((one) => one.nik === nik)) ||
  Object.entries(fields).some(([name, value]) => name.endsWith('.nik') && value.trim() === nik);

/** Everything that is kept about a person, as they may take it away (UU 27/2022). */
export async function exportSubject(deps: SubjectDeps, nik: string, asker: Asker): Promise<OwnApplication[]> {
  const { actor } = asker;
  const told: OwnApplication[] = [];
  for (const row of await applicationsOf(deps, nik, asker)) {
    const { applicationId } = row;
    const content = await readContent(deps, applicationId);
    await audit(deps.sql, { kind: 'person.exported', actor, facts: { applicationId } }, deps.clock);
    if (content !== null) told.push(await tellOwn(deps, row, content.draft));
  }
  return told;
}

/** Erases a person wherever nothing is waited for; what stays is named: an issued document is an archive (UU 43/2009). */
export async function eraseSubject(
  deps: SubjectDeps,
  nik: string,
  asker: Asker,
): Promise<Pick<Erased, 'erased' | 'kept'>> {
  const erased: string[] = [];
  const kept: Erased['kept'] = [];
  for (const { applicationId, ticket } of await applicationsOf(deps, nik, asker)) {
    await deps.sql.begin(async (tx) => {
      const row = await lockApplication(tx, applicationId);
      if (row === undefined) return;
      if (row.state !== 'draf' && !isOver(row.state)) {
        kept.push({ ticket, why: 'underWay', number: null });
        return;
      }
      await erasePerson(deps, tx, applicationId, asker.actor, 'person', async () => {
        const isForgotten = await asker.lock.part(tx, () => forgetSealed(tx, applicationId));
        if (!isForgotten) throw new Error('the second lock did not let an erasing through');
      });
      erased.push(ticket);
    });
    const row = await findApplication(deps.sql, applicationId);
    const number = row === undefined ? null : (await tellOwn(deps, row, EMPTY_DRAFT)).document?.number;
    if (number != null) kept.push({ ticket, why: 'archive', number });
  }
  return { erased, kept };
}
