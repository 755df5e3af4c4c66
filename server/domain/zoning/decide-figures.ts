import type { IntensityRule, OverlayEffect } from '../rules/rule-set.ts';
import { type Cap, type Figure, MEASURES, type Measure, type RuleValue } from './figure.ts';
import { fitOfRoadClass } from './road-class-fit.ts';
import { unitOfMeasure } from './unit.ts';

/** What is known of the ground that a figure is asked for. */
export interface Ground {
  /** Area that decides the parcel-size class, m²; null when neither parcel nor polygon is known. */
  readonly classAreaM2: number | null;
  /** Area that percentages are turned into m² of: this part only, never the whole of several zones. */
  readonly partAreaM2: number | null;
  /** Classes of the roads that the ground touches; null where nobody knows which roads those are. */
  readonly roadClasses: readonly string[] | null;
  readonly kodswp: string | null;
  readonly kodblk: string | null;
  /** Rules that speak about this ground could not be read: they may limit anything. */
  readonly hasUnreadRules?: boolean;
}

const DEFAULT_OPERATOR: Record<Measure, 'max' | 'min'> = {
  kdb: 'max',
  klb: 'max',
  kdh: 'min',
  ktb: 'max',
  height_m: 'max',
  floors: 'max',
  basement_floors: 'max',
  min_parcel_m2: 'min',
  building_gap_m: 'min',
};

/**
 * Every measure for one part of the place: base value, caps and what governs. A measure without a row is `notSet`,
 * never zero; a parcel between two size classes is `outsideClasses`, never the nearest class. A measure with both a
 * minimum and a maximum gives two figures.
 *
 * @param rules the intensity rows of this part's zone code, already limited to those in force
 * @param effects caps and overrides of the overlays that lie on this part
 * @param openEffects those of overlays of which nobody knows whether they lie here: nothing that they might limit governs
 * @source order of precedence: proposed in DECISIONS.md, to be confirmed by the planning office
 */
export function decideFigures(
  rules: readonly IntensityRule[],
  effects: readonly OverlayEffect[],
  openEffects: readonly OverlayEffect[],
  ground: Ground,
): Figure[] {
  return MEASURES.flatMap((measure) => {
    const rows = rules.filter((row) => row.measure === measure);
    const limiting = effects.filter((effect) => limits(effect, measure));
    const open = openEffects.filter((effect) => limits(effect, measure));
    const operators = new Set([
      ...rows.map((row) => row.operator),
      ...limiting.map((effect) => operatorOf(effect, measure)),
    ]);
    const ordered =
      operators.size === 0 ? [DEFAULT_OPERATOR[measure]] : [...operators].sort(defaultFirst(measure));
    return ordered.map((operator) => {
      const same = (effect: OverlayEffect) => operatorOf(effect, measure) === operator;
      return decideFigure(
        measure,
        operator,
        rows.filter((row) => row.operator === operator),
        { known: limiting.filter(same), open: open.filter(same) },
        ground,
      );
    });
  });
}

const limits = (effect: OverlayEffect, measure: Measure): boolean =>
  (effect.effect === 'cap' || effect.effect === 'override') &&
  effect.measure === measure &&
  effect.value !== null;

const operatorOf = (effect: OverlayEffect, measure: Measure): 'max' | 'min' =>
  effect.operator ?? DEFAULT_OPERATOR[measure];

const defaultFirst = (measure: Measure) => (a: 'max' | 'min', b: 'max' | 'min') =>
  Number(b === DEFAULT_OPERATOR[measure]) - Number(a === DEFAULT_OPERATOR[measure]);

function decideFigure(
  measure: Measure,
  operator: 'max' | 'min',
  rows: readonly IntensityRule[],
  effects: { readonly known: readonly OverlayEffect[]; readonly open: readonly OverlayEffect[] },
  ground: Ground,
): Figure {
  const chosen = chooseBase(mostSpecific(rows, ground), inUnknownPlace(rows, ground), operator, ground);
  const unit = rows[0]?.rule.unitAsPrinted ?? null;
  const caps = capsFor(measure, effects.known, unit);
  // In another unit it may limit as well: nobody could say how it compares, if it lay here.
  const isOpen = ground.hasUnreadRules === true || effects.open.length > 0;
  const isTorn = caps.some((cap) => !cap.comparable);
  const mayBeReplaced =
    ground.hasUnreadRules === true || effects.open.some(({ effect }) => effect === 'override');
  const candidates = candidatesFor(chosen, caps, mayBeReplaced);
  const outermost = strictestOf(candidates, operator);
  const isKnown = !isOpen && !isTorn && candidates.some((candidate) => candidate.from !== 'cap');
  // Nothing is stricter than none at all, whatever the numbers that nobody knows.
  const isNone = operator === 'max' && outermost?.value === 0;
  const governing = isKnown || isNone ? outermost : null;
  const m2 = (candidate: Candidate | null) =>
    computeM2(measure, candidate, unitOf(candidate, chosen, caps), ground.partAreaM2);
  return {
    measure,
    operator,
    status: isNone
      ? 'set'
      : chosen.status !== 'set'
        ? chosen.status
        : isTorn
          ? 'capNotComparable'
          : isOpen
            ? 'overlayUnknown'
            : 'set',
    base: chosen.base,
    alternatives: chosen.alternatives,
    caps,
    governing: governing === null ? null : governingOf(governing),
    bound: governing === null && outermost !== null ? { ...outermost, computedM2: m2(outermost) } : null,
    computedM2: m2(governing),
  };
}

/** Rows that name this block win over rows that name its SWP, and those over rows for the whole plan. */
function mostSpecific(rows: readonly IntensityRule[], ground: Ground): RuleValue[] {
  const fitting = rows.filter(
    (row) =>
      (row.kodblk === null || row.kodblk === ground.kodblk) &&
      (row.kodswp === null || row.kodswp === ground.kodswp),
  );
  const rank = (row: IntensityRule) => (row.kodblk !== null ? 2 : row.kodswp !== null ? 1 : 0);
  const best = Math.max(...fitting.map(rank), 0);
  return fitting.filter((row) => rank(row) === best).map((row) => row.rule);
}

/** Rows for a block or an SWP where the ground does not say in which it lies. */
const inUnknownPlace = (rows: readonly IntensityRule[], ground: Ground): RuleValue[] =>
  rows
    .filter(({ kodblk, kodswp }) => {
      const mayLie = (key: string | null, own: string | null) => key === null || own === null || key === own;
      const isUnknown =
        (kodblk !== null && ground.kodblk === null) || (kodswp !== null && ground.kodswp === null);
      return isUnknown && mayLie(kodblk, ground.kodblk) && mayLie(kodswp, ground.kodswp);
    })
    .map((row) => row.rule);

interface Chosen {
  readonly status: Figure['status'];
  readonly base: RuleValue | null;
  readonly alternatives: RuleValue[];
}

/** @param elsewhere rows for blocks and SWP, one of which the ground may lie in without anybody knowing */
function chooseBase(
  rows: readonly RuleValue[],
  elsewhere: readonly RuleValue[],
  operator: 'max' | 'min',
  ground: Ground,
): Chosen {
  if (rows.length === 0)
    return {
      status: elsewhere.length === 0 ? 'notSet' : 'needsParcel',
      base: null,
      alternatives: [...elsewhere],
    };
  const byRoad = rows.filter((row) => isOnRoad(row, ground.roadClasses ?? [], 'yes'));
  if (byRoad.length === 0)
    return { status: 'needsParcel', base: null, alternatives: [...rows, ...elsewhere] };
  const bySize = byRoad.filter((row) => fitsClass(row, ground.classAreaM2));
  if (bySize.length === 0) {
    const status = ground.classAreaM2 === null ? 'needsParcel' : 'outsideClasses';
    return { status, base: null, alternatives: [...byRoad, ...elsewhere] };
  }
  const base = strictest(bySize, operator);
  const possible = [...rows, ...elsewhere].filter((row) => mayHold(row, ground));
  if (strictest([base, ...possible], operator) !== base)
    return { status: 'needsParcel', base: null, alternatives: possible };
  return {
    status: base.value === null ? 'text' : 'set',
    base,
    alternatives: bySize.filter((row) => row !== base),
  };
}

/** Whether a row is for any road, or for one of these as surely as asked. */
const isOnRoad = (row: RuleValue, roadClasses: readonly string[], fit: 'yes' | 'maybe'): boolean =>
  row.roadClass === null || roadClasses.some((roadClass) => fitOfRoadClass(row.roadClass, roadClass) === fit);

/** Whether a row may hold for the ground, as far as its roads and its area are known. */
const mayHold = (row: RuleValue, { roadClasses, classAreaM2 }: Ground): boolean =>
  (roadClasses === null || isOnRoad(row, roadClasses, 'yes') || isOnRoad(row, roadClasses, 'maybe')) &&
  (classAreaM2 === null || fitsClass(row, classAreaM2));

/** Bounds are inclusive; a row without bounds fits everything; without a known area only such rows fit. */
function fitsClass(row: RuleValue, areaM2: number | null): boolean {
  if (row.parcelMinM2 === null && row.parcelMaxM2 === null) return true;
  if (areaM2 === null) return false;
  return (
    (row.parcelMinM2 === null || areaM2 >= row.parcelMinM2) &&
    (row.parcelMaxM2 === null || areaM2 <= row.parcelMaxM2)
  );
}

/** Words are stricter than any number: they may hold a condition that a number would hide. */
function strictest(rows: readonly RuleValue[], operator: 'max' | 'min'): RuleValue {
  return rows.reduce((best, row) => {
    if (best.value === null) return best;
    if (row.value === null) return row;
    return isStricter(row.value, best.value, operator) ? row : best;
  });
}

const isStricter = (a: number, b: number, operator: 'max' | 'min') => (operator === 'max' ? a < b : a > b);

function capsFor(measure: Measure, effects: readonly OverlayEffect[], baseUnit: string | null): Cap[] {
  return effects.flatMap((effect): Cap[] =>
    effect.value === null || (effect.effect !== 'cap' && effect.effect !== 'override')
      ? []
      : [
          {
            theme: effect.theme,
            levelCode: effect.levelCode,
            effect: effect.effect,
            operator: operatorOf(effect, measure),
            value: effect.value,
            unitAsPrinted: effect.unitAsPrinted,
            comparable: isComparable(measure, effect.unitAsPrinted, baseUnit),
            body: effect.body,
            sourceId: effect.sourceId,
          },
        ],
  );
}

/** Height above sea level and height above ground are different things until somebody measures the ground. */
const isComparable = (measure: Measure, unit: string | null, baseUnit: string | null): boolean =>
  unitOfMeasure(measure, unit) === unitOfMeasure(measure, baseUnit);

type Candidate = Omit<NonNullable<Figure['bound']>, 'computedM2'>;

/**
 * Every number that limits for sure. An override stands for the base, known or not; a base under an override that nobody
 * knows to lie here might be replaced. A cap alone is only an outer bound: the unknown base may be stricter.
 */
function candidatesFor(chosen: Chosen, caps: readonly Cap[], mayBeReplaced: boolean): readonly Candidate[] {
  const numbers = caps
    .filter((cap) => cap.comparable)
    .map(({ value, effect, sourceId, theme }): Candidate => ({ value, from: effect, sourceId, theme }));
  const isReplaced = caps.some(({ effect }) => effect === 'override');
  return mayBeReplaced || isReplaced || chosen.base === null || chosen.base.value === null
    ? numbers
    : [{ value: chosen.base.value, from: 'base', sourceId: chosen.base.sourceId, theme: null }, ...numbers];
}

const strictestOf = (candidates: readonly Candidate[], operator: 'max' | 'min'): Candidate | null =>
  candidates.reduce<Candidate | null>(
    (best, next) => (best === null || isStricter(next.value, best.value, operator) ? next : best),
    null,
  );

const governingOf = ({ value, from, sourceId }: Candidate): Figure['governing'] => ({
  value,
  from,
  sourceId,
});

/** The unit that the governing number is printed with. */
function unitOf(governing: Candidate | null, chosen: Chosen, caps: readonly Cap[]): string | null {
  if (governing === null || governing.from === 'base') return chosen.base?.unitAsPrinted ?? null;
  const source = caps.find((cap) => cap.sourceId === governing.sourceId && cap.value === governing.value);
  return source?.unitAsPrinted ?? chosen.base?.unitAsPrinted ?? null;
}

/**
 * KDB, KDH, KTB are percent of the ground. KLB is a ratio to it, but some plans print it in percent (240 % = 2,4): the
 * printed number stays as it is, only the area takes the unit into account. Other measures are no areas.
 */
function computeM2(
  measure: Measure,
  governing: Candidate | null,
  unit: string | null,
  areaM2: number | null,
): number | null {
  if (governing === null || areaM2 === null) return null;
  if (measure === 'klb')
    return (unitOfMeasure('klb', unit) === '%' ? governing.value / 100 : governing.value) * areaM2;
  if (measure === 'kdb' || measure === 'kdh' || measure === 'ktb') return (governing.value / 100) * areaM2;
  return null;
}
