import * as z from 'zod/mini';

/**
 * The life of a release. `draf`: being read and checked, or its check found no way to read it. `diperiksa`: findings are
 * there. `diajukan`: waits for a second person. `disetujui`: approved, its tiles are being made. `terbit`: in force from
 * its day. `ditolak`, `ditarik`: ended without.
 */
export const RELEASE_STATES = [
  'draf',
  'diperiksa',
  'diajukan',
  'disetujui',
  'terbit',
  'ditolak',
  'ditarik',
] as const;
export const releaseStateSchema = z.enum(RELEASE_STATES);
export type ReleaseState = z.infer<typeof releaseStateSchema>;

export const RELEASE_STEPS = ['amend', 'submit', 'approve', 'reject', 'withdraw'] as const;
export type ReleaseStep = (typeof RELEASE_STEPS)[number];

const STEPS_FROM: Readonly<Record<ReleaseState, readonly ReleaseStep[]>> = {
  draf: ['amend', 'withdraw'],
  diperiksa: ['amend', 'submit', 'withdraw'],
  diajukan: ['approve', 'reject', 'withdraw'],
  disetujui: [],
  terbit: [],
  ditolak: ['amend', 'withdraw'],
  ditarik: [],
};

/** What can be done with a release in a state, whoever asks. */
export const stepsFrom = (state: ReleaseState): readonly ReleaseStep[] => STEPS_FROM[state];

/**
 * Four eyes: nobody approves what their own hands have touched.
 * @param hands accounts that made, amended, drafted or submitted a release
 */
export const mayApprove = ({ hands }: { readonly hands: readonly string[] }, accountId: string): boolean =>
  !hands.includes(accountId);
