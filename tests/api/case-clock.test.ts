import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseSettingsAnswerSchema } from '#domain/violation-case/case-answers';
import { DEFAULT_POLICY } from '#domain/violation-case/policy';
import {
  computeCaseDays,
  computeOutdatedDays,
  disputeCase,
  escalateCases,
  remindOfDues,
} from '../../server/features/cases/index.ts';
import { lockCase } from '../../server/features/cases/queries.ts';
import { CASES, CasesAtWork, END, paused, UNIT, WARNING, WHY } from '../support/a-case-office-at-work.ts';

const at = new CasesAtWork('case-clock');
const { send, see, take, standing, noon, addPhoto, assigned, confirmed, serve, personOf, everyStepIsALeaf } =
  at;
beforeAll(at.start);
afterAll(at.stop);

describe('the clock', () => {
  it('CLK09: an answer, a pause and a photo of no state move no due day; a class of its own does', async () => {
    noon('2026-11-23');
    const caseId = await assigned();
    const dueOf = async (stage: string) =>
      (await see(caseId)).clocks.find((one) => one.stage === stage)?.clock.dueOn;
    const before = await dueOf('resolve');
    noon('2026-11-24');
    await addPhoto(caseId);
    await take('petugasLayanan', caseId, 'pause', paused('menungguPelapor'));
    expect(await standing(caseId)).toMatchObject({
      isPaused: true,
      pauseReason: 'menungguPelapor',
      pauseUntil: '2026-12-11',
      dueOn: null,
    });
    await take('petugasLayanan', caseId, 'resume');
    const { revision } = await see(caseId);
    await send('petugasLayanan', 'PUT', `${CASES}/${caseId}/sp4n`, revision, { sp4nTicket: '1234567' });
    expect(await dueOf('resolve')).toBe(before);
    await take('petugasLayanan', caseId, 'reply', WHY);
    expect(await dueOf('resolve')).toBe(before);
    expect((await see(caseId)).clocks.find(({ stage }) => stage === 'reply')?.isOwed).toBe(false);
    await take('petugasLayanan', caseId, 'reclassify', { serviceClass: 'pengawasan', ...WHY });
    expect((await dueOf('resolve'))! > before!).toBe(true);
    const { news } = at.office.reports.news.findLast(
      (one) => one.caseId === caseId && one.news.kind === 'replied',
    )!;
    expect(news.words).toBe(WHY.reason);
    // It stands in threads that whoever goes out does not read.
    const replied = async (who: 'petugasLayanan' | 'surveyor') =>
      (await see(caseId, who)).moves.find((one) => one.step === 'reply')?.reason;
    expect([await replied('petugasLayanan'), await replied('surveyor')]).toEqual([WHY.reason, null]);
  });

  it('terms are rows that the office edits as it has seen them; what is due follows, and the log and the page say so', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    const path = '/api/v1/staff/service-settings/laporan';
    const told = caseSettingsAnswerSchema.parse((await send('administrator', 'GET', path)).body);
    expect(told).toMatchObject({ settings: { policy: DEFAULT_POLICY, letterPattern: null } });
    const settings = { ...told.settings, policy: { ...DEFAULT_POLICY, verifyDays: 5 } };
    expect((await send('administrator', 'PUT', path, told.revision, settings)).status).toBe(200);
    expect((await send('pejabatPenandatangan', 'PUT', path, told.revision, settings)).status).toBe(409);
    expect(await standing(caseId)).toMatchObject({ dueOn: '2026-11-30', recomputedOn: '2026-11-23' });
    expect((await send('petugasLayanan', 'GET', path)).status).toBe(403);
    await send('administrator', 'PUT', path, told.revision + 1, told.settings);
    expect((await standing(caseId)).dueOn).toBe('2026-11-26');
  });

  it('CLK04: holidays that were decreed late move what is due, by an event, and the page says since when', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    expect(await standing(caseId)).toMatchObject({
      dueOn: '2026-11-26',
      recomputedOn: null,
      missingYears: [],
    });
    const listed = { source: 'SKB uji yang terlambat', days: [{ day: '2026-11-25', name: 'CONTOH' }] };
    await at.database.sql`
      insert into holiday_year (year, source, days, set_by, set_at)
      values (2026, ${listed.source}, ${at.database.sql.json(listed.days)}, 'operator', now())`;
    noon('2026-11-24');
    expect(await computeCaseDays(at.office.deps, 'operator')).toBeGreaterThan(0);
    expect(await standing(caseId)).toMatchObject({ dueOn: '2026-11-27', recomputedOn: '2026-11-24' });
    expect(await computeCaseDays(at.office.deps, 'operator')).toBe(0);
    const events = await at.database
      .sql`select 1 from log_event where kind = 'case.dueDaysComputed' and actor = 'operator'`;
    expect(events.length).toBe(1);
    await at.database.sql`delete from holiday_year where year = 2026`;
    await computeCaseDays(at.office.deps, 'operator');
  });

  it('days that nobody computed after the terms had changed are computed by the next sweep', async () => {
    noon('2026-11-23');
    const [caseId, held] = [await at.office.open(), await at.office.open()];
    await computeOutdatedDays(at.office.deps);
    expect(await computeOutdatedDays(at.office.deps)).toBe(0);
    // As whoever is killed behind the commit of the settings leaves it.
    const { sql } = at.database;
    const policy = { ...DEFAULT_POLICY, verifyDays: 4 };
    const before = await sql`select settings from service_setting where service = 'laporan'`;
    await sql`
      insert into service_setting (service, settings, revision, set_by, set_at)
      values ('laporan', ${sql.json({ policy })}, 1, 'account:uji', now())
      on conflict (service) do update set settings = excluded.settings`;
    expect((await standing(caseId)).dueOn).toBe('2026-11-27');
    expect((await see(caseId)).dueOn).toBe('2026-11-26');
    expect(await computeOutdatedDays(at.office.deps)).toBeGreaterThan(1);
    expect([(await see(caseId)).dueOn, (await see(held)).dueOn]).toEqual(['2026-11-27', '2026-11-27']);
    expect(await computeOutdatedDays(at.office.deps)).toBe(0);
    if (before[0] === undefined) await sql`delete from service_setting where service = 'laporan'`;
    else
      await sql`update service_setting set settings = ${sql.json(before[0]['settings'])} where service = 'laporan'`;
    await computeOutdatedDays(at.office.deps);
    expect((await see(caseId)).dueOn).toBe('2026-11-26');
  });

  it('a case that somebody holds does not hold the others up: each is computed by itself', async () => {
    const caseIds = [await at.office.open(), await at.office.open(), await at.office.open()];
    const [first = '', , last = ''] = caseIds.sort();
    await at.database
      .sql`update violation_case set due_on = '2027-01-01' where case_id = any(${caseIds}::uuid[])`;
    const { done } = await at.database.sql.begin(async (tx) => {
      await lockCase(tx, last);
      const computing = computeCaseDays(at.office.deps, 'operator');
      await vi.waitFor(async () => expect((await see(first)).dueOn).not.toBe('2027-01-01'), 20_000);
      return { done: computing };
    });
    expect(await done).toBeGreaterThan(2);
    expect((await see(last)).dueOn).not.toBe('2027-01-01');
  });

  it('says that it leans on a year whose holidays nobody has loaded', async () => {
    noon('2028-12-28');
    expect((await standing(await at.office.open())).missingYears).toEqual([2028, 2029]);
    expect((await send('auditor', 'GET', CASES)).body.calendarAlarm).toBe(2028);
  });
});

describe('what was owed', () => {
  const due = async (caseId: string) =>
    Object.fromEntries(
      (await see(caseId)).clocks.flatMap(({ stage, isOwed, clock }) =>
        isOwed ? [[stage, clock.dueOn]] : [],
      ),
    );

  it('is owed on by the same day where it goes on after a join, and is told when it runs out', async () => {
    noon('2026-11-16');
    const early = await assigned();
    noon('2026-11-23');
    const late = await assigned();
    await take('petugasLayanan', late, 'reply', WHY);
    const fresh = await at.office.open();
    const before = { early: await due(early), late: await due(late) };
    expect(before.late).not.toHaveProperty('reply');
    expect(before.early['resolve']! < before.late['resolve']!).toBe(true);
    await take('petugasLayanan', early, 'join', { target: (await see(late)).ticket, ...WHY });
    expect(await due(late)).toEqual(before.early);
    expect((await see(late)).dueOn).toBe(before.early['reply']);
    expect((await see(late)).moves.at(-1)).toMatchObject({ step: 'takeIn', from: 'ditugaskan' });
    // Whoever wants time joins what is due into what has just come in: in vain.
    await take('petugasLayanan', late, 'join', { target: (await see(fresh)).ticket, ...WHY });
    expect((await due(fresh))['reply']).toBe(before.early['reply']);
    await take('petugasLayanan', fresh, 'verify', { serviceClass: 'pengawasan' });
    expect(await due(fresh)).toMatchObject(before.early);
    const reportIds = (await see(fresh)).reports.map(({ reportId }) => reportId);
    await take('petugasLayanan', fresh, 'reply', { ...WHY, reportIds });
    expect(await due(fresh)).not.toHaveProperty('reply');
  });

  it('goes on after a violation was confirmed: an act, the letter, its term, and the end of the case', async () => {
    noon('2026-11-23');
    const caseId = await confirmed();
    await take('petugasLayanan', caseId, 'reply', WHY);
    expect(await due(caseId)).toEqual({ enforce: '2026-12-07' });
    noon('2026-11-24');
    await take('pejabatPenandatangan', caseId, 'impose', WARNING);
    expect(await due(caseId)).toEqual({ sanction: '2026-12-08' });
    expect((await serve(caseId, '2026-11-24')).status).toBe(200);
    expect(await due(caseId)).toEqual({ sanction: '2026-12-01' });
    expect(await see(caseId)).toMatchObject({ dueOn: '2026-12-01', isOverdue: false });
    // Its term runs out, and whoever watches over cases is told.
    noon('2026-12-02');
    await escalateCases(at.office.deps);
    expect(await see(caseId)).toMatchObject({ isOverdue: true, isEscalated: true });
    const { sanctions, revision } = await see(caseId);
    const path = `${CASES}/${caseId}/sanctions/${sanctions[0]!.sanctionId}/fulfilled`;
    const done = await send('satpolPp', 'POST', path, revision, { fulfilledOn: '2026-12-02', ...WHY });
    expect(done.status).toBe(200);
    expect(done.body.sanctions).toMatchObject([
      { fulfilledWhy: WHY.reason, servedPhotoId: (await see(caseId)).photos[0]!.photoId },
    ]);
    expect(await due(caseId)).toEqual({ sanction: '2026-12-16' });
    expect((await see(caseId)).isOverdue).toBe(false);
  });

  it('an answer is owed until each report has had one, and each is passed on with its own', async () => {
    noon('2026-11-23');
    const [caseId, other] = [await assigned(), await assigned()];
    const [own] = (await see(caseId)).reports;
    await take('petugasLayanan', other, 'reply', { reason: 'Jawaban uji sebelum digabung.' });
    const extra = at.office.reports.add(caseId, { ticket: 'LAP-UJ1UJ-DUA02' });
    await take('petugasLayanan', other, 'join', { target: (await see(caseId)).ticket, ...WHY });
    const answerTo = (reportId: string, reason: string) =>
      take('petugasLayanan', caseId, 'reply', { reason, reportIds: [reportId] });
    await answerTo(own!.reportId, 'Jawaban uji yang pertama.');
    expect(await due(caseId)).toHaveProperty('reply');
    await answerTo(own!.reportId, 'Jawaban uji yang kedua.');
    expect(await due(caseId)).toHaveProperty('reply');
    const path = '/api/v1/staff/case-export?from=2026-11-23&to=2026-11-23&format=json';
    const answers = async (): Promise<string[]> => {
      const tickets = (await see(caseId)).reports.map(({ ticket }) => ticket);
      const { reports } = (await send('pejabatPenghubung', 'GET', path)).body;
      const jawaban = (ticket: string): string =>
        reports.find((row: { nomor_tiket: string }) => row.nomor_tiket === ticket).jawaban;
      return tickets.map(jawaban);
    };
    expect(await answers()).toEqual(['Jawaban uji yang kedua.', '', 'Jawaban uji sebelum digabung.']);
    expect((await see(caseId)).reports.map((one) => one.isAwaitingReply)).toEqual([false, true, false]);
    // Who came along was answered before: nobody is left.
    await answerTo(extra.reportId, 'Jawaban uji yang ketiga.');
    expect(await due(caseId)).not.toHaveProperty('reply');
    expect((await see(caseId)).reports.some((one) => one.isAwaitingReply)).toBe(false);
    expect((await answers())[1]).toBe('Jawaban uji yang ketiga.');
  });

  it('a pause has a last day, which is told of before and after like all that runs out', async () => {
    noon('2026-11-23');
    const caseId = await assigned();
    await take('petugasLayanan', caseId, 'pause', paused('menungguAhli', '2026-11-27'));
    expect((await see(caseId)).dueOn).toBe('2026-11-27');
    const told = async (table: 'case_escalation' | 'case_reminder') =>
      (
        await at.database.sql`
          select 1 from ${at.database.sql(table)} where case_id = ${caseId} and stage = 'pause'`
      ).length;
    noon('2026-11-25');
    await remindOfDues(at.office.deps);
    noon('2026-11-27');
    await escalateCases(at.office.deps);
    expect([await told('case_reminder'), await told('case_escalation')]).toEqual([1, 0]);
    noon('2026-11-30');
    await escalateCases(at.office.deps);
    expect(await told('case_escalation')).toBe(1);
    expect(await standing(caseId)).toMatchObject({ isPaused: true, isEscalated: true, isOverdue: true });
    await take('petugasLayanan', caseId, 'resume');
    expect(await due(caseId)).not.toHaveProperty('pause');
    noon('2026-11-23');
  });
});

describe('escalation', () => {
  const escalations = (caseId: string) =>
    at.database.sql<{ stage: string; no: number }[]>`
      select stage, escalation_no::int as no from case_escalation where case_id = ${caseId} order by escalation_no`;
  const mails = async (): Promise<number> =>
    (await at.database.sql`select 1 from outbox_message where template = 'case.escalated'`).length;

  it('WFL09: reaches the pejabat penghubung once, for what nobody was given too, whatever the clock does', async () => {
    noon('2026-11-23');
    await escalateCases(at.office.deps);
    const caseId = await at.office.open();
    noon('2026-11-26');
    await escalateCases(at.office.deps);
    expect(await escalations(caseId)).toEqual([]);
    noon('2026-11-27');
    const before = await mails();
    expect(await escalateCases(at.office.deps)).toBeGreaterThan(0);
    expect((await escalations(caseId)).map(({ stage }) => stage)).toEqual(['verify']);
    expect(await mails()).toBe(before + 1);
    // CLK06: an hour back, a day on, 2038: nobody is told twice.
    for (const moment of [
      '2026-11-27T03:00:00Z',
      '2026-11-28T04:00:00Z',
      '2038-01-19T03:14:08Z',
      '2026-11-27T04:00:00Z',
    ]) {
      at.office.setNow(moment);
      await escalateCases(at.office.deps);
    }
    expect((await escalations(caseId)).filter(({ stage }) => stage === 'verify')).toHaveLength(1);
    expect((await standing(caseId)).isEscalated).toBe(true);
    // The next thing that runs out is another one.
    at.office.setNow('2026-11-27T04:00:00Z');
    await take('petugasLayanan', caseId, 'verify', { serviceClass: 'ringan' });
    expect((await standing(caseId)).isEscalated).toBe(false);
    noon('2026-12-15');
    await escalateCases(at.office.deps);
    expect((await escalations(caseId)).map(({ stage }) => stage).sort()).toEqual([
      'followUp',
      'reply',
      'resolve',
      'verify',
    ]);
  });

  it('is overdue for everybody on the same day, also on one of rest', async () => {
    noon('2026-11-24');
    const caseId = await at.office.open();
    // Due on a Friday; the day after it is a Saturday.
    expect(await standing(caseId)).toMatchObject({ dueOn: '2026-11-27', isOverdue: false });
    noon('2026-11-28');
    await escalateCases(at.office.deps);
    expect(await standing(caseId)).toMatchObject({ isOverdue: true, isEscalated: true });
    expect((await see(caseId)).isOverdue).toBe(true);
  });

  it('a day that moved is told of anew: by a reminder, by an escalation, and not before it ran out', async () => {
    noon('2026-11-23');
    const [slow, still] = [await at.office.open(), await assigned()];
    await take('petugasLayanan', slow, 'verify', { serviceClass: 'ringan' });
    await take('petugasLayanan', slow, 'reply', WHY);
    await take('petugasLayanan', slow, 'dispose', { unitId: UNIT });
    noon('2026-12-01');
    await escalateCases(at.office.deps);
    expect((await escalations(slow)).map(({ stage }) => stage)).toEqual(['resolve']);
    await take('petugasLayanan', slow, 'reclassify', { serviceClass: 'pengawasan', ...WHY });
    expect((await standing(slow)).isEscalated).toBe(false);
    expect((await send('auditor', 'GET', `${CASES}?escalated=true`)).body.cases).not.toContainEqual(
      expect.objectContaining({ caseId: slow }),
    );
    const remindersOf = async (caseId: string): Promise<number> =>
      (await at.database.sql`select 1 from case_reminder where case_id = ${caseId} and stage = 'reply'`)
        .length;
    noon('2026-12-03');
    await remindOfDues(at.office.deps);
    expect(await remindersOf(still)).toBe(1);
    await take('petugasLayanan', still, 'pause', paused('menungguAhli', '2026-12-31'));
    noon('2026-12-14');
    await take('petugasLayanan', still, 'resume');
    noon('2026-12-16');
    await remindOfDues(at.office.deps);
    await remindOfDues(at.office.deps);
    expect(await remindersOf(still)).toBe(2);
    noon('2027-06-01');
    await escalateCases(at.office.deps);
    expect((await escalations(slow)).filter(({ stage }) => stage === 'resolve')).toHaveLength(2);
    expect((await standing(slow)).isEscalated).toBe(true);
    noon('2026-11-23');
  });

  it('is told while somebody moves the case: what refers to it waits for nobody', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    noon('2026-11-27');
    await at.database.sql.begin(async (tx) => {
      await lockCase(tx, caseId);
      expect(await escalateCases(at.office.deps)).toBeGreaterThan(0);
    });
    expect(await escalations(caseId)).toHaveLength(1);
  });

  it('whoever works on it is reminded once, two working days before; what is reviewed is its superior’s', async () => {
    noon('2026-11-23');
    const [nobodys, mine, disputed] = [await at.office.open(), await assigned(), await at.office.open()];
    await take('petugasLayanan', disputed, 'dismiss', { outcome: 'dataKurang', ...END });
    await at.database.sql.begin((tx) =>
      disputeCase(at.office.deps, tx, disputed, { reportId: randomUUID(), words: 'Belum (uji).' }),
    );
    const toldTo = async (who: 'surveyor' | 'petugasLayanan' | 'pejabatPenghubung'): Promise<number> =>
      (
        await at.database.sql`
          select 1 from outbox_message
          where template = 'case.dueSoon' and dedupe_key like ${`%:${personOf(who).accountId}`}`
      ).length;
    const reminders = async (caseId: string, stage: string): Promise<number> =>
      (
        await at.database.sql`
          select 1 from case_reminder where case_id = ${caseId} and stage = ${stage}`
      ).length;
    // Due on the 26th, and on 7 December: each is told of in one message to whose it is.
    for (const [early, day, ...works] of [
      ['2026-11-23', '2026-11-24', [nobodys, 'verify', 'petugasLayanan']],
      ['2026-12-02', '2026-12-03', [mine, 'reply', 'surveyor'], [disputed, 'review', 'pejabatPenghubung']],
    ] as const) {
      noon(early);
      await remindOfDues(at.office.deps);
      const before = await Promise.all(works.map(([, , who]) => toldTo(who)));
      expect(await Promise.all(works.map(([caseId, stage]) => reminders(caseId, stage)))).toEqual(
        works.map(() => 0),
      );
      noon(day);
      await remindOfDues(at.office.deps);
      await remindOfDues(at.office.deps);
      expect(await Promise.all(works.map(([caseId, stage]) => reminders(caseId, stage)))).toEqual(
        works.map(() => 1),
      );
      expect(await Promise.all(works.map(([, , who]) => toldTo(who)))).toEqual(before.map((one) => one + 1));
    }
    const [{ text }] = await at.database.sql<[{ text: string }]>`
      select string_agg(parameters::text || dedupe_key, ' ') as text from outbox_message where template = 'case.dueSoon'`;
    expect(text).not.toMatch(/LAP-|64\.71|116\.8|uji/);
    noon('2026-11-23');
  });

  it('the message holds nothing of the case', async () => {
    const [row] = await at.database.sql<{ text: string }[]>`
      select parameters::text || dedupe_key as text from outbox_message where template = 'case.escalated' limit 1`;
    expect(row?.text).toMatch(/konsol\/laporan/);
    expect(row?.text).not.toMatch(/LAP-|64\.71|116\.8|uji/);
  });

  it('WFL09: without a pejabat penghubung whoever manages people is told, and nothing is dropped', async () => {
    const { accountId } = personOf('pejabatPenghubung');
    await at.database.sql`update account set disabled_at = now() where id = ${accountId}`;
    noon('2026-11-23');
    const caseId = await at.office.open();
    noon('2026-11-30');
    await escalateCases(at.office.deps);
    expect(await escalations(caseId)).toHaveLength(1);
    const [row] = await at.database.sql<{ key: string }[]>`
      select dedupe_key as key from outbox_message where template = 'case.escalated' and parameters ->> 'hasFocalPoint' = 'false'`;
    expect(row?.key).toContain(personOf('administrator').accountId);
    await at.database.sql`update account set disabled_at = null where id = ${accountId}`;
  });

  it('CLK08: ten thousand that run out together are all told of once, the oldest first, also after a crash in between', async () => {
    noon('2026-11-23');
    await escalateCases({ ...at.office.deps, clock: { now: () => new Date('2027-06-01T04:00:00Z') } });
    await at.database.sql`
      insert into violation_case (case_id, ticket, track, category, state, is_demo, opened_at)
      select gen_random_uuid(), 'LAP-10000-' || lpad(i::text, 5, '0'), 'ruang', 'uji', 'diterima', true,
             '2026-10-01T00:00:00Z'::timestamptz + i * interval '1 minute' from generate_series(1, 10000) i`;
    await at.database.sql`
      insert into case_move (case_id, step, from_state, to_state, is_paused, at, actor)
      select case_id, 'open', 'diterima', 'diterima', false, opened_at, 'public' from violation_case where ticket like 'LAP-10000-%'`;
    await at.database.sql`
      insert into case_due (case_id, stage, since, due_on)
      select m.case_id, 'verify', m.move_no, m.at::date + 5 from case_move m join violation_case v using (case_id)
      where v.ticket like 'LAP-10000-%'`;
    const told = async (): Promise<number> =>
      (
        await at.database
          .sql`select 1 from case_escalation e join violation_case v using (case_id) where v.ticket like 'LAP-10000-%'`
      ).length;
    // Killed in the third batch: what was committed stays, and nothing of the rest.
    let batches = 0;
    const dying = {
      ...at.office.deps,
      sql: new Proxy(at.database.sql, {
        get(target, name) {
          if (name !== 'begin') return Reflect.get(target, name);
          return (work: (tx: never) => Promise<unknown>) => {
            batches += 1;
            if (batches === 3) throw new Error('killed');
            return target.begin(work as never);
          };
        },
      }),
    };
    noon('2026-11-30');
    await expect(escalateCases(dying)).rejects.toThrow('killed');
    expect(await told()).toBe(1_000);
    // Two that look at the same time take turns, and share.
    await Promise.all([escalateCases(at.office.deps), escalateCases(at.office.deps)]);
    await escalateCases(at.office.deps);
    expect(await told()).toBe(10_000);
    const [order] = await at.database.sql<{ inOrder: boolean }[]>`
      select bool_and(e.due_on >= before) as "inOrder"
      from (select e.due_on, lag(e.due_on) over (order by e.escalation_no) as before
            from case_escalation e join violation_case v using (case_id)
            where v.ticket like 'LAP-10000-%' order by e.escalation_no limit 1000) e where before is not null`;
    expect(order?.inOrder).toBe(true);
    await at.database.sql`delete from violation_case where ticket like 'LAP-10000-%'`;
  }, 180_000);
});

it('every step of every case is a leaf of the log, and the log is whole', () => everyStepIsALeaf(5));
