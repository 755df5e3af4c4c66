import type { Language } from './language.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { ACCOUNT_PROBLEM_TEXT } from './problem-text-account.ts';
import { APPLICATION_PROBLEM_TEXT } from './problem-text-application.ts';
import { CASE_PROBLEM_TEXT } from './problem-text-case.ts';
import { CORRECTION_PROBLEM_TEXT } from './problem-text-correction.ts';
import { DOCUMENT_PROBLEM_TEXT } from './problem-text-document.ts';
import { type ProblemText, text } from './problem-text-entry.ts';
import { FIELD_PROBLEM_TEXT } from './problem-text-field.ts';
import { RELEASE_PROBLEM_TEXT } from './problem-text-release.ts';
import { REPORT_PROBLEM_TEXT } from './problem-text-report.ts';

export const PROBLEM_TEXT: Readonly<Record<ProblemCode, ProblemText>> = {
  ...ACCOUNT_PROBLEM_TEXT,
  ...RELEASE_PROBLEM_TEXT,
  ...CORRECTION_PROBLEM_TEXT,
  ...DOCUMENT_PROBLEM_TEXT,
  ...APPLICATION_PROBLEM_TEXT,
  ...FIELD_PROBLEM_TEXT,
  ...REPORT_PROBLEM_TEXT,
  ...CASE_PROBLEM_TEXT,
  unknownParameter: text(
    'Parameter tidak dikenal',
    'Unknown parameter',
    'Parameter “{name}” tidak dikenal di alamat ini. Yang dikenal: {known}.',
    'The parameter “{name}” is not known at this address. Known: {known}.',
  ),
  duplicateParameter: text(
    'Parameter ditulis dua kali',
    'Parameter given twice',
    'Parameter “{name}” ditulis lebih dari sekali; tulis satu kali saja.',
    'The parameter “{name}” is given more than once; give it once.',
  ),
  missingParameter: text(
    'Parameter kurang',
    'Parameter missing',
    'Parameter “{name}” wajib diisi.',
    'The parameter “{name}” is required.',
  ),
  invalidParameter: text(
    'Nilai parameter tidak dapat dipakai',
    'Parameter value cannot be used',
    'Nilai parameter “{name}” tidak dapat dipakai: {reason}',
    'The value of the parameter “{name}” cannot be used: {reason}',
  ),
  unknownField: text(
    'Isian tidak dikenal',
    'Unknown field',
    'Isian “{name}” tidak dikenal dalam permintaan ini.',
    'The field “{name}” is not known in this request.',
  ),
  missingField: text(
    'Isian kurang',
    'Field missing',
    'Isian “{name}” wajib diisi.',
    'The field “{name}” is required.',
  ),
  invalidField: text(
    'Nilai isian tidak dapat dipakai',
    'Field value cannot be used',
    'Nilai isian “{name}” tidak dapat dipakai: {reason}',
    'The value of the field “{name}” cannot be used: {reason}',
  ),
  jsonMalformed: text(
    'JSON tidak dapat dibaca',
    'JSON cannot be read',
    'Isi permintaan bukan JSON yang sah ({reason}).',
    'The request body is not valid JSON ({reason}).',
  ),
  jsonTooDeep: text(
    'JSON terlalu dalam',
    'JSON too deep',
    'Isi permintaan bersarang lebih dari {limit} tingkat.',
    'The request body is nested more than {limit} levels deep.',
  ),
  jsonDuplicateKey: text(
    'Isian ditulis dua kali',
    'Field given twice',
    'Isian “{name}” ditulis dua kali dalam objek yang sama.',
    'The field “{name}” is given twice in one object.',
  ),
  unsupportedMediaType: text(
    'Jenis isi tidak diterima',
    'Media type not accepted',
    'Kirim isi permintaan sebagai {accepted}, dalam UTF-8 dan tanpa kompresi.',
    'Send the request body as {accepted}, in UTF-8 and not compressed.',
  ),
  bodyTooLarge: text(
    'Isi permintaan terlalu besar',
    'Request body too large',
    'Isi permintaan melebihi {limitBytes} byte.',
    'The request body is larger than {limitBytes} bytes.',
  ),
  badRequest: text(
    'Permintaan tidak dapat dibaca',
    'Request cannot be read',
    'Alamat atau kepala permintaan ini tidak sah.',
    'The address or the header of this request is not valid.',
  ),
  notFound: text(
    'Tidak ditemukan',
    'Not found',
    'Tidak ada apa pun di alamat ini.',
    'There is nothing at this address.',
  ),
  methodNotAllowed: text(
    'Cara meminta tidak diterima',
    'Method not allowed',
    'Alamat ini hanya menerima {allowed}.',
    'This address accepts only {allowed}.',
  ),
  sourceUnavailable: text(
    'Data sedang tidak dapat dibaca',
    'Data cannot be read now',
    'Sumber data sedang tidak dapat dibaca. Ini bukan berarti tidak ada aturan; cobalah lagi sebentar lagi.',
    'The data source cannot be read now. This does not mean that there is no rule; please try again shortly.',
  ),
  tookTooLong: text(
    'Pencarian terlalu lama',
    'Took too long',
    'Permintaan ini dihentikan karena terlalu lama. Persempit dan coba lagi.',
    'This request was stopped because it took too long. Narrow it down and try again.',
  ),
  keyUsedOtherwise: text(
    'Kunci sudah dipakai',
    'The key was used',
    'Kunci ini (Idempotency-Key) sudah dipakai untuk permintaan yang lain. Pakai kunci baru.',
    'This key (Idempotency-Key) was used for another request. Use a new one.',
  ),
  busy: text(
    'Layanan sedang penuh',
    'Service is busy',
    'Terlalu banyak permintaan berat sedang dikerjakan. Tidak ada yang tersimpan; coba lagi sebentar lagi.',
    'Too many heavy requests are being worked on. Nothing was stored; try again in a moment.',
  ),
  internal: text(
    'Kesalahan pada sistem',
    'Error in the system',
    'Terjadi kesalahan pada sistem kami. Sebutkan nomor permintaan bila Anda menghubungi kami.',
    'An error happened in our system. Please mention the request number when you contact us.',
  ),
  coordinateEmpty: text(
    'Koordinat kosong',
    'Coordinate empty',
    'Tulis koordinat, misalnya “-1,2456, 116,8531”.',
    'Write a coordinate, for example “-1.2456, 116.8531”.',
  ),
  coordinateTooLong: text(
    'Tulisan terlalu panjang',
    'Text too long',
    'Tulisan melebihi {limit} huruf; tempelkan koordinat atau tautan peta saja.',
    'The text is longer than {limit} characters; paste only the coordinate or the map link.',
  ),
  coordinateUnreadable: text(
    'Koordinat tidak terbaca',
    'Coordinate not readable',
    '“{input}” tidak terbaca sebagai koordinat.',
    '“{input}” cannot be read as a coordinate.',
  ),
  coordinateOnlyOne: text(
    'Koordinat baru satu angka',
    'Only one number',
    'Baru satu angka yang terbaca; tulis lintang dan bujur.',
    'Only one number was read; write latitude and longitude.',
  ),
  coordinateTooMany: text(
    'Terlalu banyak angka',
    'Too many numbers',
    'Terbaca {count} angka; tulis satu titik saja: lintang dan bujur.',
    '{count} numbers were read; write one point only: latitude and longitude.',
  ),
  coordinateOutOfRange: text(
    'Angka di luar batas',
    'Number out of range',
    '{value} di luar batas: lintang −90…90, bujur −180…180.',
    '{value} is out of range: latitude −90…90, longitude −180…180.',
  ),
  coordinateSameAxisTwice: text(
    'Dua kali sumbu yang sama',
    'The same axis twice',
    'Kedua angka ditandai sebagai {axis}; satu harus lintang (LS/LU), satu bujur (BT/BB).',
    'Both numbers are marked as {axis}; one must be latitude (S/N), the other longitude (E/W).',
  ),
  coordinateSignAndHemisphere: text(
    'Tanda minus dan arah sekaligus',
    'Minus sign and direction together',
    '“{input}” memakai minus dan huruf arah sekaligus; pakai salah satu.',
    '“{input}” has both a minus sign and a direction letter; use one of them.',
  ),
  coordinateMinutesOutOfRange: text(
    'Menit atau detik di luar batas',
    'Minutes or seconds out of range',
    'Menit dan detik harus kurang dari 60; terbaca {value}.',
    'Minutes and seconds must be less than 60; {value} was read.',
  ),
  coordinateAmbiguous: text(
    'Koma dapat dibaca dua cara',
    'The comma can be read in two ways',
    '“{input}” dapat dibaca lebih dari satu cara; pisahkan dua angka dengan spasi atau titik koma.',
    '“{input}” can be read in more than one way; separate the two numbers with a space or a semicolon.',
  ),
  utmMetresAsDegrees: text(
    'Meter ditulis sebagai derajat',
    'Metres written as degrees',
    '{x}, {y} tampak seperti meter UTM, bukan derajat. Untuk UTM zona {zone} tulis: “{hint}”.',
    '{x}, {y} look like UTM metres, not degrees. For UTM zone {zone} write: “{hint}”.',
  ),
  utmZoneMissing: text(
    'Zona UTM belum disebut',
    'UTM zone missing',
    'Sebutkan zona UTM dengan belahan buminya, misalnya “{hint}”.',
    'Name the UTM zone with its hemisphere, for example “{hint}”.',
  ),
  utmZoneNotHere: text(
    'Zona UTM lain',
    'Another UTM zone',
    'Zona UTM {given} tidak dipakai di kota ini; yang dipakai {zone}.',
    'UTM zone {given} is not used in this city; {zone} is.',
  ),
  utmOutOfRange: text(
    'Meter UTM di luar batas',
    'UTM metres out of range',
    'Timur (mT) {easting} dan utara (mU) {northing} di luar zona UTM {zone}.',
    'Easting {easting} and northing {northing} lie outside UTM zone {zone}.',
  ),
  mapLinkShortened: text(
    'Tautan peta yang dipendekkan',
    'Shortened map link',
    'Tautan pendek dari {host} tidak memuat koordinat dan tidak kami buka. Buka tautan itu, lalu salin alamat panjangnya atau koordinatnya.',
    'The short link of {host} holds no coordinate and we do not open it. Open it yourself, then copy its long address or the coordinate.',
  ),
  mapLinkWithoutPosition: text(
    'Tautan peta tanpa titik',
    'Map link without a position',
    'Tautan dari {host} tidak memuat koordinat titik. Tekan lama titiknya di peta itu, lalu salin koordinatnya.',
    'The link of {host} holds no position. Press and hold the place on that map, then copy its coordinate.',
  ),
  mapLinkUnknown: text(
    'Tautan tidak dikenal',
    'Unknown link',
    'Tautan dari {host} tidak dikenal sebagai tautan peta. Tulis koordinatnya.',
    'The link of {host} is not known as a map link. Write the coordinate.',
  ),
  geometryInvalid: text(
    'Bentuk bidang tidak sah',
    'Shape not valid',
    'Bentuk yang dikirim tidak sah: {reason}.',
    'The shape sent is not valid: {reason}.',
  ),
  areaTooLarge: text(
    'Bidang terlalu luas',
    'Area too large',
    'Bidang seluas {areaM2} m² melebihi batas {limitM2} m² untuk satu pertanyaan.',
    'The area of {areaM2} m² is larger than the limit of {limitM2} m² for one question.',
  ),
  tooManyVertices: text(
    'Titik sudut terlalu banyak',
    'Too many vertices',
    'Bentuk memiliki {count} titik sudut; batasnya {limit}.',
    'The shape has {count} vertices; the limit is {limit}.',
  ),
  groundTooWide: text(
    'Bidang terlalu lebar',
    'Ground too wide',
    'Bidang membentang {extentM} m; batasnya {limitM} m untuk satu pertanyaan.',
    'The ground is {extentM} m across; the limit is {limitM} m for one question.',
  ),
  borderTooLong: text(
    'Batas bidang terlalu panjang',
    'Border too long',
    'Batas bidang sepanjang {perimeterM} m; paling panjang {limitM} m untuk satu pertanyaan.',
    'The border is {perimeterM} m long; the limit is {limitM} m for one question.',
  ),
  buildingElsewhere: text(
    'Bangunan tidak di bidang ini',
    'Building not on this ground',
    'Bangunan yang digambar terletak jauh dari bidangnya. Gambarlah bangunan di dalam bidang.',
    'The drawn building lies far from the ground. Draw the building inside the ground.',
  ),
  activityUnknown: text(
    'Kegiatan tidak dikenal',
    'Activity unknown',
    'Kegiatan atau KBLI “{input}” tidak ada dalam daftar.',
    'The activity or KBLI “{input}” is not in the list.',
  ),

  parcelUnknown: text(
    'Bidang tidak ditemukan',
    'Parcel not found',
    'Tidak ada bidang dengan NIB “{nib}” pada data yang berlaku tanggal {on}.',
    'No parcel with the NIB “{nib}” is in the data in force on {on}.',
  ),
  parcelAmbiguous: text(
    'Nomor bidang tidak tunggal',
    'Parcel number not unique',
    'NIB “{nib}” tercatat pada {count} bidang yang berbeda. Ketuk bidangnya di peta, atau gambar batasnya.',
    'The NIB “{nib}” stands on {count} different parcels. Tap the one you mean on the map, or draw its outline.',
  ),
  polygonFileUnreadable: text(
    'Berkas tidak dapat dibaca',
    'File cannot be read',
    'Berkas tidak dapat dipakai: {reason}',
    'The file cannot be used: {reason}',
  ),
  fileReadingUnavailable: text(
    'Berkas tidak dapat dibaca di sini',
    'Files cannot be read here',
    'Layanan ini tidak dapat membaca berkas dengan aman. Gambarlah bidangnya di peta, atau kirim GeoJSON ke /api/v1/lookup.',
    'This service cannot read files safely. Draw the area on the map, or send GeoJSON to /api/v1/lookup.',
  ),
  fileWithoutPolygon: text(
    'Berkas tanpa bidang',
    'File without a polygon',
    'Berkas “{name}” terbaca, tetapi tidak berisi poligon.',
    'The file “{name}” was read but holds no polygon.',
  ),
};

/**
 * The detail of one problem in one language, its values filled in: a value with words of its own in that language. What stands
 * in `[…]` is left out where its value is not given.
 */
export function problemDetail({ code, params }: Problem, language: Language): string {
  return PROBLEM_TEXT[code].detail[language]
    .replace(/\[([^\]]*\{(\w+)\}[^\]]*)\]/g, (_, part: string, name: string) =>
      params[name] === undefined ? '' : part,
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => written(params[name], language));
}

function written(value: Problem['params'][string] | undefined, language: Language): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' && 'id' in value ? value[language] : String(value ?? '–');
}
