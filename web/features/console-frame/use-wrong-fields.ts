import { useCallback } from 'react';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { frameTexts } from './texts.ts';

/** Leads to the first entry of a form that cannot be sent, and says how many there are; called when somebody tried. */
export function useWrongFields(): (form: HTMLFormElement) => void {
  const t = useTexts(frameTexts);
  const announce = useAnnounce();
  return useCallback(
    (form) => {
      // What is wrong is marked with the next drawing.
      requestAnimationFrame(() => {
        const wrong = form.querySelectorAll<HTMLElement>('[aria-invalid="true"]');
        if (wrong.length === 0) return;
        wrong[0]?.focus();
        announce(t.toMend(wrong.length));
      });
    },
    [announce, t],
  );
}
