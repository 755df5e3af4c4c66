import type { Citation } from '../zoning/citation.ts';
import { unitOfMeasure, unitsOf } from '../zoning/unit.ts';
import { parseItbxCell } from './itbx-cell.ts';
import type { RuleTables } from './read-rule-tables.ts';
import type {
  Activity,
  IntensityRule,
  ItbxCell,
  ItbxMatrix,
  OverlayEffect,
  Regulation,
  RegulationRules,
  RuleSet,
  SetbackRule,
  ZoneCode,
  ZoningNote,
} from './rule-set.ts';
import type { TableName } from './tables.ts';

/** The rows of a rule set without their places in files: what is stored and what a RuleSet is built from. */
export type RuleRows = { readonly [N in TableName]: readonly RuleTables[N][number]['row'][] };

const bare = <R>(placed: readonly { readonly row: R }[]): readonly R[] => placed.map(({ row }) => row);

/** Drops file names and lines. */
export const rowsOfTables = (tables: RuleTables): RuleRows => ({
  regulations: bare(tables.regulations),
  'legal-sources': bare(tables['legal-sources']),
  'zone-codes': bare(tables['zone-codes']),
  intensity: bare(tables.intensity),
  setbacks: bare(tables.setbacks),
  notes: bare(tables.notes),
  activities: bare(tables.activities),
  matrices: bare(tables.matrices),
  conditions: bare(tables.conditions),
  'itbx-cells': bare(tables['itbx-cells']),
  'overlay-effects': bare(tables['overlay-effects']),
  'rtrw-matches': bare(tables['rtrw-matches']),
});

type Owner = { readonly layerId: string; readonly versionId: string; readonly isDemo: boolean };

const append = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

const toRegulation = (row: RuleRows['regulations'][number], isDemo: boolean): Regulation => ({
  regulationId: row.regulation_id,
  kind: row.kind,
  title: row.title,
  numberText: row.number_text,
  setOn: row.set_on,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  status: row.status,
  url: row.url,
  isDemo: row.is_demo || isDemo,
});

const toCitation = (
  row: RuleRows['legal-sources'][number],
  regulation: Regulation,
  sourceId: string,
): Citation => ({
  sourceId,
  regulationId: regulation.regulationId,
  regulationTitle: regulation.title,
  numberText: regulation.numberText,
  article: row.article,
  quote: row.quote,
  validFrom: regulation.validFrom,
  validTo: regulation.validTo,
  status: regulation.status,
  url: regulation.url,
  isDemo: regulation.isDemo,
});

const toZoneCode = (row: RuleRows['zone-codes'][number], sourceId: string | null): ZoneCode => ({
  code: row.code,
  zoneCode: row.zone_code,
  zoneName: row.zone_name,
  subzoneName: row.subzone_name,
  category: row.category,
  color: row.color,
  provisional: row.provisional,
  description: row.description,
  sourceId,
});

/**
 * The number of a row, and words instead of a number in another unit than the measure's own: nothing compares 12 m with floors,
 * or metres above the sea with a building's height. Rows stored before the import refused them are still there.
 */
const printedNumber = (
  row: RuleRows['intensity'][number],
): Pick<IntensityRule['rule'], 'value' | 'text' | 'unitAsPrinted'> => {
  const { measure, value, text_value: text, unit_as_printed: unit } = row;
  const own = measure === 'klb' ? unitsOf(measure) : unitsOf(measure).slice(0, 1);
  return value === null || own.includes(unitOfMeasure(measure, unit))
    ? { value, text, unitAsPrinted: unit }
    : { value: null, text: [`${value} ${unit}`, text].filter(Boolean).join('; '), unitAsPrinted: null };
};

const toIntensity = (row: RuleRows['intensity'][number], sourceId: string): IntensityRule => ({
  measure: row.measure,
  operator: row.operator,
  rule: {
    ...printedNumber(row),
    parcelMinM2: row.parcel_min_m2,
    parcelMaxM2: row.parcel_max_m2,
    roadClass: row.road_class,
    sourceId,
  },
  kodswp: row.kodswp,
  kodblk: row.kodblk,
});

const toSetback = (row: RuleRows['setbacks'][number], sourceId: string): SetbackRule => ({
  regulationId: row.regulation_id,
  kind: row.kind,
  zoneCode: row.zone_code,
  roadClass: row.road_class,
  valueM: row.value_m,
  text: row.text_value,
  referenceLine: row.reference_line,
  sourceId,
});

const toNote = (row: RuleRows['notes'][number], sourceId: string): ZoningNote => ({
  kind: row.kind,
  zoneCode: row.zone_code,
  kodswp: row.kodswp,
  kodblk: row.kodblk,
  code: row.code,
  body: row.body,
  sourceId,
});

const toActivity = (row: RuleRows['activities'][number], activityId: string): Activity => ({
  activityId,
  groupName: row.group_name,
  name: row.name,
  synonyms: row.synonyms,
  kbli: row.kbli.map((code) => ({ edition: row.kbli_edition, code })),
});

const toEffect = (
  row: RuleRows['overlay-effects'][number],
  rulesLayerId: string,
  conditions: RegulationRules['conditions'] | undefined,
  sourceId: string,
): OverlayEffect => ({
  rulesLayerId,
  regulationId: row.regulation_id,
  theme: row.theme,
  levelCode: row.level_code,
  effect: row.effect,
  measure: row.measure,
  operator: row.operator,
  value: row.value,
  unitAsPrinted: row.unit_as_printed,
  activityId: row.activity_id,
  itbxCodes: row.itbx_codes,
  conditions: row.itbx_codes.flatMap((code) => conditions?.get(code) ?? []),
  body: row.body,
  sourceId,
});

const toMatrix = (rows: RuleRows, regulationId: string, cite: (id: string) => string): ItbxMatrix | null => {
  const owner = rows.matrices.find((row) => row.regulation_id === regulationId);
  if (owner === undefined) return null;
  const parsed = new Map<string, ItbxCell>();
  const zoneCodes = new Set<string>();
  const cells = new Map<string, Map<string, ItbxCell>>();
  for (const row of rows['itbx-cells']) {
    if (row.regulation_id !== regulationId) continue;
    const codes = parseItbxCell(row.cell);
    const cell = parsed.get(row.cell) ?? { raw: row.cell, codes: codes.ok ? codes.value : [] };
    parsed.set(row.cell, cell);
    zoneCodes.add(row.zone_code);
    const byZone = cells.get(row.activity_id) ?? new Map<string, ItbxCell>();
    cells.set(row.activity_id, byZone.set(row.zone_code, cell));
  }
  return {
    emptyMeans: owner.empty_means ?? 'tidak diatur',
    sourceId: cite(owner.source_id),
    zoneCodes,
    cells,
  };
};

const toRegulationRules = (
  rows: RuleRows,
  regulation: Regulation,
  cite: (id: string) => string,
): RegulationRules => {
  const own = <R extends { readonly regulation_id: string }>(list: readonly R[]): readonly R[] =>
    list.filter((row) => row.regulation_id === regulation.regulationId);
  const intensity = new Map<string, IntensityRule[]>();
  for (const row of own(rows.intensity))
    append(intensity, row.zone_code, toIntensity(row, cite(row.source_id)));
  const setbacks = new Map<string, SetbackRule[]>();
  for (const row of own(rows.setbacks))
    if (row.zone_code !== null) append(setbacks, row.zone_code, toSetback(row, cite(row.source_id)));
  const rtrwMatches = new Map<string, Set<string>>();
  for (const row of own(rows['rtrw-matches']))
    rtrwMatches.set(
      row.rtrw_class,
      (rtrwMatches.get(row.rtrw_class) ?? new Set<string>()).add(row.zone_code),
    );
  return {
    regulation,
    zoneCodes: new Map(
      own(rows['zone-codes']).map((row) => [
        row.code,
        toZoneCode(row, row.source_id === null ? null : cite(row.source_id)),
      ]),
    ),
    intensity,
    setbacks,
    notes: own(rows.notes).map((row) => toNote(row, cite(row.source_id))),
    activities: new Map(
      own(rows.activities).flatMap((row) =>
        row.activity_id === null ? [] : [[row.activity_id, toActivity(row, row.activity_id)] as const],
      ),
    ),
    matrix: toMatrix(rows, regulation.regulationId, cite),
    conditions: new Map(
      own(rows.conditions).map((row) => [
        row.code,
        { code: row.code, body: row.body, sourceId: cite(row.source_id) },
      ]),
    ),
    rtrwMatches,
  };
};

/**
 * Turns checked rows into the rule set that answers are decided from. Source ids become `<layer>/<source id>`.
 *
 * @param rows rows without errors (see `checkRuleTables`) or rows as the database holds them.
 */
export const buildRuleSet = (rows: RuleRows, owner: Owner): RuleSet => {
  const cite = (sourceId: string): string => `${owner.layerId}/${sourceId}`;
  const regulations = rows.regulations.map((row) => toRegulation(row, owner.isDemo));
  const citations = new Map<string, Citation>();
  for (const row of rows['legal-sources']) {
    const regulation = regulations.find((entry) => entry.regulationId === row.regulation_id);
    if (regulation !== undefined)
      citations.set(cite(row.source_id), toCitation(row, regulation, cite(row.source_id)));
  }
  const byRegulation = new Map(
    regulations.map((regulation) => [regulation.regulationId, toRegulationRules(rows, regulation, cite)]),
  );
  const overlayEffects = new Map<string, OverlayEffect[]>();
  for (const row of rows['overlay-effects']) {
    const { conditions } = byRegulation.get(row.regulation_id) ?? {};
    append(overlayEffects, row.theme, toEffect(row, owner.layerId, conditions, cite(row.source_id)));
  }
  return {
    ...owner,
    citations,
    byRegulation,
    overlayEffects,
    generalSetbacks: rows.setbacks
      .filter((row) => row.zone_code === null)
      .map((row) => toSetback(row, cite(row.source_id))),
  };
};
