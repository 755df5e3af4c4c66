import { useCallback, useEffect, useRef, useState } from 'react';
import type { Language } from '#domain/language';
import { newestWriter } from '../../../offline/newest-writer.ts';
import { type DraftFailure, keepDraft, type OutboxItem } from '../../../offline/outbox.ts';
import { type DraftPhoto, draftOf, isBegun, type ReportDraft, reportOf } from './draft.ts';

/** A draft with its photos, kept on this device after every change, before anything of it is sent. */
export interface DraftKeeper {
  readonly draft: ReportDraft;
  readonly files: ReadonlyMap<string, Blob>;
  /** On the disk as it is on the screen. */
  readonly isKept: boolean;
  readonly failure: DraftFailure | null;
  /** The item as it is on the screen, to be written to a file where the device keeps nothing. */
  readonly item: OutboxItem;
  change(part: Partial<ReportDraft>): void;
  addPhoto(photo: DraftPhoto, file: Blob): void;
  /** The same photo with something made unrecognisable: what was there before is written over. */
  replacePhoto(photoId: string, file: Blob): void;
  removePhoto(photoId: string): void;
  /** Everything that was chosen is on the disk, if the device keeps anything; what nobody has touched is not put there. */
  keep(): Promise<void>;
  /**
   * Makes it ready to be sent; null while something is missing. Not kept: it is on the screen alone.
   * @param language in which it is answered: that of who sends it, whichever it was begun in
   */
  queue(language: Language): Promise<{ readonly item: OutboxItem; readonly isKept: boolean } | null>;
}

/**
 * Follows one item of the outbox while it is being written.
 * @param isNew it is not on the disk yet, and is put there with the first thing that is written
 */
export function useDraft(given: OutboxItem, isNew: boolean): DraftKeeper {
  const [item, setItem] = useState(given);
  const isStored = useRef(!isNew);
  const [isKept, setIsKept] = useState(true);
  const [failure, setFailure] = useState<DraftFailure | null>(null);
  const latest = useRef(given);
  // An older text never lands on a newer one, and a draft never on what was sent from another tab.
  const [keep] = useState(() => newestWriter(keepDraft));
  const write = useCallback(
    (next: OutboxItem): Promise<DraftFailure | null> => {
      latest.current = next;
      isStored.current = true;
      setItem(next);
      setIsKept(false);
      return keep(next).then((failed) => {
        if (latest.current === next) setIsKept(failed === null);
        setFailure(failed);
        return failed;
      });
    },
    [keep],
  );
  const changeTo = useCallback(
    (part: Partial<ReportDraft>, attachments = latest.current.attachments): void => {
      const body = { ...draftOf(latest.current), ...part };
      const next = { ...latest.current, body, attachments, changedAt: Date.now() };
      if (isStored.current || isBegun(body)) return void write(next);
      latest.current = next;
      setItem(next);
    },
    [write],
  );
  const photosNow = (): readonly DraftPhoto[] => draftOf(latest.current).photos;
  const filesNow = (): OutboxItem['attachments'] => latest.current.attachments;
  // Leaving is asked about only where leaving loses something.
  useEffect(() => {
    if (failure === null) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [failure]);
  return {
    draft: draftOf(item),
    files: new Map(item.attachments.map(({ name, blob }) => [name, blob])),
    isKept,
    failure,
    item,
    change: changeTo,
    addPhoto: (photo, blob) =>
      changeTo({ photos: [...photosNow(), photo] }, [...filesNow(), { name: photo.photoId, blob }]),
    replacePhoto: (photoId, blob) =>
      changeTo(
        {},
        filesNow().map((one) => (one.name === photoId ? { name: photoId, blob } : one)),
      ),
    removePhoto: (photoId) =>
      changeTo(
        { photos: photosNow().filter((one) => one.photoId !== photoId) },
        filesNow().filter(({ name }) => name !== photoId),
      ),
    keep: async () => {
      if (isStored.current || latest.current !== given) await write(latest.current);
    },
    queue: async (language) => {
      const before = latest.current;
      const draft = { ...draftOf(before), language };
      const sent = reportOf(draft);
      if (sent === null) return null;
      // Written down once: however often it is sent, it is the same.
      const body = { ...draft, sent };
      const next: OutboxItem = { ...before, body, state: 'queued', notBefore: 0, reason: null };
      const failed = await write(next);
      // It is on its way from another tab already: that is what is shown.
      if (failed === null || failed === 'sentElsewhere') return { item: next, isKept: true };
      latest.current = before;
      setItem(before);
      return { item: next, isKept: false };
    },
  };
}
