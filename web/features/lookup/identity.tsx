import type { ReactNode } from 'react';
import { slugOf } from '#domain/areas/area-slug';
import type { Answer } from '#domain/zoning/answer';
import { partKey } from '#domain/zoning/part-key';
import { formatArea, formatPosition } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { useLinks } from './links.ts';
import { placeContext, placeTitle } from './place-words.ts';

/** Which place this is, in a name that stays in sight, with its zones and the way back to it. */
export function Identity({ answer, city, back }: { answer: Answer; city: string; back: ReactNode }) {
  const reader = useReader();
  const context = placeContext(answer, city, reader);
  return (
    <>
      <header className="identity">
        <h1 id="answer-title" tabIndex={-1}>
          {placeTitle(answer, city, reader)}
        </h1>
        <span className="identity-zones" aria-hidden="true">
          {answer.parts.slice(0, 2).map((part) => (
            <span key={partKey(part)}>
              <Swatch color={part.zone.color} /> {part.zone.code}
            </span>
          ))}
        </span>
        {back}
      </header>
      {context !== '' && <p className="identity-context">{context}</p>}
    </>
  );
}

/** The place exactly: coordinates, area, parcel, block. */
export function PlaceFacts({ answer }: { answer: Answer }) {
  const { t, language } = useReader();
  const { on } = useLinks();
  const day = on === null ? '' : `?on=${on}`;
  const blocks = [
    ...new Set(answer.parts.map((part) => part.kodsbl ?? part.kodblk).filter((b) => b !== null)),
  ];
  const links = [
    ...answer.admin.flatMap(({ level, name }) =>
      level === 'kelurahan' ? [['search.kind.kelurahan', name, `/kelurahan/${slugOf(name)}`] as const] : [],
    ),
    ...blocks.map((block) => ['place.block', block, `/blok/${encodeURIComponent(block)}`] as const),
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
      {links.map(([key, label, href]) => (
        <div key={href}>
          <dt>{t[key]}</dt>
          <dd>
            <a href={href + day} lang="id">
              {label}
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}
