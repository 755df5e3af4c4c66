import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapShape } from '../map-contract.ts';
import { hatchImage } from './hatch-image.ts';
import { LABEL_FONT } from './label-font.ts';
import type { Palette } from './palette.ts';

export const SHAPE_SOURCE = 'tool-shapes';

/** The shapes of all tools as one collection of features. */
export function shapesAsFeatures(shapes: ReadonlyMap<string, readonly MapShape[]>) {
  return {
    type: 'FeatureCollection' as const,
    features: [...shapes].flatMap(([tool, drawn]) => drawn.map((shape) => featureOf(tool, shape))),
  };
}

function featureOf(tool: string, shape: MapShape) {
  const { kind, look, label, cover } = shape;
  const properties = {
    tool,
    kind,
    look,
    ...(label === undefined ? {} : { label }),
    ...(cover === undefined ? {} : { cover }),
  };
  switch (shape.kind) {
    case 'point':
      return feature(properties, { type: 'Point', coordinates: [...shape.coordinates] });
    case 'line':
      return feature(properties, { type: 'LineString', coordinates: shape.coordinates.map((p) => [...p]) });
    case 'area':
      return feature(properties, { type: 'Polygon', coordinates: copyRings(shape.coordinates) });
    case 'volume': {
      const { baseM, heightM } = shape;
      const geometry = { type: 'Polygon' as const, coordinates: copyRings(shape.coordinates) };
      return feature({ ...properties, baseM, heightM }, geometry);
    }
  }
}

const feature = (properties: Record<string, string | number>, geometry: GeoJSON.Geometry) => ({
  type: 'Feature' as const,
  properties,
  geometry,
});
const copyRings = (rings: readonly (readonly (readonly number[])[])[]): number[][][] =>
  rings.map((ring) => ring.map((point) => [...point]));

const ofKind = (...kinds: MapShape['kind'][]): ExpressionSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', kinds],
];

/** What tools draw: above the plan, below the chosen place. Lines have a light edge, so that they stand out on any zone. */
export function shapeLayers(palette: Palette): LayerSpecification[] {
  const color: ExpressionSpecification = [
    'match',
    ['get', 'look'],
    ...(Object.entries(palette.looks).flat() as [string, string]),
    palette.accent,
  ];
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: `${SHAPE_SOURCE}/area`,
      type: 'fill',
      source: SHAPE_SOURCE,
      filter: ofKind('area'),
      // What is not certain covers what lies below it: a green that shines through would be read as a yes.
      paint: {
        'fill-color': ['coalesce', ['get', 'cover'], color],
        'fill-opacity': ['case', ['has', 'cover'], 0.9, ['match', ['get', 'look'], 'unknown', 0.8, 0.24]],
      },
    },
    {
      id: `${SHAPE_SOURCE}/area-hatch`,
      type: 'fill',
      source: SHAPE_SOURCE,
      filter: ['all', ofKind('area'), ['==', ['get', 'look'], 'unknown']] as FilterSpecification,
      paint: { 'fill-pattern': hatchImage('dashes', 'dark') },
    },
    {
      id: `${SHAPE_SOURCE}/volume`,
      type: 'fill-extrusion',
      source: SHAPE_SOURCE,
      filter: ofKind('volume'),
      paint: {
        'fill-extrusion-color': color,
        'fill-extrusion-opacity': 0.7,
        'fill-extrusion-base': ['get', 'baseM'],
        'fill-extrusion-height': ['get', 'heightM'],
      },
    },
    {
      id: `${SHAPE_SOURCE}/line-halo`,
      type: 'line',
      source: SHAPE_SOURCE,
      filter: ofKind('line', 'area'),
      layout: round,
      paint: { 'line-color': palette.halo, 'line-width': 6, 'line-opacity': 0.85 },
    },
    {
      id: `${SHAPE_SOURCE}/line`,
      type: 'line',
      source: SHAPE_SOURCE,
      filter: ofKind('line', 'area'),
      layout: round,
      paint: { 'line-color': color, 'line-width': 3 },
    },
    {
      id: `${SHAPE_SOURCE}/point`,
      type: 'circle',
      source: SHAPE_SOURCE,
      filter: ofKind('point'),
      paint: {
        'circle-radius': 6,
        'circle-color': color,
        'circle-stroke-width': 2,
        'circle-stroke-color': palette.halo,
      },
    },
    // One tool draws a handful, and all of it is read; a comparison draws hundreds, which give way to each other.
    labels('label', palette, true),
    labels('label-many', palette, false),
  ];
}

/** Looks of what a comparison draws. */
const OF_COMPARISON = ['added', 'removed', 'changed'] satisfies MapShape['look'][];

function labels(name: string, palette: Palette, isAlways: boolean): LayerSpecification {
  const isCompared: ExpressionSpecification = [
    'all',
    ofKind('area'),
    ['in', ['get', 'look'], ['literal', OF_COMPARISON]],
  ];
  return {
    id: `${SHAPE_SOURCE}/${name}`,
    type: 'symbol',
    source: SHAPE_SOURCE,
    filter: ['all', ['has', 'label'], isAlways ? ['!', isCompared] : isCompared] as FilterSpecification,
    layout: {
      'symbol-placement': 'point',
      'text-field': ['get', 'label'],
      'text-font': [LABEL_FONT],
      'text-size': 13,
      'text-offset': ['match', ['get', 'kind'], 'point', ['literal', [0, 1.1]], ['literal', [0, 0]]],
      'text-allow-overlap': isAlways,
    },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
  };
}
