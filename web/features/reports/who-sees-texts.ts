import { textsIn } from '../../locale/feature-texts.ts';

/** Texts of “siapa melihat apa”; the roles themselves come from the table of rights. */
export const whoSeesTexts = textsIn({
  id: {
    title: 'Siapa melihat apa',
    what: 'Apa',
    who: 'Siapa',
    there: 'dari kelurahan itu saja',
    person: 'Nama dan kontak Anda',
    personNobody: 'Tidak ada: tidak disimpan.',
    withReason: 'hanya dengan alasan, dan tercatat',
    messages: 'Pesan Anda dan fotonya',
    report: 'Uraian, foto, titik tepat, dan siapa yang Anda sebut',
    dispute: 'Kata-kata “belum selesai”',
    standing: 'Kelurahan, keadaan, dan tanggal',
    standingEverybody: 'Siapa pun yang punya nomor laporan.',
    replies: 'Tanggapan kantor',
    repliesReporters: 'Semua pelapor perkara yang sama.',
    passedOn: 'Bila diteruskan ke SP4N-LAPOR!',
    passedOnHow: 'Uraian tanpa nama dan kontak, tempat sekitar 100 m.',
    similar: 'Bahwa ada laporan sejenis',
    similarHow:
      'Umum, mulai esok hari dan bila petugas sudah memverifikasi sedikitnya tiga di petak sekitar 500 m.',
    accused: 'Yang dilaporkan',
    accusedNothing:
      'Hanya yang dilihat umum. Bila ia pegawai pemerintah, tandai itu di bagian siapa yang melakukannya: laporan lalu dibaca atasan dan auditor dahulu.',
  },
  en: {
    title: 'Who sees what',
    what: 'What',
    who: 'Who',
    there: 'of that kelurahan alone',
    person: 'Your name and contact',
    personNobody: 'Nobody: they are not kept.',
    withReason: 'for a reason alone, and it is recorded',
    messages: 'Your messages and their photos',
    report: 'Words, photos, the exact place, and whom you name',
    dispute: 'Words of “not done”',
    standing: 'Kelurahan, state and days',
    standingEverybody: 'Whoever has the number of the report.',
    replies: 'Answers of the office',
    repliesReporters: 'All reporters of the same case.',
    passedOn: 'If it is passed on to SP4N-LAPOR!',
    passedOnHow: 'Words without names and contacts, the place to some 100 m.',
    similar: 'That there are similar reports',
    similarHow:
      'Everybody, from the next day and once staff have verified at least three in a block of some 500 m.',
    accused: 'Whoever is reported',
    accusedNothing:
      'Only what everybody sees. If it is an official, mark that where you say who does it: superiors and auditors then read the report first.',
  },
});
