import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

interface Said {
  readonly text: string;
  /** The how manieth announcement it is. */
  readonly no: number;
}
const SILENT: Said = { text: '', no: 0 };

const AnnounceContext = createContext<(text: string) => void>(() => undefined);
const SaidContext = createContext(SILENT);

/** One polite live region for the page: what changes on screen is said once. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState(SILENT);
  const announce = useCallback((text: string) => setSaid(({ no }) => ({ text, no: no + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      <SaidContext value={said}>
        {children}
        <Region said={said} />
      </SaidContext>
    </AnnounceContext>
  );
}

/**
 * What is announced from now on, once more: behind an open dialog all of the page is inert, its region too, so a dialog in
 * which something is announced holds one of its own.
 */
export function AnnouncedHere() {
  const said = useContext(SaidContext);
  const [before] = useState(said);
  return <Region said={said === before ? SILENT : said} />;
}

/** A region in which nothing changes says nothing: of the same words twice in a row, one ends in a space that nobody hears. */
function Region({ said: { text, no } }: { said: Said }) {
  return (
    <p className="hidden-visually" role="status" aria-live="polite" data-announcer="">
      {text !== '' && no % 2 === 0 ? `${text}\u00a0` : text}
    </p>
  );
}

export const useAnnounce = (): ((text: string) => void) => useContext(AnnounceContext);
