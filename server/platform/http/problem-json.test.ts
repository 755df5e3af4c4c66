import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { problem } from '#domain/problem';
import { createLog } from '../log.ts';
import { problemOfError, problemResponse, respondToError } from './problem-json.ts';

const errorWith = (fields: object): Error => Object.assign(new Error('read'), fields);

describe('problemOfError', () => {
  it('takes a broken connection for the database’s only when the driver says so', () => {
    for (const code of ['ECONNRESET', 'EPIPE']) {
      expect(problemOfError(errorWith({ code })).code, code).toBe('internal');
      expect(problemOfError(errorWith({ code, query: 'select 1' })).code, code).toBe('sourceUnavailable');
    }
  });
  it.each(['22007', '22008'])('calls a day that the database does not know (%s) a bad request', (code) => {
    expect(problemOfError(errorWith({ code })).code).toBe('badRequest');
  });
});

function failingApp(error: Error) {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => lines.push(line) });
  const app = new Hono()
    .get('/lokasi/:place', () => {
      throw error;
    })
    .get('/busy', (c) => problemResponse(c, problem('busy')))
    .onError(respondToError(log));
  return { app, lines };
}

describe('respondToError', () => {
  it('logs the pattern of the route, not the place that was asked for', async () => {
    const { app, lines } = failingApp(new Error('broken'));
    expect((await app.request('/lokasi/-1.24560,116.85310')).status).toBe(500);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ route: '/lokasi/:place', code: 'internal' });
    expect(lines.join('')).not.toContain('116.85');
  });
  it('does not count a reader who left as a failure of ours', async () => {
    const { app, lines } = failingApp(errorWith({ code: 'ECONNRESET' }));
    const left = new Request('http://x/lokasi/1,2', { signal: AbortSignal.abort() });
    expect((await app.request(left)).status).toBe(499);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', status: 499 });
    expect(lines[0]).not.toContain('stack');
  });
  it('says when to come back to a busy service', async () => {
    expect((await failingApp(new Error('x')).app.request('/busy')).headers.get('retry-after')).toBe('5');
  });
});
