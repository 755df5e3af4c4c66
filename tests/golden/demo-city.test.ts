import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CitySource, readCitySource } from '../../data/demo/city-source.ts';
import { PARCEL_STYLES } from '../../data/demo/cut-parcels.ts';
import type { DemoCity } from '../../data/demo/demo-city.ts';
import { frameOfCity, generateDemoCity } from '../../data/demo/generate.ts';
import { type GeometryEngine, type Polygon, startGeometryEngine } from '../../data/demo/geos.ts';
import { snapOutlines } from '../../data/demo/outlines.ts';
import { areaM2 } from '../../data/demo/partition.ts';
import { componentsOf } from '../../data/demo/road-graph.ts';

let source: CitySource;
let city: DemoCity;
let engine: GeometryEngine;
const steps: string[] = [];
const golden = JSON.parse(readFileSync(new URL('./demo-city.json', import.meta.url), 'utf8')) as {
  sha256: string;
  counts: Record<string, number>;
};

beforeAll(async () => {
  source = readCitySource('data/cities/balikpapan');
  city = await generateDemoCity({ source, onProgress: (step) => steps.push(step) });
  engine = await startGeometryEngine();
}, 240_000);

/** Segments of road surfaces by cell, to ask how far a point is from the nearest road. */
function roadDistance(polygons: readonly Polygon[]): (x: number, y: number) => number {
  const CELL = 3000;
  const cells = new Map<number, number[]>();
  for (const ring of polygons.flat()) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const [x1, y1, x2, y2] = [ring[at]!, ring[at + 1]!, ring[at + 2]!, ring[at + 3]!];
      for (let c = Math.floor(Math.min(x1, x2) / CELL); c <= Math.floor(Math.max(x1, x2) / CELL); c += 1) {
        for (let r = Math.floor(Math.min(y1, y2) / CELL); r <= Math.floor(Math.max(y1, y2) / CELL); r += 1) {
          const list = cells.get(c * 65536 + r);
          if (list === undefined) cells.set(c * 65536 + r, [x1, y1, x2, y2]);
          else list.push(x1, y1, x2, y2);
        }
      }
    }
  }
  return (x, y) => {
    let best = Number.POSITIVE_INFINITY;
    const list = cells.get(Math.floor(x / CELL) * 65536 + Math.floor(y / CELL)) ?? [];
    for (let at = 0; at < list.length; at += 4) {
      const [x1, y1, x2, y2] = [list[at]!, list[at + 1]!, list[at + 2]!, list[at + 3]!];
      const [dx, dy] = [x2 - x1, y2 - y1];
      const share = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
      const [ex, ey] = [x - x1 - share * dx, y - y1 - share * dy];
      best = Math.min(best, Math.sqrt(ex * ex + ey * ey));
    }
    return best;
  };
}

describe('the demo city of the committed seed', () => {
  test('has the committed SHA-256 and counts', () => {
    const counts = Object.fromEntries(
      (['zones', 'parcels', 'roads', 'overlays', 'rtrw', 'utilities', 'admin', 'places'] as const).map((layer) => [
        layer,
        city[layer].length,
      ]),
    );
    expect({ sha256: city.sha256, counts }).toEqual(golden);
  });

  test('zones fill each kelurahan to within 1 m² of its own outline', () => {
    const outlines = snapOutlines(source, frameOfCity(source));
    const sums = outlines.kelurahan.map(() => 0);
    for (const zone of city.zones) sums[zone.kelurahan]! += areaM2(zone.polygon);
    const off = outlines.kelurahan
      .map(({ name, rings }, index) => ({
        name,
        m2: sums[index]! - areaM2(rings.map((ring) => Float64Array.from(ring.flat()))),
      }))
      .filter(({ m2 }) => Math.abs(m2) > 1);
    expect(off).toEqual([]);
    expect(sums).toHaveLength(34);
  });

  test('no two zones have interiors that cross: on the centimetre grid they meet in whole edges', () => {
    expect(city.zones.filter(({ polygon }) => !engine.isValid([polygon])).length).toBe(0);
    expect(city.overlays.filter(({ polygons }) => !engine.isValid(polygons)).map(({ name }) => name)).toEqual([]);
    expect(engine.isCoverage(city.zones.map(({ polygon }) => polygon))).toBe(true);
    expect(engine.isCoverage(city.rtrw.map(({ polygon }) => polygon))).toBe(true);
  });

  test('the road graph is connected on each land mass', () => {
    const masses = engine.dissolve(
      city.admin.filter(({ level }) => level === 'kota').flatMap(({ polygons }) => polygons),
    );
    const locators = masses.map((polygon) => engine.locator([polygon]));
    const components = componentsOf(city.roads);
    const byMass = new Map<number, Set<number>>();
    city.roads.forEach(({ line }, index) => {
      const [x, y] = line[0]!;
      const mass = locators.findIndex((locator) => locator.contains(x, y));
      byMass.set(mass, (byMass.get(mass) ?? new Set()).add(components[index]!));
    });
    byMass.delete(-1);
    expect([...byMass.values()].map((set) => set.size)).toEqual([...byMass].map(() => 1));
    expect(new Set(city.roads.map((road) => road.class)).size).toBe(4);
  });

  test('at least 95 % of the parcels touch a road', () => {
    const distance = roadDistance(city.zones.filter(({ code }) => code === 'BJ').map(({ polygon }) => polygon));
    const touching = city.parcels.filter(({ polygon }) => {
      const ring = polygon[0]!;
      for (let at = 0; at + 3 < ring.length; at += 2) {
        const middle = distance((ring[at]! + ring[at + 2]!) / 2, (ring[at + 1]! + ring[at + 3]!) / 2);
        if (middle <= 2 || distance(ring[at]!, ring[at + 1]!) <= 2) return true;
      }
      return false;
    });
    expect(touching.length / city.parcels.length).toBeGreaterThanOrEqual(0.95);
  });

  test('there are at least 60,000 parcels, those in R zones between 60 and 2,000 m²', () => {
    expect(city.parcels.length).toBeGreaterThanOrEqual(60_000);
    const housing = city.parcels.filter(({ zone }) => city.zones[zone]!.code.startsWith('R-'));
    expect(housing.length).toBeGreaterThan(40_000);
    expect(housing.filter(({ polygon }) => areaM2(polygon) < 60 || areaM2(polygon) > 2000)).toEqual([]);
    expect(city.parcels.filter(({ zone }) => PARCEL_STYLES[city.zones[zone]!.code] === undefined)).toEqual([]);
  });

  test('parcels of one block overlap by less than half a centimetre along their borders', () => {
    const blocks = new Map<number, Polygon[]>();
    for (const { polygon, zone } of city.parcels) blocks.set(zone, [...(blocks.get(zone) ?? []), polygon]);
    const sample = [...blocks].filter((_, index) => index % 40 === 0);
    for (const [, polygons] of sample) {
      const sum = polygons.reduce((total, polygon) => total + areaM2(polygon), 0);
      const union = engine.dissolve(polygons).reduce((total, polygon) => total + areaM2(polygon), 0);
      let borderM = 0;
      for (const ring of polygons.flat()) {
        for (let at = 0; at + 3 < ring.length; at += 2) {
          borderM += Math.sqrt((ring[at + 2]! - ring[at]!) ** 2 + (ring[at + 3]! - ring[at + 1]!) ** 2) / 100;
        }
      }
      expect(Math.abs(sum - union)).toBeLessThan(borderM * 0.005);
    }
  });

  test('the median block has 0.5 to 3 ha', () => {
    const sizes = city.zones
      .filter(({ kodblk }) => kodblk !== '')
      .map(({ polygon }) => areaM2(polygon))
      .sort((left, right) => left - right);
    const median = sizes[sizes.length >> 1]!;
    expect(median).toBeGreaterThan(5000);
    expect(median).toBeLessThan(30_000);
  });

  test('codes, numbers and names cannot be taken for real ones', () => {
    expect(city.zones.filter(({ kodswp, kodblk }) => !`${kodswp}${kodblk}`.startsWith('CONTOH-'))).toEqual([]);
    expect(city.parcels.filter(({ nib }) => !/^99\d{11}$/.test(nib))).toEqual([]);
    expect(new Set(city.parcels.map(({ nib }) => nib)).size).toBe(city.parcels.length);
    expect(city.roads.filter(({ name }) => !name.includes('Contoh'))).toEqual([]);
    expect(city.overlays.filter(({ name }) => !/contoh/i.test(name))).toEqual([]);
  });

  test('industry lies in the north-west, the old centre is dense, forest covers the north', () => {
    const middle = (codes: string[], axis: 0 | 1) => {
      let weight = 0;
      let sum = 0;
      for (const { code, polygon } of city.zones) {
        if (!codes.includes(code)) continue;
        const area = areaM2(polygon);
        weight += area;
        sum += area * polygon[0]![axis]!;
      }
      return sum / weight / 100;
    };
    const { widthM, heightM } = frameOfCity(source);
    expect(middle(['KPI'], 0)).toBeLessThan(widthM / 2);
    expect(middle(['HL'], 1)).toBeGreaterThan(middle(['R-1', 'R-2', 'R-3'], 1) + heightM / 5);
    expect(middle(['K-1', 'R-1'], 1)).toBeLessThan(heightM / 3);
    expect(new Set(city.zones.map(({ code }) => code)).size).toBeGreaterThan(40);
  });

  test('the steps of the work are reported by name, in order', () => {
    expect(steps).toEqual(['outlines', 'landscape', 'roads', 'blocks', 'zones', 'parcels', 'overlays', 'names']);
  });
});
