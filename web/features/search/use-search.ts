import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { searchPlaces } from '../../lib/api.ts';
import { useReader } from '../../locale/reader.tsx';

/** Long enough that a word is typed through, short enough that nobody waits. */
const PAUSE_MS = 120;

/** Places that the typed text may mean; asked after a short pause in typing. */
export function useSearch(typed: string) {
  const { language } = useReader();
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = useQuery({
    queryKey: ['search', asked, language],
    enabled: asked.length >= 2,
    queryFn: ({ signal }) => searchPlaces(asked, language, signal),
    placeholderData: (previous) => previous,
  });
  return { asked, query };
}
