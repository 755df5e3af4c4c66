import type { TransactionSql } from 'postgres';
import { areaM2, BinaryWriter, type DemoCity, type Frame, ZONE_CODES } from '../../../data/demo/index.ts';
import type { DemoLayer } from './demo-layers.ts';
import {
  type CopyValue,
  copyAdminAreas,
  copyOverlays,
  copyParcels,
  copyPlaces,
  copyRoads,
  copyUtilities,
  copyZones,
} from './queries.ts';

/** Rows with their number in the source, made one by one while they are sent. */
function* numbered<T>(
  items: readonly T[],
  row: (item: T, number: number) => readonly CopyValue[],
): Iterable<readonly CopyValue[]> {
  for (let index = 0; index < items.length; index += 1) yield row(items[index] as T, index + 1);
}

/** Copies the content of one layer of the demo city into the table of its kind. */
export async function copyLayer(
  tx: TransactionSql,
  layer: DemoLayer,
  city: DemoCity,
  frame: Frame,
): Promise<void> {
  const { versionId, isDemo } = layer;
  const binary = new BinaryWriter(frame);
  const geodesic = (polygons: readonly Parameters<typeof areaM2>[0][]): number =>
    polygons.reduce((sum, polygon) => sum + frame.geodesicM2(polygon), 0);
  switch (layer.kind) {
    case 'zones':
      return copyZones(
        tx,
        numbered(city.zones, (zone, number) => {
          const names = ZONE_CODES.find(({ code }) => code === zone.code);
          const zoneName = names?.zone ?? zone.code;
          const subzoneName = names?.subzone ?? zoneName;
          const groundM2 = areaM2(zone.polygon);
          return [
            versionId,
            number,
            zone.code,
            names?.parent ?? zone.code,
            zoneName,
            zone.code,
            subzoneName,
            subzoneName,
            names?.category ?? null,
            'CONTOH',
            zone.kodswp,
            zone.kodblk === '' ? null : zone.kodblk,
            city.kecamatanNames[zone.kelurahan] ?? null,
            city.kelurahanNames[zone.kelurahan] ?? null,
            layer.notice,
            Math.round(groundM2) / 10_000,
            geodesic([zone.polygon]),
            isDemo,
            binary.multiPolygon([zone.polygon]),
          ];
        }),
      );
    case 'rtrw':
      return copyZones(
        tx,
        numbered(city.rtrw, ({ polygon, className }, number) => [
          versionId,
          number,
          className,
          null,
          null,
          null,
          null,
          className,
          null,
          null,
          null,
          null,
          null,
          null,
          layer.notice,
          null,
          geodesic([polygon]),
          isDemo,
          binary.multiPolygon([polygon]),
        ]),
      );
    case 'parcel':
      return copyParcels(
        tx,
        numbered(city.parcels, ({ polygon, nib, kelurahan, kodblk }, number) => [
          versionId,
          number,
          nib,
          city.kelurahanCodes[kelurahan] ?? null,
          kodblk,
          geodesic([polygon]),
          isDemo,
          binary.multiPolygon([polygon]),
        ]),
      );
    case 'road':
      return copyRoads(
        tx,
        numbered(city.roads, (road, number) => [
          versionId,
          number,
          road.name,
          road.class,
          road.rowWidthM,
          isDemo,
          binary.multiLine([road.line]),
        ]),
      );
    case 'utility':
      return copyUtilities(
        tx,
        numbered(city.utilities, ({ line, network, name }, number) => [
          versionId,
          number,
          network,
          name,
          isDemo,
          binary.multiLine([line]),
        ]),
      );
    case 'overlay': {
      const areas = city.overlays.filter(({ theme }) => theme === layer.theme).slice(0, layer.featureCount);
      return copyOverlays(
        tx,
        numbered(areas, ({ theme, level, name, polygons }, number) => [
          versionId,
          number,
          theme,
          level,
          name,
          isDemo,
          binary.multiPolygon(polygons),
        ]),
        versionId,
      );
    }
    case 'admin':
      return copyAdminAreas(
        tx,
        numbered(city.admin, (area, number) => [
          versionId,
          number,
          area.level,
          area.code,
          area.name,
          area.parent,
          area.aliases,
          geodesic(area.polygons),
          binary.multiPolygon(area.polygons),
        ]),
      );
    case 'place':
      return copyPlaces(
        tx,
        numbered(city.places, ({ name, category, lng, lat }, number) => [
          versionId,
          number,
          name,
          category,
          `SRID=4326;POINT(${lng} ${lat})`,
        ]),
      );
  }
}
