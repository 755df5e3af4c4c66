import { tileIdOf, tileOfId } from './archive/hilbert.ts';
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
  const takenOver = predecessor && takeOver(spec, rows, within, predecessor);
  const made = [...buildPyramid(spec, rows, within, takenOver?.touched)];
  const kept = takenOver?.tiles ?? [];
  const omittedIn = [...made.flatMap(omissionsOf), ...(takenOver?.omittedIn ?? [])].sort(([a], [b]) => a - b);
  const omitted = omittedIn.reduce((sum, [, count]) => sum + count, 0);
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
      ...(omitted === 0 ? {} : { omitted_in: omittedIn }),
      vector_layers: [describeLayer(spec), ...(within === undefined ? [] : [describeLayer(within.spec)])],
    },
  });
  return { bytes, tileCount: made.length + kept.length, omitted, madeCount: made.length };
}

/** How many features were left out of a tile, by the number of the tile in the archive. */
type Omission = readonly [tileId: number, count: number];

const omissionsOf = ({ zoom, column, row, omitted }: PyramidTile): Omission[] =>
  omitted === 0 ? [] : [[tileIdOf(zoom, column, row), omitted]];

/** What of a predecessor stays, and the tiles that have to be made. */
interface TakenOver {
  readonly touched: TouchedTiles;
  readonly tiles: readonly ArchiveTile[];
  readonly omittedIn: readonly Omission[];
}

/** Undefined when nothing can be taken over: it was made by another program, or does not say where it left features out. */
function takeOver(
  spec: TileLayerSpec,
  rows: readonly TileRow[],
  within: LayerWithin | undefined,
  { archive, rows: before, within: withinBefore }: Predecessor,
): TakenOver | undefined {
  const { revision, omitted, omitted_in: told = [] } = archive.metadata;
  if (revision !== TILE_REVISION || !Array.isArray(told) || (omitted !== 0 && told.length === 0))
    return undefined;
  if ((within === undefined) !== (withinBefore === undefined)) return undefined;
  const touched = new TouchedTiles(spec.maxZoom);
  touchChanges(touched, spec, before, rows, spec.maxZoom);
  if (within !== undefined && withinBefore !== undefined)
    touchChanges(touched, within.spec, withinBefore.rows, within.rows, spec.maxZoom);
  const isTouched = (tileId: number): boolean => {
    const { zoom, column, row } = tileOfId(tileId);
    return touched.has(zoom, row * 2 ** zoom + column);
  };
  const omittedIn = (told as readonly Omission[]).filter(([tileId]) => !isTouched(tileId));
  return { touched, tiles: tilesBeside(archive, isTouched), omittedIn };
}

function tilesBeside(archive: Archive, isTouched: (tileId: number) => boolean): ArchiveTile[] {
  const tiles: ArchiveTile[] = [];
  for (const { tileId, runLength } of archive.runs())
    for (let id = tileId; id < tileId + runLength; id++) {
      if (isTouched(id)) continue;
      const { zoom, column, row } = tileOfId(id);
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
