import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { readKeyFile, type StoredKey, writeKeyFile } from './key-file.ts';

/** What each key is for. A name here is a file in DATA_DIRECTORY/keys. */
export const KEY_NAMES = {
  log: 'Ed25519',
  pack: 'Ed25519',
  document: 'Ed25519',
  seal: 'RS256',
  personal: 'A256GCM',
  account: 'HS256',
  push: 'ES256',
} as const;
export type KeyName = keyof typeof KEY_NAMES;
type NameOf<A> = { [N in KeyName]: (typeof KEY_NAMES)[N] extends A ? N : never }[KeyName];
export type SigningKeyName = NameOf<'Ed25519'>;
export type CipherKeyName = NameOf<'A256GCM'>;
export type SecretName = NameOf<'HS256'>;
export type SealKeyName = NameOf<'RS256'>;
export type PushKeyName = NameOf<'ES256'>;

/** A key that signs, without its secret. */
export interface SigningKey {
  readonly kid: string;
  readonly createdAt: string;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
}

/** A key whose signatures every reader of PDF knows, without its secret. */
export interface SealKey {
  readonly kid: string;
  readonly createdAt: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
}

/** A key by which services that push messages know this installation (VAPID), without its secret. */
export interface PushKey {
  readonly kid: string;
  readonly createdAt: string;
  /** A point of P-256, uncompressed: 65 bytes. */
  readonly publicKey: Uint8Array;
}

/** That there is a key. */
export interface KeyNote {
  readonly name: KeyName;
  readonly kid: string;
  readonly createdAt: string;
  /** The one that signs or encrypts now. */
  readonly isInUse: boolean;
}

/** The secrets of one installation. The file of a key is read whenever it is needed: a change of keys holds at once. */
export interface KeyStore {
  /** All keys of a name, the one in use first; makes the first one when there is none. */
  signingKeys(name: SigningKeyName): readonly SigningKey[];
  /** Signature in Ed25519 of the key in use. */
  sign(name: SigningKeyName, text: Uint8Array): Uint8Array;
  /** All keys of a name, the one in use first; makes the first one when there is none, which takes a second. */
  sealKeys(name: SealKeyName): readonly SealKey[];
  /** Signature in RSA with SHA-256 (PKCS #1 v1.5), of the key in use or the one with this id. */
  seal(name: SealKeyName, text: Uint8Array, kid?: string): Uint8Array;
  /** All keys of a name, the one in use first; makes the first one when there is none. */
  pushKeys(name: PushKeyName): readonly PushKey[];
  /**
   * Signature in ECDSA on P-256 with SHA-256, as JSON Web Signatures have it, by the key of this id: a browser that subscribed
   * under a key takes messages of that key alone.
   * @throws Error when there is no such key
   */
  signPush(name: PushKeyName, text: Uint8Array, kid: string): Uint8Array;
  /** Text that only this installation reads: `kid.nonce.sealed` in base64url. `purpose` is bound to it. */
  encrypt(name: CipherKeyName, text: string, purpose: string): string;
  /** @throws Error when it was changed, made for another purpose, or its key is not here */
  decrypt(name: CipherKeyName, sealed: string, purpose: string): string;
  /** 256 random bits in base64url for a library that does its own cryptography; the one in use first. */
  secrets(name: SecretName): readonly string[];
  /** @throws OperatorProblem when anybody else can read one of the keys that are there */
  check(): void;
  /** Which keys there are, without their secrets. */
  list(): readonly KeyNote[];
  /**
   * What was signed last about something, beside the key and not in the database: whoever sets the database back, or writes
   * it anew, does not reach it.
   */
  lastSigned(subject: string): string | undefined;
  keepSigned(subject: string, note: string): void;
  /** Puts a new key in use; the ones before it go on verifying and decrypting. */
  rotate(name: KeyName): StoredKey;
}

/**
 * Opens the keys of an installation without touching the disk.
 * @param directory DATA_DIRECTORY/keys; made with mode 0700 when the first key is
 * @throws OperatorProblem, when a key is used, if its file can be read by anybody else
 */
export function openKeys(directory: string): KeyStore {
  const fileOf = (name: KeyName): string => join(directory, `${name}.json`);
  const read = (name: KeyName): readonly [StoredKey, ...StoredKey[]] => {
    const stored = readKeyFile(fileOf(name)) ?? makeFirst(name);
    const [first, ...rest] = stored;
    if (first === undefined) throw new Error(`${fileOf(name)} holds no key.`);
    return [first, ...rest];
  };
  /** Of two processes that start together one makes the key and both use it. */
  const makeFirst = (name: KeyName): readonly StoredKey[] => {
    const made = [makeKey(KEY_NAMES[name])];
    return writeKeyFile(fileOf(name), made) ? made : (readKeyFile(fileOf(name)) ?? []);
  };
  /** What an RSA key is made ready with costs half as much as a signature: it is kept for as long as this store. */
  const ready = new Map<string, KeyObject>();
  const readyKey = ({ kid, jwk }: StoredKey): KeyObject => {
    const key = ready.get(kid) ?? createPrivateKey({ key: { ...jwk }, format: 'jwk' });
    ready.set(kid, key);
    return key;
  };
  const noteOf = (subject: string): string =>
    join(directory, `signed-${createHash('sha256').update(subject).digest('hex').slice(0, 16)}.txt`);
  return {
    signingKeys: (name) =>
      read(name).map(({ kid, createdAt, jwk }) => ({
        kid,
        createdAt,
        publicKey: new Uint8Array(Buffer.from(jwk['x'] ?? '', 'base64url')),
      })),
    sign: (name, text) =>
      new Uint8Array(sign(null, text, createPrivateKey({ key: { ...read(name)[0].jwk }, format: 'jwk' }))),
    sealKeys: (name) =>
      read(name).map(({ kid, createdAt, jwk }) => ({
        kid,
        createdAt,
        spki: new Uint8Array(
          createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({ type: 'spki', format: 'der' }),
        ),
      })),
    seal(name, text, kid) {
      const stored = read(name);
      return new Uint8Array(
        sign('sha256', text, readyKey(stored.find((one) => one.kid === kid) ?? stored[0])),
      );
    },
    pushKeys: (name) =>
      read(name).map(({ kid, createdAt, jwk }) => ({ kid, createdAt, publicKey: pointOf(jwk) })),
    signPush(name, text, kid) {
      const stored = read(name).find((one) => one.kid === kid);
      if (stored === undefined) throw new Error(`The key ${kid} is not in this installation.`);
      const key = createPrivateKey({ key: { ...stored.jwk }, format: 'jwk' });
      return new Uint8Array(sign('sha256', text, { key, dsaEncoding: 'ieee-p1363' }));
    },
    encrypt: (name, text, purpose) => encryptWith(read(name)[0], text, purpose),
    decrypt: (name, sealed, purpose) => decryptWith(read(name), sealed, purpose),
    secrets: (name) => read(name).map(({ jwk }) => jwk['k'] ?? ''),
    check() {
      for (const name of Object.keys(KEY_NAMES) as KeyName[]) readKeyFile(fileOf(name));
    },
    list: () =>
      (Object.keys(KEY_NAMES) as KeyName[]).flatMap((name) =>
        (readKeyFile(fileOf(name)) ?? []).map(({ kid, createdAt }, index) => ({
          name,
          kid,
          createdAt,
          isInUse: index === 0,
        })),
      ),
    lastSigned(subject) {
      try {
        return readFileSync(noteOf(subject), 'utf8');
      } catch {
        return undefined;
      }
    },
    keepSigned(subject, note) {
      const path = noteOf(subject);
      const temporary = `${path}.${process.pid}.tmp`;
      writeFileSync(temporary, note, { mode: 0o600 });
      renameSync(temporary, path);
    },
    rotate(name) {
      const made = makeKey(KEY_NAMES[name]);
      writeKeyFile(fileOf(name), [made, ...(readKeyFile(fileOf(name)) ?? [])]);
      return made;
    },
  };
}

const RSA_BITS = 3_072;

function makeSecret(algorithm: (typeof KEY_NAMES)[KeyName]): object {
  if (algorithm === 'Ed25519') return generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (algorithm === 'RS256')
    return generateKeyPairSync('rsa', { modulusLength: RSA_BITS }).privateKey.export({ format: 'jwk' });
  if (algorithm === 'ES256')
    return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return { kty: 'oct', k: randomBytes(32).toString('base64url') };
}

/** A point of P-256 as Web Push writes it: 4, then both coordinates. */
const pointOf = (jwk: StoredKey['jwk']): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.of(4),
      Buffer.from(jwk['x'] ?? '', 'base64url'),
      Buffer.from(jwk['y'] ?? '', 'base64url'),
    ]),
  );

function makeKey(algorithm: (typeof KEY_NAMES)[KeyName]): StoredKey {
  const jwk = makeSecret(algorithm);
  const stated: Record<string, string> = { alg: algorithm };
  for (const [name, value] of Object.entries(jwk)) if (typeof value === 'string') stated[name] = value;
  return { kid: randomBytes(6).toString('hex'), createdAt: systemClock.now().toISOString(), jwk: stated };
}

/** AES-256-GCM with a random nonce of 96 bits: safe for 2^32 texts under one key (NIST SP 800-38D, 8.3). */
function encryptWith({ kid, jwk }: StoredKey, text: string, purpose: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(jwk['k'] ?? '', 'base64url'), nonce);
  cipher.setAAD(Buffer.from(`${kid} ${purpose}`));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [kid, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
}

const TAG_BYTES = 16;

function decryptWith(keys: readonly StoredKey[], sealed: string, purpose: string): string {
  const [kid = '', nonce = '', encoded = ''] = sealed.split('.');
  const key = keys.find((one) => one.kid === kid);
  if (key === undefined) throw new Error(`The key ${kid} is not in this installation.`);
  const bytes = Buffer.from(encoded, 'base64url');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    Buffer.from(key.jwk['k'] ?? '', 'base64url'),
    Buffer.from(nonce, 'base64url'),
    { authTagLength: TAG_BYTES },
  );
  decipher.setAAD(Buffer.from(`${kid} ${purpose}`));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}
