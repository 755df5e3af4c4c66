import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#domain/accounts/actor';
import type { Thing } from '#domain/accounts/rights';
import { openCase } from '../../server/features/cases/index.ts';
import type { Database } from '../../server/platform/db.ts';
import type { KeyStore } from '../../server/platform/keys.ts';
import { aPerson, type Person } from './a-person.ts';
import { insertSmallCity, SMALL_CITY } from './a-small-city.ts';
import { anOffice, FILLED_FORM } from './an-office.ts';
import { aCity } from './some-facts.ts';

/** Rooms of addresses whose things belong to somebody: an agency, an account. */
export const OWNED_ROOMS = [
  'layers',
  'versions',
  'releases',
  'jobs',
  'uploads',
  'corrections',
  'applications',
  'cases',
  'sessions',
] as const;
export type OwnedRoom = (typeof OWNED_ROOMS)[number];

/** One real thing, and whose it is. */
export interface RealThing {
  readonly ids: Readonly<Record<string, string>>;
  readonly facts: Thing;
}

const FOREIGN_RULES = '1000000000000099';
const visit = (): never => ({ req: { header: () => undefined }, env: {} }) as never;

/**
 * One thing of every kind that an address can name, twice: of the agency `dppr` or of who asks, and of somebody else. A
 * third account made them, so nobody is closed out for having made one.
 * @param ask the application, for what comes in by a public door
 */
export async function makeThings(
  sql: Database,
  keys: KeyStore,
  folder: string,
  ask: (path: string, init?: RequestInit) => Promise<Response> | Response,
) {
  await insertSmallCity(sql);
  const third = await aPerson(sql, keys, { roles: ['walidata'] });
  await sql`insert into producer (producer_id, name) values ('dppr', 'CONTOH DPPR'), ('dinas-lain', 'CONTOH Lain') on conflict do nothing`;
  await sql`update layer set producer_id = case when layer_id in ('rdtr-uji', 'rules-uji') then 'dppr' else 'dinas-lain' end`;
  await sql`
    insert into layer (layer_id, kind, title, is_demo, producer_id, access_class)
    values ('rules-lain', 'rules', 'rules-lain (uji)', true, 'dinas-lain', 'internal')`;
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, source_crs,
                               feature_count, report, is_demo)
    values (${FOREIGN_RULES}, 'rules-lain', 'uji', 'uji.csv', ${'99'.repeat(32)}, 'csv', null, 0, '{}', true)`;
  const agencies = {
    own: {
      layerId: 'rdtr-uji',
      rulesVersion: '1000000000000001',
      draft: '1000000000000003',
      producerId: 'dppr',
    },
    foreign: {
      layerId: 'banjir-uji',
      rulesVersion: FOREIGN_RULES,
      draft: '1000000000000005',
      producerId: 'dinas-lain',
    },
  };
  mkdirSync(join(folder, 'files'), { recursive: true });
  for (const { draft } of Object.values(agencies)) {
    const sha256 = draft.repeat(4);
    writeFileSync(join(folder, 'files', sha256), 'uji');
    await sql`
      insert into upload (upload_id, account_id, file_name, byte_count, sha256, state, started_at, touched_at, stored_at)
      values (${randomUUID()}, ${third.accountId}, 'uji.zip', 3, ${sha256}, 'stored', now(), now(), now())`;
  }
  const rows = await corrections(sql, ask);
  const applications = { own: await anApplication(sql, folder), foreign: await anApplication(sql, folder) };
  const cases = {
    own: await aCaseWithFiles(sql, folder, third, '64.71.99.1'),
    foreign: await aCaseWithFiles(sql, folder, third, '64.71.99.10'),
  };
  const made = {
    own: {
      ...(await releaseOf(sql, third, agencies.own)),
      correction: rows.own,
      ...applications.own,
      ...cases.own,
    },
    foreign: {
      ...(await releaseOf(sql, third, agencies.foreign)),
      correction: rows.foreign,
      ...applications.foreign,
      ...cases.foreign,
    },
  };

  /** The thing, as it stands when this actor asks for it. */
  return async (
    room: OwnedRoom,
    who: 'own' | 'foreign',
    actor: Pick<Actor, 'accountId' | 'sessionId'>,
  ): Promise<RealThing> => {
    const { layerId, rulesVersion, producerId } = agencies[who];
    const { releaseId, jobId, correction, applicationId, paperId, caseId, kelurahanCode } = made[who];
    const owner = who === 'own' ? actor.accountId : third.accountId;
    if (room === 'applications')
      await sql`update application set account_id = ${owner} where application_id = ${applicationId}`;
    const uploadId = randomUUID();
    if (room === 'uploads')
      await sql`
      insert into upload (upload_id, account_id, file_name, byte_count, started_at, touched_at)
      values (${uploadId}, ${owner}, 'uji.zip', 10, now(), now())`;
    return {
      ids: {
        layers: layerId,
        originals: agencies[who].draft,
        features: agencies[who].draft,
        geopackages: agencies[who].draft,
        versions: rulesVersion,
        releases: releaseId,
        jobs: jobId,
        uploads: uploadId,
        corrections: correction,
        applications: applicationId,
        papers: paperId,
        cases: caseId,
        photos: made[who].photoId,
        letters: made[who].letterId,
        inspections: made[who].roundId,
        sessions: who === 'own' ? actor.sessionId : third.sessionId,
      },
      facts:
        room === 'uploads' || room === 'sessions' || room === 'applications'
          ? { accountId: owner }
          : room === 'cases'
            ? { kelurahanCode }
            : {
                producerId,
                ...(room === 'releases' || room === 'jobs' ? { accountId: third.accountId } : {}),
              },
    };
  };
}

async function releaseOf(
  sql: Database,
  { accountId }: Person,
  { layerId, draft }: { readonly layerId: string; readonly draft: string },
): Promise<{ releaseId: string; jobId: string }> {
  const [release] = await sql<{ releaseId: string }[]>`
    insert into release (kind, title, state, created_by, created_at, hands)
    values ('change', 'uji', 'draf', ${accountId}, now(), array[${accountId}]) returning release_id as "releaseId"`;
  const { releaseId } = release!;
  await sql`
    insert into release_item (release_id, position, layer_id, version_id) values (${releaseId}, 0, ${layerId}, ${draft})`;
  const [job] = await sql<{ jobId: string }[]>`
    insert into job (kind, release_id, actor) values ('check', ${releaseId}, ${`account:${accountId}`})
    returning job_id as "jobId"`;
  return { releaseId, jobId: job!.jobId };
}

/** “Data ini keliru” about the zone, which one agency keeps, and about the flood area, which another keeps. */
async function corrections(
  sql: Database,
  ask: (path: string, init?: RequestInit) => Promise<Response> | Response,
): Promise<{ own: string; foreign: string }> {
  const [lon, lat] = SMALL_CITY.inFlood;
  const { rows } = (await (await ask(`/api/v1/corrections/rows?lon=${lon}&lat=${lat}`)).json()) as {
    rows: { kind: string; key: string }[];
  };
  const open = async (kind: string): Promise<string> => {
    const row = rows.find((one) => one.kind === kind)?.key;
    const response = await ask('/api/v1/corrections', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lon, lat, row, message: 'Keliru (uji).', contact: 'uji@contoh.example' }),
    });
    const { ticket } = (await response.json()) as { ticket?: string };
    const [opened] = await sql<{ correctionId: string }[]>`
      select correction_id as "correctionId" from correction where ticket = ${ticket ?? ''}`;
    if (opened === undefined) throw new Error(`no case about ${kind}: ${response.status}`);
    return opened.correctionId;
  };
  return { own: await open('zone'), foreign: await open('overlay') };
}

/** A case in a kelurahan, with a photo, a letter and the record of an inspection. */
async function aCaseWithFiles(sql: Database, folder: string, { accountId }: Person, kelurahanCode: string) {
  const deps = { city: aCity(), clock: { now: () => new Date('2026-11-20T04:00:00Z') } };
  const tail = kelurahanCode.replace(/\D/g, '').slice(-5).padStart(5, '0');
  const caseId = await sql.begin((tx) =>
    openCase(deps, tx, {
      ticket: `LAP-UJ1UJ-${tail}`,
      track: 'ruang',
      category: 'uji',
      place: null,
      kelurahanCode,
      isDemo: true,
    }),
  );
  const [photoId, letterId, roundId, uploadId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const sha256 = caseId.replaceAll('-', '').repeat(2);
  writeFileSync(join(folder, 'files', sha256), 'uji');
  await sql`
    insert into upload (upload_id, account_id, file_name, byte_count, sha256, state, started_at, touched_at, stored_at)
    values (${uploadId}, ${`case:${caseId}`}, 'uji.jpg', 3, ${sha256}, 'stored', now(), now(), now())`;
  await sql`
    insert into case_photo (photo_id, case_id, upload_id, width_px, height_px, account_id, received_at)
    values (${photoId}, ${caseId}, ${uploadId}, 1, 1, ${accountId}, now())`;
  await sql`insert into number_series (series, year, last) values (${`surat-${tail}`.replace(/\d/g, 'x')}, ${Number(tail)}, 1)`;
  await sql`
    insert into case_letter (letter_id, case_id, kind, case_revision, series, year, sequence, number, state, is_trial,
                             upload_id, byte_count, reserved_at, made_at)
    values (${letterId}, ${caseId}, 'handOver', 1, ${`surat-${tail}`.replace(/\d/g, 'x')}, ${Number(tail)}, 1, ${tail},
            'used', true, ${uploadId}, 3, now(), now())`;
  const closing = {
    schema: 'field-round/1',
    decision: 'inspected',
    outlineItemId: null,
    comparison: null,
    reason: 'Diperiksa (uji).',
  };
  await sql`
    insert into field_round (round_id, subject_kind, subject_id, title, tasks, is_demo, opened_by, opened_at, state, closing,
                             closed_by, closed_at)
    values (${roundId}, 'report', ${caseId}, 'uji', '{}', true, ${accountId}, now(), 'closed', ${sql.json(closing)},
            ${accountId}, now())`;
  return { caseId, kelurahanCode, photoId, letterId, roundId };
}

/** Asked for by hand, and sent in. */
async function anApplication(
  sql: Database,
  folder: string,
): Promise<{ applicationId: string; paperId: string }> {
  const office = anOffice(sql, folder);
  const made = await office.desk.make(visit(), 'id');
  if (!made.ok) throw new Error(made.problem.code);
  const { ticket, secret, applicationId } = made.value;
  const act = async (
    work: (
      handle: NonNullable<Awaited<ReturnType<typeof office.desk.open>>>,
      revision: number,
    ) => Promise<{ ok: boolean }>,
  ): Promise<void> => {
    const handle = await office.desk.open(visit(), ticket, secret);
    const outcome = await work(handle!, handle!.row.revision);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  };
  const pdf = new TextEncoder().encode('%PDF-1.7');
  await act((handle, revision) => handle.keep(revision, FILLED_FORM));
  await act((handle, revision) => handle.addPaper(revision, 'ktp', pdf));
  await act((handle, revision) => handle.addPaper(revision, 'rencana-tapak', pdf));
  await act((handle, revision) => handle.step(revision, 'submit', {}));
  const [paper] = await sql<{ paperId: string }[]>`
    select paper_id as "paperId" from application_paper where application_id = ${applicationId} limit 1`;
  return { applicationId, paperId: paper!.paperId };
}
