import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of the map beside a list. */
export const texts = textsIn({
  id: {
    noMap: 'Peta tidak dapat ditampilkan di perangkat ini. Daftarnya tetap lengkap.',
    failed: 'Sebagian peta belum dapat dimuat.',
    bigger: 'Perbesar',
    smaller: 'Perkecil',
    whole: 'Seluruhnya',
  },
  en: {
    noMap: 'The map cannot be shown on this device. The list is complete all the same.',
    failed: 'Part of the map could not be loaded.',
    bigger: 'Zoom in',
    smaller: 'Zoom out',
    whole: 'All of it',
  },
});
