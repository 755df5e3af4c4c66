import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import sharp from 'sharp';
import { ROLES, type Role } from '#domain/accounts/role';
import {
  computeOutdatedDays,
  disputeCase,
  escalateCases,
  forgetDisputes,
  publicStanding,
  releaseFromConcerned,
  releaseGoneUnits,
  remindOfDues,
} from '../../server/features/cases/index.ts';
import { openCasesTouched } from '../../server/features/cases/queue/queries.ts';
import { cancelSanctions } from '../../server/features/cases/sanctions/queries.ts';
import { aCaseOffice } from './a-case-office.ts';
import { aPerson, type Person } from './a-person.ts';

/** As many as a city has after some months, each with its first move. */
export async function fillCases(quiet: Sql): Promise<void> {
  await quiet`
    insert into violation_case (case_id, ticket, track, category, state, place, kelurahan_code, is_demo, opened_at)
    select gen_random_uuid(), 'LAP-00000-' || lpad(i::text, 5, '0'), 'bangunan', 'uji', 'diterima',
           st_setsrid(st_makepoint(116.8 + i / 100000.0, -1.2), 4326), '64.71.01.1001', true, '2026-11-01'
    from generate_series(1, 2000) i`;
  await quiet`
    insert into case_move (case_id, step, from_state, to_state, is_paused, at, actor)
    select case_id, 'open', 'diterima', 'diterima', false, opened_at, 'public' from violation_case`;
  await quiet`
    insert into case_due (case_id, stage, since, due_on)
    select case_id, 'verify', move_no, '2026-11-04' from case_move`;
  for (const table of ['violation_case', 'case_move', 'case_due']) await quiet`analyze ${quiet(table)}`;
}

/** Takes cases through every door once, for whoever wants to see all of their statements; {@link fillCases} comes before. */
export async function workOnCases(quiet: Sql, sql: Sql, folder: string): Promise<void> {
  const office = aCaseOffice(sql, folder);
  office.setNow('2026-11-23T04:00:00Z');
  const people = new Map<Role, Person>();
  for (const role of ROLES) people.set(role, await aPerson(quiet, office.deps.keys, { roles: [role] }));
  const idOf = (role: Role): string => people.get(role)!.accountId;
  const ask = async (role: Role, method: string, path: string, body?: object, revision = 0) => {
    const isBytes = body instanceof Uint8Array;
    const response = await office.app.request(`/api/v1/staff/${path}`, {
      method,
      headers: {
        ...people.get(role)!.headers,
        'if-match': `"r${revision}"`,
        ...(body === undefined ? {} : { 'content-type': isBytes ? 'image/jpeg' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${method} ${path}: ${text}`);
    return response.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) : {};
  };
  const seen = (caseId: string) => ask('auditor', 'GET', `cases/${caseId}`);
  const take = async (role: Role, caseId: string, step: string, body: object = {}): Promise<void> => {
    await ask(role, 'POST', `cases/${caseId}/steps/${step}`, body, (await seen(caseId)).revision);
  };
  const reason = 'Alasan uji.';
  const [unitId, police, gone] = [randomUUID(), randomUUID(), randomUUID()];
  const unit = { name: 'CONTOH', kind: 'office', members: [idOf('surveyor')] };
  await ask('administrator', 'PUT', `work-units/${unitId}`, unit);
  await ask('administrator', 'PUT', `work-units/${unitId}`, unit, 1);
  await ask('administrator', 'PUT', `work-units/${police}`, { ...unit, kind: 'enforcement' });
  await ask('administrator', 'PUT', `work-units/${gone}`, unit);

  const [caseId, joined, other] = [await office.open(), await office.open(), await office.open()];
  const { ticket: into } = await seen(other);
  await ask('petugasLayanan', 'GET', `cases/${joined}/join-target?ticket=${into}`);
  await take('petugasLayanan', joined, 'join', { target: into, reason });
  await take('petugasLayanan', caseId, 'verify', { serviceClass: 'ringan' });
  await take('petugasLayanan', caseId, 'dispose', { unitId: gone });
  await ask('administrator', 'DELETE', `work-units/${gone}`, undefined, 1);
  await take('petugasLayanan', caseId, 'reassign', { unitId, officerId: idOf('surveyor'), reason });
  await take('surveyor', caseId, 'goOut');
  await ask('surveyor', 'GET', 'field-rounds/report');
  const roundId = randomUUID();
  await ask('surveyor', 'PUT', `field-rounds/report/${roundId}`, { subjectId: caseId });
  const photo = await sharp({ create: { width: 9, height: 8, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  await ask('surveyor', 'PUT', `field-rounds/report/${roundId}/items/${randomUUID()}/photo`, photo);
  const measured = { kind: 'measurement', what: 'offset', value: 1.25, label: 'CONTOH' };
  await ask('surveyor', 'PUT', `field-rounds/report/${roundId}/items/${randomUUID()}`, {
    schema: 'field-item/1',
    recordedAt: '2026-11-23T04:00:00Z',
    content: measured,
  });
  const closing = { decision: 'inspected', outlineItemId: null, reason };
  const { revision: brought } = await ask('surveyor', 'GET', `field-rounds/report/${roundId}`);
  await ask('surveyor', 'POST', `field-rounds/report/${roundId}/close`, closing, brought);
  await ask('analis', 'GET', `cases/${caseId}/inspections/${roundId}/record`);
  await ask('analis', 'GET', `cases/${caseId}/facts`);
  const finding = { rule: 'gsb', stated: '5 m', found: '1 m', article: 'CONTOH', isBroken: true };
  const assessment = {
    outcome: 'terbukti',
    summary: 'CONTOH',
    findings: [finding],
    sanctions: [],
    forwardTo: null,
  };
  await take('analis', caseId, 'recommend', { assessment });
  await take('verifikator', caseId, 'confirmViolation');
  const sanction = { kind: 'peringatanTertulis', obligation: 'CONTOH', termDays: 5, amountRupiah: null };
  const imposed = { sanction, article: 'CONTOH' };
  await take('pejabatPenandatangan', caseId, 'impose', imposed);
  const photoId = randomUUID();
  // It looks like none of before, as what is evidence does.
  const [served, lighter] = [await stripes(57), await stripes(89)];
  await ask('surveyor', 'PUT', `cases/${caseId}/photos/${photoId}`, served);
  await ask('surveyor', 'GET', `cases/${caseId}/photos/${photoId}`);
  const { sanctions, letters, revision } = await seen(caseId);
  const given = `cases/${caseId}/sanctions/${sanctions[0].sanctionId}`;
  await ask('satpolPp', 'POST', `${given}/served`, { servedOn: '2026-11-23', how: 'pos', photoId }, revision);
  await ask('satpolPp', 'POST', `${given}/fulfilled`, { fulfilledOn: '2026-11-23', reason }, revision + 1);
  await ask('auditor', 'GET', `cases/${caseId}/letters/${letters[0].letterId}`);
  const objected = randomUUID();
  const letter = await sharp({ create: { width: 9, height: 8, channels: 3, background: '#999' } })
    .jpeg()
    .toBuffer();
  await ask('surveyor', 'PUT', `cases/${caseId}/photos/${objected}`, letter);
  const objection = { photoId: objected, datedOn: '2026-11-23' };
  // Whoever writes an objection down has had no hand in it, and does not end the case: a third person.
  const clerk = await aPerson(quiet, office.deps.keys, { roles: ['petugasLayanan'] });
  people.set('pelaporTerverifikasi', clerk);
  await take('pelaporTerverifikasi', caseId, 'object', { objection, reason });
  await take('pejabatPenghubung', caseId, 'dismissObjection', { reason, article: 'CONTOH' });
  await take('pejabatPenandatangan', caseId, 'handOver', { unitId: police, reason });
  await take('pejabatPenandatangan', caseId, 'enforce', {
    ...imposed,
    sanction: { ...sanction, kind: 'pembongkaran' },
  });
  office.reports.add(caseId, { mayPassOn: true });
  await ask('pejabatPenghubung', 'GET', `cases/${caseId}/dossier`);
  await ask('pejabatPenghubung', 'GET', 'case-export?from=2026-11-23&to=2026-11-23');
  const fixed = randomUUID();
  await ask('surveyor', 'PUT', `cases/${caseId}/photos/${fixed}`, lighter);
  await take('petugasLayanan', caseId, 'close', {
    closing: 'dibongkar',
    photoId: fixed,
    reason,
    answer: reason,
  });
  const reportId = randomUUID();
  await sql.begin(async (tx) => {
    await disputeCase(office.deps, tx, caseId, { reportId, words: 'Belum selesai (uji).' });
    await forgetDisputes(tx, reportId);
  });
  // Heard by somebody without a hand in it: where it had been closed is asked.
  people.set(
    'pelaporTerverifikasi',
    await aPerson(quiet, office.deps.keys, { roles: ['pejabatPenghubung'] }),
  );
  await take('pelaporTerverifikasi', caseId, 'reopen', { reason });
  await publicStanding(office.deps, sql, joined);
  const touching = {
    comparisonIds: ['0'.repeat(16)],
    rules: [{ versionId: '1000000000000001', codes: ['R-3'] }],
  };
  const everywhere = { accountId: idOf('auditor'), kelurahanCode: null };
  await openCasesTouched(sql, touching, everywhere, { today: '2026-11-23', limit: 50 });
  await ask('auditor', 'GET', 'cases');
  await ask('auditor', 'GET', 'case-places');
  const lahp = {
    number: 'CONTOH 01/LAHP/2026',
    datedOn: '2026-11-20',
    receivedOn: '2026-11-23',
    action: 'Tindak lanjuti laporan (uji).',
    dueOn: '2026-12-23',
    caseTicket: (await seen(other)).ticket,
    evidence: null,
    doneOn: null,
  };
  const lahpId = randomUUID();
  await ask('pejabatPenghubung', 'PUT', `lahp/${lahpId}`, lahp, 0);
  await ask('pejabatPenghubung', 'PUT', `lahp/${lahpId}`, { ...lahp, caseTicket: null }, 1);
  const linked = await seen(other);
  await ask('petugasLayanan', 'PUT', `cases/${other}/sp4n`, { sp4nTicket: '1234567' }, linked.revision);
  const about = { accountId: idOf('auditor'), reason };
  await ask('petugasLayanan', 'POST', `cases/${other}/conflicts`, about, linked.revision + 1);
  const { conflicts } = await ask('petugasLayanan', 'GET', `cases/${other}`);
  const conflict = `cases/${other}/conflicts/${conflicts[0].conflictId}`;
  await ask('pejabatPenghubung', 'POST', `${conflict}/agree`, {}, linked.revision + 2);
  await ask('pejabatPenghubung', 'POST', `${conflict}/end`, { reason }, linked.revision + 3);
  const withheld = await office.open({ isWithheld: true });
  await ask('pejabatPenghubung', 'POST', `cases/${withheld}/disclose`, { reason }, 1);
  const settings = 'service-settings/laporan';
  const told = await ask('administrator', 'GET', settings);
  const other5 = { ...told.settings, policy: { ...told.settings.policy, verifyDays: 5 } };
  await ask('administrator', 'PUT', settings, other5, told.revision);
  await ask('administrator', 'PUT', settings, told.settings, told.revision + 1);
  office.setNow('2026-11-25T04:00:00Z');
  await computeOutdatedDays(office.deps);
  await remindOfDues(office.deps);
  office.setNow('2027-06-01T04:00:00Z');
  await escalateCases(office.deps);
  await releaseGoneUnits(office.deps);
  await releaseFromConcerned(office.deps);
  await cancelSanctions(sql, caseId, new Date('2027-06-01T04:00:00Z'));
  office.close();
}

/** A small picture that looks like no other of its number. */
const stripes = (step: number): Promise<Buffer> =>
  sharp(Buffer.from(Array.from({ length: 72 }, (_, at) => (at * step) % 256)), {
    raw: { width: 9, height: 8, channels: 1 },
  })
    .jpeg()
    .toBuffer();
