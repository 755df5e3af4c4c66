import { textsIn } from '../locale/feature-texts.ts';

/** Title and help of each page without an answer. */
export const problemTexts = textsIn({
  id: {
    notFound: 'Halaman ini tidak ada',
    notFoundHelp: 'Alamatnya mungkin salah tulis. Mulai lagi dari peta, atau cari tempatnya.',
    coordinate: 'Koordinat itu belum dapat dibaca',
    coordinateHelp:
      'Tulis misalnya -1,2745; 116,8312 atau 116.83120,-1.27450. Tidak ada yang dicari sebelum jelas.',
    day: 'Tanggal itu tidak dapat dibaca',
    dayHelp:
      'Tulis tanggal sebagai tahun-bulan-hari, misalnya on=2026-01-31. Tanpa tanggal, yang berlaku hari ini yang dijawab.',
    place: 'Tempat itu tidak ditemukan',
    placeHelp:
      'Tidak ada tempat bernama begitu. Coba nama kelurahan (Klandasan Ulu), nama jalan, nomor bidang, atau koordinat (-1,2745; 116,8312).',
    choose: 'Tempat mana yang dimaksud?',
    chooseHelp: 'Beberapa tempat cocok. Pilih salah satu.',
    server: 'Jawaban belum dapat dibuat',
    serverHelp: 'Alamat ini tetap benar. Coba lagi beberapa saat lagi.',
    swapped: 'Mungkin urutannya terbalik',
    swappedHelp: 'Di alamat, garis bujur ditulis lebih dulu, lalu garis lintang.',
  },
  en: {
    notFound: 'This page does not exist',
    notFoundHelp: 'The address may be misspelt. Start again from the map, or search for the place.',
    coordinate: 'Those coordinates could not be read',
    coordinateHelp:
      'Write for example -1.2745, 116.8312 or 116.83120,-1.27450. Nothing is looked up until it is clear.',
    day: 'That date could not be read',
    dayHelp:
      'Write a date as year-month-day, for example on=2026-01-31. Without a date the answer is for today.',
    place: 'That place was not found',
    placeHelp:
      'No place has that name. Try a kelurahan (Klandasan Ulu), a street, a parcel number, or coordinates (-1.2745, 116.8312).',
    choose: 'Which place do you mean?',
    chooseHelp: 'Several places match. Choose one.',
    server: 'The answer could not be made',
    serverHelp: 'This address is still right. Try again in a moment.',
    swapped: 'The order may be reversed',
    swappedHelp: 'In an address the longitude comes first, then the latitude.',
  },
});
