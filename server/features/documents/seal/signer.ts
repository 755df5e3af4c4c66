import type { Result } from '#domain/result';

/**
 * Why a file could not be signed now. `signerUnavailable`: asking again may succeed · `passphraseWrong` ·
 * `certificateNotValid`: the certificate of whoever signs has ended, was revoked or was never issued · `signerRefused`: the
 * service will not sign this, and did not say why in words that are known.
 */
export type SignerProblem = 'signerUnavailable' | 'passphraseWrong' | 'certificateNotValid' | 'signerRefused';

/** What an official types in the moment of signing. It is handed on and kept nowhere: no log, no database, no error. */
export interface SigningSecret {
  /** As the service knows the official. */
  readonly identity: string;
  readonly passphrase: string;
}

/**
 * Who puts the electronic signature into a PDF: a key of this installation, or a service elsewhere. What comes back is the
 * same file with a signature over every byte of it (PAdES, ETSI EN 319 142-1).
 */
export interface Signer {
  /** As the public is told: whose signature it is. */
  readonly name: string;
  /** Whether an official is asked for a passphrase. */
  readonly asksPassphrase: boolean;
  sign(
    pdf: Uint8Array,
    moment: Date,
    secret: SigningSecret | null,
  ): Promise<Result<SignedFile, SignerProblem>>;
}

export interface SignedFile {
  readonly pdf: Uint8Array;
  /** X.509 (DER) of whoever signed, where it is no key of this installation. */
  readonly certificate: Uint8Array | null;
}
