import { textsIn } from '../../locale/feature-texts.ts';

/** Ways on from an answer: to the building that its numbers allow, and to other days. */
export const onwardTexts = textsIn({
  id: {
    build: 'Apa yang bisa dibangun di sini?',
    history: 'Riwayat aturan tempat ini',
    itr: 'Unduh ITR titik ini (PDF)',
    itrParcel: 'Unduh ITR bidang ini (PDF)',
  },
  en: {
    build: 'What can be built here?',
    history: 'How the rules of this place changed',
    itr: 'Download the ITR of this point (PDF)',
    itrParcel: 'Download the ITR of this parcel (PDF)',
  },
});
