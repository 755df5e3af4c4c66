import type { FIELD_PROBLEM_CODES } from './problem.ts';
import { type ProblemText, text } from './problem-text-entry.ts';

/** Texts of {@link FIELD_PROBLEM_CODES}: what a round on site is refused for. */
export const FIELD_PROBLEM_TEXT: Readonly<Record<(typeof FIELD_PROBLEM_CODES)[number], ProblemText>> = {
  roundClosed: text(
    'Kunjungan sudah ditutup',
    'The round has ended',
    'Kunjungan ini sudah ditutup; yang baru tidak ditambahkan lagi. Simpan sebagai berkas bila perlu.',
    'This round has ended; nothing is added to it any more. Save it as a file if it is needed.',
  ),
  roundFull: text(
    'Kunjungan sudah penuh',
    'The round is full',
    'Satu kunjungan memuat paling banyak {items} catatan dan {photos} foto.',
    'One round holds at most {items} items and {photos} photos.',
  ),
  itemDiffers: text(
    'Catatan sudah ada dengan isi lain',
    'There already, with other content',
    'Catatan dengan nomor ini sudah diterima dengan isi yang berbeda.',
    'An item of this id was received with other content.',
  ),
  itemUnknown: text(
    'Catatan tidak dikenal',
    'Unknown item',
    'Catatan yang ditarik tidak ada pada kunjungan ini.',
    'What is taken back is not in this round.',
  ),
  outlineFaulty: text(
    'Batas terukur keliru',
    'The measured outline is wrong',
    'Sudut-sudut ini tidak membentuk satu bidang tanah: {fault}.',
    'These corners do not go around one piece of ground: {fault}.',
  ),
  outlineMissing: text(
    'Belum ada batas terukur',
    'No measured outline',
    'Batas hasil ukur hanya dapat dipakai bila sudah diukur.',
    'A measured plot can only be used once it was measured.',
  ),
  photoMissing: text(
    'Berkas foto belum diterima',
    'The picture is not there yet',
    'Keterangan foto datang tanpa fotonya: kirim fotonya dahulu.',
    'The words about the photo came without it: send the picture first.',
  ),
  photoKindRefused: text(
    'Jenis foto tidak diterima',
    'Kind of photo not accepted',
    'Hanya foto JPEG, PNG atau WebP. Foto HEIC: ubah dahulu ke JPEG (di iPhone: Pengaturan › Kamera › Format › Paling Kompatibel).',
    'Only photos in JPEG, PNG or WebP. A HEIC photo: make it a JPEG first (iPhone: Settings › Camera › Formats › Most Compatible).',
  ),
  photoTooManyPixels: text(
    'Foto terlalu besar',
    'The photo is too large',
    'Foto ini lebih dari {megapixels} megapiksel dan tidak dibuka.',
    'This photo has more than {megapixels} megapixels and is not opened.',
  ),
  photoUnreadable: text(
    'Foto tidak dapat dibaca',
    'The photo cannot be read',
    'Foto ini rusak atau tidak dapat ditulis ulang, sehingga tidak disimpan. Ambil sekali lagi.',
    'This photo is damaged or cannot be written anew, so it was not kept. Take it again.',
  ),
  roundEmpty: text(
    'Belum ada yang dicatat',
    'Nothing was written down',
    'Kunjungan yang dinyatakan selesai memerlukan sedikitnya satu foto, ukuran, atau garis batas. Bila lokasi tidak dapat diperiksa, nyatakan demikian.',
    'A visit that is said to be done needs at least one photo, measure or outline. If the place could not be inspected, say so.',
  ),
};
