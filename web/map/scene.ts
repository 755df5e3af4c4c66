import type { BaseMap } from '#domain/base-map';
import type { LngLat } from '#domain/geo/lng-lat';
import type { LegendLayer } from '#domain/zoning/legend';
import { inDrawingOrder } from '../lib/layer-order.ts';
import { type MapLook, USUAL_LOOK } from '../lib/map-look.ts';
import type { MapName, MapShape, OverlayPaint, ShownPart, ZonePaint } from './map-contract.ts';

/** All that the map shows at one moment; the style is made from it and from nothing else. */
export interface Scene {
  layers: readonly LegendLayer[];
  names: readonly MapName[];
  look: MapLook;
  /** Ground of others below the plan; null for the map's own. */
  base: BaseMap | null;
  place: LngLat | null;
  parts: readonly ShownPart[];
  /** Number of the one parcel that the place lies on. */
  nib: string | null;
  /** Shapes of each tool, by its name. */
  readonly shapes: Map<string, readonly MapShape[]>;
  /** Colours of a tool by layer, in place of the prescribed ones. */
  readonly paints: Map<string, ZonePaint>;
  readonly overlayPaints: Map<string, OverlayPaint>;
}

/** A tool's colours are its answer: nothing that the reader chose for looking at the plan may hide a part of it. */
const isPainted = ({ paints, overlayPaints }: Scene): boolean => paints.size + overlayPaints.size > 0;

/** Layers in the reader's order, lowest first; in the usual one as long as a tool paints. */
export const orderedLayers = (scene: Scene): LegendLayer[] =>
  inDrawingOrder(scene.layers, isPainted(scene) ? [] : scene.look.order);

/** How much of a layer shows, 0–100; one that a tool paints shows whole. */
export const opacityOf = ({ look, paints, overlayPaints }: Scene, layerId: string): number =>
  paints.has(layerId) || overlayPaints.has(layerId) ? 100 : (look.opacity.get(layerId) ?? 100);

/** A map with nothing on it. */
export const emptyScene = (): Scene => ({
  layers: [],
  names: [],
  look: USUAL_LOOK,
  base: null,
  place: null,
  parts: [],
  nib: null,
  shapes: new Map(),
  paints: new Map(),
  overlayPaints: new Map(),
});
