import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#domain/accounts/role';
import { changedDocumentsSchema } from '#domain/document/changed-document';
import { type StaffApplication, staffApplicationSchema } from '#domain/krk/application-answers';
import { DEMO_SETTINGS } from '#domain/krk/settings';
import { EMPTY_ENTRY } from '#domain/krk/sheet';
import { hashLeaf, readOpening } from '#domain/log/log-leaf';
import { readLogProof, verifyLogProof } from '#domain/log/log-proof';
import { type NoteKey, readNoteKey } from '#domain/log/signed-note';
import { operatorAsker } from '../../server/features/accounts/index.ts';
import {
  eraseSubject,
  exportSubject,
  type OwnHandle,
  sweepApplications,
} from '../../server/features/applications/index.ts';
import { compareRelease } from '../../server/features/compare/index.ts';
import { documentsOnRelease } from '../../server/features/compare/touched-things.ts';
import { keyListSchema, sweepDrafts, verifyFile } from '../../server/features/documents/index.ts';
import { createRuleSetLoader } from '../../server/features/rules/index.ts';
import { lookAtChangedGround } from '../../server/look-at-changed-ground.ts';
import { sha256 as digest, verifyEd25519 } from '../../server/platform/crypto.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { aBsreService, type Behaviour } from '../support/a-bsre-service.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { aSigningOffice, type Moment, type SigningOffice } from '../support/a-signing-office.ts';
import { insertSmallCity, insertZone } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { FILLED_FORM } from '../support/an-office.ts';
import { signaturesOf, textOf } from '../support/read-document.ts';
import type { Death } from '../support/sign-and-die.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

/** Documents of applications with everything real, and what happens to them when it goes wrong. */

const NOW = '2026-11-24T02:00:00Z';
const folder = makeTemporaryFolder('document-life');
const people = new Map<Role, Person>();
let database: TemporaryDatabase;
let office: SigningOffice;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
  office = aSigningOffice(database.sql, folder.path, { now: NOW });
  for (const role of ['petugasLayanan', 'analis', 'verifikator', 'pejabatPenandatangan', 'auditor'] as const)
    people.set(role, await aPerson(database.sql, office.deps.keys, { roles: [role] }));
});
afterAll(async () => {
  office.documents.renderer.close();
  await database.drop();
  folder.remove();
});

const directory = (): string => join(folder.path, 'files', 'documents');
async function send(who: Role, method: string, path: string, body?: unknown, revision?: number) {
  const response = await office.app.request(`/api/v1/staff/applications/${path}`, {
    method,
    headers: {
      ...people.get(who)!.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
const seen = async (id: string): Promise<unknown> => {
  const { status, body } = await send('auditor', 'GET', id);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};
const see = async (id: string): Promise<StaffApplication> => staffApplicationSchema.parse(await seen(id));
async function step(who: Role, id: string, name: string, body: object = {}) {
  return await send(who, 'POST', `${id}/steps/${name}`, body, (await see(id)).revision);
}
const sign = (id: string) => step('pejabatPenandatangan', id, 'sign');

const visit = (): never => ({ req: { header: () => undefined }, env: {} }) as never;
interface Asked {
  readonly id: string;
  readonly ticket: string;
  readonly own: () => Promise<OwnHandle>;
}
async function opened(made: Awaited<ReturnType<OwnHandle['replace']>>): Promise<Asked> {
  if (!made.ok) throw new Error(made.problem.code);
  const { ticket, secret, applicationId: id } = made.value;
  return { id, ticket, own: async () => (await office.desk.open(visit(), ticket, secret))! };
}
async function apply(): Promise<Asked> {
  const asked = await opened(await office.desk.make(visit(), 'id'));
  expect(await (await asked.own()).keep(1, FILLED_FORM)).toMatchObject({ ok: true });
  return asked;
}
/** An application that waits for its signature. */
async function waiting(asked?: Asked): Promise<Asked> {
  const { id, own, ticket } = asked ?? (await apply());
  const mine = await own();
  expect(await mine.step(mine.row.revision, 'submit', {})).toMatchObject({ ok: true });
  await step('petugasLayanan', id, 'takeUp');
  await step('petugasLayanan', id, 'acceptFile');
  const { blockers, revision } = await see(id);
  const resolutions = blockers.map(({ name }) => ({ blocker: name, finding: 'Diperiksa (uji).' }));
  await send(
    'analis',
    'PUT',
    `${id}/sheet`,
    { ...EMPTY_ENTRY, outcome: 'disetujuiSeluruhnya', resolutions },
    revision,
  );
  await step('analis', id, 'propose');
  expect((await step('verifikator', id, 'confirm')).body.state).toBe('penandatanganan');
  return { id, own, ticket };
}

/** Leaves the address of an applicant as one that was taken before and that no mail server takes. */
async function makeUnmailable(id: string): Promise<void> {
  const [row] = await database.sql`select sealed from application_person where application_id = ${id}`;
  const purpose = `application_person.sealed ${id}`;
  const person = JSON.parse(office.deps.keys.decrypt('personal', row!.sealed, purpose));
  person.applicant.person.email = `${'a'.repeat(70)}@contoh.example`;
  const sealed = office.deps.keys.encrypt('personal', JSON.stringify(person), purpose);
  await database.sql`update application_person set sealed = ${sealed} where application_id = ${id}`;
}

const registered = async (id: string) =>
  await database.sql<
    { documentId: string; number: string; state: string; pdf: string; replacedBy: string | null }[]
  >`
    select document_id as "documentId", number, state, pdf_sha256 as pdf, replaced_by as "replacedBy" from document
    where order_id like ${`krk:${id}:%`}`;
const drafts = async (id: string) =>
  await database.sql<{ documentId: string; pdf: string; isDropped: boolean }[]>`
    select document_id as "documentId", document->>'pdfSha256' as pdf, is_dropped as "isDropped" from document_draft
    where order_id like ${`krk:${id}:%`} order by made_at`;
const printedText = async (id: string): Promise<string> =>
  textOf(readFileSync(join(directory(), (await registered(id))[0]!.pdf)));
const numbers = async () =>
  await database.sql<{ sequence: number; state: string; id: string }[]>`
    select sequence, state, application_id as id from document_number where series = 'krk-uji' order by sequence`;
const leaves = async (kind: string, documentId: string): Promise<Record<string, unknown>[]> =>
  (
    await database.sql<{ facts: Record<string, unknown> }[]>`
      select e.facts from log_event e join log_leaf using (event_id)
      where e.kind = ${kind} and e.facts->>'documentId' = ${documentId}`
  ).map(({ facts }) => facts);
const isKept = (sha256: string): boolean => existsSync(join(directory(), sha256));

/** @returns the signal that ended it */
async function dieSigning({ id }: Asked, moment: Moment): Promise<string | null> {
  const death: Death = {
    url: database.url,
    folder: folder.path,
    now: NOW,
    applicationId: id,
    revision: (await see(id)).revision,
    cookie: people.get('pejabatPenandatangan')!.headers.cookie,
    moment,
  };
  const script = join(findProjectRoot(), 'tests', 'support', 'sign-and-die.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(death)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return await new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
}

describe('a process that is killed while it signs', () => {
  test('loses and doubles no number and leaves no document: whoever signs again goes on with what there is', async () => {
    const moments: Moment[] = ['signed', 'stored', 'stored', 'givenOut'];
    const asked: Asked[] = [];
    for (const _ of moments) asked.push(await waiting());
    const [signed, stored, declined, givenOut] = asked as [Asked, Asked, Asked, Asked];
    expect(await Promise.all(moments.map((moment, index) => dieSigning(asked[index]!, moment)))).toEqual(
      moments.map(() => 'SIGKILL'),
    );
    // Each holds its number, nobody was given anything, and nothing that was begun can be verified.
    const rows = await numbers();
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(rows.every(({ state }) => state === 'reserved')).toBe(true);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(4);
    const app = anApp(database.sql, { keys: office.deps.keys, dataDirectory: folder.path });
    for (const { id } of asked) {
      expect(await registered(id)).toEqual([]);
      expect((await see(id)).state).toBe('penandatanganan');
      for (const { documentId } of await drafts(id))
        expect((await app.request(`/api/v1/documents/${documentId}`)).status).toBe(404);
    }
    expect(await drafts(signed.id)).toEqual([]);

    for (const one of [signed, stored, givenOut]) {
      const { reservedNumber } = await see(one.id);
      const [made] = await drafts(one.id);
      expect((await sign(one.id)).body).toMatchObject({
        state: 'terbit',
        document: { number: reservedNumber },
      });
      const [document, second] = await registered(one.id);
      expect([document?.state, document?.number, second]).toEqual(['berlaku', reservedNumber, undefined]);
      // Bytes that were there are the ones that are given out, as they are.
      if (made !== undefined) expect(document).toMatchObject({ documentId: made.documentId, pdf: made.pdf });
      expect(await drafts(one.id)).toEqual([]);
      expect(await leaves('document.issued', document!.documentId)).toHaveLength(1);
      const file = await (await one.own()).file();
      expect(createHash('sha256').update(file!).digest('hex')).toBe(document!.pdf);
    }
    expect((await drafts(stored.id)).length).toBe(0);

    // Sent back instead: the number is void, and what was made for it is in force nowhere and leaves the disk.
    const [left] = await drafts(declined.id);
    expect(isKept(left!.pdf)).toBe(true);
    expect(
      (await step('pejabatPenandatangan', declined.id, 'decline', { reason: 'Periksa lagi (uji).' })).status,
    ).toBe(200);
    expect(await registered(declined.id)).toEqual([]);
    expect(await drafts(declined.id)).toMatchObject([{ isDropped: true }]);
    await sweepDrafts(office.documents);
    expect([await drafts(declined.id), isKept(left!.pdf)]).toEqual([[], false]);
    await step('analis', declined.id, 'propose');
    await step('verifikator', declined.id, 'confirm');
    expect((await sign(declined.id)).status).toBe(200);
    expect((await numbers()).map(({ sequence, state }) => [sequence, state])).toEqual([
      ...rows.map(({ sequence, id }) => [sequence, id === declined.id ? 'voided' : 'used']),
      [5, 'used'],
    ]);
  }, 120_000);

  test('and was slower than who sent it back: what it has made is given to nobody', async () => {
    const { id } = await waiting();
    const { prepare } = office.deps.documents;
    Object.assign(office.deps.documents, {
      async prepare(...order: Parameters<typeof prepare>) {
        expect((await step('pejabatPenandatangan', id, 'decline', { reason: 'Lagi (uji).' })).status).toBe(
          200,
        );
        return await prepare(...order);
      },
    });
    expect((await sign(id)).body.code).toBe('changedMeanwhile');
    Object.assign(office.deps.documents, { prepare });
    const [left] = await drafts(id);
    expect(left).toMatchObject({ isDropped: false });
    expect(await registered(id)).toEqual([]);
    office.setNow('2026-11-24T04:00:00Z');
    await sweepApplications(office.deps);
    await sweepDrafts(office.documents);
    office.setNow(NOW);
    expect([await drafts(id), isKept(left!.pdf)]).toEqual([[], false]);
  });

  test('leaves to another official what bears their own signature', async () => {
    const { id } = await waiting();
    const { giveOut } = office.deps.documents;
    Object.assign(office.deps.documents, { giveOut: async () => null });
    expect((await sign(id)).body.code).toBe('changedMeanwhile');
    Object.assign(office.deps.documents, { giveOut });
    const [first] = await drafts(id);
    const other = await aPerson(database.sql, office.deps.keys, { roles: ['pejabatPenandatangan'] });
    const mine = people.get('pejabatPenandatangan')!;
    people.set('pejabatPenandatangan', other);
    expect((await sign(id)).status).toBe(200);
    people.set('pejabatPenandatangan', mine);
    const [document] = await registered(id);
    expect(document?.documentId).not.toBe(first?.documentId);
    expect(await drafts(id)).toMatchObject([{ documentId: first?.documentId, isDropped: true }]);
  });
});

describe.skipIf(process.getuid?.() !== 0)('a full disk (needs root, for a small file system)', () => {
  test('makes no half document: the number waits, and the next signature has it', async () => {
    const { id } = await waiting();
    mkdirSync(directory(), { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', directory()]);
    try {
      const filler = join(directory(), 'filler');
      try {
        writeFileSync(filler, Buffer.alloc(2_000_000));
      } catch {
        // Full, as it is meant to be.
      }
      const refused = await sign(id);
      expect(refused).toMatchObject({ status: 503, body: { code: 'documentNotIssued' } });
      expect(readdirSync(directory())).toEqual(['filler']);
      expect([await registered(id), await drafts(id)]).toEqual([[], []]);
      writeFileSync(filler, '');
      const signed = await sign(id);
      expect(signed.body.document.number).toBe(refused.body.params.number);
      // Its file goes with the small file system: nothing in force is left without one.
      const words = { reason: 'Uji cakram penuh.', article: 'Pasal 1 (uji)' };
      expect((await step('pejabatPenandatangan', id, 'revoke', words)).status).toBe(200);
    } finally {
      execFileSync('umount', [directory()]);
    }
  });
});

/** What the entry says by which a document ended, out of a proof that holds without the log. */
async function provenEnd(app: ReturnType<typeof anApp>, documentId: string) {
  const proof = readLogProof(
    await (await app.request(`/api/v1/documents/${documentId}/proof?of=end`)).text(),
  );
  const opening = proof?.extra === undefined ? undefined : readOpening(proof.extra);
  if (proof === undefined || opening === undefined) throw new Error('no proof');
  const list = keyListSchema.parse(await (await app.request('/api/v1/documents/keys')).json());
  const known = list.log
    .map((line) => readNoteKey(digest, line))
    .filter((key): key is NoteKey => key !== undefined);
  const crypto = { sha256: digest, verifyEd25519 };
  expect(verifyLogProof(crypto, proof, hashLeaf(digest, opening), known).ok).toBe(true);
  return opening;
}

describe('a document in the place of another', () => {
  test('PDF06: ends the earlier one in the moment in which it is issued, and who holds that is told', async () => {
    const first = await waiting();
    expect((await sign(first.id)).status).toBe(200);
    const [before] = await registered(first.id);
    const holder = await first.own();
    expect(await holder.read()).toMatchObject({ mayReplace: true, replaces: null });
    const second = await opened(await holder.replace('correction'));
    expect(await (await second.own()).fields()).toMatchObject({ 'applicant.person.nik': '6471014107900001' });
    // One at a time.
    expect(await (await first.own()).replace('extension')).toMatchObject({
      ok: false,
      problem: { code: 'replacementExists', params: { ticket: second.ticket } },
    });
    await waiting(second);
    expect((await see(second.id)).replaces).toEqual({
      ticket: first.ticket,
      number: before!.number,
      as: 'correction',
    });
    expect((await registered(first.id))[0]!.state).toBe('berlaku');
    expect((await sign(second.id)).status).toBe(200);
    const [after] = await registered(second.id);
    expect(await registered(first.id)).toEqual([
      { ...before, state: 'digantikan', replacedBy: after!.documentId },
    ]);
    expect(await see(first.id)).toMatchObject({
      state: 'digantikan',
      moves: expect.arrayContaining([expect.objectContaining({ step: 'replace' })]),
    });
    expect(await leaves('document.moved', before!.documentId)).toEqual([
      { documentId: before!.documentId, from: 'berlaku', to: 'digantikan', replacedBy: after!.documentId },
    ]);
    expect(await leaves('document.issued', after!.documentId)).toHaveLength(1);
    const app = anApp(database.sql, { keys: office.deps.keys, dataDirectory: folder.path });
    const page = await (await app.request(`/krk/verifikasi/${before!.documentId}`)).text();
    expect(page).toContain('DIGANTIKAN');
    // The way on, by the number that people know, and since when.
    expect(page).toContain(
      `<a href="/krk/verifikasi/${after!.documentId}">Buka penggantinya: ${after!.number}</a>`,
    );
    expect(page).toMatch(/<dt>Digantikan<\/dt><dd>24 Nov 2026, 10\.00 WITA/);
    expect(
      (await (await app.request(`/api/v1/documents/${before!.documentId}`)).json()).document,
    ).toMatchObject({
      replacedByNumber: after!.number,
      endedAt: new Date(NOW).toISOString(),
    });
    expect(page).toContain(`/api/v1/documents/${before!.documentId}/proof?of=end`);
    expect(await provenEnd(app, before!.documentId)).toMatchObject({
      kind: 'document.moved',
      facts: { value: { facts: { to: 'digantikan', replacedBy: after!.documentId } } },
    });
    const none = await app.request(`/api/v1/documents/${after!.documentId}/proof?of=end`);
    expect(none.status).toBe(404);
    const mail = await database.sql`
      select template, parameters from outbox_message where dedupe_key = ${`application.replaced:${first.id}`}`;
    expect(mail).toEqual([
      {
        template: 'application.replaced',
        parameters: {
          ticket: first.ticket,
          link: `https://peta.example.go.id/krk/permohonan/${first.ticket}`,
        },
      },
    ]);
    expect(await (await first.own()).replace('correction')).toMatchObject({
      problem: { code: 'stepNotPossible' },
    });
  });

  test('waits for no holder whom no mail reaches', async () => {
    const first = await waiting();
    expect((await sign(first.id)).status).toBe(200);
    const second = await waiting(await opened(await (await first.own()).replace('correction')));
    await makeUnmailable(first.id);
    expect((await sign(second.id)).status).toBe(200);
    expect((await registered(first.id))[0]!.state).toBe('digantikan');
    const queued = await database.sql`
      select from outbox_message where dedupe_key = ${`application.replaced:${first.id}`}`;
    expect(queued).toHaveLength(0);
  });

  test('is not made of one that was taken back meanwhile: that stays what it is', async () => {
    const first = await waiting();
    await sign(first.id);
    const second = await waiting(await opened(await (await first.own()).replace('extension')));
    const words = { reason: 'Keliru (uji).', article: 'Pasal 1 (uji)' };
    expect((await step('pejabatPenandatangan', first.id, 'revoke', words)).status).toBe(200);
    expect((await sign(second.id)).status).toBe(200);
    const [document] = await registered(first.id);
    expect(document).toMatchObject({ state: 'dicabut', replacedBy: null });
    const app = anApp(database.sql, { keys: office.deps.keys, dataDirectory: folder.path });
    expect(await provenEnd(app, document!.documentId)).toMatchObject({
      facts: { value: { facts: { to: 'dicabut' } } },
    });
    expect((await see(first.id)).state).toBe('dicabut');
    // The new one replaces nothing that was in force, and says so.
    expect(await printedText(second.id)).not.toContain('Menggantikan KRK nomor');
  });

  test('takes that of whatever is in force by then: of one plot there are never two', async () => {
    const words = { reason: 'Keliru (uji).', article: 'Pasal 1 (uji)' };
    const first = await waiting();
    await sign(first.id);
    // Rejected, asked for once more, and heard: two applications in the place of one document.
    const one = await waiting(await opened(await (await first.own()).replace('correction')));
    expect((await step('pejabatPenandatangan', one.id, 'reject', words)).status).toBe(200);
    const two = await waiting(await opened(await (await first.own()).replace('correction')));
    await database.sql`update application set state = 'penandatanganan', ended_at = null where application_id = ${one.id}`;
    // Made with the number of the first one, by somebody whose machine was switched off then.
    expect(await dieSigning(two, 'stored')).toBe('SIGKILL');
    expect((await sign(one.id)).status).toBe(200);
    const [after] = await registered(one.id);
    expect((await sign(two.id)).status).toBe(200);
    const [last] = await registered(two.id);
    expect((await registered(one.id))[0]).toMatchObject({
      state: 'digantikan',
      replacedBy: last!.documentId,
    });
    expect((await registered(first.id))[0]).toMatchObject({ replacedBy: after!.documentId });
    expect(await printedText(two.id)).toContain(after!.number);
    expect((await see(two.id)).replaces).toMatchObject({ ticket: one.ticket, number: after!.number });
  });

  test('PDF06: a document past its last day ends with a leaf of its own', async () => {
    await database.sql`
      insert into service_setting (service, settings, revision, set_by, set_at)
      values ('krk', ${database.sql.json({ ...DEMO_SETTINGS, validity: { kind: 'days', days: 30 } })}, 1, 'operator', now())`;
    const { id } = await waiting();
    expect((await sign(id)).status).toBe(200);
    const [document] = await registered(id);
    office.setNow('2026-12-24T02:00:00Z');
    await sweepApplications(office.deps);
    expect((await see(id)).state).toBe('terbit');
    office.setNow('2026-12-25T02:00:00Z');
    await sweepApplications(office.deps);
    office.setNow(NOW);
    expect([(await see(id)).state, (await registered(id))[0]!.state]).toEqual(['kedaluwarsa', 'kedaluwarsa']);
    expect(await leaves('document.moved', document!.documentId)).toMatchObject([{ to: 'kedaluwarsa' }]);
    await database.sql`delete from service_setting`;
  });
});

/** Changes what is published, which the product never does: the city of a test is made so. */
const makeSo = (change: (tx: TransactionSql) => Promise<unknown>) =>
  database.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await change(tx);
  });

describe('a plan that changes under documents in force', () => {
  test('is seen before and after it holds, rule by rule, and each holder is told once', async () => {
    // Documents of others are in force as well, those of tests before where there are any.
    const others = async () =>
      await database.sql<{ id: string; sealed: string }[]>`
      select a.application_id as id, p.sealed
      from document d join application a using (document_id) join application_person p using (application_id)
      where d.state = 'berlaku' order by document_id`;
    while ((await others()).length < 2) await sign((await waiting()).id);
    const [unmailable, unreadable] = await others();
    const { id, ticket } = await waiting();
    expect((await sign(id)).status).toBe(200);
    const [document] = await registered(id);
    const look = () =>
      lookAtChangedGround({ ...office.deps, dataDirectory: folder.path, tilesDirectory: folder.path });
    expect(await look()).toMatchObject({ changed: 0, failed: 0, told: 0 });
    // Nothing was published since: nothing is asked again.
    expect(await look()).toMatchObject({ asked: 0 });

    // A release with other ground below it, and one with another rule of its zone, name it before anybody approves.
    const { sql } = database;
    const loadRuleSet = createRuleSetLoader(sql);
    await sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report,
                                 is_demo, regulation_id, rules_layer_id)
      select ${DRAFT}, layer_id, 'rancangan', source_name, source_sha256, source_format, feature_count, report, is_demo,
             regulation_id, rules_layer_id from layer_version where version_id = '1000000000000003'`;
    await insertZone(
      sql,
      DRAFT,
      1,
      'RTH-2',
      'MULTIPOLYGON(((116.8 -1.2,116.81 -1.2,116.81 -1.19,116.8 -1.19,116.8 -1.2)))',
    );
    const comparison = await compareRelease({ sql, loadRuleSet }, [DRAFT], '2026-11-24');
    const touched = await documentsOnRelease({ sql }, comparison, '2026-11-24');
    expect(touched.documents.find((one) => one.documentId === document!.documentId)).toMatchObject({
      ticket,
      byGround: true,
      byRules: false,
    });
    expect(touched.count).toBe(touched.documents.length);

    await sql`
      insert into publication (layer_id, version_id, valid_from, decree)
      values ('banjir-uji', null, '2026-01-02', 'Dicabut (uji)')`;
    const waitingBefore = await changedList();
    expect(waitingBefore).toMatchObject({ changed: 0, waiting: waitingBefore.inForce });
    // Of those before it one gave an address that takes no mail, and what another gave cannot be read any more.
    await makeUnmailable(unmailable!.id);
    await sql`update application_person set sealed = ${unmailable!.sealed} where application_id = ${unreadable!.id}`;
    const found = await look();
    expect(found).toMatchObject({ asked: waitingBefore.inForce, changed: waitingBefore.inForce, failed: 0 });
    expect(found.told).toBe(waitingBefore.inForce - 2);
    await sql`update application_person set sealed = ${unreadable!.sealed} where application_id = ${unreadable!.id}`;
    expect((await look()).told).toBe(1);
    const listed = await changedList();
    expect(listed).toMatchObject({ changed: listed.inForce, waiting: 0 });
    const mine = listed.documents.find((one) => one.documentId === document!.documentId);
    expect(mine).toMatchObject({ ticket, number: document!.number, isTold: true });
    expect(mine!.compared.changes.map(({ subject }) => subject.kind)).toContain('theme');
    expect(JSON.stringify(listed)).not.toMatch(/Siti|6471014107900001|siti@/);

    // Whoever looks again, also two at once, tells nobody twice; going back is told to nobody either.
    expect(await Promise.all([look(), look()])).toMatchObject([{ told: 0 }, { told: 0 }]);
    const messages = () => sql`
      select template, parameters from outbox_message where dedupe_key like ${`document.groundChanged:${document!.documentId}:%`}`;
    expect(await messages()).toEqual([
      {
        template: 'document.groundChanged',
        parameters: {
          ticket,
          link: `https://peta.example.go.id/krk/verifikasi/${document!.documentId}?banding=ya`,
        },
      },
    ]);
    await makeSo((tx) => tx`delete from publication where decree = 'Dicabut (uji)'`);
    expect(await look()).toMatchObject({ changed: 0, told: 0 });
    expect(await changedList()).toMatchObject({ changed: 0, documents: [] });
    expect(await messages()).toHaveLength(1);
  });
});

const DRAFT = '40000000000000aa';
const changedList = async () => {
  const response = await anApp(database.sql, {
    keys: office.deps.keys,
    dataDirectory: folder.path,
    clock: office.deps.clock,
  }).request('/api/v1/staff/documents/changed', { headers: people.get('auditor')!.headers });
  return changedDocumentsSchema.parse(await response.json());
};

describe('a person who wants to know, or to be forgotten', () => {
  test('is found wherever they are named, and what is kept of them is named with its reason', async () => {
    const nik = '6471014107900077';
    const fields = { ...FILLED_FORM, 'applicant.person.nik': nik };
    const asked: Asked[] = [];
    for (let count = 0; count < 4; count += 1) {
      const one = await opened(await office.desk.make(visit(), 'id'));
      await (await one.own()).keep(1, fields);
      asked.push(one);
    }
    const [issued, busy, draft, typed] = asked as [Asked, Asked, Asked, Asked];
    await waiting(issued);
    expect((await sign(issued.id)).status).toBe(200);
    await waiting(busy);
    // A form that is not right yet names them too.
    const unfinished = await typed.own();
    await unfinished.keep(unfinished.row.revision, { ...fields, 'applicant.person.name': '' });
    const told = await exportSubject(office.deps, nik, operatorAsker(database.sql));
    expect(told.map(({ ticket }) => ticket).sort()).toEqual(asked.map(({ ticket }) => ticket).sort());
    const [document] = await registered(issued.id);
    const { erased, kept } = await eraseSubject(office.deps, nik, operatorAsker(database.sql));
    expect([...erased].sort()).toEqual([issued.ticket, draft.ticket, typed.ticket].sort());
    expect(kept).toHaveLength(2);
    expect(kept).toEqual(
      expect.arrayContaining([
        { ticket: issued.ticket, why: 'archive', number: document!.number },
        { ticket: busy.ticket, why: 'underWay', number: null },
      ]),
    );
    expect(
      (await exportSubject(office.deps, nik, operatorAsker(database.sql))).map(({ ticket }) => ticket),
    ).toEqual([busy.ticket]);
    expect(await office.deps.documents.file(document!.documentId)).not.toBeNull();
    const named = await database.sql`
      select kind from log_event where kind in ('person.exported', 'person.erased') and actor = 'operator'`;
    expect(named).toHaveLength(4 + 3 + 1);
  });

  test('is forgotten with a draft that nobody submits, once the office has set a time for it', async () => {
    const left = await apply();
    const set = (draftRetentionDays: number | null) => database.sql`
      insert into service_setting (service, settings, revision, set_by, set_at)
      values ('krk', ${database.sql.json({ ...DEMO_SETTINGS, draftRetentionDays })}, 1, 'operator', now())
      on conflict (service) do update set settings = excluded.settings`;
    const there = async () =>
      (await database.sql`select from application where application_id = ${left.id}`).length;
    office.setNow('2026-12-20T02:00:00Z');
    await set(null);
    await sweepApplications(office.deps);
    expect(await there()).toBe(1);
    await set(10);
    await sweepApplications(office.deps);
    office.setNow(NOW);
    await database.sql`delete from service_setting`;
    expect(await there()).toBe(0);
  });
});

/** Last, because it changes what the city is: nothing in it is a demonstration any more. */
describe('an official who signs with a service elsewhere', () => {
  test('keeps number and secret through every failure of it, and the file passes the same check', async () => {
    const tables = ['layer', 'layer_version', 'zone', 'overlay_area', 'road', 'parcel', 'regulation'];
    await makeSo(async (tx) => {
      for (const table of tables) await tx`update ${tx(table)} set is_demo = false`;
    });
    await database.sql`
      insert into service_setting (service, settings, revision, set_by, set_at)
      values ('krk', ${database.sql.json({ ...DEMO_SETTINGS, numberPattern: '{nomor:4}/KRK-UJI/{tahun}' })}, 1, 'operator', now())`;
    const service = await aBsreService();
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const before = office;
    office = aSigningOffice(database.sql, folder.path, { now: NOW, eSign: service.settings, log });
    try {
      const { id } = await waiting();
      expect((await see(id)).signer).toEqual({ name: 'CONTOH BSrE', asksPassphrase: true });
      expect((await sign(id)).body).toMatchObject({ code: 'missingField', params: { name: 'signing' } });
      expect((await see(id)).reservedNumber).toBeNull();
      const nik = '6471014107900099';
      const signWith = (passphrase: string) =>
        step('pejabatPenandatangan', id, 'sign', { signing: { identity: nik, passphrase } });
      const wrong = await signWith('Bukan-Frasa-Itu-8842');
      expect([wrong.status, wrong.body.code]).toEqual([422, 'passphraseWrong']);
      const { reservedNumber } = await see(id);
      expect(reservedNumber).toBe('0001/KRK-UJI/2026');
      const failures: readonly (readonly [Behaviour, string])[] = [
        ['hangs', 'documentNotIssued'],
        ['hangsUp', 'documentNotIssued'],
        ['fails', 'documentNotIssued'],
        ['redirects', 'documentNotIssued'],
        ['answersText', 'documentNotIssued'],
        ['givesBackUnsigned', 'documentNotIssued'],
        ['givesBackAnother', 'documentNotIssued'],
        ['appends', 'documentNotIssued'],
        ['signsAsStranger', 'documentNotIssued'],
        ['signsWithEnded', 'certificateNotValid'],
        ['saysEnded', 'certificateNotValid'],
        ['saysNothingKnown', 'signerRefused'],
      ];
      for (const [behaviour, code] of failures) {
        service.behave(behaviour);
        expect([behaviour, (await signWith(service.passphrase)).body.code]).toEqual([behaviour, code]);
        expect([await registered(id), await drafts(id)]).toEqual([[], []]);
        expect((await see(id)).reservedNumber).toBe(reservedNumber);
      }
      service.behave('signs');
      expect((await signWith(service.passphrase)).body).toMatchObject({
        state: 'terbit',
        isTrial: false,
        document: { number: reservedNumber },
      });
      expect(service.asked.at(-1)).toEqual({
        path: '/api/v2/sign/pdf',
        nik,
        tampilan: 'INVISIBLE',
        auth: 'omod:sandi-layanan-uji',
      });
      const [document] = await registered(id);
      const file = await office.deps.documents.file(document!.documentId);
      const app = anApp(database.sql, { keys: office.deps.keys, dataDirectory: folder.path });
      const list = keyListSchema.parse(await (await app.request('/api/v1/documents/keys')).json());
      expect(verifyFile(file!, list)).toMatchObject({
        ok: true,
        value: {
          sealedBy: 'CONTOH BSrE',
          isSealBound: true,
          certificate: { number: reservedNumber, isTrial: false },
        },
      });
      // What the service left empty behind the signature of an official stays empty.
      const written = Buffer.from(file!);
      const room = written.lastIndexOf('0>');
      expect(room).toBeGreaterThan(0);
      written[room] = 'f'.charCodeAt(0);
      expect(verifyFile(written, list)).toEqual({ ok: false, problem: 'sealMalformed' });
      expect(signaturesOf(Buffer.from(file!))).toMatch(
        /ETSI\.CAdES\.detached[\s\S]*Total document signed[\s\S]*Signature is Valid/,
      );
      // The paper says whose signature it bears, and a seal of the service is never called one of an official.
      const text = textOf(file!);
      expect(text).toContain('Ditandatangani secara elektronik oleh pejabat');
      expect(text).toContain('CONTOH BSrE');
      expect(text).not.toContain('Belum ditandatangani');
      expect(await (await app.request(`/krk/verifikasi/${document!.documentId}`)).text()).toContain(
        'BERLAKU',
      );
      // Nowhere: not in a line of the log, not in a table, not in a file.
      const secrets = /Frasa-Sangat-Rahasia|Bukan-Frasa-Itu|sandi-layanan-uji|6471014107900099/;
      expect(lines.length).toBeGreaterThan(failures.length);
      expect(lines.join('')).not.toMatch(secrets);
      for (const table of ['application', 'application_move', 'document', 'log_event', 'signing_certificate'])
        expect(JSON.stringify(await database.sql`select t::text from ${database.sql(table)} t`)).not.toMatch(
          secrets,
        );
      expect(Buffer.from(file!).toString('latin1')).not.toMatch(secrets);
    } finally {
      office.documents.renderer.close();
      office = before;
      await service.close();
      await database.sql`delete from service_setting`;
    }
  }, 120_000);
});
