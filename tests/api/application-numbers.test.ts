import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffApplicationSchema } from '#domain/krk/application-answers';
import { numberRegisterSchema } from '#domain/krk/number-register';
import { EMPTY_SETTINGS } from '#domain/krk/settings';
import { problem } from '#domain/problem';
import { fail } from '#domain/result';
import { sweepApplications } from '../../server/features/applications/index.ts';
import { aPerson } from '../support/a-person.ts';
import { anApp } from '../support/an-app.ts';
import { OfficeAtWork } from '../support/an-office-at-work.ts';

const at = new OfficeAtWork('application-numbers');
const { send, see, step, steps, submitted, writeSheet, events, personOf } = at;
beforeAll(at.start);
afterAll(at.stop);

describe('a number', () => {
  /** Applications that wait for their signature, with what was found at the ground of the first. */
  async function waiting(count: number, first = 1): Promise<string[]> {
    const { id } = await submitted();
    await steps(id, ['petugasLayanan', 'takeUp'], ['petugasLayanan', 'acceptFile']);
    await writeSheet('analis', id);
    await steps(id, ['analis', 'propose'], ['verifikator', 'confirm']);
    await at.database.sql`
      with copy as (
        insert into application (application_id, ticket, secret_hash, language, state, revision, ground, planned_use, geom,
                                 area_m2, kelurahan, is_trial, sheet, answer, prepared_by, verified_by, created_at, submitted_at)
        select gen_random_uuid(), 'KRK-' || lpad(i::text, 5, '0') || '-00000', secret_hash, language, state, revision, ground,
               planned_use, geom, area_m2, kelurahan, is_trial, sheet, answer, prepared_by, verified_by, created_at, submitted_at
        from application, generate_series(${first + 1}::int, ${first + count - 1}::int) i where application_id = ${id} returning application_id)
      insert into application_person (application_id, sealed) select application_id, 'x' from copy`;
    const rows = await at.database.sql<{ id: string }[]>`
      select application_id as id from application where state = 'penandatanganan' and application_id <> ${id}`;
    const sealed = at.office.deps.keys;
    for (const row of rows) {
      const text = JSON.stringify({
        applicant: {
          kind: 'self',
          person: {
            name: 'CONTOH',
            nik: '6471014107900001',
            address: 'Jalan',
            phone: '081200000000',
            email: null,
          },
        },
        landProof: null,
        fields: {},
      });
      await at.database
        .sql`update application_person set sealed = ${sealed.encrypt('personal', text, `application_person.sealed ${row.id}`)} where application_id = ${row.id}`;
    }
    return [id, ...rows.map((row) => row.id)];
  }
  const register = async () =>
    await at.database.sql<{ sequence: number; number: string; state: string }[]>`
      select sequence, number, state from document_number where series = 'krk-uji' and year = 2026 order by sequence`;

  test('CON04: has no gap and no double under 200 signatures at once, whatever fails; what failed goes on with the same number', async () => {
    at.office.setNow('2026-11-24T02:00:00Z');
    const ids = await waiting(200);
    expect(ids).toHaveLength(200);
    // One ground, asked once: two hundred questions at once would be turned away as busy, with no number reserved.
    const asked = at.office.deps.answerGround;
    const answers = new Map<string, ReturnType<typeof asked>>();
    const once: typeof asked = (ground, on) => {
      const key = JSON.stringify([ground, on]);
      answers.set(key, answers.get(key) ?? asked(ground, on));
      return answers.get(key)!;
    };
    Object.assign(at.office.deps, { answerGround: once });
    const before = (await register()).length;
    const printed = new Map<string, string>();
    let calls = 0;
    at.office.breakPrinter(async (order) => {
      calls += 1;
      if (calls % 3 === 0) return fail(problem('busy'));
      const earlier = printed.get(order.orderId);
      if (earlier !== undefined && earlier !== order.number) throw new Error('one order, two numbers');
      printed.set(order.orderId, order.number);
      return {
        ok: true,
        value: {
          documentId: Buffer.from(order.orderId).toString('base64url').slice(4, 60),
          issuedAt: '2026-11-24T02:00:00.000Z',
        },
      };
    });
    // All of them at once, through a socket: nobody is turned away and nobody waits for a wave.
    const server = await new Promise<Server>((resolve) => {
      const opened = serve({ fetch: at.office.app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
        resolve(opened as Server),
      );
    });
    const { port } = server.address() as AddressInfo;
    const signOverHttp = async (id: string): Promise<number> => {
      const path = `http://127.0.0.1:${port}/api/v1/staff/applications/${id}`;
      const { headers } = personOf('pejabatPenandatangan');
      const found = await fetch(path, { headers });
      const { revision } = staffApplicationSchema.parse(await found.json());
      const answer = await fetch(`${path}/steps/sign`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'if-match': `"r${revision}"` },
        body: '{}',
      });
      await answer.body?.cancel();
      return answer.status;
    };
    const round = async (waiting: readonly string[]): Promise<string[]> => {
      const answers = await Promise.all(waiting.map(signOverHttp));
      expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
      return waiting.filter((_, index) => answers[index] === 503);
    };
    let left = await round(ids);
    expect(left.length).toBe(66);
    const reserved = (await register()).filter(({ state }) => state === 'reserved');
    expect(reserved).toHaveLength(66);
    while (left.length > 0) left = await round(left);
    const rows = await register();
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(before)).toHaveLength(200);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    expect(rows.slice(before).every(({ state }) => state === 'used')).toBe(true);
    expect(printed.size).toBe(200);
    server.close();
    at.office.breakPrinter();
    Object.assign(at.office.deps, { answerGround: asked });
  }, 120_000);

  test('is gapless with the real typesetter too, whose line is short: who is turned away keeps the number', async () => {
    // By hand: SIGNATURES=200 npx vitest run tests/api/application-numbers.test.ts -t typesetter
    const many = Number(process.env['SIGNATURES'] ?? 12);
    const before = (await register()).length;
    const ids = await waiting(many, 1_001);
    const { keys, clock } = at.office.deps;
    const { path } = at.folder;
    const real = anApp(at.database.sql, { dataDirectory: path, tilesDirectory: path, keys, clock });
    const { headers } = personOf('pejabatPenandatangan');
    const sign = async (id: string): Promise<number> => {
      const { revision } = await see('auditor', id);
      const signed = await real.request(`/api/v1/staff/applications/${id}/steps/sign`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'if-match': `"r${revision}"` },
        body: '{}',
      });
      await signed.body?.cancel();
      return signed.status;
    };
    let left = ids;

    while (left.length > 0) {
      const answers = await Promise.all(left.map(sign));
      expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
      expect(answers).toContain(200);
      left = left.filter((_, index) => answers[index] === 503);
    }
    const rows = await register();
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(before).map(({ state }) => state)).toEqual(Array(many).fill('used'));
    const documents = await at.database.sql<{ number: string; sha256: string }[]>`
      select number, pdf_sha256 as sha256 from document where kind = 'krk' order by number`;
    expect(documents.map(({ number }) => number)).toEqual(rows.slice(before).map(({ number }) => number));
    const files = readdirSync(join(path, 'files', 'documents')).sort();
    expect(files).toEqual(documents.map(({ sha256 }) => sha256).sort());
  }, 180_000);

  test('that was given up stays in the register, and a document that was made of it meanwhile is given to nobody', async () => {
    const [id = ''] = await waiting(1);
    at.office.breakPrinter(async () => fail(problem('busy')));
    const failed = await step('pejabatPenandatangan', id, 'sign');
    expect(failed).toMatchObject({ status: 503, body: { code: 'documentNotIssued' } });
    const held = await see('auditor', id);
    expect(held.reservedNumber).toBe(failed.body.params.number);
    // Somebody else sends it back while it is being printed.
    const other = await aPerson(at.database.sql, at.office.deps.keys, { roles: ['pejabatPenandatangan'] });
    at.office.breakPrinter(async () => {
      expect((await step(other, id, 'decline', { reason: 'Periksa lagi (uji).' })).status).toBe(200);
      return { ok: true, value: { documentId: 'dicetak', issuedAt: '2026-11-24T02:00:00.000Z' } };
    });
    expect((await step('pejabatPenandatangan', id, 'sign')).body.code).toBe('changedMeanwhile');
    at.office.breakPrinter();
    const rows = await register();
    expect(rows.at(-1)).toMatchObject({ number: failed.body.params.number, state: 'voided' });
    await steps(id, ['analis', 'propose'], ['verifikator', 'confirm'], ['pejabatPenandatangan', 'sign']);
    expect((await register()).at(-1)).toMatchObject({ sequence: rows.length + 1, state: 'used' });
    // The office reads it: what became of each, and a row that somebody took away by hand.
    const read = async () =>
      numberRegisterSchema.parse(
        (await send('auditor', 'GET', 'document-numbers?series=krk-uji&year=2026')).body,
      );
    const told = await read();
    expect([told.gaps, told.years[0]?.count]).toEqual([[], rows.length + 1]);
    expect(told.numbers.slice(0, 2)).toMatchObject([
      { sequence: rows.length + 1, state: 'used', applicationState: 'terbit', voidReason: null },
      { sequence: rows.length, state: 'voided', voidReason: 'decline', documentId: null, applicationId: id },
    ]);
    await at.database
      .sql`update document_number set sequence = sequence + 1 where sequence = ${rows.length + 1}`;
    expect((await read()).gaps).toEqual([rows.length + 1]);
    await at.database
      .sql`update document_number set sequence = sequence - 1 where sequence = ${rows.length + 2}`;
    expect((await send('lurah', 'GET', 'document-numbers')).status).toBe(403);
  });
});

test('what the office has set a time for is forgotten by time, and what is past its day expires', async () => {
  const [{ id } = { id: '' }] = await at.database.sql<{ id: string }[]>`
    select application_id as id from application where state = 'terbit' order by ticket desc limit 1`;
  await at.database.sql`update application set valid_until = '2026-11-25' where application_id = ${id}`;
  at.office.setNow('2026-11-26T02:00:00Z');
  await sweepApplications(at.office.deps);
  expect((await see('auditor', id)).state).toBe('kedaluwarsa');
  const named = async () =>
    (
      await at.database
        .sql`select from application_person where sealed is not null and application_id = ${id}`
    ).length;
  expect(await named()).toBe(1);
  const settings = { ...EMPTY_SETTINGS, retentionDays: 10 };
  expect((await send('administrator', 'PUT', 'service-settings/krk', settings, 0)).status).toBe(200);
  at.office.setNow('2026-12-05T02:00:00Z');
  await sweepApplications(at.office.deps);
  expect(await named()).toBe(1);
  at.office.setNow('2026-12-08T02:00:00Z');
  await sweepApplications(at.office.deps);
  expect(await named()).toBe(0);
  expect(await events(id, 'person.erased')).toMatchObject([{ by: 'retention' }]);
  // A document in force has a holder, however long ago it was issued: its time begins when it ends.
  const [held = { forgotten: -1, named: -1 }] = await at.database.sql<{ forgotten: number; named: number }[]>`
    select count(*) filter (where sealed is null)::int as forgotten, count(*)::int as named
    from application_person join application using (application_id) where state = 'terbit'`;
  expect(held.named).toBeGreaterThan(0);
  expect(held.forgotten).toBe(0);
});
