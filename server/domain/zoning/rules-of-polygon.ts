import type { IntensityRule, ItbxCell, ItbxMatrix, RegulationRules, SetbackRule } from '../rules/rule-set.ts';

/** What the rules of a polygon are found by: its own key in tables (KODUNK), where it has one, and its zone code. */
export interface RuleKeys {
  readonly code: string;
  readonly kodunk: string | null;
}

/** Whether a legal source holds on the day that is asked about. */
type Holds = (sourceId: string) => boolean;

/** Rows in force: those of the polygon itself stand instead of rows of its zone code about the same thing. */
function ownFirst<R>(
  rows: ReadonlyMap<string, readonly R[]>,
  { code, kodunk }: RuleKeys,
  holds: (row: R) => boolean,
  isAboutSame: (own: R, ofCode: R) => boolean,
): R[] {
  const own = kodunk === null || kodunk === code ? [] : (rows.get(kodunk) ?? []).filter(holds);
  const ofCode = (rows.get(code) ?? []).filter(holds);
  return [...own, ...ofCode.filter((row) => !own.some((other) => isAboutSame(other, row)))];
}

/** Intensity of a polygon, measure by measure; a least and a greatest value of one measure are two things. */
export const intensityFor = (rules: RegulationRules, keys: RuleKeys, holds: Holds): IntensityRule[] =>
  ownFirst(
    rules.intensity,
    keys,
    ({ rule }) => holds(rule.sourceId),
    (own, ofCode) => own.measure === ofCode.measure && own.operator === ofCode.operator,
  );

/** Free distances of a polygon, those of the whole regulation left aside. */
export const setbacksFor = (rules: RegulationRules, keys: RuleKeys, holds: Holds): SetbackRule[] =>
  ownFirst(
    rules.setbacks,
    keys,
    ({ sourceId }) => holds(sourceId),
    (own, ofCode) => own.kind === ofCode.kind && isForRoadOf(own, ofCode),
  );

/** Whether the narrower of two rows speaks of the road that the wider one is about. */
export const isForRoadOf = (narrow: SetbackRule, wide: SetbackRule): boolean =>
  narrow.roadClass === null || narrow.roadClass === wide.roadClass;

/** The cell of an activity: of the polygon's own column, where the matrix has one, before that of its zone code. */
export const cellFor = (
  matrix: ItbxMatrix | null,
  activityId: string,
  { code, kodunk }: RuleKeys,
): ItbxCell | undefined => {
  const row = matrix?.cells.get(activityId);
  return (kodunk === null ? undefined : row?.get(kodunk)) ?? row?.get(code);
};

/** The polygon's own column of the matrix; null when there is none. */
export const ownColumn = (matrix: ItbxMatrix, { kodunk }: RuleKeys): string | null =>
  kodunk !== null && matrix.zoneCodes.has(kodunk) ? kodunk : null;

/** Whether the matrix speaks about the polygon at all. */
export const isInMatrix = (matrix: ItbxMatrix, keys: RuleKeys): boolean =>
  matrix.zoneCodes.has(keys.code) || ownColumn(matrix, keys) !== null;

/** Columns of a matrix that are for single polygons: what its regulation has no zone code for. */
export const columnsOfPolygons = ({ matrix, zoneCodes }: RegulationRules): string[] =>
  matrix === null ? [] : [...matrix.zoneCodes].filter((column) => !zoneCodes.has(column));

/** What rules of a polygon may be found by, beside its zone code. */
interface OwnKeys {
  readonly code: string;
  readonly kodunk: string | null;
  readonly kodswp: string | null;
  readonly kodblk: string | null;
}

/** Where a row holds: null is everywhere. */
type PlaceOfRow = Pick<OwnKeys, 'kodswp' | 'kodblk'>;

/** Whether some rule is for one of two polygons of a code and not for the other. */
export function haveOtherRules(rules: RegulationRules, a: OwnKeys, b: OwnKeys): boolean {
  const isOwn = (key: string | null): boolean =>
    key !== null &&
    (rules.intensity.has(key) || rules.setbacks.has(key) || (rules.matrix?.zoneCodes.has(key) ?? false));
  if (a.kodunk !== b.kodunk && (isOwn(a.kodunk) || isOwn(b.kodunk))) return true;
  const isFor = ({ kodswp, kodblk }: OwnKeys, row: PlaceOfRow): boolean =>
    (row.kodblk === null || row.kodblk === kodblk) && (row.kodswp === null || row.kodswp === kodswp);
  const names = [a.code, a.kodunk, b.kodunk].filter((name) => name !== null);
  const rows: PlaceOfRow[] = [
    ...names.flatMap((name) => rules.intensity.get(name) ?? []),
    ...rules.notes.filter(({ zoneCode }) => zoneCode === null || names.includes(zoneCode)),
  ];
  return rows.some((row) => isFor(a, row) !== isFor(b, row));
}
