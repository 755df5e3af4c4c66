import { describe, expect, it } from 'vitest';
import { trustProxies } from '../../platform/http/client-address.ts';
import { createMetrics } from '../../platform/metrics.ts';
import { createDatabaseCheck } from './check-database.ts';
import { type HealthDeps, healthRoutes } from './routes.ts';

const routesWith = (changes: Partial<HealthDeps> = {}) =>
  healthRoutes({
    checkDatabase: async () => true,
    isImportConfined: () => true,
    metrics: createMetrics(),
    readClientAddress: trustProxies([]),
    isStopping: () => false,
    ...changes,
  });

const calledFrom = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

describe('healthRoutes', () => {
  it('is alive but degraded without the database, and not ready', async () => {
    const routes = routesWith({ checkDatabase: async () => false });
    const health = await routes.request('/health');
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({ status: 'degraded', database: 'down', importConfined: true });
    expect((await routes.request('/ready')).status).toBe(503);
  });

  it('says when map files are not read in confinement', async () => {
    const health = await routesWith({ isImportConfined: () => false }).request('/health');
    expect(await health.json()).toEqual({ status: 'ok', database: 'up', importConfined: false });
  });

  it('is not ready any more once it was asked to stop', async () => {
    expect((await routesWith().request('/ready')).status).toBe(200);
    expect((await routesWith({ isStopping: () => true }).request('/ready')).status).toBe(503);
  });

  it('shows the metrics to this machine only, unless a token is set', async () => {
    const routes = routesWith();
    expect((await routes.request('/metrics', {}, calledFrom('127.0.0.1'))).status).toBe(200);
    expect((await routes.request('/metrics', {}, calledFrom('203.0.113.9'))).status).toBe(404);
    expect((await routes.request('/metrics')).status).toBe(404);
  });

  it('does not take a visitor for this machine because an undeclared proxy stands between', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    expect((await routesWith().request('/metrics', { headers }, calledFrom('127.0.0.1'))).status).toBe(404);
  });

  it.each(['forwarded', 'x-real-ip', 'via'])('nor because the proxy writes %s instead', async (name) => {
    const headers = { [name]: '203.0.113.9' };
    expect((await routesWith().request('/metrics', { headers }, calledFrom('127.0.0.1'))).status).toBe(404);
  });

  it('shows the metrics of a public service to the token only', async () => {
    const routes = routesWith({ hasProxy: true });
    expect((await routes.request('/metrics', {}, calledFrom('127.0.0.1'))).status).toBe(404);
  });

  it('wants the whole token', async () => {
    const routes = routesWith({ metricsToken: 'a-long-enough-token' });
    const ask = (token: string) =>
      routes.request('/metrics', { headers: { authorization: `Bearer ${token}` } });
    expect((await ask('a-long-enough-token')).status).toBe(200);
    expect((await ask('a-long-enough-toke')).status).toBe(404);
    expect((await routes.request('/metrics', {}, calledFrom('127.0.0.1'))).status).toBe(404);
  });
});

describe('createDatabaseCheck', () => {
  it('asks at most once a second', async () => {
    let asked = 0;
    let now = 0;
    const check = createDatabaseCheck(
      async () => {
        asked += 1;
      },
      () => now,
    );
    await Promise.all([check(), check(), check()]);
    expect(asked).toBe(1);
    now = 1500;
    await check();
    expect(asked).toBe(2);
  });

  it('does not wait for a database that hangs', async () => {
    const check = createDatabaseCheck(() => new Promise(() => {}));
    expect(await check()).toBe(false);
  });
});
