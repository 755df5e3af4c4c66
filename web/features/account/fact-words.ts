import { ROLE_TITLES, type Role } from '#domain/accounts/role';
import type { Text } from '#domain/language';
import type { EventFacts, EventKind, EventPersonal } from '#domain/log/event';

type Language = keyof Text;
const text = (id: string, en: string): Text => ({ id, en });

type FieldOf<K extends EventKind> = keyof EventFacts<K> | keyof EventPersonal<K>;
type Field = { [K in EventKind]: FieldOf<K> }[EventKind];

/** What the fields of an event are called; a field without words does not compile. By one name every kind means the same. */
const FIELDS: Readonly<Record<Field, Text>> = {
  accessClass: text('Kelas akses', 'Access class'),
  accountId: text('Akun', 'Account'),
  accounts: text('Banyaknya akun', 'Accounts'),
  acknowledged: text('Dinyatakan diketahui', 'Acknowledged'),
  address: text('Alamat jaringan', 'Network address'),
  after: text('Sesudah', 'After'),
  before: text('Sebelum', 'Before'),
  blocks: text('Temuan yang menghalangi', 'Blocking findings'),
  by: text('Cara masuk', 'Way in'),
  byteCount: text('Ukuran (bita)', 'Size (bytes)'),
  correctionId: text('Kasus', 'Case'),
  decree: text('Ketetapan', 'Decree'),
  documentId: text('Dokumen', 'Document'),
  documentKind: text('Jenis dokumen', 'Kind of document'),
  email: text('Surel', 'E-mail address'),
  events: text('Banyaknya catatan', 'Entries'),
  extractSha256: text('SHA-256 petikan', 'SHA-256 of the extract'),
  featureCount: text('Banyaknya fitur', 'Features'),
  fields: text('Isian yang berubah', 'Changed fields'),
  fileName: text('Nama berkas', 'File name'),
  filters: text('Saringan', 'Filters'),
  from: text('Dari', 'From'),
  hasContact: text('Ada kontak', 'With a contact'),
  indexes: text('Nomor catatan', 'Entries by number'),
  invitationId: text('Undangan', 'Invitation'),
  isDemo: text('Data contoh', 'Demonstration data'),
  isExport: text('Diunduh sebagai berkas', 'Taken away as a file'),
  isClosed: text('Ditutup', 'Closed'),
  isNew: text('Baru', 'New'),
  isTrial: text('Dokumen percobaan', 'Trial document'),
  files: text('Berkas', 'Files'),
  items: text('Isi', 'Contents'),
  kelurahanCode: text('Kelurahan', 'Kelurahan'),
  kid: text('Kunci', 'Key'),
  kind: text('Jenis', 'Kind'),
  knownSize: text('Catatan yang diketahui', 'Entries that were known'),
  layerCount: text('Banyaknya lapisan', 'Layers'),
  layerId: text('Lapisan', 'Layer'),
  mendedVersionId: text('Versi yang memperbaiki', 'Version that mended it'),
  name: text('Nama', 'Name'),
  noticeId: text('Pengumuman', 'Notice'),
  number: text('Nomor', 'Number'),
  outcome: text('Keputusan', 'Decision'),
  parcelCount: text('Banyaknya bidang', 'Parcels'),
  pdfSha256: text('SHA-256 PDF', 'SHA-256 of the PDF'),
  personal: text('Catatan dengan data pribadi', 'Entries with personal data'),
  planningArea: text('Wilayah perencanaan', 'Planning area'),
  producerId: text('Produsen data', 'Data producer'),
  publicationId: text('Penerbitan', 'Publication'),
  reason: text('Alasan', 'Reason'),
  releaseId: text('Rilis', 'Release'),
  replacedBy: text('Digantikan oleh', 'Replaced by'),
  restoredSize: text('Catatan yang dipulihkan', 'Entries restored'),
  revision: text('Revisi', 'Revision'),
  roles: text('Peran', 'Roles'),
  rowKey: text('Baris data', 'Row of data'),
  sessions: text('Banyaknya sesi', 'Sessions'),
  sessionsEnded: text('Sesi yang diakhiri', 'Sessions ended'),
  sha256: text('SHA-256', 'SHA-256'),
  since: text('Sejak', 'Since'),
  sourceFormat: text('Format berkas', 'Format of the file'),
  sourceSha256: text('SHA-256 berkas', 'SHA-256 of the file'),
  ticket: text('Nomor kasus', 'Ticket'),
  to: text('Menjadi', 'To'),
  until: text('Sampai', 'Until'),
  uploadId: text('Unggahan', 'Upload'),
  validFrom: text('Berlaku sejak', 'In force from'),
  versionId: text('Versi', 'Version'),
  zoneCount: text('Banyaknya zona', 'Zones'),
};

/** Values that are words of the program. */
const VALUES: Readonly<Record<string, Text>> = {
  password: text('kata sandi', 'password'),
  singleSignOn: text('sistem masuk kota', 'single sign-on'),
  code: text('kode dari ponsel', 'code from the phone'),
  backupCode: text('kode cadangan', 'backup code'),
  fromInPast: text('berlaku surut', 'backdated'),
  laterPublication: text('ada terbitan yang lebih baru', 'a later publication exists'),
  admin: text('batas administrasi', 'administrative borders'),
  zones: text('rencana detail', 'detail plan'),
  rules: text('peraturan', 'rules'),
  road: text('jalan', 'roads'),
  parcel: text('bidang tanah', 'parcels'),
  utility: text('utilitas', 'utilities'),
  place: text('nama tempat', 'names of places'),
};

/** The name of a field in words; one that has none yet is shown as it is. */
export const wordsOfField = (field: string, language: Language): string =>
  (FIELDS as Readonly<Record<string, Text>>)[field]?.[language] ?? field;

/** A value as a person reads it: yes and no, roles by their title, a list with commas, fields within fields by their names. */
export function wordsOfValue(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return language === 'id' ? (value ? 'ya' : 'tidak') : value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => wordsOfValue(one, language)).join('; ') || '–';
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([field, inner]) => `${wordsOfField(field, language)}: ${wordsOfValue(inner, language)}`)
      .join(', ');
  if (typeof value !== 'string') return String(value);
  return ROLE_TITLES[value as Role]?.[language] ?? VALUES[value]?.[language] ?? value;
}
