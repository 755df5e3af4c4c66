import { addDays } from '#domain/work-days/working-days';
import { today } from '../../platform/city-day.ts';
import { endDocument } from '../documents/index.ts';
import type { StepDeps } from './application-deps.ts';
import { computeDueDays } from './compute-due-days.ts';
import { holdApplication, type Mover, takeStep } from './move-application.ts';
import { dropUnheldDrafts } from './numbers/queries.ts';
import { type EraseDeps, erasePerson } from './people/person.ts';
import { abandonedDrafts, deleteApplication, endedWithPerson } from './people/queries.ts';
import { findApplication, lockApplication } from './queries.ts';
import { expiredIds } from './queue/queries.ts';
import { heldSettings } from './settings/held-settings.ts';

/** Longer than any document takes: what is older waits for nobody, or for a number that is still held. */
const HOUR_MS = 3_600_000;

/**
 * What time alone brings, and what was begun and not ended: days that another calendar or another time of service makes are
 * computed, documents past their last day are expired, and who asked is forgotten once the office's retention
 * is over. Without a retention that the office has set nothing is forgotten. Killed in between, the next sweep goes on.
 */
export async function sweepApplications(deps: StepDeps & EraseDeps): Promise<void> {
  const mover: Mover = {
    actor: 'system',
    accountId: null,
    within: async (work) => {
      await deps.sql.begin(work);
    },
  };
  await computeDueDays(deps, 'system');
  for (const applicationId of await expiredIds(deps.sql, today(deps))) {
    const row = await findApplication(deps.sql, applicationId);
    if (row !== undefined)
      await takeStep(deps, mover, { applicationId, revision: row.revision }, 'expire', {}, async ({ tx }) => {
        if (row.documentId !== null)
          await endDocument(tx, deps, row.documentId, { to: 'kedaluwarsa' }, 'system');
        return null;
      });
  }
  await dropUnheldDrafts(deps.sql, new Date(deps.clock.now().getTime() - HOUR_MS));
  const { retentionDays, draftRetentionDays = null } = (await heldSettings(deps)).settings;
  const beginningOf = (daysAgo: number): Date => new Date(`${addDays(today(deps), -daysAgo)}T00:00:00Z`);
  if (draftRetentionDays !== null)
    for (const applicationId of await abandonedDrafts(deps.sql, beginningOf(draftRetentionDays)))
      await deps.sql.begin(async (tx) => {
        // Submitted in this very moment: then it is no draft any more.
        if ((await lockApplication(tx, applicationId))?.state !== 'draf') return;
        await erasePerson(deps, tx, applicationId, 'system', 'retention');
        await deleteApplication(tx, applicationId);
      });
  if (retentionDays === null) return;
  const before = beginningOf(retentionDays);
  for (const applicationId of await endedWithPerson(deps.sql, before)) {
    const row = await findApplication(deps.sql, applicationId);
    if (row === undefined) continue;
    await holdApplication(mover, { applicationId, revision: row.revision }, async (tx) => {
      await erasePerson(deps, tx, applicationId, 'system', 'retention');
      return null;
    });
  }
}
