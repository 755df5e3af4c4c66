import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of “my location”. */
export const locationTexts = textsIn({
  id: {
    button: 'Lokasi saya',
    dismiss: 'Tutup pesan lokasi',
    looking: 'Mencari lokasi …',
    found: (metres: string) => `Lokasi ditemukan, ketelitian sekitar ${metres} m.`,
    foundMeanwhile: (metres: string) =>
      `Lokasi Anda ditandai di peta, ketelitian sekitar ${metres} m. Tempat yang Anda pilih tetap.`,
    rough: (metres: string) =>
      `Lokasi kurang teliti: bisa meleset ${metres} m, jadi zona atau bidangnya bisa yang lain. Ketuk tempat yang tepat di peta.`,
    outside: (city: string) => `Lokasi Anda di luar ${city}. Peta ini hanya menjawab untuk ${city}.`,
    refused:
      'Lokasi ditolak. Untuk mengizinkan: ketuk gambar gembok di samping alamat halaman, pilih Izin, lalu Lokasi. Atau ketuk peta.',
    tooLong: 'Lokasi belum didapat dalam 15 detik. Coba di tempat terbuka, atau ketuk peta.',
    unavailable: 'Perangkat ini tidak dapat menentukan lokasinya sekarang. Nyalakan lokasi, atau ketuk peta.',
    missing: 'Peramban ini tidak dapat memberi lokasi. Ketuk peta atau tulis koordinat.',
  },
  en: {
    button: 'My location',
    dismiss: 'Close the message about the location',
    looking: 'Looking for your location …',
    found: (metres: string) => `Location found, accurate to about ${metres} m.`,
    foundMeanwhile: (metres: string) =>
      `Your location is marked on the map, accurate to about ${metres} m. The place that you chose stays.`,
    rough: (metres: string) =>
      `The location is rough: it may be ${metres} m off, so zone or parcel may be another. Tap the exact place on the map.`,
    outside: (city: string) => `You are outside the ${city}. This map answers only for the ${city}.`,
    refused:
      'Location was refused. To allow it: tap the lock beside the address of the page, choose Permissions, then Location. Or tap the map.',
    tooLong: 'No location within 15 seconds. Try in the open, or tap the map.',
    unavailable: 'This device cannot find its location now. Turn location on, or tap the map.',
    missing: 'This browser cannot give a location. Tap the map or type coordinates.',
  },
});
