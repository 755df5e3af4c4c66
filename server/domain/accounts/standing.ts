import type { Role } from './role.ts';

/** What a role cannot do without, by the word that a person is told. */
const NEEDED = { produsenData: 'producerId', lurah: 'kelurahanCode' } as const;

/** The first role that lacks what it needs: a producer without an office or a lurah without a kelurahan reaches nothing. */
export function missingFor(standing: {
  readonly roles: readonly Role[];
  readonly producerId: string | null;
  readonly kelurahanCode: string | null;
}): { readonly role: Role; readonly missing: 'producerId' | 'kelurahanCode' } | undefined {
  for (const role of ['produsenData', 'lurah'] as const) {
    const missing = NEEDED[role];
    if (standing.roles.includes(role) && (standing[missing] ?? '') === '') return { role, missing };
  }
  return undefined;
}
