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
    conflictNote: 'Tutup bagi yang bersangkutan',
    noted: (by: string) => `Dicatat oleh ${by}`,
    waits: 'Belum berlaku: menunggu persetujuan orang kedua.',
    agree: (name: string) => `Setujui: tutup bagi ${name}`,
    takeBack: (name: string) => `Cabut untuk ${name}`,
    takeBackWhy: (name: string) => `Alasan mencabut untuk ${name}`,
    saved: 'Tersimpan.',
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
    conflictNote: 'Close it to them',
    noted: (by: string) => `Noted by ${by}`,
    waits: 'It does not hold yet: a second person has to agree.',
    agree: (name: string) => `Agree: close it to ${name}`,
    takeBack: (name: string) => `Take back for ${name}`,
    takeBackWhy: (name: string) => `Why it is taken back for ${name}`,
    saved: 'Saved.',
  },
});
