import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { addDays, addWorkingDays, isWorkingDay, type WorkCalendar } from '../work-days/working-days.ts';
import { type CaseClockMove, disputeUntil, dueNext, readCaseClock, type Stage } from './clock.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { CaseState, CaseStep } from './states.ts';

const calendar = (holidays: readonly string[] = []): WorkCalendar => ({
  everyYear: new Set(['08-17']),
  years: new Map(
    [2025, 2026, 2027].map((year) => [year, new Set(holidays.filter((day) => day.startsWith(String(year))))]),
  ),
});
type Told = [on: string, step: CaseStep | 'open', state: CaseState, isPaused?: boolean];
const moves = (...list: Told[]): CaseClockMove[] => {
  let serviceClass: CaseClockMove['serviceClass'] = null;
  return list.map(([on, step, state, isPaused = false], index) => {
    if (step === 'verify') serviceClass = 'tanpaPengawasan';
    return { moveNo: index + 1, on, step, state, isPaused, serviceClass };
  });
};
const stageOf = (told: readonly CaseClockMove[], stage: Stage, today: string, known = calendar()) =>
  readCaseClock(known, told, DEFAULT_POLICY, today).find((one) => one.stage === stage);

const OPENED: Told = ['2026-11-02', 'open', 'diterima'];

describe('the clock of a case', () => {
  it('owes a verification within three working days, then somebody within five, an answer within ten', () => {
    expect(stageOf(moves(OPENED), 'verify', '2026-11-02')?.reading.dueOn).toBe('2026-11-05');
    const verified = moves(OPENED, ['2026-11-04', 'verify', 'terverifikasi']);
    expect(stageOf(verified, 'verify', '2026-11-09')).toMatchObject({
      isOwed: false,
      reading: { state: 'stopped', usedDays: 2 },
    });
    expect(stageOf(verified, 'followUp', '2026-11-04')?.reading.dueOn).toBe('2026-11-11');
    expect(stageOf(verified, 'reply', '2026-11-04')?.reading.dueOn).toBe('2026-11-18');
    expect(stageOf(verified, 'resolve', '2026-11-04')?.reading.dueOn).toBe('2026-11-24');
    expect(dueNext(readCaseClock(calendar(), verified, DEFAULT_POLICY, '2026-11-04'))?.stage).toBe(
      'followUp',
    );
  });

  it('stands still while it pauses, and goes on where it was', () => {
    const told = moves(
      OPENED,
      ['2026-11-03', 'verify', 'terverifikasi'],
      ['2026-11-04', 'pause', 'terverifikasi', true],
      ['2026-11-30', 'resume', 'terverifikasi'],
    );
    expect(stageOf(told.slice(0, 3), 'followUp', '2026-11-20')?.reading).toMatchObject({
      state: 'stopped',
      dueOn: null,
      usedDays: 1,
    });
    expect(
      dueNext(readCaseClock(calendar(), told.slice(0, 3), DEFAULT_POLICY, '2026-11-20')),
    ).toBeUndefined();
    expect(stageOf(told, 'followUp', '2026-11-30')?.reading.dueOn).toBe('2026-12-04');
  });

  it('an answer is owed until it is given, and again when the case is opened again', () => {
    const told = moves(
      OPENED,
      ['2026-11-03', 'verify', 'terverifikasi'],
      ['2026-11-05', 'reply', 'terverifikasi'],
      ['2026-11-06', 'dismiss', 'ditutup'],
      ['2026-11-09', 'dispute', 'peninjauan'],
      ['2026-11-10', 'reopen', 'terverifikasi'],
    );
    expect(stageOf(told.slice(0, 3), 'reply', '2026-11-30')?.isOwed).toBe(false);
    expect(stageOf(told.slice(0, 5), 'review', '2026-11-09')).toMatchObject({
      since: 5,
      isOwed: true,
      reading: { dueOn: '2026-11-23' },
    });
    expect(stageOf(told, 'reply', '2026-11-10')).toMatchObject({ since: 6, isOwed: true });
    expect(stageOf(told, 'resolve', '2026-11-10')).toMatchObject({
      since: 6,
      reading: { dueOn: '2026-11-30' },
    });
  });

  it('an objection is decided on within ten working days, also where nobody has set them', () => {
    const told = moves(OPENED, ['2026-11-03', 'object', 'keberatan']);
    expect(stageOf(told, 'objection', '2026-11-03')).toMatchObject({
      isOwed: true,
      reading: { state: 'running', dueOn: '2026-11-17' },
    });
  });

  it('what was confirmed is owed an act, what was handed over too, until there is a sanction', () => {
    const told = moves(
      OPENED,
      ['2026-11-03', 'confirmViolation', 'penindakan'],
      ['2026-11-04', 'handOver', 'dilimpahkan'],
      ['2026-11-05', 'enforce', 'dilimpahkan'],
    );
    const confirmed = readCaseClock(calendar(), told.slice(0, 2), DEFAULT_POLICY, '2026-11-03');
    expect(dueNext(confirmed)).toMatchObject({ stage: 'enforce', reading: { dueOn: '2026-11-17' } });
    // It is not given longer by being handed on.
    expect(stageOf(told.slice(0, 3), 'enforce', '2026-11-04')).toMatchObject({
      isOwed: true,
      reading: { dueOn: '2026-11-17' },
    });
    expect(stageOf(told, 'enforce', '2026-11-05')?.isOwed).toBe(false);
  });

  it('a sanction keeps its day when the case is opened again or assessed anew, and without a term says that it has none', () => {
    const told = moves(
      OPENED,
      ['2026-11-03', 'impose', 'pemulihan'],
      ['2026-11-09', 'close', 'ditutup'],
      ['2026-11-10', 'dispute', 'peninjauan'],
      ['2026-11-11', 'reopen', 'pemulihan'],
      ['2026-11-12', 'reassess', 'penilaian'],
    );
    const stood = { imposedOn: '2026-11-03', servedOn: '2026-11-04', fulfilledOn: null } as const;
    const term = (count: number, dueOn: string | null) =>
      readCaseClock(calendar(), told.slice(0, count), DEFAULT_POLICY, '2026-11-12', [
        { ...stood, dueOn },
      ]).find(({ stage }) => stage === 'sanction');
    expect([2, 3, 4, 5, 6].map((count) => term(count, '2026-11-18')?.reading.dueOn)).toEqual([
      '2026-11-18',
      undefined,
      undefined,
      '2026-11-18',
      '2026-11-18',
    ]);
    // Told anew once it was opened again: its number is another one.
    expect([term(2, '2026-11-18')?.since, term(6, '2026-11-18')?.since]).toEqual([2, 5]);
    expect(term(5, null)).toMatchObject({ isOwed: true, reading: { state: 'notSet', dueOn: null } });
    expect(stageOf(told, 'sanction', '2026-11-12')).toBeUndefined();
  });

  it('what was handed over is owed an act again when it is opened again', () => {
    const told = moves(
      OPENED,
      ['2026-11-03', 'handOver', 'dilimpahkan'],
      ['2026-11-04', 'carryOut', 'dilimpahkan'],
      ['2026-11-09', 'close', 'ditutup'],
      ['2026-11-10', 'dispute', 'peninjauan'],
      ['2026-11-11', 'reopen', 'dilimpahkan'],
    );
    const owed = [2, 3, 6].map((count) => stageOf(told.slice(0, count), 'enforce', '2026-11-12')?.isOwed);
    expect(owed).toEqual([true, false, true]);
  });

  it('the term of a sanction that stands is due, while the case does not pause', () => {
    const given = [
      { imposedOn: '2026-11-04', servedOn: '2026-11-04', dueOn: '2026-11-11', fulfilledOn: null },
    ];
    const told = moves(
      OPENED,
      ['2026-11-03', 'confirmViolation', 'penindakan'],
      ['2026-11-04', 'impose', 'pemulihan'],
      ['2026-11-05', 'pause', 'pemulihan', true],
    );
    const read = (count: number) =>
      dueNext(readCaseClock(calendar(), told.slice(0, count), DEFAULT_POLICY, '2026-11-12', given));
    expect(read(3)).toMatchObject({
      stage: 'sanction',
      since: 3,
      reading: { dueOn: '2026-11-11', leftDays: -1 },
    });
    expect(read(4)).toBeUndefined();
  });

  it('a closed case owes nothing', () => {
    const told = moves(OPENED, ['2026-11-03', 'dismiss', 'ditutup']);
    expect(readCaseClock(calendar(), told, DEFAULT_POLICY, '2026-12-30').filter((one) => one.isOwed)).toEqual(
      [],
    );
  });

  it('a reporter has ten working days to say that it is not done', () => {
    expect(disputeUntil(calendar(), '2026-11-30', DEFAULT_POLICY)).toBe('2026-12-14');
  });
});

const day = fc.integer({ min: 0, max: 500 }).map((offset) => addDays('2025-06-01', offset));
const holidays = fc.uniqueArray(day, { maxLength: 30 });
const WALK: readonly (readonly [CaseStep, CaseState])[] = [
  ['verify', 'terverifikasi'],
  ['dispose', 'ditugaskan'],
  ['goOut', 'pemeriksaan'],
  ['recordInspection', 'penilaian'],
  ['recommend', 'telaah'],
  ['confirmViolation', 'penindakan'],
];
/** A case that is worked on, each step some days after the one before, with a pause somewhere. */
const walk = fc.record({
  begins: day,
  gaps: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
  length: fc.integer({ min: 0, max: WALK.length }),
  pauseAfter: fc.integer({ min: 0, max: WALK.length }),
});
const toldOf = ({
  begins,
  gaps,
  length,
  pauseAfter,
}: {
  readonly begins: string;
  readonly gaps: readonly number[];
  readonly length: number;
  readonly pauseAfter: number;
}) => {
  let on = begins;
  const told: Told[] = [[on, 'open', 'diterima']];
  const next = (index: number): string => {
    on = addDays(on, gaps[index] ?? 1);
    return on;
  };
  for (const [index, [step, state]] of WALK.slice(0, length).entries()) {
    // Never before it was verified.
    if (pauseAfter === index && index > 0) {
      const at = told.at(-1)![2];
      told.push([next(6), 'pause', at, true], [next(7), 'resume', at]);
    }
    told.push([next(index), step, state]);
  }
  return { told, last: on };
};

describe('whatever is done to a case', () => {
  it('CLK01, CLK06: no clock runs backwards, no due day is one on which nobody works, each stage is owed once', () => {
    fc.assert(
      fc.property(walk, holidays, (given, off) => {
        const { told, last } = toldOf(given);
        const known = calendar(off);
        const clocks = readCaseClock(known, moves(...told), DEFAULT_POLICY, last);
        expect(new Set(clocks.map(({ stage }) => stage)).size).toBe(clocks.length);
        for (const { reading, since } of clocks) {
          expect(reading.usedDays).toBeGreaterThanOrEqual(0);
          expect(since).toBeGreaterThan(0);
          if (reading.dueOn !== null) expect(isWorkingDay(known, reading.dueOn)).toBe(true);
        }
      }),
    );
  });

  it('CLK04: one more holiday never makes anything due earlier', () => {
    fc.assert(
      fc.property(walk, holidays, day, (given, off, another) => {
        const { told, last } = toldOf(given);
        const read = (days: readonly string[]) =>
          readCaseClock(calendar(days), moves(...told), DEFAULT_POLICY, last).filter(({ isOwed }) => isOwed);
        for (const [index, { reading }] of read(off).entries()) {
          const later = read([...off, another])[index]?.reading.dueOn;
          if (reading.dueOn !== null && later != null) expect(later >= reading.dueOn).toBe(true);
        }
      }),
    );
  });

  it('CLK09: what is no step of a state moves no clock: taking over, another answer, resuming at once', () => {
    fc.assert(
      fc.property(walk, holidays, (given, off) => {
        const { told, last } = toldOf(given);
        const [, , state] = told.at(-1)!;
        const quiet: Told[] = [
          [last, 'reassign', state],
          [last, 'pause', state, true],
          [last, 'resume', state],
        ];
        const read = (list: Told[]) =>
          readCaseClock(calendar(off), moves(...list), DEFAULT_POLICY, addDays(last, 3)).map(
            ({ stage, since, isOwed, reading }) => [stage, since, isOwed, reading.dueOn, reading.usedDays],
          );
        expect(read([...told, ...quiet])).toEqual(read(told));
      }),
    );
  });

  it('a join makes nothing later, and takes nothing off what is owed', () => {
    const carried = fc.record({
      stage: fc.constantFrom('verify', 'followUp', 'reply', 'resolve'),
      leftDays: fc.integer({ min: -5, max: 20 }),
    });
    fc.assert(
      fc.property(walk, holidays, fc.array(carried, { maxLength: 4 }), (given, off, along) => {
        const { told, last } = toldOf(given);
        const known = calendar(off);
        const list = moves(...told);
        const { state, serviceClass } = list.at(-1)!;
        const takeIn: CaseClockMove = {
          moveNo: list.length + 1,
          on: last,
          step: 'takeIn',
          state,
          isPaused: false,
          serviceClass,
          carried: along.map((one) => ({
            ...one,
            dueOn: one.leftDays < 0 ? addDays(last, one.leftDays) : addWorkingDays(known, last, one.leftDays),
          })),
        };
        const read = (of: readonly CaseClockMove[]) =>
          new Map(
            readCaseClock(known, of, DEFAULT_POLICY, last)
              .filter(({ isOwed }) => isOwed)
              .map(({ stage, reading }) => [stage, reading.dueOn ?? '9999']),
          );
        const after = read([...list, takeIn]);
        for (const [stage, dueOn] of read(list)) expect((after.get(stage) ?? '9999') <= dueOn).toBe(true);
      }),
    );
  });

  it('another class moves the day of the resolution and no other, and a pause has its own day and no other', () => {
    const classes = fc.constantFrom('ringan', 'normatif', 'tanpaPengawasan', 'pengawasan');
    fc.assert(
      fc.property(
        walk,
        holidays,
        classes,
        fc.integer({ min: 1, max: 90 }),
        (given, off, serviceClass, days) => {
          const { told, last } = toldOf({ ...given, length: Math.max(1, given.length) });
          const known = calendar(off);
          const list = moves(...told);
          const next = { ...list.at(-1)!, moveNo: list.length + 1, on: last };
          const read = (of: readonly CaseClockMove[]) => readCaseClock(known, of, DEFAULT_POLICY, last);
          const others = (of: readonly CaseClockMove[]) =>
            read(of).flatMap(({ stage, reading }) => (stage === 'resolve' ? [] : [[stage, reading.dueOn]]));
          expect(others([...list, { ...next, step: 'reclassify', serviceClass }])).toEqual(others(list));
          const pauseUntil = addDays(last, days);
          const paused = read([...list, { ...next, step: 'pause', isPaused: true, pauseUntil }]);
          expect(dueNext(paused)).toMatchObject({ stage: 'pause', reading: { dueOn: pauseUntil } });
        },
      ),
    );
  });

  it('more days are later, and less are earlier', () => {
    fc.assert(
      fc.property(day, holidays, fc.integer({ min: 1, max: 30 }), (on, off, verifyDays) => {
        const [clock] = readCaseClock(
          calendar(off),
          moves([on, 'open', 'diterima']),
          { ...DEFAULT_POLICY, verifyDays },
          on,
        );
        expect(clock?.reading.dueOn).toBe(addWorkingDays(calendar(off), on, verifyDays));
      }),
    );
  });
});
