import { randomUUID } from 'node:crypto';
import { type Problem, problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { fail } from '#domain/result';
import { audit } from '../../log/index.ts';
import { forgetUpload, keepFile } from '../../uploads/index.ts';
import type { ApplicationDeps } from '../application-deps.ts';
import { holdApplication, type Mover, type Seen } from '../move-application.ts';
import { insertPaper, papersOf, removePapers } from './queries.ts';

export const PAPER_BYTES = 10_000_000;
const MOST_PAPERS = 20;

const refused = (): Problem =>
  problem('paperRefused', { limitMegabytes: PAPER_BYTES / 1_000_000, most: MOST_PAPERS });

/** What a file is by its first bytes, whatever it is called; null for anything that is not taken. */
export function mediaTypeOf(bytes: Uint8Array): string | null {
  const starts = (...head: readonly number[]): boolean => head.every((byte, index) => bytes[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return null;
}

/** Takes a paper in, while the application is with its applicant. What its sender called the file is not kept. */
export async function keepPaper(
  deps: ApplicationDeps,
  mover: Mover,
  seen: Seen,
  paper: { readonly kind: string; readonly bytes: Uint8Array },
): Promise<Result<null, Problem>> {
  const mediaType = mediaTypeOf(paper.bytes);
  if (mediaType === null || paper.bytes.byteLength > PAPER_BYTES) return fail(refused());
  const kept = await keepFile(deps, {
    owner: `application:${seen.applicationId}`,
    fileName: `${paper.kind}.${mediaType.split('/')[1]}`,
    bytes: paper.bytes,
  });
  if (!kept.ok) return kept;
  const { uploadId, sha256 } = kept.value;
  const taken = await holdApplication(mover, seen, async (tx, row) => {
    if (row.state !== 'draf' && row.state !== 'dikembalikan')
      return problem('stepNotPossible', { state: row.state, step: 'edit' });
    if ((await papersOf(tx, [row.applicationId])).length >= MOST_PAPERS) return refused();
    const paperId = randomUUID();
    const { applicationId } = row;
    await insertPaper(tx, {
      paperId,
      applicationId,
      kind: paper.kind,
      uploadId,
      mediaType,
      now: deps.clock.now(),
    });
    const facts = { applicationId, paperId, kind: paper.kind, sha256 };
    await audit(tx, { kind: 'application.paperAdded', actor: mover.actor, facts }, deps.clock);
    return null;
  });
  if (!taken.ok) await forgetUpload(deps.sql, uploadId);
  return taken;
}

/** Takes a paper out again. */
export const dropPaper = (mover: Mover, seen: Seen, paperId: string): Promise<Result<null, Problem>> =>
  holdApplication(mover, seen, async (tx, row) => {
    if (row.state !== 'draf' && row.state !== 'dikembalikan')
      return problem('stepNotPossible', { state: row.state, step: 'edit' });
    return (await removePapers(tx, row.applicationId, paperId)) === 0 ? problem('notFound') : null;
  });
