import type { BlockPart, BlockSummary, BlockZone } from '#domain/areas/area-summary';
import { figuresOfBlock } from '#domain/areas/figures-of-block';
import { type BBox, bboxUnion } from '#domain/geo/lng-lat';
import { decideFigures } from '#domain/zoning/decide-figures';
import { intensityFor } from '#domain/zoning/rules-of-polygon';
import { holdsOn } from '#domain/zoning/validity';
import type { AreaDeps } from './area-deps.ts';
import { type BoundRules, nameZone, rulesOfLayer } from './name-zone.ts';
import {
  type BlockZoneRow,
  blocksLike,
  kelurahanOfBlock,
  type LayerInForce,
  layersOfAreas,
  overlaysOfBlock,
  zonesOfBlock,
} from './queries.ts';
import { keyOf, listKelurahan, toVersionName } from './read-kelurahan.ts';

/** A block or sub-block of a detail plan in force on a day; null when no plan has one of that code. */
export async function readBlock(deps: AreaDeps, code: string, on: string): Promise<BlockSummary | null> {
  const layers = await layersOfAreas(deps.sql, on);
  // The rules of a zone hold from a day on, whatever version they stand in.
  return deps.keptBlocks.get(`${on} ${keyOf(code, layers)}`, () => makeBlock(deps, code, on, layers));
}

async function makeBlock(
  deps: AreaDeps,
  code: string,
  on: string,
  layers: readonly LayerInForce[],
): Promise<BlockSummary | null> {
  const { sql } = deps;
  const plans = layers.filter(({ kind }) => kind === 'zones');
  const overlayIds = layers.filter(({ kind }) => kind === 'overlay').map(({ versionId }) => versionId);
  const planIds = plans.map(({ versionId }) => versionId);
  const rows = planIds.length === 0 ? [] : await zonesOfBlock(sql, code, planIds);
  const [largest] = rows;
  if (largest === undefined) return null;
  const [around, overlays, kelurahan] = await Promise.all([
    kelurahanOfBlock(sql, code, planIds, on),
    overlaysOfBlock(sql, code, planIds, overlayIds),
    listKelurahan(deps, on),
  ]);
  const sources: Record<string, BlockSummary['sources'][string]> = {};
  const zones = await Promise.all(
    rows.map(async (row): Promise<BlockZone> => {
      const layer = plans.find(({ versionId }) => versionId === row.versionId);
      const bound = layer === undefined ? null : await rulesOfLayer(deps, layer, layers);
      const figures = bound === null ? [] : figuresOf(bound, row, on);
      for (const { base, alternatives } of figures) {
        for (const rule of base === null ? alternatives : [base, ...alternatives]) {
          const citation = bound?.ruleSet.citations.get(rule.sourceId);
          if (citation !== undefined)
            sources[rule.sourceId] = { article: citation.article, regulationId: citation.regulationId };
        }
      }
      const { areaM2, polygonCount, point } = row;
      return {
        ...nameZone(layer?.layerId ?? '', row.code, bound),
        areaM2,
        polygonCount,
        figures,
        point: [point[0], point[1]],
      };
    }),
  );
  return {
    code,
    areaM2: rows.reduce((sum, row) => sum + row.areaM2, 0),
    bbox: rows.reduce<BBox>((box, row) => bboxUnion(box, row.bbox), largest.bbox),
    point: [largest.point[0], largest.point[1]],
    kelurahan: kelurahan.filter(({ adminId }) => around.some((row) => row.adminId === adminId)),
    parts: partsOf(rows, zones, plans),
    overlays,
    sources,
    versions: layers.map(toVersionName),
  };
}

/** Zones of one planning area of one plan together, in the order of their ground. */
function partsOf(
  rows: readonly BlockZoneRow[],
  zones: readonly BlockZone[],
  plans: readonly LayerInForce[],
): BlockPart[] {
  const parts = new Map<string, BlockPart>();
  for (const [index, { versionId, kodwp, kodswp, areaM2 }] of rows.entries()) {
    const key = JSON.stringify([versionId, kodwp, kodswp]);
    const { layerId = '', title: plan = '' } = plans.find((one) => one.versionId === versionId) ?? {};
    const part = parts.get(key) ?? { layerId, plan, kodwp, kodswp, areaM2: 0, zones: [] };
    const [zone] = zones.slice(index, index + 1);
    if (zone !== undefined)
      parts.set(key, { ...part, areaM2: part.areaM2 + areaM2, zones: [...part.zones, zone] });
  }
  return [...parts.values()].sort((a, b) => b.areaM2 - a.areaM2);
}

/** The figures of a zone before any overlay and without a parcel: what depends on one, or on the polygon, is left open. */
const figuresOf = ({ ruleSet, rules }: BoundRules, { code, keys }: BlockZoneRow, on: string) =>
  figuresOfBlock(
    keys.map(({ kodunk, kodswp, kodblk }) =>
      decideFigures(
        intensityFor(rules, { code, kodunk }, (sourceId) => holdsOn(ruleSet.citations.get(sourceId), on)),
        [],
        [],
        { classAreaM2: null, partAreaM2: null, roadClasses: null, kodswp, kodblk },
      ),
    ),
  );

/** Codes of blocks in force that begin like the one that was asked for, for somebody who mistyped. */
export async function suggestBlocks({ sql }: AreaDeps, code: string, on: string): Promise<string[]> {
  const planIds = (await layersOfAreas(sql, on))
    .filter(({ kind }) => kind === 'zones')
    .map(({ versionId }) => versionId);
  const start = code.replace(/[^.\-\s]+$/, '').trim();
  if (planIds.length === 0 || start === '') return [];
  return (await blocksLike(sql, start, planIds)).map((row) => row.code);
}
