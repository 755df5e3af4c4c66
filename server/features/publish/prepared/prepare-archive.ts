import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDrawnKind } from '../../../../tiles/layers/index.ts';
import { isArchiveIntact } from '../archive-store.ts';
import { buildChecked } from '../build-checked.ts';
import type { PublishDeps } from '../publish-order.ts';
import { describePublishProblem } from '../publish-problem.ts';
import { archiveRecords, findVersion } from '../queries.ts';
import { findPrepared, rememberPrepared } from './queries.ts';
import { preparedDirectory, stampOf } from './stamp-of.ts';

type PrepareDeps = Pick<PublishDeps, 'sql' | 'clock' | 'tilesDirectory'>;

/**
 * Makes the archive of a draft ahead of its publication, beside those that are served, so that nobody waits for it who has
 * approved it. Only sooner: a publication that finds none, or one of something else, makes its own.
 * @param predecessorId the version in force, whose tiles are taken over where they are alike
 * @returns why there is none; null when it is there, or nothing is drawn of it
 */
export async function prepareArchive(
  { sql, clock, tilesDirectory }: PrepareDeps,
  versionId: string,
  predecessorId: string | null,
): Promise<string | null> {
  const version = await findVersion(sql, versionId);
  if (version === undefined || version.accessClass !== 'terbuka' || !isDrawnKind(version.kind)) return null;
  const stamp = stampOf(version, versionId);
  const directory = preparedDirectory(tilesDirectory);
  const earlier = await findPrepared(sql, versionId);
  if (earlier?.stamp === stamp && (await isArchiveIntact(directory, earlier.fileName, earlier.sha256)))
    return null;
  if ((await archiveRecords(sql, versionId)).length > 0) return null;
  const { kind } = version;
  const made = await buildChecked(tilesDirectory, sql, version, kind, versionId, predecessorId, directory);
  if (!made.ok) return describePublishProblem(made.problem);
  const { record, omitted, madeCount, temporary } = made.value;
  // The name of each attempt is its own: another one at the same time does not write into this one.
  const fileName = basename(temporary);
  await rememberPrepared(sql, { ...record, fileName, stamp, omitted, madeCount }, clock.now());
  if (earlier !== undefined) await rm(join(directory, earlier.fileName), { force: true });
  return null;
}
