import type { DOCUMENT_PROBLEM_CODES } from './problem.ts';
import { type ProblemText, text } from './problem-text-entry.ts';

/** Texts of {@link DOCUMENT_PROBLEM_CODES}. */
export const DOCUMENT_PROBLEM_TEXT: Readonly<Record<(typeof DOCUMENT_PROBLEM_CODES)[number], ProblemText>> = {
  groundOutsideCity: text(
    'Di luar kota',
    'Outside the city',
    'Tanah ini di luar kota: rencana kota ini tidak berlaku di sana, jadi tidak ada dokumen.',
    'This ground lies outside the city: its plan does not apply there, so there is no document.',
  ),
  signerUnavailable: text(
    'Penanda tangan tidak menjawab',
    'Signer does not answer',
    'Dokumen belum dapat ditandatangani. Tidak ada yang terbit; cobalah lagi sebentar lagi.',
    'The document could not be signed. Nothing was issued; please try again shortly.',
  ),
  passphraseWrong: text(
    'Frasa sandi keliru',
    'Wrong passphrase',
    'Layanan tanda tangan elektronik tidak menerima frasa sandi itu. Tidak ada yang terbit dan nomornya tetap; ketik ulang.',
    'The signing service does not take this passphrase. Nothing was issued and the number stays; type it again.',
  ),
  certificateNotValid: text(
    'Sertifikat elektronik tidak berlaku',
    'Certificate not valid',
    'Sertifikat elektronik penanda tangan sudah berakhir, dicabut, atau tidak terdaftar. Tidak ada yang terbit dan nomornya tetap.',
    'The certificate of whoever signs has ended, was revoked or is not registered. Nothing was issued and the number stays.',
  ),
  signerRefused: text(
    'Tidak ditandatangani',
    'Not signed',
    'Layanan tanda tangan elektronik menolak permintaan ini. Tidak ada yang terbit dan nomornya tetap.',
    'The signing service refused this request. Nothing was issued and the number stays.',
  ),
  documentNotInForce: text(
    'Dokumen tidak berlaku lagi',
    'Document no longer in force',
    'Hanya dokumen yang berlaku dapat dicabut atau digantikan; yang ini: {state}.',
    'Only a document in force can be withdrawn or replaced; this one is: {state}.',
  ),
  documentNotStored: text(
    'Tidak ada ruang untuk dokumen',
    'No room for the document',
    'Ruang penyimpanan server penuh. Tidak ada yang terbit; cobalah lagi nanti.',
    'The storage of the server is full. Nothing was issued; please try again later.',
  ),
  documentFileGone: text(
    'Berkasnya tidak ada lagi',
    'Its file is gone',
    'Dokumen ini pernah terbit dan tetap tercatat, tetapi berkasnya tidak disimpan lagi atau rusak. Berkas di tangan Anda tetap dapat diperiksa; ITR baru dapat diminta kapan saja.',
    'This document was issued and stays recorded, but its file is no longer kept, or damaged. A file in your hand can still be checked; a new ITR can be asked for at any time.',
  ),
};
