import { RIGHTS } from '../accounts/rights.ts';
import { ROLE_TITLES, ROLES } from '../accounts/role.ts';
import { OUTCOME_WORDS } from './outcomes.ts';
import { CASE_STATE_WORDS, CASE_STEP_WORDS } from './state-words.ts';
import { CASE_RULES, type CaseRule, type Need } from './states.ts';

const NEED_WORDS: Readonly<Record<Need, string>> = {
  reason: 'alasan',
  article: 'dasar hukum',
  serviceClass: 'klasifikasi',
  assignment: 'unit dan petugas',
  outcome: 'hasil',
  pause: 'sebab jeda dan hari terakhirnya',
  objection: 'surat keberatan dan tanggalnya',
  target: 'perkara tujuan',
  assessment: 'penilaian lengkap',
  sanction: 'sanksi dan suratnya',
  recipients: 'laporan yang dijawab (bila lebih dari satu)',
  answer: 'jawaban akhir untuk pelapor',
  closing: 'cara selesai (dengan foto baru bila dinyatakan pulih)',
};
const CLOSED_WORDS = { preparer: 'penyusun', hands: 'penyusun, penelaah, pemutus sebelumnya' } as const;

/** The roles that may take a step, by the table of rights. */
export const caseRolesOf = ({ by }: CaseRule): readonly string[] => {
  if (by === 'reporter') return ['Pelapor'];
  if (by === 'system') return ['Sistem'];
  const rights: Readonly<Record<string, unknown>> = RIGHTS[by];
  return ROLES.filter((role) => role in rights).map((role) => ROLE_TITLES[role].id);
};

/** The table of the life of a case as a page that people read. */
export function describeCases(): string {
  const name = (state: CaseRule['from'][number]): string => CASE_STATE_WORDS[state].name.id;
  const target = ({ step, to }: CaseRule): string => {
    if (to === 'back')
      return step === 'reopen'
        ? 'keadaan sebelum ditutup bila pelanggaran sudah terbukti; selain itu Terverifikasi'
        : 'keadaan sebelum keberatan';
    return to === 'same' ? 'tetap' : name(to);
  };
  const lines = CASE_RULES.map((one) =>
    [
      `\`${one.step}\``,
      one.through === 'round'
        ? `${CASE_STEP_WORDS[one.step].id} (menutup kunjungan lapangan)`
        : CASE_STEP_WORDS[one.step].id,
      one.from.map(name).join(', '),
      target(one),
      caseRolesOf(one).join(', '),
      one.needs.map((need) => NEED_WORDS[need]).join(', ') || '–',
      one.outcomes.map((outcome) => OUTCOME_WORDS[outcome].name.id).join(', ') || '–',
      one.closedTo === null ? '–' : CLOSED_WORDS[one.closedTo],
    ].join(' | '),
  );
  return [
    '# Perjalanan perkara dugaan pelanggaran',
    '',
    'Made from `states.ts` and the table of rights; a test keeps it true.',
    '',
    '| Langkah | Tombol | Dari | Ke | Oleh | Perlu | Hasil | Tertutup bagi |',
    '|---|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}
