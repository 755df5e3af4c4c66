import { useCallback, useEffect, useRef, useState } from 'react';
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
  readonly failure: SaveFailure | null;
}

/** Packs that the server offers, packs of this device, and the one that is being fetched. */
export function usePacks(wanted: readonly string[]) {
  const [offers, setOffers] = useState<readonly OfferedPack[] | SaveFailure | null>(null);
  const [saved, setSaved] = useState<readonly SavedPack[] | null>(null);
  const [work, setWork] = useState<PackWork | null>(null);
  const abort = useRef<AbortController | null>(null);
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
  useEffect(() => {
    void readSaved();
    void readOffers();
  }, [readSaved, readOffers]);
  useEffect(() => () => abort.current?.abort(), []);

  const save = async (offer: OfferedPack): Promise<boolean> => {
    abort.current = new AbortController();
    const { packId } = offer;
    setWork({ packId, bytes: 0, failure: null });
    const onProgress = (bytes: number): void => setWork({ packId, bytes, failure: null });
    const made = offer.bytes === null ? await offeredPack(packId) : null;
    const outcome =
      made !== null && !made.ok
        ? made
        : await savePack(made?.value ?? offer, onProgress, abort.current.signal);
    setWork(outcome.ok ? null : { packId, bytes: 0, failure: outcome.problem });
    // A browser in want of room clears what nobody asked it to keep.
    if (outcome.ok) await navigator.storage?.persist?.().catch(() => false);
    await readSaved();
    return outcome.ok;
  };
  const remove = async (pack: SavedPack): Promise<void> => {
    await deletePack(pack);
    await readSaved();
  };
  return { offers, saved, work, save, remove, readOffers };
}
