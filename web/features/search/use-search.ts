import { useCallback, useEffect, useState } from 'react';
import { type SearchAnswer, searchPlaces } from '../../lib/api.ts';
import { type Query, useQuery } from '../../lib/query.ts';
import { useReader } from '../../locale/reader.tsx';

/** Long enough that a word is typed through, short enough that nobody waits. */
const PAUSE_MS = 120;

/** Places that the typed text may mean; asked after a short pause in typing. */
export function useSearch(typed: string): { asked: string; query: Query<SearchAnswer> } {
  const { language } = useReader();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const ask = useCallback((signal: AbortSignal) => searchPlaces(asked, language, signal), [asked, language]);
  const query = useQuery(asked.length >= 2 ? `search ${asked} ${language}` : null, ask);
  return { asked, query };
}
