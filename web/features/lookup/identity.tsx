import type { Answer } from '#domain/zoning/answer';
import { formatArea, formatPosition } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { placeContext, placeTitle } from './place-words.ts';

/** Which place this is, in a name. */
export function Identity({ answer, city }: { answer: Answer; city: string }) {
  const reader = useReader();
  const context = placeContext(answer, city, reader);
  return (
    <header className="identity">
      <h1 id="answer-title" tabIndex={-1}>
        {placeTitle(answer, city, reader)}
      </h1>
      {context !== '' && <p className="identity-context">{context}</p>}
    </header>
  );
}

/** The place exactly: coordinates, area, parcel, block. */
export function PlaceFacts({ answer }: { answer: Answer }) {
  const { t, language } = useReader();
  const blocks = [
    ...new Set(answer.parts.map((part) => part.kodsbl ?? part.kodblk).filter((b) => b !== null)),
  ];
  return (
    <dl className="facts">
      <div>
        <dt>{t['place.position']}</dt>
        <dd className="tabular">{formatPosition(answer.place.point, language)}</dd>
      </div>
      {answer.place.areaM2 !== null && (
        <div>
          <dt>{t['place.area']}</dt>
          <dd className="tabular">
            {formatArea(answer.place.areaM2, language)}{' '}
            <span className="quiet">({t['place.areaMethod']})</span>
          </dd>
        </div>
      )}
      {answer.parcels.map((parcel) => (
        <div key={parcel.nib}>
          <dt>{t['place.parcel']}</dt>
          <dd className="tabular">
            {parcel.nib} · {formatArea(parcel.areaM2, language)}
          </dd>
        </div>
      ))}
      {answer.parcelCount > answer.parcels.length && (
        <div>
          <dt>{t['place.parcel']}</dt>
          <dd>{t['place.moreParcels'](answer.parcelCount - answer.parcels.length)}</dd>
        </div>
      )}
      {blocks.length > 0 && (
        <div>
          <dt>{t['place.block']}</dt>
          <dd>{blocks.join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}
