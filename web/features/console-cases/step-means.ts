import type { Text } from '#domain/language';
import type { CaseStep } from '#domain/violation-case/states';

/** What a step brings about, for whoever is about to take it. */
export const STEP_MEANS: Readonly<Partial<Record<CaseStep, Text>>> = {
  verify: {
    id: 'Laporan layak ditindaklanjuti. Klasifikasinya menentukan tenggat penyelesaian.',
    en: 'The report is taken up. Its class sets how long it may take.',
  },
  dismiss: {
    id: 'Perkara ditutup tanpa ke lapangan. Pelapor membaca hasilnya dan dapat menyatakan belum selesai.',
    en: 'The case ends without an inspection. The reporter reads the outcome and can say that it is not done.',
  },
  join: {
    id: 'Laporannya diteruskan di perkara lain; perkara ini ditutup. Tidak dapat dibatalkan.',
    en: 'Its reports go on in another case; this one ends. It cannot be undone.',
  },
  reclassify: {
    id: 'Tenggat penyelesaian dihitung ulang dari awal perkara.',
    en: 'How long it may take is counted anew, from the beginning of the case.',
  },
  dispose: {
    id: 'Unit dan petugas itu yang menangani. Petugas tidak melihat siapa pelapornya.',
    en: 'This unit and officer work on it. Officers do not see who reported.',
  },
  reassign: { id: 'Waktu tetap berjalan.', en: 'The clock goes on.' },
  reply: {
    id: 'Pelapor membacanya di halaman laporannya. Kewajiban menanggapi terpenuhi.',
    en: 'Reporters read it on the page of their report. The duty to reply is met.',
  },
  pause: {
    id: 'Waktu berhenti. Sebabnya dibaca semua orang yang punya nomor laporan; alasan Anda tidak.',
    en: 'The clock stands still. Everybody with a ticket reads the cause; your reason stays inside.',
  },
  resume: { id: 'Waktu berjalan lagi.', en: 'The clock runs again.' },
  goOut: {
    id: 'Kunjungan lapangan dibuka. Perkara berlanjut bila kunjungan itu ditutup.',
    en: 'A round on site begins. The case goes on when the round is ended.',
  },
  assessAtDesk: {
    id: 'Tanpa pemeriksaan lapangan tidak ada yang dapat dinyatakan terbukti.',
    en: 'Without an inspection nothing can be found to be confirmed.',
  },
  askInspection: { id: 'Petugas memeriksa lokasi (lagi).', en: 'Officers look at the place (again).' },
  confirmViolation: {
    id: 'Anda menyatakan penilaiannya benar. Sanksi diputus orang lain.',
    en: 'You state that the assessment is right. Somebody else decides on a sanction.',
  },
  confirmOutcome: {
    id: 'Perkara ditutup dengan hasil ini. Pelapor membacanya dan dapat menyatakan belum selesai.',
    en: 'The case ends with this outcome. The reporter reads it and can say that it is not done.',
  },
  sendBack: { id: 'Analis menilai ulang dengan alasan Anda.', en: 'It is assessed anew, with your reason.' },
  impose: {
    id: 'Surat bernomor terbit. Jangka waktunya berjalan sejak surat diterima.',
    en: 'A numbered letter goes out. Its term runs from the day on which it is served.',
  },
  enforce: {
    id: 'Surat bernomor terbit. Jangka waktunya berjalan sejak surat diterima.',
    en: 'A numbered letter goes out. Its term runs from the day on which it is served.',
  },
  handOver: {
    id: 'Surat pelimpahan bernomor terbit; unit penegak yang menangani.',
    en: 'A numbered letter goes out; an enforcing unit takes over.',
  },
  carryOut: {
    id: 'Yang dilakukan di lapangan tercatat. Sanksi baru diputus pejabat penandatangan.',
    en: 'What was done on site is written down. A further sanction is for the signing official.',
  },
  takeBack: { id: 'Unit kantor yang menangani lagi.', en: 'A unit of the office works on it again.' },
  object: {
    id: 'Keberatan diperiksa orang yang belum ikut memutus.',
    en: 'The objection is heard by somebody who has not decided before.',
  },
  grantObjection: {
    id: 'Sanksi yang sudah dijatuhkan gugur; perkara kembali ke penilaian.',
    en: 'The sanctions that were given fall away; the case goes back to assessment.',
  },
  dismissObjection: { id: 'Sanksi tetap berlaku.', en: 'The sanctions stand.' },
  close: {
    id: 'Pelapor membaca hasilnya dan dapat menyatakan belum selesai.',
    en: 'The reporter reads what came of it and can say that it is not done.',
  },
  uphold: { id: 'Pelapor membaca keputusan Anda.', en: 'The reporter reads your decision.' },
  reopen: {
    id: 'Perkara yang sudah terbukti kembali ke tempatnya semula dengan sanksi, tanggal, dan tenggatnya; yang lain kembali ke terverifikasi.',
    en: 'A confirmed case goes back to where it stood, with its sanctions, days and terms; any other to being verified.',
  },
  reassess: {
    id: 'Analis menilai dari awal. Sanksi tetap berlaku sampai dinyatakan tidak ada pelanggaran.',
    en: 'It is assessed from the beginning. Sanctions stand until somebody finds that there is no violation.',
  },
};
