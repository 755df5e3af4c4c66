import { useEffect } from 'react';
import type { Answer } from '#domain/zoning/answer';
import { describePage } from '../../app/describe-page.ts';
import type { CityFacts } from '../../app/page-data.ts';
import { useReader } from '../../locale/reader.tsx';

/** Keeps the title of the tab with the place that is open, demonstration data named in it. */
export function usePageTitle(answer: Answer | null, city: CityFacts): void {
  const reader = useReader();
  useEffect(() => {
    document.title = describePage({ city, content: { page: 'map', answer } }, reader).title;
  }, [answer, city, reader]);
}
