import type { LngLat } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';
import type { Legend } from '#domain/zoning/legend';
import type { ZoneInView } from '../../map/map-port.ts';

const DIRECTIONS = {
  id: ['utara', 'timur laut', 'timur', 'tenggara', 'selatan', 'barat daya', 'barat', 'barat laut'],
  en: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
} as const;

/** Where a place lies as seen from another, in one word of eight. */
export function directionTo([lng, lat]: LngLat, from: LngLat, language: Language): string {
  const east = (lng - from[0]) * Math.cos((lat * Math.PI) / 180);
  const turn = (Math.atan2(east, lat - from[1]) * 180) / Math.PI;
  return DIRECTIONS[language][Math.round((turn + 360) / 45) % 8] as string;
}

type OfPlan = Pick<ZoneInView, 'layerId' | 'code'>;

const entryOf = ({ layerId, code }: OfPlan, legend: Legend | undefined) =>
  legend?.layers.find((layer) => layer.layerId === layerId)?.entries.find((entry) => entry.code === code);

/** The name that the plan gives to a zone's code; null where the rule set does not know it. */
export const zoneName = (zone: OfPlan, legend: Legend | undefined): string | null =>
  entryOf(zone, legend)?.name ?? null;

/** The colour that the rule set prescribes for a zone's code; null where it prescribes none. */
export const zoneColor = (zone: OfPlan, legend: Legend | undefined): string | null =>
  entryOf(zone, legend)?.color ?? null;

/** Zones of one code on the screen, the largest first. */
export interface ZoneGroup extends OfPlan {
  /** Part of the visible map that they fill together, 0–1. */
  readonly share: number;
  readonly zones: readonly ZoneInView[];
}

/** Road ground: nobody builds there, and on every screen it would come first. */
const ROAD_GROUND = 'BJ';

/** Zones by their code, the largest ground first and road ground last. */
export function groupZones(zones: readonly ZoneInView[]): ZoneGroup[] {
  const groups = new Map<string, ZoneInView[]>();
  for (const zone of zones) {
    const key = `${zone.layerId} ${zone.code}`;
    groups.set(key, [...(groups.get(key) ?? []), zone]);
  }
  return [...groups.values()]
    .map((ofCode): ZoneGroup => {
      const { layerId, code } = ofCode[0] as ZoneInView;
      const share = ofCode.reduce((sum, zone) => sum + zone.share, 0);
      return { layerId, code, share, zones: ofCode };
    })
    .sort((a, b) => Number(a.code === ROAD_GROUND) - Number(b.code === ROAD_GROUND) || b.share - a.share);
}
