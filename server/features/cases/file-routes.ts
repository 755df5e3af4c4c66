import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { type Problem, problem } from '#domain/problem';
import { problemResponse } from '../../platform/http/problem-json.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { withoutQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import { filesDirectory, storedPath } from '../uploads/index.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { CASES, type CaseContext, type CaseFinder } from './case-finder.ts';
import { recordOfInspection } from './letters/inspection-record.ts';
import { lettersOf } from './letters/queries.ts';
import { casePhotosOf } from './photos/queries.ts';
import { takeCasePhoto } from './photos/take-photo.ts';

/** A photo as it comes from a browser that has made it smaller already. */
const PHOTO_BYTES = 10_000_000;
const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** Files of a case: evidence, letters, records of inspections. Each is read through its case; photos of reports through theirs. */
export function caseFileRoutes(
  deps: CaseWorkDeps,
  { needs }: Pick<Access, 'needs'>,
  { find, thing }: CaseFinder,
) {
  const uuidOf = (c: CaseContext, name: string): string => z.uuid().safeParse(c.req.param(name)).data ?? '';
  const refuse = (c: CaseContext, refusal: Problem): Response =>
    problemResponse(c, refusal, { headers: { connection: 'close' } });
  const send = (
    c: CaseContext,
    sha256: string,
    byteCount: number,
    type: string,
    disposition: string,
  ): Response => {
    const file = createReadStream(storedPath(filesDirectory(deps.dataDirectory), sha256));
    return c.body(Readable.toWeb(file) as ReadableStream, 200, {
      'content-type': type,
      'content-length': String(byteCount),
      'content-disposition': disposition,
    });
  };
  const INLINE = 'inline; filename="foto.jpg"';
  return new Hono<AccessEnv>()
    .put(`${CASES}/:id/photos/:photoId`, needs('report.evidence', thing()), withoutQuery, async (c) => {
      const photoId = uuidOf(c, 'photoId');
      if (photoId === '') return problemResponse(c, problem('notFound'));
      if (!hasMediaType(c, PHOTO_TYPES)) return refuse(c, problem('photoKindRefused'));
      const bytes = await readBody(c, PHOTO_BYTES);
      if (!bytes.ok) return refuse(c, bytes.problem);
      const caseId = c.req.param('id');
      const taken = await takeCasePhoto(deps, c.var.actor, { caseId, photoId }, bytes.value);
      if (!taken.ok) return problemResponse(c, taken.problem);
      const { widthPx, heightPx, byteCount, sha256 } = taken.value;
      return c.json({ photoId, widthPx, heightPx, byteCount, sha256 });
    })
    .get(`${CASES}/:id/photos/:photoId`, needs('report.read', thing()), withoutQuery, async (c) => {
      const photos = await casePhotosOf(deps.sql, c.req.param('id'));
      const photo = photos.find(({ photoId }) => photoId === c.req.param('photoId'));
      return photo === undefined
        ? problemResponse(c, problem('notFound'))
        : send(c, photo.sha256, photo.byteCount, 'image/jpeg', INLINE);
    })
    .get(`${CASES}/:id/letters/:letterId`, needs('report.read', thing()), withoutQuery, async (c) => {
      const letters = await lettersOf(deps.sql, c.req.param('id'));
      const letter = letters.find(({ letterId }) => letterId === c.req.param('letterId'));
      if (letter?.sha256 == null || letter.byteCount === null) return problemResponse(c, problem('notFound'));
      const name = letter.number.replace(/[^0-9A-Za-z]+/g, '-');
      const disposition = `attachment; filename="${name}.pdf"`;
      return send(c, letter.sha256, letter.byteCount, 'application/pdf', disposition);
    })
    .get(
      `${CASES}/:id/inspections/:roundId/record`,
      needs('report.read', thing()),
      withoutQuery,
      async (c) => {
        const row = await find(c);
        const record = row === undefined ? null : await recordOfInspection(deps, row, uuidOf(c, 'roundId'));
        if (record === null) return problemResponse(c, problem('notFound'));
        if (!record.ok) return problemResponse(c, record.problem);
        return c.body(Buffer.from(record.value), 200, {
          'content-type': 'application/pdf',
          'content-length': String(record.value.byteLength),
          'content-disposition': `attachment; filename="berita-acara-${row?.ticket ?? ''}.pdf"`,
        });
      },
    );
}
