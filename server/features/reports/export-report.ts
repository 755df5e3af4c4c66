import type { Actor as LogActor } from '#domain/log/event';
import type { ExportedReport } from '#domain/report/report-answers';
import { audit } from '../log/index.ts';
import { contentOf } from './make-report.ts';
import { readPerson } from './people/person.ts';
import { photosOf } from './photos/queries.ts';
import type { ReportRow } from './queries.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellOwn } from './tell-report.ts';

/** Everything that is kept about whoever sent a report, as they may take it away (UU 27/2022). */
export async function exportReport(
  deps: Pick<ReportDeps, 'sql' | 'clock' | 'city' | 'keys' | 'cases' | 'reach'>,
  row: ReportRow,
  actor: LogActor,
): Promise<ExportedReport | undefined> {
  const { reportId } = row;
  const [report, person, photos] = await Promise.all([
    tellOwn(deps, row),
    readPerson(deps, deps.sql, reportId),
    photosOf(deps.sql, [reportId]),
  ]);
  if (report === undefined) return undefined;
  await audit(deps.sql, { kind: 'report.exported', actor, facts: { reportId } }, deps.clock);
  const content = contentOf({
    category: row.category,
    description: row.description,
    point: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
    landmark: row.landmark,
    kelurahan: row.kelurahan,
    seenOn: row.seenOn,
    ongoing: row.ongoing,
    photos: photos.filter(({ messageId }) => messageId === null).map(({ sha256 }) => sha256),
  });
  const exportedAt = deps.clock.now().toISOString();
  return { report, person: typeof person === 'object' ? person : null, content, exportedAt };
}
