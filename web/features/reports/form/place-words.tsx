import type { LngLat } from '#domain/geo/lng-lat';
import type { CategoryCode } from '#domain/report/category';
import type { PlaceOfReport } from '#domain/report/report-answers';
import { isOffline } from '../../../lib/api.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { NearWords } from '../near-words.tsx';
import { placeTexts } from './place-texts.ts';
import { usePlace } from './use-place.ts';

/** Where a point is, in words: for whoever does not see the map, and for whoever wants to be sure. */
export function PlaceWords({ at, category }: { at: LngLat; category: CategoryCode | null }) {
  const t = useTexts(placeTexts);
  const { data, error } = usePlace(at, category);
  if (data !== undefined) return <Told place={data} />;
  if (error === null) return <span className="quiet">{t.findingWords}</span>;
  return <span className="quiet">{isOffline(error) ? t.wordsOffline : t.wordsFailed}</span>;
}

function Told({ place }: { place: PlaceOfReport }) {
  const t = useTexts(placeTexts);
  if (!place.isInCity) return t.notInCity;
  return (
    <>
      {place.kelurahan !== null && (
        <>
          {t.kelurahan} <span lang="id">{place.kelurahan}</span>
        </>
      )}
      {place.kelurahan !== null && '; '}
      <NearWords place={place} />
      {place.isDemo && ` (${t.demoNames})`}.
    </>
  );
}
