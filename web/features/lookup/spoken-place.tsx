import { useEffect, useState } from 'react';
import type { CityFacts } from '../../app/page-data.ts';
import { fetchAnswer } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPort, MapView } from '../../map/map-port.ts';
import { texts } from './map-texts.ts';
import { outcomeLine, placeTitle } from './place-words.ts';
import { metresAcross } from './scale-of.ts';

/** Long enough that a held arrow is one movement. */
const RESTS_MS = 700;

/** Says where the middle of the map lies after the keyboard moved it: who does not see the map hears where it is. */
export function SpokenPlace({ port, city, on }: { port: MapPort; city: CityFacts; on: string | null }) {
  const reader = useReader();
  const { language } = reader;
  const t = useTexts(texts);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let abort = new AbortController();
    const tell = async (view: MapView): Promise<void> => {
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      try {
        const answer = await fetchAnswer(view.centre, on, language, signal);
        const metres = metresAcross(view, port.element?.clientWidth ?? window.innerWidth);
        const where = answer.device === undefined ? '' : ` ${t.ofDevice}`;
        setSaid(
          t.middle(
            placeTitle(answer, city.name, reader),
            outcomeLine(answer, city.name, reader),
            roundLength(metres, (n) => formatNumber(n, language)),
          ) + where,
        );
      } catch {
        // Without an answer nothing is said: Enter says why there is none.
      }
    };
    const stop = port.watchView((view) => {
      clearTimeout(timer);
      if (port.element?.querySelector('canvas:focus-visible') == null) return;
      timer = setTimeout(() => void tell(view), RESTS_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
      abort.abort();
    };
  }, [port, city, on, language, reader, t]);
  return (
    <p className="hidden-visually" role="status">
      {said}
    </p>
  );
}

/** Two figures are enough to know how near one is. */
function roundLength(metres: number, format: (n: number) => string): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(metres)) - 1);
  const rounded = Math.round(metres / step) * step;
  return rounded < 1000 ? `${format(rounded)} m` : `${format(rounded / 1000)} km`;
}
