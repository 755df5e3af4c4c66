import type { Line } from './curves.ts';
import type { Frame } from './frame.ts';
import type { Polygon } from './geos.ts';

/**
 * Extended well-known binary (SRID 4326) as hexadecimal text: what `COPY` takes for a geometry column. Built without
 * an intermediate object per point, because the demo city has over a million of them.
 */
export class BinaryWriter {
  private bytes = Buffer.alloc(1 << 16);
  private at = 0;
  private readonly frame: Frame;

  constructor(frame: Frame) {
    this.frame = frame;
  }

  /** @returns hexadecimal EWKB of a MultiPolygon; outer rings run against the clock, holes with it */
  multiPolygon(polygons: readonly Polygon[]): string {
    this.head(6, polygons.length);
    for (const rings of polygons) {
      this.part(3, rings.length);
      rings.forEach((ring, index) => {
        this.ring(ring, index === 0);
      });
    }
    return this.bytes.toString('hex', 0, this.at);
  }

  /** @returns hexadecimal EWKB of a MultiLineString */
  multiLine(lines: readonly Line[]): string {
    this.head(5, lines.length);
    for (const line of lines) {
      this.part(2, line.length);
      for (const [x, y] of line) this.point(x, y);
    }
    return this.bytes.toString('hex', 0, this.at);
  }

  private head(type: number, parts: number): void {
    this.at = 0;
    this.room(64);
    this.bytes[0] = 1;
    this.bytes.writeUInt32LE(type + 0x20000000, 1);
    this.bytes.writeUInt32LE(4326, 5);
    this.bytes.writeUInt32LE(parts, 9);
    this.at = 13;
  }

  private part(type: number, count: number): void {
    this.room(16);
    this.bytes[this.at] = 1;
    this.bytes.writeUInt32LE(type, this.at + 1);
    this.bytes.writeUInt32LE(count, this.at + 5);
    this.at += 9;
  }

  private ring(ring: Float64Array, isOuter: boolean): void {
    const count = ring.length / 2;
    this.room(4);
    this.bytes.writeUInt32LE(count, this.at);
    this.at += 4;
    const forwards = signedArea(ring) > 0 === isOuter;
    for (let index = 0; index < count; index += 1) {
      const from = (forwards ? index : count - 1 - index) * 2;
      this.point(ring[from] as number, ring[from + 1] as number);
    }
  }

  private point(x: number, y: number): void {
    this.room(16);
    const [lng, lat] = this.frame.toLngLat(x, y);
    this.bytes.writeDoubleLE(lng, this.at);
    this.bytes.writeDoubleLE(lat, this.at + 8);
    this.at += 16;
  }

  private room(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    this.bytes = Buffer.concat([this.bytes, Buffer.alloc(this.bytes.length)]);
  }
}

function signedArea(ring: Float64Array): number {
  let sum = 0;
  const x0 = ring[0] as number;
  const y0 = ring[1] as number;
  for (let at = 2; at + 3 < ring.length; at += 2) {
    sum +=
      ((ring[at] as number) - x0) * ((ring[at + 3] as number) - y0) -
      ((ring[at + 2] as number) - x0) * ((ring[at + 1] as number) - y0);
  }
  return sum;
}
