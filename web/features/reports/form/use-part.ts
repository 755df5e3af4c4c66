import { useEffect, useState } from 'react';
import { PARTS, type Part } from './draft.ts';

const inAddress = (): Part => PARTS.find((part) => `#${part}` === window.location.hash) ?? 'apa';

/** The open part of the form, in the address: Back leads to the question before. */
export function usePart(): [Part, (part: Part) => void] {
  const [part, setPart] = useState<Part>(inAddress);
  useEffect(() => {
    const look = (): void => setPart(inAddress());
    window.addEventListener('popstate', look);
    return () => window.removeEventListener('popstate', look);
  }, []);
  const goTo = (next: Part): void => {
    if (next !== inAddress()) history.pushState(history.state, '', `#${next}`);
    setPart(next);
  };
  return [part, goTo];
}
