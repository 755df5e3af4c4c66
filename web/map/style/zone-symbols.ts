import type { LegendEntry, LegendLayer } from '#domain/zoning/legend';
import type { ZoneColors } from '../../lib/map-look.ts';
import { HATCHES, type HatchInk } from '../../ui/hatches.ts';
import type { MapSymbol, ZonePaint } from '../map-contract.ts';
import { lightness, type Palette, scaleLight } from './palette.ts';
import { familyOf, SAFE_COLORS } from './zone-families.ts';

/** How one code is drawn: the map and its legend are made from the same. */
export interface ZoneSymbol {
  readonly color: string;
  /** Name of its pattern; null for a plain field. */
  readonly hatch: string | null;
  readonly ink: HatchInk;
}

const HATCH_NAMES: readonly (string | null)[] = [null, ...HATCHES.keys()];

/**
 * The symbols of all codes of a layer. A code without a colour is grey, never a guess.
 *
 * @param painted fills that a tool gives the codes in place of the prescribed colours, with their patterns
 */
export function zoneSymbols(
  layer: LegendLayer,
  palette: Palette,
  colors: ZoneColors,
  painted: ZonePaint | undefined,
): Map<string, ZoneSymbol> {
  const hatches = painted === undefined && colors !== 'prescribed' ? hatchesOf(layer.entries, colors) : null;
  return new Map(
    layer.entries.map((entry) => {
      if (painted !== undefined) return [entry.code, painted.fills.get(entry.code) ?? painted.otherwise];
      const color = ownColor(entry, palette, colors);
      const ink = lightness(color) < 0.35 ? 'light' : 'dark';
      return [entry.code, { color, hatch: hatches?.get(entry.code) ?? null, ink }];
    }),
  );
}

function ownColor(entry: LegendEntry, palette: Palette, colors: ZoneColors): string {
  if (colors === 'safe') return scaleLight(SAFE_COLORS[familyOf(entry)], palette.safeLight);
  return entry.color === null ? palette.unknownZone : scaleLight(entry.color, palette.zoneLight);
}

/** A pattern for each code, no two alike among codes whose colours are alike: one parent zone, or one family. */
function hatchesOf(entries: readonly LegendEntry[], colors: ZoneColors): Map<string, string | null> {
  const chosen = new Map<string, string | null>();
  const takenIn = new Map<string, Set<number>>();
  const wanted = entries.map((entry) => ({ entry, number: numberIn(entry.code) }));
  // Numbered codes first: R-3 keeps its pattern, whichever other codes a plan has.
  for (const { entry, number } of wanted.toSorted((a, b) => Number(b.number > 0) - Number(a.number > 0))) {
    const group = colors === 'safe' ? familyOf(entry) : (entry.group ?? '');
    const taken = takenIn.get(group) ?? new Set();
    takenIn.set(group, taken);
    let index = number > 0 ? number - 1 : 0;
    while (taken.has(index) && taken.size < HATCH_NAMES.length) index = (index + 1) % HATCH_NAMES.length;
    taken.add(index);
    chosen.set(entry.code, HATCH_NAMES[index % HATCH_NAMES.length] ?? null);
  }
  return chosen;
}

/** The number at the end of a code: 3 of `R-3`; 0 where there is none. */
const numberIn = (code: string): number => Number(/(?:^|\D)([1-9]\d?)$/.exec(code)?.[1] ?? 0);

/**
 * The same symbols for the legend.
 *
 * @param opacity how much the map lets the colour cover what lies below it, 0–1
 */
export const legendSymbol = (
  { color, hatch, ink }: ZoneSymbol,
  opacity: number,
  ground: string,
): MapSymbol => ({
  kind: 'area',
  color,
  opacity,
  ground,
  edge: scaleLight(color, 0.55),
  hatch,
  ink,
  strength: 1,
});
