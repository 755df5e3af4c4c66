import type { ApplicationState } from '#domain/krk/states';
import type { Text } from '#domain/language';

/** What comes after a state, and who does it; null where nothing is waited for. */
const NEXT_WORDS: Readonly<Record<ApplicationState, Text | null>> = {
  draf: {
    id: 'Anda melengkapi dan mengajukannya.',
    en: 'You complete it and submit it.',
  },
  diajukan: {
    id: 'Petugas layanan memeriksa apakah berkas lengkap. Sejak lengkap, waktu layanan dihitung.',
    en: 'A service officer checks whether the file is complete. From then on the clock runs.',
  },
  verifikasiBerkas: {
    id: 'Bila berkas lengkap, analis menyusun isi dokumen. Bila kurang, permohonan dikembalikan kepada Anda.',
    en: 'If the file is complete, an analyst writes the document. If not, it is returned to you.',
  },
  dikembalikan: {
    id: 'Anda melengkapi yang diminta, lalu mengajukan lagi.',
    en: 'You complete what is asked for and submit it again.',
  },
  survei: {
    id: 'Surveyor mencatat hasilnya, lalu analis menyusun isi dokumen.',
    en: 'The surveyor records the result, then an analyst writes the document.',
  },
  analisis: {
    id: 'Verifikator, orang kedua, memeriksa isinya.',
    en: 'A verifier, a second person, checks it.',
  },
  verifikasi: {
    id: 'Pejabat penandatangan memutuskan dan menandatangani.',
    en: 'The signing official decides and signs.',
  },
  penandatanganan: {
    id: 'Setelah ditandatangani, dokumen dapat diambil di halaman ini.',
    en: 'Once signed, the document can be taken from this page.',
  },
  terbit: {
    id: 'Pakai dokumen ini untuk KKPR atau PBG. Siapa pun dapat memeriksanya lewat kode QR.',
    en: 'Use the document for KKPR or PBG. Anybody can check it by its QR code.',
  },
  ditolak: null,
  keberatan: {
    id: 'Keberatan diputuskan orang yang belum pernah memutus permohonan ini.',
    en: 'Somebody who has not decided on this application decides on the objection.',
  },
  ditarik: null,
  dicabut: null,
  digantikan: null,
  kedaluwarsa: null,
};

/** Of a trial that was issued: it is no document, and must not be used as one. */
const TRIAL_ISSUED: Text = {
  id: 'Ini uji coba: dokumennya bukan dokumen resmi dan tidak dapat dipakai untuk KKPR atau PBG. Kode QR-nya dapat dicoba.',
  en: 'This is a trial: the document is not official and serves for no KKPR and no PBG. Its QR code can be tried.',
};

/** What comes after the state of one application. */
export const nextOf = ({ state, isTrial }: { state: ApplicationState; isTrial: boolean }): Text | null =>
  state === 'terbit' && isTrial ? TRIAL_ISSUED : NEXT_WORDS[state];

/** The way of an application that goes well; a survey stands in it only where there is one. */
export const WAY: readonly ApplicationState[] = [
  'diajukan',
  'verifikasiBerkas',
  'analisis',
  'verifikasi',
  'penandatanganan',
  'terbit',
];
