import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';

/** Counts and logs one answer under its route pattern. Tiles and files are logged at level debug, our failures at error. */
export function recordAnswer(log: Logger, metrics: Metrics) {
  return (method: string, route: string, status: number, durationMs: number, requestId: string): void => {
    metrics.observeRequest(method, route, status, durationMs);
    const isBulk = route.startsWith('/tiles/') || route.startsWith('/assets/');
    const level = status >= 500 ? 'error' : isBulk ? 'debug' : 'info';
    if (!log.isLevelEnabled(level)) return;
    const ms = Math.round(durationMs * 10) / 10;
    log[level]({ requestId, method, route, status, ms }, 'request');
  };
}

/**
 * Counts and logs every answer under its route pattern ("/lokasi/:place"). The path itself is never kept: it can be
 * a coordinate.
 */
export function observeRequests(log: Logger, metrics: Metrics): MiddlewareHandler {
  const record = recordAnswer(log, metrics);
  return async (c, next) => {
    const start = performance.now();
    await next();
    const durationMs = performance.now() - start;
    const { status } = c.res;
    const pattern = routePath(c);
    const route = pattern.endsWith('*') && status === 404 ? 'unmatched' : pattern;
    record(c.req.method, route, status, durationMs, c.get('requestId'));
  };
}
