import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of drawing by coordinates. */
export const coordinateTexts = textsIn({
  id: {
    label: 'Koordinat, satu titik per baris',
    help: 'Derajat, derajat-menit-detik, UTM, atau tautan peta. Contoh: -1,2745; 116,8312',
    draw: 'Gambar dari koordinat',
    line: (n: number) => `Baris ${n}:`,
    tooFew: (n: number) => `Perlu paling sedikit ${n} titik.`,
    outside: (position: string) => `${position} di luar kota; mungkin kedua angkanya tertukar.`,
    swap: (position: string) => `Pakai ${position}`,
  },
  en: {
    label: 'Coordinates, one point per line',
    help: 'Degrees, degrees-minutes-seconds, UTM, or a map link. Example: -1.2745, 116.8312',
    draw: 'Draw from coordinates',
    line: (n: number) => `Line ${n}:`,
    tooFew: (n: number) => `At least ${n} points are needed.`,
    outside: (position: string) => `${position} is outside the city; the two numbers may be swapped.`,
    swap: (position: string) => `Use ${position}`,
  },
});
