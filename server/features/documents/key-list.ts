import type { Deps } from '../../platform/deps.ts';
import type { KeyStore } from '../../platform/keys.ts';
import { signStatement, writeLogKeys } from '../log/index.ts';
import { listCertificates } from './queries.ts';
import type { KeyList } from './schema.ts';
import { ownCertificates, SEAL_NAME } from './seal/local-signer.ts';
import { keyListStatement } from './signed-key-list.ts';

/** What documents of this installation are checked with, signed by its log: also those of keys that were changed. */
export async function readKeyList(deps: Pick<Deps, 'sql' | 'keys'>): Promise<KeyList> {
  const own = await ownKeyList(deps.keys);
  const officials = (await listCertificates(deps.sql)).map(({ kid, certificate, signer }) => ({
    kid,
    name: signer,
    of: 'official' as const,
    x5c: Buffer.from(certificate).toString('base64'),
  }));
  const log = (await writeLogKeys(deps)).split('\n').filter((line) => line !== '');
  const list: KeyList = { ...own, seals: [...own.seals, ...officials], log };
  return { ...list, note: await signStatement(deps, (origin) => keyListStatement(origin, list)) };
}

/** The same from the keys of this installation alone, without the name of its log and without certificates of officials. */
export async function ownKeyList(keys: KeyStore): Promise<KeyList> {
  return {
    schema: 'document-keys/1',
    keys: keys.signingKeys('document').map(({ kid, publicKey }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      x: Buffer.from(publicKey).toString('base64url'),
      kid,
      use: 'sig',
      alg: 'EdDSA',
    })),
    seals: (await ownCertificates(keys)).map(({ kid, certificate }) => ({
      kid,
      name: SEAL_NAME,
      of: 'service' as const,
      x5c: Buffer.from(certificate).toString('base64'),
    })),
    log: [],
  };
}
