import { RIGHTS } from '../accounts/rights.ts';
import { ROLE_TITLES, ROLES } from '../accounts/role.ts';
import { STATE_WORDS, STEP_WORDS } from './state-words.ts';
import { STEP_ROWS, type StepRow } from './states.ts';

const NEED_WORDS = { reason: 'alasan', article: 'pasal', result: 'hasil' } as const;
const CLOSED_WORDS = {
  preparer: 'penyusun',
  workers: 'penyusun, pemeriksa',
  hands: 'penyusun, pemeriksa, pemutus sebelumnya',
} as const;

/** The roles that may take a step, by the table of rights. */
export const rolesOf = ({ by }: StepRow): readonly string[] => {
  if (by === 'applicant') return ['Pemohon'];
  if (by === 'system') return ['Sistem'];
  const rights: Readonly<Record<string, unknown>> = RIGHTS[by];
  return ROLES.filter((role) => role in rights).map((role) => ROLE_TITLES[role].id);
};

/** The table of the life of an application as a page that people read. */
export function describeStates(): string {
  const name = (state: StepRow['from'][number]): string => STATE_WORDS[state].name.id;
  const lines = STEP_ROWS.map((one) =>
    [
      `\`${one.step}\``,
      one.through === 'round'
        ? `${STEP_WORDS[one.step].id} (menutup kunjungan lapangan)`
        : STEP_WORDS[one.step].id,
      one.from.map(name).join(', '),
      one.to === 'same' ? 'tetap' : name(one.to),
      rolesOf(one).join(', '),
      one.needs.map((need) => NEED_WORDS[need]).join(', ') || '–',
      one.closedTo === null ? '–' : CLOSED_WORDS[one.closedTo],
    ].join(' | '),
  );
  return [
    '# Perjalanan permohonan KRK',
    '',
    'Made from `states.ts` and the table of rights; a test keeps it true.',
    '',
    '| Langkah | Tombol | Dari | Ke | Oleh | Perlu | Tertutup bagi |',
    '|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}
