import type { OverlayEffect, RegulationRules } from '../rules/rule-set.ts';
import type { Part } from './answer.ts';
import { letterOf, mayTurn, type OverlayEffects, overridesOf, severer } from './decide-activity.ts';
import type { Itbx } from './itbx.ts';
import { cellFor, ownColumn, type RuleKeys } from './rules-of-polygon.ts';

/** What a part lists of the matrix: the activities by outcome, and the conditions that their codes name. */
export interface GroupedActivities {
  readonly itbx: Part['itbx'];
  readonly conditions: Part['conditions'];
}

/** Groups kept per regulation: a city has some sixty zone codes and few overlays that change the matrix. */
const MAX_KEPT = 256;
/** A rule set never changes, so neither does what follows from it; it goes when the rule set goes. */
const kept = new WeakMap<RegulationRules, Map<string, GroupedActivities>>();
const effectNumbers = new WeakMap<OverlayEffect, number>();
let lastNumber = 0;

/**
 * All activities of the matrix in groups by outcome on ground of these keys, in the matrix's own order. Hundreds of
 * activities give the same groups for every place of a code, so they are made once (measured 2026-11-22: half of the
 * 1.0 ms that a decision took). The result is shared: it must not be changed.
 */
export function groupActivities(
  rules: RegulationRules,
  keys: RuleKeys,
  effects: OverlayEffects,
): GroupedActivities {
  if (rules.matrix === null) return { itbx: [], conditions: [] };
  const known = effects.known.filter(isChanging);
  const open = effects.open.filter(isChanging);
  const key = [
    keys.code,
    ownColumn(rules.matrix, keys) ?? '',
    numbersOf(known),
    numbersOf(open),
    effects.isUnread === true,
  ].join('|');
  const ofRules = kept.get(rules) ?? new Map<string, GroupedActivities>();
  kept.set(rules, ofRules);
  const found = ofRules.get(key);
  if (found !== undefined) return found;
  const made = group(rules, keys, { known, open, isUnread: effects.isUnread === true });
  if (ofRules.size >= MAX_KEPT)
    for (const oldest of [...ofRules.keys()].slice(0, MAX_KEPT / 4)) ofRules.delete(oldest);
  ofRules.set(key, made);
  return made;
}

const isChanging = (effect: OverlayEffect): boolean =>
  effect.effect === 'prohibition' || effect.itbxCodes.length > 0;

function numbersOf(effects: readonly OverlayEffect[]): string {
  return effects
    .map((effect) => {
      const number = effectNumbers.get(effect) ?? ++lastNumber;
      effectNumbers.set(effect, number);
      return number;
    })
    .sort((a, b) => a - b)
    .join(',');
}

function group(
  rules: RegulationRules,
  keys: RuleKeys,
  { known, open, isUnread }: OverlayEffects,
): GroupedActivities {
  const groups = new Map<Itbx, Part['itbx'][number]['activities']>();
  const named: Part['conditions'] = [];
  for (const activity of rules.activities.values()) {
    const cell = cellFor(rules.matrix, activity.activityId, keys);
    const base =
      cell === undefined ? 'unknown' : letterOf(cell.codes, rules.matrix?.emptyMeans ?? 'tidak diatur');
    const overrides = overridesOf(activity.activityId, known);
    const decided = overrides.reduce((worst, override) => severer(worst, override.itbx), base);
    for (const code of cell?.codes ?? []) named.push(...toList(rules.conditions.get(code)));
    named.push(...overrides.flatMap((override) => override.conditions));
    const isOpen = isUnread === true || mayTurn(activity.activityId, decided, open);
    const itbx = isOpen && decided !== 'X' ? 'unknown' : decided;
    const entry = {
      activityId: activity.activityId,
      name: activity.name,
      groupName: activity.groupName,
      codes: [...new Set([...(cell?.codes ?? []), ...overrides.flatMap((override) => override.codes)])],
    };
    const same = groups.get(itbx);
    if (same === undefined) groups.set(itbx, [entry]);
    else same.push(entry);
  }
  const order: Itbx[] = ['I', 'T', 'B', 'X', 'unknown'];
  const itbx = order.flatMap((one) => {
    const activities = groups.get(one);
    return activities === undefined ? [] : [{ itbx: one, activities }];
  });
  return { itbx, conditions: inOrder(rules, named) };
}

const toList = <T>(found: T | undefined): T[] => (found === undefined ? [] : [found]);

/** Each once: those of the regulation itself in the order of its table, then those that overlays bring from others. */
function inOrder(rules: RegulationRules, named: Part['conditions']): Part['conditions'] {
  const keyOf = ({ code, body, sourceId }: Part['conditions'][number]) =>
    JSON.stringify([code, body, sourceId]);
  const byKey = new Map(named.map((condition) => [keyOf(condition), condition]));
  const own = [...rules.conditions.values()].filter((condition) => byKey.has(keyOf(condition)));
  for (const condition of own) byKey.delete(keyOf(condition));
  return [...own, ...byKey.values()].map((condition) => ({ ...condition }));
}
