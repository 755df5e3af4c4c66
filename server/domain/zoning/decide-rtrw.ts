import type { RuleSet } from '../rules/rule-set.ts';
import type { Answer } from './answer.ts';
import { rulesOf } from './decide-part.ts';
import type { Facts, ZoneFact } from './facts.ts';

/**
 * The RTRW class next to the detail plan: since the RTRW may be newer, the two can contradict each other. They are
 * compared only where the regulation says which zones agree with the class; otherwise nothing is judged.
 */
export function decideRtrw(
  facts: Facts,
  ruleSets: readonly RuleSet[],
  areaM2: number | null,
): Answer['rtrw'] {
  return facts.rtrw.map((row) => {
    const version = facts.versions.find((candidate) => candidate.version_id === row.version_id);
    const rules = rulesOf(version, ruleSets)?.rules ?? null;
    return {
      className: row.namobj ?? row.code,
      color: rules?.zoneCodes.get(row.code)?.color ?? null,
      areaM2: row.part_m2 ?? null,
      sharePct: row.part_m2 === undefined || areaM2 === null ? null : (row.part_m2 / areaM2) * 100,
      agreement: agreementOf(row, facts, ruleSets),
      isDemo: row.is_demo || (version?.is_demo ?? false),
    };
  });
}

function agreementOf(
  row: ZoneFact,
  facts: Facts,
  ruleSets: readonly RuleSet[],
): Answer['rtrw'][number]['agreement'] {
  const className = row.namobj ?? row.code;
  let judged = false;
  for (const zone of facts.zones) {
    if (row.meets !== undefined && !row.meets.includes(`${zone.version_id} ${zone.feature_no}`)) continue;
    const version = facts.versions.find((candidate) => candidate.version_id === zone.version_id);
    const rules = rulesOf(version, ruleSets)?.rules;
    const agreeing = rules?.rtrwMatches.get(className);
    if (agreeing === undefined) continue;
    judged = true;
    const parent = rules?.zoneCodes.get(zone.code)?.zoneCode ?? zone.kodzon;
    if (!agreeing.has(zone.code) && (parent === null || !agreeing.has(parent))) return 'check';
  }
  return judged ? 'agrees' : 'notJudged';
}
