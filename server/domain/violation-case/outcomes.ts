import type { Text } from '../language.ts';

/** What a case can come to. */
export const OUTCOMES = [
  'terbukti',
  'tidakTerbukti',
  'sudahBerizin',
  'bukanKewenangan',
  'sengketaPerdata',
  'duplikat',
  'dataKurang',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes that are plain before anybody has gone out; the others follow from an assessment. */
export const DISMISSALS = ['bukanKewenangan', 'sengketaPerdata', 'dataKurang'] as const;

/** Outcomes that an assessment can recommend: all but that of a join. */
export const RECOMMENDABLE = OUTCOMES.filter((outcome) => outcome !== 'duplikat');

export const OUTCOME_WORDS: Readonly<Record<Outcome, { readonly name: Text; readonly means: Text }>> = {
  terbukti: {
    name: { id: 'Terbukti', en: 'Confirmed' },
    means: {
      id: 'Pelanggaran terbukti dan ditindak.',
      en: 'The violation was confirmed and is acted upon.',
    },
  },
  tidakTerbukti: {
    name: { id: 'Tidak terbukti', en: 'Not confirmed' },
    means: {
      id: 'Pemeriksaan tidak menemukan pelanggaran.',
      en: 'The inspection found no violation.',
    },
  },
  sudahBerizin: {
    name: { id: 'Sudah berizin/eksisting', en: 'Permitted before or existing' },
    means: {
      id: 'Ada izin yang masih berlaku, atau bangunan sudah ada sebelum aturannya.',
      en: 'There is a permit that still holds, or the building is older than the rule.',
    },
  },
  bukanKewenangan: {
    name: { id: 'Bukan kewenangan kota', en: 'Not for the city to decide' },
    means: {
      id: 'Instansi lain yang berwenang; namanya disebutkan.',
      en: 'Another authority decides on this; it is named.',
    },
  },
  sengketaPerdata: {
    name: { id: 'Sengketa perdata', en: 'Civil dispute' },
    means: {
      id: 'Perselisihan hak atas tanah diputus pengadilan, bukan tata ruang.',
      en: 'A dispute about land is for the courts, not for spatial planning.',
    },
  },
  duplikat: {
    name: { id: 'Digabung dengan perkara lain', en: 'Joined with another case' },
    means: {
      id: 'Laporan ini diteruskan di dalam perkara lain tentang hal yang sama.',
      en: 'This report goes on within another case about the same thing.',
    },
  },
  dataKurang: {
    name: { id: 'Data kurang', en: 'Not enough information' },
    means: {
      id: 'Keterangan belum cukup untuk diperiksa, dan tidak dilengkapi.',
      en: 'What was told is not enough to look into, and was not completed.',
    },
  },
};

/** How a confirmed case ends. `saysFixed`: only with a photo that was not used before. */
export const CLOSINGS = {
  dipulihkan: { saysFixed: true, words: { id: 'Fungsi ruang dipulihkan', en: 'The use was restored' } },
  dibongkar: { saysFixed: true, words: { id: 'Bangunan dibongkar', en: 'The building was taken down' } },
  disesuaikan: {
    saysFixed: true,
    words: { id: 'Disesuaikan dengan aturan', en: 'It was brought in line with the rule' },
  },
  kewajibanDipenuhi: {
    saysFixed: false,
    words: { id: 'Kewajiban sanksi dipenuhi', en: 'The duties of the sanction were met' },
  },
  prosesHukum: {
    saysFixed: false,
    words: { id: 'Diteruskan dalam proses hukum', en: 'It goes on before the law' },
  },
} as const satisfies Readonly<Record<string, { readonly saysFixed: boolean; readonly words: Text }>>;
export type Closing = keyof typeof CLOSINGS;
export const CLOSING_NAMES = Object.keys(CLOSINGS) as [Closing, ...Closing[]];

/** Why a clock stands still, as everybody may read it: never in free words, which could name somebody. */
export const PAUSES = {
  menungguPelapor: { id: 'Menunggu keterangan dari pelapor', en: 'Waits for an answer of the reporter' },
  menungguInstansi: { id: 'Menunggu jawaban instansi lain', en: 'Waits for another authority' },
  menungguAhli: { id: 'Menunggu hasil ukur atau pendapat ahli', en: 'Waits for a survey or an expert' },
  tidakDapatDidatangi: {
    id: 'Lokasi belum dapat didatangi dengan aman',
    en: 'The place cannot be reached safely yet',
  },
  prosesPengadilan: { id: 'Menunggu putusan pengadilan', en: 'Waits for a court' },
} as const satisfies Readonly<Record<string, Text>>;
export type Pause = keyof typeof PAUSES;
/** Days of the calendar that one pause lasts at most; ours. Who still waits then says so again, with a reason. */
export const LONGEST_PAUSE_DAYS = 90;
export const PAUSE_NAMES = Object.keys(PAUSES) as [Pause, ...Pause[]];
