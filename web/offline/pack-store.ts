import type { PackManifest, PartName } from '#domain/pack/manifest';
import { resultOf, transact } from './database.ts';

/** A pack on this device, proven when it was saved. Its parts lie beside it, because they are large. */
export interface SavedPack {
  readonly manifest: PackManifest;
  readonly bytes: number;
  /** When it was saved, and when the server last said that nothing else is in force (UTC, ISO 8601). */
  readonly savedAt: string;
  readonly confirmedAt: string;
  /** The server has another state now: this one is still what it says, of its day. */
  readonly isOutdated: boolean;
  /** Thumbprint of the key that it is signed with. */
  readonly keyId: string;
}

export type PackParts = Readonly<Record<PartName, Uint8Array>>;

const partKey = (packId: string, state: string): string => `${packId} ${state}`;

/** Packs of this device, the city first, then by name. */
export async function savedPacks(): Promise<SavedPack[]> {
  const packs = await transact(['packs'], 'readonly', (transaction) =>
    resultOf(transaction.objectStore('packs').getAll() as IDBRequest<SavedPack[]>),
  );
  const rank = ({ manifest }: SavedPack): string => `${manifest.kind === 'city' ? 0 : 1} ${manifest.title}`;
  return packs.sort((a, b) => rank(a).localeCompare(rank(b)));
}

/** Keeps a pack in place of the one with its name: both change together or not at all. */
export async function keepPack(pack: SavedPack, parts: PackParts): Promise<void> {
  const { packId, state } = pack.manifest;
  await transact(['packs', 'parts'], 'readwrite', async (transaction) => {
    const packs = transaction.objectStore('packs');
    const earlier = (await resultOf(packs.get(packId))) as SavedPack | undefined;
    if (earlier !== undefined) {
      transaction.objectStore('parts').delete(partKey(packId, earlier.manifest.state));
    }
    transaction.objectStore('parts').put(parts, partKey(packId, state));
    packs.put(pack, packId);
  });
}

/** The parts of a pack, gzipped; null when the browser has cleared them. */
export async function partsOf({ manifest: { packId, state } }: SavedPack): Promise<PackParts | null> {
  const parts = await transact(['parts'], 'readonly', (transaction) =>
    resultOf(transaction.objectStore('parts').get(partKey(packId, state))),
  );
  return (parts as PackParts | undefined) ?? null;
}

export async function deletePack({ manifest: { packId, state } }: SavedPack): Promise<void> {
  await transact(['packs', 'parts'], 'readwrite', (transaction) => {
    transaction.objectStore('packs').delete(packId);
    transaction.objectStore('parts').delete(partKey(packId, state));
  });
}

/** Notes what the server says of each pack: still in force, or something else is. */
export async function confirmPacks(inForce: ReadonlyMap<string, string>, now: Date): Promise<void> {
  await transact(['packs'], 'readwrite', async (transaction) => {
    const packs = transaction.objectStore('packs');
    for (const pack of (await resultOf(packs.getAll())) as SavedPack[]) {
      const isSame = inForce.get(pack.manifest.packId) === pack.manifest.state;
      packs.put(
        isSame
          ? { ...pack, isOutdated: false, confirmedAt: now.toISOString() }
          : { ...pack, isOutdated: true },
        pack.manifest.packId,
      );
    }
  });
}

/** A gzipped part as text or bytes. */
export async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return new Uint8Array(
    await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
  );
}
