import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of what is read out of files of other instruments. */
export const fileTexts = textsIn({
  id: {
    title: 'Ambil dari berkas',
    file: 'Berkas alat ukur',
    help: 'GPX, CSV atau GeoJSON, paling banyak 200 titik dan 20 jejak. Dibaca di perangkat ini, juga tanpa jaringan.',
    found: (format: string, points: number, tracks: number) => `${format}: ${points} titik, ${tracks} jejak.`,
    swapped: 'Semua titik di luar kota; bila bujur dan lintang ditukar, semuanya di dalam kota.',
    outside: (n: number) => `${n} titik di luar kota.`,
    take: 'Ambil semuanya',
    takeSwapped: 'Tukar, lalu ambil',
    leave: 'Jangan',
    taken: (points: number, tracks: number) => `${points} titik dan ${tracks} jejak diambil.`,
    tooLarge: 'Berkas terlalu besar.',
    unreadable: 'Berkas tidak dapat dibaca. Periksa apakah ini GPX, CSV atau GeoJSON yang utuh.',
    hasDoctype: 'Berkas ini memuat DOCTYPE dan tidak dibuka.',
    otherCrs: 'Koordinatnya bukan WGS 84 (EPSG:4326). Ubah dahulu.',
    empty: 'Tidak ada titik atau jejak di dalamnya.',
    tooMany: 'Terlalu banyak: paling banyak 200 titik, 20 jejak, 5.000 titik per jejak.',
    outOfRange: 'Ada koordinat di luar bumi: periksa kolom dan satuannya.',
  },
  en: {
    title: 'Take from a file',
    file: 'File of an instrument',
    help: 'GPX, CSV or GeoJSON, at most 200 points and 20 tracks. Read on this device, also without a network.',
    found: (format, points, tracks) => `${format}: ${points} points, ${tracks} tracks.`,
    swapped:
      'Everything lies outside the city; with longitude and latitude exchanged, all of it lies inside.',
    outside: (n) => `${n} points lie outside the city.`,
    take: 'Take all of it',
    takeSwapped: 'Exchange, then take',
    leave: 'Leave it',
    taken: (points, tracks) => `${points} points and ${tracks} tracks taken.`,
    tooLarge: 'The file is too large.',
    unreadable: 'The file cannot be read. Is it a whole GPX, CSV or GeoJSON?',
    hasDoctype: 'This file has a DOCTYPE and is not opened.',
    otherCrs: 'Its coordinates are not WGS 84 (EPSG:4326). Convert them first.',
    empty: 'There are no points and no tracks in it.',
    tooMany: 'Too many: at most 200 points, 20 tracks, 5,000 points in a track.',
    outOfRange: 'Some coordinates lie outside the earth: check columns and units.',
  },
});
