import { describe, expect, test } from 'vitest';
import { anEffect, anIntensity } from '../../../tests/support/a-rule-set.ts';
import type { OverlayEffect } from '../rules/rule-set.ts';
import { decideFigures, type Ground } from './decide-figures.ts';
import type { Figure, Measure } from './figure.ts';

const ground = (given: Partial<Ground> = {}): Ground => ({
  classAreaM2: null,
  partAreaM2: null,
  roadClasses: [],
  kodswp: null,
  kodblk: null,
  ...given,
});

function figure(
  measure: Measure,
  rules: Parameters<typeof decideFigures>[0],
  effects: OverlayEffect[] = [],
  on = ground(),
  open: OverlayEffect[] = [],
): Figure {
  const found = decideFigures(rules, effects, open, on).find((row) => row.measure === measure);
  if (found === undefined) throw new Error(`no figure for ${measure}`);
  return found;
}

describe('a missing number', () => {
  test('is not set, and never zero', () => {
    expect(figure('ktb', [])).toMatchObject({
      status: 'notSet',
      base: null,
      governing: null,
      computedM2: null,
    });
  });
  test('stays unknown under a cap: the base that nobody knows may be stricter', () => {
    const cap = anEffect({ effect: 'cap', measure: 'floors', value: 2 });
    const result = figure('floors', [], [cap]);
    expect(result.governing).toBeNull();
    expect(result.caps).toHaveLength(1);
  });
  test('is bounded by a cap, in m² too, also where the base is words or an overlay is open', () => {
    const cap = anEffect({ effect: 'cap', measure: 'kdb', value: 40 });
    const on = ground({ partAreaM2: 400 });
    const bound = { value: 40, from: 'cap', theme: cap.theme, computedM2: 160 };
    expect(figure('kdb', [], [cap], on)).toMatchObject({ governing: null, computedM2: null, bound });
    const words = anIntensity('kdb', { value: null, text: 'sesuai RTBL' });
    expect(figure('kdb', [words], [cap], on)).toMatchObject({ status: 'text', governing: null, bound });
    const open = [anEffect({ effect: 'cap', measure: 'kdb', value: 10 })];
    expect(figure('kdb', [anIntensity('kdb', { value: 60 })], [cap], on, open)).toMatchObject({
      status: 'overlayUnknown',
      governing: null,
      bound,
    });
    const least = anEffect({ effect: 'cap', measure: 'kdh', value: 30, operator: 'min' });
    expect(figure('kdh', [], [least], on)).toMatchObject({ bound: { value: 30, computedM2: 120 } });
  });
  test('has no bound where a number governs, and a base that an unknown override may replace is none', () => {
    const on = ground({ partAreaM2: 400 });
    expect(figure('kdb', [anIntensity('kdb', { value: 60 })], [], on).bound).toBeNull();
    const open = [anEffect({ effect: 'override', measure: 'kdb', value: 90 })];
    expect(figure('kdb', [anIntensity('kdb', { value: 60 })], [], on, open).bound).toBeNull();
  });
  test('is zero for certain under a cap of zero, whatever the base', () => {
    const ban = anEffect({ effect: 'cap', measure: 'ktb', value: 0 });
    for (const rules of [[], [anIntensity('ktb', { value: null, text: 'sesuai RTBL' })]])
      expect(figure('ktb', rules, [ban], ground({ partAreaM2: 400 }))).toMatchObject({
        status: 'set',
        governing: { value: 0, from: 'cap', sourceId: ban.sourceId },
        bound: null,
        computedM2: 0,
      });
  });
  test('differs from a legal zero', () => {
    const result = figure('kdb', [anIntensity('kdb', { value: 0 })], [], ground({ partAreaM2: 500 }));
    expect(result).toMatchObject({ status: 'set', governing: { value: 0 }, computedM2: 0 });
  });
});

describe('parcel-size classes with integer bounds', () => {
  const classes = [
    anIntensity('kdb', { value: 80, parcelMinM2: 40, parcelMaxM2: 100 }),
    anIntensity('kdb', { value: 70, parcelMinM2: 101, parcelMaxM2: 200 }),
  ];
  test.each([
    [40, 80],
    [100, 80],
    [101, 70],
    [200, 70],
  ])('%d m² takes the class whose inclusive bounds hold it', (classAreaM2, value) => {
    expect(figure('kdb', classes, [], ground({ classAreaM2 })).governing?.value).toBe(value);
  });
  test.each([100.4, 20, 200.01])(
    '%d m² falls in no class and says so, with every class listed',
    (classAreaM2) => {
      const result = figure('kdb', classes, [], ground({ classAreaM2 }));
      expect(result).toMatchObject({ status: 'outsideClasses', governing: null });
      expect(result.alternatives).toHaveLength(2);
    },
  );
  test('without a known size every class is offered and none is chosen', () => {
    expect(figure('kdb', classes)).toMatchObject({ status: 'needsParcel', base: null, governing: null });
  });
});

describe('rows that name a place or a road', () => {
  test('a block row wins over a SWP row, which wins over the general row', () => {
    const rows = [
      anIntensity('klb', { value: 3 }),
      anIntensity('klb', { value: 2 }, { kodswp: 'I.A' }),
      anIntensity('klb', { value: 1.5 }, { kodblk: 'I.A.1' }),
    ];
    expect(figure('klb', rows, [], ground({ kodswp: 'I.A', kodblk: 'I.A.1' })).governing?.value).toBe(1.5);
    expect(figure('klb', rows, [], ground({ kodswp: 'I.A', kodblk: 'I.A.2' })).governing?.value).toBe(2);
    expect(figure('klb', rows, [], ground({ kodswp: 'I.B', kodblk: 'I.B.1' })).governing?.value).toBe(3);
  });
  test('where nobody knows in which block or SWP the ground lies, a stricter row of one leaves the figure open', () => {
    const rows = (value: number) => [
      anIntensity('klb', { value: 3 }),
      anIntensity('klb', { value }, { kodswp: 'I.A' }),
    ];
    const open = figure('klb', rows(2), [], ground({ kodswp: null, kodblk: 'X' }));
    expect(open).toMatchObject({ status: 'needsParcel', governing: null });
    expect(open.alternatives.map((row) => row.value)).toEqual([3, 2]);
    expect(figure('klb', rows(4), [], ground({ kodswp: null })).governing?.value).toBe(3);
    expect(figure('klb', rows(2).slice(1), [], ground({ kodswp: null })).status).toBe('needsParcel');
  });
  test.each([
    ['arteri', 'arteri primer', 50],
    ['arteri primer', 'arteri primer', 50],
    ['arteri primer', 'arteri', null],
    ['arteri primer', 'tidak diketahui', null],
    ['arteri primer', 'arteri sekunder', 80],
    ['arteri', 'lokal', 80],
  ])('a row for %s and a road of class %s: %s', (ruleClass, roadClass, expected) => {
    const rows = [anIntensity('kdb', { value: 80 }), anIntensity('kdb', { value: 50, roadClass: ruleClass })];
    const result = figure('kdb', rows, [], ground({ roadClasses: [roadClass] }));
    expect(result.governing?.value ?? null).toBe(expected);
  });
  test('on two road classes the stricter row governs and the other is listed', () => {
    const rows = [
      anIntensity('kdb', { value: 80, roadClass: 'arteri' }),
      anIntensity('kdb', { value: 60, roadClass: 'lokal' }),
    ];
    const result = figure('kdb', rows, [], ground({ roadClasses: ['arteri', 'lokal'] }));
    expect(result.governing?.value).toBe(60);
    expect(result.alternatives.map((row) => row.value)).toEqual([80]);
  });
  test('with no known road a road-bound number is not chosen', () => {
    expect(figure('kdb', [anIntensity('kdb', { value: 80, roadClass: 'arteri' })])).toMatchObject({
      status: 'needsParcel',
      governing: null,
    });
  });
});

describe('words instead of a number', () => {
  test('stay words', () => {
    const result = figure('kdb', [
      anIntensity('kdb', { value: null, text: 'Luas LP lebih dari 400 m2: 60' }),
    ]);
    expect(result).toMatchObject({
      status: 'text',
      governing: null,
      base: { text: 'Luas LP lebih dari 400 m2: 60' },
    });
  });
  test('are never hidden behind a number that also fits', () => {
    const rows = [
      anIntensity('kdb', { value: 60 }),
      anIntensity('kdb', { value: null, text: 'sesuai RTBL' }),
    ];
    expect(figure('kdb', rows).status).toBe('text');
  });
});

describe('overlays', () => {
  const floors = [anIntensity('floors', { value: 4, unitAsPrinted: 'lantai' })];
  test('a stricter cap governs and names its own source', () => {
    const cap = anEffect({
      effect: 'cap',
      measure: 'floors',
      value: 2,
      unitAsPrinted: 'lantai',
      sourceId: 'rules-uji/s2',
    });
    expect(figure('floors', floors, [cap]).governing).toEqual({
      value: 2,
      from: 'cap',
      sourceId: 'rules-uji/s2',
    });
  });
  test('a looser cap leaves the base in force but stays in the list', () => {
    const cap = anEffect({ effect: 'cap', measure: 'floors', value: 9 });
    const result = figure('floors', floors, [cap]);
    expect(result.governing).toMatchObject({ value: 4, from: 'base' });
    expect(result.caps).toHaveLength(1);
  });
  test('a minimum is raised, not lowered, by the stricter overlay', () => {
    const cap = anEffect({ effect: 'cap', measure: 'kdh', operator: 'min', value: 40 });
    expect(figure('kdh', [anIntensity('kdh', { value: 20 })], [cap]).governing?.value).toBe(40);
  });
  test('an override replaces the base even where the base is unknown', () => {
    const override = anEffect({ effect: 'override', measure: 'floors', value: 2 });
    expect(figure('floors', [], [override]).governing).toMatchObject({ value: 2, from: 'override' });
  });
  test('metres above sea level and metres above ground both hold, and neither is called the governing one', () => {
    const kkop = anEffect({
      effect: 'cap',
      measure: 'height_m',
      value: 150,
      unitAsPrinted: 'm AMSL',
      theme: 'kkop',
    });
    const result = figure(
      'height_m',
      [anIntensity('height_m', { value: 200, unitAsPrinted: 'meter' })],
      [kkop],
    );
    expect(result).toMatchObject({ status: 'capNotComparable', governing: null, base: { value: 200 } });
    expect(result.caps[0]?.comparable).toBe(false);
  });
  test('a spelling of the same unit is the same unit', () => {
    const cap = anEffect({ effect: 'cap', measure: 'height_m', value: 8, unitAsPrinted: 'm' });
    expect(
      figure('height_m', [anIntensity('height_m', { value: 12, unitAsPrinted: 'meter' })], [cap]).governing
        ?.value,
    ).toBe(8);
  });
  test('a KLB cap in percent is not compared with a ratio', () => {
    const cap = anEffect({ effect: 'cap', measure: 'klb', value: 150, unitAsPrinted: '%' });
    const result = figure('klb', [anIntensity('klb', { value: 2.4 })], [cap], ground({ partAreaM2: 100 }));
    expect(result).toMatchObject({ status: 'capNotComparable', governing: null, computedM2: null });
  });
  test('a cap that may lie here, though nobody knows, leaves the number open', () => {
    const cap = anEffect({ effect: 'cap', measure: 'floors', value: 2 });
    expect(figure('floors', floors, [], ground(), [cap])).toMatchObject({
      status: 'overlayUnknown',
      governing: null,
      base: { value: 4 },
    });
    expect(figure('kdb', [anIntensity('kdb')], [], ground(), [cap]).status).toBe('set');
  });
  test('a minimum and a maximum of one measure stay two figures, and a cap meets only its own kind', () => {
    const rows = [
      anIntensity('floors', { value: 8 }),
      anIntensity('floors', { value: 2 }, { operator: 'min' }),
    ];
    const atLeastThree = anEffect({ effect: 'cap', measure: 'floors', operator: 'min', value: 3 });
    const found = decideFigures(rows, [atLeastThree], [], ground()).filter((row) => row.measure === 'floors');
    expect(found.map((row) => [row.operator, row.governing?.value])).toEqual([
      ['max', 8],
      ['min', 3],
    ]);
  });
});

describe('areas', () => {
  test('KDB, KDH and KTB are percent of this part; KLB is a ratio to it', () => {
    const rows = [
      anIntensity('kdb', { value: 60 }),
      anIntensity('klb', { value: 2.4 }),
      anIntensity('kdh', { value: 20 }),
    ];
    const on = ground({ partAreaM2: 200 });
    expect(figure('kdb', rows, [], on).computedM2).toBeCloseTo(120, 9);
    expect(figure('klb', rows, [], on).computedM2).toBeCloseTo(480, 9);
    expect(figure('kdh', rows, [], on).computedM2).toBeCloseTo(40, 9);
  });
  test('a KLB that the plan prints in percent keeps its number and gives the same floor area as its ratio', () => {
    const printed = figure(
      'klb',
      [anIntensity('klb', { value: 240, unitAsPrinted: '%' })],
      [],
      ground({ partAreaM2: 200 }),
    );
    expect(printed.governing?.value).toBe(240);
    expect(printed.computedM2).toBeCloseTo(480, 9);
  });
  test('heights are not areas', () => {
    expect(
      figure('height_m', [anIntensity('height_m', { value: 12 })], [], ground({ partAreaM2: 200 }))
        .computedM2,
    ).toBeNull();
  });
});
