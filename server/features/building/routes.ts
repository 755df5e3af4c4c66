import { type Context, Hono } from 'hono';
import { problem } from '#domain/problem';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { methodNotAllowed, problemResponse, readerLanguage } from '../../platform/http/problem-json.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { validateJson, validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import { FILE_LIMIT_BYTES, FILE_MEDIA_TYPES, type LookupDeps, POLYGON_LIMIT_BYTES } from '../lookup/index.ts';
import { answerBuildingInFile, answerBuildingInParcel, answerBuildingInPolygon } from './answer-building.ts';
import { buildingBodySchema, buildingFileQuerySchema } from './schema.ts';

/**
 * `POST /api/v1/building` {geometry | parcel, on, proposal, building}: what may be built there, and whether a building
 * keeps the rules. `POST /api/v1/building/file?name&crs&on`: the same for the polygons of a file.
 */
export function buildingRoutes(deps: LookupDeps & Pick<Deps, 'clock'>) {
  const today = () => calendarDay(deps.clock.now(), deps.city.timeZone);
  const send = (c: Context, answer: Awaited<ReturnType<typeof answerBuildingInPolygon>>) =>
    answer.ok
      ? c.json(answer.value, 200, { 'cache-control': 'no-store' })
      : problemResponse(c, answer.problem);

  return new Hono()
    .post(
      '/api/v1/building',
      withoutQuery,
      validateJson(buildingBodySchema, { limitBytes: POLYGON_LIMIT_BYTES }),
      async (c) => {
        const body = c.req.valid('json');
        const asked = {
          on: body.on ?? today(),
          proposal: body.proposal ?? null,
          building: body.building ?? null,
        };
        return send(
          c,
          'parcel' in body
            ? await answerBuildingInParcel(deps, body.parcel.nib, asked)
            : await answerBuildingInPolygon(deps, body.geometry, asked),
        );
      },
    )
    .all('/api/v1/building', methodNotAllowed('POST'))
    .post('/api/v1/building/file', validateQuery(buildingFileQuerySchema), async (c) => {
      if (!hasMediaType(c, FILE_MEDIA_TYPES))
        return problemResponse(c, problem('unsupportedMediaType', { accepted: FILE_MEDIA_TYPES }));
      const { name, crs = null, on = today() } = c.req.valid('query');
      const body = await readBody(c, FILE_LIMIT_BYTES);
      if (!body.ok) return problemResponse(c, body.problem, { headers: { connection: 'close' } });
      const file = { name, crs, bytes: body.value };
      return send(c, await answerBuildingInFile(deps, file, on, readerLanguage(c), c.req.raw.signal));
    })
    .all('/api/v1/building/file', methodNotAllowed('POST'));
}
