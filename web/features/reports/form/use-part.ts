import { useEffect, useState } from 'react';
import { PARTS, type Part } from './draft.ts';

/** Undefined for an address that leads to something else on the page, as the way around its head does. */
const inAddress = (): Part | undefined =>
  window.location.hash === '' ? 'apa' : PARTS.find((part) => `#${part}` === window.location.hash);

/** The open part of the form, in the address: Back leads to the question before. */
export function usePart(): [Part, (part: Part) => void] {
  const [part, setPart] = useState<Part>(() => inAddress() ?? 'apa');
  useEffect(() => {
    const look = (): void => setPart((open) => inAddress() ?? open);
    window.addEventListener('popstate', look);
    return () => window.removeEventListener('popstate', look);
  }, []);
  const goTo = (next: Part): void => {
    if (next !== inAddress()) history.pushState(history.state, '', `#${next}`);
    setPart(next);
  };
  return [part, goTo];
}
