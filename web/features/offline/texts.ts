import { textsIn } from '../../locale/feature-texts.ts';

/** What is said about working without a network, and about a new version of the page. */
export const texts = textsIn({
  id: {
    region: 'Jaringan dan versi',
    offline: 'Luring: tidak ada jaringan',
    offlineHelp: 'Jawaban dan peta yang tersimpan di perangkat ini tetap dapat dibuka.',
    pageMissing: (path: string) => `Halaman ${path} tidak tersimpan di perangkat ini.`,
    pageMissingHelp:
      'Ada jaringan lagi? Coba buka lagi. Sementara itu peta dan jawaban tersimpan ada di sini.',
    openAgain: 'Coba buka lagi',
    newVersion: 'Versi baru tersedia',
    newVersionHelp: 'Halaman dimuat ulang di tempat yang sama.',
    reload: 'Muat ulang',
    later: 'Nanti',
    hide: 'Sembunyikan',
  },
  en: {
    region: 'Network and version',
    offline: 'Offline: there is no network',
    offlineHelp: 'Answers and maps kept on this device can still be opened.',
    pageMissing: (path) => `The page ${path} is not kept on this device.`,
    pageMissingHelp: 'Network back? Try again. Meanwhile the map and the answers that are kept are here.',
    openAgain: 'Try again',
    newVersion: 'A new version is available',
    newVersionHelp: 'The page is loaded again at the same place.',
    reload: 'Reload',
    later: 'Later',
    hide: 'Hide',
  },
});
