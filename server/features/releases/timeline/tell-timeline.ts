import { DRAFT_DAYS, type Timeline } from '#domain/release/timeline';
import { calendarDay } from '../../../platform/clock.ts';
import { tilePath } from '../../tiles/index.ts';
import type { ReleaseDeps } from '../release-deps.ts';
import { readPeople } from '../tell-releases.ts';
import { draftsOfLayer, publicationsOfLayer, titleOf } from './queries.ts';

/** Every state of a layer that was ever public, who brought it there, and the drafts. */
export async function tellTimeline(deps: ReleaseDeps, layerId: string): Promise<Timeline | undefined> {
  const head = await titleOf(deps.sql, layerId);
  if (head === undefined) return undefined;
  const today = calendarDay(deps.clock.now(), deps.city.timeZone);
  const publications = await publicationsOfLayer(deps.sql, layerId, today);
  const drafts = await draftsOfLayer(deps.sql, layerId);
  const nameOf = await readPeople(deps, [
    ...publications.flatMap((row) => [row.submittedBy, row.approvedBy]),
    ...drafts.map((row) => row.by),
  ]);
  return {
    ...head,
    publications: publications.map(({ isDrawn, ...row }) => ({
      ...row,
      recordedAt: row.recordedAt.toISOString(),
      submittedBy: nameOf(row.submittedBy),
      approvedBy: nameOf(row.approvedBy),
      tiles: isDrawn && row.versionId !== null ? tilePath(layerId, row.versionId) : null,
    })),
    drafts: drafts.map((row) => ({
      ...row,
      importedAt: row.importedAt.toISOString(),
      by: nameOf(row.by),
      goesAt:
        row.releaseId === null
          ? new Date(row.importedAt.getTime() + DRAFT_DAYS * 86_400_000).toISOString()
          : null,
    })),
  };
}
