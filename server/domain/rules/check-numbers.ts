import type { Measure } from '../zoning/figure.ts';
import { unitOfMeasure, unitsOf } from '../zoning/unit.ts';
import { errorAt, type RulesProblem, warningAt } from './problem.ts';
import type { RuleTables } from './read-rule-tables.ts';
import type { Placed } from './read-table.ts';
import type { IntensityTableRow } from './tables.ts';

const PERCENT_MEASURES = new Set(['kdb', 'kdh', 'ktb']);
/** Above this a ratio is more likely a percentage; the number is kept and the operator is told. */
const KLB_SUSPICIOUS = 20;

/** A cell with a percent format holds a hundredth of what it shows; who means that little says so in words. */
const isHundredth = (measure: string | null, value: number | null, unit: string | null): boolean =>
  measure !== null &&
  PERCENT_MEASURES.has(measure) &&
  value !== null &&
  value > 0 &&
  value < 1 &&
  unit?.trim().toLowerCase() !== 'persen';

/** A number in a unit that the measure does not have would be taken for one in its own: 12 m for 12 floors. */
const checkUnit = (
  placed: Placed<{ readonly value: number | null; readonly unit_as_printed: string | null }>,
  measure: Measure,
): RulesProblem[] => {
  const { value, unit_as_printed: unit } = placed.row;
  const known = unitsOf(measure);
  return value === null || known.includes(unitOfMeasure(measure, unit))
    ? []
    : [
        errorAt('unitNotForMeasure', at(placed, 'unit_as_printed'), {
          measure,
          value,
          unit: unit ?? '',
          known: known.join(', '),
        }),
      ];
};

const at = (placed: Placed<unknown>, column: string) => ({ file: placed.file, row: placed.line, column });

const checkIntensityRow = (placed: Placed<IntensityTableRow>): RulesProblem[] => {
  const { row } = placed;
  const problems: RulesProblem[] = [];
  const { parcel_min_m2: min, parcel_max_m2: max, value } = row;
  if (value === null && row.text_value === null) problems.push(errorAt('valueOrText', at(placed, 'value')));
  if (min !== null && max !== null && min > max)
    problems.push(errorAt('classBounds', at(placed, 'parcel_max_m2'), { min, max }));
  if (value !== null && value > 100 && PERCENT_MEASURES.has(row.measure))
    problems.push(errorAt('percentOver100', at(placed, 'value'), { measure: row.measure, value }));
  if (isHundredth(row.measure, value, row.unit_as_printed))
    problems.push(errorAt('percentBelow1', at(placed, 'value'), { measure: row.measure, value: value ?? 0 }));
  if (value !== null && row.measure === 'klb' && value > KLB_SUSPICIOUS && row.unit_as_printed !== '%')
    problems.push(warningAt('klbLooksLikePercent', at(placed, 'value'), { value }));
  return [...problems, ...checkUnit(placed, row.measure)];
};

const ruleGroup = (row: IntensityTableRow): string =>
  JSON.stringify([
    row.regulation_id,
    row.zone_code,
    row.parcel_min_m2,
    row.parcel_max_m2,
    row.road_class,
    row.kodswp,
    row.kodblk,
  ]);

/** Sums and products that cannot be built together: a warning, because the plan itself may say so. */
const checkConsistency = (rows: readonly Placed<IntensityTableRow>[]): RulesProblem[] => {
  const groups = new Map<string, Map<string, Placed<IntensityTableRow>>>();
  for (const placed of rows) {
    const key = ruleGroup(placed.row);
    const group = groups.get(key) ?? new Map<string, Placed<IntensityTableRow>>();
    groups.set(key, group.set(placed.row.measure, placed));
  }
  const problems: RulesProblem[] = [];
  for (const group of groups.values()) {
    const [kdb, kdh, klb, floors] = ['kdb', 'kdh', 'klb', 'floors'].map(
      (name) => group.get(name)?.row.value ?? null,
    );
    const place = group.get('kdb') ?? group.get('klb');
    if (place === undefined || kdb === null || kdb === undefined) continue;
    const zone = place.row.zone_code;
    if (typeof kdh === 'number' && kdb + kdh > 100)
      problems.push(warningAt('kdbPlusKdhOver100', at(place, 'value'), { zone, kdb, kdh }));
    if (
      typeof klb !== 'number' ||
      typeof floors !== 'number' ||
      group.get('klb')?.row.unit_as_printed === '%'
    )
      continue;
    if (klb > (kdb / 100) * floors + 1e-9)
      problems.push(warningAt('klbOverKdbTimesFloors', at(place, 'value'), { zone, kdb, klb, floors }));
  }
  return problems;
};

/** Size classes of one measure that leave parcels out (100 | 101 leaves 100.4 m²): said once per zone and measure. */
const checkGaps = (rows: readonly Placed<IntensityTableRow>[]): RulesProblem[] => {
  const groups = new Map<string, Placed<IntensityTableRow>[]>();
  for (const placed of rows) {
    const { row } = placed;
    if (row.parcel_min_m2 === null && row.parcel_max_m2 === null) continue;
    const key = JSON.stringify([
      row.regulation_id,
      row.zone_code,
      row.measure,
      row.road_class,
      row.kodswp,
      row.kodblk,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  const problems: RulesProblem[] = [];
  for (const group of groups.values()) {
    const sorted = group.toSorted((a, b) => (a.row.parcel_min_m2 ?? 0) - (b.row.parcel_min_m2 ?? 0));
    const gaps: string[] = [];
    if ((sorted[0]?.row.parcel_min_m2 ?? 0) > 0) gaps.push(`< ${sorted[0]?.row.parcel_min_m2}`);
    for (const [index, placed] of sorted.entries()) {
      const end = placed.row.parcel_max_m2;
      const next = sorted[index + 1]?.row.parcel_min_m2 ?? null;
      if (end !== null && next === null) gaps.push(`> ${end}`);
      else if (end !== null && next !== null && next > end) gaps.push(`${end}–${next}`);
    }
    const place = sorted[0];
    if (place !== undefined && gaps.length > 0)
      problems.push(
        warningAt('classGap', at(place, 'parcel_min_m2'), {
          text: `${place.row.zone_code} ${place.row.measure}`,
          gaps: gaps.join('; '),
        }),
      );
  }
  return problems;
};

/** Everything that can be said about the numbers of a rule set without knowing the city. Nothing is changed. */
export const checkNumbers = (tables: RuleTables): readonly RulesProblem[] => {
  const problems = [...tables.intensity.flatMap(checkIntensityRow)];
  problems.push(...checkConsistency(tables.intensity), ...checkGaps(tables.intensity));
  for (const placed of tables.setbacks) {
    if (placed.row.value_m === null && placed.row.text_value === null)
      problems.push(errorAt('valueOrText', at(placed, 'value_m')));
    if (placed.row.road_class !== null && placed.row.kind !== 'gsb')
      problems.push(errorAt('roadClassNotForKind', at(placed, 'road_class'), { kind: placed.row.kind }));
  }
  for (const placed of tables.regulations) {
    const { valid_from: from, valid_to: to } = placed.row;
    if (from !== null && to !== null && from >= to)
      problems.push(errorAt('validityOrder', at(placed, 'valid_to'), { from, to }));
  }
  for (const placed of tables['overlay-effects']) {
    const { effect, measure, operator, value, itbx_codes: codes } = placed.row;
    if (isHundredth(measure, value, placed.row.unit_as_printed))
      problems.push(
        errorAt('percentBelow1', at(placed, 'value'), { measure: measure ?? '', value: value ?? 0 }),
      );
    // A distance from a road is in metres, as one between buildings is.
    if (measure !== null)
      problems.push(...checkUnit(placed, measure === 'gsb_m' ? 'building_gap_m' : measure));
    const isNumber = measure !== null && operator !== null && value !== null;
    const hasNumber = measure !== null || operator !== null || value !== null;
    const isComplete = hasNumber ? isNumber : effect === 'override' && codes.length > 0;
    if ((effect === 'cap' || effect === 'override') && !isComplete)
      problems.push(errorAt('effectIncomplete', at(placed, 'measure'), { effect }));
    if ((effect === 'text' || effect === 'prohibition') && (hasNumber || codes.length > 0))
      problems.push(errorAt('effectNotForKind', at(placed, 'effect'), { effect }));
  }
  return problems;
};
