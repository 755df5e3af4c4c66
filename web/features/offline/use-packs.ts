import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { deletePack, type SavedPack, savedPacks } from '../../offline/pack-store.ts';
import {
  type OfferedPack,
  offeredPack,
  offeredPacks,
  type SaveFailure,
  savePack,
} from '../../offline/save-pack.ts';

/** What is going on with one pack. */
export interface PackWork {
  readonly packId: string;
  readonly bytes: number;
  /** Null while it goes on. */
  readonly failure: SaveFailure | 'notDeleted' | null;
}

/** One pack is fetched at a time, and goes on being fetched while nobody looks. */
let current: PackWork | null = null;
const watchers = new Set<() => void>();
function setWork(work: PackWork | null): void {
  current = work;
  for (const watch of watchers) watch();
}
function watchWork(watch: () => void): () => void {
  watchers.add(watch);
  return () => watchers.delete(watch);
}

/** Fetches, proves and keeps a pack. @returns false when it is not kept, and when another one is being fetched */
async function save(offer: OfferedPack): Promise<boolean> {
  if (current !== null && current.failure === null) return false;
  const { packId } = offer;
  const onProgress = (bytes: number): void => setWork({ packId, bytes, failure: null });
  onProgress(0);
  const made = offer.bytes === null ? await offeredPack(packId) : null;
  const outcome = made !== null && !made.ok ? made : await savePack(made?.value ?? offer, onProgress);
  // A browser in want of room clears what nobody asked it to keep.
  if (outcome.ok) await navigator.storage?.persist?.().catch(() => false);
  setWork(outcome.ok ? null : { packId, bytes: 0, failure: outcome.problem });
  return outcome.ok;
}

/** Packs that the server offers, packs of this device, and the one that is being fetched. */
export function usePacks(wanted: readonly string[]) {
  const [offers, setOffers] = useState<readonly OfferedPack[] | SaveFailure | null>(null);
  const [saved, setSaved] = useState<readonly SavedPack[] | null>(null);
  const work = useSyncExternalStore(watchWork, () => current);
  const wantedText = wanted.join(' ');

  const readSaved = useCallback(() => savedPacks().then(setSaved, () => setSaved([])), []);
  const readOffers = useCallback(async () => {
    const list = await offeredPacks();
    if (!list.ok) {
      setOffers(list.problem);
      return;
    }
    setOffers(list.value);
    // What is not made yet has no length: the ones on screen are made now.
    for (const { packId, bytes } of list.value) {
      if (bytes !== null || !wantedText.split(' ').includes(packId)) continue;
      const made = await offeredPack(packId);
      if (made.ok) {
        setOffers((now) =>
          Array.isArray(now) ? now.map((one) => (one.packId === packId ? made.value : one)) : now,
        );
      }
    }
  }, [wantedText]);
  useEffect(() => void readOffers(), [readOffers]);
  const isDone = work === null;
  // Also when a pack is here that was begun before this was opened.
  useEffect(() => {
    if (isDone) void readSaved();
  }, [isDone, readSaved]);

  const remove = async (pack: SavedPack): Promise<void> => {
    const { packId } = pack.manifest;
    await deletePack(pack).catch(() => setWork({ packId, bytes: 0, failure: 'notDeleted' }));
    await readSaved();
  };
  return { offers, saved, work, save, remove, readOffers };
}
