import { randomUUID } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roundSchema } from '#domain/field-round/round';
import { caseFactsSchema } from '#domain/violation-case/case-answers';
import { audit } from '../../server/features/log/index.ts';
import {
  CASES,
  CasesAtWork,
  POLICE,
  PROVEN,
  paused,
  ROUNDS,
  UNIT,
  WARNING,
  WHY,
  type Who,
} from '../support/a-case-office-at-work.ts';
import { textOf } from '../support/read-document.ts';

const at = new CasesAtWork('case-letters');
const { send, see, step, take, noon, assigned, inspect, confirmed, personOf, everyStepIsALeaf } = at;
beforeAll(at.start);
afterAll(at.stop);

describe('letters', () => {
  it('hand over to a unit of enforcement, by a numbered letter that says it is a trial', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    expect((await step('pejabatPenandatangan', caseId, 'handOver', { unitId: UNIT, ...WHY })).body.code).toBe(
      'unitGone',
    );
    const told = await take('pejabatPenandatangan', caseId, 'handOver', { unitId: POLICE, ...WHY });
    expect(told).toMatchObject({ state: 'dilimpahkan', unit: { unitId: POLICE } });
    const [letter] = told.letters;
    expect(letter).toMatchObject({ kind: 'handOver', isTrial: true });
    expect(letter?.number).toMatch(/^UJI\/\d{4}\/PTR\/XI\/2026$/);
    const file = await send('auditor', 'GET', `${CASES}/${caseId}/letters/${letter?.letterId}`);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    const text = textOf(new Uint8Array(file.bytes));
    expect(text).toContain(letter?.number);
    expect(text).toMatch(/UJI COBA – BUKAN DOKUMEN RESMI/);
    await take('pejabatPenandatangan', caseId, 'enforce', WARNING);
    await take('satpolPp', caseId, 'takeBack', { unitId: UNIT, ...WHY });
  });

  it('CON04: are numbered without a gap, whoever fails on the way, and a number that was given up keeps its row', async () => {
    noon('2026-11-23');
    const cases = await Promise.all(Array.from({ length: 3 }, () => confirmed()));
    const before = await sequences();
    at.office.breakPrinter(async () => ({ ok: false, problem: { code: 'busy', params: {} } }));
    const failed = await Promise.all(
      cases.map((caseId) => step('pejabatPenandatangan', caseId, 'impose', WARNING)),
    );
    expect(failed.map(({ status, body }) => [status, body.code])).toEqual(
      cases.map(() => [503, 'letterNotMade']),
    );
    at.office.breakPrinter();
    const [first, second, third] = cases as [string, string, string];
    // The same call goes on with the same number.
    const told = await take('pejabatPenandatangan', first, 'impose', WARNING);
    expect(told.sanctions[0]?.letter.number).toBe(failed[0]?.body.params.number);
    // Another step gives the number up.
    await take('pejabatPenandatangan', second, 'handOver', { unitId: POLICE, ...WHY });
    await take('petugasLayanan', third, 'pause', paused('menungguInstansi'));
    const rows = (await sequences()).slice(before.length);
    expect(rows.map(({ state }) => state).sort()).toEqual(['used', 'used', 'voided', 'voided']);
    const all = (await sequences()).map(({ sequence }) => sequence);
    expect(all).toEqual(all.map((_, index) => index + 1));
  });

  it('CON04: eight at once are eight numbers in a row', async () => {
    noon('2026-11-23');
    const cases = await Promise.all(Array.from({ length: 8 }, () => confirmed()));
    const told = await Promise.all(
      cases.map((caseId) => take('pejabatPenandatangan', caseId, 'impose', WARNING)),
    );
    expect(new Set(told.map(({ sanctions }) => sanctions[0]?.letter.number)).size).toBe(8);
    const all = (await sequences()).map(({ sequence }) => sequence);
    expect(all).toEqual(all.map((_, index) => index + 1));
  }, 120_000);

  it('a number that waited into another year, or past the end of the trial, is not written on the letter', async () => {
    noon('2026-12-31');
    const caseId = await confirmed();
    at.office.breakPrinter(async () => ({ ok: false, problem: { code: 'busy', params: {} } }));
    const failed = await step('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect(failed.body.params.number).toMatch(/\/2026$/);
    at.office.breakPrinter();
    noon('2027-01-04');
    const [sanction] = (await take('pejabatPenandatangan', caseId, 'impose', WARNING)).sanctions;
    expect(sanction?.letter.number).toMatch(/\/2027$/);
    const [left] = await at.database.sql`
      select state from case_letter where case_id = ${caseId} and number = ${failed.body.params.number}`;
    expect(left).toEqual({ state: 'voided' });
    noon('2026-11-23');
  });

  it('that count wait for the office to set how they are numbered, and who signs, and then bear no mark of a trial', async () => {
    noon('2026-11-23');
    at.office.setDemo(false);
    const caseId = await confirmed({ isDemo: false });
    expect((await see(caseId)).missingSettings.impose).toEqual(['letterPattern', 'signer']);
    const refused = await step('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect([refused.status, refused.body.code]).toEqual([409, 'settingMissing']);
    const path = '/api/v1/staff/service-settings/laporan';
    const { settings, revision } = (await send('administrator', 'GET', path)).body;
    const set = {
      ...settings,
      letterPattern: '{nomor}/SP-UJI/{tahun}',
      signer: { office: 'Kantor uji', title: 'Kepala uji' },
    };
    await send('administrator', 'PUT', path, revision, set);
    const [sanction] = (await take('pejabatPenandatangan', caseId, 'impose', WARNING)).sanctions;
    expect(sanction?.letter).toMatchObject({ number: '1/SP-UJI/2026', isTrial: false });
    const file = await send('auditor', 'GET', `${CASES}/${caseId}/letters/${sanction?.letter.letterId}`);
    const text = textOf(new Uint8Array(file.bytes));
    expect(text).toMatch(/Surat Peringatan 1 \(SP-1\)[\s\S]*1,25 m/);
    expect(text).not.toMatch(/UJI COBA/);
    await send('administrator', 'PUT', path, revision + 1, settings);
    at.office.setDemo(null);
  });
});

const sequences = () =>
  at.database.sql<{ sequence: number; state: string }[]>`
    select sequence, state from case_letter where series = 'surat-uji' order by sequence`;

describe('an inspection', () => {
  it('ends a round on site and in no other way; its record is a PDF that says what was measured', async () => {
    noon('2026-11-25');
    const caseId = await assigned();
    await take('surveyor', caseId, 'goOut');
    expect((await send('surveyor', 'POST', `${CASES}/${caseId}/steps/recordInspection`, 1, WHY)).status).toBe(
      404,
    );
    const list = await send('surveyor', 'GET', ROUNDS);
    expect(list.body.rounds.map((one: { subject: { id: string } }) => one.subject.id)).toContain(caseId);
    const wrong = await send('surveyor', 'PUT', `${ROUNDS}/${randomUUID()}`, undefined, {
      subjectId: randomUUID(),
    });
    expect(wrong.status).toBe(404);
    at.office.reports.add(caseId, {
      category: 'pengupasanLahan',
      description: 'Tembok di sungai; hubungi Pak Budi 0812-3456-7890 (uji).',
      landmark: 'belakang pasar',
      brokenRule: 'GSB R-3',
    });
    const roundId = await inspect(caseId);
    // Whoever goes out knows what for and where, and not by whom.
    const round = roundSchema.parse((await send('surveyor', 'GET', `${ROUNDS}/${roundId}`)).body);
    expect(round.place).toEqual([116.804, -1.193]);
    expect(round.brief).toMatchObject({
      categories: ['uji', 'pengupasanLahan'],
      landmarks: ['belakang pasar'],
      rules: ['GSB R-3'],
      findings: [],
    });
    expect(round.brief?.descriptions).toContain('Bangunan melewati garis sempadan (uji).');
    expect(JSON.stringify(round)).not.toMatch(/Budi|0812/);
    expect(await see(caseId)).toMatchObject({
      state: 'penilaian',
      inspections: [{ roundId, isReached: true }],
    });
    const path = `${CASES}/${caseId}/inspections/${roundId}/record`;
    const record = await send('analis', 'GET', path);
    expect(record.status).toBe(200);
    const text = textOf(new Uint8Array(record.bytes)).replace(/\s+/g, ' ');
    for (const words of [
      'Berita acara pemeriksaan lapangan',
      '1,25 m',
      'dinding ke as jalan',
      'tidak ada papan',
      // What was to be looked at and was not stands there, too, and what was brought home is done.
      'Ukur luas, tinggi, dan lantai bangunan Tidak diperiksa',
      'Catat pemanfaatan di sekitarnya Tidak diperiksa',
      'Ukur jarak ke garis acuan Dilakukan',
      'UJI COBA',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Bangunan melewati garis sempadan');
    expect((await send('analis', 'GET', path.replace(roundId, randomUUID()))).status).toBe(404);
  });
});

describe('what goes on to others', () => {
  it('XSS05: rows for SP4N-LAPOR! run no formula, name nobody by a form, and round the place', async () => {
    noon('2026-11-20');
    const caseId = await at.office.open({ ticket: 'LAP-SP4NA-00001' });
    at.office.reports.add(caseId, {
      ticket: 'LAP-SP4NA-00002',
      description: '=HYPERLINK("http://x";"klik"), WA 0812-3456-7890; "kutip"\nbaris dua',
      about: 'Pak Budi tetangga saya',
      landmark: '@pos ronda',
      place: [116.804321, -1.193456],
    });
    const named = await at.office.open({ ticket: 'LAP-SP4NA-00003', category: 'pengupasanLahan' });
    at.office.reports.add(named, {
      ticket: 'LAP-SP4NA-00004',
      isAnonymous: true,
      category: 'sempadanJalan',
    });
    const path = '/api/v1/staff/case-export?from=2026-11-20&to=2026-11-20';
    const csv = (await send('pejabatPenghubung', 'GET', path)).bytes.toString();
    expect(csv.split('\r\n')[0]).toContain('nomor_tiket,tanggal_terima,kanal');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"";""klik""), WA [disamarkan]; ""kutip""`);
    expect(csv).toContain('"116.804","-1.193"');
    expect(csv).not.toMatch(/0812|Budi|116\.8043/);
    const json = (await send('pejabatPenghubung', 'GET', `${path}&format=json`)).body;
    expect(
      json.reports.find((row: { nomor_tiket: string }) => row.nomor_tiket === 'LAP-SP4NA-00002'),
    ).toMatchObject({
      status: 'Diterima',
      rahasia: 'y',
      judul: 'DATA CONTOH – Dugaan pelanggaran: uji',
    });
    // In the words of the street, and never as a text that everybody may read.
    expect(
      json.reports.find((row: { nomor_tiket: string }) => row.nomor_tiket === 'LAP-SP4NA-00004'),
    ).toMatchObject({
      anonim: 'y',
      rahasia: 'y',
      kategori_laporan: 'Terlalu dekat ke jalan',
      kategori_perkara: 'Lahan dikupas, dipotong, atau diurug',
      judul: 'DATA CONTOH – Dugaan pelanggaran: Terlalu dekat ke jalan',
    });
    // What is kept back from most does not go into a file that others share.
    await at.database.sql`update violation_case set is_withheld = true where case_id = ${named}`;
    const without = (await send('pejabatPenghubung', 'GET', path)).bytes.toString();
    expect(without).toContain('LAP-SP4NA-00002');
    expect(without).not.toContain('LAP-SP4NA-00004');
    expect((await send('petugasLayanan', 'GET', path)).status).toBe(403);
    expect(
      (await send('pejabatPenghubung', 'GET', path.replace('to=2026-11-20', 'to=2028-11-20'))).status,
    ).toBe(400);
  });

  it('the dossier holds timeline, letters and proofs, only with consent, and nobody’s name', async () => {
    noon('2026-11-23');
    const near = { place: [116.8071, -1.1971] } as const;
    const { ticket: neighbour } = await see(await at.office.open({ place: [...near.place] }));
    const caseId = await assigned({ place: [...near.place] });
    await take('surveyor', caseId, 'goOut');
    await inspect(caseId);
    const summary = 'Menurut Bapak Anton, 0813-1111-2222, dindingnya 1,25 m (uji).';
    await take('analis', caseId, 'recommend', { assessment: { ...PROVEN, summary } });
    await take('verifikator', caseId, 'confirmViolation');
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    await take('petugasLayanan', caseId, 'reply', { reason: 'Yth. Ibu Sri, hubungi 0812–3456–7890 (uji).' });
    const { revision, ticket: first } = await see(caseId);
    const about = { accountId: at.personOf('other lurah').accountId, reason: 'Pelapor keponakannya (uji).' };
    const noted = await send('pejabatPenghubung', 'POST', `${CASES}/${caseId}/conflicts`, revision, about);
    expect(noted.status).toBe(200);
    const path = `${CASES}/${caseId}/dossier`;
    expect((await send('pejabatPenghubung', 'GET', path)).body.code).toBe('reporterNotAgreed');
    at.office.reports.add(caseId, {
      ticket: 'LAP-SETUJ-00001',
      description: 'Setuju diteruskan (uji).',
      mayPassOn: true,
    });
    // The entry of somebody who did not agree.
    const [reportId, ticket] = [randomUUID(), 'LAP-TJDAK-00001'];
    const facts = {
      reportId,
      ticket,
      caseId,
      track: 'ruang',
      category: 'uji',
      photos: 0,
      isAnonymous: false,
    };
    await audit(
      at.database.sql,
      {
        kind: 'report.received',
        actor: 'public',
        facts: { ...facts, isDemo: true },
        personal: { contentSha256: 'a'.repeat(64) },
      },
      at.office.deps.clock,
    );
    const made = await send('pejabatPenghubung', 'GET', path);
    expect([made.status, made.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = unzip(made.bytes);
    const names = [...files.keys()];
    expect(names).toEqual(expect.arrayContaining(['BACA-DULU.txt', 'kronologi.pdf', 'perkara.json']));
    expect(names.filter((name) => name.startsWith('surat/'))).toHaveLength(1);
    expect(names.filter((name) => name.startsWith('bukti/')).length).toBeGreaterThan(8);
    const json = files.get('perkara.json')!.toString();
    expect(JSON.parse(json)).toMatchObject({ schema: 'case-dossier/1', outcome: 'terbukti', isDemo: true });
    expect(json).toContain('Setuju diteruskan');
    // The report of who did not agree is not in it, nor any name of the at.office.
    expect(json).not.toMatch(/Bangunan melewati|CONTOH (analis|surveyor|satpolPp|verifikator)/);
    const proofIn = (dossier: typeof files, kind: string): string =>
      dossier.get([...dossier.keys()].find((name) => name.endsWith(`${kind}.tlog-proof`))!)!.toString();
    expect(proofIn(files, 'case.moved')).toMatch(/^c2sp\.org\/tlog-proof@v1/);
    // Of the entries of who did not agree, and of those with words about people, it is proven that they are there alone.
    const isOpened = (kind: string): boolean => /^extra /m.test(proofIn(files, kind));
    expect(
      ['case.moved', 'report.received', 'case.conflictNoted', 'case.opened'].map((kind) => isOpened(kind)),
    ).toEqual([true, false, false, false]);
    // The first reporter did not agree: their ticket is nowhere.
    const called = `PRK-${caseId.slice(0, 8).toUpperCase()}`;
    expect(made.headers.get('content-disposition')).toContain(`perkara-${called}.zip`);
    expect(JSON.parse(json).ticket).toBe(called);
    expect([...files.values()].some((bytes) => bytes.includes(first))).toBe(false);
    at.office.reports.add(caseId, { ticket: first, mayPassOn: true });
    const agreed = await send('pejabatPenghubung', 'GET', path);
    expect(agreed.headers.get('content-disposition')).toContain(`perkara-${first}.zip`);
    expect(proofIn(unzip(agreed.bytes), 'case.opened')).toMatch(/^extra /m);
    expect(json).toContain('Yth. Ibu [disamarkan], hubungi [disamarkan] (uji).');
    expect(json).not.toMatch(/Ibu Sri|0812|Anton|0813/);
    expect(json).toContain('dindingnya 1,25 m (uji).');
    expect(JSON.stringify((await see(caseId)).assessments)).toContain(neighbour);
    expect(json).not.toContain(neighbour);
    expect((await send('petugasLayanan', 'GET', path)).status).toBe(403);
  });
});

describe('what others say about cases', () => {
  it('the forum of spatial planning stands with the sanction that weighed it, and in its letter', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    const fprNote = 'BA CONTOH 7 tanggal 20 November 2026: disetujui (uji).';
    const imposed = { ...WARNING, sanction: { ...WARNING.sanction, fprNote } };
    const { sanctions } = await take('pejabatPenandatangan', caseId, 'impose', imposed);
    expect(sanctions).toMatchObject([{ fprNote }]);
    const letter = await send(
      'auditor',
      'GET',
      `${CASES}/${caseId}/letters/${sanctions[0]!.letter.letterId}`,
    );
    expect(await textOf(letter.bytes)).toContain('BA CONTOH 7');
    const without = await take('pejabatPenandatangan', await confirmed(), 'impose', WARNING);
    expect(without.sanctions).toMatchObject([{ fprNote: null }]);
  });

  it('the Ombudsman: a register that superiors keep, with days, proof and the case, which nobody learns of by it', async () => {
    noon('2026-11-23');
    const { ticket } = await see(await at.office.open());
    const path = `/api/v1/staff/lahp/${randomUUID()}`;
    const lahp = {
      number: 'CONTOH 01/LAHP/2026',
      datedOn: '2026-11-20',
      receivedOn: '2026-11-23',
      action: 'Tindak lanjuti laporan itu (uji).',
      dueOn: '2026-12-23',
      caseTicket: ticket,
      evidence: null,
      doneOn: null,
    };
    const { caseTicket: _, ...entry } = lahp;
    const keep = (revision: number, change: object = {}, who: Who = 'pejabatPenghubung') =>
      send(who, 'PUT', path, revision, { ...lahp, ...change });
    expect((await keep(0, {}, 'petugasLayanan')).status).toBe(403);
    expect((await keep(0, { dueOn: '2026-11-22' })).status).toBe(400);
    expect((await keep(0, { caseTicket: 'LAP-00000-00000' })).body.params).toEqual({ names: ['caseTicket'] });
    const made = await keep(0);
    expect([made.status, made.body.reports]).toMatchObject([200, [{ ...entry, about: { ticket } }]]);
    expect((await keep(0)).status).toBe(409);
    expect((await keep(1, { doneOn: '2026-11-23' })).status).toBe(400);
    const told = await keep(
      1,
      { evidence: 'Surat jawaban 12 (uji).', doneOn: '2026-11-23' },
      'pejabatPenandatangan',
    );
    expect(told.body.reports).toMatchObject([{ revision: 2, doneOn: '2026-11-23', about: { ticket } }]);
    const { caseId } = told.body.reports[0].about;
    // It is about a superior now: they see the entry, not the case, and do not cut it off by saving.
    const about = { accountId: personOf('pejabatPenandatangan').accountId, ...WHY };
    const { revision } = await see(caseId);
    await send('pejabatPenghubung', 'POST', `${CASES}/${caseId}/conflicts`, revision, about);
    const { conflictId } = (await see(caseId)).conflicts[0]!;
    const agreed = `${CASES}/${caseId}/conflicts/${conflictId}/agree`;
    expect((await send('petugasLayanan', 'POST', agreed, revision + 1, {})).status).toBe(200);
    const unseen = await keep(2, { caseTicket: null, number: 'CONTOH 02/LAHP/2026' }, 'pejabatPenandatangan');
    expect(unseen.body.reports).toMatchObject([{ number: 'CONTOH 02/LAHP/2026', about: null }]);
    const guessed = await keep(3, {}, 'pejabatPenandatangan');
    expect(guessed.body.params).toEqual({ names: ['caseTicket'] });
    expect((await send('pejabatPenghubung', 'GET', '/api/v1/staff/lahp')).body.reports[0].about).toEqual({
      caseId,
      ticket,
    });
    // Taken away as a file, without the case that who asks does not see; nothing in it runs as a formula.
    const done = { evidence: 'Surat jawaban 12 (uji).', doneOn: '2026-11-23' };
    await keep(3, { ...done, action: '=1+1 tindak lanjuti (uji).' });
    const file = (who: Who, format: string) => send(who, 'GET', `/api/v1/staff/lahp/register.${format}`);
    expect((await file('auditor', 'csv')).status).toBe(403);
    const csv = (await file('pejabatPenghubung', 'csv')).bytes.toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toMatch(/^\ufeffnomor_lahp,tanggal_lahp,/);
    expect(csv).toContain("'=1+1 tindak lanjuti (uji).");
    expect(csv).toContain('DATA CONTOH');
    expect(csv).toContain(ticket);
    const sheet = unzip((await file('pejabatPenandatangan', 'xlsx')).bytes).get('xl/worksheets/sheet1.xml')!;
    expect(sheet.toString('utf8')).toContain('dipenuhi');
    expect(sheet.toString('utf8')).not.toContain(ticket);
    const taken = await at.database.sql`select 1 from log_event where kind = 'lahp.exported'`;
    expect(taken).toHaveLength(2);
    const events = await at.database.sql`select 1 from log_event where kind = 'lahp.kept'`;
    expect(events).toHaveLength(4);
  });
});

/** Files of an archive that the product wrote. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, nameBytes, extra] = [
      archive.readUInt32LE(at + 18),
      archive.readUInt16LE(at + 26),
      archive.readUInt16LE(at + 28),
    ];
    const begin = at + 30 + nameBytes + extra;
    files.set(
      archive.toString('utf8', at + 30, at + 30 + nameBytes),
      inflateRawSync(archive.subarray(begin, begin + packed)),
    );
    at = begin + packed;
  }
  return files;
}

it('facts of an object: zone, documents, and earlier cases nearby, never one that is hidden from who asks', async () => {
  noon('2026-11-23');
  const earlier = await at.office.open({ place: [116.8065, -1.1965] });
  const caseId = await at.office.open({ place: [116.8066, -1.1965] });
  const facts = caseFactsSchema.parse((await send('analis', 'GET', `${CASES}/${caseId}/facts`)).body);
  expect(facts.askedOn).toBe('2026-11-23');
  expect(facts.answer?.parts[0]?.zone.code).toBe('R-3');
  expect(facts.earlier.map((one) => one.caseId)).toEqual([earlier]);
  const { revision } = await see(earlier);
  await send('pejabatPenghubung', 'POST', `${CASES}/${earlier}/conflicts`, revision, {
    ...WHY,
    accountId: personOf('analis').accountId,
  });
  expect((await send('analis', 'GET', `${CASES}/${caseId}/facts`)).body.earlier).toEqual([]);
  const unknown = await at.office.open({ place: null });
  expect((await send('analis', 'GET', `${CASES}/${unknown}/facts`)).body).toMatchObject({
    answer: null,
    documents: [],
  });
});

it('every step of every case is a leaf of the log, and the log is whole', () => everyStepIsALeaf(10));
