import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disputeCase, openCase, publicStanding } from '../../server/features/cases/index.ts';
import { findCase, movesOf, setMoved } from '../../server/features/cases/queries.ts';
import { PHOTO_BY_HAND, reportsByHand } from '../support/reports-by-hand.ts';
import { aCity } from '../support/some-facts.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let now = new Date('2026-11-23T02:00:00Z');
const deps = () => ({ sql: database.sql, city: aCity(), clock: { now: () => now } });
const setNow = (moment: string): void => {
  now = new Date(moment);
};

beforeAll(async () => {
  database = await createTemporaryDatabase();
});
afterAll(() => database.drop());

const reports = reportsByHand();
let tickets = 0;
const aCase = (): Promise<string> =>
  database.sql.begin((tx) => {
    tickets += 1;
    return openCase(deps(), tx, {
      ticket: `LAP-UJ1UJ-${String(tickets).padStart(5, '0')}`,
      track: 'bangunan',
      category: 'uji',
      place: [116.83, -1.24],
      kelurahanCode: '64.71.01.1001',
      isDemo: true,
    });
  });
const standing = (caseId: string) => publicStanding(deps(), database.sql, caseId);
const close = async (caseId: string): Promise<void> => {
  const row = await findCase(database.sql, caseId);
  await setMoved(database.sql, caseId, { ...row!, state: 'ditutup', outcome: 'tidakTerbukti', endedAt: now });
};

describe('a case', () => {
  it('is opened with its report, due within three working days, and its leaf is in the log', async () => {
    setNow('2026-11-20T02:00:00Z');
    const caseId = await aCase();
    expect(await standing(caseId)).toMatchObject({
      state: 'diterima',
      outcome: null,
      moves: [{ state: 'diterima', on: '2026-11-20' }],
      dueOn: '2026-11-25',
      dueStage: 'verify',
      isOverdue: false,
      isPaused: false,
      isEscalated: false,
      ended: null,
      mayDisputeUntil: null,
    });
    const [event] = await database.sql<{ facts: object; personal: unknown }[]>`
      select facts, personal from log_event where kind = 'case.opened' and facts ->> 'caseId' = ${caseId}`;
    expect(event?.facts).toMatchObject({ caseId, isDemo: true });
    expect(JSON.stringify(event)).not.toMatch(/116\.8|-1\.2|64\.71/);
  });

  it('has its reports apart from itself: what staff see of them, never who', async () => {
    const caseId = await aCase();
    const { reportId } = reports.add(caseId, { photos: [PHOTO_BY_HAND] });
    expect((await reports.of(database.sql, caseId)).map((one) => one.reportId)).toEqual([reportId]);
    expect(Object.keys((await findCase(database.sql, caseId))!)).not.toContain('description');
  });

  it('is not there when its report was not taken', async () => {
    let caseId = '';
    const failing = database.sql.begin(async (tx) => {
      caseId = await openCase(deps(), tx, {
        ticket: 'LAP-GAGAL-00000',
        track: 'ruang',
        category: 'uji',
        place: null,
        kelurahanCode: null,
        isDemo: true,
      });
      throw new Error('not taken');
    });
    await expect(failing).rejects.toThrow('not taken');
    expect(await standing(caseId)).toBeUndefined();
  });

  it('CLK03: is due on the day of the city, whatever the zone of machine and database', async () => {
    // 00:30 on Tuesday in Balikpapan, Monday in London.
    setNow('2026-11-23T16:30:00Z');
    expect(await standing(await aCase())).toMatchObject({
      moves: [{ state: 'diterima', on: '2026-11-24' }],
      dueOn: '2026-11-27',
    });
  });

  it('CLK06: moves keep their order when the clock of the machine is put back', async () => {
    setNow('2026-11-24T02:00:00Z');
    const caseId = await aCase();
    await close(caseId);
    setNow('2026-11-24T01:00:00Z');
    await database.sql.begin((tx) =>
      disputeCase(deps(), tx, caseId, { reportId: randomUUID(), words: 'Uji' }),
    );
    const moves = await movesOf(database.sql, [caseId]);
    expect(moves.map(({ at }) => at.toISOString())).toEqual([
      '2026-11-24T02:00:00.000Z',
      '2026-11-24T02:00:00.000Z',
    ]);
  });
});

describe('“belum selesai”', () => {
  const dispute = (caseId: string) =>
    database.sql.begin((tx) =>
      disputeCase(deps(), tx, caseId, { reportId: randomUUID(), words: 'Masih berdiri (uji).' }),
    );

  it('goes to a superior within ten working days of the closing, and once', async () => {
    setNow('2026-11-20T02:00:00Z');
    const caseId = await aCase();
    expect((await dispute(caseId))?.code).toBe('stepNotPossible');
    await close(caseId);
    expect((await standing(caseId))?.mayDisputeUntil).toBe('2026-12-04');
    expect(await dispute(caseId)).toBeNull();
    expect(await standing(caseId)).toMatchObject({
      state: 'peninjauan',
      dueStage: 'review',
      mayDisputeUntil: null,
      ended: null,
    });
    expect((await dispute(caseId))?.code).toBe('stepNotPossible');
  });

  it('comes too late after them', async () => {
    setNow('2026-11-20T02:00:00Z');
    const caseId = await aCase();
    await close(caseId);
    setNow('2026-12-04T15:59:00Z');
    expect((await standing(caseId))?.mayDisputeUntil).toBe('2026-12-04');
    setNow('2026-12-04T16:01:00Z');
    expect((await standing(caseId))?.mayDisputeUntil).toBeNull();
    expect((await dispute(caseId))?.code).toBe('stepNotPossible');
  });
});
