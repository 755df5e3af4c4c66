import type { ImportProblem, ImportProblemCode } from './import-problem.ts';
import { printable } from './printable.ts';
import { senderText } from './sender-texts.ts';

export interface ProblemText {
  readonly id: string;
  readonly en: string;
}

/** One clear sentence per refusal: what is wrong and what to do. `{name}` is filled from the problem's params. */
export const problemTexts: Readonly<Record<ImportProblemCode, ProblemText>> = {
  fileNotFound: { id: 'Berkas {path} tidak ditemukan.', en: 'The file {path} was not found.' },
  pathNotAllowed: {
    id: 'Alamat {path} tidak diterima: berikan berkas di komputer ini, bukan alamat jaringan atau /vsi.',
    en: 'The path {path} is not accepted: give a file on this machine, not a network address or a /vsi path.',
  },
  gdalMissing: {
    id: 'GDAL (ogrinfo, ogr2ogr) tidak ada di komputer ini: pasang paket gdal-bin.',
    en: 'GDAL (ogrinfo, ogr2ogr) is not on this machine: install the package gdal-bin.',
  },
  unreadable: {
    id: 'Berkas tidak dapat dibaca: {detail}. Periksa apakah berkas utuh.',
    en: 'The file cannot be read: {detail}. Check that it is complete.',
  },
  unsupportedDriver: {
    id: 'Isi {name} bukan format yang diterima: SHP (zip), GDB (zip), GeoPackage, GeoJSON, KML/KMZ, FlatGeobuf, GML, CSV dengan WKT, DXF.',
    en: 'The content of {name} is none of the accepted formats: zipped SHP or GDB, GeoPackage, GeoJSON, KML/KMZ, FlatGeobuf, GML, CSV with WKT, DXF.',
  },
  archiveUnsafe: {
    id: 'Arsip ditolak karena entri {entry} berbahaya ({detail}). Buat arsip baru yang hanya berisi berkas rencana.',
    en: 'The archive is refused because its entry {entry} is dangerous ({detail}). Make a new one with the plan files only.',
  },
  archiveDamaged: {
    id: 'Arsip rusak: {detail}. Unggah ulang salinan yang utuh.',
    en: 'The archive is damaged: {detail}. Take a complete copy.',
  },
  archiveTooLarge: {
    id: 'Isi arsip melebihi batas setelah dibuka ({limit}). Bagi menjadi beberapa berkas atau naikkan batas.',
    en: 'The archive exceeds the limit when unpacked ({limit}). Split it or raise the limit.',
  },
  tooManyEntries: {
    id: 'Arsip berisi lebih dari {limit} berkas. Sisakan berkas rencana saja.',
    en: 'The archive has more than {limit} entries. Leave only the plan files in it.',
  },
  noDataset: {
    id: 'Di dalam {name} tidak ada berkas peta yang dikenal (.shp, .gdb, .gpkg, .geojson, .kml, .fgb, .gml, .csv, .dxf).',
    en: 'There is no known map file in {name} (.shp, .gdb, .gpkg, .geojson, .kml, .fgb, .gml, .csv, .dxf).',
  },
  noFeatures: {
    id: 'Berkas terbaca, tetapi tidak berisi satu objek pun.',
    en: 'The file was read but holds no feature.',
  },
  geometryTypeMismatch: {
    id: 'Tidak ada geometri jenis {wanted} di dalam berkas (ada: {found}). Pilih --kind atau --source-layer yang sesuai.',
    en: 'The file has no geometry of type {wanted} (found: {found}). Choose another --kind or --source-layer.',
  },
  layerChoiceNeeded: {
    id: 'Berkas berisi beberapa layer: {layers}. Pilih satu dengan --source-layer.',
    en: 'The file has several layers: {layers}. Choose one with --source-layer.',
  },
  layerNotFound: {
    id: 'Layer {wanted} tidak ada. Yang ada: {layers}.',
    en: 'There is no layer {wanted}. There are: {layers}.',
  },
  layerNameNotAllowed: {
    id: 'Nama layer dalam berkas tidak diterima karena diawali tanda hubung atau memuat karakter kendali. Ganti nama layernya.',
    en: 'The name of the layer is not accepted: it begins with a hyphen or holds control characters. Rename the layer.',
  },
  viewNotAllowed: {
    id: 'Berkas memuat view {view}; hanya tabel yang dibaca. Simpan sebagai layer biasa.',
    en: 'The file holds the view {view}; only tables are read. Save it as an ordinary layer.',
  },
  noCrs: {
    id: 'Berkas ({format}) tidak menyebut sistem koordinat. Tanyakan kepada pembuatnya lalu berikan --crs EPSG:kode, misalnya EPSG:32750 (UTM 50S), EPSG:23880 (DGN95 UTM 50S), EPSG:23837 (TM-3 50.1), EPSG:9490 (SRGI2013 UTM 50S) atau EPSG:4326.',
    en: 'The file ({format}) names no coordinate system. Ask its producer and give --crs EPSG:code, such as EPSG:32750 (UTM 50S), EPSG:23880 (DGN95 UTM 50S), EPSG:23837 (TM-3 50.1), EPSG:9490 (SRGI2013 UTM 50S) or EPSG:4326.',
  },
  crsUnknown: {
    id: 'Sistem koordinat tidak dikenal. Tulis sebagai EPSG:kode, misalnya EPSG:32750.',
    en: 'The coordinate system is unknown. Write it as EPSG:code, such as EPSG:32750.',
  },
  crsConflict: {
    id: 'Berkas menyebut {own}, sedangkan --crs menyebut {crs}. Hapus --crs, atau perbaiki berkas.',
    en: 'The file says {own} while --crs says {crs}. Leave --crs out, or correct the file.',
  },
  coordinatesOutOfRange: {
    id: 'Koordinat tidak mungkin dalam sistem koordinat berkas (derajat di luar ±180/±90). Mungkin satuannya meter: berikan --crs.',
    en: 'The coordinates are impossible in the file’s coordinate system (degrees beyond ±180/±90). They may be metres: give --crs.',
  },
  axesSwapped: {
    id: 'Bujur dan lintang tertukar: setelah ditukar, data jatuh di {city}. Perbaiki urutan sumbu dalam berkas; tidak ditukar otomatis.',
    en: 'Longitude and latitude are swapped: swapped back, the data lies in {city}. Correct the axis order in the file; it is not done for you.',
  },
  outsideCity: {
    id: 'Sebanyak {count} objek berada di luar {city}, dan --strict tidak membolehkannya.',
    en: 'Outside {city} lie {count} features, which --strict does not allow.',
  },
  mappingInvalid: {
    id: 'Berkas pemetaan kolom tidak dapat dipakai: {detail}.',
    en: 'The mapping file cannot be used: {detail}.',
  },
  fieldsUnknown: {
    id: 'Kolom {wanted} tidak ditemukan. Kolom dalam berkas: {found}. Berikan --mapping.',
    en: 'The column {wanted} was not found. Columns of the file: {found}. Give --mapping.',
  },
  layerKindMismatch: {
    id: 'Layer {layerId} sudah ada sebagai {own}; {wanted} tidak dapat masuk ke sana. Pakai --layer lain.',
    en: 'The layer {layerId} already exists as {own}; {wanted} cannot go into it. Use another --layer.',
  },
  rulesLayerUnknown: {
    id: 'Layer aturan {layerId} tidak ada. Impor aturannya lebih dahulu.',
    en: 'There is no rules layer {layerId}. Import its rules first.',
  },
  regulationUnknown: {
    id: 'Versi terbaru layer aturan {layerId} tidak memuat peraturan {regulation}. Yang ada: {known}. Berikan --regulation, atau impor aturannya lebih dahulu.',
    en: 'The newest version of the rules layer {layerId} has no regulation {regulation}. It has: {known}. Give --regulation, or import its rules first.',
  },
  coverageMissing: {
    id: 'Cakupan layer {kind} harus dinyatakan: tanah yang tidak dibahas layer ini dijawab "tidak ada data", bukan "tidak terkena". Berikan --coverage BERKAS, --coverage-kelurahan "A,B", atau --covers-whole-city.',
    en: 'The coverage of a layer of kind {kind} must be stated: ground that the layer does not speak about is "no data", not "not concerned". Give --coverage FILE, --coverage-kelurahan "A,B" or --covers-whole-city.',
  },
  outlineBroken: {
    id: 'Objek ke-{featureNo} berisi batas yang terbuka atau kurang dari tiga sudut ({reason}). Tidak ada yang ditutup diam-diam: perbaiki berkasnya.',
    en: 'Feature {featureNo} has an outline that is open or has fewer than three corners ({reason}). Nothing is closed in silence: mend the file.',
  },
  coverageUnusable: {
    id: 'Berkas cakupan {name} tidak dapat dipakai: {detail}. Berikan poligon yang sah.',
    en: 'The coverage file {name} cannot be used: {detail}. Give valid polygons.',
  },
  kelurahanUnknown: {
    id: 'Kelurahan {names} tidak ada di batas administrasi yang berlaku. Yang ada: {known}.',
    en: 'The administrative areas in force have no kelurahan {names}. They have: {known}.',
  },
  timeLimit: {
    id: 'Pembacaan dihentikan setelah {seconds} detik. Sederhanakan berkas atau naikkan batas.',
    en: 'Reading was stopped after {seconds} seconds. Simplify the file or raise the limit.',
  },
  memoryLimit: {
    id: 'Berkas memerlukan memori lebih dari batas. Ubah ke GeoPackage atau FlatGeobuf lalu coba lagi.',
    en: 'The file needs more memory than the limit. Convert it to GeoPackage or FlatGeobuf and try again.',
  },
  outputTooLarge: {
    id: 'Isi berkas melebihi batas ukuran setelah dibaca. Bagi menjadi beberapa berkas.',
    en: 'The content exceeds the size limit when read. Split the file.',
  },
  diskFull: {
    id: 'Ruang penyimpanan habis; tidak ada yang tersimpan. Kosongkan ruang lalu ulangi.',
    en: 'The disk is full; nothing was stored. Free some space and try again.',
  },
  databaseUnavailable: {
    id: 'Basis data tidak dapat dihubungi; tidak ada yang tersimpan. Ulangi setelah basis data berjalan.',
    en: 'The database cannot be reached; nothing was stored. Try again when it runs.',
  },
};

/** The sentence for a problem, in Indonesian and English, its places filled. */
export function problemText(problem: ImportProblem): ProblemText {
  if (problem.audience === 'sender') return senderText(problem.code);
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_place, name: string) => printable(String(problem.params[name] ?? '–')));
  const text = problemTexts[problem.code];
  return { id: fill(text.id), en: fill(text.en) };
}
