import { type SubmitEvent, useId, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { CityFacts } from '../../app/page-data.ts';
import { contextOf } from '../../lib/coordinate-context.ts';
import { formatPosition } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { coordinateTexts } from './coordinate-texts.ts';
import { type LineProblem, readCoordinateLines } from './read-coordinate-lines.ts';
import './map-tool.css';

/**
 * Draws by coordinates: one point per line, as people write them. The way to draw without seeing or touching a map.
 *
 * @param points what is drawn already: the list begins with it
 */
export function CoordinateList({
  city,
  kind,
  points,
  onPoints,
}: {
  city: Pick<CityFacts, 'bbox' | 'centre'>;
  kind: 'line' | 'polygon';
  points: readonly LngLat[];
  onPoints: (points: readonly LngLat[]) => void;
}) {
  const { language } = useReader();
  const t = useTexts(coordinateTexts);
  const inputId = useId();
  const [text, setText] = useState(() => points.map(written).join('\n'));
  const [problems, setProblems] = useState<readonly LineProblem[]>([]);
  const [isTooShort, setIsTooShort] = useState(false);
  const fewest = kind === 'line' ? 2 : 3;
  const read = (from: string): void => {
    const found = readCoordinateLines(from, contextOf(city), language, kind === 'polygon', (lngLat) =>
      t.outside(formatPosition(lngLat, language)),
    );
    setProblems(found.problems);
    const isEnough = found.points.length >= fewest;
    setIsTooShort(found.problems.length === 0 && !isEnough);
    if (found.problems.length === 0 && isEnough) onPoints(found.points);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    read(text);
  };
  const takeOffer = ({ line, swapOffer }: LineProblem): void => {
    if (swapOffer === null) return;
    const lines = text.split('\n');
    lines[line - 1] = written(swapOffer);
    setText(lines.join('\n'));
    read(lines.join('\n'));
  };
  const hasProblem = problems.length > 0 || isTooShort;
  return (
    <form className="coordinate-list" onSubmit={submit}>
      <label htmlFor={inputId}>{t.label}</label>
      <p className="quiet" id={`${inputId}-help`}>
        {t.help}
      </p>
      <textarea
        id={inputId}
        rows={5}
        value={text}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${inputId}-help`}
        aria-invalid={hasProblem || undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {hasProblem && (
        <div className="coordinate-problems" role="alert">
          {isTooShort && <p>{t.tooFew(fewest)}</p>}
          <ul>
            {problems.map((problem) => (
              <li key={problem.line}>
                <strong>{t.line(problem.line)}</strong> {problem.text}
                {problem.swapOffer !== null && (
                  <button type="button" className="button" onClick={() => takeOffer(problem)}>
                    {t.swap(formatPosition(problem.swapOffer, language))}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <button type="submit" className="button">
        {t.draw}
      </button>
    </form>
  );
}

/** Latitude first, as people type; seven decimals ≈ 1 cm. */
const written = ([lng, lat]: LngLat): string => `${lat.toFixed(7)}, ${lng.toFixed(7)}`;
