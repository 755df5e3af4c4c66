import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '#domain/language';
import type { Messages } from './messages.ts';

/** The reader's language and its texts. */
export interface Reader {
  readonly language: Language;
  readonly t: Messages;
}

const ReaderContext = createContext<Reader | null>(null);

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

/** The reader of the page that this component stands on. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error('A component stands outside a page with a reader.');
  return reader;
}
