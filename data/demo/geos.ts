import initGeosJs from 'geos-wasm';

/** A ring or line as x, y, x, y … in integer centimetres of the frame. */
export type Coordinates = Float64Array;
/** A polygon: outer ring first, then its holes; rings are closed. */
export type Polygon = Coordinates[];

/** The few GEOS operations the demo city needs, on plain arrays; every result lies on the centimetre grid. */
export type GeometryEngine = {
  /** Nodes all lines on the grid and returns the faces they enclose: an exact partition. */
  facesOf(lines: readonly Coordinates[]): Polygon[];
  /** Buffers lines or polygons (distance in cm) and dissolves the result. */
  bufferLines(lines: readonly Coordinates[], distanceCm: number, roundCaps: boolean): Polygon[];
  /** Like `bufferLines`, with round corners, for shapes that are drawn large. */
  bufferSmoothly(lines: readonly Coordinates[], distanceCm: number): Polygon[];
  dissolve(polygons: readonly Polygon[]): Polygon[];
  intersection(left: readonly Polygon[], right: readonly Polygon[]): Polygon[];
  difference(left: readonly Polygon[], right: readonly Polygon[]): Polygon[];
  /** Joins faces of one partition that touch along whole edges; no vertex moves. */
  joinFaces(faces: readonly Polygon[]): Polygon[];
  bufferPolygons(polygons: readonly Polygon[], distanceCm: number): Polygon[];
  /** Answers "is this point inside?" for many points of one set of polygons. */
  locator(polygons: readonly Polygon[]): { contains(x: number, y: number): boolean; free(): void };
  isValid(polygons: readonly Polygon[]): boolean;
  /** True when the polygons neither overlap nor meet in other than whole edges (GEOS coverage validity). */
  isCoverage(polygons: readonly Polygon[]): boolean;
};

const LINE = 2;
const POLYGON = 3;
const MULTI_LINE = 5;
const MULTI_POLYGON = 6;

function writeBytes(type: number, parts: readonly Coordinates[][]): Uint8Array {
  const lines = type === MULTI_LINE;
  let size = 9;
  for (const rings of parts) {
    size += 5 + (lines ? 0 : 4);
    for (const ring of rings) size += 4 + ring.length * 8;
  }
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  const word = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  const head = (kind: number) => {
    view.setUint8(at, 1);
    at += 1;
    word(kind);
  };
  head(type);
  word(parts.length);
  for (const rings of parts) {
    head(lines ? LINE : POLYGON);
    if (!lines) word(rings.length);
    for (const ring of rings) {
      word(ring.length / 2);
      for (let index = 0; index < ring.length; index += 1) {
        view.setFloat64(at, ring[index] as number, true);
        at += 8;
      }
    }
  }
  return new Uint8Array(view.buffer);
}

/** Reads the polygons out of well-known binary, whatever collection they are in; lines and points are left out. */
function readPolygons(bytes: Uint8Array): Polygon[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Polygon[] = [];
  let at = 0;
  const word = (): number => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const ring = (): Coordinates => {
    const size = word() * 2;
    const coordinates = new Float64Array(size);
    for (let index = 0; index < size; index += 1) {
      coordinates[index] = Math.round(view.getFloat64(at, true));
      at += 8;
    }
    return coordinates;
  };
  const geometry = (): void => {
    at += 1;
    const type = word();
    if (type === 1) at += 16;
    else if (type === LINE) ring();
    else if (type === POLYGON) {
      const rings = word();
      const polygon: Polygon = [];
      for (let index = 0; index < rings; index += 1) polygon.push(ring());
      if (polygon.length > 0) found.push(polygon);
    } else {
      const parts = word();
      for (let index = 0; index < parts; index += 1) geometry();
    }
  };
  geometry();
  return found;
}

/** Starts the WebAssembly build of GEOS; its arithmetic is the same on every machine and Node version. */
export async function startGeometryEngine(): Promise<GeometryEngine> {
  const geos = await initGeosJs();
  const { Module } = geos;
  const reader = geos.GEOSWKBReader_create();
  const writer = geos.GEOSWKBWriter_create();

  const put = (type: number, parts: readonly Coordinates[][]): number => {
    const bytes = writeBytes(type, parts);
    const pointer = Module._malloc(bytes.length);
    Module.HEAPU8.set(bytes, pointer);
    const geometry = geos.GEOSWKBReader_read(reader, pointer as never, bytes.length);
    Module._free(pointer);
    if (!geometry) throw new Error('GEOS refused a geometry of the demo city');
    return geometry;
  };
  const take = (geometry: number): Polygon[] => {
    if (!geometry) throw new Error('GEOS failed on a geometry of the demo city');
    const sizePointer = Module._malloc(4);
    const pointer = geos.GEOSWKBWriter_write(writer, geometry, sizePointer as never) as unknown as number;
    const size = Module.getValue(sizePointer, 'i32');
    const polygons = readPolygons(Module.HEAPU8.slice(pointer, pointer + size));
    geos.GEOSFree(pointer as never);
    Module._free(sizePointer);
    geos.GEOSGeom_destroy(geometry);
    return polygons;
  };
  const lines = (parts: readonly Coordinates[]) =>
    put(
      MULTI_LINE,
      parts.map((part) => [part]),
    );
  const areas = (parts: readonly Polygon[]) => put(MULTI_POLYGON, parts as Coordinates[][]);
  const consume = (geometry: number, work: (geometry: number) => number): number => {
    const result = work(geometry);
    geos.GEOSGeom_destroy(geometry);
    return result;
  };

  return {
    facesOf: (parts) => {
      const noded = consume(lines(parts), (geometry) => geos.GEOSUnaryUnionPrec(geometry, 1));
      const list = Module._malloc(4);
      Module.HEAPU32[list / 4] = noded;
      const faces = geos.GEOSPolygonize(list as never, 1);
      Module._free(list);
      geos.GEOSGeom_destroy(noded);
      return take(faces);
    },
    bufferLines: (parts, distanceCm, roundCaps) => {
      if (parts.length === 0) return [];
      const buffered = consume(lines(parts), (geometry) =>
        geos.GEOSBufferWithStyle(geometry, distanceCm, 3, roundCaps ? 1 : 3, 2, 1.5),
      );
      return take(buffered);
    },
    bufferSmoothly: (parts, distanceCm) =>
      parts.length === 0
        ? []
        : take(consume(lines(parts), (geometry) => geos.GEOSBuffer(geometry, distanceCm, 12))),
    bufferPolygons: (parts, distanceCm) => {
      if (parts.length === 0) return [];
      const buffered = consume(areas(parts), (geometry) => geos.GEOSBuffer(geometry, distanceCm, 3));
      return take(consume(buffered, (geometry) => geos.GEOSUnaryUnionPrec(geometry, 1)));
    },
    dissolve: (parts) =>
      parts.length === 0
        ? []
        : take(consume(areas(parts), (geometry) => geos.GEOSUnaryUnionPrec(geometry, 1))),
    intersection: (left, right) => {
      if (left.length === 0 || right.length === 0) return [];
      const second = areas(right);
      const result = consume(areas(left), (first) => geos.GEOSIntersectionPrec(first, second, 1));
      geos.GEOSGeom_destroy(second);
      return take(result);
    },
    difference: (left, right) => {
      if (left.length === 0 || right.length === 0) return [...left];
      const second = areas(right);
      const result = consume(areas(left), (first) => geos.GEOSDifferencePrec(first, second, 1));
      geos.GEOSGeom_destroy(second);
      return take(result);
    },
    joinFaces: (parts) => take(consume(areas(parts), (geometry) => geos.GEOSCoverageUnion(geometry))),
    isCoverage: (parts) => {
      const geometry = areas(parts);
      const valid = geos.GEOSCoverageIsValid(geometry, 0, 0 as never);
      geos.GEOSGeom_destroy(geometry);
      return Number(valid) === 1;
    },
    isValid: (parts) => {
      const geometry = areas(parts);
      // Not GEOSisValid: it prints the reason for each invalid geometry.
      const valid = geos.GEOSisValidDetail(geometry, 0, 0 as never, 0 as never);
      geos.GEOSGeom_destroy(geometry);
      return Number(valid) === 1;
    },
    locator: (parts) => {
      const geometry = areas(parts);
      const prepared = geos.GEOSPrepare(geometry);
      return {
        contains: (x, y) => Number(geos.GEOSPreparedContainsXY(prepared, x, y)) === 1,
        free: () => {
          geos.GEOSPreparedGeom_destroy(prepared);
          geos.GEOSGeom_destroy(geometry);
        },
      };
    },
  };
}
