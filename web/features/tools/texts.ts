import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of the tool menu and of the frame around every tool. */
export const texts = textsIn({
  id: {
    menu: 'Alat',
    menuLabel: 'Alat peta',
    close: 'Tutup alat',
    loading: 'Alat sedang dimuat …',
    failed: 'Alat ini belum dapat dimuat. Periksa sambungan, lalu coba lagi.',
    unknown: 'Alat ini tidak dikenal.',
    opened: (title: string) => `Alat dibuka: ${title}. Escape menutupnya.`,
  },
  en: {
    menu: 'Tools',
    menuLabel: 'Map tools',
    close: 'Close tool',
    loading: 'The tool is loading …',
    failed: 'This tool could not be loaded. Check the connection, then try again.',
    unknown: 'This tool is not known.',
    opened: (title: string) => `Tool opened: ${title}. Escape closes it.`,
  },
});
