import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of the list of zones on the screen. */
export const zoneListTexts = textsIn({
  id: {
    looking: 'Membaca zona di layar …',
    help: 'Pilih satu untuk melihat aturannya. Daftar ini mengikuti peta: per kode zona, yang terluas di atas, jalan di akhir.',
    none: 'Tidak ada zona yang tergambar di layar ini. Geser atau perbesar peta.',
    found: (n: number) => (n === 0 ? 'Tidak ada zona di layar ini.' : `${n} zona di layar ini.`),
    unknownCode: 'kode tidak dikenal',
    group: (n: number, share: string) => `${n} bidang · ${share} layar`,
    where: (share: string, distance: string, direction: string) =>
      `${share} layar · ${distance} ke ${direction} dari tengah peta`,
    more: (n: number) => `Ada ${n} bidang lagi yang lebih kecil. Perbesar peta untuk melihatnya.`,
  },
  en: {
    looking: 'Reading the zones on the screen …',
    help: 'Choose one to see its rules. The list follows the map: by zone code, the largest first, roads last.',
    none: 'No zone is drawn on this screen. Move or enlarge the map.',
    found: (n: number) => (n === 0 ? 'No zone on this screen.' : `${n} zones on this screen.`),
    unknownCode: 'unknown code',
    group: (n, share) => `${n} ${n === 1 ? 'piece' : 'pieces'} · ${share} of the screen`,
    where: (share, distance, direction) => `${share} of the screen · ${distance} ${direction} of the middle`,
    more: (n) => `${n} more, smaller ones. Enlarge the map to see them.`,
  },
});
