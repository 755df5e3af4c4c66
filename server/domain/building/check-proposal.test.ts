import { describe, expect, it } from 'vitest';
import { aFigure, aPart } from '../../../tests/support/an-answer.ts';
import { fc } from '../../../tests/support/properties.ts';
import type { Part } from '../zoning/answer.ts';
import type { Figure, Measure, Setback } from '../zoning/figure.ts';
import type { BuildingPart, RuleCheck } from './building.ts';
import { checkProposal } from './check-proposal.ts';
import { composeEnvelope, footprintOf, type GroundDoubt } from './envelope.ts';
import type { Drawn, Proposal } from './proposal.ts';
import type { SetbackLine } from './setback-lines.ts';

const figures = (areaM2: number): Figure[] => [
  aFigure({ measure: 'kdb', computedM2: areaM2 * 0.6 }, 60),
  aFigure({ measure: 'klb', computedM2: areaM2 * 1.8 }, 1.8),
  aFigure({ measure: 'kdh', operator: 'min', computedM2: areaM2 * 0.2 }, 20),
  aFigure({ measure: 'ktb', computedM2: areaM2 * 0.4 }, 40),
  aFigure({ measure: 'height_m' }, 12),
  aFigure({ measure: 'floors' }, 3),
];

function placed(
  areaM2: number,
  leftM2: number,
  given: Partial<Part> = {},
  doubts: GroundDoubt[] = [],
): BuildingPart {
  const part = aPart({ areaM2, sharePct: 100, figures: figures(areaM2), setbacks: [], ...given });
  const setbacks: SetbackLine[] = [];
  const envelope = composeEnvelope(part, { outline: [], areaM2: leftM2 }, setbacks, doubts, null);
  return {
    layerId: part.layerId,
    versionId: part.versionId,
    featureNo: part.featureNo,
    zone: part.zone,
    overlays: part.overlays,
    outline: [],
    areaM2,
    sharePct: 100,
    isSliver: part.isSliver,
    figures: part.figures,
    footprint: footprintOf(part, envelope),
    setbacks: [],
    envelope,
  };
}
const without = (measure: Measure): Figure[] => figures(200).filter((figure) => figure.measure !== measure);
const check = (parts: BuildingPart[], proposal: Proposal, areaM2 = 200) =>
  checkProposal(parts, { areaM2, withoutPlanM2: 0, doubts: [] }, proposal, null);
const rule = (checked: { rules: RuleCheck[] }, name: RuleCheck['rule']) =>
  checked.rules.find((row) => row.rule === name);

const standing = (insideM2: number[], given: Partial<Drawn> = {}): Drawn => ({
  areaM2: insideM2.reduce((total, here) => total + here, 0),
  outsideM2: 0,
  withoutPlanM2: 0,
  parts: insideM2.map((here) => ({ insideM2: here, inSetbackM2: 0, distancesM: [] })),
  ...given,
});
const everything: Proposal = { floors: 1, heightM: 4, greenM2: 60, basementM2: 0 };

describe('the envelope of a part', () => {
  it('is as high as the metres of the plan, and the footprint the lesser of KDB and the ground that is left', () => {
    const part = placed(200, 100);
    expect(part.envelope).toMatchObject({ status: 'computed', heightM: 12, heightFrom: 'height_m' });
    expect(part.footprint).toEqual({ kdbM2: 120, buildableM2: 100, maxM2: 100, limitedBy: 'setbacks' });
    expect(placed(200, 150).footprint).toMatchObject({ maxM2: 120, limitedBy: 'kdb' });
  });

  it('takes floors for metres only with the height of a storey that the reader states', () => {
    const part = aPart({ areaM2: 200, figures: without('height_m') });
    const left = { outline: [], areaM2: 100 };
    expect(composeEnvelope(part, left, [], [], null)).toMatchObject({
      status: 'outerBound',
      doubts: ['heightUnknown'],
      heightM: null,
    });
    expect(composeEnvelope(part, left, [], [], 3.5)).toMatchObject({
      status: 'computed',
      heightM: 10.5,
      heightFrom: 'floors',
    });
  });

  it('never mixes metres above the sea with metres above the ground', () => {
    const cap = {
      theme: 'kkop',
      levelCode: '',
      effect: 'cap' as const,
      operator: 'max' as const,
      value: 5,
      unitAsPrinted: 'm AMSL',
      comparable: false,
      body: 'kkop',
      sourceId: 'k',
    };
    const height = aFigure(
      {
        measure: 'height_m',
        status: 'capNotComparable',
        caps: [cap],
        governing: null,
        bound: { value: 12, from: 'base', sourceId: 's', theme: null, computedM2: null },
      },
      12,
    );
    const part = placed(200, 100, { figures: [...without('height_m'), height] });
    expect(part.envelope).toMatchObject({ status: 'outerBound', heightM: 12, aboveSeaM: [{ value: 5 }] });
    expect(part.footprint.maxM2).toBe(100);
    expect(rule(check([part], { heightM: 4 }), 'height_m')).toMatchObject({
      outcome: 'cannotSay',
      reason: 'aboveSea',
    });
    expect(rule(check([part], { heightM: 13 }), 'height_m')).toMatchObject({ outcome: 'fail', margin: -1 });
  });

  it('is nothing where KDB is zero, and forbidden where an overlay forbids', () => {
    const none = figures(200).map((figure) =>
      figure.measure === 'kdb'
        ? { ...figure, computedM2: 0, governing: { value: 0, from: 'base' as const, sourceId: 's' } }
        : figure,
    );
    expect(placed(200, 100, { figures: none })).toMatchObject({
      envelope: { status: 'nothing', areaM2: 0 },
      footprint: { maxM2: 0 },
    });
    expect(placed(200, 100, { warnings: ['prohibited'] }).envelope).toMatchObject({
      status: 'prohibited',
      outline: [],
    });
  });

  it('computes no most from a doubt, and none from a missing KDB', () => {
    expect(placed(200, 100, {}, ['roadsIncomplete']).footprint).toMatchObject({ kdbM2: 120, maxM2: null });
    expect(placed(200, 100, { figures: without('kdb') }).footprint).toMatchObject({
      kdbM2: null,
      maxM2: null,
    });
  });
});

describe('a building in mind', () => {
  const parts = [placed(200, 150)];

  it('passes with margin and source, fails by how much', () => {
    const checked = check(parts, { footprintM2: 100, floors: 2, greenM2: 50 });
    expect(rule(checked, 'kdb')).toMatchObject({ outcome: 'pass', limit: 120, margin: 20, basis: 'entered' });
    expect(rule(checked, 'klb')).toMatchObject({
      outcome: 'pass',
      value: 200,
      margin: 160,
      basis: 'derived',
    });
    expect(rule(checked, 'floors')).toMatchObject({ outcome: 'pass', margin: 1 });
    expect(rule(checked, 'kdb')?.sourceId).not.toBeNull();
    expect(rule(check(parts, { footprintM2: 130 }), 'kdb')).toMatchObject({ outcome: 'fail', margin: -10 });
  });

  it('a footprint beyond the ground that is left cannot stand there; a smaller one must be drawn', () => {
    expect(rule(check(parts, { footprintM2: 151 }), 'buildableGround')).toMatchObject({ outcome: 'fail' });
    expect(rule(check(parts, { footprintM2: 100 }), 'buildableGround')).toMatchObject({
      outcome: 'cannotSay',
      reason: 'notDrawn',
    });
  });

  it('breaks a bound, but never passes by it', () => {
    const bound = (value: number, computedM2: number | null) =>
      ({ value, from: 'cap', sourceId: 'longsor', theme: 'longsor', computedM2 }) as const;
    const missing = { status: 'text', base: null, governing: null } as const;
    const bounded = [
      aFigure({ measure: 'kdb', ...missing, bound: bound(40, 80) }),
      aFigure({ measure: 'kdh', operator: 'min', ...missing, bound: bound(30, 60) }),
      aFigure({ measure: 'floors', ...missing, bound: bound(2, null) }),
    ];
    const over = [placed(200, 150, { figures: bounded })];
    const broken = check(over, { footprintM2: 81, floors: 3, greenM2: 59 });
    expect(broken.outcome).toBe('fail');
    expect(rule(broken, 'kdb')).toMatchObject({ outcome: 'fail', limit: 80, sourceId: 'longsor' });
    expect(rule(broken, 'kdh')).toMatchObject({ outcome: 'fail', limit: 60 });
    expect(rule(broken, 'floors')).toMatchObject({ outcome: 'fail', limit: 2 });
    const kept = check(over, { footprintM2: 80, floors: 2, greenM2: 60 });
    for (const name of ['kdb', 'kdh', 'floors'] as const)
      expect(rule(kept, name)).toMatchObject({ outcome: 'cannotSay', reason: 'onlyBound' });
  });

  it('passes no entries that contradict each other', () => {
    const green = check(parts, { footprintM2: 100, greenM2: 105 });
    expect(rule(green, 'kdh')).toMatchObject({ outcome: 'cannotSay', reason: 'entriesDisagree' });
    const floors = check(parts, { footprintM2: 100, floorAreaM2: 80 });
    expect(rule(floors, 'klb')).toMatchObject({ outcome: 'cannotSay', reason: 'entriesDisagree' });
    expect(rule(check(parts, { footprintM2: 100, greenM2: 100 }), 'kdh')?.outcome).toBe('pass');
  });

  it('what is not entered is not judged, but uncovered ground too small for the green fails', () => {
    expect(rule(check(parts, { floors: 2 }), 'kdb')).toMatchObject({
      outcome: 'cannotSay',
      reason: 'notEntered',
    });
    expect(rule(check(parts, { footprintM2: 170 }), 'kdh')).toMatchObject({
      outcome: 'fail',
      value: 30,
      limit: 40,
    });
    expect(rule(check(parts, { footprintM2: 100 }), 'kdh')).toMatchObject({ outcome: 'cannotSay' });
  });

  it('a missing number is never a yes', () => {
    const bare = [placed(200, 150, { figures: [] })];
    const checked = check(bare, {
      footprintM2: 1,
      floors: 1,
      heightM: 1,
      greenM2: 199,
      basementM2: 0,
      floorAreaM2: 1,
    });
    expect(checked.outcome).toBe('cannotSay');
    expect(checked.rules.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
  });

  it('ground without a plan may hold the building: not a yes either', () => {
    const checked = checkProposal(
      parts,
      { areaM2: 300, withoutPlanM2: 100, doubts: [] },
      { footprintM2: 10 },
      null,
    );
    expect(rule(checked, 'withoutPlan')).toMatchObject({ outcome: 'cannotSay' });
    expect(checked.outcome).toBe('cannotSay');
  });

  it('over two zones the numbers are never averaged', () => {
    const two = [placed(100, 100), placed(300, 300)];
    expect(rule(check(two, { footprintM2: 50 }, 400), 'kdb')).toMatchObject({ outcome: 'pass' });
    expect(rule(check(two, { footprintM2: 100 }, 400), 'kdb')).toMatchObject({
      outcome: 'cannotSay',
      reason: 'severalZones',
    });
    expect(rule(check(two, { footprintM2: 241 }, 400), 'kdb')).toMatchObject({ outcome: 'fail', limit: 240 });
  });

  it('a prohibition on one of two zones decides only where the building stands on it', () => {
    const two = [placed(100, 100, { warnings: ['prohibited'] }), placed(300, 300)];
    expect(rule(check(two, { footprintM2: 10 }, 400), 'prohibition')).toMatchObject({ outcome: 'cannotSay' });
    const drawn = (first: number, second: number) =>
      checkProposal(two, { areaM2: 400, withoutPlanM2: 0, doubts: [] }, {}, standing([first, second]));
    expect(rule(drawn(10, 0), 'prohibition')).toMatchObject({ outcome: 'fail' });
    expect(rule(drawn(0, 10), 'prohibition')).toMatchObject({ outcome: 'pass' });
  });

  it('a prohibition on a part of the ground takes only that part', () => {
    const parts = [placed(200, 150), placed(100, 0, { featureNo: 18, warnings: ['prohibited'] })];
    expect(parts.map(({ envelope }) => envelope.status)).toEqual(['computed', 'prohibited']);
    const drawn = (onFree: number, onForbidden: number) =>
      checkProposal(
        parts,
        { areaM2: 300, withoutPlanM2: 0, doubts: [] },
        {},
        standing([onFree, onForbidden]),
      );
    expect(rule(drawn(50, 0), 'prohibition')).toMatchObject({ outcome: 'pass' });
    expect(rule(drawn(50, 1), 'prohibition')).toMatchObject({ outcome: 'fail' });
    expect(rule(check(parts, { footprintM2: 10 }, 300), 'prohibition')).toMatchObject({
      outcome: 'cannotSay',
    });
  });

  it('whether forbidden ground counts in the share of the rest nobody can say', () => {
    const parts = [placed(200, 190), placed(100, 0, { featureNo: 18, warnings: ['prohibited'] })];
    const kdb = (insideM2: number) =>
      rule(
        checkProposal(parts, { areaM2: 300, withoutPlanM2: 0, doubts: [] }, {}, standing([insideM2, 0])),
        'kdb',
      );
    // 60 % of 200 m² and of 300 m².
    expect(kdb(119)).toMatchObject({ outcome: 'pass', limit: 120 });
    expect(kdb(150)).toMatchObject({ outcome: 'cannotSay', reason: 'uncertain' });
    expect(kdb(181)).toMatchObject({ outcome: 'fail' });
    expect(rule(check(parts, { footprintM2: 150 }, 300), 'kdb')).toMatchObject({ outcome: 'cannotSay' });
    expect(rule(check(parts, { footprintM2: 181 }, 300), 'kdb')).toMatchObject({ outcome: 'fail' });
  });

  it('between the least that holds and what suffices nobody can say', () => {
    const setback = { ...(aPart().setbacks[0] as Setback), kind: 'jbb' as const };
    const open = { setback, edges: [1], from: 'border' as const, clearM: null, leastM: 1, enoughM: 6 };
    const corner = [{ ...placed(200, 150), setbacks: [{ ...open, doubt: 'roleUnknown' as const }] }];
    const at = (distanceM: number) => {
      const drawn = standing([60]);
      const placedAt = drawn.parts.map((part) => ({ ...part, distancesM: [distanceM] }));
      const ground = { areaM2: 200, withoutPlanM2: 0, doubts: [] };
      return rule(checkProposal(corner, ground, {}, { ...drawn, parts: placedAt }), 'jbb')?.outcome;
    };
    expect([0.5, 3, 6].map(at)).toEqual(['fail', 'cannotSay', 'pass']);
  });

  it.each(['roadsIncomplete', 'plansOverlap', 'sourceFailed'] as const)(
    'a drawn building within a volume that is only a bound is no yes: %s',
    (doubt) => {
      const drawnOn = (doubts: GroundDoubt[]) =>
        checkProposal(parts, { areaM2: 200, withoutPlanM2: 0, doubts }, everything, standing([60]));
      expect(drawnOn([]).outcome).toBe('pass');
      expect(drawnOn([doubt]).outcome).toBe('cannotSay');
      expect(rule(drawnOn([doubt]), 'buildableGround')).toMatchObject({ reason: doubt });
    },
  );

  it('overlapping plans do not hide that the building stands on ground without one', () => {
    const two = [placed(200, 150), placed(200, 150)];
    // 60 m²: 40 on both plans, 20 on none.
    const checked = checkProposal(
      two,
      { areaM2: 300, withoutPlanM2: 100, doubts: [] },
      {},
      standing([40, 40], { areaM2: 60, withoutPlanM2: 20 }),
    );
    expect(rule(checked, 'withoutPlan')).toMatchObject({ outcome: 'cannotSay' });
  });

  it('a drawn building on forbidden ground fails however small that ground is', () => {
    const sliver = { isSliver: true, featureNo: 18 };
    const drawnOn = (given: Partial<Part>, doubts: GroundDoubt[], insideM2: number) =>
      checkProposal(
        [placed(200, 150), placed(5, 5, { ...sliver, ...given }, doubts)],
        { areaM2: 205, withoutPlanM2: 0, doubts: [] },
        everything,
        standing([60, insideM2]),
      );
    expect(drawnOn({}, [], 4.9).outcome).toBe('pass');
    expect(rule(drawnOn({ warnings: ['prohibited'] }, [], 4.9), 'prohibition')).toMatchObject({
      outcome: 'fail',
      part: 1,
    });
    expect(drawnOn({}, ['overlayMayForbid'], 4.9).outcome).toBe('cannotSay');
    expect(drawnOn({ warnings: ['prohibited'] }, [], 0).outcome).toBe('pass');
  });

  it('more is never better: what fails goes on failing when the building grows', () => {
    const amount = fc.double({ min: 0, max: 400, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 6 }), (footprintM2, more, floors) => {
        const small = check(parts, { footprintM2, floors });
        const large = check(parts, { footprintM2: footprintM2 + more, floors: floors + 1 });
        for (const row of small.rules.filter(({ outcome }) => outcome === 'fail'))
          expect(rule(large, row.rule)?.outcome).toBe('fail');
        for (const row of [...small.rules, ...large.rules])
          if (row.margin !== null) expect(row.outcome === 'fail').toBe(row.margin < 0);
      }),
    );
  });
});

describe('the side of a figure that few plans have', () => {
  const least = (areaM2: number): Figure[] => [
    ...figures(areaM2),
    aFigure({ measure: 'klb', operator: 'min', computedM2: areaM2 * 2 }, 2),
    aFigure({ measure: 'kdb', operator: 'min', computedM2: areaM2 * 0.4 }, 40),
    aFigure({ measure: 'ktb', operator: 'min', computedM2: areaM2 * 0.1 }, 10),
    aFigure({ measure: 'kdh', operator: 'max', computedM2: areaM2 * 0.5 }, 50),
    aFigure({ measure: 'floors', operator: 'min' }, 2),
    aFigure({ measure: 'height_m', operator: 'min' }, 8),
    aFigure({ measure: 'basement_floors', operator: 'min' }, 1),
    aFigure({ measure: 'min_parcel_m2', operator: 'max' }, 150),
  ];
  const ruleOf = (checked: { rules: RuleCheck[] }, measure: Measure, operator: 'max' | 'min') =>
    checked.rules.find((row) => row.rule === measure && row.operator === operator);
  const SIDES = [
    ['klb', 'min'],
    ['kdb', 'min'],
    ['ktb', 'min'],
    ['kdh', 'max'],
    ['floors', 'min'],
    ['height_m', 'min'],
    ['basement_floors', 'min'],
    ['min_parcel_m2', 'max'],
  ] as const;

  it('is a rule like any other: one floor where two are the least fails', () => {
    const parts = [placed(200, 150, { figures: least(200) })];
    const small = check(parts, { ...everything, footprintM2: 60, greenM2: 101, basementFloors: 0 });
    for (const [measure, operator] of SIDES)
      expect(ruleOf(small, measure, operator), measure).toMatchObject({ outcome: 'fail' });
    const large = check(parts, {
      footprintM2: 100,
      floors: 3,
      floorAreaM2: 400,
      heightM: 9,
      greenM2: 50,
      basementM2: 20,
      basementFloors: 1,
    });
    for (const [measure, operator] of SIDES.slice(0, 7))
      expect(ruleOf(large, measure, operator), measure).toMatchObject({ outcome: 'pass' });
    const nothing = check(parts, {});
    for (const [measure, operator] of SIDES.slice(0, 7))
      expect(ruleOf(nothing, measure, operator), measure).toMatchObject({ reason: 'notEntered' });
  });

  it('over two zones is broken for certain only by what is too little for each of them', () => {
    const two = [placed(100, 100, { figures: least(100) }), placed(200, 200, { figures: least(200) })];
    const floorArea = (floorAreaM2: number, parts = two) =>
      ruleOf(check(parts, { floorAreaM2 }, 300), 'klb', 'min')?.outcome;
    expect([199, 200, 599, 600].map((m2) => floorArea(m2))).toEqual(['fail', ...Array(3).fill('cannotSay')]);
    // The other zone asks for nothing: the building may stand there.
    expect(floorArea(1, [two[0] as BuildingPart, placed(200, 200)])).toBe('cannotSay');
    const floors = check([two[0] as BuildingPart, placed(200, 200)], { floors: 1 }, 300);
    expect(ruleOf(floors, 'floors', 'min')).toMatchObject({ outcome: 'cannotSay', reason: 'severalZones' });
  });

  it('every figure that the plan has gives a rule, and what no rule judges is no yes', () => {
    const drawnOn = (figure: Figure | null) =>
      checkProposal(
        [placed(200, 150, { figures: figure === null ? figures(200) : [...figures(200), figure] })],
        { areaM2: 200, withoutPlanM2: 0, doubts: [] },
        everything,
        standing([60]),
      );
    expect(drawnOn(null).outcome).toBe('pass');
    const words = { status: 'text', governing: null } as const;
    for (const measure of ['klb', 'floors', 'min_parcel_m2', 'basement_floors', 'building_gap_m'] as const)
      for (const operator of ['min', 'max'] as const) {
        if (operator === 'max' && (measure === 'klb' || measure === 'floors')) continue;
        const checked = drawnOn(aFigure({ measure, operator, ...words }));
        expect(ruleOf(checked, measure, operator), `${measure} ${operator}`).toMatchObject({
          outcome: 'cannotSay',
          part: 0,
        });
        expect(checked.outcome).toBe('cannotSay');
        expect(drawnOn(aFigure({ measure, operator, status: 'notSet', governing: null })).outcome).toBe(
          'pass',
        );
      }
  });

  it('the distance between buildings is told, and never judged', () => {
    const gap = aFigure({ measure: 'building_gap_m', operator: 'min' }, 8);
    const checked = check([placed(200, 150, { figures: [...figures(200), gap] })], everything);
    expect(rule(checked, 'building_gap_m')).toMatchObject({
      outcome: 'cannotSay',
      reason: 'neighboursUnknown',
      limit: 8,
      unit: 'm',
      operator: 'min',
    });
  });
});
