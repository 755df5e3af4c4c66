import type { Result } from '#domain/result';

/** Why a file could not be signed now; asking again with the same file may succeed. */
export type SignerProblem = 'signerUnavailable';

/**
 * Who puts the electronic signature into a PDF: a key of this installation, or a service elsewhere. What comes back is the
 * same file with a signature over every byte of it (PAdES, ETSI EN 319 142-1).
 */
export interface Signer {
  /** As the public is told: whose signature it is. */
  readonly name: string;
  sign(pdf: Uint8Array, moment: Date): Promise<Result<Uint8Array, SignerProblem>>;
}
