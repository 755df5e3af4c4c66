import type { Text } from '../language.ts';
import type { ApplicationState, ApplicationStep } from './states.ts';

/** How a state is called, and what it means for who waits. */
export const STATE_WORDS: Readonly<Record<ApplicationState, { readonly name: Text; readonly means: Text }>> =
  {
    draf: {
      name: { id: 'Draf', en: 'Draft' },
      means: {
        id: 'Belum diajukan. Anda masih dapat mengubahnya.',
        en: 'Not submitted. You can still change it.',
      },
    },
    diajukan: {
      name: { id: 'Diajukan', en: 'Submitted' },
      means: { id: 'Menunggu petugas memeriksa berkas.', en: 'Waits for an officer to check the file.' },
    },
    verifikasiBerkas: {
      name: { id: 'Verifikasi berkas', en: 'File check' },
      means: {
        id: 'Petugas memeriksa kelengkapan berkas.',
        en: 'An officer checks whether the file is complete.',
      },
    },
    dikembalikan: {
      name: { id: 'Dikembalikan', en: 'Returned' },
      means: {
        id: 'Ada yang perlu Anda lengkapi. Waktu layanan berhenti sampai Anda mengajukan lagi.',
        en: 'Something is missing from you. The service clock stands still until you submit again.',
      },
    },
    survei: {
      name: { id: 'Survei', en: 'Survey' },
      means: { id: 'Lokasi diukur di lapangan.', en: 'The plot is measured on site.' },
    },
    analisis: {
      name: { id: 'Analisis', en: 'Analysis' },
      means: { id: 'Isi dokumen disusun.', en: 'The content of the document is written.' },
    },
    verifikasi: {
      name: { id: 'Verifikasi', en: 'Verification' },
      means: { id: 'Orang kedua memeriksa isi dokumen.', en: 'A second person checks the content.' },
    },
    penandatanganan: {
      name: { id: 'Penandatanganan', en: 'Signing' },
      means: { id: 'Menunggu tanda tangan pejabat.', en: 'Waits for the signature of the official.' },
    },
    terbit: {
      name: { id: 'Terbit', en: 'Issued' },
      means: { id: 'Dokumen sudah terbit.', en: 'The document is out.' },
    },
    ditolak: {
      name: { id: 'Ditolak', en: 'Rejected' },
      means: { id: 'Ditolak dengan alasan dan pasal.', en: 'Rejected, with reason and article.' },
    },
    keberatan: {
      name: { id: 'Keberatan', en: 'Objection' },
      means: { id: 'Keberatan Anda diperiksa oleh orang lain.', en: 'Somebody else hears your objection.' },
    },
    ditarik: {
      name: { id: 'Ditarik', en: 'Withdrawn' },
      means: { id: 'Ditarik oleh pemohon.', en: 'Withdrawn by the applicant.' },
    },
    dicabut: {
      name: { id: 'Dicabut', en: 'Revoked' },
      means: {
        id: 'Dokumen dicabut dengan alasan dan pasal.',
        en: 'The document was revoked, with reason and article.',
      },
    },
    digantikan: {
      name: { id: 'Digantikan', en: 'Replaced' },
      means: {
        id: 'Dokumen diganti oleh dokumen yang lebih baru.',
        en: 'A newer document stands in its place.',
      },
    },
    kedaluwarsa: {
      name: { id: 'Kedaluwarsa', en: 'Expired' },
      means: { id: 'Masa berlaku dokumen sudah lewat.', en: 'The document is past its validity.' },
    },
  };

/** What a step is called on its button. */
export const STEP_WORDS: Readonly<Record<ApplicationStep, Text>> = {
  submit: { id: 'Ajukan', en: 'Submit' },
  resubmit: { id: 'Ajukan lagi', en: 'Submit again' },
  withdraw: { id: 'Tarik permohonan', en: 'Withdraw' },
  object: { id: 'Ajukan keberatan', en: 'Object' },
  takeUp: { id: 'Mulai periksa berkas', en: 'Take up' },
  returnFile: { id: 'Kembalikan untuk dilengkapi', en: 'Return to be completed' },
  acceptFile: { id: 'Berkas lengkap, ke analisis', en: 'File complete, to analysis' },
  acceptForSurvey: { id: 'Berkas lengkap, ke survei', en: 'File complete, to survey' },
  recordSurvey: { id: 'Catat hasil survei', en: 'Record the survey' },
  returnAfterSurvey: { id: 'Kembalikan setelah survei', en: 'Return after the survey' },
  askSurvey: { id: 'Minta survei', en: 'Ask for a survey' },
  askApplicant: { id: 'Minta kelengkapan', en: 'Ask the applicant' },
  propose: { id: 'Kirim ke verifikasi', en: 'Send to verification' },
  confirm: { id: 'Setujui isi', en: 'Confirm the content' },
  sendBack: { id: 'Kembalikan ke analisis', en: 'Back to analysis' },
  sign: { id: 'Tanda tangani dan terbitkan', en: 'Sign and issue' },
  decline: { id: 'Kembalikan ke analisis', en: 'Back to analysis' },
  reject: { id: 'Tolak permohonan', en: 'Reject' },
  revoke: { id: 'Cabut dokumen', en: 'Revoke the document' },
  grantObjection: { id: 'Terima keberatan', en: 'Grant the objection' },
  dismissObjection: { id: 'Tolak keberatan', en: 'Dismiss the objection' },
  hold: { id: 'Tahan', en: 'Hold' },
  resume: { id: 'Lanjutkan', en: 'Resume' },
  replace: { id: 'Gantikan', en: 'Replace' },
  expire: { id: 'Akhiri masa berlaku', en: 'Expire' },
};
