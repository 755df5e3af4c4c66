import type { Text } from '#domain/language';
import type { LayerRecord } from '#domain/release/layer-record';

/** Kinds of layers in words, in the order in which they are offered. */
export const KIND_WORDS: Readonly<Record<LayerRecord['kind'], Text>> = {
  zones: { id: 'Zona (RDTR)', en: 'Zones (RDTR)' },
  rules: { id: 'Peraturan zonasi', en: 'Zoning rules' },
  rtrw: { id: 'Pola ruang (RTRW)', en: 'General plan (RTRW)' },
  overlay: { id: 'Ketentuan tambahan', en: 'Overlay' },
  road: { id: 'Jalan', en: 'Roads' },
  parcel: { id: 'Bidang tanah', en: 'Parcels' },
  utility: { id: 'Jaringan utilitas', en: 'Utility lines' },
  admin: { id: 'Batas administrasi', en: 'Administrative borders' },
  place: { id: 'Nama tempat', en: 'Place names' },
};

/** Update cycles (ISO 19115) in words. */
export const CYCLE_WORDS: Readonly<Record<NonNullable<LayerRecord['updateCycle']>, Text>> = {
  continual: { id: 'Terus-menerus', en: 'Continual' },
  daily: { id: 'Harian', en: 'Daily' },
  weekly: { id: 'Mingguan', en: 'Weekly' },
  fortnightly: { id: 'Dua mingguan', en: 'Fortnightly' },
  monthly: { id: 'Bulanan', en: 'Monthly' },
  quarterly: { id: 'Triwulanan', en: 'Quarterly' },
  biannually: { id: 'Dua kali setahun', en: 'Twice a year' },
  annually: { id: 'Tahunan', en: 'Annual' },
  asNeeded: { id: 'Bila diperlukan', en: 'As needed' },
  irregular: { id: 'Tidak teratur', en: 'Irregular' },
  notPlanned: { id: 'Tidak direncanakan', en: 'Not planned' },
  unknown: { id: 'Tidak diketahui', en: 'Unknown' },
};
