import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { addDays } from '../work-days/working-days.ts';
import {
  type EarlierWarning,
  nextWarningLevel,
  refuseSanction,
  SANCTION_KINDS,
  SANCTION_WORDS,
} from './sanctions.ts';

const warning = {
  kind: 'peringatanTertulis',
  obligation: 'Hentikan pembangunan.',
  termDays: 7,
  amountRupiah: null,
} as const;
const stands = (level: number, dueOn: string | null): EarlierWarning => ({
  level,
  servedOn: dueOn === null ? null : '2026-11-02',
  dueOn,
});

describe('WFL04: a written warning', () => {
  it('follows the one before it only after its due day, with the rule cited', () => {
    expect(refuseSanction(warning, [], '2026-11-30')).toBeNull();
    const early = refuseSanction(warning, [stands(1, '2026-11-30')], '2026-11-30');
    expect(early).toMatchObject({ code: 'warningTooEarly', params: { level: 2, dueOn: '2026-11-30' } });
    expect(String(early?.params['rule'])).toContain('PP 21/2021');
    expect(refuseSanction(warning, [stands(1, '2026-11-30')], '2026-12-01')).toBeNull();
  });

  it('waits for the one before it to be served: until then its term has not begun', () => {
    expect(refuseSanction(warning, [stands(1, null)], '2027-11-30')?.code).toBe('warningNotServed');
  });

  it('comes three times and no more', () => {
    const three = [1, 2, 3].map((level) => stands(level, '2026-01-01'));
    expect(refuseSanction(warning, three, '2026-11-30')?.code).toBe('warningsSpent');
    expect(refuseSanction({ ...warning, kind: 'pembongkaran' }, three, '2026-11-30')).toBeNull();
  });

  it('has a term', () => {
    expect(refuseSanction({ ...warning, termDays: null }, [], '2026-11-30')?.code).toBe('stepIncomplete');
  });

  it('whatever is tried on whatever day, no case has two of a level, or a fourth', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.integer({ min: 0, max: 30 }), serve: fc.boolean() }), {
          maxLength: 40,
        }),
        (tries) => {
          let day = '2026-01-05';
          const given: EarlierWarning[] = [];
          for (const { wait, serve } of tries) {
            day = addDays(day, wait);
            if (refuseSanction(warning, given, day) !== null) continue;
            const before = given.at(-1);
            if (before !== undefined) expect(day > before.dueOn!).toBe(true);
            given.push(stands(nextWarningLevel(given), serve ? addDays(day, 10) : null));
          }
          expect(given.map(({ level }) => level)).toEqual([1, 2, 3].slice(0, given.length));
        },
      ),
    );
  });
});

it('a fine names its amount, and nothing else does', () => {
  const fine = { ...warning, kind: 'dendaAdministratif' } as const;
  expect(refuseSanction(fine, [], '2026-11-30')?.code).toBe('stepIncomplete');
  expect(refuseSanction({ ...fine, amountRupiah: 1_000_000 }, [], '2026-11-30')).toBeNull();
  expect(refuseSanction({ ...warning, amountRupiah: 1 }, [], '2026-11-30')?.code).toBe('stepIncomplete');
});

it('there are nine kinds, each with a name in both languages', () => {
  expect(SANCTION_KINDS).toHaveLength(9);
  for (const language of ['id', 'en'] as const)
    expect(new Set(SANCTION_KINDS.map((kind) => SANCTION_WORDS[kind][language])).size).toBe(9);
});
