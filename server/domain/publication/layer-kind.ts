import * as z from 'zod/mini';

/** What a layer holds. Rule sets are tables and come in by another door. */
export const importKindSchema = z.enum([
  'admin',
  'zones',
  'rtrw',
  'overlay',
  'road',
  'parcel',
  'utility',
  'place',
]);
export type ImportKind = z.infer<typeof importKindSchema>;

export type GeometryFamily = 'polygon' | 'line' | 'point';

const families: Record<ImportKind, GeometryFamily> = {
  admin: 'polygon',
  zones: 'polygon',
  rtrw: 'polygon',
  overlay: 'polygon',
  parcel: 'polygon',
  road: 'line',
  utility: 'line',
  place: 'point',
};

/** The geometry that a kind of layer is made of; anything else in the file is set aside. */
export const geometryFamilyOf = (kind: ImportKind): GeometryFamily => families[kind];

/** Kinds whose polygons share a plane: two of them on the same ground contradict each other. */
export const isPartition = (kind: ImportKind): boolean => ['admin', 'zones', 'rtrw', 'parcel'].includes(kind);

/** Kinds that should leave no ground uncovered between their polygons. */
export const isCoverage = (kind: ImportKind): boolean => ['admin', 'zones', 'rtrw'].includes(kind);
