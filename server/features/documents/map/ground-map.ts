import type { Extract } from '#domain/extract/extract';
import type { Language } from '#domain/language';
import type { Deps } from '../../../platform/deps.ts';
import { groundOf } from '../extract-facts.ts';
import { mapShapes } from '../queries.ts';
import type { SheetMap } from '../sheet/compose-sheet.ts';
import { drawMap } from './draw-map.ts';
import { frameOf } from './map-frame.ts';

/** The map of the ground of an extract, from the very versions that the extract was made from. */
export async function drawGroundMap(
  { sql, city }: Pick<Deps, 'sql' | 'city'>,
  extract: Extract,
  language: Language,
): Promise<SheetMap & { readonly svg: string }> {
  const frame = frameOf(extract);
  const versionsOf = (kind: string): string[] =>
    extract.versions.filter((version) => version.kind === kind).map(({ versionId }) => versionId);
  const { shapes, origin } = await mapShapes(
    sql,
    frame,
    extract.ground.outline === null ? null : groundOf(extract),
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
    svg: drawMap(shapes, frame, origin, language),
    scale: frame.scale,
    crs: `WGS 84 / UTM ${utmZone}${utmHemisphere}`,
    epsg: metric,
  };
}
