import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { LegendLayer } from '#domain/zoning/legend';
import type { HatchInk } from '../ui/hatches.ts';

/** Where the map looks: centre in WGS 84, longitude first; zoom as in web maps (512-pixel tiles). */
export interface MapView {
  readonly centre: LngLat;
  readonly zoom: number;
}

/** A view with how the map is turned and tilted in it, both in degrees. */
export interface MapSight extends MapView {
  /** The direction that is up: 0 = north, 90 = east. */
  readonly bearing: number;
  /** From straight down. */
  readonly pitch: number;
}

/** One zone polygon to outline: its number in its layer's version. */
export interface ShownPart {
  readonly layerId: string;
  readonly featureNo: number;
}

/** Names to write on the map, each at a point inside its area. */
export interface MapName {
  readonly level: 'kota' | 'kecamatan' | 'kelurahan';
  readonly name: string;
  readonly point: LngLat;
}

/** What a shape of a tool means; the map gives each its colour. */
export type ShapeLook =
  | 'accent'
  | 'allowed'
  | 'limited'
  | 'conditional'
  | 'forbidden'
  | 'unknown'
  | 'added'
  | 'removed'
  | 'changed';

interface ShapeWords {
  readonly look: ShapeLook;
  /** Written at the shape. */
  readonly label?: string | undefined;
  /** Covers the ground in this colour, `#rrggbb`, in place of the look's hint of one. */
  readonly cover?: string | undefined;
}

/** Something that a tool draws above the plan, in WGS 84, longitude first; rings are closed, the outer one first. */
export type MapShape = ShapeWords &
  (
    | { readonly kind: 'point'; readonly coordinates: LngLat }
    | { readonly kind: 'line'; readonly coordinates: readonly LngLat[] }
    | { readonly kind: 'area'; readonly coordinates: readonly (readonly LngLat[])[] }
    | {
        /** A body standing on the ground: seen as one when the map is tilted. */
        readonly kind: 'volume';
        readonly coordinates: readonly (readonly LngLat[])[];
        readonly baseM: number;
        readonly heightM: number;
      }
  );

/** How a tool paints a field: a colour never stands alone for a meaning, its pattern says the same. */
export interface PaintedFill {
  /** `#rrggbb` */
  readonly color: string;
  /** Name of its pattern; null for the one field that is plain. */
  readonly hatch: string | null;
  readonly ink: HatchInk;
}

/** Fills for the codes of a layer in place of the prescribed colours. */
export interface ZonePaint {
  readonly fills: ReadonlyMap<string, PaintedFill>;
  /** For every other code. */
  readonly otherwise: PaintedFill;
}

/** Told with every change of a drawing; an outline's first point is not repeated at its end. */
export type OnDrawing = (points: readonly LngLat[], isFinished: boolean) => void;

/** A drawing that is being made. */
export interface DrawingControl {
  /** No more points, when there are enough of them; those there can still be dragged. */
  finish(): void;
  /** The last point away. */
  undo(): void;
  /** Gives the keyboard to the map: arrows move it under the crosshair, Enter sets a point. */
  focus(): void;
  /** The drawing away, and taps back to the page. */
  cancel(): void;
}

/** How something is drawn, for the legend: made by the style that draws it. */
export type MapSymbol =
  | {
      readonly kind: 'area';
      readonly color: string | null;
      /** Of the colour, 0–1. */
      readonly opacity: number;
      /** What shows through the colour; null where it may be anything. */
      readonly ground: string | null;
      readonly edge: string | null;
      readonly hatch: string | null;
      readonly ink: HatchInk;
      /** Of pattern and edge, 0–1: as much as the reader lets the layer show. */
      readonly strength: number;
    }
  | {
      readonly kind: 'line';
      readonly color: string;
      readonly edge: string | null;
      readonly isDashed: boolean;
      /** As much as the reader lets the layer show, 0–1. */
      readonly strength: number;
    };

/** One drawn layer in the legend. */
export interface LegendOfLayer {
  readonly layerId: string;
  /** What the layer looks like as a whole; null where only its codes have a look. */
  readonly symbol: MapSymbol | null;
  readonly symbolByCode: ReadonlyMap<string, MapSymbol>;
  /** Part of the layer's ground in view by code, 0–1; null while it is not known. */
  readonly shares: ReadonlyMap<string, number> | null;
}

/** Zones that are drawn in the visible part of the map: each by itself when near, those of one code together when far. */
export interface ZoneInView {
  readonly layerId: string;
  /** The same for the same ground while the map moves. */
  readonly key: string;
  readonly code: string;
  /** Part of the visible map that it fills, 0–1. */
  readonly share: number;
  /** A place well inside what is seen of it. */
  readonly inner: LngLat;
}

/** A second map above the first, that looks where the first looks. */
export interface SecondMap {
  showLayers(layers: readonly LegendLayer[], names: readonly MapName[]): void;
  /** Shapes of its own, in place of those on the first map. */
  showShapes(shapes: readonly MapShape[]): void;
  remove(): void;
}
/** Part of it could not be loaded; loading takes long; the device stopped drawing. */
export type MapTrouble = 'failed' | 'slow' | 'lost';

/** An overlay in colours of a tool, by level; levels that are not named are not drawn. An empty level stands for every one. */
export interface OverlayPaint {
  readonly levels: readonly {
    readonly level: string;
    readonly fill: PaintedFill;
    /** Covers the zones below it; otherwise only its edge is drawn, over a hint of its colour. */
    readonly isSolid: boolean;
  }[];
}

/** A picture of the map to put on paper: where it looks, and its size in CSS pixels of 1/96 inch. */
export interface PictureRequest extends MapView {
  readonly width: number;
  readonly height: number;
  /** Dots of the picture per CSS pixel. */
  readonly pixelRatio: number;
  /** With a pattern per sub-zone, so that it can be read in black and white. */
  readonly isHatched: boolean;
}

export interface MapPicture {
  readonly image: Blob;
  readonly bounds: BBox;
  /** What the picture shows, with the part of the ground that each code has in it. */
  readonly legend: readonly LegendOfLayer[];
  /** Who is to be named with the ground of others in the picture; empty where it has none. */
  readonly attribution: string;
}

/** What the map will show first. */
export interface FirstSight {
  readonly layers: readonly LegendLayer[];
  /** A view, or an area to be seen whole. */
  readonly look: MapView | BBox;
  /** What covers the map along its edges, pixels. */
  readonly edges: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

export interface MapOptions {
  readonly view: MapView | null;
  readonly bbox: BBox;
  /** What it will be told to show first, as far as the page knows it when the engine has come. */
  readonly firstSight?: () => FirstSight | null;
  /** A ground of others can lie below the plan. */
  readonly hasBaseMap: boolean;
  /** Accessible name of the map. */
  readonly label: string;
  /** A place was picked: by tap, click, or Enter at the crosshair. */
  onPick(place: LngLat): void;
  /** The reader moved the map; told after it rests. */
  onMoved(view: MapView): void;
  /** Something keeps the map from being seen, or nothing does any more (null). */
  onTrouble(trouble: MapTrouble | null): void;
  /** What is to be named with the ground below the plan: nothing while that is the map's own. */
  onGround(attribution: string): void;
  /** The plan stands there complete, for the first time; at once where none can be drawn. */
  onComplete?(): void;
}

/** All that the rest of the page may ask of a map. */
export interface MapPort {
  readonly kind: 'drawn' | 'text';
  /** Draws exactly these layers, in their prescribed colours. */
  showLayers(layers: readonly LegendLayer[], names: readonly MapName[]): void;
  /** Draws these in place of what `showLayers` shows until the returned function is called; the last taker's are drawn. */
  takeLayers(layers: readonly LegendLayer[], names: readonly MapName[]): () => void;
  /**
   * Marks the chosen place and outlines its zones; null takes the mark away.
   *
   * @param nib number of the one parcel that the place lies on: it is outlined then, its zone lightly
   */
  showPlace(place: LngLat | null, parts: readonly ShownPart[], nib: string | null): void;
  /** Colours, opacity, order and base map as the address writes them; null for the usual. */
  showLook(look: string | null): void;
  /** Tells the legend of what is drawn, at once and again after every change; returns how to stop. */
  watchLegend(onLegend: (legend: readonly LegendOfLayer[]) => void): () => void;
  /** Brings the place into the visible part, closer when the map is far away. */
  moveTo(place: LngLat): void;
  fitTo(bbox: BBox): void;
  /** Looks exactly so: a view that the address keeps. */
  show(view: MapView): void;
  /** Pixels at the edges that the page covers; the chosen place is kept out of them. */
  keepClear(edges: { top: number; right: number; bottom: number; left: number }): void;
  zoomBy(steps: 1 | -1): void;
  /** Looks at the ground aslant, so that volumes stand on it, or from above again. */
  tilt(isTilted: boolean): void;
  /** Shapes of a tool above the plan; the same name again replaces them, an empty list takes them away. */
  showShapes(name: string, shapes: readonly MapShape[]): void;
  /** Zones of a layer in these fills by code; null = the prescribed colours again. */
  paintZones(layerId: string, paint: ZonePaint | null): void;
  /** An overlay that is shown, in these colours; null = as it is drawn for itself again. */
  paintOverlay(layerId: string, paint: OverlayPaint | null): void;
  /** Taps, and Enter at the crosshair, go to the tool until the returned function is called. */
  takeTaps(onTap: (place: LngLat) => void): () => void;
  /** Told after every movement, also during it; returns how to stop. */
  watchView(onView: (view: MapSight) => void): () => void;
  /**
   * Draws a line or an outline with finger, mouse and keyboard until `cancel`.
   *
   * @param given points of a drawing that is finished already
   */
  draw(kind: 'line' | 'polygon', onChange: OnDrawing, given?: readonly LngLat[]): DrawingControl;
  /** Tells the zones in the visible part now and whenever the map rests; returns how to stop. */
  watchZones(onZones: (zones: readonly ZoneInView[]) => void): () => void;
  /** The element that the map fills; null where none is drawn. */
  readonly element: HTMLElement | null;
  /** Opens a second map in a container that lies over the whole of this one; null where none can be drawn. */
  openSecond(container: HTMLElement): Promise<SecondMap | null>;
  /** Draws the same map for paper, light and at another place and size; null where none can be drawn. */
  takePicture(request: PictureRequest): Promise<MapPicture | null>;
  /** The middle of the visible part and how near it is. */
  view(): MapSight;
  /** Asks again for what could not be loaded. */
  retry(): void;
  remove(): void;
}
