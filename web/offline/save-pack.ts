import { readPackFile } from '#domain/pack/container';
import { fail, ok, type Result } from '#domain/result';
import { confirmPacks, keepPack, type SavedPack } from './pack-store.ts';
import { noteRegister, type Register } from './register.ts';

/** One pack as `/api/v1/packs` lists it. */
export interface OfferedPack {
  readonly packId: string;
  readonly kind: 'city' | 'kelurahan';
  readonly title: string;
  readonly state: string;
  readonly href: string;
  /** Null while the server has not made it. */
  readonly bytes: number | null;
  readonly bbox: readonly [number, number, number, number];
}

/** Why a pack was not saved: the text of each is in web/features/offline/texts.ts. */
export type SaveFailure =
  | 'offline'
  | 'server'
  | 'damaged'
  | 'unsigned'
  | 'noRoom'
  | 'noStorage'
  | 'cannotVerify';

/** Packs that the server offers now. What it says is in force is noted: everything kept here is judged by it. */
export async function offeredPacks(now = new Date()): Promise<Result<readonly OfferedPack[], SaveFailure>> {
  const list = await readJson<{ packs: OfferedPack[]; inForce: Register }>('/api/v1/packs');
  if (!list.ok) return list;
  const { packs, inForce } = list.value;
  const note = async (): Promise<void> => {
    await noteRegister(inForce);
    await confirmPacks(new Map(packs.map((one) => [one.packId, one.state])), now);
  };
  // A browser that keeps nothing can still show what there is.
  await note().catch(() => undefined);
  return ok(packs);
}

/** One pack, made by the server when it was not there: its length is known then. */
export const offeredPack = (packId: string): Promise<Result<OfferedPack, SaveFailure>> =>
  readJson<OfferedPack>(`/api/v1/packs/${encodeURIComponent(packId)}`);

/**
 * Fetches a pack, proves it, and keeps it. Nothing of it is kept unless signature and hashes are right.
 *
 * @param onProgress bytes so far
 */
export async function savePack(
  { href }: OfferedPack,
  onProgress: (bytes: number) => void,
): Promise<Result<SavedPack, SaveFailure>> {
  const keys = await readJson<{ keys: (JsonWebKey & { kid: string })[] }>(
    '/.well-known/one-map-pack-keys.json',
  );
  if (!keys.ok) return keys;
  const fetched = await fetchBytes(href, onProgress);
  return fetched.ok ? keepFile(fetched.value, keys.value.keys) : fetched;
}

/** Proves the bytes of a pack and keeps them. */
export async function keepFile(
  bytes: Uint8Array,
  keys: readonly (JsonWebKey & { kid: string })[],
  now = new Date(),
): Promise<Result<SavedPack, SaveFailure>> {
  const read = readPackFile(bytes);
  if (!read.ok) return fail('damaged');
  const { manifest, signed, signature, parts } = read.value;
  const signer = await findSigner(signed, signature, keys);
  if (!signer.ok) return signer;
  for (const [index, part] of parts.entries()) {
    if ((await sha256(part)) !== manifest.parts[index]?.sha256) return fail('damaged');
  }
  const named = Object.fromEntries(
    manifest.parts.map(({ name }, index) => [name, (parts[index] as Uint8Array).slice()]),
  );
  const { facts, shapes, rules } = named;
  if (facts === undefined || shapes === undefined || rules === undefined) return fail('damaged');
  const at = now.toISOString();
  const pack = {
    manifest,
    bytes: bytes.length,
    savedAt: at,
    confirmedAt: at,
    isOutdated: false,
    keyId: signer.value,
  };
  try {
    await keepPack(pack, { facts, shapes, rules });
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return fail(isFull ? 'noRoom' : 'noStorage');
  }
  return ok(pack);
}

/** The key whose signature it is. A browser that cannot check Ed25519 saves nothing. */
async function findSigner(
  signed: Uint8Array,
  signature: Uint8Array,
  keys: readonly (JsonWebKey & { kid: string })[],
): Promise<Result<string, SaveFailure>> {
  for (const { kid, kty, crv, x } of keys) {
    try {
      const jwk = { kty, crv, x } as JsonWebKey;
      const key = await crypto.subtle.importKey('jwk', jwk, { name: 'Ed25519' }, false, ['verify']);
      const given = signature as Uint8Array<ArrayBuffer>;
      if (await crypto.subtle.verify('Ed25519', key, given, signed as Uint8Array<ArrayBuffer>))
        return ok(kid);
    } catch {
      return fail('cannotVerify');
    }
  }
  return fail('unsigned');
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readJson<T>(path: string): Promise<Result<T, SaveFailure>> {
  try {
    const response = await fetch(path);
    return response.ok ? ok((await response.json()) as T) : fail('server');
  } catch {
    return fail('offline');
  }
}

async function fetchBytes(
  path: string,
  onProgress: (bytes: number) => void,
): Promise<Result<Uint8Array, SaveFailure>> {
  try {
    const response = await fetch(path);
    if (!response.ok || response.body === null) return fail('server');
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
      onProgress(length);
    }
    return ok(new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer()));
  } catch {
    return fail('offline');
  }
}
