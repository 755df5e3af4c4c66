import { afterEach, expect, test, vi } from 'vitest';
import { newItem, type OutboxItem } from './outbox.ts';
import { sendReport } from './send-report.ts';

const PHOTOS = ['0b9f0f0e-3a4e-4a66-9c39-0d2f5c6a1a01', '0b9f0f0e-3a4e-4a66-9c39-0d2f5c6a1a02'];
const RECEIPT = { ticket: 'LAP-00000-00001', secret: 's', link: 'x', receivedAt: '2026-11-30T01:00:00Z' };
const item = (attempts = 1): OutboxItem => ({
  ...newItem('report', {}, 0),
  state: 'sending',
  attempts,
  body: {
    language: 'id',
    name: 'CONTOH Siti',
    sent: { category: 'tanpaIzin', photos: PHOTOS.map((photoId) => ({ photoId })) },
  },
  attachments: PHOTOS.map((name) => ({ name, blob: new Blob(['x'], { type: 'image/jpeg' }) })),
});

const asked: string[] = [];
type Answer = Response | 'away';
const answers = (answer: (path: string, init: RequestInit) => Answer): void =>
  void vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(`${init.method} ${path.replace('/api/v1/reports', '')}`);
    const given = answer(path, init);
    if (given === 'away') throw new TypeError('Failed to fetch');
    return given;
  });
const json = (status: number, body: unknown, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const missing = (photos: readonly string[]) =>
  json(409, { code: 'reportPhotosMissing', params: { photos }, detail: 'x' });

afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

test('photos go first, then the report under the key of its item; what was written is forgotten here', async () => {
  const one = item();
  const keys: unknown[] = [];
  answers((path, init) => {
    if (path.includes('photos')) return json(200, {});
    keys.push((init.headers as Record<string, string>)['idempotency-key'], init.credentials);
    return json(201, RECEIPT);
  });
  const told = await sendReport(one);
  expect(asked).toEqual([`PUT /photos/${PHOTOS[0]}`, `PUT /photos/${PHOTOS[1]}`, 'POST ']);
  expect(keys).toEqual([one.key, 'omit']);
  expect(told).toEqual({
    kind: 'received',
    receipt: RECEIPT,
    body: { schema: 'report-sent/1', category: 'tanpaIzin' },
  });
});

test('DBF08: after an answer that was lost the report is asked for first, and photos that arrived are not sent again', async () => {
  let posts = 0;
  answers((path) => {
    if (path.includes('photos')) return json(200, {});
    posts += 1;
    return posts === 1 ? missing([PHOTOS[1]!]) : json(201, RECEIPT);
  });
  expect((await sendReport(item(2))).kind).toBe('received');
  expect(asked).toEqual(['POST ', `PUT /photos/${PHOTOS[1]}`, 'POST ']);
});

test('a report that had arrived gives its ticket again', async () => {
  answers(() => json(200, RECEIPT));
  expect(await sendReport(item(2))).toMatchObject({ kind: 'received', receipt: RECEIPT });
  expect(asked).toEqual(['POST ']);
});

test('without a network it waits, and says what did not go', async () => {
  answers(() => 'away');
  expect(await sendReport(item())).toEqual({ kind: 'later', reason: 'Foto belum terkirim.' });
  const plain = { ...item(), body: { language: 'en', sent: { category: 'tanpaIzin' } } };
  expect(await sendReport(plain)).toEqual({ kind: 'later', reason: 'There is no network yet.' });
});

test('a busy server is waited for as long as it asks; its refusal is said in its own words', async () => {
  answers(() => json(503, { detail: 'Sibuk.' }, { 'retry-after': '20' }));
  expect(await sendReport(item())).toEqual({ kind: 'later', reason: 'Sibuk.', retryAfterMs: 20_000 });
  answers(() => json(429, { detail: 'Terlalu banyak.' }));
  expect(await sendReport(item())).toEqual({ kind: 'later', reason: 'Terlalu banyak.' });
  answers((path) => (path.includes('photos') ? json(200, {}) : json(422, { detail: 'Di luar kota.' })));
  expect(await sendReport(item())).toEqual({ kind: 'refused', reason: 'Di luar kota.' });
});

test('an answer that is cut off counts as none', async () => {
  answers((path) => (path.includes('photos') ? json(200, {}) : new Response('{"ticket":', { status: 201 })));
  expect((await sendReport(item())).kind).toBe('later');
});

test('photos that the device has lost are asked for again', async () => {
  answers(() => json(200, {}));
  expect((await sendReport({ ...item(), attachments: [] })).kind).toBe('refused');
});
