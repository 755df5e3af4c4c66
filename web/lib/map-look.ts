/** How zones are coloured: as prescribed; the same with a pattern per sub-zone; or in colours that everyone can tell apart. */
export const ZONE_COLORS = ['prescribed', 'hatched', 'safe'] as const;
export type ZoneColors = (typeof ZONE_COLORS)[number];

/** What a reader set on the map beyond which layers are shown. Everything has a default. */
export interface MapLook {
  readonly colors: ZoneColors;
  /** Name of the base map; `none` for the map's own ground, null for the city's choice. */
  readonly base: string | null;
  /** Percent by layer, 10–90; a layer that is not named is at 100. */
  readonly opacity: ReadonlyMap<string, number>;
  /** Layer ids in drawing order, the topmost first; empty for the usual order. */
  readonly order: readonly string[];
}

export const USUAL_LOOK: MapLook = { colors: 'prescribed', base: null, opacity: new Map(), order: [] };

/** Least opacity, percent: less would be a layer that is switched on and cannot be seen. */
export const LEAST_OPACITY = 10;

/** Reads `safe;base:none;banjir-contoh:60;order:banjir-contoh,rdtr-contoh`; what it cannot read counts as not given. */
export function readLook(text: string | null): MapLook {
  let { colors, base, order } = USUAL_LOOK;
  const opacity = new Map<string, number>();
  for (const part of (text ?? '').split(';')) {
    const [name = '', value] = part.split(':');
    if (value === undefined) colors = ZONE_COLORS.find((known) => known === name) ?? colors;
    else if (name === 'base') base = value;
    else if (name === 'order') order = value.split(',').filter(Boolean);
    else if (/^\d{2}$/.test(value) && Number(value) >= LEAST_OPACITY) opacity.set(name, Number(value));
  }
  return { colors, base, opacity, order };
}

/** Writes the short form that {@link readLook} reads; null when everything is as usual. */
export function writeLook({ colors, base, opacity, order }: MapLook): string | null {
  const parts = [
    ...(colors === 'prescribed' ? [] : [colors]),
    ...(base === null ? [] : [`base:${base}`]),
    ...[...opacity].filter(([, pct]) => pct < 100).map(([layerId, pct]) => `${layerId}:${Math.round(pct)}`),
    ...(order.length === 0 ? [] : [`order:${order.join(',')}`]),
  ];
  return parts.length === 0 ? null : parts.join(';');
}
