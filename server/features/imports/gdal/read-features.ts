import { StringDecoder } from 'node:string_decoder';
import type { SourceGeometry } from '#domain/publication/geometry-structure';
import { type ImportProblem, ImportRefusal, importProblem } from '#domain/publication/import-problem';
import type { ImportLimits } from '../limits.ts';
import { startConfined } from './confined-child.ts';
import { openOptions, readerSettings } from './inspect-source.ts';
import { isSafeLayerName } from './layer-name.ts';

export interface SourceFeature {
  /** 1-based order in the source. */
  readonly featureNo: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly geometry: SourceGeometry | null;
  /** The reader's line could not be understood; attributes and geometry are then empty. */
  readonly isUnreadable: boolean;
}

export interface ReadRequest {
  readonly dataset: string;
  readonly layer: string;
  readonly folder: string;
  /** Given when the file names no CRS of its own: 'EPSG:23837'. */
  readonly sourceCrs: string | null;
}

/**
 * Streams the features of one layer, reprojected to WGS 84 (longitude first) by GDAL and PROJ; curves become lines.
 * Invalid, empty and missing geometries come through: they are findings, not failures.
 * @throws ImportRefusal when the reader fails, a limit is met, or the layer's name could be taken for an option
 */
export async function* readFeatures(
  request: ReadRequest,
  limits: ImportLimits,
): AsyncGenerator<SourceFeature> {
  if (!isSafeLayerName(request.layer)) throw new ImportRefusal(importProblem('layerNameNotAllowed'));
  const args = [
    '-f',
    'GeoJSONSeq',
    '/vsistdout/',
    '-lco',
    'RS=NO',
    '-lco',
    'COORDINATE_PRECISION=13',
    '-t_srs',
    'EPSG:4326',
    ...(request.sourceCrs === null ? [] : ['-s_srs', request.sourceCrs]),
    '-nlt',
    'CONVERT_TO_LINEAR',
    '-unsetFid',
    // A column of numbers and texts would be written as JSON, and "2,39" would become 2.
    '-mapFieldType',
    'String(JSON)=String',
    ...openOptions,
    request.dataset,
    request.layer,
  ];
  const child = await startConfined('ogr2ogr', args, request.folder, limits, readerSettings);
  let featureNo = 0;
  let isAtEnd = false;
  try {
    for await (const line of readLines(child.stdout, limits, child.stop)) {
      featureNo += 1;
      yield parseFeature(line, featureNo);
    }
    isAtEnd = true;
  } finally {
    if (!isAtEnd) child.stop(importProblem('unreadable', { detail: 'stopped' }));
  }
  const problem = await child.problem;
  if (problem) throw new ImportRefusal(problem);
}

async function* readLines(
  stream: AsyncIterable<Buffer>,
  limits: ImportLimits,
  stop: (reason: ImportProblem) => void,
): AsyncGenerator<string> {
  // Invalid UTF-8 becomes U+FFFD and is reported with its row.
  const decoder = new StringDecoder('utf8');
  let rest: string[] = [];
  let restLength = 0;
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    const parts = decoder.write(chunk).split('\n');
    restLength += parts[0]?.length ?? 0;
    if (bytes > limits.outputBytes || restLength > limits.featureCharacters) {
      stop(importProblem('outputTooLarge', { limit: limits.outputBytes }));
      return;
    }
    rest.push(parts[0] ?? '');
    if (parts.length === 1) continue;
    const first = rest.join('');
    if (first !== '') yield first;
    for (const line of parts.slice(1, -1)) if (line !== '') yield line;
    rest = [parts.at(-1) ?? ''];
    restLength = rest[0]?.length ?? 0;
  }
  const last = rest.join('') + decoder.end();
  if (last !== '') yield last;
}

function parseFeature(line: string, featureNo: number): SourceFeature {
  try {
    const feature = JSON.parse(line) as {
      properties?: Record<string, unknown> | null;
      geometry?: SourceGeometry | null;
    };
    return {
      featureNo,
      attributes: feature.properties ?? {},
      geometry: feature.geometry ?? null,
      isUnreadable: false,
    };
  } catch {
    return { featureNo, attributes: {}, geometry: null, isUnreadable: true };
  }
}
