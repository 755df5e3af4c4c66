import { tileOfId } from './archive/hilbert.ts';
import type { Archive } from './archive/read.ts';
import { type ArchiveTile, writeArchive } from './archive/write.ts';
import { buildPyramid, type LayerWithin, type PyramidTile, type TileRow } from './build-pyramid.ts';
import { TILE_REVISION, type TileLayerSpec } from './layers/index.ts';
import { boundsOf } from './read-geometry.ts';
import { touchChanges } from './touch-changes.ts';
import { TouchedTiles } from './touched-tiles.ts';

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
  /** Tiles that were made; the others were taken over from the predecessor. */
  readonly madeCount: number;
}

/** The archive of an earlier version of the same layer, and the rows that it was made of. */
export interface Predecessor {
  readonly archive: Archive;
  readonly rows: readonly TileRow[];
  readonly within?: LayerWithin | undefined;
}

/**
 * Makes the whole archive of one version in memory; a city is a few megabytes. Tiles that a predecessor has alike are
 * taken over byte for byte and not made again: the outcome is the same as without it, only sooner.
 */
export function buildArchive(
  spec: TileLayerSpec,
  rows: readonly TileRow[],
  subject: ArchiveSubject,
  within?: LayerWithin,
  predecessor?: Predecessor,
): BuiltArchive {
  const touched = predecessor && touchedTiles(spec, rows, within, predecessor);
  const made = [...buildPyramid(spec, rows, within, touched)];
  const kept = predecessor && touched ? tilesBeside(predecessor.archive, touched) : [];
  const omitted = made.reduce((sum: number, tile: PyramidTile) => sum + tile.omitted, 0);
  const bytes = writeArchive([...made, ...kept], {
    minZoom: spec.minZoom,
    maxZoom: spec.maxZoom,
    bounds: roundedBounds(rows),
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
  return { bytes, tileCount: made.length + kept.length, omitted, madeCount: made.length };
}

/** Undefined when nothing can be taken over: made by another program, or with features left out of crowded tiles. */
function touchedTiles(
  spec: TileLayerSpec,
  rows: readonly TileRow[],
  within: LayerWithin | undefined,
  { archive, rows: before, within: withinBefore }: Predecessor,
): TouchedTiles | undefined {
  const { revision, omitted } = archive.metadata;
  if (revision !== TILE_REVISION || omitted !== 0) return undefined;
  if ((within === undefined) !== (withinBefore === undefined)) return undefined;
  const touched = new TouchedTiles(spec.maxZoom);
  touchChanges(touched, spec, before, rows, spec.maxZoom);
  if (within !== undefined && withinBefore !== undefined)
    touchChanges(touched, within.spec, withinBefore.rows, within.rows, spec.maxZoom);
  return touched;
}

function tilesBeside(archive: Archive, touched: TouchedTiles): ArchiveTile[] {
  const tiles: ArchiveTile[] = [];
  for (const { tileId, runLength } of archive.runs())
    for (let id = tileId; id < tileId + runLength; id++) {
      const { zoom, column, row } = tileOfId(id);
      if (touched.has(zoom, row * 2 ** zoom + column)) continue;
      const bytes = archive.tile(zoom, column, row);
      if (bytes !== undefined) tiles.push({ zoom, column, row, bytes });
    }
  return tiles;
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
function roundedBounds(rows: readonly TileRow[]): readonly [number, number, number, number] {
  const [west, south, east, north] = boundsOf(rows.map(({ wkb }) => wkb));
  return [
    outwards(west, Math.floor),
    outwards(south, Math.floor),
    outwards(east, Math.ceil),
    outwards(north, Math.ceil),
  ];
}

const outwards = (degrees: number, round: (value: number) => number): number => round(degrees * 1e7) / 1e7;
