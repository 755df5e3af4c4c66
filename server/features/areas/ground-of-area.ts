import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import {
  type AreaGround,
  coverageInKelurahan,
  type KelurahanRow,
  keepGround,
  kelurahanInForce,
  keptGround,
  type LayerInForce,
  layersOfAreas,
  overlaysInKelurahan,
  placesInKelurahan,
  unzonedInKelurahan,
  zonesInKelurahan,
} from './queries.ts';

/** Raised when what is kept of an area changes for the same versions. */
const REVISION = 1;

/**
 * What lies in a kelurahan, by version: from the database where it is kept, else cut and kept. Its key names the area and every
 * version that it is cut from, so that two states of the register never meet in one row.
 */
export async function groundOfArea(
  sql: Sql,
  area: Pick<KelurahanRow, 'adminId' | 'areaM2'>,
  layers: readonly LayerInForce[],
): Promise<AreaGround> {
  const idsOf = (kind: string): string[] =>
    layers.flatMap((layer) => (layer.kind === kind ? [layer.versionId] : [])).sort();
  const [zones, rtrw, overlays, places] = ['zones', 'rtrw', 'overlay', 'place'].map(idsOf) as [
    string[],
    string[],
    string[],
    string[],
  ];
  const key = createHash('sha256')
    .update(JSON.stringify([REVISION, area.adminId, zones, rtrw, overlays, places]))
    .digest('hex')
    .slice(0, 16);
  const kept = await keptGround(sql, key);
  if (kept !== null) return kept;
  const [pieces, unzonedM2, ofOverlays, coverage, ofPlaces] = await Promise.all([
    zonesInKelurahan(sql, area.adminId, [...zones, ...rtrw]),
    zones.length === 0 ? area.areaM2 : unzonedInKelurahan(sql, area.adminId, zones),
    overlaysInKelurahan(sql, area.adminId, overlays),
    coverageInKelurahan(sql, area.adminId, overlays),
    placesInKelurahan(sql, area.adminId, places),
  ]);
  const ground = { pieces, unzonedM2, overlays: ofOverlays, coverage, places: ofPlaces };
  await keepGround(sql, key, ground);
  return ground;
}

/** Cuts every kelurahan of a day before anybody asks, one after the other: other readers have their turn. */
export async function prepareKelurahan({ sql }: { readonly sql: Sql }, on: string): Promise<void> {
  const layers = await layersOfAreas(sql, on);
  for (const area of await kelurahanInForce(sql, on)) await groundOfArea(sql, area, layers);
}
