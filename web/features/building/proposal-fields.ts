import { type Proposal, proposalSchema } from '#domain/building/proposal';

export interface ProposalField {
  readonly key: 'footprintM2' | 'floors' | 'heightM' | 'greenM2' | 'basementM2' | 'storeyHeightM';
  /** In the address of the page without script. */
  readonly name: string;
  readonly step: 1 | 0.1;
  readonly min: number;
  readonly max: number;
}

/** The two that everybody knows stand first. */
export const PROPOSAL_FIELDS = [
  { key: 'footprintM2', name: 'dasar', step: 0.1, min: 0, max: 10_000_000 },
  { key: 'floors', name: 'lantai', step: 1, min: 0, max: 300 },
  { key: 'heightM', name: 'tinggi', step: 0.1, min: 0, max: 1000 },
  { key: 'storeyHeightM', name: 'tinggi-lantai', step: 0.1, min: 2, max: 12 },
  { key: 'greenM2', name: 'hijau', step: 0.1, min: 0, max: 10_000_000 },
  { key: 'basementM2', name: 'basemen', step: 0.1, min: 0, max: 10_000_000 },
] as const satisfies readonly ProposalField[];

export type ProposalFieldName = (typeof PROPOSAL_FIELDS)[number]['name'];

/** Entries as a form or an address gives them. One that is no such number is left out and named; it is never zero. */
export function readProposal(textOf: (name: string) => string): {
  proposal: Proposal;
  unread: ProposalFieldName[];
} {
  const unread: ProposalFieldName[] = [];
  let proposal: Proposal = {};
  for (const { key, name } of PROPOSAL_FIELDS) {
    const text = textOf(name).trim().replace(',', '.');
    if (text === '') continue;
    const next = proposalSchema.safeParse({
      ...proposal,
      [key]: /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null,
    });
    if (next.success) proposal = next.data;
    else unread.push(name);
  }
  return { proposal, unread };
}
