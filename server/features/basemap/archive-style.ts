import type { BaseMap } from '#domain/base-map';

/** What the layers of the usual vector schemas (Protomaps, OpenMapTiles, Shortbread) mean, by a word of their name. */
const MEANINGS: readonly (readonly [RegExp, (sourceLayer: string) => Record<string, unknown>])[] = [
  [/^(earth|land|landcover|landuse|land_polygons|sites|parks?)$/, (name) => fill(name, '#ece9df', 0.5)],
  [/^(water|ocean|water_polygons)$/, (name) => fill(name, '#cfe0e4', 1)],
  [/^(waterway|water_lines)$/, (name) => line(name, '#b5ccd2', 1)],
  [/^(buildings?)$/, (name) => ({ ...fill(name, '#dcd7ca', 1), minzoom: 14 })],
  [/^(roads|transportation|streets)$/, (name) => line(name, '#ffffff', 1.4)],
  [/^(boundaries|boundary)$/, (name) => line(name, '#a39f94', 0.8)],
];

const fill = (name: string, color: string, opacity: number) => ({
  type: 'fill',
  'source-layer': name,
  filter: ['==', ['geometry-type'], 'Polygon'],
  paint: { 'fill-color': color, 'fill-opacity': opacity },
});
const line = (name: string, color: string, width: number) => ({
  type: 'line',
  'source-layer': name,
  filter: ['==', ['geometry-type'], 'LineString'],
  paint: { 'line-color': color, 'line-width': width },
});

export interface ArchiveFacts {
  readonly isRaster: boolean;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Names of the vector layers in the file. */
  readonly layerNames: readonly string[];
  readonly attribution: string;
}

/** A quiet ground from an own file: pictures as they are, vector layers whose name says what they are. */
export function styleOfArchive(facts: ArchiveFacts, tilesUrl: string): Omit<BaseMap, 'kind'> {
  const { isRaster, minZoom: minzoom, maxZoom: maxzoom, attribution } = facts;
  const source = { type: isRaster ? 'raster' : 'vector', tiles: [tilesUrl], minzoom, maxzoom };
  const drawn = MEANINGS.flatMap(([word, draw]) =>
    facts.layerNames.filter((name) => word.test(name)).map((name) => draw(name)),
  );
  const layers = isRaster ? [{ type: 'raster' }] : drawn;
  return {
    attribution,
    sources: { 'base:archive': isRaster ? { ...source, tileSize: 256 } : source },
    layers: layers.map((layer, i) => ({ ...layer, id: `base/${i}`, source: 'base:archive' })),
  };
}
