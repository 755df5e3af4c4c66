import type { Activity, ItbxCell, OverlayEffect, RegulationRules } from '../rules/rule-set.ts';
import type { Itbx, Verdict } from './itbx.ts';
import { isSameLevel } from './overlay-on-part.ts';
import type { OverlayNearby } from './overlays-nearby.ts';
import { cellFor, isInMatrix, type RuleKeys } from './rules-of-polygon.ts';

/** Least to most forbidding; `unknown` stands between a condition and a no, because it is neither. */
export const SEVERITY: Record<Itbx, number> = { I: 0, T: 1, B: 2, unknown: 3, X: 4 };

/** The more forbidding of two outcomes. */
export const severer = (a: Itbx, b: Itbx): Itbx => (SEVERITY[b] > SEVERITY[a] ? b : a);

/** The letter of a cell: any B makes it B, else any T makes it T; all its codes hold together. */
export function letterOf(codes: readonly string[], emptyMeans: 'tidak diatur' | 'X'): Itbx {
  if (codes.length === 0) return emptyMeans === 'X' ? 'X' : 'unknown';
  if (codes.includes('X')) return 'X';
  if (codes.some((code) => code.startsWith('B'))) return 'B';
  if (codes.some((code) => code.startsWith('T'))) return 'T';
  return codes.includes('I') ? 'I' : 'unknown';
}

/**
 * Overlays that lie on the part, and overlays of which nobody knows whether they do: a verdict that the latter might
 * turn around is `unknown`.
 */
export interface OverlayEffects {
  readonly known: readonly OverlayEffect[];
  readonly open: readonly OverlayEffect[];
  /** Rules that speak about this place could not be read: they may forbid or limit anything. */
  readonly isUnread?: boolean;
  /** Overlays that begin close by, with all that they say. */
  readonly nearby?: readonly OverlayNearby[];
  /** Parcels are registered here, but not among the facts. */
  readonly isParcelLeftOut?: boolean;
}

/**
 * May this activity be done on this part? The matrix cell with all its conditions, then what overlays change.
 * A missing row, column or cell is `unknown` with its reason, never a yes.
 */
export function decideActivity(
  rules: RegulationRules,
  activity: Activity,
  keys: RuleKeys,
  effects: OverlayEffects,
): Verdict {
  const { matrix } = rules;
  const cell = cellFor(matrix, activity.activityId, keys);
  const base = matrix === null || cell === undefined ? 'unknown' : letterOf(cell.codes, matrix.emptyMeans);
  const overriddenBy = overridesOf(activity.activityId, effects.known);
  const governing = overriddenBy.reduce((itbx, override) => severer(itbx, override.itbx), base);
  // Nothing is stricter than a no.
  const isUnread = effects.isUnread === true && governing !== 'X';
  const isOpen = mayTurn(activity.activityId, governing, effects.open);
  return {
    activityId: activity.activityId,
    activityName: activity.name,
    groupName: activity.groupName,
    kbli: activity.kbli.map((link) => link.code),
    base,
    codes: [...(cell?.codes ?? [])],
    conditions: conditionsOf(rules, cell?.codes ?? []),
    overriddenBy,
    governing: isUnread || isOpen ? 'unknown' : governing,
    nearby: stricterNearby(activity.activityId, governing, effects.nearby ?? []),
    ...(effects.isParcelLeftOut === true && governing !== 'X' && { onlyPoint: true as const }),
    reason: isUnread ? 'sourceFailed' : isOpen ? 'overlayUnknown' : reasonFor(rules, cell, keys, base),
    sourceId: matrix?.sourceId ?? null,
  };
}

/** The verdict where no rule could be asked: `unknown` with its reason. */
export const undecided = (askedFor: string, reason: NonNullable<Verdict['reason']>): Verdict => ({
  activityId: null,
  activityName: askedFor,
  groupName: null,
  kbli: [],
  base: 'unknown',
  codes: [],
  conditions: [],
  overriddenBy: [],
  governing: 'unknown',
  nearby: [],
  reason,
  sourceId: null,
});

/** The full text of each condition that a cell of the regulation's matrix names, once. */
function conditionsOf(rules: RegulationRules, codes: readonly string[]): Verdict['conditions'] {
  return [...new Set(codes)].flatMap((code) => {
    const condition = rules.conditions.get(code);
    return condition === undefined ? [] : [{ ...condition }];
  });
}

function reasonFor(
  rules: RegulationRules,
  cell: ItbxCell | undefined,
  keys: RuleKeys,
  base: Itbx,
): Verdict['reason'] {
  if (base !== 'unknown') return null;
  if (rules.matrix === null) return 'noMatrix';
  if (!isInMatrix(rules.matrix, keys)) return 'zoneNotInMatrix';
  return cell === undefined ? 'notInMatrix' : 'emptyCell';
}

/**
 * A rule that names the activity stands instead of those for all building that it is an exception from: protected farmland
 * forbids building, and names farming as the exception. It is one from the rules of its own regulation for the same level
 * of the theme; what another regulation, or the same one elsewhere, forbids still holds.
 */
function applying(activityId: string, effects: readonly OverlayEffect[]): OverlayEffect[] {
  const named = effects.filter((effect) => effect.activityId === activityId && isRuling(effect));
  return effects.filter(
    (effect) =>
      effect.activityId === activityId ||
      (effect.activityId === null && !named.some((exception) => isExcepted(effect, exception))),
  );
}

const isRuling = (effect: OverlayEffect): boolean =>
  effect.effect === 'prohibition' || effect.itbxCodes.length > 0;

const isExcepted = (general: OverlayEffect, exception: OverlayEffect): boolean =>
  exception.theme === general.theme &&
  exception.rulesLayerId === general.rulesLayerId &&
  exception.regulationId === general.regulationId &&
  (exception.levelCode === '' || isSameLevel(exception.levelCode, general.levelCode));

/** Prohibitions and overrides that hold for this activity. */
export function overridesOf(activityId: string, effects: readonly OverlayEffect[]): Verdict['overriddenBy'] {
  return applying(activityId, effects).flatMap((effect) => {
    const { theme, body, sourceId, itbxCodes } = effect;
    const common = { theme, body, sourceId };
    if (effect.effect === 'prohibition')
      return [{ ...common, itbx: 'X' as const, codes: [], conditions: [] }];
    if (effect.effect !== 'override' || itbxCodes.length === 0) return [];
    const conditions = effect.conditions.map((condition) => ({ ...condition }));
    return [{ ...common, itbx: letterOf(itbxCodes, 'tidak diatur'), codes: [...itbxCodes], conditions }];
  });
}

/** Whether an overlay of unknown presence would make this verdict stricter. */
export const mayTurn = (activityId: string, itbx: Itbx, open: readonly OverlayEffect[]): boolean =>
  itbx !== 'unknown' &&
  overridesOf(activityId, open).some((override) => severer(itbx, override.itbx) !== itbx);

/** What overlays close by or elsewhere on the parcel would make of a verdict, as far as it is stricter. */
function stricterNearby(
  activityId: string,
  governing: Itbx,
  nearby: readonly OverlayNearby[],
): Verdict['nearby'] {
  return nearby.flatMap(({ distanceM, parcelPct, effects }) =>
    overridesOf(activityId, effects)
      .filter(({ itbx }) => severer(governing, itbx) !== governing)
      .map(({ theme, itbx, codes, body, sourceId }) => ({
        theme,
        itbx,
        codes,
        distanceM,
        parcelPct,
        body,
        sourceId,
      })),
  );
}
