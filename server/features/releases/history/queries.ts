import type { ReleaseMove } from '#domain/release/release-move';
import type { Queryable } from '../../../platform/db.ts';

export interface MoveRow extends Pick<ReleaseMove, 'from' | 'to' | 'files'> {
  readonly at: Date;
  readonly actor: string;
}

/** What the log says of a release, the first first. */
export async function movesOf(sql: Queryable, releaseId: string): Promise<MoveRow[]> {
  return await sql<MoveRow[]>`
    select recorded_at as at, actor, facts->>'from' as "from", facts->>'to' as "to",
           coalesce(facts->'files', '[]') as files
    from log_event
    where kind = 'release.moved' and facts->>'releaseId' = ${releaseId}
    order by recorded_at, (facts->>'revision')::int`;
}
