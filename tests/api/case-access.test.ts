import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casePlacesSchema, caseQueueSchema } from '#domain/violation-case/case-answers';
import { readAuditPage, writeAuditFile } from '../../server/features/accounts/audit-page/read-audit.ts';
import { inTheNameOf } from '../../server/features/accounts/index.ts';
import { disputeCase, escalateCases, releaseFromConcerned } from '../../server/features/cases/index.ts';
import { openDatabase } from '../../server/platform/db.ts';
import { aCaseOffice } from '../support/a-case-office.ts';
import {
  CASES,
  CasesAtWork,
  END,
  PROVEN,
  paused,
  ROUNDS,
  UNIT,
  WHY,
  type Who,
} from '../support/a-case-office-at-work.ts';
import { aPerson, type Person } from '../support/a-person.ts';

const at = new CasesAtWork('case-access');
const { send, see, step, take, noon, assigned, inspect, assessed, personOf, everyStepIsALeaf } = at;
beforeAll(at.start);
afterAll(at.stop);

describe('who sees a case', () => {
  it('IDO03: a lurah sees those of the own kelurahan, whole codes alone', async () => {
    noon('2026-11-23');
    const own = await at.office.open();
    const foreign = await at.office.open({ kelurahanCode: '64.71.99.10' });
    const nowhere = await at.office.open({ kelurahanCode: null });
    const idsFor = async (who: Who): Promise<string[]> => {
      const found: string[] = [];
      for (let after = ''; ; ) {
        const page = caseQueueSchema.parse((await send(who, 'GET', `${CASES}?state=diterima${after}`)).body);
        found.push(...page.cases.map(({ caseId }) => caseId));
        if (page.next === null) return found;
        after = `&after=${page.next}`;
      }
    };
    const seen = await idsFor('lurah');
    expect([seen.includes(own), seen.includes(foreign), seen.includes(nowhere)]).toEqual([
      true,
      false,
      false,
    ]);
    const others = await idsFor('other lurah');
    expect([others.includes(own), others.includes(foreign)]).toEqual([false, true]);
    for (const path of ['', '/facts'])
      expect((await send('lurah', 'GET', `${CASES}/${foreign}${path}`)).status).toBe(404);
    const places = casePlacesSchema.parse((await send('lurah', 'GET', '/api/v1/staff/case-places')).body);
    expect(places.places.map(({ caseId }) => caseId)).not.toContain(foreign);
    // The second lock says the same.
    const rows = await inTheNameOf(
      at.database.sql,
      personOf('lurah'),
      (tx) =>
        tx<
          { id: string }[]
        >`select case_id as id from violation_case where case_id in (${own}, ${foreign}, ${nowhere})`,
    );
    expect(rows.map(({ id }) => id)).toEqual([own]);
    expect((await send('pelaporTerverifikasi', 'GET', CASES)).body.cases).toEqual([]);
  });

  it('IDO07: whom a report is about sees nothing of it, by no way', async () => {
    noon('2026-11-23');
    const suspect = await aPerson(at.database.sql, at.office.deps.keys, {
      roles: ['petugasLayanan', 'surveyor', 'satpolPp'],
    });
    const as = at.hire('suspect', suspect);
    const caseId = await assigned();
    await take('surveyor', caseId, 'goOut');
    const roundId = await inspect(caseId);
    const { revision } = await see(caseId);
    const noted = await send('pejabatPenghubung', 'POST', `${CASES}/${caseId}/conflicts`, revision, {
      accountId: suspect.accountId,
      ...WHY,
    });
    expect([noted.status, noted.body.conflicts?.length]).toEqual([200, 1]);
    const now = (await see(caseId)).revision;
    const refused: unknown[] = [];
    for (const [method, path, body] of [
      ['GET', `${CASES}/${caseId}`],
      ['GET', `${CASES}/${caseId}/facts`],
      ['GET', `${CASES}/${caseId}/inspections/${roundId}/record`],
      ['GET', `${ROUNDS}/${roundId}`],
      ['GET', `${ROUNDS}/about/${caseId}`],
      ['POST', `${CASES}/${caseId}/steps/reclassify`, { serviceClass: 'ringan', ...WHY }],
      ['POST', `${CASES}/${caseId}/conflicts`, { accountId: personOf('auditor').accountId, ...WHY }],
    ] as const)
      refused.push((await send(as, method, path, now, body)).status);
    expect(refused).toEqual(refused.map(() => 404));
    const queue = await send(as, 'GET', `${CASES}?q=${(await see(caseId)).ticket}`);
    expect(queue.body.cases).toEqual([]);
    const places = await send(as, 'GET', '/api/v1/staff/case-places');
    expect(JSON.stringify(places.body)).not.toContain(caseId);
    for (const table of ['violation_case', 'case_move', 'case_due', 'case_conflict'] as const) {
      const rows = await inTheNameOf(
        at.database.sql,
        suspect,
        (tx) => tx`select from ${tx(table)} where case_id = ${caseId}`,
      );
      expect(rows.length, table).toBe(0);
    }
    const rounds = await inTheNameOf(
      at.database.sql,
      suspect,
      (tx) => tx`select from field_round where round_id = ${roundId}`,
    );
    expect(rounds.length).toBe(0);
    // It is not given to them either, nor to their unit once it is about that.
    const unitId = randomUUID();
    const body = { name: 'CONTOH Seksi terlapor', kind: 'office', members: [suspect.accountId] };
    await send('administrator', 'PUT', `/api/v1/staff/work-units/${unitId}`, 0, body);
    const given = { unitId, officerId: suspect.accountId, ...WHY };
    expect((await step('petugasLayanan', caseId, 'reassign', given)).body.code).toBe('officerGone');
    const again = await send(
      'pejabatPenghubung',
      'POST',
      `${CASES}/${caseId}/conflicts`,
      (await see(caseId)).revision,
      { unitId, ...WHY },
    );
    expect(again.status).toBe(200);
    expect((await step('petugasLayanan', caseId, 'reassign', { unitId, ...WHY })).body.code).toBe('unitGone');
  });

  it('IDO10: how many lie with a unit says nothing of what is hidden, nor does the order behind a case; who is let in is logged', async () => {
    noon('2026-11-23');
    const unitId = randomUUID();
    const path = '/api/v1/staff/work-units';
    const member = personOf('surveyor').accountId;
    const unit = { name: 'CONTOH Seksi yang dihitung', kind: 'office', members: [member] };
    await send('administrator', 'PUT', `${path}/${unitId}`, 0, unit);
    await send('administrator', 'PUT', `${path}/${unitId}`, 1, { ...unit, members: [] });
    const changes = await at.database.sql<{ facts: { added: string[]; removed: string[] } }[]>`
      select facts from log_event where kind = 'unit.changed' and facts ->> 'unitId' = ${unitId} order by facts ->> 'revision'`;
    expect(changes.map(({ facts: { added, removed } }) => [added, removed])).toEqual([
      [[member], []],
      [[], [member]],
    ]);
    const asker = await aPerson(at.database.sql, at.office.deps.keys, { roles: ['petugasLayanan'] });
    const as = at.hire('suspect', asker);
    const [hidden, seen] = [await assigned(), await assigned()];
    await at.database
      .sql`update violation_case set unit_id = ${unitId} where case_id in (${hidden}, ${seen})`;
    await at.database.sql`
      insert into case_conflict (case_id, account_id, noted_by, noted_at)
      values (${hidden}, ${asker.accountId}, 'system', now())`;
    const counted = async (who: Who): Promise<number> => {
      const { units } = (await send(who, 'GET', path)).body as unknown as {
        units: { unitId: string; openCases: number }[];
      };
      return units.find((one) => one.unitId === unitId)!.openCases;
    };
    expect([await counted('auditor'), await counted(as)]).toEqual([2, 1]);
    const behind = async (who: Who): Promise<number> => {
      await at.database.sql`update violation_case set due_on = '2000-01-01' where case_id = ${hidden}`;
      return ((await send(who, 'GET', `${CASES}?after=${hidden}`)).body.cases as unknown as unknown[]).length;
    };
    expect([(await behind('auditor')) > 0, await behind(as)]).toEqual([true, 0]);
  });

  it('IDO07: a round that is open about somebody stands in no list of theirs', async () => {
    const suspect = await aPerson(at.database.sql, at.office.deps.keys, { roles: ['surveyor'] });
    const as = at.hire('suspect', suspect);
    const caseId = await assigned();
    await take('surveyor', caseId, 'goOut');
    const opened = await send('surveyor', 'PUT', `${ROUNDS}/${randomUUID()}`, undefined, {
      subjectId: caseId,
    });
    expect(opened.status).toBe(200);
    const isListed = async (who: Parameters<typeof send>[0]): Promise<boolean> =>
      JSON.stringify((await send(who, 'GET', ROUNDS)).body.rounds).includes(caseId);
    expect([await isListed('surveyor'), await isListed(as)]).toEqual([true, true]);
    const noted = await send(
      'pejabatPenghubung',
      'POST',
      `${CASES}/${caseId}/conflicts`,
      (await see(caseId)).revision,
      { accountId: suspect.accountId, ...WHY },
    );
    expect(noted.status).toBe(200);
    expect([await isListed('surveyor'), await isListed(as)]).toEqual([true, false]);
  });

  it('IDO07: whom a case is about does not see where it goes on, and a superior reads there what was disputed', async () => {
    noon('2026-11-23');
    const suspect = await aPerson(at.database.sql, at.office.deps.keys, { roles: ['surveyor'] });
    const as = at.hire('suspect', suspect);
    const [caseId, goesOn] = [await at.office.open(), await at.office.open()];
    const reportId = randomUUID();
    await take('petugasLayanan', caseId, 'dismiss', { outcome: 'dataKurang', ...END });
    await at.database.sql.begin((tx) =>
      disputeCase(at.office.deps, tx, caseId, { reportId, words: 'Masih berdiri (uji).' }),
    );
    const { revision } = await take('pejabatPenghubung', caseId, 'reopen', WHY);
    // As long as the form lets it be.
    const about = { accountId: suspect.accountId, reason: 'Alasan uji. '.repeat(330) };
    const noted = await send('pejabatPenghubung', 'POST', `${CASES}/${caseId}/conflicts`, revision, about);
    expect(noted.status).toBe(200);
    expect((await send(as, 'GET', `${CASES}/${goesOn}`)).status).toBe(200);
    await take('petugasLayanan', caseId, 'join', { target: (await see(goesOn)).ticket, ...WHY });
    expect((await send(as, 'GET', `${CASES}/${goesOn}`)).status).toBe(404);
    const seen = await see(goesOn, 'pejabatPenghubung');
    expect(seen.disputes).toMatchObject([{ words: 'Masih berdiri (uji).', reportId }]);
    expect(seen.conflicts).toHaveLength(1);
  });

  it('a withheld case is handed on also out of the own sight', async () => {
    noon('2026-11-23');
    const own = randomUUID();
    await send('administrator', 'PUT', `/api/v1/staff/work-units/${own}`, 0, {
      name: 'CONTOH Loket',
      kind: 'office',
      members: [personOf('petugasLayanan').accountId],
    });
    const caseId = await at.office.open({ isWithheld: true });
    await take('pejabatPenghubung', caseId, 'verify', { serviceClass: 'tanpaPengawasan' });
    const assignmentCheck = 'Bukan unit yang dilaporkan (uji).';
    await take('pejabatPenghubung', caseId, 'dispose', { unitId: own, assignmentCheck });
    expect((await see(caseId, 'petugasLayanan')).unit?.unitId).toBe(own);
    await take('petugasLayanan', caseId, 'reassign', { unitId: UNIT, assignmentCheck, ...WHY });
    expect((await send('petugasLayanan', 'GET', `${CASES}/${caseId}`)).status).toBe(404);
    expect(await see(caseId)).toMatchObject({ unit: { unitId: UNIT }, isWithheld: true });
    expect((await see(caseId)).moves.at(-1)).toMatchObject({ step: 'reassign' });
  });

  it('a page of the queue takes as many statements with many cases as with one', async () => {
    noon('2026-11-23');
    const [alone] = [await assigned(), await assigned(), await assigned()];
    const { ticket } = await see(alone);
    const said: string[] = [];
    const counted = openDatabase(at.database.url, { onStatement: (text) => void said.push(text) });
    const office = aCaseOffice(counted, at.folder.path);
    const asked = async (who: Who, path: string) => {
      said.length = 0;
      const answered = await office.app.request(path, { headers: personOf(who).headers });
      const { cases } = (await answered.json()) as { cases: unknown[] };
      return { length: cases.length, count: said.length };
    };
    // The first statements of a connection are its own.
    await asked('auditor', CASES);
    const [one, many] = [await asked('auditor', `${CASES}?q=${ticket}`), await asked('auditor', CASES)];
    expect(one.length).toBe(1);
    expect(many.length).toBeGreaterThan(2);
    expect(many.count).toBe(one.count);
    office.close();
    await counted.end();
  });

  it('queue and map answer the same question', async () => {
    noon('2026-11-23');
    const [mine, nobodys, ended] = [await assigned(), await at.office.open(), await at.office.open()];
    await take('petugasLayanan', ended, 'dismiss', { outcome: 'dataKurang', ...END });
    at.office.setNow('2026-11-30T04:00:00Z');
    await escalateCases(at.office.deps);
    const known = { [mine]: 'mine', [nobodys]: 'nobodys', [ended]: 'ended' };
    const named = (cases: readonly { caseId: string }[]): string[] =>
      cases.flatMap(({ caseId }) => known[caseId] ?? []).sort();
    const answers = async (filter: string): Promise<string[][]> => [
      named(caseQueueSchema.parse((await send('auditor', 'GET', `${CASES}?${filter}`)).body).cases),
      named(
        casePlacesSchema.parse((await send('auditor', 'GET', `/api/v1/staff/case-places?${filter}`)).body)
          .places,
      ),
    ];
    const officer = personOf('surveyor').accountId;
    const { ticket } = await see(ended);
    for (const [filter, cases] of [
      [`officer=${officer}`, ['mine']],
      [`unit=${UNIT}`, ['mine']],
      ['unassigned=true', ['nobodys']],
      ['escalated=true&unassigned=true', ['nobodys']],
      ['state=ditugaskan', ['mine']],
      ['state=ditutup', ['ended']],
      [`q=${ticket}`, ['ended']],
      ['track=ruang', []],
    ] as const)
      expect([filter, ...(await answers(filter))]).toEqual([filter, cases, cases]);
    const { officers, counts } = caseQueueSchema.parse((await send('auditor', 'GET', CASES)).body);
    expect(officers.map(({ accountId }) => accountId)).toContain(officer);
    expect(counts.find(({ state }) => state === 'diterima')?.escalated).toBeGreaterThan(0);
    noon('2026-11-23');
  });

  it('the second lock: nobody recommends and confirms, washes hands, or acts for somebody else', async () => {
    noon('2026-11-23');
    const caseId = await assessed();
    const analyst = personOf('analis');
    const tries: [Person, string][] = [
      [
        analyst,
        `update violation_case set state = 'penindakan', outcome = 'terbukti' where case_id = '${caseId}'`,
      ],
      [analyst, `update violation_case set prepared_by = '{}' where case_id = '${caseId}'`],
      [
        personOf('verifikator'),
        `update violation_case set decided_by = '{${analyst.accountId}}' where case_id = '${caseId}'`,
      ],
      [
        personOf('petugasLayanan'),
        `update violation_case set state = 'ditutup', outcome = 'dataKurang', ended_at = now() where case_id = '${caseId}'`,
      ],
    ];
    for (const [person, text] of tries)
      await expect(inTheNameOf(at.database.sql, person, (tx) => tx.unsafe(text))).rejects.toThrow(
        /does not decide|washes|somebody else|written down/,
      );
    await expect(
      inTheNameOf(
        at.database.sql,
        analyst,
        (tx) =>
          tx`insert into case_move (case_id, step, from_state, to_state, is_paused, at, actor)
           values (${caseId}, 'verify', 'diterima', 'terverifikasi', false, now(), 'system')`,
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('two who change it at once: one does, the other is shown the case as it is now', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    const path = `${CASES}/${caseId}/steps/verify`;
    const both = await Promise.all(
      (['petugasLayanan', 'pejabatPenghubung'] as const).map((who) =>
        send(who, 'POST', path, 1, { serviceClass: 'ringan' }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.current.state).toBe('terverifikasi');
    expect((await send('petugasLayanan', 'POST', path, undefined, {})).status).toBe(428);
  });

  it('a step is told what it needs and nothing else', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    for (const body of [{}, { serviceClass: 'ringan', closing: 'dipulihkan' }])
      expect((await step('petugasLayanan', caseId, 'verify', body)).body.code).toBe('stepIncomplete');
    expect((await step('petugasLayanan', caseId, 'verify', { state: 'ditutup' })).status).toBe(400);
  });
});

describe('a visit', () => {
  it('is ended by whom it was given to, and with something in it', async () => {
    noon('2026-11-23');
    const caseId = await assigned();
    expect((await step('satpolPp', caseId, 'goOut')).body.code).toBe('caseNotYours');
    await take('surveyor', caseId, 'goOut');
    const roundId = randomUUID();
    const opened = await send('satpolPp', 'PUT', `${ROUNDS}/${roundId}`, undefined, { subjectId: caseId });
    expect(opened.status).toBe(200);
    const close = async (who: Who, decision: string, revision: number) =>
      send(who, 'POST', `${ROUNDS}/${roundId}/close`, revision, { decision, outlineItemId: null, ...WHY });
    expect((await close('surveyor', 'inspected', 1)).body.code).toBe('roundEmpty');
    const item = { kind: 'measurement', what: 'offset', value: 1.25, label: 'dinding ke as jalan' };
    const sent = await send('satpolPp', 'PUT', `${ROUNDS}/${roundId}/items/${randomUUID()}`, undefined, {
      schema: 'field-item/1',
      recordedAt: '2026-11-23T02:00:00Z',
      content: item,
    });
    expect(sent.status).toBe(200);
    expect((await close('satpolPp', 'inspected', 2)).body.code).toBe('caseNotYours');
    // The second lock says the same.
    const other = personOf('satpolPp');
    await expect(
      inTheNameOf(
        at.database.sql,
        other,
        (tx) =>
          tx`update field_round set state = 'closed', closed_by = ${other.accountId}, closed_at = now(),
                    closing = '{"decision":"inspected"}' where round_id = ${roundId}`,
      ),
    ).rejects.toThrow(/row-level security/);
    expect((await close('surveyor', 'inspected', 2)).body.state).toBe('closed');
  });
});

describe('a visit that goes on', () => {
  it('ends when its case goes on in another one: what it brought stays, and nothing more is taken', async () => {
    noon('2026-11-23');
    const [caseId, goesOn] = [await assigned(), await assigned()];
    await take('surveyor', caseId, 'goOut');
    const round = `${ROUNDS}/${randomUUID()}`;
    expect((await send('surveyor', 'PUT', round, undefined, { subjectId: caseId })).status).toBe(200);
    const item = (label: string) =>
      send('surveyor', 'PUT', `${round}/items/${randomUUID()}`, undefined, {
        schema: 'field-item/1',
        recordedAt: '2026-11-23T02:00:00Z',
        content: { kind: 'measurement', what: 'offset', value: 1.25, label },
      });
    expect((await item('dinding ke as jalan')).status).toBe(200);
    await take('petugasLayanan', caseId, 'join', { target: (await see(goesOn)).ticket, ...WHY });
    expect((await send('surveyor', 'GET', round)).body).toMatchObject({ state: 'closed', mayWork: false });
    expect((await item('terlambat')).status).toBe(409);
    const [closed] = await at.database.sql`
      select facts from log_event where kind = 'round.closed' and facts ->> 'subjectId' = ${caseId}`;
    expect(closed?.['facts']).toMatchObject({ decision: 'withdrawn', items: 1 });
  });
});

describe('what could bury a case', () => {
  it('is not done by one handler: no pause before somebody has looked, no join far away or into a pause', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    const before = await step('petugasLayanan', caseId, 'pause', paused('menungguAhli'));
    expect(before.body.code).toBe('stepNotPossible');
    const inTime = await assigned();
    for (const pauseUntil of ['2026-11-23', '2027-02-22'])
      expect(
        (await step('petugasLayanan', inTime, 'pause', paused('menungguAhli', pauseUntil))).body.code,
      ).toBe('stepIncomplete');
    const far = await at.office.open({ place: [116.85, -1.24] });
    const nowhere = await at.office.open({ place: null });
    const still = await assigned();
    await take('petugasLayanan', still, 'pause', paused('menungguAhli'));
    for (const target of [far, nowhere, still]) {
      const into = { target: (await see(target)).ticket, ...WHY };
      expect((await step('petugasLayanan', caseId, 'join', into)).body.code).toBe('joinTooFar');
    }
    const into = { target: (await see(far)).ticket, ...WHY };
    expect((await take('pejabatPenghubung', caseId, 'join', into)).state).toBe('ditutup');
  });

  it('IDO07: nor is a hidden case shown by its neighbours', async () => {
    noon('2026-11-23');
    const hidden = await at.office.open();
    const caseId = await assigned();
    const { ticket } = await see(hidden);
    at.office.reports.add(caseId, { supports: { ticket, caseId: hidden } });
    await take('surveyor', caseId, 'goOut');
    await inspect(caseId);
    await take('analis', caseId, 'recommend', { assessment: PROVEN });
    const shown = async () => JSON.stringify(await see(caseId, 'satpolPp'));
    expect(await shown()).toContain(ticket);
    const { revision } = await see(hidden);
    const about = { accountId: personOf('satpolPp').accountId, ...WHY };
    expect(
      (await send('petugasLayanan', 'POST', `${CASES}/${hidden}/conflicts`, revision, about)).status,
    ).toBe(200);
    expect(await shown()).not.toContain(ticket);
    expect(await shown()).not.toContain(hidden);
    const joined = await at.office.open();
    const gone = (await see(joined)).ticket;
    await take('petugasLayanan', joined, 'join', { target: (await see(caseId)).ticket, ...WHY });
    expect(await shown()).toContain(gone);
    // It is about them alone, and was noted after the join: there is nothing of it where it goes on.
    await send('petugasLayanan', 'POST', `${CASES}/${joined}/conflicts`, (await see(joined)).revision, about);
    expect((await send('satpolPp', 'GET', `${CASES}/${caseId}`)).status).toBe(404);
  });
});

describe('closing somebody out of a case', () => {
  const note = async (who: Who, caseId: string, about: object) => {
    const { revision } = await see(caseId, 'petugasLayanan');
    return send(who, 'POST', `${CASES}/${caseId}/conflicts`, revision, { ...about, ...WHY });
  };
  const decide = async (who: Who, caseId: string, what: 'agree' | 'end', index = 0) => {
    const { revision, conflicts } = await see(caseId, 'petugasLayanan');
    const path = `${CASES}/${caseId}/conflicts/${conflicts.at(index)?.conflictId}/${what}`;
    return send(who, 'POST', path, revision, what === 'end' ? WHY : {});
  };
  const statusFor = async (who: Who, caseId: string) => (await send(who, 'GET', `${CASES}/${caseId}`)).status;
  const eventsOf = (caseId: string) =>
    at.database.sql<{ kind: string; whom: string; reason: string | null }[]>`
      select kind, personal ->> 'whom' as whom, personal ->> 'reason' as reason
      from log_event join log_leaf using (event_id)
      where facts ->> 'caseId' = ${caseId} and kind like 'case.conflict%' order by leaf_index`;

  it('WFL09: nobody alone hides a case from whoever supervises or audits, and the last superior keeps it', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    const [focal, signer, auditor] = (['pejabatPenghubung', 'pejabatPenandatangan', 'auditor'] as const).map(
      (who) => personOf(who).accountId,
    );
    for (const accountId of [focal, auditor])
      expect((await note('petugasLayanan', caseId, { accountId })).status).toBe(200);
    // It waits for a second person; whom it is about is not warned.
    expect([await statusFor('pejabatPenghubung', caseId), await statusFor('auditor', caseId)]).toEqual([
      200, 200,
    ]);
    expect((await see(caseId, 'pejabatPenghubung')).conflicts.map(({ name }) => name)).toHaveLength(1);
    expect((await see(caseId)).conflicts).toMatchObject([
      { reason: WHY.reason, holds: false, mayAgree: false },
    ]);
    expect((await decide('petugasLayanan', caseId, 'agree')).body.code).toBe('secondPersonNeeded');
    expect((await decide('pejabatPenghubung', caseId, 'agree')).status).toBe(404);
    expect((await decide('surveyor', caseId, 'agree')).status).toBe(403);
    expect((await decide('pejabatPenandatangan', caseId, 'agree')).status).toBe(200);
    expect([await statusFor('pejabatPenghubung', caseId), await statusFor('auditor', caseId)]).toEqual([
      404, 200,
    ]);
    // The last who supervises is left.
    expect((await note('petugasLayanan', caseId, { accountId: signer })).status).toBe(200);
    const other = at.hire(
      'suspect',
      await aPerson(at.database.sql, at.office.deps.keys, { roles: ['petugasLayanan'] }),
    );
    expect((await decide(other, caseId, 'agree', -1)).body.code).toBe('nobodySupervises');
    expect(await statusFor('pejabatPenandatangan', caseId)).toBe(200);
    // The second lock says the same.
    const [last] = await at.database.sql<{ no: string }[]>`
      select conflict_no as no from case_conflict where case_id = ${caseId} and account_id = ${signer!}`;
    for (const [person, by] of [
      [personOf(other), `account:${personOf(other).accountId}`],
      [personOf('petugasLayanan'), `account:${personOf('petugasLayanan').accountId}`],
      [personOf('petugasLayanan'), `account:${personOf(other).accountId}`],
    ] as const)
      await expect(
        inTheNameOf(
          at.database.sql,
          person,
          (tx) =>
            tx`update case_conflict set seconded_by = ${by}, seconded_at = now() where conflict_no = ${last!.no}`,
        ),
      ).rejects.toThrow(/keeps seeing it|a second person/);
    // Taking back is for a superior, with a reason, and everything is an event with a name.
    expect((await decide('petugasLayanan', caseId, 'end')).status).toBe(403);
    expect((await decide('pejabatPenandatangan', caseId, 'end')).status).toBe(200);
    expect(await statusFor('pejabatPenghubung', caseId)).toBe(200);
    expect(await eventsOf(caseId)).toEqual([
      { kind: 'case.conflictNoted', whom: focal, reason: WHY.reason },
      { kind: 'case.conflictNoted', whom: auditor, reason: WHY.reason },
      { kind: 'case.conflictSeconded', whom: focal, reason: null },
      { kind: 'case.conflictNoted', whom: signer, reason: WHY.reason },
      { kind: 'case.conflictEnded', whom: focal, reason: WHY.reason },
    ]);
  });

  it('IDO07: the log tells an auditor nothing of a case that is about them, nor that somebody noted it', async () => {
    noon('2026-11-23');
    const caseId = await at.office.open();
    const person = await aPerson(at.database.sql, at.office.deps.keys, { roles: ['auditor'] });
    const accused = at.hire('suspect', person);
    const filter = { kind: null, actor: null, about: caseId, from: null, to: null, before: null };
    const readerOf = (who: Who) => ({
      ...personOf(who),
      name: 'CONTOH',
      roles: ['auditor'] as const,
      producerId: null,
      kelurahanCode: null,
      hasSecondFactor: true,
    });
    const kindsFor = async (who: Who): Promise<string[]> => {
      const { entries } = await readAuditPage(at.office.deps, readerOf(who), filter);
      return entries.map(({ kind }) => kind).filter((kind) => /^case\.(conflict|moved)/.test(kind));
    };
    const fileFor = async (who: Who): Promise<string> => {
      const parts: string[] = [];
      for await (const part of await writeAuditFile(at.office.deps, readerOf(who), filter)) parts.push(part);
      return parts.join('');
    };
    await take('petugasLayanan', caseId, 'verify', { serviceClass: 'tanpaPengawasan' });
    expect((await note('petugasLayanan', caseId, { accountId: person.accountId })).status).toBe(200);
    // Until a second person agrees the case is there, and nothing warns them.
    expect(await kindsFor('auditor')).toEqual(['case.conflictNoted', 'case.moved']);
    expect(await kindsFor(accused)).toEqual(['case.moved']);
    expect((await decide('pejabatPenandatangan', caseId, 'agree')).status).toBe(200);
    expect(await kindsFor('auditor')).toEqual(['case.conflictSeconded', 'case.conflictNoted', 'case.moved']);
    expect(await kindsFor(accused)).toEqual([]);
    expect([(await fileFor('auditor')).includes(caseId), (await fileFor(accused)).includes(caseId)]).toEqual([
      true,
      false,
    ]);
    // The second lock says the same.
    const rows = await inTheNameOf(
      at.database.sql,
      person,
      (tx) => tx`select from log_event where facts ->> 'caseId' = ${caseId}`,
    );
    expect(rows).toHaveLength(0);
  });

  it('a case is taken from an officer, and from a unit, whom it is about: it is listed as with nobody', async () => {
    noon('2026-11-23');
    const [officers, units, joined, goesOn] = [
      await assigned(),
      await assigned(),
      await at.office.open(),
      await assigned(),
    ];
    const { accountId } = personOf('surveyor');
    expect((await note('petugasLayanan', officers, { accountId })).status).toBe(200);
    expect(await see(officers)).toMatchObject({ unit: { unitId: UNIT }, officer: null });
    expect((await see(officers)).moves.at(-1)).toMatchObject({ step: 'unassign', by: null });
    expect((await note('petugasLayanan', units, { unitId: UNIT })).status).toBe(200);
    expect(await see(units)).toMatchObject({ unit: null, officer: null });
    const listed = caseQueueSchema
      .parse((await send('auditor', 'GET', `${CASES}?unassigned=true`)).body)
      .cases.map(({ caseId }) => caseId);
    expect(listed).toEqual(expect.arrayContaining([officers, units]));
    // What a join brings along is found by the next sweep.
    expect((await note('petugasLayanan', joined, { accountId })).status).toBe(200);
    await take('petugasLayanan', joined, 'join', { target: (await see(goesOn)).ticket, ...WHY });
    await releaseFromConcerned(at.office.deps);
    await releaseFromConcerned(at.office.deps);
    expect((await see(goesOn)).officer).toBeNull();
    expect((await see(goesOn)).moves.filter((one) => one.step === 'unassign')).toHaveLength(1);
  });

  it('WFL09: a join takes along who noted it: whoever joined has noted nothing, and whoever did agrees to nothing', async () => {
    noon('2026-11-23');
    const { accountId } = personOf('pejabatPenghubung');
    const other = await aPerson(at.database.sql, at.office.deps.keys, { roles: ['petugasLayanan'] });
    at.hire('suspect', other);
    const [caseId, goesOn] = [await at.office.open(), await at.office.open()];
    expect((await note('petugasLayanan', caseId, { accountId })).status).toBe(200);
    await take('suspect', caseId, 'join', { target: (await see(goesOn)).ticket, ...WHY });
    expect((await decide('petugasLayanan', goesOn, 'agree')).body.code).toBe('secondPersonNeeded');
    expect(await statusFor('pejabatPenghubung', goesOn)).toBe(200);
    expect(await eventsOf(goesOn)).toEqual([
      { kind: 'case.conflictNoted', whom: accountId, reason: WHY.reason },
    ]);
    expect((await decide('suspect', goesOn, 'agree')).status).toBe(200);
    expect(await statusFor('pejabatPenghubung', goesOn)).toBe(404);
    expect((await decide('pejabatPenandatangan', goesOn, 'end')).status).toBe(200);
  });

  it('WFL09: an overdue case that its pejabat penghubung may not see is told to whoever manages people', async () => {
    noon('2026-11-23');
    await escalateCases(at.office.deps);
    const [hidden, seen] = [await at.office.open(), await at.office.open()];
    const { accountId } = personOf('pejabatPenghubung');
    expect((await note('petugasLayanan', hidden, { accountId })).status).toBe(200);
    expect((await decide('pejabatPenandatangan', hidden, 'agree')).status).toBe(200);
    noon('2026-11-30');
    await escalateCases(at.office.deps);
    const told = await at.database.sql<{ whom: string; cases: number }[]>`
      select split_part(dedupe_key, ':', 3) as whom, (parameters ->> 'cases')::int as cases from outbox_message
      where template = 'case.escalated' and parameters ->> 'hasFocalPoint' = 'false'`;
    expect(told).toEqual([{ whom: personOf('administrator').accountId, cases: 1 }]);
    expect((await see(seen)).isEscalated).toBe(true);
  });

  it('IDO07: leaving the unit opens nothing, and nobody changes a unit that they are in', async () => {
    noon('2026-11-23');
    const [leaver, joiner, colleague] = await Promise.all(
      [0, 1, 2].map(() => aPerson(at.database.sql, at.office.deps.keys, { roles: ['surveyor'] })),
    );
    const unitId = randomUUID();
    const path = `/api/v1/staff/work-units/${unitId}`;
    const put = (who: Who, revision: number, members: (Person | undefined)[]) =>
      send(who, 'PUT', path, revision, {
        name: 'CONTOH Unit terlapor',
        kind: 'office',
        members: members.map((one) => one?.accountId),
      });
    const signer = personOf('pejabatPenandatangan');
    expect((await put('administrator', 0, [leaver, colleague, signer])).status).toBe(200);
    const caseId = await at.office.open();
    expect((await note('petugasLayanan', caseId, { unitId })).status).toBe(200);
    expect((await put('pejabatPenandatangan', 1, [leaver, colleague])).body.code).toBe('ownUnit');
    expect((await send('pejabatPenandatangan', 'DELETE', path, 1)).body.code).toBe('ownUnit');
    const gone = await inTheNameOf(
      at.database.sql,
      signer,
      (tx) => tx`delete from work_unit_member where unit_id = ${unitId} returning 1`,
    );
    expect(gone).toHaveLength(0);
    expect((await put('administrator', 1, [colleague, joiner])).status).toBe(200);
    for (const [person, status] of [
      [leaver!, 404],
      [joiner!, 404],
      [colleague!, 404],
    ] as const)
      expect(await statusFor(at.hire('suspect', person), caseId)).toBe(status);
    // A signing official is closed out by name, once a second person says so.
    expect(await statusFor('pejabatPenandatangan', caseId)).toBe(200);
  });
});

it('every step of every case is a leaf of the log, and the log is whole', () => everyStepIsALeaf(5));
