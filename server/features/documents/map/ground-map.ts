import type { Extract } from '#domain/extract/extract';
import { toldParts } from '#domain/extract/told-parts';
import type { Language } from '#domain/language';
import type { Deps } from '../../../platform/deps.ts';
import { groundOf } from '../extract-facts.ts';
import type { DocumentOrder } from '../order.ts';
import { mapShapes } from '../queries.ts';
import type { SheetMap } from '../sheet/compose-sheet.ts';
import type { LegendRow } from '../sheet/sheet.ts';

import { drawMap, type MapShape, PARCELS_TO } from './draw-map.ts';
import { frameOf } from './map-frame.ts';

/** The map of the ground of an extract, from the very versions that the extract was made from, with what was approved of it. */
export async function drawGroundMap(
  { sql, city }: Pick<Deps, 'sql' | 'city'>,
  { extract, approved }: Pick<DocumentOrder, 'extract' | 'approved'>,
  language: Language,
): Promise<SheetMap & { readonly svg: string }> {
  const frame = frameOf(extract);
  const versionsOf = (kind: string): string[] =>
    extract.versions.filter((version) => version.kind === kind).map(({ versionId }) => versionId);
  const { shapes, origin } = await mapShapes(
    sql,
    frame,
    {
      asked: extract.ground.outline === null ? null : groundOf(extract),
      approved: approved === null ? null : JSON.stringify({ type: 'MultiPolygon', coordinates: approved }),
    },
    {
      zones: versionsOf('zones'),
      rules: versionsOf('rules'),
      roads: versionsOf('road'),
      parcels: versionsOf('parcel'),
    },
    city.crs.metric,
  );
  const { utmZone, utmHemisphere, metric } = city.crs;
  return {
    ...drawMap(shapes, frame, origin, language),
    others: zonesBeside(shapes, extract),
    hasApproved: approved !== null,
    hasRoads: shapes.some(({ kind }) => kind === 'road'),
    hasParcels: frame.scale <= PARCELS_TO && shapes.some(({ kind }) => kind === 'parcel'),
    scale: frame.scale,
    crs: `WGS 84 / UTM ${utmZone}${utmHemisphere}`,
    epsg: metric,
  };
}

/** Zones that are seen on the map and do not lie on the ground. */
function zonesBeside(shapes: readonly MapShape[], extract: Extract): LegendRow[] {
  const here = new Set(toldParts(extract).map(({ zone }) => zone.code));
  const found = new Map<string, LegendRow>();
  for (const { kind, label, color } of shapes)
    if (kind === 'zone' && label !== null && !here.has(label))
      found.set(label, { sign: 'zone', color, label });
  return [...found.values()].sort((a, b) => (a.label < b.label ? -1 : 1));
}
