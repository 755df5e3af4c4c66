import type { APPLICATION_PROBLEM_CODES } from './problem.ts';
import { type ProblemText, text } from './problem-text-entry.ts';

/** Texts of {@link APPLICATION_PROBLEM_CODES}: what an application for a document is refused for. */
export const APPLICATION_PROBLEM_TEXT: Readonly<
  Record<(typeof APPLICATION_PROBLEM_CODES)[number], ProblemText>
> = {
  applicationIncomplete: text(
    'Permohonan belum lengkap',
    'Application incomplete',
    'Masih kurang atau keliru: {missing}. Yang sudah diisi tetap tersimpan.',
    'Missing or wrong: {missing}. What was entered is kept.',
  ),
  papersMissing: text(
    'Berkas kurang',
    'Papers missing',
    'Berkas wajib belum ada: {papers}.',
    'Required papers are missing: {papers}.',
  ),
  paperRefused: text(
    'Berkas tidak dapat diterima',
    'Paper not accepted',
    'Hanya PDF, JPEG atau PNG, paling besar {limitMegabytes} MB per berkas dan {most} berkas per permohonan.',
    'Only PDF, JPEG or PNG, at most {limitMegabytes} MB each and {most} per application.',
  ),
  settingMissing: text(
    'Belum ditetapkan',
    'Not set yet',
    'Langkah ini memerlukan pengaturan layanan yang belum ditetapkan kantor: {names}.',
    'This step needs settings that the office has not made yet: {names}.',
  ),
  papersOpen: text(
    'Berkas belum lengkap',
    'Papers missing',
    'Belum diterima: {papers}. Terima berkasnya, atau kembalikan permohonan untuk dilengkapi.',
    'Not accepted: {papers}. Accept them, or return the application.',
  ),
  sheetIncomplete: text(
    'Kajian belum lengkap',
    'Sheet incomplete',
    'Kajian belum selesai: {faults}. Yang belum dijawab: {blockers}.',
    'The sheet is not finished: {faults}. Not answered: {blockers}.',
  ),
  approvedOutsideGround: text(
    'Di luar tanah',
    'Outside the plot',
    'Tanah yang disetujui harus terletak di dalam tanah yang dimohon. Periksa titik sudutnya.',
    'The ground that is approved must lie inside the plot that was applied for. Look at its corners.',
  ),
  planHasChanged: text(
    'Rencana sudah berganti',
    'The plan has changed',
    'Sejak kajian selesai, data yang mendasarinya sudah berganti. Kembalikan ke analisis agar disusun lagi.',
    'Since the sheet was finished, the data under it has changed. Send it back to analysis to be written again.',
  ),
  documentNotIssued: text(
    'Dokumen belum jadi',
    'Document not made yet',
    'Nomor {number} sudah dipesan, tetapi dokumennya belum jadi. Coba lagi: nomornya tetap sama.',
    'The number {number} is reserved, but its document was not made yet. Try again: the number stays the same.',
  ),
  personErased: text(
    'Data pribadi sudah dihapus',
    'Personal data erased',
    'Data pribadi permohonan ini sudah dihapus.',
    'The personal data of this application was erased.',
  ),
  replacementExists: text(
    'Penggantinya sudah diajukan',
    'A replacement was asked for already',
    'Pengganti dokumen ini sedang berjalan dengan tiket {ticket}. Selesaikan atau tarik dahulu yang itu.',
    'A replacement of this document is on its way under the ticket {ticket}. Finish or withdraw that one first.',
  ),
};
