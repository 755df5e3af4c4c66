import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { ReadClientAddress } from '../../platform/http/client-address.ts';
import type { Metrics } from '../../platform/metrics.ts';

export interface HealthDeps {
  readonly checkDatabase: () => Promise<boolean>;
  /** True when a map file is read without network, without rights and within limits. */
  readonly isImportConfined: () => boolean;
  readonly metrics: Metrics;
  readonly readClientAddress: ReadClientAddress;
  /** Bearer token for the metrics; without it they are for this machine only. */
  readonly metricsToken?: string | undefined;
  /** A public address or a trusted proxy is set: then only the token opens the metrics. */
  readonly hasProxy?: boolean;
  /** True from the moment the process was asked to stop: balancers shall send nothing more. */
  readonly isStopping: () => boolean;
}

/**
 * `/health`: the process answers (200), and whether the database does, and whether map files are read in
 * confinement. `/ready`: send people here (200) or not (503).
 * `/metrics`: figures for Prometheus. None of them names a visitor or a place.
 */
export function healthRoutes(deps: HealthDeps) {
  return new Hono()
    .get('/health', async (c) => {
      const isUp = await deps.checkDatabase();
      c.header('cache-control', 'no-store');
      return c.json({
        status: isUp ? 'ok' : 'degraded',
        database: isUp ? 'up' : 'down',
        importConfined: deps.isImportConfined(),
      });
    })
    .get('/ready', async (c) => {
      const isReady = !deps.isStopping() && (await deps.checkDatabase());
      c.header('cache-control', 'no-store');
      return c.json({ ready: isReady }, isReady ? 200 : 503);
    })
    .get('/metrics', (c) => {
      if (!mayReadMetrics(c, deps)) return c.notFound();
      c.header('cache-control', 'no-store');
      return c.text(deps.metrics.render(), 200, {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      });
    });
}

/** Headers of proxies that do not write X-Forwarded-For. */
const VIA_PROXY = ['forwarded', 'x-real-ip', 'via'];

function mayReadMetrics(c: Context, { metricsToken, readClientAddress, hasProxy }: HealthDeps): boolean {
  if (metricsToken !== undefined) {
    const given = Buffer.from(c.req.header('authorization') ?? '');
    const wanted = Buffer.from(`Bearer ${metricsToken}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
  if (hasProxy || VIA_PROXY.some((name) => c.req.header(name) !== undefined)) return false;
  const forwardedFor = c.req.header('x-forwarded-for');
  const remote: string | undefined = c.env?.incoming?.socket?.remoteAddress;
  const address = readClientAddress(remote, forwardedFor);
  // Behind a proxy that is not declared, everyone looks local; the header gives that away.
  if (forwardedFor !== undefined && address === readClientAddress(remote, undefined)) return false;
  return address === '127.0.0.1' || address === '::1';
}
