import type { ApplicationStep } from '#domain/krk/states';
import type { Text } from '#domain/language';

/** What follows from a step: for the applicant, for the clock, for who comes next. Said before it is taken. */
export const STEP_MEANS: Readonly<Partial<Record<ApplicationStep, Text>>> = {
  takeUp: {
    id: 'Pemohon melihat bahwa berkasnya sedang diperiksa. Waktu layanan belum berjalan.',
    en: 'The applicant sees that the file is being checked. The clock does not run yet.',
  },
  returnFile: {
    id: 'Pemohon diberi tahu alasannya dan dapat mengubah isian. Waktu layanan berhenti.',
    en: 'The applicant is told why and can change the entries. The clock stands still.',
  },
  acceptFile: {
    id: 'Waktu layanan mulai berjalan. Analis menyusun kajian.',
    en: 'The clock starts. An analyst writes the sheet.',
  },
  acceptForSurvey: {
    id: 'Waktu layanan mulai berjalan. Surveyor mengukur dahulu.',
    en: 'The clock starts. A surveyor measures first.',
  },
  askSurvey: {
    id: 'Surveyor mengukur di lapangan. Waktu layanan tetap berjalan.',
    en: 'A surveyor measures on site. The clock goes on.',
  },
  askApplicant: {
    id: 'Pemohon diberi tahu alasannya. Waktu layanan berhenti sampai ia mengajukan lagi.',
    en: 'The applicant is told why. The clock stands still until they submit again.',
  },
  propose: {
    id: 'Jawaban data hari ini dibekukan bersama kajian. Orang kedua memeriksanya.',
    en: 'Today’s answer is frozen with the sheet. A second person checks it.',
  },
  confirm: {
    id: 'Anda menyatakan isinya benar. Pejabat memutuskan; Anda tidak dapat menandatanganinya.',
    en: 'You state that the content is right. The official decides; you cannot sign it.',
  },
  sendBack: {
    id: 'Analis menyusun ulang dengan alasan Anda.',
    en: 'The analyst writes it again, with your reason.',
  },
  sign: {
    id: 'Dokumen diberi nomor dan terbit. Tidak dapat diulang, hanya dicabut.',
    en: 'The document gets its number and is issued. It cannot be done again, only revoked.',
  },
  decline: {
    id: 'Tidak ditandatangani; analis menyusun ulang. Nomor yang sudah dipesan dibatalkan dan tetap tercatat.',
    en: 'It is not signed; the analyst writes it again. A reserved number is voided and stays on record.',
  },
  reject: {
    id: 'Permohonan ditolak. Pemohon membaca alasan dan pasal, dan dapat mengajukan keberatan satu kali.',
    en: 'The application is rejected. The applicant reads reason and article, and can object once.',
  },
  revoke: {
    id: 'Halaman pemeriksaan langsung menyatakan dokumen dicabut, dengan alasan Anda: siapa saja membacanya, jadi jangan menyebut orang. Tidak dapat dibatalkan.',
    en: 'The page that checks it says at once that it is revoked, with your reason: anybody can read it, so name nobody. This cannot be undone.',
  },
  grantObjection: {
    id: 'Permohonan kembali ke analisis; waktu layanan dimulai lagi.',
    en: 'The application goes back to analysis; the clock starts anew.',
  },
  dismissObjection: {
    id: 'Penolakan tetap. Tidak ada keberatan kedua.',
    en: 'The rejection stands. There is no second objection.',
  },
  hold: {
    id: 'Waktu layanan berhenti; alasannya dibaca pemohon.',
    en: 'The clock stands still; the applicant reads the reason.',
  },
  resume: { id: 'Waktu layanan berjalan lagi.', en: 'The clock runs again.' },
};
