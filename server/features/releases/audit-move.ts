import type { Actor } from '#domain/log/event';
import type { ReleaseState } from '#domain/release/release-state';
import { calendarDay } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import { audit } from '../log/index.ts';
import { findRelease, itemsOf } from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';
import { countFindings } from './tell-releases.ts';

/** Writes into the log what a release has become, in the transaction that made it so. */
export async function auditMove(
  tx: Queryable,
  deps: Pick<ReleaseDeps, 'clock' | 'city'>,
  actor: Actor,
  releaseId: string,
  from: ReleaseState | null,
): Promise<void> {
  const release = await findRelease(tx, releaseId);
  if (release === undefined) throw new Error(`release ${releaseId} has gone`);
  const items = await itemsOf(tx, [releaseId], calendarDay(deps.clock.now(), deps.city.timeZone));
  const facts = {
    releaseId,
    from,
    to: release.state,
    revision: release.revision,
    items: items.map(({ layerId, versionId }) => ({ layerId, versionId })),
    blocks: countFindings(items)?.blocks ?? null,
    files: items.flatMap(({ layerId, uploadId, sha256 }) =>
      uploadId === null || sha256 === null ? [] : [{ layerId, sha256 }],
    ),
    ...(release.validFrom === null
      ? {}
      : {
          validFrom: release.validFrom,
          acknowledged: [...release.acknowledged],
          ...(release.confirmedHectares === null ? {} : { confirmedHectares: release.confirmedHectares }),
        }),
  };
  await audit(tx, { kind: 'release.moved', actor, facts }, deps.clock);
}
