import type { ZoneFact } from './facts.ts';

/**
 * Pieces of a drawn area that the plan treats alike (same version, code, rule key, SWP and limiting overlays) become one part,
 * their areas added: a hectare of old town has hundreds of polygons and a dozen rules. Rules are not averaged, because
 * they are the same. Points are left as they are: there every polygon counts.
 *
 * @param hasBlockRules true when the rules name blocks: then polygons of different blocks stay apart
 */
export function mergeZones(zones: readonly ZoneFact[], hasBlockRules: boolean): ZoneFact[] {
  const merged = new Map<string, ZoneFact>();
  for (const zone of zones) {
    const block = hasBlockRules ? zone.kodblk : null;
    const key = JSON.stringify([
      zone.version_id,
      zone.code,
      zone.kodunk,
      zone.kodswp,
      block,
      zone.marks,
      zone.special,
    ]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? zone : join(known, zone));
  }
  return [...merged.values()];
}

/** What differs between the two is left open rather than taken from one of them. */
function join(a: ZoneFact, b: ZoneFact): ZoneFact {
  const same = <K extends 'kodblk' | 'kodsbl' | 'wadmkc' | 'wadmkd' | 'remark'>(key: K) =>
    a[key] === b[key] ? a[key] : null;
  return {
    ...a,
    kodblk: same('kodblk'),
    kodsbl: same('kodsbl'),
    wadmkc: same('wadmkc'),
    wadmkd: same('wadmkd'),
    remark: same('remark'),
    stated_area_ha:
      a.stated_area_ha === null || b.stated_area_ha === null ? null : a.stated_area_ha + b.stated_area_ha,
    part_m2: (a.part_m2 ?? 0) + (b.part_m2 ?? 0),
    merged: [...(a.merged ?? [a.feature_no]), b.feature_no],
  };
}
