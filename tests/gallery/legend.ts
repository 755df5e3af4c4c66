import type { Legend, LegendEntry, LegendLayer } from '#domain/zoning/legend';
import { openTextMap } from '../../web/map/text-map.ts';
import { CITY, nothing, TODAY } from './city.ts';

const entry = (code: string, name: string, group: string, color: string): LegendEntry => ({
  code,
  name,
  group,
  color,
  provisional: false,
});
const layer = (layerId: string, kind: LegendLayer['kind'], title: string): LegendLayer => ({
  layerId,
  kind,
  theme: kind === 'overlay' ? 'banjir' : null,
  title,
  versionId: '0123456789abcdef',
  isDrawn: true,
  isDemo: true,
  entries: [],
});

export const LEGEND: Legend = {
  on: TODAY,
  isDemo: true,
  layers: [
    {
      ...layer('rdtr-contoh', 'zones', 'RDTR Contoh'),
      entries: [
        entry('R-2', 'Perumahan Kepadatan Tinggi', 'Perumahan', '#ffd200'),
        entry('R-3', 'Perumahan Kepadatan Sedang', 'Perumahan', '#fff005'),
        entry('K-2', 'Perdagangan dan Jasa Skala WP', 'Perdagangan dan Jasa', '#ff6363'),
        entry('RTH-2', 'Taman Kota', 'Ruang Terbuka Hijau', '#05d76e'),
      ],
    },
    layer('jalan-contoh', 'road', 'Jalan'),
    layer('banjir-contoh', 'overlay', 'Rawan banjir'),
  ],
  extent: [...CITY.bbox],
  names: [],
};

/** A map of words that shows these layers in these colours. */
export function portWithLook(look: string | null) {
  const port = openTextMap({
    view: null,
    bbox: CITY.bbox,
    hasBaseMap: false,
    label: 'Peta',
    onPick: nothing,
    onMoved: nothing,
    onTrouble: nothing,
    onGround: nothing,
  });
  port.showLook(look);
  port.showLayers(LEGEND.layers, []);
  return port;
}
