import { forgetLonelyPhotos } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';

const DAY_MS = 86_400_000;

/** Forgets pictures that were sent and never belonged to anything. */
export async function sweepRounds({ sql, clock }: Pick<RoundDeps, 'sql' | 'clock'>): Promise<void> {
  await forgetLonelyPhotos(sql, new Date(clock.now().getTime() - DAY_MS));
}
