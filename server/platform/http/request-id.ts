import { randomBytes } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    /** Names one request in the log and in a problem's body. */
    requestId: string;
  }
}

/** Numbers for requests, unlike those of any other process. */
export function createRequestIds(): () => string {
  const processPart = randomBytes(5).toString('hex');
  let counter = 0;
  return () => {
    counter += 1;
    return `${processPart}-${counter.toString(36)}`;
  };
}

/**
 * Gives every request a number of its own, in the header `x-request-id` too. A number sent by the client is not
 * taken over: it would let a stranger write into the log.
 */
export function requestId(nextId: () => string = createRequestIds()): MiddlewareHandler {
  return async (c, next) => {
    const id = nextId();
    c.set('requestId', id);
    await next();
    c.res.headers.set('x-request-id', id);
  };
}
