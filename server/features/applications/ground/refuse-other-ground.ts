import { type Problem, problem } from '#domain/problem';
import type { Queryable } from '../../../platform/db.ts';
import type { ApplicationRow } from '../queries.ts';
import { liesInGround } from './queries.ts';

/** Why what a sheet approves cannot be of the ground that the application stands on now; null where it is. */
export async function refuseOtherGround(
  sql: Queryable,
  { applicationId, sheet: { outcome, approved } }: Pick<ApplicationRow, 'applicationId' | 'sheet'>,
): Promise<Problem | null> {
  if (outcome !== 'disetujuiSebagian' || approved === null) return null;
  const geojson = JSON.stringify({ type: 'MultiPolygon', coordinates: approved.coordinates });
  return (await liesInGround(sql, applicationId, geojson)) ? null : problem('approvedOutsideGround');
}
