import { gunzipSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { type Archive, openArchive } from './archive/read.ts';
import type { TileLayerSpec } from './layers/index.ts';
import { TILE_EXTENT } from './tile-grid.ts';

/** What is wrong with an archive, each a sentence for the operator. */
export type ArchiveFindings = readonly string[];

/**
 * Reads an archive back as a stranger would, every tile of it, before the pointer may name it.
 * @param within the second layer that its tiles may hold
 * @param featureIds ids of the version; every feature that has an area on the deepest grid must be found there
 */
export function checkArchive(
  bytes: Buffer,
  spec: TileLayerSpec,
  featureIds: ReadonlySet<number>,
  within?: TileLayerSpec,
): ArchiveFindings {
  let archive: Archive;
  try {
    archive = openArchive({
      size: bytes.length,
      slice: (offset, length) => bytes.subarray(offset, offset + length),
    });
  } catch (error) {
    return [`the archive cannot be opened: ${error instanceof Error ? error.message : String(error)}`];
  }
  const findings: string[] = [];
  const { header } = archive;
  if (header.minZoom !== spec.minZoom || header.maxZoom !== spec.maxZoom)
    findings.push('its zooms are not those of the layer');
  let addressed = 0;
  let lastId = -1;
  const known = new Set<number>();
  for (const run of archive.runs()) {
    addressed += run.runLength;
    if (run.tileId <= lastId) findings.push('its directory is not in order');
    lastId = run.tileId + run.runLength - 1;
    const start = header.tiles.offset + run.offset;
    if (run.offset + run.length > header.tiles.length)
      findings.push(`tile ${run.tileId} lies outside the file`);
    else
      checkTile(
        bytes.subarray(start, start + run.length),
        [spec.name, ...(within === undefined ? [] : [within.name])],
        featureIds,
        known,
        run.tileId,
        findings,
      );
    if (findings.length > 10) return findings;
  }
  if (addressed !== header.addressedTiles) findings.push('it counts its tiles wrongly');
  if (known.size === 0 && featureIds.size > 0) findings.push('it shows no feature at all');
  return findings;
}

function checkTile(
  compressed: Buffer,
  layerNames: readonly string[],
  featureIds: ReadonlySet<number>,
  known: Set<number>,
  tileId: number,
  findings: string[],
): void {
  let layers: TileLayerSummary[];
  try {
    layers = readTile(gunzipSync(compressed));
  } catch {
    findings.push(`tile ${tileId} cannot be read`);
    return;
  }
  const [layer] = layers;
  const isAsMeant = layers.every(({ name, extent }, i) => name === layerNames[i] && extent === TILE_EXTENT);
  if (layer === undefined || !isAsMeant) {
    findings.push(`tile ${tileId} does not hold exactly the layer ${layerNames.join(' with ')}`);
    return;
  }
  for (const id of layer.ids) {
    // Merged features have none; they come apart, and are checked, in the deeper zooms.
    if (id === undefined) continue;
    if (!featureIds.has(id)) findings.push(`tile ${tileId} shows feature ${id}, which the version has not`);
    known.add(id);
  }
}

interface TileLayerSummary {
  name: string;
  extent: number;
  readonly ids: (number | undefined)[];
}

function readTile(bytes: Uint8Array): TileLayerSummary[] {
  const layers: TileLayerSummary[] = [];
  new PbfReader(bytes).readFields((field, _result, pbf) => {
    if (field !== 3) return;
    const layer: TileLayerSummary = { name: '', extent: 0, ids: [] };
    pbf.readMessage(readLayerField, layer);
    layers.push(layer);
  }, undefined);
  return layers;
}

function readLayerField(field: number, layer: TileLayerSummary, pbf: PbfReader): void {
  if (field === 1) layer.name = pbf.readString();
  else if (field === 5) layer.extent = pbf.readVarint();
  else if (field === 2) layer.ids.push(pbf.readMessage(readFeatureField, { id: undefined }).id);
}

function readFeatureField(field: number, feature: { id: number | undefined }, pbf: PbfReader): void {
  if (field === 1) feature.id = pbf.readVarint();
}
