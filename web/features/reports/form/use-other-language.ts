import { useEffect, useRef } from 'react';

/** Under this name the key of what is open goes to the page in the other language, of this tab alone, and is taken off there. */
const CARRIED = 'report-carried';

/** What was open on the page in the other language, told once; null: nobody comes from there. */
export function carriedReport(): string | null {
  try {
    const key = sessionStorage.getItem(CARRIED);
    sessionStorage.removeItem(CARRIED);
    return key;
  } catch {
    return null;
  }
}

/**
 * A link to the other language leads to a page of its own: what is open here is open there, at the same part, with every
 * letter on the device before the page is left.
 * @param keep what is to be done before
 */
export function useOtherLanguage(key: string, keep: () => Promise<void>): void {
  const latest = useRef({ key, keep });
  useEffect(() => {
    latest.current = { key, keep };
  });
  useEffect(() => {
    const onClick = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('.languages a') : null;
      const isOwnTab = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!(link instanceof HTMLAnchorElement) || !isOwnTab || event.defaultPrevented) return;
      event.preventDefault();
      void latest.current.keep().then(() => {
        carry(latest.current.key);
        window.location.assign(link.href.split('#')[0] + window.location.hash);
      });
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
}

/** A browser that keeps nothing loses it, and has said so: the draft is not kept either. */
function carry(key: string): void {
  try {
    sessionStorage.setItem(CARRIED, key);
  } catch {
    return;
  }
}
