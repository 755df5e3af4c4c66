import type { BBox, LngLat } from '../geo/lng-lat.ts';
import type { Figure } from '../zoning/figure.ts';

/** A kelurahan as the list names it. */
export interface AreaName {
  /** Its address: `/kelurahan/<slug>`. */
  readonly slug: string;
  readonly name: string;
  readonly kecamatan: string | null;
  readonly areaM2: number;
}

/** A zone or class of a plan within an area, with the part of its ground that lies there. Geodesic, m². */
export interface ZoneShare {
  readonly layerId: string;
  readonly code: string;
  readonly zoneName: string | null;
  readonly subzoneName: string | null;
  readonly category: 'lindung' | 'budi daya' | 'lainnya' | null;
  readonly color: string | null;
  readonly areaM2: number;
  readonly polygonCount: number;
}

/** What lies on an area of one theme and level. */
export interface OverlayShare {
  readonly theme: string;
  readonly levelCode: string;
  readonly name: string;
  readonly areaM2: number;
}

/** Whether a theme speaks about an area: everywhere in it, in a part, nowhere; `noLayer`: nobody has mapped it. */
export interface ThemeCoverage {
  readonly theme: string;
  readonly title: string;
  readonly coverage: 'whole' | 'part' | 'none' | 'noLayer';
}

export interface BlockName {
  readonly code: string;
  readonly kodswp: string | null;
  readonly zoneCodes: readonly string[];
  readonly areaM2: number;
}

export interface PlaceName {
  readonly name: string;
  readonly category: string | null;
  readonly point: LngLat;
}

/** A version of data behind a page. */
export interface VersionName {
  readonly layerId: string;
  readonly title: string;
  readonly versionId: string;
  /** Calendar day, `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly decree: string;
  readonly isDemo: boolean;
}

/** A kelurahan with all that lies in it. */
export interface KelurahanSummary extends AreaName {
  readonly code: string | null;
  readonly bbox: BBox;
  readonly hasPlan: boolean;
  readonly zones: readonly ZoneShare[];
  /** Ground that no polygon of the detail plan covers; overlapping polygons do not hide it. */
  readonly unzonedM2: number;
  readonly rtrw: readonly ZoneShare[];
  readonly overlays: readonly OverlayShare[];
  readonly themes: readonly ThemeCoverage[];
  readonly blocks: readonly BlockName[];
  readonly places: readonly PlaceName[];
  readonly versions: readonly VersionName[];
}

/** One zone within a block: its ground, its figures before any overlay, and a point to ask for the whole answer. */
export interface BlockZone extends ZoneShare {
  readonly figures: readonly Figure[];
  readonly point: LngLat;
}

/** The ground of one planning area (WP, SWP) of one plan that has a block of the code: another one may count its blocks alike. */
export interface BlockPart {
  readonly layerId: string;
  readonly plan: string;
  readonly kodwp: string | null;
  readonly kodswp: string | null;
  readonly areaM2: number;
  readonly zones: readonly BlockZone[];
}

/** Everything that goes by the code of a block, largest part first: mostly it is one. */
export interface BlockSummary {
  readonly code: string;
  readonly areaM2: number;
  readonly bbox: BBox;
  readonly point: LngLat;
  readonly kelurahan: readonly AreaName[];
  readonly parts: readonly BlockPart[];
  readonly overlays: readonly OverlayShare[];
  /** Where the figures stand, keyed by `sourceId`. */
  readonly sources: Readonly<Record<string, { readonly article: string; readonly regulationId: string }>>;
  readonly versions: readonly VersionName[];
}
