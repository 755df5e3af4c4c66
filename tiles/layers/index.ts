import { adminLayer } from './admin.ts';
import { blockLayer } from './block.ts';
import type { TileLayerSpec } from './layer-spec.ts';
import { overlayLayer } from './overlay.ts';
import { parcelLayer } from './parcel.ts';
import { placeLayer } from './place.ts';
import { roadLayer } from './road.ts';
import { rtrwLayer } from './rtrw.ts';
import { utilityLayer } from './utility.ts';
import { zoneLayer } from './zone.ts';

export { TILE_REVISION, type TileLayerSpec } from './layer-spec.ts';

const specOfKind = {
  zones: zoneLayer,
  rtrw: rtrwLayer,
  parcel: parcelLayer,
  admin: adminLayer,
  overlay: overlayLayer,
  road: roadLayer,
  utility: utilityLayer,
  place: placeLayer,
} as const;

/** Kinds of layers (`layer.kind`) that are drawn; rules are not. */
export type DrawnKind = keyof typeof specOfKind;

/** Whether layers of this kind (`layer.kind`) have tiles. */
export const isDrawnKind = (kind: string): kind is DrawnKind => Object.hasOwn(specOfKind, kind);

/** What lies in the same tiles as a kind of layer, made from it. */
export const tileLayerWithin = (kind: DrawnKind): TileLayerSpec | undefined =>
  kind === 'zones' ? blockLayer : undefined;

/** How a kind of layer becomes tiles. */
export const tileLayerOf = (kind: DrawnKind): TileLayerSpec => specOfKind[kind];
