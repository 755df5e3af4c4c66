import type { Position, ReadGeometry } from './geometry-structure.ts';
import type { GeometryFamily } from './layer-kind.ts';

const SRID_FLAG = 0x20000000;
const WGS84 = 4326;
const POINT = 1;
const LINE = 2;
const POLYGON = 3;
const MULTI_POINT = 4;
const MULTI_LINE = 5;
const MULTI_POLYGON = 6;

/**
 * Writes the parts of one family as extended WKB (little endian, SRID 4326, two dimensions):
 * MultiPolygon, MultiLineString, Point or MultiPoint.
 * @returns null when nothing of the family is there
 */
export function encodeEwkb(geometry: ReadGeometry, family: GeometryFamily): Uint8Array<ArrayBuffer> | null {
  switch (family) {
    case 'polygon':
      return geometry.polygons.length === 0 ? null : encodeMultiPolygon(geometry.polygons);
    case 'line':
      return geometry.lines.length === 0 ? null : encodeMultiLine(geometry.lines);
    case 'point':
      return geometry.points.length === 0 ? null : encodePoints(geometry.points);
  }
}

interface Writer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly view: DataView;
  at: number;
}

function newWriter(length: number): Writer {
  const bytes = new Uint8Array(length);
  return { bytes, view: new DataView(bytes.buffer), at: 0 };
}

function writeHead(writer: Writer, type: number, isOutermost: boolean): void {
  writer.view.setUint8(writer.at, 1);
  writer.view.setUint32(writer.at + 1, isOutermost ? type | SRID_FLAG : type, true);
  writer.at += 5;
  if (isOutermost) writeCount(writer, WGS84);
}

function writeCount(writer: Writer, count: number): void {
  writer.view.setUint32(writer.at, count, true);
  writer.at += 4;
}

function writePositions(writer: Writer, positions: readonly Position[]): void {
  for (const [lng, lat] of positions) {
    writer.view.setFloat64(writer.at, lng as number, true);
    writer.view.setFloat64(writer.at + 8, lat as number, true);
    writer.at += 16;
  }
}

function encodeMultiPolygon(polygons: readonly Position[][][]): Uint8Array<ArrayBuffer> {
  let length = 13;
  for (const rings of polygons) length += rings.reduce((sum, ring) => sum + 4 + 16 * ring.length, 9);
  const writer = newWriter(length);
  writeHead(writer, MULTI_POLYGON, true);
  writeCount(writer, polygons.length);
  for (const rings of polygons) {
    writeHead(writer, POLYGON, false);
    writeCount(writer, rings.length);
    for (const ring of rings) {
      writeCount(writer, ring.length);
      writePositions(writer, ring);
    }
  }
  return writer.bytes;
}

function encodeMultiLine(lines: readonly Position[][]): Uint8Array<ArrayBuffer> {
  const writer = newWriter(lines.reduce((sum, line) => sum + 9 + 16 * line.length, 13));
  writeHead(writer, MULTI_LINE, true);
  writeCount(writer, lines.length);
  for (const line of lines) {
    writeHead(writer, LINE, false);
    writeCount(writer, line.length);
    writePositions(writer, line);
  }
  return writer.bytes;
}

function encodePoints(points: readonly Position[]): Uint8Array<ArrayBuffer> {
  const isSingle = points.length === 1;
  const writer = newWriter(isSingle ? 25 : 13 + 21 * points.length);
  writeHead(writer, isSingle ? POINT : MULTI_POINT, true);
  if (!isSingle) writeCount(writer, points.length);
  for (const point of points) {
    if (!isSingle) writeHead(writer, POINT, false);
    writePositions(writer, [point]);
  }
  return writer.bytes;
}
