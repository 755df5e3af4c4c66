import { ImportRefusal, importProblem } from '#domain/publication/import-problem';
import type { Queryable } from '../../platform/db.ts';
import {
  findLayer,
  findUsualRuleSet,
  type LayerInput,
  listRegulations,
  type RuleSetChoice,
} from './queries.ts';

/**
 * The rule set that explains the codes of a version: what is asked for, completed by that of the layer's newest version.
 * It belongs to the version, so that a draft changes no answer that is in force.
 * @throws ImportRefusal `rulesLayerUnknown`, or `regulationUnknown` when its newest version has no such regulation
 */
export async function chooseRuleSet(tx: Queryable, layer: LayerInput): Promise<RuleSetChoice | null> {
  const usual = await findUsualRuleSet(tx, layer.layerId);
  const rulesLayerId = layer.rulesLayerId ?? usual?.rulesLayerId ?? null;
  const regulationId = layer.regulationId ?? usual?.regulationId ?? null;
  if (rulesLayerId === null && regulationId === null) return null;
  const rules = rulesLayerId === null ? null : await findLayer(tx, rulesLayerId);
  if (rulesLayerId === null || rules?.kind !== 'rules')
    throw new ImportRefusal(importProblem('rulesLayerUnknown', { layerId: rulesLayerId ?? '–' }));
  const known = await listRegulations(tx, rulesLayerId);
  if (regulationId !== null && known.includes(regulationId)) return { rulesLayerId, regulationId };
  throw new ImportRefusal(
    importProblem('regulationUnknown', {
      layerId: rulesLayerId,
      regulation: regulationId ?? '–',
      known: known.join(', ') || '–',
    }),
  );
}
