import { textsIn } from '../../locale/feature-texts.ts';

export const texts = textsIn({
  id: {
    zones: 'Zona rencana detail (RDTR)',
    rtrw: 'Rencana kota (RTRW)',
    overlays: 'Aturan tambahan',
    inView: 'Yang tampak di peta',
    all: (n: number) => `Semua kode (${n})`,
    provisional: 'warna sementara',
    date: 'Aturan per tanggal',
    today: 'Hari ini',
    apply: 'Terapkan',
    failed: 'Legenda belum termuat.',
    noPlan: 'Belum ada peta rencana yang berlaku pada tanggal ini.',
  },
  en: {
    zones: 'Detail plan zones (RDTR)',
    rtrw: 'City plan (RTRW)',
    overlays: 'Additional rules',
    inView: 'Visible on the map',
    all: (n) => `All codes (${n})`,
    provisional: 'provisional colour',
    date: 'Rules as of',
    today: 'Today',
    apply: 'Apply',
    failed: 'The legend has not loaded.',
    noPlan: 'No plan map is in force on this date.',
  },
});
