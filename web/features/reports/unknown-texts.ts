import { textsIn } from '../../locale/feature-texts.ts';

/** What is said of a number that no report has. */
export const unknownTexts = textsIn({
  id: {
    gone: 'Tidak ada laporan dengan nomor itu.',
    typed:
      'Mungkin ada huruf yang tertukar: setelah LAP ada sepuluh huruf dan angka, tanpa huruf I, L, O, dan U. Yang tampak seperti O adalah angka nol, yang tampak seperti I atau L adalah angka satu.',
    unsent:
      'Mungkin laporannya belum terkirim: baru setelah diterima ia punya nomor. Ia lalu masih di ponsel tempat Anda menulisnya.',
    toPhone: 'Lihat laporan di ponsel ini',
    other: 'Mungkin ini nomor permohonan KRK, yang dimulai dengan KRK.',
    toKrk: 'Lihat permohonan KRK',
  },
  en: {
    gone: 'There is no report of this number.',
    typed:
      'A letter may have been mistaken: behind LAP there are ten letters and digits, never I, L, O or U. What looks like O is a zero, what looks like I or L is a one.',
    unsent:
      'The report may not have been sent yet: it has a number once it was received. Then it is still on the phone on which you wrote it.',
    toPhone: 'See the reports on this phone',
    other: 'It may be the number of an application for a KRK, which begins with KRK.',
    toKrk: 'See an application for a KRK',
  },
});
