import { later } from '../../lib/later.ts';
import type { Tool } from '../map-tool/index.ts';

/** All tools in the order of the menu. A new one is one entry here; its code is loaded when it is opened. */
export const TOOLS: readonly Tool[] = [
  {
    id: 'jarak',
    title: { id: 'Ukur jarak', en: 'Measure a distance' },
    purpose: { id: 'Panjang garis yang digambar di peta', en: 'Length of a line drawn on the map' },
    icon: 'M3 14 14 3l3 3L6 17l-3-3ZM6.5 10.5l1.5 1.5M9.5 7.5 11 9M12.5 4.5 14 6',
    needsDrawnMap: false,
    part: later(async () => (await import('../measure/index.ts')).MeasureDistance),
  },
  {
    id: 'luas',
    title: { id: 'Ukur luas', en: 'Measure an area' },
    purpose: { id: 'Luas dan keliling bidang yang digambar', en: 'Area and perimeter of a drawn outline' },
    icon: 'M4 6l9-2 4 7-5 5-8-2V6ZM4 6v.1M13 4v.1M17 11v.1M12 16v.1M4 14v.1',
    needsDrawnMap: false,
    part: later(async () => (await import('../measure/index.ts')).MeasureArea),
  },
  {
    id: 'bangun',
    title: { id: 'Apa yang bisa dibangun?', en: 'What can be built?' },
    purpose: {
      id: 'Luas paling banyak, jarak bebas, dan ruang bangun',
      en: 'The most that may be built, setbacks and volume',
    },
    icon: 'M3 17h14M5 17V8l5-4 5 4v9M8.5 17v-4h3v4',
    needsDrawnMap: false,
    part: later(async () => (await import('../building-tool/index.ts')).BuildingTool),
  },
  {
    id: 'zona',
    title: { id: 'Daftar zona di layar', en: 'Zones on this screen' },
    purpose: { id: 'Memilih zona tanpa menunjuk peta', en: 'Choose a zone without pointing at the map' },
    icon: 'M3 5h2v2H3V5ZM3 9.5h2v2H3v-2ZM3 14h2v2H3v-2ZM8.5 6H17M8.5 10.5H17M8.5 15H17',
    needsDrawnMap: true,
    part: later(async () => (await import('../zone-list/index.ts')).ZoneList),
  },
  {
    id: 'bandingkan',
    title: { id: 'Bandingkan', en: 'Compare' },
    purpose: { id: 'Dua lapisan atau dua tanggal berdampingan', en: 'Two layers or two dates side by side' },
    icon: 'M3 4h14v12H3V4ZM10 2v16M7 8l-2 2 2 2M13 8l2 2-2 2',
    needsDrawnMap: true,
    part: later(async () => (await import('../compare/index.ts')).CompareTool),
  },
  {
    id: 'dimana',
    title: { id: 'Di mana boleh …?', en: 'Where is … permitted?' },
    purpose: { id: 'Kegiatan pada peta seluruh kota', en: 'An activity on the map of the city' },
    icon: 'M10 17.5s5.5-5.2 5.5-9.5a5.5 5.5 0 0 0-11 0c0 4.3 5.5 9.5 5.5 9.5ZM7.5 8l2 2 3.2-3.8',
    needsDrawnMap: false,
    part: later(async () => (await import('../where/index.ts')).whereTool.load()),
  },
  {
    id: 'riwayat',
    title: { id: 'Riwayat', en: 'History' },
    purpose: { id: 'Aturan tempat ini pada tanggal lain', en: 'The rules of this place on another day' },
    icon: 'M10 5.5V10l3 2M3.2 10a6.8 6.8 0 1 0 2-4.8L3 7.2M3 3.5v3.7h3.7',
    needsDrawnMap: false,
    part: later(async () => (await import('../history/index.ts')).historyTool.load()),
  },
  {
    id: 'lapor',
    title: { id: 'Laporkan pelanggaran', en: 'Report a violation' },
    purpose: { id: 'Tanpa akun, rahasia atau anonim', en: 'No account, confidential or anonymous' },
    icon: 'M10 7.5v4M10 14v.1M10 3l7.5 13.5h-15L10 3Z',
    needsDrawnMap: false,
    part: later(async () => (await import('../report-tool/index.ts')).ReportTool),
  },
  {
    id: 'cetak',
    title: { id: 'Cetak peta', en: 'Print the map' },
    purpose: {
      id: 'Berskala, dengan legenda, sumber dan tanggal',
      en: 'To scale, with legend, source and date',
    },
    icon: 'M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6v-5Z',
    needsDrawnMap: true,
    part: later(async () => (await import('../print-map/index.ts')).PrintTool),
  },
  {
    id: 'luring',
    title: { id: 'Simpan untuk luring', en: 'Save for offline use' },
    purpose: { id: 'Peta dan aturan tanpa jaringan', en: 'Map and rules without a network' },
    icon: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M4 13v3.5h12V13',
    needsDrawnMap: false,
    part: later(async () => (await import('../offline/index.ts')).SaveOffline),
  },
];
