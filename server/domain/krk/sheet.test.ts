import { expect, it } from 'vitest';
import { anAnswer, aPart } from '../../../tests/support/an-answer.ts';
import type { Answer } from '../zoning/answer.ts';
import { overridableNumbers } from './overridable.ts';
import { blockersOf, EMPTY_SHEET, openBlockers, sheetFaults } from './sheet.ts';

const themes = (reason: 'notMapped' | 'sourceFailed'): Answer['themes'] => ({
  concerned: [],
  notConcerned: [],
  noData: [
    {
      code: 'banjir',
      title: 'Rawan banjir',
      order: 1,
      layerId: null,
      versionId: null,
      reason,
      areas: [],
      effects: [],
    },
  ],
});
const whole = (change: Partial<Answer>): Answer =>
  anAnswer({
    plan: 'found',
    coverage: 'inside',
    isComplete: true,
    parts: [aPart({ warnings: [] })],
    ...change,
  });
const resolved = (blocker: string) => ({
  ...EMPTY_SHEET,
  outcome: 'disetujuiSeluruhnya' as const,
  resolutions: [{ blocker, finding: 'Diperiksa di lapangan: tidak ada genangan.', by: null, on: null }],
});

it('a theme without data blocks the document until a person has answered it by its name', () => {
  const answer = whole({ themes: themes('notMapped') });
  expect(blockersOf(answer, [])).toEqual([
    { name: 'tema:banjir', kind: 'themeWithoutData', about: 'Rawan banjir', parts: [] },
  ]);
  expect(sheetFaults(answer, { ...EMPTY_SHEET, outcome: 'tidakSesuai' }, [])).toEqual(['blockers']);
  expect(openBlockers(answer, resolved('tema:longsor'), [])).toHaveLength(1);
  expect(sheetFaults(answer, resolved('tema:banjir'), [])).toEqual([]);
});

it('a source that failed is asked again: nobody can argue it away', () => {
  const answer = whole({ themes: themes('sourceFailed'), isComplete: false });
  expect(openBlockers(answer, resolved('tema:banjir'), []).map(({ name }) => name)).toEqual([
    'tema:banjir',
    'sumber',
  ]);
});

it('ground without a plan, outside the city or without rules is no yes either', () => {
  const none = { concerned: [], notConcerned: [], noData: [] };
  const answer = whole({
    themes: none,
    plan: 'partial',
    coverage: 'partlyOutside',
    parts: [aPart({ warnings: [] }), aPart({ warnings: ['noRules'] })],
  });
  expect(blockersOf(answer, []).map(({ name }) => name)).toEqual(['rencana', 'batas-kota', 'bagian:2']);
});

it('a sheet says what was decided, and which part of the ground it is', () => {
  const answer = whole({ themes: { concerned: [], notConcerned: [], noData: [] } });
  expect(sheetFaults(answer, EMPTY_SHEET, [])).toEqual(['outcome']);
  expect(sheetFaults(answer, { ...EMPTY_SHEET, outcome: 'disetujuiSebagian' }, [])).toEqual(['approved']);
  expect(sheetFaults(answer, { ...EMPTY_SHEET, outcome: 'tidakSesuai' }, [])).toEqual([]);
});

it('a number that somebody overrode counts against the machine of the day on which it was written', () => {
  const none = { concerned: [], notConcerned: [], noData: [] };
  const answer = whole({ themes: none });
  const override = (original: number | null) => ({
    ...EMPTY_SHEET,
    outcome: 'disetujuiSeluruhnya' as const,
    overrides: [{ field: '1.kdb', original, value: 50, unit: '%', reason: 'Sempadan saluran (uji).' }],
  });
  const numbers = overridableNumbers(answer);
  const kdb = numbers.find(({ field }) => field === '1.kdb');
  expect(kdb).toBeDefined();
  expect(new Set(numbers.map(({ field }) => field)).size).toBe(numbers.length);
  expect(sheetFaults(answer, override(kdb!.original), [])).toEqual([]);
  expect(sheetFaults(answer, override((kdb!.original ?? 0) + 1), [])).toEqual(['overrides']);
});
