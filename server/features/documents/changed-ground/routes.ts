import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { ChangedDocuments } from '#domain/document/changed-document';
import { documentIdSchema } from '#domain/document/document';
import { calendarDay } from '../../../platform/clock.ts';
import type { Deps } from '../../../platform/deps.ts';
import { cachePolicy } from '../../../platform/http/cache-policy.ts';
import { methodNotAllowed } from '../../../platform/http/problem-json.ts';
import { validateQuery } from '../../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../../accounts/index.ts';
import { versionsKeyOf } from './ask-again.ts';
import { changedDocuments, countChanged } from './queries.ts';

const PATH = '/api/v1/staff/documents/changed';
const PAGE = 50;
const query = z.object({ after: z.optional(documentIdSchema) });

/** `GET …/documents/changed`: documents in force whose ground the plan has changed, rule by rule, fifty at a time. */
export const changedGroundRoutes = (
  deps: Pick<Deps, 'sql' | 'clock' | 'city'>,
  { needs }: Pick<Access, 'needs'>,
) =>
  new Hono<AccessEnv>()
    .use(PATH, cachePolicy('noStore'))
    .get(PATH, needs('application.read'), validateQuery(query), async (c) => {
      const today = calendarDay(deps.clock.now(), deps.city.timeZone);
      const [counts, rows] = await Promise.all([
        countChanged(deps.sql, today, await versionsKeyOf(deps, today)),
        changedDocuments(deps.sql, { today, after: c.req.valid('query').after ?? null, limit: PAGE }),
      ]);
      const body: ChangedDocuments = {
        ...counts,
        documents: rows.map((row) => ({
          ...row,
          issuedAt: row.issuedAt.toISOString(),
          askedAt: row.askedAt.toISOString(),
        })),
        next: rows.length === PAGE ? (rows.at(-1)?.documentId ?? null) : null,
      };
      return c.json(body);
    })
    .all(PATH, methodNotAllowed('GET', 'HEAD'));
