import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of conflicts of interest: whom of the office a case is about. */
export const conflictTexts = textsIn({
  id: {
    conflict: 'Perkara ini tentang',
    conflictHelp:
      'Orang atau unit ini tidak melihat apa pun lagi dari perkara ini, juga bila itu Anda. Untuk pejabat penghubung, pejabat penandatangan, dan auditor ini berlaku setelah orang kedua menyetujuinya.',
    conflictsNow: 'Tidak terlihat bagi',
    nobodyChosen: 'Pilih orang atau unit',
    units: 'Unit',
    people: 'Orang',
    why: 'Alasan',
    required: 'Pilih orang atau unit.',
    tooShort: 'Tulis paling sedikit lima huruf.',
    conflictNote: 'Tutup bagi yang bersangkutan',
    noted: (by: string) => `Dicatat oleh ${by}`,
    waits: 'Belum berlaku: menunggu persetujuan orang kedua.',
    agree: (name: string) => `Setujui: tutup bagi ${name}`,
    takeBack: (name: string) => `Cabut untuk ${name}`,
    takeBackWhy: (name: string) => `Alasan mencabut untuk ${name}`,
    saved: 'Tersimpan.',
    withheld: 'Tentang pegawai atau kantor pemerintah',
    withheldHelp:
      'Kata pelapor, yang dilaporkan pegawai atau kantor pemerintah. Hanya pejabat penghubung, pejabat penandatangan, auditor, dan yang Anda tugasi melihat perkara ini. Periksa tentang siapa, dan tutup dahulu bagi yang bersangkutan.',
    disclose: 'Buka bagi semua petugas',
    discloseHelp:
      'Petugas lain akan membaca isi laporan, kecuali yang sudah ditutup aksesnya. Tidak dapat ditarik kembali.',
    disclosed: 'Perkara dibuka bagi petugas.',
  },
  en: {
    conflict: 'This case is about',
    conflictHelp:
      'This person or unit sees nothing of the case any more, also if it is you. For liaison officials, signing officials and auditors it holds once a second person agrees.',
    conflictsNow: 'Not shown to',
    nobodyChosen: 'Choose a person or a unit',
    units: 'Units',
    people: 'People',
    why: 'Reason',
    required: 'Choose a person or a unit.',
    tooShort: 'Write at least five letters.',
    conflictNote: 'Close it to them',
    noted: (by: string) => `Noted by ${by}`,
    waits: 'It does not hold yet: a second person has to agree.',
    agree: (name: string) => `Agree: close it to ${name}`,
    takeBack: (name: string) => `Take back for ${name}`,
    takeBackWhy: (name: string) => `Why it is taken back for ${name}`,
    saved: 'Saved.',
    withheld: 'About an official or an office',
    withheldHelp:
      'The reporter says that it is about an official or an office of the government. Only liaison officials, signing officials, auditors and whom you give it to see this case. Find out whom it is about, and close it to them first.',
    disclose: 'Open it for all staff',
    discloseHelp: 'All others will read the report, but those that it is closed to. It cannot be taken back.',
    disclosed: 'The case is open for the staff.',
  },
});
