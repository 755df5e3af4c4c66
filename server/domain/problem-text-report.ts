import type { REPORT_PROBLEM_CODES } from './problem.ts';
import { type ProblemText, text } from './problem-text-entry.ts';

/** Texts of {@link REPORT_PROBLEM_CODES}: what a report of a violation is refused for. */
export const REPORT_PROBLEM_TEXT: Readonly<Record<(typeof REPORT_PROBLEM_CODES)[number], ProblemText>> = {
  reportOutsideCity: text(
    'Bukan kewenangan kota',
    'Not for this city',
    'Titik itu di luar kota: {whose}. Kota tidak dapat menindaknya; laporkan kepada {whose} atau lewat SP4N-LAPOR! (www.lapor.go.id). Isian Anda tidak hilang.',
    'That place lies outside the city: {whose}. The city cannot act there; report it to {whose} or through SP4N-LAPOR! (www.lapor.go.id). What you filled in is kept.',
  ),
  reportPlaceSwapped: text(
    'Bujur dan lintang mungkin tertukar',
    'Longitude and latitude may be swapped',
    'Titik itu di luar kota. Bila dibaca terbalik ({lat}, {lon}), titiknya di dalam kota: periksa, lalu kirim lagi.',
    'That place lies outside the city. Read the other way round ({lat}, {lon}) it lies inside: look at it and send again.',
  ),
  reportPhotosMissing: text(
    'Foto belum sampai',
    'Photos have not arrived',
    'Foto ini belum kami terima, atau sudah dihapus karena terlalu lama menunggu: {photos}. Kirim fotonya lagi, lalu laporannya.',
    'These photos have not arrived, or were removed because they waited too long: {photos}. Send them again, and then the report.',
  ),
  reportPhotosFull: text(
    'Foto sudah cukup banyak',
    'Enough photos',
    'Satu laporan memuat paling banyak {most} foto.',
    'One report holds at most {most} photos.',
  ),
  reportClosedMeanwhile: text(
    'Sudah tertutup',
    'Closed meanwhile',
    'Laporan ini tertutup sendiri setelah setengah jam, supaya orang lain yang memegang perangkat ini tidak membacanya. Masukkan kuncinya lagi; yang Anda tulis masih ada.',
    'This report closed by itself after half an hour, so that nobody else with this device reads it. Enter its key again; what you wrote is still here.',
  ),
  messageEmpty: text(
    'Pesannya kosong',
    'The message is empty',
    'Tulis pesan, atau lampirkan foto.',
    'Write a message, or attach a photo.',
  ),
  disputeTooShort: text(
    'Terlalu singkat',
    'Too short',
    'Ceritakan apa yang belum selesai, sedikitnya 10 huruf.',
    'Say what is not done, in at least 10 letters.',
  ),
  notSure: text(
    'Belum dinyatakan',
    'Not confirmed',
    'Centang dahulu bahwa Anda yakin: ini tidak dapat dikembalikan.',
    'Tick first that you are sure: this cannot be undone.',
  ),
  reportSecretWrong: text(
    'Kunci tidak cocok',
    'The key does not fit',
    'Kunci ini bukan kunci laporan itu. Kunci ada di tautan yang diberikan ketika laporan diterima.',
    'This is not the key of that report. It stands in the link that was given when the report was received.',
  ),
  reportDaySeen: text(
    'Hari terlihat belum tiba',
    'The day seen is yet to come',
    'Hari ketika terlihat ({day}) belum tiba.',
    'The day on which it was seen ({day}) is yet to come.',
  ),
  pushServiceUnknown: text(
    'Perangkat ini tidak dapat dikabari',
    'This device cannot be told',
    'Layanan kabar browser ini tidak dikenal di sini, jadi perangkat ini tidak dikabari. Buka halaman laporan untuk membaca kabarnya.',
    'The push service of this browser is not known here, so this device is not told. Open the page of the report to read the news.',
  ),
  pushBrowsersFull: text(
    'Sudah cukup banyak perangkat',
    'Enough devices',
    'Satu laporan mengabari paling banyak {most} perangkat. Hentikan kabar dahulu, lalu minta lagi di perangkat ini.',
    'One report tells at most {most} devices. Stop the news first, then ask again on this device.',
  ),
};
