import { createHash } from 'node:crypto';
import type { Line } from './curves.ts';
import type { DemoCity } from './demo-city.ts';
import type { Polygon } from './geos.ts';

/**
 * SHA-256 of the canonical content: every layer in its order, attributes as JSON, geometry as 32-bit little-endian
 * centimetres. It is taken before any projection, so no library's last bit can change it.
 */
export function fingerprintOf(city: Omit<DemoCity, 'sha256'>): string {
  const hash = createHash('sha256');
  const integers = (values: ArrayLike<number>) => {
    const view = new DataView(new ArrayBuffer(4 + values.length * 4));
    view.setInt32(0, values.length, true);
    for (let at = 0; at < values.length; at += 1) view.setInt32(4 + at * 4, values[at] as number, true);
    hash.update(new Uint8Array(view.buffer));
  };
  const polygon = (rings: Polygon) => {
    for (const ring of rings) integers(ring);
  };
  const line = (points: Line) => integers(points.flat());
  const text = (value: unknown) => hash.update(`${JSON.stringify(value)}\n`);
  text(['demo-city/1', city.seed, city.kelurahanCodes, city.kelurahanNames, city.kecamatanNames]);
  for (const { polygon: rings, ...rest } of city.zones) {
    text(rest);
    polygon(rings);
  }
  for (const { polygon: rings, ...rest } of city.parcels) {
    text(rest);
    polygon(rings);
  }
  for (const { line: points, ...rest } of city.roads) {
    text(rest);
    line(points);
  }
  for (const { polygons, ...rest } of city.overlays) {
    text(rest);
    polygons.forEach(polygon);
  }
  for (const { polygon: rings, ...rest } of city.rtrw) {
    text(rest);
    polygon(rings);
  }
  for (const { line: points, ...rest } of city.utilities) {
    text(rest);
    line(points);
  }
  for (const { polygons, ...rest } of city.admin) {
    text(rest);
    polygons.forEach(polygon);
  }
  text([city.places, city.coverage]);
  return hash.digest('hex');
}
