import { useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { parseCoordinate } from '#domain/geo/parse-coordinate';
import type { CategoryCode } from '#domain/report/category';
import { LANDMARK_LENGTH } from '#domain/report/report';
import { LatePart } from '../../../app/late-part.tsx';
import type { CityFacts } from '../../../app/page-data.ts';
import { contextOf } from '../../../lib/coordinate-context.ts';
import { formatNumber, formatPosition } from '../../../lib/format.ts';
import { later } from '../../../lib/later.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { useReader } from '../../../locale/reader.tsx';
import { FormField } from '../../../ui/form-field.tsx';
import type { DraftPin, Fault } from './draft.ts';
import { faultWords } from './form-texts.ts';
import { fromWords, precisionOf } from './pin-words.ts';
import { placeTexts } from './place-texts.ts';
import { PlaceWords } from './place-words.tsx';
import { PlanHere } from './plan-here.tsx';
import { type DeviceAnswer, useDevicePlace } from './use-device-place.ts';
import type { DraftKeeper } from './use-draft.ts';

/** The map comes when this part is opened, and no part of it before. */
const pinMap = later(async () => (await import('./pin-map.tsx')).PinMap);

/** Where it is. What a person puts by hand holds, whatever the device says. */
export function PlacePart({
  keeper,
  city,
  kelurahan,
  faults,
}: {
  keeper: DraftKeeper;
  city: CityFacts;
  kelurahan: readonly string[];
  faults: readonly Fault[];
}) {
  const t = useTexts(placeTexts);
  const { draft, change } = keeper;
  return (
    <>
      <fieldset className="report-choices">
        <legend>{t.way}</legend>
        {(['pin', 'landmark'] as const).map((way) => (
          <label key={way}>
            <input type="radio" name="cara" checked={draft.way === way} onChange={() => change({ way })} />
            {way === 'pin' ? t.byPin : t.byWords}
          </label>
        ))}
      </fieldset>
      {draft.way === 'pin' ? (
        <ByPin keeper={keeper} city={city} faults={faults} />
      ) : (
        <ByWords keeper={keeper} kelurahan={kelurahan} faults={faults} />
      )}
    </>
  );
}

function ByPin({ keeper, city, faults }: { keeper: DraftKeeper; city: CityFacts; faults: readonly Fault[] }) {
  const { language } = useReader();
  const t = useTexts(placeTexts);
  const words = useTexts(faultWords);
  const { pin } = keeper.draft;
  const { answer, ask, forget } = useDevicePlace(city.bbox);
  const put = (at: LngLat, from: DraftPin['from'], accuracyM: number | null = null): void => {
    forget();
    keeper.change({ pin: { at, from, accuracyM }, brokenRule: null, supports: null });
  };
  return (
    <>
      <div className="report-actions">
        <button
          type="button"
          className="button"
          onClick={ask}
          aria-busy={answer.kind === 'looking' || undefined}
        >
          {t.device}
        </button>
      </div>
      <DeviceSaid
        answer={answer}
        city={city.name}
        category={keeper.draft.category}
        onAccept={(at, m) => put(at, 'device', m)}
        onDecline={forget}
      />
      <LatePart later={pinMap} waiting={<p className="quiet">{t.mapOpening}</p>}>
        {(PinMap) => (
          <PinMap
            bbox={city.bbox}
            pin={pin?.at ?? null}
            device={answer.kind === 'fine' || answer.kind === 'rough' ? answer.place : null}
            onPin={(at) => put(at, 'map')}
          />
        )}
      </LatePart>
      <p className={pin === null ? 'quiet' : 'report-pinned'} role="status">
        {pin === null ? (
          t.noPin
        ) : (
          <>
            {t.pinned(formatPosition(pin.at, language))}{' '}
            <span className="quiet">{fromWords(pin, t, language)}</span>{' '}
            <PlaceWords key={pin.at.join()} at={pin.at} category={keeper.draft.category} />
          </>
        )}
      </p>
      {faults.includes('pin') && (
        <p className="form-error" tabIndex={-1} data-wrong>
          {words.pin}
        </p>
      )}
      <TypedPlace city={city} onPlace={(at) => put(at, 'typed')} />
      {pin !== null && <PlanHere key={pin.at.join()} pin={pin.at} keeper={keeper} />}
    </>
  );
}

/** What the device proposes: taken, declined, or too rough to be taken. */
function DeviceSaid({
  answer,
  city,
  category,
  onAccept,
  onDecline,
}: {
  answer: DeviceAnswer;
  city: string;
  category: CategoryCode | null;
  onAccept: (at: LngLat, accuracyM: number) => void;
  onDecline: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(placeTexts);
  const metres = (m: number) => formatNumber(Math.ceil(m), language, 0);
  switch (answer.kind) {
    case 'none':
      return null;
    case 'fine': {
      const { at, accuracyM } = answer.place;
      return (
        <div className="report-proposal" role="status">
          <p>
            {t.proposal(metres(accuracyM))} {t[precisionOf(accuracyM)]}{' '}
            <PlaceWords key={at.join()} at={at} category={category} />
          </p>
          <div className="report-actions">
            <button type="button" className="button-primary" onClick={() => onAccept(at, accuracyM)}>
              {t.accept}
            </button>
            <button type="button" className="button" onClick={onDecline}>
              {t.decline}
            </button>
          </div>
        </div>
      );
    }
    case 'rough':
      return (
        <p className="report-proposal" role="status">
          {t.rough(metres(answer.place.accuracyM))} {t['precision.far']}
        </p>
      );
    case 'outside':
      return <p role="status">{t.outside(city)}</p>;
    default:
      return <p role="status">{t[answer.kind]}</p>;
  }
}

/** A place without a map and without a device: typed or pasted; numbers the other way round are asked about. */
function TypedPlace({ city, onPlace }: { city: CityFacts; onPlace: (at: LngLat) => void }) {
  const { language } = useReader();
  const t = useTexts(placeTexts);
  const [typed, setTyped] = useState('');
  const [isUnread, setIsUnread] = useState(false);
  const [swap, setSwap] = useState<LngLat | null>(null);
  const read = (): void => {
    const found = parseCoordinate(typed, contextOf(city));
    setIsUnread(!found.ok);
    setSwap(found.ok ? found.value.swapOffer : null);
    if (found.ok && found.value.swapOffer === null) onPlace(found.value.lngLat);
  };
  return (
    <details className="quiet-details">
      <summary>{t.write}</summary>
      <FormField label={t.typed} help={t.typedHelp} error={isUnread ? t.unread : null}>
        {(control) => (
          <input
            {...control}
            value={typed}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </FormField>
      <div className="report-actions">
        <button type="button" className="button" onClick={read}>
          {t.useTyped}
        </button>
      </div>
      {swap !== null && (
        <div role="alert" className="report-actions">
          <p>{t.swapped(formatPosition(swap, language))}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              setSwap(null);
              onPlace(swap);
            }}
          >
            {t.useSwapped}
          </button>
        </div>
      )}
    </details>
  );
}

function ByWords({
  keeper,
  kelurahan,
  faults,
}: {
  keeper: DraftKeeper;
  kelurahan: readonly string[];
  faults: readonly Fault[];
}) {
  const t = useTexts(placeTexts);
  const words = useTexts(faultWords);
  const { draft, change } = keeper;
  return (
    <>
      <FormField label={t.kelurahan} error={faults.includes('kelurahan') ? words.kelurahan : null}>
        {(control) => (
          <select
            {...control}
            value={draft.kelurahan}
            onChange={(event) => change({ kelurahan: event.target.value })}
          >
            <option value="">{t.choose}</option>
            {kelurahan.map((name) => (
              <option key={name} lang="id">
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField
        label={t.landmark}
        help={t.landmarkHelp}
        error={faults.includes('landmark') ? words.landmark : null}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={LANDMARK_LENGTH.most}
            value={draft.landmark}
            onChange={(event) => change({ landmark: event.target.value })}
          />
        )}
      </FormField>
    </>
  );
}
