import { formatMoment } from '../../lib/moment.ts';
import { useReader } from '../../locale/reader.tsx';
import { useConsole } from './console-context.ts';

/** A moment on the city's clock, with its zone: what people of one office did is dated by their clock. */
export function Moment({ at }: { at: string }) {
  const { language } = useReader();
  const { city } = useConsole();
  return (
    <time className="moment" dateTime={at}>
      {formatMoment(at, language, city.timeZone, city.timeZoneLabel)}
    </time>
  );
}
