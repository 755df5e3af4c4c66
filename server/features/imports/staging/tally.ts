import type { StructureReport } from '#domain/publication/geometry-structure';
import { LIST_CAP } from '#domain/publication/import-report';
import type { MappedFeature } from '#domain/publication/map-feature';
import type { SourceFeature } from '../gdal/read-features.ts';

/** A DBF text ends here; several values of exactly this length are cut texts. */
const DBF_TEXT_LENGTH = 254;

/** What is counted while the features stream by. Places are degrees in WGS 84. */
export interface Tally {
  featureCount: number;
  withZ: number;
  linesClosedToPolygons: number;
  /** Features that have geometry of the layer's kind, whatever its faults. */
  ofKind: number;
  outOfRange: number;
  textDefectCount: number;
  readonly textDefects: { featureNo: number; field: string; defect: string }[];
  leftOutWidthCount: number;
  readonly leftOutWidths: { featureNo: number; width: number }[];
  readonly cutTexts: Map<string, number>;
  /** Official fields in which at least one row says something. */
  readonly spokenFields: Set<string>;
  /** West, south, east, north of all positions, also of impossible ones. */
  readonly bounds: [number, number, number, number];
}

export const newTally = (): Tally => ({
  featureCount: 0,
  withZ: 0,
  linesClosedToPolygons: 0,
  ofKind: 0,
  outOfRange: 0,
  textDefectCount: 0,
  textDefects: [],
  leftOutWidthCount: 0,
  leftOutWidths: [],
  cutTexts: new Map(),
  spokenFields: new Set(),
  bounds: [Infinity, Infinity, -Infinity, -Infinity],
});

export function tallyFeature(
  tally: Tally,
  feature: SourceFeature,
  structure: StructureReport,
  mapped: MappedFeature,
): void {
  const { polygons, lines, points } = structure.geometry;
  tally.featureCount += 1;
  if (structure.hasZ) tally.withZ += 1;
  tally.linesClosedToPolygons += structure.linesClosedToPolygons;
  const isOfKind = polygons.length + lines.length + points.length > 0;
  if (isOfKind) tally.ofKind += 1;
  if (isOfKind) {
    if (structure.fault === 'outsideLonLatRange') tally.outOfRange += 1;
    for (const position of points) widen(tally, position);
    for (const position of lines.flat()) widen(tally, position);
    for (const rings of polygons) for (const position of rings[0] ?? []) widen(tally, position);
  }
  for (const field of mapped.spoken) tally.spokenFields.add(field);
  for (const { field, defect } of mapped.textDefects) {
    tally.textDefectCount += 1;
    if (tally.textDefects.length < LIST_CAP)
      tally.textDefects.push({ featureNo: feature.featureNo, field, defect });
  }
  if (mapped.leftOutWidth !== null) {
    tally.leftOutWidthCount += 1;
    if (tally.leftOutWidths.length < LIST_CAP)
      tally.leftOutWidths.push({ featureNo: feature.featureNo, width: mapped.leftOutWidth });
  }
  for (const [field, value] of Object.entries(feature.attributes)) {
    if (typeof value !== 'string' || value.length !== DBF_TEXT_LENGTH) continue;
    tally.cutTexts.set(field, (tally.cutTexts.get(field) ?? 0) + 1);
  }
}

function widen({ bounds }: Tally, [lng, lat]: readonly number[]): void {
  if (lng === undefined || lat === undefined || !Number.isFinite(lng) || !Number.isFinite(lat)) return;
  if (lng < bounds[0]) bounds[0] = lng;
  if (lat < bounds[1]) bounds[1] = lat;
  if (lng > bounds[2]) bounds[2] = lng;
  if (lat > bounds[3]) bounds[3] = lat;
}
