import { readFile } from 'node:fs/promises';
import { newestOf, type PhotoContent, standing, type Task } from '#domain/field-round/item';
import type { RoundDecision, SubjectKind } from '#domain/field-round/subject-kind';
import { areaM2 } from '#domain/geo/measure';
import type { Json } from '#domain/log/canonical-json';
import { filesDirectory, storedPath } from '../uploads/index.ts';
import { findRound, type ItemRow, itemsOf } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';
import { sha256Of } from './take-item.ts';

/** A round that has ended, with its pictures, for a paper about it. */
export interface ClosedRound {
  readonly roundId: string;
  readonly openedAt: Date;
  readonly openedBy: string | null;
  readonly closedAt: Date;
  readonly closedBy: string | null;
  readonly decision: RoundDecision;
  readonly reason: string;
  /** Geodesic, of the newest outline that stands; null where none was measured. */
  readonly areaM2: number | null;
  readonly items: readonly ItemRow[];
  /** What was to be looked at. */
  readonly tasks: readonly Task[];
  readonly pictures: readonly {
    readonly bytes: Uint8Array;
    readonly sha256: string;
    readonly content: PhotoContent;
  }[];
  /** Of the decision, as the log has it. */
  readonly closingSha256: string;
}

/** @returns undefined when there is no such round about this subject, or it goes on */
export async function readClosedRound(
  deps: Pick<RoundDeps, 'sql' | 'dataDirectory'>,
  kind: SubjectKind,
  subjectId: string,
  roundId: string,
): Promise<ClosedRound | undefined> {
  const round = roundId === '' ? undefined : await findRound(deps.sql, kind, roundId);
  if (
    round === undefined ||
    round.subjectId !== subjectId ||
    round.closing === null ||
    round.closedAt === null
  )
    return undefined;
  const items = await itemsOf(deps.sql, roundId);
  const outline = newestOf(items, 'outline');
  const directory = filesDirectory(deps.dataDirectory);
  const pictures = standing(items).flatMap(({ content, sha256 }) =>
    content.kind === 'photo' && sha256 !== null ? [{ content, sha256 }] : [],
  );
  return {
    roundId,
    openedAt: round.openedAt,
    openedBy: round.openedByName,
    closedAt: round.closedAt,
    closedBy: round.closedByName,
    decision: round.closing.decision,
    reason: round.closing.reason ?? '',
    areaM2: outline === undefined ? null : areaM2(outline.content.corners),
    items,
    tasks: round.tasks,
    pictures: await Promise.all(
      pictures.map(async ({ content, sha256 }) => ({
        content,
        sha256,
        bytes: new Uint8Array(await readFile(storedPath(directory, sha256))),
      })),
    ),
    closingSha256: sha256Of(round.closing as Json),
  };
}
