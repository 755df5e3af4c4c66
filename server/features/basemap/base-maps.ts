import type { Logger } from 'pino';
import type { BaseMap, BaseMapKind } from '#domain/base-map';
import type { BaseMapSettings } from '../../platform/deps.ts';
import { ArchiveReader } from './archive-reader.ts';
import { styleOfArchive } from './archive-style.ts';
import { fetchJson } from './fetch-json.ts';
import { hostOfTiles, ownOrigin, withoutQuery } from './hosts.ts';
import { stripStyle } from './strip-style.ts';

/** A style that was read is kept so long; one that could not be read is asked for again after the shorter time. */
const KEPT_MS = 3_600_000;
const TRIED_AGAIN_MS = 30_000;

export interface BaseMaps {
  readonly kinds: readonly BaseMapKind[];
  readonly archive: ArchiveReader | undefined;
  /** Null when it cannot be had now. */
  read(kind: BaseMapKind): Promise<BaseMap | null>;
  /** Origins that pages may ask for tiles, and no others. */
  hosts(): readonly string[];
}

/** The grounds that the operator set. A style is read at once, so that the first page may already ask its tiles. */
export function openBaseMaps(settings: BaseMapSettings, log: Logger, now: () => number = Date.now): BaseMaps {
  const { rasterUrl, styleUrl, archivePath, attribution = '' } = settings;
  const archive = archivePath === undefined ? undefined : new ArchiveReader(archivePath);
  const withOwnWords = (map: BaseMap): BaseMap => ({
    ...map,
    attribution: [...new Set([attribution, map.attribution].filter(Boolean))].join(' · '),
  });
  let style: { until: number; map: Promise<BaseMap | null> } | undefined;
  const rasterHosts = rasterUrl === undefined ? [] : [ownOrigin(rasterUrl)].filter((host) => host !== null);
  let styleHosts: readonly string[] = [];

  const readStyle = async (url: string): Promise<BaseMap | null> => {
    try {
      const own = ownOrigin(url);
      const read = (address: string) => fetchJson(address, own);
      const stripped = await stripStyle(await read(url), read, own);
      if (!stripped.ok) throw new Error(stripped.problem);
      const tiles = Object.values(stripped.value.sources).flatMap((source) => source.tiles as string[]);
      // What an earlier style asked for is not asked for any more.
      styleHosts = tiles.flatMap((tile) => hostOfTiles(tile, own) ?? []);
      return { kind: 'style', ...stripped.value };
    } catch (err) {
      log.error({ err, url: withoutQuery(url) }, 'the style of the base map cannot be used');
      return null;
    }
  };
  const keptStyle = (url: string): Promise<BaseMap | null> => {
    if (style === undefined || style.until < now()) {
      const map = readStyle(url);
      style = { until: now() + KEPT_MS, map };
      void map.then((read) => {
        if (read === null && style !== undefined) style.until = now() + TRIED_AGAIN_MS;
      });
    }
    return style.map;
  };
  const readArchive = async (reader: ArchiveReader): Promise<BaseMap | null> => {
    try {
      return { kind: 'archive', ...styleOfArchive(await reader.facts(), '/basemap/tiles/{z}/{x}/{y}') };
    } catch (err) {
      log.error({ err, archivePath }, 'the file of the base map cannot be read');
      return null;
    }
  };
  const readAny = async (kind: BaseMapKind): Promise<BaseMap | null> => {
    if (kind === 'raster' && rasterUrl !== undefined) return rasterMap(rasterUrl);
    if (kind === 'style' && styleUrl !== undefined) return keptStyle(styleUrl);
    return kind === 'archive' && archive !== undefined ? readArchive(archive) : null;
  };
  if (styleUrl !== undefined) void keptStyle(styleUrl);
  return {
    kinds: [
      ...(archive === undefined ? [] : (['archive'] as const)),
      ...(styleUrl === undefined ? [] : (['style'] as const)),
      ...(rasterUrl === undefined ? [] : (['raster'] as const)),
    ],
    archive,
    async read(kind) {
      const map = await readAny(kind);
      return map === null ? null : withOwnWords(map);
    },
    hosts: () => [...new Set([...rasterHosts, ...styleHosts])],
  };
}

const rasterMap = (url: string): BaseMap => ({
  kind: 'raster',
  attribution: '',
  sources: { 'base:raster': { type: 'raster', tiles: [url], tileSize: 256, maxzoom: 19 } },
  layers: [{ id: 'base/0', type: 'raster', source: 'base:raster', paint: { 'raster-saturation': -0.6 } }],
});
