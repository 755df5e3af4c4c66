import type { Draft } from './application.ts';
import { type FormFields, readForm } from './application-form.ts';
import type { ServiceSettings } from './settings.ts';

/** The parts of an application, in the order in which they are asked for; the names stand in addresses. */
export const FORM_PARTS = ['tanah', 'rencana', 'pemohon', 'bukti', 'berkas'] as const;
export type FormPart = (typeof FORM_PARTS)[number];

/** Which part of the draft each part of the form fills, and how its fields begin. */
export const DRAFT_OF_PART = {
  tanah: 'ground',
  rencana: 'plannedUse',
  pemohon: 'applicant',
  bukti: 'landProof',
} as const satisfies Readonly<Record<Exclude<FormPart, 'berkas'>, keyof Draft>>;

/** `optional`: nothing has to be brought; `notSet`: the office has not said what has to be brought. */
export type PartState = 'empty' | 'wrong' | 'complete' | 'optional' | 'notSet';

/** The fields of a form that belong to one of its parts. */
export const isOfPart = (field: string, part: FormPart): boolean =>
  part !== 'berkas' && field.startsWith(`${DRAFT_OF_PART[part]}.`);

type Papers = readonly { readonly kind: string; readonly check: 'waiting' | 'accepted' | 'refused' }[];

/** How far each part of an application is. */
export function partStates(
  fields: FormFields,
  papers: Papers,
  settings: Pick<ServiceSettings, 'papers'>,
): Readonly<Record<FormPart, PartState>> {
  const { draft, faults } = readForm(fields);
  const stateOf = (part: Exclude<FormPart, 'berkas'>): PartState => {
    if (faults.some((fault) => isOfPart(fault, part))) return 'wrong';
    return draft[DRAFT_OF_PART[part]] === null ? 'empty' : 'complete';
  };
  return {
    tanah: stateOf('tanah'),
    rencana: stateOf('rencana'),
    pemohon: stateOf('pemohon'),
    bukti: stateOf('bukti'),
    berkas: papersState(papers, settings),
  };
}

function papersState(papers: Papers, { papers: asked }: Pick<ServiceSettings, 'papers'>): PartState {
  if (asked === null) return 'notSet';
  const given = new Set(papers.filter(({ check }) => check !== 'refused').map(({ kind }) => kind));
  if (papers.some(({ kind, check }) => check === 'refused' && !given.has(kind))) return 'wrong';
  if (asked.some(({ id, isRequired }) => isRequired && !given.has(id))) return 'empty';
  return given.size > 0 ? 'complete' : 'optional';
}

/** The part that comes next: the first behind this one; null behind the last. */
export const partAfter = (part: FormPart): FormPart | null =>
  FORM_PARTS[FORM_PARTS.indexOf(part) + 1] ?? null;
