import { expect, test } from 'vitest';
import { readPolicyReport } from './read-report.ts';

const report = (change: object) => ({
  'csp-report': {
    'document-uri': 'https://peta.example.go.id/laporan/LAP-7Q2ZM-04XBT?baru=1',
    referrer: 'https://peta.example.go.id/lokasi/116.8,-1.2',
    'effective-directive': 'script-src-elem',
    'blocked-uri': 'inline',
    'script-sample': 'Nama saya Slamet',
    'original-policy': "script-src 'self'",
    ...change,
  },
});

test('XSS08: of a report stays what was tried and on which kind of page, never whose or where', () => {
  expect(readPolicyReport(report({}))).toEqual({
    directive: 'script-src-elem',
    blocked: 'inline',
    page: '/laporan',
    script: null,
  });
  expect(
    readPolicyReport(
      report({
        'document-uri': 'https://peta.example.go.id/?p=116.8,-1.2',
        'blocked-uri': 'https://jahat.example/x?curi=LAP-7Q2ZM-04XBT',
        'source-file': 'https://peta.example.go.id/assets/main-a1B2.js',
      }),
    ),
  ).toEqual({
    directive: 'script-src-elem',
    blocked: 'https://jahat.example',
    page: '/',
    script: '/assets/main-a1B2.js',
  });
  expect(readPolicyReport(report({ 'blocked-uri': 'data:text/html,LAP-7Q2ZM' }))?.blocked).toBe('data:');
});

test.each([null, [], {}, { 'csp-report': null }, { 'csp-report': { 'blocked-uri': 7 } }])(
  'XSS08: %j is no report',
  (body) => expect(readPolicyReport(body)).toBeNull(),
);

test('XSS07: a report writes no line of its own', () => {
  const told = readPolicyReport(
    report({ 'effective-directive': 'x\r\n{"level":60}', 'blocked-uri': 'a\nb' }),
  );
  expect(JSON.stringify(told)).not.toMatch(/\\n|\\r|level/);
});
