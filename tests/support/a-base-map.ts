import { writeArchive } from '../../tiles/archive/write.ts';
import { buildPyramid } from '../../tiles/build-pyramid.ts';
import { zoneLayer } from '../../tiles/layers/zone.ts';

/** WKB of a square in degrees. */
function squareAt(west: number, south: number, side: number): Buffer {
  const corners = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  const wkb = Buffer.alloc(13 + corners.length * 16);
  wkb[0] = 1;
  wkb.writeUInt32LE(3, 1);
  wkb.writeUInt32LE(1, 5);
  wkb.writeUInt32LE(corners.length, 9);
  for (const [i, [lng = 0, lat = 0]] of corners.entries()) {
    wkb.writeDoubleLE(lng, 13 + i * 16);
    wkb.writeDoubleLE(lat, 21 + i * 16);
  }
  return wkb;
}

/** A base map as PMTiles: one lake (layer `water`) over the small city, zooms 8 to 14. */
export function aBaseMapArchive(): Buffer {
  const spec = { ...zoneLayer, name: 'water' as 'zone', maxZoom: 14 };
  const rows = [{ id: 1, values: ['danau'], wkb: squareAt(116.79, -1.21, 0.05) }];
  return writeArchive([...buildPyramid(spec, rows)], {
    minZoom: 8,
    maxZoom: 14,
    bounds: [116.79, -1.21, 116.84, -1.16],
    metadata: { attribution: '<b>&copy; Uji</b>', vector_layers: [{ id: 'water' }, { id: 'unknown' }] },
  });
}
