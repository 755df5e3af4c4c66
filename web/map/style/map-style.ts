import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { LngLat } from '#domain/geo/lng-lat';
import type { LegendLayer } from '#domain/zoning/legend';
import { isDrawnKind, tileLayerOf } from '../../../tiles/layers/index.ts';
import type { MapName } from '../map-contract.ts';
import { opacityOf, orderedLayers, type Scene } from '../scene.ts';
import { borderLayers, landLayers, nameLayers } from './base-layers.ts';
import {
  chosenParcelLayers,
  overlayLayers,
  parcelLayers,
  roadLayers,
  utilityLayers,
} from './network-layers.ts';
import { withOpacity } from './opacity.ts';
import { paintedOverlayLayers } from './painted-overlay-layers.ts';
import type { Palette } from './palette.ts';
import { placeNameLayers } from './place-layers.ts';
import { SHAPE_SOURCE, shapeLayers, shapesAsFeatures } from './shape-layers.ts';
import { blockLayers, chosenZoneLayers, zoneLabels, zoneLayers } from './zone-layers.ts';

const PLACE_SOURCE = 'chosen-place';
const NAME_SOURCE = 'names';

/** The whole style of a scene: sources of ours only; its fonts are those of the page (label-font.ts). */
export function mapStyle(scene: Scene, palette: Palette, origin: string): StyleSpecification {
  const ordered = orderedLayers(scene);
  const admin = ordered.find((layer) => layer.kind === 'admin');
  const zones = ordered.filter((layer) => layer.kind === 'zones');
  const sources: Record<string, SourceSpecification> = {
    [PLACE_SOURCE]: { type: 'geojson', data: placeAsPoint(scene.place) },
    [NAME_SOURCE]: { type: 'geojson', data: namesAsPoints(scene.names) },
    [SHAPE_SOURCE]: { type: 'geojson', data: shapesAsFeatures(scene.shapes) },
  };
  // Tiles of our own server are named from its root.
  for (const [name, source] of Object.entries(scene.base?.sources ?? {})) {
    const tiles = (source.tiles as string[]).map((url) => (url.startsWith('/') ? origin + url : url));
    sources[name] = { ...source, tiles } as SourceSpecification;
  }
  for (const layer of ordered) {
    if (!isDrawnKind(layer.kind)) continue;
    const { minZoom: minzoom, maxZoom: maxzoom } = tileLayerOf(layer.kind);
    const path = `/tiles/${encodeURIComponent(layer.layerId)}/${layer.versionId}/{z}/{x}/{y}.mvt`;
    sources[layer.layerId] = { type: 'vector', tiles: [origin + path], minzoom, maxzoom };
  }
  return {
    version: 8,
    // A picture for every frame of a change that nobody asked to see.
    transition: { duration: 0, delay: 0 },
    sources,
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
      ...(admin === undefined ? [] : groundLayers(admin.layerId, scene, palette)),
      ...ordered.flatMap((layer) =>
        withOpacity(layersOf(layer, scene, palette), opacityOf(scene, layer.layerId)),
      ),
      ...zones.flatMap(({ layerId }) => blockLayers(layerId, palette)),
      ...zones.flatMap(({ layerId }) =>
        chosenZoneLayers(layerId, palette, numbersOf(scene, layerId), scene.nib !== null),
      ),
      ...ordered
        .filter((layer) => layer.kind === 'parcel')
        .flatMap((layer) => chosenParcelLayers(layer.layerId, palette, scene.nib)),
      ...zones.map((layer) => zoneLabels(layer.layerId, palette)),
      ...ordered
        .filter((layer) => layer.kind === 'place')
        .flatMap(({ layerId }) => withOpacity(placeNameLayers(layerId, palette), opacityOf(scene, layerId))),
      ...nameLayers(NAME_SOURCE, palette),
      ...shapeLayers(palette),
      ...placeLayers(palette),
    ],
  } as StyleSpecification;
}

/** The city's own land and coast; on a ground of others only the coast, as a line to see the city by. */
function groundLayers(adminId: string, { base }: Scene, palette: Palette): LayerSpecification[] {
  const own = landLayers(adminId, palette);
  if (base === null) return own;
  return [...(base.layers as unknown as LayerSpecification[]), ...own.filter(({ type }) => type === 'line')];
}

const numbersOf = ({ parts }: Scene, layerId: string): number[] =>
  parts.filter((part) => part.layerId === layerId).map((part) => part.featureNo);

function layersOf(layer: LegendLayer, scene: Scene, palette: Palette): LayerSpecification[] {
  const id = layer.layerId;
  switch (layer.kind) {
    case 'zones':
    case 'rtrw':
      return zoneLayers(layer, { palette, colors: scene.look.colors, painted: scene.paints.get(id) });
    case 'overlay': {
      const paint = scene.overlayPaints.get(id);
      return paint === undefined
        ? overlayLayers(id, layer.theme ?? id, palette)
        : paintedOverlayLayers(id, paint);
    }
    case 'road':
      return roadLayers(id, palette);
    case 'parcel':
      return parcelLayers(id, palette);
    case 'utility':
      return utilityLayers(id, palette);
    case 'admin':
      return borderLayers(id, palette);
    // Names are written above everything that is drawn.
    case 'place':
      return [];
  }
}

/** The chosen place: a pin head with a soft shadow; it never hides the zone's outline. */
function placeLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'place-shadow',
      type: 'circle',
      source: PLACE_SOURCE,
      paint: { 'circle-radius': 14, 'circle-blur': 0.8, 'circle-color': '#000000', 'circle-opacity': 0.3 },
    },
    {
      id: 'place',
      type: 'circle',
      source: PLACE_SOURCE,
      paint: {
        'circle-radius': 8,
        'circle-color': palette.accent,
        'circle-stroke-width': 3,
        'circle-stroke-color': palette.accentHalo,
      },
    },
  ];
}

const placeAsPoint = (place: LngLat | null) => ({
  type: 'FeatureCollection' as const,
  features: place === null ? [] : [pointAt(place, {})],
});

const pointAt = ([lng, lat]: LngLat, properties: Record<string, string>) => ({
  type: 'Feature' as const,
  properties,
  geometry: { type: 'Point' as const, coordinates: [lng, lat] },
});

function namesAsPoints(names: readonly MapName[]) {
  return {
    type: 'FeatureCollection' as const,
    features: names.map(({ level, name, point }) => pointAt(point, { level, name })),
  };
}
