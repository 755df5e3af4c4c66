/** Fields of the form without a script that can be wrong, as they are named in it. */
export const FORM_FIELDS = [
  'jenis',
  'uraian',
  'patokan',
  'kelurahan',
  'koordinat',
  'tanggal',
  'berlangsung',
  'telepon',
  'nama',
  'surel',
  'terlapor',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];
