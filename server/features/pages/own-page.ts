import type { Context } from 'hono';
import type { Problem } from '#domain/problem';
import { PROBLEM_STATUS } from '../../platform/http/problem-status.ts';
import { type PageStatus, pageStatusOf } from './send-html.ts';
import type { ReadingSenderDeps, SendReading } from './send-reading.ts';

/** What a page about something of one person answers with. */
export const ownPageStatus = (failure: Problem | null): PageStatus =>
  failure === null ? 200 : pageStatusOf(PROBLEM_STATUS[failure.code]);

/** What somebody typed is kept by no cache. No page tells another site its address (`securityHeaders`). */
export function keptPrivate(response: Response): Response {
  response.headers.set('cache-control', 'no-store');
  return response;
}

/**
 * Runs what makes a page; when it fails, the reader gets a page that says so and the log gets the reason.
 * @param what it is about, for the log
 */
export const guardedPage =
  ({ log }: Pick<ReadingSenderDeps, 'log'>, send: SendReading, what: string) =>
  async (c: Context, work: () => Promise<Response>): Promise<Response> => {
    try {
      return await work();
    } catch (error) {
      log.error({ err: error }, `a page about ${what} has no content`);
      return send(c, { page: 'missing', what: 'server', asked: '', offers: [] }, null);
    }
  };
