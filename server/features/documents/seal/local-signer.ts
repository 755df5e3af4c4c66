import { ok } from '#domain/result';
import type { KeyStore, SealKey } from '../../../platform/keys.ts';
import { signPdf } from './sign-pdf.ts';
import type { Signer } from './signer.ts';

/** Whose signature it is, as readers of the file show it. It is no signature of an officer. */
export const SEAL_NAME = 'Segel layanan One Map One Data';

/** Signs with a key of this installation, whose certificate nobody else vouches for: the service's seal. */
export function createLocalSigner(keys: KeyStore): Signer {
  const certificates = new Map<string, Uint8Array>();
  const certificateInUse = async (): Promise<Uint8Array> => {
    const [key] = keys.sealKeys('seal');
    if (key === undefined) throw new Error('there is no key to seal with');
    const kept = certificates.get(key.kid);
    if (kept !== undefined) return kept;
    const made = await certificateOf(keys, key);
    certificates.set(key.kid, made);
    return made;
  };
  return {
    name: SEAL_NAME,
    asksPassphrase: false,
    async sign(pdf, moment) {
      const certificate = await certificateInUse();
      const { signDigest } = await import('./cms.ts');
      const signed = await signPdf(pdf, { name: SEAL_NAME, moment }, async (digest) =>
        signDigest(digest, certificate, (text) => keys.seal('seal', text)),
      );
      return ok({ pdf: signed, certificate: null });
    },
  };
}

/** The certificates of every key that ever sealed here, the one in use first. */
export const ownCertificates = (keys: KeyStore): Promise<{ kid: string; certificate: Uint8Array }[]> =>
  Promise.all(
    keys.sealKeys('seal').map(async (key) => ({ kid: key.kid, certificate: await certificateOf(keys, key) })),
  );

async function certificateOf(keys: KeyStore, key: SealKey): Promise<Uint8Array> {
  // Half a megabyte that a server reads when something is signed, not when it starts.
  const { makeOwnCertificate } = await import('./own-certificate.ts');
  return makeOwnCertificate({ ...key, createdAt: new Date(key.createdAt), name: SEAL_NAME }, (text) =>
    keys.seal('seal', text, key.kid),
  );
}
