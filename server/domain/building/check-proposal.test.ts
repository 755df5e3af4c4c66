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
