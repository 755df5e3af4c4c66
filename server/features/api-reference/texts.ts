import type { Text } from '#domain/language';

export const TEXTS = {
  title: { id: 'Acuan API', en: 'API reference' },
  lead: {
    id: 'Semua yang dapat ditanyakan peta ini dapat ditanyakan program Anda. Jawaban berupa JSON; kesalahan mengikuti RFC 9457 dan bernama.',
    en: 'All that this map can be asked, your program can ask. Answers are JSON; errors follow RFC 9457 and have names.',
  },
  machine: { id: 'Versi untuk mesin', en: 'For machines' },
  rules: { id: 'Yang berlaku di mana-mana', en: 'What holds everywhere' },
  order: {
    id: 'Koordinat selalu WGS 84, bujur lebih dulu dalam larik ([bujur, lintang]).',
    en: 'Coordinates are always WGS 84, longitude first in arrays ([longitude, latitude]).',
  },
  strict: {
    id: 'Parameter yang tidak dikenal atau ditulis dua kali ditolak dengan 400 yang menyebut namanya.',
    en: 'A parameter that is unknown or given twice is refused with a 400 that names it.',
  },
  missing: {
    id: 'Data yang tidak ada bernilai null dengan alasannya; tidak pernah nol dan tidak pernah “diizinkan”.',
    en: 'Missing data is null with its reason; never zero and never “allowed”.',
  },
  cache: {
    id: 'Jawaban ber-ETag dapat ditanyakan ulang dengan If-None-Match; 304 berarti tidak berubah.',
    en: 'An answer with an ETag can be asked again with If-None-Match; 304 means unchanged.',
  },
  demo: {
    id: 'isDemo: true berarti DATA CONTOH – BUKAN DATA RESMI.',
    en: 'isDemo: true means DATA CONTOH – BUKAN DATA RESMI (sample data, not official).',
  },
  operations: { id: 'Permintaan', en: 'Requests' },
  forStaff: {
    id: 'Untuk petugas: perlu sesi (POST /api/v1/accounts/sign-in) dan verifikasi dua langkah.',
    en: 'For staff: needs a session (POST /api/v1/accounts/sign-in) and the second factor.',
  },
  parameter: { id: 'Parameter', en: 'Parameter' },
  type: { id: 'Jenis', en: 'Type' },
  meaning: { id: 'Arti', en: 'Meaning' },
  required: { id: 'wajib', en: 'required' },
  optional: { id: 'boleh kosong', en: 'optional' },
  body: { id: 'Isi permintaan', en: 'Request body' },
  atMost: { id: 'paling besar', en: 'at most' },
  answers: { id: 'Jawaban', en: 'Answers' },
  fields: { id: 'Isian jawaban', en: 'Fields of the answer' },
  field: { id: 'Isian', en: 'Field' },
  status: { id: 'Status', en: 'Status' },
  unchanged: { id: 'Tidak berubah.', en: 'Unchanged.' },
  example: { id: 'Contoh', en: 'Example' },
  problems: { id: 'Daftar kesalahan', en: 'List of problems' },
  problemOf: { id: 'Kesalahan API', en: 'API problem' },
  back: { id: 'Kembali ke acuan API', en: 'Back to the API reference' },
  home: { id: 'Ke peta', en: 'To the map' },
  other: { id: 'English', en: 'Bahasa Indonesia' },
  skip: { id: 'Lompat ke isi', en: 'Skip to content' },
} satisfies Record<string, Text>;
