import { textsIn } from '../../locale/feature-texts.ts';

/** Ways on from an answer: to the building that its numbers allow, and to other days. */
export const onwardTexts = textsIn({
  id: {
    build: 'Apa yang bisa dibangun di sini?',
    history: 'Riwayat aturan tempat ini',
  },
  en: {
    build: 'What can be built here?',
    history: 'How the rules of this place changed',
  },
});
