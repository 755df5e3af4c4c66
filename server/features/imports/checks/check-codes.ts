import type { ImportReport } from '#domain/publication/import-report';
import type { ImportKind } from '#domain/publication/layer-kind';
import type { Queryable } from '../../../platform/db.ts';
import type { RuleSetChoice } from '../queries.ts';
import { compareCodes, compareLevels, findNewestVersion } from './queries.ts';

/**
 * Which zone codes, or levels of an overlay, the rule set does not know, and which it knows without saying anything about
 * them. Ground of a level that it does not know is answered with “unknown”.
 */
export async function checkCodes(
  tx: Queryable,
  kind: ImportKind,
  theme: string | null,
  ruleSet: RuleSetChoice | null,
): Promise<ImportReport['codes']> {
  const isOverlay = kind === 'overlay' && theme !== null && ruleSet !== null;
  if (kind !== 'zones' && !isOverlay) return null;
  if (ruleSet === null) return { rulesLayerId: null, rulesVersionId: null, unknown: [], withoutRules: [] };
  const rulesVersionId = await findNewestVersion(tx, ruleSet.rulesLayerId);
  const codes = isOverlay
    ? await compareLevels(tx, rulesVersionId, theme)
    : await compareCodes(tx, rulesVersionId, ruleSet.regulationId);
  const list = (rows: typeof codes): { code: string; featureCount: number }[] =>
    rows.map(({ code, featureCount }) => ({ code, featureCount }));
  return {
    rulesLayerId: ruleSet.rulesLayerId,
    rulesVersionId,
    unknown: list(codes.filter((row) => !row.isKnown)),
    withoutRules: list(codes.filter((row) => row.isKnown && !row.hasRules)),
  };
}
