import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    /** Names one request in the log and in a problem's body. */
    requestId: string;
  }
}

/**
 * Gives every request a number of its own, in the header `x-request-id` too. A number sent by the client is not
 * taken over: it would let a stranger write into the log.
 */
export function requestId(): MiddlewareHandler {
  const processPart = randomBytes(5).toString('hex');
  let counter = 0;
  return async (c, next) => {
    counter += 1;
    const id = `${processPart}-${counter.toString(36)}`;
    c.set('requestId', id);
    await next();
    c.res.headers.set('x-request-id', id);
  };
}
