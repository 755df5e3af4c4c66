import type { ImportReport } from '#domain/publication/import-report';
import type { ImportKind } from '#domain/publication/layer-kind';
import type { Queryable } from '../../../platform/db.ts';
import { compareCodes, findRuleSet } from './queries.ts';

/** Which zone codes the rule set does not know, and which it knows without saying anything about them. */
export async function checkCodes(
  tx: Queryable,
  kind: ImportKind,
  layerId: string,
): Promise<ImportReport['codes']> {
  if (kind !== 'zones') return null;
  const ruleSet = await findRuleSet(tx, layerId);
  if (!ruleSet) return { rulesLayerId: null, rulesVersionId: null, unknown: [], withoutRules: [] };
  const codes = await compareCodes(tx, ruleSet.rulesVersionId, ruleSet.regulationId);
  const list = (rows: typeof codes): { code: string; featureCount: number }[] =>
    rows.map(({ code, featureCount }) => ({ code, featureCount }));
  return {
    rulesLayerId: ruleSet.rulesLayerId,
    rulesVersionId: ruleSet.rulesVersionId,
    unknown: list(codes.filter((row) => !row.isKnown)),
    withoutRules: list(codes.filter((row) => row.isKnown && !row.hasRules)),
  };
}
