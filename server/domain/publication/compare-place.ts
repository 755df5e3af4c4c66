import type { RegulationRules, RuleSet } from '../rules/rule-set.ts';
import { decideActivity } from '../zoning/decide-activity.ts';
import { decideFigures } from '../zoning/decide-figures.ts';
import type { Figure, RuleValue } from '../zoning/figure.ts';
import type { Itbx } from '../zoning/itbx.ts';
import { intensityFor } from '../zoning/rules-of-polygon.ts';
import { holdsOn } from '../zoning/validity.ts';
import type { FigureDirection } from './comparison.ts';

/** What rules are found by on a piece of ground. */
export interface PlanPlace {
  readonly code: string;
  readonly kodswp: string | null;
  readonly kodblk: string | null;
  readonly kodunk: string | null;
}

/** The rules that give a plan's codes their meaning. */
export interface PlanRules {
  readonly ruleSet: RuleSet;
  readonly rules: RegulationRules;
}

/** A place of the plan under its rules; null: no zone there, or no rules published. */
export interface PlaceUnderRules {
  readonly place: PlanPlace | null;
  readonly bound: PlanRules | null;
}

interface Decision {
  readonly itbx: Itbx;
  /** Codes of the cell with the texts of their conditions: a condition that is worded anew is another condition. */
  readonly terms: string;
}

export interface Flip {
  readonly activityId: string;
  readonly name: string;
  readonly groupName: string | null;
  readonly from: Itbx;
  readonly to: Itbx;
}

/**
 * Activities that are decided otherwise, each by its id within the regulation. An activity that one of the two does not
 * list is `unknown` there, never a yes.
 */
export function compareActivities(before: PlaceUnderRules, after: PlaceUnderRules, day: string): Flip[] {
  const [old, young] = [decisionsOf(before, day), decisionsOf(after, day)];
  const named = new Map([
    ...(before.bound?.rules.activities ?? []),
    ...(after.bound?.rules.activities ?? []),
  ]);
  return [...named.values()].flatMap(({ activityId, name, groupName }) => {
    const from = old.get(activityId) ?? UNDECIDED;
    const to = young.get(activityId) ?? UNDECIDED;
    return from.itbx === to.itbx && from.terms === to.terms
      ? []
      : [{ activityId, name, groupName, from: from.itbx, to: to.itbx }];
  });
}

const UNDECIDED: Decision = { itbx: 'unknown', terms: '' };
const NO_OVERLAYS = { known: [], open: [] };

function decisionsOf({ place, bound }: PlaceUnderRules, day: string): Map<string, Decision> {
  if (place === null || bound === null) return new Map();
  const { rules, ruleSet } = bound;
  const { matrix } = rules;
  if (matrix === null || !holdsOn(ruleSet.citations.get(matrix.sourceId), day)) return new Map();
  return new Map(
    [...rules.activities.values()].map((activity) => {
      const { governing, codes, conditions } = decideActivity(rules, activity, place, NO_OVERLAYS);
      const terms = JSON.stringify([codes, conditions.map(({ code, body }) => [code, body])]);
      return [activity.activityId, { itbx: governing, terms }];
    }),
  );
}

export interface FigureShift {
  readonly measure: Figure['measure'];
  readonly operator: Figure['operator'];
  readonly direction: FigureDirection;
}

/**
 * Figures that rise, fall, come or go.
 * @param parcelM2 area that decides the parcel-size class; null: every class is set against its own kind
 */
export function compareFigures(
  before: PlaceUnderRules,
  after: PlaceUnderRules,
  day: string,
  parcelM2: number | null,
): FigureShift[] {
  const keyOf = ({ measure, operator }: Figure) => `${measure} ${operator}`;
  const old = new Map(figuresOf(before, day, parcelM2).map((figure) => [keyOf(figure), figure]));
  const young = new Map(figuresOf(after, day, parcelM2).map((figure) => [keyOf(figure), figure]));
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key) => {
    const [from, to] = [old.get(key), young.get(key)];
    const { measure, operator } = (from ?? to) as Figure;
    const direction = directionOf(from, to);
    return direction === null ? [] : [{ measure, operator, direction }];
  });
}

/** Sizes at which the rows of a place change, m²: between two of them every parcel is decided alike. */
export function sizeBoundsOf(sides: readonly PlaceUnderRules[]): number[] {
  const bounds = sides
    .flatMap((side) => rowsOf(side))
    .flatMap(({ rule }) => [rule.parcelMinM2, rule.parcelMaxM2])
    .filter((bound) => bound !== null);
  return [...new Set(bounds)].sort((a, b) => a - b);
}

const rowsOf = ({ place, bound }: PlaceUnderRules, holds: (sourceId: string) => boolean = () => true) =>
  place === null || bound === null ? [] : intensityFor(bound.rules, place, holds);

function figuresOf(side: PlaceUnderRules, day: string, parcelM2: number | null): Figure[] {
  const { place, bound } = side;
  if (place === null || bound === null) return [];
  const holding = rowsOf(side, (sourceId) => holdsOn(bound.ruleSet.citations.get(sourceId), day));
  const ground = { classAreaM2: parcelM2, partAreaM2: null, roadClasses: null, ...place };
  return decideFigures(holding, [], [], ground).filter((figure) => figure.status !== 'notSet');
}

function directionOf(from: Figure | undefined, to: Figure | undefined): FigureDirection | null {
  if (from === undefined || to === undefined)
    return from === to ? null : from === undefined ? 'set' : 'unset';
  if (from.governing !== null && to.governing !== null)
    return isSameUnit(from.base, to.base) ? stepOf(from.governing.value, to.governing.value) : 'reworded';
  return compareRows(rowsOfFigure(from), rowsOfFigure(to));
}

const rowsOfFigure = ({ base, alternatives }: Figure): readonly RuleValue[] =>
  base === null ? alternatives : [base, ...alternatives];

const isSameUnit = (a: RuleValue | null, b: RuleValue | null): boolean =>
  (a?.unitAsPrinted ?? '') === (b?.unitAsPrinted ?? '');

const stepOf = (from: number, to: number): FigureDirection | null =>
  from === to ? null : to > from ? 'rises' : 'falls';

/** Row by row of the same parcel sizes and road class; they go one way together, or cannot be called up or down. */
function compareRows(from: readonly RuleValue[], to: readonly RuleValue[]): FigureDirection | null {
  const caseOf = ({ parcelMinM2, parcelMaxM2, roadClass }: RuleValue) =>
    JSON.stringify([parcelMinM2, parcelMaxM2, roadClass]);
  const contentOf = ({ value, text, unitAsPrinted }: RuleValue) =>
    JSON.stringify([value, value === null ? text : null, unitAsPrinted]);
  const sorted = (rows: readonly RuleValue[]) =>
    rows
      .map((row) => `${caseOf(row)}${contentOf(row)}`)
      .sort()
      .join();
  if (sorted(from) === sorted(to)) return null;
  const old = new Map(from.map((row) => [caseOf(row), row]));
  if (old.size !== from.length || from.length !== to.length) return 'reworded';
  const steps = new Set<FigureDirection>();
  for (const row of to) {
    const earlier = old.get(caseOf(row));
    if (earlier === undefined || earlier.value === null || row.value === null || !isSameUnit(earlier, row))
      return 'reworded';
    const step = stepOf(earlier.value, row.value);
    if (step !== null) steps.add(step);
  }
  const [only = 'reworded' as const] = steps;
  return steps.size === 1 ? only : 'reworded';
}
