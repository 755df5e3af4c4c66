import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { may, type Thing } from '#domain/accounts/rights';
import { sentItemSchema } from '#domain/field-round/item';
import { closingBodySchema, openingSchema } from '#domain/field-round/round';
import { SUBJECTS } from '#domain/field-round/subject-kind';
import { type Problem, problem } from '#domain/problem';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { readIfMatch, revisionTag } from '../../platform/http/precondition.ts';
import { problemResponse } from '../../platform/http/problem-json.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { validateJson, withoutQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import { filesDirectory, storedPath } from '../uploads/index.ts';
import { closeRound } from './close-round.ts';
import { openRound } from './open-round.ts';
import { findPhoto, findRound, type RoundRow, roundsAbout } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';
import type { RoundSubjects } from './subject.ts';
import { takeItem } from './take-item.ts';
import { takePhoto } from './take-photo.ts';
import { listRounds, tellRound } from './tell-round.ts';

/** A photo as it comes from a browser that has made it smaller already. */
export const PHOTO_BYTES = 10_000_000;
const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'];
type RoundContext = Context<AccessEnv, string>;

/**
 * Rounds on site about one kind of subject. Whoever goes out reads the ground and the tasks, never who asks or reports.
 * Items and pictures are sent with PUT under the id that the device made: again and again, they are stored once.
 */
export function fieldRoundRoutes(
  deps: RoundDeps,
  subjects: RoundSubjects,
  { needs }: Pick<Access, 'needs'>,
): Hono {
  const path = `/api/v1/staff/field-rounds/${subjects.kind}`;
  const uuidOf = (c: RoundContext, name: string): string | undefined =>
    z.uuid().safeParse(c.req.param(name)).data;
  const find = async (c: RoundContext): Promise<RoundRow | undefined> => {
    const roundId = uuidOf(c, 'roundId');
    return roundId === undefined ? undefined : await findRound(deps.sql, subjects.kind, roundId);
  };
  const thing = async (c: RoundContext): Promise<Thing | undefined> => {
    const row = await find(c);
    return row === undefined ? undefined : await subjects.thingOf(row.subjectId);
  };
  const aboutThing = async (c: RoundContext): Promise<Thing | undefined> => {
    const subjectId = uuidOf(c, 'subjectId');
    return subjectId === undefined ? undefined : await subjects.thingOf(subjectId);
  };
  const answer = async (c: RoundContext, row: RoundRow | undefined): Promise<Response> => {
    if (row === undefined) return problemResponse(c, problem('notFound'));
    c.header('etag', revisionTag(row.revision));
    return c.json(await tellRound(deps, subjects, c.var.actor, row));
  };
  const ids = (c: RoundContext): { roundId: string; itemId: string } | undefined => {
    const [roundId, itemId] = [uuidOf(c, 'roundId'), uuidOf(c, 'itemId')];
    return roundId === undefined || itemId === undefined ? undefined : { roundId, itemId };
  };
  const refuse = (c: RoundContext, refusal: Problem): Response =>
    problemResponse(c, refusal, { headers: { connection: 'close' } });

  const { readAction, workAction } = SUBJECTS[subjects.kind];
  const routes = new Hono<AccessEnv>()
    .use(`${path}/*`, cachePolicy('noStore'))
    .get(path, needs(workAction), withoutQuery, async (c) =>
      c.json(await listRounds(deps, subjects, c.var.actor)),
    )
    .get(`${path}/about/:subjectId`, needs(readAction, aboutThing), withoutQuery, async (c) => {
      const subjectId = uuidOf(c, 'subjectId');
      if (subjectId === undefined) return problemResponse(c, problem('notFound'));
      const rows = await roundsAbout(deps.sql, subjects.kind, subjectId);
      return c.json({
        rounds: await Promise.all(rows.map((row) => tellRound(deps, subjects, c.var.actor, row))),
      });
    })
    .put(
      `${path}/:roundId`,
      needs(workAction),
      withoutQuery,
      validateJson(openingSchema, { limitBytes: 1_000 }),
      async (c) => {
        const roundId = uuidOf(c, 'roundId');
        if (roundId === undefined) return problemResponse(c, problem('notFound'));
        const { subjectId } = c.req.valid('json');
        const whose = await subjects.thingOf(subjectId);
        if (whose === undefined || !may(c.var.actor, workAction, whose))
          return problemResponse(c, problem('notFound'));
        const opened = await openRound(deps, subjects, c.var.actor, { roundId, subjectId });
        return opened.ok ? await answer(c, opened.value) : problemResponse(c, opened.problem);
      },
    )
    .get(`${path}/:roundId`, needs(readAction, thing), withoutQuery, async (c) => answer(c, await find(c)))
    .put(
      `${path}/:roundId/items/:itemId`,
      needs(workAction, thing),
      withoutQuery,
      validateJson(sentItemSchema, { limitBytes: 500_000 }),
      async (c) => {
        const at = ids(c);
        if (at === undefined) return problemResponse(c, problem('notFound'));
        const taken = await takeItem(deps, c.var.actor, at, c.req.valid('json'));
        if (!taken.ok) return problemResponse(c, taken.problem);
        const { receivedAt, revision } = taken.value;
        return c.json({ itemId: at.itemId, receivedAt: receivedAt.toISOString(), revision });
      },
    )
    .put(`${path}/:roundId/items/:itemId/photo`, needs(workAction, thing), withoutQuery, async (c) => {
      const at = ids(c);
      if (at === undefined) return problemResponse(c, problem('notFound'));
      if (!hasMediaType(c, PHOTO_TYPES)) return refuse(c, problem('photoKindRefused'));
      const bytes = await readBody(c, PHOTO_BYTES);
      if (!bytes.ok) return refuse(c, bytes.problem);
      const taken = await takePhoto(deps, c.var.actor, at, bytes.value);
      if (!taken.ok) return problemResponse(c, taken.problem);
      const { widthPx, heightPx, byteCount, sha256 } = taken.value;
      return c.json({ widthPx, heightPx, byteCount, sha256 });
    })
    .get(`${path}/:roundId/items/:itemId/photo`, needs(readAction, thing), withoutQuery, async (c) => {
      const at = ids(c);
      const photo = at === undefined ? undefined : await findPhoto(deps.sql, at.roundId, at.itemId);
      if (photo === undefined) return problemResponse(c, problem('notFound'));
      const file = createReadStream(storedPath(filesDirectory(deps.dataDirectory), photo.sha256));
      return c.body(Readable.toWeb(file) as ReadableStream, 200, {
        'content-type': 'image/jpeg',
        'content-length': String(photo.byteCount),
        'content-disposition': 'inline; filename="foto.jpg"',
      });
    })
    .post(
      `${path}/:roundId/close`,
      needs(workAction, thing),
      withoutQuery,
      validateJson(closingBodySchema(subjects.kind), { limitBytes: 10_000 }),
      async (c) => {
        const revision = readIfMatch(c);
        if (!revision.ok) return problemResponse(c, revision.problem);
        const row = await find(c);
        if (row === undefined) return problemResponse(c, problem('notFound'));
        const body = c.req.valid('json');
        const closed = await closeRound(deps, subjects, c.var.actor, row, revision.value, body);
        if (closed.ok) return await answer(c, await find(c));
        const now = await find(c);
        const isConflict = ['changedMeanwhile', 'roundClosed'].includes(closed.problem.code);
        const current =
          isConflict && now !== undefined ? await tellRound(deps, subjects, c.var.actor, now) : undefined;
        return problemResponse(c, closed.problem, current === undefined ? {} : { current });
      },
    );
  return new Hono().route('/', routes);
}
