import type { ChangedItem, Release } from '#domain/release/release';
import { NO_READING, type ReadingDraft, readingOf } from './reading-draft.ts';

/** One layer of the release that is being put together. */
export interface ItemDraft {
  readonly key: string;
  readonly layerId: string;
  /** A file that has arrived whole. */
  readonly uploadId: string | null;
  readonly reading: ReadingDraft;
  /** What the release holds already, as long as it is not replaced. */
  readonly existing: Release['items'][number] | null;
  /** The check could not read it. */
  readonly isUnread: boolean;
}

let count = 0;
/** An empty line of the form. */
export function aNewItem(layerId: string): ItemDraft {
  count += 1;
  return {
    key: `baru-${count}`,
    layerId,
    uploadId: null,
    reading: NO_READING,
    existing: null,
    isUnread: false,
  };
}

/** What a release holds, as lines of the form. */
export const itemsOf = (release: Release): ItemDraft[] =>
  release.items.map((item) => ({
    key: item.layerId,
    layerId: item.layerId,
    uploadId: null,
    reading: NO_READING,
    existing: item,
    isUnread: release.findings !== null && item.versionId === null,
  }));

/** Items as the API takes them; null while a layer or a file is missing, or a layer stands there twice. */
export function newItemsOf(items: readonly ItemDraft[]): ChangedItem[] | null {
  if (new Set(items.map(({ layerId }) => layerId)).size !== items.length || items.length === 0) return null;
  const made: ChangedItem[] = [];
  for (const { layerId, uploadId, reading, existing } of items) {
    if (layerId === '') return null;
    if (uploadId !== null) made.push({ layerId, uploadId, reading: readingOf(reading) });
    // Its file may be a colleague's; how it is read was said with it.
    else if (existing !== null) made.push({ layerId, isKept: true });
    else return null;
  }
  return made;
}
