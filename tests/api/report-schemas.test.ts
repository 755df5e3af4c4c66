import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { PHOTO_BYTES, reportSecretSchema } from '#domain/report/report';
import { forgetPassingTries } from '../../server/features/accounts/index.ts';
import { reportOperations } from '../../server/features/reports/index.ts';
import { problemsOf } from '../../server/platform/http/operation.ts';
import { PROBLEM_STATUS } from '../../server/platform/http/problem-status.ts';
import { aPhoto, aReport, sentPhoto, sentReport } from '../support/a-report.ts';
import { bearer, openReportDesk } from '../support/a-report-desk.ts';
import { anApp } from '../support/an-app.ts';

const { app, clock, database, folder, keys, own, post } = await openReportDesk();

describe('API11: every operation of reports answers with what it says, and with nothing else', () => {
  type Body = string | Uint8Array;
  type Sent = Omit<RequestInit, 'body'> & { readonly path: string; readonly body?: Body };
  const json = (path: string, body: unknown, headers: Record<string, string> = {}): Sent => ({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const withHeaders = (sent: Sent, headers: Record<string, string>): Sent => ({
    ...sent,
    headers: { ...(sent.headers as Record<string, string>), ...headers },
  });
  const EVIL = { origin: 'https://jahat.example' };
  const fails = (message: string) => () => {
    throw new Error(message);
  };
  /** A database that is not there, and one that breaks in a way that nobody has thought of. */
  const away = () => postgres('postgres://nobody@127.0.0.1:1/none', { max: 1, connect_timeout: 1 });
  const broken = new Proxy(fails('uji'), { get: () => fails('uji') }) as unknown as typeof database.sql;

  /** Requests by the status that each is to reach; several of one are sent in turn, and the last one counts. */
  async function requestsOf(id: string): Promise<Record<number, Sent | Sent[]>> {
    const report = await sentReport(app, { photos: [{ photoId: await sentPhoto(app, '#405073') }] });
    const [photo] = (await own(report.ticket, report.secret)).photos;
    const one = `/api/v1/reports/${report.ticket}`;
    const key = () => ({ 'idempotency-key': randomUUID() });
    const mine = bearer(report.secret);
    const wrong = bearer('A'.repeat(22));
    const get = (path: string, headers: Record<string, string> = mine): Sent => ({ path, headers });
    const image = (bytes: Body, type = 'image/jpeg', query = ''): Sent => ({
      path: `/api/v1/reports/photos/${randomUUID()}${query}`,
      method: 'PUT',
      headers: { 'content-type': type },
      body: bytes,
    });
    const reads = (path: string) => ({
      200: get(path),
      400: get(`${path}?x=1`),
      404: get(path, wrong),
    });
    /** What every writing with the secret has in common. */
    const writes = (path: string, body: object, more: number) => ({
      200: json(path, body, mine),
      400: json(path, '{', mine),
      403: json(path, body, { ...mine, ...EVIL }),
      404: json(path, body, wrong),
      413: json(path, JSON.stringify(body) + ' '.repeat(more), mine),
      415: withHeaders(json(path, body, mine), { 'content-type': 'text/plain' }),
    });
    const message = () => ({ messageId: randomUUID(), text: 'uji' });
    const gone = { photos: [{ photoId: randomUUID() }] };
    const jpeg = await aPhoto('#405074');
    switch (id) {
      case 'reportPlace': {
        const at = (body: unknown) => json('/api/v1/reports/place', body);
        const there = { lon: 116.804, lat: -1.193 };
        return {
          200: at(there),
          400: at({ lon: 116.804 }),
          413: at(JSON.stringify(there) + ' '.repeat(1_000)),
          415: withHeaders(at(there), { 'content-type': 'text/plain' }),
          422: at({ ...there, lon: 200 }),
        };
      }
      case 'keepReportPhoto':
        return {
          200: image(jpeg),
          400: image(jpeg, 'image/jpeg', '?x=1'),
          403: withHeaders(image(jpeg), EVIL),
          409: { ...image(jpeg), path: `/api/v1/reports/photos/${photo?.photoId}` },
          413: image(Buffer.concat([jpeg, Buffer.alloc(PHOTO_BYTES)])),
          415: image('<!doctype html>'),
          422: image(jpeg.subarray(0, 200)),
          429: Array.from({ length: 151 }, () => image('x')),
        };
      case 'sendReport': {
        const send = (change: object = {}, headers: Record<string, string> = {}) =>
          json('/api/v1/reports', aReport(change), { ...key(), ...headers });
        return {
          201: send(),
          400: json('/api/v1/reports', aReport()),
          403: send({}, EVIL),
          409: send(gone),
          413: json('/api/v1/reports', JSON.stringify(aReport()) + ' '.repeat(40_000), key()),
          415: send({}, { 'content-type': 'text/plain' }),
          422: send({ seenOn: '2026-11-23' }),
          429: Array.from({ length: 21 }, () => send({ website: 'uji' })),
        };
      }
      case 'readReport':
        return reads(one);
      case 'writeToReport':
        return {
          ...writes(`${one}/messages`, message(), 20_000),
          409: json(`${one}/messages`, { ...message(), ...gone }, mine),
          429: Array.from({ length: 31 }, () => json(`${one}/messages`, { ...message(), text: ' ' }, mine)),
        };
      case 'disputeReport': {
        const [ended, said] = [await sentReport(app), { words: 'Belum ada yang datang (uji).' }];
        await database.sql`
          with ended as (update violation_case set state = 'ditutup', outcome = 'dataKurang', ended_at = ${clock.now()}
                         where ticket = ${ended.ticket} returning case_id)
          insert into case_move (case_id, step, from_state, to_state, is_paused, at, actor, outcome)
          select case_id, 'dismiss', 'diterima', 'ditutup', false, ${clock.now()}, 'system', 'dataKurang' from ended`;
        return {
          ...writes(`${one}/dispute`, said, 20_000),
          200: json(`/api/v1/reports/${ended.ticket}/dispute`, said, bearer(ended.secret)),
          409: json(`${one}/dispute`, said, mine),
        };
      }
      case 'consentToPassOn':
        return {
          ...writes(`${one}/consent`, { mayPassOn: true }, 100),
          429: Array.from({ length: 11 }, () => json(`${one}/consent`, { mayPassOn: true }, mine)),
        };
      case 'eraseReporter':
        return writes(`${one}/erase`, {}, 100);
      case 'changeReportSecret': {
        const other = await sentReport(app);
        const change = json(`/api/v1/reports/${other.ticket}/secret`, {}, bearer(other.secret));
        // The first one changes it; that the old one asks again is not counted, and it is told nothing.
        return { ...writes(`${one}/secret`, {}, 100), 200: change, 429: [] };
      }
      case 'exportReport':
        return { ...reads(`${one}/data`), 429: Array.from({ length: 6 }, () => get(`${one}/data`)) };
      case 'reportReceipt':
        return reads(`${one}/receipt`);
      case 'ownReportPhoto':
        return reads(`${one}/photos/${photo?.photoId}`);
      default:
        throw new Error(`${id}: an operation that is not tried here`);
    }
  }

  test.each(reportOperations.map((operation) => [operation.id, operation] as const))(
    '%s',
    async (id, operation) => {
      const problems = problemsOf(operation);
      const documented = new Set([
        ...operation.answers.map(({ status }) => status as number),
        ...problems.map((code) => PROBLEM_STATUS[code]),
      ]);
      const reached = new Set<number>();
      const ask = async ({ path, ...init }: Sent, of = app): Promise<number> => {
        const response = await of.request(path, init as RequestInit);
        const told = response.headers.get('content-type')?.includes('problem+json')
          ? ((await response.json()) as { code: (typeof problems)[number] }).code
          : null;
        if (told !== null) expect(problems, `${path} ${response.status} ${told}`).toContain(told);
        expect([...documented], `${path}: ${response.status}`).toContain(response.status);
        reached.add(response.status);
        return response.status;
      };
      const requests = await requestsOf(id);
      for (const [status, sent] of Object.entries(requests)) {
        forgetPassingTries(keys);
        let last = Number(status);
        for (const request of [sent].flat()) last = await ask(request);
        expect([id, last]).toEqual([id, Number(status)]);
      }
      if (id === 'changeReportSecret') {
        const other = await sentReport(app);
        for (let secret = other.secret, status = 200; status === 200; ) {
          const response = await post(`/api/v1/reports/${other.ticket}/secret`, {}, bearer(secret));
          status = response.status;
          reached.add(status);
          if (status === 200) secret = reportSecretSchema.parse(await response.json()).secret;
        }
      }
      const good = [requests[200] ?? requests[201] ?? []].flat().slice(0, 1);
      const none = away();
      for (const [sql, status] of [
        [none, 503],
        [broken, 500],
      ] as const) {
        forgetPassingTries(keys);
        const other = anApp(sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
        const again = withHeaders(good[0]!, { 'idempotency-key': randomUUID() });
        expect([id, await ask(again, other)]).toEqual([id, status]);
      }
      await none.end();
      // A full disk is filled in tests/db/report-faults.test.ts (DBF05).
      expect([...documented].filter((status) => !reached.has(status) && status !== 507)).toEqual([]);
    },
  );
});
