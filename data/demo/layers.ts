import type { Line } from './curves.ts';
import type { DemoCity } from './demo-city.ts';
import type { Frame } from './frame.ts';
import type { Polygon } from './geos.ts';
import { areaM2 } from './partition.ts';
import { ZONE_CODES } from './rules/zone-codes.ts';

type Geometry =
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] }
  | { type: 'MultiLineString'; coordinates: [number, number][][] }
  | { type: 'Point'; coordinates: [number, number] };
export type LayerFeature = { type: 'Feature'; properties: Record<string, unknown>; geometry: Geometry };
export type LayerFile = { name: string; features: Iterable<LayerFeature>; count: number };

/** lon, lat with 8 decimals: 1 mm, a tenth of the grid, so that a file gives the grid back. */
const lngLatOf = (frame: Frame, x: number, y: number): [number, number] => {
  const [lng, lat] = frame.toLngLat(x, y);
  return [Math.round(lng * 1e8) / 1e8, Math.round(lat * 1e8) / 1e8];
};

/** Rings as RFC 7946 wants them: outer ones against the clock, holes with it; lon, lat with 8 decimals. */
export function multiPolygonOf(frame: Frame, polygons: readonly Polygon[]): Geometry {
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) =>
      rings.map((ring, index) => {
        let sum = 0;
        const points: [number, number][] = [];
        for (let at = 0; at < ring.length; at += 2) {
          const x = ring[at] as number;
          const y = ring[at + 1] as number;
          points.push(lngLatOf(frame, x, y));
          if (at + 3 < ring.length)
            sum +=
              (x - (ring[0] as number)) * ((ring[at + 3] as number) - y) -
              (y - (ring[1] as number)) * ((ring[at + 2] as number) - x);
        }
        return sum > 0 === (index === 0) ? points : points.reverse();
      }),
    ),
  };
}

export const multiLineOf = (frame: Frame, lines: readonly Line[]): Geometry => ({
  type: 'MultiLineString',
  coordinates: lines.map((line) => line.map(([x, y]) => lngLatOf(frame, x, y))),
});

function* mapped<T>(
  items: readonly T[],
  make: (item: T, index: number) => LayerFeature,
): Iterable<LayerFeature> {
  let index = 0;
  for (const item of items) {
    yield make(item, index);
    index += 1;
  }
}

const feature = (geometry: Geometry, properties: Record<string, unknown>): LayerFeature => ({
  type: 'Feature',
  properties,
  geometry,
});

/** Every layer of the demo city as GeoJSON features with the official field names (Permen ATR/BPN 14/2021). */
export function layersOf(city: DemoCity, frame: Frame): LayerFile[] {
  const demo = { is_demo: true };
  const zoneByCode = new Map(ZONE_CODES.map((zone) => [zone.code, zone]));
  return [
    {
      name: 'zones',
      count: city.zones.length,
      features: mapped(city.zones, (zone) => {
        const names = zoneByCode.get(zone.code);
        return feature(multiPolygonOf(frame, [zone.polygon]), {
          NAMOBJ: names?.subzone ?? names?.zone ?? zone.code,
          KODZON: names?.parent ?? zone.code,
          NAMZON: names?.zone ?? zone.code,
          KODSZN: zone.code,
          NAMSZN: names?.subzone ?? names?.zone ?? zone.code,
          JNSRPR: names?.category ?? null,
          KODEWP: 'CONTOH',
          KODSWP: zone.kodswp,
          KODBLK: zone.kodblk === '' ? null : zone.kodblk,
          WADMKC: city.kecamatanNames[zone.kelurahan],
          WADMKD: city.kelurahanNames[zone.kelurahan],
          REMARK: 'DATA CONTOH – BUKAN DATA RESMI',
          LUASHA: Math.round(areaM2(zone.polygon)) / 10000,
          ...demo,
        });
      }),
    },
    {
      name: 'parcels',
      count: city.parcels.length,
      features: mapped(city.parcels, (parcel) =>
        feature(multiPolygonOf(frame, [parcel.polygon]), {
          NIB: parcel.nib,
          KODE_KELURAHAN: city.kelurahanCodes[parcel.kelurahan],
          KODBLK: parcel.kodblk,
          ...demo,
        }),
      ),
    },
    {
      name: 'roads',
      count: city.roads.length,
      features: mapped(city.roads, (road) =>
        feature(multiLineOf(frame, [road.line]), {
          NAMA: road.name,
          KELAS: road.class,
          RUMIJA_M: road.rowWidthM,
          ...demo,
        }),
      ),
    },
    {
      name: 'overlays',
      count: city.overlays.length,
      features: mapped(city.overlays, (overlay) =>
        feature(multiPolygonOf(frame, overlay.polygons), {
          TEMA: overlay.theme,
          TINGKAT: overlay.level,
          NAMOBJ: overlay.name,
          ...demo,
        }),
      ),
    },
    {
      name: 'rtrw',
      count: city.rtrw.length,
      features: mapped(city.rtrw, (area) =>
        feature(multiPolygonOf(frame, [area.polygon]), { NAMOBJ: area.className, ...demo }),
      ),
    },
    {
      name: 'utilities',
      count: city.utilities.length,
      features: mapped(city.utilities, (utility) =>
        feature(multiLineOf(frame, [utility.line]), {
          JARINGAN: utility.network,
          NAMOBJ: utility.name,
          ...demo,
        }),
      ),
    },
    {
      name: 'admin',
      count: city.admin.length,
      features: mapped(city.admin, (area) =>
        feature(multiPolygonOf(frame, area.polygons), {
          LEVEL: area.level,
          KODE: area.code,
          NAMA: area.name,
          INDUK: area.parent,
          ALIAS: area.aliases,
        }),
      ),
    },
    {
      name: 'places',
      count: city.places.length,
      features: mapped(city.places, (place) =>
        feature(
          { type: 'Point', coordinates: [place.lng, place.lat] },
          { NAMA: place.name, KATEGORI: place.category },
        ),
      ),
    },
  ];
}
