import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of the list of work. */
export const texts = textsIn({
  id: {
    title: 'Pekerjaan',
    empty: 'Belum ada yang menunggu Anda',
    emptyHelp: 'Di sini muncul rilis yang perlu diperiksa, dibandingkan, atau disetujui.',
  },
  en: {
    title: 'Work',
    empty: 'Nothing is waiting for you yet',
    emptyHelp: 'Releases that need to be checked, compared or approved appear here.',
  },
});
