import type { ImportReport } from '#domain/publication/import-report';
import type { ImportKind } from '#domain/publication/layer-kind';
import type { Queryable } from '../../../platform/db.ts';
import type { RuleSetChoice } from '../queries.ts';
import { compareCodes, findNewestVersion } from './queries.ts';

/** Which zone codes the rule set does not know, and which it knows without saying anything about them. */
export async function checkCodes(
  tx: Queryable,
  kind: ImportKind,
  ruleSet: RuleSetChoice | null,
): Promise<ImportReport['codes']> {
  if (kind !== 'zones') return null;
  if (ruleSet === null) return { rulesLayerId: null, rulesVersionId: null, unknown: [], withoutRules: [] };
  const rulesVersionId = await findNewestVersion(tx, ruleSet.rulesLayerId);
  const codes = await compareCodes(tx, rulesVersionId, ruleSet.regulationId);
  const list = (rows: typeof codes): { code: string; featureCount: number }[] =>
    rows.map(({ code, featureCount }) => ({ code, featureCount }));
  return {
    rulesLayerId: ruleSet.rulesLayerId,
    rulesVersionId,
    unknown: list(codes.filter((row) => !row.isKnown)),
    withoutRules: list(codes.filter((row) => row.isKnown && !row.hasRules)),
  };
}
