import { internationalNumber } from '#domain/personal-data/mentions';
import type { SubjectKeys } from '#domain/personal-data/subject-request';
import type { ExportedReport } from '#domain/report/report-answers';
import type { Asker } from '../../accounts/index.ts';
import { exportReport } from '../export-report.ts';
import { findReport, type ReportRow } from '../queries.ts';
import type { ReportDeps } from '../report-deps.ts';
import { erasePerson, openPerson, type Person } from './person.ts';
import { namedReports } from './queries.ts';

const PAGE = 500;

/** What requests about a reporter stand on. */
export type ReporterDeps = Pick<ReportDeps, 'sql' | 'clock' | 'city' | 'keys' | 'cases' | 'reach'> &
  Partial<Pick<ReportDeps, 'dataDirectory'>>;
type Reach = Pick<SubjectKeys, 'email' | 'phone'>;

/** Who gave either of the two, however they wrote it. A report without a way to reach anybody names nobody for certain. */
const isReachedBy = (person: Person, { email, phone }: Reach): boolean =>
  (email !== undefined && person.email?.trim().toLowerCase() === email.toLowerCase()) ||
  (phone !== undefined &&
    person.phone !== null &&
    internationalNumber(person.phone) === internationalNumber(phone));

/**
 * Every report that a person has sent. What they gave lies in what is encrypted alone, so all of it is opened: there is no
 * index by which reporters could be looked for.
 */
async function reportsOf(deps: ReporterDeps, reach: Reach, { lock }: Asker): Promise<ReportRow[]> {
  if (reach.email === undefined && reach.phone === undefined) return [];
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof namedReports>> = await lock.read((sql) =>
      namedReports(sql, after, PAGE),
    );
    for (const { reportId, sealed } of page)
      if (isReachedBy(openPerson(deps, reportId, sealed), reach)) found.push(reportId);
    after = page.at(-1)?.reportId ?? null;
    if (page.length < PAGE) break;
  }
  const rows = await Promise.all(found.map((reportId) => findReport(deps.sql, reportId)));
  return rows.filter((row) => row !== undefined);
}

/** Everything that is kept about a person in reports that they have sent. */
export async function exportReporter(
  deps: ReporterDeps,
  reach: Reach,
  asker: Asker,
): Promise<ExportedReport[]> {
  const told: ExportedReport[] = [];
  for (const row of await reportsOf(deps, reach, asker)) {
    const exported = await exportReport(deps, row, asker.actor);
    if (exported !== undefined) told.push(exported);
  }
  return told;
}

/** Forgets who sent these reports; their cases go on. @returns their tickets */
export async function eraseReporter(deps: ReporterDeps, reach: Reach, asker: Asker): Promise<string[]> {
  const tickets: string[] = [];
  for (const { reportId, ticket } of await reportsOf(deps, reach, asker)) {
    const erased = await deps.sql.begin((tx) =>
      erasePerson(deps, tx, reportId, asker.actor, 'person', (work) => asker.lock.part(tx, work)),
    );
    if (erased.identity) tickets.push(ticket);
  }
  return tickets;
}
