import { Hono } from 'hono';
import * as z from 'zod/mini';
import { problem } from '#domain/problem';
import { addDays } from '#domain/work-days/working-days';
import { problemResponse } from '../../../platform/http/problem-json.ts';
import { validateQuery, withoutQuery } from '../../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { CASES, type CaseFinder, reachOfCases } from '../case-finder.ts';
import { makeDossier } from './dossier.ts';
import { exportRows, writeSp4nCsv } from './export-sp4n.ts';

const LONGEST_PERIOD_DAYS = 366;
const periodQuery = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  format: z.optional(z.enum(['csv', 'json'])),
});

/** What goes on to others: rows for SP4N-LAPOR!, and the dossier of a case for the Ombudsman. */
export function passingOnRoutes(
  deps: CaseWorkDeps,
  { needs }: Pick<Access, 'needs'>,
  { find, thing }: Pick<CaseFinder, 'find' | 'thing'>,
) {
  return new Hono<AccessEnv>()
    .get('/api/v1/staff/case-export', needs('report.supervise'), validateQuery(periodQuery), async (c) => {
      const { from, to, format = 'csv' } = c.req.valid('query');
      if (to < from || addDays(from, LONGEST_PERIOD_DAYS) < to)
        return problemResponse(
          c,
          problem('invalidParameter', { name: 'to', reason: `${LONGEST_PERIOD_DAYS}` }),
        );
      const reach = reachOfCases(c.var.actor, 'report.supervise');
      // Days as the city counts them; its zone knows no summer time.
      const rows =
        reach === null
          ? []
          : await exportRows(deps, reach, {
              from: startOf(deps, from),
              until: startOf(deps, addDays(to, 1)),
            });
      if (rows === null)
        return problemResponse(c, problem('invalidParameter', { name: 'to', reason: 'too many cases' }));
      const facts = { from, to, rows: rows.length };
      const actor = `account:${c.var.actor.accountId}` as const;
      await audit(deps.sql, { kind: 'case.exported', actor, facts }, deps.clock);
      const name = `laporan-${from}-${to}.${format}`;
      c.header('content-disposition', `attachment; filename="${name}"`);
      if (format === 'json') return c.json({ reports: rows });
      return c.body(writeSp4nCsv(rows), 200, { 'content-type': 'text/csv; charset=utf-8' });
    })
    .get(`${CASES}/:id/dossier`, needs('report.supervise', thing()), withoutQuery, async (c) => {
      const row = await find(c);
      if (row === undefined) return problemResponse(c, problem('notFound'));
      const made = await makeDossier(deps, c.var.actor, row);
      if (!made.ok) return problemResponse(c, made.problem);
      return c.body(Buffer.from(made.value.zip), 200, {
        'content-type': 'application/zip',
        'content-length': String(made.value.zip.byteLength),
        'content-disposition': `attachment; filename="perkara-${made.value.called}.zip"`,
      });
    });
}

/** The moment in which a day begins where the city lies. */
function startOf({ city }: Pick<CaseWorkDeps, 'city'>, day: string): Date {
  const noon = new Date(`${day}T12:00:00Z`);
  const hours = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hour12: false, timeZone: city.timeZone }).format(
      noon,
    ),
  );
  return new Date(Date.parse(`${day}T00:00:00Z`) - (hours - 12) * 3_600_000);
}
