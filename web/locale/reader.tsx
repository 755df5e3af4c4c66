import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '#domain/language';
import { en } from './en.ts';
import { id } from './id.ts';
import type { Messages } from './messages.ts';

/** The reader's language and its texts. */
export interface Reader {
  readonly language: Language;
  readonly t: Messages;
}

/** The texts of a language. */
export const readerOf = (language: Language): Reader => ({ language, t: language === 'en' ? en : id });

const ReaderContext = createContext<Reader>(readerOf('id'));

export function ReaderProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <ReaderContext value={readerOf(language)}>{children}</ReaderContext>;
}

/** The reader of the page that this component stands on. */
export const useReader = (): Reader => useContext(ReaderContext);
