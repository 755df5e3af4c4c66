import { Hono } from 'hono';
import * as z from 'zod/mini';
import { type NumberRegister, seriesSchema } from '#domain/krk/number-register';
import { yearOf } from '#domain/work-days/working-days';
import { today } from '../../../../platform/city-day.ts';
import { cachePolicy } from '../../../../platform/http/cache-policy.ts';
import { methodNotAllowed } from '../../../../platform/http/problem-json.ts';
import { validateQuery } from '../../../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../../../accounts/index.ts';
import type { ApplicationDeps } from '../../application-deps.ts';
import { numberGaps, numbersOf, numberYears } from './queries.ts';

const PATH = '/api/v1/staff/document-numbers';
const PAGE = 100;

const number = z.string().check(z.regex(/^\d{1,9}$/));
const registerQuery = z.strictObject({
  series: z.optional(seriesSchema),
  year: z.optional(number),
  below: z.optional(number),
});

/** The register of numbers: gapless, with the rows that became no document. */
export function numberRoutes(
  deps: Pick<ApplicationDeps, 'sql' | 'clock' | 'city'>,
  { needs }: Pick<Access, 'needs'>,
): Hono<AccessEnv> {
  return new Hono<AccessEnv>()
    .use(PATH, cachePolicy('noStore'))
    .get(PATH, needs('application.read'), validateQuery(registerQuery), async (c) => {
      const { series, year, below } = c.req.valid('query');
      const years = await numberYears(deps.sql);
      const [newest] = years;
      const chosen = series ?? newest?.series ?? 'krk';
      const of = year === undefined ? (newest?.year ?? yearOf(today(deps))) : Number(year);
      const [numbers, gaps] = await Promise.all([
        numbersOf(deps.sql, {
          series: chosen,
          year: of,
          below: below === undefined ? null : Number(below),
          limit: PAGE,
        }),
        numberGaps(deps.sql, chosen, of),
      ]);
      const next = numbers.length === PAGE ? (numbers.at(-1)?.sequence ?? null) : null;
      return c.json({ years, gaps, numbers, next } satisfies NumberRegister);
    })
    .all(PATH, methodNotAllowed('GET', 'HEAD'));
}
