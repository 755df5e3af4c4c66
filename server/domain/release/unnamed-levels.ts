import { isSameLevel, overlaysOfRow } from '../zoning/overlay-on-part.ts';
import type { RuleGap } from './findings-of-gaps.ts';

/** A level as an overlay (`theme`) or an official field of zone rows (`field`) bears it, beside the levels that rules name. */
export interface BorneLevel {
  readonly layerId: string;
  readonly theme: string | null;
  readonly field: string | null;
  readonly levelCode: string;
  readonly count: number;
  readonly areaM2: number;
  /** A point inside the largest shape that bears it, WGS 84, longitude first. */
  readonly at: [number, number];
  /** Levels that the rules name, by theme; '' is every level. */
  readonly named: Readonly<Record<string, readonly string[]>>;
}

/** Levels that the rules do not name although they name others of the theme: which of them it is, no answer can know. */
export function unnamedLevels(borne: readonly BorneLevel[]): (RuleGap & { readonly layerId: string })[] {
  return borne.flatMap(({ theme, field, levelCode, named, ...where }) => {
    const overlays =
      field === null ? [{ theme: theme ?? '', levelCode }] : overlaysOfRow({ [field]: levelCode });
    return overlays
      .filter((overlay) => !isNamedIn(overlay, named))
      .map((overlay) => ({
        ...where,
        code: 'overlayLevelUnnamed' as const,
        name: `${overlay.theme} ${levelCode}`,
      }));
  });
}

function isNamedIn(
  { theme, levelCode }: { readonly theme: string; readonly levelCode: string },
  named: BorneLevel['named'],
): boolean {
  const levels = (named[theme] ?? []).filter((level) => level !== '');
  return levels.length === 0 || levels.some((level) => isSameLevel(level, levelCode));
}
