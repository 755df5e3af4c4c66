import type { Text } from '../language.ts';
import type { ImportProblemCode } from './import-problem.ts';

const text = (id: string, en: string): Text => ({ id, en });

const broken = text(
  'Isi berkas tidak dapat dibaca. Periksa apakah berkas utuh dan tersimpan dengan benar.',
  'The content of the file cannot be read. Check that it is complete and was saved properly.',
);
const tooMuch = text(
  'Berkas terlalu besar atau terlalu rumit untuk satu bidang. Kirim hanya batas bidang yang ditanyakan.',
  'The file is too large or too complex for one plot. Send only the outline that you ask about.',
);
const unusable = text(
  'Arsip ini tidak dapat diterima. Buat arsip baru yang hanya berisi berkas batas bidang.',
  'This archive cannot be accepted. Make a new one that holds only the files of the outline.',
);
const formats = text(
  'Format berkas tidak dikenal. Kirim GeoJSON, KML/KMZ, GeoPackage, DXF, atau zip berisi SHP.',
  'The format is not known. Send GeoJSON, KML/KMZ, GeoPackage, DXF, or a zip with a shapefile.',
);
const unavailable = text(
  'Pembacaan berkas sedang tidak tersedia. Coba lagi nanti, atau gambar batas bidang di peta.',
  'Files cannot be read at the moment. Try again later, or draw the outline on the map.',
);

/** What the sender of a plot's outline can do about it; every other refusal is a file that cannot be read. */
const texts: Partial<Record<ImportProblemCode, Text>> = {
  gdalMissing: unavailable,
  databaseUnavailable: unavailable,
  diskFull: unavailable,
  unsupportedDriver: formats,
  noDataset: formats,
  archiveUnsafe: unusable,
  archiveDamaged: text(
    'Arsip rusak atau tidak lengkap. Kirim ulang salinan yang utuh.',
    'The archive is damaged or incomplete. Send a complete copy.',
  ),
  archiveTooLarge: tooMuch,
  tooManyEntries: text(
    'Arsip berisi terlalu banyak berkas. Kirim hanya berkas batas bidang yang ditanyakan.',
    'The archive has too many files. Send only those of the outline that you ask about.',
  ),
  timeLimit: tooMuch,
  memoryLimit: tooMuch,
  outputTooLarge: tooMuch,
  noFeatures: text('Berkas terbaca, tetapi kosong.', 'The file was read but is empty.'),
  layerChoiceNeeded: text(
    'Berkas berisi beberapa layer. Kirim berkas dengan satu layer saja.',
    'The file has several layers. Send a file with one layer only.',
  ),
  layerNameNotAllowed: text(
    'Nama layer dalam berkas tidak dapat diterima. Ganti namanya lalu kirim lagi.',
    'The name of the layer cannot be accepted. Rename it and send the file again.',
  ),
  viewNotAllowed: text(
    'GeoPackage ini memuat view, bukan hanya tabel. Simpan batas bidang sebagai layer biasa lalu kirim lagi.',
    'This GeoPackage holds a view besides its tables. Save the outline as an ordinary layer and send it again.',
  ),
  noCrs: text(
    'Berkas tidak menyebut sistem koordinat. Pilih sistem koordinatnya saat mengirim, misalnya EPSG:32750 (UTM 50S) atau EPSG:4326.',
    'The file names no coordinate system. Choose it when you send the file, such as EPSG:32750 (UTM 50S) or EPSG:4326.',
  ),
  crsUnknown: text(
    'Sistem koordinat tidak dikenal. Tulis sebagai EPSG:kode, misalnya EPSG:32750.',
    'The coordinate system is unknown. Write it as EPSG:code, such as EPSG:32750.',
  ),
  crsConflict: text(
    'Sistem koordinat yang dipilih berbeda dari yang tertulis dalam berkas. Kosongkan pilihan itu atau perbaiki berkas.',
    'The coordinate system you chose differs from the one in the file. Leave the choice out or correct the file.',
  ),
  outlineBroken: text(
    'Berkas berisi batas yang terbuka atau kurang dari tiga sudut. Tutup batasnya (sudut akhir sama dengan sudut awal) lalu kirim lagi.',
    'The file has an outline that is open or has fewer than three corners. Close it (last corner equal to the first) and send it again.',
  ),
  coordinatesOutOfRange: text(
    'Koordinat dalam berkas tidak mungkin. Mungkin satuannya meter: pilih sistem koordinatnya saat mengirim.',
    'The coordinates in the file are impossible. They may be metres: choose the coordinate system when you send it.',
  ),
};

/** The sentence for a refused outline: no path, no option of a command, no word of the reader's own. */
export const senderText = (code: ImportProblemCode): Text => texts[code] ?? broken;
