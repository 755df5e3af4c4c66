import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** One polite live region for the page: what changes on screen is said once. */
export function Announcer({ children }: { children: ReactNode }) {
  const [text, setText] = useState('');
  const announce = useCallback((next: string) => setText(next), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <p className="hidden-visually" role="status" aria-live="polite" data-announcer="">
        {text}
      </p>
    </AnnounceContext>
  );
}

export const useAnnounce = (): ((text: string) => void) => useContext(AnnounceContext);
