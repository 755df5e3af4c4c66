import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { isLanguage, type Language, preferredLanguage } from '#domain/language';
import { type Problem, type ProblemCode, problem } from '#domain/problem';
import { PROBLEM_TEXT, problemDetail } from '#domain/problem-text';
import { PROBLEM_STATUS, problemTypeUrl } from './problem-status.ts';

/** One more finding of the same request, so that a form can mark every wrong field at once. */
export interface ProblemFinding {
  readonly code: ProblemCode;
  readonly name: string;
  readonly detail: string;
}

/** The language of the reader: `?lang=id|en`, else `Accept-Language`, else Indonesian. */
export function readerLanguage(c: Context): Language {
  const asked = new URL(c.req.url).searchParams.get('lang');
  return asked !== null && isLanguage(asked) ? asked : preferredLanguage(c.req.header('accept-language'));
}

/**
 * The only way a failure leaves the server: RFC 9457 `application/problem+json` in the reader's language.
 *
 * @param headers further response headers, such as `allow` for 405 or `retry-after` for 503.
 */
export function problemResponse(
  c: Context,
  failure: Problem,
  {
    headers = {},
    errors,
    current,
  }: {
    headers?: Record<string, string>;
    errors?: readonly ProblemFinding[];
    /** The present state of what could not be changed: a conflict is shown, not only told. */
    current?: unknown;
  } = {},
): Response {
  const language = readerLanguage(c);
  const requestId: unknown = c.get('requestId');
  const body = {
    type: problemTypeUrl(failure.code),
    title: PROBLEM_TEXT[failure.code].title[language],
    status: PROBLEM_STATUS[failure.code],
    detail: problemDetail(failure, language),
    code: failure.code,
    params: failure.params,
    ...(errors && errors.length > 1 ? { errors } : {}),
    ...(current === undefined ? {} : { current }),
    ...(typeof requestId === 'string' ? { requestId } : {}),
  };
  return c.body(JSON.stringify(body), PROBLEM_STATUS[failure.code], {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
    vary: 'Accept-Language',
    ...retryAfter(failure),
    ...headers,
  });
}

/** What may work again in a few seconds. */
const RETRIED: ReadonlySet<ProblemCode> = new Set([
  'busy',
  'sourceUnavailable',
  'tookTooLong',
  'signerUnavailable',
]);

/** When to ask again: as long as the problem itself says, else soon. */
export function retryAfter({ code, params }: Problem): Record<string, string> {
  if (typeof params.waitSeconds === 'number') return { 'retry-after': String(Math.ceil(params.waitSeconds)) };
  return RETRIED.has(code) ? { 'retry-after': '5' } : {};
}

/** Errors of the database that mean "not reachable now" rather than "we have a fault". */
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
]);

/** Of a connection that its other side has closed: the database's, or a reader's. */
const OF_ANY_SOCKET = new Set(['ECONNRESET', 'EPIPE']);

/** The problem behind a thrown error. Nothing of the error itself is told to the reader. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof HTTPException && error.status === 404) return problem('notFound');
  if (error instanceof HTTPException && error.status < 500) return problem('badRequest');
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '22021') return problem('badRequest'); // a character that no text of the database can hold, such as NUL
  if (code === '22007' || code === '22008') return problem('badRequest'); // no such day
  if (code === '57014') return problem('tookTooLong'); // statement_timeout
  if (code === '40P01' || code === '40001' || code === '55P03') return problem('busy'); // two changes waited for each other: neither is half done
  if (OF_ANY_SOCKET.has(code) && !isOfDatabase(error)) return problem('internal');
  if (UNAVAILABLE.has(code) || code.startsWith('08')) return problem('sourceUnavailable');
  return problem('internal');
}

/** The driver puts the statement on every error of its connection; a reader's broken connection has none. */
const isOfDatabase = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'query' in error;

/** Not a registered status: the reader left before the answer, and nobody will read this one. */
const CLIENT_LEFT = 499;

/** Last-resort handler for `app.onError`: the whole error to the log, a problem without its detail to the reader. */
export function respondToError(log: Logger) {
  return (error: Error, c: Context): Response => {
    const requestId: unknown = c.get('requestId');
    // The path itself can be a coordinate.
    const request = { requestId, method: c.req.method, route: routePath(c) };
    if (c.req.raw.signal.aborted && !isOfDatabase(error)) {
      log.info({ ...request, status: CLIENT_LEFT }, 'the reader left');
      return new Response(null, { status: CLIENT_LEFT });
    }
    const failure = problemOfError(error);
    const entry = { err: error, ...request, code: failure.code };
    if (PROBLEM_STATUS[failure.code] >= 500) log.error(entry, 'request failed');
    else log.info(entry, 'request refused');
    return problemResponse(c, failure);
  };
}

/** For `app.notFound`. */
export const respondNotFound = (c: Context): Response => problemResponse(c, problem('notFound'));

/** Handler for every method that a known address does not serve, placed after its routes. */
export const methodNotAllowed =
  (...allowed: string[]) =>
  (c: Context): Response =>
    problemResponse(c, problem('methodNotAllowed', { allowed }), { headers: { allow: allowed.join(', ') } });
