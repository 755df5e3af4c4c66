import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { createMetrics } from '../metrics.ts';
import { observeRequests } from './observe-requests.ts';
import { requestId } from './request-id.ts';

function observedApp() {
  const lines: string[] = [];
  const metrics = createMetrics();
  const log = createLog('info', { write: (line: string) => lines.push(line) });
  const places = new Hono().get('/:place', (c) => c.text('ok'));
  const app = new Hono()
    .use(requestId())
    .use(observeRequests(log, metrics))
    .route('/lokasi', places)
    .get('/tiles/:z', (c) => c.text('tile'));
  return { app, lines, metrics };
}

describe('observeRequests', () => {
  it('logs the pattern of the route, not the place that was asked for', async () => {
    const { app, lines, metrics } = observedApp();
    const answer = await app.request('/lokasi/116.85310,-1.24560?nama=Siti', {
      headers: { 'x-forwarded-for': '203.0.113.9' },
    });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      route: '/lokasi/:place',
      status: 200,
      requestId: answer.headers.get('x-request-id'),
    });
    expect(lines[0] + metrics.render()).not.toMatch(/116\.85|Siti|203\.0\.113/);
  });

  it('puts every unknown address under one name', async () => {
    const { app, metrics } = observedApp();
    await app.request('/.env');
    await app.request('/wp-login.php');
    expect(metrics.render()).toContain('route="unmatched",status="404"} 2');
  });

  it('does not log tiles at level info', async () => {
    const { app, lines } = observedApp();
    await app.request('/tiles/3');
    expect(lines).toEqual([]);
  });

  it('gives each request another number and takes none from outside', async () => {
    const { app } = observedApp();
    const ids = [];
    for (const path of ['/lokasi/a', '/lokasi/b']) {
      const answer = await app.request(path, { headers: { 'x-request-id': 'forged' } });
      ids.push(answer.headers.get('x-request-id'));
    }
    expect(new Set(ids).size).toBe(2);
    expect(ids).not.toContain('forged');
  });
});
