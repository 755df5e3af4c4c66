import { DRAFT_DAYS } from '#domain/release/timeline';
import type { Deps } from '../../../platform/deps.ts';
import { audit } from '../../log/index.ts';
import { forgetOldDraft } from './queries.ts';

const DAY_MS = 86_400_000;
/** In one round of housekeeping; the others wait for the next. */
const MOST = 50;

/** Takes drafts away that nobody made a release of for half a year. Each is a transaction and an event of its own. */
export async function sweepOldDrafts({ sql, clock }: Pick<Deps, 'sql' | 'clock'>): Promise<number> {
  const before = new Date(clock.now().getTime() - DRAFT_DAYS * DAY_MS);
  for (let count = 0; count < MOST; count++) {
    const isGone = await sql.begin(async (tx) => {
      const draft = await forgetOldDraft(tx, before);
      if (draft === undefined) return false;
      await audit(tx, { kind: 'layer.draftForgotten', actor: 'system', facts: { ...draft } }, clock);
      return true;
    });
    if (!isGone) return count;
  }
  return MOST;
}
