import type { Actor } from '#domain/accounts/actor';
import { writeCsv } from '#domain/rules/csv';
import { asPlainCell } from '#domain/spreadsheet-cell';
import { audit } from '../../log/index.ts';
import type { AccountDeps } from '../account-deps.ts';
import { inTheNameOf } from '../in-the-name-of.ts';
import { type AuditFilter, type AuditRow, listAuditRows } from './queries.ts';

type AuditDeps = Pick<AccountDeps, 'sql' | 'clock' | 'city'>;

/** Entries of one page of the screen, and of one file. */
export const PAGE_ROWS = 50;
const FILE_ROWS = 20_000;

/** Reads the log. That it was read, and how much about persons was seen, is an entry itself, in the same transaction. */
async function read(
  { sql, clock, city }: AuditDeps,
  actor: Actor,
  filter: AuditFilter,
  { limit, isExport }: { limit: number; isExport: boolean },
): Promise<AuditRow[]> {
  return await inTheNameOf(sql, actor, async (tx) => {
    const rows = await listAuditRows(tx, filter, { timeZone: city.timeZone, limit });
    const filters = Object.entries(filter)
      .filter(([, value]) => value !== null)
      .map(([name]) => name);
    const personal = rows.filter((row) => row.personal !== null).length;
    await audit(
      tx,
      {
        kind: 'log.read',
        actor: `account:${actor.accountId}`,
        facts: { filters, events: rows.length, personal, isExport },
      },
      clock,
    );
    return rows;
  });
}

/** One page, and whether there is another. */
export async function readAuditPage(
  deps: AuditDeps,
  actor: Actor,
  filter: AuditFilter,
): Promise<{ entries: AuditRow[]; next: number | null }> {
  const rows = await read(deps, actor, filter, { limit: PAGE_ROWS + 1, isExport: false });
  const entries = rows.slice(0, PAGE_ROWS);
  return { entries, next: rows.length > PAGE_ROWS ? (entries.at(-1)?.index ?? null) : null };
}

const HEAD = ['index', 'recorded_at_utc', 'kind', 'actor', 'actor_name', 'facts', 'personal'];

/** Everything that fits, as a file for a spreadsheet: no cell of it is a formula. */
export async function writeAuditFile(deps: AuditDeps, actor: Actor, filter: AuditFilter): Promise<string> {
  const rows = await read(deps, actor, filter, { limit: FILE_ROWS, isExport: true });
  const cells = rows.map((row) =>
    [
      String(row.index),
      row.recordedAt.toISOString(),
      row.kind,
      row.actor,
      row.actorName ?? '',
      JSON.stringify(row.facts),
      row.personal === null ? '' : JSON.stringify(row.personal),
    ].map(asPlainCell),
  );
  return writeCsv([HEAD, ...cells]);
}
