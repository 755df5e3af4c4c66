import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of the list of zones on the screen. */
export const zoneListTexts = textsIn({
  id: {
    looking: 'Membaca zona di layar …',
    help: 'Pilih satu untuk melihat aturannya. Daftar ini mengikuti peta; yang terbesar di atas.',
    none: 'Tidak ada zona yang tergambar di layar ini. Geser atau perbesar peta.',
    found: (n: number) => (n === 0 ? 'Tidak ada zona di layar ini.' : `${n} zona di layar ini.`),
    unknownCode: 'kode tidak dikenal',
    where: (share: string, direction: string) => `${share} layar · di ${direction}`,
    more: (n: number) => `Ada ${n} zona lagi yang lebih kecil. Perbesar peta untuk melihatnya.`,
  },
  en: {
    looking: 'Reading the zones on the screen …',
    help: 'Choose one to see its rules. The list follows the map; the largest comes first.',
    none: 'No zone is drawn on this screen. Move or enlarge the map.',
    found: (n: number) => (n === 0 ? 'No zone on this screen.' : `${n} zones on this screen.`),
    unknownCode: 'unknown code',
    where: (share: string, direction: string) => `${share} of the screen · ${direction}`,
    more: (n: number) => `${n} more, smaller zones. Enlarge the map to see them.`,
  },
});
