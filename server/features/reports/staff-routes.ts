import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { may, type Thing } from '#domain/accounts/rights';
import { problem } from '#domain/problem';
import { MESSAGE_LENGTH } from '#domain/report/report';
import { NEAR_M, RECENT_DAYS } from '#domain/report/similar';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { problemResponse } from '../../platform/http/problem-json.ts';
import { validateJson, withoutQuery } from '../../platform/http/validate.ts';
import { type Access, type AccessEnv, inTheNameOf } from '../accounts/index.ts';
import { answerReporter, askForConsent, readThread, revealPerson } from './office-side.ts';
import { findPhoto, reachesPhoto } from './photos/queries.ts';
import { findReport, openNear } from './queries.ts';
import type { ReportDeps } from './report-deps.ts';
import { sendPhoto } from './routes.ts';

const ONE = '/api/v1/staff/reports/:id';
const LIMIT = { limitBytes: 20_000 };
const NEAR = { metres: NEAR_M, days: RECENT_DAYS };
const messageSchema = z.strictObject({
  /** Made by the browser: sent twice, it is kept once. */
  messageId: z.uuid(),
  text: z.string().check(z.minLength(1), z.maxLength(MESSAGE_LENGTH)),
});
const reasonSchema = z.strictObject({ reason: z.string().check(z.minLength(5), z.maxLength(500)) });

/**
 * What the office reads and writes about one report beside its case. Messages are for who handles it; who goes out reads words
 * and pictures of the report, and never who sent it. For whom its case is about there is no such report, said here as well as by
 * the second lock, which not every database has.
 */
export function staffReportRoutes(deps: ReportDeps, { needs }: Pick<Access, 'needs'>): Hono {
  const idOf = (c: Context): string | undefined => z.uuid().safeParse(c.req.param('id')).data;
  const thing = async (c: Context<AccessEnv>): Promise<Thing | undefined> => {
    const id = idOf(c);
    const row = id === undefined ? undefined : await findReport(deps.sql, id);
    if (row === undefined) return undefined;
    return {
      kelurahanCode: row.kelurahanCode,
      hiddenFrom: await deps.cases.hiddenFrom(deps.sql, row.caseId),
    };
  };
  const notFound = (c: Context): Response => problemResponse(c, problem('notFound'));

  const routes = new Hono<AccessEnv>()
    .use(`${ONE}/*`, cachePolicy('noStore'))
    .get(`${ONE}/messages`, needs('report.handle', thing), withoutQuery, async (c) => {
      const thread = await readThread(deps, c.var.actor, c.req.param('id'));
      return thread === undefined ? notFound(c) : c.json({ messages: thread });
    })
    .post(
      `${ONE}/messages`,
      needs('report.handle', thing),
      withoutQuery,
      validateJson(messageSchema, LIMIT),
      async (c) => {
        const done = await answerReporter(deps, c.var.actor, c.req.param('id'), c.req.valid('json'));
        return done.ok ? c.json({ done: true }) : problemResponse(c, done.problem);
      },
    )
    .post(`${ONE}/consent-request`, needs('report.handle', thing), withoutQuery, async (c) => {
      const asked = await askForConsent(deps, c.var.actor, c.req.param('id'));
      return asked.ok ? c.json({ done: true }) : problemResponse(c, asked.problem);
    })
    .post(
      `${ONE}/person`,
      needs('person.read', thing),
      withoutQuery,
      validateJson(reasonSchema, LIMIT),
      async (c) => {
        const { reason } = c.req.valid('json');
        const person = await revealPerson(deps, c.var.actor, c.req.param('id'), reason);
        return person === undefined ? notFound(c) : c.json({ person });
      },
    )
    .get(`${ONE}/similar`, needs('report.handle', thing), withoutQuery, async (c) => {
      const { actor } = c.var;
      const asked = { reportId: c.req.param('id'), accountId: actor.accountId };
      const near = await inTheNameOf(deps.sql, actor, (tx) => openNear(tx, asked, NEAR));
      return c.json({ similar: near });
    })
    .get(`${ONE}/photos/:photoId`, needs('report.read', thing), withoutQuery, async (c) => {
      const photoId = z.uuid().safeParse(c.req.param('photoId')).data;
      if (photoId === undefined) return notFound(c);
      const photo = await findPhoto(deps.sql, photoId);
      if (photo === undefined || photo.reportId !== idOf(c)?.toLowerCase()) return notFound(c);
      const told = await thing(c);
      // What comes with a message is read by whoever reads the message.
      if (photo.messageId !== null && (told === undefined || !may(c.var.actor, 'report.handle', told)))
        return notFound(c);
      // Whoever the report is about does not reach it, however far the right goes: the second lock says so.
      return (await inTheNameOf(deps.sql, c.var.actor, (tx) => reachesPhoto(tx, photoId)))
        ? sendPhoto(c, deps.dataDirectory, photo)
        : notFound(c);
    });
  return new Hono().route('/', routes);
}
