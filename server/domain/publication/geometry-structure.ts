import type { LngLat } from '../geo/lng-lat.ts';
import type { GeometryFamily } from './layer-kind.ts';

export type Position = readonly number[];
export type SourceGeometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiPoint' | 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }
  | { type: 'GeometryCollection'; geometries: SourceGeometry[] };

/** What is wrong with the shape itself, before any question of topology. */
export type StructureFault =
  | 'emptyGeometry'
  | 'geometryType'
  | 'geometryCollection'
  | 'unclosedRing'
  | 'tooFewPoints'
  | 'nonFiniteCoordinate'
  | 'outsideLonLatRange';

/** A geometry in its widest form, ready to be written: polygons are MultiPolygon, lines MultiLineString. */
export interface ReadGeometry {
  readonly polygons: Position[][][];
  readonly lines: Position[][];
  readonly points: Position[];
}

export interface StructureReport {
  /** First fault found; null when the shape can be taken as it is. */
  readonly fault: StructureFault | null;
  /** Where the fault is, WGS 84; null when it has no place. */
  readonly at: LngLat | null;
  /** The parts of the expected family, rings closed and parts with too few points left out. */
  readonly geometry: ReadGeometry;
  readonly hasZ: boolean;
  /** Closed lines that were read as polygons (drawings only). */
  readonly linesClosedToPolygons: number;
}

/**
 * Looks at a geometry in WGS 84 (EPSG:4326, longitude first) and says whether it can be what the layer is made of.
 * Faults of topology (crossing rings, holes outside) are PostGIS's to find; these are the ones it cannot even store.
 * @param closedLinesArePolygons drawings (DXF) have closed lines where plans have polygons
 */
export function readStructure(
  geometry: SourceGeometry | null,
  family: GeometryFamily,
  closedLinesArePolygons = false,
): StructureReport {
  const found = newFindings();
  if (geometry) collect(geometry, found, closedLinesArePolygons);
  const wanted: ReadGeometry = {
    polygons: family === 'polygon' ? closeRings(found) : [],
    lines: family === 'line' ? keepLines(found) : [],
    points: family === 'point' ? found.points : [],
  };
  const fault = firstFault(found, wanted, family);
  return {
    fault,
    at: fault === 'emptyGeometry' ? null : (found.faultAt ?? found.first),
    geometry: wanted,
    hasZ: found.hasZ,
    linesClosedToPolygons: found.linesClosedToPolygons,
  };
}

interface Findings {
  polygons: Position[][][];
  lines: Position[][];
  points: Position[];
  isCollection: boolean;
  hasZ: boolean;
  linesClosedToPolygons: number;
  first: LngLat | null;
  ringFault: 'unclosedRing' | 'tooFewPoints' | null;
  coordinateFault: 'nonFiniteCoordinate' | 'outsideLonLatRange' | null;
  faultAt: LngLat | null;
}

const newFindings = (): Findings => ({
  polygons: [],
  lines: [],
  points: [],
  isCollection: false,
  hasZ: false,
  linesClosedToPolygons: 0,
  first: null,
  ringFault: null,
  coordinateFault: null,
  faultAt: null,
});

function collect(geometry: SourceGeometry, found: Findings, closedLinesArePolygons: boolean): void {
  const addLine = (line: Position[]): void => {
    look(line, found);
    if (closedLinesArePolygons && line.length >= 4 && isClosed(line)) {
      found.polygons.push([line]);
      found.linesClosedToPolygons += 1;
    } else if (line.length > 0) found.lines.push(line);
  };
  const addPolygon = (rings: Position[][]): void => {
    for (const ring of rings) look(ring, found);
    if (rings.some((ring) => ring.length > 0)) found.polygons.push(rings);
  };
  switch (geometry.type) {
    case 'Point':
      if (geometry.coordinates.length > 0) {
        look([geometry.coordinates], found);
        found.points.push(geometry.coordinates);
      }
      return;
    case 'MultiPoint':
      look(geometry.coordinates, found);
      found.points.push(...geometry.coordinates);
      return;
    case 'LineString':
      addLine(geometry.coordinates);
      return;
    case 'MultiLineString':
      for (const line of geometry.coordinates) addLine(line);
      return;
    case 'Polygon':
      addPolygon(geometry.coordinates);
      return;
    case 'MultiPolygon':
      for (const rings of geometry.coordinates) addPolygon(rings);
      return;
    case 'GeometryCollection':
      found.isCollection = true;
      for (const part of geometry.geometries) collect(part, found, closedLinesArePolygons);
  }
}

function look(positions: readonly Position[], found: Findings): void {
  for (const position of positions) {
    const [lng, lat] = position;
    if (position.length > 2) found.hasZ = true;
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
      found.coordinateFault ??= 'nonFiniteCoordinate';
      continue;
    }
    const place = [lng as number, lat as number] as const;
    found.first ??= place;
    if (Math.abs(place[0]) > 180 || Math.abs(place[1]) > 90) {
      if (!found.coordinateFault) found.faultAt = place;
      found.coordinateFault ??= 'outsideLonLatRange';
    }
  }
}

const isClosed = (line: readonly Position[]): boolean => {
  const first = line[0];
  const last = line.at(-1);
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
};

function closeRings(found: Findings): Position[][][] {
  const noteFault = (fault: 'unclosedRing' | 'tooFewPoints', ring: Position[]): void => {
    if (!found.ringFault && ring[0]) found.faultAt ??= [ring[0][0] as number, ring[0][1] as number];
    found.ringFault ??= fault;
  };
  const closed: Position[][][] = [];
  for (const rings of found.polygons) {
    const kept: Position[][] = [];
    for (const [index, ring] of rings.entries()) {
      const wasClosed = isClosed(ring);
      const whole = wasClosed ? ring : [...ring, ring[0] as Position];
      if (whole.length < 4) {
        noteFault('tooFewPoints', ring);
        // A polygon without its shell has no ground; a lost hole leaves the shell.
        if (index === 0) break;
        continue;
      }
      if (!wasClosed) noteFault('unclosedRing', ring);
      kept.push(whole);
    }
    if (kept.length > 0) closed.push(kept);
  }
  return closed;
}

function keepLines(found: Findings): Position[][] {
  const kept = found.lines.filter((line) => line.length >= 2);
  if (kept.length < found.lines.length) found.ringFault ??= 'tooFewPoints';
  return kept;
}

function firstFault(found: Findings, wanted: ReadGeometry, family: GeometryFamily): StructureFault | null {
  if (found.coordinateFault) return found.coordinateFault;
  const counts = { polygon: found.polygons.length, line: found.lines.length, point: found.points.length };
  if (counts.polygon + counts.line + counts.point === 0) return 'emptyGeometry';
  if (counts[family] === 0) return 'geometryType';
  if (found.isCollection && counts.polygon + counts.line + counts.point > counts[family])
    return 'geometryCollection';
  if (found.ringFault) return found.ringFault;
  return wanted.polygons.length + wanted.lines.length + wanted.points.length === 0 ? 'tooFewPoints' : null;
}
