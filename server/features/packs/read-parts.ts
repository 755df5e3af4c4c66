import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { groupBy } from '#domain/group-by';
import type {
  PackDrawing,
  PackFacts,
  PackKind,
  PackLayer,
  PackLayerOf,
  PackRows,
  PackRules,
} from '#domain/pack/pack-facts';
import { type ShapePath, ShapeWriter, UNITS_PER_DEGREE } from '#domain/pack/shapes';
import type { VersionFact } from '#domain/zoning/facts';
import { isDrawnKind, tileLayerOf } from '../../../tiles/layers/index.ts';
import { walkPaths } from '../../../tiles/read-geometry.ts';
import type { Deps } from '../../platform/deps.ts';
import { findProjectRoot } from '../../platform/project-root.ts';
import { readLegend } from '../legend/index.ts';
import { readActivityReference, selectRules } from '../rules/index.ts';
import {
  areasInBox,
  type Box,
  coverageInBox,
  overlaysInBox,
  type ReadInBox,
  roadsInBox,
  setAsideInBox,
  zonesInBox,
} from './queries.ts';

type PartDeps = Pick<Deps, 'sql' | 'clock' | 'city'>;

/** Kinds whose features a pack holds; parcels and utility lines are too much for a phone. */
const CARRIED = new Set<string>(['zones', 'rtrw', 'overlay', 'admin', 'road']);
/** What a tile tag is called in a row. */
const FIELDS: Readonly<Record<string, string>> = { level: 'level_code', class: 'road_class' };

/** Rows and shapes of everything that a pack carries in a box. */
export async function readFacts(
  deps: PartDeps,
  versions: readonly VersionFact[],
  area: { readonly box: Box; readonly onlyIn: string | null; readonly inForceFrom: string },
): Promise<{ facts: PackFacts; shapes: Uint8Array }> {
  const { sql } = deps;
  const of = (...kinds: VersionFact['kind'][]) =>
    versions.filter(({ kind }) => kinds.includes(kind)).map((version) => version.version_id);
  const all = versions.map((version) => version.version_id);
  const writer = new ShapeWriter();
  /** One layer per version; the shapes of its rows follow those of the layers before. */
  const layersOf = async <K extends PackKind>(
    kind: K,
    wanted: readonly string[],
    read: ReadInBox<PackRows[K]>,
  ): Promise<PackLayerOf<K>[]> => {
    const rows = wanted.length === 0 ? [] : await read(sql, wanted, area.box);
    const layers: PackLayerOf<K>[] = [];
    for (const [versionId, own] of groupBy(rows, (row) => row.versionId)) {
      const version = versions.find((one) => one.version_id === versionId);
      const isDrawn = version !== undefined && kind !== 'coverage' && kind !== 'setAside';
      layers.push({
        kind,
        versionId,
        drawn: isDrawn ? drawingOf(version) : null,
        rows: own.map((row) => row.fact),
      });
      for (const [index, row] of own.entries()) {
        writer.add(shapeOf(row.wkb));
        if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
      }
    }
    return layers;
  };
  const layers: PackLayer[] = [
    ...(await layersOf('coverage', all, coverageInBox)),
    ...(await layersOf('admin', of('admin'), areasInBox)),
    ...(await layersOf('zones', of('zones'), zonesInBox)),
    ...(await layersOf('rtrw', of('rtrw'), zonesInBox)),
    ...(await layersOf('overlay', of('overlay'), overlaysInBox)),
    ...(await layersOf('setAside', of('zones', 'rtrw', 'overlay', 'admin', 'road'), setAsideInBox)),
    ...(await layersOf('road', of('road'), roadsInBox)),
  ];
  const legend = await readLegend(deps, area.inForceFrom, undefined);
  const [west, south, east, north] = area.box;
  return {
    facts: {
      city: deps.city,
      onlyIn: area.onlyIn,
      legend: {
        ...legend,
        extent: area.onlyIn === null ? legend.extent : [west, south, east, north],
        layers: legend.layers.map((layer) => ({
          ...layer,
          isDrawn: layer.isDrawn && CARRIED.has(layer.kind),
        })),
      },
      layers,
    },
    shapes: writer.bytes(),
  };
}

function drawingOf({ kind, layer_id: layerId }: VersionFact): PackDrawing | null {
  if (!isDrawnKind(kind)) return null;
  const { name, minZoom, maxZoom, fields } = tileLayerOf(kind);
  const tags = Object.fromEntries(
    fields.map((field) => [field.name, kind === 'admin' ? field.name : (FIELDS[field.name] ?? field.name)]),
  );
  return { layerId, sourceLayer: name, minZoom, maxZoom, tags };
}

/** After that many shapes the other requests have their turn: about two milliseconds. */
const ROWS_AT_ONCE = 200;
const POSITION_BYTES = 16;

/** A geometry of the register on the grid of packs. */
function shapeOf(wkb: string): ShapePath[] {
  const bytes = Buffer.from(wkb, 'base64');
  const paths: ShapePath[] = [];
  walkPaths(bytes, (start, count, kind) => {
    // Names of places are not carried.
    if (kind === 'point') return;
    // A ring repeats its first position in WKB, not here.
    const kept = kind === 'line' ? count : count - 1;
    const xy = new Int32Array(kept * 2);
    for (let i = 0; i < kept * 2; i++) {
      xy[i] = Math.round(
        bytes.readDoubleLE(start + (i >> 1) * POSITION_BYTES + (i % 2) * 8) * UNITS_PER_DEGREE,
      );
    }
    paths.push({ kind, xy });
  });
  return paths;
}

/**
 * The rule sets in force and the words that activities are found by.
 * @throws Error when a rule set is not there: half a pack is not made
 */
export async function readRules({ sql }: PartDeps, versions: readonly VersionFact[]): Promise<PackRules> {
  const ruleSets: PackRules['ruleSets'][number][] = [];
  for (const { kind, version_id: versionId } of versions) {
    if (kind !== 'rules') continue;
    const stored = await selectRules(sql, versionId);
    if (stored === null) throw new Error(`rule set ${versionId} is in force but not stored`);
    ruleSets.push({ ...stored, versionId });
  }
  const reference = readActivityReference(join(findProjectRoot(), 'data', 'code-lists'));
  const linked = new Set(
    ruleSets.flatMap(({ rows }) => rows.activities.flatMap((activity) => activity.kbli)),
  );
  return { ruleSets, kbli: reference.kbli.filter(({ code }) => linked.has(code)), words: reference.words };
}
