import type { Actor } from '#domain/accounts/actor';
import { writeCsv } from '#domain/rules/csv';
import { guardCell } from '#domain/spreadsheet-cell';
import type { Queryable } from '../../../platform/db.ts';
import { audit } from '../../log/index.ts';
import type { AccountDeps } from '../account-deps.ts';
import { inTheNameOf } from '../in-the-name-of.ts';
import { type AuditFilter, type AuditRow, countAuditRows, listAuditRows } from './queries.ts';

type AuditDeps = Pick<AccountDeps, 'sql' | 'clock' | 'city'>;

/** Entries of one page of the screen. */
const PAGE_ROWS = 50;
/** Entries that are read for a file at a time. */
const PART_ROWS = 2_000;

const readingOf = ({ city }: AuditDeps, { accountId }: Actor) => ({
  timeZone: city.timeZone,
  reader: accountId,
});

/** That the log was read, and how much about persons was seen, is an entry itself, in the transaction of the reading. */
const tellReading = (
  tx: Queryable,
  { clock }: AuditDeps,
  actor: Actor,
  filter: AuditFilter,
  seen: { readonly events: number; readonly personal: number; readonly isExport: boolean },
): Promise<string> =>
  audit(
    tx,
    {
      kind: 'log.read',
      actor: `account:${actor.accountId}`,
      facts: {
        filters: Object.entries(filter)
          .filter(([, value]) => value !== null)
          .map(([name]) => name),
        ...seen,
      },
    },
    clock,
  );

/** One page, and whether there is another. */
export async function readAuditPage(
  deps: AuditDeps,
  actor: Actor,
  filter: AuditFilter,
): Promise<{ entries: AuditRow[]; next: number | null }> {
  const reading = readingOf(deps, actor);
  const rows = await inTheNameOf(deps.sql, actor, async (tx) => {
    const found = await listAuditRows(tx, filter, { ...reading, limit: PAGE_ROWS + 1 });
    const personal = found.filter((row) => row.personal !== null).length;
    await tellReading(tx, deps, actor, filter, { events: found.length, personal, isExport: false });
    return found;
  });
  const entries = rows.slice(0, PAGE_ROWS);
  return { entries, next: rows.length > PAGE_ROWS ? (entries.at(-1)?.index ?? null) : null };
}

const HEAD = ['index', 'recorded_at_utc', 'kind', 'actor', 'actor_name', 'facts', 'personal'];

/**
 * Everything that fits and was there when it was asked for, as a file for a spreadsheet: no cell of it is a formula. It is
 * read in parts, each as the one before has been sent, so that no log is too long for it; whoever loses the right
 * meanwhile gets a file that breaks off.
 * @returns once the reading is written down, before the first part is read
 */
export async function writeAuditFile(
  deps: AuditDeps,
  actor: Actor,
  filter: AuditFilter,
  partRows = PART_ROWS,
): Promise<AsyncGenerator<string>> {
  const { events, end } = await inTheNameOf(deps.sql, actor, async (tx) => {
    const counted = await countAuditRows(tx, filter, readingOf(deps, actor));
    const { events, personal } = counted;
    await tellReading(tx, deps, actor, filter, { events, personal, isExport: true });
    return counted;
  });
  return partsOf(deps, actor, { ...filter, before: end }, { events, partRows });
}

async function* partsOf(
  deps: AuditDeps,
  actor: Actor,
  filter: AuditFilter,
  { events, partRows }: { readonly events: number; readonly partRows: number },
): AsyncGenerator<string> {
  yield writeCsv([HEAD]);
  let before = filter.before;
  for (let written = 0; written < events; ) {
    const part = { ...filter, before };
    const rows = await inTheNameOf(deps.sql, actor, (tx) =>
      listAuditRows(tx, part, { ...readingOf(deps, actor), limit: partRows }),
    );
    // The log only grows: fewer entries than were counted are entries that may no longer be seen.
    if (rows.length === 0) throw new Error(`the log broke off after ${written} of ${events} entries`);
    yield writeCsv(rows.map(cellsOf));
    written += rows.length;
    before = rows.at(-1)?.index ?? 0;
  }
}

const cellsOf = (row: AuditRow): string[] =>
  [
    String(row.index),
    row.recordedAt.toISOString(),
    row.kind,
    row.actor,
    row.actorName ?? '',
    JSON.stringify(row.facts),
    row.personal === null ? '' : JSON.stringify(row.personal),
  ].map(guardCell);
