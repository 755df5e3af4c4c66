import type { Actor as LogActor } from '#domain/log/event';
import { audit } from '../log/index.ts';
import { browsersOf } from './browsers/queries.ts';
import { openPerson, type Person } from './people/person.ts';
import { affectedReports } from './people/queries.ts';
import type { ReportDeps } from './report-deps.ts';

/** A report whose data something has touched, with whoever has to be told. */
export interface Affected {
  readonly ticket: string;
  readonly receivedAt: string;
  /**
   * What was kept of a person; `browser`: the address of one that is told of news. Nothing of the erased and of most of the
   * anonymous, who are told by their page alone.
   */
  readonly kept: 'nothing' | readonly (keyof Person | 'browser')[];
  readonly person: Person | null;
}

/**
 * Whose data lay in reports that came between two moments: what has to be told to them and to the authority within 3 × 24
 * hours. That it was asked is an entry of the log.
 * @source UU 27/2022 Pasal 46
 */
export async function listAffected(
  deps: Pick<ReportDeps, 'sql' | 'keys' | 'clock'>,
  { from, until }: { readonly from: Date; readonly until: Date },
  actor: LogActor,
): Promise<Affected[]> {
  const rows = await affectedReports(deps.sql, from, until);
  await audit(
    deps.sql,
    { kind: 'report.affectedListed', actor, facts: { reports: rows.length } },
    deps.clock,
  );
  const affected: Affected[] = [];
  for (const { reportId, ticket, receivedAt, sealed } of rows) {
    const person = sealed === null ? null : openPerson(deps, reportId, sealed);
    const browsers = await browsersOf(deps.sql, reportId);
    const kept = [
      ...(['name', 'email', 'phone'] as const).filter((what) => person?.[what] != null),
      ...(browsers.length > 0 ? (['browser'] as const) : []),
    ];
    affected.push({
      ticket,
      receivedAt: receivedAt.toISOString(),
      kept: kept.length === 0 ? 'nothing' : kept,
      person,
    });
  }
  return affected;
}
