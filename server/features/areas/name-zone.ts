import type { ZoneShare } from '#domain/areas/area-summary';
import type { RegulationRules, RuleSet } from '#domain/rules/rule-set';
import type { AreaDeps } from './area-deps.ts';
import type { LayerInForce } from './queries.ts';

export interface BoundRules {
  readonly ruleSet: RuleSet;
  readonly rules: RegulationRules;
}

/** The regulation that gives a layer's codes their meaning, when its rule set is in force too. */
export async function rulesOfLayer(
  { loadRuleSet }: Pick<AreaDeps, 'loadRuleSet'>,
  layer: LayerInForce,
  layers: readonly LayerInForce[],
): Promise<BoundRules | null> {
  const bound = layers.find(({ kind, layerId }) => kind === 'rules' && layerId === layer.rulesLayerId);
  const ruleSet = bound === undefined ? null : await loadRuleSet(bound.versionId);
  const rules = ruleSet?.byRegulation.get(layer.regulationId ?? '');
  return ruleSet === null || rules === undefined ? null : { ruleSet, rules };
}

/** What a code is called and how it is drawn; a code without a row keeps its code and nothing else. */
export function nameZone(
  layerId: string,
  code: string,
  bound: BoundRules | null,
): Omit<ZoneShare, 'areaM2' | 'polygonCount'> {
  const known = bound?.rules.zoneCodes.get(code);
  return {
    layerId,
    code,
    zoneName: known?.zoneName ?? null,
    subzoneName: known?.subzoneName ?? null,
    category: known?.category ?? null,
    color: known?.color ?? null,
  };
}
