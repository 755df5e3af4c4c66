import type { Activity, ItbxCell, OverlayEffect, RegulationRules } from '../rules/rule-set.ts';
import type { Part } from './answer.ts';
import type { Itbx, Verdict } from './itbx.ts';

/** Least to most forbidding; `unknown` stands between a condition and a no, because it is neither. */
const SEVERITY: Record<Itbx, number> = { I: 0, T: 1, B: 2, unknown: 3, X: 4 };

const severer = (a: Itbx, b: Itbx): Itbx => (SEVERITY[b] > SEVERITY[a] ? b : a);

/** The letter of a cell: any B makes it B, else any T makes it T; all its codes hold together. */
export function letterOf(codes: readonly string[], emptyMeans: 'tidak diatur' | 'X'): Itbx {
  if (codes.length === 0) return emptyMeans === 'X' ? 'X' : 'unknown';
  if (codes.includes('X')) return 'X';
  if (codes.some((code) => code.startsWith('B'))) return 'B';
  if (codes.some((code) => code.startsWith('T'))) return 'T';
  return codes.includes('I') ? 'I' : 'unknown';
}

/**
 * May this activity be done on this part? The matrix cell with all its conditions, then what overlays change.
 * A missing row, column or cell is `unknown` with its reason, never a yes.
 */
export function decideActivity(
  rules: RegulationRules,
  activity: Activity,
  zoneCode: string,
  effects: readonly OverlayEffect[],
): Verdict {
  const { matrix } = rules;
  const cell = matrix?.cells.get(activity.activityId)?.get(zoneCode);
  const base = matrix === null || cell === undefined ? 'unknown' : letterOf(cell.codes, matrix.emptyMeans);
  const overriddenBy = overridesOf(activity.activityId, effects);
  return {
    activityId: activity.activityId,
    activityName: activity.name,
    groupName: activity.groupName,
    kbli: activity.kbli.map((link) => link.code),
    base,
    codes: [...(cell?.codes ?? [])],
    conditions: conditionsOf(rules, cell),
    overriddenBy,
    governing: overriddenBy.reduce((itbx, override) => severer(itbx, override.itbx), base),
    reason: reasonFor(rules, cell, zoneCode, base),
    sourceId: matrix?.sourceId ?? null,
  };
}

function conditionsOf(rules: RegulationRules, cell: ItbxCell | undefined): Verdict['conditions'] {
  return (cell?.codes ?? []).flatMap((code) => {
    const condition = rules.conditions.get(code);
    return condition === undefined ? [] : [{ ...condition }];
  });
}

function reasonFor(
  rules: RegulationRules,
  cell: ItbxCell | undefined,
  zoneCode: string,
  base: Itbx,
): Verdict['reason'] {
  if (base !== 'unknown') return null;
  if (rules.matrix === null) return 'noMatrix';
  if (!rules.matrix.zoneCodes.has(zoneCode)) return 'zoneNotInMatrix';
  return cell === undefined ? 'notInMatrix' : 'emptyCell';
}

/** Prohibitions and overrides that name this activity or all building. */
function overridesOf(activityId: string, effects: readonly OverlayEffect[]): Verdict['overriddenBy'] {
  return effects.flatMap((effect) => {
    if (effect.activityId !== null && effect.activityId !== activityId) return [];
    if (effect.effect === 'prohibition')
      return [{ theme: effect.theme, itbx: 'X' as const, body: effect.body, sourceId: effect.sourceId }];
    if (effect.effect !== 'override' || effect.itbxCodes.length === 0) return [];
    return [
      {
        theme: effect.theme,
        itbx: letterOf(effect.itbxCodes, 'tidak diatur'),
        body: effect.body,
        sourceId: effect.sourceId,
      },
    ];
  });
}

/** All activities of the matrix in groups by outcome here, in the matrix's own order. */
export function groupActivities(
  rules: RegulationRules,
  zoneCode: string,
  effects: readonly OverlayEffect[],
): Part['itbx'] {
  const { matrix } = rules;
  if (matrix === null) return [];
  const changing = effects.filter((effect) => effect.effect === 'prohibition' || effect.itbxCodes.length > 0);
  const groups = new Map<Itbx, Part['itbx'][number]['activities']>();
  for (const activity of rules.activities.values()) {
    const cell = matrix.cells.get(activity.activityId)?.get(zoneCode);
    const base = cell === undefined ? 'unknown' : letterOf(cell.codes, matrix.emptyMeans);
    const itbx = overridesOf(activity.activityId, changing).reduce(
      (worst, override) => severer(worst, override.itbx),
      base,
    );
    const entry = {
      activityId: activity.activityId,
      name: activity.name,
      groupName: activity.groupName,
      codes: [...(cell?.codes ?? [])],
    };
    const group = groups.get(itbx);
    if (group === undefined) groups.set(itbx, [entry]);
    else group.push(entry);
  }
  const order: Itbx[] = ['I', 'T', 'B', 'X', 'unknown'];
  return order.flatMap((itbx) => {
    const activities = groups.get(itbx);
    return activities === undefined ? [] : [{ itbx, activities }];
  });
}
