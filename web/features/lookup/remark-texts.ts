import { textsIn } from '../../locale/feature-texts.ts';

/** What is said beside the answer: plans under revision, notes on rows, and the way to say that a row is wrong. */
export const remarkTexts = textsIn({
  id: {
    revision: 'RDTR sedang direvisi',
    revisionOf: (title: string) => `${title} sedang direvisi`,
    revisionArea: (area: string) => `Wilayah perencanaan ${area}`,
    revisionHelp: (day: string) =>
      `Revisi berjalan sejak ${day}. Sampai revisinya ditetapkan, yang berlaku tetap yang tertulis di sini; tanyakan DPPR sebelum membeli atau membangun.`,
    note: 'Catatan petugas',
    'outcome.diterima': 'Benar keliru, akan diperbaiki',
    'outcome.ditolak': 'Sudah diperiksa, data tetap',
    'outcome.diperbaiki': 'Sudah diperbaiki',
    mended: (day: string) => `dengan versi yang berlaku sejak ${day}`,
    ofVersion: (day: string, decree: string) => `Tentang versi yang berlaku sejak ${day} (${decree})`,
    answered: (ticket: string, day: string) => `kasus ${ticket}, dijawab ${day}`,
    wrong: 'Data ini keliru',
  },
  en: {
    revision: 'This plan is under revision',
    revisionOf: (title) => `${title}: under revision`,
    revisionArea: (area) => `Planning area ${area}`,
    revisionHelp: (day) =>
      `The revision has been under way since ${day}. What is written here stays in force until it is set; ask DPPR before you buy or build.`,
    note: 'Note of the office',
    'outcome.diterima': 'Wrong indeed, will be mended',
    'outcome.ditolak': 'Checked, the data stays',
    'outcome.diperbaiki': 'Mended',
    mended: (day) => `with the version in force since ${day}`,
    ofVersion: (day, decree) => `About the version in force since ${day} (${decree})`,
    answered: (ticket, day) => `case ${ticket}, answered ${day}`,
    wrong: 'This data is wrong',
  },
});
