import type { ReleaseMove } from '#domain/release/release-move';
import type { ReleaseDeps } from '../release-deps.ts';
import { readPeople } from '../tell-releases.ts';
import { movesOf } from './queries.ts';

/** Who did what with a release and when, with the originals that it held. */
export async function tellMoves(deps: Pick<ReleaseDeps, 'sql'>, releaseId: string): Promise<ReleaseMove[]> {
  const rows = await movesOf(deps.sql, releaseId);
  const accountOf = (actor: string): string | null =>
    actor.startsWith('account:') ? actor.slice('account:'.length) : null;
  const nameOf = await readPeople(
    deps,
    rows.map(({ actor }) => accountOf(actor)),
  );
  return rows.map(({ at, actor, from, to, files }, index) => {
    const before = rows[index - 1]?.files;
    return {
      at: at.toISOString(),
      by: nameOf(accountOf(actor)),
      from,
      to,
      files,
      hasOtherFiles: before !== undefined && JSON.stringify(before) !== JSON.stringify(files),
    };
  });
}
