import type { RuleRows } from './build-rule-set.ts';
import { parseItbxCell } from './itbx-cell.ts';

/** What a rule set leaves open, per regulation: what the publisher must see before it goes in force. */
export type RuleGaps = {
  readonly regulationId: string;
  /** Codes of the regulation with no intensity row: their figures will be "not set". */
  readonly codesWithoutIntensity: readonly string[];
  /** Codes outside the matrix: every activity there will be "unknown". Empty when there is no matrix at all. */
  readonly codesNotInMatrix: readonly string[];
  /** Codes with neither: a zone on the map about which nothing can be answered. */
  readonly codesWithoutRules: readonly string[];
  /** T and B codes that cells use and no condition explains. */
  readonly itbxCodesWithoutText: readonly string[];
  /** Zone codes whose meaning no article is named for. */
  readonly codesWithoutSource: readonly string[];
  /** Codes whose colour or meaning two sources do not confirm. */
  readonly provisionalCodes: readonly string[];
};

const gapsOf = (rows: RuleRows, regulationId: string): RuleGaps => {
  const own = <R extends { readonly regulation_id: string }>(list: readonly R[]): readonly R[] =>
    list.filter((row) => row.regulation_id === regulationId);
  const zoneCodes = own(rows['zone-codes']);
  const codes = zoneCodes.map((row) => row.code);
  const cells = own(rows['itbx-cells']);
  const withIntensity = new Set(own(rows.intensity).map((row) => row.zone_code));
  const inMatrix = new Set(cells.map((row) => row.zone_code));
  const explained = new Set(own(rows.conditions).map((row) => row.code));
  const used = new Set(
    cells.flatMap((row) => {
      const parsed = parseItbxCell(row.cell);
      return parsed.ok ? parsed.value : [];
    }),
  );
  return {
    regulationId,
    codesWithoutIntensity: codes.filter((code) => !withIntensity.has(code)),
    codesNotInMatrix: cells.length === 0 ? [] : codes.filter((code) => !inMatrix.has(code)),
    codesWithoutRules: codes.filter((code) => !withIntensity.has(code) && !inMatrix.has(code)),
    itbxCodesWithoutText: [...used]
      .filter((code) => code !== 'I' && code !== 'X' && !explained.has(code))
      .toSorted(),
    codesWithoutSource: zoneCodes.filter((row) => row.source_id === null).map((row) => row.code),
    provisionalCodes: zoneCodes.filter((row) => row.provisional).map((row) => row.code),
  };
};

/** The gaps of every regulation of the set that has zone codes; every other rule has its source by its schema. */
export const findRuleGaps = (rows: RuleRows): readonly RuleGaps[] =>
  rows.regulations
    .map((row) => row.regulation_id)
    .filter((id) => rows['zone-codes'].some((row) => row.regulation_id === id))
    .map((id) => gapsOf(rows, id));
