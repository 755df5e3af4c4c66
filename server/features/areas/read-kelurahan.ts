import { slugOf, slugsOf } from '#domain/areas/area-slug';
import type {
  AreaName,
  BlockName,
  KelurahanSummary,
  ThemeCoverage,
  VersionName,
  ZoneShare,
} from '#domain/areas/area-summary';
import { groupBy } from '#domain/group-by';
import { THEMES } from '#domain/zoning/theme';
import type { AreaDeps } from './area-deps.ts';
import { groundOfArea } from './ground-of-area.ts';
import { nameZone, rulesOfLayer } from './name-zone.ts';
import {
  type KelurahanRow,
  kelurahanInForce,
  type LayerInForce,
  layersOfAreas,
  type ZonePiece,
} from './queries.ts';

/** Themes before this order are the parts of an answer itself, not overlays. */
const FIRST_OVERLAY_ORDER = 100;

/** A kelurahan in force with its address. */
export type KelurahanName = AreaName & KelurahanRow;

/** Every kelurahan in force on a day, by kecamatan and name, with its address. */
export async function listKelurahan({ sql }: Pick<AreaDeps, 'sql'>, on: string): Promise<KelurahanName[]> {
  const rows = await kelurahanInForce(sql, on);
  const slugs = slugsOf(rows);
  return rows.map((row, index) => ({ ...row, slug: slugs[index] ?? slugOf(row.name) }));
}

/** All that lies in one kelurahan on a day; null when the day knows none of that address. */
export async function readKelurahan(
  deps: AreaDeps,
  slug: string,
  on: string,
): Promise<KelurahanSummary | null> {
  const { sql } = deps;
  const area = (await listKelurahan(deps, on)).find((candidate) => candidate.slug === slug);
  if (area === undefined) return null;
  const layers = await layersOfAreas(sql, on);
  return deps.kept.get(keyOf(area.adminId, layers), () => makeKelurahan(deps, area, layers));
}

async function makeKelurahan(
  deps: AreaDeps,
  area: KelurahanName,
  layers: readonly LayerInForce[],
): Promise<KelurahanSummary> {
  const planIds = layers.filter((layer) => layer.kind === 'zones').map(({ versionId }) => versionId);
  const { pieces, unzonedM2, overlays, coverage, places } = await groundOfArea(deps.sql, area, layers);
  const { adminId: _adminId, ...name } = area;
  return {
    ...name,
    hasPlan: planIds.length > 0,
    zones: await sharesOf(deps, pieces, layers, 'zones'),
    unzonedM2,
    rtrw: await sharesOf(deps, pieces, layers, 'rtrw'),
    overlays,
    themes: themesOf(layers, new Map(coverage.map((row) => [row.versionId, row.coverage]))),
    blocks: blocksOf(pieces.filter(({ versionId }) => planIds.includes(versionId))),
    places,
    versions: layers.map(toVersionName),
  };
}

/** Versions never change: what an area holds depends on nothing but itself and the versions in force. */
export const keyOf = (area: KelurahanRow['adminId'], layers: readonly LayerInForce[]): string =>
  [area, ...layers.map(({ versionId, validFrom, decree }) => `${versionId} ${validFrom} ${decree}`)].join(
    '|',
  );

export const toVersionName = ({
  layerId,
  title,
  versionId,
  validFrom,
  decree,
  isDemo,
}: LayerInForce): VersionName => ({
  layerId,
  title,
  versionId,
  validFrom,
  decree,
  isDemo,
});

async function sharesOf(
  deps: AreaDeps,
  pieces: readonly ZonePiece[],
  layers: readonly LayerInForce[],
  kind: 'zones' | 'rtrw',
): Promise<ZoneShare[]> {
  const shares = await Promise.all(
    layers
      .filter((layer) => layer.kind === kind)
      .map(async (layer) => {
        const rules = await rulesOfLayer(deps, layer, layers);
        const byCode = groupBy(
          pieces.filter(({ versionId }) => versionId === layer.versionId),
          ({ code }) => code,
        );
        return [...byCode].map(([code, list]) => ({
          ...nameZone(layer.layerId, code, rules),
          areaM2: list.reduce((sum, piece) => sum + piece.areaM2, 0),
          polygonCount: list.reduce((sum, piece) => sum + piece.polygonCount, 0),
        }));
      }),
  );
  return shares.flat().sort((a, b) => b.areaM2 - a.areaM2 || a.code.localeCompare(b.code));
}

function blocksOf(pieces: readonly ZonePiece[]): BlockName[] {
  const inBlocks = pieces.filter((piece) => piece.kodblk !== null && piece.kodblk.trim() !== '');
  return [...groupBy(inBlocks, ({ kodblk }) => kodblk ?? '')]
    .map(([code, list]) => ({
      code,
      kodswp: list[0]?.kodswp ?? null,
      zoneCodes: [...new Set(list.map((piece) => piece.code))].sort(),
      areaM2: list.reduce((sum, piece) => sum + piece.areaM2, 0),
    }))
    .sort((a, b) => a.code.localeCompare(b.code, 'id', { numeric: true }));
}

/** Every overlay theme, mapped or not: what nobody has mapped is said, never left out. */
export function themesOf(
  layers: readonly LayerInForce[],
  coverage: ReadonlyMap<string, 'whole' | 'part' | 'none'>,
): ThemeCoverage[] {
  const overlays = layers.filter(({ kind }) => kind === 'overlay');
  const known = THEMES.filter(({ order }) => order >= FIRST_OVERLAY_ORDER).map(({ code }): string => code);
  const codes = [
    ...known,
    ...overlays.flatMap(({ theme }) => (theme === null || known.includes(theme) ? [] : [theme])),
  ];
  return codes.map((theme) => {
    const own = overlays.filter((layer) => layer.theme === theme);
    const spoken = own.map(({ versionId }) => coverage.get(versionId) ?? 'none');
    return {
      theme,
      title: own[0]?.title ?? theme,
      coverage:
        own.length === 0
          ? 'noLayer'
          : spoken.includes('whole')
            ? 'whole'
            : spoken.some((one) => one === 'part')
              ? 'part'
              : 'none',
    };
  });
}
