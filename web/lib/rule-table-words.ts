import type { Language, Text } from '#domain/language';

/** Tables of a rule set as people call them; a matrix in wide form (`itbx-matrix-…`) keeps its own name. */
const TABLE_WORDS: Readonly<Record<string, Text>> = {
  regulations: { id: 'Peraturan', en: 'Regulations' },
  'legal-sources': { id: 'Dasar hukum', en: 'Legal sources' },
  'zone-codes': { id: 'Kode zona', en: 'Zone codes' },
  intensity: { id: 'Intensitas (KDB, KLB, KDH …)', en: 'Intensity (KDB, KLB, KDH …)' },
  setbacks: { id: 'Sempadan dan jarak bebas', en: 'Setbacks' },
  notes: { id: 'Ketentuan lain', en: 'Further rules' },
  activities: { id: 'Kegiatan', en: 'Activities' },
  matrices: { id: 'Matriks ITBX', en: 'ITBX matrices' },
  conditions: { id: 'Syarat T dan B', en: 'Conditions T and B' },
  'itbx-cells': { id: 'Isi matriks ITBX', en: 'Cells of the ITBX matrix' },
  'overlay-effects': { id: 'Pengaruh lapisan khusus', en: 'Effects of overlays' },
  'rtrw-matches': { id: 'Padanan RTRW', en: 'RTRW matches' },
};

const COLUMN_WORDS: Readonly<Record<string, Text>> = {
  regulation_id: { id: 'Kode peraturan', en: 'Code of the regulation' },
  kind: { id: 'Jenis', en: 'Kind' },
  title: { id: 'Judul', en: 'Title' },
  number_text: { id: 'Nomor', en: 'Number' },
  set_on: { id: 'Tanggal ditetapkan', en: 'Date set' },
  valid_from: { id: 'Berlaku sejak', en: 'Valid from' },
  valid_to: { id: 'Berlaku sampai sebelum', en: 'Valid until before' },
  status: { id: 'Status', en: 'Status' },
  url: { id: 'Tautan', en: 'Link' },
  is_demo: { id: 'Data contoh', en: 'Example data' },
  source_id: { id: 'Kode dasar hukum', en: 'Code of the legal source' },
  article: { id: 'Pasal atau lampiran', en: 'Article or annex' },
  quote: { id: 'Kutipan', en: 'Quotation' },
  code: { id: 'Kode', en: 'Code' },
  zone_code: { id: 'Kode zona', en: 'Zone code' },
  zone_name: { id: 'Nama zona', en: 'Name of the zone' },
  subzone_name: { id: 'Nama subzona', en: 'Name of the sub-zone' },
  category: { id: 'Kawasan', en: 'Category' },
  color: { id: 'Warna', en: 'Colour' },
  provisional: { id: 'Warna sementara', en: 'Colour is provisional' },
  description: { id: 'Uraian', en: 'Description' },
  measure: { id: 'Ukuran', en: 'Measure' },
  operator: { id: 'Paling banyak / paling sedikit', en: 'At most / at least' },
  value: { id: 'Nilai', en: 'Value' },
  value_m: { id: 'Nilai (meter)', en: 'Value (metres)' },
  text_value: { id: 'Nilai berupa kata', en: 'Value in words' },
  unit_as_printed: { id: 'Satuan seperti tercetak', en: 'Unit as printed' },
  parcel_min_m2: { id: 'Luas bidang dari (m²)', en: 'Parcel from (m²)' },
  parcel_max_m2: { id: 'Luas bidang sampai (m²)', en: 'Parcel up to (m²)' },
  road_class: { id: 'Kelas jalan', en: 'Road class' },
  kodswp: { id: 'Kode SWP', en: 'SWP code' },
  kodblk: { id: 'Kode blok', en: 'Block code' },
  reference_line: { id: 'Diukur dari', en: 'Measured from' },
  body: { id: 'Bunyi', en: 'Text' },
  activity_id: { id: 'Kode kegiatan', en: 'Code of the activity' },
  group_name: { id: 'Kelompok', en: 'Group' },
  name: { id: 'Nama', en: 'Name' },
  synonyms: { id: 'Sebutan lain', en: 'Other names' },
  kbli: { id: 'KBLI', en: 'KBLI' },
  kbli_edition: { id: 'Terbitan KBLI', en: 'KBLI edition' },
  empty_means: { id: 'Sel kosong berarti', en: 'An empty cell means' },
  cell: { id: 'Isi sel', en: 'Cell' },
  theme: { id: 'Tema', en: 'Theme' },
  level_code: { id: 'Tingkat', en: 'Level' },
  effect: { id: 'Pengaruh', en: 'Effect' },
  itbx_codes: { id: 'Kode ITBX', en: 'ITBX codes' },
  rtrw_class: { id: 'Kawasan RTRW', en: 'RTRW class' },
};

/** A table in words; its technical name where there are none. */
export const tableWord = (name: string, language: Language): string => TABLE_WORDS[name]?.[language] ?? name;

/** A column in words; its technical name where there are none, such as a zone code. */
export const columnWord = (column: string, language: Language): string =>
  COLUMN_WORDS[column]?.[language] ?? column;
