import type { CityProfile } from '#domain/city/profile';
import type { ImportReport } from '#domain/publication/import-report';
import { invalidityCode } from '#domain/publication/invalidity';
import { geometryFamilyOf, type ImportKind } from '#domain/publication/layer-kind';
import type { Queryable } from '../../../platform/db.ts';
import { checkCodes } from '../checks/check-codes.ts';
import { checkTopology } from '../checks/check-topology.ts';
import { findOutsideCity, listRepairs, listSetAside, sumAreas } from '../checks/queries.ts';
import type { RuleSetChoice } from '../queries.ts';
import {
  countStaged,
  findInvalid,
  indexStaging,
  markInvalid,
  measureAreas,
  REPAIR_METHOD,
  repairInvalid,
} from './queries.ts';

export type RowFindings = Pick<
  ImportReport,
  | 'counts'
  | 'areas'
  | 'setAside'
  | 'repairs'
  | 'overlaps'
  | 'gaps'
  | 'slivers'
  | 'duplicates'
  | 'codes'
  | 'outsideCity'
>;

/** Judges every staged row, sets aside or repairs what cannot go in, and looks at the rest together. */
export async function checkRows(
  tx: Queryable,
  input: {
    kind: ImportKind;
    theme: string | null;
    ruleSet: RuleSetChoice | null;
    isRepairing: boolean;
    city: CityProfile;
    day: string;
  },
): Promise<RowFindings> {
  const isPolygonal = geometryFamilyOf(input.kind) === 'polygon';
  await indexStaging(tx);
  if (isPolygonal) {
    const invalid = await findInvalid(tx);
    await markInvalid(
      tx,
      invalid.map((row) => ({ ...row, detail: row.reason, reason: invalidityCode(row.reason) })),
    );
    if (input.isRepairing) await repairInvalid(tx);
    await measureAreas(tx);
  }
  return {
    counts: await countStaged(tx),
    areas: isPolygonal ? await sumAreas(tx, input.kind) : null,
    setAside: await listSetAside(tx),
    repairs: { method: REPAIR_METHOD, list: await listRepairs(tx) },
    ...(await checkTopology(tx, input.kind)),
    codes: await checkCodes(tx, input.kind, input.theme, input.ruleSet),
    outsideCity: await findOutsideCity(tx, input.city.bbox, input.kind !== 'admin', input.day),
  };
}
