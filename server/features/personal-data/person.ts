import type { ExportedCorrection } from '#domain/correction/correction';
import type { OwnApplication } from '#domain/krk/application-answers';
import type { Erased, SubjectKeys } from '#domain/personal-data/subject-request';
import type { ExportedReport } from '#domain/report/report-answers';
import type { Asker } from '../accounts/index.ts';
import { eraseSubject, exportSubject, type SubjectDeps } from '../applications/index.ts';
import { type CorrectionSubjectDeps, exportCorrections, forgetInCorrections } from '../corrections/index.ts';
import { eraseReporter, exportReporter, type ReporterDeps } from '../reports/index.ts';

/** Whoever keeps something about people. */
export interface PersonalDataDeps {
  readonly applications: SubjectDeps;
  readonly reports: ReporterDeps;
  readonly corrections: CorrectionSubjectDeps;
}

/** Everything that is kept about a person; by what they are known differs from one keeper to the next. */
interface ExportedPerson {
  readonly applications: OwnApplication[];
  readonly reports: ExportedReport[];
  readonly corrections: ExportedCorrection[];
}

/**
 * Everything that is kept about a person: in applications by the NIK, in reports by how they are reached, in cases of “Data ini
 * keliru” by any of them.
 */
export async function exportPerson(
  deps: PersonalDataDeps,
  keys: SubjectKeys,
  asker: Asker,
): Promise<ExportedPerson> {
  const { nik, email, phone } = keys;
  return {
    applications: nik === undefined ? [] : await exportSubject(deps.applications, nik, asker),
    reports: await exportReporter(deps.reports, { email, phone }, asker),
    corrections: await exportCorrections(deps.corrections, keys, asker),
  };
}

/** Forgets a person; what stays is named. A report or a case forgets who sent it at any time, and goes on. */
export async function erasePerson(deps: PersonalDataDeps, keys: SubjectKeys, asker: Asker): Promise<Erased> {
  const { nik, email, phone } = keys;
  const applications =
    nik === undefined ? { erased: [], kept: [] } : await eraseSubject(deps.applications, nik, asker);
  return {
    ...applications,
    reports: await eraseReporter(deps.reports, { email, phone }, asker),
    corrections: await forgetInCorrections(deps.corrections, keys, asker),
  };
}
