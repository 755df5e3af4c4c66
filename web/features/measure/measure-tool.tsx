import { useEffect, useRef, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { areaM2, lengthM, segmentsM } from '#domain/geo/measure';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatMetres } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { CoordinateList, type ToolProps, useDrawing } from '../map-tool/index.ts';
import { CopyButton } from './copy-button.tsx';
import { measureTexts } from './measure-texts.ts';
import { areaInWords, distanceInWords, resultAsText } from './measure-words.ts';
import './measure.css';

/** As long as a corner stands still before its figures are read out, milliseconds. */
const REST_MS = 500;

export const MeasureDistance = (props: ToolProps) => <MeasureTool {...props} kind="line" />;
export const MeasureArea = (props: ToolProps) => <MeasureTool {...props} kind="polygon" />;

/** Distance along a drawn line, or area and perimeter of a drawn outline; every piece with its running total. */
function MeasureTool({ port, city, kind }: ToolProps & { kind: 'line' | 'polygon' }) {
  const { language } = useReader();
  const t = useTexts(measureTexts);
  const announce = useAnnounce();
  const drawing = useDrawing(port, kind);
  const [showsList, setShowsList] = useState(port.kind === 'text');
  const { points, isFinished } = drawing;
  const [first] = points;
  const path: readonly LngLat[] =
    kind === 'polygon' && first && points.length > 2 ? [...points, first] : points;
  const total =
    kind === 'line' ? distanceInWords(lengthM(path), language) : areaInWords(areaM2(points), language);
  const fewest = kind === 'line' ? 2 : 3;
  const isMeasured = points.length >= fewest;
  const said = points.length === 0 ? null : t.said(points.length, isMeasured ? total : null);
  const counted = useRef(0);
  useEffect(() => {
    if (said === null) return;
    // A new point is said at once; a corner that is dragged, where it comes to rest.
    const wait = points.length === counted.current ? REST_MS : 0;
    counted.current = points.length;
    const timer = setTimeout(() => announce(said), wait);
    return () => clearTimeout(timer);
  }, [announce, said, points.length]);
  return (
    <div className="measure">
      {port.kind === 'drawn' && (
        <p className="quiet">{isFinished ? t.drawn : kind === 'line' ? t.drawLine : t.drawPolygon}</p>
      )}
      <p className="tool-result">
        <span className="quiet">{kind === 'line' ? t.distance : t.area}</span>
        <strong>{isMeasured ? total : '–'}</strong>
        {kind === 'polygon' && isMeasured && (
          <span className="quiet">{t.perimeter(distanceInWords(lengthM(path), language))}</span>
        )}
      </p>
      <div className="actions">
        {port.kind === 'drawn' && (
          <>
            <button
              type="button"
              className="button"
              aria-disabled={points.length === 0}
              onClick={drawing.undo}
            >
              {t.undo}
            </button>
            <button
              type="button"
              className="button"
              aria-disabled={!isMeasured || isFinished}
              onClick={() => {
                if (isMeasured && !isFinished) drawing.finish();
              }}
            >
              {t.finish}
            </button>
            <button
              type="button"
              className="button"
              aria-disabled={points.length === 0}
              onClick={() => drawing.begin([])}
            >
              {t.again}
            </button>
            <button
              type="button"
              className="button tool-keyboard"
              aria-describedby="alat-tombol"
              onClick={drawing.focusMap}
            >
              {t.byKeyboard}
            </button>
          </>
        )}
        {isMeasured && <CopyButton text={resultAsText(kind, points, language)} />}
      </div>
      {port.kind === 'drawn' && (
        <p className="quiet tool-keys" id="alat-tombol">
          {t.keys}
        </p>
      )}
      {path.length > 1 && <Segments path={path} isClosed={kind === 'polygon' && points.length > 2} />}
      <details
        className="quiet-details"
        open={showsList}
        onToggle={(e) => setShowsList(e.currentTarget.open)}
      >
        <summary>{t.byCoordinates}</summary>
        {showsList && (
          <CoordinateList
            city={city}
            kind={kind}
            points={points}
            onPoints={(given) => {
              drawing.begin(given);
              const [lng, lat] = given[0] as LngLat;
              port.fitTo(
                given.reduce(
                  ([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
                  [lng, lat, lng, lat],
                ),
              );
            }}
          />
        )}
      </details>
      <p className="quiet">{t.method}</p>
    </div>
  );
}

/** Each piece with its length and the sum up to it. */
function Segments({ path, isClosed }: { path: readonly LngLat[]; isClosed: boolean }) {
  const { language } = useReader();
  const t = useTexts(measureTexts);
  const lengths = segmentsM(path);
  const sums = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, one) => sum + one, 0));
  return (
    <table className="segments tabular">
      <thead>
        <tr>
          <th scope="col">{t.piece}</th>
          <th scope="col">{t.length}</th>
          <th scope="col">{t.sum}</th>
        </tr>
      </thead>
      <tbody>
        {lengths.map((metres, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its position on the line
          <tr key={index}>
            <th scope="row">{t.from(index + 1, isClosed && index + 2 === path.length ? 1 : index + 2)}</th>
            <td>{formatMetres(metres, language)}</td>
            <td>{formatMetres(sums[index] ?? 0, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
