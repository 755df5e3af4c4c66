import { type RefObject, useEffect, useRef, useState } from 'react';

/** Names of photos in a list, to which the reading position can go: `<strong {...PHOTO_NAME}>`. */
export const PHOTO_NAME = { tabIndex: -1, 'data-photo-name': '' } as const;

/**
 * Where reading goes on once photos came, were covered or removed: what was pressed has gone, or held no focus while it
 * could not be pressed.
 */
export function usePhotoFocus(isBusy: boolean): {
  readonly list: RefObject<HTMLOListElement | null>;
  /** The photo of an index, or the last one; without any, and for `choose`, the field for photos. */
  readonly goOnAt: (index: number | 'choose') => void;
} {
  const list = useRef<HTMLOListElement>(null);
  const [next, goOnAt] = useState<number | 'choose' | null>(null);
  useEffect(() => {
    if (next === null || isBusy) return;
    const names = list.current?.querySelectorAll<HTMLElement>('[data-photo-name]') ?? [];
    const photo = next === 'choose' ? undefined : names[Math.min(next, names.length - 1)];
    (photo ?? document.querySelector<HTMLElement>('input[type="file"]'))?.focus();
    goOnAt(null);
  }, [next, isBusy]);
  return { list, goOnAt };
}
