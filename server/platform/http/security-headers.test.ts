import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const appWith = (options: Parameters<typeof securityHeaders>[0]) =>
  new Hono()
    .use(securityHeaders(options))
    .get('/page', (c) => c.html('<!doctype html>'))
    .get('/data', (c) => c.json({}))
    .get('/raw', () => new Response('x', { headers: { 'content-type': 'application/octet-stream' } }));

describe('securityHeaders', () => {
  it('allows a page nothing inline and nothing from elsewhere', async () => {
    const { headers } = await appWith({ isHttps: false }).request('/page');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    // XSS08: what it tries all the same is told.
    expect(policy).toContain('report-uri /csp-reports');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it.each(['/data', '/raw', '/nowhere'])('makes %s inert', async (path) => {
    const { headers } = await appWith({ isHttps: false }).request(path);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('insists on https only where the product is reached by it', async () => {
    const plain = await appWith({ isHttps: false }).request('/page');
    const secure = await appWith({ isHttps: true }).request('/page');
    expect(plain.headers.get('strict-transport-security')).toBeNull();
    expect(secure.headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  });
});
