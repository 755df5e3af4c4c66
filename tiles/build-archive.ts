import { writeArchive } from './archive/write.ts';
import { buildPyramid, type LayerWithin, type TileRow } from './build-pyramid.ts';
import { TILE_REVISION, type TileLayerSpec } from './layers/index.ts';
import { forEachPosition } from './read-geometry.ts';

/** What an archive says of itself; nothing in it changes from one build to the next. */
export interface ArchiveSubject {
  readonly layerId: string;
  readonly versionId: string;
  readonly title: string;
  readonly isDemo: boolean;
}

/** Stands in the file itself, for whoever opens it in another program. */
const DEMO_NOTICE = 'DATA CONTOH – BUKAN DATA RESMI';

export interface BuiltArchive {
  readonly bytes: Buffer;
  readonly tileCount: number;
  /** Features left out of some tile because of its byte budget, summed over tiles. */
  readonly omitted: number;
}

/** Makes the whole archive of one version in memory; a city is a few megabytes. */
export function buildArchive(
  spec: TileLayerSpec,
  rows: readonly TileRow[],
  subject: ArchiveSubject,
  within?: LayerWithin,
): BuiltArchive {
  const tiles = [...buildPyramid(spec, rows, within)];
  const omitted = tiles.reduce((sum, tile) => sum + tile.omitted, 0);
  const bytes = writeArchive(tiles, {
    minZoom: spec.minZoom,
    maxZoom: spec.maxZoom,
    bounds: boundsOf(rows),
    metadata: {
      name: subject.title,
      ...(subject.isDemo ? { description: DEMO_NOTICE, attribution: DEMO_NOTICE } : {}),
      type: 'overlay',
      format: 'pbf',
      layer_id: subject.layerId,
      version_id: subject.versionId,
      is_demo: subject.isDemo,
      revision: TILE_REVISION,
      feature_count: rows.length,
      omitted,
      vector_layers: [describeLayer(spec), ...(within === undefined ? [] : [describeLayer(within.spec)])],
    },
  });
  return { bytes, tileCount: tiles.length, omitted };
}

/** The entry of the layer in TileJSON's `vector_layers`. */
function describeLayer(spec: TileLayerSpec): object {
  return {
    id: spec.name,
    fields: Object.fromEntries(spec.fields.map((field) => [field.name, 'String'])),
    minzoom: spec.minZoom,
    maxzoom: spec.maxZoom,
  };
}

/** West, south, east, north of all features in degrees (WGS 84), rounded outwards to 1e-7. */
function boundsOf(rows: readonly TileRow[]): readonly [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const { wkb } of rows) {
    forEachPosition(wkb, (lng, lat) => {
      if (lng < bounds[0]) bounds[0] = lng;
      if (lat < bounds[1]) bounds[1] = lat;
      if (lng > bounds[2]) bounds[2] = lng;
      if (lat > bounds[3]) bounds[3] = lat;
    });
  }
  const [west, south, east, north] = bounds;
  return [
    outwards(west, Math.floor),
    outwards(south, Math.floor),
    outwards(east, Math.ceil),
    outwards(north, Math.ceil),
  ];
}

const outwards = (degrees: number, round: (value: number) => number): number => round(degrees * 1e7) / 1e7;
