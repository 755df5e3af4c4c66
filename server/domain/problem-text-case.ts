import type { CASE_PROBLEM_CODES } from './problem.ts';
import { type ProblemText, text } from './problem-text-entry.ts';

/** Texts of {@link CASE_PROBLEM_CODES}: what a step of a case is refused for. */
export const CASE_PROBLEM_TEXT: Readonly<Record<(typeof CASE_PROBLEM_CODES)[number], ProblemText>> = {
  stepIncomplete: text(
    'Langkah belum lengkap',
    'Step incomplete',
    'Masih kurang atau tidak cocok: {names}.',
    'Missing, or not fitting: {names}.',
  ),
  unitGone: text(
    'Unit tidak ada lagi',
    'Unit gone',
    'Unit itu sudah dihapus atau bukan untuk langkah ini. Pilih unit lain.',
    'That unit is gone, or is not for this step. Choose another.',
  ),
  officerGone: text(
    'Petugas tidak dapat ditugasi',
    'Officer not available',
    'Petugas itu bukan anggota unit, akunnya sudah ditutup, atau laporan ini menyangkut dirinya. Pilih petugas lain.',
    'That officer is no member of the unit, has no account any more, or the report is about them. Choose another.',
  ),
  joinRefused: text(
    'Tidak dapat digabung',
    'Cannot be joined',
    'Perkara tujuan sudah ditutup, adalah perkara ini sendiri, atau sudah digabung ke perkara ini.',
    'The other case is closed, is this very case, or was joined into it.',
  ),
  warningsSpent: text(
    'Peringatan sudah habis',
    'No warning left',
    'Perkara ini sudah mempunyai {most} peringatan tertulis. Pilih sanksi lain. Dasar: {rule}.',
    'This case has had {most} written warnings. Choose another sanction. Rule: {rule}.',
  ),
  warningNotServed: text(
    'Peringatan sebelumnya belum disampaikan',
    'Earlier warning not served',
    'SP-{level} belum disampaikan, sehingga tenggatnya belum berjalan. Dasar: {rule}, masing-masing setelah tenggat yang sebelumnya.',
    'SP-{level} was not served yet, so its term has not begun. Rule: {rule}, each after the term of the one before.',
  ),
  warningTooEarly: text(
    'Terlalu dini',
    'Too early',
    'SP-{level} baru dapat diberikan setelah tenggat SP-{earlier} lewat ({dueOn}). Dasar: {rule}, masing-masing setelah tenggat yang sebelumnya.',
    'SP-{level} can be given once the term of SP-{earlier} is over ({dueOn}). Rule: {rule}, each after the term of the one before.',
  ),
  sanctionsOpen: text(
    'Sanksi belum dipenuhi',
    'Sanctions are not met',
    'Masih ada {count} sanksi yang belum dicatat dipenuhi. Catat pemenuhannya dahulu, atau pilih akhir yang lain.',
    '{count} sanctions are not recorded as met. Record that first, or choose another ending.',
  ),
  inspectionMissing: text(
    'Belum ada berita acara',
    'No record of an inspection',
    'Langkah ini memerlukan pemeriksaan lapangan yang sudah selesai dengan berita acaranya.',
    'This step needs an inspection that has ended, with its record.',
  ),
  casePhotosFull: text(
    'Foto perkara sudah penuh',
    'No room for more photos',
    'Satu perkara memuat paling banyak {most} foto di luar foto kunjungan.',
    'One case holds at most {most} photos beside those of its rounds.',
  ),
  photoUsedBefore: text(
    'Foto sudah pernah dipakai',
    'Photo used before',
    'Foto ini sama atau hampir sama dengan foto yang sudah ada. Pakai foto yang baru.',
    'This photo is the same as one that is here already, or nearly so. Use a new one.',
  ),
  letterNotMade: text(
    'Surat belum jadi',
    'Letter not made yet',
    'Nomor {number} sudah dipesan, tetapi suratnya belum jadi. Coba lagi: nomornya tetap sama.',
    'The number {number} is reserved, but its letter was not made yet. Try again: the number stays the same.',
  ),
  reporterNotAgreed: text(
    'Pelapor belum menyetujui',
    'The reporter has not agreed',
    'Tidak ada pelapor yang menyetujui laporannya diteruskan kepada Ombudsman.',
    'No reporter has agreed that the report goes on to the Ombudsman.',
  ),
  nobodySupervises: text(
    'Tidak ada atasan yang tersisa',
    'No superior would be left',
    'Setelah ini tidak ada pejabat penghubung atau pejabat penandatangan yang masih melihat perkara ini. Minta administrator menunjuk pejabat lain dahulu.',
    'After this no liaison or signing official would see this case any more. Ask the administrator to name another one first.',
  ),
  ownUnit: text(
    'Unit Anda sendiri',
    'Your own unit',
    'Anda anggota unit ini; orang lain yang harus mengubahnya.',
    'You are a member of this unit; somebody else has to change it.',
  ),
  caseNotYours: text(
    'Perkara ini bukan tugas Anda',
    'Not given to you',
    'Kunjungan ditutup oleh petugas yang ditugaskan atau anggota unitnya.',
    'A visit is ended by the officer that it was given to, or by a member of the unit.',
  ),
  replyNames: text(
    'Jawaban menyebut orang',
    'The answer names somebody',
    'Perkara ini punya beberapa pelapor; di antaranya bisa ada yang dilaporkan. Hapus dari jawaban: {parts}.',
    'This case has several reporters, and whom it is about can be one of them. Take out of the answer: {parts}.',
  ),
  caseWithheld: text(
    'Perkara ini belum dibuka',
    'This case is not open yet',
    'Yang dilaporkan pegawai atau kantor pemerintah. Buka dahulu perkara ini bagi petugas, lalu gabungkan.',
    'It is about an official or an office. Open it for the staff first, then join it.',
  ),
  assignmentUnchecked: text(
    'Pastikan dahulu penerimanya',
    'Make sure of who receives it',
    'Perkara ini menyangkut pegawai atau kantor pemerintah. Tulis bagaimana Anda tahu bahwa unit dan petugas itu bukan yang dilaporkan; alasannya tercatat.',
    'This case is about an official or an office. Write how you know that this unit and officer are not whom it is about; your reason is recorded.',
  ),
  joinTooFar: text(
    'Terlalu jauh untuk digabung',
    'Too far to be joined',
    'Tempatnya lebih dari {metres} m berjauhan atau belum diketahui, atau perkara tujuan sedang dijeda. Pejabat penghubung yang dapat memutuskan penggabungan seperti itu.',
    'The places are more than {metres} m apart or not known, or the other case pauses. A liaison official can decide on such a join.',
  ),
};
