import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { aCity } from '../../../tests/support/some-facts.ts';
import { findProjectRoot } from '../../platform/project-root.ts';
import { consoleRoutes } from './console-page.ts';

const routes = (holdsDemo: () => Promise<boolean>) =>
  consoleRoutes({
    city: aCity(),
    clock: { now: () => new Date('2026-11-29T04:00:00Z') },
    log: pino({ level: 'silent' }),
    // The head that all documents have comes from Vite.
    readShell: async () =>
      readFileSync(join(findProjectRoot(), 'web', 'console.html'), 'utf8').replace('<!--page-head-->', ''),
    holdsDemo,
    versionKeyOn: async () => 'v',
    hasBaseMap: false,
  });

test.each(['/konsol', '/konsol/lapisan/rdtr', '/konsol/masuk?lanjut=%2Fkonsol'])(
  '%s is the application of staff: kept by nobody, found by nobody, in the reader’s language',
  async (address) => {
    const page = await routes(async () => true).request(address, { headers: { 'accept-language': 'en' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    const html = await page.text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<title>Console');
    expect(html).toContain('<noscript>');
    expect(html).toContain('If this page does not go on, its files did not come.');
    expect(html).toContain('"isDemo":true');
    expect(html).not.toContain('<!--');
  },
);

test('the console opens while the database is away', async () => {
  const page = await routes(async () => Promise.reject(new Error('away'))).request('/konsol');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Konsol – One Map One Data');
});
