import { type Context, Hono } from 'hono';
import { problem } from '#domain/problem';
import type { Answer } from '#domain/zoning/answer';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import {
  CACHE_POLICIES,
  cachePolicy,
  entityTag,
  matchesEntityTag,
} from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse, readerLanguage } from '../../platform/http/problem-json.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { validateJson, validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import { answerBytes } from './answer-bytes.ts';
import { answerFile } from './answer-file.ts';
import { answerParcel, answerPoint, answerPolygon, type LookupDeps } from './answer-location.ts';
import { degreesProblem } from './degrees.ts';
import { FILE_LIMIT_BYTES, POLYGON_LIMIT_BYTES } from './limits.ts';
import { versionsInForce } from './queries.ts';
import { stateOf } from './register-state.ts';
import { FILE_MEDIA_TYPES, fileQuerySchema, pointQuerySchema, polygonBodySchema } from './schema.ts';

/**
 * `GET /api/v1/lookup?lon&lat&on&activity` and `POST /api/v1/lookup` {geometry, on, activity}: what the plan says here.
 * `POST /api/v1/lookup/file?name&crs&on&activity`: the same for the polygons of a file.
 * Outside the city is a 200 with `coverage`.
 */
export function lookupRoutes(deps: LookupDeps & Pick<Deps, 'clock'>) {
  const today = () => calendarDay(deps.clock.now(), deps.city.timeZone);

  return new Hono()
    .get('/api/v1/lookup', cachePolicy('publicShort'), validateQuery(pointQuerySchema), async (c) => {
      const { lon, lat, on = today(), activity } = c.req.valid('query');
      const wrong = degreesProblem(lon, lat, deps.city);
      if (wrong !== null) return problemResponse(c, wrong);
      const question = `${new URL(c.req.url).search} ${on}`;
      const kept = c.req.header('if-none-match');
      if (kept !== undefined) {
        // The register alone decides whether the reader's copy is still right; no answer is computed for that.
        const etag = entityTag(stateOf(await versionsInForce(deps.sql, on), question), 'weak');
        if (matchesEntityTag(kept, etag)) return c.body(null, 304, { etag });
      }
      const { answer, versions } = await answerPoint(deps, [lon, lat], { on, activity });
      // An answer of which a source failed must not outlive the failure.
      if (!answer.isComplete) return sendAnswer(c, answer, { 'cache-control': CACHE_POLICIES.noStore });
      return sendAnswer(c, answer, { etag: entityTag(stateOf(versions, question), 'weak') });
    })
    .post(
      '/api/v1/lookup',
      withoutQuery,
      validateJson(polygonBodySchema, { limitBytes: POLYGON_LIMIT_BYTES }),
      async (c) => {
        const body = c.req.valid('json');
        const asked = { on: body.on ?? today(), activity: body.activity };
        const answer =
          'parcel' in body
            ? await answerParcel(deps, body.parcel.nib, asked)
            : await answerPolygon(deps, body.geometry, asked);
        if (!answer.ok) return problemResponse(c, answer.problem);
        return sendAnswer(c, answer.value, { 'cache-control': 'no-store' });
      },
    )
    .post('/api/v1/lookup/file', validateQuery(fileQuerySchema), async (c) => {
      if (!hasMediaType(c, FILE_MEDIA_TYPES))
        return problemResponse(c, problem('unsupportedMediaType', { accepted: FILE_MEDIA_TYPES }));
      const { name, crs = null, on = today(), activity } = c.req.valid('query');
      const body = await readBody(c, FILE_LIMIT_BYTES);
      if (!body.ok) return problemResponse(c, body.problem, { headers: { connection: 'close' } });
      const answer = await answerFile(
        deps,
        { name, crs, bytes: body.value },
        { on, activity },
        readerLanguage(c),
        c.req.raw.signal,
      );
      if (!answer.ok) return problemResponse(c, answer.problem);
      return sendAnswer(c, answer.value, { 'cache-control': 'no-store' });
    })
    .all('/api/v1/lookup/file', methodNotAllowed('POST'))
    .all('/api/v1/lookup', methodNotAllowed('GET', 'POST'));
}

const sendAnswer = (c: Context, answer: Answer, headers: Readonly<Record<string, string>>): Response =>
  c.body(answerBytes(answer), 200, { 'content-type': 'application/json', ...headers });
