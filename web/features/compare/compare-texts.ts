import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of the comparison. */
export const compareTexts = textsIn({
  id: {
    how: 'Geser garis di peta, atau pilih garisnya lalu tekan panah kiri dan kanan. Kedua sisi bergerak bersama.',
    failed: 'Peta kedua belum dapat dibuka. Tutup alat ini, lalu buka lagi.',
    left: 'Sisi kiri',
    right: 'Sisi kanan',
    layer: 'Lapisan',
    day: 'Aturan per tanggal',
    asOnMap: 'Seperti peta',
    notInForce: (layer: string) => `${layer} (tidak berlaku pada tanggal ini)`,
    noPlan: 'Tidak ada rencana detail yang berlaku pada tanggal ini.',
    divider: 'Garis pembagi peta',
    position: (percent: number, left: string, right: string) =>
      `${percent} % ${left}, ${100 - percent} % ${right}`,
  },
  en: {
    how: 'Drag the line on the map, or choose the line and press the left and right arrows. Both sides move together.',
    failed: 'The second map could not be opened. Close this tool and open it again.',
    left: 'Left side',
    right: 'Right side',
    layer: 'Layer',
    day: 'Rules as of',
    asOnMap: 'As on the map',
    notInForce: (layer: string) => `${layer} (not in force on this day)`,
    noPlan: 'No detail plan is in force on this day.',
    divider: 'Line that divides the map',
    position: (percent: number, left: string, right: string) =>
      `${percent} % ${left}, ${100 - percent} % ${right}`,
  },
});
