import type { Role } from './role.ts';

/** Who is asking: an account with a session that holds now. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The office whose data this person keeps; null for everybody but producers. */
  readonly producerId: string | null;
  /** Full code of the kelurahan that this person heads; null for everybody but a lurah. */
  readonly kelurahanCode: string | null;
  readonly sessionId: string;
  /** A second factor is set up, and it was shown here. */
  readonly hasSecondFactor: boolean;
}
