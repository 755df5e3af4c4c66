import type { StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { BaseMap } from '#domain/base-map';
import { fail, ok, type Result } from '#domain/result';
import { hostOfTiles } from './hosts.ts';
import { plainText } from './plain-text.ts';

type Loose = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of a source is kept; addresses of anything but tiles are not. */
const SOURCE_FIELDS = ['type', 'tiles', 'minzoom', 'maxzoom', 'tileSize', 'scheme', 'bounds'];
const LAYER_FIELDS = ['type', 'source-layer', 'minzoom', 'maxzoom', 'filter', 'layout', 'paint'];
const LAYER_TYPES = new Set(['background', 'fill', 'line', 'symbol', 'raster']);
const MOST_SOURCES = 8;
const MOST_LAYERS = 400;
const MOST_TILE_ADDRESSES = 4;
const MOST_HOSTS = 8;

/**
 * What of a stranger's style may lie below the plan: tiles and plain layers. Sprites, fonts, images, patterns, GeoJSON
 * addresses, 3-D and whatever the specification does not know are left out; text is set in the map's own font.
 *
 * @param readTileJson gives the TileJSON of a source that names one
 * @param own origin of the style, as the operator set it
 */
export async function stripStyle(
  style: unknown,
  readTileJson: (url: string) => Promise<unknown>,
  own: string | null,
): Promise<Result<Omit<BaseMap, 'kind'>, string>> {
  if (!isObject(style) || style.version !== 8 || !isObject(style.sources) || !Array.isArray(style.layers)) {
    return fail('it is no MapLibre style of version 8');
  }
  const sources: Record<string, Loose> = {};
  const words: string[] = [];
  const hosts = new Set<string>();
  /** Every host is opened in the content policy of every page: there are few. */
  const isOpen = (host: string | null): boolean =>
    host !== null && (hosts.has(host) || (hosts.size < MOST_HOSTS && hosts.add(host).size > 0));
  for (const [name, given] of Object.entries(style.sources).slice(0, MOST_SOURCES)) {
    if (!isObject(given) || (given.type !== 'vector' && given.type !== 'raster')) continue;
    const told = typeof given.url === 'string' ? await readTileJson(given.url) : {};
    const source = { ...(isObject(told) ? told : {}), ...given };
    const tiles = (Array.isArray(source.tiles) ? source.tiles : [])
      .filter((url) => isOpen(hostOfTiles(url, own)))
      .slice(0, MOST_TILE_ADDRESSES);
    if (tiles.length === 0) continue;
    sources[prefixed(name)] = { ...pick(source, SOURCE_FIELDS), tiles };
    words.push(plainText(source.attribution));
  }
  // Most installations have no ground of others: the specification is read where there is one.
  const { validateStyleMin } = await import('@maplibre/maplibre-gl-style-spec');
  const layers = style.layers
    .slice(0, MOST_LAYERS)
    .flatMap((layer, i) => stripLayer(layer, i, sources, validateStyleMin));
  if (layers.length === 0) return fail('nothing in it can be drawn below the plan');
  return ok({ attribution: [...new Set(words.filter(Boolean))].join(' · '), sources, layers });
}

const prefixed = (name: string): string => `base:${name}`;

type Validate = typeof validateStyleMin;

function stripLayer(
  layer: unknown,
  index: number,
  sources: Readonly<Record<string, Loose>>,
  validate: Validate,
): Loose[] {
  if (!isObject(layer) || !LAYER_TYPES.has(String(layer.type))) return [];
  const source = typeof layer.source === 'string' ? prefixed(layer.source) : undefined;
  if (layer.type !== 'background' && (source === undefined || sources[source] === undefined)) return [];
  const stripped: Record<string, unknown> = {
    ...pick(layer, LAYER_FIELDS),
    id: `base/${index}`,
    ...(source === undefined ? {} : { source }),
    layout: withoutImages(layer.layout),
    paint: withoutImages(layer.paint),
  };
  if (layer.type === 'symbol') {
    const layout = stripped.layout as Record<string, unknown>;
    if (layout['text-field'] === undefined) return [];
    layout['text-font'] = ['Noto Sans Regular'];
  }
  return isValid(stripped, sources, validate) ? [stripped] : [];
}

/** Icons and patterns would be fetched from a sprite. */
const withoutImages = (properties: unknown): Record<string, unknown> =>
  isObject(properties)
    ? Object.fromEntries(
        Object.entries(properties).filter(
          ([name]) => !name.startsWith('icon-') && !name.endsWith('-pattern'),
        ),
      )
    : {};

const pick = (from: Loose, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

const isValid = (layer: Loose, sources: Readonly<Record<string, Loose>>, validate: Validate): boolean =>
  validate({
    version: 8,
    // Text needs glyphs to be valid; the map draws it from its own font files.
    glyphs: 'https://glyphs.invalid/{fontstack}/{range}.pbf',
    sources,
    layers: [layer],
  } as unknown as StyleSpecification).length === 0;
