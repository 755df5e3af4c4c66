import type { OverlayEffect } from '../rules/rule-set.ts';
import { letterOf } from './decide-activity.ts';

/** Whether an effect forbids all building: by name, or by an X for every activity in place of the matrix. */
export const forbidsBuilding = ({ effect, activityId, itbxCodes }: OverlayEffect): boolean =>
  activityId === null &&
  (effect === 'prohibition' ||
    (effect === 'override' && itbxCodes.length > 0 && letterOf(itbxCodes, 'tidak diatur') === 'X'));
