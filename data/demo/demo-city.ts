import type { Line } from './curves.ts';
import type { Polygon } from './geos.ts';
import type { RoadClass } from './road-class.ts';

/** Everything below is fictional except kelurahan outlines and place names. Geometry: integer cm of the frame. */
export type DemoZone = {
  polygon: Polygon;
  /** Sub-zone code of the demo regulation (2021 code list). */
  code: string;
  kelurahan: number;
  /** `CONTOH-…`; empty for roads, water and other ground outside blocks. */
  kodswp: string;
  kodblk: string;
  remark: string;
};
export type DemoParcel = { polygon: Polygon; nib: string; kelurahan: number; kodblk: string; zone: number };
export type DemoRoad = { line: Line; name: string; class: RoadClass; rowWidthM: number };
export type DemoOverlay = { theme: string; level: string; name: string; polygons: Polygon[] };
export type DemoRtrw = { polygon: Polygon; className: string };
export type DemoUtility = { line: Line; network: string; name: string };
export type DemoAdmin = {
  level: 'kota' | 'kecamatan' | 'kelurahan';
  code: string;
  name: string;
  parent: string;
  aliases: string[];
  polygons: Polygon[];
};
export type DemoPlace = { name: string; category: string; lng: number; lat: number };

export type DemoCity = {
  seed: number;
  zones: DemoZone[];
  parcels: DemoParcel[];
  roads: DemoRoad[];
  overlays: DemoOverlay[];
  rtrw: DemoRtrw[];
  utilities: DemoUtility[];
  admin: DemoAdmin[];
  places: DemoPlace[];
  /** Themes that say nothing about some kelurahan: indexes of the kelurahan that ARE covered. */
  coverage: { theme: string; kelurahan: number[] }[];
  kelurahanCodes: string[];
  kelurahanNames: string[];
  kecamatanNames: string[];
  /** SHA-256 of the canonical content, hexadecimal. */
  sha256: string;
};

/** Called when a step begins, with the share of the work done before it. */
export type ReportProgress = (step: string, share: number) => void;
