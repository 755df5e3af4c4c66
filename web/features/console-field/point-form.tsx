import { type FormEvent, useId, useState } from 'react';
import { averagePlace, ENOUGH_READINGS } from '#domain/field-round/average-place';
import { bboxContains, type LngLat } from '#domain/geo/lng-lat';
import { parseCoordinate } from '#domain/geo/parse-coordinate';
import { problemDetail } from '#domain/problem-text';
import { contextOf } from '../../lib/coordinate-context.ts';
import { formatMetres, formatPosition } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useConsole } from '../console-frame/index.ts';
import type { Bring } from './bring.ts';
import { texts } from './texts.ts';
import { usePosition } from './use-position.ts';

/** A point of the ground: the mean of what the receiver says, or what another instrument shows. */
export function PointForm({ round, items, add }: Bring) {
  const { language } = useReader();
  const t = useTexts(texts);
  const heading = useId();
  const [label, setLabel] = useState('');
  const [isListening, setIsListening] = useState(false);
  const { readings, trouble } = usePosition(isListening);
  const mean = averagePlace(readings);
  const count = items.filter(({ content }) => content.kind === 'point').length;
  const name = (): string => (label.trim() === '' ? `${t.point} ${count + 1}` : label.trim());
  const keepGps = async (): Promise<void> => {
    if (mean === null) return;
    const kept = await add(round, {
      kind: 'point',
      at: [...mean.at],
      accuracyM: mean.accuracyM,
      method: 'gps',
      readings: readings.length,
      label: name(),
    });
    if (!kept) return;
    setIsListening(false);
    setLabel('');
  };
  const keepTyped = async (at: LngLat, accuracyM: number | null): Promise<boolean> => {
    const kept = await add(round, {
      kind: 'point',
      at: [...at],
      accuracyM,
      method: 'typed',
      readings: null,
      label: name(),
    });
    if (kept) setLabel('');
    return kept;
  };
  return (
    <section className="block form" aria-labelledby={heading}>
      <h2 id={heading}>{t.measure}</h2>
      <FormField label={t.label} help={t.labelHelp} optional={t.optional}>
        {(control) => (
          <input
            {...control}
            value={label}
            maxLength={80}
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
      </FormField>
      {isListening ? (
        <div className="field-gps" role="status">
          {trouble !== null && <p>{trouble === 'denied' ? t.gpsDenied : t.gpsFailed}</p>}
          {mean === null ? (
            trouble === null && <p>{t.gpsWait}</p>
          ) : (
            <p className="tabular">
              {formatPosition(mean.at, language)}
              <br />
              {t.gpsReading(readings.length, formatMetres(mean.accuracyM, language))}
            </p>
          )}
          {mean !== null && readings.length < ENOUGH_READINGS && (
            <p className="quiet">{t.gpsMore(ENOUGH_READINGS)}</p>
          )}
        </div>
      ) : null}
      <div className="form-actions">
        {isListening ? (
          <>
            <button
              type="button"
              className="button-primary"
              aria-disabled={mean === null}
              onClick={() => void keepGps()}
            >
              {t.gpsTake}
            </button>
            <button type="button" className="button" onClick={() => setIsListening(false)}>
              {t.gpsStop}
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => setIsListening(true)}>
            {t.gps}
          </button>
        )}
      </div>
      <TypedPoint onKeep={keepTyped} />
    </section>
  );
}

function TypedPoint({ onKeep }: { onKeep: (at: LngLat, accuracyM: number | null) => Promise<boolean> }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { city } = useConsole();
  const [text, setText] = useState('');
  const [accuracy, setAccuracy] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const read = parseCoordinate(text, contextOf(city));
  const accuracyM = accuracy.trim() === '' ? null : Number(accuracy.replace(',', '.'));
  const isAccurate = accuracyM === null || (accuracyM > 0 && accuracyM <= 10_000);
  const swap = read.ok ? read.value.swapOffer : null;
  const isOutside = read.ok && !bboxContains(city.bbox, read.value.lngLat);
  const wrong = !read.ok
    ? problemDetail(read.problem, language)
    : isOutside
      ? swap === null
        ? t.outside
        : t.swap(formatPosition(swap, language))
      : null;
  const keep = async (at: LngLat): Promise<void> => {
    if (!isAccurate || !(await onKeep(at, accuracyM))) return;
    setText('');
    setHasTried(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (read.ok && !isOutside) void keep(read.value.lngLat);
  };
  return (
    <details className="field-more">
      <summary>{t.typed}</summary>
      <form className="form" onSubmit={submit} noValidate>
        <FormField label={t.coordinate} help={t.coordinateHelp} error={hasTried ? wrong : null}>
          {(control) => (
            <input
              {...control}
              value={text}
              autoComplete="off"
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </FormField>
        {hasTried && swap !== null && (
          <p>
            <button type="button" className="button" onClick={() => void keep(swap)}>
              {t.swapTake}
            </button>
          </p>
        )}
        <FormField
          label={t.accuracy}
          optional={t.optional}
          error={hasTried && !isAccurate ? t.accuracyWrong : null}
        >
          {(control) => (
            <input
              {...control}
              value={accuracy}
              inputMode="decimal"
              onChange={(event) => setAccuracy(event.target.value)}
            />
          )}
        </FormField>
        <div className="form-actions">
          <button type="submit" className="button">
            {t.addPoint}
          </button>
        </div>
      </form>
    </details>
  );
}
