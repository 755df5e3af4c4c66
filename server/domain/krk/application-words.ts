import type { Text } from '../language.ts';
import type { LandProof } from './application.ts';
import type { OUTCOMES } from './sheet.ts';

/** By what land is held, as people call it. */
export const LAND_PROOF_WORDS: Readonly<Record<LandProof['kind'], Text>> = {
  sertifikat: { id: 'Sertifikat tanah', en: 'Land certificate' },
  imtn: { id: 'IMTN (Izin Membuka Tanah Negara)', en: 'IMTN (permit to open state land)' },
  ajb: { id: 'Akta jual beli (AJB)', en: 'Deed of sale (AJB)' },
  sewa: { id: 'Perjanjian sewa', en: 'Lease' },
  segel: { id: 'Surat segel', en: 'Sealed letter (segel)' },
  suratLurah: { id: 'Surat keterangan lurah', en: 'Statement of the lurah' },
  pajak: { id: 'SPPT PBB', en: 'Land tax notice (SPPT PBB)' },
  lainnya: { id: 'Lainnya', en: 'Other' },
};

export const OUTCOME_WORDS: Readonly<Record<(typeof OUTCOMES)[number], Text>> = {
  disetujuiSeluruhnya: { id: 'Disetujui seluruhnya', en: 'Approved as a whole' },
  disetujuiSebagian: { id: 'Disetujui sebagian', en: 'Approved in part' },
  tidakSesuai: { id: 'Tidak sesuai', en: 'Not in accordance' },
};
