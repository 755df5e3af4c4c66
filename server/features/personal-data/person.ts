import type { OwnApplication } from '#domain/krk/application-answers';
import type { Erased, SubjectKeys } from '#domain/personal-data/subject-request';
import type { ExportedReport } from '#domain/report/report-answers';
import type { Asker } from '../accounts/index.ts';
import { eraseSubject, exportSubject, type SubjectDeps } from '../applications/index.ts';
import { eraseReporter, exportReporter, type ReporterDeps } from '../reports/index.ts';

/** Whoever keeps something about people. */
export interface PersonalDataDeps {
  readonly applications: SubjectDeps;
  readonly reports: ReporterDeps;
}

/** Everything that is kept about a person: in applications by the NIK, in reports by how they are reached. */
export async function exportPerson(
  deps: PersonalDataDeps,
  { nik, email, phone }: SubjectKeys,
  asker: Asker,
): Promise<{ readonly applications: OwnApplication[]; readonly reports: ExportedReport[] }> {
  return {
    applications: nik === undefined ? [] : await exportSubject(deps.applications, nik, asker),
    reports: await exportReporter(deps.reports, { email, phone }, asker),
  };
}

/** Forgets a person; what stays is named. A report forgets who sent it at any time, and its case goes on. */
export async function erasePerson(
  deps: PersonalDataDeps,
  { nik, email, phone }: SubjectKeys,
  asker: Asker,
): Promise<Erased> {
  const applications =
    nik === undefined ? { erased: [], kept: [] } : await eraseSubject(deps.applications, nik, asker);
  return { ...applications, reports: await eraseReporter(deps.reports, { email, phone }, asker) };
}
