/** One column that goes into the tiles as a text tag. */
export interface TileField {
  readonly name: string;
  /** First zoom at which the tag is written. */
  readonly fromZoom: number;
}

/** How the features of one kind of layer become tiles. Zooms are inclusive. */
export interface TileLayerSpec {
  /** Name of the layer inside the tile, the same for every layer of the kind. */
  readonly name: 'zone' | 'rtrw' | 'parcel' | 'admin' | 'overlay' | 'road' | 'utility' | 'place' | 'block';
  readonly geometry: 'polygon' | 'line' | 'point';
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly fields: readonly TileField[];
  /** Farthest that generalising may move a border, in tile units (1/4096 of a tile side). */
  tolerance(zoom: number): number;
  /** Smallest part of a polygon that is drawn, in square tile units; 64 is one pixel of a 512-pixel tile. */
  smallestArea(zoom: number): number;
  /** Every place has a polygon: what is too small for a zoom is drawn together, see `GroundGrain`. */
  readonly fillsTheGround?: boolean;
  /** Most bytes of one tile after gzip; beyond it the smallest features are left out. */
  byteBudget(zoom: number): number;
  /** First zoom at which each feature stands by itself, with its id; below it those with the same tags are one. */
  readonly apartFrom: number;
  /** First zoom at which a feature is drawn, by its tag values in the order of `fields`. */
  firstZoom?(values: readonly (string | null)[]): number;
}

/** Raised when fields, zooms or encoding change, so that an archive tells what it was made by. */
export const TILE_REVISION = 4;

const GENERALISED_BELOW = 14;

/** A pixel below zoom 13, half of one at 13, nothing but the grid from 14 on. */
export const toleranceOfTheCity = (zoom: number): number =>
  zoom < 13 ? 8 : zoom < GENERALISED_BELOW ? 4 : 0;

/** Two pixels below zoom 13, one at 13; from 14 on whatever has any area. */
export const smallestOfTheCity = (zoom: number): number =>
  zoom < 13 ? 128 : zoom < GENERALISED_BELOW ? 64 : 0;

/** 100 kB below zoom 14, 50 kB from there on. */
export const budgetOfTheCity = (zoom: number): number => (zoom < GENERALISED_BELOW ? 100_000 : 50_000);
