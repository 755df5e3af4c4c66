import { textsIn } from '../../locale/feature-texts.ts';

/** From the map to a report. */
export const toolTexts = textsIn({
  id: {
    lead: 'Melihat bangunan atau pemakaian tanah yang tampaknya melanggar? Tanpa akun, rahasia, atau anonim.',
    tap: 'Ketuk tempatnya di peta.',
    chosen: (position: string) => `Tempat: ${position}. Ketuk peta untuk menggantinya.`,
    here: 'Laporkan tempat ini',
    without: 'Lapor tanpa menunjuk peta',
    follow: 'Ikuti laporan',
  },
  en: {
    lead: 'Have you seen a building or a use of land that seems to break the rules? Without an account, confidential or anonymous.',
    tap: 'Tap the place on the map.',
    chosen: (position: string) => `Place: ${position}. Tap the map to change it.`,
    here: 'Report this place',
    without: 'Report without the map',
    follow: 'Follow a report',
  },
});
