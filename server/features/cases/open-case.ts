import { randomUUID } from 'node:crypto';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Queryable } from '../../platform/db.ts';
import { audit } from '../log/index.ts';
import type { CaseDeps } from './case-deps.ts';
import { insertCase } from './queries.ts';
import { recordMove } from './record-move.ts';

export interface CaseOpening {
  /** Of the report that opens it. */
  readonly ticket: string;
  readonly track: 'ruang' | 'bangunan';
  readonly category: string;
  readonly place: LngLat | null;
  readonly kelurahanCode: string | null;
  readonly isDemo: boolean;
  /** Reported is somebody of the government: it is read first by who watches over cases. */
  readonly isWithheld?: boolean;
}

/** Opens the case of an accepted report, in its transaction. @returns its id */
export async function openCase(
  deps: Pick<CaseDeps, 'clock' | 'city'>,
  tx: Queryable,
  opening: CaseOpening,
): Promise<string> {
  const caseId = randomUUID();
  await insertCase(tx, { isWithheld: false, ...opening, caseId, now: deps.clock.now() });
  await recordMove(deps, tx, caseId, {
    step: 'open',
    from: 'diterima',
    to: 'diterima',
    isPaused: false,
    pauseUntil: null,
    carried: null,
    serviceClass: null,
    pauseReason: null,
    outcome: null,
    actor: 'public',
    reason: null,
    article: null,
  });
  const { ticket, track, category, isDemo } = opening;
  const facts = { caseId, ticket, track, category, isDemo };
  await audit(tx, { kind: 'case.opened', actor: 'public', facts }, deps.clock);
  return caseId;
}
