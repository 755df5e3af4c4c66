import { textsIn } from '../../locale/feature-texts.ts';

export const texts = textsIn({
  id: {
    title: 'Dokumen di lokasi yang rencananya berubah',
    lead: 'Dokumen yang masih berlaku, dan apa yang kini dikatakan rencana secara berbeda di lokasinya. Dokumen itu sendiri tidak berubah; pemegangnya diberi tahu satu kali untuk setiap perubahan.',
    counts: (changed: number, inForce: number) => `${changed} dari ${inForce} dokumen yang berlaku`,
    waiting: (n: number) =>
      `${n} dokumen belum dibandingkan sejak rencana berubah; dikerjakan sendiri, lihat lagi sebentar lagi.`,
    none: 'Tidak ada dokumen yang terkena',
    noneHelp: 'Di semua lokasi dokumen yang berlaku, rencana masih mengatakan hal yang sama.',
    changes: (n: number) => `${n} perubahan`,
    citationOnly: 'hanya dasar hukumnya disebut lain',
    told: 'pemegang diberi tahu',
    notTold: 'pemegang belum diberi tahu',
    whatChanged: (number: string) => `Yang berubah sejak dokumen ${number}`,
    application: 'Buka permohonannya',
    document: 'Halaman dokumen',
    more: 'Berikutnya',
    first: 'Kembali ke awal',
    touched: (n: number) => `${n} dokumen yang berlaku akan terkena rilis ini`,
    touchedNone: 'Tidak ada dokumen yang berlaku yang terkena rilis ini.',
    touchedHelp:
      'Setelah rilis ini berlaku, rinciannya per aturan ada di daftar dokumen, dan pemegangnya diberi tahu.',
    touchedMore: (n: number) => `dan ${n} lagi`,
    byGround: 'peruntukan di lokasinya',
    byRules: 'aturan zonanya',
  },
  en: {
    title: 'Documents on changed ground',
    lead: 'Documents that are in force, and what the plan says about their place differently today. The documents themselves do not change; their holders are told once for each change.',
    counts: (changed: number, inForce: number) => `${changed} of ${inForce} documents in force`,
    waiting: (n: number) =>
      `${n} documents were not compared since the plan changed; that happens by itself, look again shortly.`,
    none: 'No document is concerned',
    noneHelp: 'At the place of every document in force the plan still says the same.',
    changes: (n: number) => (n === 1 ? '1 change' : `${n} changes`),
    citationOnly: 'only cited differently',
    told: 'holder was told',
    notTold: 'holder was not told yet',
    whatChanged: (number: string) => `What has changed since document ${number}`,
    application: 'Open its application',
    document: 'Page of the document',
    more: 'Next',
    first: 'Back to the first',
    touched: (n: number) =>
      n === 1
        ? '1 document in force would be touched by this release'
        : `${n} documents in force would be touched by this release`,
    touchedNone: 'No document in force is touched by this release.',
    touchedHelp: 'Once it holds, the list of documents shows it rule by rule, and holders are told.',
    touchedMore: (n: number) => `and ${n} more`,
    byGround: 'what is planned on its ground',
    byRules: 'rules of its zone',
  },
});
