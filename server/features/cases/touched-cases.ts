import type { Actor } from '#domain/accounts/actor';
import type { TouchedCases } from '#domain/violation-case/touched-cases';
import type { Queryable } from '../../platform/db.ts';
import type { Touching } from '../documents/index.ts';
import { reachOfCases } from './case-finder.ts';
import { openCasesTouched } from './queue/queries.ts';

/**
 * Open cases on ground that a release would touch, as far as somebody may see cases; a count of null where they may see none,
 * so that a draft cannot be used to ask where somebody was reported.
 */
export async function casesTouched(
  sql: Queryable,
  touching: Touching,
  { actor, ...more }: { readonly actor: Actor; readonly today: string; readonly limit: number },
): Promise<Pick<TouchedCases, 'count' | 'cases'>> {
  const reach = reachOfCases(actor, 'report.read');
  return reach === null ? { count: null, cases: [] } : await openCasesTouched(sql, touching, reach, more);
}
