import type { Context } from 'hono';
import * as z from 'zod/mini';
import { type Action, reachOf, type Thing } from '#domain/accounts/rights';
import { type CaseRule, caseClosedTo } from '#domain/violation-case/states';
import type { AccessEnv } from '../accounts/index.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { conflictedAccounts } from './people/queries.ts';
import { type CaseRow, findCase } from './queries.ts';
import type { CaseReach } from './queue/queries.ts';

export const CASES = '/api/v1/staff/cases';
export type CaseContext = Context<AccessEnv, string>;

/** How a route finds the case that its address names, and whose it is. */
export interface CaseFinder {
  find(c: Context<AccessEnv>): Promise<CaseRow | undefined>;
  thing(rule?: CaseRule): (c: Context<AccessEnv>) => Promise<Thing | undefined>;
}

/** Everything about a case is hidden from whom it is about: for them there is no such case. */
export function findCases(deps: Pick<CaseWorkDeps, 'sql'>): CaseFinder {
  const find = async (c: Context<AccessEnv>): Promise<CaseRow | undefined> => {
    const id = z.uuid().safeParse(c.req.param('id'));
    return id.success ? await findCase(deps.sql, id.data) : undefined;
  };
  return {
    find,
    thing: (rule) => async (c) => {
      const row = await find(c);
      return row === undefined ? undefined : await thingOfCase(deps, row, rule);
    },
  };
}

/** Whose a case is: of its kelurahan, closed to those with a hand in it, hidden from whom it is about. */
export const thingOfCase = async (
  { sql }: Pick<CaseWorkDeps, 'sql'>,
  row: CaseRow,
  rule?: CaseRule,
): Promise<Thing> => ({
  kelurahanCode: row.kelurahanCode,
  hiddenFrom: await conflictedAccounts(sql, row.caseId),
  ...(rule === undefined ? {} : { closedTo: caseClosedTo(rule, row) }),
});

/** How much of all cases somebody may see in a list; null: none of them is theirs. */
export function reachOfCases(actor: CaseContext['var']['actor'], action: Action): CaseReach | null {
  const reach = reachOf(actor, action);
  const { accountId, kelurahanCode } = actor;
  if (reach.includes('any')) return { accountId, kelurahanCode: null };
  if (reach.includes('ownKelurahan') && (kelurahanCode ?? '') !== '') return { accountId, kelurahanCode };
  return null;
}
