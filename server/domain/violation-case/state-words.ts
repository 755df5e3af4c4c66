import type { Text } from '../language.ts';
import type { CaseState, CaseStep } from './states.ts';

/** How a state is called, and what it means for who waits. */
export const CASE_STATE_WORDS: Readonly<Record<CaseState, { readonly name: Text; readonly means: Text }>> = {
  diterima: {
    name: { id: 'Diterima', en: 'Received' },
    means: {
      id: 'Laporan sudah diterima dan menunggu verifikasi.',
      en: 'The report was received and waits to be verified.',
    },
  },
  terverifikasi: {
    name: { id: 'Terverifikasi', en: 'Verified' },
    means: {
      id: 'Laporan layak ditindaklanjuti dan menunggu petugas.',
      en: 'The report is taken up and waits for an officer.',
    },
  },
  ditugaskan: {
    name: { id: 'Ditugaskan', en: 'Assigned' },
    means: { id: 'Sudah ada petugas yang menangani.', en: 'An officer works on it.' },
  },
  pemeriksaan: {
    name: { id: 'Pemeriksaan lapangan', en: 'Inspection' },
    means: { id: 'Petugas memeriksa lokasi.', en: 'Officers look at the place.' },
  },
  penilaian: {
    name: { id: 'Penilaian', en: 'Assessment' },
    means: {
      id: 'Hasil pemeriksaan dinilai terhadap aturannya.',
      en: 'What was found is held against the rule.',
    },
  },
  telaah: {
    name: { id: 'Telaah', en: 'Review' },
    means: {
      id: 'Orang kedua memeriksa hasil penilaian.',
      en: 'A second person looks at the assessment.',
    },
  },
  penindakan: {
    name: { id: 'Penindakan', en: 'Enforcement' },
    means: { id: 'Pelanggaran terbukti; sanksi disiapkan.', en: 'Confirmed; a sanction is prepared.' },
  },
  pemulihan: {
    name: { id: 'Pelaksanaan sanksi', en: 'Sanction under way' },
    means: {
      id: 'Sanksi sudah dijatuhkan dan harus dipenuhi.',
      en: 'A sanction was given and has to be fulfilled.',
    },
  },
  dilimpahkan: {
    name: { id: 'Dilimpahkan', en: 'Handed over' },
    means: {
      id: 'Diteruskan kepada Satpol PP atau PPNS untuk ditindak.',
      en: 'Handed over to the civil service police to be enforced.',
    },
  },
  keberatan: {
    name: { id: 'Keberatan', en: 'Objection' },
    means: { id: 'Keberatan atas sanksi diperiksa.', en: 'An objection to the sanction is heard.' },
  },
  ditutup: {
    name: { id: 'Ditutup', en: 'Closed' },
    means: {
      id: 'Perkara selesai. Hasilnya disebutkan.',
      en: 'The case has ended. What came of it is said.',
    },
  },
  peninjauan: {
    name: { id: 'Ditinjau atasan', en: 'Looked at by a superior' },
    means: {
      id: 'Pelapor menyatakan belum selesai; atasan meninjaunya.',
      en: 'The reporter says that it is not done; a superior looks at it.',
    },
  },
};

/** What a step is called on its button. */
export const CASE_STEP_WORDS: Readonly<Record<CaseStep, Text>> = {
  verify: { id: 'Verifikasi', en: 'Verify' },
  dismiss: { id: 'Tutup tanpa pemeriksaan', en: 'Close without inspection' },
  join: { id: 'Gabungkan ke perkara lain', en: 'Join into another case' },
  takeIn: { id: 'Laporan lain digabung ke sini', en: 'Another report was joined into this' },
  reclassify: { id: 'Ubah klasifikasi', en: 'Change the class' },
  dispose: { id: 'Disposisi', en: 'Assign' },
  reassign: { id: 'Alihkan', en: 'Reassign' },
  unassign: { id: 'Lepas dari unit yang tidak ada lagi', en: 'Release from a unit that is gone' },
  reply: { id: 'Beri tanggapan', en: 'Reply' },
  pause: { id: 'Jeda', en: 'Pause' },
  resume: { id: 'Lanjutkan', en: 'Resume' },
  goOut: { id: 'Mulai pemeriksaan lapangan', en: 'Begin the inspection' },
  recordInspection: { id: 'Catat hasil pemeriksaan', en: 'Record the inspection' },
  notReached: { id: 'Lokasi tidak dapat diperiksa', en: 'The place could not be inspected' },
  assessAtDesk: { id: 'Nilai tanpa ke lapangan', en: 'Assess without going out' },
  askInspection: { id: 'Minta pemeriksaan lapangan', en: 'Ask for an inspection' },
  recommend: { id: 'Kirim ke telaah', en: 'Send to review' },
  confirmViolation: { id: 'Setujui: terbukti', en: 'Confirm the violation' },
  confirmOutcome: { id: 'Setujui dan tutup', en: 'Confirm and close' },
  sendBack: { id: 'Kembalikan ke penilaian', en: 'Back to assessment' },
  impose: { id: 'Jatuhkan sanksi', en: 'Give a sanction' },
  enforce: { id: 'Jatuhkan sanksi', en: 'Give a sanction' },
  handOver: { id: 'Limpahkan ke Satpol PP/PPNS', en: 'Hand over to the civil service police' },
  carryOut: { id: 'Catat pelaksanaan', en: 'Record what was carried out' },
  takeBack: { id: 'Terima kembali', en: 'Take back' },
  object: { id: 'Catat keberatan', en: 'Record an objection' },
  grantObjection: { id: 'Terima keberatan', en: 'Grant the objection' },
  dismissObjection: { id: 'Tolak keberatan', en: 'Dismiss the objection' },
  close: { id: 'Tutup perkara', en: 'Close the case' },
  dispute: { id: 'Belum selesai', en: 'Not done' },
  uphold: { id: 'Tetap ditutup', en: 'Keep it closed' },
  reopen: { id: 'Buka kembali', en: 'Open again' },
  reassess: { id: 'Nilai ulang', en: 'Assess anew' },
};
