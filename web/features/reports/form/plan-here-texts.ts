import { textsIn } from '../../../locale/feature-texts.ts';

/** Around what the plan says at the pin. */
export const planHereTexts = textsIn({
  id: {
    title: 'Kata rencana di titik ini',
    loading: 'Membaca rencana di titik ini …',
    offline:
      'Tanpa jaringan, aturan di titik ini belum dapat ditampilkan. Lanjutkan saja: petugas mencocokkannya saat laporan diterima.',
    failed: 'Aturan di titik ini tidak dapat dibaca sekarang. Laporan tetap dapat dikirim.',
    again: 'Coba lagi',
    demo: 'Rencana ini data contoh, bukan data resmi.',
    draftKept: 'Draf Anda tetap tersimpan di ponsel ini. Pindahkan pin bila keliru.',
  },
  en: {
    title: 'What the plan says at this point',
    loading: 'Reading the plan at this point …',
    offline:
      'Without a network the rules of this point cannot be shown. Go on: the office compares them when the report arrives.',
    failed: 'The rules of this point cannot be read now. The report can be sent all the same.',
    again: 'Try again',
    demo: 'This plan is demonstration data, not official data.',
    draftKept: 'Your draft stays on this phone. Move the pin if it is wrong.',
  },
});
