import { useEffect, useState } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { texts } from './texts.ts';

/** After that long a reader wonders whether anything happens at all. */
const SLOW_MS = 4_000;

/** Nothing at first; when what is loading takes its time, says so and offers what needs less. */
export function SlowNote({ textPage, isCard = false }: { textPage?: string; isCard?: boolean }) {
  const t = useTexts(texts);
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) return null;
  const note = (
    <p className="slow-note" role="status">
      {t.slow} {textPage !== undefined && <a href={textPage}>{t.slowTextPage}</a>}
    </p>
  );
  // With its card or not at all: an empty one would stand over the page as often as an answer is awaited.
  return isCard ? <div className="offline-card">{note}</div> : note;
}
