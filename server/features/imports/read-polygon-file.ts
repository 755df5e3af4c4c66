import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStructure, type SourceGeometry } from '#domain/publication/geometry-structure';
import { type ImportProblem, ImportRefusal, importProblem } from '#domain/publication/import-problem';
import { fail, ok, type Result } from '#domain/result';
import { roleOfEntry } from './archive/plan-file.ts';
import { chooseCrs } from './choose-crs.ts';
import { chooseLayer, type LayerChoice } from './choose-layer.ts';
import { findView } from './gdal/find-view.ts';
import { readFeatures } from './gdal/read-features.ts';
import type { ImportLimits } from './limits.ts';
import { listLayers } from './list-layers.ts';
import { nameFailure } from './name-failure.ts';
import { STAGING_PREFIX, type StagedSource, stageSource } from './stage-source.ts';

const MB = 1_000_000;

/** A plot is small; whoever sends more than this is not asking about one. */
export const polygonFileLimits: ImportLimits = {
  archiveEntries: 100,
  archiveDepth: 1,
  inflatedBytes: 30 * MB,
  outputBytes: 10 * MB,
  featureCharacters: 5 * MB,
  inspectSeconds: 10,
  readSeconds: 10,
  memoryBytes: 512 * MB,
};

/** For all children of one request together, in milliseconds. */
const REQUEST_MS = 15_000;
const MAX_DATASETS = 3;

export interface PolygonFile {
  /** As the sender names it; only its ending is used, to tell the format. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 'EPSG:32750' for a file that names no CRS. */
  readonly crs: string | null;
}

type PolygonCoordinates = [number, number][][];

/**
 * The polygons of a small file that somebody asks about: the same confined reader as for plans, nothing is stored.
 * @param signal ends the reading at once: the sender has left
 * @returns all polygons as MultiPolygon coordinates (WGS 84, longitude first); an empty list when there are none
 */
export async function readPolygonFile(
  file: PolygonFile,
  signal?: AbortSignal,
  ownLimits = polygonFileLimits,
): Promise<Result<PolygonCoordinates[], ImportProblem>> {
  const late = AbortSignal.timeout(REQUEST_MS);
  const limits = { ...ownLimits, signal: signal ? AbortSignal.any([signal, late]) : late };
  const folder = await mkdtemp(join(tmpdir(), `${STAGING_PREFIX}plot-${process.pid}-`));
  try {
    const path = join(folder, stagedNameOf(file.name));
    await writeFile(path, file.bytes);
    const options = { crs: file.crs, sourceLayer: null, checkDatasets };
    const read = await readPolygonsAt(path, options, limits);
    return read.ok ? read : fail({ ...read.problem, audience: 'sender' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The polygons of a file on this machine, as readPolygonFile gives them.
 * @param options `crs` for a file that names none; `sourceLayer` for one with several layers; `checkDatasets` throws before GDAL opens what it does not like
 */
export async function readPolygonsAt(
  path: string,
  options: {
    readonly crs: string | null;
    readonly sourceLayer: string | null;
    readonly checkDatasets?: (datasets: readonly string[]) => Promise<void>;
  },
  limits: ImportLimits,
): Promise<Result<PolygonCoordinates[], ImportProblem>> {
  try {
    const source = await stageSource(path, limits);
    try {
      await options.checkDatasets?.(source.datasets);
      const choice = await pickLayer(source, options.sourceLayer, limits);
      const crs = chooseCrs(choice.layer, options.crs);
      if (!crs.ok) return crs;
      const polygons: PolygonCoordinates[] = [];
      const isDrawing = choice.layer.driver === 'DXF';
      const request = {
        dataset: choice.dataset,
        layer: choice.layer.name,
        folder: source.folder,
        sourceCrs: crs.value.forReader,
      };
      let featureNo = 0;
      for await (const feature of readFeatures(request, limits)) {
        featureNo += 1;
        polygons.push(...polygonsOf(feature.geometry, isDrawing, featureNo));
      }
      return ok(polygons);
    } finally {
      await source.cleanUp();
    }
  } catch (error) {
    const named = nameFailure(error);
    if (named) return fail(named);
    throw error;
  }
}

async function pickLayer(
  source: StagedSource,
  wanted: string | null,
  limits: ImportLimits,
): Promise<LayerChoice> {
  const choices = await listLayers(source, limits);
  const choice = chooseLayer(choices, wanted, `${source.folder}/source`);
  if (choice.ok) return choice.value;
  throw new ImportRefusal(choice.problem);
}

async function checkDatasets(datasets: readonly string[]): Promise<void> {
  if (datasets.length > MAX_DATASETS) {
    throw new ImportRefusal(importProblem('tooManyEntries', { limit: MAX_DATASETS }));
  }
  for (const dataset of datasets) {
    const view = await findView(dataset);
    if (view !== null) throw new ImportRefusal(importProblem('viewNotAllowed', { view }));
  }
}

/** Only the ending of the sender's name reaches the disk, and only one that a reader knows. */
function stagedNameOf(name: string): string {
  const [, ending = '', gzip = ''] = /(\.[a-z]{2,8})?(\.gz)?$/i.exec(name.toLowerCase()) ?? [];
  const role = roleOfEntry(`plot${ending}`);
  return `plot${role === 'dataset' || role === 'archive' ? ending : ''}${gzip}`;
}

/**
 * Z and M fall away; closed lines of a drawing count as polygons, as for plans. Points and other lines are labels beside them.
 * @throws ImportRefusal `outlineBroken`: an open ring is refused as it is in a drawn polygon, not closed
 */
function polygonsOf(
  geometry: SourceGeometry | null,
  isDrawing: boolean,
  featureNo: number,
): PolygonCoordinates[] {
  const { fault, geometry: read } = readStructure(geometry, 'polygon', isDrawing);
  if (fault === 'unclosedRing' || fault === 'tooFewPoints')
    throw new ImportRefusal(importProblem('outlineBroken', { featureNo, reason: fault }));
  return read.polygons.map((rings) =>
    rings.map((ring) => ring.map(([lng = Number.NaN, lat = Number.NaN]): [number, number] => [lng, lat])),
  );
}
