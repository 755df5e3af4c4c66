import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { problem } from '#domain/problem';
import { disputeSchema, newMessageSchema, newReportSchema, PHOTO_BYTES } from '#domain/report/report';
import type { Result } from '#domain/result';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { validateJson, validateParams, withoutQuery } from '../../platform/http/validate.ts';
import { limitConcurrency, limitEach } from '../../platform/limit-concurrency.ts';
import { isOfThisOrigin, neighbourhoodOf, spendPublicTry } from '../accounts/index.ts';
import { degreesProblem } from '../lookup/index.ts';
import { filesDirectory, storedPath } from '../uploads/index.ts';
import { secretOfReport } from './follow-link.ts';
import { readReportKey } from './once/report-key.ts';
import {
  consentSchema,
  emptyBodySchema,
  MESSAGE_LIMIT,
  ownPhotoParameter,
  PHOTO_TYPES,
  PLACE_LIMIT,
  photoParameter,
  placeBodySchema,
  REPORT_LIMIT,
  ticketParameter,
} from './operation-parts.ts';
import type { OwnHandle } from './own-report.ts';
import type { PhotoRow } from './photos/queries.ts';
import type { ReportDeps } from './report-deps.ts';
import type { ReportDesk } from './report-desk.ts';

const PATH = '/api/v1/reports';
const ONE = `${PATH}/:ticket`;
/** Photos that are on their way at once, each in memory once it is there; one more is told to come again. */
const ARRIVING = { running: 40, waiting: 0 };
/** … and of them from one neighbourhood: a few slow lines keep nobody else out. */
const ARRIVING_FROM_ONE = 8;
/** Messages from one place in an hour, before each further one waits. */
const FREE_MESSAGES = 30;

/** A photo as it is kept. */
export function sendPhoto(c: Context, dataDirectory: string, { sha256, byteCount }: PhotoRow): Response {
  const file = createReadStream(storedPath(filesDirectory(dataDirectory), sha256));
  return c.body(Readable.toWeb(file) as ReadableStream, 200, {
    'content-type': 'image/jpeg',
    'content-length': String(byteCount),
    'content-disposition': 'inline; filename="foto.jpg"',
  });
}

/** The secret of a report, as a program brings it; null without one. Never part of an address. */
const secretOf = (c: Context): string | null =>
  /^Bearer ([\w-]{1,60})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? null;

/** Reports from everybody, without an account. Null where there is no directory to keep photos in. */
export function reportRoutes(given: { readonly deps: ReportDeps; readonly desk: ReportDesk } | null): Hono {
  const routes = new Hono()
    .use(`${PATH}/*`, cachePolicy('noStore'))
    .use(`${PATH}/*`, async (c, next) =>
      given === null ? problemResponse(c, problem('sourceUnavailable')) : await next(),
    );
  const { deps, desk } = given ?? NOWHERE;
  const arriving = limitConcurrency(ARRIVING);
  const ofOne = limitEach(ARRIVING_FROM_ONE);
  /** Takes the two places, or none. */
  const onItsWay = async <T>(c: Context, task: () => Promise<T>): Promise<Result<T, 'busy'>> => {
    const taken = await ofOne(neighbourhoodOf(deps, c), () => arriving(task));
    return taken.ok ? taken.value : taken;
  };

  /** Runs work for whoever brings the secret; who brings none, or another, learns nothing. */
  const own = async (c: Context, work: (handle: OwnHandle) => Promise<Response>): Promise<Response> => {
    if (!isOfThisOrigin(c, deps.http?.publicUrl)) return problemResponse(c, problem('otherOrigin'));
    const secret = secretOf(c);
    const handle = secret === null ? undefined : await desk.open(c.req.param('ticket') ?? '', secret);
    return handle === undefined ? problemResponse(c, problem('reportSecretWrong')) : await work(handle);
  };
  const notFound = (c: Context): Response => problemResponse(c, problem('notFound'));

  routes
    .post(`${PATH}/place`, withoutQuery, validateJson(placeBodySchema, PLACE_LIMIT), async (c) => {
      const { lon, lat, category = null } = c.req.valid('json');
      const wrong = degreesProblem(lon, lat, deps.city);
      if (wrong !== null) return problemResponse(c, wrong);
      return c.json((await desk.place(c, [lon, lat], category)).told);
    })
    .all(`${PATH}/place`, methodNotAllowed('POST'))
    .put(`${PATH}/photos/:photoId`, validateParams(photoParameter), withoutQuery, async (c) => {
      // What is refused before its body is read is closed: nobody waits for the rest of ten megabytes.
      const refuse = (failure: Parameters<typeof problemResponse>[1]): Response =>
        problemResponse(c, failure, { headers: { connection: 'close' } });
      if (!hasMediaType(c, PHOTO_TYPES)) return refuse(problem('photoKindRefused'));
      const { photoId } = c.req.valid('param');
      const kept = await onItsWay(c, async () => {
        const may = await desk.mayKeepPhoto(c);
        const bytes = may.ok ? await readBody(c, PHOTO_BYTES) : may;
        return bytes.ok ? await desk.keepPhoto(c, photoId.toLowerCase(), bytes.value) : bytes;
      });
      if (!kept.ok) return refuse(problem('busy'));
      if (!kept.value.ok) return refuse(kept.value.problem);
      const { widthPx, heightPx, byteCount } = kept.value.value;
      return c.json({ photoId, widthPx, heightPx, byteCount });
    })
    .all(`${PATH}/photos/:photoId`, methodNotAllowed('PUT'))
    .post(PATH, withoutQuery, validateJson(newReportSchema, REPORT_LIMIT), async (c) => {
      const key = readReportKey(c);
      if (!key.ok) return problemResponse(c, key.problem);
      const received = await desk.send(c, c.req.valid('json'), key.value);
      return received.ok ? c.json(received.value, 201) : problemResponse(c, received.problem);
    })
    .all(PATH, methodNotAllowed('POST'))
    .get(ONE, validateParams(ticketParameter), withoutQuery, async (c) => {
      const told = await desk.read(c.req.valid('param').ticket);
      if (secretOf(c) === null) return told === undefined ? notFound(c) : c.json({ ...told, own: null });
      return await own(c, async (handle) => {
        const all = await handle.read();
        return told === undefined || all === undefined ? notFound(c) : c.json({ ...told, own: all });
      });
    })
    .all(ONE, methodNotAllowed('GET'))
    .post(`${ONE}/messages`, withoutQuery, validateJson(newMessageSchema, MESSAGE_LIMIT), (c) =>
      own(c, async (handle) => {
        const spent = spendPublicTry(deps, c, 'reportMessage', FREE_MESSAGES);
        const done = spent.ok ? await handle.write(c.req.valid('json')) : spent;
        return done.ok ? c.json({ done: true }) : problemResponse(c, done.problem);
      }),
    )
    .all(`${ONE}/messages`, methodNotAllowed('POST'))
    .post(`${ONE}/dispute`, withoutQuery, validateJson(disputeSchema, MESSAGE_LIMIT), (c) =>
      own(c, async (handle) => {
        const done = await handle.dispute(c.req.valid('json').words);
        return done.ok ? c.json({ done: true }) : problemResponse(c, done.problem);
      }),
    )
    .all(`${ONE}/dispute`, methodNotAllowed('POST'))
    .post(`${ONE}/consent`, withoutQuery, validateJson(consentSchema, { limitBytes: 100 }), (c) =>
      own(c, async (handle) => {
        const done = await handle.consent(c.req.valid('json').mayPassOn);
        return done.ok ? c.json({ done: true }) : problemResponse(c, done.problem);
      }),
    )
    .all(`${ONE}/consent`, methodNotAllowed('POST'))
    .post(`${ONE}/erase`, withoutQuery, validateJson(emptyBodySchema, { limitBytes: 100 }), (c) =>
      own(c, async (handle) => {
        const erased = await handle.erase();
        return erased.ok ? c.json(erased.value) : problemResponse(c, erased.problem);
      }),
    )
    .all(`${ONE}/erase`, methodNotAllowed('POST'))
    .post(`${ONE}/secret`, withoutQuery, validateJson(emptyBodySchema, { limitBytes: 100 }), (c) =>
      own(c, async (handle) => {
        const changed = await handle.changeSecret();
        return changed.ok
          ? c.json(secretOfReport(deps, handle.ticket, changed.value))
          : problemResponse(c, changed.problem);
      }),
    )
    .all(`${ONE}/secret`, methodNotAllowed('POST'))
    .get(`${ONE}/data`, validateParams(ticketParameter), withoutQuery, (c) =>
      own(c, async (handle) => {
        const data = await handle.export();
        return data.ok ? c.json(data.value) : problemResponse(c, data.problem);
      }),
    )
    .all(`${ONE}/data`, methodNotAllowed('GET'))
    .get(`${ONE}/receipt`, validateParams(ticketParameter), withoutQuery, (c) =>
      own(c, async (handle) => {
        const proof = await handle.receipt();
        if (proof === undefined) return notFound(c);
        c.header('content-disposition', `attachment; filename="${handle.ticket}.tlog-proof"`);
        return c.text(proof);
      }),
    )
    .all(`${ONE}/receipt`, methodNotAllowed('GET'))
    .get(`${ONE}/photos/:photoId`, validateParams(ownPhotoParameter), withoutQuery, (c) =>
      own(c, async (handle) => {
        const photo = await handle.photo(c.req.valid('param').photoId);
        return photo === undefined ? notFound(c) : sendPhoto(c, deps.dataDirectory, photo);
      }),
    )
    .all(`${ONE}/photos/:photoId`, methodNotAllowed('GET'));
  return routes;
}

/** Nothing is asked of it: every request is answered before. */
const NOWHERE = {} as { readonly deps: ReportDeps; readonly desk: ReportDesk };
